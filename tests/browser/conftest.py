"""Fixtures of the browser tests.

Their widest scope is the package, not the session: Playwright keeps an event loop running, which other tests must not
meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect, sync_playwright

from tests import installing
from tests.browser import chromium
from tests.browser.harness import FreshServer, OpenPage, Scheme, Visit, serving

# No sandbox: CI runs as root. The rest keeps the browser from calling home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HEIGHT = 900
expect.set_options(timeout=15_000)  # two workers share two cores: a condition may take its time


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; where there is none they are skipped, and with CI=true they fail."""
    path = chromium.find()
    if path is None:
        (pytest.fail if installing.COMPULSORY else pytest.skip)(chromium.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def app_url() -> Iterator[str]:
    """The address of a server that the tests share."""
    with serving() as url:
        yield url


@pytest.fixture
def fresh_server() -> Iterator[FreshServer]:
    """Starts a process that has served nobody yet, if need be with another content folder; gives its address."""
    with ExitStack() as servers:
        yield lambda content_dir=None: servers.enter_context(serving(content_dir))


@pytest.fixture(scope="package")
def visitors(browser: Browser) -> Iterator[Callable[[int, Scheme], BrowserContext]]:
    """One visitor for each width and scheme: what the browser has fetched once, it need not fetch for each test."""
    known: dict[tuple[int, Scheme], BrowserContext] = {}

    def visitor(width: int, scheme: Scheme) -> BrowserContext:
        if (width, scheme) not in known:
            viewport: ViewportSize = {"width": width, "height": HEIGHT}
            known[width, scheme] = browser.new_context(viewport=viewport, color_scheme=scheme)
        return known[width, scheme]

    yield visitor
    for context in known.values():
        context.close()


@pytest.fixture
def open_page(visitors: Callable[[int, Scheme], BrowserContext], request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Opens a path in a window of its own and waits until all of it is drawn."""
    with ExitStack() as windows:

        def open_page(path: str, width: int = 1440, scheme: Scheme = "light", server: str | None = None) -> Visit:
            base: str = server or request.getfixturevalue("app_url")
            page = visitors(width, scheme).new_page()
            windows.callback(page.close)
            visit = Visit(page)
            visit.watch(base)
            visit.page.goto(base + path)
            visit.settle()
            return visit

        yield open_page
