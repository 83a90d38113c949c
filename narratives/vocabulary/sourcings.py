"""How the words of a narrative reached us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sourcing = Literal["published-transcript", "own-text", "interpreted", "translated-condensed", "second-hand"]


@dataclass(frozen=True)
class SourcingWords:
    """One way: ``told`` in sentences and source lines, ``short`` beside a narrative among others."""

    told: str
    short: str


SOURCINGS: dict[Sourcing, SourcingWords] = {
    "published-transcript": SourcingWords("from a published transcript", "published transcript"),
    "own-text": SourcingWords("from the speaker’s own text", "own text"),
    "interpreted": SourcingWords("in an interpreter’s words", "interpreter’s words"),
    "translated-condensed": SourcingWords(
        "in an English rendering of a condensed article, not a transcript", "condensed and translated"
    ),
    "second-hand": SourcingWords("quoted at second hand", "at second hand"),
}
