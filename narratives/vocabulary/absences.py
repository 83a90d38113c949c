"""How something is spoken of or not: the kinds of absence, and the states of a topic of which they are four."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

AbsenceKind = Literal["not-stated", "asked-not-answered", "excluded-by-choice", "not-applicable"]


@dataclass(frozen=True)
class StateWords:
    """One state of a topic: ``told`` in sentences, ``short`` at a mark, ``cell`` in a matrix and ``mark`` the mark it has there."""

    told: str
    short: str
    cell: str
    mark: str


STATES = {
    "number": StateWords("a number", "number", "a number", "yes"),
    "number-one": StateWords("a number, of one firm only", "one firm", "one firm", "other"),
    "number-others": StateWords("a number, in the words of others", "others’ words", "others’ words", "other"),
    "words": StateWords("words only", "words only", "words only", "words"),
    "asked-not-answered": StateWords("asked and not answered", "not answered", "not answered", "silent"),
    "excluded-by-choice": StateWords("excluded by choice", "excluded", "excluded", "excluded"),
    "not-stated": StateWords("no figure stated", "no figure", "no figure", "silent"),
    "not-applicable": StateWords("not applicable", "n/a", "n/a", "not-raised"),
    "not-raised": StateWords("not raised", "not raised", "not raised", "not-raised"),
}
ABSENCES: dict[AbsenceKind, str] = {kind: STATES[kind].told for kind in get_args(AbsenceKind)}
