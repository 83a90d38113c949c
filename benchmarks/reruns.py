"""What a rerun of each page costs a real server, beside that of the smallest app: processor time and what its reader waits.

The processor time is that of the whole process: the script, Streamlit's bookkeeping, and packing and sending what changed.
The wait is that of one reader alone, without a browser; from request to end, it is mostly not the server's work.
"""

from __future__ import annotations

import asyncio
import statistics
from pathlib import Path

from benchmarks import servers
from benchmarks.readers import Reader
from benchmarks.servers import Server

ALL = {"beside": "all narratives"}
VIEWS: dict[str, tuple[str, dict[str, str]]] = {
    # view: the page, and what its link says
    "overview": ("", {}),
    "layers": ("layers", {}),
    "layers, all narratives": ("layers", ALL),
    "open_source": ("open_source", {}),
    "open_source, all narratives": ("open_source", ALL),
    "investment": ("investment", {}),
    "investment, ladder": ("investment", {"chart": "ladder"}),
    "investment, comparison": ("investment", {"chart": "comparison"}),
    "investment, silences": ("investment", {"chart": "silences"}),
    "investment, record": ("investment", {"record": "true"}),
    "investment, all narratives": ("investment", ALL),
    "quotes": ("quotes", {}),
    "quotes, interview": ("quotes", {"order": "interview"}),
    "quotes, all narratives": ("quotes", ALL),
    "walkthrough": ("walkthrough", {}),
    "evidence": ("evidence", {}),
    "evidence, record": ("evidence", {"section": "record"}),
}
WARMING, RUNS = 5, 40


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Milliseconds; ``folder`` holds what ``servers.prepare`` made."""
    with servers.streamlit(folder / "app.py") as smallest:
        views = {"smallest app": asyncio.run(_taken(smallest, "", {}))}
    with servers.dashboard() as ours:
        return views | {view: asyncio.run(_taken(ours, *what)) for view, what in VIEWS.items()}


async def _taken(server: Server, page: str, params: dict[str, str]) -> dict[str, float]:
    """The same view again and again in one session, from when its caches are filled and its charts were sent."""
    async with Reader(server.url) as reader:
        errors = [*(await reader.open(page, **params)).errors]
        for _ in range(WARMING):
            await reader.turn(page, **params)
        before = server.processor()
        runs = [await reader.turn(page, **params) for _ in range(RUNS)]
        processor = (server.processor() - before) / RUNS
    errors += [error for run in runs for error in run.errors]
    if errors:
        raise SystemExit(f"{page or 'overview'}: {errors[0]}")
    waits = sorted(run.seconds * 1000 for run in runs)
    return {"processor": processor, "wait": statistics.median(waits), "wait, p95": waits[int(RUNS * 0.95)]}
