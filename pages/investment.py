"""What do the U.S. and China say they invest, and can it be compared?"""

import streamlit as st

from narratives.tables.amounts import comparable, counted, default_pair, movable_share
from narratives.tables.silences import INTERESTS
from narratives.ui import cards, citations, controls, figures, frame, links, loading
from narratives.ui.guard import via_entrypoint

via_entrypoint()

CHARTS = {name: frame.EXHIBIT_NAMES[name] for name in frame.INVESTMENT_CHARTS}
AXES = {"linear": "linear", "logarithmic": "logarithmic"}

pack = frame.title("investment")
view = frame.view(pack)
table = loading.claims(pack, view.voices)
if table.empty:
    cards.notice("No claim is heard under this choice of voices. Choose more voices above.")
    st.stop()
sentences = dict(zip(table["id"], table["phrase"], strict=True))
first = next((id for id in loading.exhibit("as-stated", view).claims if id in sentences), table["id"].iloc[0])

chart = controls.segments("chart", "Chart", CHARTS, "as-stated", labelled=False)
links.sync("claim", "claim", sentences, first)  # before the charts: a click on a mark chooses the claim

exhibit, words = st.columns([11, 9], gap="large")
options: dict[str, object] = {}
with exhibit:
    if chart in ("as-stated", "interest"):
        options["about"] = controls.select("about", "Whose interest", {"anyone": "anyone’s"} | INTERESTS, "anyone", 260)
    if chart == "as-stated":
        options["logarithmic"] = controls.segments("axis", "Axis", AXES, "linear") == "logarithmic"
    if chart in ("as-stated", "periods", "ladder", "silences"):
        options["measures"] = controls.several("measures", "Measures", counted(pack))
    if chart == "ladder" and (share := movable_share(pack, view.voices)):
        chosen = controls.slider("share", f"Another share? Stated: {share.says}", share.names, share.stated)
        options["share"] = chosen if chosen != share.stated else ""
    if chart == "comparison" and len(labels := comparable(pack, view.voices)) > 1:
        defaults = default_pair(loading.exhibit("as-stated", view).table, labels, pack.narrative.region)
        options["first"] = controls.select("first", "The first claim", labels, defaults[0])
        options["second"] = controls.select("second", "The second claim", labels, defaults[1])
    shown = loading.exhibit(chart, frame.view(pack, **options))
    by_interest = chart == "interest"
    figures.show(
        shown, pack, opens="about" if by_interest else "claim", words=None if by_interest else cards.claim,
        unfolded=chart == "comparison", folded=chart != "comparison",
    )  # fmt: skip
with words:
    st.header("In the words", anchor="words")
    if by_interest and options["about"] != "anyone":
        for id in table.loc[(table["about"] == options["about"]) & table["absence"].isna(), "id"]:
            with st.expander(cards.plain(sentences[id]), key=f"claim-{id}"):
                cards.claim(pack, id)
    elif chart == "comparison":
        for id in shown.claims:
            cards.claim(pack, id)
    else:
        claim = st.selectbox("Claim", list(sentences), key="claim", format_func=sentences.__getitem__)
        cards.claim(pack, claim)
        citations.claim(pack, claim)
        cards.beliefs(pack, view.voices)
links.publish("claim", "claim", first)

figures.download("Download all claims as CSV", table, f"{pack.id}-claims-{pack.edition}")
