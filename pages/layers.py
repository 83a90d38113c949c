"""Where in the AI stack do they play, and where not?"""

import streamlit as st

from narratives.tables.layers import numbering, words_on
from narratives.ui import cards, controls, figures, frame, loading
from narratives.ui.guard import via_entrypoint

via_entrypoint()

pack = frame.title("layers")
names = {id: pack.words.layers[id].label for id in reversed(list(pack.words.layers))}
entry = next((role.layer for role in pack.layers if role.entry_point), next(reversed(names)))

exhibit, words = st.columns([11, 9], gap="large")
with words:
    st.header("In the words", anchor="words")
    layer = controls.pills("layer", "Layer", names, entry)
    cards.say(f"{pack.words.layers[layer].sentence} {numbering(pack, layer)}", "asn-meta")
    quotes, claims = words_on(pack, layer, frame.view(pack).voices)
    cards.quotes(pack, quotes)
    if unheard := len(words_on(pack, layer)[0]) - len(quotes):
        cards.say(f"{unheard} more in voices that are not chosen.", "asn-meta")
    if not quotes:
        cards.notice("No words under this choice speak of this layer.")
    if claims:
        with st.expander(f"What we take from these words: {len(claims)}", key="layer-claims"):
            for claim in claims:
                cards.claim(pack, claim, with_quote=False)
with exhibit:
    view = frame.view(pack, *frame.beside(pack))
    figures.show(loading.exhibit("layer-stack", view), pack, opens="layer", words=cards.layer)
