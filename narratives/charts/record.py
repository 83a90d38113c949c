"""The public record beside a claim: what was said stands alone, unless the record counts the same thing in the same way.

A square is a fact from elsewhere, filled where it is reported, hollow where it is a plan or forecast. Panels hold one
measure, unit, period type and scope each, with an axis of their own; their heads name what differs from the claim.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import axes, canvas, marks, theme
from narratives.vocabulary import firmness
from narratives.vocabulary.judgements import FACTS

COLUMNS = (
    "fact",
    "panel",
    "panel_label",
    "differs",
    "lane",
    "lane_note",
    "said",
    "kind",
    "kind_label",
    "region",
    "amount",
    "form",
    "low",
    "high",
    "currency",
    "modality",
    "label",
    "order",
    "phrase",
)
LINE, TIER, GAP, AXIS, BETWEEN = 17, 13, 16, 46, 20
REACH = 330  # pixels of a panel on the narrowest screen: labels must not meet there
REPORTED = ("actual", "statement", "said")


def figure(table: pd.DataFrame, framing: canvas.Framing) -> go.Figure:
    """Panels from top to bottom in the table's order, in each a lane for each line of facts."""
    if table.empty:
        return canvas.empty("No amount on the public record is set beside this claim.", framing)
    drawn = go.Figure()
    panels = [list(_lanes(rows)) for _, rows in table.groupby("panel", sort=False)]
    heads = [canvas.wrap(_head(lanes[0][0]), theme.SMALL) for lanes in panels]
    inner = [sum(_height(lane) for lane in lanes) for lanes in panels]
    feet = [AXIS if any(_numbers(lane) for lane in lanes) else 0 for lanes in panels]
    tops = [len(head) * LINE + 10 for head in heads]
    total = sum(inner) + sum(feet) + sum(tops) + BETWEEN * (len(panels) - 1)
    at = 0
    for number, (lanes, head, height, foot, top) in enumerate(zip(panels, heads, inner, feet, tops, strict=True)):
        _heading(drawn, head, 1 - at / total)
        at += top
        rows = pd.DataFrame([row for lane in lanes for row in lane])
        divisor, word = axes.scale_for(rows) if foot else (1.0, "")
        axis = axes.linear(rows, divisor, word) if foot else {"visible": False, "range": [0, 1], "fixedrange": True}
        drawn.update_layout(axes.panel(number, at, height, total, axis))
        y = 0
        for lane in lanes:
            _draw(drawn, lane, y, axes.suffix_of(number), divisor)
            y += _height(lane)
        at += height + foot + BETWEEN
    _legend(drawn, table)
    return canvas.finish(drawn, framing, total, legend=True)


def _lanes(rows: pd.DataFrame) -> list[list[dict[str, Any]]]:
    largest = max((_end(row) for row in canvas.records(rows) if marks.on_axis(row)), default=1.0) or 1.0
    lanes = rows.groupby(["lane", "lane_note"], sort=False)
    return [[row | {"largest": largest} for row in canvas.records(lane)] for _, lane in lanes]


def _numbers(lane: list[dict[str, Any]]) -> bool:
    return any(marks.on_axis(row) for row in lane)


def _head(row: dict[str, Any]) -> str:
    return f"{row['panel_label']}{'. Not on the claim’s axis: ' + row['differs'] if row['differs'] else ''}"


def _words(lane: list[dict[str, Any]]) -> list[str]:
    """The lane in words: whose, how counted, and every amount with its period, since a mark has no digits."""
    first = lane[0]
    if first["said"]:
        return canvas.wrap(first["phrase"], theme.SMALL)
    name = first["lane"]
    told = [f"{row['label']}: {row['amount']}{_plan(row)}" for row in lane]
    lines = [f"<b>{line}</b>" for line in canvas.wrap(name[:1].upper() + name[1:], theme.TEXT)]
    return lines + canvas.wrap("; ".join(told), theme.SMALL) + canvas.wrap(first["lane_note"], theme.SMALL)


def _plan(row: dict[str, Any]) -> str:
    short = FACTS[row["kind"]].short if row["kind"] in FACTS else ""
    return f" ({short})" if short else ""


def _height(lane: list[dict[str, Any]]) -> int:
    marked = 26 + TIER * len(set(_tiers(lane).values())) if _numbers(lane) else 0
    return len(_words(lane)) * LINE + marked + GAP


def _tiers(lane: list[dict[str, Any]]) -> dict[int, int]:
    """In which row of labels above the marks each label fits, narrowest screen first."""
    taken: list[float] = []
    tiers: dict[int, int] = {}
    placed = sorted((i for i, row in enumerate(lane) if marks.on_axis(row)), key=lambda i: _value(lane[i]))
    for i in placed:
        middle = _value(lane[i]) / lane[i]["largest"] * REACH
        half = len(_short(lane[i]["label"])) * 3.4 + 3
        tier = next((n for n, end in enumerate(taken) if middle - half >= end), len(taken))
        taken[tier : tier + 1] = [middle + half]
        tiers[i] = tier
    return tiers


def _end(row: dict[str, Any]) -> float:
    return abs(float(row["high"] if pd.notna(row["high"]) else row["low"]))


def _value(row: dict[str, Any]) -> float:
    return float(row["low"] if pd.notna(row["low"]) else row["high"])


def _short(label: str) -> str:
    """A period short enough to stand at a mark: “fiscal 2026” → “FY26”, “2025” → “2025”."""
    words = label.split()
    year = next(
        (word.strip("(),") for word in words if word.strip("(),").isdigit() and len(word.strip("(),")) == 4), ""
    )
    return f"FY{year[2:]}" if year and label.casefold().startswith("fiscal") else year or " ".join(words[:2])


def _draw(figure: go.Figure, lane: list[dict[str, Any]], y: int, suffix: str, divisor: float) -> None:
    """One lane from ``y`` downwards: its words, and below them a line with its marks."""
    text = _words(lane)
    figure.add_annotation(
        text="<br>".join(text),
        xref=f"x{suffix} domain",
        yref=f"y{suffix}",
        x=0,
        y=y,
        xanchor="left",
        yanchor="top",
        align="left",
        showarrow=False,
        font={"size": theme.SMALL + 0.5},
        borderpad=0,
    )
    if not _numbers(lane):
        return
    tiers = _tiers(lane)
    line = y + len(text) * LINE + TIER * len(set(tiers.values())) + 12
    figure.add_shape(
        type="line",
        xref=f"x{suffix} domain",
        x0=0,
        x1=1,
        yref=f"y{suffix}",
        y0=line,
        y1=line,
        layer="below",
        opacity=0.35,
        line={"width": 1, "color": theme.ABSENT},
    )
    for i, tier in sorted(tiers.items()):
        _marked(figure, lane[i], line, tier, suffix, divisor)


def _marked(figure: go.Figure, row: dict[str, Any], line: float, tier: int, suffix: str, divisor: float) -> None:
    """One amount on the line of its lane, with its period ``tier`` rows above it."""
    said = bool(row["said"])
    drawn = row | {
        "claim": row["fact"],
        "voice": "speaker" if said else "record",
        "status": firmness.STATUSES["actual" if row["kind"] in REPORTED else "forecast"],
        "symbol": None if said else "square",
        "colour": theme.REGIONS.get(row["region"], theme.WORLD) if said else theme.RECORD,
    }
    marks.mark(figure, drawn, line, f"x{suffix}", f"y{suffix}", divisor)
    label = _short(row["label"])
    if label and row["order"]:  # when something was said is no period of its amount
        figure.add_annotation(
            text=label,
            xref=f"x{suffix}",
            yref=f"y{suffix}",
            x=_value(row) / divisor,
            y=line,
            yshift=9 + TIER * tier,
            xanchor="center",
            yanchor="bottom",
            showarrow=False,
            font={"size": theme.SMALL - 1},
            borderpad=0,
        )


def _heading(figure: go.Figure, head: list[str], y: float) -> None:
    figure.add_shape(
        type="line", xref="paper", yref="paper", x0=0, x1=1, y0=y, y1=y, line={"width": 1, "color": theme.ABSENT}
    )
    first, *rest = head
    figure.add_annotation(
        text="<br>".join([f"<b>{first}</b>", *(f"<b>{line}</b>" for line in rest)]),
        xref="paper",
        yref="paper",
        x=0,
        xanchor="left",
        y=y,
        yanchor="top",
        yshift=-3,
        align="left",
        showarrow=False,
        font={"size": theme.SMALL},
        borderpad=0,
    )


def _legend(figure: go.Figure, table: pd.DataFrame) -> None:
    """What a square means, and the forms that are there, in neutral ink."""
    facts = table[~table["said"].astype(bool)]
    numbers = facts[[marks.on_axis(row) for row in canvas.records(facts)]]
    if numbers["kind"].isin(REPORTED).any():
        marks.entry(figure, "Filled square: reported elsewhere", "record", "square", theme.RECORD)
    if (~numbers["kind"].isin(REPORTED)).any():
        words = "Hollow square: planned or forecast elsewhere"
        marks.entry(figure, words, "record-future", "square-open", theme.RECORD)
    for form in ("lower bound", "upper bound", "range"):
        if (table["form"] == form).any():
            symbol, words = marks.FORMS[form]
            marks.entry(figure, words, form, symbol, theme.INK)
