"""How we know: who spoke, when, how the words reached us, and in which texts they were found."""

from __future__ import annotations

import streamlit as st

from narratives import dates, phrasing
from narratives.models import RecordSource, Source
from narratives.packs import Pack
from narratives.tables.words import share_quoted
from narratives.ui.prose import attribute, escape, pairs, say
from narratives.vocabulary.judgements import RANKS


def identity(pack: Pack) -> None:
    """Who spoke, as printed and as resolved, with the basis."""
    for speaker in pack.narrative.speakers:
        native = (
            f' (<span lang="{attribute(speaker.native_language or "")}">{escape(speaker.native_name)}</span>)'
            if speaker.native_name
            else ""
        )
        printed = "; ".join(f"“{escape(each.name)}” in {escape(each.where)}" for each in speaker.as_printed)
        rows = "".join(
            f"<li>{escape(basis.says)} <em>{_source(pack, basis.source)}</em></li>" for basis in speaker.basis
        )
        st.html(
            f'<p class="asn-say"><strong>{escape(speaker.name)}</strong>{native}, {escape(speaker.role)}, {escape(speaker.organisation)}. '
            + (
                f"Printed as {printed}. Certainty of the resolved name: {escape(speaker.certainty or '')}.</p>"
                if printed
                else "</p>"
            )
            + (f'<ul class="asn-list asn-meta">{rows}</ul>' if rows else "")
        )


def occasion(pack: Pack) -> None:
    """Where and when the words were said, with the basis."""
    item = pack.narrative.occasion
    where = ", ".join(part for part in (item.name, item.place) if part)
    rows = "".join(f"<li>{escape(basis.says)} <em>{_source(pack, basis.source)}</em></li>" for basis in item.basis)
    st.html(
        f'<p class="asn-say">{escape(where)}, {escape(dates.in_words(item.date))}.</p><ul class="asn-list asn-meta">{rows}</ul>'
    )


def chain(pack: Pack) -> None:
    """The steps from the spoken words to the text that is quoted."""
    for item in pack.sources.values():
        if item.chain:
            rows = "".join(
                f"<li>{escape(step.what)} ({escape(step.language)}), {escape(step.by)}</li>" for step in item.chain
            )
            st.html(f'<ol class="asn-list asn-say">{rows}</ol>')


def checked(pack: Pack, item: Source) -> None:
    """The text a source's quotes were looked for in: its hash, length, language, the day, and how much of it is quoted."""
    audited = pack.audit.sources.get(item.id) if pack.audit else None
    quoted, words = share_quoted(pack, item.id)
    if audited is None or pack.audit is None:
        say(f"“{item.title}” has not been checked yet.", "asn-meta")
        return
    pairs(
        {
            "Text": f"{item.title}, {item.publisher}",
            "Published": dates.in_words(item.date_published) if item.date_published else "no date of publication given",
            "How it reached us": " → ".join(f"{step.what} ({step.language})" for step in item.chain)
            or phrasing.SOURCINGS[pack.narrative.sourcing],
            "Language": item.language,
            "SHA-256 of the text": audited.sha256,
            "Audit last changed": dates.in_words(pack.audit.date),
            "Quoted here": f"{quoted:,} of the {words:,} words it was checked against ({quoted / words:.0%})"
            if words
            else "no words counted",
        }
    )


def record_source(item: RecordSource) -> None:
    """A source of the public record, with whether it is the one whose figure it is."""
    title = (
        f'<a href="{attribute(item.url)}">{escape(item.title)}</a>'
        if item.url
        else f"{escape(item.title)} (no address recorded)"
    )
    when = f"published {dates.in_words(item.date_published)}" if item.date_published else "no date of publication given"
    parts = f"{item.publisher} · {when} · language {item.language} · {RANKS[item.rank]}"
    note = f"<br>{escape(item.note)}" if item.note else ""
    st.html(f'<p class="asn-say">{title}</p><p class="asn-meta">{escape(parts)}{note}</p>')


def source(item: Source) -> None:
    """A source: title, publisher, dates, language, licence, and a short extract where it serves as a basis."""
    title = (
        f'<a href="{attribute(item.url)}">{escape(item.title)}</a>'
        if item.url
        else f"{escape(item.title)} (no address recorded)"
    )
    when = f"published {dates.in_words(item.date_published)}" if item.date_published else "no date of publication given"
    parts = [
        part
        for part in (item.author, item.publisher, when, f"language {item.language}", item.kind, item.license)
        if part
    ]
    snippet = f'<br>“<span lang="{attribute(item.language)}">{escape(item.snippet)}</span>”' if item.snippet else ""
    note = f"<br>{escape(item.note)}" if item.note else ""
    st.html(f'<p class="asn-say">{title}</p><p class="asn-meta">{escape(" · ".join(parts))}{snippet}{note}</p>')


def _source(pack: Pack, id: str) -> str:
    source = pack.sources[id]
    title = f"{source.title}, {source.publisher}" + (
        f", {dates.in_words(source.date_published)}" if source.date_published else ""
    )
    return f'<a href="{attribute(source.url)}">{escape(title)}</a>' if source.url else escape(title)
