"""Receipts and other pieces of a page as HTML in which every value is escaped; nothing here rewrites a word.

Children are lists, never generators: a piece can then be drawn more than once.
"""
