"""What is said with a number, what only in words, and what not at all; and whose interest it is in."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import Claim
from narratives.receipts.hearing import ALL_VOICES, heard
from narratives.receipts.sentences import phrase_of
from narratives.vocabulary import regions
from narratives.vocabulary.absences import STATES
from narratives.vocabulary.interests import INTERESTS

COLUMNS = (
    "narrative",
    "topic",
    "topic_label",
    "region",
    "region_label",
    "state",
    "state_label",
    "claim",
    "claims",
    "phrase",
)


def silences(
    packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES, measures: Collection[str] = ()
) -> pd.DataFrame:
    """One row a topic and region: how it is spoken of, computed from the claims; topics are the ``measures`` that occur, or all.

    The speaker’s number outweighs a silence, a silence that is noted outweighs words (the words then stand as “instead”)
    and the numbers of interviewer and journalist, which are not the speaker’s.
    """
    rows = []
    for pack in packs:
        topics = dict.fromkeys(claim.measure for claim in pack.claims.values() if claim.measure)
        for topic in (id for id in pack.words.measures if id in topics and (not measures or id in measures)):
            for region, region_label in regions.NAMES.items():
                found = [
                    c for c in pack.claims.values() if c.measure == topic and c.region == region and heard(c, voices)
                ]
                found.sort(key=lambda claim: claim.voice != "speaker")  # the speaker's own words open first
                state = _state(found)
                shown = [c for c in found if _state([c]) == state]
                rows.append(
                    {
                        "narrative": pack.id,
                        "topic": topic,
                        "topic_label": pack.words.measures[topic].label,
                        "region": region,
                        "region_label": region_label,
                        "state": state,
                        "state_label": STATES[state].told,
                        "claim": shown[0].id if shown else "",
                        "claims": tuple(claim.id for claim in [*shown, *(c for c in found if c not in shown)]),
                        "phrase": phrase_of(pack, shown[0])
                        if shown
                        else f"{STATES[state].told.capitalize()} in this narrative.",
                    }
                )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def interest(packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """One row a kind of interest: how many claims speak of the speaker's own firm, a competitor, a country …"""
    counts = dict.fromkeys(INTERESTS, 0)
    ids: dict[str, list[str]] = {kind: [] for kind in INTERESTS}
    for pack in packs:
        for claim in pack.claims.values():
            if claim.about and claim.absence is None and heard(claim, voices):
                counts[claim.about] += 1
                ids[claim.about].append(claim.id)
    rows = [
        {"about": kind, "label": label, "count": counts[kind], "claims": tuple(ids[kind])}
        for kind, label in INTERESTS.items()
    ]
    return pd.DataFrame([row for row in rows if row["count"]], columns=["about", "label", "count", "claims"])


def _state(found: list[Claim]) -> str:
    counted = [claim for claim in found if claim.quantity and claim.voice not in ("interviewer", "journalist")]
    if counted:
        single = all(c.entity and c.entity.count and c.entity.count.high == 1 for c in counted)
        return "number-one" if single and counted[0].region != "WORLD" else "number"
    absent = [claim.absence.kind for claim in found if claim.absence]
    if absent:
        return absent[0]
    if any(claim.quantity for claim in found):
        return "number-others"
    return "words" if found else "not-raised"
