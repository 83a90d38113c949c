"""Every page opens, at every width and in both schemes, without a fault, and asks nobody but us."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import yaml
from playwright.sync_api import expect

from tests.browser import axe
from tests.browser.harness import ROOT, FreshServer, OpenPage, Scheme, Visit

pytestmark = pytest.mark.browser

PAGES = ("/", "/layers", "/open_source", "/investment", "/quotes", "/walkthrough", "/evidence")
# At each width a page is shown in the first scheme, then its reader's system turns to the second.
WIDTHS: dict[int, tuple[Scheme, Scheme]] = {390: ("light", "dark"), 768: ("dark", "light"), 1440: ("light", "dark")}
SHOWN = tuple((width, scheme) for width, schemes in WIDTHS.items() for scheme in schemes)
AUDITED = (390, 1440)  # where axe looks too
FAMILY = tuple(product(PAGES, WIDTHS))
# A link into each page, and words that its view shows. Both of the last two are what one opens who was sent a link: one
# made by “Share this view”, one copied from the menu.
COLD = {
    "/?voice=quoted+only": "Key figures",
    "/layers?layer=energy": "We do not own power stations",
    "/open_source?argument=sales": "It costs us some sales, I admit that.",
    "/quotes?theme=sovereignty&order=interview": "Is open source good for you?",
    "/walkthrough?step=silence": "On China Ada Vale gives words and no figure",
    "/investment?chart=ladder&voice=quoted+only&measures=revenue&narrative=Vale+2026": "$12 billion, stated of the present",
    "/evidence": "Each quote, checked against its source",
}
COLD_AT_EVERY_TEST = tuple(COLD)[-2:]
REAL = tuple(sorted((ROOT / "content").glob("*/narrative.yaml")))
# Text nodes that hold Chinese and are not inside an element that says so. Plotly writes the words of its pictures itself,
# and Streamlit those of its buttons, without a place for their language; the table behind each picture says it.
UNTAGGED = """() => {
    const walker = document.createTreeWalker(document.querySelector('[data-testid=stMain]'), NodeFilter.SHOW_TEXT)
    const found = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (/[\\u4e00-\\u9fff]/.test(node.data) && !node.parentElement.closest('[lang^=zh], style, button, .js-plotly-plot'))
            found.push(node.data)
    return found
}"""
THEME = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]


@dataclass
class Report:
    """What a page must be, whatever it shows."""

    headings: int = 1
    exceptions: int = 0
    wider_than_its_window: bool = False
    words_cut_in_charts: tuple[str, ...] = ()
    untagged_chinese: tuple[str, ...] = ()
    console_errors: tuple[str, ...] = ()
    page_errors: tuple[str, ...] = ()
    foreign_requests: tuple[str, ...] = ()
    accessibility: tuple[str, ...] = ()


def report(visit: Visit, *, audited: bool) -> Report:
    page = visit.page
    return Report(
        headings=page.locator("h1").count(),
        exceptions=page.locator("[data-testid=stException]").count(),
        # The document never scrolls sideways itself; its main area would.
        wider_than_its_window=page.evaluate(
            """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
                .some((element) => element.scrollWidth > innerWidth)"""
        ),
        words_cut_in_charts=tuple(visit.cut()),
        untagged_chinese=tuple(page.evaluate(UNTAGGED)),
        console_errors=tuple(visit.console_errors),
        page_errors=tuple(visit.page_errors),
        foreign_requests=tuple(visit.foreign_requests),
        accessibility=axe.ours(axe.findings(page)) if audited else (),
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


def test_seven_pages_are_shown_at_three_widths_in_two_schemes() -> None:
    assert (len(PAGES), len(WIDTHS), len(FAMILY), len(SHOWN)) == (7, 3, 21, 6)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_without_fault_as_its_window_grows_and_follows_the_readers_scheme(
    path: str, open_page: OpenPage
) -> None:
    """Opened once, since opening takes most of the time; axe looks at both ends, once in each scheme."""
    visit = open_page(path, 390, "light")
    reports = {}
    for width, scheme in SHOWN:
        visit.resize(width)
        visit.page.emulate_media(color_scheme=scheme)
        assert_worn(visit, scheme)
        reports[width, scheme] = report(visit, audited=(width, scheme) in ((390, "light"), (1440, "dark")))
        take_picture(visit, path, width, scheme)
    assert reports == dict.fromkeys(SHOWN, Report())


@pytest.mark.deep
@pytest.mark.parametrize(("path", "width"), FAMILY)
def test_a_page_opens_without_fault_at_each_width_and_follows_the_readers_scheme(
    path: str, width: int, open_page: OpenPage
) -> None:
    first, second = WIDTHS[width]
    visit = open_page(path, width, first)
    assert_worn(visit, first)
    reports = {first: report(visit, audited=width in AUDITED)}
    visit.page.emulate_media(color_scheme=second)
    assert_worn(visit, second)
    reports[second] = report(visit, audited=width in AUDITED)
    assert reports == {"light": Report(), "dark": Report()}


def test_every_page_has_a_link_that_is_opened_cold() -> None:
    assert (sorted(urlsplit(link).path for link in COLD), len(COLD_AT_EVERY_TEST)) == (sorted(PAGES), 2)


@pytest.mark.parametrize(
    "link", [link if link in COLD_AT_EVERY_TEST else pytest.param(link, marks=pytest.mark.deep) for link in COLD]
)
def test_a_shared_link_opens_its_page_in_the_frame_on_a_server_that_served_nobody_yet(
    link: str, fresh_server: FreshServer, open_page: OpenPage
) -> None:
    server = fresh_server()
    page = open_page(link, scheme="dark", server=server).page
    expect(page.get_by_role("main")).to_contain_text(COLD[link])
    menu = page.get_by_role("navigation").get_by_role("link")
    assert {
        "menu": tuple(link.get_attribute("href") for link in menu.all()),
        "current": page.locator("a[aria-current=page]").get_attribute("href"),
        "address": {"narrative": ["Vale 2026"]}
        | parse_qs(urlsplit(page.url).query),  # the first, so it may be left out
        "dialogs": page.get_by_role("dialog").count(),
        "headings": page.locator("h1").count(),
    } == {
        "menu": tuple(server + path for path in PAGES),
        "current": server + urlsplit(link).path,
        "address": {"narrative": ["Vale 2026"]} | parse_qs(urlsplit(link).query),
        "dialogs": 0,
        "headings": 1,
    }


def test_there_is_real_content_to_look_at() -> None:
    assert len(REAL) > 0


@pytest.mark.deep
@pytest.mark.parametrize("path", REAL)
def test_every_page_of_the_real_content_opens_without_fault(
    path: Path, fresh_server: FreshServer, open_page: OpenPage
) -> None:
    """The one look of a browser at what readers get: what no rule of ``check`` sees comes out here."""
    label = yaml.safe_load(path.read_text("utf-8"))["label"]
    visit = open_page(f"/?{urlencode({'narrative': label})}", server=fresh_server(ROOT / "content"))
    reports = {}
    for page in PAGES:
        if page != PAGES[0]:
            visit.by_menu(page)
        for width in (1440, 390):
            visit.resize(width)
            reports[page, width] = report(visit, audited=False)
        visit.resize(1440)
    assert reports == dict.fromkeys(product(PAGES, (1440, 390)), Report())
