"""Text on a page to the letter: prose, notices, small tables. Every value is escaped; nothing here rewrites a word."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from narratives.problems import Problem, counted, told

CHINESE = re.compile(
    r"[\u3400-\u9fff](?:[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*[\u3400-\u9fff])?"
)  # a screen reader needs it


PROBLEMS = 20  # on a page, which is for readers first


def plain(text: str) -> str:
    """Text for a title or label, which read Markdown: its marks are escaped, and Streamlit's colons and dollars too."""
    return "".join("\\" + mark if mark in "\\`*_[]#|~$:<>" else mark for mark in text)


def attribute(text: str) -> str:
    """Text for an attribute of HTML."""
    return html.escape(text, quote=True)


def escape(text: str) -> str:
    """Text for HTML, so that whatever it holds is shown to the letter; Chinese words in it say that they are Chinese."""
    return CHINESE.sub(r'<span lang="zh">\g<0></span>', html.escape(text, quote=True))


def styles() -> None:
    """Our own classes, once a run."""
    st.html(Path(__file__).with_name("cards.css"))


def paragraph(text: str, kind: str = "asn-say") -> str:
    """Prose from a pack as HTML, to the letter."""
    return f'<p class="{kind}">{escape(text)}</p>'


def say(text: str, kind: str = "asn-say") -> None:
    """Prose from a pack, to the letter."""
    st.html(paragraph(text, kind))


def paragraphs(*each: tuple[str, str]) -> None:
    """Several, each with its kind, as one element of the page: a page of many small ones takes longer to draw."""
    st.html("".join(paragraph(text, kind) for text, kind in each))


def notice(text: str) -> None:
    """A plain notice; whatever it names is escaped."""
    st.html(f'<div class="asn-notice" role="status">{escape(text)}</div>')


def pairs(words: Mapping[str, str]) -> None:
    """Two columns to be read as text."""
    rows = "".join(f'<tr><th scope="row">{escape(a)}</th><td>{escape(b)}</td></tr>' for a, b in words.items())
    st.html(f'<table class="asn-table"><tbody>{rows}</tbody></table>')


def table(rows: pd.DataFrame) -> None:
    """A small table to be read as text, to the letter."""
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in rows.columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>"
        for row in rows.itertuples(index=False)
    )
    st.html(f'<table class="asn-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def problems(found: Iterable[Problem], kept: Sequence[str] = ()) -> None:
    """What an editor has to mend, in place of what cannot be shown; folded where all is shown, ``kept`` as it last stood."""
    found = list(found)
    shown = told(found)[:PROBLEMS]
    lines = [str(problem) for problem in shown]
    if left := counted(found) - counted(shown):
        s = "s" * (left != 1)
        lines.append(f"{left} more problem{s}; “python -m narratives check” lists {'them' if s else 'it'}.")
    rows = "".join(f'<div class="asn-problem">{escape(line)}</div>' for line in lines)
    head = "Some content has problems and is not shown."
    if kept:
        head = f"Some content has problems. Shown as it last stood without them: {', '.join(kept)}."
        rows = f"<details><summary>What an editor has to mend</summary>{rows}</details>"
    st.html(f'<div class="asn-notice" role="alert"><p class="asn-say">{escape(head)}</p>{rows}</div>')


def listed(rows: Iterable[str]) -> None:
    """A list of texts, to the letter."""
    items = "".join(f"<li>{escape(row)}</li>" for row in rows)
    st.html(f'<ul class="asn-list asn-meta">{items}</ul>')
