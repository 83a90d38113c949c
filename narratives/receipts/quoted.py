"""The exact words of a quote: whose they are, where they stand, how they reached us, and whether they were found there."""

from __future__ import annotations

from narratives import phrasing
from narratives.packs import Pack
from narratives.vocabulary.voices import VOICES

AUDITED = {
    "exact": "found word for word",
    "normalised": "found, white space and quotation marks aside",
    "not-found": "not found",
    "ambiguous": "found more than once",
    "edited": "edited since its audit, so unverified",
    "unverified": "unverified",
    "snippet": "known from a short extract only",
}


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
    name = phrasing.printed_name(phrasing.speaker_of(pack.narrative, quote))
    return VOICES[quote.voice].whose.format(name=name)
