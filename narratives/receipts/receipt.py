"""The receipt of a claim: its sentence, the words it stands on, and all that a reader may ask of it."""

from __future__ import annotations

from dataclasses import dataclass

from narratives.library.packs import Pack
from narratives.models import Claim, Ref
from narratives.receipts.bearings import Beside, beside
from narratives.receipts.citable import Citable, citable_claim
from narratives.receipts.computed import Computation, computation
from narratives.receipts.origins import Identity, spoken
from narratives.receipts.quoted import Quotation, words
from narratives.receipts.reporting import address
from narratives.receipts.rewordings import Wording, first_of, wordings
from narratives.receipts.sentences import phrase_of
from narratives.semantics import phrasing
from narratives.vocabulary.absences import ABSENCES
from narratives.vocabulary.bounds import COMPARATORS
from narratives.vocabulary.firmness import before
from narratives.vocabulary.interests import INTERESTS
from narratives.vocabulary.voices import VOICES


@dataclass(frozen=True)
class Instead:
    """What was said in place of an answer: the sentence of a claim, and its words where it has some."""

    sentence: str
    words: Quotation | None


@dataclass(frozen=True)
class Receipt:
    """All that may be asked of a claim; a text is empty, and a part None, where there is nothing to say.

    ``sentence`` has no full stop. ``hedge`` and ``number`` are its amount, or the kind of its silence. ``known`` is what a
    reader must know to judge it: whose voice it is where it is not the speaker's, whose interest, reasons, a note. The
    speaker ``assented`` to some words of the interviewer, ``asked`` is the question that a silence leaves open. ``wordings``
    are its others. ``identity`` is that of the speaker, where the sentence gives the speaker's words and sources print
    another name.
    """

    ref: Ref
    sentence: str
    hedge: str
    number: str
    known: tuple[str, ...]
    words: Quotation | None
    assented: Quotation | None
    asked: Quotation | None
    instead: tuple[Instead, ...]
    wordings: tuple[Wording, ...]
    computation: Computation | None
    record: Beside | None
    identity: Identity | None
    report: str
    citation: Citable

    @property
    def said(self) -> Ref | None:
        """The words where they were said: its own, or the question that was not answered."""
        at = self.words or self.asked
        return at.ref if at else None


def of(pack: Pack, id: str) -> Receipt:
    """The receipt of a claim, by its id."""
    claim = pack.claims[id]
    absence, statement = claim.absence, first_of(pack, id)
    hedge, number = _amount(claim)
    by = spoken(pack, pack.quote_of(claim))
    return Receipt(
        ref=Ref(pack.id, id),
        sentence=phrase_of(pack, claim),
        hedge=hedge,
        number=number,
        known=_known(claim),
        words=words(pack, claim.quote) if claim.quote else None,
        assented=words(pack, claim.assents_to) if claim.assents_to else None,
        asked=words(pack, absence.asked) if absence and absence.asked else None,
        instead=tuple(_instead(pack, pack.claims[each]) for each in absence.instead) if absence else (),
        wordings=tuple(each for each in wordings(pack, statement) if each.ref.id != id),
        computation=computation(pack, claim),
        record=beside(pack, id, statement),
        identity=by.identity if claim.absence or claim.voice in ("speaker", "paraphrase") else None,
        report=address(pack, "claim", id, phrasing.proposition(claim)),
        citation=citable_claim(pack, claim, by),
    )


def _amount(claim: Claim) -> tuple[str, str]:
    """The hedge before an amount, and the amount without it."""
    hedge, number = "", ""
    if claim.quantity:
        hedge = COMPARATORS[claim.quantity.comparator].before
        number = phrasing.number(claim.quantity)
    elif claim.absence:
        number = ABSENCES[claim.absence.kind].capitalize()
    return f"{before('possible')}{hedge}" if claim.modality == "possible" else hedge, number


def _known(claim: Claim) -> tuple[str, ...]:
    reasons = (claim.reasons.comparator, claim.reasons.modality) if claim.reasons else ()
    told = (
        "" if claim.voice == "speaker" or claim.absence else f"Voice: {VOICES[claim.voice].told}.",
        f"Whose interest: {INTERESTS[claim.about]}." if claim.about else "",
        " ".join(reason for reason in reasons if reason),
        claim.note or "",
    )
    return tuple(text for text in told if text)


def _instead(pack: Pack, claim: Claim) -> Instead:
    return Instead(phrase_of(pack, claim), words(pack, claim.quote) if claim.quote else None)
