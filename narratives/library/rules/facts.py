"""The public record is as careful as the interview: whole facts, each once; and every prediction is followed up."""

from __future__ import annotations

from collections.abc import Iterator

from narratives.library.problems import Problem
from narratives.library.reading import Loc
from narratives.library.rules.draft import Draft
from narratives.models import Fact, Forecast, dates
from narratives.semantics import hedging

LONG = 60
WHY_AMOUNT = "An amount without its scope, period and perimeter is set beside things that it is not about."


def facts_are_whole(draft: Draft) -> Iterator[Problem]:
    """A fact with an amount says of what, of whom, where, when and counted how far; its sentence holds the amount; a sum of ours its formula."""
    ours = {source.id for source in draft.record_sources.values() if source.rank == "own"}
    for i, fact in draft.facts.items():
        at: Loc = ("facts", i)
        if fact.quantity:
            for name in ("measure", "entity", "region", "period", "perimeter"):
                if getattr(fact, name) is None and not (name == "period" and fact.period_label):
                    what = f"fact “{fact.id}”: {name} is missing"
                    yield draft.problem("record.yaml", at, what, WHY_AMOUNT, f"add “{name}:”")
            for number in (fact.quantity.value, fact.quantity.low, fact.quantity.high):
                if number is not None and hedging.plain(abs(number)) not in fact.says:
                    what = f"fact “{fact.id}”: the sentence does not hold {hedging.plain(abs(number))}"
                    why = "The sentence is shown and copied by itself."
                    yield draft.problem("record.yaml", (*at, "says"), what, why, "write the amount out in it")
        if fact.source in ours and fact.computed is None:
            what = f"fact “{fact.id}”: computed is missing"
            why = "A reckoning of ours is checked by doing it again."
            yield draft.problem("record.yaml", at, what, why, "add “computed:” with the sum")
        if len(fact.snippet.split()) > LONG:
            what = f"fact “{fact.id}”: the snippet has more than {LONG} words"
            why = "Other people's writing is quoted no longer than is needed to check it."
            yield draft.problem("record.yaml", (*at, "snippet"), what, why, "keep the words that say it")


def facts_stand_once(draft: Draft) -> Iterator[Problem]:
    """No fact stands twice, and none has two verdicts on one claim."""
    seen: dict[object, str] = {}
    for i, fact in draft.facts.items():
        for key in _keys(fact):
            if seen.get(key, fact.id) != fact.id:  # one id that stands twice is reported as such
                what = f"fact “{fact.id}” is the same as “{seen[key]}”"
                why = "A fact that stands twice looks like two witnesses."
                mend = "remove one of the two; a second source goes into its note"
                yield draft.problem("record.yaml", ("facts", i, "id"), what, why, mend)
                break
        for key in _keys(fact):
            seen.setdefault(key, fact.id)
        claims = [bearing.claim for bearing in fact.bears_on]
        for k, claim in enumerate(claims):
            if claim in claims[:k]:
                what = f"fact “{fact.id}” bears on the claim “{claim}” twice"
                why = "One verdict with its reason; two would cancel each other."
                yield draft.problem("record.yaml", ("facts", i, "bears_on", k, "claim"), what, why, "join the two")


def _keys(fact: Fact) -> list[object]:
    """What two facts may not share: the sentence; or amount, measure, scope, period, kind, day and source together."""
    keys: list[object] = [" ".join(fact.says.casefold().split())]
    if fact.quantity and fact.entity:
        name = fact.entity.name.casefold()
        keys.append(
            (fact.quantity, fact.measure, name, fact.period, fact.kind, fact.as_of, fact.source, fact.definition)
        )
    return keys


def predictions_are_followed_up(draft: Draft) -> Iterator[Problem]:
    """Where a ledger of forecasts is kept, every prediction stands in it once, with a state that its period allows."""
    if "claims.yaml" not in draft.documents or "forecasts.yaml" not in draft.documents or not draft.all_valid:
        return  # a record with a slip may be the one that is missed
    ledger: dict[str, int] = {}
    why = "A prediction that nobody comes back to is remembered only when it held."
    for i, forecast in draft.forecasts.items():
        name = f"forecast “{forecast.claim}”"
        if forecast.claim in ledger:
            yield draft.problem(
                "forecasts.yaml", (i, "claim"), f"{name} stands twice", "One state a prediction.", "join the two"
            )
        ledger.setdefault(forecast.claim, i)
        claim = draft.claim(forecast.claim)
        if claim is None:
            continue
        if claim.type != "prediction" or claim.rendering_of:
            what = f"{name} names a claim that is no prediction of its own"
            yield draft.problem("forecasts.yaml", (i, "claim"), what, why, "name a claim of type “prediction”")
            continue
        resolved = claim.period.resolved if claim.period else None
        due = dates.last_day(resolved) if resolved else None
        if slip := _untimely(forecast, due):
            what = f"{name}: the state is “{forecast.state}”, but {slip}"
            mend = "write “cannot-be-judged”" if due is None else "put state or day right"
            yield draft.problem("forecasts.yaml", (i, "state"), what, why, mend)
    for i, claim in draft.claims.items():
        if claim.type == "prediction" and not claim.rendering_of and claim.id not in ledger:
            what = f"claim “{claim.id}” is a prediction and has no entry in forecasts.yaml"
            yield draft.problem(
                "claims.yaml", (i, "type"), what, why, f"add “- claim: {claim.id}” there with its state"
            )


def _untimely(forecast: Forecast, due: str | None) -> str:
    """Why the day on which a prediction falls due does not allow its state; empty where it does."""
    if due is None:
        return "the prediction names no time at which it falls due" * (forecast.state != "cannot-be-judged")
    if forecast.state == "open" and due < forecast.judged:
        return f"it fell due on {due}"
    if forecast.state in ("held", "did-not-hold") and due > forecast.judged:
        return f"it falls due only on {due}"
    return ""
