"""What exactly was said?"""

import streamlit as st

from narratives.tables.quotations import FACETS, facets, narrowed
from narratives.ui.page import controls, frame, links, loading, prose
from narratives.ui.page.guard import via_entrypoint
from narratives.ui.words import interview, several

via_entrypoint()

pack = frame.title("quotes")
others = frame.beside(pack)
view = frame.view(pack, *others)
table = loading.quotes_of(view.packs, view.voices)

quote = links.sync("quote", "quote", ("", *interview.ids(view)), "")
with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
    words = st.text_input("Search", key="search", bind="query-params", type="search", live="300ms", width=236)
    chosen = {
        column: controls.select(facet.param, facet.param.capitalize(), {"": facet.anyone} | values, "", width=140)
        for column, values in facets(view.packs, table).items()
        for facet in (FACETS[column],)
    }
    order = controls.segments("order", "Read", interview.orders(several=bool(others)), "found")
links.publish("quote", "quote", "", shown=quote)
if quote:
    interview.opened(view, quote)

found = narrowed(table, words, chosen)
unheard = sum(len(each.quotes) for each in view.packs) - len(table)
left_out = f", {unheard} left out by voice" * bool(unheard)
prose.say(f"{len(found)} of {len(table) + unheard} quotes{left_out}", "asn-label")
if found.empty:
    prose.notice("No quote is found under this choice. Fewer words, or another theme, layer or voice, may find some.")
if order == "question":
    several.the_same_question(view, found)
elif order == "interview":
    interview.as_interview(view, found)
else:
    interview.as_list(view, found)
