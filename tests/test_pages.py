"""Each page through the real entrypoint: it opens, its links hold, and no value reaches it unescaped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from streamlit.testing.v1 import AppTest

from narratives.library import packs
from narratives.ui.page import loading
from narratives.web import routes
from tests import views
from tests.conftest import LIBRARY

ROOT = Path(__file__).parents[1]
PAGES = ("overview", "layers", "open_source", "investment", "quotes", "walkthrough", "evidence")
PACK = packs.load(LIBRARY).packs["ada-vale-forum"]
HOSTILE = ("../../etc/passwd", "<script>alert(1)</script>", "x" * 10_000, "-1", "\u202egnp", "", "' OR 1=1")


def opened(page: str, **params: str) -> AppTest:
    """The page as a reader opens it by its link."""
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30)
    app.run()
    for name, value in params.items():
        app.query_params[name] = value
    return app.switch_page(str(ROOT / "pages" / f"{page}.py")).run() if page != "overview" else app.run()


def shown(app: AppTest) -> str:
    """Everything that HTML elements of the page say."""
    return "\n".join(element.proto.body for element in app.get("html"))


@pytest.fixture
def other_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the content that a test may break; the app reads it instead."""
    folder = tmp_path / "content"
    shutil.copytree(LIBRARY, folder)
    monkeypatch.setattr(loading, "CONTENT", folder)
    yield folder


def test_there_are_seven_pages_and_each_has_its_file() -> None:
    assert tuple(sorted(path.stem for path in (ROOT / "pages").glob("*.py"))) == tuple(sorted(PAGES))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_its_finding_as_the_only_title(page: str) -> None:
    app = opened(page)
    finding = PACK.steps[0].headline if page == "walkthrough" else PACK.narrative.findings[page].headline  # type: ignore[index]
    assert ([element.value for element in app.title], list(app.exception)) == ([finding], [])


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_its_edition_and_the_day_it_was_reviewed(page: str) -> None:
    assert f"Edition {PACK.edition}, reviewed 30 June 2026." in shown(opened(page))


# How many charts stand on each page as it opens, and on those that have one only in some of their views.
CHARTS: dict[tuple[str, tuple[tuple[str, str], ...]], int] = {
    ("overview", ()): 0,
    ("layers", ()): 1,
    ("open_source", ()): 2,
    ("investment", ()): 1,
    ("quotes", ()): 0,
    ("walkthrough", ()): 1,
    ("walkthrough", (("step", "silence"),)): 0,
    ("evidence", ()): 0,
    ("evidence", (("section", "wordings"),)): 1,
    ("evidence", (("section", "forecasts"),)): 1,
}


def test_every_page_is_among_those_whose_charts_are_counted() -> None:
    assert ({page for page, _ in CHARTS}, sum(CHARTS.values())) == (set(PAGES), 7)


@pytest.mark.parametrize(("page", "params"), CHARTS)
def test_every_chart_has_an_alternative_text(page: str, params: tuple[tuple[str, str], ...]) -> None:
    alts = [chart.proto.alt for chart in opened(page, **dict(params)).get("plotly_chart")]
    assert (len(alts), [alt for alt in alts if len(alt) <= 40]) == (CHARTS[page, params], [])


@pytest.mark.parametrize(
    ("page", "param", "value", "words"),
    [
        ("quotes", "quote", "makers", "more than $40 billion next year"),
        ("layers", "layer", "energy", "We do not own power stations"),
        ("investment", "claim", "china-not-stated", "In China they build a great deal"),
        ("open_source", "argument", PACK.stance.arguments[-1].id, PACK.quotes[PACK.stance.arguments[-1].quote].exact),
        ("walkthrough", "step", "silence", "no figure"),
    ],
)
def test_a_link_opens_what_it_names(page: str, param: str, value: str, words: str) -> None:
    app = opened(page, **{param: value})
    assert words.casefold() in shown(app).casefold() and app.query_params[param] in (value, [value])


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    ("page", "param"),
    [
        ("quotes", "quote"),
        ("layers", "layer"),
        ("investment", "claim"),
        ("investment", "chart"),
        ("investment", "share"),
        ("walkthrough", "step"),
        ("open_source", "argument"),
        ("overview", "narrative"),
        ("overview", "voice"),
    ],
)
def test_an_unknown_value_in_a_link_gets_a_notice_and_the_usual_view(page: str, param: str, value: str) -> None:
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30)
    if page == "overview":
        app.query_params[param] = value
        app.run()
    else:
        app = opened(page, **{param: value})
    assert not app.exception
    assert "<script>" not in shown(app) and "\u202e" not in shown(app)
    known = param == "quote" and value == ""
    on_screen = param != "share" or "chart" in app.query_params
    assert known or not on_screen or f"This link names the {param}" in shown(app)


def test_the_voice_switch_leaves_out_what_was_not_said_and_says_so() -> None:
    app = opened("investment")
    app.selectbox(key="voice").select("quoted only").run()
    chart = app.get("plotly_chart")[0].proto
    assert ("by 2027" in chart.spec, "Left out:" in chart.spec, "no figure stated" in chart.spec) == (False, True, True)


def test_a_broken_pack_shows_its_problems_in_its_place_and_the_others_go_on(other_content: Path) -> None:
    shutil.copytree(other_content / PACK.id, other_content / "broken")
    (other_content / "broken" / "claims.yaml").write_text("- id: <b>x</b>\n\tsays: no\n", "utf-8")
    app = opened("overview")
    assert ("content/broken/claims.yaml:2" in shown(app), len(app.title), list(app.exception)) == (True, 1, [])


def test_with_no_narrative_at_all_the_problems_are_all_there_is(other_content: Path) -> None:
    for narrative in other_content.glob("*/narrative.yaml"):
        narrative.unlink()
    app = opened("overview")
    assert ("narrative.yaml" in shown(app), len(app.title), list(app.exception)) == (True, 0, [])


def test_html_in_a_title_is_shown_to_the_letter(other_content: Path) -> None:
    path = other_content / PACK.id / "narrative.yaml"
    text = path.read_text("utf-8").replace(PACK.narrative.findings["layers"].text or "", "")
    headline = PACK.narrative.findings["layers"].headline
    path.write_text(text.replace(headline, "<img src=x onerror=alert(1)> :red[x] $a$ and $b"), "utf-8")
    app = opened("layers")
    assert app.title[0].value.replace("\\", "") == "<img src=x onerror=alert(1)> :red[x] $a$ and $b"
    assert "<img" not in app.title[0].value.replace("\\<", "&lt;")


def test_a_changed_file_is_read_again_on_the_next_run(other_content: Path) -> None:
    app = opened("layers")
    path = other_content / PACK.id / "narrative.yaml"
    headline = PACK.narrative.findings["layers"].headline
    path.write_text(path.read_text("utf-8").replace(headline, "Another headline"), "utf-8")
    assert app.run().title[0].value == "Another headline"


def test_the_next_button_and_the_step_list_move_the_walkthrough() -> None:
    app = opened("walkthrough")
    app.button[1].click().run()
    assert (app.title[0].value.replace("\\", ""), app.query_params["step"]) == (
        PACK.steps[1].headline,
        PACK.steps[1].id,
    )
    app.selectbox(key="step").select(PACK.steps[-1].id).run()
    assert app.title[0].value == PACK.steps[-1].headline


def test_search_finds_the_words_and_says_how_many_quotes_hold_them() -> None:
    app = opened("quotes")
    app.text_input(key="search").input("40 billion").run()
    assert "2 of 29 quotes" in shown(app)


def test_the_interview_can_be_read_question_by_question() -> None:
    app = opened("quotes", order="interview")
    text = shown(app)
    assert -1 < text.find(PACK.quotes["q-china"].exact) < text.find(PACK.quotes["china"].exact)


def test_a_quote_edited_after_its_audit_is_shown_as_unverified_and_fails_the_check(other_content: Path) -> None:
    path = other_content / PACK.id / "quotes.yaml"
    path.write_text(
        path.read_text("utf-8").replace("exact: Chips are where we began.", "exact: Chips are where we end."), "utf-8"
    )
    app = opened("quotes", quote="began")
    assert "a published transcript" in shown(app) and "· edited since its audit, so unverified" in shown(app)
    assert [problem.what for problem in packs.load(other_content).problems] == [
        "quote “began” was edited after its audit"
    ]
    assert ("has problems" in shown(app), list(app.exception)) == (False, [])


def without_findings(content: Path, *pages: str) -> None:
    """Take the findings of some pages out of the first narrative."""
    path = content / PACK.id / "narrative.yaml"
    data = yaml.safe_load(path.read_text("utf-8"))
    for page in pages:
        del data["findings"][page]
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")


@pytest.mark.parametrize("page", [page for page in PAGES if page != "walkthrough"])
def test_a_page_without_a_finding_is_headed_by_its_question(page: str, other_content: Path) -> None:
    without_findings(other_content, page)
    app = opened(page)
    question = routes.PAGES[page].question  # type: ignore[index]
    assert ([title.value for title in app.title], list(app.exception)) == ([question], [])


def test_a_narrative_without_a_finding_stands_among_others_under_its_label(other_content: Path) -> None:
    without_findings(other_content, "layers", "overview")
    app = views.opened("layers", {"beside": "Holm 2025"})
    told = next(
        element.proto.body for element in app.get("html") if element.proto.body.startswith('<div class="asn-told"')
    )
    assert ("<strong>Vale 2026</strong>" in told, told.count("<strong>"), list(app.exception)) == (True, 2, [])
    overview = opened("overview")
    links = [link.proto.label for link in overview.get("page_link")]
    assert ("Layers" in links, "Investment" in links, list(overview.exception)) == (False, True, [])
    assert PACK.narrative.title in shown(views.opened("overview", {"narrative": "Holm 2025"}))
