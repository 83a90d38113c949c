"""Why should anyone believe this page?"""

import streamlit as st

from narratives.tables import words as tables
from narratives.ui import cards, figures, frame, loading, provenance
from narratives.ui.guard import via_entrypoint

via_entrypoint()

pack = frame.title("evidence")

st.header("Each quote, checked against its source", anchor="audit")
cards.say("The audit covers every voice, whatever is chosen above.", "asn-meta")
counts = tables.audit_counts(pack)
with st.container(horizontal=True, gap="large"):
    for state, count in counts.items():
        st.metric(state.capitalize(), f"{count} of {len(pack.quotes)}")
for source in pack.sources.values():
    quoted, words = tables.share_quoted(pack, source.id)
    if words:
        cards.say(
            f"{quoted:,} of the {words:,} words of “{source.title}” are quoted here ({quoted / words:.0%}).", "asn-meta"
        )
figures.table(loading.exhibit("audit", frame.view(pack)), f"{pack.id}-audit-{pack.edition}")

left, right = st.columns([3, 2], gap="large")
with left:
    st.header("Who spoke, and how we know", anchor="identity")
    provenance.identity(pack)
    st.header("When it was said, and how we know", anchor="date")
    provenance.occasion(pack)
with right:
    st.header("How the words reached us", anchor="chain")
    cards.say(pack.narrative.sourcing_note)
    provenance.chain(pack)

renderings = loading.exhibit("renderings", frame.view(pack))
st.header(renderings.name, anchor=renderings.id)
for row in renderings.table.to_dict("records"):
    with st.container(border=True):
        provenance.rendering(pack, row["claim"])
for caveat in renderings.caveats:
    cards.say(caveat, "asn-meta")
figures.table(renderings, f"{pack.id}-renderings-{pack.edition}")

st.header("Sources", anchor="sources")
for source in pack.sources.values():
    provenance.source(source)

st.header("Glossary", anchor="glossary")
with st.grid(2, min_column_width=320, gap="medium"):
    for term in pack.words.terms.values():
        cards.term(term)
