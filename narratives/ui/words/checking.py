"""Check it yourself: the reader's own copy of the article, searched for every quote. It stays in memory and is not kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from narratives.html import marking
from narratives.library.packs import Pack
from narratives.models import Quote, Source
from narratives.text import anchoring, locating
from narratives.text.anchoring import Closest
from narratives.ui.page import controls, prose
from narratives.ui.words.turns import Turns

PASTED = 400_000  # characters: a conversation of five hours has 350,000, and each click sends them again
UPLOADED = 5  # megabytes
CLOSE = 200  # characters of a closest passage shown beyond twice its quote: a text may be a single word
ANSWER = "checked"  # where the session keeps what is shown
PRIVATE = (
    "The text is searched in this server’s memory and forgotten soon after you leave: it is not stored, not logged and not "
    "sent on. Quotation marks and white space are made alike on both sides; nothing else is."
)
FULL = (
    f"Only the first {PASTED:,} characters were searched: no more can be pasted. Where the article is longer, save it as a "
    f"text file and upload that; a file may have up to {UPLOADED} MB."
)
# A browser leaves the box as it is where a longer text is pasted, and says nothing.
LONGER = f"A text of more than {PASTED:,} characters is not taken by the box; it can be uploaded."
LARGE = f"The file is too large: up to {UPLOADED} MB are searched. Cut it down to the article."
TURNS = Turns()


@dataclass(frozen=True)
class Answer:
    """What is shown of a search; of the text itself no more than the passages on the page.

    ``key`` names what was searched for in what. A ``reason`` says why there is nothing else to show.
    """

    key: str
    reason: str = ""
    counts: str = ""
    twice: tuple[str, ...] = ()
    html: str = ""
    missing: tuple[str, ...] = ()
    nearest: tuple[str, ...] | None = None


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
    hint = f"Paste them here: up to {PASTED:,} characters. A longer text can be uploaded as a file."
    pasted = st.text_area("The words of the article", key="pasted", height=160, max_chars=PASTED, placeholder=hint)
    upload = st.file_uploader(f"… or a text file of up to {UPLOADED} MB", key="uploaded")
    asked = st.button("Find every quote in it", key="find-quotes")
    quotes = [quote for quote in pack.quotes.values() if quote.source == source.id]
    if upload and upload.size > UPLOADED * 2**20:
        prose.notice(LARGE)
    elif upload:
        _answered(pack, source, quotes, upload.getbuffer(), lambda: locating.decoded(upload.getvalue()))
    elif pasted.strip():
        if len(pasted) == PASTED:  # Streamlit cuts what a browser sends beyond it
            prose.notice(FULL)
        _answered(pack, source, quotes, pasted.encode(), lambda: pasted)
    else:
        st.session_state.pop(ANSWER, None)
        if asked or pasted:
            prose.notice(f"{locating.refusal('', quotes, source.language)} {LONGER}")


def _answered(
    pack: Pack, source: Source, quotes: list[Quote], data: bytes | memoryview, read: Callable[[], str]
) -> None:
    """The answer to a text, which is searched once: a click elsewhere on the page shows what was found before."""
    key = anchoring.fingerprint(pack.version, source.id, hashlib.sha256(data).hexdigest())
    answer: Answer | None = st.session_state.get(ANSWER)
    if answer is None or answer.key != key:
        with TURNS.taken(_told()) as pause:
            answer = st.session_state[ANSWER] = searched(key, quotes, source, read, pause)
    if answer.reason:
        prose.notice(answer.reason)
        return
    prose.say(answer.counts)
    by_id = {quote.id: quote for quote in quotes}
    if answer.twice:
        prose.say(
            "More than once (the first is marked): " + "; ".join(f"“{by_id[id].exact}”" for id in answer.twice),
            "asn-meta",
        )
    if answer.html:
        with st.container(border=True, height=440, key="your-text"):
            prose.draw(answer.html)
    if answer.missing:
        _missing([by_id[id] for id in answer.missing], answer, read)


def searched(
    key: str, quotes: list[Quote], source: Source, read: Callable[[], str], pause: Callable[[], object]
) -> Answer:
    """What is to be shown of a text: the quotes of a source in it, or why they cannot be in it."""
    try:
        text = read()
    except locating.NotText as reason:
        return Answer(key, str(reason))
    located = locating.locate(text, quotes, pause)
    if not located.found and (refused := locating.refusal(text, quotes, source.language, pause)):
        return Answer(key, refused)
    exact = len(located.to_the_letter)
    counts = (
        f"{len(located.found)} of {len(quotes)} quotes from “{source.title}” stand in your text: {exact} to the letter, "
        f"{len(located.found) - exact} with other white space or quotation marks; {len(located.twice)} more than once, "
        f"{len(located.missing)} not at all."
    )
    html = str(marking.shown(marking.marked(located), source.language)) if located.found else ""
    return Answer(key, counts=counts, twice=located.twice, html=html, missing=located.missing)


def _missing(missing: list[Quote], answer: Answer, read: Callable[[], str]) -> None:
    st.header("Not found in your text", anchor="not-found")
    if not st.toggle("Show the closest passages", key="closest"):
        prose.listed([f"“{quote.exact}”" for quote in missing])
        return
    if answer.nearest is None:
        with TURNS.taken(_told()) as pause:
            answer = replace(answer, nearest=compared(missing, read(), pause))
            st.session_state[ANSWER] = answer
    prose.listed(answer.nearest or ())


def compared(missing: Sequence[Quote], text: str, pause: Callable[[], object]) -> tuple[str, ...]:
    """Each quote with the passage of ``text`` that comes closest to it, and how it differs."""
    found = anchoring.nearest(locating.folded(text, pause), [quote.exact for quote in missing], pause)
    return tuple(f"“{quote.exact}”: {_nearness(quote, near)}" for quote, near in zip(missing, found, strict=True))


def _nearness(quote: Quote, near: Closest | None) -> str:
    if near is None:
        return "no word of it stands in your text."
    passage = _short(near.passage, 2 * len(quote.exact) + CLOSE)
    if near.found:
        differs = f"the first difference is “{near.wanted}” in the quote, “{_short(near.found, CLOSE)}” in your text"
        return f"closest is “{passage}”; {differs}."
    if near.wanted:
        return f"closest is “{passage}”; your text ends before “{near.wanted}”."
    return "the words stand there, but not between the words around the quote."


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]} …"


def _told() -> Callable[[str], None]:
    """Shows a notice, and takes it away for ""; a click elsewhere ends the run there."""
    place = st.empty()

    def tell(text: str) -> None:
        if not text:
            place.empty()
            return
        with place:
            prose.notice(text)

    return tell
