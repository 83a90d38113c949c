"""In forced colours (Windows’ contrast themes): what is chosen, switched on, in focus or reached is seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.harness import Visit, serving
from tests.example import Example
from tests.rules.slips import RECORD

pytestmark = pytest.mark.browser

LOOKS = """(all) => all.map((one) => [one.getAttribute('aria-checked') ?? one.getAttribute('aria-current') ?? '',
    getComputedStyle(one).backgroundColor, getComputedStyle(one.querySelector('p') ?? one).color])"""
SWITCH = """(input) => { const style = getComputedStyle(input.closest('label'), '::before')
    return [style.content, style.backgroundColor] }"""
RING = "(one) => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth]"
LINE = """(all) => all.map((one) => [one.getAttribute('aria-current') ?? '', getComputedStyle(one, '::before').height,
    getComputedStyle(one, '::before').backgroundColor])"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of a narrative with a fact of the public record and two steps."""
    example = Example(tmp_path_factory.mktemp("forced")).write()
    example.set("record.yaml", RECORD)
    step = example.read("walkthrough.yaml")
    example.set("walkthrough.yaml", step + step.replace("id: growth", "id: again")).pack()
    with serving(example.content) as url:
        yield url


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A window in forced colours, on the layers."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, forced_colors="active", color_scheme="dark")
    window = context.new_page()
    window.goto(f"{site}/layers")
    Visit(window).settle()
    yield window
    context.close()


def test_the_chosen_of_a_row_looks_unlike_each_other_and_its_words_are_read_on_it(page: Page) -> None:
    looks = page.get_by_role("radio").evaluate_all(LOOKS)
    chosen = [look for state, *look in looks if state == "true"]
    others = [look for state, *look in looks if state != "true"]
    assert (len(chosen), len(others) > 1) == (1, True)
    background, words = chosen[0]
    assert background != words and background not in {other for other, _ in others}
    assert re.fullmatch(r"rgb\(.*\)|rgba\(.*, (1|0\.[5-9]\d*)\)", background)  # a shade of the ground is not seen


def test_a_switch_that_is_on_looks_unlike_one_that_is_off_and_says_so(page: Page) -> None:
    switch = page.get_by_role("switch", name="Public record", exact=True)
    off = switch.evaluate(SWITCH)
    page.get_by_text("Public record", exact=True).click()
    expect(switch).to_be_checked()
    on = switch.evaluate(SWITCH)
    assert (off[0].split()[0], on[0].split()[0], off[1] != on[1]) == ('"off"', '"on"', True)


def test_what_has_the_focus_has_a_ring(page: Page) -> None:
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.matches('[role=radio]:focus-visible')")
    assert page.evaluate_handle("document.activeElement").evaluate(RING) == ["solid", "3px"]
    page.get_by_label("Narrative", exact=True).focus()
    around = page.get_by_label("Narrative", exact=True).locator("xpath=..")
    assert around.evaluate(RING) == ["solid", "3px"]


def test_the_progress_line_shows_how_far_a_walkthrough_has_come(page: Page) -> None:
    page.get_by_role("link", name="Walkthrough", exact=True).click()
    steps = page.get_by_label("Steps").get_by_role("button")
    expect(steps).to_have_count(2)
    looks = steps.evaluate_all(LINE)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert [state != "" for state, _, _ in looks] == [True, False]
    assert looks[0][1:] != looks[1][1:] and ground not in {colour for _, _, colour in looks}


def test_nothing_of_this_is_seen_in_a_readers_own_colours(page: Page) -> None:
    page.emulate_media(forced_colors="none")
    assert page.get_by_role("switch", name="Public record", exact=True).evaluate(SWITCH)[0] == "none"
