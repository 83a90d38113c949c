"""With pages the only place that imports Streamlit."""
