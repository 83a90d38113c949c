"""A reader who doubts a number is two clicks at most from its words, voice, audit, other wordings and the record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from narratives import packs
from tests.browser.harness import ROOT, OpenPage

pytestmark = pytest.mark.browser

MAIN = "[data-testid=stMain]"
PACK = packs.load(ROOT / "content").packs["alibaba-vivatech-2026"]


def test_one_click_on_a_figure_shows_words_voice_and_audit_and_the_second_its_wordings_or_the_record(
    open_page: OpenPage,
) -> None:
    page = open_page("/investment?claim=us-capex-next-year", 1440).page
    main = page.locator(MAIN)
    expect(main).to_contain_text("exceeding $800 billion next year")
    expect(main).to_contain_text("found word for word")
    page.get_by_text(re.compile("^Other wordings of this statement: 2")).click()
    expect(main.get_by_text("marsbit, republished by HTX")).to_be_visible()
    record = page.get_by_text(re.compile("^Not from the interview: the public record, 34 facts"))
    expect(main.locator(".asn-record .asn-fact").first).to_be_hidden()
    record.click()
    expect(main.locator(".asn-record .asn-fact").first).to_be_visible()


def test_the_names_badge_opens_how_the_name_was_resolved(open_page: OpenPage) -> None:
    page = open_page("/quotes?quote=capex-us", 1440).page
    page.get_by_text("name resolved").first.click()
    expect(page.get_by_text("Resolved as Joe Tsai: certainty high").first).to_be_visible()


def test_the_switch_of_the_record_is_one_for_all_pages(open_page: OpenPage) -> None:
    page = open_page("/evidence?section=record", 1440).page
    page.get_by_role("button", name="Switch the public record on").click()
    expect(page).to_have_url(re.compile("record=true"))
    expect(page.locator(".asn-fact").first).to_be_visible()
    page.get_by_role("link", name="Investment").first.click()
    expect(page.get_by_role("heading", name="Beside the public record")).to_be_visible()
    expect(page).to_have_url(re.compile("investment.*record=true"))


def test_an_article_is_pasted_or_uploaded_and_a_changed_word_is_named(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/evidence", 1440).page
    main = page.locator(MAIN)
    page.get_by_role("button", name="Find every quote in it").click()
    expect(main).to_contain_text("There is no text here yet")
    quotes = [quote.exact for quote in PACK.quotes.values()]
    changed = "\n\n".join(quotes).replace("exceeding $800 billion", "reaching $800 billion")
    (tmp_path / "article.txt").write_text(changed, "utf-8")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" * 50)
    page.locator("input[type=file]").set_input_files(tmp_path / "article.txt")
    expect(main).to_contain_text(re.compile(r"\d\d of 76 quotes from"))
    page.get_by_text("Show the closest passages").click()
    expect(main).to_contain_text("the first difference is “exceeding” in the quote, “reaching” in your text")
    page.get_by_role("button", name=re.compile("Remove|Delete|Clear")).first.click()
    expect(main).not_to_contain_text("of 76 quotes from")
    page.locator("input[type=file]").set_input_files(tmp_path / "picture.txt")
    expect(main).to_contain_text(re.compile("not (a )?text|no text", re.IGNORECASE))
