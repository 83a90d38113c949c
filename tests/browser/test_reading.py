"""What only a browser shows: clicks on marks, keys, Back, zoom, and that a chart is not drawn anew for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from narratives import exhibits
from tests.browser.harness import OpenPage

pytestmark = pytest.mark.browser

MAIN = "[data-testid=stMain]"
CHART = "[data-testid=stPlotlyChart] .js-plotly-plot"


def point_of(page: Page, chart: str, claim: str) -> tuple[float, float]:
    """Where the mark of ``claim`` stands on the screen, in pixels, by the chart's own axes."""
    place = page.evaluate(
        """([selector, id]) => {
            const chart = document.querySelector(selector), full = chart._fullLayout, box = chart.getBoundingClientRect()
            for (const trace of chart._fullData) {
                const at = (trace.customdata || []).findIndex((data) => data && data[0] === id)
                if (at < 0) continue
                const name = (axis, letter) => full[axis.replace(letter, letter + 'axis')]
                const x = name(trace.xaxis || 'x', 'x'), y = name(trace.yaxis || 'y', 'y')
                const value = trace.type === 'bar' ? trace.base[at] + trace.x[at] / 2 : trace.x[at]
                return [box.left + x._offset + x.d2p(value), box.top + y._offset + y.d2p(trace.y[at])]
            }
        }""",
        [chart, claim],
    )
    assert place is not None, f"no mark of {claim}"
    return place[0], place[1]


def click_mark(page: Page, claim: str) -> None:
    x, y = point_of(page, CHART, claim)
    page.mouse.move(x, y)
    page.mouse.click(x, y)


def close_words(page: Page) -> None:
    """What a mark opens lies over the page. A key that comes before it lies there closes nothing."""
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Close").press("Escape")
    expect(dialog).to_have_count(0)


def test_a_click_on_a_mark_opens_its_exact_words_and_one_on_the_strip_of_interests_filters_the_claims(
    open_page: OpenPage,
) -> None:
    visit = open_page("/investment", 1440)
    visit.resize(1440, 2600)
    page = visit.page
    click_mark(page, "makers-year-after")
    expect(page.locator(MAIN)).to_contain_text("“The same three or four could have capital expenditure of at least")
    expect(page).to_have_url(re.compile(r"investment\?claim=makers-year-after$"))
    close_words(page)
    page.get_by_role("radio", name="Whose interest", exact=True).click()
    expect(page).to_have_url(re.compile("chart=interest"))
    visit.settle()
    bar = page.locator(".js-plotly-plot .bars .point path").nth(1).bounding_box()
    assert bar is not None
    place = bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2
    page.mouse.move(*place)
    page.mouse.click(*place)
    expect(page).to_have_url(re.compile("about=competitor"))
    expect(page.locator(MAIN)).to_contain_text("most rivals of Vale Works keep their models closed")


def test_a_mark_and_the_keyboard_open_the_words_on_a_layer_and_the_chart_is_not_drawn_anew(open_page: OpenPage) -> None:
    visit = open_page("/layers", 1440)
    visit.resize(1440, 1600)
    page = visit.page
    page.locator(CHART).evaluate("(chart) => { chart.dataset.seen = 'before' }")
    click_mark(page, "energy")
    expect(page).to_have_url(re.compile("layer=energy"))
    expect(page.locator(MAIN)).to_contain_text("We do not own power stations, because others do it better.")
    close_words(page)
    page.get_by_role("radio", name="Models").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("layer=models"))
    expect(page.locator(MAIN)).to_contain_text("I believe that models become a kind of water.")
    assert page.locator(CHART).get_attribute("data-seen") == "before"


def test_back_and_forward_go_through_what_was_read(open_page: OpenPage) -> None:
    page = open_page("/layers", 1440).page
    for layer in ("Energy", "Models", "Applications"):
        page.get_by_role("radio", name=layer).click()
        expect(page).to_have_url(re.compile(f"layer={layer.lower()}"))
    page.go_back()
    expect(page).to_have_url(re.compile("layer=models"))
    expect(page.locator(MAIN)).to_contain_text("I believe that models become a kind of water.")
    page.go_back()
    expect(page).to_have_url(re.compile("layer=energy"))
    page.go_forward()
    expect(page).to_have_url(re.compile("layer=models"))


def test_the_voice_is_in_the_link_and_survives_a_change_of_page(open_page: OpenPage) -> None:
    page = open_page("/investment?voice=quoted+only", 1440).page
    expect(page.locator(CHART)).to_contain_text("more than $40 billion")
    expect(page.locator(CHART)).not_to_contain_text("by 2027")
    page.get_by_role("link", name="Layers").first.click()
    expect(page).to_have_url(re.compile(r"/layers.*voice=quoted"))


# How far each arrow, whose end at the bound is its left one or its right one, begins from the next tick, in pixels.
GAPS = """() => {
    const chart = document.querySelector('[data-testid=stPlotlyChart] .js-plotly-plot')
    const ticks = [...chart.querySelectorAll('.points path')].map((tick) => tick.getBoundingClientRect())
    return [...chart.querySelectorAll('.textpoint text')].filter((text) => /[▷▶◁◀]/.test(text.textContent)).map((arrow) => {
        const box = arrow.getBoundingClientRect(), start = /[▷▶]/.test(arrow.textContent) ? box.left : box.right
        return Math.min(...ticks.map((tick) => Math.abs(start - (tick.left + tick.right) / 2)))
    })
}"""
TYPE = "document.querySelector('.js-plotly-plot')?._fullLayout.xaxis.type"
RANGE = "document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range[0]"


def test_the_arrow_of_a_bound_starts_at_its_tick_on_either_axis_and_after_a_zoom(open_page: OpenPage) -> None:
    visit = open_page("/investment", 1440)
    visit.resize(1440, 2600)
    page, chart = visit.page, visit.page.locator(CHART)
    gaps = {}
    for axis, type in {"linear": "linear", "logarithmic": "log"}.items():
        page.get_by_role("radio", name=axis, exact=True).click()
        page.wait_for_function(f"{TYPE} === '{type}'")
        visit.settle()
        start = page.evaluate(RANGE)
        gaps[axis, "whole"] = page.evaluate(GAPS)
        chart.hover()
        chart.locator(".modebar-btn[data-title^='Zoom']").first.click()
        box = chart.locator(".xy .drag.nsewdrag, .nsewdrag").first.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 20)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 20, steps=5)
        page.mouse.up()
        page.wait_for_function(f"(old) => {RANGE} > old", arg=start)
        gaps[axis, "zoomed"] = page.evaluate(GAPS)
    assert {how: (len(found) > 0, max(found, default=0) < 8) for how, found in gaps.items()} == dict.fromkeys(
        gaps, (True, True)
    )


def test_at_390_pixels_no_word_of_a_chart_is_cut_on_the_page_or_in_the_saved_picture(
    open_page: OpenPage, tmp_path: Path
) -> None:
    visit = open_page("/investment", 390)
    page = visit.page
    cut = {}
    charts = exhibits.on_page("investment", several=False)
    for id, name in charts.items():
        page.get_by_role("radio", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=2, name=name, exact=True)).to_be_visible()
        visit.settle()
        cut[id] = visit.cut()
    assert cut == {id: [] for id in charts}
    page.get_by_role("radio", name="As stated", exact=True).click()
    expect(page.get_by_role("heading", level=2, name="As stated", exact=True)).to_be_visible()
    visit.settle()
    faces = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('.js-plotly-plot text')]
            .filter((text) => text.textContent).map((text) => text.style.fontFamily))]"""
    )
    assert (len(faces) > 0, [face for face in faces if "Source" in face]) == (
        True,
        [],
    )  # a web font is missing in the file
    page.locator(CHART).hover()
    with page.expect_download() as saved:
        page.locator(".modebar-btn[data-title^='Download']").first.click()
    saved.value.save_as(tmp_path / "saved.png")
    assert saved.value.suggested_filename.startswith("ada-vale-forum-as-stated-")
    assert (tmp_path / "saved.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
