"""What exactly was said?"""

import streamlit as st

from narratives.tables.words import quotes, search
from narratives.ui import cards, frame, links
from narratives.ui.guard import via_entrypoint

via_entrypoint()

PAGE = 24

pack = frame.title("quotes")
table = quotes([pack], frame.view().voices)
themes = [id for id in pack.words.themes if any(id in row for row in table["themes"])]
layers = [id for id in pack.words.layers if any(id in row for row in table["layers"])]

links.sync("quote", "quote", ("", *pack.quotes), "")
links.sync("order", "order", ("found", "interview"), "found")
for param, options in (("theme", ("", *themes)), ("layer", ("", *layers))):
    links.sync(param, f"quotes_{param}", options, "")

with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
    words = st.text_input("Search", key="search", bind="query-params", type="search", live="300ms", width=280)
    theme = st.selectbox("Theme", ("", *themes), key="quotes_theme", width=200, format_func=lambda id: pack.words.themes[id].label if id else "all themes")
    layer = st.selectbox("Layer", ("", *layers), key="quotes_layer", width=200, format_func=lambda id: pack.words.layers[id].label if id else "all layers")
    order = st.segmented_control("Read", ("found", "interview"), key="order", required=True, format_func={"found": "as a list", "interview": "as the interview"}.get)
links.publish("theme", "quotes_theme", "")
links.publish("layer", "quotes_layer", "")
links.publish("order", "order", "found")

if quote := st.session_state["quote"]:
    with st.container(border=True):
        cards.quote(pack, quote, size="large")
        cards.standing_on(pack, quote)
        st.button("Back to all quotes", on_click=lambda: st.session_state.update(quote=""))
links.publish("quote", "quote", "")

found = search(table, words or "")
found = found[[(not theme or theme in row) for row in found["themes"]]]
found = found[[(not layer or layer in row) for row in found["layers"]]]
cards.say(f"{len(found)} of {len(pack.quotes)} quotes", "asn-label")
if found.empty:
    cards.notice("No quote holds these words under this choice. Fewer words, or another theme, layer or voice, may find some.")
if order == "interview":
    for question in dict.fromkeys(found["answers"].where(found["answers"].notna(), found["id"])):
        with st.container(border=True, key=f"question-{question}"):
            cards.exchange(pack, question, found.loc[found["answers"] == question, "id"])
else:
    pages = max(1, -(-len(found) // PAGE))
    shown = st.pagination(pages, key="sheet", bind="query-params") if pages > 1 else 1
    with st.grid(2, min_column_width=380, gap="medium"):
        for id in found["id"].iloc[(shown - 1) * PAGE : shown * PAGE]:
            with st.container(key=f"quote-{id}"):
                cards.quote(pack, id, size="small")
                st.page_link("pages/quotes.py", label="Open", query_params={"quote": id})
