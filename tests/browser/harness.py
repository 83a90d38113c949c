"""A real server and a real page, as the browser tests see them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, expect

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "tests" / "library" / "content"
Scheme = Literal["light", "dark"]

HEIGHT = 900
ADDRESS_TOLD = "URL: http"
PLAIN = (sys.executable, "-m", "streamlit", "run", "streamlit_app.py")
SETTLED = "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
# Charts and tables are drawn after the script has ended, each by code that is fetched when first needed.
DRAWN = """() =>
    !document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton]')
    && [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every((chart) => chart.querySelector('.main-svg'))
    && [...document.querySelectorAll('[data-testid=stDataFrame]')].every((table) => table.querySelector('canvas'))
"""
# From a click until its run begins the page still looks settled.
RUNS = """() => {
    window.ran = false
    new MutationObserver(() => { window.ran = true })
        .observe(document.body, {subtree: true, attributes: true, attributeFilter: ['data-test-script-state']})
}"""
# A chart follows its window a moment after the window has changed.
FITTED = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every((chart) =>
    Math.abs(chart.querySelector('.main-svg').getBoundingClientRect().width - chart.getBoundingClientRect().width) < 2)"""
# Words, and arrows to the right: one to the left, near zero, crosses the edge of its chart.
CUT = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((chart) => {
    const box = chart.getBoundingClientRect()
    return [...chart.querySelectorAll('text')].filter((text) => !/^[◀◁]/.test(text.textContent)).filter((text) => {
        const at = text.getBoundingClientRect()
        return at.width && (at.left < box.left - 1 || at.right > box.right + 1 || at.top < box.top - 1 || at.bottom > box.bottom + 1)
    }).map((text) => text.textContent)
})"""
# A sub-page's client looks for its server under its own path first, and is answered 404 (STREAMLIT.md §1).
PROBE = re.compile(r"/[^/]+/_stcore/(health|host-config)$")


@dataclass
class Visit:
    """A window, the page that is open in it, and what has gone wrong on that page so far."""

    page: Page
    origin: str = ""
    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)

    def watch(self, origin: str) -> None:
        """Records from now on, with ``origin`` as the only host that may be asked for anything; forgets what was before."""

        def console(message: ConsoleMessage) -> None:
            if message.type == "error" and not PROBE.search(message.location["url"]):
                self.console_errors.append(message.text)

        def request(url: str) -> None:
            if urlsplit(url).netloc not in {urlsplit(self.origin).netloc, ""}:
                self.foreign_requests.append(url)

        for recorded in (self.console_errors, self.page_errors, self.foreign_requests):
            recorded.clear()
        if not self.origin:
            self.page.on("console", console)
            self.page.on("pageerror", lambda error: self.page_errors.append(str(error)))
            self.page.on("request", lambda sent: request(sent.url))
            self.page.on("websocket", lambda socket: request(socket.url))
        self.origin = origin

    def settle(self) -> None:
        """Waits until the script has run, and all charts and tables are drawn."""
        self.page.wait_for_selector(SETTLED)
        self.page.wait_for_function(DRAWN)

    @contextmanager
    def rerun(self) -> Iterator[None]:
        """Around a click: waits until the run that it asks for has begun and ended, and all is drawn."""
        self.page.evaluate(RUNS)
        yield
        self.page.wait_for_function("() => window.ran")
        self.settle()

    def resize(self, width: int, height: int = HEIGHT) -> None:
        """Gives the window another size, and waits until the charts have it too."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.settle()
        self.page.wait_for_function(FITTED)

    def by_menu(self, path: str) -> None:
        """Goes to another page as the menu does, which fetches no script again."""
        links = self.page.locator("header a, nav a")
        with self.rerun():
            links.and_(self.page.locator(f"[href$='{urlsplit(self.page.url).netloc}{path}']")).first.click()
        expect(self.page.locator("a[aria-current=page]").first).to_have_attribute("href", re.compile(f"{path}$"))

    def cut(self) -> list[str]:
        """The words that reach out of their chart, where nobody sees them."""
        cut: list[str] = self.page.evaluate(CUT)
        return cut

    def with_keys(self) -> Page:
        """The page once the walkthrough's keys are listened to: its progress line is drawn by the same code."""
        self.page.get_by_label("Steps").get_by_role("button").first.wait_for()
        return self.page

    def picture(self, path: Path) -> None:
        """Saves the whole page. Streamlit scrolls inside the window, so the window is made as high as its content."""
        path.parent.mkdir(parents=True, exist_ok=True)
        width = self.page.evaluate("innerWidth")
        before = self.page.evaluate("innerHeight")
        height = self.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        self.page.set_viewport_size({"width": width, "height": height})
        self.settle()
        self.page.screenshot(path=path, animations="disabled")
        self.page.set_viewport_size({"width": width, "height": before})


class OpenPage(Protocol):
    """The fixture ``open_page``."""

    def __call__(self, path: str, width: int = 1440, scheme: Scheme = "light", server: str | None = None) -> Visit: ...


class FreshServer(Protocol):
    """The fixture ``fresh_server``."""

    def __call__(self, content_dir: Path = LIBRARY) -> str: ...


@dataclass(frozen=True)
class Workshop:
    """The fixture ``workshop``: a server, the content it reads, which a test may change, and how that content was."""

    url: str
    content: Path
    whole: Path

    def mend(self) -> None:
        """Makes the content as it was: only what was changed is written again."""
        moved = self.content.with_name("away")
        if moved.exists():
            moved.rename(self.content)
        for path in self.whole.rglob("*.yaml"):
            here = self.content / path.relative_to(self.whole)
            if here.is_dir():
                here.rmdir()
            if not here.exists() or here.read_bytes() != path.read_bytes():
                shutil.copy(path, here)


@contextmanager
def serving(
    content_dir: Path | None = LIBRARY,
    port: int | None = None,
    *,
    command: Sequence[str] = PLAIN,
    root: Path = ROOT,
    log: list[str] | None = None,
) -> Iterator[str]:
    """The address of a new process of the dashboard, which serves ``content_dir``; that of ``root`` itself where None.

    ``command`` starts it in ``root``, a copy of the project; what it prints is added to ``log``.
    """
    port = port or free_port()
    # No setting of the person who runs the tests may change what is tested.
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "NARRATIVES_"))
    }
    environment |= {"PYTHONUNBUFFERED": "1"}
    if content_dir:
        environment |= {"NARRATIVES_CONTENT": str(content_dir)}
    command = [*command, "--browser.gatherUsageStats=false"]
    command += ["--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}"]
    with subprocess.Popen(
        command,
        cwd=root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        log = [] if log is None else log
        ready = threading.Event()

        def read() -> None:
            """Goes on after the address was told: a pipe that nobody reads would stop the server."""
            assert process.stdout
            for line in process.stdout:
                log.append(line)
                if ADDRESS_TOLD in line:
                    ready.set()
            ready.set()

        reader = threading.Thread(target=read)
        reader.start()
        try:
            ready.wait(timeout=60)
            if ADDRESS_TOLD not in "".join(log):
                raise RuntimeError("The server did not start:\n" + "".join(log))
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()
            reader.join()


def free_port() -> int:
    """A port of the loopback address that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def make_run(root: Path) -> tuple[str, ...]:
    """The command line of ``make run``, with the Python that runs the tests."""
    asked = ["make", "--dry-run", "--old-file=.venv/app", "run"]
    told = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=True).stdout
    (line,) = [line for line in told.replace("\\\n", " ").splitlines() if "streamlit run" in line]
    return (sys.executable, *shlex.split(line)[1:])


def save(path: Path, words: str) -> None:
    """As editors do: written beside and renamed."""
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(words, "utf-8")
    os.replace(beside, path)
