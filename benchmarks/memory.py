"""What a server process holds: idle, with readers, after they have gone, and after as many reruns as hours bring."""

from __future__ import annotations

import asyncio
import statistics
import time
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

from benchmarks import servers
from benchmarks.readers import Reader
from benchmarks.servers import Server

PAGES = ("", "layers", "open_source", "investment", "quotes", "walkthrough", "evidence")
TOGETHER, CAME = 40, 200
RERUNS, EVERY = 2_000, 100  # an hour of one reader who clicks every two seconds is 1,800
FORGOTTEN = 3  # seconds a session is kept here after its reader has gone; Streamlit keeps it for two minutes
SECONDS_AT_MOST = 75


def measure(folder: Path) -> dict[str, float]:
    """Megabytes of resident memory, and the slope of a long session in megabytes per thousand reruns."""
    with servers.dashboard(f"--server.disconnectedSessionTTL={FORGOTTEN}") as server:
        held = asyncio.run(_held(server))
    with servers.dashboard() as server:
        slope, reruns = asyncio.run(_long(server))
    with servers.streamlit(folder / "app.py") as server:
        idle, first = asyncio.run(_smallest(server))
    held |= {"smallest app, idle": idle, "smallest app, after the first reader": first}
    return held | {"slope per thousand reruns": slope, "reruns": reruns}


async def _smallest(server: Server) -> tuple[float, float]:
    """The smallest app, idle and after its first reader."""
    idle = server.memory()
    async with Reader(server.url) as reader:
        await reader.open()
    return idle, server.memory()


async def _held(server: Server) -> dict[str, float]:
    idle = server.memory()
    async with Reader(server.url) as reader:
        await reader.open()
        first = server.memory()
        for page in PAGES:
            await reader.turn(page)
    await _wave(server, 5)  # every page has been made once, and threads and pools have their size
    await asyncio.sleep(2 * FORGOTTEN)
    seen = server.memory()
    async with AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(Reader(server.url)) for _ in range(TOGETHER)]
        for number, reader in enumerate(readers):
            await reader.open(PAGES[number % len(PAGES)])
        together = server.memory()
    for _ in range(CAME // TOGETHER):
        await _wave(server, TOGETHER)
    await asyncio.sleep(2 * FORGOTTEN)
    return {
        "idle": idle, "after the first reader": first, "after every page was seen": seen,
        "per further reader": (together - seen) / TOGETHER, f"after {CAME} readers came and went": server.memory(),
    }  # fmt: skip


async def _wave(server: Server, count: int) -> None:
    """So many readers at once, each on two pages, who then leave."""
    random = Random(count)

    async def visit(first: str, second: str) -> None:
        async with Reader(server.url) as reader:
            await reader.open(first)
            await reader.turn(second)

    await asyncio.gather(*(visit(*random.sample(PAGES, 2)) for _ in range(count)))


async def _long(server: Server) -> tuple[float, int]:
    """One session that goes from page to page for hours, shortened to its reruns; the first half warms up."""
    points: list[tuple[float, float]] = []
    until = time.perf_counter() + SECONDS_AT_MOST
    async with Reader(server.url) as reader:
        await reader.open()
        for number in range(RERUNS):
            run = await reader.turn(PAGES[number % len(PAGES)])
            if run.errors:
                raise SystemExit(str(run.errors))
            if number % EVERY == 0:
                points.append((number / 1000, server.memory()))
            if time.perf_counter() > until and len(points) >= 4:
                break
    warm = points[len(points) // 2 :]
    return statistics.linear_regression(*zip(*warm, strict=True)).slope, number + 1
