"""The public record beside the claims: every fact with its verdict, and which of them may share an axis with the claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from narratives import comparing, converting, dates, phrasing
from narratives.models import Claim, Fact, Quantity
from narratives.packs import Pack
from narratives.tables.amounts import REGIONS, ends_of
from narratives.tables.claims import nature_of, phrase_of, status_of

VERDICTS = {"supports": "supports", "qualifies": "qualifies", "disputes": "disputes"}
KINDS = {
    "actual": "reported",
    "guidance": "the firm’s own outlook",
    "forecast": "a forecast",
    "pledge": "a pledge",
    "statement": "a statement elsewhere",
}
RANKS = {"primary": "primary source", "secondary": "secondary source", "own": "our own reckoning"}
ALONE = "one alone"
FEW = 3  # facts with one reason that are told one by one
STATUS = {"actual": "actual", "guidance": "plan", "forecast": "forecast", "pledge": "plan", "statement": "actual"}
COLUMNS = (
    "narrative",
    "claim",
    "verdict",
    "why",
    "fact",
    "says",
    "kind",
    "measure",
    "entity",
    "region",
    "amount",
    "in dollars",
    "period",
    "as of",
    "perimeter",
    "definition",
    "computed",
    "source",
    "publisher",
    "rank",
    "published",
    "url",
    "snippet",
    "confidence",
    "note",
)
BESIDE = (
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


def record(packs: Iterable[Pack], claims: Iterable[str] = ()) -> pd.DataFrame:
    """One row a fact and claim it bears on, in the order of the claims; ``claims`` narrows them."""
    rows = []
    wanted = set(claims)
    for pack in packs:
        order = {id: number for number, id in enumerate(pack.claims)}
        pairs = [(order[b.claim], b, fact) for fact in pack.facts.values() for b in fact.bears_on]
        for _, bearing, fact in sorted(pairs, key=lambda pair: pair[0]):
            if wanted and bearing.claim not in wanted:
                continue
            source = pack.record_sources[fact.source]
            rows.append(
                {
                    "narrative": pack.id,
                    "claim": bearing.claim,
                    "verdict": bearing.verdict,
                    "why": bearing.why,
                    "fact": fact.id,
                    "says": fact.says,
                    "kind": fact.kind,
                    "measure": fact.measure,
                    "entity": phrasing.scope(fact.entity) if fact.entity else None,
                    "region": fact.region,
                    "amount": phrasing.amount(fact.quantity) if fact.quantity else None,
                    "in dollars": in_dollars(pack, fact),
                    "period": period_of(fact),
                    "as of": dates.in_words(fact.as_of) if fact.as_of else "no day recorded",
                    "perimeter": fact.perimeter,
                    "definition": fact.definition or "not stated",
                    "computed": fact.computed,
                    "source": source.title,
                    "publisher": source.publisher,
                    "rank": source.rank,
                    "published": dates.in_words(source.date_published) if source.date_published else "no date given",
                    "url": source.url or "no address recorded",
                    "snippet": fact.snippet,
                    "confidence": fact.confidence,
                    "note": fact.note,
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def bearing_on(pack: Pack, claim: str) -> list[tuple[Fact, str, str]]:
    """The facts set beside a claim, each with its verdict and why, disputes and qualifications first."""
    order = ["disputes", "qualifies", "supports"]
    found = [(f, b.verdict, b.why) for f in pack.facts.values() for b in f.bears_on if b.claim == claim]
    return sorted(found, key=lambda each: order.index(each[1]))


def grouped(pack: Pack, claim: str) -> list[tuple[str, str, list[Fact]]]:
    """The facts set beside a claim, those of one verdict and one reason together, whatever is most particular first."""
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact, verdict, why in bearing_on(pack, claim):
        groups.setdefault((verdict, why), []).append(fact)
    order = list(dict.fromkeys(verdict for verdict, _ in groups))
    ordered = sorted(groups, key=lambda group: (order.index(group[0]), len(groups[group]) >= FEW))
    return [(verdict, why, groups[verdict, why]) for verdict, why in ordered]


def with_record(pack: Pack) -> dict[str, str]:
    """The claims that any fact bears on, each id with its sentence, in the order of the narrative."""
    named = {bearing.claim for fact in pack.facts.values() for bearing in fact.bears_on}
    return {id: phrase_of(pack, claim) for id, claim in pack.claims.items() if id in named}


def beside(pack: Pack, claim_id: str) -> pd.DataFrame:
    """The claim and the amounts on record beside it, in panels; the claim shares one only where the gate lets it.

    A panel holds one measure, unit, period type and entity scope; ``differs`` names in which facets it is unlike the claim.
    """
    claim = pack.claims[claim_id]
    facts = [(fact, comparing.beside(claim, fact, *_natures(pack, claim, fact), STATUS[fact.kind])) for fact, _, _ in
             bearing_on(pack, claim_id) if fact.quantity]  # fmt: skip
    if not facts:
        return pd.DataFrame(columns=list(BESIDE))
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
    table = pd.DataFrame(rows, columns=list(BESIDE))
    panel_order = {name: i for i, name in enumerate(dict.fromkeys(table["panel"]))}
    whose = list(dict.fromkeys(_whose(lane) for lane in table["lane"]))
    kept = sorted(dict.fromkeys(table["lane"]), key=lambda lane: whose.index(_whose(lane)))
    lanes = {name: i for i, name in enumerate(kept)}
    keyed = table.assign(_p=table["panel"].map(panel_order), _l=table["lane"].map(lanes))
    return keyed.sort_values(["_p", "_l", "order"], kind="stable")[list(BESIDE)].reset_index(drop=True)


def _far(claim: Claim, key: tuple[str | None, ...], found: list[tuple[Fact, comparing.Comparison]]) -> tuple[bool, int]:
    """How far a panel is from a claim: single firms come last beside a claim about several, then whatever differs in more."""
    single = key[3] == ALONE and comparing.entity_scope(claim) != ALONE
    return single, len({facet.name for _, judged in found for facet in judged.differing})


def _whose(lane: str) -> str:
    return lane.split("|", maxsplit=1)[0]


def _differs(found: list[tuple[Fact, comparing.Comparison]]) -> str:
    """What keeps facts off the axis of a claim: “other measure, unit; period type not stated”."""
    facets = {facet.name: facet for _, judged in found for facet in judged.differing}
    silent = [name for name, facet in facets.items() if comparing.UNSTATED in (facet.first, facet.second)]
    other = [name for name in facets if name not in silent]
    parts = (f"other {', '.join(other)}" if other else "", f"{', '.join(silent)} not stated" if silent else "")
    return "; ".join(part for part in parts if part)


def counts(pack: Pack, claim: str) -> dict[str, int]:
    """How many facts support, qualify and dispute a claim; verdicts without facts are left out."""
    verdicts = [verdict for _, verdict, _ in bearing_on(pack, claim)]
    return {verdict: n for verdict in VERDICTS if (n := verdicts.count(verdict))}


def in_dollars(pack: Pack, fact: Fact) -> str:
    """The conversion in words with its rate and day, “not converted …” without one, "" for dollars and other units."""
    if fact.quantity is None or fact.quantity.currency in (None, "USD") or fact.period is None:
        return ""
    day = fact.as_of if fact.as_of and fact.kind in ("guidance", "forecast", "pledge") else fact.period
    return conversion(pack, fact.quantity, dates.last_day(day))


def conversion(pack: Pack, quantity: Quantity, day: str) -> str:
    """An amount in another currency in dollars, with rate, day and source, or that no sourced rate is near."""
    made = converting.to_dollars(quantity, day, pack.words.rates.values())
    if made is None:
        return "not converted: no sourced rate within a year"
    rounded = made.quantity.model_copy(update={"comparator": "~"}) if quantity.comparator == "=" else made.quantity
    rate, when = made.rate, dates.in_words(made.rate.date)
    return f"{phrasing.amount(rounded)} at {rate.per_dollar} {rate.currency} per dollar on {when} ({rate.publisher})"


def conversions(pack: Pack) -> pd.DataFrame:
    """Every claim about money in another currency than dollars: as stated, and converted with its rate or not at all."""
    rows = []
    for claim in pack.claims.values():
        if claim.quantity and claim.quantity.currency not in (None, "USD"):
            day = dates.last_day(phrasing.said_on(pack.narrative, pack.source_of(pack.quote_of(claim))))
            said = phrase_of(pack, claim)
            rows.append({"as stated": said, "in U.S. dollars, our conversion": conversion(pack, claim.quantity, day)})
    return pd.DataFrame(rows, columns=["as stated", "in U.S. dollars, our conversion"])


def period_of(fact: Fact) -> str:
    """The period in the source's words and as resolved: “fiscal 2026 (April 2025 to March 2026)”."""
    if fact.period is None:
        return fact.period_label or ""
    resolved = dates.in_words(fact.period)
    return f"{fact.period_label} ({resolved})" if fact.period_label else resolved


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
        "amount": phrasing.amount(claim.quantity) if claim.quantity else phrasing.ABSENCES["not-stated"],
        "modality": claim.modality,
        "label": "",
        "order": "",
        "phrase": phrase_of(pack, claim),
        **ends_of(claim.quantity),
    }


def _fact_row(pack: Pack, fact: Fact) -> dict[str, Any]:
    name = fact.entity.name if fact.entity else REGIONS.get(fact.region or "", "")
    source = pack.record_sources[fact.source]
    detail = [fact.perimeter or "", fact.definition or "definition not stated"]
    if fact.kind == "forecast":
        detail.append(f"as of {dates.in_words(fact.as_of)}" if fact.as_of else "no day recorded")
    note = "; ".join(dict.fromkeys(part for part in detail if part))
    when = fact.period_label or (dates.in_words(fact.period) if fact.period else "")
    return {
        "fact": fact.id,
        "lane": f"{name}|{note}",
        "lane_note": note,
        "said": False,
        "kind": fact.kind,
        "kind_label": KINDS[fact.kind],
        "region": fact.region,
        "amount": phrasing.amount(fact.quantity) if fact.quantity else "",
        "modality": "asserted",
        "label": when,
        "order": fact.period or "",
        "phrase": f"Not from the interview: {fact.says.rstrip('.')} ({KINDS[fact.kind]}; {source.publisher}, {RANKS[source.rank]})",
        **ends_of(fact.quantity),
    }
