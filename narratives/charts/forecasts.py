"""The ledger of forecasts: from the day each was said to the last day of the time it names, with what became of it.

A prediction that names no time has no line: nothing in it ever falls due.
"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import canvas, theme
from narratives.vocabulary.judgements import FORECASTS

COLUMNS = ("narrative", "claim", "phrase", "said", "due", "due_label", "state", "state_label", "region", "modality")
LINE, LANE, GAP = 17, 24, 14
SHAPES = {
    "open": ("circle-open", "Circle"),
    "held": ("circle", "Filled circle"),
    "did-not-hold": ("x-thin-open", "Cross"),
    "cannot-be-judged": ("line-ew-open", "Bar"),
}


def figure(table: pd.DataFrame, framing: canvas.Framing) -> go.Figure:
    """One row a prediction, the next to fall due first; customdata is the claim."""
    if table.empty:
        return canvas.empty("This narrative makes no prediction under this choice of voices.", framing)
    drawn, at = go.Figure(), 0
    dated = table[table["due"].notna()]
    years = [int(str(day)[:4]) for day in (*table["said"], *dated["due"])]
    first, last = min(years), max(years)
    for row in canvas.records(table):
        due = row["due"] if isinstance(row["due"], str) else None
        dimmed = theme.DIMMED if row.get("dimmed") else 1
        state = f"{row['state_label'].capitalize()}; {row['due_label']}"
        text = [f"<b>{line}</b>" for line in canvas.wrap(state, theme.TEXT)] + canvas.wrap(row["phrase"], theme.SMALL)
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
            opacity=dimmed,
        )
        at += LINE * len(text)
        if due:
            lane = at + LANE / 2 + 2
            dash = "dot" if row["modality"] == "possible" else "solid"
            drawn.add_shape(
                type="line",
                x0=row["said"],
                x1=due,
                y0=lane,
                y1=lane,
                opacity=dimmed,
                line={"width": 2, "color": theme.INK, "dash": dash},
            )
            symbol = SHAPES[row["state"]][0]
            drawn.add_scatter(
                x=[row["said"], due],
                y=[lane, lane],
                mode="markers",
                showlegend=False,
                opacity=dimmed,
                customdata=[[row["claim"], row["narrative"]]] * 2,
                hoverinfo="text",
                hovertext=[canvas.hover(row["phrase"])] * 2,
                marker={
                    "symbol": ["line-ns-open", symbol],
                    "size": [12, 13],
                    "color": theme.INK,
                    "line": {"width": 2, "color": theme.INK},
                },
            )
            at += LANE
        at += GAP
    for state, (symbol, shape) in SHAPES.items():
        if (dated["state"] == state).any():
            drawn.add_scatter(
                x=[None],
                y=[None],
                mode="markers",
                name=f"{shape}: {FORECASTS[state]}",
                marker={"symbol": symbol, "size": 10, "color": theme.INK, "line": {"width": 2, "color": theme.INK}},
            )
    if len(dated):
        drawn.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name="Tick: the day it was said",
            marker={"symbol": "line-ns-open", "size": 10, "color": theme.INK, "line": {"width": 2, "color": theme.INK}},
        )
    drawn.update_xaxes(
        type="date",
        range=[f"{first}-01-01", f"{last + 1}-01-31"],
        dtick=f"M{12 * max(1, -(-(last + 1 - first) // 6))}",
        tickformat="%Y",
        tickfont={"size": theme.SMALL},
        showgrid=False,
        ticks="outside",
        visible=bool(len(dated)),
    )
    drawn.update_yaxes(range=[at, 0], visible=False, fixedrange=True)
    return canvas.finish(drawn, framing, at, legend=bool(len(dated)), bottom=26 if len(dated) else 0)
