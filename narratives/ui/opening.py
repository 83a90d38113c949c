"""What a click on a mark opens: the words that the mark stands on, by the kind that its exhibit declares."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from narratives.exhibits import Exhibit
from narratives.models import Ref
from narratives.packs import Pack
from narratives.receipts.sentences import phrase_of
from narratives.ui import beneath, cards, loading, prose


def words(exhibit: Exhibit, ref: Ref, home: Pack) -> None:
    """The words behind one mark; those of ``home`` where its narrative is gone since the picture was drawn."""
    opened = OPENED.get(exhibit.words)
    if opened is not None:
        _dialog(loading.pack_of(ref, home), ref.id, opened)


@st.dialog("The exact words", width="large")
def _dialog(pack: Pack, id: str, opened: Callable[[Pack, str], None]) -> None:
    opened(pack, id)


def _fact(pack: Pack, id: str) -> None:
    """The claim, or the fact with all its verdicts."""
    if id in pack.claims:
        cards.claim(pack, id)
    elif id in pack.facts:
        for bearing in pack.facts[id].bears_on:
            prose.say(f"Beside: {phrase_of(pack, pack.claims[bearing.claim])}.", "asn-meta")
            html = beneath.fact(pack, pack.facts[id], bearing.verdict, bearing.why)
            st.html(f'<div class="asn-record">{html}</div>')


OPENED: dict[str, Callable[[Pack, str], None]] = {
    "claim": cards.claim,
    "layer": cards.layer,
    "argument": cards.argument,
    "wording": cards.worded,
    "fact": _fact,
}
