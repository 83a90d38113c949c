"""Quotes, claims and notices as HTML, every value escaped; nothing here rewrites a word."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
import streamlit as st

from narratives import exhibits, phrasing
from narratives.models import Claim, Word
from narratives.packs import Pack
from narratives.problems import Problem
from narratives.tables import claims as claims_table
from narratives.tables import words as words_table
from narratives.tables.layers import numbering, words_on
from narratives.tables.silences import INTERESTS

VOICED = {
    "speaker": "quoted",
    "paraphrase": "paraphrase",
    "interviewer": "question",
    "journalist": "journalist",
    "editor": "editor",
}


def plain(text: str) -> str:
    """Text for a title or label, which read Markdown: its marks are escaped, and Streamlit's colons and dollars too."""
    return "".join("\\" + mark if mark in "\\`*_[]#|~$:<>" else mark for mark in text)


def styles() -> None:
    """Our own classes, once a run."""
    st.html(Path(__file__).with_name("cards.css"))


def quote(pack: Pack, id: str, *, size: str = "") -> None:
    """The exact words, whose they are, where they stand and whether they were verified; ``size``: large, small or ''."""
    st.html(_quote(pack, id, size))


def quotes(pack: Pack, ids: Iterable[str]) -> None:
    """Several quotes, small, one after the other: a question and its answers, or all that stands behind a step."""
    if rows := "".join(_quote(pack, id, "small") for id in ids):
        st.html(rows)


def claim(pack: Pack, id: str, *, with_quote: bool = True, size: str = "") -> None:
    """One claim: its sentence, the exact words behind it, and what a reader must know to judge it."""
    item = pack.claims[id]
    say(f"{claims_table.phrase_of(pack, item)}.")
    for quote_id in (item.assents_to, item.quote):
        if quote_id and with_quote:
            quote(pack, quote_id, size=size)
    facts = [fact for fact in _facts(pack, item) if fact]
    if facts:
        st.html('<div class="asn-meta">' + "<br>".join(facts) + "</div>")
    if item.absence:
        _absence(pack, item)
    link = item.quote or (item.absence.asked if item.absence else None)
    if link and with_quote:
        st.page_link("pages/quotes.py", label="These words in the interview", query_params={"quote": link})


def layer(pack: Pack, id: str) -> None:
    """What is said of a layer: its place in the shared list and the speaker's own, and the words, whoever's they are."""
    say(f"{pack.words.layers[id].label}. {pack.words.layers[id].sentence} {numbering(pack, id)}")
    quotes(pack, words_on(pack, id)[0])


def argument(pack: Pack, id: str) -> None:
    """The words an argument stands on, and what we take from them."""
    words = next(each.quote for each in pack.stance.arguments if each.id == id)
    quote(pack, words)
    standing_on(pack, words)


def beliefs(pack: Pack, voices: frozenset[str]) -> None:
    """Beliefs are words, not marks: they stand beside the chart, each with the words it is in."""
    held = [each for each in pack.claims.values() if each.modality == "belief" and claims_table.heard(each, voices)]
    if held:
        with st.expander(f"Beliefs, in words: {len(held)}", key="beliefs"):
            for each in held:
                claim(pack, each.id)


def standing_on(pack: Pack, quote_id: str) -> None:
    """The claims that stand on a quote, the question it answers, or the answers to it."""
    item = pack.quotes[quote_id]
    if item.answers:
        say("In answer to", "asn-label")
        quote(pack, item.answers, size="small")
    for answer in pack.quotes.values():
        if answer.answers == quote_id:
            quote(pack, answer.id, size="small")
    claims = [each for each in pack.claims.values() if quote_id in (each.quote, each.assents_to)]
    if claims:
        say("What we take from these words", "asn-label")
        for each in claims:
            say(f"{claims_table.phrase_of(pack, each)}.")
            facts = [fact for fact in _facts(pack, each) if fact]
            if facts:
                st.html('<div class="asn-meta">' + "<br>".join(facts) + "</div>")


def pairs(words: Mapping[str, str]) -> None:
    """Two columns to be read as text."""
    rows = "".join(f'<tr><th scope="row">{escape(a)}</th><td>{escape(b)}</td></tr>' for a, b in words.items())
    st.html(f'<table class="asn-table"><tbody>{rows}</tbody></table>')


def table(rows: pd.DataFrame) -> None:
    """A small table to be read as text, to the letter."""
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in rows.columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>"
        for row in rows.itertuples(index=False)
    )
    st.html(f'<table class="asn-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def term(word: Word) -> None:
    """A term and its sentence."""
    st.html(f'<p class="asn-say"><strong>{escape(word.label)}</strong>: {escape(word.sentence)}</p>')


def say(text: str, kind: str = "asn-say") -> None:
    """Prose from a pack, to the letter."""
    st.html(f'<p class="{kind}">{escape(text)}</p>')


def notice(text: str) -> None:
    """A plain notice; whatever it names is escaped."""
    st.html(f'<div class="asn-notice" role="status">{escape(text)}</div>')


def figure(pack: Pack, id: str) -> None:
    """A key figure: the number large, its hedge before it in the same line, the whole sentence below."""
    item = pack.claims[id]
    hedge = phrasing.COMPARATORS[item.quantity.comparator] if item.quantity else ""
    if item.modality == "possible":
        hedge = f"possibly {hedge}"
    if item.quantity:
        number = phrasing.amount(item.quantity).removeprefix(phrasing.COMPARATORS[item.quantity.comparator]).strip()
    else:
        number = phrasing.ABSENCES[item.absence.kind].capitalize() if item.absence else ""
    st.html(
        f'<div class="asn-figure"><div class="number"><span class="hedge">{escape(hedge)}</span> {escape(number)}</div>'
        f'<p class="asn-meta">{escape(claims_table.phrase_of(pack, item))}.</p></div>'
    )


def problems(found: Iterable[Problem]) -> None:
    """What an editor has to mend, in place of what cannot be shown."""
    rows = "".join(f'<div class="asn-problem">{escape(str(problem))}</div>' for problem in found)
    st.html(
        f'<div class="asn-notice" role="alert"><p class="asn-say">Some content has problems and is not shown.</p>{rows}</div>'
    )


def colophon(pack: Pack) -> None:
    """Source, sourcing and edition, under every page."""
    st.html(f'<p class="asn-meta">{escape(exhibits.source_line(pack))}</p>')


def _quote(pack: Pack, id: str, size: str) -> str:
    item, source = pack.quotes[id], pack.sources[pack.quotes[id].source]
    kind = VOICED[item.voice]
    audit = words_table.AUDITED[words_table.audit_state(pack, id)]
    origin = "" if size == "small" else f" · {source.title}, {source.publisher}"
    meta = f"{words_table.who(pack, id)} · {phrasing.SOURCINGS[pack.narrative.sourcing]}{origin} · {audit}"
    note = f'<p class="asn-meta">{escape(item.note)}</p>' if item.note else ""
    before = f'<span class="asn-context">… {escape(item.prefix)} </span>' if item.prefix and size == "full" else ""
    after = f'<span class="asn-context"> {escape(item.suffix)} …</span>' if item.suffix and size == "full" else ""
    return (
        f'<figure class="asn-quote {kind} {size}"><blockquote lang="{escape(source.language)}">{before}“{escape(item.exact)}”{after}</blockquote>'
        f'<figcaption class="asn-meta">{escape(meta)}</figcaption>{note}</figure>'
    )


def _facts(pack: Pack, item: Claim) -> list[str]:
    derived = ""
    if item.derivation:
        inputs = "; ".join(
            f"{id}: {phrasing.amount(q)}" for id in item.derivation.inputs if (q := pack.claims[id].quantity)
        )
        derived = f"Formula: {item.derivation.formula}. Inputs: {inputs}. The bounds are carried through."
    rendering = ""
    if item.rendering_of:
        changed = ", ".join(drift.replace("-", " ") for drift in item.drift)
        rendering = f"Another wording of: {claims_table.phrase_of(pack, pack.claims[item.rendering_of])}." + (
            f" Changed: {changed}." if changed else ""
        )
    reasons = " ".join(
        text for text in ((item.reasons.comparator, item.reasons.modality) if item.reasons else ()) if text
    )
    voice = "" if item.voice == "speaker" or item.absence else f"Voice: {phrasing.VOICES[item.voice]}."
    about = f"Whose interest: {INTERESTS[item.about]}." if item.about else ""
    words = [voice, about, derived, rendering, reasons, item.note or ""]
    return [escape(text) for text in words]


def _absence(pack: Pack, item: Claim) -> None:
    if item.absence and item.absence.asked:
        say("The question", "asn-label")
        quote(pack, item.absence.asked, size="small")
    if item.absence and item.absence.instead:
        say("Said instead", "asn-label")
        for id in item.absence.instead:
            say(f"{claims_table.phrase_of(pack, pack.claims[id])}.", "asn-meta")
            if words := pack.claims[id].quote:
                quote(pack, words, size="small")


def escape(text: str) -> str:
    """Text for HTML, so that whatever it holds is shown to the letter."""
    return html.escape(text, quote=True)
