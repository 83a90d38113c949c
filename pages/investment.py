"""What do the U.S. and China say they invest, and can it be compared?"""

import streamlit as st

from narratives.tables.amounts import default_pair, movable, short_labels
from narratives.tables.silences import INTERESTS
from narratives.ui import cards, figures, frame, links, loading
from narratives.ui.guard import via_entrypoint

via_entrypoint()

CHARTS = ("as-stated", "periods", "ladder", "comparison", "silences", "interest")

pack = frame.title("investment")
view = frame.view()
table = loading.claims(pack, view.voices)
sentences = dict(zip(table["id"], table["phrase"], strict=True))
amounts = loading.exhibit("as-stated", view).table
first = next(iter(amounts["claim"]), table["id"].iloc[0])

chart = links.choose("chart", CHARTS, "as-stated", lambda key: st.segmented_control(
    "Chart", CHARTS, key=key, required=True, format_func=frame.EXHIBIT_NAMES.__getitem__, label_visibility="collapsed"))  # fmt: skip
links.sync("claim", "claim", list(sentences), first)

exhibit, words = st.columns([11, 9], gap="large")
with exhibit:
    if chart in ("as-stated", "interest"):
        about = links.choose("about", ("anyone", *INTERESTS), "anyone", lambda key: st.selectbox(
            "Whose interest", ("anyone", *INTERESTS), key=key, width=260, format_func=lambda kind: INTERESTS.get(kind, "anyone’s")))  # fmt: skip
    if chart == "as-stated":
        axis = links.choose("axis", ("linear", "logarithmic"), "linear", lambda key: st.segmented_control(
            "Axis", ("linear", "logarithmic"), key=key, required=True))  # fmt: skip
        options = {"about": None if about == "anyone" else about, "logarithmic": axis == "logarithmic" or None}
        figures.show(loading.exhibit(chart, frame.view(**options)), pack, opens="claim")
    elif chart == "interest":
        figures.show(loading.exhibit(chart, view), pack, opens="about")
    elif chart == "ladder":
        share = None
        if found := movable(pack):
            stated = str(found[1].quantity.value)
            shares = sorted({*map(str, range(10, 101, 5)), stated}, key=float)
            share = links.choose("share", shares, stated, lambda key: st.select_slider(
                f"What if it were another share? Stated: {found[1].says}", shares, key=key, format_func="{}%".format))  # fmt: skip
            share = None if share == stated else share
        figures.show(loading.exhibit(chart, frame.view(share=share)), pack, opens="claim")
    elif chart == "comparison":
        labels = short_labels(amounts)
        defaults = default_pair(amounts, pack.narrative.region)
        if len(labels) < 2:
            cards.notice("Fewer than two amounts of money are stated under this choice of voices, so nothing can be compared.")
        else:
            pair = tuple(
                links.choose(name, list(labels), default, lambda key, name=name: st.selectbox(
                    f"The {name} claim", list(labels), key=key, format_func=labels.__getitem__))
                for name, default in zip(("first", "second"), defaults, strict=True)
            )  # fmt: skip
            compared = loading.exhibit(chart, frame.view(pair=pair))
            figures.show(compared, pack, opens="claim", unfolded=True)
    else:
        figures.show(loading.exhibit(chart, view), pack, opens="claim")
with words:
    st.subheader("In the words", anchor="words")
    if chart == "interest" and about != "anyone":
        for id in loading.exhibit("interest", view).table.set_index("about")["claims"].get(about, ()):
            with st.expander(sentences[id], key=f"claim-{id}"):
                cards.claim(pack, id)
    else:
        cards.claim(pack, st.selectbox("Claim", list(sentences), key="claim", format_func=sentences.__getitem__))
links.publish("claim", "claim", first)

figures.download("Download all claims as CSV", table, f"{pack.id}-claims-{pack.edition}")
