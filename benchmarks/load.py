"""A hundred readers at once: real WebSocket sessions on loopback, bounded in number, clicks and time.

Readers pause between clicks as people do; a second run does not pause, and shows how much a process can do at most.
A third has twenty readers alone, and then beside twenty who do nothing but let the server search the worst texts they can
paste. Client and server share the machine, so the figures err on the slow side.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager
from pathlib import Path
from random import Random
from threading import Event

from websockets.exceptions import WebSocketException

from benchmarks import servers
from benchmarks.readers import PATIENCE, Failed, Reader, Run, cookie_of
from narratives.library import packs
from narratives.ui.words import checking
from tests.proxy import MISSING, find, proxied

PAGES = ("layers", "open_source", "investment", "quotes", "walkthrough", "evidence", "")
SAME = ("layers", "open_source", "investment", "")  # pages that the smallest app has too
READERS = 100
PAUSE = (2.0, 6.0)  # seconds between the clicks of one reader, drawn evenly
ARRIVE = 5.0  # seconds within which all of them come
EAGER = 20  # readers who never pause: enough to keep a process busy
FEW = 20  # readers, and as many beside them who search
AREA = "The words of the article"


def measure(folder: Path) -> dict[str, dict[str, float] | float]:
    """Clicks a second, median and 95th percentile of seconds to the end of a run, and errors: one process, then two."""
    found: dict[str, dict[str, float] | float] = {}
    with servers.streamlit(folder / "app.py") as smallest:
        found["smallest app, without pauses"] = asyncio.run(_readers(smallest.url, EAGER, (0.0, 0.0), SAME))
    with servers.dashboard() as one:
        asyncio.run(_seen(one.url))
        found["one process, 100 readers"] = asyncio.run(_readers(one.url, READERS, PAUSE))
        found["one process, without pauses"] = asyncio.run(_readers(one.url, EAGER, (0.0, 0.0)))
    found |= searched()
    if find() is None:
        print(f"Nothing behind nginx is measured. {MISSING}", file=sys.stderr)
        return found
    with servers.dashboard() as one, servers.dashboard() as other, proxied([one.port, other.port]) as proxy:
        for process in (one, other):
            asyncio.run(_seen(process.url))
        found["two behind nginx, 100 readers"] = asyncio.run(_readers(proxy.url, READERS, PAUSE))
        found["two behind nginx, without pauses"] = asyncio.run(_readers(proxy.url, EAGER, (0.0, 0.0)))
    return found


def searched() -> dict[str, dict[str, float] | float]:
    """Readers as in ``measure``, without and with as many who search, in one run of one process, and their medians' ratio."""
    with servers.dashboard() as one:
        asyncio.run(_seen(one.url))
        alone = asyncio.run(_readers(one.url, FEW, PAUSE, PAGES * 2))
        beside, searches = _beside(one.url)
    return {
        "20 readers": alone,
        "20 readers beside 20 who search": beside,
        "the searches": searches,
        "median beside 20 who search, to without": beside["p50"] / alone["p50"],
    }


def _beside(url: str) -> tuple[dict[str, float], dict[str, float]]:
    """What readers and those who search come to, who go on until the last reader has made his last click.

    They are a process of their own: its work with long texts must not delay the readers' clocks.
    """
    start = time.perf_counter()
    with Manager() as manager, ProcessPoolExecutor(1) as other:
        read = manager.Event()
        searching = other.submit(_search, url, read)
        readers = asyncio.run(_readers(url, FEW, PAUSE, PAGES * 2))
        read.set()
        runs = searching.result()
    return readers, summary(runs, time.perf_counter() - start)


def _search(url: str, read: Event) -> list[Run | str]:
    async def all_of_them() -> list[list[Run | str]]:
        return await asyncio.gather(*(_searches(url, number, read) for number in range(FEW)))

    return [run for runs in asyncio.run(all_of_them()) for run in runs]


async def _searches(url: str, number: int, read: Event) -> list[Run | str]:
    """Pastes one worst text after the other, each a little other than the last, so that none is known already."""
    runs, texts = list[Run | str](), itertools.cycle(worst())
    try:
        async with Reader(url) as reader:
            await reader.open("evidence")
            while not read.is_set():
                text = f"{number} {len(runs)} {next(texts)}"[: checking.PASTED]
                runs.append(await reader.paste("evidence", AREA, text))
    except (OSError, TimeoutError, WebSocketException, Failed) as error:
        runs.append(f"{type(error).__name__}: {error} (after at most {PATIENCE} s)")
    return runs


def worst() -> list[str]:
    """Texts as long as the text area takes: a quote in other white space again and again, half a quote, a word a line."""
    pack = next(iter(packs.load(servers.ROOT / "content").packs.values()))
    quote = min((quote.exact for quote in pack.quotes.values()), key=len)
    units = (quote.replace(" ", "  ") + " ", quote[:-1] + "x ", "a\n")
    return [unit * (checking.PASTED // len(unit) + 1) for unit in units]


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
