"""What a reader may reckon anew: a derived amount with another share in place of the stated one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import Claim
from narratives.receipts.hearing import ALL_VOICES, heard
from narratives.semantics import deriving, phrasing
from narratives.tables.amounts import COLUMNS, by_size, cells, ends_of
from narratives.vocabulary import units
from narratives.vocabulary.voices import YOURS


@dataclass(frozen=True)
class Share:
    """A stated percentage that a reader may move, to see how far an amount derived from it follows."""

    says: str
    stated: str
    names: dict[str, str]


def movable_share(pack: Pack, voices: frozenset[str] = ALL_VOICES) -> Share | None:
    """The percentage behind the first derived amount of money; None where none is derived, or derivations are not heard."""
    found = movable(pack)
    if found is None or not heard(found[0], voices) or found[1].quantity is None:
        return None
    stated = f"{found[1].quantity.value:f}"
    shares = sorted({*map(str, range(10, 101, 5)), stated}, key=float)
    return Share(found[1].says, stated, {share: f"{share}%" for share in shares})


def movable(pack: Pack) -> tuple[Claim, Claim] | None:
    """The first derived amount of money that has a percentage among its inputs, and that input; None where none has."""
    for claim in pack.claims.values():
        if claim.derivation and claim.quantity and claim.quantity.currency:
            for id in claim.derivation.inputs:
                quantity = pack.claims[id].quantity
                if quantity and quantity.unit == "percent" and quantity.value is not None:
                    return claim, pack.claims[id]
    return None


def with_share(table: pd.DataFrame, pack: Pack, claim: Claim, share: int) -> pd.DataFrame:
    """``by_size`` with the reader's own share of an input in place of the stated one, as one row more.

    ``claim`` is a derivation of which one input is a percentage; ``share`` is that percentage as the reader moved it.
    The stated row stays where it is; the new one has the voice ``yours`` and says what was changed.
    """
    derivation = claim.derivation
    if derivation is None or claim.quantity is None:
        raise ValueError(f"{claim.id} is not derived")
    inputs = {id: quantity for id in derivation.inputs if (quantity := pack.claims[id].quantity)}
    moved = {
        id: q.model_copy(update={"value": Decimal(share), "words": None}) if q.unit == "percent" else q
        for id, q in inputs.items()
    }
    sign, value = deriving.comparator_of(deriving.evaluate(derivation.formula, moved))
    if value is None:
        return table
    scaled = value / units.factor(claim.quantity.scale)
    quantity = claim.quantity.model_copy(update={"comparator": sign, "value": scaled.normalize() + 0})
    yours = cells(pack, claim) | ends_of(quantity)
    amount = phrasing.amount(quantity)
    yours |= {
        "amount": amount,
        "scope": f"your own reckoning, with {share}% of the input",
        "voice": YOURS,
        "derived_from": deriving.substituted(
            derivation.formula, {id: phrasing.amount(each) for id, each in moved.items()}
        ),
        "reworded": False,
        "instead": "",
        "phrase": f"Your own reckoning, not in the source: {amount}, if the share were {share}%",
    }
    return by_size(pd.concat([table, pd.DataFrame([yours], columns=list(COLUMNS))], ignore_index=True))
