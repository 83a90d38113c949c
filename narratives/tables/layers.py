"""Layers of the stack: who plays where, and where not."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from narratives.packs import Pack
from narratives.receipts.hearing import ALL_VOICES, heard
from narratives.vocabulary.participations import PARTS

COLUMNS = (
    "narrative",
    "label",
    "layer",
    "name",
    "order",
    "participation",
    "state",
    "own_number",
    "own_name",
    "entry_point",
    "reason",
    "products",
    "quote",
    "exact",
)


def layers(packs: Iterable[Pack]) -> pd.DataFrame:
    """One row a narrative and shared layer, bottom first; a layer the narrative does not speak of is “not stated”.

    ``own_number`` and ``own_name`` cross-walk the speaker's numbering to the shared layers.
    """
    rows = []
    for pack in packs:
        roles = {role.layer: role for role in pack.layers}
        for order, (id, word) in enumerate(pack.words.layers.items()):
            role = roles.get(id)
            quote = pack.quotes.get(role.quote or "") if role else None
            rows.append(
                {
                    "narrative": pack.id,
                    "label": pack.narrative.label,
                    "layer": id,
                    "name": word.label,
                    "order": order,
                    "participation": role.participation if role else "not-stated",
                    "state": PARTS[role.participation if role else "not-stated"].told,
                    "own_number": role.own_number if role else None,
                    "own_name": (role.own_name or "") if role else "",
                    "entry_point": bool(role and role.entry_point),
                    "reason": (role.reason or "") if role else "",
                    "products": ", ".join(product.name for product in role.products) if role else "",
                    "quote": quote.id if quote else None,
                    "exact": quote.exact if quote else "",
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def words_on(pack: Pack, layer: str, voices: frozenset[str] = ALL_VOICES) -> tuple[list[str], list[str]]:
    """The quotes and the claims of a narrative that speak of a layer, by id, in file order, under a choice of voices."""
    role = next((role for role in pack.layers if role.layer == layer), None)
    named = {role.quote, *(product.quote for product in role.products)} if role else set()
    quotes = [q.id for q in pack.quotes.values() if (q.id in named or layer in q.layers) and q.voice in voices]
    return quotes, [claim.id for claim in pack.claims.values() if claim.quote in quotes and heard(claim, voices)]


def numbering(pack: Pack, layer: str) -> str:
    """The crosswalk of one layer: its place in the shared list beside the speaker's own number and name for it."""
    shared = list(pack.words.layers)
    role = next((role for role in pack.layers if role.layer == layer), None)
    here = f"Layer {shared.index(layer) + 1} of {len(shared)} in the list shared by all narratives, counted from the bottom"
    if role is None or (role.own_number is None and role.own_name is None):
        return f"{here}; the speaker gives it no number and no name."
    number = f"number {role.own_number}" if role.own_number is not None else "no number"
    name = f"“{role.own_name}”" if role.own_name else "no name of its own"
    return f"{here}; the speaker’s own: {number}, {name}."
