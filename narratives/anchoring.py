"""Find quoted words in a text: once, verbatim, never fuzzily.

White space is folded and quotation marks are made alike on both sides; nothing else is. A match must begin and end at
the edge of a word, so that “not build trust” is never found inside “cannot build trust”. The selector is the W3C Web
Annotation TextQuoteSelector: ``exact`` with the words right before (``prefix``) and after (``suffix``).
"""

from __future__ import annotations

import difflib
import hashlib
import unicodedata
from dataclasses import dataclass

MARKS = {'"': "“”„«»", "'": "‘’‚"}


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
    words, before, after = normalise(exact), normalise(prefix), normalise(suffix)
    if not words:
        return []
    found = []
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        whole = not (_joins(text, at) or _joins(text, end))
        # One space more than the context, and the mark before it: a text of megabytes is not copied for each place.
        left, right = text[max(0, at - len(before) - 2) : at], text[end : end + len(after) + 2]
        if whole and _ends(left.rstrip(), before) and _starts(right.lstrip(), after):
            found.append(Match(at, end))
        at = text.find(words, at + 1)
    return found


def is_verbatim(text: str, exact: str) -> bool:
    """Whether the words stand in the raw ``text`` to the letter, before any normalisation."""
    return exact in text


def closest(text: str, exact: str) -> Closest | None:
    """Where ``text`` (normalised) comes closest to the words, for the editor who has to mend them; None if nowhere."""
    wanted, given = normalise(exact).split(), text.split()
    if not wanted or not given:
        return None
    longest = difflib.SequenceMatcher(None, given, wanted, autojunk=False).find_longest_match()
    if longest.size == 0:
        return None
    start = max(0, longest.a - longest.b)
    passage = given[start : start + len(wanted)]
    for ours, theirs in zip(wanted, passage, strict=False):
        if ours != theirs:
            return Closest(" ".join(passage), ours, theirs)
    return Closest(" ".join(passage), " ".join(wanted[len(passage) :]), "")


def fingerprint(*parts: str | None) -> str:
    """Sixteen hex digits that change when any of the parts changes."""
    return hashlib.sha256("\0".join(part or "" for part in parts).encode()).hexdigest()[:16]


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
