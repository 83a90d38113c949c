"""Fixtures of the browser tests.

Their widest scope is the package, not the session: Playwright keeps an event loop running, which no other test may meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

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


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; where there is none they are skipped, and with CI=true they fail."""
    path = chromium.find()
    if path is None:
        (pytest.fail if chromium.COMPULSORY else pytest.skip)(chromium.MISSING)
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
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """One reader for all tests, who has the framework's scripts in the cache: fetching them is a third of a test's time."""
    with browser.new_context() as context:
        yield context


@pytest.fixture
def open_page(reader: BrowserContext, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Opens a path in a new tab and waits until all of it is drawn; nothing is remembered from test to test."""

    def open_page(path: str, width: int = 1440, scheme: Scheme = "light", server: str | None = None) -> Visit:
        base: str = server or request.getfixturevalue("app_url")
        visit = Visit(reader.new_page())
        visit.page.set_viewport_size({"width": width, "height": HEIGHT})
        visit.page.emulate_media(color_scheme=scheme)
        visit.watch(base)
        visit.page.goto(base + path)
        visit.settle()
        return visit

    yield open_page
    for page in reader.pages:
        page.evaluate("localStorage.clear()")
        page.close()
    reader.clear_cookies()
