"""The editors' field guide, written from the models: ``content/README.md`` is this module's output."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from narratives.library import editions, rules
from narratives.library.kinds import FILES, SHARED, TOURS_FILE

INTRODUCTION = """# Content: a field guide for editors

This page is written from the models by `python -m narratives guide --write`; a test keeps it current.

One folder is one narrative; the folder’s name is its permanent id. Three commands help:

    python -m narratives check                       # every problem in one run: file, line, what, why, how to mend
    python -m narratives verify --sources DIR        # finds each quote in the source texts, writes audit.lock.yaml
    python -m narratives export NARRATIVE            # all claims as one table

Every value is read as text and then judged by its field, so `no` stays “no” and `2024-07` stays a month. Quote a value
that begins with `>`, `<`, `=`, `*`, `&`, `#` or holds a colon and a blank. Anchors, aliases and tags are refused.
The texts of the sources stay outside this project: they are other people’s writing, and only short quotes are kept.
"""


CHANGES = f"""## `<narrative>/{editions.FILE}`

What changed from edition to edition, the newest first. An edition is named after what the narrative’s files say: comments,
quotation marks, the order of keys, the audit lock and `reviewed` do not count. `check` names it when the list is behind.
A name that was given before stays valid behind “formerly”, as in the example; most headings need none.
Verbs: {", ".join(editions.VERBS)}. Kinds: {", ".join(editions.LISTED)}.

    # Changes

    ## 2026-11-23 · edition 1a2b3c4d5e · formerly 0f9e8d7c6b

    - corrected claim `us-capex-next-year`: the bound is “more than”, not “at least”.
    - added facts `amazon-capex-2024`, `amazon-capex-2025`.
"""


def markdown() -> str:
    """The whole guide, ending in one newline."""
    parts, shared = [INTRODUCTION], (*SHARED, TOURS_FILE)
    for file in FILES:
        parts.append(f"## `<narrative>/{file.name}`\n\n{file.sentence}\n")
        parts += [_table(model) for model in file.shown]
    parts += [
        CHANGES,
        f"## Shared: {', '.join(f'`{file.name}`' for file in shared)}\n\n"
        "The closed words of all narratives, the rates that amounts are converted at, where errors are reported, and the "
        "walkthroughs that compare narratives. The last four may be left out.\n",
    ]
    parts += [_table(model) for model in dict.fromkeys(model for file in shared for model in file.shown)]
    promises = "\n".join(f"- {_first(rule)}" for rule in (*rules.RULES, rules.AUDIT))
    parts.append(f"## What `check` holds every pack to\n\n{promises}\n")
    return "\n".join(parts)


def _table(model: type[BaseModel]) -> str:
    rows = [
        f"### {model.__name__}\n",
        f"{_first(model)}\n",
        "| field | needed | value | meaning |",
        "|---|---|---|---|",
    ]
    for name, info in model.model_fields.items():
        needed = "yes" if info.is_required() else ""
        meaning = (info.description or "").replace("|", "\\|")
        rows.append(f"| `{name}` | {needed} | {_value(info)} | {meaning} |")
    return "\n".join(rows) + "\n"


def _value(info: FieldInfo) -> str:
    return _kind(info.annotation).replace("|", "\\|")


def _kind(annotation: Any) -> str:
    origin, arguments = get_origin(annotation), [a for a in get_args(annotation) if a not in (type(None), ...)]
    if origin is Annotated:
        return _kind(arguments[0])
    if origin in (Union, types.UnionType):
        return " or ".join(_kind(argument) for argument in arguments)
    if origin is tuple:
        return f"list of {_kind(arguments[0])}"
    if origin is dict:
        return f"{_kind(arguments[1])} for each of {_kind(arguments[0])}"
    if arguments and all(isinstance(argument, str) for argument in arguments):
        return ", ".join(f"`{argument}`" for argument in arguments)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation.__name__
    return {"str": "text", "int": "whole number", "Decimal": "number", "bool": "`true` or `false`"}.get(
        getattr(annotation, "__name__", "str"), "text"
    )


def _first(thing: Any) -> str:
    return (thing.__doc__ or "").split("\n")[0]
