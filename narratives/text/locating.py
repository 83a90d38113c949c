"""A reader's own copy of a source → where each quote stands in it. Nothing is kept: text in, places out.

A text is folded like the text of an audit, so what is found here is what ``verify`` finds. Whatever the text, the time for
it grows with its length and with the number of quotes; ``pause`` is called between pieces of work of a few milliseconds.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from narratives.models import Quote
from narratives.text import anchoring

ENCODINGS = ("utf-8-sig", "utf-16", "gb18030", "cp1252")
KNOWN_FILES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word or zip file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
FOLD = 1 << 13  # characters folded at a stretch
LETTERED = 200_000  # characters in which there must be a word, or the text has none
JUDGED = 20_000  # characters from which the script is judged
MOSTLY = 0.3  # of the letters
FAMILIAR = 0.35  # of the quotes' words: an English text on another subject has more, another language far fewer
FEW_WORDS = 20  # words; fewer do not tell in which language they are
MANY_WORDS = 200  # words; fewer do not tell whose they are
COMMON = 0.1  # of the words of an English text, at least; two or three times as many is usual
LETTERS = re.compile(r"\w+")
TELLING = re.compile(r"\w{4,}")  # shorter words stand in every text
ENGLISH = re.compile(
    r"\b(?:a|and|are|as|at|be|but|by|for|from|has|have|he|in|is|it|not|of|on|or|our|that|the|they|this|to|was|we|will"
    r"|with|you)\b",
    re.IGNORECASE,
)


class NotText(ValueError):
    """The file holds no text; the message says what it seems to be, and what would do."""


@dataclass(frozen=True)
class Place:
    """Where a quote stands first in a folded text, from which character to which."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True)
class Located:
    """What was found in a text. ``text`` is folded, with one line break between paragraphs; ``twice`` means more than once."""

    text: str
    found: tuple[Place, ...] = ()
    twice: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    to_the_letter: frozenset[str] = field(default_factory=frozenset)


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


def locate(text: str, quotes: Iterable[Quote], pause: Callable[[], object] = anchoring.straight_on) -> Located:
    """Every quote in ``text``: found once, more than once, or not at all, in the order of the text.

    Of a quote two places are looked at, whether it stands in one of them to the letter too.
    """
    parts, begins = _parts(text, pause)
    flat = "".join(part.replace("\n", " ") for part in parts)
    found, twice, missing, verbatim = [], [], [], set()
    for quote in quotes:
        places = anchoring.places(flat, quote.exact, quote.prefix or "", quote.suffix or "", pause)
        matches = list(itertools.islice(places, 2))
        found += [Place(quote.id, match.start, match.end) for match in matches[:1]]
        if len(matches) > 1:
            twice.append(quote.id)
        elif not matches:
            missing.append(quote.id)
        for match in matches:
            raw = (bisect.bisect_right(begins, match.start) - 1) * FOLD
            if anchoring.is_verbatim(text[raw : raw + FOLD + len(quote.exact)], quote.exact):
                verbatim.add(quote.id)
    order = sorted(found, key=lambda place: (place.start, -place.end))
    return Located("".join(parts), tuple(order), tuple(twice), tuple(missing), frozenset(verbatim))


def folded(text: str, pause: Callable[[], object] = anchoring.straight_on) -> str:
    """``text`` as it is searched, but with one line break between paragraphs."""
    return "".join(_parts(text, pause)[0])


def _parts(text: str, pause: Callable[[], object]) -> tuple[list[str], list[int]]:
    """The folded text in parts, and where in it each FOLD of the raw text begins."""
    parts, begins, length, gap = list[str](), list[int](), 0, ""
    for at in range(0, len(text), FOLD):
        pause()
        begins.append(length)
        piece = anchoring.straightened(text[at : at + FOLD])
        words = piece.strip()
        if not words:
            gap = _gap(gap + piece)
            continue
        begin = piece.index(words)
        gap = _gap(gap + piece[:begin]) if parts else ""
        parts.append(gap + "\n".join(filter(None, map(" ".join, map(str.split, words.splitlines())))))
        length += len(parts[-1])
        gap = _gap(piece[begin + len(words) :])
    return parts, begins


def _gap(white: str) -> str:
    """What white space is folded to: a line break where it holds one, otherwise a space; "" for none."""
    return "\n" if len(f"{white}.".splitlines()) > 1 else white[:1] and " "


def refusal(
    text: str, quotes: Iterable[Quote], language: str, pause: Callable[[], object] = anchoring.straight_on
) -> str:
    """Why a text cannot be the source at all, in plain words; "" where it may be.

    A text is judged by its script, then by how many of the quotes' own words it has.
    """
    words = len(list(itertools.islice(LETTERS.finditer(text, 0, LETTERED), MANY_WORDS + 1)))
    if not words:
        return "There is no text here yet. Paste the words of the article, or upload them as a text file."
    chinese, wanted = _chinese(text[:JUDGED]), language.split("-", maxsplit=1)[0] == "zh"
    if chinese > MOSTLY and not wanted:
        return f"This text is Chinese, and the quotes are in another language ({language}). None can be found in it."
    if wanted and chinese < 0.05:
        return "The quotes are Chinese, and this text is not. None can be found in it."
    judged = text[:JUDGED]
    read = len(LETTERS.findall(judged)) if language.startswith("en") else 0
    if read >= FEW_WORDS and len(ENGLISH.findall(judged)) / read < COMMON:
        return "This text seems to be in another language than the quotes, which are English. None can be found in it."
    ours = {word.casefold() for quote in quotes for word in TELLING.findall(quote.exact)}
    if not wanted and words > MANY_WORDS and not _familiar(text, ours, pause):
        return (
            "This seems to be another article, or one in another language: it has few of the words that the quotes "
            "are made of."
        )
    return ""


def _familiar(text: str, ours: set[str], pause: Callable[[], object]) -> bool:
    """Whether enough of our words stand in ``text``; it is read no further than that takes."""
    enough, known = FAMILIAR * len(ours), set[str]()
    for at in range(0, len(text), FOLD):
        pause()
        if len(known) >= enough:
            break
        known.update(ours.intersection(TELLING.findall(text[at : at + FOLD].casefold())))
    return len(known) >= enough


def _chinese(text: str) -> float:
    letters = [mark for mark in text if mark.isalpha()]
    return sum("\u3400" <= mark <= "\u9fff" for mark in letters) / len(letters) if letters else 0.0
