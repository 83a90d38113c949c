"""Keep deep links into `pages/` inside their frame (decision 0001).

A folder named `pages/` makes Streamlit run a page file directly when it is opened cold, without the entrypoint that
draws the menu. The first line of every page calls this; it is the only use of a private interface here, and a browser
test on a fresh process holds it.
"""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager


def via_entrypoint() -> None:
    """Start this run again through `streamlit_app.py` if Streamlit is about to run the page without it."""
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()
