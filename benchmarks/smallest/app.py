"""The smallest Streamlit app that draws the dashboard's charts: what every figure of the benchmark is set beside."""

from collections.abc import Callable
from pathlib import Path

import plotly.graph_objects as go
import plotly.io as pio
import streamlit as st

CHARTS = Path(__file__).parent


@st.cache_resource
def read(name: str) -> go.Figure:
    """A chart, read once for all readers."""
    return pio.read_json(CHARTS / f"{name}.json")


def page(*charts: str) -> Callable[[], None]:
    """A page that draws some charts and holds nothing else."""

    def draw() -> None:
        for name in charts:
            st.plotly_chart(read(name), key=name)

    return draw


def choice() -> None:
    """A chart that follows one choice."""
    axis = st.segmented_control("Axis", ["linear", "log"], default="linear")
    st.plotly_chart(go.Figure(read("as-stated")).update_layout(title=axis, xaxis_type=axis), key="chart")


st.navigation(
    [
        st.Page(page("layer-stack"), title="Home", default=True),
        st.Page(page("layer-stack"), title="Layers", url_path="layers"),
        st.Page(page("argument", "openness"), title="Open source", url_path="open_source"),
        st.Page(page("as-stated"), title="Investment", url_path="investment"),
        st.Page(choice, title="Choice", url_path="choice"),
    ],
    position="top",
).run()
