"""Text as HTML, to the letter: prose, notices, lists, small tables, problems."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import htpy as h

from narratives.library.problems import Problem, counted, told
from narratives.vocabulary.counting import agreeing

CHINESE = re.compile(r"([\u3400-\u9fff](?:[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*[\u3400-\u9fff])?)")
PROBLEMS = 20  # on a page, which is for readers first


def text(words: str) -> h.Node:
    """Words to the letter; the Chinese ones among them say that they are Chinese, which a screen reader needs."""
    cut = CHINESE.split(words)
    return [h.span(lang="zh")[part] if number % 2 else part for number, part in enumerate(cut)] if cut[1:] else words


def named(title: str, url: str | None) -> h.Node:
    """A title that leads to its address, or says that none is recorded."""
    return h.a(href=url)[text(title)] if url else [text(title), " (no address recorded)"]


def paragraph(words: str, kind: str = "asn-say") -> h.Element:
    """Prose as one paragraph."""
    return h.p(class_=kind)[text(words)]


def paragraphs(*each: tuple[str, str]) -> h.Fragment:
    """Several, each with its kind."""
    return h.fragment[[paragraph(words, kind) for words, kind in each]]


def broken(lines: Iterable[h.Node]) -> h.Node:
    """Lines one below the other in one paragraph."""
    return [[h.br if number else None, line] for number, line in enumerate(lines)]


def listed(rows: Iterable[h.Node]) -> h.Element:
    """A list of small lines."""
    return h.ul(class_="asn-list asn-meta")[[h.li[row] for row in rows]]


def notice(words: str) -> h.Element:
    """A plain notice."""
    return h.div(class_="asn-notice", role="status")[text(words)]


def term(label: str, sentence: str) -> h.Element:
    """A term and what is meant by it."""
    return h.p(class_="asn-say")[h.strong[text(label)], ": ", text(sentence)]


def pairs(words: Mapping[str, str]) -> h.Element:
    """Two columns to be read as text."""
    rows = [h.tr[h.th(scope="row")[text(name)], h.td[text(value)]] for name, value in words.items()]
    return h.table(class_="asn-table")[h.tbody[rows]]


def table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> h.Element:
    """A small table to be read as text."""
    head = h.thead[h.tr[[h.th(scope="col")[text(name)] for name in columns]]]
    body = h.tbody[[h.tr[[h.td[text(str(cell))] for cell in row]] for row in rows]]
    return h.table(class_="asn-table")[head, body]


def finding(headline: str, whose: str) -> h.Element:
    """What a page found in one narrative among several, with whose it is."""
    return h.p[h.strong[text(headline)], h.br, h.span(class_="asn-meta")[text(whose)]]


def findings(each: Iterable[tuple[str, str]]) -> h.Element:
    """What a page found in several narratives, each with whose it is."""
    return h.div(class_="asn-told")[[finding(headline, whose) for headline, whose in each]]


def problems(found: Iterable[Problem], kept: Sequence[str] = ()) -> h.Element:
    """What an editor has to mend; folded where all is shown, ``kept`` as it last stood."""
    found = list(found)
    shown = told(found)[:PROBLEMS]
    lines = [str(problem) for problem in shown]
    if left := counted(found) - counted(shown):
        them = agreeing(left, "it", "them")
        lines.append(f"{left} more {agreeing(left, 'problem', 'problems')}; “python -m narratives check” lists {them}.")
    rows: h.Node = [h.div(class_="asn-problem")[text(line)] for line in lines]
    head = "Some content has problems and is not shown."
    if kept:
        head = f"Some content has problems. Shown as it last stood without them: {', '.join(kept)}."
        rows = h.details[h.summary["What an editor has to mend"], rows]
    return h.div(class_="asn-notice", role="alert")[paragraph(head), rows]


def embedded(address: str) -> h.Element:
    """What another page holds to show the view at an address within itself."""
    inside = address + ("&" if "?" in address else "?") + "embed=true"
    return h.iframe(src=inside, width="100%", height="600", style="border:0")
