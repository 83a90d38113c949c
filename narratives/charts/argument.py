"""The open-source argument from top to bottom: what follows from what, and what is conceded.

Claims, grounds, concessions and replies differ by shape; a concession is as large as an argument.
"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import canvas, theme
from narratives.vocabulary.arguing import ROLES, Role

COLUMNS = ("id", "role", "label", "quote", "exact", "speaker", "depth", "follows")
SHAPES: dict[Role, tuple[str, str, str]] = {
    "claim": ("Square", "square", theme.INK),
    "ground": ("Circle", "circle", theme.WORLD),
    "concession": ("Diamond", "diamond", theme.INK),
    "rebuttal": ("Triangle", "triangle-right", theme.INK),
}
LINE, GAP, STEP = 18, 18, 0.055


def figure(table: pd.DataFrame, framing: canvas.Framing) -> go.Figure:
    """One row an argument, indented by depth; elbow lines lead from what it follows. Customdata is the argument's id."""
    if table.empty:
        return canvas.empty("No argument for or against open source is quoted under this choice of voices.", framing)
    drawn = go.Figure()
    place: dict[str, tuple[float, float]] = {}
    at = 0.0
    rows = canvas.records(table)
    for row in rows:
        row["lines"] = canvas.wrap(row["label"], theme.TEXT, indent=4 + 3 * row["depth"])
        row["height"] = LINE * len(row["lines"]) + GAP
        place[row["id"]] = (min(row["depth"], 6) * STEP, at + LINE / 2)
        at += row["height"]
    for row in rows:
        for before in row["follows"]:
            (x0, y0), (x1, y1) = place[before], place[row["id"]]
            drawn.add_scatter(
                x=[x0, x0, x1],
                y=[y0, y1, y1],
                mode="lines",
                hoverinfo="skip",
                showlegend=False,
                line={"width": 1.5, "color": theme.ABSENT, "shape": "linear"},
            )
    for role, (name, symbol, colour) in SHAPES.items():
        mine = [row for row in rows if row["role"] == role]
        if mine:
            drawn.add_scatter(
                x=[place[row["id"]][0] for row in mine],
                y=[place[row["id"]][1] for row in mine],
                mode="markers",
                name=f"{name}: {ROLES[role].told}",
                customdata=[[row["id"]] for row in mine],
                hoverinfo="text",
                hovertext=[canvas.hover(f"{row['speaker']}: “{row['exact']}”") for row in mine],
                unselected={"marker": {"opacity": 1}},
                marker={"symbol": symbol, "size": 14, "color": colour, "line": {"width": 2.5, "color": colour}},
            )
    for row in rows:
        x, y = place[row["id"]]
        drawn.add_annotation(
            x=x,
            y=y - LINE / 2,
            xanchor="left",
            yanchor="top",
            xshift=14,
            align="left",
            showarrow=False,
            text="<br>".join(row["lines"]),
            font={"size": theme.TEXT},
            opacity=canvas.opacity(row),
        )
    drawn.update_xaxes(range=[-0.03, 1], visible=False, fixedrange=True)
    drawn.update_yaxes(range=[at, -4], visible=False, fixedrange=True)
    return canvas.finish(drawn, framing, int(at) + 4, legend=True)
