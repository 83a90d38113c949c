"""Quotes, claims and key figures on a page, each drawn from its receipt."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from narratives import receipts
from narratives.html import beneath, said, sources, writing
from narratives.library.packs import Pack
from narratives.models import Word
from narratives.receipts import Receipt
from narratives.receipts.hearing import heard
from narratives.receipts.origins import grounds, sourced
from narratives.receipts.rewordings import of_rendering
from narratives.receipts.standing import Standing, argued, numbering, standing, words_on
from narratives.ui.page import frame, loading, prose
from narratives.web.routes import PAGES

# Made once for all readers of one version of a pack: a page is drawn anew at every click, and most of it is as it was.
once = st.cache_resource(max_entries=1000, show_spinner=False, hash_funcs=loading.BY_WORDS)


@once
def receipt(pack: Pack, id: str) -> Receipt:
    """The receipt of a claim."""
    return receipts.of(pack, id)


@once
def _standing(pack: Pack, quote_id: str) -> Standing:
    return standing(pack, quote_id)


@once
def _claim(pack: Pack, id: str, with_quote: bool, size: str, record: bool | None) -> str:
    return str(said.claim(receipt(pack, id), with_quote=with_quote, size=size, record=record))


@once
def _taken(pack: Pack, quote_id: str, record: bool) -> str:
    return str(said.all_taken(_standing(pack, quote_id).claims, record=record))


def whose(pack: Pack) -> None:
    """Whose words follow, and how they reached us, where several narratives are shown."""
    prose.say(f"{pack.narrative.label} · {sourced(pack)}", "asn-label")


def quote(pack: Pack, id: str, *, size: str = "") -> None:
    """The exact words, whose they are, where they stand and whether they were verified; ``size``: large, small or ''."""
    prose.draw(said.quote(receipts.words(pack, id), size))  # quicker than to look whether it was drawn before


def quotes(pack: Pack, ids: Iterable[str]) -> None:
    """Several quotes, small, one after the other: a question and its answers, or all that stands behind a step."""
    if each := [receipts.words(pack, id) for id in ids]:
        prose.draw(said.quotes(each))


def claim(pack: Pack, id: str, *, with_quote: bool = True, size: str = "", recorded: bool = True) -> None:
    """One claim: its sentence, the exact words behind it, and what a reader must know to judge it.

    Other wordings, computation and (unless ``recorded`` is False) the public record open beneath it.
    """
    prose.draw(_claim(pack, id, with_quote, size, frame.recorded() if recorded else None))
    if with_quote and (at := receipt(pack, id).said):
        where = {"quote": at.within(frame.chosen().id)}
        st.page_link(PAGES["quotes"].file, label="These words where they were said", query_params=where)


def worded(pack: Pack, id: str) -> None:
    """A claim, or a wording of one that is known from elsewhere; nothing where the narrative has neither."""
    if id in pack.claims:
        claim(pack, id)
    elif id in pack.renderings:
        prose.draw(beneath.wording(of_rendering(pack, pack.renderings[id])))


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
    words = argued(pack, id)
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
    stands = _standing(pack, quote_id)
    if stands.question:
        prose.say("In answer to", "asn-label")
        prose.draw(said.quote(stands.question, "small"))
    for answer in stands.answers:
        prose.draw(said.quote(answer, "small"))
    if stands.claims:
        prose.say("What we take from these words", "asn-label")
        prose.draw(_taken(pack, quote_id, frame.recorded()))


def report(pack: Pack, quote_id: str) -> None:
    """The link by which an error in a quote is reported."""
    prose.draw(beneath.report("quote", receipts.words(pack, quote_id).report))


def identity(pack: Pack) -> None:
    """Who spoke, as printed and as resolved, with the basis."""
    for speaker in pack.narrative.speakers:
        prose.draw(sources.speaker(speaker, grounds(pack, speaker.basis)))


def term(word: Word) -> None:
    """A term and its sentence."""
    prose.draw(writing.term(word.label, word.sentence))


def figure(pack: Pack, id: str) -> None:
    """A key figure: the number large, its hedge before it in the same line, the whole sentence below."""
    prose.draw(said.figure(receipt(pack, id)))
