"""What goes wrong while readers are there: the content changes under them, the server dies, they come from anywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from narratives.library import packs
from tests.browser.harness import HEIGHT, LIBRARY, OpenPage, Visit, Workshop, free_port, serving

pytestmark = pytest.mark.browser

VALE = "ada-vale-forum"
PACK = packs.load(LIBRARY).packs[VALE]
KEPT = "Shown as it last stood"


def half_written(content: Path) -> None:
    path = content / VALE / "claims.yaml"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2 + 3])


def a_file_deleted(content: Path) -> None:
    (content / VALE / "quotes.yaml").unlink()


def unreadable(content: Path) -> None:
    """A folder in the file's place, since to root every file can be read."""
    path = content / VALE / "claims.yaml"
    path.unlink()
    path.mkdir()


def shared_words_broken(content: Path) -> None:
    (content / "measures.yaml").write_text("- id: [", "utf-8")


def the_folder_moved(content: Path) -> None:
    content.rename(content.with_name("away"))


HARM: tuple[Callable[[Path], None], ...] = (
    half_written,
    a_file_deleted,
    unreadable,
    shared_words_broken,
    the_folder_moved,
)


def test_there_are_ways_to_harm_the_content() -> None:
    assert len(HARM) == 5


def test_readers_keep_the_last_good_content_with_a_notice_and_lose_the_notice_when_it_is_mended(
    workshop: Workshop, open_page: OpenPage
) -> None:
    page = open_page("/layers?layer=energy", 1440, server=workshop.url).page
    finding = PACK.narrative.findings["layers"].headline
    expect(page.locator("h1")).to_have_text(finding)
    for harm in HARM:
        harm(workshop.content)
        expect(page.get_by_role("main"), harm.__name__).to_contain_text(KEPT)
        expect(page.locator("h1").first, harm.__name__).to_have_text(finding)
        workshop.mend()
        expect(page.get_by_role("main"), harm.__name__).not_to_contain_text(KEPT)
        expect(page.locator("h1").first, harm.__name__).to_have_text(finding)
    assert page.locator("[data-testid=stException]").count() == 0


def test_an_edit_shows_in_the_open_page_and_one_made_before_the_clock_was_set_back_at_the_next_click(
    workshop: Workshop, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page("/layers", 1440, server=workshop.url).page
    path = workshop.content / VALE / "narrative.yaml"
    headline = PACK.narrative.findings["layers"].headline
    whole = path.read_text("utf-8")
    assert whole.count(headline) == 1
    path.write_text(whole.replace(headline, "An edited headline"), "utf-8")
    expect(page.locator("h1").first).to_have_text("An edited headline")
    edited = tmp_path / "edited.yaml"
    edited.write_text(whole.replace(headline, "An edit made before"), "utf-8")
    os.utime(edited, (1, 1))  # 1970
    os.replace(edited, path)
    page.get_by_role("radio", name="Models").click()
    expect(page.locator("h1").first).to_have_text("An edit made before")
    workshop.mend()
    expect(page.locator("h1").first).to_have_text(headline)


def test_a_server_that_dies_and_comes_back_gives_each_reader_the_same_view(open_page: OpenPage) -> None:
    port = free_port()
    with serving(port=port) as url:
        page = open_page("/quotes?order=interview&search=models&voice=quoted+only", server=url).page
        quotes = page.get_by_role("main").locator(".asn-quote")
        expect(quotes.first).to_be_visible()
        count = quotes.count()
    expect(quotes).to_have_count(count)  # what was drawn stays readable
    with serving(port=port):
        page.wait_for_selector("[data-testid=stApp][data-test-connection-state=CONNECTED]", timeout=60_000)
        Visit(page).settle()
        expect(page).to_have_url(re.compile(r"search=models"))
        expect(page).to_have_url(re.compile(r"order=interview"))
        expect(page).to_have_url(re.compile(r"voice=quoted"))
        page.get_by_label("Search").fill("weights of our")  # the new server must run the view to follow
        expect(page.get_by_role("main").locator(".asn-label", has_text="1 of 29 quotes, 4 left out")).to_be_visible()
        expect(quotes.first).to_contain_text("Is open source good for you?")
        expect(page).to_have_url(re.compile(r"order=interview&search=weights(\+|%20)of(\+|%20)our&voice=quoted"))
    assert count > 1


VIEWPORT: ViewportSize = {"width": 1440, "height": HEIGHT}
PLACES = {"de-DE": "America/Los_Angeles", "ar-EG": "Pacific/Kiritimati"}


def test_there_are_places_to_read_from() -> None:
    assert len(PLACES) == 2


@pytest.mark.deep
@pytest.mark.parametrize("locale", PLACES)
def test_a_page_reads_the_same_wherever_its_reader_is(locale: str, browser: Browser, open_page: OpenPage) -> None:
    """Dates and numbers are those of the sources, in one language; none is turned into the reader's own day or comma."""
    paths = ("/investment?chart=periods", "/evidence?section=forecasts")
    here = open_page("/")
    told = []
    with browser.new_context(locale=locale, timezone_id=PLACES[locale], viewport=VIEWPORT) as elsewhere:
        there = Visit(elsewhere.new_page())
        for visit in (here, there):
            read = []
            for path in paths:
                visit.page.goto(here.origin + path)
                visit.settle()
                words = visit.page.locator(".js-plotly-plot text").all_text_contents()
                read.append([visit.page.get_by_role("main").inner_text(), *words])
            told.append(read)
        zone = there.page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    assert (told[0], zone) == (told[1], PLACES[locale])
