"""Text on a page to the letter: prose, notices, small tables, problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from narratives.html import writing
from narratives.library.problems import Problem


def plain(text: str) -> str:
    """Text for a title or label, which read Markdown: its marks are escaped, and Streamlit's colons and dollars too."""
    return "".join("\\" + mark if mark in "\\`*_[]#|~$:<>" else mark for mark in text)


def styles() -> None:
    """Our own classes, once a run."""
    st.html(Path(__file__).with_name("cards.css"))


def draw(piece: object) -> None:
    """A piece of HTML that ``narratives.html`` made, as one element of the page."""
    st.html(str(piece))


def say(text: str, kind: str = "asn-say") -> None:
    """Prose from a pack, to the letter."""
    draw(writing.paragraph(text, kind))


def paragraphs(*each: tuple[str, str]) -> None:
    """Several, each with its kind, as one element of the page: a page of many small ones takes longer to draw."""
    draw(writing.paragraphs(*each))


def notice(text: str) -> None:
    """A plain notice."""
    draw(writing.notice(text))


def pairs(words: Mapping[str, str]) -> None:
    """Two columns to be read as text."""
    draw(writing.pairs(words))


def table(rows: pd.DataFrame) -> None:
    """A small table to be read as text, to the letter."""
    draw(writing.table(map(str, rows.columns), rows.itertuples(index=False)))


def problems(found: Iterable[Problem], kept: Sequence[str] = ()) -> None:
    """What an editor has to mend, in place of what cannot be shown; folded where all is shown, ``kept`` as it last stood."""
    draw(writing.problems(found, kept))


def listed(rows: Iterable[str]) -> None:
    """A list of texts, to the letter."""
    draw(writing.listed(map(writing.text, rows)))
