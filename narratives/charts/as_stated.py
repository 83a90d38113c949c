"""Every amount of money as it was stated, one panel a measure, each on its own axis.

Unlike measures share no axis and are never drawn one beside the other as bars; silences keep their row.
"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import canvas, marks, theme

COLUMNS = (*marks.COLUMNS, "measure", "measure_label", "region_label")
HEAD, AXIS, GAP = 30, 52, 22


def figure(table: pd.DataFrame, framing: canvas.Framing, *, logarithmic: bool = False) -> go.Figure:
    """Panels from top to bottom in the table's order; linear from zero unless ``logarithmic``."""
    if table.empty:
        return canvas.empty("No amount of money is stated under this choice of voices.", framing)
    panels = list(_panels(table))
    heights = [sum(marks.height(row) for row in canvas.records(rows)) for _, rows in panels]
    feet = [AXIS if rows["form"].isin(["absent", "words"]).eq(False).any() else 0 for _, rows in panels]
    total = sum(heights) + sum(feet) + HEAD * len(panels) + GAP * (len(panels) - 1)
    drawn = go.Figure()
    top = 0
    for number, ((_, rows), height, foot) in enumerate(zip(panels, heights, feet, strict=True)):
        top += HEAD
        suffix = "" if number == 0 else str(number + 1)
        divisor, word = marks.scale_for(rows)
        drawn.update_layout(
            {
                f"yaxis{suffix}": {
                    "domain": [1 - (top + height) / total, 1 - top / total],
                    "range": [height, 0],
                    "visible": False,
                    "fixedrange": True,
                    "anchor": f"x{suffix}",
                },
                f"xaxis{suffix}": _axis(rows, divisor, word, logarithmic, bool(foot)) | {"anchor": f"y{suffix}"},
            }
        )
        drawn.add_annotation(
            text=f"<b>{rows['measure_label'].iloc[0].upper()}</b>",
            xref="paper",
            yref="paper",
            x=0,
            xanchor="left",
            y=1 - (top - HEAD) / total,
            yanchor="top",
            showarrow=False,
            font={"size": theme.SMALL},
        )
        drawn.add_shape(
            type="line",
            xref="paper",
            yref="paper",
            x0=0,
            x1=1,
            y0=1 - (top - HEAD - 3) / total,
            y1=1 - (top - HEAD - 3) / total,
            line={"width": 1, "color": theme.ABSENT},
        )
        marks.draw(drawn, rows, number, divisor)
        top += height + foot + GAP
    marks.legend(drawn, table)
    return canvas.finish(drawn, framing, total, legend=True)


def _panels(table: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """One panel a measure and currency; a silence joins the first panel of its measure."""
    panels = []
    for measure, rows in table.groupby("measure", sort=False):
        currencies = list(dict.fromkeys(rows["currency"].dropna())) or [None]
        for currency in currencies:
            mine = rows["currency"].isna() if currency == currencies[0] else pd.Series(False, index=rows.index)
            panels.append((str(measure), rows[(rows["currency"] == currency) | mine]))
    return panels


def _axis(rows: pd.DataFrame, divisor: float, word: str, logarithmic: bool, shown: bool) -> dict[str, object]:
    ends = pd.concat([rows["low"], rows["high"]]).dropna().astype(float) / divisor
    if not shown or ends.empty:
        return {"visible": False, "range": [0, 1], "fixedrange": True}
    currency = rows["currency"].dropna().iloc[0]
    unit = f"{word} {marks.CURRENCIES.get(currency, currency)}".strip()
    logarithmic = logarithmic and bool((ends > 0).all())
    title = {
        "text": f"{unit}, {'logarithmic' if logarithmic else 'linear'}{'' if logarithmic or ends.min() < 0 else ' from zero'}",
        "font": {"size": theme.SMALL},
        "standoff": 4,
    }
    common: dict[str, object] = {
        "title": title,
        "tickfont": {"size": theme.SMALL},
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": theme.ABSENT,
        "ticks": "outside",
        "nticks": 6,
        "side": "bottom",
    }
    if logarithmic:
        return marks.decades(float(ends.min()) * divisor, float(ends.max()) * divisor, divisor) | {"title": title}
    low, high = min(0.0, float(ends.min())), max(0.0, float(ends.max()))
    reach = (high - low) or 1.0  # room for an arrow of fixed length at either end
    return common | {"range": [low - 0.02 * reach - (0.13 * reach if low < 0 else 0), high + 0.2 * reach]}
