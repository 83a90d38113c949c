"""How we know: who spoke, when, how the words reached us, and in which texts they were found."""

from __future__ import annotations

from narratives.html import sources
from narratives.library.packs import Pack
from narratives.models import RecordSource, Source
from narratives.receipts import origins
from narratives.ui.page import prose


def identity(pack: Pack) -> None:
    """Who spoke, as printed and as resolved, with the basis."""
    for speaker in pack.narrative.speakers:
        prose.draw(sources.speaker(speaker, origins.grounds(pack, speaker.basis)))


def occasion(pack: Pack) -> None:
    """Where and when the words were said, with the basis."""
    item = pack.narrative.occasion
    prose.draw(sources.occasion(item, origins.grounds(pack, item.basis)))


def chain(pack: Pack) -> None:
    """The steps from the spoken words to the text that is quoted."""
    for item in pack.sources.values():
        if item.chain:
            prose.draw(sources.chain(item.chain))


def checked(pack: Pack, item: Source) -> None:
    """The text a source's quotes were looked for in: its hash, length, language, the day, and how much of it is quoted."""
    if found := origins.checked(pack, item):
        prose.pairs(found)
    else:
        prose.say(f"“{item.title}” has not been checked yet.", "asn-meta")


def record_source(item: RecordSource) -> None:
    """A source of the public record, with whether it is the one whose figure it is."""
    prose.draw(sources.recorded(item))


def source(item: Source) -> None:
    """A source: title, publisher, dates, language, licence, and a short extract where it serves as a basis."""
    prose.draw(sources.source(item))
