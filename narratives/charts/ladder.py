"""All amounts of a narrative on one logarithmic axis, so that a reader feels the magnitudes.

Each step to the right is ten times the one before. The measures differ, so the chart ranks nothing and joins nothing.
"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import axes, canvas, marks, theme
from narratives.vocabulary import units

COLUMNS = (*marks.COLUMNS, "measure_label", "region_label", "derived_from")
AXIS, GAP = 52, 20


def figure(table: pd.DataFrame, framing: canvas.Framing) -> go.Figure:
    """One panel a currency, smallest amount on top; amounts of zero or less have no place on a logarithmic axis."""
    size = table["low"].fillna(table["high"]).astype(float) if len(table) else pd.Series(dtype=float)
    table = table[size > 0] if len(table) else table
    if table.empty:
        return canvas.empty("No amount of money with a number is stated under this choice of voices.", framing)
    named = table.assign(
        lead=[marks.led(row) for row in canvas.records(table)],
        formula=table["derived_from"].map(lambda formula: f"= {formula}" if formula else ""),
    )
    panels = [rows for _, rows in named.groupby("currency", sort=False)]
    heights = [sum(marks.height(row) for row in canvas.records(rows)) for rows in panels]
    total = sum(heights) + AXIS * len(panels) + GAP * (len(panels) - 1)
    ends = pd.concat([named["low"], named["high"]]).dropna().astype(float)
    axis = axes.decades(float(ends.min()), float(ends.max()))  # one range: a place means the same in each panel
    drawn, top = go.Figure(), 0
    for number, (rows, height) in enumerate(zip(panels, heights, strict=True)):
        titled = axis | {"title": _title(rows["currency"].iloc[0])}
        drawn.update_layout(axes.panel(number, top, height, total, titled))
        marks.draw(drawn, rows, number, 1.0)
        top += height + AXIS + GAP
    marks.legend(drawn, table)
    return canvas.finish(drawn, framing, total, legend=True)


def _title(currency: str) -> dict[str, object]:
    words = f"{units.name(currency)}, logarithmic: each step is ten times"
    return {"text": words, "font": {"size": theme.SMALL}, "standoff": 2}
