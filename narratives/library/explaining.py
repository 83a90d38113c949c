"""A validation error → a Problem that says what, why and how to mend it.

The *why* is the field's own description, so the guide, the schema and the problem never disagree.
"""

from __future__ import annotations

import difflib
import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from narratives.library.problems import EXPLAINED, Problem, more
from narratives.library.reading import Document, Loc

MODEL_NAMES_LOC = {
    "function-after[edtf(), str]",
    "function-after[iso_date(), str]",
    "function-after[web_address(), str]",
    "nullable",
    "str",
}


def problems(
    error: ValidationError, model: type[BaseModel], document: Document, at: Loc, record: str
) -> Iterator[Problem]:
    """One Problem a slip; ``at`` is where the record stands in the document, ``record`` how it is called.

    Of a record with very many slips the first are explained, and one Problem stands for the others.
    """
    said: set[Problem] = set()
    details = _details(error)
    for loc, detail in details[:EXPLAINED]:
        place = (*at, *loc)
        what, mend = _say(detail, loc, model)
        problem = Problem(document.file, document.line(*place), f"{record}: {what}", _why(detail, loc, model), mend)
        if problem not in said:
            said.add(problem)
            yield problem
    if left := number(error, EXPLAINED):
        yield more(document.file, left)


def number(error: ValidationError, skipped: int = 0) -> int:
    """In how many places a record has slips, without the first ``skipped`` messages: quick, since none is explained."""
    return len({loc for loc, _ in _details(error)[skipped:]})


def _details(error: ValidationError) -> list[tuple[Loc, ErrorDetails]]:
    """Every message that is one of its own, with its place in the record.

    A list that only counts as too short because of an item with a slip of its own is left out: that is reported there.
    """
    details = error.errors(include_url=False)
    holding = {each["loc"][:end] for each in details for end in range(len(each["loc"]))}
    found: list[tuple[Loc, ErrorDetails]] = []
    for detail in details:
        if detail["type"] == "too_short" and detail["loc"] in holding:
            continue
        loc = tuple(part for part in detail["loc"] if part not in MODEL_NAMES_LOC)
        if "[key]" in loc:  # what follows are the options that a key was tried against, one message each
            loc = loc[: loc.index("[key]")]
        found.append((loc, detail))
    return found


def _say(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> tuple[str, str]:
    name = ".".join(str(part) for part in loc) or "the record"
    given, kind, context = detail["input"], detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return f"{name} is missing", f"add “{loc[-1]}:” with its value"
    if kind == "extra_forbidden":
        known = list(_fields(model, loc[:-1]))
        close = difflib.get_close_matches(str(loc[-1]), known, n=1)
        return f"{name} is not a known field", f"write “{close[0]}”" if close else f"use one of {', '.join(known)}"
    if kind == "literal_error":
        allowed = [str(option) for option in _options(_annotation(model, loc))]
        close = (
            difflib.get_close_matches(str(given), allowed, n=1, cutoff=0.5) if len(str(given)) > 2 else []
        )  # not “=>”
        mend = f"write “{close[0]}”" if close else f"choose one of {', '.join(allowed)}"
        return f"{name} is “{_short(given)}”, not one of {', '.join(allowed)}", mend
    if given is None or kind == "string_too_short":
        return f"{name} is empty", f"write its value, or remove “{loc[-1] if loc else name}:”"
    if kind == "address":
        return f"{name} {context['what']}", context["mend"]
    if kind == "value_error":
        said = f"{name}: {context.get('error', detail['msg'])}" if loc else str(context.get("error", detail["msg"]))
        return f"{said}{_seen(given)}", "put it right, or ask what was meant"
    what, mend = _plain(detail)
    return f"{name} is {what}{_seen(given)}", mend


def _plain(detail: ErrorDetails) -> tuple[str, str]:
    """What a value is that is none of the kind it must be, and how to mend it."""
    context = detail.get("ctx", {})
    return {
        "finite_number": ("not a number", "write digits only"),
        "decimal_max_digits": ("too long a number", "write it with its scale"),
        "int_parsing_size": ("too long a number", "write the number as stated"),
        "decimal_parsing": ("not a number", "write digits only: the scale and currency have fields of their own"),
        "int_parsing": ("not a whole number", "write digits only"),
        "bool_parsing": ("neither true nor false", "write true or false"),
        "string_type": ("not plain text", "write the text behind the colon; quote it if it holds a colon"),
        "tuple_type": ("not a list", "write each item on its own line behind “- ”"),
        "dict_type": ("not a group of fields", "write each field on its own line, indented"),
        "model_type": ("not a group of fields", "write each field on its own line, indented"),
        "model_attributes_type": ("not a group of fields", "write each field on its own line, indented"),
        "string_pattern_mismatch": ("not written as it must be", f"it must match {context.get('pattern', '')}"),
        "string_too_long": (f"longer than {context.get('max_length', '')} characters", "shorten it"),
        "too_short": ("a list without items", "add at least one item"),
        "greater_than_equal": (f"below {context.get('ge', '')}", "write the number as stated"),
    }.get(detail["type"], (f"not right ({detail['msg']})", "put it right, or ask what was meant"))


def _why(detail: ErrorDetails, loc: Loc, model: type[BaseModel]) -> str:
    if detail["type"] == "extra_forbidden":
        return "Unknown fields are refused, so that a misspelt hedge cannot get lost in silence."
    steps = [part for part in loc if isinstance(part, str)]
    while steps:
        info = _fields(model, tuple(steps[:-1])).get(steps[-1])
        if info is not None and info.description:
            return info.description
        steps.pop()
    return (model.__doc__ or "").split("\n")[0]


def _fields(model: type[BaseModel], loc: Loc) -> dict[str, FieldInfo]:
    for part in loc:
        if isinstance(part, int):
            continue
        info = model.model_fields.get(part)
        inner = next(_models_in(info.annotation), None) if info else None
        if inner is None:
            return {}
        model = inner
    return dict(model.model_fields)


def _annotation(model: type[BaseModel], loc: Loc) -> Any:
    names = tuple(part for part in loc if isinstance(part, str))
    for end in range(len(names), 0, -1):
        info = _fields(model, names[: end - 1]).get(names[end - 1])
        if info is not None:
            return info.annotation
    return None


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _options(annotation: Any) -> Iterator[Any]:
    """The literal values an annotation allows, through unions, tuples and dict keys."""
    origin = get_origin(annotation)
    for argument in get_args(annotation):
        if origin in (Union, types.UnionType, tuple, dict):
            yield from _options(argument)
        elif isinstance(argument, str):
            yield argument
        else:
            yield from _options(argument)


def _short(given: Any) -> str:
    text = " ".join(str(given).split())
    return text if len(text) <= 60 else text[:57] + "…"


def _seen(given: Any) -> str:
    return f": “{_short(given)}”" if isinstance(given, (str, int, float)) else ""
