"""A receipt holds all that may be asked of a claim, made once, so that whatever draws it looks nothing up."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from narratives import receipts
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts import bearings, rewordings, standing
from narratives.receipts.computed import Computation, Input
from narratives.receipts.rewordings import Marks
from tests.test_architecture import ROOT, parsed, shown

VALE = "ada-vale-forum"


def test_a_receipt_of_a_bound_holds_its_sentence_its_number_and_its_words(vale: Pack) -> None:
    receipt = receipts.of(vale, "makers-next-year")
    assert (receipt.ref, receipt.sentence, receipt.hedge, receipt.number, receipt.said) == (
        Ref(VALE, "makers-next-year"),
        "Ada Vale (18 June 2026): three or four chip makers will have capital expenditure of more than $40 billion in 2027 "
        "(“next year”)",
        "more than",
        "$40 billion",
        Ref(VALE, "makers"),
    )
    words = receipt.words
    assert words is not None and (words.whose, words.sourcing, words.source.title, words.audit, words.voice) == (
        "Ada Vale (printed as “Ada Vail”)",
        "from a published transcript",
        "Ada Vail speaks at the Forum",
        "found word for word",
        "speaker",
    )


def test_a_receipt_of_a_silence_leads_to_the_question(vale: Pack) -> None:
    receipt = receipts.of(vale, "layers-not-answered")
    assert receipt.asked is not None
    assert (receipt.number, receipt.words, receipt.asked.exact, receipt.said) == (
        "Asked and not answered",
        None,
        "How much of it goes to each layer?",
        receipt.asked.ref,
    )


def test_a_receipt_of_a_derivation_holds_its_computation_in_amounts(vale: Pack) -> None:
    receipt = receipts.of(vale, "chips-revenue")
    inputs = receipt.computation.inputs if receipt.computation else ()
    assert receipt.computation == Computation(
        formula="about 70% × $12 billion",
        result="about $8.4 billion",
        inputs=inputs,
        conversion="No currency was converted.",
    )
    assert [(each.ref, each.amount) for each in inputs if isinstance(each, Input)] == [
        (Ref(VALE, "chips-share"), "about 70%"),
        (Ref(VALE, "own-revenue"), "$12 billion"),
    ]
    assert [each.words for each in inputs] == [
        vale.quotes[vale.claims[each.ref.id].quote or ""].exact for each in inputs
    ]


def test_only_what_a_wording_changed_is_marked_in_it(vale: Pack) -> None:
    marks = {each.ref.id: each.marks for each in receipts.of(vale, "makers-next-year").wordings}
    assert len(marks) == 2
    for id, each in marks.items():
        assert isinstance(each, Marks)
        assert "".join(part.text for part in each.before) == vale.quotes["makers"].exact, id
        assert [part.text for part in each.before if part.changed], id


def test_the_record_of_a_receipt_counts_its_facts_by_verdict(vale: Pack) -> None:
    record = receipts.of(vale, "makers-next-year").record
    assert record is not None
    assert (
        record.total,
        record.verdicts,
        [(each.verdict, len(each.facts), each.shared) for each in record.reasons],
    ) == (
        4,
        (("supports", 1), ("qualifies", 3)),
        [("qualifies", 3, True), ("supports", 1, False)],
    )


def test_a_fact_knows_every_claim_that_it_stands_beside(vale: Pack) -> None:
    found = {fact: [each.claim.id for each in bearings.verdicts(vale, fact)] for fact in vale.facts}
    assert found == {fact.id: [each.claim for each in fact.bears_on] for fact in vale.facts.values()}


def test_what_stands_on_a_quote_are_its_question_its_answers_and_its_claims(vale: Pack) -> None:
    assert vale.quotes
    for id, quote in vale.quotes.items():
        stands = standing.standing(vale, id)
        assert (
            stands.question.ref.id if stands.question else None,
            [each.ref.id for each in stands.answers],
            [each.ref.id for each in stands.claims],
        ) == (
            quote.answers,
            [each.id for each in vale.quotes.values() if each.answers == id],
            [each.id for each in vale.claims.values() if id in (each.quote, each.assents_to)],
        )


def held(each: Any) -> Iterator[Any]:
    """A frozen object of ours, and all such objects in it."""
    if isinstance(each, tuple):
        for one in each:
            yield from held(one)
    elif dataclasses.is_dataclass(each):
        yield each
        for field in dataclasses.fields(each):
            yield from held(getattr(each, field.name))


def test_receipts_are_frozen_to_their_last_part_and_alike_whenever_they_are_made(vale: Pack) -> None:
    for id in vale.claims:
        made = receipts.of(vale, id)
        assert made == receipts.of(vale, id)
        parts = list(held(made))
        assert len(parts) > 2
        for part in parts:
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(part, dataclasses.fields(part)[0].name, None)


def test_whatever_draws_a_receipt_knows_no_pack() -> None:
    citing = [ROOT / "narratives" / "exports" / f"{name}.py" for name in ("citing", "forms", "escaping")]
    drawing = [*(ROOT / "narratives" / "html").glob("*.py"), *citing]
    assert len(drawing) > 6
    assert [
        f"{shown(path)}:{node.lineno}"
        for path in drawing
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Name) and node.id in ("Pack", "pack", "packs")
    ] == []


def test_a_statement_known_from_nowhere_else_has_no_other_wording(vale: Pack) -> None:
    worded = {rewordings.first_of(vale, id) for id in vale.claims} & set(rewordings.statements(vale))
    alone = [id for id in vale.claims if rewordings.first_of(vale, id) not in worded]
    assert worded and alone and [id for id in alone if receipts.of(vale, id).wordings] == []
