"""Tell it to an audience."""

import streamlit as st

from narratives.ui import cards, deck, figures, frame, links, loading
from narratives.ui.guard import via_entrypoint

via_entrypoint()

pack = frame.chosen()
steps = {step.id: step for step in pack.steps}
ids = list(steps)
links.sync("step", "step", ids, ids[0])
deck.keys(ids, "step")
now = ids.index(st.session_state["step"])
step = steps[ids[now]]

with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
    st.button("Previous", disabled=now == 0, on_click=lambda: st.session_state.update(step=ids[max(now - 1, 0)]))
    st.button(
        "Next",
        disabled=now == len(ids) - 1,
        on_click=lambda: st.session_state.update(step=ids[min(now + 1, len(ids) - 1)]),
    )
    st.selectbox(
        "Step", ids, key="step", format_func=lambda id: f"{ids.index(id) + 1} of {len(ids)}: {steps[id].headline}"
    )
links.publish("step", "step", ids[0])

st.title(frame.plain(step.headline), anchor=False)
exhibit, words = st.columns([11, 9], gap="large")
with exhibit:
    for quote in step.quotes:
        cards.quote(pack, quote, size="large")
    if step.exhibit:
        figures.show(loading.exhibit(step.exhibit, frame.view(pack)), pack)
with words:
    st.subheader("What to say", anchor="caption")
    for sentence in step.caption:
        cards.say(sentence.says)
        with st.popover("The exact words", key=f"words-{step.id}-{step.caption.index(sentence)}"):
            for claim in sentence.claims:
                cards.claim(pack, claim)
    if step.notes:
        with st.expander("Notes for the speaker", key=f"notes-{step.id}"):
            cards.say(step.notes, "asn-meta")
