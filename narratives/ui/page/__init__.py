"""What every page has: its frame, its links and controls, the content it is drawn from, prose to the letter."""
