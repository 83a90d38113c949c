"""How we know: who spoke, when, how the words reached us, and in which texts they were found."""

from __future__ import annotations

from dataclasses import dataclass

from narratives.library.packs import Pack
from narratives.models import Basis, Quote, Source, Speaker, dates
from narratives.semantics import phrasing
from narratives.vocabulary.sourcings import SOURCINGS


@dataclass(frozen=True)
class Identity:
    """How a name was resolved that sources print otherwise: each as (name, where), and our reasons, the first ones first."""

    name: str
    printed: tuple[tuple[str, str], ...]
    certainty: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Spoken:
    """Who speaks: the resolved name with those printed, and how it was resolved, None where sources print no other."""

    name: str
    identity: Identity | None


@dataclass(frozen=True)
class Ground:
    """Why we hold something to be so, and the source that shows it."""

    says: str
    source: Source


def sourced(pack: Pack) -> str:
    """Who, when and how the words reached us, on one line: it stands wherever a narrative does."""
    narrative = pack.narrative
    day = dates.in_words(narrative.occasion.date)
    return f"{narrative.speakers[0].name}, {narrative.speakers[0].organisation}, {day}; {SOURCINGS[narrative.sourcing].short}"


def spoken(pack: Pack, quote: Quote | None) -> Spoken:
    """Whose words a quote gives; without one, those of the first speaker of the narrative."""
    speaker = phrasing.speaker_of(pack.narrative, quote)
    return Spoken(phrasing.printed_name(speaker), _identity(speaker))


def _identity(speaker: Speaker) -> Identity | None:
    differing = [(printed.name, printed.where) for printed in speaker.as_printed if printed.name != speaker.name]
    if not differing:
        return None
    reasons = tuple(basis.says for basis in speaker.basis)
    return Identity(speaker.name, tuple(differing), str(speaker.certainty), reasons)


def grounds(pack: Pack, basis: tuple[Basis, ...]) -> tuple[Ground, ...]:
    """The reasons of a speaker's name or of a date, each with its source."""
    return tuple(Ground(each.says, pack.sources[each.source]) for each in basis)


def share_quoted(pack: Pack, source_id: str) -> tuple[int, int]:
    """How many words of a source we quote, and how many it has; (n, 0) where no text was checked."""
    quoted = sum(len(quote.exact.split()) for quote in pack.quotes.values() if quote.source == source_id)
    audited = pack.audit.sources.get(source_id) if pack.audit else None
    return quoted, audited.words if audited else 0


def checked(pack: Pack, item: Source) -> dict[str, str]:
    """The text a source's quotes were looked for in: its hash, length, language, the day, and how much of it is quoted.

    Empty where it has not been checked yet.
    """
    audited = pack.audit.sources.get(item.id) if pack.audit else None
    quoted, words = share_quoted(pack, item.id)
    if audited is None or pack.audit is None:
        return {}
    steps = " → ".join(f"{step.what} ({step.language})" for step in item.chain)
    of_all = f"{quoted:,} of the {words:,} words it was checked against ({quoted / words:.0%})" if words else ""
    return {
        "Text": f"{item.title}, {item.publisher}",
        "Published": dates.in_words(item.date_published) if item.date_published else "no date of publication given",
        "How it reached us": steps or SOURCINGS[pack.narrative.sourcing].told,
        "Language": item.language,
        "SHA-256 of the text": audited.sha256,
        "Audit last changed": dates.in_words(pack.audit.date),
        "Quoted here": of_all or "no words counted",
    }
