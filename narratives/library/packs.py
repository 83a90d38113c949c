"""A folder → a Pack, or every Problem in it.

Packs are frozen: they are loaded once, cached and shared. A pack that has problems is not shown; its problems are, and
the other narratives go on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from narratives.library import editions, keeping
from narratives.library.drafting import draft_of, edition_of, load_words
from narratives.library.editions import Edition
from narratives.library.keeping import Kept
from narratives.library.kinds import KINDS, PACK_FILES, SHARED_FILES, Records, Words
from narratives.library.naming import clashes, folders, misnamed
from narratives.library.problems import Problem, few
from narratives.library.rules import AUDIT, RULES
from narratives.library.rules.audits import edited_since, standing
from narratives.models import (
    Audit,
    Claim,
    Fact,
    Forecast,
    LayerRole,
    Narrative,
    Quote,
    RecordSource,
    Rendering,
    Source,
    Stance,
    WalkStep,
)


class Named(Protocol):
    """A record with an id of its own."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=Named)


@dataclass(frozen=True)
class Pack:
    """All validated content of one narrative.

    ``edition`` changes when any of its own words change; ``version`` also when its audit, its review or the shared words
    do, so that whatever is made from a pack can be cached by it. ``files`` changes with any byte of the files it was read
    from, and is empty where they were saved meanwhile, so that it is read again. ``ids`` are those of all records, by what
    the list of changes calls their kind.
    """

    id: str
    narrative: Narrative
    sources: Mapping[str, Source]
    quotes: Mapping[str, Quote]
    claims: Mapping[str, Claim]
    layers: tuple[LayerRole, ...]
    stance: Stance
    steps: tuple[WalkStep, ...]
    renderings: Mapping[str, Rendering]
    record_sources: Mapping[str, RecordSource]
    facts: Mapping[str, Fact]
    forecasts: tuple[Forecast, ...]
    ids: Mapping[str, tuple[str, ...]]
    audit: Audit | None
    words: Words
    edition: str
    version: str
    files: str = field(compare=False)
    editions: tuple[Edition, ...] = ()
    edited: frozenset[str] = frozenset()

    def quote_of(self, claim: Claim) -> Quote | None:
        """The quote a claim stands on; None for a derivation or an absence without words."""
        return self.quotes.get(claim.quote or "")

    def source_of(self, quote: Quote | None) -> Source | None:
        """The source a quote stands in."""
        return self.sources.get(quote.source) if quote else None


@dataclass(frozen=True)
class Library:
    """Every pack that can be shown, by id, and every problem of the content; ``unverified`` are those of single quotes.

    ``kept`` are the narratives that have problems now, and are shown as they last stood without.
    """

    packs: Mapping[str, Pack]
    problems: tuple[Problem, ...] = ()
    unverified: frozenset[Problem] = frozenset()
    kept: frozenset[str] = frozenset()

    @property
    def hindering(self) -> tuple[Problem, ...]:
        """The problems that keep something from being shown: all but those of quotes shown as unverified."""
        return tuple(problem for problem in self.problems if problem not in self.unverified)

    def by_label(self) -> dict[str, Pack]:
        """The packs by the label that the menu and the URL carry; of two with one label, the first."""
        labelled: dict[str, Pack] = {}
        for pack in self.packs.values():
            labelled.setdefault(pack.narrative.label, pack)
        return labelled


def load(content: Path, before: Library | None = None, cache: Path | None = None) -> Library:
    """All packs in the folder ``content``; never raises for what the files hold.

    With the library that stood ``before``, a narrative whose files are the same is not read again, and one whose files
    have problems now, or cannot be read, stays as it last stood. One whose folder is gone is gone. What passed every rule is
    kept in the folder ``cache`` and found there again while content and code stay the same.
    """
    shown, known = content.name, before.packs if before else {}
    try:
        found_here = folders(content)
    except OSError:
        missing = Problem(shown, 0, "the content folder is missing", "", "restore it, or name another folder")
        return Library(known, (missing,), kept=frozenset(known))
    shared = keeping.fingerprint(content, SHARED_FILES)
    words, problems = load_words(content)
    if words is None:
        return Library(known, tuple(sorted(problems)), kept=frozenset(known))
    packs: dict[str, Pack] = {}
    unverified: set[Problem] = set()
    kept = set()
    for folder in found_here:
        if slips := misnamed(folder, shown):
            problems += slips
            continue
        pack = _unchanged(folder, known.get(folder.name), shared)
        found: list[Problem] = []
        if pack is None:
            pack, found = load_pack(folder, words, f"{shown}/{folder.name}", cache, shared)
        problems += found
        if pack:
            packs[pack.id] = pack
            unverified.update(found)
        elif folder.name in known:
            packs[folder.name] = known[folder.name]
            kept.add(folder.name)
    labels = {id: pack.narrative.label for id, pack in packs.items()}
    every = tuple(sorted({*problems, *clashes(labels, shown)}))
    return Library(MappingProxyType(packs), every, frozenset(unverified), frozenset(kept))


def _unchanged(folder: Path, pack: Pack | None, shared: str) -> Pack | None:
    """``pack`` where its files are those it was made from and none of its quotes is unverified, its changes read anew."""
    if pack is None or pack.audit is None or pack.edited or set(pack.audit.quotes) != set(pack.quotes):
        return None
    if pack.files != _files(folder, shared):
        return None
    return replace(pack, editions=editions.read(folder, folder.name)[0])


def _files(folder: Path, shared: str) -> str:
    return f"{folder.name}-{keeping.fingerprint(folder, PACK_FILES)}-{shared}"


def load_pack(
    folder: Path, words: Words, shown_as: str, cache: Path | None = None, shared: str | None = None
) -> tuple[Pack | None, list[Problem]]:
    """The pack in ``folder`` if it can be shown, and everything that is wrong with it.

    Quotes that were never audited, or edited since, are wrong but shown: the pack then has no audit of them, and is not
    kept in the ``cache``. Nor is one that was saved while it was read. ``shared`` is the fingerprint of the shared files
    that ``words`` were read from.
    """
    files = _files(folder, shared or keeping.fingerprint(folder.parent, SHARED_FILES))
    if cache and (kept := keeping.find(cache, files)):
        return _pack(folder, words, shown_as, files, kept), []
    draft, problems = draft_of(folder, words, shown_as)
    problems = few([*problems, *few(problem for rule in RULES for problem in rule(draft))])
    unverified = few(AUDIT(draft))
    if problems or draft.narrative is None:
        return None, sorted({*problems, *unverified})
    records = Records(**{kind.name: getattr(draft, kind.name) for kind in KINDS})
    kept = Kept(edition=edition_of(draft.documents), narrative=draft.narrative, records=records, audit=standing(draft))
    if files != _files(folder, keeping.fingerprint(folder.parent, SHARED_FILES)):
        files = ""
    elif cache and not unverified:
        keeping.keep(cache, files, kept)
    return _pack(folder, words, shown_as, files, kept, edited_since(draft)), sorted(unverified)


def _pack(
    folder: Path, words: Words, shown_as: str, files: str, kept: Kept, edited: frozenset[str] = frozenset()
) -> Pack:
    beside = {
        "audit": kept.audit.model_dump() if kept.audit else None,
        "reviewed": kept.narrative.reviewed,
        "edited": sorted(edited),
        "words": words.version,
    }
    records = kept.records
    return Pack(
        id=folder.name,
        narrative=kept.narrative,
        sources=_by_id(records.sources),
        quotes=_by_id(records.quotes),
        claims=_by_id(records.claims),
        layers=tuple(records.layers.values()),
        stance=Stance(
            arguments=tuple(records.arguments.values()),
            called=tuple(records.called.values()),
            openness=tuple(records.openness.values()),
        ),
        steps=tuple(records.steps.values()),
        renderings=_by_id(records.renderings),
        record_sources=_by_id(records.record_sources),
        facts=_by_id(records.facts),
        forecasts=tuple(records.forecasts.values()),
        ids=MappingProxyType({"narrative": (folder.name,)} | records.ids()),
        audit=kept.audit,
        words=words,
        edition=kept.edition,
        version=f"{folder.name}-{kept.edition}-{editions.name_of(beside)}",
        files=files,
        editions=editions.read(folder, shown_as)[0],
        edited=edited,
    )


def _by_id(records: Mapping[int, N]) -> Mapping[str, N]:
    return MappingProxyType({record.id: record for record in records.values()})


def changelogs(content: Path, library: Library) -> list[Problem]:
    """What is wrong with the lists of changes of the narratives that stand: for `check`, not for readers."""
    found: list[Problem] = []
    for pack in library.packs.values():
        shown_as = f"{content.name}/{pack.id}"
        listed, problems = editions.read(content / pack.id, shown_as)
        found += few(problems)
        if listed or not problems:
            found += editions.problems(listed, pack.edition, pack.narrative.reviewed, pack.ids, shown_as)
    return found
