"""Tell it to an audience."""

import streamlit as st

from narratives.ui.page import controls, frame, links, prose, sharing
from narratives.ui.page.guard import via_entrypoint
from narratives.ui.stage import deck, picking, staging
from narratives.web.routes import PAGES

via_entrypoint()

view = st.query_params.get("view")
walk = picking.chosen(frame.chosen(), bare=frame.bare())
if view == "sheet":
    staging.sheet(walk)
    st.stop()

steps = {step.id: step for step in walk.steps}
titles = {step.id: step.headline for step in walk.steps}
id = links.sync("step", "step", steps, walk.steps[0].id)
present = frame.bare() and view != "presenter"
asked = deck.deck(titles, "step", id, walk.name, present=present, presenter=view == "presenter")
now, step = list(steps).index(id), steps[id]
st.set_page_config(page_title=frame.window_title(step.headline, walk.title if walk.tour else frame.chosen()))

if walk.missing and not frame.bare():
    prose.notice(f"Steps that need {', '.join(walk.missing)} are left out: it is not in this library.")
if not frame.bare():
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        back, ahead = walk.steps[max(now - 1, 0)].id, walk.steps[min(now + 1, len(steps) - 1)].id
        links.button("Previous", "step", back, disabled=now == 0)
        links.button("Next", "step", ahead, disabled=now == len(steps) - 1)
        numbered = {id: f"{i} of {len(steps)}: {title}" for i, (id, title) in enumerate(titles.items(), 1)}
        controls.listed("step", "Step", numbered, id)
links.publish("step", "step", walk.steps[0].id, shown=id)

if view == "presenter":
    staging.presenter(walk, now)
    st.stop()
with st.container(key="stage-step" if present else "page-step"):
    st.title(prose.plain(step.headline), anchor=False)
    exhibit, words = st.columns([11, 9], gap="large")
    with exhibit:
        staging.show(walk, step, room=staging.ROOM if present else 0)
    with words:
        staging.caption(walk, step)
        if step.notes and not present:
            with st.expander("Notes for the speaker", key=f"notes-{step.id}"):
                prose.say(step.notes, "asn-meta")
        if now == len(steps) - 1:
            prose.say("Take it along: this step on your phone", "asn-label")
            sharing.qr(sharing.link(PAGES["walkthrough"].path, step=step.id))
if not present:
    st.page_link(
        PAGES["walkthrough"].file,
        label="The sheet: all steps to print",
        query_params={"view": "sheet"} | ({"tour": walk.tour} if walk.tour else {}),
    )

if asked == "receipts":
    staging.receipts(walk, step)
elif asked == "code":
    staging.code(step)
elif asked == "keys":
    staging.keys()
