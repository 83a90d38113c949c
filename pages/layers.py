"""Where in the AI stack do they play, and where not?"""

import streamlit as st

from narratives.tables.layers import numbering, words_on
from narratives.ui import cards, figures, frame, links, loading
from narratives.ui.guard import via_entrypoint

via_entrypoint()

pack = frame.title("layers")
view = frame.view()
layers = list(reversed(pack.words.layers))
entry = next((role.layer for role in pack.layers if role.entry_point), layers[-1])
links.sync("layer", "layer", layers, entry)

exhibit, words = st.columns([11, 9], gap="large")
with exhibit:
    figures.show(loading.exhibit("layer-stack", frame.view(beside=frame.beside(pack))), pack, opens="layer")
with words:
    st.subheader("In the words", anchor="words")
    layer = st.pills("Layer", layers, key="layer", required=True, format_func=lambda id: pack.words.layers[id].label)
    cards.say(f"{pack.words.layers[layer].sentence} {numbering(pack, layer)}", "asn-meta")
    quotes, claims = words_on(pack, layer, view.voices)
    for quote in quotes:
        cards.quote(pack, quote, size="small")
    if not quotes:
        cards.notice("No words under this choice speak of this layer.")
    if claims:
        with st.expander(f"What we take from these words: {len(claims)}", key="layer-claims"):
            for claim in claims:
                cards.claim(pack, claim, with_quote=False)
links.publish("layer", "layer", entry)
