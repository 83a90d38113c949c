"""A claim and the amounts on record beside it, in panels: which of them may share an axis is for the gate to say."""

from __future__ import annotations

from typing import Any

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import Claim, Fact, dates
from narratives.receipts.bearings import bearing_on
from narratives.receipts.sentences import nature_of, phrase_of, status_of
from narratives.semantics import comparing, phrasing
from narratives.tables.amounts import ends_of
from narratives.vocabulary import regions
from narratives.vocabulary.absences import ABSENCES
from narratives.vocabulary.judgements import FACTS, RANKS

ALONE = "one alone"
STATUS = {"actual": "actual", "guidance": "plan", "forecast": "forecast", "pledge": "plan", "statement": "actual"}
COLUMNS = (
    "fact",
    "panel",
    "panel_label",
    "differs",
    "lane",
    "lane_note",
    "said",
    "kind",
    "kind_label",
    "region",
    "amount",
    "form",
    "low",
    "high",
    "currency",
    "modality",
    "label",
    "order",
    "phrase",
)


def beside(pack: Pack, claim_id: str) -> pd.DataFrame:
    """The claim and the amounts on record beside it, in panels; the claim shares one only where the gate lets it.

    A panel holds one measure, unit, period type and entity scope; ``differs`` names in which facets it is unlike the claim.
    """
    claim = pack.claims[claim_id]
    facts = [
        (fact, comparing.beside(claim, fact, *_natures(pack, claim, fact), STATUS[fact.kind]))
        for fact, _, _ in bearing_on(pack, claim_id)
        if fact.quantity
    ]
    if not facts:
        return pd.DataFrame(columns=list(COLUMNS))
    panels: dict[tuple[str | None, ...], list[tuple[Fact, comparing.Comparison]]] = {}
    for fact, judged in facts:
        key: tuple[str | None, ...] = (fact.measure, *comparing.of_fact(fact))
        panels.setdefault(key, []).append((fact, judged))
    rows: list[dict[str, Any]] = []
    shared = next((key for key, found in panels.items() if all(judged.comparable for _, judged in found)), None)
    ordered = sorted(panels, key=lambda key: (key != shared, key[0] != claim.measure, *_far(claim, key, panels[key])))
    if claim.quantity or claim.absence:
        rows.append(_said(pack, claim, "record-0" if shared else "said"))
    for number, key in enumerate(ordered):
        found = panels[key]
        label = pack.words.measures[key[0] or ""].label
        scope = key[3] or "number not stated"
        times = {"one year": "a year", None: "time not stated"}.get(key[2], key[2])
        name = "record-0" if key == shared else f"record-{number + 1}"
        for fact, _ in found:
            rows.append(
                _fact_row(pack, fact)
                | {
                    "panel": name,
                    "panel_label": f"{label}, {scope}, {times}",
                    "differs": "" if key == shared else _differs(found),
                }
            )
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    panel_order = {name: i for i, name in enumerate(dict.fromkeys(table["panel"]))}
    lanes = list(zip(table["lane"], table["lane_note"], strict=True))
    owners = list(dict.fromkeys(table["lane"]))
    order = sorted(dict.fromkeys(lanes), key=lambda lane: owners.index(lane[0]))
    keyed = table.assign(_p=table["panel"].map(panel_order), _l=[order.index(lane) for lane in lanes])
    return keyed.sort_values(["_p", "_l", "order"], kind="stable")[list(COLUMNS)].reset_index(drop=True)


def _far(claim: Claim, key: tuple[str | None, ...], found: list[tuple[Fact, comparing.Comparison]]) -> tuple[bool, int]:
    """How far a panel is from a claim: single firms come last beside a claim about several, then whatever differs in more."""
    single = key[3] == ALONE and comparing.entity_scope(claim) != ALONE
    return single, len({facet.name for _, judged in found for facet in judged.differing})


def _differs(found: list[tuple[Fact, comparing.Comparison]]) -> str:
    """What keeps facts off the axis of a claim: “other measure, unit; period type not stated”."""
    facets = {facet.name: facet for _, judged in found for facet in judged.differing}
    silent = [name for name, facet in facets.items() if comparing.UNSTATED in (facet.first, facet.second)]
    other = [name for name in facets if name not in silent]
    parts = (f"other {', '.join(other)}" if other else "", f"{', '.join(silent)} not stated" if silent else "")
    return "; ".join(part for part in parts if part)


def _natures(pack: Pack, claim: Claim, fact: Fact) -> tuple[str | None, str | None]:
    measure = pack.words.measures.get(fact.measure or "")
    return nature_of(pack, claim), measure.nature if measure else None


def _said(pack: Pack, claim: Claim, panel: str) -> dict[str, Any]:
    measure = pack.words.measures[claim.measure or ""].label if claim.measure else ""
    return {
        "fact": claim.id,
        "panel": panel,
        "panel_label": f"What was said: {measure}",
        "differs": "",
        "lane": "said",
        "lane_note": "",
        "said": True,
        "kind": "said" if status_of(claim) == "actual" else "said of the future",
        "kind_label": "said",
        "region": claim.region,
        "amount": phrasing.amount(claim.quantity) if claim.quantity else ABSENCES["not-stated"],
        "modality": claim.modality,
        "label": "",
        "order": "",
        "phrase": phrase_of(pack, claim),
        **ends_of(claim.quantity),
    }


def _fact_row(pack: Pack, fact: Fact) -> dict[str, Any]:
    name = fact.entity.name if fact.entity else regions.NAMES.get(fact.region or "", "")
    source = pack.record_sources[fact.source]
    detail = [fact.perimeter or "", fact.definition or "definition not stated"]
    if fact.kind == "forecast":
        detail.append(f"as of {dates.in_words(fact.as_of)}" if fact.as_of else "no day recorded")
    note = "; ".join(dict.fromkeys(part for part in detail if part))
    when = fact.period_label or (dates.in_words(fact.period) if fact.period else "")
    return {
        "fact": fact.id,
        "lane": name,
        "lane_note": note,
        "said": False,
        "kind": fact.kind,
        "kind_label": FACTS[fact.kind].told,
        "region": fact.region,
        "amount": phrasing.amount(fact.quantity) if fact.quantity else "",
        "modality": "asserted",
        "label": when,
        "order": fact.period or "",
        "phrase": f"Not from the interview: {fact.says.rstrip('.')} ({FACTS[fact.kind].told}; {source.publisher}, {RANKS[source.rank]})",
        **ends_of(fact.quantity),
    }
