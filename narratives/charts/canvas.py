"""The paper a chart is drawn on: finding above, caveat and source below, heights in pixels.

Plotly does not wrap text, so all text is wrapped here, narrow enough for a screen of 390 pixels. Nothing but layout
lives here; colours and sizes come from the theme.
"""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from narratives.charts import theme

LINE = {theme.TITLE: 24, theme.TEXT: 19, theme.SMALL: 16}
WIDTH = {theme.TITLE: 32, theme.TEXT: 42, theme.SMALL: 50}


@dataclass(frozen=True)
class Framing:
    """The words around a chart: the finding, the caveats that matter, and the line with source and date.

    ``wide`` says that a stage gives the picture twice the width of a phone.
    """

    title: str = ""
    caveats: tuple[str, ...] = ()
    source: str = ""
    wide: bool = False


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table, one dictionary a row."""
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def wrap(text: str, size: int = theme.TEXT, *, indent: int = 0, wide: bool = False) -> list[str]:
    """``text`` in lines that fit a narrow screen, or a ``wide`` one, at a type size, escaped for Plotly's own markup."""
    width = max(12, int(WIDTH[size] * (1.9 if wide else 1)) - indent)
    return [
        html.escape(line, quote=False)
        for line in textwrap.wrap(text, width, break_long_words=True, break_on_hyphens=False)
    ]


def put(figure: go.Figure, notes: list[dict[str, Any]], lines: list[dict[str, Any]]) -> None:
    """Annotations and shapes, all at once: Plotly checks every one that is there whenever one is added."""
    figure.layout.annotations = (*figure.layout.annotations, *notes)
    figure.layout.shapes = (*figure.layout.shapes, *lines)


def finish(
    figure: go.Figure, framing: Framing, plot_height: int, *, left: int = 4, legend: bool = False, bottom: int = 0
) -> go.Figure:
    """``figure`` with its finding above and caveats and source below; ``plot_height`` is what the marks need."""
    title = wrap(framing.title, theme.TITLE, wide=framing.wide)
    texts = [text for text in (*framing.caveats, framing.source) if text]
    notes = [line for text in texts for line in wrap(text, theme.SMALL, wide=framing.wide)]
    legend_rows = sum(trace.showlegend is not False for trace in figure.data) if legend else 0
    legend_height = 21 * legend_rows + 22 if legend else 0
    top = len(title) * LINE[theme.TITLE] + 18 + legend_height
    foot = len(notes) * LINE[theme.SMALL] + 14 + bottom
    if title:
        figure.add_annotation(
            **_pinned(
                "<b>" + "<br>".join(title) + "</b>",
                theme.TITLE,
                y=1,
                yanchor="bottom",
                yshift=legend_height + 8,
                family=theme.SERIF,
            )
        )
    if notes:
        figure.add_annotation(**_pinned("<br>".join(notes), theme.SMALL, y=0, yanchor="top", yshift=-bottom - 8))
    for annotation in figure.layout.annotations:
        if annotation.font.color is None:
            annotation.font.color = theme.INK
    figure.update_xaxes(tickfont_color=theme.INK, title_font_color=theme.INK)
    figure.update_layout(
        height=plot_height + top + foot,
        margin={"l": left, "r": 4, "t": top, "b": foot, "pad": 0, "autoexpand": False},
        showlegend=legend,
        legend={
            "orientation": "v",
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1 + 8 / max(plot_height, 1),
            "yanchor": "bottom",
            "bgcolor": theme.CLEAR,
            "font": {"size": theme.SMALL, "color": theme.INK},
            "itemclick": False,
            "itemdoubleclick": False,
            "tracegroupgap": 0,
        },
        hovermode="closest",
        dragmode=False,
        font={"color": theme.INK, "family": theme.SANS},
        hoverlabel={"align": "left", "font": {"size": theme.SMALL, "color": theme.INK, "family": theme.SANS}},
        title={"text": ""},
    )
    return figure


def empty(message: str, framing: Framing) -> go.Figure:
    """A figure that says plainly why it shows nothing."""
    figure = go.Figure()
    figure.add_annotation(**_pinned("<br>".join(wrap(message)), theme.TEXT, y=1, yanchor="top"))
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return finish(figure, framing, 40 + 19 * len(wrap(message)))


class Still(go.Figure):  # type: ignore[misc]  # Plotly ships no types
    """A figure that is shared by all readers and changes no more: its description as a dict is made once.

    Plotly copies a figure deeply whenever it is asked for it, which took half of a rerun of a page with a large chart.
    """

    _made: dict[str, Any] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The figure as a dict of its own, whose parts are shared and must not be changed."""
        if self._made is None:
            self._made = super().to_dict()
        return dict(self._made)


def scaled(figure: go.Figure, factor: float) -> go.Figure:
    """A copy of ``figure`` with everything that is measured in pixels ``factor`` times as large, for a stage."""
    drawn = go.Figure(figure)
    for part in (*drawn.data, drawn.layout):
        _scale(part, factor)
    return drawn


PIXELS = ("size", "width", "thickness", "xshift", "yshift", "height", "standoff", "ticklen", "l", "r", "t", "b")
BOXES = ("marker", "line", "font", "textfont", "tickfont", "title", "margin", "legend", "error_x", "hoverlabel")


def _scale(part: Any, factor: float) -> None:
    """Multiply the pixel measures of one Plotly object and of the objects in it; bars and axes are in data, not pixels."""
    for name in part:
        value = part[name]
        if name in PIXELS and isinstance(value, (int, float)) and part.plotly_name != "bar":
            part[name] = value * factor
        elif name in BOXES or name.startswith(("xaxis", "yaxis")):
            if value is not None and hasattr(value, "plotly_name"):
                _scale(value, factor)
        elif name in ("annotations", "shapes"):
            for each in value:
                _scale(each, factor)


def words(text: list[str], at: float) -> dict[str, Any]:
    """The annotation that sets wrapped lines at the left, from ``at`` in data downwards."""
    return {
        "text": "<br>".join(text),
        "xref": "paper",
        "x": 0,
        "y": at,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "font": {"size": theme.SMALL + 0.5},
    }


def opacity(row: dict[str, Any]) -> float:
    """How strongly a row is drawn: what does not stand out is dimmed."""
    return theme.DIMMED if row.get("dimmed") else 1


def hover(text: str) -> str:
    """A sentence wrapped for a tooltip."""
    return "<br>".join(wrap(text, theme.SMALL))


def _pinned(text: str, size: int, **place: Any) -> dict[str, Any]:
    family = place.pop("family", None)
    font = {"size": size, "color": theme.INK} | ({"family": family} if family else {})
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "xanchor": "left",
        "align": "left",
        "showarrow": False,
        "font": font,
    } | place
