"""All claims with stable columns: the contract of `export` and of the download on the investment page."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import Claim, Voice
from narratives.receipts.hearing import ALL_VOICES, heard
from narratives.receipts.sentences import nature_of, phrase_of, status_of
from narratives.semantics import phrasing
from narratives.vocabulary.counting import plural
from narratives.vocabulary.voices import VOICES

COLUMNS = (
    "narrative",
    "id",
    "says",
    "type",
    "voice",
    "speaker",
    "measure",
    "nature",
    "status",
    "entity",
    "count_low",
    "count_high",
    "region",
    "about",
    "comparator",
    "value",
    "low",
    "high",
    "words",
    "scale",
    "unit",
    "currency",
    "period_stated",
    "period_anchor",
    "period",
    "modality",
    "absence",
    "derived_from",
    "quote",
    "source",
    "sourcing",
    "phrase",
)


def claims(packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """One row a claim, in file order, columns ``COLUMNS``; amounts as stated, before their scale."""
    rows = [_row(pack, claim) for pack in packs for claim in pack.claims.values() if heard(claim, voices)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def left_out(packs: Iterable[Pack], voices: frozenset[str], among: Callable[[Claim], object] = bool) -> str:
    """What a choice of voices leaves out of the claims for which ``among`` is true, as a sentence; "" for nothing."""
    counts: dict[Voice, int] = {}
    for pack in packs:
        for claim in pack.claims.values():
            if among(claim) and not heard(claim, voices):
                counts[claim.voice] = counts.get(claim.voice, 0) + 1
    if not counts:
        return ""
    total = sum(counts.values())
    by_voice = ", ".join(f"{n} {VOICES[voice].counted}" for voice, n in counts.items())
    return f"Left out: {plural(total, 'claim')} ({by_voice})."


def _row(pack: Pack, claim: Claim) -> dict[str, Any]:
    quote = pack.quote_of(claim)
    entity, quantity, period = claim.entity, claim.quantity, claim.period
    return {
        "narrative": pack.id,
        "id": claim.id,
        "says": claim.says,
        "type": claim.type,
        "voice": claim.voice,
        "speaker": phrasing.printed_name(phrasing.speaker_of(pack.narrative, quote)),
        "measure": claim.measure,
        "nature": nature_of(pack, claim),
        "status": status_of(claim),
        "entity": entity.name if entity else None,
        "count_low": entity.count.low if entity and entity.count else None,
        "count_high": entity.count.high if entity and entity.count else None,
        "region": claim.region,
        "about": claim.about,
        "comparator": quantity.comparator if quantity else None,
        "value": quantity.value if quantity else None,
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "words": quantity.words if quantity else None,
        "scale": quantity.scale if quantity else None,
        "unit": (quantity.unit or quantity.currency) if quantity else None,
        "currency": quantity.currency if quantity else None,
        "period_stated": period.stated if period else None,
        "period_anchor": period.anchor if period else None,
        "period": period.resolved if period else None,
        "modality": claim.modality,
        "absence": claim.absence.kind if claim.absence else None,
        "derived_from": claim.derivation.formula if claim.derivation else None,
        "quote": claim.quote,
        "source": quote.source if quote else None,
        "sourcing": pack.narrative.sourcing,
        "phrase": phrase_of(pack, claim),
    }


def as_csv(table: pd.DataFrame) -> str:
    """A table as CSV, numbers as stated, missing values empty; a text that a spreadsheet would run is quoted apart."""
    rows = [[_safe(value) for value in row] for row in table.itertuples(index=False)]
    return pd.DataFrame(rows, columns=table.columns, dtype=object).to_csv(index=False, lineterminator="\n")


def as_records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """A table as plain records for JSON: missing values None, decimals as whole or floating numbers."""
    return [{str(key): _plain(value) for key, value in row.items()} for row in table.to_dict("records")]


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float):
        return None if math.isnan(value) else int(value) if value.is_integer() else value
    return value


def _safe(value: Any) -> Any:
    """Spreadsheets run a cell that begins with = + - @; an apostrophe keeps it text (OWASP, CSV injection).

    The comparator “=” and a negative number stay as they are: neither can be run.
    """
    if isinstance(value, tuple):
        return _safe("; ".join(map(str, value)))
    if isinstance(value, str) and len(value) > 1 and value[0] in "=+-@" and value not in (">=", "<="):
        return "'" + value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
