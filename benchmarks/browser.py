"""What a reader waits for, in Chromium: cold start, warm load, page switch and filter change, each until it is drawn.

The dashboard and the smallest app are measured in turns, so that what else the machine does falls on both alike.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import servers
from benchmarks.servers import Server
from tests.browser import chromium
from tests.browser.conftest import ARGUMENTS
from tests.browser.harness import DRAWN, SETTLED

PAGES = ("", "layers", "open_source", "investment", "quotes", "walkthrough", "evidence")
CHART = "[data-testid=stPlotlyChart] .main-svg"
STATIC = ".js-plotly-plot .main-svg"
SAME = ("", "layers", "open_source", "investment")  # pages of the smallest app, with the charts of ours
TIMES, COLD = 7, 3
Waits = dict[str, list[float]]


def measure(folder: Path) -> dict[str, object]:
    """Milliseconds, medians, and ratios to the smallest app; ``folder`` holds what ``servers.prepare`` made."""
    with _browser() as browser:
        cold = _cold(browser, folder)
        with (
            servers.dashboard() as ours,
            servers.streamlit(folder / "app.py") as smallest,
            servers.static(folder) as static,
        ):
            warm = _warm(browser, ours, smallest, static)
            switch = _switch(browser, ours, smallest)
            change = _change(browser, ours, smallest)
            fetched = {name: _fetched(browser, url) for name, url in {
                "dashboard, first visit": ours.url + "/layers", "smallest app, first visit": smallest.url,
                "static page, first visit": static.url + "/static.html",
            }.items()}  # fmt: skip
    return {"cold": _medians(cold), "warm": _medians(warm), "switch": _medians(switch), "change": _medians(change),
            "fetched": fetched}  # fmt: skip


@contextmanager
def _browser() -> Iterator[Browser]:
    path = chromium.find()
    if path is None:
        raise SystemExit(chromium.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def _cold(browser: Browser, folder: Path) -> Waits:
    """From the start of a process that has served nobody, to a chart in a browser that has cached nothing."""
    waits: Waits = {"dashboard": [], "smallest app": [], "static page": []}
    for _ in range(COLD):
        starts: dict[str, tuple[Callable[[], object], str, str]] = {
            "dashboard": (servers.dashboard, "/layers", CHART),
            "smallest app": (lambda: servers.streamlit(folder / "app.py"), "/", CHART),
            "static page": (lambda: servers.static(folder), "/static.html", STATIC),
        }
        for name, (start, path, chart) in starts.items():
            with start() as server:  # type: ignore[attr-defined]
                page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
                page.goto(server.url + path)
                page.wait_for_selector(chart, state="attached")
                waits[name].append(_since(server.started))
                page.context.close()
    return waits


def _warm(browser: Browser, ours: Server, smallest: Server, static: Server) -> Waits:
    """A page loaded by a reader who has been here: the browser's cache is filled, the session is new."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    waits: Waits = {"static page": []}
    for turn in range(TIMES + 1):
        timed = {}
        for name in PAGES:
            timed[name or "overview"] = _load(page, f"{ours.url}/{name}")
            if name in SAME:
                timed[f"smallest app, {name or 'home'}"] = _load(page, f"{smallest.url}/{name}")
        start = time.perf_counter()
        page.goto(static.url + "/static.html")
        page.wait_for_selector(STATIC, state="attached")
        timed["static page"] = _since(start)
        for name, wait in timed.items():
            waits.setdefault(name, []).extend([wait] * (turn > 0))  # the first fills the caches
    page.context.close()
    return waits


def _switch(browser: Browser, ours: Server, smallest: Server) -> Waits:
    """A click in the menu, until the other page is drawn."""
    waits: Waits = {}
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    small, large = context.new_page(), context.new_page()
    _load(small, smallest.url + "/")
    _load(large, ours.url + "/")
    for turn in range(TIMES + 1):
        for name in PAGES[1:]:
            timed = {name: _click(large, f"a[href*='/{name}']", f"{ours.url}/{name}")}
            if name in SAME:
                timed[f"smallest app, {name}"] = _click(small, f"a[href*='/{name}']", f"{smallest.url}/{name}")
            for which, wait in timed.items():
                waits.setdefault(which, []).extend([wait] * (turn > 0))
    context.close()
    return waits


def _change(browser: Browser, ours: Server, smallest: Server) -> Waits:
    """A click on the axis, until the chart is drawn anew."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    small, large = context.new_page(), context.new_page()
    _load(small, smallest.url + "/choice")
    _load(large, ours.url + "/investment")
    waits: Waits = {"smallest app": [], "investment, axis": []}
    for turn in range(TIMES + 1):
        for name, page, labels in (
            ("smallest app", small, ("log", "linear")),
            ("investment, axis", large, ("logarithmic", "linear")),
        ):
            page.bring_to_front()
            page.evaluate("document.querySelector('.js-plotly-plot').dataset.before = ''")
            start = time.perf_counter()
            page.get_by_role("radio", name=labels[turn % 2], exact=True).click()
            page.wait_for_function("!document.querySelector('[data-before]')")
            page.wait_for_selector(CHART, state="attached")
            waits[name] += [_since(start)] * (turn > 0)
    context.close()
    return waits


def _fetched(browser: Browser, url: str) -> int:
    """Bytes over HTTP of a first visit, as they come over the wire; the WebSocket's are measured elsewhere."""
    page = browser.new_context().new_page()
    session, bytes_ = page.context.new_cdp_session(page), []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: bytes_.append(int(event["encodedDataLength"])))
    page.goto(url)
    page.wait_for_selector(f"{CHART}, {STATIC}", state="attached")
    page.context.close()
    return sum(bytes_)


def _load(page: Page, url: str) -> float:
    start = time.perf_counter()
    page.goto(url)
    _drawn(page)
    return _since(start)


def _click(page: Page, link: str, url: str) -> float:
    page.bring_to_front()  # a page behind another is drawn when the browser finds the time
    start = time.perf_counter()
    page.locator(link).first.click()
    page.wait_for_url(lambda now: now.split("?")[0] == url)
    _drawn(page)
    return _since(start)


def _drawn(page: Page) -> None:
    page.wait_for_selector(SETTLED)
    page.wait_for_function(DRAWN)


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def _medians(waits: Waits) -> dict[str, float]:
    return {name: statistics.median(times) for name, times in waits.items()}
