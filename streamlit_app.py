"""AI Strategy Narratives: the entrypoint. Page config, menu, app-wide choices; nothing else."""

import streamlit as st

from narratives.ui.page import frame
from narratives.web import routes

st.set_page_config(page_icon="static/favicon.png", layout="wide")
page = st.navigation(frame.pages(), position="hidden" if frame.bare() else "top")
shown = routes.at(page.url_path)
frame.choices(shown)
page.run()
frame.colophon(shown)
