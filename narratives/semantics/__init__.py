"""What a claim means: the words that carry a hedge, bounds in arithmetic, the one sentence, like for like or not."""
