"""Every page opens, at every width and in both schemes, without a fault, and asks nobody but us."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from tests.browser.harness import ROOT, FreshServer, OpenPage, Scheme, Visit

pytestmark = pytest.mark.browser

PAGES = ("/", "/layers", "/open_source", "/investment", "/quotes", "/walkthrough", "/evidence")
WIDTHS = (390, 768, 1440)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
FAMILY = tuple(product(PAGES, WIDTHS, SCHEMES))
THEME = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]


@dataclass
class Report:
    """What a page must be, whatever it shows."""

    background: str
    headings: int = 1
    exceptions: int = 0
    wider_than_its_window: bool = False
    console_errors: tuple[str, ...] = ()
    page_errors: tuple[str, ...] = ()
    foreign_requests: tuple[str, ...] = ()


def report(visit: Visit) -> Report:
    page = visit.page
    return Report(
        background=page.get_by_test_id("stApp").evaluate("(app) => getComputedStyle(app).backgroundColor"),
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
    )


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(channel) for channel in bytes.fromhex(colour.removeprefix('#')))})"


def test_seven_pages_are_opened_at_three_widths_in_two_schemes() -> None:
    assert (len(PAGES), len(WIDTHS), len(SCHEMES), len(FAMILY)) == (7, 3, 2, 42)


@pytest.mark.parametrize(("path", "width", "scheme"), FAMILY)
def test_a_page_opens_without_fault_in_the_readers_scheme(
    path: str, width: int, scheme: Scheme, open_page: OpenPage
) -> None:
    visit = open_page(path, width, scheme)
    assert report(visit) == Report(background=rgb(THEME[scheme]["backgroundColor"]))
    if folder := os.environ.get("SCREENSHOTS"):
        visit.picture(Path(folder) / f"{path.strip('/') or 'overview'}-{width}-{scheme}.png")


def test_a_shared_link_opens_its_page_in_the_frame_on_a_server_that_served_nobody_yet(
    fresh_server: FreshServer, open_page: OpenPage
) -> None:
    server = fresh_server()
    page = open_page("/quotes?quote=capex-us", scheme="dark", server=server).page
    navigation = page.get_by_role("navigation").get_by_role("link")
    assert {
        "menu": tuple(link.get_attribute("href") for link in navigation.all()),
        "current": page.locator("[aria-current=page]").get_attribute("href"),
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
