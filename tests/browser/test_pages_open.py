"""Every page opens, at every width and in both schemes, without a fault, and asks nobody but us."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import expect

from narratives.ui import evidence
from tests.browser import axe
from tests.browser.harness import ROOT, FreshServer, OpenPage, Scheme, Visit

pytestmark = pytest.mark.browser

PAGES = ("/", "/layers", "/open_source", "/investment", "/quotes", "/walkthrough", "/evidence")
# At each width a page is opened in the first scheme, then its reader's system turns to the second. Opening takes most
# of the time, so each page is opened thrice, in both schemes, and not six times.
WIDTHS: dict[int, tuple[Scheme, Scheme]] = {390: ("light", "dark"), 768: ("dark", "light"), 1440: ("light", "dark")}
AUDITED = (390, 1440)  # where axe looks too
FAMILY = tuple(product(PAGES, WIDTHS))
# What stands inside a page and only opens by a link or a click: with the pages, all that a reader’s browser can show.
VIEWS = (
    "/walkthrough?present=1&embed=true",
    "/walkthrough?view=presenter",
    "/walkthrough?view=sheet",
    *(f"/evidence?section={section}" for section in evidence.SECTIONS),
    "/evidence?section=record&record=true",
)
THEME = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]


@dataclass
class Report:
    """What a page must be, whatever it shows."""

    headings: int = 1
    exceptions: int = 0
    wider_than_its_window: bool = False
    console_errors: tuple[str, ...] = ()
    page_errors: tuple[str, ...] = ()
    foreign_requests: tuple[str, ...] = ()
    accessibility: tuple[str, ...] = ()


def report(visit: Visit) -> Report:
    page = visit.page
    return Report(
        headings=page.locator("h1").count(),
        exceptions=page.locator("[data-testid=stException]").count(),
        # The document never scrolls sideways itself; its main area would.
        wider_than_its_window=page.evaluate(
            """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
                .some((element) => element.scrollWidth > innerWidth)"""
        ),
        console_errors=tuple(visit.console_errors),
        page_errors=tuple(visit.page_errors),
        foreign_requests=tuple(visit.foreign_requests),
        accessibility=axe.ours(axe.findings(page)) if page.evaluate("innerWidth") in AUDITED else (),
    )


def assert_worn(visit: Visit, scheme: Scheme) -> None:
    channels = bytes.fromhex(THEME[scheme]["backgroundColor"].removeprefix("#"))
    expect(visit.page.get_by_test_id("stApp")).to_have_css("background-color", f"rgb{tuple(channels)}")


def take_picture(visit: Visit, path: str, width: int, scheme: Scheme) -> None:
    """For `make look`. Opened anew, as most readers would: a chart's marks keep the scheme they were first drawn in."""
    if folder := os.environ.get("SCREENSHOTS"):
        visit.page.reload()
        visit.settle()
        visit.picture(Path(folder) / f"{path.strip('/') or 'overview'}-{width}-{scheme}.png")


def test_seven_pages_are_opened_at_three_widths() -> None:
    assert (len(PAGES), len(WIDTHS), len(FAMILY)) == (7, 3, 21)


@pytest.mark.parametrize(("path", "width"), FAMILY)
def test_a_page_opens_without_fault_and_follows_the_readers_scheme(path: str, width: int, open_page: OpenPage) -> None:
    first, second = WIDTHS[width]
    visit = open_page(path, width, first)
    assert_worn(visit, first)
    reports = {first: report(visit)}
    take_picture(visit, path, width, first)

    visit.page.emulate_media(color_scheme=second)
    assert_worn(visit, second)
    reports[second] = report(visit)
    take_picture(visit, path, width, second)
    assert reports == {"light": Report(), "dark": Report()}


def test_the_stage_and_every_section_of_the_evidence_are_among_the_views() -> None:
    assert len(VIEWS) > 6


@pytest.mark.parametrize("path", VIEWS)
def test_a_view_inside_a_page_is_without_fault_and_asks_no_third_party(path: str, open_page: OpenPage) -> None:
    visit = open_page(path)
    assert (visit.foreign_requests, visit.console_errors, visit.page_errors) == ([], [], [])


def test_a_shared_link_opens_its_page_in_the_frame_on_a_server_that_served_nobody_yet(
    fresh_server: FreshServer, open_page: OpenPage
) -> None:
    server = fresh_server()
    page = open_page("/quotes?quote=capex-us", scheme="dark", server=server).page
    navigation = page.get_by_role("navigation").get_by_role("link")
    assert {
        "menu": tuple(link.get_attribute("href") for link in navigation.all()),
        "current": page.locator("a[aria-current=page]").get_attribute("href"),
        "address": page.url,
        "dialogs": page.get_by_role("dialog").count(),
        "names the amount": "800 billion" in page.get_by_role("main").inner_text(),
    } == {
        "menu": tuple(server + path for path in PAGES),
        "current": f"{server}/quotes",
        "address": f"{server}/quotes?quote=capex-us",
        "dialogs": 0,
        "names the amount": True,
    }
