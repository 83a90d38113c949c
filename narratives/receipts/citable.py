"""What a citation says of a quote or claim beside its sentence and its words; which form says it how is for `citing`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from narratives.library.packs import Pack
from narratives.models import Claim, Quote, Ref, Source, Voice
from narratives.receipts.origins import Identity, Spoken
from narratives.semantics import phrasing
from narratives.vocabulary.absences import ABSENCES
from narratives.vocabulary.sourcings import SOURCINGS
from narratives.vocabulary.voices import VOICES


@dataclass(frozen=True)
class Citable:
    """The parts of a citation, as plain text; a part is empty, or None, where there is nothing to say.

    ``kind`` is ``quote`` or ``claim``; ``statement`` is a claim's sentence without its full stop. ``facts`` are whose words
    they are and how they reached us, what stands around them, the question, what stands in place of words, the note. They
    are quoted ``direct`` where the source's author wrote them and quotes nobody. ``label``, ``title``, ``edition`` and the
    day it was ``reviewed`` are those of the narrative.
    """

    ref: Ref
    kind: Literal["quote", "claim"]
    statement: str
    quote: Quote | None
    whose: str
    said: str
    facts: tuple[str, ...]
    identity: Identity | None
    direct: bool
    source: Source | None
    label: str
    title: str
    edition: str
    reviewed: str


def citable_words(pack: Pack, quote: Quote, by: Spoken) -> Citable:
    """What is cited of the exact words, and by whom they are."""
    facts = (_told(pack, VOICES[quote.voice].told), *_around(quote), quote.note or "")
    return _citable(
        pack, "quote", quote.id, quote=quote, voice=quote.voice, facts=facts, source=pack.source_of(quote), by=by
    )


def citable_claim(pack: Pack, claim: Claim, by: Spoken) -> Citable:
    """What is cited of a claim: its one sentence and the exact words behind it, or that there are none.

    The source is that of the words or, for a silence, of the question. A derivation has neither and is cited as ours.
    """
    quote = pack.quote_of(claim)
    question = pack.quotes.get(claim.assents_to or (claim.absence.asked if claim.absence else None) or "")
    voice = "assent to the interviewer’s words" if claim.assents_to else VOICES[claim.voice].told
    facts = [_told(pack, "a silence, noted by us" if claim.absence else voice)]
    if claim.absence:
        facts.append(f"no words of the source stand behind it: {ABSENCES[claim.absence.kind]}")
    elif claim.derivation:
        facts.append(f"no words of the source say it: computed as {claim.derivation.formula}, from the claims so named")
    elif quote is None:
        facts.append("no words of the source stand behind it")
    facts += [f"the interviewer’s words: “{question.exact}”"] if question else []
    facts += [*(_around(quote) if quote else ()), claim.note or ""]
    source = pack.source_of(quote or question)
    statement = phrasing.phrase(claim, pack.narrative, quote, source)
    return _citable(
        pack,
        "claim",
        claim.id,
        statement=statement,
        quote=quote,
        voice=claim.voice,
        facts=tuple(facts),
        source=source,
        by=by,
    )


def _told(pack: Pack, voice: str) -> str:
    return f"{voice}; the words reached us {SOURCINGS[pack.narrative.sourcing].told}"


def _around(quote: Quote) -> list[str]:
    """The stored words around the quote: the scope may stand in them."""
    before = f"right before: “{quote.prefix}”" if quote.prefix else ""
    after = f"right after: “{quote.suffix}”" if quote.suffix else ""
    return [before, after]


def _citable(
    pack: Pack,
    kind: Literal["quote", "claim"],
    id: str,
    *,
    statement: str = "",
    quote: Quote | None,
    voice: Voice,
    facts: tuple[str, ...],
    source: Source | None,
    by: Spoken,
) -> Citable:
    narrative = pack.narrative
    return Citable(
        ref=Ref(pack.id, id),
        kind=kind,
        statement=statement,
        quote=quote,
        whose=VOICES[voice].cited.format(name=by.name),
        said=phrasing.said_on(narrative, source),
        facts=tuple(fact for fact in facts if fact),
        identity=by.identity,
        direct=narrative.sourcing == "own-text" or (quote is not None and quote.voice in ("paraphrase", "journalist")),
        source=source,
        label=narrative.label,
        title=narrative.title,
        edition=pack.edition,
        reviewed=narrative.reviewed,
    )
