"""Several narratives on one page: odd ones among them are shown right, and one that is removed breaks nothing but its own links."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks.generating import generate
from narratives import exhibits
from narratives.__main__ import main
from narratives.charts import theme
from narratives.exhibits import Options, View
from narratives.library import packs, touring
from narratives.receipts import origins
from narratives.tables import matrices, meetings, panels
from narratives.ui.page import frame, loading
from tests.conftest import LIBRARY as MADE_UP
from tests.example import Example
from tests.test_pages import ROOT, shown

LIBRARY = packs.load(MADE_UP)
COMPARING = ("layers", "open_source", "investment", "quotes")


def another(example: Example, name: str, label: str) -> Example:
    """The example once more beside itself."""
    shutil.copytree(example.path("."), example.content / name)
    return Example(example.root, name).edit("narrative.yaml", "label: Example 2026", f"label: {label}")


def with_a_layer_of_its_own(example: Example) -> Example:
    example.set("../layers.yaml", example.read("../layers.yaml") + "- {id: data, label: Data, sentence: The data.}\n")
    return another(example, "odd", "Odd 2026").add(
        "layers.yaml", "- {layer: data, participation: in, quote: compute}\n"
    )


def without_figures(example: Example) -> Example:
    made = another(example, "odd", "Odd 2026")
    made.set("claims.yaml", made.read("claims.yaml").split("- id: makers-capex")[0])
    made.set("narrative.yaml", made.read("narrative.yaml").replace("makers-capex", "compute-doubles"))
    return made


def with_two_speakers(example: Example) -> Example:
    made = another(example, "odd", "Odd 2026")
    made.edit(
        "narrative.yaml",
        "organisation: Vale Works}",
        "organisation: Vale Works}\n  - {id: ben-moor, name: Ben Moor, role: treasurer, organisation: Vale Works}",
    )
    made.edit("quotes.yaml", "- id: makers\n", "- id: makers\n  by: ben-moor\n")
    return made.audited()


def in_chinese(example: Example) -> Example:
    made = another(example, "odd", "Odd 2026")
    sentence = "我们发布模型"
    made.say(sentence)
    made.edit("sources.yaml", "language: en", "language: zh")
    made.edit("quotes.yaml", "exact: We publish our models", f"exact: {sentence}\n  translation: We publish models.")
    return made.audited()


def on_a_month(example: Example) -> Example:
    made = another(example, "odd", "Odd 2024")
    made.edit("narrative.yaml", "date: 2026-06-18", "date: 2024-07")
    for name in ("claims.yaml",):
        text = made.read(name).replace("anchor: 2026-06-18", "anchor: 2024-07").replace('"2027"', '"2025"')
        made.set(name, text)
    return made


ODD: dict[str, tuple[Callable[[Example], Example], str, str]] = {
    # what is odd: how it is made, the page to look at, what must stand there
    "a layer no one else knows": (with_a_layer_of_its_own, "layers", "Data"),
    "no figures": (without_figures, "investment", "Odd 2026"),
    "two speakers": (with_two_speakers, "quotes", "Ben Moor"),
    "Chinese": (in_chinese, "quotes", 'lang="zh"'),
    "a month for a date": (on_a_month, "layers", "July 2024"),
}


def opened(content: Path, monkeypatch: pytest.MonkeyPatch, page: str, **params: str) -> AppTest:
    """A page with all narratives beside each other."""
    monkeypatch.setattr(loading, "CONTENT", content)
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30)
    for name, value in ({"beside": frame.ALL} | params).items():
        app.query_params[name] = value
    app.run()
    return app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()


def test_the_families_are_not_empty() -> None:
    assert (len(ODD), len(LIBRARY.packs), LIBRARY.problems) == (5, 3, ())


@pytest.mark.parametrize("page", COMPARING)
@pytest.mark.parametrize("odd", ODD)
def test_an_odd_narrative_stands_beside_an_ordinary_one(
    odd: str, page: str, example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, where, words = ODD[odd]
    made = make(example)
    app = opened(made.content, monkeypatch, page)
    assert (made.report(), list(app.exception), len(app.title)) == ("", [], 1)
    if page == where:
        everything = shown(app) + "".join(chart.proto.spec + chart.proto.alt for chart in app.get("plotly_chart"))
        assert words in everything + "".join(
            pill.proto.SerializeToString().decode("utf-8", "ignore") for pill in app.get("button_group")
        )


def test_a_layer_that_only_one_knows_is_not_stated_for_the_others(example: Example) -> None:
    made = with_a_layer_of_its_own(example)
    table = matrices.layer_matrix(packs.load(made.content).packs.values())
    data = table[table["column"] == "data"]
    assert list(zip(data["row"], data["word"], strict=True)) == [("example", "not stated"), ("odd", "takes part")]


def test_with_two_speakers_every_amount_is_that_of_its_own_speaker(example: Example) -> None:
    pack = packs.load(with_two_speakers(example).content).packs["odd"]
    built = exhibits.build("as-stated", View((pack,)))
    assert list(built.table["by"]) == ["Ben Moor"] and built.figure is not None
    assert "Ben Moor" in " ".join(str(note.text) for note in built.figure.layout.annotations)


@pytest.mark.parametrize("removed", LIBRARY.packs)
def test_removing_a_narrative_breaks_no_page_and_only_its_own_link(
    removed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    shutil.copytree(MADE_UP, content)
    label = LIBRARY.packs[removed].narrative.label
    shutil.rmtree(content / removed)
    monkeypatch.setattr(loading, "CONTENT", content)
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30)
    app.query_params["narrative"] = label
    app.run()
    assert (list(app.exception), "This link names the narrative" in shown(app)) == ([], True)
    others = opened(content, monkeypatch, "layers")
    assert (list(others.exception), "This link names" in shown(others)) == ([], False)


def test_adding_a_narrative_is_data_alone(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(MADE_UP, content)
    *_, one = LIBRARY.packs
    before = {id: pack.version for id, pack in packs.load(content).packs.items() if id != one}
    shutil.rmtree(content / one)
    without = packs.load(content)
    assert (one in without.packs, {id: pack.version for id, pack in without.packs.items()}) == (False, before)
    shutil.copytree(MADE_UP / one, content / one)
    assert list(packs.load(content).packs) == list(LIBRARY.packs)


# What is said across the narratives -----------------------------------------------------------------


def test_an_interviewers_number_is_never_the_figure_of_the_speaker(example: Example) -> None:
    example.edit(
        "claims.yaml",
        "type: prediction\n  voice: speaker\n  measure",
        "type: prediction\n  voice: interviewer\n  measure",
    )
    example.edit(
        "quotes.yaml", "voice: speaker\n  answers: q-compute\n  exact: Three", "voice: interviewer\n  exact: Three"
    )
    pack = example.audited().listed().pack()
    table = matrices.figures_given([pack], "capital-expenditure")
    assert list(table.loc[table["column"] == "US", "word"]) == ["others’ words"]


def test_in_one_panel_nothing_differs_that_must_agree_and_no_currency_meets_another() -> None:
    table = panels.by_gate(LIBRARY.packs.values())
    assert len(table) == 13
    for _, panel in table.groupby("measure"):
        assert len(set(panel["currency"].dropna())) < 2


def test_how_the_words_were_sourced_stands_wherever_a_narrative_does() -> None:
    view = View(tuple(LIBRARY.packs.values()))
    for name in ("layer-matrix", "openness", "figures-given"):
        notes = set(exhibits.build(name, view).table["row_note"])
        assert notes == {origins.sourced(pack) for pack in view.packs}


def test_every_argument_that_meets_another_stands_with_its_concessions() -> None:
    library = list(LIBRARY.packs.values())
    themes = meetings.themes(library)
    assert "sovereignty" in themes
    for pack in library:
        conceded = {each.id for each in pack.stance.arguments if each.role == "concession" and each.theme in themes}
        shown_here = {
            each.id
            for theme in themes
            for each in pack.stance.arguments
            if each.theme == theme and each.quote in set(meetings.arguments_on(pack, theme)["quote"])
        }
        assert conceded <= shown_here


def test_a_tour_leaves_out_the_steps_of_a_narrative_that_is_not_there(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(MADE_UP, content)
    whole, problems = touring.load(content, LIBRARY.packs)
    id, given = next(iter(whole.items()))
    gone = "lin-bo-letters"
    kept = {name: pack for name, pack in LIBRARY.packs.items() if name != gone}
    tours, missed = touring.load(content, kept)
    less = tours[id]
    assert (problems, missed, less.missing) == ([], [], (gone,))
    assert 0 < len(less.steps) < len(given.steps)
    assert [step.id for step in less.steps if gone in str(step)] == []


def test_a_content_folder_without_any_narrative_of_its_tours_has_no_problem(
    example: Example, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(MADE_UP / touring.FILE, example.content)
    assert (main(["check", "--content", str(example.content)]), touring.load(example.content, {})) == (0, ({}, []))
    assert capsys.readouterr().out.endswith("1 narrative, no problem\n")


def test_check_says_which_steps_a_tour_goes_without(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tmp_path / "content"
    shutil.copytree(MADE_UP, content)
    shutil.rmtree(content / "lin-bo-letters")
    assert main(["check", "--content", str(content)]) == 0
    assert "tour three-voices: 1 of 3 steps; not here: lin-bo-letters\n" in capsys.readouterr().out


def told_of(content: Path, was: str, now: str) -> list[tuple[str, int, str]]:
    """What is told of the tours with one reference changed, and the line in which it stood."""
    path = shutil.copytree(MADE_UP, content) / touring.FILE
    text = path.read_text("utf-8")
    assert text.count(was) == 1
    path.write_text(text.replace(was, now), "utf-8")
    problems = touring.load(content, LIBRARY.packs)[1]
    return [(problem.file, problem.line, problem.what) for problem in problems]


def test_a_step_that_names_a_narrative_its_tour_does_not_speak_of_is_told(tmp_path: Path) -> None:
    what = "tour “three-voices”, step “why-open”: the narrative “lin-bo-diary” is not among those of the tour"
    assert told_of(tmp_path / "content", "lin-bo-letters/no-charity", "lin-bo-diary/no-charity") == [
        ("content/tours.yaml", 21, what)
    ]


def test_a_step_that_names_a_claim_which_is_not_there_is_told_by_line(tmp_path: Path) -> None:
    what = "tour “three-voices”, step “who-plays-where”: “ada-vale-forum/hole-stack” is not there"
    assert told_of(tmp_path / "content", "/whole-stack]", "/hole-stack]") == [("content/tours.yaml", 9, what)]


# The pages with several narratives -----------------------------------------------------------------------


def test_a_silence_keeps_its_row_among_the_amounts_and_shares_no_axis_with_them() -> None:
    table = panels.by_gate(LIBRARY.packs.values(), measures=("capital-expenditure",))
    absent = table[table["form"] == "absent"]
    assert set(absent["measure_label"]) == {"Capital expenditure: no figure stated"}
    assert list(zip(absent["narrative"], absent["region"], strict=True)) == [
        ("ada-vale-forum", "CN"),
        ("mara-holm-note", "EU"),
    ]
    assert list(table["form"])[-len(absent) :] == list(absent["form"])


def test_amounts_in_words_stand_among_those_with_numbers() -> None:
    table = panels.by_gate(LIBRARY.packs.values(), measures=("market-size",))
    assert list(zip(table["claim"], table["form"], strict=True)) == [("models-market", "words")]


def test_the_regions_chart_begins_with_one_measure_and_can_show_all(monkeypatch: pytest.MonkeyPatch) -> None:
    one = opened(MADE_UP, monkeypatch, "investment")
    every = opened(MADE_UP, monkeypatch, "investment", measure="all")
    titles = [
        exhibits.build("regions", View(tuple(LIBRARY.packs.values()), options=Options(measures=m))).title
        for m in ((), ("capital-expenditure",))
    ]
    assert [one.selectbox("measure").value, every.selectbox("measure").value] == ["capital-expenditure", "all"]
    assert titles == [
        "Money, 11 amounts: the U.S. and China share no axis",
        "Capital expenditure, 7 amounts: the U.S. and China share no axis",
    ]


def test_arguments_stand_face_to_face_with_what_they_concede() -> None:
    library = list(LIBRARY.packs.values())
    themes = meetings.themes(library)
    on = {
        theme: {p.narrative.label: list(meetings.arguments_on(p, theme)["role"]) for p in library} for theme in themes
    }
    assert (themes, on) == (
        {"open-source": "Open source", "sovereignty": "Sovereignty"},
        {
            "open-source": {
                "Vale 2026": ["claim", "ground", "ground", "concession"],
                "Lin 2024": ["claim", "concession"],
                "Holm 2025": ["claim", "concession"],
            },
            "sovereignty": {"Vale 2026": ["rebuttal"], "Lin 2024": [], "Holm 2025": ["ground"]},
        },
    )


def test_who_says_nothing_is_named_and_takes_no_card(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(MADE_UP, monkeypatch, "layers")
    silent = "Lin 2024 (Lin Bo, Yunhe, July 2024; at second hand)"
    assert f"Not answered in the words quoted here: {silent}; Holm 2025" in shown(app)
    argued = opened(MADE_UP, monkeypatch, "open_source", meets="sovereignty")
    assert f"Not argued in the words quoted here: {silent}" in shown(argued)


def test_the_words_that_place_a_speaker_in_a_layer_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(MADE_UP, monkeypatch, "layers", layer="chips")
    words = shown(app)
    assert -1 < words.index("Chips are where we began.") < words.index("Three or four chip makers will have")


def test_a_link_opens_a_quote_whose_narrative_is_not_set_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(MADE_UP, monkeypatch, "quotes", beside="", quote="lin-bo-letters/charity")
    words = shown(app)
    assert ("Lin 2024 · Lin Bo, Yunhe" in words, "This link names the quote" in words) == (True, False)
    assert "开源不是慈善" in words


def test_a_claim_of_another_narrative_leads_to_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(MADE_UP, monkeypatch, "investment", claim="lin-bo-letters/capex-range")
    links = [link.proto for link in app.get("page_link") if link.proto.label == "These words where they were said"]
    assert [link.query_string for link in links] == ["quote=lin-bo-letters%2Fcapex"]


def test_quotes_are_narrowed_by_voice_and_by_question_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(MADE_UP, monkeypatch, "quotes", by="interviewer", order="question", question="how-much")
    assert app.selectbox("by").value == "interviewer"
    assert "亿到" not in shown(app)
    assert "亿到" in shown(opened(MADE_UP, monkeypatch, "quotes", order="question", question="how-much"))


def test_what_is_set_beside_is_told_in_the_library_with_the_way_to_compare(monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(MADE_UP, monkeypatch, "overview", beside="Lin 2024")
    assert "Beside Vale 2026: Lin 2024. Compare them:" in shown(app)


@pytest.mark.parametrize("page", COMPARING)
def test_a_long_comparison_stands_on_sheets_and_search_goes_over_all(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = generate(tmp_path, 14, 12)
    app = opened(content, monkeypatch, page)
    words = shown(app)
    if page == "quotes":
        assert "14 narratives; search finds the words of all of them." in words
        assert f"{14 * 12} of {14 * 12} quotes" in words
        return
    assert "11 of 13 narratives stand beside Vale Works 1 2026 on this sheet; it stands on each." in words
    second = shown(opened(content, monkeypatch, page, among="2"))
    assert "2 of 13 narratives stand beside Vale Works 1 2026 on this sheet" in second
    assert "Dara Vale, Vale Works 14" in second and "Dara Vale, Vale Works 14" not in words


TOUR = "three-voices"


@pytest.mark.parametrize("step", [step.id for step in touring.load(MADE_UP, LIBRARY.packs)[0][TOUR].steps])
def test_every_step_of_a_tour_opens_its_full_page_and_leads_back(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(MADE_UP, monkeypatch, "walkthrough", tour=TOUR, step=step)
    (way,) = [link.proto for link in app.get("page_link") if link.proto.label == "Open the full page"]
    params = {name: value for name, (value,) in parse_qs(way.query_string).items()}
    assert params["back"] == f"{TOUR}/{step}"
    page = opened(MADE_UP, monkeypatch, way.page, **params)
    back = [link.proto for link in page.get("page_link") if link.proto.label.startswith("Back to the walkthrough")]
    assert (list(page.exception), "This link names" in shown(page)) == ([], False)
    assert [parse_qs(link.query_string) for link in back] == [{"step": [step], "tour": [TOUR]}]


@pytest.mark.parametrize(
    "exhibit", ["as-stated", "periods", "ladder", "interest", "regions", "layer-matrix", "openness"]
)
def test_a_picture_of_several_narratives_says_in_its_title_what_is_counted(exhibit: str) -> None:
    built = exhibits.build(exhibit, View(tuple(LIBRARY.packs.values())))
    assert built.figure is not None
    titles = [str(note.text) for note in built.figure.layout.annotations if note.font.size == theme.TITLE]
    assert len(titles) == 1 and any(mark.isdigit() for mark in titles[0].replace("3 narratives", ""))


def test_whose_interest_is_asked_of_each_narrative_by_itself() -> None:
    """Two narratives have a claim of one id; only one of them touches the interest that is asked for."""
    view = View(tuple(LIBRARY.packs.values()), options=Options(about="competitor"))
    table = exhibits.build("as-stated", view).table
    about = {
        (row["narrative"], row["claim"]): LIBRARY.packs[row["narrative"]].claims[row["claim"]].about
        for row in table.to_dict("records")
    }
    stated = table[table["form"] != "absent"]
    assert {about[name, id] for name, id in zip(stated["narrative"], stated["claim"], strict=True)} == {"competitor"}


def test_a_choice_that_leaves_no_amount_says_so(example: Example) -> None:
    options = Options(measures=("capital-expenditure",), about="world")
    built = exhibits.build("as-stated", View((example.pack(),), options=options))
    assert (len(built.table), built.alt.endswith("Nothing is shown under this choice.")) == (0, True)
