"""All that may be asked of a claim or quote, as frozen objects made in one place; no HTML, no tables."""
