"""Narratives against layers, questions or regions: in each cell a shape and a word, none larger than another.

A cell is as loud as what is said, not as what is true; “not stated” keeps its place.
"""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import canvas, theme

COLUMNS = ("row", "row_label", "row_note", "column", "column_label", "state", "word", "key", "narrative", "phrase")
SHAPES = {
    "yes": ("square", theme.INK),
    "partly": ("diamond", theme.INK),
    "other": ("square-open", theme.INK),
    "words": ("circle", theme.INK),
    "no": ("x-thin-open", theme.INK),
    "excluded": ("x-thin-open", theme.INK),
    "silent": ("circle-open", theme.INK),
    "not-raised": ("line-ew-open", theme.ABSENT),
}
CELL, LINE, HEAD = 40, 16, 15
TIGHT = 7  # pixels that a cell saves where its words stand on one line


def figure(table: pd.DataFrame, framing: canvas.Framing) -> go.Figure:
    """Rows from top to bottom, columns from left to right; customdata is the key of the cell and its narrative."""
    if table.empty:
        return canvas.empty("There is nothing to set side by side under this choice.", framing)
    heads = dict(zip(table["column"], table["column_label"], strict=True))
    width = 12 if len(heads) > 3 else 16
    wrapped = [textwrap.wrap(label, width, break_long_words=False) for label in heads.values()]
    head = HEAD * max(len(lines) for lines in wrapped) + 6
    drawn, at = go.Figure(), 0
    tops: dict[Any, float] = {}
    notes: list[dict[str, Any]] = []
    rules: list[dict[str, Any]] = []
    for name, rows in table.groupby("row", sort=False):
        text = _named(rows["row_label"].iloc[0], rows["row_note"].iloc[0], framing.wide)
        notes.append(canvas.words(text, at + 4) | {"borderpad": 0})
        if at:
            line = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": at, "y1": at, "opacity": 0.5}
            rules.append(line | {"line": {"width": 1, "color": theme.ABSENT}})
        tops[name] = at + LINE * len(text) + 16
        at += LINE * len(text) + 16 + (CELL - TIGHT if framing.wide else CELL)
    _cells(drawn, table, list(heads), tops, framing.wide)
    _heads(drawn, wrapped)
    canvas.put(drawn, notes, rules)
    drawn.update_xaxes(range=[-0.5, len(heads) - 0.5], visible=False, fixedrange=True)
    drawn.update_yaxes(range=[at, -head], visible=False, fixedrange=True)
    return canvas.finish(drawn, framing, at + head)


def _named(label: str, note: str, wide: bool) -> list[str]:
    """The name of a row with its note below, or beside it where both are short and there is room."""
    below = canvas.wrap(note, theme.SMALL, wide=wide) if note else []
    names = [f"<b>{line}</b>" for line in canvas.wrap(label, theme.TEXT)]
    return [f"{names[0]} {below[0]}"] if wide and len(names) == len(below) == 1 else names + below


def _cells(drawn: go.Figure, table: pd.DataFrame, columns: list[str], tops: dict[Any, float], wide: bool) -> None:
    """The shape and the word of every cell."""
    for state, (symbol, colour) in SHAPES.items():
        mine = table[table["state"] == state]
        if mine.empty:
            continue
        drawn.add_scatter(
            x=[columns.index(column) for column in mine["column"]],
            y=[tops[row] for row in mine["row"]],
            mode="markers+text",
            text=[word if wide else word.replace(" (", "<br>(") for word in mine["word"]],
            textposition="bottom center",
            textfont={"size": theme.SMALL - 1},
            showlegend=False,
            hoverinfo="text",
            cliponaxis=False,
            customdata=mine[["key", "narrative"]].to_numpy().tolist(),
            hovertext=[canvas.hover(phrase) for phrase in mine["phrase"]],
            unselected={"marker": {"opacity": 1}, "textfont": {"color": theme.INK}},
            marker={"symbol": symbol, "size": 13, "color": colour, "line": {"width": 2, "color": colour}},
        )


def _heads(drawn: go.Figure, wrapped: list[list[str]]) -> None:
    """What each column is, above it."""
    for i, lines in enumerate(wrapped):
        drawn.add_annotation(
            x=i,
            y=-4,
            yanchor="bottom",
            showarrow=False,
            text="<br>".join(f"<b>{line}</b>" for line in lines),
            font={"size": theme.SMALL - 1.5},
            borderpad=0,
        )
