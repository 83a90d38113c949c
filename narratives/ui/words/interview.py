"""Quotes to be read: one opened, all as a list, or each narrative as its interview went.

A quote of the chosen narrative is named in the URL by its id, one of another by that narrative's id before it. A link
opens any quote of the library, whether or not its narrative is set beside.
"""

from __future__ import annotations

import pandas as pd
import streamlit as st

from narratives.exhibits import View
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.tables.quotations import questions
from narratives.ui.page import links, loading, prose, scrolling
from narratives.ui.words import cards, citations

PAGE = 12  # a sheet that is drawn at once and read in one go


def ids(view: View) -> list[str]:
    """What the URL calls each quote of the library while the first narrative of a view is the chosen one."""
    home = view.pack.id
    return [Ref(pack.id, id).within(home) for pack in loading.library().packs.values() for id in pack.quotes]


def orders(*, several: bool) -> dict[str, str]:
    """The ways in which quotes can be read."""
    ways = {"found": "as a list", "interview": "as the interview"}
    return ways | ({"question": "by question"} if several else {})


def opened(view: View, name: str) -> None:
    """One quote, large, with everything that stands on it and its citation."""
    ref = Ref.parse(name, view.pack.id)
    pack, id = loading.pack_of(ref, view.pack), ref.id
    with st.container(border=True, key="opened"):
        if pack.id != view.pack.id:
            cards.whose(pack)
        cards.quote(pack, id, size="large")
        cards.standing_on(pack, id)
        citations.quote(pack, id)
        cards.report(pack, id)
        links.button("Close", "quote", "")
    scrolling.show_top(name)


def as_interview(view: View, found: pd.DataFrame) -> None:
    """Each narrative's quotes, question by question."""
    for pack in view.packs:
        mine = found[found["narrative"] == pack.id]
        if len(view.packs) > 1 and len(mine):
            st.header(prose.plain(pack.narrative.label), anchor=f"interview-{pack.id}")
        for question, answers in questions(mine):
            with st.container(border=True, key=f"question-{pack.id}-{question}"):
                cards.quotes(pack, [question, *answers])


def as_list(view: View, found: pd.DataFrame) -> None:
    """The quotes that were found, a page at a time, each to be opened."""
    packs = {pack.id: pack for pack in view.packs}
    sheets = -(-len(found) // PAGE)
    sheet = st.pagination(sheets, key="sheet", bind="query-params") if sheets > 1 else 1
    shown = found.iloc[(sheet - 1) * PAGE : sheet * PAGE]
    with st.grid(2, min_column_width=380, gap="medium"):
        for narrative, id in zip(shown["narrative"], shown["id"], strict=True):
            _small(packs[narrative], id, view.pack.id, len(packs) > 1)


def _small(pack: Pack, id: str, home: str, several: bool) -> None:
    name = Ref(pack.id, id).within(home)
    with st.container(key=f"quote-{name.replace('/', '--')}"):
        if several:
            prose.say(pack.narrative.label, "asn-label")
        cards.quote(pack, id, size="small")
        label = prose.plain(f"Open “{' '.join(pack.quotes[id].exact.split()[:3])} …”")
        links.button(label, "quote", name, id=f"open-{name}", type="tertiary")
