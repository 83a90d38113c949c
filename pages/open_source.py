"""Open or closed, with which arguments and which concessions?"""

import streamlit as st

from narratives.ui import cards, figures, frame, links, loading
from narratives.ui.guard import via_entrypoint

via_entrypoint()

pack = frame.title("open_source")
view = frame.view()
argument = loading.exhibit("argument", view)
ids = list(argument.table["id"])
labels = dict(zip(ids, argument.table["label"], strict=True))
quotes = dict(zip(ids, argument.table["quote"], strict=True))

exhibit, words = st.columns([11, 9], gap="large")
if ids:
    links.sync("argument", "argument", ids, ids[0])
with exhibit:
    figures.show(argument, pack, opens="argument")
with words:
    if ids:
        st.subheader("In the words", anchor="words")
        point = st.selectbox("Point", ids, key="argument", format_func=labels.__getitem__)
        cards.quote(pack, quotes[point])
        cards.standing_on(pack, quotes[point])
        links.publish("argument", "argument", ids[0])
    st.subheader("What the words mean", anchor="terms")
    for term in pack.words.terms.values():
        if term.id in ("open-source", "open-weights", "sovereignty"):
            cards.term(term)

called = loading.exhibit("called-open-closed", view)
st.subheader(called.name, anchor=called.id)
if called.table.empty:
    cards.notice("Nobody is called open or closed under this choice of voices.")
with st.grid(3, min_column_width=270, gap="medium"):
    for row in called.table.to_dict("records"):
        with st.container(border=True, height="stretch"):
            cards.say(f"Called {row['called']}: {row['who']} (“{row['extent']}”)")
            cards.quote(pack, pack.claims[row["claim"]].quote, size="small")
figures.table(called, f"{pack.id}-called-{pack.edition}")
