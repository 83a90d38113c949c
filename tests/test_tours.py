"""A step of a tour shows every narrative that it names, each with its own words, or `check` refuses it with a line.

The narratives here share every id: what is looked up in the wrong one is seen by its words.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from narratives import exhibits
from narratives.exhibits import Options
from narratives.library import packs, touring
from narratives.models import Ref
from narratives.receipts.hearing import CHOICES
from narratives.ui.page import frame, loading
from narratives.ui.words import opening
from tests.example import Example
from tests.rules.slips import DAILY, RECORD, SILENCE, WORDED_AGAIN, ledger
from tests.test_pages import ROOT

NAMES = tuple(name for name in exhibits.EXHIBITS if name != "audit")  # no step can name the audit
ALONE = tuple(exhibit.id for exhibit in exhibits.LISTED if exhibit.of == "one")
SHOWN = {
    "one": ["one"],
    "two": ["one", "two"],
    "all": ["one", "two", "bare"],
    "bare": ["bare"],
    "last": ["bare", "two"],
}
DRAWN = {"one": 15, "two": 19, "all": 19, "bare": 12, "last": 15}  # charts of all steps of a tour
Params = dict[str, list[str]]
TWO = {
    "Ada Vale": "Ben Moor",
    "ada-vale": "ben-moor",
    "Vale Works": "Moor Works",
    "Example 2026": "Other 2026",
    "$40 billion": "$70 billion",
    "value: 40": "value: 70",
    "$12 billion": "$13 billion",
    "value: 12": "value: 13",
    "our models": "our engines",
    "their models": "their engines",
    "as a whole": "altogether",
    "may double": "may treble",
    "possibly double": "possibly treble",
    "The Forum": "The Hall",
    "at the Forum": "at the Hall",
    "example.txt": "two.txt",
}
MORE = {
    "claims.yaml": SILENCE
    + """\
- id: all-open
  says: All models of Vale Works are open.
  type: position
  voice: speaker
  quote: all-open
- id: makers-again
  says: Chip makers will spend $40 billion on plants as a whole.
  type: prediction
  voice: speaker
  measure: capital-expenditure
  entity: {name: chip makers}
  region: US
  quantity: {value: 40, scale: billion, currency: USD}
  quote: makers-again
  rendering_of: makers-capex
  drift: [{kind: comparator-lost, was: more than}]
""",
    "quotes.yaml": """\
- {id: all-open, source: transcript, voice: speaker, exact: All of our models are open}
- {id: makers-again, source: transcript, voice: speaker, exact: "Chip makers will spend $40 billion on plants, as a whole."}
""",
    "sources.yaml": DAILY,
}
OPENNESS = """\
called: [{claim: all-open, who: Vale Works, called: open, extent: All}]
openness: [{asks: releases-weights, answer: "yes", claim: all-open}]
"""
JUDGED = [f"{id}, state: open, judged: 2026-06-20" for id in ("compute-doubles", "makers-capex")]
PROPER = {  # what of each narrative must be seen of an exhibit, and of no other narrative
    "key-figures": ("$40 billion", "$70 billion"),
    "layer-stack": ("$40 billion", "$70 billion"),
    "argument": ("We publish our models", "We publish our engines"),
    "called-open-closed": ("All of our models are open", "All of our engines are open"),
    "as-stated": ("$40 billion", "$70 billion"),
    "periods": ("$40 billion", "$70 billion"),
    "ladder": ("$40 billion", "$70 billion"),
    "comparison": ("$40 billion", "$70 billion"),
    "silences": ("$40 billion", "$70 billion"),
    "renderings": ("as a whole", "altogether"),
    "drift": ("$40 billion", "$70 billion"),
    "record": ("$12 billion", "$13 billion"),
    "forecasts": ("$40 billion", "$70 billion"),
    "layer-matrix": ("$40 billion", "$70 billion"),
    "openness": ("all models of Vale Works are open", "all models of Moor Works are open"),
    "figures-given": ("$40 billion", "$70 billion"),
    "regions": ("$40 billion", "$70 billion"),
}
LABELS = {"one": "Example 2026", "two": "Other 2026", "bare": "Bare 2026"}
COUNTED = ("interest",)  # counts over all, and shows no words


def full(root: Path, name: str, other: dict[str, str]) -> Example:
    """A narrative with everything that an exhibit may need, in the words of ``other``."""
    made = Example(root, name).write()
    made.say("All of our models are open. Chip makers will spend $40 billion on plants, as a whole.")
    for file, text in MORE.items():
        made.add(file, text)
    made.edit("stance.yaml", "called: []\n", OPENNESS)
    made.set("renderings.yaml", WORDED_AGAIN).set("record.yaml", RECORD)
    ledger(*JUDGED)(made)
    text = (made.sources / "example.txt").read_text("utf-8")
    for old, new in other.items():
        text = text.replace(old, new)
        for path in made.path(".").glob("*.yaml"):
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    (made.sources / f"{name}.txt").write_text(text, "utf-8")
    return made


def bare(root: Path) -> Example:
    """A narrative with one claim, in a paraphrase, and nothing else that an exhibit shows."""
    made = Example(root, "bare").write()
    made.set(
        "claims.yaml",
        made.read("claims.yaml").split("- id: makers-capex")[0].replace("voice: speaker", "voice: paraphrase"),
    )
    quotes = made.read("quotes.yaml").replace(
        "exact: We publish our models", "exact: We publish our models\n  alone: As it is."
    )
    quotes = quotes.replace("  layers: [chips]", "  alone: As it is.")
    made.set(
        "quotes.yaml",
        quotes.replace(
            "voice: speaker\n  answers: q-compute\n  exact: It may",
            "voice: paraphrase\n  answers: q-compute\n  exact: It may",
        ),
    )
    made.set(
        "narrative.yaml",
        made.read("narrative.yaml").replace("makers-capex", "compute-doubles").replace("Ada Vale", "Cleo Heath"),
    )
    made.edit("narrative.yaml", "label: Example 2026", "label: Bare 2026")
    made.set("layers.yaml", "- {layer: chips, participation: not-stated}\n").set(
        "stance.yaml", "arguments: []\ncalled: []\n"
    )
    return made


def step(exhibit: str, named: list[str]) -> dict[str, object]:
    """A step that shows an exhibit of the narratives ``named``, as an editor may write it."""
    cited = [{"says": "Computing power will possibly double.", "claims": [f"{named[0]}/compute-doubles"]}]
    made: dict[str, object] = {
        "id": exhibit,
        "headline": f"Step {exhibit}",
        "exhibit": exhibit,
        "narratives": named,
        "caption": cited,
    }
    if exhibit == "comparison":
        first, second = (named * 2)[:2]
        capex = "compute-doubles" if first == "bare" else "makers-capex"
        other = "own-capex" if first == second else "compute-doubles" if second == "bare" else "makers-capex"
        made["state"] = {"first": f"{first}/{capex}", "second": f"{second}/{other}"}
    return made


def tour(id: str, steps: list[dict[str, object]]) -> dict[str, object]:
    return {"id": id, "title": f"Tour {id}", "about": "Made up.", "narratives": ["one", "two", "bare"], "steps": steps}


def exhibits_of(named: list[str]) -> list[str]:
    """The exhibits that a step may show of these narratives: one of a single claim has nothing to compare."""
    return [name for name in NAMES if name != "comparison" or named != ["bare"]]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three narratives, and a tour for each choice among them with a step for each exhibit."""
    root = tmp_path_factory.mktemp("tours")
    for made in (full(root, "one", {"example.txt": "one.txt"}), full(root, "two", TWO), bare(root)):
        made.audited().listed()
    tours = [tour(id, [step(name, named) for name in exhibits_of(named)]) for id, named in SHOWN.items()]
    (root / "content" / touring.FILE).write_text(json.dumps(tours, indent=1), "utf-8")
    return root / "content"


def opened(content: Path, page: str = "walkthrough", **params: str | list[str]) -> AppTest:
    """A page as its link opens it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "CONTENT", content)
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30)
        for name, value in params.items():
            app.query_params[name] = value
        app.run()
        return app.switch_page(str(ROOT / "pages" / f"{page}.py")).run() if page != "overview" else app


def rerun(app: AppTest, content: Path, **params: str) -> AppTest:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "CONTENT", content)
        for name, value in params.items():
            app.query_params[name] = value
        return app.run()


def seen(app: AppTest) -> str:
    """All that a page says, with its charts and their labels, but for the line that names the edition of every narrative."""
    spoken = [element.proto.body for element in app.get("html") if "; edition " not in element.proto.body]
    for chart in app.get("plotly_chart"):
        spoken.append(chart.proto.alt + json.dumps(json.loads(chart.proto.spec), ensure_ascii=False))
    return " ".join(" ".join(spoken).replace("<br>", " ").split())


def proper(exhibit: str, words: str) -> list[str]:
    """The narratives whose own words of an exhibit are among ``words``."""
    return [name for name, own in zip(("one", "two"), PROPER[exhibit], strict=True) if own in words]


def expected(exhibit: str, named: list[str]) -> list[str]:
    return [name for name in ("one", "two") if name in named]


def test_the_families_are_not_empty_and_the_narratives_and_tours_are_all_right(content: Path) -> None:
    library = packs.load(content)
    tours, problems = touring.load(content, library.packs)
    assert (library.problems, problems, list(tours)) == ((), [], list(SHOWN))
    assert (len(REFUSED), ALONE) == (9, ("argument", "silences", "drift", "record", "audit"))
    assert (len(NAMES), {*PROPER, *COUNTED} == set(NAMES)) == (18, True)
    assert set(library.packs["bare"].claims) < set(library.packs["one"].claims) == set(library.packs["two"].claims)


@pytest.mark.parametrize(
    ("choice", "params"), [("all", {}), ("last", {}), ("all", {"present": "1", "voice": "quoted only"})]
)
def test_a_step_shows_every_narrative_it_names_in_its_own_words(
    content: Path, choice: str, params: dict[str, str]
) -> None:
    named = SHOWN[choice]
    app = opened(content, tour=choice, **params)
    found = {}
    for name in exhibits_of(named):
        words = seen(rerun(app, content, step=name))
        found[name] = (
            [error.message for error in app.exception],
            [title.value for title in app.title],
            proper(name, words) if name in PROPER else expected(name, named),
            [id for id, label in LABELS.items() if label in words],
        )
    assert found == {
        name: (
            [],
            [f"Step {name}"],
            expected(name, named),
            [id for id in LABELS if id in (named[:2] if name == "comparison" else named)],
        )
        for name in exhibits_of(named)
    }


@pytest.mark.parametrize("choice", SHOWN)
def test_the_sheet_holds_every_step_whatever_it_names(content: Path, choice: str) -> None:
    named = SHOWN[choice]
    app = opened(content, tour=choice, view="sheet")
    words = seen(app)
    assert [error.message for error in app.exception] == []
    assert [header.value for header in app.header if header.value[0].isdigit()] == [
        f"{number}  Step {name}" for number, name in enumerate(exhibits_of(named), 1)
    ]
    assert len(app.get("plotly_chart")) == DRAWN[choice]
    assert {name: proper(name, words) for name in PROPER} == {name: expected(name, named) for name in PROPER}


def test_a_sheet_may_hold_one_exhibit_twice(content: Path, example: Example) -> None:
    """The walkthrough of a single narrative has the same charts and key figures in several of its steps."""
    again = [example.read("walkthrough.yaml").replace("id: growth", f"id: growth-{number}") for number in (1, 2)]
    figures = [text.replace("id: growth", "id: figures").replace("as-stated", "key-figures") for text in again]
    example.set("walkthrough.yaml", "".join([*again, *figures])).listed()
    app = opened(example.content, view="sheet")
    assert (example.report(), [error.message for error in app.exception]) == ("", [])
    assert (len(app.get("plotly_chart")), len(app.header)) == (2, 9)


def test_the_presenters_window_opens_for_every_step(content: Path) -> None:
    app = opened(content, tour="all", view="presenter")
    titles = [[title.value for title in rerun(app, content, step=name).title] for name in NAMES]
    assert (titles, [error.message for error in app.exception]) == ([[f"Step {name}"] for name in NAMES], [])


def links_of(content: Path, choice: str, names: Iterable[str]) -> dict[tuple[str, str], tuple[str, Params]]:
    """(exhibit, label) of every way to a full page, with the page and its parameters."""
    app = opened(content, tour=choice)
    found: dict[tuple[str, str], tuple[str, Params]] = {}
    for name in names:
        for link in rerun(app, content, step=name).get("page_link"):
            if link.proto.label.startswith("Open the full page"):
                params = parse_qs(link.proto.query_string)
                found[name, link.proto.label.replace("\\", "")] = (link.proto.page or "overview", params)
    return found


EACH = ("key-figures", "argument", "silences", "renderings", "drift", "record", "forecasts")


def test_the_way_to_the_full_page_shows_every_narrative_of_the_step_there(content: Path) -> None:
    ways = links_of(content, "two", NAMES)
    full = "Open the full page"
    assert list(ways) == [
        (name, label)
        for name in NAMES
        for label in ([f"{full}: {LABELS[id]}" for id in SHOWN["two"]] if name in EACH else [full])
    ]
    found = {}
    for (name, label), (page, params) in ways.items():
        words = seen(app := opened(content, page, **params, **({"record": "true"} if name == "record" else {})))
        of = [id for id in SHOWN["two"] if label in (full, f"{full}: {LABELS[id]}")]
        wrong = "This link names" in words or [error.message for error in app.exception]
        met = proper(name, words) if name in PROPER else of
        if wrong or met != of or params["back"] != [f"two/{name}"]:
            found[name, label] = (wrong, met, params)
    assert found == {}


def test_a_chart_that_needs_several_leads_to_the_page_of_the_one_that_its_step_shows(content: Path) -> None:
    ways = links_of(content, "one", ("regions", "figures-given", "layer-matrix", "openness"))
    assert len(ways) == 4
    for page, params in ways.values():
        app = opened(content, page, **params)
        assert ([error.message for error in app.exception], "This link names" in seen(app)) == ([], False)
        assert app.selectbox(key="narrative").value == LABELS["one"]


def test_a_click_on_any_mark_opens_its_own_words(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = packs.load(content).packs
    every, told = tuple(library.values()), list[str]()
    monkeypatch.setattr(loading, "CONTENT", content)
    monkeypatch.setattr(st, "html", told.append)
    monkeypatch.setattr(st, "page_link", lambda *page, **link: None)  # outside the app there are no pages
    opened_by: Counter[str] = Counter()
    wrong = []
    for name in NAMES:
        for view in [(pack,) for pack in every] if name in ALONE else [every]:
            options = Options(first=Ref("one", "makers-capex"), second=Ref("two", "makers-capex"))
            figure = exhibits.build(name, exhibits.View(view, options=options)).figure
            marks = [mark for trace in (figure.data if figure else ()) for mark in trace.customdata or ()]
            for id, *narrative in sorted({tuple(mark) for mark in marks if mark[0]}):
                if words := opening.OPENED.get(exhibits.EXHIBITS[name].words):
                    whose = narrative[0] if narrative and narrative[0] else view[0].id
                    told.clear()
                    words(library[whose], id)
                    opened_by[name] += 1
                    other = {"one": "$70 billion", "two": "$40 billion", "bare": " billion"}[whose]
                    wrong += [(name, whose, id)] * (not told or other in "".join(told))
    assert wrong == []
    assert set(opened_by) == set(PROPER) - {"key-figures", "called-open-closed", "renderings"}
    assert (opened_by["record"], opened_by["drift"], opened_by["layer-matrix"]) == (4, 4, 9)


# What `check` says ---------------------------------------------------------------------------------------

REFUSED: dict[str, tuple[dict[str, object], str, str]] = {
    # what the step of an editor has: what is changed in it, what is told, and how it is mended
    "no claims to compare": (
        {"state": {}},
        "the comparison lacks two different claims",
        "name two different claims as “first:” and “second:”, each as `narrative/claim`",
    ),
    "one claim twice": (
        {"state": {"first": "one/makers-capex", "second": "one/makers-capex"}},
        "the comparison lacks two different claims",
        "name two different claims as “first:” and “second:”, each as `narrative/claim`",
    ),
    "a claim of a narrative it does not show": (
        {"narratives": ["one"]},
        "“two/makers-capex” is of a narrative that the step does not show",
        "add “two” to the step’s narratives",
    ),
    "a claim that is not there": (
        {"state": {"first": "one/makers-capex", "second": "two/makers-capec"}},
        "“two/makers-capec” is not there",
        "name one that is, or drop it",
    ),
    "a claim of a narrative outside the tour": (
        {"state": {"first": "one/makers-capex", "second": "three/makers-capex"}},
        "the narrative “three” is not among those of the tour",
        "add it to the tour’s narratives, or name another",
    ),
    "a narrative twice": ({"narratives": ["one", "two", "one"]}, "the narrative “one” stands twice", "name it once"),
    "a measure that is not there": (
        {"exhibit": "as-stated", "state": {"measures": ["capital-expendture"]}},
        "the measure “capital-expendture” is not there",
        "add it to the shared measures.yaml, or name one that is there",
    ),
    "two measures where one is shown": (
        {"exhibit": "figures-given", "state": {"measures": ["capital-expenditure", "share-of-revenue"]}},
        "2 measures are named",
        "keep one of them",
    ),
    "the id of the step before": ({"id": "layer-matrix"}, "the id stands twice in this tour", "rename one of the two"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_step_that_would_show_something_else_is_refused_and_left_out(
    content: Path, tmp_path: Path, case: str
) -> None:
    change, what, mend = REFUSED[case]
    steps = [step("layer-matrix", SHOWN["two"]), step("comparison", SHOWN["two"]) | change]
    library = packs.load(content).packs
    (tmp_path / touring.FILE).write_text(json.dumps([tour("made", steps)], indent=1), "utf-8")
    tours, problems = touring.load(tmp_path, library)
    (problem,) = problems
    name = steps[1]["id"]
    assert (problem.what, problem.mend) == (f"tour “made”, step “{name}”: {what}", mend)
    assert (problem.line > 20, bool(problem.why), [each.id for each in tours["made"].steps]) == (
        True,
        True,
        ["layer-matrix"],
    )


def test_no_step_can_show_the_audit(content: Path, tmp_path: Path) -> None:
    (tmp_path / touring.FILE).write_text(json.dumps([tour("made", [step("audit", ["one"])])]), "utf-8")
    tours, (problem,) = touring.load(tmp_path, packs.load(content).packs)
    assert (tours, "exhibit is “audit”, not one of" in problem.what) == ({}, True)


@pytest.mark.parametrize("exhibit", ALONE)
def test_an_exhibit_of_one_narrative_is_never_built_of_several(content: Path, exhibit: str) -> None:
    view = exhibits.View(tuple(packs.load(content).packs.values()))
    with pytest.raises(ValueError, match=f"{exhibit} shows one narrative, not 3"):
        exhibits.build(exhibit, view)


def test_what_is_left_out_of_several_is_counted_in_each_by_itself(content: Path) -> None:
    """The one claim of the third narrative is a key figure there, and has the id of a claim that is none elsewhere."""
    view = exhibits.View(tuple(packs.load(content).packs.values()), CHOICES["quoted only"])
    built = exhibits.build("key-figures", view)
    assert (built.cards, built.caveats) == (
        (Ref("one", "makers-capex"), Ref("two", "makers-capex")),
        ("Left out: 1 claim (1 paraphrased).",),
    )


def test_figures_are_given_of_a_measure_that_is_known_where_the_usual_one_is_not(example: Example) -> None:
    for file in ("../measures.yaml", "claims.yaml"):
        example.set(file, example.read(file).replace("capital-expenditure", "spending"))
    built = exhibits.build("figures-given", exhibits.View((example.pack(),)))
    assert built.title == "Capital expenditure: 1 of 1 narratives give a number of their own"


@pytest.mark.parametrize("chart", exhibits.on_page("investment", several=True))
def test_no_chart_of_several_narratives_without_a_figure_breaks_its_page(
    content: Path, tmp_path: Path, chart: str
) -> None:
    for name in ("bare", "bald"):
        shutil.copytree(content / "bare", tmp_path / "content" / name)
    for path in content.glob("*.yaml"):
        shutil.copy(path, tmp_path / "content")
    label = tmp_path / "content/bald/narrative.yaml"
    label.write_text(label.read_text("utf-8").replace("Bare 2026", "Bald 2026"), "utf-8")
    app = opened(tmp_path / "content", "investment", chart=chart, beside=frame.ALL)
    assert ([error.message for error in app.exception], len(app.title)) == ([], 1)
