"""A record has all it needs: claims, derivations, names, layers, answers about openness."""

from __future__ import annotations

from collections.abc import Iterator

from narratives.library.problems import Problem
from narratives.library.reading import Loc
from narratives.library.rules.draft import Draft
from narratives.models import Claim, Derivation, LayerRole, Quantity, Quote
from narratives.semantics import deriving
from narratives.text import anchoring


def claims_have_what_they_need(draft: Draft) -> Iterator[Problem]:
    """An amount, or a missing one, needs measure and region; every claim a quote, a derivation or an absence; drift a rendering."""
    for i, claim in draft.claims.items():
        lacks = []
        if claim.quantity or (claim.absence and claim.type == "quantity"):
            lacks += [name for name in ("measure", "region") if getattr(claim, name) is None]
        if claim.quantity and claim.entity is None:
            lacks.append("entity")
        if claim.quantity and claim.absence:
            yield draft.problem(
                "claims.yaml",
                (i, "absence"),
                f"claim “{claim.id}”: both a quantity and an absence are given",
                "A figure is stated or it is missing.",
                "keep one of the two",
            )
        if claim.type == "quantity" and claim.quantity is None and claim.absence is None:
            lacks.append("quantity")
        if claim.quote is None and claim.derivation is None and claim.absence is None:
            lacks.append("quote")
        if claim.drift and claim.rendering_of is None:
            lacks.append("rendering_of")
        for name in lacks:
            yield draft.problem(
                "claims.yaml",
                (i,),
                f"claim “{claim.id}”: {name} is missing",
                Claim.model_fields[name].description or "",
                f"add “{name}:”",
            )


def derivations_compute(draft: Draft) -> Iterator[Problem]:
    """A derived amount is what its formula gives, bounds included; a conversion has rate, date and source."""
    for i, claim in draft.claims.items():
        if not claim.derivation:
            continue
        given = [claim.derivation.rate, claim.derivation.date, claim.derivation.source]
        if any(given) and not all(given):
            yield draft.problem(
                "claims.yaml",
                (i, "derivation"),
                f"claim “{claim.id}”: a conversion needs rate, date and source",
                "A rate without its day and source cannot be checked.",
                "add what is missing",
            )
        sources = {id: draft.claim(id) for id in claim.derivation.inputs}
        if None in sources.values():
            continue  # an input that is unknown or has a slip of its own is reported there
        inputs = {id: source.quantity for id, source in sources.items() if source and source.quantity}
        for at, what, why, mend in _miscomputed(claim, claim.derivation, inputs):
            yield draft.problem("claims.yaml", (i, *at), f"claim “{claim.id}”: {what}", why, mend)


def _miscomputed(
    claim: Claim, derivation: Derivation, inputs: dict[str, Quantity]
) -> Iterator[tuple[Loc, str, str, str]]:
    """(field, what, why, mend) where the formula cannot be computed, or gives another amount than is stated."""
    try:
        result = deriving.evaluate(derivation.formula, inputs)
        stated = deriving.bounds(claim.quantity) if claim.quantity else None
    except deriving.CannotDerive as error:
        what, why = f"the formula cannot be computed: {error}", "A derived number is checked by computing it again."
        yield ("derivation", "formula"), what, why, "mend the formula or its inputs"
        return
    if result != stated:
        sign, value = deriving.comparator_of(result)
        gives = f"{sign} {value:,f}" if value is not None else "a range"
        why = "Bounds go through arithmetic: at least half of more than 100 is more than 50."
        what = f"the formula gives {gives}, not the amount stated"
        yield ("quantity",), what, why, "put comparator and value right"


def names_that_differ_have_a_basis(draft: Draft) -> Iterator[Problem]:
    """A resolved name that differs from the printed one needs its basis and certainty."""
    for i, speaker in enumerate(draft.narrative.speakers if draft.narrative else ()):
        if any(printed.name != speaker.name for printed in speaker.as_printed) and not (
            speaker.basis and speaker.certainty
        ):
            yield draft.problem(
                "narrative.yaml",
                ("speakers", i, "as_printed"),
                f"speaker “{speaker.id}”: the printed name differs from “{speaker.name}”, but basis or certainty is missing",
                "Whoever puts another name in a person's place has to say why.",
                "add “basis:” with sources and “certainty:”",
            )


def layers_are_complete(draft: Draft) -> Iterator[Problem]:
    """A layer's role needs its words, an exclusion its reason in those words, and a layer stands once, bottom first."""
    order = {layer: place for place, layer in enumerate(draft.words.layers)}
    seen: set[str] = set()
    last = -1
    for i, role in draft.layers.items():
        name = f"layer “{role.layer}”"
        for field, what, why, mend in _unfounded(role, draft.quote(role.quote)):
            yield draft.problem("layers.yaml", (i, *field), f"{name}: {what}", why, mend)
        if role.layer in seen:
            why, mend = "One role a layer.", "join the two"
            yield draft.problem("layers.yaml", (i, "layer"), f"{name} stands twice", why, mend)
        if order.get(role.layer, last) < last:
            why, mend = "Layers are listed bottom first.", "order them as in the shared layers.yaml"
            yield draft.problem("layers.yaml", (i, "layer"), f"{name} is out of order", why, mend)
        seen.add(role.layer)
        last = max(last, order.get(role.layer, last))


def _unfounded(role: LayerRole, quote: Quote | None) -> Iterator[tuple[Loc, str, str, str]]:
    """(field, what, why, mend) of what a role says without words that say it."""
    excluded = role.participation == "excluded-by-choice"
    if role.participation != "not-stated" and role.quote is None:
        yield (), "quote is missing", "Participation is what the speaker says it is.", "add “quote:”"
    if excluded and not role.reason:
        why = "An exclusion is drawn with its reason."
        yield (), "reason is missing", why, "add “reason:” in the quote's words"
    if role.reason and quote and anchoring.normalise(role.reason) not in anchoring.normalise(quote.exact):
        what, why = (
            f"the reason does not stand in the quote “{quote.id}”",
            "The reason is shown as the speaker's own words.",
        )
        yield ("reason",), what, why, "copy it from the quote"


def openness_is_said_once(draft: Draft) -> Iterator[Problem]:
    """Each plain question about openness is answered once, and by a claim unless it is not stated."""
    seen: set[str] = set()
    for i, each in draft.openness.items():
        name = f"openness “{each.asks}”"
        if (each.answer == "not-stated") != (each.claim is None):
            what = f"{name}: claim is missing" if each.claim is None else f"{name}: a claim is named for “not-stated”"
            why = "What is stated leads to its words; what is not stated has none."
            mend = "add “claim:”, or write “answer: not-stated”" if each.claim is None else "remove the claim"
            yield draft.problem("stance.yaml", ("openness", i), what, why, mend)
        if each.asks in seen:
            yield draft.problem(
                "stance.yaml", ("openness", i, "asks"), f"{name} stands twice", "One answer a question.", "join the two"
            )
        seen.add(each.asks)
