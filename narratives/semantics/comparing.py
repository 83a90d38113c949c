"""Two claims → like for like, or the facets in which they differ.

Facets follow the SDMX notion of comparability. Measure, unit, period type, entity scope, nature and status must agree
before two amounts share an axis; voice is shown, but does not forbid. There is no override.
"""

from __future__ import annotations

from dataclasses import dataclass

from narratives.models import Claim, Fact, Period, dates
from narratives.semantics import phrasing
from narratives.vocabulary import bounds, firmness, voices


@dataclass(frozen=True)
class Facet:
    """One respect in which two claims agree or differ, with what each has there, in words."""

    name: str
    first: str
    second: str
    matters: bool

    @property
    def agrees(self) -> bool:
        return self.first == self.second and self.first != UNSTATED


@dataclass(frozen=True)
class Comparison:
    """All facets of two claims, and whether those that matter agree."""

    facets: tuple[Facet, ...]

    @property
    def differing(self) -> tuple[Facet, ...]:
        """The facets that matter and differ; empty where the two are like for like."""
        return tuple(facet for facet in self.facets if facet.matters and not facet.agrees)

    @property
    def comparable(self) -> bool:
        return not self.differing


UNSTATED = "unknown"


def compare(
    first: Claim, second: Claim, natures: tuple[str | None, str | None], statuses: tuple[str | None, str | None]
) -> Comparison:
    """Set two claims side by side; ``natures`` and ``statuses`` are theirs, with defaults from measure and type filled in."""
    rows = [
        ("measure", first.measure, second.measure, True),
        ("unit", unit(first), unit(second), True),
        ("period type", period_type(first), period_type(second), True),
        ("period", period(first), period(second), False),
        ("entity scope", entity_scope(first), entity_scope(second), True),
        ("region", first.region, second.region, False),
        ("nature", *natures, True),
        ("status", *statuses, True),
        ("bound", bound(first), bound(second), False),
        ("firmness", firmness.MODALITIES[first.modality], firmness.MODALITIES[second.modality], False),
        ("voice", voices.VOICES[first.voice].told, voices.VOICES[second.voice].told, False),
    ]
    return Comparison(tuple(Facet(name, a or UNSTATED, b or UNSTATED, matters) for name, a, b, matters in rows))


def beside(claim: Claim, fact: Fact, nature: str | None, fact_nature: str | None, status: str) -> Comparison:
    """Set a claim beside a fact of the public record; the same facets must agree, whatever it is a record of."""
    claimed = claim.status or ("forecast" if claim.type == "prediction" else "actual")
    other = _as_claim(fact)
    return compare(claim, other, (nature, fact_nature), (claimed, status))


def of_fact(fact: Fact) -> tuple[str | None, str | None, str | None]:
    """Unit, period type and entity scope of a fact: what facts on one axis have in common beside their measure."""
    claim = _as_claim(fact)
    return unit(claim), period_type(claim), entity_scope(claim)


def _as_claim(fact: Fact) -> Claim:
    period = Period.model_construct(stated=fact.period_label or fact.period or "", resolved=fact.period, recurs=None)
    return Claim.model_construct(
        id=fact.id,
        says=fact.says,
        type="quantity",
        voice="editor",
        measure=fact.measure,
        entity=fact.entity,
        region=fact.region,
        quantity=fact.quantity,
        period=period if fact.period else None,
    )


def unit(claim: Claim) -> str | None:
    """The currency or unit as stated."""
    return (claim.quantity.currency or claim.quantity.unit) if claim.quantity else None


def period_type(claim: Claim) -> str | None:
    """What stretch of time an amount covers: “one year”, “each year”, “one quarter”, “several years”, “up to a date”, “one day”."""
    if claim.period is None:
        return None
    if claim.period.recurs:
        return f"each {claim.period.recurs}"
    resolved = claim.period.resolved
    if resolved is None:
        return None
    if resolved.startswith(dates.OPEN):
        return "up to a date"
    if "/" in resolved:
        months = [
            int(day[:4]) * 12 + int(day[5:7]) for day in (dates.first_day(resolved) or "", dates.last_day(resolved))
        ]
        return _stretch(months[1] - months[0] + 1)
    return {4: "one year", 7: "one month"}.get(len(resolved), "one day")


def _stretch(months: int) -> str:
    """What a number of months is called; amounts of a quarter and of a year are not of one kind."""
    known = {1: "one month", 3: "one quarter", 6: "half a year", 12: "one year"}
    if months in known:
        return known[months]
    return f"{months} months" if months < 24 else "several years"


def period(claim: Claim) -> str | None:
    """The period itself in words, resolved where it is."""
    if claim.period is None:
        return None
    return dates.in_words(claim.period.resolved) if claim.period.resolved else claim.period.stated


def entity_scope(claim: Claim) -> str | None:
    """How much an amount covers: “four or five together”, “one alone”, “the whole world”; None where nobody said."""
    count = claim.entity.count if claim.entity else None
    if claim.entity and count:
        return f"{phrasing.count(claim.entity)} together" if count.high > 1 else "one alone"
    return "the whole world" if claim.entity and claim.region == "WORLD" else None


def bound(claim: Claim) -> str | None:
    """How the amount is bounded, as its comparator says."""
    if claim.quantity is None:
        return None
    return bounds.COMPARATORS[claim.quantity.comparator].before or "as a figure"
