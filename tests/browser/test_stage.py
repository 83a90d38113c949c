"""The walkthrough as it is given: keys, stage, receipts, a second window, a phone, paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from narratives import packs
from tests.browser.harness import ROOT, FreshServer, OpenPage

pytestmark = pytest.mark.browser

PACK = packs.load(ROOT / "content").packs["alibaba-vivatech-2026"]
STEPS = PACK.steps


def on_step(page: Page, number: int) -> None:
    expect(page.locator("h1").first).to_have_text(STEPS[number].headline)


def test_the_stage_has_no_menu_and_one_key_leaves_it_at_the_same_step(open_page: OpenPage) -> None:
    page = open_page("/walkthrough?step=us-spending", 1440).with_keys()
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile(r"(?=.*step=us-spending)(?=.*present=1)(?=.*embed=true)"))
    on_step(page, 5)
    expect(page.get_by_role("button", name="X leave the stage")).to_be_visible()
    assert (page.get_by_role("combobox").count(), page.get_by_role("link", name="Evidence").count()) == (0, 0)
    page.keyboard.press("x")
    expect(page).to_have_url(re.compile(r"^(?!.*present)(?!.*embed).*step=us-spending"))
    expect(page.get_by_role("link", name="Evidence").first).to_be_visible()


def test_digits_and_enter_jump_to_a_step(open_page: OpenPage) -> None:
    page = open_page("/walkthrough?present=1&embed=true", 1440).with_keys()
    for key in ("1", "0", "Enter"):
        page.keyboard.press(key)
    on_step(page, 9)


def test_ten_presses_without_a_pause_move_ten_steps_on_a_deck_of_fifteen(
    fresh_server: FreshServer, open_page: OpenPage, tmp_path: Path
) -> None:
    content = copied(tmp_path)
    path = content / PACK.id / "walkthrough.yaml"
    text = path.read_text("utf-8")
    first = text.split("\n- id:")[0].removeprefix("- id: who-speaks\n")
    more = "".join(f"\n- id: more-{n}\n{first.replace('headline: ', f'headline: {n} ')}" for n in range(5))
    path.write_text(text + more, "utf-8")
    page = open_page("/walkthrough?present=1&embed=true", 1440, server=fresh_server(content)).with_keys()
    page.evaluate(
        """() => { for (let n = 0; n < 10; n++)
            document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true})) }"""
    )
    expect(page.locator("h1").first).to_have_text(re.compile("^0 "))
    expect(page).to_have_url(re.compile("step=more-0"))


def test_the_exact_words_open_by_one_key_can_be_searched_and_close_to_the_same_step(open_page: OpenPage) -> None:
    page = open_page("/walkthrough?step=us-spending&present=1&embed=true", 1440).with_keys()
    page.keyboard.press("e")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("exceeding $800 billion next year")
    expect(dialog).to_contain_text("found word for word")
    page.keyboard.press("ArrowRight")
    dialog.get_by_role("searchbox").or_(dialog.get_by_role("textbox")).first.fill("second basket")
    expect(dialog).to_contain_text("Why not choose a second basket")
    dialog.get_by_role("searchbox").or_(dialog.get_by_role("textbox")).first.fill("no figure is stated for China")
    expect(dialog).to_contain_text("Silence in Joe Tsai’s words")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    on_step(page, 5)


def test_the_code_for_a_phone_and_the_keys_open_by_a_key_each(open_page: OpenPage) -> None:
    page = open_page("/walkthrough?step=us-spending&present=1&embed=true", 1440).with_keys()
    page.keyboard.press("q")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("img").first).to_be_visible()
    expect(dialog).to_contain_text("/walkthrough?step=us-spending")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.keyboard.press("h")
    expect(page.get_by_role("dialog")).to_contain_text("the presenter’s window")


def test_a_reader_leaves_a_step_for_the_full_page_in_the_same_state_and_comes_back(open_page: OpenPage) -> None:
    page = open_page("/walkthrough?step=us-spending", 1440).with_keys()
    page.get_by_role("link", name="Open the full page").click()
    expect(page).to_have_url(re.compile(r"/investment\?(?=.*measures=capital-expenditure)(?=.*back=us-spending)"))
    words = page.get_by_role("main")  # the step's claim is the page's first, so the link need not name it
    expect(words).to_contain_text("will spend more than $800 billion on capital expenditure in 2027 (“next year”).")
    page.get_by_role("link", name=re.compile("Back to the walkthrough")).click()
    on_step(page, 5)


def test_two_windows_of_one_browser_keep_in_step_both_ways(open_page: OpenPage) -> None:
    stage = open_page("/walkthrough?step=us-spending&present=1&embed=true", 1440).with_keys()
    presenter = open_page("/walkthrough?view=presenter", 1440).with_keys()
    on_step(presenter, 5)  # a new presenter's window asks where the stage is
    expect(presenter.locator("[data-testid=stMain]")).to_contain_text(STEPS[6].headline)
    expect(presenter.locator("[data-testid=stMain]")).to_contain_text(
        "Which four or five companies he means is not said"
    )
    stage.keyboard.press("ArrowRight")
    on_step(presenter, 6)
    presenter.keyboard.press("ArrowLeft")
    presenter.keyboard.press("ArrowLeft")
    on_step(stage, 4)
    on_step(presenter, 4)


def test_a_swipe_turns_the_step_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("/walkthrough", 390).with_keys()
    swipe = """([from, to]) => {
        const touch = (x) => new Touch({identifier: 1, target: document.body, clientX: x, clientY: 400})
        document.dispatchEvent(new TouchEvent('touchstart', {touches: [touch(from)], changedTouches: [touch(from)]}))
        document.dispatchEvent(new TouchEvent('touchend', {touches: [], changedTouches: [touch(to)]}))
    }"""
    page.evaluate(swipe, [300, 100])
    on_step(page, 1)
    page.evaluate(swipe, [100, 300])
    on_step(page, 0)


def test_the_sheet_prints_every_step_with_its_words_and_notes_only_if_asked_for(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("/walkthrough?view=sheet", 1440).page
    text = page.locator("[data-testid=stMain]").inner_text()
    assert [step.headline for step in STEPS if step.headline not in text] == []
    assert (STEPS[0].notes or "")[:40] not in text
    page.pdf(path=tmp_path / "sheet.pdf", format="A4")
    words = subprocess.run(["strings", tmp_path / "sheet.pdf"], capture_output=True, check=True, text=True).stdout
    assert words.count("/Type /Page\n") + words.count("/Type /Page ") + words.count("/Type /Page/") >= 5
    noted = open_page("/walkthrough?view=sheet&notes=true", 1440).page
    expect(noted.locator("[data-testid=stMain]")).to_contain_text((STEPS[0].notes or "")[:40])


def test_the_link_that_is_shared_opens_exactly_this_view_on_a_server_that_served_nobody_yet(
    fresh_server: FreshServer, open_page: OpenPage
) -> None:
    page = open_page("/investment?chart=ladder&voice=quoted+only&measures=market-size", 1440).page
    page.get_by_role("button", name="Share this view").click()
    shared = page.get_by_test_id("stPopoverBody").locator("code").first.inner_text().strip()
    assert re.sub(r"^http://[^/]+", "", shared).startswith("/investment?")
    expect(page.get_by_test_id("stPopoverBody").get_by_role("img").first).to_be_visible()
    cold = open_page(re.sub(r"^http://[^/]+", "", shared), 1440, server=fresh_server()).page
    expect(cold.locator("[data-testid=stPlotlyChart]")).to_contain_text("at least $50 trillion")
    expect(cold.locator("[data-testid=stPlotlyChart]")).not_to_contain_text("$800 billion")


COLD = {
    "/?voice=quoted+only": "Key figures",
    "/layers?layer=energy": "we do not touch the energy layer",
    "/open_source?argument=not-cure-all": "not a cure-all or the only path",
    "/investment?chart=comparison&first=global-gdp&second=consumers-served": "must agree for one axis",
    "/quotes?theme=sovereignty&order=interview": "Who are your main clients",
    "/walkthrough?step=china-silence": "For China he gives words and no figure",
    "/evidence": "Each quote, checked against its source",
}


def test_every_page_has_a_link_that_is_opened_cold() -> None:
    assert {path.split("?")[0].strip("/") or "overview" for path in COLD} == {
        path.stem for path in (ROOT / "pages").glob("*.py")
    }


@pytest.mark.parametrize("path", COLD)
def test_a_link_opens_its_view_in_the_frame_on_a_server_that_served_nobody_yet(
    path: str, fresh_server: FreshServer, open_page: OpenPage
) -> None:
    page = open_page(path, 1440, server=fresh_server()).page
    expect(page.get_by_role("main")).to_contain_text(COLD[path])
    assert (page.get_by_role("link", name="Evidence").first.is_visible(), page.get_by_role("dialog").count()) == (
        True,
        0,
    )


def test_back_and_forward_go_through_five_changes_on_the_investment_page(open_page: OpenPage) -> None:
    page = open_page("/investment", 1440).page
    charts = {"When": "periods", "The ladder": "ladder", "Silences": "silences", "Whose interest": "interest"}
    for name, id in charts.items():
        page.get_by_role("radio", name=name, exact=True).click()
        expect(page).to_have_url(re.compile(f"chart={id}"))
    page.get_by_role("radio", name="As stated", exact=True).click()
    expect(page).to_have_url(re.compile("/investment$"))
    for id in reversed(charts.values()):
        page.go_back()
        expect(page).to_have_url(re.compile(f"chart={id}"))
        expect(page.get_by_role("heading", level=2).first).to_have_text(
            {value: name for name, value in charts.items()}[id]
        )
    page.go_forward()
    expect(page).to_have_url(re.compile("chart=ladder"))


def test_an_embedded_page_shows_its_finding_and_chart_and_no_controls_above_it(open_page: OpenPage) -> None:
    page = open_page("/layers?embed=true", 600).page
    expect(page.locator("[data-testid=stPlotlyChart]").first).to_be_visible()
    assert (page.get_by_role("button", name="Share this view").count(), page.locator("h1").count()) == (0, 1)


def test_of_a_repeated_parameter_the_last_counts_and_nothing_breaks(open_page: OpenPage) -> None:
    page = open_page("/quotes?quote=bubble&quote=capex-us", 1440).page
    expect(page.get_by_role("main")).to_contain_text("exceeding $800 billion next year")


def copied(folder: Path) -> Path:
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    return content
