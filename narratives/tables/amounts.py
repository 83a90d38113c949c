"""Amounts as stated: what a chart of money needs to keep every bound, doubt and silence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import Claim, Quantity, dates
from narratives.receipts.computed import amounts_of
from narratives.receipts.hearing import ALL_VOICES, heard
from narratives.receipts.sentences import phrase_of, status_of
from narratives.semantics import deriving, phrasing
from narratives.vocabulary import absences, bounds, firmness, regions

COLUMNS = (
    "narrative",
    "label",
    "claim",
    "measure",
    "measure_label",
    "region",
    "region_label",
    "scope",
    "amount",
    "form",
    "low",
    "high",
    "currency",
    "status",
    "modality",
    "condition",
    "voice",
    "by",
    "said_on",
    "reworded",
    "instead",
    "period",
    "period_start",
    "period_end",
    "recurs",
    "derived_from",
    "quote",
    "words",
    "phrase",
)
USUAL = "capital-expenditure"


def amounts(packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """One row a claim about money, silences included, in the order measure, region, size.

    ``low`` and ``high`` are in whole units of ``currency`` (float; missing where the statement has no such end);
    ``form`` is ``lower bound``, ``upper bound``, ``about``, ``stated``, ``range``, ``words`` or ``absent``; ``amount`` is
    the amount in words with its comparator, or the kind of absence.
    """
    rows = []
    for pack in packs:
        for claim in pack.claims.values():
            measure = pack.words.measures.get(claim.measure or "")
            if measure and measure.counted_in == "money" and (claim.quantity or claim.absence) and heard(claim, voices):
                rows.append(cells(pack, claim))
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    stated = set(table.loc[table["form"] != "absent", "measure"])
    if stated:  # a silence stands beside amounts of its measure; the others are on the chart of silences
        table = table[table["measure"].isin(stated)]
    if table.empty:
        return table
    measures = list(dict.fromkeys(id for pack in packs for id in pack.words.measures))
    order = table.assign(
        _measure=table["measure"].map({id: i for i, id in enumerate(measures)}),
        _region=table["region"].map({id: i for i, id in enumerate(regions.NAMES)}),
        _size=table["low"].fillna(table["high"]),
    ).sort_values(["_measure", "_region", "_size"], na_position="last", kind="stable")
    return order[list(COLUMNS)].reset_index(drop=True)


def row_of(pack: Pack, claim: Claim) -> pd.DataFrame:
    """One claim as a row of ``amounts``, whatever it counts, or counts not."""
    return pd.DataFrame([cells(pack, claim)], columns=list(COLUMNS))


def by_size(table: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``amounts`` that have a number, smallest first, the most used currency before the others.

    Other wordings of the same statement are left out: a ladder shows each amount once.
    """
    if table.empty or not (table["low"].notna() | table["high"].notna()).any():
        return table.iloc[:0]
    numbered = table[(table["low"].notna() | table["high"].notna()) & ~table["reworded"].astype(bool)]
    size = numbered["low"].fillna(numbered["high"])
    used = numbered["currency"].map(numbered["currency"].value_counts())
    ordered = numbered.assign(_size=size, _used=-used).sort_values(["_used", "currency", "_size"], kind="stable")
    return ordered[list(COLUMNS)].reset_index(drop=True)


def usual(measures: Iterable[str]) -> str:
    """The measure that is shown where none is chosen: capital expenditure where it is one of them, else the first."""
    known = list(measures)
    return USUAL if USUAL in known else known[0]


def counted(packs: Iterable[Pack], *, money: bool = False) -> dict[str, str]:
    """The measures that the claims of narratives speak of, or only those of money, each id with its label, in the shared order."""
    packs = list(packs)
    spoken = {claim.measure for pack in packs for claim in pack.claims.values()}
    shared = packs[0].words.measures if packs else {}
    return {
        id: measure.label
        for id, measure in shared.items()
        if id in spoken and (not money or measure.counted_in == "money")
    }


def cells(pack: Pack, claim: Claim) -> dict[str, Any]:
    """The cells of one claim, by the columns of ``amounts``."""
    quantity, period = claim.quantity, claim.period
    measure = pack.words.measures.get(claim.measure or "")
    resolved = period.resolved if period else None
    start, end = (dates.first_day(resolved), dates.last_day(resolved)) if resolved else (None, None)
    absent = absences.ABSENCES[claim.absence.kind] if claim.absence else ""
    return {
        "narrative": pack.id,
        "label": pack.narrative.label,
        "claim": claim.id,
        "measure": claim.measure,
        "measure_label": measure.label if measure else "",
        "region": claim.region,
        "region_label": regions.NAMES.get(claim.region or "", ""),
        "scope": scope_beyond_region(claim),
        "amount": phrasing.amount(quantity) if quantity else absent,
        "status": firmness.DERIVED if claim.derivation else firmness.told(status_of(claim)),
        "modality": claim.modality,
        "condition": claim.condition or "",
        "voice": claim.voice,
        "by": _other_speaker(pack, claim),
        "said_on": phrasing.said_on(pack.narrative, pack.source_of(pack.quote_of(claim))),
        "reworded": claim.rendering_of is not None,
        "instead": _instead(pack, claim),
        "period": period_in_words(claim),
        "period_start": start,
        "period_end": end,
        "recurs": (period.recurs or "") if period else "",
        "derived_from": _formula(pack, claim),
        "quote": claim.quote,
        "words": pack.quotes[claim.quote].exact if claim.quote else "",
        "phrase": phrase_of(pack, claim),
    } | ends_of(quantity)


def _other_speaker(pack: Pack, claim: Claim) -> str:
    """Who said it, where that is not the speaker whose name heads the narrative."""
    speaker = phrasing.speaker_of(pack.narrative, pack.quote_of(claim))
    return "" if speaker.id == pack.narrative.speakers[0].id else speaker.name


def _instead(pack: Pack, claim: Claim) -> str:
    """What was said in place of a missing figure, in the exact words, each once."""
    if claim.absence is None:
        return ""
    quotes = dict.fromkeys(pack.claims[id].quote for id in claim.absence.instead)
    return "\n".join(f"“{pack.quotes[id].exact}”" for id in quotes if id)


def _formula(pack: Pack, claim: Claim) -> str:
    """The formula of a derived amount with the stated amounts in place of their claims’ names."""
    if claim.derivation is None:
        return ""
    return deriving.substituted(claim.derivation.formula, amounts_of(pack, claim.derivation))


def scope_beyond_region(claim: Claim) -> str:
    """The scope in words; empty where it only says the region again."""
    words = phrasing.scope(claim.entity) if claim.entity else ""
    return (
        "" if words.casefold().removeprefix("the ") == regions.NAMES.get(claim.region or "", "").casefold() else words
    )


def ends_of(quantity: Quantity | None) -> dict[str, Any]:
    """Form, ends in whole units, and unit of an amount, as the columns of ``amounts`` have them."""
    if quantity is None:
        return {"form": "absent", "low": None, "high": None, "currency": None}
    if quantity.value is None and quantity.low is None:
        return {"form": "words", "low": None, "high": None, "currency": quantity.currency}
    ends = deriving.bounds(quantity)
    hundred = 100 if quantity.unit == "percent" else 1  # a percentage is shown as stated, not as a share of one
    form = "range" if quantity.low is not None else bounds.COMPARATORS[quantity.comparator].form
    return {
        "form": form,
        "low": None if ends.low is None else float(ends.low * hundred),
        "high": None if ends.high is None else float(ends.high * hundred),
        "currency": quantity.currency or quantity.unit,
    }


def period_in_words(claim: Claim) -> str:
    """“2027 (“next year”)”, “annually”, or empty where the claim names no period."""
    period = claim.period
    if period is None:
        return ""
    resolved = dates.in_words(period.resolved) if period.resolved else ""
    if resolved and resolved != period.stated:
        return f"{resolved} (“{period.stated}”)"
    return f"“{period.stated}”"
