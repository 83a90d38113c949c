"""One chart that follows one choice."""

from pathlib import Path

import plotly.io as pio
import streamlit as st

axis = st.segmented_control("Axis", ["linear", "log"], default="linear")
figure = pio.read_json(Path(__file__).with_name("chart.json"))
st.plotly_chart(figure.update_layout(title=axis, xaxis_type=axis), key="chart")
