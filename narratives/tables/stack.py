"""Layers of the stack: who plays where, and where not."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from narratives.library.packs import Pack
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
