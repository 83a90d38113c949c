"""A pack that may still hold slips, as the rules see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from narratives.models import (
    Argument,
    Audit,
    Called,
    Claim,
    Contact,
    Fact,
    Forecast,
    LayerRole,
    LayerWord,
    Measure,
    Narrative,
    Openness,
    Quote,
    Rate,
    RecordSource,
    Rendering,
    Source,
    WalkStep,
    Word,
)
from narratives.problems import Problem
from narratives.reading import Document


@dataclass(frozen=True)
class Words:
    """The closed words shared by all narratives, by id and in file order; ``version`` changes when any of them does."""

    layers: Mapping[str, LayerWord]
    measures: Mapping[str, Measure]
    themes: Mapping[str, Word]
    terms: Mapping[str, Word]
    questions: Mapping[str, Word] = field(default_factory=dict)
    rates: Mapping[str, Rate] = field(default_factory=dict)
    contact: Contact | None = None
    version: str = ""


@dataclass(frozen=True)
class Draft:
    """A pack that may still hold slips: the valid records of each file by their place in it.

    ``known`` holds, for each kind of record, the line of every id in the file, valid or not; a kind whose file could
    not be read is missing, and references to it are then not judged. ``all_valid`` is False where any record has a slip,
    ``audit_unreadable`` is True where there is a lock and it has one.
    """

    words: Words
    documents: Mapping[str, Document]
    narrative: Narrative | None = None
    sources: Mapping[int, Source] = field(default_factory=dict)
    quotes: Mapping[int, Quote] = field(default_factory=dict)
    claims: Mapping[int, Claim] = field(default_factory=dict)
    layers: Mapping[int, LayerRole] = field(default_factory=dict)
    arguments: Mapping[int, Argument] = field(default_factory=dict)
    called: Mapping[int, Called] = field(default_factory=dict)
    openness: Mapping[int, Openness] = field(default_factory=dict)
    steps: Mapping[int, WalkStep] = field(default_factory=dict)
    renderings: Mapping[int, Rendering] = field(default_factory=dict)
    forecasts: Mapping[int, Forecast] = field(default_factory=dict)
    record_sources: Mapping[int, RecordSource] = field(default_factory=dict)
    facts: Mapping[int, Fact] = field(default_factory=dict)
    audit: Audit | None = None
    all_valid: bool = True
    audit_unreadable: bool = False
    known: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def quote(self, id: str | None) -> Quote | None:
        return self._quotes.get(id or "")

    def claim(self, id: str | None) -> Claim | None:
        return self._claims.get(id or "")

    @cached_property
    def _quotes(self) -> dict[str, Quote]:
        return {quote.id: quote for quote in self.quotes.values()}

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims.values()}

    def problem(self, file: str, loc: tuple[str | int, ...], what: str, why: str, mend: str) -> Problem:
        document = self.documents[file]
        return Problem(document.file, document.line(*loc), what, why, mend)

    def with_words(self) -> Iterator[tuple[int, Claim, str]]:
        """Each claim that stands on words, with its place and those words: its quote and what it assents to."""
        for i, claim in self.claims.items():
            quotes = [quote.exact for quote in (self.quote(claim.quote), self.quote(claim.assents_to)) if quote]
            if quotes:
                yield i, claim, " … ".join(quotes)


Rule = Callable[[Draft], Iterator[Problem]]
