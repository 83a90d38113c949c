"""How a number that we computed follows from those that were stated."""

from __future__ import annotations

from dataclasses import dataclass

from narratives.library.packs import Pack
from narratives.models import Claim, Derivation, Ref, dates
from narratives.semantics import deriving, phrasing


@dataclass(frozen=True)
class Input:
    """A claim that a number was computed from: its amount, what it says, and the words it stands on, "" for none."""

    ref: Ref
    amount: str
    says: str
    words: str


@dataclass(frozen=True)
class Computation:
    """A formula in amounts, its result with the bounds carried through, what went in, and the conversion or that there is none."""

    formula: str
    result: str
    inputs: tuple[Input, ...]
    conversion: str


def computation(pack: Pack, claim: Claim) -> Computation | None:
    """How the amount of a claim was computed; None where it was stated."""
    derivation = claim.derivation
    if derivation is None or claim.quantity is None:
        return None
    formula = deriving.substituted(derivation.formula, amounts_of(pack, derivation))
    conversion = "No currency was converted."
    if derivation.rate is not None:
        source, day = pack.sources[derivation.source or ""], dates.in_words(derivation.date or "")
        conversion = f"Converted at {derivation.rate} on {day} ({source.title}, {source.publisher})."
    inputs = tuple(_input(pack, pack.claims[id]) for id in derivation.inputs)
    return Computation(formula, phrasing.amount(claim.quantity), inputs, conversion)


def amounts_of(pack: Pack, derivation: Derivation) -> dict[str, str]:
    """The stated amounts of the claims that a number is computed from, by id; those without one are left out."""
    return {id: phrasing.amount(quantity) for id in derivation.inputs if (quantity := pack.claims[id].quantity)}


def _input(pack: Pack, given: Claim) -> Input:
    quote = pack.quote_of(given)
    return Input(
        ref=Ref(pack.id, given.id),
        amount=phrasing.amount(given.quantity) if given.quantity else "no amount",
        says=phrasing.proposition(given, quote),
        words=quote.exact if quote else "",
    )
