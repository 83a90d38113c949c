"""Python time of one warm rerun of each page, from the request to the end of the script, beside that of the smallest app.

AppTest runs the script as the server does, and then makes objects for the test of what was sent; only the first is timed.
"""

from __future__ import annotations

import logging
import statistics
import time
from pathlib import Path
from unittest.mock import patch

from streamlit.runtime.scriptrunner import RerunData, ScriptRunner
from streamlit.testing.v1 import AppTest

from benchmarks.servers import ROOT

VIEWS: dict[str, dict[str, str]] = {
    "overview": {},
    "layers": {},
    "layers, all narratives": {"beside": "all narratives"},
    "open_source": {},
    "open_source, all narratives": {"beside": "all narratives"},
    "investment": {},
    "investment, ladder": {"chart": "ladder"},
    "investment, comparison": {"chart": "comparison"},
    "investment, silences": {"chart": "silences"},
    "investment, record": {"record": "true"},
    "investment, all narratives": {"beside": "all narratives"},
    "quotes": {},
    "quotes, interview": {"order": "interview"},
    "quotes, all narratives": {"beside": "all narratives"},
    "walkthrough": {},
    "evidence": {},
    "evidence, record": {"section": "record"},
}
RUNS = 50


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Milliseconds, median and 95th percentile of fifty; ``folder`` holds what ``servers.prepare`` made."""
    logging.disable(logging.WARNING)
    views = {"smallest app": _taken(AppTest.from_file(str(folder / "app.py")).run(), "smallest app")}
    for view, params in VIEWS.items():
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60).run()
        for name, value in params.items():
            app.query_params[name] = value
        page = view.split(",", maxsplit=1)[0]
        if page != "overview":
            app.switch_page(str(ROOT / "pages" / f"{page}.py"))
        views[view] = _taken(app.run(), view)
    return views


def _taken(app: AppTest, view: str) -> dict[str, float]:
    taken = []
    run = ScriptRunner._run_script

    def timed(runner: ScriptRunner, data: RerunData) -> None:
        start = time.perf_counter()
        run(runner, data)
        taken.append((time.perf_counter() - start) * 1000)

    with patch.object(ScriptRunner, "_run_script", timed):
        for _ in range(RUNS):
            app.run()
    if app.exception:
        raise SystemExit(f"{view}: {app.exception[0].message}")
    taken.sort()
    return {"median": statistics.median(taken), "p95": taken[int(RUNS * 0.95)]}
