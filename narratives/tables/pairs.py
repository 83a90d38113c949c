"""Two claims set side by side: which ones there are to choose from, and whether the two are like for like."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import Claim, Ref
from narratives.receipts.hearing import ALL_VOICES, heard
from narratives.receipts.sentences import nature_of, phrase_of, status_of
from narratives.semantics import comparing, phrasing
from narratives.tables.amounts import period_in_words, row_of, scope_beyond_region
from narratives.vocabulary import absences, firmness, regions


def comparable(packs: Sequence[Pack], voices: frozenset[str] = ALL_VOICES) -> dict[str, str]:
    """Every claim that counts something, by the name a comparison has for it: those of the first narrative by their id."""
    home, *others = packs
    labels = _labels(home, voices)
    for pack in others:
        found = _labels(pack, voices)
        labels |= {str(Ref(pack.id, id)): f"{pack.narrative.label}: {label}" for id, label in found.items()}
    return labels


def default_pair(table: pd.DataFrame, labels: dict[str, str], home: str) -> tuple[str, str]:
    """The two claims a reader most wants to compare: the first amount of ``amounts``, and the first of the home region."""
    rows = table[(table["form"] != "absent") & table["claim"].isin(list(labels))]
    ids = [*rows["claim"], *labels]
    others = [id for id in rows.loc[rows["region"] == home, "claim"] if id != ids[0]]
    return ids[0], next((id for id in (*others, *ids) if id != ids[0]), ids[0])


def comparison(first: tuple[Pack, Claim], second: tuple[Pack, Claim]) -> tuple[pd.DataFrame, comparing.Comparison]:
    """Two claims facet by facet, as a table and as the judgement of ``comparing``."""
    (pack_a, a), (pack_b, b) = first, second
    natures, statuses = (nature_of(pack_a, a), nature_of(pack_b, b)), (status_of(a), status_of(b))
    result = comparing.compare(a, b, natures, statuses)
    one, other = (a.id, b.id) if a.id != b.id else (str(Ref(pack_a.id, a.id)), str(Ref(pack_b.id, b.id)))
    rows = [
        {
            "facet": "statement",
            one: phrase_of(pack_a, a),
            other: phrase_of(pack_b, b),
            "agrees or differs": "",
            "must agree for one axis": "",
        }
    ]
    rows += [
        {
            "facet": f.name,
            one: _worded(pack_a, f.first),
            other: _worded(pack_b, f.second),
            "agrees or differs": "agrees" if f.agrees else "differs",
            "must agree for one axis": "yes" if f.matters else "no",
        }
        for f in result.facets
    ]
    return pd.DataFrame(rows), result


def compared(first: tuple[Pack, Claim], second: tuple[Pack, Claim]) -> pd.DataFrame:
    """The two claims as rows of ``amounts``, the first before the second."""
    return pd.concat([row_of(pack, claim) for pack, claim in (first, second)], ignore_index=True)


def _labels(pack: Pack, voices: frozenset[str]) -> dict[str, str]:
    """Every claim that counts something, or is said to count nothing: id → amount, measure, scope and period in words."""
    labels = {}
    for claim in pack.claims.values():
        if claim.measure and heard(claim, voices):
            hedge = firmness.before("possible") if claim.modality == "possible" else ""
            absent = absences.ABSENCES[claim.absence.kind] if claim.absence else "in words"
            amount = phrasing.amount(claim.quantity) if claim.quantity else absent
            parts = (pack.words.measures[claim.measure].label, scope_beyond_region(claim), period_in_words(claim))
            labels[claim.id] = f"{hedge}{amount}: {', '.join(part for part in parts if part)}"
    return labels


def _worded(pack: Pack, value: str) -> str:
    measure = pack.words.measures.get(value)
    return measure.label if measure else regions.NAMES.get(value, value)
