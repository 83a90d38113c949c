"""What a reader waits for, in Chromium: cold start, warm load, page switch and filter change, each until it is drawn.

The dashboard and the smallest app are measured in turns, so that what else the machine does falls on both alike. Beside
each wait stands the processor time of the server and that of the page (the main thread of its tab), which others share less.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, ViewportSize, sync_playwright

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
WINDOW: ViewportSize = {"width": 1440, "height": 900}


@dataclass(frozen=True)
class Took:
    """Milliseconds of one thing that a reader did: what was waited, and the processor time of server and page."""

    wait: float
    server: float
    page: float


Turns = dict[str, list[Took]]


@dataclass(frozen=True)
class Tab:
    """A page of ``server`` in the browser, whose processor time is told."""

    page: Page
    server: Server
    tells: CDPSession

    @classmethod
    def of(cls, context: BrowserContext, server: Server) -> Tab:
        page = context.new_page()
        tells = context.new_cdp_session(page)
        tells.send("Performance.enable", {"timeDomain": "threadTicks"})
        return cls(page, server, tells)

    def processor(self) -> float:
        """Milliseconds of the main thread so far; another document begins at nothing."""
        told = {each["name"]: each["value"] for each in self.tells.send("Performance.getMetrics")["metrics"]}
        return float(told["TaskDuration"]) * 1000

    def load(self, path: str, chart: str = "") -> Took:
        """A page loaded anew, until it is drawn; one that is no Streamlit page, until its ``chart`` is there."""
        self.page.bring_to_front()  # a page behind another is drawn when the browser finds the time
        start, server = time.perf_counter(), self._served()
        self.page.goto(self.server.url + path)
        if chart:
            self.page.wait_for_selector(chart, state="attached")
        else:
            _drawn(self.page)
        return Took(_since(start), self._served() - server, self.processor())

    def does(self, act: Callable[[], object]) -> Took:
        """What happens in the page that is there, until it is drawn anew."""
        self.page.bring_to_front()
        page, server, start = self.processor(), self._served(), time.perf_counter()
        act()
        _drawn(self.page)
        return Took(_since(start), self._served() - server, self.processor() - page)

    def turn(self, name: str) -> Took:
        """A click in the menu, until the other page is drawn."""
        address = f"{self.server.url}/{name}"

        def click() -> None:
            self.page.locator(f"header a[href='{address}'], nav a[href='{address}']").first.click()
            self.page.wait_for_url(lambda now: now.split("?")[0] == address)

        return self.does(click)

    def _served(self) -> float:
        return self.server.processor() if self.server.pid else 0.0


def measure(folder: Path) -> dict[str, object]:
    """Milliseconds, medians, and ratios to the smallest app; ``folder`` holds what ``servers.prepare`` made."""
    with launched() as browser:
        cold = _cold(browser, folder)
        with (
            servers.dashboard() as ours,
            servers.streamlit(folder / "app.py") as smallest,
            servers.static(folder) as static,
        ):
            turns = {
                "warm": _warm(browser, ours, smallest, static),
                "switch": _switch(browser, ours, smallest),
                "change": _change(browser, ours, smallest),
            }
            fetched = {
                name: _fetched(browser, url)
                for name, url in {
                    "dashboard, first visit": ours.url + "/layers",
                    "smallest app, first visit": smallest.url,
                    "static page, first visit": static.url + "/static.html",
                }.items()
            }
    waits = {part: _medians(taken, lambda took: took.wait) for part, taken in turns.items()}
    processor = {
        part: {"server": _medians(taken, lambda took: took.server), "page": _medians(taken, lambda took: took.page)}
        for part, taken in turns.items()
    }
    return {"cold": _typical(cold)} | waits | {"processor": processor, "fetched": fetched}


@contextmanager
def launched(*arguments: str) -> Iterator[Browser]:
    """The Chromium that the browser tests use; without one there is nothing to measure."""
    path = chromium.find()
    if path is None:
        raise SystemExit(chromium.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, *arguments])
        yield browser
        browser.close()


def _cold(browser: Browser, folder: Path) -> dict[str, list[float]]:
    """From the start of a process that has served nobody, to a chart in a browser that has cached nothing."""
    waits: dict[str, list[float]] = {"dashboard": [], "smallest app": [], "static page": []}
    for _ in range(COLD):
        starts: dict[str, tuple[Callable[[], object], str, str]] = {
            "dashboard": (servers.dashboard, "/layers", CHART),
            "smallest app": (lambda: servers.streamlit(folder / "app.py"), "/", CHART),
            "static page": (lambda: servers.static(folder), "/static.html", STATIC),
        }
        for name, (start, path, chart) in starts.items():
            with start() as server:  # type: ignore[attr-defined]
                page = browser.new_context(viewport=WINDOW).new_page()
                page.goto(server.url + path)
                page.wait_for_selector(chart, state="attached")
                waits[name].append(_since(server.started))
                page.context.close()
    return waits


def _warm(browser: Browser, ours: Server, smallest: Server, static: Server) -> Turns:
    """A page loaded by a reader who has been here: the browser's cache is filled, the session is new."""
    context = browser.new_context(viewport=WINDOW)
    large, small, plain = (Tab.of(context, server) for server in (ours, smallest, static))
    taken: Turns = {}
    for turn in range(TIMES + 1):
        timed = {}
        for name in PAGES:
            timed[name or "overview"] = large.load(f"/{name}")
            if name in SAME:
                timed[f"smallest app, {name or 'home'}"] = small.load(f"/{name}")
        timed["static page"] = plain.load("/static.html", STATIC)
        for name, took in timed.items():
            taken.setdefault(name, []).extend([took] * (turn > 0))  # the first fills the caches
    context.close()
    return taken


def _switch(browser: Browser, ours: Server, smallest: Server) -> Turns:
    """A click in the menu, on every page and back to the first, until the other page is drawn."""
    context = browser.new_context(viewport=WINDOW)
    large, small = Tab.of(context, ours), Tab.of(context, smallest)
    for tab in (large, small):
        tab.load("/")
    taken: Turns = {}
    for turn in range(TIMES + 1):
        for name in (*PAGES[1:], PAGES[0]):
            timed = {name or "overview": large.turn(name)}
            if name in SAME:
                timed[f"smallest app, {name or 'home'}"] = small.turn(name)
            for which, took in timed.items():
                taken.setdefault(which, []).extend([took] * (turn > 0))
    context.close()
    return taken


def _change(browser: Browser, ours: Server, smallest: Server) -> Turns:
    """A click on the axis, until the chart is drawn anew."""
    context = browser.new_context(viewport=WINDOW)
    small, large = Tab.of(context, smallest), Tab.of(context, ours)
    small.load("/choice")
    large.load("/investment")
    taken: Turns = {"smallest app": [], "investment, axis": []}

    def choose(page: Page, label: str) -> None:
        page.get_by_role("radio", name=label, exact=True).click()
        page.wait_for_function("!document.querySelector('[data-before]')")
        page.wait_for_selector(CHART, state="attached")

    for turn in range(TIMES + 1):
        for name, tab, labels in (
            ("smallest app", small, ("log", "linear")),
            ("investment, axis", large, ("logarithmic", "linear")),
        ):
            tab.page.evaluate("document.querySelector('.js-plotly-plot').dataset.before = ''")
            took = tab.does(partial(choose, tab.page, labels[turn % 2]))
            taken[name] += [took] * (turn > 0)
    context.close()
    return taken


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


def _drawn(page: Page) -> None:
    page.wait_for_selector(SETTLED)
    page.wait_for_function(DRAWN)


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def _medians(taken: Turns, what: Callable[[Took], float]) -> dict[str, float]:
    return _typical({name: [what(took) for took in all_] for name, all_ in taken.items()})


def _typical(times: dict[str, list[float]]) -> dict[str, float]:
    return {name: statistics.median(each) for name, each in times.items()}
