"""What the project aims at, each aim with the figure that answers it and, where it is missed, the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Results = Mapping[str, Any]
SAME = ("layers", "open_source", "investment")  # pages with the charts of the smallest app’s page of that name
PAGES = ("overview", "layers", "open_source", "investment", "quotes", "walkthrough", "evidence")


@dataclass(frozen=True)
class Aim:
    """``figure`` of the results should be at most ``limit``; ``why`` says why it is not, where it cannot be met.

    Where the reason is a figure too, ``why`` takes it from the same results. ``part`` is a part of the benchmark that not
    every machine can measure; where it was left out, nothing is said of the aim.
    """

    name: str
    figure: Callable[[Results], float]
    limit: float
    unit: str
    why: str | Callable[[Results], str] = ""
    part: str = ""

    def met(self, results: Results) -> bool:
        return self.figure(results) <= self.limit

    def reason(self, results: Results) -> str:
        return self.why if isinstance(self.why, str) else self.why(results)

    def told(self, value: float) -> str:
        """A figure with its unit, to the precision it has from one run to the next."""
        digits = 2 if value < 10 and self.unit in ("×", "MB", "s") else 0
        return f"{value:.{digits}f}{'' if self.unit == '×' else ' '}{self.unit}".strip()


def answered(results: Results) -> tuple[Aim, ...]:
    """The aims that these results say something of."""
    return tuple(aim for aim in AIMS if not aim.part or "skipped" not in results[aim.part])


def beside(page: str) -> str:
    """The page of the smallest app that a page is set beside: one with the same charts, or one with a single chart."""
    return f"smallest app, { {'overview': 'home'}.get(page, page if page in SAME else 'layers') }"


def slowest(part: str) -> Callable[[Results], float]:
    """The largest ratio of a page to the smallest app with the same charts, in one part of the browser’s figures."""
    return lambda results: _ratio(results["browser"][part], slowest_page(results, part))


def slowest_page(results: Results, part: str) -> str:
    """The page with that ratio."""
    waits = results["browser"][part]
    return max((page for page in PAGES if page in waits), key=lambda page: _ratio(waits, page))


def _ratio(waits: Mapping[str, float], page: str) -> float:
    return float(waits[page] / waits[beside(page)])


def work(part: str) -> Callable[[Results], str]:
    """Why a page waits longer than the smallest app: what it and its server have to do, in processor time."""

    def told(results: Results) -> str:
        page, taken = slowest_page(results, part), results["browser"]["processor"][part]
        ours, theirs = ([f"{taken[where][name]:.0f}" for where in ("page", "server")] for name in (page, beside(page)))
        name = page.replace("_", " ")
        return (
            f"{name} costs the browser {ours[0]} ms of processor time in place of {theirs[0]}, and "
            f"the server {ours[1]} in place of {theirs[1]}; the smallest app has a chart and a menu and nothing else"
        )

    return told


def growth(name: str) -> Callable[[Results], float]:
    """How a figure grows from 30 to 100 narratives, over how the library does: 1 is linear. Of one, most is a fixed cost."""
    return lambda results: float((results["growth"]["100"][name] / results["growth"]["30"][name]) / (100 / 30))


def flat(results: Results) -> float:
    """The server’s processor time for a click of a reader who clicks every two seconds, with 100 narratives to that with 8."""
    few, many = results["growth"]["8"], results["growth"]["100"]
    return float(many["a click, processor ms"] / few["a click, processor ms"])


def heaviest(results: Results) -> float:
    """The processor time of the rerun that costs most, of the pages as they open."""
    return float(max(results["reruns"][page]["processor"] for page in PAGES))


def rehearsed(results: Results) -> float:
    """The most memory that a process of the rehearsal held."""
    told = results["rehearsal"]
    return float(max(told["one process after all five links, MB"], *(link["MB"] for link in told["links"].values())))


def share_of_elements(results: Results) -> str:
    """Which page that is, and what is known of it."""
    page = max(PAGES, key=lambda page: results["reruns"][page]["processor"])
    theirs = results["reruns"]["smallest app"]["processor"]
    shelf = (
        "; there the cards of the library take three tenths, key figures and choices an eighth each, and nine tenths of it pass in "
        "Streamlit’s and Python’s own code"
    )
    return f"it is {page.replace('_', ' ')}{shelf if page == 'overview' else ''}; one chart alone takes {theirs:.0f} ms"


CLOUD = "Community Cloud rehearsed, 690 MB and half a core"
AIMS = (
    Aim("Page load, slowest page, to the smallest app with its charts", slowest("warm"), 1.15, "×", work("warm")),
    Aim("Page switch, slowest page, to the smallest app with its charts", slowest("switch"), 1.3, "×", work("switch")),
    Aim("Server’s processor time per rerun, slowest page as it opens", heaviest, 15, "ms", share_of_elements),
    Aim(
        "A page’s data over the wire, largest view",
        lambda r: max(v["sent"] for v in r["wire"].values()) / 1000,
        60,
        "kB",
    ),
    Aim("Memory of a further reader", lambda r: r["memory"]["per further reader"], 0.5, "MB"),
    Aim("100 readers: errors", lambda r: r["load"]["one process, 100 readers"]["errors"], 0, ""),
    Aim("100 readers: 95th percentile", lambda r: r["load"]["one process, 100 readers"]["p95"], 1, "s"),
    Aim(
        "100 readers, two processes behind nginx: 95th percentile",
        lambda r: r["load"]["two behind nginx, 100 readers"]["p95"],
        1,
        "s",
    ),
    Aim(
        "Memory left behind by a thousand reruns, after the first 5,000",
        lambda r: r["memory"]["slope per thousand reruns"],
        1,
        "MB",
    ),
    Aim("Loading 100 narratives, to 30, over linear", growth("load from YAML, ms"), 1.15, "×"),
    Aim("Quote search in 5,000 quotes, median", lambda r: r["growth"]["100"]["quote search, median ms"], 50, "ms"),
    Aim("A click with 100 narratives, to 8, server’s processor time", flat, 1.05, "×"),
    Aim(
        "Median click beside 20 who search worst texts, to without",
        lambda r: r["load"]["median beside 20 who search, to without"],
        2,
        "×",
    ),
    Aim(
        f"{CLOUD}: deep links of five that do not open",
        lambda r: r["rehearsal"]["did not open"],
        0,
        "",
        "",
        "rehearsal",
    ),
    Aim(f"{CLOUD}: memory at its highest", rehearsed, 690, "MB", "", "rehearsal"),
)
