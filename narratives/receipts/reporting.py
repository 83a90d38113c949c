"""The link by which a reader reports an error: narrative, edition and id are filled in, nothing is sent from here."""

from __future__ import annotations

from urllib.parse import quote as quoted

from narratives.library.packs import Pack

SOMEWHERE = "mailto:"


def address(pack: Pack, kind: str, id: str, says: str) -> str:
    """The address that opens a report on a quote, claim or fact, with what it now says, ready to be completed."""
    report = pack.words.contact.report if pack.words.contact else SOMEWHERE
    title = f"Error in {kind} {id} ({pack.narrative.label}, edition {pack.edition})"
    body = (
        f"Narrative: {pack.narrative.label} ({pack.id})\nEdition: {pack.edition}\n{kind.capitalize()}: {id}\n\n"
        f"It now says:\n{says}\n\nWhat is wrong, and where it can be checked:\n"
    )
    name = "subject" if report.startswith("mailto:") else "title"
    join = "&" if "?" in report else "?"
    return f"{report}{join}{name}={quoted(title)}&body={quoted(body)}"
