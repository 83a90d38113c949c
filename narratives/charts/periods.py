"""When each amount is said to fall: a period is drawn as a period, and the day it was said is marked.

Hollow bars lie in the speaker's future, dotted ones are only possible; an amount that comes each year is a line through
all years, since it names none, and “by 2027” is a bar without a beginning of its own.
"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import canvas, marks, theme
from narratives.vocabulary.firmness import AHEAD

COLUMNS = (*marks.COLUMNS, "measure_label", "period_start", "period_end", "recurs", "said", "said_end")
LANE, GAP = 22, 14
DAY = pd.Timedelta(days=1)


def figure(table: pd.DataFrame, framing: canvas.Framing) -> go.Figure:
    """One row an amount that names a period, in order of time; dates on the axis."""
    if table.empty:
        return canvas.empty("No amount of money names a period.", framing)
    said = pd.to_datetime(table["said"])
    starts = pd.to_datetime(table["period_start"].dropna())
    ends = pd.to_datetime(table["period_end"].dropna())
    first = min([*said, *starts]).year
    last = max([*said, *ends]).year
    drawn, at = go.Figure(), 0
    for row in canvas.records(table):
        text = marks.lines(row | {"lead": marks.led(row)})
        lane = at + 17 * len(text) + LANE / 2 + 2
        drawn.add_annotation(
            text="<br>".join(text),
            xref="paper",
            x=0,
            y=at,
            xanchor="left",
            yanchor="top",
            align="left",
            showarrow=False,
            font={"size": theme.SMALL + 0.5},
            opacity=theme.DIMMED if row.get("dimmed") else 1,
        )
        colour = theme.REGIONS.get(row["region"], theme.WORLD)
        future = row["status"] in AHEAD
        dash = "dot" if row["modality"] == "possible" else "dash" if future else "solid"
        end = f"{last + 1}-01-01" if row["recurs"] else str((pd.Timestamp(row["period_end"]) + DAY).date())
        start = row["period_start"] if isinstance(row["period_start"], str) else f"{first}-01-01"
        if row["recurs"]:  # it names no year, so its line runs through all of them
            drawn.add_shape(
                type="line", x0=start, x1=end, y0=lane, y1=lane, line={"width": 2, "color": colour, "dash": "dot"}
            )
        else:
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
        open_start = not row["recurs"] and not isinstance(row["period_start"], str)
        drawn.add_scatter(
            x=[str((pd.Timestamp(start) + (pd.Timestamp(end) - pd.Timestamp(start)) / 2).date())],
            y=[lane],
            mode="markers+text",
            text=["◁ any time up to the end" if open_start else "each year" if row["recurs"] else ""],
            textposition="top center" if row["recurs"] else "middle center",
            textfont={"size": theme.SMALL - 1},
            marker={"size": 12, "opacity": 0, "color": colour},
            showlegend=False,
            hovertext=[canvas.hover(row["phrase"])],
            hoverinfo="text",
            customdata=[[row["claim"], row.get("narrative", "")]],
        )
        # Where only a month or year is known, the mark is as wide as that.
        drawn.add_shape(
            type="rect",
            x0=row["said"],
            x1=row["said_end"],
            y0=lane - 8,
            y1=lane + 8,
            line={"width": 2, "color": theme.SPEAKER},
            layer="below",
        )
        at += 17 * len(text) + LANE + GAP
    for begun, ended in sorted({(row["said"], row["said_end"]) for row in canvas.records(table)}):
        drawn.add_annotation(
            x=str((pd.Timestamp(begun) + (pd.Timestamp(ended) - pd.Timestamp(begun)) / 2).date()),
            y=at,
            yanchor="top",
            xanchor="center",
            showarrow=False,
            text="▲ said" if said.nunique() == 1 else "▲",
            yshift=-2,
            font={"size": theme.SMALL, "color": theme.SPEAKER},
        )
    years = last + 1 - first
    drawn.update_xaxes(
        type="date",
        range=[f"{first}-01-01", f"{last + 1}-01-15"],
        dtick=f"M{12 * max(1, -(-years // 6))}",
        tickformat="%Y",
        ticklabelmode="period",
        tickfont={"size": theme.SMALL},
        showgrid=True,
        ticks="outside",
        ticklen=18,
    )
    drawn.update_yaxes(range=[at, 0], visible=False, fixedrange=True)
    return canvas.finish(drawn, framing, at, bottom=40)
