"""What opens beneath a claim without leaving the page: its other wordings, how it was computed, the public record.

Each is an HTML ``details``: no round trip, no state, open to the keyboard, and closed until the reader opens it. The
record alone follows the app-wide switch, and always under words and a frame of its own.
"""

from __future__ import annotations

import streamlit as st

from narratives import dates, phrasing
from narratives.aligning import Part, alike, differences, parts
from narratives.models import Claim, Fact, Speaker
from narratives.packs import Pack
from narratives.receipts import bearings, rewordings
from narratives.receipts.reporting import address
from narratives.ui.prose import attribute, escape
from narratives.vocabulary.judgements import FACTS, RANKS, VERDICTS

NOT_SAID = "Not from the interview"


def recorded() -> bool:
    """Whether the reader has switched the public record on, for the whole app."""
    value = st.session_state.get("record")
    return bool(value) if value is not None else st.query_params.get("record") == "true"


def claim(pack: Pack, item: Claim, *, record: bool | None = False) -> str:
    """All that opens beneath a claim, as HTML; ``record``: whether the public record is open, None to leave it out."""
    return (
        _wordings(pack, item)
        + _computed(pack, item)
        + (_record(pack, item, opened=record) if record is not None else "")
        + report(pack, "claim", item.id, phrasing.proposition(item))
    )


def badge(speaker: Speaker) -> str:
    """A mark beside a name that sources print otherwise; it opens how the name was resolved. "" where they agree."""
    differing = [printed for printed in speaker.as_printed if printed.name != speaker.name]
    if not differing:
        return ""
    printed = " and ".join(f"“{each.name}” in the {each.where}" for each in differing)
    reasons = f"{len(speaker.basis)} reason{'s' * (len(speaker.basis) != 1)} on the Evidence page, under “Who and when”"
    text = f"Printed as {printed}. Resolved as {speaker.name}: certainty {speaker.certainty}; {reasons}."
    return f'<details class="asn-badge"><summary>name resolved</summary>{escape(text)}</details>'


def report(pack: Pack, kind: str, id: str, says: str) -> str:
    """The link that reports an error, as HTML."""
    where = attribute(address(pack, kind, id, says))
    return f'<p class="asn-meta"><a href="{where}">Report an error in this {escape(kind)}</a></p>'


def wording(pack: Pack, each: rewordings.Wording) -> str:
    """One wording as HTML: where it stands, its words with what differs from the one before marked, each change named."""
    first = pack.quote_of(pack.claims[each.of.id])
    words = escape(each.words)
    few = ""
    if each.aligned and first:
        _, new = differences(first.exact, each.words)
        if not alike(first.exact, each.words):
            new, few = [], "few words in common, so only the named changes are marked"
        words = _marked(parts(each.words, new, [change.now for change in each.changes]), "ins")
    body = (
        f'<blockquote lang="{attribute(each.language)}">“{words}”</blockquote>'
        if each.words
        else f'<p class="asn-say">{escape(rewordings.MISSING.capitalize())}.</p>'
    )
    if each.translation:
        named = [change.now for change in each.changes]
        ours = _marked(parts(each.translation, [], named), "ins")
        body += f'<p class="asn-say">Our translation: “{ours}”</p>'
    voice = phrasing.VOICES[each.voice] if each.words else ""
    audit = each.audit if each.words else ""  # where the passage is missing it was said above
    meta = " · ".join(part for part in (each.where, voice, audit, few) if part)
    told = [change for change in each.changes if change.kind != "passage-missing"]
    changes = "".join(f"<li>{escape(rewordings.in_words(change))}</li>" for change in told)
    listed = f'<ol class="asn-list asn-meta">{changes}</ol>' if changes else ""
    note = f'<p class="asn-meta">{escape(each.note)}</p>' if each.note else ""
    kind = {"speaker": "quoted", "interviewer": "question"}.get(each.voice, "paraphrase")
    return (
        f'<figure class="asn-quote small {kind}">{body}<figcaption class="asn-meta">{escape(meta)}</figcaption>'
        f"{listed}{note}</figure>"
    )


def against(pack: Pack, each: rewordings.Wording) -> str:
    """What a wording words again as HTML, with the words marked that it has not."""
    quote = pack.quote_of(pack.claims[each.of.id])
    if quote is None:
        return ""
    gone = differences(quote.exact, each.words)[0] if each.aligned and alike(quote.exact, each.words) else []
    words = _marked(parts(quote.exact, gone, [change.was for change in each.changes]), "del")
    source = pack.sources[quote.source]
    return (
        f'<figure class="asn-quote small quoted"><blockquote lang="{attribute(source.language)}">“{words}”</blockquote>'
        '<figcaption class="asn-meta">As first said</figcaption></figure>'
    )


def folded(title: str, inside: str, *, kind: str = "", opened: bool = False) -> str:
    """What a reader may open, as HTML: ``title`` is plain words, ``inside`` is HTML."""
    return (
        f'<details class="asn-beneath {kind}"{" open" if opened else ""}><summary>{escape(title)}</summary>'
        f"{inside}</details>"
    )


def facts(pack: Pack, claim: str) -> list[str]:
    """The public record beside a claim, one piece of HTML a reason; facts that share their reason open beneath it."""
    told = []
    for verdict, why, found in bearings.grouped(pack, claim):
        if len(found) < bearings.FEW:
            told += [fact(pack, each, verdict, why) for each in found]
            continue
        said = f"<strong>{escape(verdict.capitalize())}</strong>: {len(found)} facts. {escape(why)}"
        inside = "".join(fact(pack, each) for each in found)
        scopes = dict.fromkeys(each.entity.name for each in found if each.entity)
        title = f"These {len(found)} facts{': ' if scopes else ''}{', '.join(scopes)}"
        told.append(f'<div class="asn-fact"><p class="asn-say">{said}</p>{folded(title, inside)}</div>')
    return told


def fact(pack: Pack, item: Fact, verdict: str = "", why: str = "") -> str:
    """One fact of the public record as HTML, with its verdict, its source and everything needed to doubt it.

    Without ``verdict`` and ``why`` where they were said for several facts together.
    """
    source = pack.record_sources[item.source]
    title = escape(source.title)
    linked = f'<a href="{attribute(source.url)}">{title}</a>' if source.url else f"{title} (no address recorded)"
    published = f", {dates.in_words(source.date_published)}" if source.date_published else ""
    parts_of = [
        FACTS[item.kind].told.capitalize(),
        f"as of {dates.in_words(item.as_of)}" if item.as_of else "no day recorded",
        f"perimeter: {item.perimeter}" if item.perimeter else "",
        f"definition: {item.definition or 'not stated'}" if item.quantity else "",
        f"computed by us: {item.computed}" if item.computed else "",
        bearings.in_dollars(pack, item),
        f"confidence {item.confidence}",
    ]
    meta = " · ".join(escape(part) for part in parts_of if part)
    note = f"<br>{escape(item.note)}" if item.note else ""
    more = f"<br>{escape(source.note)}" if source.note else ""
    whence = f"{linked}, {escape(source.publisher)}{escape(published)}, {RANKS[source.rank]}"
    if source.rank == "own":
        whence = escape(f"{source.title}: {item.computed}" if item.computed else source.title)
    judged = f"<strong>{escape(verdict.capitalize())}</strong>: " if verdict else ""
    reason = f'<p class="asn-say">{escape(why)}</p>' if why else ""
    inside = (
        f'<p class="asn-meta">“<span lang="{attribute(source.language)}">{escape(item.snippet)}</span>”<br>{meta}{note}{more}</p>'
        f"{report(pack, 'fact', item.id, item.says)}"
    )
    return (
        f'<div class="asn-fact"><p class="asn-say">{judged}{escape(item.says)}</p>{reason}'
        f'<p class="asn-meta">{whence}</p>'
        f"{folded('Its words, and how it is counted', inside)}</div>"
    )


def _wordings(pack: Pack, item: Claim) -> str:
    statement = rewordings.first_of(pack, item.id)
    others = [each for each in rewordings.wordings(pack, statement) if each.ref.id != item.id]
    if not others:
        return ""
    worded = sum(bool(each.words) for each in others)
    inside = "".join(wording(pack, each) for each in others)
    title = f"Other wordings of this statement: {worded}" if worded else "Not found in other records of it"
    return folded(title, inside)


def _computed(pack: Pack, item: Claim) -> str:
    if item.derivation is None:
        return ""
    return folded("How this was computed", computation(pack, item))


def computation(pack: Pack, item: Claim) -> str:
    """Formula, inputs with their bounds and words, and conversion of a derived amount, as HTML."""
    if item.derivation is None or item.quantity is None:
        return ""
    rows = []
    for id in item.derivation.inputs:
        given = pack.claims[id]
        amount = phrasing.amount(given.quantity) if given.quantity else "no amount"
        quote = pack.quote_of(given)
        words = f": “{escape(quote.exact)}”" if quote else ""
        rows.append(f"<li><strong>{escape(amount)}</strong>, {escape(phrasing.proposition(given, quote))}{words}</li>")
    formula = item.derivation.formula
    for id in item.derivation.inputs:
        quantity = pack.claims[id].quantity
        formula = formula.replace(id, phrasing.amount(quantity)) if quantity else formula
    converted = "No currency was converted."
    if item.derivation.rate is not None:
        source = pack.sources[item.derivation.source or ""]
        day = dates.in_words(item.derivation.date or "")
        converted = f"Converted at {item.derivation.rate} on {day} ({source.title}, {source.publisher})."
    return (
        f'<p class="asn-say">{escape(formula)} = {escape(phrasing.amount(item.quantity))}</p>'
        f'<ul class="asn-list asn-meta">{"".join(rows)}</ul>'
        f'<p class="asn-meta">The bounds are carried through. {escape(converted)}</p>'
    )


def _record(pack: Pack, item: Claim, *, opened: bool) -> str:
    statement = rewordings.first_of(pack, item.id)
    found = bearings.bearing_on(pack, item.id) or bearings.bearing_on(pack, statement)
    if not found:
        return ""
    counted = ", ".join(f"{n} {VERDICTS[verdict].counted}" for verdict, n in bearings.counts(pack, item.id).items())
    inside = "".join(facts(pack, item.id) or facts(pack, statement))
    title = (
        f"{NOT_SAID}: the public record, {len(found)} fact{'s' * (len(found) != 1)} ({counted})"
        if counted
        else NOT_SAID
    )
    return folded(title, inside, kind="asn-record", opened=opened)


def _marked(found: list[Part], tag: str) -> str:
    return "".join(
        (f"<{tag}>{escape(part.text)}</{tag}>" if part.changed else escape(part.text))
        + (f"<sup>{part.note}</sup>" if part.note else "")
        for part in found
    )
