"""Two claims → like for like, or the facets in which they differ.

Facets follow the SDMX notion of comparability. Measure, unit, period type, entity scope, nature and status must agree
before two amounts share an axis; voice is shown, but does not forbid. There is no override.
"""

from __future__ import annotations

from dataclasses import dataclass

from narratives import dates, phrasing
from narratives.models import Claim


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
        ("firmness", phrasing.MODALITIES[first.modality], phrasing.MODALITIES[second.modality], False),
        ("voice", phrasing.VOICES[first.voice], phrasing.VOICES[second.voice], False),
    ]
    return Comparison(tuple(Facet(name, a or UNSTATED, b or UNSTATED, matters) for name, a, b, matters in rows))


def unit(claim: Claim) -> str | None:
    """The currency or unit as stated."""
    return (claim.quantity.currency or claim.quantity.unit) if claim.quantity else None


def period_type(claim: Claim) -> str | None:
    """What stretch of time an amount covers: “one year”, “each year”, “several years”, “up to a date”, “one day”."""
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
        return "several years"
    return {4: "one year", 7: "one month"}.get(len(resolved), "one day")


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
    return phrasing.COMPARATORS[claim.quantity.comparator] or "as a figure"
