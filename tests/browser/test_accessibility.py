"""For those who read with a keyboard, a screen reader, large type or without motion. axe also runs in test_pages_open."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import axe
from tests.browser.harness import OpenPage, Visit

pytestmark = pytest.mark.browser

# Text nodes that hold Chinese and are not inside an element that says so. Plotly writes the words of its pictures itself,
# without a place for their language; the table behind each says it.
UNTAGGED = """() => {
    const walker = document.createTreeWalker(document.querySelector('[data-testid=stMain]'), NodeFilter.SHOW_TEXT)
    const found = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (/[\\u4e00-\\u9fff]/.test(node.data) && !node.parentElement.closest('[lang^=zh], style, .js-plotly-plot'))
            found.push(node.data)
    return found
}"""
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
VIEWS = (
    "/?narrative=Liang+2024",
    "/open_source?beside=all+narratives",
    "/investment?chart=comparison",
    "/walkthrough?tour=two-sides&present=1",
    "/walkthrough?view=sheet",
    "/evidence?section=wordings",
    "/evidence?section=record&record=true",
    "/evidence?section=check",
    "/quotes?narrative=Liang+2024",
)


@pytest.fixture
def dark(open_page: OpenPage) -> Visit:
    return open_page("/layers?beside=all+narratives", 1440, "dark")


def test_there_are_views_to_look_at() -> None:
    assert len(VIEWS) == 9


@pytest.mark.parametrize("path", VIEWS)
def test_axe_finds_nothing_of_ours_in_a_view_and_chinese_words_are_tagged(path: str, open_page: OpenPage) -> None:
    page = open_page(path, 1440).page
    assert (axe.ours(axe.findings(page)), page.evaluate(UNTAGGED)) == ((), [])


def test_each_finding_that_is_listed_as_streamlits_is_still_there(open_page: OpenPage, dark: Visit) -> None:
    found = axe.findings(open_page("/evidence?section=check").page) + axe.findings(dark.page)
    assert {axe.cause(rule, html) for rule, html in found} == set(axe.UPSTREAM)


def test_at_twice_the_size_a_page_is_read_without_scrolling_sideways(browser: Browser, app_url: str) -> None:
    """A window of 1440 by 900 zoomed to 200% has 720 by 450 CSS pixels."""
    context = browser.new_context(viewport={"width": 720, "height": 450}, device_scale_factor=2)
    wider = {}
    page = context.new_page()
    for path in ("/", "/layers", "/open_source", "/investment", "/quotes", "/walkthrough", "/evidence"):
        visit = Visit(page)
        page.goto(app_url + path)
        visit.settle()
        wider[path] = page.evaluate(
            "[...document.querySelectorAll('html, [data-testid=stMain]')].some((one) => one.scrollWidth > innerWidth)"
        )
    context.close()
    assert set(wider.values()) == {False}


def test_nothing_of_ours_moves_for_a_reader_who_asked_for_less_motion(browser: Browser, app_url: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(app_url + "/walkthrough")
    Visit(page).settle()
    page.get_by_label("Steps").get_by_role("button").first.wait_for()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"step="))
    moving = page.evaluate(MOVING)
    page.evaluate(PLANTED)
    planted = page.evaluate(MOVING)
    context.close()
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


def test_by_keyboard_alone_a_reader_chooses_a_narrative(open_page: OpenPage) -> None:
    page = open_page("/layers").page
    choose(page, "Narrative", "Nadella")
    expect(page).to_have_url(re.compile("narrative=Nadella"))
    expect(page.locator("h1").first).to_contain_text("Microsoft")


def test_by_keyboard_alone_a_reader_opens_the_words_on_a_layer(open_page: OpenPage) -> None:
    page = open_page("/layers").page
    tab_to(page, "Applications")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("layer="))
    expect(page.locator("figure.asn-quote").first).to_be_visible()


def test_by_keyboard_alone_a_reader_compares_two_claims(open_page: OpenPage) -> None:
    page = open_page("/investment?chart=comparison").page
    choose(page, "The second claim", "50 trillion")
    expect(page).to_have_url(re.compile("second="))
    expect(page.get_by_role("figure", name=re.compile("one axis"))).to_be_visible()


def test_by_keyboard_alone_a_speaker_gives_the_walkthrough(open_page: OpenPage) -> None:
    page = open_page("/walkthrough").with_keys()
    tab_to(page, "Next")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("step="))
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("present=1"))
    page.get_by_role("button", name="leave the stage").wait_for()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h1").first).to_contain_text("The man on stage")
    page.keyboard.press("e")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
