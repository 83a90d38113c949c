"""Marks that no reader sees: they turn the order of letters, or stand between them without width.

A word that holds one is not found by a search for it, and an amount in which the order is turned reads as another. Some
scripts and emoji need a joiner; the narratives are told in English and Chinese, which need none.
"""

from __future__ import annotations

import re
import unicodedata

# Unicode's format characters without those that can be seen, its blank letters, and its tags.
MARKS = (
    r"\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    r"\U000e0000-\U000e007f"
)
UNSEEN = re.compile(f"[{MARKS}]")
WHY = "A reader sees other words than the file holds and a search finds."
MEND = "remove it; a quote whose source has one there ends before it or begins behind it"
WORDS_BEFORE, LETTERS_BEFORE = 4, 40  # before the mark, by which its place is found


def told(text: str, at: int) -> str:
    """Which mark stands in ``text`` at ``at``, and behind which words of its line."""
    mark = text[at]
    before = UNSEEN.sub("", text[:at].rpartition("\n")[2])
    words = " ".join(before.split()[-WORDS_BEFORE:])[-LETTERS_BEFORE:]
    where = f"behind “{words}”" if words else "at the start of its line"
    return f"U+{ord(mark):04X} {unicodedata.name(mark, 'without a name')} stands here, unseen, {where}"


def line_of_escape(rows: list[str], mark: str) -> int:
    """Which of the ``rows`` of a value, from 0, holds the escape that makes ``mark``; the first where none does."""
    code = f"{ord(mark):x}"
    escape = re.compile(rf"\\[xu]0*{code}(?![0-9a-f])", re.IGNORECASE)
    return next((number for number, row in enumerate(rows) if escape.search(row)), 0)
