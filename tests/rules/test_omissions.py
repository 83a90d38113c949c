"""A doubt, a bound or a count that stands in the quoted words is not left out of the claim."""

from __future__ import annotations

import pytest

from narratives.library.rules.omissions import bounds_are_not_left_out, counts_are_not_left_out, doubts_are_not_left_out
from tests.example import Example
from tests.rules.slips import (
    ASSENT,
    FLAT,
    OPEN,
    YEARLY,
    Table,
    add,
    all_of,
    edit,
    reported,
    reports,
    spoken,
)

TRILLION = (
    FLAT.replace("$9 billion", "more than $1 trillion")
    .replace("value: 9", 'comparator: ">", value: 1')
    .replace("scale: billion", "scale: trillion")
)
TRIPS: Table = {
    "a doubt before the number is left out": (
        doubts_are_not_left_out,
        spoken("Vale Works could spend $9 billion on plants.", "flat", FLAT),
    ),
    "a doubt before a number in words is left out": (
        doubts_are_not_left_out,
        spoken("Vale Works will possibly spend over a trillion on plants.", "flat", TRILLION),
    ),
    "a doubt in a quote that one claim alone uses is left out": (
        doubts_are_not_left_out,
        edit("claims.yaml", ("  modality: possible\n", "")),
    ),
    "“in theory” is left out": (
        doubts_are_not_left_out,
        spoken("In theory, Vale Works will spend $9 billion on plants.", "flat", FLAT),
    ),
    "“if” becomes a belief": (
        doubts_are_not_left_out,
        spoken(
            "If they come, they need more power.",
            "if-they-come",
            ASSENT.replace("quote: compute, assents_to: q-compute", "modality: belief, quote: if-they-come"),
        ),
    ),
    "“more than” before the number is left out": (
        bounds_are_not_left_out,
        edit("claims.yaml", ('comparator: ">"', 'comparator: "="'), ("will spend more than $40", "will spend $40")),
    ),
    "“over” before a number in words is left out": (
        bounds_are_not_left_out,
        spoken(
            "Vale Works will spend over a trillion on plants.",
            "flat",
            TRILLION.replace('comparator: ">", ', "").replace("more than ", ""),
        ),
    ),
    "“about” before the number is left out": (
        bounds_are_not_left_out,
        spoken("Vale Works will spend about $9 billion on plants.", "flat", FLAT),
    ),
    "“three or four” is left out": (
        counts_are_not_left_out,
        edit("claims.yaml", (", count: {low: 3, high: 4}", ""), ("says: Three or four chip", "says: Chip")),
    ),
}
PASSES: Table = {
    "the month of May is no doubt, nor one of another amount": (
        doubts_are_not_left_out,
        spoken("In May they could say 8; Vale Works will spend $9 billion on plants, perhaps.", "flat", FLAT),
    ),
    "a doubt that another claim of the quote may carry": (
        doubts_are_not_left_out,
        all_of(
            edit("claims.yaml", ("  modality: possible\n", "")),
            add("claims.yaml", OPEN.replace("quote: publish", "quote: compute")),
        ),
    ),
    "a doubt of another thing has its reason": (
        doubts_are_not_left_out,
        spoken(
            "Vale Works, one could say, spends $9 billion on plants annually.",
            "flat",
            YEARLY + "  reasons: {modality: “Could” is said of the saying.}\n",
        ),
    ),
    "“if” inside a quote and “if anything” open no condition": (
        doubts_are_not_left_out,
        spoken("If anything, Vale Works will spend $9 billion on plants if it can.", "flat", FLAT),
    ),
    "“about” that is not before the number": (
        bounds_are_not_left_out,
        spoken("Asked about it, Vale Works will spend $9 billion on plants.", "flat", FLAT),
    ),
    "a bound without its sign has a reason": (
        bounds_are_not_left_out,
        spoken(
            "Vale Works will spend over $9 billion on plants.",
            "flat",
            FLAT + "  reasons: {comparator: The minutes have the sum itself.}\n",
        ),
    ),
    "“four or five years” is no count of a scope": (
        counts_are_not_left_out,
        spoken("Vale Works will spend $9 billion on plants in four or five years.", "flat", FLAT),
    ),
}

REPORTS = reports("omissions")


def test_every_slip_has_its_report_and_every_report_its_slip() -> None:
    assert (bool(TRIPS), bool(PASSES), list(REPORTS)) == (True, True, list(TRIPS))


@pytest.mark.parametrize("slip", TRIPS)
def test_a_slip_is_reported_whole_and_by_its_rule_alone(slip: str, example: Example) -> None:
    assert reported(example, *TRIPS[slip]) == (REPORTS[slip], REPORTS[slip])


@pytest.mark.parametrize("neighbour", PASSES)
def test_what_looks_like_a_slip_and_is_none_passes(neighbour: str, example: Example) -> None:
    assert reported(example, *PASSES[neighbour]) == ("", "")
