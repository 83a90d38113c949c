"""Where in the AI stack do they play, and where not?"""

import streamlit as st

from narratives.receipts.standing import numbering, played
from narratives.ui.page import controls, frame, loading, prose
from narratives.ui.page.guard import via_entrypoint
from narratives.ui.words import cards, figures, several

via_entrypoint()

pack = frame.title("layers")
others = frame.together(pack)
view = frame.view(pack, *others)
names = {id: pack.words.layers[id].label for id in reversed(list(pack.words.layers))}
entry = next((layer for layer in played(pack) if layer in names), next(reversed(names)))

exhibit, words = st.columns([11, 9], gap="large")
with words:
    st.header("In the words", anchor="words")
    layer = controls.pills("layer", "Layer", names, entry)
    prose.say(f"{pack.words.layers[layer].sentence} {numbering(pack, layer) if not others else ''}", "asn-meta")
    if others:
        several.on_layer(view, layer)
    else:
        cards.on_layer(pack, layer, view.voices)
with exhibit:
    figures.show(loading.exhibit("layer-matrix" if others else "layer-stack", view), pack)
    if others:
        several.one_question(view, "where-value-settles", "value")
