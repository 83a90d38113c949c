"""How we know, as HTML: who spoke, when, how the words reached us, and every source with its address."""

from __future__ import annotations

from collections.abc import Iterable

import htpy as h

from narratives.html.writing import broken, listed, named, paragraph, text
from narratives.models import Occasion, RecordSource, Source, Speaker, Step, dates
from narratives.receipts.origins import Ground
from narratives.vocabulary.judgements import RANKS


def speaker(who: Speaker, basis: Iterable[Ground]) -> h.Fragment:
    """Who spoke, as printed and as resolved, with the basis."""
    native = [" (", h.span(lang=who.native_language or "")[text(who.native_name)], ")"] if who.native_name else None
    printed = "; ".join(f"“{each.name}” in {each.where}" for each in who.as_printed)
    resolved = f"Printed as {printed}. Certainty of the resolved name: {who.certainty or ''}." if printed else ""
    told = h.p(class_="asn-say")[
        h.strong[text(who.name)], native, ", ", text(who.role), ", ", text(who.organisation), ". ", text(resolved)
    ]
    grounds = [_ground(each) for each in basis]
    return h.fragment[told, listed(grounds) if grounds else None]


def occasion(item: Occasion, basis: Iterable[Ground]) -> h.Fragment:
    """Where and when the words were said, with the basis."""
    where = ", ".join(part for part in (item.name, item.place) if part)
    return h.fragment[paragraph(f"{where}, {dates.in_words(item.date)}."), listed(_ground(each) for each in basis)]


def chain(steps: Iterable[Step]) -> h.Element:
    """The steps from the spoken words to the text that is quoted."""
    rows = [h.li[text(f"{step.what} ({step.language}), {step.by}")] for step in steps]
    return h.ol(class_="asn-list asn-say")[rows]


def recorded(item: RecordSource) -> h.Fragment:
    """A source of the public record, with whether it is the one whose figure it is."""
    parts = (item.publisher, _published(item.date_published), f"language {item.language}", RANKS[item.rank])
    return _source(item.title, item.url, parts, [text(item.note)] if item.note else [])


def source(item: Source) -> h.Fragment:
    """A source: title, publisher, dates, language, licence, and a short extract where it serves as a basis."""
    when = _published(item.date_published)
    parts = (item.author, item.publisher, when, f"language {item.language}", item.kind, item.license)
    snippet = [["“", h.span(lang=item.language)[text(item.snippet)], "”"]] if item.snippet else []
    return _source(item.title, item.url, parts, [*snippet, *([text(item.note)] if item.note else [])])


def _source(title: str, url: str | None, parts: Iterable[str | None], more: Iterable[h.Node]) -> h.Fragment:
    told = text(" · ".join(part for part in parts if part))
    return h.fragment[h.p(class_="asn-say")[named(title, url)], h.p(class_="asn-meta")[broken([told, *more])]]


def _published(day: str | None) -> str:
    return f"published {dates.in_words(day)}" if day else "no date of publication given"


def _ground(ground: Ground) -> h.Node:
    source = ground.source
    when = f", {dates.in_words(source.date_published)}" if source.date_published else ""
    title = text(f"{source.title}, {source.publisher}{when}")
    return [text(ground.says), " ", h.em[h.a(href=source.url)[title] if source.url else title]]
