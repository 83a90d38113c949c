"""AI Strategy Narratives: the entrypoint. Page config, menu, app-wide choices; nothing else."""

import streamlit as st

from narratives.ui import frame

st.set_page_config(page_icon="static/favicon.png", layout="wide")
page = st.navigation(frame.pages(), position="hidden" if frame.bare() else "top")
frame.choices(page.url_path or "overview")
page.run()
frame.colophon(page.url_path or "overview")
