"""What the public record is and says of a claim, and what became of a forecast."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FactKind = Literal["actual", "guidance", "forecast", "pledge", "statement"]
Verdict = Literal["supports", "qualifies", "disputes"]
State = Literal["open", "held", "did-not-hold", "cannot-be-judged"]


@dataclass(frozen=True)
class VerdictWords:
    """One verdict: what one fact does (``one``) or ``several`` do, and what they are called after a number (``counted``)."""

    one: str
    several: str
    counted: str


@dataclass(frozen=True)
class FactWords:
    """One kind of fact: ``told`` in sentences, ``short`` behind an amount; empty where that is reported."""

    told: str
    short: str


VERDICTS: dict[Verdict, VerdictWords] = {
    "supports": VerdictWords("supports", "support", "supporting"),
    "qualifies": VerdictWords("qualifies", "qualify", "qualifying"),
    "disputes": VerdictWords("disputes", "dispute", "disputing"),
}
FACTS: dict[FactKind, FactWords] = {
    "actual": FactWords("reported", ""),
    "guidance": FactWords("the firm’s own outlook", "outlook"),
    "forecast": FactWords("a forecast", "forecast"),
    "pledge": FactWords("a pledge", "pledge"),
    "statement": FactWords("a statement elsewhere", ""),
}
RANKS = {"primary": "primary source", "secondary": "secondary source", "own": "our own reckoning"}
FORECASTS: dict[State, str] = {
    "open": "open",
    "held": "held",
    "did-not-hold": "did not hold",
    "cannot-be-judged": "cannot be judged",
}
