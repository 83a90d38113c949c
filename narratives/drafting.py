"""A folder → a Draft: every record that is valid by itself, and the problems of the others.

Nothing here knows of rules; a slip in one record keeps neither the other records nor the other files from being read.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from narratives import editions, explaining, reading
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
from narratives.problems import EXPLAINED, Problem, counted, few, more
from narratives.reading import Document
from narratives.rules import Draft, Words

M = TypeVar("M", bound=BaseModel)
LISTS: dict[str, type[BaseModel]] = {
    "sources.yaml": Source,
    "quotes.yaml": Quote,
    "claims.yaml": Claim,
    "layers.yaml": LayerRole,
    "walkthrough.yaml": WalkStep,
    "renderings.yaml": Rendering,
    "forecasts.yaml": Forecast,
}
LOCK = "audit.lock.yaml"
GROUPS: dict[str, dict[str, type[BaseModel]]] = {
    "stance.yaml": {"arguments": Argument, "called": Called, "openness": Openness},
    "record.yaml": {"sources": RecordSource, "facts": Fact},
}
PACK_FILES = ("narrative.yaml", *LISTS, *GROUPS, LOCK)
OPTIONAL = ("renderings.yaml", "forecasts.yaml", "record.yaml", LOCK)
WORD_FILES: dict[str, type[BaseModel]] = {
    "layers.yaml": LayerWord,
    "measures.yaml": Measure,
    "themes.yaml": Word,
    "terms.yaml": Word,
    "questions.yaml": Word,
    "rates.yaml": Rate,
}
CONTACT = "contact.yaml"
SHARED_FILES = (*WORD_FILES, CONTACT)
NOT_NEEDED = ("questions.yaml", "rates.yaml", CONTACT)
# What an id in each file is the id of.
KINDS = {"sources.yaml": "source", "quotes.yaml": "quote", "claims.yaml": "claim", "renderings.yaml": "rendering"}


def load_words(content: Path) -> tuple[Words | None, list[Problem]]:
    """The closed words shared by all narratives, or the problems that keep every pack from being read."""
    found: dict[str, Mapping[str, Any]] = {}
    said: dict[str, Any] = {}
    problems: list[Problem] = []
    contact: Contact | None = None
    for name in SHARED_FILES:
        if name in NOT_NEEDED and not os.path.lexists(content / name):
            continue
        document = reading.read(content / name, f"{content.name}/{name}")
        if isinstance(document, Problem):
            problems.append(document)
            continue
        said[name] = document.data
        if name == CONTACT:
            contact, slips = _record(document, Contact, (), "contact", document.data)
            problems += slips
        else:
            records, slips = _records(document, WORD_FILES[name], ())
            problems += slips
            found[name] = MappingProxyType({record.id: record for record in records.values()})  # type: ignore[attr-defined]
    if problems:
        return None, problems
    words = {name.removesuffix(".yaml"): found.get(name, MappingProxyType({})) for name in WORD_FILES}
    return Words(**words, contact=contact, version=editions.name_of(said)), []


def documents_of(folder: Path, shown_as: str) -> tuple[dict[str, Document], list[Problem]]:
    """The files in ``folder`` that can be read, by name, and the problems of the others."""
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    for name in PACK_FILES:
        if name in OPTIONAL and not os.path.lexists(folder / name):
            continue  # where there is no audit, the rule on audits says so for each quote
        found = reading.read(folder / name, f"{shown_as}/{name}")
        if isinstance(found, Problem):
            problems.append(found)
        else:
            documents[name] = found
    return documents, problems


def edition_of(documents: Mapping[str, Document]) -> str:
    """The name of the edition that a narrative's files make: whatever it says, but for how it was audited and reviewed."""
    said = {name: document.data for name, document in documents.items() if name != LOCK}
    if isinstance(narrative := said.get("narrative.yaml"), dict):
        said["narrative.yaml"] = {key: value for key, value in narrative.items() if key != "reviewed"}
    return editions.name_of(said)


def draft_of(folder: Path, words: Words, shown_as: str) -> tuple[Draft, list[Problem]]:
    """What of ``folder`` is valid record by record, and the problems of the rest; rules are not run here."""
    documents, problems = documents_of(folder, shown_as)
    known: dict[str, dict[str, int]] = {
        "layer": dict.fromkeys(words.layers, 0),
        "measure": dict.fromkeys(words.measures, 0),
        "theme": dict.fromkeys(words.themes, 0),
        "question": dict.fromkeys(words.questions, 0),
    }
    valid: dict[str, dict[int, Any]] = {}
    for name, model in LISTS.items():
        if document := documents.get(name):
            valid[name], slips = _records(document, model, ())
            problems += slips
            if (kind := KINDS.get(name)) and document.data and isinstance(document.data, list):
                known[kind] = _ids(document, ())
    for name, models in GROUPS.items():
        if document := documents.get(name):
            problems += _unknown(document, models)
            for part, model in models.items():
                rows = document.data.get(part) if isinstance(document.data, dict) else None
                valid[part], slips = _records(document, model, (part,), rows or [])
                problems += slips
    if "stance.yaml" in documents and isinstance(documents["stance.yaml"].data, dict):
        known["argument"] = _ids(documents["stance.yaml"], ("arguments",))
    record = documents.get("record.yaml")
    if record is not None or not os.path.lexists(folder / "record.yaml"):  # one that cannot be read is not judged
        known["fact"] = _ids(record, ("facts",)) if record else {}
        known["record source"] = _ids(record, ("sources",)) if record else {}
    draft = Draft(
        words,
        documents,
        sources=valid.get("sources.yaml", {}),
        quotes=valid.get("quotes.yaml", {}),
        claims=valid.get("claims.yaml", {}),
        layers=valid.get("layers.yaml", {}),
        steps=valid.get("walkthrough.yaml", {}),
        renderings=valid.get("renderings.yaml", {}),
        forecasts=valid.get("forecasts.yaml", {}),
        arguments=valid.get("arguments", {}),
        called=valid.get("called", {}),
        openness=valid.get("openness", {}),
        record_sources=valid.get("sources", {}),
        facts=valid.get("facts", {}),
        known=known,
    )
    if document := documents.get("narrative.yaml"):
        narrative, slips = _record(document, Narrative, (), "narrative", document.data)
        problems += slips
        draft = replace(draft, narrative=narrative)
        known["speaker"] = _ids(document, ("speakers",))
    if document := documents.get(LOCK):
        audit, slips = _record(document, Audit, (), "audit", document.data)
        problems += slips
        draft = replace(draft, audit=audit)
    was_audited = os.path.lexists(folder / LOCK)
    return replace(draft, all_valid=not problems, audit_unreadable=was_audited and draft.audit is None), problems


def records_of(document: Document, model: type[M]) -> tuple[dict[int, M], list[Problem]]:
    """The valid records of a file that is one list, by their place in it, and the problems of the others."""
    return _records(document, model, ())


def _record(
    document: Document, model: type[M], at: reading.Loc, name: str, data: Any, *, explained: bool = True
) -> tuple[M | None, list[Problem]]:
    """The record, or its slips; where they are not ``explained``, one Problem that says how many they are."""
    if not isinstance(data, dict):
        what = f"{name} is empty" if data is None else f"{name} is not a group of fields"
        why = (model.__doc__ or "").split("\n")[0]
        return None, [Problem(document.file, document.line(*at), what, why, "write its fields")]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        if not explained:
            return None, [more(document.file, explaining.number(error))]
        return None, list(explaining.problems(error, model, document, at, name))


def _records(
    document: Document, model: type[M], at: reading.Loc, data: Any = ...
) -> tuple[dict[int, M], list[Problem]]:
    rows = document.data if data is ... else data
    if not isinstance(rows, list) or not (rows or at):
        what = "a list of records is expected here" if rows else "the file is empty"
        why, mend = (
            (model.__doc__ or "").split("\n")[0],
            f"begin each record with “- {next(iter(model.model_fields))}:”",
        )
        return {}, [Problem(document.file, document.line(*at), what, why, mend)]
    valid: dict[int, M] = {}
    problems: list[Problem] = []
    untold = 0
    first_line: dict[str, int] = {}
    kind = {
        "LayerRole": "layer",
        "LayerWord": "layer",
        "WalkStep": "step",
        "Word": "word",
        "RecordSource": "record source",
    }.get(model.__name__, model.__name__.lower())
    for i, row in enumerate(rows):
        given = row if isinstance(row, dict) else {}
        id = next((str(given[key]) for key in ("id", "layer", "who", "asks", "claim") if given.get(key)), None)
        name = f"{kind} “{id}”" if id else f"{kind} {i + 1}"
        explained = len(problems) < EXPLAINED
        record, slips = _record(document, model, (*at, i), name, row, explained=explained)
        if record is not None:
            valid[i] = record
        if id and "id" in model.model_fields:
            line = document.line(*at, i, "id")
            if id in first_line:
                slips.append(
                    Problem(
                        document.file,
                        line,
                        f"{name}: the id stands twice (first in line {first_line[id]})",
                        "Links point to ids; two records with one id cannot both be meant.",
                        "rename one of the two",
                    )
                )
            first_line.setdefault(id, line)
        if explained:
            problems += slips
        else:
            untold += counted(slips)
    return valid, [*problems, more(document.file, untold)] if untold else problems


def _unknown(document: Document, parts: dict[str, type[BaseModel]]) -> list[Problem]:
    """The problems of a file that holds lists under names, but for those of the lists themselves."""
    first = next(iter(parts))
    if not isinstance(document.data, dict):
        what = "the file is empty" if document.data is None else "the file is not a group of fields"
        why = f"It holds {' and '.join(f'“{part}:”' for part in parts)}."
        return [Problem(document.file, 1, what, why, f"write “{first}:” with a list below it")]
    return few(
        Problem(
            document.file,
            document.line(key),
            f"“{key}” is not a list of this file",
            f"It holds {' and '.join(f'“{part}:”' for part in parts)}; unknown names are refused, so that none is lost.",
            "rename it, or move its records",
        )
        for key in document.data
        if key not in parts
    )


def _ids(document: Document, at: reading.Loc) -> dict[str, int]:
    rows: Any = document.data
    for key in at:
        rows = rows.get(key) if isinstance(rows, dict) else None
    if not isinstance(rows, list):
        return {}
    return {
        row["id"]: document.line(*at, i, "id")
        for i, row in enumerate(rows)
        if isinstance(row, dict) and isinstance(row.get("id"), str)
    }
