"""A folder → a Draft: every record that is valid by itself, and the problems of the others.

Nothing here knows of rules; a slip in one record keeps neither the other records nor the other files from being read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from narratives.library import editions, reading, validating
from narratives.library.kinds import CONTACT, FILES, KINDS, LOCK, NARRATIVE, SHARED, WORDS, File, Kind, Words
from narratives.library.problems import Problem
from narratives.library.reading import Document
from narratives.library.rules import Draft
from narratives.models import Audit, Contact, Narrative


def load_words(content: Path) -> tuple[Words | None, list[Problem]]:
    """The closed words shared by all narratives, or the problems that keep every pack from being read."""
    documents, problems = _read(content, SHARED, content.name)
    found: dict[str, Mapping[str, Any]] = {}
    for kind in WORDS:
        records: Mapping[int, Any] = {}
        if document := documents.get(kind.file):
            records, slips = validating.listed(document, kind)
            problems += slips
        found[kind.name] = MappingProxyType({record.id: record for record in records.values()})
    contact: Contact | None = None
    if document := documents.get(CONTACT):
        contact, slips = validating.whole(document, Contact, "contact")
        problems += slips
    if problems:
        return None, problems
    said = {name: document.data for name, document in documents.items()}
    return Words(**found, contact=contact, version=editions.name_of(said)), []


def documents_of(folder: Path, shown_as: str) -> tuple[dict[str, Document], list[Problem]]:
    """The files in ``folder`` that can be read, by name, and the problems of the others."""
    return _read(folder, FILES, shown_as)


def edition_of(documents: Mapping[str, Document]) -> str:
    """The name of the edition that a narrative's files make: whatever it says, but for how it was audited and reviewed."""
    said = {name: document.data for name, document in documents.items() if name != LOCK}
    if isinstance(narrative := said.get(NARRATIVE), dict):
        said[NARRATIVE] = {key: value for key, value in narrative.items() if key != "reviewed"}
    return editions.name_of(said)


def draft_of(folder: Path, words: Words, shown_as: str) -> tuple[Draft, list[Problem]]:
    """What of ``folder`` is valid record by record, and the problems of the rest; rules are not run here."""
    documents, problems = documents_of(folder, shown_as)
    valid, slips = _valid(documents)
    problems += slips
    narrative: Narrative | None = None
    audit: Audit | None = None
    if document := documents.get(NARRATIVE):
        narrative, slips = validating.whole(document, Narrative, "narrative")
        problems += slips
    if document := documents.get(LOCK):
        audit, slips = validating.whole(document, Audit, "audit")
        problems += slips
    draft = Draft(
        **valid,
        words=words,
        documents=documents,
        narrative=narrative,
        audit=audit,
        all_valid=not problems,
        audit_unreadable=audit is None and os.path.lexists(folder / LOCK),
        known=_known(folder, documents, words),
    )
    return draft, problems


def _read(folder: Path, files: Iterable[File], shown_as: str) -> tuple[dict[str, Document], list[Problem]]:
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    for file in files:
        if not file.needed and not os.path.lexists(folder / file.name):
            continue
        found = reading.read(folder / file.name, f"{shown_as}/{file.name}")
        if isinstance(found, Problem):
            problems.append(found)
        else:
            documents[file.name] = found
    return documents, problems


def _valid(documents: Mapping[str, Document]) -> tuple[dict[str, Any], list[Problem]]:
    """The valid records of every kind, by its name and their place, and the problems of the lists they stand in."""
    valid: dict[str, Any] = {kind.name: {} for kind in KINDS}
    problems: list[Problem] = []
    for name, document in documents.items():
        kinds = [kind for kind in KINDS if kind.file == name]
        if any(kind.under for kind in kinds):
            problems += validating.unknown(document, kinds)
        for kind in kinds:
            valid[kind.name], slips = validating.listed(document, kind)
            problems += slips
    return valid, problems


def _known(folder: Path, documents: Mapping[str, Document], words: Words) -> dict[str, dict[str, int]]:
    """The line of every id that a reference may name, by the noun of its kind; kinds that cannot be judged are missing."""
    known = {kind.noun: dict.fromkeys(getattr(words, kind.name), 0) for kind in WORDS}
    left_out = {file.name for file in FILES if not file.needed and not os.path.lexists(folder / file.name)}
    for kind in KINDS:
        document = documents.get(kind.file)
        if kind.has_ids and document and _has_lists(document, kind):
            known[kind.noun] = validating.ids(document, kind.at)
        elif kind.has_ids and kind.file in left_out:
            known[kind.noun] = {}
    if document := documents.get(NARRATIVE):
        known["speaker"] = validating.ids(document, ("speakers",))
    return known


def _has_lists(document: Document, kind: Kind) -> bool:
    """Whether a file has the shape that its kind needs; a list under a key may be left out, a list may not be empty."""
    return isinstance(document.data, dict) if kind.under else isinstance(document.data, list) and bool(document.data)
