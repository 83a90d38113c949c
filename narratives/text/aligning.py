"""Two wordings of one statement, word by word: what each has that the other has not.

Words are compared without case and without the marks around them; Chinese, which is written without spaces, character by
character. The longest runs in common stay (Ratcliff and Obershelp, as in ``difflib``); what lies between them is changed.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r"[\u3400-\u9fff]|(?:(?![\u3400-\u9fff])[^\s])+")
LEAST = 0.12  # of the characters of the other wording
TELLING = 4  # letters; shorter words are in every sentence
ROUND = "“”\"'‘’.,;:!?()—–-…"


@dataclass(frozen=True)
class Part:
    """A stretch of one wording; ``changed`` where the other wording has not these words, ``note`` numbers a typed change."""

    text: str
    changed: bool = False
    note: int | None = None


def differences(first: str, other: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The stretches of ``first`` that ``other`` has not, and the reverse, as character ranges in reading order."""
    ours, theirs = list(WORD.finditer(first)), list(WORD.finditer(other))
    matcher = difflib.SequenceMatcher(None, [_bare(m) for m in ours], [_bare(m) for m in theirs], autojunk=False)
    gone, new = [], []
    for same, a, b, c, d in _smoothed(matcher.get_opcodes(), ours):
        if not same:
            gone += [(ours[a].start(), ours[b - 1].end())] if b > a else []
            new += [(theirs[c].start(), theirs[d - 1].end())] if d > c else []
    return gone, new


def alike(first: str, other: str) -> bool:
    """Whether two wordings have so much in common that what differs is worth marking; else all would be marked."""
    changed = sum(end - start for start, end in differences(first, other)[1])
    return len(other) - changed >= LEAST * len(other)


def find(words: str, text: str) -> tuple[int, int] | None:
    """Where the words stand in the text as whole words, in any case; None where they do not."""
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    found = re.search(rf"(?<![A-Za-z0-9]){spaced}(?![A-Za-z0-9])", text, re.IGNORECASE)
    return found.span() if found else None


def parts(text: str, changed: list[tuple[int, int]], named: list[str | None]) -> list[Part]:
    """``text`` cut where it changes; the words of change number n (from 1) carry that number at their end."""
    places = {n: place for n, words in enumerate(named, 1) if words and (place := find(words, text))}
    cuts = {0, len(text), *(end for place in (*changed, *places.values()) for end in place)}
    ends: dict[int, int] = {}
    for number, (_, end) in places.items():
        ends.setdefault(end, number)
    marked = [*changed, *places.values()]
    result = []
    edges = sorted(cuts)
    for start, end in itertools.pairwise(edges):
        inside = any(low <= start and end <= high for low, high in marked)
        result.append(Part(text[start:end], inside, ends.get(end)))
    return result


def _smoothed(
    steps: Sequence[tuple[str, int, int, int, int]], words: list[re.Match[str]]
) -> list[tuple[bool, int, int, int, int]]:
    """The steps from one wording to the other, in which a lone “at” or “the” between two changes is part of the change."""
    result: list[tuple[bool, int, int, int, int]] = []
    for n, (kind, *at) in enumerate(steps):
        a, b, c, d = at
        inside = 0 < n < len(steps) - 1
        lone = kind == "equal" and inside and all(len(_bare(words[i])) < TELLING for i in range(a, b))
        same = kind == "equal" and not (lone and not any(_bare(words[i])[0].isdigit() for i in range(a, b)))
        if result and not same and not result[-1][0]:
            last = result.pop()
            a, c = last[1], last[3]
        result.append((same, a, b, c, d))
    return result


def _bare(word: re.Match[str]) -> str:
    return word.group().strip(ROUND).casefold() or word.group()
