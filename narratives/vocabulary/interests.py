"""Whose interest the speaker has in what is said."""

from __future__ import annotations

from typing import Literal

Interest = Literal["own-firm", "competitor", "own-country", "other-country", "world"]
INTERESTS: dict[Interest, str] = {
    "own-firm": "their own firm",
    "competitor": "a competitor",
    "own-country": "their own country",
    "other-country": "another country",
    "world": "the world",
}
