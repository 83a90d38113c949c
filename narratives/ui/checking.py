"""Check it yourself: the reader's own copy of the article, searched for every quote. It stays in memory and is not kept."""

from __future__ import annotations

import itertools

import streamlit as st

from narratives import anchoring, locating
from narratives.locating import Located
from narratives.models import Quote, Source
from narratives.packs import Pack
from narratives.ui import controls, prose
from narratives.ui.prose import attribute, escape

WHOLE = 60_000  # characters shown as they are; of a longer text only what surrounds the quotes
AROUND = 240
PATIENT = 1_000_000  # characters in which the closest passages of all quotes are looked for at once
FEW = 10
PRIVATE = (
    "The text is searched in this server’s memory while you look and is then forgotten: it is not stored, not logged and "
    "not sent on. Quotation marks and white space are made alike on both sides; nothing else is."
)


def yourself(pack: Pack) -> None:
    """Paste or upload the article, and see each quote of one source in it, or how near it comes."""
    checked = {source.id: source for source in pack.sources.values() if source.text}
    if not checked:
        prose.notice("No quote of this narrative is from a text that can be checked; all are known from extracts.")
        return
    prose.say(PRIVATE, "asn-meta")
    source = checked[next(iter(checked))]
    if len(checked) > 1:
        names = {id: f"{each.title}, {each.publisher}" for id, each in checked.items()}
        source = checked[controls.select("text", "Whose text?", names, next(iter(checked)))]
    pasted = st.text_area("The words of the article", key="pasted", height=160, placeholder="Paste them here")
    upload = st.file_uploader("… or a text file of up to 5 MB", key="uploaded")
    asked = st.button("Find every quote in it", key="find-quotes")
    quotes = [quote for quote in pack.quotes.values() if quote.source == source.id]
    try:
        text = locating.decoded(upload.getvalue()) if upload else pasted
    except locating.NotText as reason:
        prose.notice(str(reason))
        return
    if not text.strip():
        if asked or text or upload:
            prose.notice(locating.refusal("", quotes, source.language))
        return
    _answer(quotes, source, text, locating.locate(text, quotes))


def _answer(quotes: list[Quote], source: Source, text: str, located: Located) -> None:
    if not located.found and (reason := locating.refusal(text, quotes, source.language)):
        prose.notice(reason)
        return
    exact = len(located.to_the_letter)
    prose.say(
        f"{len(located.found)} of {len(quotes)} quotes from “{source.title}” stand in your text: {exact} to the letter, "
        f"{len(located.found) - exact} with other white space or quotation marks; {len(located.twice)} more than once, "
        f"{len(located.missing)} not at all."
    )
    by_id = {quote.id: quote for quote in quotes}
    if located.twice:
        prose.say(
            "More than once (the first is marked): " + "; ".join(f"“{by_id[id].exact}”" for id in located.twice),
            "asn-meta",
        )
    if located.found:
        with st.container(border=True, height=440, key="your-text"):
            st.html(f'<div class="asn-text" lang="{attribute(source.language)}" tabindex="0">{_marked(located)}</div>')
    if located.missing:
        _missing([by_id[id] for id in located.missing], located)


def _missing(missing: list[Quote], located: Located) -> None:
    st.header("Not found in your text", anchor="not-found")
    if not st.toggle("Show the closest passages", key="closest"):
        prose.listed([f"“{quote.exact}”" for quote in missing])
        return
    looked = missing if len(located.text) <= PATIENT else missing[:FEW]
    with st.spinner("Looking for the closest passages"):
        prose.listed(f"“{quote.exact}”: {_nearest(quote, located.text)}" for quote in looked)
    if len(looked) < len(missing):
        prose.say(f"Your text is long: the first {FEW} of {len(missing)} were looked for.", "asn-meta")


def _nearest(quote: Quote, text: str) -> str:
    near = anchoring.closest(text, quote.exact)
    if near is None:
        return "no word of it stands in your text."
    if near.found:
        differs = f"the first difference is “{near.wanted}” in the quote, “{near.found}” in your text"
        return f"closest is “{near.passage}”; {differs}."
    if near.wanted:
        return f"closest is “{near.passage}”; your text ends before “{near.wanted}”."
    return "the words stand there, but not between the words around the quote."


def _marked(located: Located) -> str:
    """The text as paragraphs of HTML with every found quote marked; of a long text only what surrounds the quotes."""
    if len(located.text) <= WHOLE:
        windows = [(0, len(located.text))]
    else:
        windows = []
        for place in located.found:
            start, end = max(0, place.start - AROUND), min(len(located.text), place.end + AROUND)
            if windows and start <= windows[-1][1]:
                windows[-1] = (windows[-1][0], max(windows[-1][1], end))
            else:
                windows.append((start, end))
    shown = []
    for low, high in windows:
        cut = low > 0, high < len(located.text)
        shown.append(("… " if cut[0] else "") + _window(located, low, high) + (" …" if cut[1] else ""))
    return "<hr>".join(f"<p>{part}</p>" for part in shown)


def _window(located: Located, low: int, high: int) -> str:
    quotes = [place for place in located.found if place.start < high and place.end > low]
    edges = {low, high, *(e for q in quotes for e in (q.start, q.end)), *(b for b in located.breaks if low < b < high)}
    cuts = sorted(edge for edge in edges if low <= edge <= high)
    breaks = set(located.breaks)
    parts = []
    for start, end in itertools.pairwise(cuts):
        if start in breaks and start > low:
            parts.append("</p><p>")
        inside = [place.quote for place in quotes if place.start <= start and end <= place.end]
        words = escape(located.text[start:end])
        parts.append(f'<mark title="{attribute(", ".join(inside))}">{words}</mark>' if inside else words)
    return "".join(parts)
