"""Every id that a record names exists, nothing leads back to itself, and every quote is used."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from narratives.kinds import KINDS, NARRATIVE, WORDS
from narratives.problems import Problem
from narratives.rules.draft import Draft
from narratives.rules.mentions import mentions

# Where the records stand that others name, by the noun of their kind.
HOMES = {
    "speaker": NARRATIVE,
    **{kind.noun: f"the shared {kind.file}" for kind in WORDS},
    **{kind.noun: kind.file for kind in KINDS if kind.has_ids},
}
MANY = 500  # among more ids than a person writes, looking for the nearest would stall the dashboard


def references_resolve(draft: Draft) -> Iterator[Problem]:
    """Every id that a record names exists; both ends are shown."""
    for file, loc, record, kind, id in mentions(draft):
        known = draft.known.get(kind)
        if known is None or id in known:
            continue
        close = difflib.get_close_matches(id, known, n=1, cutoff=0.5) if len(known) < MANY else []
        home = HOMES[kind]
        if close:
            where = f" ({draft.documents[home].file}:{known[close[0]]})" if home in draft.documents else ""
            mend = f"write “{close[0]}”{where}"
        else:
            mend = f"add it to {home}, or name one that is there"
        name = ".".join(str(part) for part in loc[1:] if not isinstance(part, int)) or loc[0]
        yield draft.problem(
            file,
            loc,
            f"{record}: {name} names the {kind} “{id}”, which {home} does not have",
            "Every mark leads to the words it stands on; a broken reference breaks that.",
            mend,
        )


def quotes_are_used(draft: Draft) -> Iterator[Problem]:
    """A quote is used at least once or says why it stands alone."""
    used = {each.id for each in mentions(draft) if each.kind == "quote"}
    if not draft.all_valid or not used <= draft.known["quote"].keys():
        return  # a record with a slip, or a misspelt reference, may be what uses it
    for i, quote in draft.quotes.items():
        if quote.id not in used and not quote.alone:
            yield draft.problem(
                "quotes.yaml",
                (i, "id"),
                f"quote “{quote.id}”: nothing uses it",
                "Other people's words are kept only where they carry something.",
                "let a claim, layer, argument or step use it, add “alone:” with the reason, or remove it",
            )


def nothing_runs_in_a_circle(draft: Draft) -> Iterator[Problem]:
    """Arguments follow, renderings and derivations lead somewhere: no chain comes back to its start."""
    chains: list[tuple[str, str, dict[str, tuple[str, ...]], dict[str, tuple[str | int, ...]]]] = [
        (
            "stance.yaml",
            "argument",
            {a.id: a.follows for a in draft.arguments.values()},
            {a.id: ("arguments", i, "follows") for i, a in draft.arguments.items()},
        ),
        (
            "claims.yaml",
            "claim",
            {c.id: (c.rendering_of,) if c.rendering_of else () for c in draft.claims.values()},
            {c.id: (i, "rendering_of") for i, c in draft.claims.items()},
        ),
        (
            "claims.yaml",
            "claim",
            {c.id: c.derivation.inputs if c.derivation else () for c in draft.claims.values()},
            {c.id: (i, "derivation") for i, c in draft.claims.items()},
        ),
        (
            "quotes.yaml",
            "quote",
            {q.id: (q.answers,) if q.answers else () for q in draft.quotes.values()},
            {q.id: (i, "answers") for i, q in draft.quotes.items()},
        ),
    ]
    for file, kind, edges, places in chains:
        for start in edges:
            todo, seen = list(edges[start]), set[str]()
            while todo:
                id = todo.pop()
                if id == start:
                    yield draft.problem(
                        file,
                        places[start],
                        f"{kind} “{start}” leads back to itself",
                        "A circle has no ground to stand on.",
                        "remove one of its references",
                    )
                    break
                if id not in seen:
                    seen.add(id)
                    todo += edges.get(id, ())
