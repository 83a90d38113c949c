"""What a click on a mark opens: the words that the mark stands on, by the kind that its exhibit declares."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from narratives.exhibits import Exhibit
from narratives.exhibits.view import Opened
from narratives.html import beneath
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts import bearings
from narratives.ui.page import loading, prose
from narratives.ui.words import cards


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
        for fact in bearings.verdicts(pack, id):
            prose.say(f"Beside: {fact.beside}.", "asn-meta")
            prose.draw(beneath.framed(beneath.fact(fact)))


OPENED: dict[Opened, Callable[[Pack, str], None]] = {
    "claim": cards.claim,
    "layer": cards.layer,
    "argument": cards.argument,
    "wording": cards.worded,
    "fact": _fact,
}
