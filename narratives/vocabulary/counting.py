"""How a number and what it counts are told together."""

from __future__ import annotations


def agreeing(count: int, one: str, several: str) -> str:
    """``one`` where one is counted, else ``several``: “is” or “are”, “it” or “them”."""
    return one if count == 1 else several


def plural(count: int, noun: str) -> str:
    """“1 amount”, “3 amounts”, “0 amounts”."""
    return f"{count} {agreeing(count, noun, f'{noun}s')}"
