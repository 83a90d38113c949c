"""Every id that a record names exists, nothing leads back to itself, and every quote is used."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from typing import Any

from narratives.problems import Problem
from narratives.rules.draft import Draft

FILES = {
    "source": "sources.yaml",
    "quote": "quotes.yaml",
    "claim": "claims.yaml",
    "argument": "stance.yaml",
    "speaker": "narrative.yaml",
    "record source": "record.yaml",
    "fact": "record.yaml",
}
MANY = 500  # among more ids than a person writes, looking for the nearest would stall the dashboard


def references_resolve(draft: Draft) -> Iterator[Problem]:
    """Every id that a record names exists; both ends are shown."""
    for file, loc, record, kind, id in _references(draft):
        known = draft.known.get(kind)
        if known is None or id in known:
            continue
        close = difflib.get_close_matches(id, known, n=1, cutoff=0.5) if len(known) < MANY else []
        home = FILES.get(kind, f"the shared {kind}s.yaml")
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


def _references(draft: Draft) -> Iterator[tuple[str, tuple[str | int, ...], str, str, str]]:
    """(file, place, record, kind, id) of every reference in the draft."""

    def many(
        file: str, at: tuple[str | int, ...], record: str, kind: str, ids: Collection[str | None]
    ) -> Iterator[Any]:
        for id in ids:
            if id is not None:
                yield file, at, record, kind, id

    for i, quote in draft.quotes.items():
        name = f"quote “{quote.id}”"
        yield from many("quotes.yaml", (i, "source"), name, "source", [quote.source])
        yield from many("quotes.yaml", (i, "by"), name, "speaker", [quote.by])
        yield from many("quotes.yaml", (i, "answers"), name, "quote", [quote.answers])
        yield from many("quotes.yaml", (i, "themes"), name, "theme", quote.themes)
        yield from many("quotes.yaml", (i, "layers"), name, "layer", quote.layers)
        yield from many("quotes.yaml", (i, "speaks_to"), name, "question", quote.speaks_to)
    for i, claim in draft.claims.items():
        name = f"claim “{claim.id}”"
        yield from many("claims.yaml", (i, "quote"), name, "quote", [claim.quote])
        yield from many("claims.yaml", (i, "assents_to"), name, "quote", [claim.assents_to])
        yield from many("claims.yaml", (i, "rendering_of"), name, "claim", [claim.rendering_of])
        yield from many("claims.yaml", (i, "measure"), name, "measure", [claim.measure])
        if claim.absence:
            yield from many("claims.yaml", (i, "absence", "asked"), name, "quote", [claim.absence.asked])
            yield from many("claims.yaml", (i, "absence", "instead"), name, "claim", claim.absence.instead)
        if claim.derivation:
            yield from many("claims.yaml", (i, "derivation", "inputs"), name, "claim", claim.derivation.inputs)
            yield from many("claims.yaml", (i, "derivation", "source"), name, "source", [claim.derivation.source])
    for i, role in draft.layers.items():
        name = f"layer “{role.layer}”"
        yield from many("layers.yaml", (i, "layer"), name, "layer", [role.layer])
        yield from many("layers.yaml", (i, "quote"), name, "quote", [role.quote])
        for k, product in enumerate(role.products):
            yield from many("layers.yaml", (i, "products", k, "quote"), name, "quote", [product.quote])
    for i, argument in draft.arguments.items():
        name = f"argument “{argument.id}”"
        yield from many("stance.yaml", ("arguments", i, "quote"), name, "quote", [argument.quote])
        yield from many("stance.yaml", ("arguments", i, "follows"), name, "argument", argument.follows)
        yield from many("stance.yaml", ("arguments", i, "theme"), name, "theme", [argument.theme])
    for i, called in draft.called.items():
        yield from many("stance.yaml", ("called", i, "claim"), f"called “{called.who}”", "claim", [called.claim])
    for i, each in draft.openness.items():
        yield from many("stance.yaml", ("openness", i, "claim"), f"openness “{each.asks}”", "claim", [each.claim])
    for i, step in draft.steps.items():
        name = f"step “{step.id}”"
        yield from many("walkthrough.yaml", (i, "quotes"), name, "quote", step.quotes)
        state = step.state
        yield from many("walkthrough.yaml", (i, "state", "measures"), name, "measure", state.measures)
        yield from many("walkthrough.yaml", (i, "state", "claims"), name, "claim", state.claims)
        yield from many("walkthrough.yaml", (i, "state", "arguments"), name, "argument", state.arguments)
        yield from many("walkthrough.yaml", (i, "state", "first"), name, "claim", [state.first])
        yield from many("walkthrough.yaml", (i, "state", "second"), name, "claim", [state.second])
        kind = {"layer-stack": "layer", "argument": "argument"}.get(step.exhibit or "", "claim")
        yield from many("walkthrough.yaml", (i, "state", "emphasis"), name, kind, state.emphasis)
        for k, sentence in enumerate(step.caption):
            yield from many("walkthrough.yaml", (i, "caption", k, "claims"), name, "claim", sentence.claims)
    for i, rendering in draft.renderings.items():
        name = f"rendering “{rendering.id}”"
        yield from many("renderings.yaml", (i, "of"), name, "claim", [rendering.of])
        yield from many("renderings.yaml", (i, "source"), name, "source", [rendering.source])
        yield from many("renderings.yaml", (i, "measure"), name, "measure", [rendering.measure])
    for i, fact in draft.facts.items():
        name = f"fact “{fact.id}”"
        yield from many("record.yaml", ("facts", i, "source"), name, "record source", [fact.source])
        yield from many("record.yaml", ("facts", i, "measure"), name, "measure", [fact.measure])
        for k, bearing in enumerate(fact.bears_on):
            yield from many("record.yaml", ("facts", i, "bears_on", k, "claim"), name, "claim", [bearing.claim])
    for i, forecast in draft.forecasts.items():
        name = f"forecast “{forecast.claim}”"
        yield from many("forecasts.yaml", (i, "claim"), name, "claim", [forecast.claim])
        yield from many("forecasts.yaml", (i, "evidence"), name, "fact", forecast.evidence)
    if draft.narrative:
        for page, finding in draft.narrative.findings.items():
            yield from many(
                "narrative.yaml", ("findings", page, "claims"), f"finding “{page}”", "claim", finding.claims
            )
        yield from many("narrative.yaml", ("key_figures",), "narrative", "claim", draft.narrative.key_figures)
        for k, basis in enumerate(draft.narrative.occasion.basis):
            yield from many("narrative.yaml", ("occasion", "basis", k, "source"), "occasion", "source", [basis.source])
        for i, speaker in enumerate(draft.narrative.speakers):
            for k, basis in enumerate(speaker.basis):
                place = ("speakers", i, "basis", k, "source")
                yield from many("narrative.yaml", place, f"speaker “{speaker.id}”", "source", [basis.source])


def quotes_are_used(draft: Draft) -> Iterator[Problem]:
    """A quote is used at least once or says why it stands alone."""
    used = {id for _, _, _, kind, id in _references(draft) if kind == "quote"}
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
