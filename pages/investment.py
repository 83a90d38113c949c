"""What do the U.S. and China say they invest, and can it be compared?"""

import streamlit as st

from narratives.tables.amounts import counted, default_pair, movable_share, short_labels
from narratives.tables.silences import INTERESTS
from narratives.ui import cards, citations, controls, figures, frame, links, loading
from narratives.ui.guard import via_entrypoint

via_entrypoint()

CHARTS = {name: frame.EXHIBIT_NAMES[name] for name in frame.INVESTMENT_CHARTS}
AXES = {"linear": "linear", "logarithmic": "logarithmic"}

pack = frame.title("investment")
view = frame.view(pack)
table = loading.claims(pack, view.voices)
sentences = dict(zip(table["id"], table["phrase"], strict=True))
amounts = short_labels(loading.exhibit("as-stated", view).table)
first = next(iter(amounts), table["id"].iloc[0])

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
    if chart == "ladder" and (share := movable_share(pack)):
        chosen = controls.slider("share", f"Another share? Stated: {share.says}", share.names, share.stated)
        options["share"] = chosen if chosen != share.stated else ""
    if chart == "comparison" and len(amounts) > 1:
        defaults = default_pair(loading.exhibit("as-stated", view).table, pack.narrative.region)
        options["first"] = controls.select("first", "The first claim", amounts, defaults[0])
        options["second"] = controls.select("second", "The second claim", amounts, defaults[1])
    shown = loading.exhibit(chart, frame.view(pack, **options))
    figures.show(shown, pack, opens="about" if chart == "interest" else "claim", unfolded=chart == "comparison")
with words:
    st.subheader("In the words", anchor="words")
    if chart == "interest" and options["about"] != "anyone":
        for id in table.loc[(table["about"] == options["about"]) & table["absence"].isna(), "id"]:
            with st.expander(sentences[id], key=f"claim-{id}"):
                cards.claim(pack, id)
    else:
        claim = st.selectbox("Claim", list(sentences), key="claim", format_func=sentences.__getitem__)
        cards.claim(pack, claim)
        citations.claim(pack, claim)
links.publish("claim", "claim", first)

figures.download("Download all claims as CSV", table, f"{pack.id}-claims-{pack.edition}")
