"""What the project aims at, each aim with the figure that answers it and, where it is missed, the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Results = Mapping[str, Any]
PAGES = ("overview", "layers", "open_source", "investment", "quotes", "walkthrough", "evidence")


@dataclass(frozen=True)
class Aim:
    """``figure`` of the results should be at most ``limit``; ``why`` says why it is not, where it cannot be met."""

    name: str
    figure: Callable[[Results], float]
    limit: float
    unit: str
    why: str = ""

    def met(self, results: Results) -> bool:
        return self.figure(results) <= self.limit

    def told(self, value: float) -> str:
        """A figure with its unit, to the precision it has from one run to the next."""
        digits = 2 if value < 10 and self.unit in ("×", "MB", "s") else 0
        return f"{value:.{digits}f}{'' if self.unit == '×' else ' '}{self.unit}".strip()


def slowest(part: str) -> Callable[[Results], float]:
    """The largest ratio of a page to the smallest app with the same charts, in one part of the browser’s figures.

    A page without a chart is set beside the smallest app’s page with one.
    """

    def ratio(results: Results) -> float:
        waits = results["browser"][part]
        beside = {"overview": "home"} | {page: page for page in ("layers", "open_source", "investment")}
        pages = [page for page in PAGES if page in waits]
        return float(max(waits[page] / waits[f"smallest app, {beside.get(page, 'layers')}"] for page in pages))

    return ratio


def growth(name: str) -> Callable[[Results], float]:
    """How a figure grows from 30 to 100 narratives, over how the library does: 1 is linear. Of one, most is a fixed cost."""
    return lambda results: float((results["growth"]["100"][name] / results["growth"]["30"][name]) / (100 / 30))


def flat(results: Results) -> float:
    """The largest ratio of a page’s rerun with 100 narratives to that with 8, one of them chosen."""
    few, many = results["growth"]["8"], results["growth"]["100"]
    return float(max(many[name] / few[name] for name in few if name.startswith("rerun ") and "beside" not in name))


DRAWN = (
    "the smallest app has one kind of element and its menu; a page here has five choices above it, cards and quotes beside the "
    "chart. In the browser’s profile of the overview React takes 190 ms in place of 40, styles 60 in place of 20; Python 15 in all"
)
ELEMENTS = (
    "the investment page took 12 to 16 ms from run to run, and the overview 13 to 15, with its 107 elements at about 0.15 ms each; "
    "what is left is Streamlit’s own work for elements and choices"
)
STEPS = (
    "memory grows in steps and not with each rerun: 194 MB after 300 and after 900 reruns, 196 after 1,200 and after 1,500; a "
    "longer run was not made"
)
LOOKING = (
    "each run looks at the date of every file of the content, 0.04 ms a narrative, so that an edit shows without a restart; and "
    "the overview has twelve cards in place of eight"
)
AIMS = (
    Aim("Page load, slowest page, to the smallest app with its charts", slowest("warm"), 1.15, "×", DRAWN),
    Aim("Page switch, slowest page, to the smallest app with its charts", slowest("switch"), 1.3, "×", "as for page load"),
    Aim("Python per rerun, slowest page as it opens, median", lambda r: max(r["reruns"][page]["median"] for page in PAGES), 15, "ms", ELEMENTS),
    Aim("A page’s data over the wire, largest view", lambda r: max(v["sent"] for v in r["wire"].values()) / 1000, 60, "kB"),
    Aim("Memory of a further reader", lambda r: r["memory"]["per further reader"], 0.5, "MB"),
    Aim("100 readers: errors", lambda r: r["load"]["one process, 100 readers"]["errors"], 0, ""),
    Aim("100 readers: 95th percentile", lambda r: r["load"]["one process, 100 readers"]["p95"], 1, "s"),
    Aim("100 readers, two processes behind nginx: 95th percentile", lambda r: r["load"]["two behind nginx, 100 readers"]["p95"], 1, "s"),
    Aim("Memory left behind by a thousand reruns", lambda r: r["memory"]["slope per thousand reruns"], 1, "MB", STEPS),
    Aim("Loading 100 narratives, to 30, over linear", growth("load from YAML, ms"), 1.15, "×"),
    Aim("Quote search in 5,000 quotes, median", lambda r: r["growth"]["100"]["quote search, median ms"], 50, "ms"),
    Aim("Rerun with 100 narratives, to 8, slowest page", flat, 1.3, "×", LOOKING),
)  # fmt: skip
