"""The walkthrough as it is given: keys, stage, receipts, a second window, a phone, paper."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from narratives.library import packs
from tests.browser.harness import LIBRARY, OpenPage, Workshop

pytestmark = pytest.mark.browser

STEPS = packs.load(LIBRARY).packs["ada-vale-forum"].steps


def on_step(page: Page, number: int) -> None:
    expect(page.locator("h1").first).to_have_text(STEPS[number].headline)


def test_the_stage_has_no_menu_and_one_key_leaves_it_at_the_same_step_as_does_a_link_to_the_full_page(
    open_page: OpenPage,
) -> None:
    page = open_page("/walkthrough", 1440).with_keys()
    page.keyboard.press("ArrowRight")
    on_step(page, 1)
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile(r"(?=.*step=silence)(?=.*present=1)(?=.*embed=true)"))
    on_step(page, 1)
    expect(page.get_by_role("button", name="X leave the stage")).to_be_visible()
    assert (page.get_by_role("combobox").count(), page.get_by_role("link", name="Evidence").count()) == (0, 0)
    page.keyboard.press("x")
    expect(page).to_have_url(re.compile(r"^(?!.*present)(?!.*embed).*step=silence"))
    expect(page.get_by_role("link", name="Evidence").first).to_be_visible()
    page.get_by_role("button", name="Previous", exact=True).click()
    on_step(page, 0)
    page.get_by_role("link", name="Open the full page").click()
    expect(page).to_have_url(re.compile(r"/investment\?(?=.*measures=capital-expenditure)(?=.*back=bounds)"))
    words = page.get_by_role("main")
    expect(words).to_contain_text("will have capital expenditure of more than $40 billion in 2027 (“next year”).")
    page.get_by_role("link", name=re.compile("Back to the walkthrough")).click()
    on_step(page, 0)


def test_a_burst_of_keys_digits_and_a_swipe_move_as_many_steps_on_a_deck_of_fifteen(
    workshop: Workshop, open_page: OpenPage
) -> None:
    steps = packs.load(workshop.content).packs["ada-vale-forum"].steps
    visit = open_page("/walkthrough?present=1&embed=true", 1440, server=workshop.url)
    page = visit.with_keys()
    page.evaluate(
        """() => { for (let n = 0; n < 10; n++)
            document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true})) }"""
    )
    expect(page.locator("h1").first).to_have_text(steps[10].headline)
    expect(page).to_have_url(re.compile(f"step={steps[10].id}"))
    for keys, now in (
        (["ArrowLeft"] * 9, 1),
        (["PageDown"] * 4, 5),
        (["PageUp"] * 3, 2),
        (["Home"], 0),
        (["End"], 14),
        ([" "], 14),
        (["ArrowLeft"], 13),
        (["1", "0", "Enter"], 9),
    ):
        for key in keys:
            page.keyboard.press(key)
        expect(page.locator("h1").first).to_have_text(steps[now].headline)
    visit.resize(390)
    swipe = """([from, to]) => {
        const touch = (x) => new Touch({identifier: 1, target: document.body, clientX: x, clientY: 400})
        document.dispatchEvent(new TouchEvent('touchstart', {touches: [touch(from)], changedTouches: [touch(from)]}))
        document.dispatchEvent(new TouchEvent('touchend', {touches: [], changedTouches: [touch(to)]}))
    }"""
    for fingers, now in (([300, 100], 10), ([100, 300], 9)):
        page.evaluate(swipe, fingers)
        expect(page.locator("h1").first).to_have_text(steps[now].headline)
    assert (len(steps), len({step.headline for step in steps})) == (15, 15)


def test_the_exact_words_a_code_for_a_phone_and_the_keys_open_by_a_key_each_and_close_to_the_same_step(
    open_page: OpenPage,
) -> None:
    page = open_page("/walkthrough?step=open&present=1&embed=true", 1440).with_keys()
    dialog = page.get_by_role("dialog")
    page.keyboard.press("e")
    expect(dialog).to_contain_text("We publish the weights of our models, and anyone may run them at home.")
    expect(dialog).to_contain_text("found word for word")
    page.keyboard.press("ArrowLeft")  # is the dialog's while it is open
    dialog.get_by_role("searchbox").or_(dialog.get_by_role("textbox")).first.fill("kind of water")
    expect(dialog).to_contain_text("I believe that models become a kind of water.")
    dialog.get_by_role("searchbox").or_(dialog.get_by_role("textbox")).first.fill("no figure is stated for China")
    expect(dialog).to_contain_text("Silence in Ada Vale’s words")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    on_step(page, 2)
    page.keyboard.press("q")
    expect(dialog.get_by_role("img").first).to_be_visible()
    expect(dialog).to_contain_text("/walkthrough?step=open")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.keyboard.press("h")
    expect(dialog).to_contain_text("the presenter’s window")


def test_two_windows_of_one_browser_keep_in_step_both_ways(open_page: OpenPage) -> None:
    stage = open_page("/walkthrough?step=silence&present=1&embed=true", 1440).with_keys()
    presenter = open_page("/walkthrough?view=presenter", 1440).with_keys()
    on_step(presenter, 1)  # a new presenter's window asks where the stage is
    expect(presenter.locator("[data-testid=stMain]")).to_contain_text(STEPS[2].headline)
    stage.keyboard.press("ArrowRight")
    on_step(presenter, 2)
    presenter.keyboard.press("ArrowLeft")
    presenter.keyboard.press("ArrowLeft")
    on_step(stage, 0)
    on_step(presenter, 0)
    expect(presenter.locator("[data-testid=stMain]")).to_contain_text(str(STEPS[0].notes))


def test_the_sheet_prints_every_step_with_its_words_and_notes_only_if_asked_for(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("/walkthrough?view=sheet", 1440).page
    main = page.locator("[data-testid=stMain]")
    text, notes = main.inner_text(), str(STEPS[0].notes)
    assert ([step.headline for step in STEPS if step.headline not in text], notes in text) == ([], False)
    page.pdf(path=tmp_path / "sheet.pdf", format="A4")
    words = subprocess.run(["strings", tmp_path / "sheet.pdf"], capture_output=True, check=True, text=True).stdout
    assert len(re.findall(r"/Type /Page[\n /]", words)) >= len(STEPS)
    page.get_by_text("With notes").click()
    expect(main).to_contain_text(notes)


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
