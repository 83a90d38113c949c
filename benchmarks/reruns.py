"""Python time of one warm rerun of each page, as AppTest measures it: median and 95th percentile of fifty.

Timings differ between machines; the last column is the ratio to the smallest page measured in the same run.
"""

from __future__ import annotations

import logging
import statistics
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
VIEWS = {
    "overview": {},
    "layers": {},
    "open_source": {},
    "investment": {},
    "investment, ladder": {"chart": "ladder"},
    "investment, comparison": {"chart": "comparison"},
    "investment, silences": {"chart": "silences"},
    "quotes": {},
    "quotes, interview": {"order": "interview"},
    "walkthrough": {},
    "evidence": {},
}
RUNS = 50


def milliseconds(view: str, params: dict[str, str]) -> list[float]:
    """The time of each of ``RUNS`` reruns of a view that was opened and drawn before."""
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60).run()
    for name, value in params.items():
        app.query_params[name] = value
    page = view.split(",", maxsplit=1)[0]
    if page != "overview":
        app.switch_page(str(ROOT / "pages" / f"{page}.py"))
    app.run()
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        app.run()
        taken.append((time.perf_counter() - start) * 1000)
    if app.exception:
        raise SystemExit(f"{view}: {app.exception[0].message}")
    return sorted(taken)


def main() -> None:
    logging.disable(logging.WARNING)
    taken = {view: milliseconds(view, params) for view, params in VIEWS.items()}
    smallest = min(statistics.median(times) for times in taken.values())
    print(f"{'view':<26}{'median ms':>10}{'p95 ms':>10}{'ratio':>8}")
    for view, times in taken.items():
        middle = statistics.median(times)
        print(f"{view:<26}{middle:>10.1f}{times[int(len(times) * 0.95)]:>10.1f}{middle / smallest:>8.1f}")


if __name__ == "__main__":
    main()
