"""What goes wrong while readers are there: the content changes under them, the server dies, they come from anywhere."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.harness import ROOT, FreshServer, OpenPage, Visit, free_port, serving

pytestmark = pytest.mark.browser

ALIBABA = "alibaba-vivatech-2026"
KEPT = "Shown as it last stood"


def half_written(content: Path) -> None:
    path = content / ALIBABA / "claims.yaml"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2 + 3])


def a_file_deleted(content: Path) -> None:
    (content / ALIBABA / "quotes.yaml").unlink()


def unreadable(content: Path) -> None:
    """A folder in the file's place, since to root every file can be read."""
    path = content / ALIBABA / "claims.yaml"
    path.unlink()
    path.mkdir()


def shared_words_broken(content: Path) -> None:
    (content / "measures.yaml").write_text("- id: [", "utf-8")


def the_folder_moved(content: Path) -> None:
    content.rename(content.with_name("away"))


def mended(content: Path, whole: Path) -> None:
    """As it was: only what was harmed is written again."""
    if not content.exists():
        content.with_name("away").rename(content)
    for path in whole.rglob("*.yaml"):
        here = content / path.relative_to(whole)
        if here.is_dir():
            here.rmdir()
        if not here.exists() or here.read_bytes() != path.read_bytes():
            shutil.copy(path, here)


HARM: tuple[Callable[[Path], None], ...] = (
    half_written, a_file_deleted, unreadable, shared_words_broken, the_folder_moved,
)  # fmt: skip


def test_there_are_ways_to_harm_the_content() -> None:
    assert len(HARM) == 5


def test_readers_keep_the_last_good_content_with_a_notice_and_lose_the_notice_when_it_is_mended(
    fresh_server: FreshServer, open_page: OpenPage, tmp_path: Path
) -> None:
    content, whole = tmp_path / "content", tmp_path / "whole"
    shutil.copytree(ROOT / "content", content)
    shutil.copytree(content, whole)
    page = open_page("/layers?layer=energy", 1440, server=fresh_server(content)).page
    finding = page.locator("h1").inner_text()
    for harm in HARM:
        harm(content)
        expect(page.get_by_role("main"), harm.__name__).to_contain_text(KEPT)
        expect(page.locator("h1").first, harm.__name__).to_have_text(finding)
        mended(content, whole)
        expect(page.get_by_role("main"), harm.__name__).not_to_contain_text(KEPT)
        expect(page.locator("h1").first, harm.__name__).to_have_text(finding)
    assert page.locator("[data-testid=stException]").count() == 0


def test_a_server_that_dies_and_comes_back_gives_each_reader_the_same_view(open_page: OpenPage) -> None:
    port = free_port()
    with serving(port=port) as url:
        page = open_page("/quotes?order=interview&search=energy&voice=quoted+only", server=url).page
        expect(page.get_by_role("main").locator(".asn-quote").first).to_be_visible()
        count = page.get_by_role("main").locator(".asn-quote").count()
    expect(page.get_by_role("main").locator(".asn-quote")).to_have_count(count)  # what was drawn stays readable
    with serving(port=port):
        page.wait_for_selector("[data-testid=stApp][data-test-connection-state=CONNECTED]", timeout=60_000)
        Visit(page).settle()
        expect(page).to_have_url(re.compile(r"search=energy"))
        expect(page).to_have_url(re.compile(r"order=interview"))
        expect(page).to_have_url(re.compile(r"voice=quoted"))
        page.get_by_label("Search").fill("energy layer")  # the new server must run the view to follow
        expect(page.get_by_role("main").locator(".asn-label", has_text="1 of 76 quotes")).to_be_visible()
        expect(page.get_by_role("main").locator(".asn-quote").first).to_contain_text("which layer do you invest")
        expect(page).to_have_url(re.compile(r"order=interview&search=energy(\+|%20)layer&voice=quoted"))
    assert count > 0


PLACES = (("de-DE", "America/Los_Angeles"), ("ar-EG", "Pacific/Kiritimati"))


def test_a_page_reads_the_same_wherever_its_reader_is(browser: Browser, app_url: str) -> None:
    """Dates and numbers are those of the sources, in one language; none is turned into the reader's own day or comma."""
    read = set()
    for locale, timezone in (("en-GB", "Europe/London"), *PLACES):
        context = browser.new_context(locale=locale, timezone_id=timezone, viewport={"width": 1440, "height": 900})
        page = context.new_page()
        told = []
        for path in ("/investment?chart=periods", "/evidence?section=forecasts"):
            page.goto(app_url + path)
            Visit(page).settle()
            told.append(page.get_by_role("main").inner_text())
            told.append("|".join(page.locator(".js-plotly-plot text").all_text_contents()))
        read.add("\n".join(told))
        context.close()
    assert (len(read), len(PLACES)) == (1, 2)


def test_an_edit_shows_though_the_clock_was_set_back(
    fresh_server: FreshServer, open_page: OpenPage, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    page = open_page("/layers", 1440, server=fresh_server(content)).page
    path = content / ALIBABA / "narrative.yaml"
    headline = page.locator("h1").inner_text()
    edited = tmp_path / "edited.yaml"
    edited.write_text(path.read_text("utf-8").replace(headline, "An edit made before"), "utf-8")
    os.utime(edited, (1, 1))  # 1970
    os.replace(edited, path)
    page.get_by_role("radio", name="Models").click()
    expect(page.locator("h1").first).to_have_text("An edit made before")
