"""A problem in the content, written for the editor who will mend it.

A file may hold 100,000 slips. All are counted; a thousand are explained, a hundred told, since nobody mends more at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from narratives.text.unseen import MARKS
from narratives.vocabulary.counting import plural

TOLD = 100  # of one file in a report
EXPLAINED = 1000  # of one file, so that they take neither minutes nor all of memory
LINES = 5  # of equal problems that are named
PART = 1200  # characters of a part of a problem: an editor’s value may have a million
# What would end a line, move the cursor or turn the order of letters wherever a problem is printed; and what no terminal
# can print, such as a byte of a folder’s name that is not UTF-8.
UNPRINTABLE = re.compile(rf"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{MARKS}]")


@dataclass(frozen=True, order=True)
class Problem:
    """One slip in one place.

    ``file`` is the path as the editor knows it, ``line`` counts from 1 (0 where the whole file is meant),
    ``what`` names the record and the slip, ``why`` says what depends on it, ``mend`` says how to put it right.
    Whatever these hold is made printable and of a bounded length. ``count`` is how many problems it stands for, ``rest``
    whether these are some that are not told.
    """

    file: str
    line: int
    what: str
    why: str = ""
    mend: str = ""
    count: int = 1
    rest: bool = False

    def __post_init__(self) -> None:
        for name in ("file", "what", "why", "mend"):
            object.__setattr__(self, name, printable(getattr(self, name)))

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        rows = [f"{place}: {self.what}"]
        if self.why:
            rows.append(f"    why   {self.why}")
        if self.mend:
            rows.append(f"    mend  {self.mend}")
        return "\n".join(rows)


def printable(text: str) -> str:
    """``text`` on one line, cut where it is very long, each character that cannot be seen written as its escape."""
    if len(text) > PART:
        text = text[:PART] + "…"
    return UNPRINTABLE.sub(lambda mark: mark[0].encode("unicode_escape").decode(), text)


def more(file: str, count: int) -> Problem:
    """What stands for ``count`` problems of a file that are not told one by one."""
    what = f"{plural(count, 'more problem')} in this file"
    return Problem(file, 0, what, "", "mend those above; the next check shows the rest", count, rest=True)


def few(problems: Iterable[Problem]) -> list[Problem]:
    """The first ``EXPLAINED`` of each file as they come, and one that stands for its others."""
    kept: list[Problem] = []
    seen: dict[str, int] = {}
    others: dict[str, int] = {}
    for problem in problems:
        seen[problem.file] = seen.get(problem.file, 0) + 1
        if problem.rest or seen[problem.file] > EXPLAINED:
            others[problem.file] = others.get(problem.file, 0) + problem.count
        else:
            kept.append(problem)
    return kept + [more(file, count) for file, count in others.items()]


def counted(problems: Iterable[Problem]) -> int:
    """How many problems there are, those included that others stand for."""
    return sum(problem.count for problem in problems)


def told(problems: Iterable[Problem]) -> list[Problem]:
    """All problems in reading order: equal ones as one, at most ``TOLD`` of a file, then one that stands for its others."""
    files: dict[str, dict[tuple[str, str, str], list[Problem]]] = {}
    others: dict[str, int] = {}
    for problem in sorted(problems):
        alike = files.setdefault(problem.file, {})
        if problem.rest:
            others[problem.file] = others.get(problem.file, 0) + problem.count
        else:
            alike.setdefault((problem.what, problem.why, problem.mend), []).append(problem)
    rows: list[Problem] = []
    for file, alike in files.items():
        equal = list(alike.values())
        rows += [_as_one(each) for each in equal[:TOLD]]
        if left := others.get(file, 0) + sum(len(each) for each in equal[TOLD:]):
            rows.append(more(file, left))
    return rows


def _as_one(equal: list[Problem]) -> Problem:
    first = equal[0]
    if len(equal) == 1:
        return first
    lines = ", ".join(str(problem.line) for problem in equal[:LINES]) + " …" * (len(equal) > LINES)
    return replace(first, what=f"{first.what} ({len(equal)} times: lines {lines})", count=len(equal))


def report(problems: Iterable[Problem]) -> str:
    """The problems that are told, each printed as a clickable line with its why and its mend."""
    return "\n\n".join(str(problem) for problem in told(problems))
