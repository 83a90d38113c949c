"""Words found in a text, two wordings aligned, marks that no reader sees; pure, and nothing passes by being nearly right."""
