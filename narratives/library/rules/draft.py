"""A pack that may still hold slips, as the rules see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from narratives.library.kinds import Records, Words
from narratives.library.problems import Problem
from narratives.library.reading import Document, Loc
from narratives.models import Audit, Claim, Narrative, Quote


@dataclass(frozen=True, kw_only=True)
class Draft(Records):
    """A pack that may still hold slips: the valid records of each file by their place in it.

    ``known`` holds, for each kind of record that others name, by its noun, the line of every id in the file, valid or not; a
    kind whose file could not be read is missing, and references to it are then not judged. ``all_valid`` is False where
    any record has a slip, ``audit_unreadable`` is True where there is a lock and it has one.
    """

    words: Words
    documents: Mapping[str, Document]
    narrative: Narrative | None
    audit: Audit | None
    all_valid: bool
    audit_unreadable: bool
    known: Mapping[str, Mapping[str, int]]

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

    def problem(self, file: str, loc: Loc, what: str, why: str, mend: str) -> Problem:
        document = self.documents[file]
        return Problem(document.file, document.line(*loc), what, why, mend)

    def with_words(self) -> Iterator[tuple[int, Claim, str]]:
        """Each claim that stands on words, with its place and those words: its quote and what it assents to."""
        for i, claim in self.claims.items():
            quotes = [quote.exact for quote in (self.quote(claim.quote), self.quote(claim.assents_to)) if quote]
            if quotes:
                yield i, claim, " … ".join(quotes)


Rule = Callable[[Draft], Iterator[Problem]]
