"""Quotes, claims and notices as HTML, every value escaped; nothing here rewrites a word."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd
import streamlit as st

from narratives import dates, exhibits, phrasing
from narratives.models import Claim, Source, Word
from narratives.packs import Pack
from narratives.problems import Problem
from narratives.tables import claims as claims_table
from narratives.tables import words as words_table

VOICED = {
    "speaker": "quoted",
    "paraphrase": "paraphrase",
    "interviewer": "question",
    "journalist": "journalist",
    "editor": "editor",
}


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
    rows = "".join(f'<tr><th scope="row">{_escape(a)}</th><td>{_escape(b)}</td></tr>' for a, b in words.items())
    st.html(f'<table class="asn-table"><tbody>{rows}</tbody></table>')


def table(rows: pd.DataFrame) -> None:
    """A small table to be read as text, to the letter."""
    head = "".join(f'<th scope="col">{_escape(str(name))}</th>' for name in rows.columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{_escape(str(cell))}</td>" for cell in row) + "</tr>"
        for row in rows.itertuples(index=False)
    )
    st.html(f'<table class="asn-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def term(word: Word) -> None:
    """A term and its sentence."""
    st.html(f'<p class="asn-say"><strong>{_escape(word.label)}</strong>: {_escape(word.sentence)}</p>')


def say(text: str, kind: str = "asn-say") -> None:
    """Prose from a pack, to the letter."""
    st.html(f'<p class="{kind}">{_escape(text)}</p>')


def notice(text: str) -> None:
    """A plain notice; whatever it names is escaped."""
    st.html(f'<div class="asn-notice" role="status">{_escape(text)}</div>')


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
        f'<div class="asn-figure"><div class="number"><span class="hedge">{_escape(hedge)}</span> {_escape(number)}</div>'
        f'<p class="asn-meta">{_escape(claims_table.phrase_of(pack, item))}.</p></div>'
    )


def identity(pack: Pack) -> None:
    """Who spoke, as printed and as resolved, with the basis."""
    for speaker in pack.narrative.speakers:
        native = (
            f' (<span lang="{_escape(speaker.native_language or "")}">{_escape(speaker.native_name)}</span>)'
            if speaker.native_name
            else ""
        )
        printed = "; ".join(f"“{_escape(each.name)}” in {_escape(each.where)}" for each in speaker.as_printed)
        rows = "".join(
            f"<li>{_escape(basis.says)} <em>{_source(pack, basis.source)}</em></li>" for basis in speaker.basis
        )
        st.html(
            f'<p class="asn-say"><strong>{_escape(speaker.name)}</strong>{native}, {_escape(speaker.role)}, {_escape(speaker.organisation)}. '
            + (
                f"Printed as {printed}. Certainty of the resolved name: {_escape(speaker.certainty or '')}.</p>"
                if printed
                else "</p>"
            )
            + (f'<ul class="asn-list asn-meta">{rows}</ul>' if rows else "")
        )


def occasion(pack: Pack) -> None:
    """Where and when the words were said, with the basis."""
    item = pack.narrative.occasion
    where = ", ".join(part for part in (item.name, item.place) if part)
    rows = "".join(f"<li>{_escape(basis.says)} <em>{_source(pack, basis.source)}</em></li>" for basis in item.basis)
    st.html(
        f'<p class="asn-say">{_escape(where)}, {_escape(dates.in_words(item.date))}.</p><ul class="asn-list asn-meta">{rows}</ul>'
    )


def chain(pack: Pack) -> None:
    """The steps from the spoken words to the text that is quoted."""
    for item in pack.sources.values():
        if item.chain:
            rows = "".join(
                f"<li>{_escape(step.what)} ({_escape(step.language)}), {_escape(step.by)}</li>" for step in item.chain
            )
            st.html(f'<ol class="asn-list asn-say">{rows}</ol>')


def rendering(pack: Pack, id: str) -> None:
    """Two wordings of one statement, one beside the other, and what changed between them."""
    item = pack.claims[id]
    first = pack.claims[item.rendering_of or id]
    one, other = st.columns(2, gap="medium")
    for column, each, label in ((one, first, "In the interview"), (other, item, "Worded again")):
        with column:
            say(label, "asn-label")
            say(f"{claims_table.phrase_of(pack, each)}.", "asn-meta")
            if each.quote:
                quote(pack, each.quote, size="small")
    changed = ", ".join(drift.replace("-", " ") for drift in item.drift) or "the wording only"
    say(f"Changed: {changed}. {item.note or ''}", "asn-meta")


def source(item: Source) -> None:
    """A source: title, publisher, dates, language, licence, and a short extract where it serves as a basis."""
    title = (
        f'<a href="{_escape(item.url)}">{_escape(item.title)}</a>'
        if item.url
        else f"{_escape(item.title)} (no address recorded)"
    )
    when = f"published {dates.in_words(item.date_published)}" if item.date_published else "no date of publication given"
    parts = [
        part
        for part in (item.author, item.publisher, when, f"language {item.language}", item.kind, item.license)
        if part
    ]
    snippet = f'<br>“<span lang="{_escape(item.language)}">{_escape(item.snippet)}</span>”' if item.snippet else ""
    note = f"<br>{_escape(item.note)}" if item.note else ""
    st.html(f'<p class="asn-say">{title}</p><p class="asn-meta">{_escape(" · ".join(parts))}{snippet}{note}</p>')


def problems(found: Iterable[Problem]) -> None:
    """What an editor has to mend, in place of what cannot be shown."""
    rows = "".join(f'<div class="asn-problem">{_escape(str(problem))}</div>' for problem in found)
    st.html(
        f'<div class="asn-notice" role="alert"><p class="asn-say">Some content has problems and is not shown.</p>{rows}</div>'
    )


def colophon(pack: Pack) -> None:
    """Source, sourcing and edition, under every page."""
    st.html(f'<p class="asn-meta">{_escape(exhibits.source_line(pack))}</p>')


def _quote(pack: Pack, id: str, size: str) -> str:
    item, source = pack.quotes[id], pack.sources[pack.quotes[id].source]
    kind = VOICED[item.voice]
    audit = words_table.AUDITED[words_table.audit_state(pack, id)]
    origin = "" if size == "small" else f" · {source.title}, {source.publisher}"
    meta = f"{words_table.who(pack, id)} · {phrasing.SOURCINGS[pack.narrative.sourcing]}{origin} · {audit}"
    note = f'<p class="asn-meta">{_escape(item.note)}</p>' if item.note else ""
    before = f'<span class="asn-context">… {_escape(item.prefix)} </span>' if item.prefix and size == "full" else ""
    after = f'<span class="asn-context"> {_escape(item.suffix)} …</span>' if item.suffix and size == "full" else ""
    return (
        f'<figure class="asn-quote {kind} {size}"><blockquote lang="{_escape(source.language)}">{before}“{_escape(item.exact)}”{after}</blockquote>'
        f'<figcaption class="asn-meta">{_escape(meta)}</figcaption>{note}</figure>'
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
    words = [voice, derived, rendering, reasons, item.note or ""]
    return [_escape(text) for text in words]


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


def _source(pack: Pack, id: str) -> str:
    source = pack.sources[id]
    title = f"{source.title}, {source.publisher}" + (
        f", {dates.in_words(source.date_published)}" if source.date_published else ""
    )
    return f'<a href="{_escape(source.url)}">{_escape(title)}</a>' if source.url else _escape(title)


def _escape(text: str) -> str:
    return html.escape(text, quote=True)
