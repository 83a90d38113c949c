"""What do the U.S. and China say they invest, and can it be compared?"""

import streamlit as st

from narratives import exhibits
from narratives.exhibits import Options
from narratives.models import Ref
from narratives.ui.page import choosing, controls, frame, links, loading, prose
from narratives.ui.page.guard import via_entrypoint
from narratives.ui.words import cards, citations, doubts, figures

via_entrypoint()

pack = frame.title("investment")
others = frame.together(pack)
view = frame.view(pack)
table = loading.claims_of(pack, view.voices)
if table.empty:
    prose.notice("No claim is heard under this choice of voices. Choose more voices above.")
    st.stop()
sentences = frame.sentences(pack, *others)
first = next((ref.id for ref in loading.exhibit("as-stated", view).claims if ref.id in sentences), table["id"].iloc[0])

charts = exhibits.on_page("investment", several=bool(others))
chart = exhibits.EXHIBITS[controls.segments("chart", "Chart", charts, next(iter(charts)), labelled=False)]
claim = links.sync("claim", "claim", sentences, first)  # before the charts: a click on a mark chooses the claim

exhibit, words = st.columns([11, 9], gap="large")
with exhibit:
    options = choosing.options(chart, frame.view(pack, *others))
    beside = others if chart.of != "one" else ()
    figures.show(loading.exhibit(chart.id, frame.view(pack, *beside, options=options)), pack)
    if frame.recorded() and chart.with_record:
        ref = Ref.parse(claim, pack.id)
        about = loading.pack_of(ref, pack)
        record = loading.exhibit("record", frame.view(about, options=Options(claim=ref.id)))
        figures.show(record, about, folded=False, pointer=doubts.BESIDE)
with words:
    st.header("In the words", anchor="words")
    if chart.words == "nothing" and options.about:
        for id in table.loc[(table["about"] == options.about) & table["absence"].isna(), "id"]:
            with st.expander(prose.plain(sentences[id]), key=f"claim-{id}"):
                cards.claim(pack, id)
    elif chart.of == "two":
        for ref in dict.fromkeys(ref for ref in (options.first, options.second) if ref):
            cards.claim(loading.pack_of(ref, pack), ref.id)
    else:
        ref = Ref.parse(controls.listed("claim", "Claim", sentences, claim), pack.id)
        cards.claim(loading.pack_of(ref, pack), ref.id)
        citations.claim(loading.pack_of(ref, pack), ref.id)
        cards.beliefs(pack, view.voices)
links.publish("claim", "claim", first, shown=claim)

figures.download("Download all claims as CSV", table, f"{pack.id}-claims-{pack.edition}")
