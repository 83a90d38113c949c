"""The same statement in all its wordings: in the text that is quoted, and elsewhere as far as an extract is known."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import Claim, Rendering
from narratives.receipts.hearing import ALL_VOICES
from narratives.receipts.rewordings import in_words, statements, wordings
from narratives.tables.amounts import COLUMNS as AMOUNTS
from narratives.tables.amounts import row_of

COLUMNS = (
    "narrative",
    "statement",
    "id",
    "where",
    "voice",
    "language",
    "words",
    "translation",
    "audit",
    "changed",
    "first",
    "note",
)


def renderings(packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """One row a wording that is not the first, with what it changed in words."""
    rows = []
    for pack in packs:
        for statement in statements(pack):
            first, *others = wordings(pack, statement, voices)
            rows += [
                {
                    "narrative": pack.id,
                    "statement": statement,
                    "id": each.ref.id,
                    "where": each.where,
                    "voice": each.voice,
                    "language": each.language,
                    "words": each.words,
                    "translation": each.translation,
                    "audit": each.audit,
                    "changed": "; ".join(in_words(change) for change in each.changes),
                    "first": first.words,
                    "note": each.note,
                }
                for each in others
            ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def bounds(pack: Pack, statement: str, voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """The amount of a statement as each wording has it, as rows of ``amounts`` with a ``lead`` that says where it stands.

    Empty where no wording has an amount, or only one has.
    """
    first = pack.claims[statement]
    rows = []
    for each in wordings(pack, statement, voices):
        claim = pack.claims.get(each.ref.id)
        rendering = pack.renderings.get(each.ref.id)
        if claim is None and rendering and rendering.quantity:
            claim = _as_claim(first, rendering)
        if claim is None or claim.quantity is None:
            continue
        row = {str(name): value for name, value in row_of(pack, claim).iloc[0].items()}
        row |= {"lead": each.where, "reworded": False, "words": each.words}
        if rendering:
            row["phrase"] = f"{each.where}: {row['amount']}, in the words “{each.translation or each.words}”"
        rows.append(row)
    return pd.DataFrame(rows if len(rows) > 1 else [], columns=[*AMOUNTS, "lead"])


def _as_claim(first: Claim, rendering: Rendering) -> Claim:
    """The claim as the rendering words it, for the chart of its amount; what it does not say is not taken over."""
    return first.model_copy(
        update={
            "quantity": rendering.quantity,
            "entity": rendering.entity,
            "region": rendering.region or first.region,
            "period": rendering.period,
            "voice": rendering.voice,
            "measure": rendering.measure or first.measure,
            "status": rendering.status or first.status,
            "modality": rendering.modality,
            "condition": None,
            "note": rendering.note,
        }
    )
