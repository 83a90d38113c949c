"""A server that starts again between a reader's opening of a view and the first click there: the click counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.harness import ROOT, Visit, free_port, serving

pytestmark = pytest.mark.browser

CONTENT = ROOT / "tests" / "library" / "content"
CONNECTED = "[data-testid=stApp][data-test-connection-state=CONNECTED]"
GONE = "[data-testid=stApp]:not([data-test-connection-state=CONNECTED])"


def choose(name: str) -> Callable[[Page], None]:
    """One of a few that stand side by side."""
    return lambda page: page.get_by_role("radio", name=name, exact=True).first.click()


def select(label: str, option: str) -> Callable[[Page], None]:
    """One of many, found in a list by a part of its name."""

    def act(page: Page) -> None:
        page.get_by_role("combobox", name=re.compile(f"(^|[ .]){label}$")).first.fill(option)
        page.get_by_role("option", name=option).first.click()

    return act


def button(name: str) -> Callable[[Page], None]:
    return lambda page: page.get_by_role("button", name=re.compile(name)).first.click()


def key(name: str) -> Callable[[Page], None]:
    return lambda page: Visit(page).with_keys().keyboard.press(name)


def slide(name: str) -> Callable[[Page], None]:
    """One place up on a scale."""

    def act(page: Page) -> None:
        page.get_by_role("slider", name=re.compile(name)).focus()
        page.keyboard.press("ArrowRight")

    return act


@dataclass(frozen=True)
class Choice:
    """A view, what the reader does first after the restart, what the link says then, and words that stand there then."""

    path: str
    act: Callable[[Page], None]
    link: str
    words: str


STAGE = "/walkthrough?step=bounds&present=1&embed=true"
SILENCE = "On China Ada Vale gives words and no figure"
CHOICES = {
    "layer": Choice("/layers?layer=models", choose("Energy"), r"layer=energy", "power stations"),
    "chart": Choice("/investment?chart=ladder", choose("When"), r"chart=periods", "When"),
    "argument": Choice(
        "/open_source?argument=sales", select("Point", "independence"), r"argument=independence", "certain"
    ),
    "measures": Choice(
        "/investment?measures=revenue", select("Measures", "Market size"), r"measures=revenue%2Cmarket", ""
    ),
    "share": Choice("/investment?chart=ladder&share=40", slide("Another share"), r"share=45", "45"),
    "quote opened": Choice("/quotes", button("Open “It may"), r"quote=power", "Close"),
    "step by list": Choice("/walkthrough?step=bounds", select("Step", "2 of 3"), r"step=silence", SILENCE),
    "step by button": Choice("/walkthrough?step=bounds", button("^Next"), r"step=silence", SILENCE),
    "step by key on stage": Choice(STAGE, key("ArrowRight"), r"step=silence", SILENCE),
    "tour": Choice(
        "/walkthrough?step=silence", choose("Three voices on models"), r"\?tour=three-voices$", "Each speaks of a part"
    ),
    "section": Choice("/evidence?section=sources", choose("Editions"), r"section=editions", "edition"),
    "order": Choice("/quotes?order=interview", choose("as a list"), r"/quotes$", "Open “"),
    "claim": Choice(
        "/investment?claim=power-doubles", select("Claim", "no figure"), r"claim=china-not-stated", "In China"
    ),
    "measure": Choice(
        "/investment?beside=Lin+2024&chart=figures-given&measure=market-size",
        select("Measure", "Revenue"),
        r"measure=revenue",
        "",
    ),
    "axis": Choice("/investment?axis=logarithmic", choose("linear"), r"/investment$", ""),
    "interest": Choice("/investment?about=competitor", select("Whose interest", "own firm"), r"about=own-firm", ""),
    "first claim": Choice(
        "/investment?chart=comparison&first=own-yearly&second=own-at-most",
        select("The first claim", "$50 billion: "),
        r"first=makers-asked",
        "$50 billion",
    ),
    "theme": Choice("/quotes?theme=growth", select("Theme", "Sovereignty"), r"theme=sovereignty", ""),
    "quote closed": Choice("/quotes?quote=power", button("Close"), r"/quotes$", "Open “"),
    "step by key": Choice("/walkthrough?step=bounds", key("ArrowRight"), r"step=silence", SILENCE),
    "step by key, first of all": Choice("/walkthrough", key("ArrowRight"), r"step=silence", SILENCE),
    "leaving a tour": Choice(
        "/walkthrough?tour=three-voices&step=two-firms", choose("This narrative"), r"/walkthrough$", "two bounds"
    ),
}


# `tests/test_restart.py` tries all of them without a browser; here a row, a list, a button, and a key that ours hears.
OFTEN = ("layer", "step by list", "quote opened", "step by key on stage")
RARELY = tuple(name for name in CHOICES if name not in OFTEN)


def test_every_choice_that_a_link_carries_is_clicked() -> None:
    assert (len(OFTEN), len(RARELY)) == (4, 18)


@pytest.fixture
def windows(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """Opens an address in a window of its own; those of the walkthrough do not hear of each other."""
    shared = browser.new_context(viewport={"width": 1440, "height": 900})
    contexts = [shared]

    def window(address: str) -> Page:
        if "/walkthrough" in address:
            contexts.append(browser.new_context(viewport={"width": 1440, "height": 900}))
        page = (contexts[-1] if "/walkthrough" in address else shared).new_page()
        page.goto(address)
        Visit(page).settle()
        return page

    yield window
    for context in contexts:
        context.close()


def reached(page: Page, link: str, words: str) -> str:
    """Nothing if a link and its words stand once all has settled; else what stands there."""
    try:
        expect(page).to_have_url(re.compile(link))
        expect(page.get_by_role("main")).to_contain_text(words)
        Visit(page).settle()
        expect(page).to_have_url(re.compile(link))
    except AssertionError:
        return f"{re.sub('^http://[^/]+', '', page.url)}, not {link} with “{words}”"
    return "an exception" if page.get_by_test_id("stException").count() else ""


def back_again(pages: list[Page]) -> None:
    """Waits until every window has found the server that took the place of the one that died."""
    for page in pages:
        page.wait_for_selector(CONNECTED, timeout=60_000)


@pytest.mark.parametrize("names", [OFTEN, pytest.param(RARELY, marks=pytest.mark.deep)], ids=["often", "rarely"])
def test_the_first_click_after_a_restart_counts_whatever_is_chosen(
    names: tuple[str, ...], windows: Callable[[str], Page]
) -> None:
    port, wrong = free_port(), {}
    with serving(CONTENT, port) as url:
        pages = {name: windows(url + CHOICES[name].path) for name in names}
    for page in pages.values():
        page.wait_for_selector(GONE)
    with serving(CONTENT, port):
        back_again([*pages.values()])
        for name, page in pages.items():
            page.bring_to_front()
            CHOICES[name].act(page)
            if found := reached(page, CHOICES[name].link, CHOICES[name].words):
                wrong[name] = found
    assert wrong == {}


@pytest.mark.deep
def test_back_goes_back_and_a_click_counts_whatever_else_came_first_after_a_restart(
    windows: Callable[[str], Page],
) -> None:
    port = free_port()
    with serving(CONTENT, port) as url:
        went, ran = windows(url + "/layers?layer=energy"), windows(url + "/layers?layer=energy")
        choose("Models")(went)
        assert reached(went, "layer=models", "weights") == ""
    for page in (went, ran):
        page.wait_for_selector(GONE)
    with serving(CONTENT, port):
        back_again([went, ran])
        went.go_back()
        assert reached(went, "layer=energy", "power stations") == ""
        went.go_forward()
        assert reached(went, "layer=models", "weights") == ""
        ran.bring_to_front()
        ran.keyboard.press("r")  # the page is asked for again as it stands, as a browser does that was cut off in a run
        Visit(ran).settle()
        choose("Models")(ran)
        assert reached(ran, "layer=models", "weights") == ""


def test_a_step_chosen_from_the_list_stays_though_keys_were_used_before(windows: Callable[[str], Page]) -> None:
    with serving(CONTENT) as url:
        page = windows(f"{url}/walkthrough")
        key("ArrowRight")(page)
        assert reached(page, "step=silence", SILENCE) == ""
        select("Step", "3 of 3")(page)
        assert reached(page, "step=open$", "grants that it costs") == ""
        page.get_by_text("Public record").first.click()
        assert reached(page, r"(?=.*record=true)(?=.*step=open)", "grants that it costs") == ""
