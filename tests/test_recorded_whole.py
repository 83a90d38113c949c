"""What is on record beside a claim is told whole: each fact in the words of its own record, and beside the right claim."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest

from narratives import receipts
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts import bearings
from narratives.receipts.bearings import Beside, OnRecord
from narratives.receipts.computed import Input
from narratives.receipts.sentences import phrase_of
from narratives.semantics import phrasing
from narratives.vocabulary.judgements import RANKS
from tests.filled import RATE, filled
from tests.test_evidence import PACK

VALE = PACK.id
TOLD: dict[str, tuple[str, ...]] = {
    "chip-one-2025": (
        "Reported",
        "as of 1 February 2026",
        "perimeter: Chip One, whole company",
        "definition: counts chip-one-2025",
        "confidence high",
    ),
    "three-makers-2027": (
        "The firm’s own outlook",
        "as of 1 May 2026",
        "perimeter: three chip makers together",
        "definition: counts three-makers-2027",
        "confidence medium",
    ),
    "chip-one-2024": (
        "Reported",
        "no day recorded",
        "perimeter: Chip One, whole company",
        "definition: counts chip-one-2024",
        "confidence high",
    ),
    "chip-two-2025": (
        "Reported",
        "no day recorded",
        "perimeter: Chip Two, whole company",
        "definition: counts chip-two-2025",
        "confidence medium",
    ),
    "chips-share-2025": (
        "Reported",
        "no day recorded",
        "perimeter: Vale Works, whole company",
        "definition: counts chips-share-2025",
        "computed by us: 7.8 ÷ 12",
        "confidence medium",
    ),
    "revenue-said-before": (
        "A statement elsewhere",
        "no day recorded",
        "perimeter: Vale Works, whole company",
        "definition: counts revenue-said-before",
        "confidence medium",
    ),
    "yunhe-2025": (
        "Reported",
        "no day recorded",
        "perimeter: Yunhe, whole company",
        "definition: counts yunhe-2025",
        "about $3 billion at 8 CNY per dollar on 30 December 2025 (The Made-up Bank)",
        "confidence medium",
    ),
}


@pytest.fixture(scope="module")
def recorded() -> Pack:
    return filled(PACK)


def test_a_fact_is_told_with_everything_that_stands_in_its_own_record(recorded: Pack) -> None:
    assert list(TOLD) == list(recorded.facts)
    for id, fact in recorded.facts.items():
        source = recorded.record_sources[fact.source]
        for bearing, told in zip(fact.bears_on, bearings.verdicts(recorded, id), strict=True):
            assert told == OnRecord(
                ref=Ref(VALE, id),
                claim=Ref(VALE, bearing.claim),
                beside=phrase_of(recorded, recorded.claims[bearing.claim]),
                verdict=bearing.verdict,
                why=bearing.why,
                says=fact.says,
                snippet=fact.snippet,
                told=TOLD[id],
                scope=fact.entity.name if fact.entity else "",
                computed=fact.computed or "",
                note=f"Doubt: {id}.",
                source=source,
                rank=RANKS[source.rank],
                report=told.report,
            )
            assert f"It now says:\n{fact.says}\n" in unquote(told.report)
            assert f"title=Error in fact {id} (Vale 2026, edition {recorded.edition})" in unquote(told.report)


def test_a_fact_in_another_currency_says_its_dollars_or_that_no_rate_is_near() -> None:
    yunhe = PACK.facts["yunhe-2025"]
    far = bearings.on_record(PACK, yunhe, "china-not-stated", "qualifies", "So it is.")
    assert far.told[-2] == "not converted: no sourced rate within a year"
    rates = {RATE.id: RATE, "later": RATE.model_copy(update={"id": "later", "date": "2026-12-30", "per_dollar": 6})}
    pack = replace(PACK, words=replace(PACK.words, rates=rates))
    outlook = {"kind": "guidance", "as_of": "2026-12-01"}
    told = {
        "reported": bearings.in_dollars(pack, yunhe.model_copy(update={"as_of": "2026-12-01"})),
        "outlook": bearings.in_dollars(pack, yunhe.model_copy(update=outlook)),
        "outlook of no day": bearings.in_dollars(pack, yunhe.model_copy(update=outlook | {"as_of": None})),
    }
    at_period = "about $3 billion at 8 CNY per dollar on 30 December 2025 (The Made-up Bank)"
    assert told == {
        "reported": at_period,
        "outlook": "about $4 billion at 6 CNY per dollar on 30 December 2026 (The Made-up Bank)",
        "outlook of no day": at_period,
    }


def test_a_rewording_without_a_record_of_its_own_shows_that_of_its_statement_and_says_no_verdict_of_itself() -> None:
    other = PACK.claims["own-yearly"].model_copy(update={"rendering_of": "own-revenue"})
    pack = replace(PACK, claims={**PACK.claims, "own-yearly": other})
    stated, again = receipts.of(pack, "own-revenue").record, receipts.of(pack, "own-yearly").record
    assert stated is not None and again == Beside(stated.total, (), stated.reasons)
    (reason,) = stated.reasons
    assert (stated.total, stated.verdicts, [fact.claim for fact in reason.facts]) == (
        1,
        (("qualifies", 1),),
        [Ref(VALE, "own-revenue")],
    )


def test_a_rewording_with_a_record_of_its_own_shows_that_one_alone() -> None:
    record = receipts.of(PACK, "makers-by-2027").record
    assert record is not None and (record.total, record.verdicts) == (1, (("disputes", 1),))
    assert [(fact.ref.id, fact.claim.id) for reason in record.reasons for fact in reason.facts] == [
        ("three-makers-2027", "makers-by-2027")
    ]


def test_facts_that_dispute_come_first_and_the_most_particular_of_one_verdict_before_those_told_together() -> None:
    bound = PACK.facts["three-makers-2027"].bears_on[0]
    single = PACK.facts["chips-share-2025"].bears_on[0]
    disputed = {"bears_on": (bound.model_copy(update={"verdict": "disputes"}),)}
    alone = {"bears_on": (single.model_copy(update={"claim": bound.claim, "verdict": "qualifies"}),)}
    facts = dict(PACK.facts)
    facts["three-makers-2027"] = facts["three-makers-2027"].model_copy(update=disputed)
    facts["chips-share-2025"] = facts["chips-share-2025"].model_copy(update=alone)
    record = receipts.of(replace(PACK, facts=facts), bound.claim).record
    assert record is not None and record.verdicts == (("qualifies", 4), ("disputes", 1))
    assert [(each.verdict, each.shared, [fact.ref.id for fact in each.facts]) for each in record.reasons] == [
        ("disputes", False, ["three-makers-2027"]),
        ("qualifies", False, ["chips-share-2025"]),
        ("qualifies", True, ["chip-one-2025", "chip-one-2024", "chip-two-2025"]),
    ]


def test_a_computation_is_told_with_what_each_input_says_and_the_rate_it_was_converted_at(recorded: Pack) -> None:
    claim = recorded.claims["chips-revenue"]
    assert claim.derivation is not None
    converted = claim.derivation.model_copy(
        update={"rate": RATE.per_dollar, "date": RATE.date, "source": "daily", "inputs": ("chips-share", "whole-stack")}
    )
    changed = claim.model_copy(update={"derivation": converted})
    made = receipts.of(replace(recorded, claims={**recorded.claims, claim.id: changed}), claim.id).computation
    assert made is not None
    assert (made.formula, made.result, made.conversion) == (
        "about 70% × own-revenue",
        "about $8.4 billion",
        "Converted at 8 on 30 December 2025 (Chips and plants: what the Forum heard, The Daily).",
    )
    assert made.inputs == tuple(
        Input(
            ref=Ref(VALE, id),
            amount=amount,
            says=phrasing.proposition(recorded.claims[id], recorded.quotes[words]),
            words=recorded.quotes[words].exact,
        )
        for id, amount, words in (("chips-share", "about 70%", "share"), ("whole-stack", "no amount", "stack"))
    )
