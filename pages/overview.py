"""What is this narrative, in one minute?"""

import streamlit as st

from narratives.ui.page import frame, loading, prose, shelf
from narratives.ui.page.guard import via_entrypoint
from narratives.ui.words import cards, figures

via_entrypoint()

pack = frame.title("overview")

figures.show(loading.exhibit("key-figures", frame.view(pack)), pack)

left, right = st.columns([3, 2], gap="large")
with left:
    st.header("What each page found", anchor="findings")
    with st.grid(2, min_column_width=260, gap="medium"):
        for page, finding in frame.other_findings(pack):
            with st.container(gap=None):
                st.page_link(page.file, label=page.name)
                prose.say(finding.headline)
with right:
    st.header("Who spoke, and how we know", anchor="identity")
    cards.identity(pack)
    prose.say(pack.narrative.sourcing_note, "asn-meta")
shelf.show(pack)
