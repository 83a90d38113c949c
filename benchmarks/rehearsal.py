"""Streamlit Community Cloud rehearsed: five deep links, each opened cold, with little memory and half a core.

Python 3.12, which the host takes by default, in an environment of its own with ``requirements.txt`` alone; the settings that
the host forces; a copy of the files that are served. A process of its own for each link: the first compiles every module,
as after an installation, the others find them compiled, as after sleep. What the disk has read before is not forgotten.

No limit of the kernel's is set, since that takes rights. Instead the process is paused whenever it has had its share of the
time (``held``), and ended once it holds more memory than it may, as the host would.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from playwright.sync_api import Browser, Error, expect

from benchmarks import browser, servers
from benchmarks.servers import ROOT, Server
from narratives.library import packs
from narratives.library.packs import Pack
from tests.browser.harness import DRAWN, SETTLED, free_port

VERSION = (3, 12)
# https://docs.streamlit.io/deploy/streamlit-community-cloud/status: “will override any contrary setting in your config.toml”.
FORCED = (
    "--client.showErrorDetails=false",
    "--runner.fastReruns=true",
    "--server.runOnSave=true",
    "--server.enableXsrfProtection=true",
    "--browser.gatherUsageStats=true",
)
MEMORY = 690  # megabytes: the least that docs/deploy.md says an app is given there
SHARE = 0.5  # of one core; what is given there lies between 0.078 and 2
BURST, LOOK = 50.0, 0.01  # milliseconds that may be used at once, as with the kernel’s quota; seconds between two looks
SERVED = ("streamlit_app.py", "pages", "narratives", "content", "static", ".streamlit", "requirements.txt")
ENVIRONMENT = ROOT / ".venv" / "rehearsal"
PATIENCE = 180  # seconds for a link
# The forced statistics would have the browser report to Streamlit; it finds no host but this machine.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@dataclass(frozen=True)
class Link:
    """A deep link and the headline it opens on."""

    page: str
    params: Mapping[str, str]
    headline: str

    @property
    def address(self) -> str:
        return f"/{self.page}?{urlencode(self.params)}"


@dataclass
class Held:
    """What a process that is held to its limits has needed so far: megabytes at its highest, and its share of a core."""

    peak: float = 0.0
    share: float = 0.0
    ended: bool = False


def measure() -> dict[str, object]:
    """Seconds from the start of a process to the words of each link and until all is drawn, and megabytes at the highest."""
    python = find()
    if python is None or not Path("/proc/self/status").exists():
        return {"skipped": "it takes Linux and Python 3.12 (python3.12 on the path, or named by PYTHON312)"}
    installed = installed_by(python)
    library = packs.load(ROOT / "content")
    links = deep(next(iter(library.packs.values())))
    found: dict[str, dict[str, object]] = {}
    closed = 0
    with tempfile.TemporaryDirectory() as name, browser.launched(ALONE) as chrome:
        folder = Path(name)
        copied(folder / "app")
        for link in links:
            with started(installed, folder) as server, held(server.pid) as process:
                told, problem = opened(chrome, server, link)
                closed += bool(problem)
                found[link.address] = {**told, "MB": process.peak, "share of a core": process.share}
                if problem:
                    found[link.address]["problem"] = "it was ended for its memory" if process.ended else problem
                if link == links[-1]:  # this one goes on, and gets the readers of the others
                    closed += sum(bool(opened(chrome, server, other)[1]) for other in links[:-1])
                    together = process.peak
    version = subprocess.run([installed, "-V"], capture_output=True, text=True, check=True).stdout.split()[1]
    return {
        "python": version,
        "did not open": closed,
        "links": found,
        "one process after all five links, MB": together,
    }


def find() -> str | None:
    """A Python 3.12 that starts: the one that PYTHON312 names, else the one on the path; none where neither does."""
    for python in (os.environ.get("PYTHON312"), "python3.12", sys.executable):
        found = shutil.which(python) if python else None
        if found:
            asked = subprocess.run(
                [found, "-c", "import sys; print(*sys.version_info[:2])"], capture_output=True, text=True, check=False
            )
            if asked.stdout.split() == [str(part) for part in VERSION]:
                return found
    return None


def installed_by(python: str) -> Path:
    """The Python of an environment with ``requirements.txt`` alone; made once, and anew when that file or ``python`` changes."""
    wanted = hashlib.sha256((ROOT / "requirements.txt").read_bytes() + python.encode()).hexdigest()
    inside, stamp = ENVIRONMENT / "bin" / "python", ENVIRONMENT / "requirements.sha256"
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        print("A Python 3.12 of its own is made for the rehearsal.", file=sys.stderr, flush=True)
        subprocess.run([python, "-m", "venv", "--clear", ENVIRONMENT], check=True)
        install = [str(inside), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "-r", "requirements.txt"]
        subprocess.run(install, cwd=ROOT, check=True)
        stamp.write_text(wanted, "utf-8")
    return inside


def deep(pack: Pack) -> tuple[Link, ...]:
    """Five links into a narrative, each to a view that is not how its page opens."""
    findings = pack.narrative.findings
    step = pack.steps[-1]
    return (
        Link("layers", {"layer": next(iter(pack.words.layers))}, findings["layers"].headline),
        Link("investment", {"chart": "silences"}, findings["investment"].headline),
        Link("quotes", {"quote": list(pack.quotes)[-1]}, findings["quotes"].headline),
        Link("walkthrough", {"step": step.id}, step.headline),
        Link("evidence", {"section": "sources"}, findings["evidence"].headline),
    )


def copied(folder: Path) -> None:
    """What is served, without a compiled module."""
    for name in SERVED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


@contextmanager
def started(python: Path, folder: Path) -> Iterator[Server]:
    """A fresh process that serves the copy; compiled modules are looked for and kept in ``folder`` only."""
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("STREAMLIT_", "NARRATIVES_", "PYTHON"))
    }
    port, began = free_port(), time.perf_counter()
    command = [str(python), "-m", "streamlit", "run", "streamlit_app.py", *FORCED]
    command += ["--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}"]
    with subprocess.Popen(
        command,
        cwd=folder / "app",
        env=ours | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    ) as process:
        try:
            yield Server(port, process.pid, began)
        finally:
            process.kill()


@contextmanager
def held(pid: int) -> Iterator[Held]:
    """A process that gets ``SHARE`` of a core, by pauses, and is ended at more than ``MEMORY``."""
    process, done = Held(), threading.Event()

    def hold() -> None:
        credit, paused = BURST, False
        began = at = time.perf_counter()
        before = used = servers.processor(pid)
        while not done.wait(LOOK):
            now, taken = time.perf_counter(), servers.processor(pid)
            credit = min(credit + (now - at) * 1000 * SHARE - (taken - used), BURST)
            at, used = now, taken
            process.share, process.peak = (used - before) / (now - began) / 1000, max(process.peak, _highest(pid))
            if process.peak > MEMORY:
                process.ended = True
                os.kill(pid, signal.SIGKILL)
                return
            if paused != (credit < 0):
                paused = credit < 0
                os.kill(pid, signal.SIGSTOP if paused else signal.SIGCONT)

    holder = threading.Thread(target=hold)
    holder.start()
    try:
        yield process
    finally:
        done.set()
        holder.join()


def opened(chrome: Browser, server: Server, link: Link) -> tuple[dict[str, float], str]:
    """Seconds since the process was started, for a browser that was never here; and what is wrong, if anything is."""
    context = chrome.new_context(viewport=browser.WINDOW)
    try:
        servers.wait_for(server.url + "/_stcore/health")
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.goto(server.url + link.address)
        headings = page.locator("[data-testid=stMain] h1")
        expect(headings.first).to_have_text(link.headline, timeout=PATIENCE * 1000)
        words = time.perf_counter() - server.started
        page.wait_for_selector(SETTLED)
        page.wait_for_function(DRAWN)
        drawn = time.perf_counter() - server.started
        kept = dict(parse_qsl(urlsplit(page.url).query))
        heads = headings.all_inner_texts()
        problem = "" if (kept, heads) == (link.params, [link.headline]) else f"{page.url} shows {heads}"
        return {"words, s": words, "drawn, s": drawn}, problem
    except (Error, AssertionError, RuntimeError) as error:
        return {}, str(error).splitlines()[0]
    finally:
        context.close()


def _highest(pid: int) -> float:
    """Megabytes that a process has held at most; nothing of one that has ended."""
    told = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("utf-8"))
    return int(told[1]) / 1024 if told else 0.0
