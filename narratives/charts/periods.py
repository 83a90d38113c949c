"""When each amount is said to fall: a period is drawn as a period, and the day it was said is marked.

Hollow bars lie in the speaker's future, dotted ones are only possible; an amount that comes each year is a line through
all years, since it names none, and “by 2027” is a bar without a beginning of its own.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import axes, canvas, marks, theme
from narratives.vocabulary.firmness import AHEAD

COLUMNS = (*marks.COLUMNS, "measure_label", "period_start", "period_end", "recurs", "said", "said_end")
LANE, GAP = 22, 14
DAY = pd.Timedelta(days=1)


def figure(table: pd.DataFrame, framing: canvas.Framing) -> go.Figure:
    """One row an amount that names a period, in order of time; dates on the axis."""
    if table.empty:
        return canvas.empty("No amount of money names a period.", framing)
    years = _years(table)
    drawn, at = go.Figure(), 0
    for row in canvas.records(table):
        text = marks.lines(row | {"lead": marks.led(row)})
        lane = at + marks.LINE * len(text) + LANE / 2 + 2
        drawn.add_annotation(**canvas.words(text, at), opacity=canvas.opacity(row))
        _period(drawn, row, lane, years)
        _said(drawn, row, lane)
        at += marks.LINE * len(text) + LANE + GAP
    _named_days(drawn, table, at)
    drawn.update_xaxes(**axes.years(*years, f"{years[1] + 1}-01-15"), ticklabelmode="period", showgrid=True, ticklen=18)
    drawn.update_yaxes(range=[at, 0], visible=False, fixedrange=True)
    return canvas.finish(drawn, framing, at, bottom=40)


def _years(table: pd.DataFrame) -> tuple[int, int]:
    """The first and the last year in which anything is said or falls."""
    said = pd.to_datetime(table["said"])
    starts = pd.to_datetime(table["period_start"].dropna())
    ends = pd.to_datetime(table["period_end"].dropna())
    return min([*said, *starts]).year, max([*said, *ends]).year


def _period(drawn: go.Figure, row: dict[str, Any], lane: float, years: tuple[int, int]) -> None:
    """The stretch of time of one amount, and in its middle the point that can be clicked."""
    begun = isinstance(row["period_start"], str)
    start = row["period_start"] if begun else f"{years[0]}-01-01"
    end = f"{years[1] + 1}-01-01" if row["recurs"] else str((pd.Timestamp(row["period_end"]) + DAY).date())
    colour = theme.REGIONS.get(row["region"], theme.WORLD)
    if row["recurs"]:  # it names no year, so its line runs through all of them
        drawn.add_shape(
            type="line", x0=start, x1=end, y0=lane, y1=lane, line={"width": 2, "color": colour, "dash": "dot"}
        )
    else:
        future = row["status"] in AHEAD
        dash = "dot" if row["modality"] == "possible" else "dash" if future else "solid"
        drawn.add_shape(
            type="rect",
            x0=start,
            x1=end,
            y0=lane - 6,
            y1=lane + 6,
            layer="above",
            fillcolor=theme.CLEAR if future else colour,
            line={"width": 2, "color": colour, "dash": dash},
        )
    drawn.add_scatter(
        x=[_middle(start, end)],
        y=[lane],
        mode="markers+text",
        text=["each year" if row["recurs"] else "" if begun else "◁ any time up to the end"],
        textposition="top center" if row["recurs"] else "middle center",
        textfont={"size": theme.SMALL - 1},
        marker={"size": 12, "opacity": 0, "color": colour},
        showlegend=False,
        hovertext=[canvas.hover(row["phrase"])],
        hoverinfo="text",
        customdata=[[row["claim"], row.get("narrative", "")]],
    )


def _said(drawn: go.Figure, row: dict[str, Any], lane: float) -> None:
    """When an amount was said; where only a month or year is known, the mark is as wide as that."""
    drawn.add_shape(
        type="rect",
        x0=row["said"],
        x1=row["said_end"],
        y0=lane - 8,
        y1=lane + 8,
        line={"width": 2, "color": theme.SPEAKER},
        layer="below",
    )


def _named_days(drawn: go.Figure, table: pd.DataFrame, at: float) -> None:
    """Below the rows, the days on which anything was said; in words where it is one alone."""
    for begun, ended in sorted({(row["said"], row["said_end"]) for row in canvas.records(table)}):
        drawn.add_annotation(
            x=_middle(begun, ended),
            y=at,
            yanchor="top",
            xanchor="center",
            showarrow=False,
            text="▲ said" if table["said"].nunique() == 1 else "▲",
            yshift=-2,
            font={"size": theme.SMALL, "color": theme.SPEAKER},
        )


def _middle(start: str, end: str) -> str:
    begun = pd.Timestamp(start)
    return str((begun + (pd.Timestamp(end) - begun) / 2).date())
