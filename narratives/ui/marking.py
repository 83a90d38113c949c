"""A text with the quotes marked that were found in it, as HTML of a bounded size, whatever the text is."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from narratives.locating import Located, Place
from narratives.ui.prose import attribute, escape

WHOLE = 60_000  # characters shown as they are; of a longer text only what surrounds the quotes
AROUND = (240, 0)  # characters on both sides of a quote; the second where the first makes too much
AT_MOST = 300_000  # characters of HTML: a page of 60,000 letters is far below, one of as many quotation marks above


def marked(located: Located) -> str:
    """The text as paragraphs of HTML with every found quote marked; of a long text only what surrounds the quotes."""
    if len(located.text) <= WHOLE:
        html = f"<p>{_window(located.text, 0, len(located.text), located.found)}</p>"
        if len(html) <= AT_MOST:
            return html
    for around in AROUND:
        shown = [_cut(located.text, *window) for window in _windows(located, around)]
        if len(html := "<hr>".join(shown)) <= AT_MOST:
            return html
    sizes = itertools.accumulate(len(part) + len("<hr>") for part in shown)
    kept = [part for part, size in zip(shown, sizes, strict=True) if size <= AT_MOST]
    return "<hr>".join([*kept, f"<p>… Places with marked quotes that do not fit here: {len(shown) - len(kept)}.</p>"])


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


def _cut(text: str, low: int, high: int, places: Sequence[Place]) -> str:
    before, after = "… " if low > 0 else "", " …" if high < len(text) else ""
    return f"<p>{before}{_window(text, low, high, places)}{after}</p>"


def _window(text: str, low: int, high: int, places: Sequence[Place]) -> str:
    """``text`` from ``low`` to ``high``, in which all of ``places`` stand."""
    cuts = sorted({low, high, *(edge for place in places for edge in (place.start, place.end))})
    parts = []
    for start, end in itertools.pairwise(cuts):
        inside = attribute(", ".join(place.quote for place in places if place.start <= start and end <= place.end))
        lines = [escape(line) for line in text[start:end].split("\n")]
        if inside:
            lines = [line and f'<mark title="{inside}">{line}</mark>' for line in lines]
        parts.append("</p><p>".join(lines))
    return "".join(parts)
