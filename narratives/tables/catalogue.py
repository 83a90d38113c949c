"""The library as a list: who, where, when, and how the words reached us."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import dates
from narratives.semantics import phrasing
from narratives.vocabulary import regions
from narratives.vocabulary.sourcings import SOURCINGS


def library(packs: Iterable[Pack], words: str = "") -> pd.DataFrame:
    """One row a narrative: who, where, when, how well sourced, and how much; only those that hold every word searched for."""
    rows = []
    for pack in packs:
        narrative = pack.narrative
        speaker, occasion = narrative.speakers[0], narrative.occasion
        where = ", ".join(part for part in (occasion.name, occasion.place) if part)
        found = sum(q.result in ("exact", "normalised") for q in pack.audit.quotes.values()) if pack.audit else 0
        rows.append(
            {
                "narrative": pack.id,
                "label": narrative.label,
                "title": narrative.title,
                "speaker": phrasing.printed_name(speaker),
                "role": f"{speaker.role}, {speaker.organisation}",
                "region": regions.NAMES[narrative.region],
                "where": where,
                "date": occasion.date,
                "when": dates.in_words(occasion.date),
                "sourcing": SOURCINGS[narrative.sourcing].told,
                "quotes": len(pack.quotes),
                "found": found,
                "claims": len(pack.claims),
                "amounts": sum(claim.quantity is not None for claim in pack.claims.values()),
                "finding": narrative.headline,
            }
        )
    table = pd.DataFrame(rows)
    for word in words.casefold().split():
        text = table[["label", "title", "speaker", "role", "region", "where", "when", "sourcing"]].agg(" ".join, axis=1)
        table = table[text.str.casefold().str.contains(word, regex=False)]
    return table.sort_values("date", ascending=False, kind="stable").reset_index(drop=True) if len(table) else table
