"""What has an address: the pages and the parameters of their links, below Streamlit."""
