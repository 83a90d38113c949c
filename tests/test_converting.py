"""An amount is converted at the nearest sourced rate, or it stays as stated."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from narratives.models import Quantity, Rate
from narratives.semantics import converting


def rate(id: str, day: str, per_dollar: str, currency: str = "CNY") -> Rate:
    fields = {"id": id, "currency": currency, "per_dollar": per_dollar, "date": day}
    return Rate.model_validate({**fields, "title": "A page", "publisher": "A bank", "snippet": per_dollar})


def quantity(**fields: Any) -> Quantity:
    return Quantity.model_validate({"scale": "billion", "currency": "CNY", **fields})


RATES = (
    rate("early", "2025-02-24", "7.24"),
    rate("late", "2026-03-31", "6.9"),
    rate("euro", "2026-01-01", "0.9", "EUR"),
)
STAYS: dict[str, tuple[dict[str, Any], str]] = {
    "no rate within a year": ({"value": 380}, "2022-01-01"),
    "an amount in words": ({"words": "hundreds of billions", "scale": None}, "2025-02-24"),
    "another currency": ({"value": 4, "currency": "GBP"}, "2026-01-01"),
}


def test_the_family_is_not_empty() -> None:
    assert len(STAYS) == 3


def test_the_nearest_rate_is_taken_and_named() -> None:
    made = converting.to_dollars(quantity(value=380), "2025-03-01", RATES)
    assert made is not None
    assert (made.rate.id, made.quantity.value, made.quantity.currency, made.quantity.scale) == (
        "early",
        Decimal("52.5"),
        "USD",
        "billion",
    )


def test_a_bound_and_both_ends_of_a_range_are_kept() -> None:
    bound = converting.to_dollars(quantity(comparator=">", value=69), "2026-03-01", RATES)
    ends = converting.to_dollars(quantity(low=69, high=138), "2026-03-01", RATES)
    assert bound is not None and ends is not None
    assert (bound.quantity.comparator, bound.quantity.value) == (">", Decimal(10))
    assert (ends.quantity.low, ends.quantity.high) == (Decimal(10), Decimal(20))


@pytest.mark.parametrize("case", STAYS)
def test_without_a_sourced_rate_near_its_day_an_amount_stays_as_stated(case: str) -> None:
    fields, day = STAYS[case]
    assert converting.to_dollars(quantity(**fields), day, RATES) is None


def test_a_conversion_is_no_more_exact_than_the_choice_of_its_day() -> None:
    assert [converting.rounded(Decimal(each)) for each in ("52.4861", "0.0012345", "1234567", "0")] == [
        Decimal("52.5"),
        Decimal("0.00123"),
        Decimal("1230000"),
        Decimal(0),
    ]
