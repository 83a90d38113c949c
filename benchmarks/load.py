"""A hundred readers at once: real WebSocket sessions on loopback, bounded in number, clicks and time.

Readers pause between clicks as people do; a second run does not pause, and shows how much a process can do at most.
Client and server share the machine, so the figures err on the slow side.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from websockets.exceptions import WebSocketException

from benchmarks import servers
from benchmarks.readers import PATIENCE, Failed, Reader, Run, cookie_of
from tests.proxy import MISSING, find, proxied

PAGES = ("layers", "open_source", "investment", "quotes", "walkthrough", "evidence", "")
SAME = ("layers", "open_source", "investment", "")  # pages that the smallest app has too
READERS = 100
PAUSE = (2.0, 6.0)  # seconds between the clicks of one reader, drawn evenly
ARRIVE = 5.0  # seconds within which all of them come
EAGER = 20  # readers who never pause: enough to keep a process busy


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Clicks a second, median and 95th percentile of seconds to the end of a run, and errors: one process, then two."""
    found = {}
    with servers.streamlit(folder / "app.py") as smallest:
        found["smallest app, without pauses"] = asyncio.run(_readers(smallest.url, EAGER, (0.0, 0.0), SAME))
    with servers.dashboard() as one:
        asyncio.run(_seen(one.url))
        found["one process, 100 readers"] = asyncio.run(_readers(one.url, READERS, PAUSE))
        found["one process, without pauses"] = asyncio.run(_readers(one.url, EAGER, (0.0, 0.0)))
    if find() is None:
        print(f"Nothing behind nginx is measured. {MISSING}", file=sys.stderr)
        return found
    with servers.dashboard() as one, servers.dashboard() as other, proxied([one.port, other.port]) as proxy:
        for process in (one, other):
            asyncio.run(_seen(process.url))
        found["two behind nginx, 100 readers"] = asyncio.run(_readers(proxy.url, READERS, PAUSE))
        found["two behind nginx, without pauses"] = asyncio.run(_readers(proxy.url, EAGER, (0.0, 0.0)))
    return found


async def _readers(url: str, count: int, pause: tuple[float, float], pages: Sequence[str] = PAGES) -> dict[str, float]:
    """``count`` readers, each through every page."""
    start = time.perf_counter()
    read = await asyncio.gather(*(_reads(url, number, pause, pages) for number in range(count)))
    return summary([run for runs in read for run in runs], time.perf_counter() - start)


async def _seen(url: str) -> None:
    """Every page of a process is made once, before anything is counted."""
    async with Reader(url) as first:
        await first.open()
        for page in PAGES:
            await first.turn(page)


def summary(runs: Sequence[Run | str], seconds: float) -> dict[str, float]:
    """What some runs come to; a run that failed is the text of its error."""
    taken = sorted(run.seconds for run in runs if isinstance(run, Run))
    if not taken:
        raise SystemExit(f"No reader was answered: {runs[0] if runs else 'nobody came'}")
    return {
        "clicks": len(taken),
        "per second": len(taken) / seconds,
        "p50": statistics.median(taken),
        "p95": taken[min(int(len(taken) * 0.95), len(taken) - 1)],
        "errors": sum(isinstance(run, str) or bool(run.errors) for run in runs),
    }


async def _reads(url: str, number: int, pause: tuple[float, float], pages: Sequence[str]) -> list[Run | str]:
    random, runs = Random(number), list[Run | str]()
    await asyncio.sleep(random.uniform(0, ARRIVE) if pause[1] else 0)
    try:
        async with Reader(url, cookie=await asyncio.to_thread(cookie_of, url)) as reader:
            runs.append(await reader.open())
            for page in random.sample(pages, len(pages)):
                await asyncio.sleep(random.uniform(*pause))
                runs.append(await reader.turn(page))
    except (OSError, TimeoutError, WebSocketException, Failed) as error:
        runs.append(f"{type(error).__name__}: {error} (after at most {PATIENCE} s)")
    return runs
