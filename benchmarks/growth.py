"""What a library costs as it grows: start-up, memory, quote search and reruns for 1, 8, 30 and 100 narratives.

    python -m benchmarks.growth

Each figure is measured in a process of its own, on made-up narratives of fifty quotes (`benchmarks/generating.py`).
Timings differ between machines and with what else runs there; what to look at is how they grow along a row.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks import servers
from benchmarks.generating import ROOT, generate
from benchmarks.readers import Reader
from benchmarks.servers import resident
from narratives.library import packs
from narratives.tables import quotations

COUNTS = (1, 8, 30, 100)
BESIDE = {"beside": "all narratives"}
VIEWS: dict[str, tuple[str, dict[str, str]]] = {
    # view: the page, and what its link says
    "overview": ("overview", {}),
    "layers": ("layers", {}),
    "open source": ("open_source", {}),
    "investment": ("investment", {}),
    "quotes": ("quotes", {}),
    "walkthrough": ("walkthrough", {}),
    "evidence": ("evidence", {}),
    "layers, all beside": ("layers", BESIDE),
    "open source, all beside": ("open_source", BESIDE),
    "investment, all beside": ("investment", BESIDE),
    "quotes, all beside": ("quotes", BESIDE),
}
SEARCHED = ("models", "more than", "capital expenditure", "hospitals by the sea", "vale", "no such words")
RERUNS = 3
EACH = 5
CLICKS, PAUSE = 3, 2.0  # on each page, and seconds between two


def measure() -> dict[str, object]:
    """All figures by number of narratives, each with its unit in its name."""
    with tempfile.TemporaryDirectory() as folder:
        rows: dict[str, object] = {}
        for count in COUNTS:
            content = generate(Path(folder) / str(count), count)
            size = sum(path.stat().st_size for path in content.glob("*/*.yaml"))
            cache = Path(folder) / f"cache-{count}"
            figures = {"YAML, kB": size / 1000} | _alone("cold", content, cache) | _alone("kept", content, cache)
            rows[str(count)] = figures | _alone("views", content, cache) | _alone("clicks", content, cache)
        return rows


def table(results: dict[str, object]) -> str:
    """The figures as lines to print: one column a number of narratives."""
    columns: dict[str, dict[str, float]] = {count: dict(row) for count, row in results.items() if isinstance(row, dict)}
    names = dict.fromkeys(name for column in columns.values() for name in column)
    lines = [f"{'narratives':<40}" + "".join(f"{count:>9}" for count in columns)]
    for name in names:
        lines.append(f"{name:<40}" + "".join(f"{column.get(name, 0):>9.1f}" for column in columns.values()))
    return "\n".join(lines)


def cold(content: Path, cache: Path) -> dict[str, float]:
    """Reading and judging all YAML, and keeping what passed; then search over all quotes."""
    before = _memory()
    start = time.perf_counter()
    library = packs.load(content)
    taken = _since(start)
    if library.problems:
        raise SystemExit("\n".join(str(problem) for problem in library.problems))
    held = _memory() - before
    packs.load(content, None, cache)
    quotes = quotations.quotes(library.packs.values())
    index = quotations.index(library.packs.values())
    searches = sorted(_took(partial(quotations.search, quotes, sought)) for sought in SEARCHED for _ in range(EACH))
    found = sorted(_took(partial(quotations.findable, index, sought)) for sought in SEARCHED for _ in range(EACH))
    return {
        "load from YAML, ms": taken,
        "memory of the narratives, MB": held,
        "quotes": len(quotes),
        "quote search, median ms": statistics.median(searches),
        "quote search, 95th percentile ms": searches[int(len(searches) * 0.95)],
        "find a quote or claim on stage, median ms": statistics.median(found),
    }


def kept(content: Path, cache: Path) -> dict[str, float]:
    """The same narratives from the folder of those that passed before."""
    start = time.perf_counter()
    packs.load(content, None, cache)
    return {"load what was kept, ms": _since(start)}


def views(content: Path, cache: Path) -> dict[str, float]:
    """The first view of a fresh process, the median rerun of each page, and what the process then holds."""
    logging.disable(logging.WARNING)
    found: dict[str, float] = {}
    for view, (page, params) in VIEWS.items():
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=120)
        for name, value in params.items():
            app.query_params[name] = value
        first = _took(app.run)
        found.setdefault("first view, ms", first)
        if page != "overview":
            app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
        found[f"rerun {view}, ms"] = statistics.median(_took(app.run) for _ in range(RERUNS))
        if app.exception:
            raise SystemExit(f"{view}: {app.exception[0].message}")
    return found | {"memory of the process, MB": _memory()}


def clicks(content: Path, cache: Path) -> dict[str, float]:
    """Processor time of a server that one reader uses, a click every two seconds, with all that it does between them."""
    with servers.dashboard() as server:
        return asyncio.run(_clicks(server))


async def _clicks(server: servers.Server) -> dict[str, float]:
    pages = [page if page != "overview" else "" for page in dict.fromkeys(page for page, _ in VIEWS.values())]
    spent: dict[str, list[float]] = {page: [] for page in pages}
    async with Reader(server.url) as reader:
        await reader.open()
        for _ in range(CLICKS):  # what is made once is not counted
            for page in pages:
                await reader.turn(page)
        before = servers.processor(server.pid)
        await asyncio.sleep(PAUSE * CLICKS)
        open_only = (servers.processor(server.pid) - before) / (PAUSE * CLICKS)
        for page in pages * CLICKS:
            await reader.turn(page)
            before = servers.processor(server.pid)
            await reader.turn(page)
            await asyncio.sleep(PAUSE)
            spent[page].append(servers.processor(server.pid) - before)
    told = {f"a click on {page or 'overview'}, processor ms": statistics.mean(each) for page, each in spent.items()}
    every = statistics.mean(each for page in spent.values() for each in page)
    return told | {"a click, processor ms": every, "a page left open, processor ms/s": open_only}


def _alone(what: str, content: Path, cache: Path) -> dict[str, float]:
    """One of the measurements above, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.growth", what, str(content), str(cache)],
        cwd=ROOT,
        env=os.environ | {"NARRATIVES_CONTENT": str(content)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _took(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return _since(start)


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000


def _memory() -> float:
    """What this process holds now, in megabytes. Its highest mark would not do: a process inherits that of its parent."""
    return resident(os.getpid())


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(
            json.dumps(
                {"cold": cold, "kept": kept, "views": views, "clicks": clicks}[sys.argv[1]](*map(Path, sys.argv[2:4]))
            )
        )
    else:
        print(table(measure()))
