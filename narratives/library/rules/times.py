"""A period is the one that was said: it has its day, and agrees with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from narratives.library.problems import Problem
from narratives.library.rules.draft import Draft
from narratives.library.rules.numerals import SPELLED
from narratives.models import dates
from narratives.semantics import hedging

STEPS = {"this": 0, "next": 1, "last": -1}
DAYS = {"yesterday": -1, "tomorrow": 1}
# “The last year” may be the past twelve months, a fiscal year has its own beginning, “about” leaves a margin.
LOOSE = re.compile(
    r"(?<!\w)(?:the (?:next|last)|fiscal|financial|about|around|almost|nearly|roughly|approximately|some|over|under|"
    r"(?:more|less|fewer) than|at (?:least|most)|\S+ (?:or|to) \S+ (?:year|month)s)(?!\w)",
    re.IGNORECASE,
)
STEP = re.compile(r"(?<![\w-])(this|next|last) (year|month|week)(?!\w)", re.IGNORECASE)
AGO = re.compile(rf"(?<![\w.,–-])(\d+|an?|{'|'.join(SPELLED)}) (year|month)s? ago(?!\w)", re.IGNORECASE)


def relative_periods_have_an_anchor(draft: Draft) -> Iterator[Problem]:
    """“Next year” needs the day on which it was said."""
    for i, claim in draft.claims.items():
        if claim.period and claim.period.anchor is None and hedging.is_relative(claim.period.stated):
            yield draft.problem(
                "claims.yaml",
                (i, "period"),
                f"claim “{claim.id}”: the period “{claim.period.stated}” has no anchor date",
                "“Next year” means nothing without the day on which it was said.",
                "add “anchor: YYYY-MM-DD”",
            )


def periods_agree_with_their_anchor(draft: Draft) -> Iterator[Problem]:
    """“Next year” is resolved to the year after its anchor, “17 years ago” to the year 17 before; and so on."""
    for i, claim in draft.claims.items():
        period = claim.period
        if not period or not period.anchor or not period.resolved:
            continue
        told = meanings(period.stated, date.fromisoformat(dates.first_day(period.anchor) or period.anchor))
        meant = [one for one in told if len(one) <= len(period.anchor)]  # a year alone fixes no month
        ends = [end for end in period.resolved.split("/") if end != ".."]
        if meant and not any(end.startswith(one) or one.startswith(end) for end in ends for one in meant):
            said = " or ".join(meant)
            yield draft.problem(
                "claims.yaml",
                (i, "period", "resolved"),
                f"claim “{claim.id}”: “{period.stated}”, said on {dates.in_words(period.anchor)}, is {said}, "
                f"but resolved is {period.resolved}",
                "Charts and sentences show the resolved period; a year beside it is another statement.",
                f"write “resolved: {meant[0]}”, or put the anchor right",
            )


def meanings(stated: str, anchor: date) -> list[str]:
    """What ``stated`` can mean, as the beginnings of EDTF dates; none where its words do not fix it."""
    if LOOSE.search(stated):
        return []
    meant = [_moved(anchor, STEPS[step.lower()], unit.lower()) for step, unit in STEP.findall(stated)]
    for number, unit in AGO.findall(stated):
        ago = int(number) if number.isdigit() else int(SPELLED.get(number.lower(), 1))
        meant.append(_moved(anchor, -ago, unit.lower()))
    meant += [
        [(anchor + timedelta(days=days)).isoformat()] for word, days in DAYS.items() if hedging.holds(stated, word)
    ]
    return sorted({one for each in meant for one in each})


def _moved(anchor: date, by: int, unit: str) -> list[str]:
    """The year, month or months of a week that lie ``by`` units from ``anchor``; none before the year 1."""
    if unit == "year":
        return [f"{anchor.year + by:04d}"] if anchor.year + by > 0 else []
    if unit == "month":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + by, 12)
        return [f"{year:04d}-{month + 1:02d}"] if year > 0 else []
    monday = anchor - timedelta(days=anchor.weekday() - 7 * by)
    return sorted({day.isoformat()[:7] for day in (monday, monday + timedelta(days=6))})
