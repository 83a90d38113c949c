"""Narratives against layers, questions or regions: who plays where, what each says of openness, who gives a figure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from narratives.library.packs import Pack
from narratives.receipts.hearing import ALL_VOICES, heard
from narratives.receipts.origins import sourced
from narratives.receipts.sentences import phrase_of
from narratives.tables.stack import layers
from narratives.tables.topics import silences
from narratives.vocabulary import regions
from narratives.vocabulary.absences import STATES
from narratives.vocabulary.arguing import ANSWERS, QUESTIONS
from narratives.vocabulary.participations import PARTS

COLUMNS = ("row", "row_label", "row_note", "column", "column_label", "state", "word", "key", "narrative", "phrase")


def layer_matrix(packs: Iterable[Pack]) -> pd.DataFrame:
    """One row a narrative and shared layer: the part played, in the speaker's own words and numbering."""
    known = {pack.id: pack for pack in packs}
    rows = []
    for role in layers(known.values()).to_dict("records"):
        pack = known[role["narrative"]]
        part = PARTS[role["participation"]]
        own = f"{int(role['own_number'])}: " if pd.notna(role["own_number"]) else ""
        said = f" In the words: “{role['exact']}”" if role["exact"] else ""
        named = f" (their own {own}{role['own_name'] or role['name']})" if own or role["own_name"] else ""
        phrase = f"{pack.narrative.label}, {role['name']}{named}: {role['state']}.{said}"
        short = f"{part.cell} ({int(role['own_number'])})" if pd.notna(role["own_number"]) else part.cell
        rows.append(_cell(pack, role["layer"], role["name"], part.mark, short, role["layer"], phrase))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def openness(packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """One row a narrative and plain question about openness: the answer in its own words, or that none is stated."""
    rows = []
    for pack in packs:
        answers = {each.asks: each for each in pack.stance.openness}
        for asks, label in QUESTIONS.items():
            each = answers.get(asks)  # type: ignore[call-overload]
            claim = pack.claims.get((each.claim if each else None) or "")
            if each is None or claim is None or not heard(claim, voices):
                unheard = claim is not None
                silent = ANSWERS["not-stated"]
                answered = "in a voice that is not chosen" if unheard else silent.told
                phrase = f"{pack.narrative.label}, {label.lower()}: {answered}."
                word = "not chosen" if unheard else silent.told
                rows.append(_cell(pack, asks, label, silent.mark, word, "", phrase))
                continue
            answer = ANSWERS[each.answer]
            note = f" {each.note}" if each.note else ""
            phrase = f"{pack.narrative.label}, {label.lower()}: {answer.told}. {phrase_of(pack, claim)}.{note}"
            rows.append(_cell(pack, asks, label, answer.mark, answer.told, claim.id, phrase))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def figures_given(packs: Iterable[Pack], measure: str, voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """One row a narrative and region: whether it gives a figure of ``measure`` there, only words, or nothing."""
    rows = []
    known = {pack.id: pack for pack in packs}
    spoken = silences(known.values(), voices, (measure,)).to_dict("records")
    states = {(row["narrative"], row["region"]): row for row in spoken}
    for pack in known.values():
        for region, called in regions.REGIONS.items():
            found = states.get((pack.id, region))
            state = STATES[str(found["state"]) if found is not None else "not-raised"]
            said = str(found["phrase"]) if found is not None else state.told.capitalize()
            key = str(found["claim"]) if found is not None else ""
            phrase = f"{pack.narrative.label}, {called.name}: {said}"
            rows.append(_cell(pack, region, called.short, state.mark, state.cell, key, phrase))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _cell(pack: Pack, column: str, label: str, state: str, word: str, key: str, phrase: str) -> dict[str, Any]:
    return {
        "row": pack.id,
        "row_label": pack.narrative.label,
        "row_note": sourced(pack),
        "column": column,
        "column_label": label,
        "state": state,
        "word": word,
        "key": key,
        "narrative": pack.id,
        "phrase": phrase,
    }
