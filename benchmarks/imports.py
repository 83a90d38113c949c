"""What a process imports before it can serve: in all, and the largest parts."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from benchmarks.servers import ROOT

OURS = (
    "import narratives.ui.page.frame, narratives.ui.page.shelf, narratives.ui.stage.staging, narratives.ui.words.doubts"
)
SMALLEST = "import streamlit, plotly.io"
TIMES, PARTS = 5, 8


def measure() -> dict[str, object]:
    """Milliseconds of a fresh interpreter, medians; then each of the largest packages with what it alone takes."""
    return {"dashboard": _taken(OURS), "smallest app": _taken(SMALLEST), "parts": _parts()}


def _taken(code: str) -> float:
    taken = []
    for _ in range(TIMES):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def _parts() -> dict[str, float]:
    """The time of the modules of each top-level package, their own imports from other packages not counted."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", OURS], cwd=ROOT, check=True, capture_output=True, text=True
    ).stderr
    parts: dict[str, float] = {}
    for line in told.splitlines():
        alone, _, module = line.removeprefix("import time:").split("|")
        if alone.strip().isdigit():
            package = module.strip().split(".")[0]
            parts[package] = parts.get(package, 0) + int(alone) / 1000
    return dict(sorted(parts.items(), key=lambda item: -item[1])[:PARTS])
