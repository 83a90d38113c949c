"""Bounds go through arithmetic."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from narratives.models import Quantity
from narratives.semantics import deriving
from narratives.semantics.deriving import Bounds, CannotDerive, bounds, comparator_of, divide, evaluate, multiply

D = Decimal


def usd(comparator: str, value: str, scale: str | None = None) -> Quantity:
    return Quantity.model_validate({"comparator": comparator, "value": value, "scale": scale, "currency": "USD"})


def percent(comparator: str, value: str) -> Quantity:
    return Quantity.model_validate({"comparator": comparator, "value": value, "unit": "percent"})


def a_range(comparator: str, low: str, high: str) -> Quantity:
    return Quantity.model_validate({"comparator": comparator, "low": low, "high": high, "unit": "percent"})


STATED: dict[str, tuple[Quantity, Bounds]] = {
    "more than": (usd(">", "800", "billion"), Bounds(D(800_000_000_000), None, low_open=True)),
    "at least": (usd(">=", "50", "trillion"), Bounds(D(50_000_000_000_000), None)),
    "less than": (usd("<", "3", "million"), Bounds(None, D(3_000_000), high_open=True)),
    "at most": (usd("<=", "2", "thousand"), Bounds(None, D(2_000))),
    "about": (usd("~", "25"), Bounds(D(25), D(25), about=True)),
    "exactly": (usd("=", "25"), Bounds(D(25), D(25))),
    "a share": (percent(">=", "50"), Bounds(D("0.5"), None)),
    "a range": (a_range("=", "80", "85"), Bounds(D("0.8"), D("0.85"))),
    "about a range": (a_range("~", "80", "85"), Bounds(D("0.8"), D("0.85"), about=True)),
}
AT_LEAST_HALF, MORE_THAN_100 = percent(">=", "50"), usd(">", "100", "trillion")
FORMULAS: dict[str, tuple[str, Any, Any]] = {
    # formula → comparator and value, inputs being half (>= 50 %), gdp (> $100 trn), cost (~ $20), firms (4 to 5), cap (<= $10)
    "at least half of more than 100 is more than 50": ("half × gdp", ">", D(50_000_000_000_000)),
    "the order does not matter": ("gdp × half", ">", D(50_000_000_000_000)),
    "twice at least half is at least one": ("half × 2", ">=", D(1)),
    "half of about 20 is about 10": ("cost ÷ 2", "~", D(10)),
    "at most 10 over 4 is at most 2.5": ("cap ÷ 4", "<=", D("2.5")),
    "more than 100 over at most 10 is more than 10": ("gdp ÷ cap", ">", D(10_000_000_000_000)),
    "at most 10 over at least half is at most 20": ("cap ÷ half", "<=", D(20)),
    "what is over an open end has no lower end": ("2 ÷ gdp", "<", D("2E-14")),
    "a range stays a range": ("firms × 2", "=", None),
    "about a range is about and has no one number": ("firms × cost", "~", None),
    "from left to right": ("8 ÷ 2 × 4", "=", D(16)),
    "a number alone": ("7.5", "=", D("7.5")),
}
INPUTS = {
    "half": AT_LEAST_HALF,
    "gdp": MORE_THAN_100,
    "cost": usd("~", "20"),
    "cap": usd("<=", "10"),
    "firms": Quantity(low=D(4), high=D(5), unit="firms"),
}
IMPOSSIBLE = {
    "half × nowhere": "“nowhere” is neither a number nor one of the inputs",
    "half + gdp": "“half + gdp” is neither a number nor one of the inputs",
    "half ×": "“half ×” is neither a number nor one of the inputs",
    "": "“” is neither a number nor one of the inputs",
    "-2": "“-2” is neither a number nor one of the inputs",
    "1e9": "“1e9” is neither a number nor one of the inputs",
    "half ÷ 0": "the divisor may be zero",
    "half × words": "“a few” has no number to compute with",
    "half × loss": "negative amounts are not multiplied here; their bounds would turn",
}


@pytest.mark.parametrize("case", STATED)
def test_a_quantity_is_the_interval_it_states(case: str) -> None:
    quantity, expected = STATED[case]
    assert bounds(quantity) == expected


@pytest.mark.parametrize("case", FORMULAS)
def test_bounds_go_through_a_formula(case: str) -> None:
    formula, comparator, value = FORMULAS[case]
    assert comparator_of(evaluate(formula, INPUTS)) == (comparator, value)


@pytest.mark.parametrize("formula", IMPOSSIBLE)
def test_a_formula_that_cannot_be_computed_says_why(formula: str) -> None:
    inputs = INPUTS | {"words": Quantity(words="a few", unit="firms"), "loss": usd("=", "-3")}
    with pytest.raises(CannotDerive) as caught:
        evaluate(formula, inputs)
    assert str(caught.value) == IMPOSSIBLE[formula]


def test_a_product_of_two_ranges_has_both_ends() -> None:
    assert multiply(Bounds(D(2), D(3), low_open=True), Bounds(D(5), D(7))) == Bounds(D(10), D(21), low_open=True)


def test_a_quotient_turns_the_ends_of_its_divisor() -> None:
    assert divide(Bounds(D(8), None), Bounds(D(2), D(4), high_open=True)) == Bounds(D(2), None, low_open=True)


def test_a_product_with_a_missing_end_has_a_missing_end() -> None:
    assert multiply(Bounds(None, D(3)), Bounds(D(5), None)) == Bounds(None, None)


def test_a_formula_is_told_term_by_term_also_where_one_id_begins_with_another() -> None:
    told = {"capex": "$3 billion", "capex-share": "half"}
    assert deriving.substituted("capex × capex-share ÷ 2", told) == "$3 billion × half ÷ 2"
