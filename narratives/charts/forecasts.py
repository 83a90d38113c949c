"""The ledger of forecasts: from the day each was said to the last day of the time it names, with what became of it.

A prediction that names no time has no line: nothing in it ever falls due.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import axes, canvas, theme
from narratives.vocabulary.judgements import FORECASTS, State

COLUMNS = ("narrative", "claim", "phrase", "said", "due", "due_label", "state", "state_label", "region", "modality")
LINE, LANE, GAP = 17, 24, 14
TICK = "line-ns-open"
SHAPES: dict[State, tuple[str, str]] = {
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
    for row in canvas.records(table):
        state = f"{row['state_label'].capitalize()}; {row['due_label']}"
        text = [f"<b>{line}</b>" for line in canvas.wrap(state, theme.TEXT)] + canvas.wrap(row["phrase"], theme.SMALL)
        drawn.add_annotation(**canvas.words(text, at), opacity=canvas.opacity(row))
        at += LINE * len(text)
        if isinstance(row["due"], str):
            _line(drawn, row, at + LANE / 2 + 2)
            at += LANE
        at += GAP
    _legend(drawn, dated)
    drawn.update_xaxes(
        **axes.years(min(years), max(years), f"{max(years) + 1}-01-31"), showgrid=False, visible=bool(len(dated))
    )
    drawn.update_yaxes(range=[at, 0], visible=False, fixedrange=True)
    return canvas.finish(drawn, framing, at, legend=bool(len(dated)), bottom=26 if len(dated) else 0)


def _line(drawn: go.Figure, row: dict[str, Any], lane: float) -> None:
    """From the day a prediction was said, a tick, to the day it falls due, the shape of what became of it."""
    dimmed = canvas.opacity(row)
    dash = "dot" if row["modality"] == "possible" else "solid"
    drawn.add_shape(
        type="line",
        x0=row["said"],
        x1=row["due"],
        y0=lane,
        y1=lane,
        opacity=dimmed,
        line={"width": 2, "color": theme.INK, "dash": dash},
    )
    drawn.add_scatter(
        x=[row["said"], row["due"]],
        y=[lane, lane],
        mode="markers",
        showlegend=False,
        opacity=dimmed,
        customdata=[[row["claim"], row["narrative"]]] * 2,
        hoverinfo="text",
        hovertext=[canvas.hover(row["phrase"])] * 2,
        marker={
            "symbol": [TICK, SHAPES[row["state"]][0]],
            "size": [12, 13],
            "color": theme.INK,
            "line": {"width": 2, "color": theme.INK},
        },
    )


def _legend(drawn: go.Figure, dated: pd.DataFrame) -> None:
    """What the shapes that are there mean."""
    there = [state for state in SHAPES if (dated["state"] == state).any()]
    entries = [(SHAPES[state][0], f"{SHAPES[state][1]}: {FORECASTS[state]}") for state in there]
    for symbol, words in [*entries, (TICK, "Tick: the day it was said")] if entries else []:
        drawn.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=words,
            marker={"symbol": symbol, "size": 10, "color": theme.INK, "line": {"width": 2, "color": theme.INK}},
        )
