"""Every id by which a record names another: where it stands, and what kind of record it should be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from narratives.library.reading import Loc
from narratives.library.rules.draft import Draft

# What stands out in an exhibit, where it is no claim; a test holds it to what exhibits declare.
EMPHASISED = {"layer-stack": "layer", "argument": "argument"}


class Mention(NamedTuple):
    """One id: the file and place it stands in, the record that names it, and what kind of record it should be."""

    file: str
    place: Loc
    record: str
    kind: str
    id: str


def mentions(draft: Draft) -> Iterator[Mention]:
    """All ids that the records of a draft name, file by file."""
    for of in (_quotes, _claims, _layers, _stance, _steps, _renderings, _facts, _forecasts, _narrative):
        yield from of(draft)


def _each(file: str, at: Loc, record: str, kind: str, ids: Iterable[str | None]) -> Iterator[Mention]:
    return (Mention(file, at, record, kind, id) for id in ids if id is not None)


def _quotes(draft: Draft) -> Iterator[Mention]:
    file = "quotes.yaml"
    for i, quote in draft.quotes.items():
        name = f"quote “{quote.id}”"
        yield from _each(file, (i, "source"), name, "source", [quote.source])
        yield from _each(file, (i, "by"), name, "speaker", [quote.by])
        yield from _each(file, (i, "answers"), name, "quote", [quote.answers])
        yield from _each(file, (i, "themes"), name, "theme", quote.themes)
        yield from _each(file, (i, "layers"), name, "layer", quote.layers)
        yield from _each(file, (i, "speaks_to"), name, "question", quote.speaks_to)


def _claims(draft: Draft) -> Iterator[Mention]:
    file = "claims.yaml"
    for i, claim in draft.claims.items():
        name = f"claim “{claim.id}”"
        yield from _each(file, (i, "quote"), name, "quote", [claim.quote])
        yield from _each(file, (i, "assents_to"), name, "quote", [claim.assents_to])
        yield from _each(file, (i, "rendering_of"), name, "claim", [claim.rendering_of])
        yield from _each(file, (i, "measure"), name, "measure", [claim.measure])
        if claim.absence:
            yield from _each(file, (i, "absence", "asked"), name, "quote", [claim.absence.asked])
            yield from _each(file, (i, "absence", "instead"), name, "claim", claim.absence.instead)
        if claim.derivation:
            yield from _each(file, (i, "derivation", "inputs"), name, "claim", claim.derivation.inputs)
            yield from _each(file, (i, "derivation", "source"), name, "source", [claim.derivation.source])


def _layers(draft: Draft) -> Iterator[Mention]:
    file = "layers.yaml"
    for i, role in draft.layers.items():
        name = f"layer “{role.layer}”"
        yield from _each(file, (i, "layer"), name, "layer", [role.layer])
        yield from _each(file, (i, "quote"), name, "quote", [role.quote])
        for k, product in enumerate(role.products):
            yield from _each(file, (i, "products", k, "quote"), name, "quote", [product.quote])


def _stance(draft: Draft) -> Iterator[Mention]:
    file = "stance.yaml"
    for i, argument in draft.arguments.items():
        name = f"argument “{argument.id}”"
        yield from _each(file, ("arguments", i, "quote"), name, "quote", [argument.quote])
        yield from _each(file, ("arguments", i, "follows"), name, "argument", argument.follows)
        yield from _each(file, ("arguments", i, "theme"), name, "theme", [argument.theme])
    for i, called in draft.called.items():
        yield from _each(file, ("called", i, "claim"), f"called “{called.who}”", "claim", [called.claim])
    for i, each in draft.openness.items():
        yield from _each(file, ("openness", i, "claim"), f"openness “{each.asks}”", "claim", [each.claim])


def _steps(draft: Draft) -> Iterator[Mention]:
    file = "walkthrough.yaml"
    for i, step in draft.steps.items():
        name, state = f"step “{step.id}”", step.state
        yield from _each(file, (i, "quotes"), name, "quote", step.quotes)
        yield from _each(file, (i, "state", "measures"), name, "measure", state.measures)
        yield from _each(file, (i, "state", "claims"), name, "claim", state.claims)
        yield from _each(file, (i, "state", "arguments"), name, "argument", state.arguments)
        yield from _each(file, (i, "state", "first"), name, "claim", [state.first])
        yield from _each(file, (i, "state", "second"), name, "claim", [state.second])
        kind = EMPHASISED.get(step.exhibit or "", "claim")
        yield from _each(file, (i, "state", "emphasis"), name, kind, state.emphasis)
        for k, sentence in enumerate(step.caption):
            yield from _each(file, (i, "caption", k, "claims"), name, "claim", sentence.claims)


def _renderings(draft: Draft) -> Iterator[Mention]:
    file = "renderings.yaml"
    for i, rendering in draft.renderings.items():
        name = f"rendering “{rendering.id}”"
        yield from _each(file, (i, "of"), name, "claim", [rendering.of])
        yield from _each(file, (i, "source"), name, "source", [rendering.source])
        yield from _each(file, (i, "measure"), name, "measure", [rendering.measure])


def _facts(draft: Draft) -> Iterator[Mention]:
    file = "record.yaml"
    for i, fact in draft.facts.items():
        name = f"fact “{fact.id}”"
        yield from _each(file, ("facts", i, "source"), name, "record source", [fact.source])
        yield from _each(file, ("facts", i, "measure"), name, "measure", [fact.measure])
        for k, bearing in enumerate(fact.bears_on):
            yield from _each(file, ("facts", i, "bears_on", k, "claim"), name, "claim", [bearing.claim])


def _forecasts(draft: Draft) -> Iterator[Mention]:
    file = "forecasts.yaml"
    for i, forecast in draft.forecasts.items():
        name = f"forecast “{forecast.claim}”"
        yield from _each(file, (i, "claim"), name, "claim", [forecast.claim])
        yield from _each(file, (i, "evidence"), name, "fact", forecast.evidence)


def _narrative(draft: Draft) -> Iterator[Mention]:
    file, narrative = "narrative.yaml", draft.narrative
    if narrative is None:
        return
    for page, finding in narrative.findings.items():
        yield from _each(file, ("findings", page, "claims"), f"finding “{page}”", "claim", finding.claims)
    yield from _each(file, ("key_figures",), "narrative", "claim", narrative.key_figures)
    for k, basis in enumerate(narrative.occasion.basis):
        yield from _each(file, ("occasion", "basis", k, "source"), "occasion", "source", [basis.source])
    for i, speaker in enumerate(narrative.speakers):
        for k, basis in enumerate(speaker.basis):
            place = ("speakers", i, "basis", k, "source")
            yield from _each(file, place, f"speaker “{speaker.id}”", "source", [basis.source])
