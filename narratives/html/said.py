"""Words and claims as HTML: whose they are, where they stand, what a reader must know to judge them."""

from __future__ import annotations

from collections.abc import Iterable

import htpy as h

from narratives.html.beneath import badge, beneath
from narratives.html.writing import broken, paragraph, text
from narratives.receipts.quoted import Quotation
from narratives.receipts.receipt import Receipt
from narratives.vocabulary.voices import VOICES


def quote(words: Quotation, size: str = "") -> h.Element:
    """The exact words, whose they are and whether they were verified; ``size``: ``large``, ``small``, ``full`` or ""."""
    source = words.source
    origin = "" if size == "small" else f" · {source.title}, {source.publisher}"
    meta = f"{words.whose} · {words.sourcing}{origin} · {words.audit}"
    before = h.span(class_="asn-context")["… ", text(words.prefix), " "] if words.prefix and size == "full" else None
    after = h.span(class_="asn-context")[" ", text(words.suffix), " …"] if words.suffix and size == "full" else None
    return h.figure(class_=f"asn-quote {VOICES[words.voice].kind} {size}")[
        h.blockquote(lang=source.language)[before, "“", text(words.exact), "”", after],
        h.figcaption(class_="asn-meta")[text(meta), " ", badge(words.identity)],
        paragraph(f"Our translation: “{words.translation}”", "asn-meta") if words.translation else None,
        paragraph(words.note, "asn-meta") if words.note else None,
    ]


def quotes(each: Iterable[Quotation]) -> h.Fragment:
    """Several quotes, small, one after the other."""
    return h.fragment[[quote(words, "small") for words in each]]


def claim(receipt: Receipt, *, with_quote: bool = True, size: str = "", record: bool | None = False) -> h.Element:
    """One claim: its sentence, the exact words behind it, and what a reader must know to judge it.

    Other wordings, computation and, unless ``record`` is None, the public record open beneath it.
    """
    words = [each for each in (receipt.assented, receipt.words) if each] if with_quote else []
    return h.div(class_="asn-claim")[
        _sentence(receipt),
        [quote(each, size) for each in words],
        _known(receipt),
        _silence(receipt),
        beneath(receipt, record=record),
    ]


def all_taken(each: Iterable[Receipt], *, record: bool = False) -> h.Fragment:
    """Claims without the words they stand on, which stand above them."""
    return h.fragment[[_taken(receipt, record=record) for receipt in each]]


def figure(receipt: Receipt) -> h.Element:
    """A key figure: the number large, its hedge before it in the same line, the whole sentence below."""
    return h.div(class_="asn-figure")[
        h.div(class_="number")[h.span(class_="hedge")[text(receipt.hedge)], " ", text(receipt.number)],
        h.div(class_="asn-meta")[text(receipt.sentence), ". ", badge(receipt.identity)],
    ]


def _taken(receipt: Receipt, *, record: bool) -> h.Element:
    return h.div(class_="asn-claim")[_sentence(receipt), _known(receipt), beneath(receipt, record=record)]


def _sentence(receipt: Receipt) -> h.Element:
    return paragraph(f"{receipt.sentence}.")


def _known(receipt: Receipt) -> h.Node:
    """Voice, interest, reasons and note of a claim."""
    return h.p(class_="asn-meta")[broken(text(fact) for fact in receipt.known)] if receipt.known else None


def _silence(receipt: Receipt) -> h.Node:
    """The question that was asked, and what was said instead."""
    return [
        [paragraph("The question", "asn-label"), quote(receipt.asked, "small")] if receipt.asked else None,
        paragraph("Said instead", "asn-label") if receipt.instead else None,
        [
            [paragraph(f"{each.sentence}.", "asn-meta"), quote(each.words, "small") if each.words else None]
            for each in receipt.instead
        ],
    ]
