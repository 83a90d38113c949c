"""A reader who doubts a number is two clicks at most from its words, voice, audit, other wordings and the record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from narratives.library import packs
from tests.browser.harness import LIBRARY, OpenPage

pytestmark = pytest.mark.browser

MAIN = "[data-testid=stMain]"
PACK = packs.load(LIBRARY).packs["ada-vale-forum"]
ARTICLE = LIBRARY.parent / "sources" / "forum.txt"
QUOTES = sum(quote.source == "transcript" for quote in PACK.quotes.values())


def test_one_click_on_a_figure_shows_words_voice_audit_and_name_and_the_second_its_wordings_or_the_record(
    open_page: OpenPage,
) -> None:
    page = open_page("/investment?claim=makers-next-year", 1440).page
    main = page.locator(MAIN)
    expect(main).to_contain_text(f"“{PACK.quotes['makers'].exact}”")
    expect(main).to_contain_text("found word for word")
    page.get_by_text("name resolved").first.click()
    expect(page.get_by_text("Resolved as Ada Vale: certainty high").first).to_be_visible()
    page.get_by_text(re.compile("^Other wordings of this statement: 2")).click()
    expect(main.get_by_text("Die Woche, summary · written by the journalist")).to_be_visible()
    record = page.get_by_text(re.compile("^Not from the interview: the public record, 4 facts"))
    expect(main.locator(".asn-record .asn-fact").first).to_be_hidden()
    record.click()
    expect(main.locator(".asn-record .asn-fact").first).to_be_visible()


def test_the_switch_of_the_record_is_one_for_all_pages(open_page: OpenPage) -> None:
    page = open_page("/evidence?section=record", 1440).page
    page.get_by_role("button", name="Switch the public record on").click()
    expect(page).to_have_url(re.compile("record=true"))
    expect(page.locator(".asn-fact").first).to_be_visible()
    page.get_by_role("link", name="Investment").first.click()
    expect(page.get_by_role("heading", name="Beside the public record")).to_be_visible()
    expect(page).to_have_url(re.compile("investment.*record=true"))


def test_an_article_is_uploaded_and_a_changed_word_is_named(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/evidence", 1440).page
    main = page.locator(MAIN)
    page.get_by_role("button", name="Find every quote in it").click()
    expect(main).to_contain_text("There is no text here yet")
    (tmp_path / "article.txt").write_text(
        ARTICLE.read_text("utf-8").replace("more than $40 billion", "about $40 billion"), "utf-8"
    )
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" * 50)
    page.locator("input[type=file]").set_input_files(tmp_path / "article.txt")
    expect(main).to_contain_text(f"{QUOTES - 1} of {QUOTES} quotes from")
    page.get_by_text("Show the closest passages").click()
    expect(main).to_contain_text("the first difference is “more” in the quote, “about” in your text")
    page.get_by_role("button", name=re.compile("Remove|Delete|Clear")).first.click()
    expect(main).not_to_contain_text(f"of {QUOTES} quotes from")
    page.locator("input[type=file]").set_input_files(tmp_path / "picture.txt")
    expect(main).to_contain_text(re.compile("not (a )?text|no text", re.IGNORECASE))
