"""The ledger of forecasts: each prediction, when it falls due, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import dates
from narratives.receipts.hearing import ALL_VOICES, heard
from narratives.receipts.sentences import phrase_of
from narratives.semantics import phrasing
from narratives.vocabulary.counting import plural
from narratives.vocabulary.judgements import FORECASTS

COLUMNS = (
    "narrative",
    "claim",
    "phrase",
    "said",
    "period",
    "due",
    "due_label",
    "state",
    "state_label",
    "judged",
    "why",
    "evidence",
    "region",
    "modality",
    "voice",
)


def forecasts(packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """One row a prediction that is heard, the next to fall due first; those that name no time stand last.

    ``said`` and ``due`` are days (YYYY-MM-DD); ``due`` is the last day of the resolved period, missing where none is named.
    """
    rows = []
    for pack in packs:
        for forecast in pack.forecasts:
            claim = pack.claims[forecast.claim]
            if not heard(claim, voices):
                continue
            quote = pack.quote_of(claim)
            resolved = claim.period.resolved if claim.period else None
            due = dates.last_day(resolved) if resolved else None
            rows.append(
                {
                    "narrative": pack.id,
                    "claim": claim.id,
                    "phrase": phrase_of(pack, claim),
                    "said": dates.last_day(phrasing.said_on(pack.narrative, pack.source_of(quote))),
                    "period": dates.in_words(resolved) if resolved else "",
                    "due": due,
                    "due_label": f"falls due on {dates.in_words(due)}" if due else "names no time",
                    "state": forecast.state,
                    "state_label": FORECASTS[forecast.state],
                    "judged": forecast.judged,
                    "why": forecast.why,
                    "evidence": forecast.evidence,
                    "region": claim.region,
                    "modality": claim.modality,
                    "voice": claim.voice,
                }
            )
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.sort_values("due", na_position="last", kind="stable").reset_index(drop=True)


def next_due(table: pd.DataFrame) -> str:
    """What falls due next, as a sentence; "" where nothing is open."""
    open_ones = table[(table["state"] == "open") & table["due"].notna()]
    if open_ones.empty:
        return ""
    first = open_ones["due"].min()
    count = int((open_ones["due"] == first).sum())
    return f"Next to fall due: {plural(count, 'prediction')}, on {dates.in_words(str(first))}."
