"""The same statement in all its wordings: in the text that is quoted, and elsewhere as far as an extract is known."""

from __future__ import annotations

from dataclasses import dataclass

from narratives.library.packs import Pack
from narratives.models import Change, Claim, Ref, Rendering, Source, Voice
from narratives.receipts.hearing import ALL_VOICES
from narratives.receipts.quoted import audit_state
from narratives.receipts.sentences import phrase_of
from narratives.text.aligning import Part, alike, differences, parts
from narratives.vocabulary.checks import AUDITED

MISSING = "the passage is missing"


@dataclass(frozen=True)
class Marks:
    """What differs between a wording and the one it words again, marked in the words, in our translation, and before.

    ``before`` are the words of the other one and ``language`` theirs, empty where it stands on none. Words are marked where
    both are in one language; where they are ``apart``, with few words in common, only the changes that the editors name.
    """

    words: tuple[Part, ...]
    translation: tuple[Part, ...]
    before: tuple[Part, ...]
    language: str
    apart: bool


@dataclass(frozen=True)
class Wording:
    """One wording: ``words`` are the exact ones ("" where the passage is missing), ``translation`` is ours.

    ``of`` is the claim it words again, which may itself be another wording of the first. ``told`` are its changes in words,
    without that the passage is missing, which the words themselves say by being none.
    """

    ref: Ref
    of: Ref
    where: str
    voice: Voice
    language: str
    words: str
    translation: str
    audit: str
    changes: tuple[Change, ...]
    told: tuple[str, ...]
    note: str
    marks: Marks


def statements(pack: Pack) -> dict[str, str]:
    """Every claim that is worded again somewhere, each id with its sentence, in the order of the narrative."""
    again = {first_of(pack, claim.id) for claim in pack.claims.values() if claim.rendering_of}
    again |= {first_of(pack, rendering.of) for rendering in pack.renderings.values()}
    return {id: phrase_of(pack, claim) for id, claim in pack.claims.items() if id in again}


def first_of(pack: Pack, id: str) -> str:
    """The claim that a wording words again, at the end of the chain; the claim itself where it is the first."""
    claim = pack.claims[id]
    return first_of(pack, claim.rendering_of) if claim.rendering_of else id


def wordings(pack: Pack, statement: str, voices: frozenset[str] = ALL_VOICES) -> list[Wording]:
    """The first wording of a claim, then all others that are heard: those in the quoted text, then those elsewhere.

    A passage that is missing has no voice, so it is always shown.
    """
    found = [of_claim(pack, pack.claims[statement])]
    for claim in pack.claims.values():
        if claim.rendering_of and first_of(pack, claim.id) == statement and claim.voice in voices:
            found.append(of_claim(pack, claim))
    for rendering in pack.renderings.values():
        if first_of(pack, rendering.of) == statement and (rendering.voice in voices or not rendering.exact):
            found.append(of_rendering(pack, rendering))
    return found


def in_words(change: Change) -> str:
    """A change as a reader says it: “comparator turned: “at least” became “up to””."""
    kind = change.kind.replace("-", " ")
    if change.was and change.now:
        return f"{kind}: “{change.was}” became “{change.now}”"
    if change.was:
        return f"{kind}: “{change.was}” is gone"
    return f"{kind}: “{change.now}” is new" if change.now else kind


def of_claim(pack: Pack, claim: Claim) -> Wording:
    """The wording of a claim itself, beside the one it words again."""
    quote = pack.quote_of(claim)
    source = pack.source_of(quote)
    first = _source_of(pack, claim.rendering_of)
    where = "As first said" if claim.rendering_of is None else "Elsewhere in the same text"
    if first and source and first.id != source.id:
        where = source.publisher
    of, aligned = claim.rendering_of or claim.id, source is not None and _language(source) == _language(first)
    words, translation = (quote.exact, quote.translation or "") if quote else ("", "")
    return Wording(
        ref=Ref(pack.id, claim.id),
        of=Ref(pack.id, of),
        where=where,
        voice=claim.voice,
        language=source.language if source else "",
        words=words,
        translation=translation,
        audit=AUDITED[audit_state(pack, quote.id)] if quote else "",
        changes=claim.drift,
        told=_told(claim.drift),
        note=claim.note or "",
        marks=_marks(pack, of, words, translation, claim.drift, aligned=aligned),
    )


def of_rendering(pack: Pack, rendering: Rendering) -> Wording:
    """A wording that is known from elsewhere, beside the claim it words again."""
    source = pack.sources[rendering.source]
    same = _language(source) == _language(_source_of(pack, rendering.of))
    words, translation, aligned = (
        rendering.exact or "",
        rendering.translation or "",
        same and rendering.exact is not None,
    )
    return Wording(
        ref=Ref(pack.id, rendering.id),
        of=Ref(pack.id, rendering.of),
        where=f"{source.publisher}, {rendering.where}" if rendering.where else source.publisher,
        voice=rendering.voice,
        language=source.language,
        words=words,
        translation=translation,
        audit=AUDITED["snippet"] if words else MISSING,
        changes=rendering.drift,
        told=_told(rendering.drift),
        note=rendering.note or "",
        marks=_marks(pack, rendering.of, words, translation, rendering.drift, aligned=aligned),
    )


def _told(changes: tuple[Change, ...]) -> tuple[str, ...]:
    return tuple(in_words(change) for change in changes if change.kind != "passage-missing")


def _marks(pack: Pack, of: str, words: str, translation: str, changes: tuple[Change, ...], *, aligned: bool) -> Marks:
    quote, named = pack.quote_of(pack.claims[of]), [change.now for change in changes]
    before = quote.exact if quote else ""
    beside = aligned and bool(before)
    apart = beside and not alike(before, words)
    gone, new = differences(before, words) if beside and not apart else ([], [])
    return Marks(
        words=tuple(parts(words, new, named) if beside else [Part(words)]),
        translation=tuple(parts(translation, [], named)),
        before=tuple(parts(before, gone, [change.was for change in changes])),
        language=pack.sources[quote.source].language if quote else "",
        apart=apart,
    )


def _source_of(pack: Pack, claim: str | None) -> Source | None:
    return pack.source_of(pack.quote_of(pack.claims[claim])) if claim else None


def _language(source: Source | None) -> str:
    return source.language.split("-")[0].casefold() if source else ""
