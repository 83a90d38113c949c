"""What follows from, words again, is derived from or answers something never comes back to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from narratives.library.problems import Problem
from narratives.library.reading import Loc
from narratives.library.rules.draft import Draft


def nothing_runs_in_a_circle(draft: Draft) -> Iterator[Problem]:
    """Arguments follow, renderings and derivations lead somewhere: no chain comes back to its start."""
    for file, kind, edges, places in _chains(draft):
        for start in edges:
            if _leads_back(start, edges):
                yield draft.problem(
                    file,
                    places[start],
                    f"{kind} “{start}” leads back to itself",
                    "A circle has no ground to stand on.",
                    "remove one of its references",
                )


def _chains(draft: Draft) -> Iterator[tuple[str, str, dict[str, tuple[str, ...]], dict[str, Loc]]]:
    """(file, kind, what each record leads to, where it says so) of the four kinds of reference that can run in a circle."""
    arguments, claims, quotes = draft.arguments.items(), draft.claims.items(), draft.quotes.items()
    yield (
        "stance.yaml",
        "argument",
        {each.id: each.follows for _, each in arguments},
        {each.id: ("arguments", i, "follows") for i, each in arguments},
    )
    yield (
        "claims.yaml",
        "claim",
        {each.id: (each.rendering_of,) if each.rendering_of else () for _, each in claims},
        {each.id: (i, "rendering_of") for i, each in claims},
    )
    yield (
        "claims.yaml",
        "claim",
        {each.id: each.derivation.inputs if each.derivation else () for _, each in claims},
        {each.id: (i, "derivation") for i, each in claims},
    )
    yield (
        "quotes.yaml",
        "quote",
        {each.id: (each.answers,) if each.answers else () for _, each in quotes},
        {each.id: (i, "answers") for i, each in quotes},
    )


def _leads_back(start: str, edges: Mapping[str, tuple[str, ...]]) -> bool:
    todo, seen = list(edges[start]), set[str]()
    while todo:
        id = todo.pop()
        if id == start:
            return True
        if id not in seen:
            seen.add(id)
            todo += edges.get(id, ())
    return False
