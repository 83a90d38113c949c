"""Open or closed, with which arguments and which concessions?"""

import streamlit as st

from narratives.ui import cards, controls, figures, frame, loading
from narratives.ui.guard import via_entrypoint

via_entrypoint()

TERMS = ("open-source", "open-weights", "sovereignty")

pack = frame.title("open_source")
view = frame.view(pack)
argument, called = loading.exhibit("argument", view), loading.exhibit("called-open-closed", view)
labels = dict(zip(argument.table["id"], argument.table["label"], strict=True))

exhibit, words = st.columns([11, 9], gap="large")
with words:
    if labels:
        st.header("In the words", anchor="words")
        point = controls.select("argument", "Point", labels, next(iter(labels)))
        cards.argument(pack, point)
    st.header("What the words mean", anchor="terms")
    for term in pack.words.terms.values():
        if term.id in TERMS:
            cards.term(term)
with exhibit:
    figures.show(argument, pack, opens="argument", words=cards.argument)

st.header(called.name, anchor=called.id)
if called.table.empty:
    cards.notice("Nobody is called open or closed under this choice of voices.")
with st.grid(3, min_column_width=270, gap="medium"):
    for row in called.table.to_dict("records"):
        with st.container(border=True, height="stretch"):
            cards.say(f"Called {row['called']}: {row['who']} (“{row['extent']}”)")
            cards.quote(pack, row["quote"], size="small")
for caveat in called.caveats:
    cards.say(caveat, "asn-meta")
figures.table(called, f"{pack.id}-called-{pack.edition}")
