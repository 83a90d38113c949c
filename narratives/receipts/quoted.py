"""The exact words of a quote: whose they are, where they stand, how they reached us, and whether they were found there."""

from __future__ import annotations

from dataclasses import dataclass

from narratives.library.packs import Pack
from narratives.models import Ref, Source, Voice
from narratives.receipts.citable import Citable, citable_words
from narratives.receipts.origins import Identity, spoken
from narratives.receipts.reporting import address
from narratives.vocabulary.checks import AUDITED
from narratives.vocabulary.sourcings import SOURCINGS
from narratives.vocabulary.voices import VOICES


@dataclass(frozen=True)
class Quotation:
    """The exact words of a quote, with all that may be asked of them; a text is empty where there is nothing to say.

    ``prefix`` and ``suffix`` stand right before and after them, ``translation`` is ours. ``identity`` is that of the speaker
    where sources print another name, None where they do not, or nobody is named.
    """

    ref: Ref
    exact: str
    prefix: str
    suffix: str
    translation: str
    note: str
    voice: Voice
    whose: str
    sourcing: str
    source: Source
    audit: str
    identity: Identity | None
    report: str
    citation: Citable


def words(pack: Pack, id: str) -> Quotation:
    """The words of a quote, by its id."""
    quote = pack.quotes[id]
    by = spoken(pack, quote)
    return Quotation(
        ref=Ref(pack.id, id),
        exact=quote.exact,
        prefix=quote.prefix or "",
        suffix=quote.suffix or "",
        translation=quote.translation or "",
        note=quote.note or "",
        voice=quote.voice,
        whose=VOICES[quote.voice].whose.format(name=by.name),
        sourcing=SOURCINGS[pack.narrative.sourcing].told,
        source=pack.sources[quote.source],
        audit=AUDITED[audit_state(pack, id)],
        identity=by.identity if quote.voice != "interviewer" else None,
        report=address(pack, "quote", id, quote.exact),
        citation=citable_words(pack, quote, by),
    )


def audit_state(pack: Pack, quote_id: str) -> str:
    """``exact`` or ``normalised`` as audited; ``unverified`` where that was not done, or the quote was edited since.

    A source that has no text to check against is known from a short extract only: ``snippet``.
    """
    if pack.sources[pack.quotes[quote_id].source].text is None:
        return "snippet"
    audited = pack.audit.quotes.get(quote_id) if pack.audit else None
    if audited is None:
        return "edited" if quote_id in pack.edited else "unverified"
    return audited.result


def who(pack: Pack, quote_id: str) -> str:
    """Whose words a quote is, in words: “Joe Tsai (printed as …)”, “the interviewer”, “the journalist” …"""
    quote = pack.quotes[quote_id]
    return VOICES[quote.voice].whose.format(name=spoken(pack, quote).name)
