"""Exhibits of layers, arguments and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from narratives.charts import argument, canvas, layer_stack
from narratives.exhibits import alternatives
from narratives.exhibits.framing import framing
from narratives.exhibits.view import Exhibit, Shown, View, claims_in, only
from narratives.models import Claim, Ref
from narratives.tables import claims, stack, stance
from narratives.vocabulary.counting import plural


def show_key_figures(view: View) -> Shown:
    table = claims.claims(view.packs, view.voices)
    row = {Ref(name, id): i for i, (name, id) in enumerate(zip(table["narrative"], table["id"], strict=True))}
    wanted = dict.fromkeys(Ref(pack.id, id) for pack in view.packs for id in pack.narrative.key_figures)
    cards = tuple(each for each in wanted if each in row)
    shown = table.iloc[[row[each] for each in cards]].reset_index(drop=True)
    shown.insert(0, "id", shown.pop("id"))
    named = [pack.claims[id] for pack in view.packs for id in pack.narrative.key_figures]
    left_out = claims.left_out(view.packs, view.voices, _among(named))
    return Shown(
        KEY_FIGURES,
        shown,
        (f"{plural(len(shown), 'key figure')}, each a sentence with its hedges",),
        caveats=(left_out,) if left_out else (),
        claims=cards,
        cards=cards,
    )


def _among(claims: Iterable[Claim]) -> Callable[[Claim], bool]:
    """Whether a claim is one of ``claims`` itself: that of another narrative may have the same id."""
    these = {id(claim) for claim in claims}
    return lambda claim: id(claim) in these


def show_layer_stack(view: View) -> Shown:
    table = stack.layers(view.packs)
    caveat = "All layers have the same height: nothing here is an amount. Numbers are the speaker’s own."
    parts = alternatives.kinds(f"{table['layer'].nunique()} layers in {len(view.packs)} narratives", table["state"])
    if len(view.packs) == 1:
        first, *others = (_layer_in_words(row) for row in canvas.records(table))
        parts = (f"Bottom first: {first}", *others)
    figure = layer_stack.figure(view.dimming(table, "layer"), framing(view, LAYER_STACK, [caveat]))
    return Shown(LAYER_STACK, table, parts, figure, (caveat,))


def _layer_in_words(row: dict[str, Any]) -> str:
    entry = " and the entry point" if row["entry_point"] else ""
    return f"{row['name']} {row['state']}{entry}"


def show_argument(view: View) -> Shown:
    table = stance.arguments(view.pack, view.voices, view.options.arguments)
    parts = alternatives.kinds(plural(len(table), "point"), table["role"])
    caveats = ["The order and the labels are ours; each point opens the words it stands on."]
    if left_out := len(stance.arguments(view.pack)) - len(stance.arguments(view.pack, view.voices)):
        caveats.append(f"Left out: {left_out} in voices that are not chosen.")
    figure = argument.figure(view.dimming(table, "id"), framing(view, ARGUMENT, caveats))
    return Shown(ARGUMENT, table, parts, figure, tuple(caveats))


def show_called(view: View) -> Shown:
    table = only(stance.called(view.packs, view.voices), "claim", view.options.claims)
    named = [pack.claims[each.claim] for pack in view.packs for each in pack.stance.called]
    left_out = claims.left_out(view.packs, view.voices, _among(named))
    return Shown(
        CALLED,
        table,
        alternatives.kinds(f"{len(table)} times somebody is called", table["called"]),
        caveats=(left_out,) if left_out else (),
        claims=claims_in(table),
        cards=claims_in(table),
    )


KEY_FIGURES = Exhibit("key-figures", "Key figures, with their hedges", show_key_figures, page="overview", large=True)
LAYER_STACK = Exhibit(
    "layer-stack", "The stack, bottom first", show_layer_stack, page="layers", opens="layer", words="layer"
)
ARGUMENT = Exhibit(
    "argument", "The argument", show_argument, page="open_source", of="one", opens="argument", words="argument"
)
CALLED = Exhibit("called-open-closed", "Who is called open or closed, and by whom", show_called, page="open_source")
