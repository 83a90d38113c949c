"""Text made safe for where it goes: nothing in a quote becomes markup, a command or a part of an address."""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encoded

from narratives.models import Quote

LONG, ENDS = 12, 5  # a quote of more than LONG words is found by its first and last ENDS words
TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts a brace even behind a backslash, so “\{” would not do
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': '{"}',
    **{mark: f"\\{mark}" for mark in "%&$#_"},
}


def markdown(text: str) -> str:
    """One line of text as Markdown that shows it to the letter, in CommonMark, on GitHub and in Streamlit."""
    safe = re.sub(r"[\\`*_{}\[\]<>&~|$#@^=]", r"\\\g<0>", text)
    safe = re.sub(r":(?=\S)", r"\\:", safe)  # bare addresses, :emoji: and :red[…]
    safe = re.sub(r"(?i)\bwww(?=\.)", r"\g<0>\\", safe)
    return re.sub(r"^(\d*)(?=[-+.)])", r"\1\\", safe)  # a list, at the beginning of a line


def tex(text: str) -> str:
    """One line of text as a BibTeX value that LaTeX prints to the letter."""
    return "".join(TEX.get(mark, mark) for mark in text)


def address(url: str) -> str:
    """``url`` without what would end a Markdown destination or a BibTeX value early; other characters stay."""
    return re.sub(r"[\s<>{}\\^`|\"]", lambda mark: percent_encoded(mark[0]), url)


def text_fragment(url: str | None, quote: Quote) -> str:
    """``url`` with a directive that finds the very words; empty where there is no address.

    After URL Fragment Text Directives (WICG): ``#:~:text=[prefix-,]start[,end][,-suffix]``; of the parts, everything but
    letters, digits, dots and underlines is percent-encoded: dash, comma and ampersand would be read as syntax.
    """
    if not url:
        return ""
    words = quote.exact.split()
    ends = (words[:ENDS], words[-ENDS:]) if len(words) > LONG else (words,)
    parts = [f"{_encoded(quote.prefix)}-"] if quote.prefix else []
    parts += [_encoded(" ".join(end)) for end in ends]
    parts += [f"-{_encoded(quote.suffix)}"] if quote.suffix else []
    joint = "&" if ":~:" in url else ":~:" if "#" in url else "#:~:"
    return f"{url}{joint}text={','.join(parts)}"


def _encoded(text: str) -> str:
    return percent_encoded(" ".join(text.split()), safe="").replace("-", "%2D").replace("~", "%7E")
