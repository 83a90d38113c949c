"""What a server process holds: idle, with readers, after they have gone, and after as many reruns as hours bring."""

from __future__ import annotations

import asyncio
import statistics
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

from benchmarks import servers
from benchmarks.readers import Reader
from benchmarks.servers import Server

PAGES = ("", "layers", "open_source", "investment", "quotes", "walkthrough", "evidence")
TOGETHER, CAME = 40, 200
# An hour of one reader who clicks every two seconds is 1,800 reruns. Over the first 5,000 Python's stores of freed memory
# fill up; what a rerun leaves behind for good shows only after them.
RERUNS, WARMING, EVERY = 8_000, 5_000, 100
AT_ONCE = 4  # readers who make them, so that the server never waits for one
FORGOTTEN = 3  # seconds a session is kept here after its reader has gone; Streamlit keeps it for two minutes


def measure(folder: Path) -> dict[str, float]:
    """Megabytes of resident memory, and the slope of long sessions in megabytes per thousand reruns."""
    with servers.dashboard(f"--server.disconnectedSessionTTL={FORGOTTEN}") as server:
        held = asyncio.run(_held(server))
    with servers.dashboard() as server:
        long = asyncio.run(_long(server))
    with servers.streamlit(folder / "app.py") as server:
        idle, first = asyncio.run(_smallest(server))
    held |= {"smallest app, idle": idle, "smallest app, after the first reader": first}
    return held | long


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
        "idle": idle,
        "after the first reader": first,
        "after every page was seen": seen,
        "per further reader": (together - seen) / TOGETHER,
        f"after {CAME} readers came and went": server.memory(),
    }


async def _wave(server: Server, count: int) -> None:
    """So many readers at once, each on two pages, who then leave."""
    random = Random(count)

    async def visit(first: str, second: str) -> None:
        async with Reader(server.url) as reader:
            await reader.open(first)
            await reader.turn(second)

    await asyncio.gather(*(visit(*random.sample(PAGES, 2)) for _ in range(count)))


async def _long(server: Server) -> dict[str, float]:
    """Sessions that go from page to page for hours, shortened to their reruns."""
    points: list[tuple[float, float]] = []

    async def go(first: int) -> None:
        async with Reader(server.url) as reader:
            await reader.open()
            for number in range(first, RERUNS, AT_ONCE):
                run = await reader.turn(PAGES[number // AT_ONCE % len(PAGES)])
                if run.errors:
                    raise SystemExit(str(run.errors))
                if number % EVERY == 0:
                    points.append((number / 1000, server.memory()))

    before = server.processor()
    await asyncio.gather(*(go(first) for first in range(AT_ONCE)))
    return summary(points) | {"reruns": RERUNS, "processor per rerun, ms": (server.processor() - before) / RERUNS}


def summary(points: Sequence[tuple[float, float]]) -> dict[str, float]:
    """What some readings of memory come to, each with the thousands of reruns before it."""
    warm = [point for point in points if point[0] * 1000 >= WARMING]
    return {
        "slope per thousand reruns": statistics.linear_regression(*zip(*warm, strict=True)).slope,
        "after the first thousand": next(held for thousands, held in points if thousands >= 1),
        f"after {WARMING:,} reruns": warm[0][1],
        f"after {RERUNS:,} reruns": warm[-1][1],
    }
