"""id → table, chart, takeaway: what pages, the walkthrough and the hedge lock all show.

An exhibit ties one table to one chart. Its caveats and what its alternative text counts are made from the table, which holds
every hedge; its headline is content (``findings``), since what was found is an editor's sentence. It is declared in the
module that builds it, and listed here.
"""

from __future__ import annotations

from dataclasses import replace

from narratives.charts import canvas
from narratives.exhibits import alternatives, money, position, side_by_side, trust
from narratives.exhibits.framing import framing, source_line, source_lines
from narratives.exhibits.view import PLAIN, Exhibit, Options, Shown, View

LARGEST = 1.6  # beyond this a picture looks like a poster, not like a page
LISTED = (
    position.KEY_FIGURES,
    position.LAYER_STACK,
    position.ARGUMENT,
    position.CALLED,
    money.AS_STATED,
    money.PERIODS,
    money.LADDER,
    money.COMPARISON,
    money.SILENCES,
    money.INTEREST,
    trust.RENDERINGS,
    trust.DRIFT,
    trust.RECORD,
    trust.FORECASTS,
    trust.AUDIT,
    side_by_side.LAYER_MATRIX,
    side_by_side.OPENNESS,
    side_by_side.REGIONS,
    side_by_side.FIGURES_GIVEN,
)
EXHIBITS = {exhibit.id: exhibit for exhibit in LISTED}
SEVERAL_FIRST = ("several", "any", "two", "one")


def build(id: str, view: View) -> Shown:
    """The exhibit ``id`` under a view; KeyError for an unknown id, ValueError for several narratives in one that is of one.

    With ``room``, the height in pixels that a stage has for the picture, it fills that as far as it can.
    """
    exhibit, options = EXHIBITS[id], view.options
    if exhibit.of == "one" and len(view.packs) > 1:
        raise ValueError(f"{id} shows one narrative, not {len(view.packs)}")
    built = exhibit.build(view)
    built = replace(built, alt=alternatives.fitted(built.title or framing(view, exhibit).title, built.parts))
    if built.figure is None:
        return built
    if not options.room:
        return replace(built, figure=canvas.Still(built.figure))
    if built.figure.layout.height > options.room and not options.wide:
        return build(id, replace(view, options=replace(options, wide=True)))
    factor = min(LARGEST, max(1.0, options.room / built.figure.layout.height))
    return replace(built, figure=canvas.Still(canvas.scaled(built.figure, factor)))


def on_page(page: str, *, several: bool) -> dict[str, str]:
    """The exhibits that live on a page by id, each with its name; of several narratives those first that set them side by side."""
    found = [exhibit for exhibit in LISTED if exhibit.page == page and (several or exhibit.of != "several")]
    ordered = sorted(found, key=lambda exhibit: SEVERAL_FIRST.index(exhibit.of)) if several else found
    return {exhibit.id: exhibit.name for exhibit in ordered}


__all__ = [
    "EXHIBITS",
    "LISTED",
    "PLAIN",
    "Exhibit",
    "Options",
    "Shown",
    "View",
    "build",
    "on_page",
    "source_line",
    "source_lines",
]
