"""All amounts of a narrative on one logarithmic axis, so that a reader feels the magnitudes.

Each step to the right is ten times the one before. The measures differ, so the chart ranks nothing and joins nothing.
"""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import canvas, marks, theme

COLUMNS = (*marks.COLUMNS, "measure_label", "region_label", "derived_from")
AXIS, GAP = 52, 20
NAMES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"), (1e3, "thousand"), (1, ""))


def figure(table: pd.DataFrame, framing: canvas.Framing) -> go.Figure:
    """One panel a currency, smallest amount on top; amounts of zero or less have no place on a logarithmic axis."""
    size = table["low"].fillna(table["high"]).astype(float) if len(table) else pd.Series(dtype=float)
    table = table[size > 0] if len(table) else table
    if table.empty:
        return canvas.empty("No amount of money with a number is stated under this choice of voices.", framing)
    named = table.assign(
        lead=table["measure_label"],
        formula=table["derived_from"].map(lambda formula: f"= {formula}" if formula else ""),
    )
    panels = [rows for _, rows in named.groupby("currency", sort=False)]
    heights = [sum(marks.height(row) for row in canvas.records(rows)) for rows in panels]
    total = sum(heights) + AXIS * len(panels) + GAP * (len(panels) - 1)
    drawn, top = go.Figure(), 0
    for number, (rows, height) in enumerate(zip(panels, heights, strict=True)):
        suffix = "" if number == 0 else str(number + 1)
        drawn.update_layout(
            {
                f"yaxis{suffix}": {
                    "domain": [1 - (top + height) / total, 1 - top / total],
                    "range": [height, 0],
                    "visible": False,
                    "fixedrange": True,
                    "anchor": f"x{suffix}",
                },
                f"xaxis{suffix}": _decades(rows) | {"anchor": f"y{suffix}"},
            }
        )
        marks.draw(drawn, rows, number, 1.0)
        top += height + AXIS + GAP
    marks.legend(drawn, table)
    return canvas.finish(drawn, framing, total, legend=True)


def _decades(rows: pd.DataFrame) -> dict[str, object]:
    ends = pd.concat([rows["low"], rows["high"]]).dropna().astype(float)
    first, last = math.floor(math.log10(ends.min())), math.ceil(math.log10(ends.max()) + 0.3)
    decades = [10.0**power for power in range(first, last + 1)]
    step = max(1, math.ceil(len(decades) / 6))
    currency = rows["currency"].iloc[0]
    return {
        "type": "log",
        "range": [first - 0.05, last],
        "tickvals": decades,
        "showgrid": True,
        "gridwidth": 1,
        "zeroline": False,
        "ticks": "outside",
        "ticktext": [_short(value) if i % step == 0 else "" for i, value in enumerate(decades)],
        "tickfont": {"size": theme.SMALL},
        "title": {
            "text": f"{marks.CURRENCIES.get(currency, currency)}, logarithmic: each mark is ten times the last",
            "font": {"size": theme.SMALL},
            "standoff": 2,
        },
    }


def _short(value: float) -> str:
    scale, word = next((scale, word) for scale, word in NAMES if value >= scale)
    return f"{value / scale:,.0f}<br>{word}" if word else f"{value:,.0f}"
