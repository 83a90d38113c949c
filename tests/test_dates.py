"""Dates stay the text that the source gives, and are days of the calendar."""

from __future__ import annotations

import pytest

from narratives.models import dates

GOOD = {
    "2026": "2026",
    "2024-07": "July 2024",
    "2026-06-18": "18 June 2026",
    "2024-02-29": "29 February 2024",
    "2025/2027": "2025 to 2027",
    "2026-06/2026-07": "June 2026 to July 2026",
    "2026-06-18/2026-06-21": "18 June 2026 to 21 June 2026",
    "../2027": "by 2027",
    "../2026-06-18": "by 18 June 2026",
    "../2025": "by 2025",
    "2025/2025-06": "2025 to June 2025",
    "2025-06/2025": "June 2025 to 2025",
    "2025/2025-01-01": "2025 to 1 January 2025",
    "2025-12-31/2025": "31 December 2025 to 2025",
    "2025-06-18/2025-06": "18 June 2025 to June 2025",
    "2025-06/2025-06-01": "June 2025 to 1 June 2025",
    "2025-06-18/2025-06-18": "18 June 2025 to 18 June 2025",
}
LATE = "the interval ends before it begins"
NO_DATE = "not a date such as 2026-06-18, 2026-06, 2026 or 2025/2027"
BAD = {
    "": NO_DATE,
    "next year": NO_DATE,
    "26-06-18": NO_DATE,
    "2026-6-18": NO_DATE,
    "2026-06-18T10:00": NO_DATE,
    "2026\n": NO_DATE,
    "２０２６": NO_DATE,
    "2025/": NO_DATE,
    "/2025": NO_DATE,
    "2025/..": NO_DATE,
    "..": NO_DATE,
    "../": NO_DATE,
    "../..": NO_DATE,
    "../2025/2027": NO_DATE,
    "2026-13": "2026-13 is not a day in the calendar",
    "2026-02-29": "2026-02-29 is not a day in the calendar",
    "0000": "0000 is not a day in the calendar",
    "2027/2025": LATE,
    "2025-06/2024": LATE,
    "2025-12/2025-01": LATE,
    "2025-06/2025-05-31": LATE,
    "2025-06-18/2025-05": LATE,
    "2025-06-18/2025-06-17": LATE,
    "2025/2024-12-31": LATE,
    "2025/2026/2027": "an interval has one stroke, as in 2025/2027",
}


def test_there_are_dates_of_both_kinds() -> None:
    assert (len(GOOD), len(BAD)) == (17, 25)


@pytest.mark.parametrize("text", GOOD)
def test_a_date_of_the_sources_is_kept_to_the_letter(text: str) -> None:
    assert dates.edtf(text) == text


@pytest.mark.parametrize("text", GOOD)
def test_a_date_is_said_as_a_reader_says_it(text: str) -> None:
    assert dates.in_words(text) == GOOD[text]


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_date_is_refused_with_the_reason(text: str) -> None:
    with pytest.raises(ValueError) as caught:
        dates.edtf(text)
    assert str(caught.value) == BAD[text]


def test_a_day_on_which_something_was_said_has_a_beginning() -> None:
    assert [dates.begun(text) for text in ("2026", "2026-06-18/2026-06-21")] == ["2026", "2026-06-18/2026-06-21"]
    with pytest.raises(ValueError, match=NO_DATE):
        dates.begun("../2027")


def test_a_full_day_is_asked_for_where_a_year_will_not_do() -> None:
    assert dates.iso_date("2026-06-18") == "2026-06-18"
    for text in ("2026", "2026-06", "2025/2027", "2026-06-18 "):
        with pytest.raises(ValueError, match="not a full date such as 2026-06-18"):
            dates.iso_date(text)
    with pytest.raises(ValueError, match="2026-06-31 is not a day in the calendar"):
        dates.iso_date("2026-06-31")


def test_a_text_that_is_no_date_is_said_unchanged() -> None:
    assert dates.in_words("next year") == "next year"
