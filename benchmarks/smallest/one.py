"""One chart."""

from pathlib import Path

import plotly.io as pio
import streamlit as st

st.plotly_chart(pio.read_json(Path(__file__).with_name("chart.json")), key="chart")
