"""A permalink and a citation for each quote and claim, to copy as plain text, Markdown, APA or BibTeX."""

from __future__ import annotations

import streamlit as st

from narratives import receipts
from narratives.exports import citing
from narratives.library.packs import Pack
from narratives.ui.page import prose, sharing
from narratives.ui.words import cards
from narratives.web.routes import PAGES

FORMS = {"plain": "Plain text", "markdown": "Markdown", "apa": "APA", "bibtex": "BibTeX"}


def quote(pack: Pack, id: str) -> None:
    """The citation of a quote, folded away and made when it is opened."""
    with st.popover("Cite these words", key=f"cite-quote-{id}", on_change="rerun") as opened:
        if opened.open:
            link = sharing.link(PAGES["quotes"].path, quote=id, narrative=pack.narrative.label)
            _show(citing.cite(receipts.words(pack, id), link), link)


def claim(pack: Pack, id: str) -> None:
    """The citation of a claim, with the exact words behind it or the note that there are none."""
    with st.popover("Cite this claim", key=f"cite-claim-{id}", on_change="rerun") as opened:
        if opened.open:
            link = sharing.link(PAGES["investment"].path, claim=id, narrative=pack.narrative.label)
            _show(citing.cite(cards.receipt(pack, id), link), link)


def _show(citation: citing.Citation, link: str) -> None:
    """Each form in a box that copies it to the letter."""
    st.text("Permanent link")
    st.code(link, language=None, wrap_lines=True)
    for name, label in FORMS.items():
        st.text(label)
        st.code(getattr(citation, name), language=None, wrap_lines=True)
    prose.say("The text is copied with its hedges; the edition says which words of ours it is from.", "asn-meta")
