"""The same statement in all its wordings: in the text that is quoted, and elsewhere as far as an extract is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from narratives.models import Change, Claim, Rendering, Source
from narratives.packs import Pack
from narratives.tables.amounts import COLUMNS as AMOUNTS
from narratives.tables.amounts import row_of
from narratives.tables.claims import ALL_VOICES, phrase_of
from narratives.tables.words import AUDITED, audit_state

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
MISSING = "the passage is missing"


@dataclass(frozen=True)
class Wording:
    """One wording: ``words`` are the exact ones ("" where the passage is missing), ``translation`` is ours.

    ``of`` is the claim it words again, which may itself be another wording of the first; ``aligned`` is whether it can be
    set word by word beside that claim's words: both are in one language.
    """

    id: str
    of: str
    where: str
    voice: str
    language: str
    words: str
    translation: str
    audit: str
    changes: tuple[Change, ...]
    note: str
    aligned: bool


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
    first = pack.claims[statement]
    found = [_of_claim(pack, first)]
    for claim in pack.claims.values():
        if claim.rendering_of and first_of(pack, claim.id) == statement and claim.voice in voices:
            found.append(_of_claim(pack, claim))
    for rendering in pack.renderings.values():
        if first_of(pack, rendering.of) == statement and (rendering.voice in voices or not rendering.exact):
            found.append(_of_rendering(pack, rendering))
    return found


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
                    "id": each.id,
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
        claim = pack.claims.get(each.id)
        rendering = pack.renderings.get(each.id)
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


def in_words(change: Change) -> str:
    """A change as a reader says it: “comparator turned: “at least” became “up to””."""
    kind = change.kind.replace("-", " ")
    if change.was and change.now:
        return f"{kind}: “{change.was}” became “{change.now}”"
    if change.was:
        return f"{kind}: “{change.was}” is gone"
    return f"{kind}: “{change.now}” is new" if change.now else kind


def _of_claim(pack: Pack, claim: Claim) -> Wording:
    quote = pack.quote_of(claim)
    source = pack.source_of(quote)
    first = _source_of(pack, claim.rendering_of)
    in_text = "As first said" if claim.rendering_of is None else "Elsewhere in the same text"
    if first and source and first.id != source.id:
        in_text = source.publisher
    return Wording(
        claim.id,
        claim.rendering_of or claim.id,
        in_text,
        claim.voice,
        source.language if source else "",
        quote.exact if quote else "",
        (quote.translation or "") if quote else "",
        AUDITED[audit_state(pack, quote.id)] if quote else "",
        claim.drift,
        claim.note or "",
        source is not None and _language(source) == _language(first),
    )


def _of_rendering(pack: Pack, rendering: Rendering) -> Wording:
    source = pack.sources[rendering.source]
    where = f"{source.publisher}, {rendering.where}" if rendering.where else source.publisher
    same = _language(source) == _language(_source_of(pack, rendering.of))
    return Wording(
        rendering.id,
        rendering.of,
        where,
        rendering.voice,
        source.language,
        rendering.exact or "",
        rendering.translation or "",
        AUDITED["snippet"] if rendering.exact else MISSING,
        rendering.drift,
        rendering.note or "",
        same and rendering.exact is not None,
    )


def _source_of(pack: Pack, claim: str | None) -> Source | None:
    return pack.source_of(pack.quote_of(pack.claims[claim])) if claim else None


def _language(source: Source | None) -> str:
    return source.language.split("-")[0].casefold() if source else ""


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
