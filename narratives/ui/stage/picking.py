"""The walk that a link names: that of the chosen narrative, or a tour of several."""

from __future__ import annotations

import streamlit as st

from narratives.exhibits import walks
from narratives.exhibits.walks import Walk
from narratives.library.packs import Pack
from narratives.ui.page import controls, links, loading


def chosen(pack: Pack, *, bare: bool) -> Walk:
    """The walk that the URL names: that of the narrative, unless it names a tour that can be given."""
    tours = loading.tours()
    wanted = st.query_params.get("tour", "")
    if tours and not bare:
        names = {"": "This narrative"} | {id: given.tour.title for id, given in tours.items()}
        before, wanted = wanted, controls.segments("tour", "Walkthrough", names, "", labelled=False)
        if before in names and before != wanted:
            st.query_params.pop("step", None)  # it is one of the walk that was left
    elif wanted and wanted not in tours:
        links.unknown("tour", wanted)
    given = tours.get(wanted)
    return walks.of_tour(given, loading.library().packs) if given else walks.of_narrative(pack)
