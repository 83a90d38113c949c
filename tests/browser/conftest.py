"""Fixtures of the browser tests.

Their widest scope is the package, not the session: Playwright keeps an event loop running, which other tests must not
meet.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests import installing
from tests.browser import chromium
from tests.browser.harness import HEIGHT, LIBRARY, ROOT, FreshServer, OpenPage, Scheme, Visit, Workshop, serving

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
    """The address of a server that the tests share; for ``make look`` it serves what readers get."""
    with serving(ROOT / "content" if os.environ.get("SCREENSHOTS") else LIBRARY) as url:
        yield url


@pytest.fixture
def fresh_server() -> Iterator[FreshServer]:
    """Starts a process that has served nobody yet, if need be with another content folder; gives its address."""
    with ExitStack() as servers:
        yield lambda content_dir=LIBRARY: servers.enter_context(serving(content_dir))


@pytest.fixture(scope="package")
def shared_workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """A copy of the three narratives in which the first has fifteen steps to walk through, and a server of it."""
    whole = Path(shutil.copytree(LIBRARY, tmp_path_factory.mktemp("workshop") / "whole"))
    steps = whole / "ada-vale-forum" / "walkthrough.yaml"
    three = steps.read_text("utf-8")
    for letter in "bcde":
        more = re.sub("(?m)^- id: ", f"- id: {letter}-", three).replace("  headline: ", f"  headline: ({letter}) ")
        steps.write_text(steps.read_text("utf-8") + more, "utf-8")
    content = Path(shutil.copytree(whole, whole.with_name("content")))
    with serving(content) as url:
        yield Workshop(url, content, whole)


@pytest.fixture
def workshop(shared_workshop: Workshop) -> Iterator[Workshop]:
    """Content that a test may change, and a server of it; whole again after each test."""
    yield shared_workshop
    shared_workshop.mend()


@pytest.fixture(scope="package")
def windows(browser: Browser) -> Iterator[list[Visit]]:
    """The windows of one visitor, for all tests: a page opens in half the time where another one was open before it."""
    with browser.new_context() as visitor:
        yield [Visit(visitor.new_page())]


@pytest.fixture
def open_page(windows: list[Visit], request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Opens a path in a window that shows nothing else in this test, and waits until all of it is drawn."""
    used: list[Visit] = []

    def open_page(path: str, width: int = 1440, scheme: Scheme = "light", server: str | None = None) -> Visit:
        base: str = server or request.getfixturevalue("app_url")
        if len(used) == len(windows):
            windows.append(Visit(windows[0].page.context.new_page()))
        visit = windows[len(used)]
        used.append(visit)
        visit.page.set_viewport_size({"width": width, "height": HEIGHT})
        visit.page.emulate_media(color_scheme=scheme, reduced_motion="no-preference")
        visit.watch(base)
        visit.page.goto(base + path)
        visit.settle()
        return visit

    yield open_page
    for visit in used:  # two windows of one browser would keep in step
        visit.page.goto("about:blank")
