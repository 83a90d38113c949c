"""A document → its valid records, and the problems of the others: a slip in one keeps no other from being read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from narratives.library import explaining
from narratives.library.kinds import NAMED_BY, Kind
from narratives.library.problems import EXPLAINED, Problem, counted, few, more
from narratives.library.reading import Document, Loc

M = TypeVar("M", bound=BaseModel)


def whole(document: Document, model: type[M], name: str) -> tuple[M | None, list[Problem]]:
    """The record that a file is, called ``name``, or its slips."""
    return _record(document, model, (), name, document.data)


def listed(document: Document, kind: Kind) -> tuple[dict[int, Any], list[Problem]]:
    """The valid records of a kind by their place in its list, and the problems of the others."""
    rows = _rows(document, kind)
    if not isinstance(rows, list) or not (rows or kind.under):
        what = "a list of records is expected here" if rows else "the file is empty"
        mend = f"begin each record with “- {next(iter(kind.model.model_fields))}:”"
        return {}, [Problem(document.file, document.line(*kind.at), what, _promise(kind.model), mend)]
    valid: dict[int, Any] = {}
    problems: list[Problem] = []
    untold = 0
    first_line: dict[str, int] = {}
    for i, row in enumerate(rows):
        given = row if isinstance(row, dict) else {}
        id = next((str(given[key]) for key in NAMED_BY if given.get(key)), None)
        name = f"{kind.called or kind.noun} “{id}”" if id else f"{kind.called or kind.noun} {i + 1}"
        explained = len(problems) < EXPLAINED
        record, slips = _record(document, kind.model, (*kind.at, i), name, row, explained=explained)
        if record is not None:
            valid[i] = record
        if id and kind.has_ids:
            line = document.line(*kind.at, i, "id")
            if id in first_line:
                slips.append(_stands_twice(document.file, line, name, first_line[id]))
            first_line.setdefault(id, line)
        if explained:
            problems += slips
        else:
            untold += counted(slips)
    return valid, [*problems, more(document.file, untold)] if untold else problems


def unknown(document: Document, kinds: Sequence[Kind]) -> list[Problem]:
    """The problems of a file that holds lists under keys, but for those of the lists themselves."""
    holds = f"It holds {' and '.join(f'“{kind.under}:”' for kind in kinds)}"
    if not isinstance(document.data, dict):
        what = "the file is empty" if document.data is None else "the file is not a group of fields"
        return [Problem(document.file, 1, what, f"{holds}.", f"write “{kinds[0].under}:” with a list below it")]
    known = {kind.under for kind in kinds}
    return few(
        Problem(
            document.file,
            document.line(key),
            f"“{key}” is not a list of this file",
            f"{holds}; unknown names are refused, so that none is lost.",
            "rename it, or move its records",
        )
        for key in document.data
        if key not in known
    )


def ids(document: Document, at: Loc) -> dict[str, int]:
    """The line of every id in the list that stands ``at`` a place, valid or not; none where there is no list."""
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


def _rows(document: Document, kind: Kind) -> Any:
    """What stands where the list of a kind is expected; a list under a key may be left out."""
    if not kind.under:
        return document.data
    return (document.data.get(kind.under) if isinstance(document.data, dict) else None) or []


def _record(
    document: Document, model: type[M], at: Loc, name: str, data: Any, *, explained: bool = True
) -> tuple[M | None, list[Problem]]:
    """The record, or its slips; where they are not ``explained``, one Problem that says how many they are."""
    if not isinstance(data, dict):
        what = f"{name} is empty" if data is None else f"{name} is not a group of fields"
        return None, [Problem(document.file, document.line(*at), what, _promise(model), "write its fields")]
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        if not explained:
            return None, [more(document.file, explaining.number(error))]
        return None, list(explaining.problems(error, model, document, at, name))


def _stands_twice(file: str, line: int, name: str, first: int) -> Problem:
    what = f"{name}: the id stands twice (first in line {first})"
    why = "Links point to ids; two records with one id cannot both be meant."
    return Problem(file, line, what, why, "rename one of the two")


def _promise(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").split("\n")[0]
