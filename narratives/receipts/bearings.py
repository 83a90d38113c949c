"""The public record beside a claim: each fact with its verdict, what kind of fact it is, and its conversion."""

from __future__ import annotations

from dataclasses import dataclass

from narratives.library.packs import Pack
from narratives.models import Fact, Quantity, RecordSource, Ref, Verdict, dates
from narratives.receipts.reporting import address
from narratives.receipts.sentences import phrase_of
from narratives.semantics import converting, phrasing
from narratives.vocabulary.judgements import FACTS, RANKS, VERDICTS

FEW = 3  # facts with one reason that are told one by one


@dataclass(frozen=True)
class OnRecord:
    """A fact of the public record beside a claim, with its verdict and everything needed to doubt it.

    ``beside`` is the sentence of the claim, without its full stop. ``told`` says what kind of fact it is, of when, how it is
    counted and converted, and how sure we are; ``scope`` is of whom it is, "" where nobody is named.
    """

    ref: Ref
    claim: Ref
    beside: str
    verdict: Verdict
    why: str
    says: str
    snippet: str
    told: tuple[str, ...]
    scope: str
    computed: str
    note: str
    source: RecordSource
    rank: str
    report: str


@dataclass(frozen=True)
class Reason:
    """The facts that bear on a claim with one verdict and for one reason."""

    verdict: Verdict
    why: str
    facts: tuple[OnRecord, ...]

    @property
    def shared(self) -> bool:
        """Whether the reason is told once for all of the facts, which are too many to tell it with each."""
        return len(self.facts) >= FEW


@dataclass(frozen=True)
class Beside:
    """The public record beside a claim: how many facts, and the facts by their reasons.

    ``verdicts`` counts those that bear on the claim itself; where it only words again what they bear on, it is empty.
    """

    total: int
    verdicts: tuple[tuple[Verdict, int], ...]
    reasons: tuple[Reason, ...]


def beside(pack: Pack, claim: str, statement: str) -> Beside | None:
    """The public record beside a claim or, where nothing bears on it, beside the ``statement`` that it words again."""
    about = claim if bearing_on(pack, claim) else statement
    reasons = [
        Reason(verdict, why, tuple(on_record(pack, fact, about, verdict, why) for fact in facts))
        for verdict, why, facts in grouped(pack, about)
    ]
    if not reasons:
        return None
    return Beside(sum(len(each.facts) for each in reasons), tuple(counts(pack, claim).items()), tuple(reasons))


def verdicts(pack: Pack, fact: str) -> tuple[OnRecord, ...]:
    """A fact beside each claim that it bears on."""
    item = pack.facts[fact]
    return tuple(on_record(pack, item, each.claim, each.verdict, each.why) for each in item.bears_on)


def on_record(pack: Pack, fact: Fact, claim: str, verdict: Verdict, why: str) -> OnRecord:
    """One fact with what it means for one claim."""
    source, sentence = pack.record_sources[fact.source], phrase_of(pack, pack.claims[claim])
    report = address(pack, "fact", fact.id, fact.says)
    told = (
        FACTS[fact.kind].told.capitalize(),
        f"as of {dates.in_words(fact.as_of)}" if fact.as_of else "no day recorded",
        f"perimeter: {fact.perimeter}" if fact.perimeter else "",
        f"definition: {fact.definition or 'not stated'}" if fact.quantity else "",
        f"computed by us: {fact.computed}" if fact.computed else "",
        in_dollars(pack, fact),
        f"confidence {fact.confidence}",
    )
    return OnRecord(
        ref=Ref(pack.id, fact.id),
        claim=Ref(pack.id, claim),
        beside=sentence,
        verdict=verdict,
        why=why,
        says=fact.says,
        snippet=fact.snippet,
        told=tuple(part for part in told if part),
        scope=fact.entity.name if fact.entity else "",
        computed=fact.computed or "",
        note=fact.note or "",
        source=source,
        rank=RANKS[source.rank],
        report=report,
    )


def bearing_on(pack: Pack, claim: str) -> list[tuple[Fact, Verdict, str]]:
    """The facts set beside a claim, each with its verdict and why, disputes and qualifications first."""
    order = list(reversed(VERDICTS))
    found = [(f, b.verdict, b.why) for f in pack.facts.values() for b in f.bears_on if b.claim == claim]
    return sorted(found, key=lambda each: order.index(each[1]))


def grouped(pack: Pack, claim: str) -> list[tuple[Verdict, str, list[Fact]]]:
    """The facts set beside a claim, those of one verdict and one reason together, whatever is most particular first."""
    groups: dict[tuple[Verdict, str], list[Fact]] = {}
    for fact, verdict, why in bearing_on(pack, claim):
        groups.setdefault((verdict, why), []).append(fact)
    order = list(dict.fromkeys(verdict for verdict, _ in groups))
    ordered = sorted(groups, key=lambda group: (order.index(group[0]), len(groups[group]) >= FEW))
    return [(verdict, why, groups[verdict, why]) for verdict, why in ordered]


def with_record(pack: Pack) -> dict[str, str]:
    """The claims that any fact bears on, each id with its sentence, in the order of the narrative."""
    named = {bearing.claim for fact in pack.facts.values() for bearing in fact.bears_on}
    return {id: phrase_of(pack, claim) for id, claim in pack.claims.items() if id in named}


def counts(pack: Pack, claim: str) -> dict[Verdict, int]:
    """How many facts support, qualify and dispute a claim; verdicts without facts are left out."""
    verdicts = [verdict for _, verdict, _ in bearing_on(pack, claim)]
    return {verdict: n for verdict in VERDICTS if (n := verdicts.count(verdict))}


def in_dollars(pack: Pack, fact: Fact) -> str:
    """The conversion in words with its rate and day, “not converted …” without one, "" for dollars and other units."""
    if fact.quantity is None or fact.quantity.currency in (None, "USD") or fact.period is None:
        return ""
    day = fact.as_of if fact.as_of and fact.kind in ("guidance", "forecast", "pledge") else fact.period
    return conversion(pack, fact.quantity, dates.last_day(day))


def conversion(pack: Pack, quantity: Quantity, day: str) -> str:
    """An amount in another currency in dollars, with rate, day and source, or that no sourced rate is near."""
    made = converting.to_dollars(quantity, day, pack.words.rates.values())
    if made is None:
        return "not converted: no sourced rate within a year"
    rounded = made.quantity.model_copy(update={"comparator": "~"}) if quantity.comparator == "=" else made.quantity
    rate, when = made.rate, dates.in_words(made.rate.date)
    return f"{phrasing.amount(rounded)} at {rate.per_dollar} {rate.currency} per dollar on {when} ({rate.publisher})"


def period_of(fact: Fact) -> str:
    """The period in the source's words and as resolved: “fiscal 2026 (April 2025 to March 2026)”."""
    if fact.period is None:
        return fact.period_label or ""
    resolved = dates.in_words(fact.period)
    return f"{fact.period_label} ({resolved})" if fact.period_label else resolved
