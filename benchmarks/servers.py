"""What is measured, as processes: the dashboard, the smallest Streamlit app, and a static page, all with the same chart."""

from __future__ import annotations

import ctypes
import functools
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from narratives import exhibits
from narratives.library import packs
from tests.browser.harness import free_port

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60
CHARTS = ("layer-stack", "argument", "openness", "as-stated")


@dataclass(frozen=True)
class Server:
    """A process that serves: where, who, and the moment it was started, as ``time.perf_counter`` tells it."""

    port: int
    pid: int
    started: float

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def memory(self) -> float:
        """Megabytes that the process holds in memory."""
        return resident(self.pid)

    def processor(self) -> float:
        """Milliseconds of processor time that the process has taken since it was started."""
        return processor(self.pid)


def resident(pid: int) -> float:
    """Megabytes that a process holds in memory (resident set)."""
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        return int(re.search(r"VmRSS:\s+(\d+)", status.read_text())[1]) / 1024  # type: ignore[index]
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True)
    return int(told.stdout) / 1024


def processor(pid: int) -> float:
    """Milliseconds of processor time that a process has taken so far, with the threads that have ended.

    By the clock that Linux keeps of it, to the microsecond; elsewhere by ``ps``, to the hundredth of a second.
    """
    clock = ctypes.c_int()
    if sys.platform == "linux" and not ctypes.CDLL(None).clock_getcpuclockid(pid, ctypes.byref(clock)):
        return time.clock_gettime_ns(clock.value) / 1_000_000
    told = subprocess.run(["ps", "-o", "time=", "-p", str(pid)], capture_output=True, text=True, check=True)
    seconds = 0.0
    for part in re.split("[:-]", told.stdout):
        seconds = seconds * 60 + float(part)
    return seconds * 1000


def prepare(folder: Path) -> None:
    """The smallest app and the static page, with the charts of the first narrative as the dashboard draws them.

    The smallest app gets the dashboard’s settings: without them it would be slower, and every ratio kinder to us.
    """
    library = packs.load(ROOT / "content")
    view = exhibits.View((next(iter(library.packs.values())),))
    shutil.copytree(ROOT / "benchmarks" / "smallest", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit", dirs_exist_ok=True)
    for name in CHARTS:
        figure = exhibits.build(name, view).figure
        assert figure is not None
        (folder / f"{name}.json").write_text(str(figure.to_json()), "utf-8")
        if name == CHARTS[0]:
            (folder / "static.html").write_text(str(figure.to_html(include_plotlyjs=True)), "utf-8")


@contextmanager
def streamlit(script: Path, *flags: str) -> Iterator[Server]:
    """A fresh Streamlit process that serves ``script`` from its own folder, ready to answer."""
    port, started = free_port(), time.perf_counter()
    command = [sys.executable, "-m", "streamlit", "run", script.name, "--server.headless=true", *flags]
    command += ["--server.address=127.0.0.1", f"--server.port={port}", "--browser.gatherUsageStats=false"]
    command += ["--logger.level=error", "--server.fileWatcherType=none"]  # as deploy/ runs it
    with subprocess.Popen(command, cwd=script.parent, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT) as process:
        server = Server(port, process.pid, started)
        try:
            wait_for(server.url + "/_stcore/health", process)
            yield server
        finally:
            process.kill()


@contextmanager
def dashboard(*flags: str) -> Iterator[Server]:
    """The dashboard, as it is served to readers."""
    with streamlit(ROOT / "streamlit_app.py", *flags) as server:
        yield server


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the log would stand in the middle of the table."""


@contextmanager
def static(folder: Path) -> Iterator[Server]:
    """A folder of files, by the standard library's server."""
    started = time.perf_counter()
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Server(server.server_address[1], 0, started)
        finally:
            server.shutdown()
            thread.join()


def wait_for(address: str, process: subprocess.Popen[bytes] | None = None) -> None:
    """Until ``address`` answers; an error after a minute, or once the process that should answer has ended."""
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until and (process is None or process.poll() is None):
        try:
            with urlopen(address, timeout=PATIENCE):
                return
        except (URLError, ConnectionError):
            time.sleep(0.01)
    raise RuntimeError(f"{address} did not answer")
