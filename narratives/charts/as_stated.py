"""Every amount of money as it was stated, one panel a measure, each on its own axis.

Unlike measures share no axis and are never drawn one beside the other as bars; silences keep their row.
"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import axes, canvas, marks, theme

COLUMNS = (*marks.COLUMNS, "measure", "measure_label", "region_label")
LINE, HEAD, AXIS, GAP = 15, 15, 52, 22


def figure(table: pd.DataFrame, framing: canvas.Framing, *, logarithmic: bool = False) -> go.Figure:
    """Panels from top to bottom in the table's order; linear from zero unless ``logarithmic``."""
    if table.empty:
        return canvas.empty("No amount of money is stated under this choice of voices.", framing)
    panels = list(_panels(table.assign(wide=framing.wide)))
    heights = [sum(marks.height(row) for row in canvas.records(rows)) for _, rows in panels]
    feet = [AXIS if rows["form"].isin(["absent", "words"]).eq(False).any() else 0 for _, rows in panels]
    labels = [canvas.wrap(rows["measure_label"].iloc[0].upper(), theme.SMALL, indent=8) for _, rows in panels]
    heads = [HEAD + LINE * len(label) for label in labels]
    total = sum(heights) + sum(feet) + sum(heads) + GAP * (len(panels) - 1)
    drawn = go.Figure()
    top = 0
    for number, ((_, rows), height, foot, label, head) in enumerate(
        zip(panels, heights, feet, labels, heads, strict=True)
    ):
        _heading(drawn, label, top, total)
        top += head
        divisor, word = axes.scale_for(rows)
        axis = _axis(rows, divisor, word, logarithmic, bool(foot))
        drawn.update_layout(axes.panel(number, top, height, total, axis))
        marks.draw(drawn, rows, number, divisor)
        top += height + foot + GAP
    marks.legend(drawn, table)
    return canvas.finish(drawn, framing, total, legend=True)


def _panels(table: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """One panel a measure and currency; a silence joins the first panel of its measure."""
    panels = []
    for measure, rows in table.groupby("measure", sort=False):
        currencies = list(dict.fromkeys(rows["currency"].dropna())) or [None]
        for currency in currencies:
            mine = rows["currency"].isna() if currency == currencies[0] else pd.Series(False, index=rows.index)
            panels.append((str(measure), rows[(rows["currency"] == currency) | mine]))
    return panels


def _heading(drawn: go.Figure, label: list[str], top: int, total: int) -> None:
    """What a panel counts, under a line across the page."""
    drawn.add_annotation(
        text="<br>".join(f"<b>{line}</b>" for line in label),
        xref="paper",
        yref="paper",
        x=0,
        xanchor="left",
        y=1 - top / total,
        yanchor="top",
        align="left",
        showarrow=False,
        font={"size": theme.SMALL},
    )
    drawn.add_shape(
        type="line",
        xref="paper",
        yref="paper",
        x0=0,
        x1=1,
        y0=1 - (top - 3) / total,
        y1=1 - (top - 3) / total,
        line={"width": 1, "color": theme.ABSENT},
    )


def _axis(rows: pd.DataFrame, divisor: float, word: str, logarithmic: bool, shown: bool) -> dict[str, object]:
    ends = pd.concat([rows["low"], rows["high"]]).dropna().astype(float) / divisor
    if not shown or ends.empty:
        return {"visible": False, "range": [0, 1], "fixedrange": True}
    if not (logarithmic and bool((ends > 0).all())):
        return axes.linear(rows, divisor, word)
    title = {"text": f"{axes.unit(rows, word)}, logarithmic", "font": {"size": theme.SMALL}, "standoff": 4}
    return axes.decades(float(ends.min()) * divisor, float(ends.max()) * divisor, divisor) | {"title": title}
