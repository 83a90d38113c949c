"""What a stated period means, counted from the day on which it was said."""

from __future__ import annotations

from datetime import date

import pytest

from narratives.library.rules.times import meanings

ANCHOR = date(2026, 6, 18)  # a Thursday
MEANT = {
    "next year": ["2027"],
    "Next year": ["2027"],
    "this year": ["2026"],
    "since last year": ["2025"],
    "by the end of next year": ["2027"],
    "this year and next year": ["2026", "2027"],
    "17 years ago": ["2009"],
    "seventeen years ago": ["2009"],
    "a year ago": ["2025"],
    "last month": ["2026-05"],
    "next month": ["2026-07"],
    "six months ago": ["2025-12"],
    "last week": ["2026-06"],
    "yesterday": ["2026-06-17"],
    "tomorrow": ["2026-06-19"],
}
LEFT_ALONE = (
    "now",
    "today",
    "in recent days",
    "the following year",
    "in the next five or ten years",
    "four or five years ago",
    "10-15 years ago",
    "about 17 years ago",
    "more than a year ago",
    "over the last year",
    "next fiscal year",
    "by 2027",
    "3000 years ago",
)


@pytest.mark.parametrize("stated", MEANT)
def test_a_period_that_the_words_fix_is_counted_from_its_day(stated: str) -> None:
    assert meanings(stated, ANCHOR) == MEANT[stated]


@pytest.mark.parametrize("stated", LEFT_ALONE)
def test_a_period_that_the_words_leave_open_is_left_alone(stated: str) -> None:
    assert meanings(stated, ANCHOR) == []


def test_months_and_weeks_go_over_the_end_of_a_year_and_of_a_month() -> None:
    new_year, july = date(2026, 1, 15), date(2026, 7, 8)
    assert [meanings("last month", new_year), meanings("last week", july), meanings("last year", new_year)] == [
        ["2025-12"],
        ["2026-06", "2026-07"],
        ["2025"],
    ]
