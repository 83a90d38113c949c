"""A text with the quotes marked that were found in it, as HTML of a bounded size, whatever the text is."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import htpy as h
from markupsafe import Markup

from narratives.html.writing import text
from narratives.text.locating import Located, Place

WHOLE = 60_000  # characters shown as they are; of a longer text only what surrounds the quotes
AROUND = (240, 0)  # characters on both sides of a quote; the second where the first makes too much
RULE = h.hr.__html__()  # between two places
AT_MOST = 300_000  # characters of HTML: a page of 60,000 letters is far below, one of as many quotation marks above


def shown(marked: Markup, language: str) -> h.Element:
    """A text that was ``marked``, as a page holds it: a box that scrolls, open to the keyboard."""
    return h.div(class_="asn-text", lang=language, tabindex="0")[marked]


def marked(located: Located) -> Markup:
    """The text as paragraphs of HTML with every found quote marked; of a long text only what surrounds the quotes."""
    if len(located.text) <= WHOLE:
        html = h.fragment[_paragraphs(located.text, 0, len(located.text), located.found)].__html__()
        if len(html) <= AT_MOST:
            return html
    for around in AROUND:
        cut = [_cut(located.text, *window) for window in _windows(located, around)]
        if len(html := RULE.join(cut)) <= AT_MOST:
            return html
    sizes = itertools.accumulate(len(part) + len(RULE) for part in cut)
    kept = [part for part, size in zip(cut, sizes, strict=True) if size <= AT_MOST]
    left = h.p[f"… Places with marked quotes that do not fit here: {len(cut) - len(kept)}."]
    return RULE.join([*kept, left.__html__()])


def _windows(located: Located, around: int) -> Iterator[tuple[int, int, Sequence[Place]]]:
    """What surrounds the quotes, from where to where, each with the quotes in it; ``found`` is in the order of the text."""
    low, high, inside = 0, -1, list[Place]()
    for place in located.found:
        start, end = max(0, place.start - around), min(len(located.text), place.end + around)
        if inside and start > high:
            yield low, high, inside
            inside = []
        low, high = (low, max(high, end)) if inside else (start, end)
        inside.append(place)
    if inside:
        yield low, high, inside


def _cut(whole: str, low: int, high: int, places: Sequence[Place]) -> Markup:
    before, after = "… " if low > 0 else "", " …" if high < len(whole) else ""
    return h.fragment[_paragraphs(whole, low, high, places, before, after)].__html__()


def _paragraphs(
    whole: str, low: int, high: int, places: Sequence[Place], before: str = "", after: str = ""
) -> list[h.Element]:
    """``whole`` from ``low`` to ``high``, in which all of ``places`` stand, a paragraph a line."""
    cuts = sorted({low, high, *(edge for place in places for edge in (place.start, place.end))})
    lines: list[list[h.Node]] = [[before]]
    for start, end in itertools.pairwise(cuts):
        inside = ", ".join(place.quote for place in places if place.start <= start and end <= place.end)
        for number, line in enumerate(whole[start:end].split("\n")):
            if number:
                lines.append([])
            lines[-1].append(h.mark(title=inside)[text(line)] if inside and line else text(line))
    lines[-1].append(after)
    return [h.p[line] for line in lines]
