"""The layers of the AI stack, bottom first, all of equal height: no area here suggests an amount.

A layer that was excluded by choice is outlined with its reason; a layer nobody spoke of is an empty outline.
"""

from __future__ import annotations

import html
import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import canvas, theme

COLUMNS = (
    "narrative",
    "label",
    "layer",
    "name",
    "order",
    "participation",
    "state",
    "own_number",
    "own_name",
    "entry_point",
    "reason",
    "products",
    "exact",
)
BAND, THIN, TALL, MANY, GAP, LINE = 82, 44, 112, 8, 8, 17
FILL = 0.16  # faint, so that the words on it keep their contrast
OUTLINED = ("excluded-by-choice", "not-stated")


def figure(table: pd.DataFrame, framing: canvas.Framing) -> go.Figure:
    """One column a narrative; each band is a bar that can be clicked, its customdata layer and narrative."""
    if table.empty:
        return canvas.empty("No layer is spoken of.", framing)
    columns = list(dict.fromkeys(table["narrative"]))
    count = int(table["order"].max()) + 1
    wide = len(columns) == 1
    band = THIN if count > MANY else BAND if wide else TALL
    drawn = go.Figure()
    for row in canvas.records(table):
        left = columns.index(row["narrative"])
        _band(drawn, row, left, band)
        _words(drawn, row, left, band, 50 // len(columns))
    if not wide:
        for left, label in enumerate(dict.fromkeys(table["label"])):
            drawn.add_annotation(
                x=left,
                y=count - 0.5,
                xanchor="left",
                yanchor="bottom",
                text=f"<b>{html.escape(label)}</b>",
                showarrow=False,
            )
    drawn.update_xaxes(range=[-0.004, len(columns) - 0.024], visible=False, fixedrange=True)
    drawn.update_yaxes(range=[-0.5, count - 0.5 + (0 if wide else 0.3)], visible=False, fixedrange=True)
    drawn.update_layout(barmode="overlay")
    return canvas.finish(drawn, framing, band * count + (0 if wide else 28))


def _band(drawn: go.Figure, row: dict[str, Any], left: int, band: int) -> None:
    """One layer in column ``left``: a faint bar that can be clicked, and its outline."""
    middle, edge = row["order"], _edge(band)
    outlined = row["participation"] in OUTLINED
    drawn.add_bar(
        x=[0.97],
        y=[middle],
        base=[left],
        width=1 - GAP / band,
        orientation="h",
        showlegend=False,
        customdata=[[row["layer"], row["narrative"]]],
        hovertext=[canvas.hover(_sentence(row))],
        hoverinfo="text",
        marker={"color": theme.CLEAR if outlined else theme.WORLD, "opacity": FILL, "line": {"width": 0}},
        selected={"marker": {"opacity": 2 * FILL}},
        unselected={"marker": {"opacity": FILL}},
    )
    drawn.add_shape(
        type="rect",
        x0=left,
        x1=left + 0.97,
        y0=middle - edge,
        y1=middle + edge,
        layer="above",
        line={
            "width": 1.5 if outlined else 2.5 if row["entry_point"] else 1,
            "dash": "dash" if outlined else "solid",
            "color": theme.ABSENT if outlined else theme.INK if row["entry_point"] else theme.WORLD,
        },
    )


def _words(drawn: go.Figure, row: dict[str, Any], left: int, band: int, width: int) -> None:
    """What stands in a band, from its top."""
    drawn.add_annotation(
        x=left,
        y=row["order"] + _edge(band),
        xanchor="left",
        yanchor="top",
        align="left",
        showarrow=False,
        xshift=8,
        yshift=-6,
        text="<br>".join(_lines(row, width, (band - GAP - 10) // LINE)),
        font={"size": theme.TEXT - 1},
        opacity=canvas.opacity(row),
    )


def _edge(band: int) -> float:
    """How far a band reaches from its middle, where ``band`` pixels are one."""
    return 0.5 - GAP / band / 2


def _lines(row: dict[str, Any], width: int, room: int) -> list[str]:
    width = max(12, width)
    number = f"{int(row['own_number'])} · " if pd.notna(row["own_number"]) else ""
    state = f": {row['state']}{' — the entry point' if row['entry_point'] else ''}"
    name = textwrap.shorten(row["name"], max(12, 2 * width - len(number + state) - 6), placeholder=" …")
    head = textwrap.wrap(f"{number}{name}{state}", width)
    body = f"“{row['reason']}”" if row["reason"] else row["products"]
    if row["own_name"] and row["own_name"].casefold() != row["name"].casefold():
        body = f"“{row['own_name']}”" + (f": {body}" if body else "")
    left = max(0, room - len(head))
    lines = textwrap.wrap(body, width)
    if len(lines) > left:
        lines = (
            [*lines[: left - 1], textwrap.shorten(" ".join(lines[left - 1 :]), width, placeholder=" …")] if left else []
        )
    return [f"<b>{html.escape(line, quote=False)}</b>" for line in head] + [
        html.escape(line, quote=False) for line in lines
    ]


def _sentence(row: dict[str, Any]) -> str:
    words = f" In the words: “{row['exact']}”" if row["exact"] else ""
    return f"{row['label']}, {row['name']}: {row['state']}.{words}"
