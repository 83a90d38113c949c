"""AI Strategy Narratives: what an executive said about AI strategy, with every hedge kept."""
