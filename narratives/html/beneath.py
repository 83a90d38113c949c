"""What opens beneath a claim without leaving the page: its other wordings, how it was computed, the public record.

Each is an HTML ``details``: no round trip, no state, open to the keyboard, and closed until the reader opens it. The
record alone follows the app-wide switch, and always under words and a frame of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import htpy as h

from narratives.html.writing import broken, listed, named, paragraph, text
from narratives.models import dates
from narratives.receipts.bearings import Beside, OnRecord, Reason
from narratives.receipts.computed import Computation
from narratives.receipts.origins import Identity
from narratives.receipts.receipt import Receipt
from narratives.receipts.rewordings import MISSING, Wording
from narratives.text.aligning import Part
from narratives.vocabulary.counting import plural
from narratives.vocabulary.judgements import VERDICTS
from narratives.vocabulary.voices import VOICES

NOT_SAID = "Not from the interview"
APART = "few words in common, so only the named changes are marked"


def beneath(receipt: Receipt, *, record: bool | None = False) -> h.Fragment:
    """All that opens beneath a claim; ``record``: whether the public record is open, None to leave it out."""
    return h.fragment[
        _wordings(receipt.wordings) if receipt.wordings else None,
        folded("How this was computed", computation(receipt.computation)) if receipt.computation else None,
        _record(receipt.record, opened=record) if receipt.record and record is not None else None,
        report("claim", receipt.report),
    ]


def badge(identity: Identity | None) -> h.Node:
    """A mark beside a name that sources print otherwise; it opens how the name was resolved."""
    if identity is None:
        return None
    printed = " and ".join(f"“{name}” in the {where}" for name, where in identity.printed)
    reasons = f"{plural(len(identity.reasons), 'reason')} on the Evidence page, under “Who and when”"
    told = f"Printed as {printed}. Resolved as {identity.name}: certainty {identity.certainty}; {reasons}."
    return h.details(class_="asn-badge")[h.summary["name resolved"], text(told)]


def report(kind: str, address: str) -> h.Element:
    """The link that reports an error in what it stands below."""
    return h.p(class_="asn-meta")[h.a(href=address)["Report an error in this ", text(kind)]]


def wording(each: Wording) -> h.Element:
    """One wording: where it stands, its words with what differs from the one before marked, each change named."""
    meta = (each.where, VOICES[each.voice].told, each.audit, APART if each.marks.apart else "")
    told = " · ".join(part for part in (meta if each.words else meta[:1]) if part)
    return h.figure(class_=f"asn-quote small {VOICES[each.voice].kind}")[
        h.blockquote(lang=each.language)["“", _marked(each.marks.words, h.ins), "”"]
        if each.words
        else paragraph(f"{MISSING.capitalize()}."),
        h.p(class_="asn-say")["Our translation: “", _marked(each.marks.translation, h.ins), "”"]
        if each.translation
        else None,
        h.figcaption(class_="asn-meta")[text(told)],
        h.ol(class_="asn-list asn-meta")[[h.li[text(change)] for change in each.told]] if each.told else None,
        paragraph(each.note, "asn-meta") if each.note else None,
    ]


def against(each: Wording) -> h.Element | None:
    """What a wording words again, with the words marked that it has not; nothing where that stands on no words."""
    if not each.marks.before:
        return None
    return h.figure(class_="asn-quote small quoted")[
        h.blockquote(lang=each.marks.language)["“", _marked(each.marks.before, h.del_), "”"],
        h.figcaption(class_="asn-meta")["As first said"],
    ]


def folded(title: str, inside: h.Node, *, kind: str = "", opened: bool = False) -> h.Element:
    """What a reader may open, under a title."""
    return h.details(class_=f"asn-beneath {kind}", open=opened)[h.summary[text(title)], inside]


def facts(record: Beside) -> list[h.Element]:
    """The public record beside a claim, one piece a reason; facts that share their reason open beneath it."""
    return [piece for reason in record.reasons for piece in _reason(reason)]


def framed(piece: h.Node) -> h.Element:
    """What stands on a page by itself, in the frame that tells the public record from the interview."""
    return h.div(class_="asn-record")[piece]


def fact(item: OnRecord, *, judged: bool = True) -> h.Element:
    """One fact of the public record, with its source and everything needed to doubt it.

    It is not ``judged`` where verdict and reason were said for several facts together.
    """
    told = [text(" · ".join(item.told)), *(text(note) for note in (item.note, item.source.note) if note)]
    words = ["“", h.span(lang=item.source.language)[text(item.snippet)], "”"]
    return h.div(class_="asn-fact")[
        h.p(class_="asn-say")[_verdict(item.verdict) if judged else None, text(item.says)],
        paragraph(item.why) if judged else None,
        h.p(class_="asn-meta")[_whence(item)],
        folded(
            "Its words, and how it is counted",
            [h.p(class_="asn-meta")[broken([words, *told])], report("fact", item.report)],
        ),
    ]


def computation(made: Computation) -> h.Fragment:
    """Formula, inputs with their bounds and words, and conversion of an amount that we computed."""
    inputs = (
        [h.strong[text(each.amount)], ", ", text(each.says), [": “", text(each.words), "”"] if each.words else None]
        for each in made.inputs
    )
    return h.fragment[
        paragraph(f"{made.formula} = {made.result}"),
        listed(inputs),
        paragraph(f"The bounds are carried through. {made.conversion}", "asn-meta"),
    ]


def _wordings(others: tuple[Wording, ...]) -> h.Element:
    worded = sum(bool(each.words) for each in others)
    title = f"Other wordings of this statement: {worded}" if worded else "Not found in other records of it"
    return folded(title, [wording(each) for each in others])


def _record(record: Beside, *, opened: bool) -> h.Element:
    counted = ", ".join(f"{count} {VERDICTS[verdict].counted}" for verdict, count in record.verdicts)
    title = f"{NOT_SAID}: the public record, {plural(record.total, 'fact')} ({counted})" if counted else NOT_SAID
    return folded(title, facts(record), kind="asn-record", opened=opened)


def _reason(reason: Reason) -> Iterator[h.Element]:
    if not reason.shared:
        yield from (fact(each) for each in reason.facts)
        return
    count, scopes = len(reason.facts), dict.fromkeys(each.scope for each in reason.facts if each.scope)
    title = f"These {count} facts{': ' if scopes else ''}{', '.join(scopes)}"
    yield h.div(class_="asn-fact")[
        h.p(class_="asn-say")[_verdict(reason.verdict), f"{count} facts. ", text(reason.why)],
        folded(title, [fact(each, judged=False) for each in reason.facts]),
    ]


def _verdict(verdict: str) -> h.Node:
    return [h.strong[text(verdict.capitalize())], ": "]


def _whence(item: OnRecord) -> h.Node:
    source = item.source
    if source.rank == "own":
        return text(f"{source.title}: {item.computed}" if item.computed else source.title)
    published = f", {dates.in_words(source.date_published)}" if source.date_published else ""
    return [named(source.title, source.url), ", ", text(source.publisher), text(published), f", {item.rank}"]


def _marked(found: Iterable[Part], tag: h.Element) -> h.Node:
    return [
        [tag[text(part.text)] if part.changed else text(part.text), h.sup[str(part.note)] if part.note else None]
        for part in found
    ]
