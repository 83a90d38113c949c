"""The library: every narrative with who, where, when and how well sourced; from here one opens it or sets it beside."""

from __future__ import annotations

import streamlit as st

from narratives.library.packs import Pack
from narratives.ui.page import frame, loading, prose
from narratives.web.routes import PAGES

SHELF = 12


def show(pack: Pack) -> None:
    """All narratives, newest first, to be searched; nothing where there is only one."""
    packs = loading.library().packs
    if len(packs) < 2:
        return
    for id, given in loading.tours().items():
        st.header(prose.plain(given.tour.title), anchor=f"tour-{id}")
        prose.say(given.tour.about)
        label = f"Walk through it: {len(given.steps)} steps"
        st.page_link(PAGES["walkthrough"].file, label=label, query_params={"tour": id})
    st.header("All narratives", anchor="library")
    words = ""
    if len(packs) > SHELF:
        words = st.text_input(
            "Search by name, firm, place or year", key="shelf", type="search", live="300ms", width=320
        )
    _compared(pack)
    rows = loading.shelf(words)
    if not rows:
        prose.notice("No narrative holds these words.")
        return
    sheets = -(-len(rows) // SHELF)
    sheet = st.pagination(sheets, key="shelf-sheet") if sheets > 1 else 1
    if len(packs) <= SHELF:
        st.button("Set all beside each other", key="beside-all", on_click=_beside, args=(frame.ALL,))
    with st.grid(3, min_column_width=300, gap="medium"):
        for row in rows[(sheet - 1) * SHELF : sheet * SHELF]:
            with st.container(border=True, height="stretch"):
                prose.paragraphs(
                    (f"{row['label']} · {row['region']}", "asn-label"),
                    (row["finding"], "asn-say"),
                    (f"{row['speaker']}, {row['role']}; {row['where']}, {row['when']}", "asn-meta"),
                    (
                        f"Words {row['sourcing']}. {row['quotes']} quotes, {row['found']} found in their source; "
                        f"{row['claims']} claims, {row['amounts']} with an amount.",
                        "asn-meta",
                    ),
                )
                with st.container(horizontal=True, gap="small"):
                    if row["narrative"] == pack.id:
                        prose.say("This narrative", "asn-meta")
                        continue
                    label = row["label"]
                    st.button("Open", key=f"open-{row['narrative']}", on_click=_open, args=(label,))
                    st.button("Set beside", key=f"beside-{row['narrative']}", on_click=_beside, args=(label,))


def _compared(pack: Pack) -> None:
    """What is set beside the chosen narrative now, and the pages on which they are compared."""
    others = frame.beside(pack)
    if not others:
        return
    named = ", ".join(other.narrative.label for other in others[:SHELF])
    more = f" and {len(others) - SHELF} more" if len(others) > SHELF else ""
    with st.container(border=True, key="compared"):
        prose.say(f"Beside {pack.narrative.label}: {named}{more}. Compare them:")
        with st.container(horizontal=True, gap="small"):
            for page in frame.BESIDE:
                st.page_link(page.file, label=page.name)


def _open(label: str) -> None:
    st.session_state["narrative"] = label


def _beside(label: str) -> None:
    chosen = [frame.ALL] if label == frame.ALL else [*(st.session_state.get("beside") or []), label]
    st.session_state["beside"] = list(dict.fromkeys(chosen))
