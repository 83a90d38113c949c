"""Packs → tidy DataFrames, one function a table; sums happen here, pictures elsewhere."""
