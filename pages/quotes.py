"""What exactly was said?"""

import streamlit as st

from narratives.tables.words import facets, narrowed, questions, quotes
from narratives.ui import cards, citations, controls, deck, frame, links
from narratives.ui.guard import via_entrypoint

via_entrypoint()

PAGE = 24
ORDERS = {"found": "as a list", "interview": "as the interview"}

pack = frame.title("quotes")
table = quotes([pack], frame.view(pack).voices)
themes, layers = facets(pack, table)

links.sync("quote", "quote", ("", *pack.quotes), "")
with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
    words = st.text_input("Search", key="search", bind="query-params", type="search", live="300ms", width=280)
    theme = controls.select("theme", "Theme", {"": "all themes"} | themes, "", width=200)
    layer = controls.select("layer", "Layer", {"": "all layers"} | layers, "", width=200)
    order = controls.segments("order", "Read", ORDERS, "found")

quote = st.session_state["quote"]
links.publish("quote", "quote", "")
if quote:
    with st.container(border=True, key="opened"):
        cards.quote(pack, quote, size="large")
        cards.standing_on(pack, quote)
        citations.quote(pack, quote)
        st.button("Close", on_click=links.put, args=("quote", ""))
    deck.show_top(quote)

found = narrowed(table, words, theme, layer)
unheard = len(pack.quotes) - len(table)
cards.say(f"{len(found)} of {len(pack.quotes)} quotes" + f", {unheard} left out by voice" * bool(unheard), "asn-label")
if found.empty:
    cards.notice("No quote is found under this choice. Fewer words, or another theme, layer or voice, may find some.")
if order == "interview":
    for question, answers in questions(found):
        with st.container(border=True, key=f"question-{question}"):
            cards.quotes(pack, [question, *answers])
else:
    sheets = -(-len(found) // PAGE)
    sheet = st.pagination(sheets, key="sheet", bind="query-params") if sheets > 1 else 1
    with st.grid(2, min_column_width=380, gap="medium"):
        for id in found["id"].iloc[(sheet - 1) * PAGE : sheet * PAGE]:
            with st.container(key=f"quote-{id}"):
                cards.quote(pack, id, size="small")
                label = cards.plain(f"Open “{' '.join(pack.quotes[id].exact.split()[:3])} …”")
                st.button(label, key=f"open-{id}", type="tertiary", on_click=links.put, args=("quote", id))
