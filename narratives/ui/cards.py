"""Quotes, claims and notices as HTML, every value escaped; nothing here rewrites a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import streamlit as st

from narratives import phrasing
from narratives.models import Claim, Ref, Word
from narratives.packs import Pack
from narratives.receipts import rewordings
from narratives.receipts.hearing import heard
from narratives.receipts.quoted import AUDITED, audit_state, who
from narratives.receipts.sentences import phrase_of
from narratives.tables.layers import numbering, words_on
from narratives.ui import beneath, frame, prose
from narratives.vocabulary.interests import INTERESTS

VOICED = {
    "speaker": "quoted",
    "paraphrase": "paraphrase",
    "interviewer": "question",
    "journalist": "journalist",
    "editor": "editor",
}


def quote(pack: Pack, id: str, *, size: str = "") -> None:
    """The exact words, whose they are, where they stand and whether they were verified; ``size``: large, small or ''."""
    st.html(_quote(pack, id, size))


def quotes(pack: Pack, ids: Iterable[str]) -> None:
    """Several quotes, small, one after the other: a question and its answers, or all that stands behind a step."""
    if rows := "".join(_quote(pack, id, "small") for id in ids):
        st.html(rows)


def claim(pack: Pack, id: str, *, with_quote: bool = True, size: str = "", recorded: bool = True) -> None:
    """One claim: its sentence, the exact words behind it, and what a reader must know to judge it.

    Other wordings, computation and (unless ``recorded`` is False) the public record open beneath it.
    """
    opened = beneath.recorded() if recorded else None
    st.html(_claim(pack.version, id, with_quote, size, opened, pack))
    item = pack.claims[id]
    link = item.quote or (item.absence.asked if item.absence else None)
    if link and with_quote:
        where = {"quote": Ref(pack.id, link).within(frame.chosen().id)}
        st.page_link("pages/quotes.py", label="These words where they were said", query_params=where)


def worded(pack: Pack, id: str) -> None:
    """A claim, or a wording of one that is known from elsewhere; nothing where the narrative has neither."""
    if id in pack.claims:
        claim(pack, id)
    elif id in pack.renderings:
        for each in rewordings.wordings(pack, rewordings.first_of(pack, pack.renderings[id].of)):
            if each.ref.id == id:
                st.html(beneath.wording(pack, each))


@st.cache_resource(max_entries=1000, show_spinner=False)
def _claim(version: str, id: str, with_quote: bool, size: str, record: bool | None, _pack: Pack) -> str:
    """A claim as HTML, made once for all readers; ``record`` is None where the public record is left out."""
    item = _pack.claims[id]
    rows = [prose.paragraph(f"{phrase_of(_pack, item)}.")]
    if with_quote:
        rows += [_quote(_pack, quote_id, size) for quote_id in (item.assents_to, item.quote) if quote_id]
    rows += [_known(_pack, item), *_absence(_pack, item)]
    rows.append(beneath.claim(_pack, item, record=record))
    return f'<div class="asn-claim">{"".join(rows)}</div>'


def layer(pack: Pack, id: str) -> None:
    """What is said of a layer: its place in the shared list and the speaker's own, and the words, whoever's they are."""
    prose.say(f"{pack.words.layers[id].label}. {pack.words.layers[id].sentence} {numbering(pack, id)}")
    quotes(pack, words_on(pack, id)[0])


def on_layer(pack: Pack, id: str, voices: frozenset[str]) -> None:
    """The words of one narrative on a layer under a choice of voices, and what we take from them."""
    quoted, claims = words_on(pack, id, voices)
    quotes(pack, quoted)
    if unheard := len(words_on(pack, id)[0]) - len(quoted):
        prose.say(f"{unheard} more in voices that are not chosen.", "asn-meta")
    if not quoted:
        prose.notice("No words under this choice speak of this layer.")
    if claims:
        label = f"What we take from these words: {len(claims)}"
        with st.expander(label, key="layer-claims", on_change="rerun") as folded:
            for each in claims if folded.open else ():
                claim(pack, each, with_quote=False)


def argument(pack: Pack, id: str) -> None:
    """The words an argument stands on, and what we take from them."""
    words = next(each.quote for each in pack.stance.arguments if each.id == id)
    quote(pack, words)
    standing_on(pack, words)


def beliefs(pack: Pack, voices: frozenset[str]) -> None:
    """Beliefs are words, not marks: they stand beside the chart, each with the words it is in."""
    held = [each for each in pack.claims.values() if each.modality == "belief" and heard(each, voices)]
    if held:
        with st.expander(f"Beliefs, in words: {len(held)}", key="beliefs", on_change="rerun") as folded:
            for each in held if folded.open else ():
                claim(pack, each.id)


def standing_on(pack: Pack, quote_id: str) -> None:
    """The claims that stand on a quote, the question it answers, or the answers to it."""
    item = pack.quotes[quote_id]
    if item.answers:
        prose.say("In answer to", "asn-label")
        quote(pack, item.answers, size="small")
    for answer in pack.quotes.values():
        if answer.answers == quote_id:
            quote(pack, answer.id, size="small")
    claims = [each for each in pack.claims.values() if quote_id in (each.quote, each.assents_to)]
    if claims:
        prose.say("What we take from these words", "asn-label")
        opened = beneath.recorded()
        st.html("".join(_taken(pack.version, each.id, opened, pack) for each in claims))


@st.cache_resource(max_entries=1000, show_spinner=False)
def _taken(version: str, id: str, record: bool, _pack: Pack) -> str:
    """A claim without the words it stands on, which stand above it, as HTML."""
    item = _pack.claims[id]
    sentence = prose.paragraph(f"{phrase_of(_pack, item)}.")
    return f'<div class="asn-claim">{sentence}{_known(_pack, item)}{beneath.claim(_pack, item, record=record)}</div>'


def term(word: Word) -> None:
    """A term and its sentence."""
    st.html(f'<p class="asn-say"><strong>{prose.escape(word.label)}</strong>: {prose.escape(word.sentence)}</p>')


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
        f'<div class="asn-figure"><div class="number"><span class="hedge">{prose.escape(hedge)}</span> {prose.escape(number)}</div>'
        f'<div class="asn-meta">{prose.escape(phrase_of(pack, item))}. {_named(pack, item)}</div></div>'
    )


def _named(pack: Pack, item: Claim) -> str:
    """The badge of whoever's words a claim gives, or is silent in."""
    words = pack.quote_of(item)
    if item.absence is None and item.voice not in ("speaker", "paraphrase"):
        return ""
    return beneath.badge(phrasing.speaker_of(pack.narrative, words) if words else pack.narrative.speakers[0])


def _quote(pack: Pack, id: str, size: str) -> str:
    item, source = pack.quotes[id], pack.sources[pack.quotes[id].source]
    kind = VOICED[item.voice]
    audit = AUDITED[audit_state(pack, id)]
    origin = "" if size == "small" else f" · {source.title}, {source.publisher}"
    meta = f"{who(pack, id)} · {phrasing.SOURCINGS[pack.narrative.sourcing]}{origin} · {audit}"
    note = f'<p class="asn-meta">{prose.escape(item.note)}</p>' if item.note else ""
    ours = f'<p class="asn-meta">Our translation: “{prose.escape(item.translation)}”</p>' if item.translation else ""
    badge = beneath.badge(phrasing.speaker_of(pack.narrative, item)) if item.voice != "interviewer" else ""
    before = (
        f'<span class="asn-context">… {prose.escape(item.prefix)} </span>' if item.prefix and size == "full" else ""
    )
    after = f'<span class="asn-context"> {prose.escape(item.suffix)} …</span>' if item.suffix and size == "full" else ""
    return (
        f'<figure class="asn-quote {kind} {size}"><blockquote lang="{prose.attribute(source.language)}">'
        f"{before}“{prose.escape(item.exact)}”{after}</blockquote>"
        f'<figcaption class="asn-meta">{prose.escape(meta)} {badge}</figcaption>{ours}{note}</figure>'
    )


def _known(pack: Pack, item: Claim) -> str:
    """Voice, interest, reasons and note of a claim as HTML."""
    reasons = " ".join(
        text for text in ((item.reasons.comparator, item.reasons.modality) if item.reasons else ()) if text
    )
    voice = "" if item.voice == "speaker" or item.absence else f"Voice: {phrasing.VOICES[item.voice]}."
    about = f"Whose interest: {INTERESTS[item.about]}." if item.about else ""
    facts = [prose.escape(text) for text in (voice, about, reasons, item.note or "") if text]
    return f'<p class="asn-meta">{"<br>".join(facts)}</p>' if facts else ""


def _absence(pack: Pack, item: Claim) -> Iterator[str]:
    """The question that was asked, and what was said instead, as HTML."""
    if item.absence and item.absence.asked:
        yield prose.paragraph("The question", "asn-label") + _quote(pack, item.absence.asked, "small")
    if item.absence and item.absence.instead:
        yield prose.paragraph("Said instead", "asn-label")
        for id in item.absence.instead:
            yield prose.paragraph(f"{phrase_of(pack, pack.claims[id])}.", "asn-meta")
            if words := pack.claims[id].quote:
                yield _quote(pack, words, "small")
