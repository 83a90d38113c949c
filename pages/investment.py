"""What do the U.S. and China say they invest, and can it be compared?"""

import streamlit as st

from narratives.tables.across import comparable
from narratives.tables.amounts import counted, default_pair, movable_share
from narratives.tables.silences import INTERESTS
from narratives.ui import cards, citations, controls, evidence, figures, frame, links, loading, prose
from narratives.ui.guard import via_entrypoint

via_entrypoint()

MEASURE = "capital-expenditure"
AXES = {"linear": "linear", "logarithmic": "logarithmic"}

pack = frame.title("investment")
others = frame.together(pack)
view = frame.view(pack)
table = loading.claims(pack, view.voices)
if table.empty:
    prose.notice("No claim is heard under this choice of voices. Choose more voices above.")
    st.stop()
sentences = frame.sentences(pack, *others)
first = next((id for id in loading.exhibit("as-stated", view).claims if id in sentences), table["id"].iloc[0])

charts = frame.investment_charts(several=bool(others))
chart = controls.segments("chart", "Chart", charts, next(iter(charts)), labelled=False)
claim = links.sync("claim", "claim", sentences, first)  # before the charts: a click on a mark chooses the claim

exhibit, words = st.columns([11, 9], gap="large")
options: dict[str, object] = {}
with exhibit:
    if chart in ("as-stated", "interest"):
        options["about"] = controls.select("about", "Whose interest", {"anyone": "anyone’s"} | INTERESTS, "anyone", 260)
    if chart in ("as-stated", "regions"):
        options["logarithmic"] = controls.segments("axis", "Axis", AXES, "linear") == "logarithmic"
    told = counted((pack, *others), money=chart == "regions") | ({"all": "all"} if chart == "regions" else {})
    if chart in ("regions", "figures-given") and told:
        measure = controls.select("measure", "Measure", told, MEASURE if MEASURE in told else next(iter(told)), 260)
        options["measures"] = () if measure == "all" else (measure,)
    if chart in ("as-stated", "periods", "ladder", "silences"):
        together = (pack, *others) if chart in frame.TOGETHER else (pack,)
        options["measures"] = controls.several("measures", "Measures", counted(together))
    if chart == "ladder" and (share := movable_share(pack, view.voices)):
        part = controls.slider("share", f"Another share? Stated: {share.says}", share.names, share.stated)
        options["share"] = part if part != share.stated else ""
    if chart == "comparison" and len(labels := comparable((pack, *others), view.voices)) > 1:
        defaults = default_pair(loading.exhibit("as-stated", view).table, labels, pack.narrative.region)
        options["first"] = controls.select("first", "The first claim", labels, defaults[0])
        options["second"] = controls.select("second", "The second claim", labels, defaults[1])
    several = others if chart in (*frame.TOGETHER, "comparison") else ()
    shown = loading.exhibit(chart, frame.view(pack, *several, **options))
    by_interest = chart == "interest"
    figures.show(
        shown,
        pack,
        opens="about" if by_interest else "claim",
        words=None if by_interest else cards.claim,
        unfolded=chart == "comparison",
        folded=chart != "comparison",
    )
    if frame.recorded() and chart in ("as-stated", "periods", "ladder"):
        about, id = loading.claim_of(pack, claim)
        beside = loading.exhibit("record", frame.view(about, claim=id))
        figures.show(beside, about, words=evidence.opened, folded=False, pointer=evidence.BESIDE)
with words:
    st.header("In the words", anchor="words")
    if by_interest and options["about"] != "anyone":
        for id in table.loc[(table["about"] == options["about"]) & table["absence"].isna(), "id"]:
            with st.expander(prose.plain(sentences[id]), key=f"claim-{id}"):
                cards.claim(pack, id)
    elif chart == "comparison":
        for ref in (options[name] for name in ("first", "second") if name in options):
            cards.claim(*loading.claim_of(pack, str(ref)))
    else:
        chosen = controls.listed("claim", "Claim", sentences, claim)
        cards.claim(*loading.claim_of(pack, chosen))
        citations.claim(*loading.claim_of(pack, chosen))
        cards.beliefs(pack, view.voices)
links.publish("claim", "claim", first, shown=claim)

figures.download("Download all claims as CSV", table, f"{pack.id}-claims-{pack.edition}")
