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

from narratives import explaining, reading
from narratives.models import (
    Argument,
    Audit,
    Called,
    Claim,
    LayerRole,
    LayerWord,
    Measure,
    Narrative,
    Quote,
    Source,
    Stance,
    WalkStep,
    Word,
)
from narratives.problems import Problem
from narratives.reading import Document
from narratives.rules import Draft, Words

M = TypeVar("M", bound=BaseModel)
LISTS: dict[str, type[BaseModel]] = {
    "sources.yaml": Source,
    "quotes.yaml": Quote,
    "claims.yaml": Claim,
    "layers.yaml": LayerRole,
    "walkthrough.yaml": WalkStep,
}
LOCK = "audit.lock.yaml"
PACK_FILES = ("narrative.yaml", *LISTS, "stance.yaml", LOCK)
WORD_FILES: dict[str, type[Word]] = {
    "layers.yaml": LayerWord,
    "measures.yaml": Measure,
    "themes.yaml": Word,
    "terms.yaml": Word,
}


def folders(content: Path) -> list[Path]:
    """The narrative folders in ``content``, by name."""
    return sorted(path for path in content.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))


def load_words(content: Path) -> tuple[Words | None, list[Problem]]:
    """The closed words shared by all narratives, or the problems that keep every pack from being read."""
    found: dict[str, Mapping[str, Any]] = {}
    problems: list[Problem] = []
    for name, model in WORD_FILES.items():
        document = reading.read(content / name, f"{content.name}/{name}")
        if isinstance(document, Problem):
            problems.append(document)
            continue
        records, slips = _records(document, model, ())
        problems += slips
        found[name] = MappingProxyType({record.id: record for record in records.values()})
    if problems:
        return None, problems
    return Words(found["layers.yaml"], found["measures.yaml"], found["themes.yaml"], found["terms.yaml"]), []


def draft_of(folder: Path, words: Words, shown_as: str) -> tuple[Draft, list[Problem]]:
    """What of ``folder`` is valid record by record, and the problems of the rest; rules are not run here."""
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    was_audited = os.path.lexists(folder / LOCK)
    for name in PACK_FILES:
        if name == LOCK and not was_audited:
            continue  # the rule on audits says so for each quote
        found = reading.read(folder / name, f"{shown_as}/{name}")
        if isinstance(found, Problem):
            problems.append(found)
        else:
            documents[name] = found
    known: dict[str, dict[str, int]] = {
        "layer": dict.fromkeys(words.layers, 0),
        "measure": dict.fromkeys(words.measures, 0),
        "theme": dict.fromkeys(words.themes, 0),
    }
    valid: dict[str, dict[int, Any]] = {}
    for name, model in LISTS.items():
        if document := documents.get(name):
            valid[name], slips = _records(document, model, ())
            problems += slips
            kind = {"sources.yaml": "source", "quotes.yaml": "quote", "claims.yaml": "claim"}.get(name)
            if kind and document.data and isinstance(document.data, list):
                known[kind] = _ids(document, ())
    draft = Draft(
        words,
        documents,
        sources=valid.get("sources.yaml", {}),
        quotes=valid.get("quotes.yaml", {}),
        claims=valid.get("claims.yaml", {}),
        layers=valid.get("layers.yaml", {}),
        steps=valid.get("walkthrough.yaml", {}),
        known=known,
    )
    if document := documents.get("narrative.yaml"):
        narrative, slips = _record(document, Narrative, (), "narrative", document.data)
        problems += slips
        draft = replace(draft, narrative=narrative)
        known["speaker"] = _ids(document, ("speakers",))
    if document := documents.get("stance.yaml"):
        arguments, called, slips = _stance(document)
        known["argument"] = _ids(document, ("arguments",))
        problems += slips
        draft = replace(draft, arguments=arguments, called=called)
    if document := documents.get(LOCK):
        audit, slips = _record(document, Audit, (), "audit", document.data)
        problems += slips
        draft = replace(draft, audit=audit)
    return replace(draft, all_valid=not problems, audit_unreadable=was_audited and draft.audit is None), problems


def _record(
    document: Document, model: type[M], at: reading.Loc, name: str, data: Any
) -> tuple[M | None, list[Problem]]:
    if not isinstance(data, dict):
        what = f"{name} is empty" if data is None else f"{name} is not a group of fields"
        why = (model.__doc__ or "").split("\n")[0]
        return None, [Problem(document.file, document.line(*at), what, why, "write its fields")]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
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
    first_line: dict[str, int] = {}
    kind = {"LayerRole": "layer", "LayerWord": "layer", "WalkStep": "step", "Word": "word"}.get(
        model.__name__, model.__name__.lower()
    )
    for i, row in enumerate(rows):
        given = row if isinstance(row, dict) else {}
        id = next((str(given[key]) for key in ("id", "layer", "who") if given.get(key)), None)
        record, slips = _record(document, model, (*at, i), f"{kind} “{id}”" if id else f"{kind} {i + 1}", row)
        problems += slips
        if record is not None:
            valid[i] = record
        if id and "id" in model.model_fields:
            line = document.line(*at, i, "id")
            if id in first_line:
                problems.append(
                    Problem(
                        document.file,
                        line,
                        f"{kind} “{id}”: the id stands twice (first in line {first_line[id]})",
                        "Links point to ids; two records with one id cannot both be meant.",
                        "rename one of the two",
                    )
                )
            first_line.setdefault(id, line)
    return valid, problems


def _stance(document: Document) -> tuple[dict[int, Argument], dict[int, Called], list[Problem]]:
    data = document.data
    if not isinstance(data, dict):
        what = "the file is empty" if data is None else "the stance is not a group of fields"
        return (
            {},
            {},
            [Problem(document.file, 1, what, Stance.__doc__ or "", "write “arguments:” with a list below it")],
        )
    unknown = {key: None for key in data if key not in Stance.model_fields}
    problems: list[Problem] = _record(document, Stance, (), "stance", unknown)[1]
    arguments, slips = _records(document, Argument, ("arguments",), data.get("arguments") or [])
    called, more = _records(document, Called, ("called",), data.get("called") or [])
    return arguments, called, problems + slips + more


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
