"""An amount in another currency → U.S. dollars, at a sourced rate near its day; without such a rate it stays as stated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from narratives.models import Quantity, Rate

FARTHEST = 366  # days: a rate from another year says little about an amount
FIGURES = 3  # a conversion is no more exact than the choice of its day


@dataclass(frozen=True)
class Conversion:
    """An amount in U.S. dollars, with the rate it was made with; bounds stay bounds, and the value is rounded."""

    quantity: Quantity
    rate: Rate


def to_dollars(quantity: Quantity, day: str, rates: Iterable[Rate]) -> Conversion | None:
    """``quantity`` at the rate nearest to ``day`` (YYYY-MM-DD); None for dollars, words, or where no rate is near enough."""
    wanted = date.fromisoformat(day)
    near = [
        (abs((date.fromisoformat(rate.date) - wanted).days), rate)
        for rate in rates
        if rate.currency == quantity.currency
    ]
    near = [each for each in near if each[0] <= FARTHEST]
    if not near or (quantity.value is None and quantity.low is None):
        return None
    rate = min(near, key=lambda each: (each[0], each[1].id))[1]
    ends = {
        name: rounded(number / rate.per_dollar)
        for name in ("value", "low", "high")
        if (number := getattr(quantity, name)) is not None
    }
    return Conversion(quantity.model_copy(update={**ends, "currency": "USD", "words": None}), rate)


def rounded(number: Decimal, figures: int = FIGURES) -> Decimal:
    """``number`` to so many significant figures."""
    if not number:
        return number
    step = Decimal(1).scaleb(number.adjusted() - figures + 1)
    return number.quantize(step, ROUND_HALF_EVEN).normalize() + 0
