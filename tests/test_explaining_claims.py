"""A slip in one field of a claim is one problem, which says what, why and how to mend it."""

from __future__ import annotations

import pytest

from narratives.library.problems import Problem
from tests.example import Example

CAPEX = "claim “makers-capex”"
NUMBER = "The number as stated, before the scale: 800 in “$800 billion”."
DIGITS = "write digits only: the scale and currency have fields of their own"
QUANTITY = "The amount as stated."
ASK = "put it right, or ask what was meant"
GROUP = "write each field on its own line, indented"
AMOUNT = '{comparator: ">", value: 40, scale: billion, currency: USD}'

# slip: (what stands in claims.yaml, what is put there, line, what is said, why, how to mend it)
SLIPS: dict[str, tuple[str, str, int, str, str, str]] = {
    "a misspelt word of a closed list": (
        'comparator: ">"',
        'comparator: "=>"',
        16,
        f"{CAPEX}: quantity.comparator is “=>”, not one of >, >=, ~, <=, <, =",
        "`>` more than, `>=` at least, `~` about, `<=` at most, `<` less than.",
        "choose one of >, >=, ~, <=, <, =",
    ),
    "a word like none of a closed list": (
        "region: US",
        "region: Mars",
        14,
        f"{CAPEX}: region is “Mars”, not one of US, CN, EU, WORLD",
        "Where: `US`, `CN`, `EU`, `WORLD`; needed with an amount.",
        "choose one of US, CN, EU, WORLD",
    ),
    "a misspelt field": (
        "modality: possible",
        "modalty: possible",
        4,
        "claim “compute-doubles”: modalty is not a known field",
        "Unknown fields are refused, so that a misspelt hedge cannot get lost in silence.",
        "write “modality”",
    ),
    "an unknown field deep inside": (
        "scale: billion",
        "sclae: billion",
        16,
        f"{CAPEX}: quantity.sclae is not a known field",
        "Unknown fields are refused, so that a misspelt hedge cannot get lost in silence.",
        "write “scale”",
    ),
    "a missing field": (
        "  region: US\n  about",
        "  about",
        8,
        f"{CAPEX}: region is missing",
        "Where: `US`, `CN`, `EU`, `WORLD`; needed with an amount.",
        "add “region:”",
    ),
    "a field that every record needs is missing": (
        "type: prediction\n  modality",
        "modality",
        1,
        "claim “compute-doubles”: type is missing",
        "What kind of statement it is.",
        "add “type:” with its value",
    ),
    "text where a group is meant": (
        AMOUNT,
        "about $40 billion",
        16,
        f"{CAPEX}: quantity is not a group of fields: “about $40 billion”",
        QUANTITY,
        GROUP,
    ),
    "a list where a group is meant": (
        AMOUNT,
        "[40]",
        16,
        f"{CAPEX}: quantity is not a group of fields",
        QUANTITY,
        GROUP,
    ),
    "an amount in words": (
        "value: 40",
        "value: forty",
        16,
        f"{CAPEX}: quantity.value is not a number: “forty”",
        NUMBER,
        DIGITS,
    ),
    "an amount with its groups": (
        "value: 40",
        'value: "40,000"',
        16,
        f"{CAPEX}: quantity.value is not a number: “40,000”",
        NUMBER,
        DIGITS,
    ),
    "an amount that is no number": (
        "value: 40",
        "value: NaN",
        16,
        f"{CAPEX}: quantity.value is not a number: “NaN”",
        NUMBER,
        "write digits only",
    ),
    "an amount without end": (
        "value: 40",
        "value: Infinity",
        16,
        f"{CAPEX}: quantity.value is not a number: “Infinity”",
        NUMBER,
        "write digits only",
    ),
    "an amount with a billion zeros": (
        "value: 40",
        "value: 1e999999999",
        16,
        f"{CAPEX}: quantity.value is too long a number: “1e999999999”",
        NUMBER,
        "write it with its scale",
    ),
    "an amount that vanishes": (
        "value: 40",
        "value: 1e-999999999",
        16,
        f"{CAPEX}: quantity.value is too long a number: “1e-999999999”",
        NUMBER,
        "write it with its scale",
    ),
    "a count that is no whole number": (
        "low: 3",
        "low: 3.5",
        13,
        f"{CAPEX}: entity.count.low is not a whole number: “3.5”",
        "Smallest number stated: 4 in “four or five”.",
        "write digits only",
    ),
    "a count of none": (
        "low: 3",
        "low: 0",
        13,
        f"{CAPEX}: entity.count.low is below 1: “0”",
        "Smallest number stated: 4 in “four or five”.",
        "write the number as stated",
    ),
    "a count with five thousand digits": (
        "high: 4",
        "high: " + "9" * 5000,
        13,
        f"{CAPEX}: entity.count.high is too long a number: “{'9' * 57}…”",
        "Largest number stated: 5 in “four or five”.",
        "write the number as stated",
    ),
    "a count that goes down": (
        "{low: 3, high: 4}",
        "{low: 4, high: 3}",
        13,
        f"{CAPEX}: entity.count: low is above high",
        "How many, as stated; kept wherever the amount is shown. `{low: 1, high: 1}` says that it is one alone "
        "and needs no word in the quote; left out, the number is unknown.",
        ASK,
    ),
    "an amount and a range": (
        "value: 40",
        "value: 40, low: 40, high: 50",
        16,
        f"{CAPEX}: quantity: value and low/high are both given; a statement is one or the other",
        QUANTITY,
        ASK,
    ),
    "half a range": (
        "value: 40",
        "low: 40",
        16,
        f"{CAPEX}: quantity: low and high come together",
        QUANTITY,
        ASK,
    ),
    "a range that goes down": (
        'comparator: ">", value: 40',
        "low: 50, high: 40",
        16,
        f"{CAPEX}: quantity: low is above high",
        QUANTITY,
        ASK,
    ),
    "a bound on a range": (
        "value: 40",
        "low: 40, high: 50",
        16,
        f"{CAPEX}: quantity: a range has two ends already; only “~” goes with low and high",
        QUANTITY,
        ASK,
    ),
    "no amount at all": (
        "value: 40, ",
        "",
        16,
        f"{CAPEX}: quantity: neither value, low/high nor words is given; a missing amount is an `absence`",
        QUANTITY,
        ASK,
    ),
    "an amount of nothing": (
        ", currency: USD",
        "",
        16,
        f"{CAPEX}: quantity: a number needs either unit or currency",
        QUANTITY,
        ASK,
    ),
    "an amount of two things": (
        "currency: USD",
        "currency: USD, unit: percent",
        16,
        f"{CAPEX}: quantity: a number needs either unit or currency",
        QUANTITY,
        ASK,
    ),
    "a currency that is no code": (
        "currency: USD",
        "currency: dollars",
        16,
        f"{CAPEX}: quantity.currency is not written as it must be: “dollars”",
        "ISO 4217 code of the currency as stated; never converted here.",
        "it must match ^[A-Z]{3}$",
    ),
}


def test_there_are_slips_to_explain() -> None:
    assert len(SLIPS) == 26


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_a_claim_is_one_problem_with_its_line_its_why_and_its_mend(slip: str, example: Example) -> None:
    old, new, line, what, why, mend = SLIPS[slip]
    example.edit("claims.yaml", old, new)
    assert example.problems() == (Problem("content/example/claims.yaml", line, what, why, mend),)
