"""How one amount is drawn, on every chart of amounts.

A bound is a tick at the stated value and an arrow that leads away from it, never a bar that ends there. The arrow is a
text glyph in data coordinates, so it stays right on zoom, pan and a logarithmic axis, and it follows its legend entry.
Solid and filled is stated of the present; hollow is stated of the future; dotted is possible; dashed is conditional. A missing amount
has a row and no mark on the axis.
"""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import axes, canvas, theme
from narratives.vocabulary import firmness
from narratives.vocabulary.voices import VOICES, YOURS

COLUMNS = (
    "claim",
    "region",
    "amount",
    "form",
    "low",
    "high",
    "currency",
    "status",
    "modality",
    "condition",
    "voice",
    "reworded",
    "instead",
    "words",
    "scope",
    "period",
    "phrase",
)
LINE, LANE, ROW_GAP = 17, 22, 14
FORMS = {
    "lower bound": ("line-ns-open", "Tick, arrow right: no upper limit stated"),
    "upper bound": ("line-ns-open", "Tick, arrow left: no lower limit stated"),
    "about": ("diamond", "Diamond: “about”"),
    "stated": ("circle", "Circle: a figure without a hedge"),
    "range": ("line-ns-open", "Two ticks: a range"),
}
FIRM = (firmness.STATUSES["actual"], firmness.DERIVED)
LINES = {
    "possible": ("dot", f"Dotted: “{firmness.MODALITIES['possible']}”"),
    "conditional": ("dash", f"Dashed: {firmness.MODALITIES['conditional']}"),
}


def lines(row: dict[str, Any]) -> list[str]:
    """The words of one row, wrapped: the amount with its hedges in bold, then region, scope, period and voice.

    A chart may add a ``lead`` (such as the measure), a ``formula``, and whether it is ``wide``, to its rows.
    """
    wide = row.get("wide") is True
    hedge = firmness.before(row["modality"], row["condition"])
    status = f", {row['status']}" if row["status"] and row["form"] != "absent" else ""
    first = canvas.wrap(f"{hedge}{row['amount']}{status}", theme.TEXT, wide=wide)
    voice = VOICES[row["voice"]].marked if row["voice"] in VOICES and row["form"] != "absent" else ""
    parts = (
        row.get("lead", ""),
        row["region_label"],
        row["scope"],
        row["period"],
        row.get("by", ""),
        voice,
        row.get("formula", ""),
        f"another wording, “{excerpt(row['words'])}”" if row["reworded"] else "",
    )
    below = canvas.wrap(" · ".join(part for part in parts if part), theme.SMALL, wide=wide)
    said = [canvas.wrap(quote, theme.SMALL, indent=4, wide=wide) for quote in row["instead"].split("\n") if quote]
    instead = ["said instead:"] * bool(said) + [line for quote in said for line in quote]
    return [f"<b>{line}</b>" for line in first] + below + instead


def led(row: dict[str, Any]) -> str:
    """What a row begins with where measures share a panel: the measure, and the narrative where there are several."""
    return " · ".join(part for part in (row.get("lead", ""), row["measure_label"]) if part)


def excerpt(words: str) -> str:
    """The first words of a quote, enough to tell one wording from another."""
    return textwrap.shorten(words, 40, placeholder=" …")


def height(row: dict[str, Any]) -> int:
    """Pixels that one row needs."""
    return LINE * len(lines(row)) + (LANE if on_axis(row) else 0) + ROW_GAP


def on_axis(row: dict[str, Any]) -> bool:
    """Whether a row has a mark on the axis: silences and amounts in words have none, least of all at zero."""
    return row["form"] not in ("absent", "words")


def draw(figure: go.Figure, table: pd.DataFrame, panel: int, divisor: float) -> None:
    """Draw the rows of ``table`` on panel number ``panel``, whose y axis counts pixels from its top."""
    suffix = axes.suffix_of(panel)
    x, y = f"x{suffix}", f"y{suffix}"
    at = 0
    notes: list[dict[str, Any]] = []
    lanes: list[dict[str, Any]] = []
    for row in canvas.records(table):
        text = lines(row)
        place = {"xref": f"{x} domain", "yref": y, "x": 0, "y": at, "xanchor": "left", "yanchor": "top"}
        notes.append(
            place
            | {
                "text": "<br>".join(text),
                "align": "left",
                "showarrow": False,
                "xshift": 0 if on_axis(row) else 16,
                "font": {"size": theme.SMALL + 0.5},
                "opacity": canvas.opacity(row),
                "hovertext": canvas.hover(row["phrase"]),
                "borderpad": 0,
            }
        )
        lane = at + LINE * len(text) + LANE / 2 + 2
        if on_axis(row):
            lanes.append(
                {
                    "type": "line",
                    "xref": f"{x} domain",
                    "x0": 0,
                    "x1": 1,
                    "yref": y,
                    "y0": lane,
                    "y1": lane,
                    "layer": "below",
                    "opacity": 0.35,
                    "line": {"width": 1, "color": theme.ABSENT},
                }
            )
            mark(figure, row, lane, x, y, divisor)
        else:
            sign = "○" if row["form"] == "absent" else "“”"
            notes.append(
                place | {"text": sign, "showarrow": False, "font": {"size": theme.TEXT, "color": theme.ABSENT}}
            )
        at += height(row)
    canvas.put(figure, notes, lanes)


def mark(figure: go.Figure, row: dict[str, Any], lane: float, x: str, y: str, divisor: float) -> None:
    """One amount at height ``lane``; a row may name its own ``colour`` and, for a plain figure, its ``symbol``."""
    value = row["low"] if pd.notna(row["low"]) else row["high"]
    of_region = theme.VOICES[YOURS] if row["voice"] == YOURS else theme.REGIONS.get(row["region"], theme.WORLD)
    colour = row.get("colour") or of_region
    point = {
        "x": [value / divisor],
        "y": [lane],
        "xaxis": x,
        "yaxis": y,
        "legendgroup": row["form"],
        "customdata": [[row["claim"], row.get("narrative", "")]],
        "hovertext": [canvas.hover(row["phrase"])],
        "hoverinfo": "text",
        "cliponaxis": False,
        "opacity": canvas.opacity(row),
    }
    reported = row["status"] in FIRM and row["modality"] == "asserted"
    bounded = row["form"] in ("lower bound", "upper bound")
    if bounded:
        symbol, size, width = "line-ns-open", 17, 3
    else:
        plain = row.get("symbol") or ("diamond" if row["form"] == "about" else "circle")
        symbol = plain + ("" if reported else "-open")
        size, width = 12, 2
    trace: dict[str, Any] = {
        "mode": "markers",
        "showlegend": False,
        "marker": {"symbol": symbol, "size": size, "color": colour, "line": {"width": width, "color": colour}},
    }
    if row["form"] == "range":
        trace["marker"] |= {"symbol": "line-ns-open", "size": 15}
        trace["error_x"] = {
            "type": "data",
            "symmetric": False,
            "array": [(row["high"] - row["low"]) / divisor],
            "arrayminus": [0],
            "thickness": 2,
            "width": 7,
            "color": colour,
        }
    figure.add_scatter(**point, **trace)
    if bounded:
        right = row["form"] == "lower bound"
        arrow = {"possible": "┄┄▷", "conditional": "╌╌▷"}.get(row["modality"], "━━▶" if reported else "──▷")
        figure.add_scatter(
            **point,
            mode="text",
            text=[arrow if right else _mirrored(arrow)],
            showlegend=False,
            textposition="middle right" if right else "middle left",
            textfont={"size": 19, "color": colour},
        )


def legend(figure: go.Figure, table: pd.DataFrame) -> None:
    """Legend entries for the forms and lines that ``table`` has, in neutral ink, since colours mean regions."""
    shown = table[[on_axis(row) for row in canvas.records(table)]]
    for form, (symbol, words) in FORMS.items():
        if (shown["form"] == form).any():
            entry(figure, words, form, symbol)
    future = sorted(set(shown["status"]) - {*FIRM, ""})
    if future:
        entry(figure, f"Hollow: {', '.join(future)}", "future", "circle-open")
    for modality, (dash, words) in LINES.items():
        if (shown["modality"] == modality).any():
            figure.add_scatter(
                x=[None], y=[None], mode="lines", name=words, line={"dash": dash, "width": 2, "color": theme.INK}
            )
    if (shown["voice"] == YOURS).any():
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name="Your own reckoning: not in the source",
            marker={"symbol": "square", "size": 10, "color": theme.VOICES[YOURS]},
        )


def entry(figure: go.Figure, words: str, group: str, symbol: str, colour: str = theme.INK) -> None:
    """One line of the legend."""
    figure.add_scatter(
        x=[None],
        y=[None],
        mode="markers",
        name=words,
        legendgroup=group,
        marker={"symbol": symbol, "size": 10, "color": colour, "line": {"width": 2, "color": colour}},
    )


def _mirrored(arrow: str) -> str:
    return arrow[::-1].replace("▶", "◀").replace("▷", "◁")
