"""What do the U.S. and China say they invest, and can it be compared?"""

from narratives.ui.guard import via_entrypoint

via_entrypoint()

import streamlit as st  # noqa: E402

from narratives.tables.amounts import movable  # noqa: E402
from narratives.tables.claims import as_csv, claims, phrase_of  # noqa: E402
from narratives.tables.silences import INTERESTS  # noqa: E402
from narratives.ui import cards, figures, frame, links, loading  # noqa: E402

VIEWS = ("as-stated", "periods", "ladder", "comparison", "silences", "interest")

pack = frame.title("investment")
table = claims([pack], frame.view().voices)
ids = list(table["id"])
sentences = {id: phrase_of(pack, pack.claims[id]) for id in ids}
amounts = list(loading.exhibit("as-stated", frame.view()).claims)
first = amounts[0] if amounts else ids[0]

links.sync("chart", "chart", VIEWS, "as-stated")
shown = st.segmented_control("Chart", VIEWS, key="chart", required=True, format_func=frame.EXHIBIT_NAMES.__getitem__, label_visibility="collapsed")
links.publish("chart", "chart", "as-stated")
links.sync("claim", "claim", ids, first)

exhibit, words = st.columns([11, 9], gap="large")
with exhibit:
    if shown == "as-stated":
        links.sync("about", "about", ("all", *INTERESTS), "all")
        links.sync("axis", "axis", ("linear", "logarithmic"), "linear")
        with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
            about = st.selectbox("Whose interest", ("all", *INTERESTS), key="about", width=240, format_func=lambda kind: INTERESTS.get(kind, "anyone’s"))
            axis = st.segmented_control("Axis", ("linear", "logarithmic"), key="axis", required=True)
        links.publish("about", "about", "all")
        links.publish("axis", "axis", "linear")
        view = frame.view(about=None if about == "all" else about, logarithmic=axis == "logarithmic" or None)
        figures.show(loading.exhibit("as-stated", view), pack, opens="claim")
    elif shown == "ladder" and (moving := movable(pack)):
        stated = str(moving[1].quantity.value)
        shares = [str(share) for share in range(10, 101, 5)]
        links.sync("share", "share", shares, stated)
        share = st.select_slider(f"Your own share (stated: {sentences.get(moving[1].id, moving[1].says)})", shares, key="share", format_func="{}%".format)
        links.publish("share", "share", stated)
        figures.show(loading.exhibit("ladder", frame.view(share=None if share == stated else share)), pack, opens="claim")
    elif shown == "comparison":
        for name, default in (("first", amounts[0]), ("second", amounts[-1])):
            links.sync(name, name, amounts, default)
            st.selectbox(f"The {name} claim", amounts, key=name, format_func=sentences.__getitem__)
            links.publish(name, name, default)
        pair = (st.session_state["first"], st.session_state["second"])
        figures.show(loading.exhibit("comparison", frame.view(pair=pair)), pack, opens="claim")
    else:
        figures.show(loading.exhibit(shown, frame.view()), pack, opens="claim" if shown in ("periods", "ladder") else None)
with words:
    st.subheader("In the words", anchor="words")
    claim = st.selectbox("Claim", ids, key="claim", format_func=sentences.__getitem__)
    cards.claim(pack, claim)
links.publish("claim", "claim", first)

st.download_button("Download all claims as CSV", as_csv(table), f"{pack.id}-claims-{pack.edition}.csv", "text/csv", on_click="ignore")
