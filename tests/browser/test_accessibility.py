"""For those who read with a keyboard, large type or without motion. For a screen reader, axe looks at every page and view."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import axe
from tests.browser.harness import OpenPage, Visit
from tests.browser.test_pages_open import PAGES

pytestmark = pytest.mark.browser

# Our classes in the page, and all within our components; Streamlit's own elements are Streamlit's.
MOVING = """() => [document, ...[...document.querySelectorAll('*')].map((one) => one.shadowRoot).filter(Boolean)]
    .flatMap((root) => root.getAnimations().filter((one) => root !== document || one.effect.target?.matches('[class*=asn-]')))
    .map((one) => one.effect.target.outerHTML.slice(0, 120))"""
PLANTED = """() => [...document.querySelectorAll('*')].map((one) => one.shadowRoot).find(Boolean).firstElementChild
    .animate([{opacity: 0}, {opacity: 1}], {duration: 1e6})"""
# How the focused element and what stands around it look; compared with how they look once the focus has gone on.
FOCUSED = """() => {
    let of = document.activeElement
    while (of.shadowRoot?.activeElement) of = of.shadowRoot.activeElement
    return of
}"""
RING = ("outlineStyle", "outlineWidth", "boxShadow", "borderColor", "backgroundColor", "color", "clipPath", "transform")
LOOK = """async ([of, names]) => {
    const around = [of, of.parentElement, of.parentElement?.parentElement, of.firstElementChild].filter(Boolean)
    await Promise.all(around.flatMap((one) => one.getAnimations()).map((one) => one.finished.catch(() => {})))
    return around.map((one) => getComputedStyle(one)).map((style) => names.map((name) => style[name]).join()).join('|')
}"""


@pytest.mark.deep  # only another Streamlit changes it
def test_each_finding_that_is_listed_as_streamlits_is_still_there(open_page: OpenPage) -> None:
    shown = (open_page("/evidence"), open_page("/layers?beside=all+narratives", scheme="dark"))
    found = [finding for visit in shown for finding in axe.findings(visit.page)]
    assert {axe.cause(rule, html) for rule, html in found} == set(axe.UPSTREAM)


@pytest.mark.deep  # nearly as wide as one of the widths at which test_pages_open looks
def test_at_twice_the_size_a_page_is_read_without_scrolling_sideways(browser: Browser, app_url: str) -> None:
    """A window of 1440 by 900 zoomed to 200% has 720 by 450 CSS pixels."""
    context = browser.new_context(viewport={"width": 720, "height": 450}, device_scale_factor=2)
    wider = {}
    page = context.new_page()
    for path in PAGES:
        visit = Visit(page)
        page.goto(app_url + path)
        visit.settle()
        wider[path] = page.evaluate(
            "[...document.querySelectorAll('html, [data-testid=stMain]')].some((one) => one.scrollWidth > innerWidth)"
        )
    context.close()
    assert wider == dict.fromkeys(PAGES, False)


def test_nothing_of_ours_moves_for_a_reader_who_asked_for_less_motion(open_page: OpenPage) -> None:
    visit = open_page("/walkthrough")
    visit.page.emulate_media(reduced_motion="reduce")
    page = visit.with_keys()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"step="))
    moving = page.evaluate(MOVING)
    page.evaluate(PLANTED)
    planted = page.evaluate(MOVING)
    assert (moving, len(planted)) == ([], 1)  # one that is planted would be found


NAME = """(name) => {
    const of = document.activeElement
    if (of.querySelector('button, input, a'))  // the window, or a group that scrolls
        return false
    const by = of.getAttribute('aria-labelledby')
    const labels = [by && document.getElementById(by), of, of.closest('label'),
        of.closest('[data-testid=stSelectbox]')?.querySelector('label')]
    return [of.ariaLabel, ...labels.map((one) => one?.innerText)].some((one) => one?.includes(name))
}"""


def tab_to(page: Page, name: str, *, most: int = 80) -> None:
    """Press Tab until what is so named has the focus, which can be seen wherever it is on the way."""
    unseen: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(NAME, name):
            assert unseen == []
            return
        focused = page.evaluate_handle(FOCUSED)
        with_ring = page.evaluate(LOOK, [focused, RING])
        page.keyboard.press("Tab")
        if page.evaluate(LOOK, [focused, RING]) == with_ring and not page.evaluate(
            "(of) => of.id === 'stMain'", focused
        ):
            unseen.append(
                page.evaluate("(of) => of.outerHTML.slice(0, 160)", focused)
            )  # not Streamlit’s scrolling window
        page.keyboard.press("Shift+Tab")
    raise AssertionError(f"Tab never came to “{name}”")


def choose(page: Page, name: str, words: str) -> None:
    """Choose in a list by typing part of what it holds."""
    tab_to(page, name)
    page.keyboard.press("Control+a")
    page.keyboard.type(words)
    expect(page.get_by_role("option").first).to_contain_text(words)
    page.keyboard.press("Enter")


def test_by_keyboard_alone_a_reader_chooses_a_narrative_and_opens_the_words_on_a_layer(open_page: OpenPage) -> None:
    page = open_page("/layers").page
    choose(page, "Narrative", "Lin")
    expect(page).to_have_url(re.compile("narrative=Lin"))
    expect(page.locator("h1").first).to_have_text("Lin Bo publishes models and does not touch power")
    tab_to(page, "Applications")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("layer=infrastructure"))
    expect(page.locator("figure.asn-quote").first).to_contain_text("明年我们的资本开支大约是200亿到300亿元。")


def test_by_keyboard_alone_a_reader_compares_two_claims(open_page: OpenPage) -> None:
    page = open_page("/investment?chart=comparison").page
    choose(page, "The second claim", "50 billion")
    expect(page).to_have_url(re.compile("second=makers-asked"))
    expect(page.get_by_role("figure", name=re.compile("one axis"))).to_be_visible()


def test_by_keyboard_alone_a_speaker_gives_the_walkthrough(open_page: OpenPage) -> None:
    page = open_page("/walkthrough").with_keys()
    tab_to(page, "Next")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("step=silence"))
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("present=1"))
    page.get_by_role("button", name="leave the stage").wait_for()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h1").first).to_contain_text("Ada Vale gives two bounds")
    page.keyboard.press("e")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
