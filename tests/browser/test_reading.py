"""What only a browser shows: clicks on marks, keys, Back, zoom, and that a chart is not drawn anew for nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from narratives import packs
from tests.browser.harness import ROOT, FreshServer, OpenPage

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


def test_a_click_on_a_mark_opens_its_exact_words_and_the_link_names_the_claim(open_page: OpenPage) -> None:
    page = open_page("/investment", 1440).page
    page.set_viewport_size({"width": 1440, "height": 2600})
    click_mark(page, "ecommerce-free-cash-flow")
    expect(page.locator(MAIN)).to_contain_text("which generate about $25 billion in free cash flow annually")
    expect(page).to_have_url(re.compile("claim=ecommerce-free-cash-flow"))


def test_a_click_on_a_layer_opens_its_words(open_page: OpenPage) -> None:
    page = open_page("/layers", 1440).page
    page.set_viewport_size({"width": 1440, "height": 1600})
    click_mark(page, "energy")
    expect(page).to_have_url(re.compile("layer=energy"))
    expect(page.locator(MAIN)).to_contain_text("we do not touch the energy layer at the bottom")


def test_the_keyboard_reaches_the_same_words_as_a_click(open_page: OpenPage) -> None:
    page = open_page("/layers", 1440).page
    page.get_by_role("radio", name="Energy").or_(page.get_by_role("button", name="Energy")).first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("layer=energy"))


def test_a_click_elsewhere_does_not_draw_the_chart_anew(open_page: OpenPage) -> None:
    page = open_page("/layers", 1440).page
    page.locator(CHART).evaluate("(chart) => { chart.dataset.seen = 'before' }")
    page.get_by_role("radio", name="Models").or_(page.get_by_role("button", name="Models")).first.click()
    expect(page).to_have_url(re.compile("layer=models"))
    assert page.locator(CHART).get_attribute("data-seen") == "before"


def test_back_and_forward_go_through_what_was_read(open_page: OpenPage) -> None:
    page = open_page("/layers", 1440).page
    for layer in ("Energy", "Models", "Applications"):
        page.get_by_role("radio", name=layer).or_(page.get_by_role("button", name=layer)).first.click()
        expect(page).to_have_url(re.compile(f"layer={layer.lower()}"))
    page.go_back()
    expect(page).to_have_url(re.compile("layer=models"))
    expect(page.locator(MAIN)).to_contain_text("one of the most popular open-source models")
    page.go_back()
    expect(page).to_have_url(re.compile("layer=energy"))
    page.go_forward()
    expect(page).to_have_url(re.compile("layer=models"))


def test_the_voice_is_in_the_link_and_survives_a_change_of_page(open_page: OpenPage) -> None:
    page = open_page("/investment?voice=quoted+only", 1440).page
    expect(page.locator(CHART)).not_to_contain_text("by 2027")
    page.get_by_role("link", name="Layers").first.click()
    expect(page).to_have_url(re.compile(r"/layers.*voice=quoted"))


@pytest.mark.parametrize("axis", ["linear", "logarithmic"])
def test_the_arrow_of_a_bound_starts_at_its_tick_on_either_axis_and_after_a_zoom(
    axis: str, open_page: OpenPage
) -> None:
    page = open_page(f"/investment?axis={axis}", 1440).page
    page.set_viewport_size({"width": 1440, "height": 2600})
    gap = """() => {
        const chart = document.querySelector('[data-testid=stPlotlyChart] .js-plotly-plot')
        const arrow = [...chart.querySelectorAll('.textpoint text')].find((text) => /[▷▶]/.test(text.textContent))
        const left = arrow.getBoundingClientRect().left
        const ticks = [...chart.querySelectorAll('.points path')].map((tick) => tick.getBoundingClientRect())
        return Math.min(...ticks.map((tick) => Math.abs(left - (tick.left + tick.right) / 2)))
    }"""
    before, start = (
        page.evaluate(gap),
        page.evaluate("() => document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range[0]"),
    )
    chart = page.locator(CHART)
    chart.hover()
    chart.locator(".modebar-btn[data-title^='Zoom']").first.click()
    box = chart.locator(".xy .drag.nsewdrag, .nsewdrag").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 20, steps=5)
    page.mouse.up()
    page.wait_for_function(
        "(old) => document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range[0] > old", arg=start
    )
    assert (before < 8, page.evaluate(gap) < 8) == (True, True)


def test_a_burst_of_presses_moves_as_many_steps(open_page: OpenPage) -> None:
    page = open_page("/walkthrough", 1440).with_keys()
    steps = packs.load(ROOT / "content").packs["alibaba-vivatech-2026"].steps
    for keys, now in (
        (["ArrowRight"] * 9, 9),
        (["PageUp"] * 4, 5),
        (["Home"], 0),
        (["End"], 9),
        ([" "], 9),
        (["ArrowLeft"], 8),
    ):
        for key in keys:
            page.keyboard.press(key)
        expect(page.locator("h1").first).to_have_text(steps[now].headline)


def test_an_edit_of_a_yaml_file_shows_in_the_open_page(
    fresh_server: FreshServer, open_page: OpenPage, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    page = open_page("/layers", 1440, server=fresh_server(content)).page
    path = content / "alibaba-vivatech-2026" / "narrative.yaml"
    headline = page.locator("h1").inner_text()
    path.write_text(path.read_text("utf-8").replace(headline, "An edited headline"), "utf-8")
    expect(page.locator("h1").first).to_have_text("An edited headline")


@pytest.mark.parametrize(
    "path",
    [
        "/layers",
        "/open_source",
        "/investment",
        "/investment?chart=ladder",
        "/investment?chart=silences",
        "/investment?chart=periods",
        "/investment?chart=interest",
        "/investment?chart=comparison",
    ],
)
def test_no_word_in_a_chart_is_cut_at_390_pixels(path: str, open_page: OpenPage) -> None:
    page = open_page(path, 390).page
    words, cut = page.evaluate(
        """() => {
            const cut = []
            let words = 0
            for (const chart of document.querySelectorAll('.js-plotly-plot')) {
                const box = chart.getBoundingClientRect()
                for (const text of chart.querySelectorAll('text')) {
                    const at = text.getBoundingClientRect()
                    words += at.width > 0
                    if (at.width && (at.left < box.left - 1 || at.right > box.right + 1 || at.top < box.top - 1 || at.bottom > box.bottom + 1))
                        cut.push(text.textContent)
                }
            }
            return [words, cut]
        }"""
    )
    assert (words > 3, cut) == (True, [])


def test_a_saved_picture_is_drawn_in_fonts_that_it_has(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/investment", 390).page
    faces = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('.js-plotly-plot text')]
            .filter((text) => text.textContent).map((text) => text.style.fontFamily))]"""
    )
    assert (
        faces and [face for face in faces if "Source" in face] == []
    )  # a web font is missing in the file, and text is cut
    page.locator(CHART).hover()
    with page.expect_download() as saved:
        page.locator(".modebar-btn[data-title^='Download']").first.click()
    saved.value.save_as(tmp_path / "saved.png")
    assert saved.value.suggested_filename.startswith("alibaba-vivatech-2026-as-stated-")
    assert (tmp_path / "saved.png").read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_a_click_on_the_strip_of_interests_filters_the_claims(open_page: OpenPage) -> None:
    page = open_page("/investment?chart=interest", 1440).page
    page.set_viewport_size({"width": 1440, "height": 1200})
    place = page.evaluate(
        """() => {
            const bars = document.querySelectorAll('.js-plotly-plot .bars .point path'), box = bars[1].getBoundingClientRect()
            return [box.left + box.width / 2, box.top + box.height / 2]
        }"""
    )
    page.mouse.move(*place)
    page.mouse.click(*place)
    expect(page).to_have_url(re.compile("about=competitor"))
    expect(page.get_by_role("main")).to_contain_text("most major U.S. players have closed-source models")
