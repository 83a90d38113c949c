"""How we know: who spoke, when, how the words reached us, and how the same statement was worded elsewhere."""

from __future__ import annotations

import streamlit as st

from narratives import dates
from narratives.models import Source
from narratives.packs import Pack
from narratives.tables import claims as claims_table
from narratives.ui.cards import escape, quote, say


def identity(pack: Pack) -> None:
    """Who spoke, as printed and as resolved, with the basis."""
    for speaker in pack.narrative.speakers:
        native = (
            f' (<span lang="{escape(speaker.native_language or "")}">{escape(speaker.native_name)}</span>)'
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


def rendering(pack: Pack, id: str) -> None:
    """Two wordings of one statement, one beside the other, and what changed between them."""
    item = pack.claims[id]
    first = pack.claims[item.rendering_of or id]
    one, other = st.columns(2, gap="medium")
    for column, each, label in ((one, first, "In the interview"), (other, item, "Worded again")):
        with column:
            say(label, "asn-label")
            say(f"{claims_table.phrase_of(pack, each)}.", "asn-meta")
            if each.quote:
                quote(pack, each.quote, size="small")
    changed = ", ".join(drift.replace("-", " ") for drift in item.drift) or "the wording only"
    say(f"Changed: {changed}. {item.note or ''}", "asn-meta")


def source(item: Source) -> None:
    """A source: title, publisher, dates, language, licence, and a short extract where it serves as a basis."""
    title = (
        f'<a href="{escape(item.url)}">{escape(item.title)}</a>'
        if item.url
        else f"{escape(item.title)} (no address recorded)"
    )
    when = f"published {dates.in_words(item.date_published)}" if item.date_published else "no date of publication given"
    parts = [
        part
        for part in (item.author, item.publisher, when, f"language {item.language}", item.kind, item.license)
        if part
    ]
    snippet = f'<br>“<span lang="{escape(item.language)}">{escape(item.snippet)}</span>”' if item.snippet else ""
    note = f"<br>{escape(item.note)}" if item.note else ""
    st.html(f'<p class="asn-say">{title}</p><p class="asn-meta">{escape(" · ".join(parts))}{snippet}{note}</p>')


def _source(pack: Pack, id: str) -> str:
    source = pack.sources[id]
    title = f"{source.title}, {source.publisher}" + (
        f", {dates.in_words(source.date_published)}" if source.date_published else ""
    )
    return f'<a href="{escape(source.url)}">{escape(title)}</a>' if source.url else escape(title)
