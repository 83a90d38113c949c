"""Dates as the sources give them: the part of EDTF (ISO 8601-2) that the packs use, kept as text."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
OPEN = "../"  # an interval of which only the end is stated
ONE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _one(text: str) -> str:
    match = ONE.fullmatch(text)
    if not match:
        raise ValueError("not a date such as 2026-06-18, 2026-06, 2026 or 2025/2027")
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        raise ValueError(f"{text} is not a day in the calendar") from None
    return text


def edtf(text: str) -> str:
    """``text`` itself if it is a year, month, day, an interval of two, or one open at its start (``../2027``)."""
    if text.startswith(OPEN):
        _one(text.removeprefix(OPEN))
        return text
    return begun(text)


def begun(text: str) -> str:
    """``text`` itself if it is a year, month, day or an interval of two of them; ValueError otherwise.

    An interval may end within its beginning, as ``2025-06/2025`` does; its last day is not before its first.
    """
    first, *rest = text.split("/")
    if len(rest) > 1:
        raise ValueError("an interval has one stroke, as in 2025/2027")
    _one(first)
    if rest and last_day(_one(rest[0])) < str(first_day(first)):
        raise ValueError("the interval ends before it begins")
    return text


def iso_date(text: str) -> str:
    """``text`` itself if it is a full day, YYYY-MM-DD; ValueError otherwise."""
    if len(text) != 10:
        raise ValueError("not a full date such as 2026-06-18")
    return _one(text)


def first_day(text: str) -> str | None:
    """The first day of an EDTF date, YYYY-MM-DD; None where it has no beginning (``../2027``)."""
    first = text.split("/", maxsplit=1)[0]
    return None if first == ".." else first + "-01-01"[len(first) - 4 :] if len(first) < 10 else first


def last_day(text: str) -> str:
    """The last day of an EDTF date: ``2027`` → ``2027-12-31``, ``2025-04/2026-03`` → ``2026-03-31``."""
    last = text.rsplit("/", maxsplit=1)[-1]
    if len(last) == 4:
        return f"{last}-12-31"
    if len(last) == 7:
        year, month = map(int, last.split("-"))
        return f"{last}-{monthrange(year, month)[1]:02d}"
    return last


def in_words(text: str) -> str:
    """An EDTF date as a reader says it: ``2026-06-18`` → ``18 June 2026``, ``2025/2027`` → ``2025 to 2027``, ``../2027`` → ``by 2027``."""
    if text.startswith(OPEN):
        return f"by {in_words(text.removeprefix(OPEN))}"
    if "/" in text:
        first, last = text.split("/")
        return f"{in_words(first)} to {in_words(last)}"
    match = ONE.fullmatch(text)
    if not match or not 1 <= int(match[2] or 1) <= 12:  # no date: as it was written
        return text
    year, month, day = match.groups()
    if day:
        return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


Edtf = Annotated[str, AfterValidator(edtf)]
Begun = Annotated[str, AfterValidator(begun)]
IsoDate = Annotated[str, AfterValidator(iso_date)]
