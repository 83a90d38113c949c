"""Arithmetic that carries bounds: at least half of more than 100 is more than 50.

A quantity is read as an interval of positive numbers, either end of which may be open or missing. Products and quotients
of intervals follow interval arithmetic (Moore, *Interval Analysis*, 1966); “about” stays “about”, since it has no ends.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from narratives.models import Comparator, Quantity
from narratives.vocabulary import units


class CannotDerive(ValueError):
    """The formula cannot be computed; the message says why, in words an editor can act on."""


@dataclass(frozen=True)
class Bounds:
    """An interval; ``None`` is a missing end, ``*_open`` says that the end itself is not included."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    about: bool = False


def in_units(number: Decimal, quantity: Quantity) -> Decimal:
    """``number`` in whole units of its currency or unit; a percentage as a share of one."""
    return number / 100 if quantity.unit == "percent" else number * units.factor(quantity.scale)


def bounds(quantity: Quantity) -> Bounds:
    """The interval a quantity states; CannotDerive where it has only words."""
    if quantity.low is not None and quantity.high is not None:
        ends = in_units(quantity.low, quantity), in_units(quantity.high, quantity)
        return Bounds(*ends, about=quantity.comparator == "~")
    if quantity.value is None:
        raise CannotDerive(f"“{quantity.words}” has no number to compute with")
    value = in_units(quantity.value, quantity)
    return {
        ">": Bounds(value, None, low_open=True),
        ">=": Bounds(value, None),
        "<": Bounds(None, value, high_open=True),
        "<=": Bounds(None, value),
        "~": Bounds(value, value, about=True),
        "=": Bounds(value, value),
    }[quantity.comparator]


def multiply(a: Bounds, b: Bounds) -> Bounds:
    """The product of two intervals of positive numbers."""
    _positive(a, b)
    low = a.low * b.low if a.low is not None and b.low is not None else None
    high = a.high * b.high if a.high is not None and b.high is not None else None
    return Bounds(low, high, a.low_open or b.low_open, a.high_open or b.high_open, a.about or b.about)


def divide(a: Bounds, b: Bounds) -> Bounds:
    """The quotient of two intervals of positive numbers."""
    _positive(a, b)
    if b.low == 0 or b.high == 0:
        raise CannotDerive("the divisor may be zero")
    low = a.low / b.high if a.low is not None and b.high is not None else None
    high = a.high / b.low if a.high is not None and b.low is not None else None
    return Bounds(low, high, a.low_open or b.high_open, a.high_open or b.low_open, a.about or b.about)


def evaluate(formula: str, inputs: dict[str, Quantity]) -> Bounds:
    """The interval a formula gives: claim ids and numbers joined by `` × `` and `` ÷ ``, from left to right."""
    first, *rest = re.split(r"\s+([×÷])\s+", formula.strip())
    result = _term(first, inputs)
    for sign, term in zip(rest[::2], rest[1::2], strict=True):
        result = (multiply if sign == "×" else divide)(result, _term(term, inputs))
    return result


def substituted(formula: str, told: Mapping[str, str]) -> str:
    """A formula with what is told of a claim in place of its id; whole terms only, since one id may begin with another."""
    parts = re.split(r"(\s+[×÷]\s+)", formula)
    return "".join(told.get(part, part) for part in parts)


def comparator_of(result: Bounds) -> tuple[Comparator, Decimal | None]:
    """How an interval is stated with one number: ``(">", 5e13)``; the number is None where it has two unlike ends."""
    if result.about:
        return "~", result.low if result.low == result.high else None
    if result.low is not None and result.low == result.high:
        return "=", result.low
    if result.high is None:
        return (">" if result.low_open else ">="), result.low
    if result.low is None:
        return ("<" if result.high_open else "<="), result.high
    return "=", None


def _term(term: str, inputs: dict[str, Quantity]) -> Bounds:
    if term in inputs:
        return bounds(inputs[term])
    if re.fullmatch(r"\d+(\.\d+)?", term):
        return Bounds(Decimal(term), Decimal(term))
    raise CannotDerive(f"“{term}” is neither a number nor one of the inputs")


def _positive(*all_bounds: Bounds) -> None:
    for each in all_bounds:
        if (each.low is not None and each.low < 0) or (each.high is not None and each.high < 0):
            raise CannotDerive("negative amounts are not multiplied here; their bounds would turn")
