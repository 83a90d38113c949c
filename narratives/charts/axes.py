"""Axes of amounts: from zero, or in named decades, each with its unit in words."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from narratives.charts import theme
from narratives.vocabulary import units

STEPS = [*((float(size), word) for word, size in reversed(units.SCALES.items())), (1.0, "")]  # the largest first


def scale_for(table: pd.DataFrame) -> tuple[float, str]:
    """The scale word in which the largest amount of a panel is read most easily."""
    largest = pd.concat([table["low"], table["high"]]).astype(float).abs().max()
    return next(((size, word) for size, word in STEPS if pd.notna(largest) and largest >= size), (1.0, ""))


def decades(low: float, high: float, divisor: float = 1.0) -> dict[str, Any]:
    """A logarithmic axis in whole decades from ``low`` to ``high``, each named, as far as there is room."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high) + 0.3)
    step = max(1, math.ceil((last - first + 1) / 5))
    values = [10.0**power for power in range(first, last + 1)]
    names = [_short(value) if (i - 1) % step == 0 else "" for i, value in enumerate(values)]
    shift = math.log10(divisor)
    return {
        "type": "log",
        "range": [first - 0.06 - shift, last + 0.14 - shift],
        "tickvals": [value / divisor for value in values],
        "ticktext": names,
        "showgrid": True,
        "zeroline": False,
        "ticks": "outside",
        "tickfont": {"size": theme.SMALL},
    }


def linear(rows: pd.DataFrame, divisor: float, word: str) -> dict[str, Any]:
    """A linear axis from zero, its unit named, with room for an arrow of fixed length at either end."""
    ends = pd.concat([rows["low"], rows["high"]]).dropna().astype(float) / divisor
    low, high = min(0.0, float(ends.min())), max(0.0, float(ends.max()))
    reach = (high - low) or 1.0
    return {
        "title": {
            "text": unit(rows, word) + ", linear" + (" from zero" if low >= 0 else ""),
            "font": {"size": theme.SMALL},
            "standoff": 4,
        },
        "tickfont": {"size": theme.SMALL},
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": theme.ABSENT,
        "ticks": "outside",
        "nticks": 6,
        "side": "bottom",
        "range": [low - 0.02 * reach - (0.13 * reach if low < 0 else 0), high + 0.2 * reach],
    }


def years(first: int, last: int, end: str) -> dict[str, Any]:
    """An axis of dates from the first of January of ``first`` to ``end``, a day; at most six of the years are named."""
    return {
        "type": "date",
        "range": [f"{first}-01-01", end],
        "dtick": f"M{12 * max(1, -(-(last + 1 - first) // 6))}",
        "tickformat": "%Y",
        "tickfont": {"size": theme.SMALL},
        "ticks": "outside",
    }


def panel(number: int, top: float, height: float, total: float, x: dict[str, Any]) -> dict[str, Any]:
    """The layout of panel ``number``: its y axis counts pixels from ``top`` of ``total`` downwards, its x axis is ``x``."""
    suffix = suffix_of(number)
    return {
        f"yaxis{suffix}": {
            "domain": [max(0.0, 1 - (top + height) / total), 1 - top / total],
            "range": [height, 0],
            "visible": False,
            "fixedrange": True,
            "anchor": f"x{suffix}",
        },
        f"xaxis{suffix}": x | {"anchor": f"y{suffix}"},
    }


def suffix_of(number: int) -> str:
    """What Plotly puts behind the names of the axes of panel ``number``, counted from 0: nothing behind the first."""
    return "" if number == 0 else str(number + 1)


def unit(rows: pd.DataFrame, word: str) -> str:
    """What an axis counts: “billion U.S. dollars”, “percent”."""
    currency = rows["currency"].dropna().iloc[0]
    return f"{word} {units.name(currency)}".strip()


def _short(value: float) -> str:
    scale, word = next(((scale, word) for scale, word in STEPS if value >= scale), (1.0, ""))
    return f"{value / scale:,.0f}<br>{word}" if word else f"{value:,.4g}"
