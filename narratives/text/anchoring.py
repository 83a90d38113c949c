"""Find quoted words in a text: once, verbatim, never fuzzily.

White space is folded and quotation marks are made alike on both sides; nothing else is. A match must begin and end at
the edge of a word, so that “not build trust” is never found inside “cannot build trust”. The selector is the W3C Web
Annotation TextQuoteSelector: ``exact`` with the words right before (``prefix``) and after (``suffix``).
"""

from __future__ import annotations

import bisect
import hashlib
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from narratives.text import overlapping

MARKS = {'"': "“”„«»", "'": "‘’‚"}
STRETCH = 1 << 16  # characters searched at a stretch: Python does nothing else meanwhile, for anybody
PIECE = 1 << 13  # characters cut into words at a stretch
SPACE = re.compile(r"\s")


@dataclass(frozen=True)
class Match:
    """Where the words stand in the normalised text, in characters."""

    start: int
    end: int


@dataclass(frozen=True)
class Closest:
    """The passage most like words that were not found, and the first word in which they differ."""

    passage: str
    wanted: str
    found: str


def straight_on() -> None:
    """No pause: the work is done at one go."""


def straightened(text: str) -> str:
    """``text`` with quotation marks made straight, and no character added or lost."""
    for straight, curly in MARKS.items():
        for mark in curly:
            text = text.replace(mark, straight)  # on long texts ten times as fast as str.translate
    return text


def normalise(text: str) -> str:
    """``text`` with white space folded to single spaces and quotation marks made straight."""
    return " ".join(straightened(text).split())


def find(text: str, exact: str, prefix: str = "", suffix: str = "") -> list[Match]:
    """Every place in ``text`` where the words stand; ``text`` is normalised already, the words need not be."""
    return list(places(text, exact, prefix, suffix))


def places(
    text: str, exact: str, prefix: str = "", suffix: str = "", pause: Callable[[], object] = straight_on
) -> Iterator[Match]:
    """What ``find`` finds, place by place; ``pause`` is called between pieces of work of less than a millisecond."""
    words, before, after = normalise(exact), normalise(prefix), normalise(suffix)
    for at in _occurrences(text, words, pause) if words else ():
        end = at + len(words)
        whole = not (_joins(text, at) or _joins(text, end))
        # One space more than the context, and the mark before it: a text of megabytes is not copied for each place.
        left, right = text[max(0, at - len(before) - 2) : at], text[end : end + len(after) + 2]
        if whole and _ends(left.rstrip(), before) and _starts(right.lstrip(), after):
            yield Match(at, end)


def is_verbatim(text: str, exact: str) -> bool:
    """Whether the words stand in the raw ``text`` to the letter, before any normalisation."""
    return exact in text


def closest(text: str, exact: str) -> Closest | None:
    """Where ``text`` (normalised) comes closest to the words, for the editor who has to mend them; None if nowhere."""
    return nearest(text, [exact])[0]


def nearest(text: str, quotes: Sequence[str], pause: Callable[[], object] = straight_on) -> list[Closest | None]:
    """For each of the quotes where ``text`` comes closest to it: the first longest run of its words, and what is around.

    ``text`` has no two spaces in a row. All quotes are looked for in one pass, in time that grows with the length of the
    text; ``pause`` is called between pieces of work of a few milliseconds.
    """
    wanted = [normalise(quote).split() for quote in quotes]
    pieces = [(0, 0)]  # where each piece of the text begins: its first character, and how many words come before

    def words() -> Iterator[str]:
        for low, high in itertools.pairwise(_cuts(text)):
            pause()
            given = text[low:high].split()
            yield from given
            pieces.append((high, pieces[-1][1] + len(given)))

    runs = overlapping.longest(wanted, words())
    found: list[Closest | None] = []
    for ours, run in zip(wanted, runs, strict=True):
        pause()
        if run is None:
            found.append(None)
        else:
            found.append(_compared(ours, _passage(text, pieces, max(0, run.there - run.here), len(ours))))
    return found


def fingerprint(*parts: str | None) -> str:
    """Sixteen hex digits that change when any of the parts changes."""
    return hashlib.sha256("\0".join(part or "" for part in parts).encode()).hexdigest()[:16]


def _occurrences(text: str, words: str, pause: Callable[[], object]) -> Iterator[int]:
    """Every place of the characters ``words``, overlapping ones too, in time that grows with ``text`` and nothing else.

    ``str.find`` is linear (“two-way”, since Python 3.10), but its start takes time for every character of ``words``. It
    starts anew only after an occurrence that is not followed by the same turn of the words once more; the next one is
    then about half of ``words`` further on, or more.
    """
    turn, low, last = "", 0, len(text) - len(words)
    while low <= last:
        pause()
        high = min(low + STRETCH, last + 1)
        at = text.find(words, low, high + len(words) - 1)
        low = high
        while at >= 0:
            yield at
            pause()
            turn = turn or words[-_period(words) :]
            low = at + 1
            at = at + len(turn) if text.startswith(turn, at + len(words)) else -1


def _period(words: str) -> int:
    """After how many characters ``words`` first repeat themselves to their end (Knuth, Morris and Pratt 1977)."""
    borders, border = [0], 0
    for mark in words[1:]:
        while border and mark != words[border]:
            border = borders[border - 1]
        border += mark == words[border]
        borders.append(border)
    return len(words) - border


def _cuts(text: str) -> Iterator[int]:
    """Where ``text`` is cut into pieces of PIECE characters or a little more, each between two words."""
    at = 0
    while at < len(text):
        yield at
        space = SPACE.search(text, min(at + PIECE, len(text)))
        at = space.end() if space else len(text)
    yield len(text)


def _passage(text: str, pieces: Sequence[tuple[int, int]], start: int, count: int) -> list[str]:
    """``count`` words of ``text`` from word ``start`` on, or as many as there are."""
    first = bisect.bisect_right(pieces, start, key=lambda piece: piece[1]) - 1
    words = list[str]()
    skipped = start - pieces[first][1]
    for (low, _), (high, _) in itertools.pairwise(pieces[first:]):
        words += text[low:high].split()
        if len(words) >= skipped + count:
            break
    return words[skipped : skipped + count]


def _compared(wanted: list[str], passage: list[str]) -> Closest:
    for ours, theirs in zip(wanted, passage, strict=False):
        if ours != theirs:
            return Closest(" ".join(passage), ours, theirs)
    return Closest(" ".join(passage), " ".join(wanted[len(passage) :]), "")


def _joins(text: str, at: int) -> bool:
    """Whether a word runs across position ``at`` (Chinese has no spaces: between its characters nothing runs on)."""
    if not 0 < at < len(text):
        return False
    sides = text[at - 1 : at + 1]
    return sides.isalnum() and all(unicodedata.category(side) != "Lo" for side in sides)


def _ends(text: str, words: str) -> bool:
    return text.endswith(words) and not _joins(text, len(text) - len(words))


def _starts(text: str, words: str) -> bool:
    return text.startswith(words) and not _joins(text, len(words))
