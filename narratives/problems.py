"""A problem in the content, written for the editor who will mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One slip in one place.

    ``file`` is the path as the editor knows it, ``line`` counts from 1 (0 where the whole file is meant),
    ``what`` names the record and the slip, ``why`` says what depends on it, ``mend`` says how to put it right.
    """

    file: str
    line: int
    what: str
    why: str = ""
    mend: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        rows = [f"{place}: {self.what}"]
        if self.why:
            rows.append(f"    why   {self.why}")
        if self.mend:
            rows.append(f"    mend  {self.mend}")
        return "\n".join(rows)


def report(problems: Iterable[Problem]) -> str:
    """All problems in reading order, each printed as a clickable line with its why and its mend."""
    return "\n\n".join(str(problem) for problem in sorted(problems))
