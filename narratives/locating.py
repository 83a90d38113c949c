"""A reader's own copy of a source → where each quote stands in it. Nothing is kept: text in, places out.

A text is cut into its paragraphs and folded like the text of an audit, so what is found here is what ``verify`` finds.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from narratives import anchoring
from narratives.models import Quote

ENCODINGS = ("utf-8-sig", "utf-16", "gb18030", "cp1252")
KNOWN_FILES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word or zip file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
JUDGED = 20_000  # characters from which the script is judged
MOSTLY = 0.3  # of the letters
FAMILIAR = 0.35  # of the quotes' words: an English text on another subject has more, another language far fewer
FEW_WORDS = 20  # words; fewer do not tell in which language they are
COMMON = 0.1  # of the words of an English text, at least; two or three times as many is usual
LETTERS = re.compile(r"\w+")
ENGLISH = re.compile(
    r"\b(?:a|and|are|as|at|be|but|by|for|from|has|have|he|in|is|it|not|of|on|or|our|that|the|they|this|to|was|we|will"
    r"|with|you)\b",
    re.IGNORECASE,
)


class NotText(ValueError):
    """The file holds no text; the message says what it seems to be, and what would do."""


@dataclass(frozen=True)
class Place:
    """Where a quote stands: which paragraph, from which to which character of it (the end may lie in a later one)."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True)
class Located:
    """What was found in a text; places count characters of ``text``, which is folded, ``breaks`` are where paragraphs begin."""

    text: str
    breaks: tuple[int, ...]
    found: tuple[Place, ...] = ()
    twice: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    to_the_letter: frozenset[str] = field(default_factory=frozenset)

    def paragraph(self, at: int) -> int:
        """The number of the paragraph that holds character ``at``."""
        return bisect.bisect_right(self.breaks, at) - 1


def decoded(data: bytes) -> str:
    """The text of a file, in UTF-8, UTF-16, Chinese GB 18030 or Windows' own encoding; NotText for anything else."""
    for begin, what in KNOWN_FILES.items():
        if data.startswith(begin):
            raise NotText(f"This is {what}, not text. Open it, copy the words of the article, and paste them here.")
    for encoding in ENCODINGS:
        if encoding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and _chinese(text[:JUDGED]) < MOSTLY:
            continue  # letters with accents can be read as Chinese, but make no Chinese text
        if "\0" not in text:
            return text
    raise NotText("This file holds no text that can be read. Save the article as plain text (UTF-8), or paste it.")


def locate(text: str, quotes: Iterable[Quote]) -> Located:
    """Every quote in ``text``: found once, more than once, or not at all, in the order of the text."""
    lines = [line for line in text.splitlines() if not line.isspace() and line]
    paragraphs = [" ".join(line.split()) for line in anchoring.straightened("\n".join(lines)).split("\n")]
    breaks = list(itertools.accumulate((len(paragraph) + 1 for paragraph in paragraphs[:-1]), initial=0))
    whole = " ".join(paragraphs)
    found, twice, missing, verbatim = [], [], [], set()
    for quote in quotes:
        matches = anchoring.find(whole, quote.exact, quote.prefix or "", quote.suffix or "")
        found += [Place(quote.id, match.start, match.end) for match in matches[:1]]
        if len(matches) > 1:
            twice.append(quote.id)
        elif not matches:
            missing.append(quote.id)
        # Where a quote stands to the letter it stands in one line; the whole of a long text is not searched again.
        if any(anchoring.is_verbatim(lines[bisect.bisect_right(breaks, at.start) - 1], quote.exact) for at in matches):
            verbatim.add(quote.id)
    order = sorted(found, key=lambda place: (place.start, -place.end))
    return Located(whole, tuple(breaks), tuple(order), tuple(twice), tuple(missing), frozenset(verbatim))


def refusal(text: str, quotes: Iterable[Quote], language: str) -> str:
    """Why a text cannot be the source at all, in plain words; "" where it may be.

    A text is judged by its script, then by how many of the quotes' own words it has.
    """
    words = LETTERS.findall(text[:200_000])
    if not words:
        return "There is no text here yet. Paste the words of the article, or upload them as a text file."
    chinese, wanted = _chinese(text[:JUDGED]), language.split("-", maxsplit=1)[0] == "zh"
    if chinese > MOSTLY and not wanted:
        return f"This text is Chinese, and the quotes are in another language ({language}). None can be found in it."
    if wanted and chinese < 0.05:
        return "The quotes are Chinese, and this text is not. None can be found in it."
    if language.startswith("en") and len(words) >= FEW_WORDS:
        common = len(ENGLISH.findall(text[:JUDGED])) / len(LETTERS.findall(text[:JUDGED]))
        if common < COMMON:
            return (
                "This text seems to be in another language than the quotes, which are English. None can be found in it."
            )
    ours = {word.casefold() for quote in quotes for word in LETTERS.findall(quote.exact) if len(word) > 3}
    theirs = {word.casefold() for word in LETTERS.findall(text)} if ours else set()
    if not wanted and ours and len(words) > 200 and len(ours & theirs) / len(ours) < FAMILIAR:
        return (
            "This seems to be another article, or one in another language: it has few of the words that the quotes "
            "are made of."
        )
    return ""


def _chinese(text: str) -> float:
    letters = [mark for mark in text if mark.isalpha()]
    return sum("\u3400" <= mark <= "\u9fff" for mark in letters) / len(letters) if letters else 0.0
