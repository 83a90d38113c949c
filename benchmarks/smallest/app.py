"""The smallest Streamlit app with one Plotly chart a page: what every figure of the benchmark is set beside."""

import streamlit as st

st.navigation([st.Page("one.py", default=True), st.Page("two.py")], position="top").run()
