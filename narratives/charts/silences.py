"""What is said with a number, what only in words, what is asked and not answered, and what is not raised at all.

Each cell is a shape and a word; nothing here is larger because it was said more often.
"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import canvas, theme
from narratives.vocabulary.absences import STATES
from narratives.vocabulary.regions import REGIONS

COLUMNS = ("narrative", "topic", "topic_label", "region", "region_label", "state", "state_label", "claim", "phrase")
SHAPES = {
    "number": ("square", theme.INK),
    "number-one": ("square-open", theme.INK),
    "number-others": ("square-cross-open", theme.INK),
    "words": ("circle", theme.INK),
    "asked-not-answered": ("diamond-open", theme.INK),
    "excluded-by-choice": ("x-thin-open", theme.INK),
    "not-stated": ("circle-open", theme.INK),
    "not-applicable": ("line-ew-open", theme.ABSENT),
    "not-raised": ("line-ew-open", theme.ABSENT),
}
ROW, HEAD = 66, 22


def figure(table: pd.DataFrame, framing: canvas.Framing) -> go.Figure:
    """Topics from top to bottom, regions from left to right; customdata is the first claim behind the cell."""
    if table.empty:
        return canvas.empty("Nothing is counted in this narrative, and no silence is noted.", framing)
    topics, regions = list(dict.fromkeys(table["topic"])), list(dict.fromkeys(table["region"]))
    labels = dict(zip(table["topic"], table["topic_label"], strict=True))
    drawn = go.Figure()
    _cells(drawn, table, topics, regions)
    for i, topic in enumerate(topics):
        _heading(drawn, labels[topic], i * ROW)
    for i, region in enumerate(regions):
        drawn.add_annotation(
            x=i,
            y=-2,
            yanchor="bottom",
            showarrow=False,
            text=f"<b>{REGIONS[region].short}</b>",
            font={"size": theme.SMALL},
        )
    drawn.update_xaxes(range=[-0.5, len(regions) - 0.5], visible=False, fixedrange=True)
    drawn.update_yaxes(range=[len(topics) * ROW, -HEAD], visible=False, fixedrange=True)
    return canvas.finish(drawn, framing, len(topics) * ROW + HEAD)


def _cells(drawn: go.Figure, table: pd.DataFrame, topics: list[str], regions: list[str]) -> None:
    """The shape and the word of every cell."""
    for state, (symbol, colour) in SHAPES.items():
        mine = table[table["state"] == state]
        if mine.empty:
            continue
        drawn.add_scatter(
            x=[regions.index(region) for region in mine["region"]],
            y=[topics.index(topic) * ROW + 34 for topic in mine["topic"]],
            mode="markers+text",
            text=[STATES[state].short] * len(mine),
            textposition="bottom center",
            textfont={"size": theme.SMALL - 1},
            showlegend=False,
            customdata=mine[["claim", "narrative"]].to_numpy().tolist(),
            hoverinfo="text",
            hovertext=[canvas.hover(phrase) for phrase in mine["phrase"]],
            unselected={"marker": {"opacity": 1}, "textfont": {"color": theme.INK}},
            marker={"symbol": symbol, "size": 13, "color": colour, "line": {"width": 2, "color": colour}},
        )


def _heading(drawn: go.Figure, label: str, y: int) -> None:
    """A topic at the left of its row, under a line between it and the row above."""
    drawn.add_annotation(
        x=0,
        xref="paper",
        y=y + 4,
        xanchor="left",
        yanchor="top",
        showarrow=False,
        text=f"<b>{label}</b>",
        font={"size": theme.TEXT - 1},
    )
    if y:
        line = {"width": 1, "color": theme.ABSENT}
        drawn.add_shape(type="line", xref="paper", x0=0, x1=1, y0=y, y1=y, line=line, opacity=0.5)
