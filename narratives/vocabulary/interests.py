"""Whose interest the speaker has in what is said."""

from __future__ import annotations

INTERESTS = {
    "own-firm": "their own firm",
    "competitor": "a competitor",
    "own-country": "their own country",
    "other-country": "another country",
    "world": "the world",
}
