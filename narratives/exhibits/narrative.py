"""Exhibits of layers, arguments and words."""

from __future__ import annotations

from typing import Any

from narratives.charts import argument, canvas, layer_stack
from narratives.exhibits.view import NAMES, Exhibit, View, framing
from narratives.tables import claims as claims_table
from narratives.tables import layers as layers_table
from narratives.tables import stance as stance_table


def show_key_figures(view: View) -> Exhibit:
    table = claims_table.claims(view.packs, view.voices)
    wanted = [id for pack in view.packs for id in pack.narrative.key_figures]
    shown = (
        table[table["id"].isin(wanted)]
        .set_index("id")
        .reindex([id for id in wanted if id in set(table["id"])])
        .reset_index()
    )
    left_out = claims_table.left_out(view.packs, view.voices, lambda claim: claim.id in wanted)
    return Exhibit(
        "key-figures",
        NAMES["key-figures"],
        shown,
        " ".join(f"{phrase}." for phrase in shown["phrase"]),
        caveats=(left_out,) if left_out else (),
        claims=tuple(shown["id"]),
    )


def show_layer_stack(view: View) -> Exhibit:
    table = layers_table.layers(view.packs)
    caveat = "All layers have the same height: nothing here is an amount. Numbers are the speaker’s own."
    alt = " ".join(_layer_in_words(row) for row in canvas.records(table))
    figure = layer_stack.figure(view.dimming(table, "layer"), framing(view, "layer-stack", [caveat]))
    return Exhibit("layer-stack", NAMES["layer-stack"], table, f"Bottom layer first. {alt}", figure, (caveat,))


def _layer_in_words(row: dict[str, Any]) -> str:
    entry = " and the entry point" if row["entry_point"] else ""
    reason = f", “{row['reason']}”" if row["reason"] else ""
    return f"{row['label']}, {row['name']}: {row['state']}{entry}{reason}."


def show_argument(view: View) -> Exhibit:
    table = stance_table.arguments(view.pack, view.voices, view.options.get("arguments", ()))
    alt = " ".join(f"{row['role'].capitalize()}: {row['label']}, “{row['exact']}”." for row in canvas.records(table))
    caveats = ["The order and the labels are ours; each point opens the words it stands on."]
    if left_out := len(stance_table.arguments(view.pack)) - len(stance_table.arguments(view.pack, view.voices)):
        caveats.append(f"Left out: {left_out} in voices that are not chosen.")
    figure = argument.figure(view.dimming(table, "id"), framing(view, "argument", caveats))
    return Exhibit("argument", NAMES["argument"], table, alt, figure, tuple(caveats))


def show_called(view: View) -> Exhibit:
    table = view.only(stance_table.called(view.packs, view.voices), "claim", "claims")
    alt = " ".join(f"{phrase}." for phrase in table["phrase"])
    named = {each.claim for pack in view.packs for each in pack.stance.called}
    left_out = claims_table.left_out(view.packs, view.voices, lambda claim: claim.id in named)
    caveats = (left_out,) if left_out else ()
    return Exhibit(
        "called-open-closed", NAMES["called-open-closed"], table, alt, caveats=caveats, claims=tuple(table["claim"])
    )
