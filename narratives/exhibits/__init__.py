"""id → table, chart, takeaway: what pages, the walkthrough and the hedge lock all show.

An exhibit ties one table to one chart. Its caveats and what its alternative text counts are made from the table, which holds
every hedge; its headline is content (``findings``), since what was found is an editor's sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from narratives.charts import canvas
from narratives.exhibits import across, alternatives, evidence, investment, narrative
from narratives.exhibits.view import ALONE, NAMES, Exhibit, View, framing, source_line, source_lines

LARGEST = 1.6  # beyond this a picture looks like a poster, not like a page
EXHIBITS: dict[str, Callable[[View], Exhibit]] = {
    "key-figures": narrative.show_key_figures,
    "layer-stack": narrative.show_layer_stack,
    "argument": narrative.show_argument,
    "called-open-closed": narrative.show_called,
    "as-stated": investment.show_as_stated,
    "periods": investment.show_periods,
    "ladder": investment.show_ladder,
    "comparison": investment.show_comparison,
    "silences": investment.show_silences,
    "interest": investment.show_interest,
    "renderings": evidence.show_renderings,
    "drift": evidence.show_drift,
    "record": evidence.show_record,
    "forecasts": evidence.show_forecasts,
    "audit": evidence.show_audit,
    "layer-matrix": across.show_layer_matrix,
    "openness": across.show_openness,
    "figures-given": across.show_figures_given,
    "regions": across.show_regions,
}


def build(id: str, view: View) -> Exhibit:
    """The exhibit ``id`` under a view; KeyError for an unknown id, ValueError for several narratives in one of ``ALONE``.

    The option ``room`` is the height in pixels that a stage has for the picture, which then fills it as far as it can.
    """
    if id in ALONE and len(view.packs) > 1:
        raise ValueError(f"{id} shows one narrative, not {len(view.packs)}")
    built = EXHIBITS[id](view)
    built = replace(built, alt=alternatives.fitted(built.title or framing(view, id).title, built.alt))
    room = view.options.get("room")
    if built.figure is None:
        return built
    if not room:
        return replace(built, figure=canvas.Still(built.figure))
    if built.figure.layout.height > room and not view.options.get("wide"):
        return build(id, replace(view, options={**view.options, "wide": True}))
    factor = min(LARGEST, max(1.0, room / built.figure.layout.height))
    return replace(built, figure=canvas.Still(canvas.scaled(built.figure, factor)))


__all__ = ["ALONE", "EXHIBITS", "NAMES", "Exhibit", "View", "build", "source_line", "source_lines"]
