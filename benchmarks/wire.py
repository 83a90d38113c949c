"""What a page sends: bytes of its data over the WebSocket, and the size of its charts as JSON."""

from __future__ import annotations

import asyncio
from pathlib import Path

from benchmarks import servers
from benchmarks.readers import Reader

PAGES = ("", "layers", "open_source", "investment", "quotes", "walkthrough", "evidence")
VIEWS: dict[str, tuple[str, dict[str, str]]] = {page or "overview": (page, {}) for page in PAGES} | {
    "layers, all narratives": ("layers", {"beside": "all narratives"}),
    "investment, all narratives": ("investment", {"beside": "all narratives"}),
    "investment, record": ("investment", {"record": "true"}),
    "quotes, all narratives": ("quotes", {"beside": "all narratives"}),
}


def measure(folder: Path) -> dict[str, object]:
    """For each page opened cold: bytes over the wire with and without the compression that the dashboard asks for.

    ``folder`` holds what ``servers.prepare`` made; its app has the dashboard’s settings.
    """
    sizes: dict[str, object] = {}
    with servers.dashboard() as ours, servers.dashboard("--server.enableWebsocketCompression=false") as plain:
        for name, (page, params) in VIEWS.items():
            packed, charts = asyncio.run(_opened(ours.url, page, params))
            unpacked, _ = asyncio.run(_opened(plain.url, page, params))
            sizes[name] = {"sent": packed, "unpacked": unpacked, "charts": charts}
    with servers.streamlit(folder / "app.py") as smallest:
        packed, charts = asyncio.run(_opened(smallest.url, "", {}))
    return sizes | {"smallest app": {"sent": packed, "charts": charts}}


async def _opened(url: str, page: str, params: dict[str, str]) -> tuple[int, list[int]]:
    async with Reader(url) as reader:
        run = await reader.open(page, **params)
    if run.errors:
        raise SystemExit(f"{page}: {run.errors}")
    return run.received, list(run.charts)
