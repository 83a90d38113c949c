"""Tell it to an audience."""

import streamlit as st

from narratives.ui import cards, deck, frame, links, sharing, stage
from narratives.ui.guard import via_entrypoint

via_entrypoint()

pack = frame.chosen()
view = st.query_params.get("view")
if view == "sheet":
    stage.sheet(pack)
    st.stop()

steps = {step.id: step for step in pack.steps}
titles = {step.id: step.headline for step in pack.steps}
links.sync("step", "step", steps, pack.steps[0].id)
present = frame.bare() and view != "presenter"
asked = deck.deck(titles, "step", pack.id, present=present, presenter=view == "presenter")
now = list(steps).index(st.session_state["step"])
step = pack.steps[now]
st.set_page_config(page_title=frame.window_title(step.headline, pack))

if not frame.bare():
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        back, ahead = pack.steps[max(now - 1, 0)].id, pack.steps[min(now + 1, len(steps) - 1)].id
        st.button("Previous", disabled=now == 0, on_click=lambda: st.session_state.update(step=back))
        st.button("Next", disabled=now == len(steps) - 1, on_click=lambda: st.session_state.update(step=ahead))
        numbered = {id: f"{i} of {len(steps)}: {title}" for i, (id, title) in enumerate(titles.items(), 1)}
        st.selectbox("Step", list(steps), key="step", format_func=numbered.__getitem__)
links.publish("step", "step", pack.steps[0].id)

if view == "presenter":
    stage.presenter(pack, now)
    st.stop()
with st.container(key="stage-step" if present else "page-step"):
    st.title(cards.plain(step.headline), anchor=False)
    exhibit, words = st.columns([11, 9], gap="large")
    with exhibit:
        stage.show(pack, step, room=stage.ROOM if present else 0)
    with words:
        stage.caption(pack, step)
        if step.notes and not present:
            with st.expander("Notes for the speaker", key=f"notes-{step.id}"):
                cards.say(step.notes, "asn-meta")
        if now == len(steps) - 1:
            cards.say("Take it along: this step on your phone", "asn-label")
            sharing.qr(sharing.link("/walkthrough", step=step.id))
if not present:
    st.page_link("pages/walkthrough.py", label="The sheet: all steps to print", query_params={"view": "sheet"})

if asked == "receipts":
    stage.receipts(pack, step)
elif asked == "code":
    stage.code(step)
elif asked == "keys":
    stage.keys()
