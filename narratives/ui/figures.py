"""An exhibit on a page: the chart with its alt text, the way to the words, the table behind it and its download."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import pandas as pd
import streamlit as st

from narratives.exhibits import Exhibit
from narratives.packs import Pack
from narratives.tables.across import sourced
from narratives.tables.claims import as_csv
from narratives.ui import cards, loading, prose

BUTTONS = ["select2d", "lasso2d", "autoScale2d", "zoomIn2d", "zoomOut2d"]


def show(
    exhibit: Exhibit,
    pack: Pack,
    *,
    opens: str | None = None,
    words: Callable[[Pack, str], None] | None = None,
    unfolded: bool = False,
    folded: bool = True,
    headed: bool = True,
    named: bool = False,
    part: str = "",
    pointer: str = "",
) -> None:
    """Draw ``exhibit``; a click on a mark opens its ``words``, wherever on the page the reader is.

    A mark's customdata is what was clicked and its narrative; it goes into the key ``opens`` too, a claim of another
    narrative as `narrative/claim`.

    ``unfolded`` shows the table at once, where it is half of what is to be read; without ``folded`` the table that
    can be opened is left out, without ``headed`` the heading, which on stage the step's own headline replaces.
    With ``named`` each narrative is named above its cards; ``part`` tells apart what is drawn more than once on one page.
    ``pointer`` tells those who hear the picture where its words stand, in at most 36 characters; the table, where none is
    given.
    """
    if headed:
        st.header(exhibit.name, anchor=exhibit.id)
    name = f"{pack.id}-{exhibit.id}-{pack.edition}"
    if exhibit.figure is not None:
        config = {
            "displaylogo": False,
            "modeBarButtonsToRemove": BUTTONS,
            "toImageButtonOptions": {"format": "png", "filename": name, "scale": 2},
        }
        # Streamlit 1.67 recolours the marks of a chart only when it is drawn anew, so the scheme is part of its key.
        key = f"chart-{exhibit.id}{part}-{st.context.theme.type}"
        st.plotly_chart(
            exhibit.figure,
            key=key,
            alt=exhibit.alt if exhibit.table.empty else f"{exhibit.alt} {pointer or _table_holds(exhibit)}",
            config=config,
            selection_mode="points",
            on_select=lambda: _open(key, opens, pack.id),
        )
        if (found := st.session_state.pop(f"{key}-opened", None)) is not None and words is not None:
            narrative, id = found
            _words(_pack(narrative, pack), id, words)
    elif exhibit.table.empty:
        prose.notice(exhibit.alt)
    else:
        for narrative, found_in in groupby(exhibit.cards, key=lambda card: card[0]):
            whose, ids = _pack(narrative, pack), [id for _, id in found_in]
            if named:
                prose.say(f"{whose.narrative.label} · {sourced(whose)}", "asn-label")
            if exhibit.id == "key-figures":
                numbers(whose, ids, part)
            for id in ids if exhibit.id != "key-figures" else ():
                with st.container(border=True):
                    cards.worded(whose, id)
    if unfolded:
        prose.table(exhibit.table)
    if exhibit.figure is None:
        for caveat in exhibit.caveats:
            prose.say(caveat, "asn-meta")
    if folded:
        table(exhibit, name, part)


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


def table(exhibit: Exhibit, name: str, part: str = "") -> None:
    """The table behind an exhibit, folded away and only made when it is opened, with its download."""
    folded = st.expander(f"The table behind “{exhibit.name}”", key=f"table-{exhibit.id}{part}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        if exhibit.table.empty:
            st.text("No rows under this choice.")
            return
        st.dataframe(_shown(exhibit), hide_index=True, alt=f"Table: {exhibit.alt}")
        download("Download as CSV", exhibit.table, name)


def download(label: str, rows: pd.DataFrame, name: str) -> None:
    """A button that makes the CSV when it is clicked, not before.

    It begins with a byte order mark: without one Excel takes UTF-8 for the code page of its country, and “€” and Chinese
    words for others. `export` and the data package go to programs, which know UTF-8 and would read the mark as a letter.
    """
    st.download_button(
        label, lambda: as_csv(rows).encode("utf-8-sig"), f"{name}.csv", "text/csv", key=f"csv-{name}", on_click="ignore"
    )


def _table_holds(exhibit: Exhibit) -> str:
    what = "sentence" if {"phrase", "exact", "facet"} & set(exhibit.table.columns) else "number"
    return f"The table below holds each {what}."


def _open(chart: str, opens: str | None, home: str) -> None:
    """Note what was clicked. Plotly takes a second click on a mark for taking it back; here it opens the words again."""
    points = st.session_state[chart]["selection"]["points"]
    data = points[0].get("customdata") if points else None
    if data:
        narrative = str(data[1]) if len(data) > 1 and data[1] else home
        found = (narrative, str(data[0]).removesuffix("-yours"))
    else:
        found = st.session_state.get(f"{chart}-last", (home, ""))
    if found[1]:
        st.session_state[f"{chart}-last"] = st.session_state[f"{chart}-opened"] = found
        if opens:
            ours = found[0] == home or opens != "claim"  # a layer is every narrative’s, a claim is one’s own
            st.session_state[opens] = found[1] if ours else f"{found[0]}/{found[1]}"


def _pack(narrative: str, home: Pack) -> Pack:
    """The narrative that a mark or card names; ``home`` where it is gone since the picture was drawn."""
    return home if narrative == home.id else loading.library().packs.get(narrative, home)


@st.dialog("The exact words", width="large")
def _words(pack: Pack, id: str, words: Callable[[Pack, str], None]) -> None:
    words(pack, id)


def _shown(exhibit: Exhibit) -> object:
    """The table with lists as text, which a grid shows more plainly."""
    return exhibit.table.map(lambda value: "; ".join(map(str, value)) if isinstance(value, tuple) else value)
