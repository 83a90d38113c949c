"""Everything that the project says of its speed, memory and endurance, measured here and now.

    python -m benchmarks [--keep] [PART ...]

Parts: browser, reruns, imports, wire, memory, load, growth, rehearsal; without any, all of them. Ratios are to the smallest
Streamlit app with the same chart, measured in the same run. The figures are printed, and written as JSON to
``benchmarks/latest.json``; ``--keep`` makes them those that the repository and its README show.
"""

from __future__ import annotations

import json
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import browser, growth, imports, load, memory, rehearsal, report, reruns, servers, wire

PARTS = ("browser", "reruns", "imports", "wire", "memory", "load", "growth", "rehearsal")


def main(arguments: list[str]) -> int:
    """Measures the parts that are named, prints them, and returns 0; 2 where a part is unknown."""
    keep = "--keep" in arguments
    chosen = [name for name in arguments if name != "--keep"] or list(PARTS)
    if keep and set(chosen) != set(PARTS):
        print("--keep keeps a whole run: name no parts.")
        return 2
    if unknown := [name for name in chosen if name not in PARTS]:
        print(f"No part is called {', '.join(unknown)}; there are {', '.join(PARTS)}.")
        return 2
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        servers.prepare(folder)
        measures: dict[str, Callable[[], object]] = {
            "browser": lambda: browser.measure(folder),
            "reruns": lambda: reruns.measure(folder),
            "imports": imports.measure,
            "wire": lambda: wire.measure(folder),
            "memory": lambda: memory.measure(folder),
            "load": lambda: load.measure(folder),
            "growth": growth.measure,
            "rehearsal": rehearsal.measure,
        }
        start = time.perf_counter()
        for part in chosen:
            began = time.perf_counter()
            results[part] = measures[part]()
            print("\n".join(report.lines({part: results[part]})), flush=True)
            print(f"{part} took {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
    results["run"] = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "seconds": time.perf_counter() - start,
    }
    if set(chosen) < set(PARTS):
        return 0
    print("\n".join(report.lines({"run": results["run"]})) + "\n\n" + report.table(results))
    report.write(servers.ROOT / "benchmarks" / "latest.json", json.dumps(results, indent=1) + "\n")
    if keep and "skipped" in results["rehearsal"]:
        print(f"Nothing is kept, since the run is not whole: for the rehearsal {results['rehearsal']['skipped']}.")
        return 2
    if keep:
        report.keep(results)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
