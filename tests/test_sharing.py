"""The link of exactly this view: nothing that is on the page is missing from it, and it is shown however long it is."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

from benchmarks.generating import generate
from narratives.library import packs
from narratives.receipts.hearing import CHOICES
from narratives.ui.page import loading, sharing
from narratives.ui.page.frame import ALL
from narratives.web.routes import PAGES
from tests.views import HOST, ROOT, choices, clicked, free, opened, told

LIBRARY = ROOT / "tests" / "library" / "content"
SHARED = ("layers.yaml", "measures.yaml", "themes.yaml", "terms.yaml", "questions.yaml")
APP_WIDE = ("narrative", "voice", "beside")
SEARCHED = ("models", "chips", "more than", "water", "no such words", "a & b = c", "北京", "“it may”", "100%", "#?")
USUAL, DEEP = range(12), range(12, 200)
WITHOUT = "This link is too long for a code."
Link = dict[str, str | list[str]]


@pytest.fixture(scope="module")
def nine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of nine: the three that hold every form, and six that were generated."""
    content, made = tmp_path_factory.mktemp("nine") / "content", generate(tmp_path_factory.mktemp("made"), 6)
    shutil.copytree(LIBRARY, content)
    for folder in made.glob("*/"):
        shutil.copytree(folder, content / folder.name)
    for name in SHARED:  # the generated ones were written with words of their own
        kept, added = (yaml.load((each / name).read_text("utf-8"), yaml.CSafeLoader) for each in (content, made))
        ids = {row["id"] for row in kept}
        rows = kept + [row for row in added if row["id"] not in ids]
        (content / name).write_text(yaml.safe_dump(rows, allow_unicode=True, sort_keys=False), "utf-8")
    return content


def labels(content: Path) -> list[str]:
    return [pack.narrative.label for pack in packs.load(content).packs.values()]


def found(seed: int, known: list[str]) -> tuple[AppTest, str]:
    """A view that a reader comes upon: a page, what is set above it, then some clicks; with the link that it shares."""
    random = Random(seed)
    page = random.choice(list(PAGES))
    link: Link = {"narrative": random.choice(known)} if random.random() < 0.7 else {}
    if PAGES[page].compares and random.random() < 0.8:
        link["beside"] = random.sample(known, random.randint(0, 8)) if random.random() < 0.9 else [ALL]
    if random.random() < 0.4:
        link["voice"] = random.choice(list(CHOICES))
    if random.random() < 0.3:
        link["record"] = "true"
    if page == "quotes" and random.random() < 0.5:
        link["search"] = random.choice(SEARCHED)
    if page == "quotes" and random.random() < 0.3:
        link["sheet"] = "2"
    app = opened(page, link)
    for _ in range(random.randint(0, 4)):
        buttons = [each for each in app.button if each.label in ("Previous", "Next", "Close") or "Open “" in each.label]
        here = [each for each in (*choices(app, but=APP_WIDE), *buttons) if not each.proto.disabled]
        if here:
            widget = random.choice(here)
            options = free(widget) if widget.type != "button" else []
            if options or widget.type == "button":
                app._run(clicked(app, widget, random.choice(options) if options else ""))
    app.session_state["sharing"] = True  # “Share this view” is open
    app.run()
    return app, app.code[0].value if app.code else ""


def follow(address: str) -> AppTest:
    """The address opened by somebody else."""
    at = urlsplit(address)
    link: Link = dict(parse_qs(at.query, keep_blank_values=True))
    app = opened(at.path.strip("/") or "overview", link)
    app.session_state["sharing"] = True
    return app.run()


def lost(seeds: range, content: Path) -> dict[int, tuple[str, list[str]]]:
    """For each view that its link does not show: the link, and in what the two are unlike."""
    known, unlike = labels(content), {}
    for seed in seeds:
        app, address = found(seed, known)
        one, other = told(app), told(follow(address))
        if one["exceptions"] or one != other:
            unlike[seed] = (address, [kind for kind in one if one[kind] != other[kind]] or ["an exception"])
    return unlike


def test_there_are_nine_narratives_and_two_hundred_views(nine: Path) -> None:
    assert (len(labels(nine)), len(USUAL) + len(DEEP), packs.load(nine).problems) == (9, 200, ())


def test_a_view_opened_by_its_link_shows_the_same(nine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "CONTENT", nine)
    assert lost(USUAL, nine) == {}


@pytest.mark.deep
def test_two_hundred_views_opened_by_their_links_show_the_same(nine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "CONTENT", nine)
    assert lost(DEEP, nine) == {}


def test_link_snippet_and_code_name_every_narrative_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "CONTENT", LIBRARY)
    app = opened("layers", {"beside": ["Lin 2024", "Holm 2025"]})
    app.session_state["sharing"] = True
    app.run()
    query = "beside=Lin+2024&beside=Holm+2025&narrative=Vale+2026"
    assert app.code[0].value == f"{HOST}/layers?{query}"
    assert f'"{HOST}/layers?{query.replace("&", "&amp;")}&amp;embed=true"' in app.code[1].value
    beneath = [each.proto.body for each in app.get("html")]
    assert any(f"{HOST}/layers?{query.replace('&', '&amp;')}<" in body for body in beneath)


LONG = "three-voices" + "x" * 3000  # a tour that nobody has; a link names it until it is told to be unknown


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "CONTENT", LIBRARY)


def shown(app: AppTest) -> tuple[int, bool, bool, list[str]]:
    """How many codes a page shows, whether it says that there is none, whether it tells the address, and what broke."""
    html = "\n".join(each.proto.body for each in app.get("html"))
    return len(app.get("image")), WITHOUT in html, LONG in html, [each.message for each in app.exception]


@pytest.mark.usefixtures("library")
def test_a_link_too_long_for_a_code_is_shared_without_one() -> None:
    app = opened("quotes", {"search": LONG})
    app.session_state["sharing"] = True
    app.run()
    assert (shown(app), LONG in app.code[0].value, LONG in app.code[1].value) == ((0, True, True, []), True, True)


@pytest.mark.usefixtures("library")
def test_a_link_too_long_for_a_code_stands_on_the_last_step_without_one() -> None:
    app = opened("walkthrough", {"step": "open"})
    app.context = {"url": f"http://{LONG}.example/walkthrough"}
    assert shown(app.run()) == (0, True, True, [])


@pytest.mark.usefixtures("library")
def test_a_link_too_long_for_a_code_stands_on_stage_without_one() -> None:
    stage: Link = {"tour": LONG, "step": "bounds", "present": "1"}
    asked = WidgetStates()
    asked.widgets.add(
        id=keys_of(opened("walkthrough", stage)), json_trigger_value='[{"event": "act", "value": "code"}]'
    )
    assert shown(opened("walkthrough", stage, asked)) == (0, True, True, [])


def keys_of(app: AppTest) -> str:
    """Where Streamlit listens to what the walkthrough's keys ask for."""
    deck = next(
        each.proto.id for each in app.get("bidi_component") if each.proto.component_name.endswith("walkthrough")
    )
    return f"$$STREAMLIT_INTERNAL_KEY_{deck}__events"


@pytest.mark.parametrize(("length", "there"), [(100, True), (2300, True), (2900, True), (2960, False)])
def test_a_code_is_made_as_long_as_one_can_hold_the_link(length: int, there: bool) -> None:
    made = sharing.code("x" * length)
    assert (made is not None and made.startswith(b"\x89PNG")) is there
