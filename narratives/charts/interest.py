"""Whose interest the speaker has in what they say: one strip, as long as the number of claims.

It counts claims, not money; a claim that names no one's interest is not in it.
"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import canvas, theme
from narratives.vocabulary.counting import plural

COLUMNS = ("about", "label", "count")
ROW = 34


def figure(table: pd.DataFrame, framing: canvas.Framing) -> go.Figure:
    """One bar a kind of interest, its count behind it; customdata is the kind."""
    if table.empty:
        return canvas.empty("No claim says whose interest it touches.", framing)
    drawn = go.Figure()
    drawn.add_bar(
        x=table["count"].tolist(),
        y=list(range(len(table))),
        orientation="h",
        width=0.32,
        offset=0.05,
        showlegend=False,
        hoverinfo="none",
        customdata=[[about] for about in table["about"]],
        marker={"color": theme.WORLD},
    )
    for i, (label, count) in enumerate(zip(table["label"], table["count"], strict=True)):
        words = f"<b>{label}</b>  {plural(count, 'claim')}"
        drawn.add_annotation(
            x=0,
            y=i,
            xanchor="left",
            yanchor="bottom",
            showarrow=False,
            text=words,
            font={"size": theme.TEXT - 1},
            yshift=-2,
        )
    drawn.update_xaxes(range=[0, int(table["count"].max()) * 1.05], visible=False, fixedrange=True)
    drawn.update_yaxes(range=[len(table) - 0.4, -0.75], visible=False, fixedrange=True)
    return canvas.finish(drawn, framing, ROW * len(table) + 20)
