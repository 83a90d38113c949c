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
    columns = list(dict.fromkeys(table["column"]))
    heads = dict(zip(table["column"], table["column_label"], strict=True))
    width = 12 if len(columns) > 3 else 16
    wrapped = [textwrap.wrap(heads[column], width, break_long_words=False) for column in columns]
    head = HEAD * max(len(lines) for lines in wrapped) + 6
    drawn, at, tops = go.Figure(), 0, {}
    notes: list[dict[str, Any]] = []
    rules: list[dict[str, Any]] = []
    for name, rows in table.groupby("row", sort=False):
        label, note = rows["row_label"].iloc[0], rows["row_note"].iloc[0]
        below = canvas.wrap(note, theme.SMALL, wide=framing.wide) if note else []
        names = [f"<b>{line}</b>" for line in canvas.wrap(label, theme.TEXT)]
        beside = framing.wide and len(names) == len(below) == 1
        text = [f"{names[0]} {below[0]}"] if beside else names + below
        notes.append(
            {
                "text": "<br>".join(text),
                "xref": "paper",
                "x": 0,
                "y": at + 4,
                "xanchor": "left",
                "yanchor": "top",
                "align": "left",
                "showarrow": False,
                "font": {"size": theme.SMALL + 0.5},
                "borderpad": 0,
            }
        )
        if at:
            line = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": at, "y1": at, "opacity": 0.5}
            rules.append(line | {"line": {"width": 1, "color": theme.ABSENT}})
        tops[name] = at + 4 + LINE * len(text) + 12
        at = tops[name] + (CELL - TIGHT if framing.wide else CELL)
    for state, (symbol, colour) in SHAPES.items():
        mine = table[table["state"] == state]
        if mine.empty:
            continue
        drawn.add_scatter(
            x=[columns.index(column) for column in mine["column"]],
            y=[tops[row] for row in mine["row"]],
            mode="markers+text",
            text=[word if framing.wide else word.replace(" (", "<br>(") for word in mine["word"]],
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
    canvas.put(drawn, notes, rules)
    drawn.update_xaxes(range=[-0.5, len(columns) - 0.5], visible=False, fixedrange=True)
    drawn.update_yaxes(range=[at, -head], visible=False, fixedrange=True)
    return canvas.finish(drawn, framing, at + head)
