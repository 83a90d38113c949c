"""An exhibit on a page: the chart with its alt text, the way to the words, the table behind it and its download."""

from __future__ import annotations

from itertools import groupby

import pandas as pd
import streamlit as st

from narratives.exhibits import Shown
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.tables.claims import as_csv
from narratives.ui.page import loading, prose
from narratives.ui.words import cards, opening

BUTTONS = ["select2d", "lasso2d", "autoScale2d", "zoomIn2d", "zoomOut2d"]


def show(
    shown: Shown,
    pack: Pack,
    *,
    linked: bool = True,
    folded: bool = True,
    headed: bool = True,
    named: bool = False,
    part: str = "",
    pointer: str = "",
) -> None:
    """Draw an exhibit; a click on a mark opens its words, wherever on the page the reader is.

    With ``linked`` it stands on the page where it lives: what is clicked goes into the parameter that the exhibit names,
    and a table that is half of what is to be read stands open. Without ``folded`` the table that can be opened is left
    out, without ``headed`` the heading, which on stage the step's own headline replaces. With ``named`` each narrative
    is named above its cards; ``part`` tells apart what is drawn more than once on one page. ``pointer`` tells those who
    hear the picture where its words stand, in at most 36 characters; the table, where none is given.
    """
    if headed:
        st.header(shown.name, anchor=shown.id)
    name = f"{pack.id}-{shown.id}-{pack.edition}"
    if shown.figure is not None:
        _picture(shown, pack, name, linked=linked, part=part, pointer=pointer)
    elif shown.table.empty:
        prose.notice(shown.alt)
    else:
        _cards(shown, pack, named=named, part=part)
    beside = linked and shown.exhibit.tabled
    if beside:
        prose.table(shown.table)
    if shown.figure is None:
        for caveat in shown.caveats:
            prose.say(caveat, "asn-meta")
    if folded and not beside:
        table(shown, name, part)


def _picture(shown: Shown, pack: Pack, name: str, *, linked: bool, part: str, pointer: str) -> None:
    config = {
        "displaylogo": False,
        "modeBarButtonsToRemove": BUTTONS,
        "toImageButtonOptions": {"format": "png", "filename": name, "scale": 2},
    }
    # Streamlit 1.67 recolours the marks of a chart only when it is drawn anew, so the scheme is part of its key.
    key = f"chart-{shown.id}{part}-{st.context.theme.type}"
    st.plotly_chart(
        shown.figure,
        key=key,
        alt=shown.alt if shown.table.empty else f"{shown.alt} {pointer or _table_holds(shown)}",
        config=config,
        selection_mode="points",
        on_select=lambda: _open(key, shown.exhibit.opens if linked else "", pack.id),
    )
    if (found := st.session_state.pop(f"{key}-opened", None)) is not None:
        opening.words(shown.exhibit, found, pack)


def _cards(shown: Shown, pack: Pack, *, named: bool, part: str) -> None:
    """What an exhibit without a picture shows: key figures, or each claim or wording with its words."""
    for _, found_in in groupby(shown.cards, key=lambda card: card.narrative):
        refs = list(found_in)
        whose = loading.pack_of(refs[0], pack)
        if named:
            cards.whose(whose)
        if shown.exhibit.large:
            numbers(whose, [ref.id for ref in refs], part)
            continue
        for ref in refs:
            with st.container(border=True):
                cards.worded(whose, ref.id)


def numbers(pack: Pack, claims: list[str], part: str) -> None:
    """Key figures of a narrative as cards, each with its exact words one click away."""
    with st.grid(3, min_column_width=270, gap="medium"):
        for claim in claims:
            with st.container(border=True, height="stretch"):
                cards.figure(pack, claim)
                key = f"figure-{pack.id}/{claim}{part}"
                words = st.popover("The exact words", key=key, width="stretch", on_change="rerun")
                if words.open:
                    with words:
                        cards.claim(pack, claim)


def table(shown: Shown, name: str, part: str = "") -> None:
    """The table behind an exhibit, folded away and only made when it is opened, with its download."""
    folded = st.expander(f"The table behind “{shown.name}”", key=f"table-{shown.id}{part}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        if shown.table.empty:
            st.text("No rows under this choice.")
            return
        st.dataframe(_plain(shown.table), hide_index=True, alt=f"Table: {shown.alt}")
        download("Download as CSV", shown.table, name)


def download(label: str, rows: pd.DataFrame, name: str) -> None:
    """A button that makes the CSV when it is clicked, not before.

    It begins with a byte order mark: without one Excel takes UTF-8 for the code page of its country, and “€” and Chinese
    words for others. `export` and the data package go to programs, which know UTF-8 and would read the mark as a letter.
    """
    st.download_button(
        label, lambda: as_csv(rows).encode("utf-8-sig"), f"{name}.csv", "text/csv", key=f"csv-{name}", on_click="ignore"
    )


def _table_holds(shown: Shown) -> str:
    what = "sentence" if {"phrase", "exact", "facet"} & set(shown.table.columns) else "number"
    return f"The table below holds each {what}."


def _open(chart: str, opens: str, home: str) -> None:
    """Note what was clicked. Plotly takes a second click on a mark for taking it back; here it opens the words again."""
    points = st.session_state[chart]["selection"]["points"]
    data = points[0].get("customdata") if points else None
    found = st.session_state.get(f"{chart}-last")
    if data:  # what the mark stands for, and, where it is not every narrative’s, its narrative
        id, narrative = (*data, "")[:2]
        found = Ref(narrative or home, id) if id else None
    if found is not None:
        st.session_state[f"{chart}-last"] = st.session_state[f"{chart}-opened"] = found
        if opens:
            # a layer is every narrative’s, a claim is one’s own
            st.session_state[opens] = found.within(home) if opens == "claim" else found.id


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """The table with lists as text, which a grid shows more plainly."""
    return table.map(lambda value: "; ".join(map(str, value)) if isinstance(value, tuple) else value)
