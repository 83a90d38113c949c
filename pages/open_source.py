"""Open or closed, with which arguments and which concessions?"""

import streamlit as st

from narratives.ui.page import controls, frame, loading, prose
from narratives.ui.page.guard import via_entrypoint
from narratives.ui.words import cards, figures, several

via_entrypoint()

TERMS = ("open-source", "open-weights", "sovereignty")

pack = frame.title("open_source")
others = frame.together(pack)
view = frame.view(pack, *others)
argument, called = loading.exhibit("argument", frame.view(pack)), loading.exhibit("called-open-closed", view)
labels = dict(zip(argument.table["id"], argument.table["label"], strict=True))

exhibit, words = st.columns([11, 9], gap="large")
with words:
    if labels and not others:
        st.header("In the words", anchor="words")
        point = controls.select("argument", "Point", labels, next(iter(labels)))
        cards.argument(pack, point)
    st.header("What the words mean", anchor="terms")
    for term in pack.words.terms.values():
        if term.id in TERMS:
            cards.term(term)
with exhibit:
    if others or not labels:
        figures.show(loading.exhibit("openness", view), pack)
    else:
        figures.show(argument, pack)
if others:
    several.face_to_face(view)

st.header(called.name, anchor=called.id)
if called.table.empty:
    prose.notice("Nobody is called open or closed under this choice of voices.")
with st.grid(3, min_column_width=270, gap="medium"):
    for row in called.table.to_dict("records"):
        with st.container(border=True, height="stretch"):
            prose.say(f"Called {row['called']}: {row['who']} (“{row['extent']}”)")
            cards.quote(loading.library().packs[row["narrative"]], row["quote"], size="small")
for caveat in called.caveats:
    prose.say(caveat, "asn-meta")
figures.table(called, f"{pack.id}-called-{pack.edition}")
if not others and labels:
    figures.show(loading.exhibit("openness", view), pack)
