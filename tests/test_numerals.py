"""The amounts in a sentence are read with their scale, currency and unit, in digits and in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from narratives.library.rules.numerals import amounts, ends, repeats
from narratives.models import Quantity

# text → of each amount what it covers, its numbers, its kind and its currency
READ: dict[str, list[tuple[str, str, str, str | None]]] = {
    "more than $800 billion next year": [("$800 billion", "800000000000", "money", "USD")],
    "US$40bn and HK$5 million": [
        ("US$40bn", "40000000000", "money", "USD"),
        ("HK$5 million", "5000000", "money", "HKD"),
    ],
    "RMB 380 billion, CHF 7, ¥3 trillion": [
        ("RMB 380 billion", "380000000000", "money", "CNY"),
        ("CHF 7", "7", "money", "CHF"),
        ("¥3 trillion", "3000000000000", "money", None),
    ],
    "30 billion euros, a trillion dollars": [
        ("30 billion euros", "30000000000", "money", "EUR"),
        ("a trillion dollars", "1000000000000", "money", "USD"),
    ],
    "$1,000 trillion, −$44.7 billion": [
        ("$1,000 trillion", "1000000000000000", "money", "USD"),
        ("$44.7 billion", "44700000000.0", "money", "USD"),
    ],
    "over a trillion": [("a trillion", "1000000000000", "scaled", None)],
    "820 million Chinese consumers": [("820 million", "820000000", "scaled", None)],
    "between $4 and $5 billion": [("$4 and $5 billion", "4000000000 5000000000", "money", "USD")],
    "$4 billion to $5 billion": [
        ("$4 billion", "4000000000", "money", "USD"),
        ("$5 billion", "5000000000", "money", "USD"),
    ],
    "80 to 85%, 67.7 percent": [("80 to 85%", "80 85", "share", None), ("67.7 percent", "67.7", "share", None)],
    "at least half ($50 trillion) or a quarter": [
        ("half", "50", "share", None),
        ("$50 trillion", "50000000000000", "money", "USD"),
        ("a quarter", "25", "share", None),
    ],
    "Four or five firms, forty-two plants": [
        ("Four or five", "4 5", "count", None),
        ("forty-two", "42", "count", None),
    ],
    "17 years ago, in 2009": [("17", "17", "count", None), ("2009", "2009", "count", None)],
    "the 4th A100, 5G and v3.2 of GPT-4o on a half-day": [],
    "someone, often, a plant": [],
    "": [],
}


@pytest.mark.parametrize("text", READ)
def test_a_sentence_is_read_for_its_amounts(text: str) -> None:
    assert [
        (text[each.start : each.end], " ".join(map(str, each.numbers)), each.kind, each.currency)
        for each in amounts(text)
    ] == READ[text]


LIKE: dict[tuple[str, str], bool] = {
    ("$800bn", "exceeding $800 billion"): True,
    ("$1 trillion", "possibly over a trillion"): True,
    ("$0.8 trillion", "$800 billion"): True,
    ("30 billion euros", "€30 billion"): True,
    ("$4 billion", "$4 to $5 billion"): True,
    ("half", "50%"): True,
    ("€800 billion", "$800 billion"): False,
    ("$800 million", "$800 billion"): False,
    ("$4 to $6 billion", "$4 to $5 billion"): False,
    ("80%", "$80"): False,
    ("50 plants", "50%"): False,
}


@pytest.mark.parametrize(("one", "other"), LIKE)
def test_two_wordings_of_one_amount_are_alike_and_no_others(one: str, other: str) -> None:
    assert amounts(one)[0].like(amounts(other)[0]) is LIKE[one, other]


REPEATED: dict[str, tuple[dict[str, Any], bool]] = {
    "they spend $800 billion": ({"value": 800, "scale": "billion", "currency": "USD"}, True),
    "they spend 800 billion": ({"value": 800, "scale": "billion", "currency": "USD"}, True),
    "they lose $44.7 billion": ({"value": "-44.7", "scale": "billion", "currency": "USD"}, True),
    "it takes half of it": ({"value": 50, "unit": "percent"}, True),
    "from 80% on": ({"low": 80, "high": 85, "unit": "percent"}, True),
    "for 17 long years": ({"value": 17, "unit": "years"}, True),
    "they spend €800 billion": ({"value": 800, "scale": "billion", "currency": "USD"}, False),
    "they spend 80%": ({"value": 80, "currency": "USD"}, False),
    "in 17 firms": ({"value": 17, "unit": "years"}, False),
    "in 18 years": ({"value": 17, "unit": "years"}, False),
    "a few hundred, 7 at least": ({"words": "a few hundred"}, False),
}


@pytest.mark.parametrize("text", REPEATED)
def test_an_amount_repeats_a_quantity_only_in_its_currency_or_unit(text: str) -> None:
    fields, wanted = REPEATED[text]
    assert repeats(text, amounts(text)[0], Quantity.model_validate(fields)) is wanted


def test_the_ends_of_a_quantity_are_its_numbers_with_the_scale() -> None:
    stated = Quantity.model_validate({"low": "4", "high": "5.5", "scale": "billion", "currency": "USD"})
    assert ends(stated) == (Decimal(4_000_000_000), Decimal(5_500_000_000))
