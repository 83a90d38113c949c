"""What stands behind a mark that is no claim: the words on a layer, those of an argument, and the claims on a quote."""

from __future__ import annotations

from dataclasses import dataclass

from narratives.library.packs import Pack
from narratives.receipts.hearing import ALL_VOICES, heard
from narratives.receipts.quoted import Quotation, words
from narratives.receipts.receipt import Receipt, of
from narratives.vocabulary.participations import PARTS


@dataclass(frozen=True)
class Standing:
    """What stands around the words of a quote: the question they answer, the answers to them, and the claims on them."""

    question: Quotation | None
    answers: tuple[Quotation, ...]
    claims: tuple[Receipt, ...]


def standing(pack: Pack, quote_id: str) -> Standing:
    """All that stands on a quote, in file order."""
    question = pack.quotes[quote_id].answers
    answers = [quote.id for quote in pack.quotes.values() if quote.answers == quote_id]
    claims = [claim.id for claim in pack.claims.values() if quote_id in (claim.quote, claim.assents_to)]
    return Standing(
        question=words(pack, question) if question else None,
        answers=tuple(words(pack, id) for id in answers),
        claims=tuple(of(pack, id) for id in claims),
    )


def argued(pack: Pack, argument: str) -> str:
    """The quote that an argument stands on, by its id."""
    return next(each.quote for each in pack.stance.arguments if each.id == argument)


def words_on(pack: Pack, layer: str, voices: frozenset[str] = ALL_VOICES) -> tuple[list[str], list[str]]:
    """The quotes and the claims of a narrative that speak of a layer, by id, in file order, under a choice of voices."""
    role = next((role for role in pack.layers if role.layer == layer), None)
    named = {role.quote, *(product.quote for product in role.products)} if role else set()
    quotes = [q.id for q in pack.quotes.values() if (q.id in named or layer in q.layers) and q.voice in voices]
    return quotes, [claim.id for claim in pack.claims.values() if claim.quote in quotes and heard(claim, voices)]


def played(pack: Pack) -> list[str]:
    """The layers in which the narrative has a part, the one where they really began before the others."""
    roles = [role for role in pack.layers if PARTS[role.participation].plays]
    return [role.layer for role in sorted(roles, key=lambda role: not role.entry_point)]


def numbering(pack: Pack, layer: str) -> str:
    """The crosswalk of one layer: its place in the shared list beside the speaker's own number and name for it."""
    shared = list(pack.words.layers)
    here = f"Layer {shared.index(layer) + 1} of {len(shared)} in the list shared by all narratives, counted from the bottom"
    own = own_numbering(pack, layer)
    return f"{here}; {own[0].lower()}{own[1:]}"


def own_numbering(pack: Pack, layer: str) -> str:
    """The speaker's own number and name for a layer, as a sentence."""
    role = next((role for role in pack.layers if role.layer == layer), None)
    if role is None or (role.own_number is None and role.own_name is None):
        return "The speaker gives it no number and no name."
    number = f"number {role.own_number}" if role.own_number is not None else "no number"
    name = f"“{role.own_name}”" if role.own_name else "no name of its own"
    return f"The speaker’s own: {number}, {name}."
