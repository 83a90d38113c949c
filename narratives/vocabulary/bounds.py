"""How an amount is bounded: the words before it, and what its form is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Comparator = Literal[">", ">=", "~", "<=", "<", "="]


@dataclass(frozen=True)
class ComparatorWords:
    """One comparator: ``before`` the amount, and the ``form`` that such an amount has in tables and pictures."""

    before: str
    form: str


COMPARATORS: dict[Comparator, ComparatorWords] = {
    ">": ComparatorWords("more than", "lower bound"),
    ">=": ComparatorWords("at least", "lower bound"),
    "~": ComparatorWords("about", "about"),
    "<=": ComparatorWords("at most", "upper bound"),
    "<": ComparatorWords("less than", "upper bound"),
    "=": ComparatorWords("", "stated"),
}
