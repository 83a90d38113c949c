"""What the quote hedges, its claim hedges too: no doubt, condition, bound or count of the quote is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from narratives.library.problems import Problem
from narratives.library.rules.draft import Draft
from narratives.library.rules.numerals import SPELLED
from narratives.models import Quantity
from narratives.semantics import hedging
from narratives.vocabulary.units import SCALES

_SMALL = rf"(?:\d{{1,2}}|{'|'.join(SPELLED)})"
_OTHER = rf"{'|'.join(SCALES)}|percent|is|was|has|as|this|its|us"  # what is no part of the counted thing
UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "times", "dollars", "euros", "points", "others")
SEVERAL = re.compile(  # “four or five leading companies”: two numbers, at most three words, a plural
    rf"(?<![\w$€£¥.,-])(?P<low>{_SMALL})\s+or\s+(?P<high>{_SMALL})\s+"
    rf"(?:(?!(?:{_OTHER})\b)[\w.’'-]+\s+){{0,3}}?(?!(?:{_OTHER})\b)(?P<noun>[\w-]*[a-z]s)(?!\w)",
    re.IGNORECASE,
)


def doubts_are_not_left_out(draft: Draft) -> Iterator[Problem]:
    """“Possibly” before the number, or “in theory” at the beginning of a quote, forbids a claim that is asserted."""
    used = Counter(id for claim in draft.claims.values() for id in {claim.quote, claim.assents_to} if id)
    for i, claim, words in draft.with_words():
        quote = draft.quote(claim.quote)
        if claim.derivation or claim.absence or (claim.reasons and claim.reasons.modality):
            continue
        number, unit, scale = _figure(claim.quantity)
        alone = draft.all_valid and used[claim.quote or ""] == 1  # what has a slip of its own may use the quote too
        opening = hedging.opening_condition(quote.exact) if quote else ""
        doubt = hedging.doubt(words) if number is None and alone else ""
        if number is not None:
            doubt = hedging.doubt_before(words, number, unit, scale)
        if opening and claim.modality not in ("possible", "conditional"):
            said, needed = f"begins with “{opening}”", "conditional"
        elif doubt and claim.modality == "asserted":
            said, needed = f"has “{doubt}”" + (" before the number" if number is not None else ""), "possible"
        else:
            continue
        yield draft.problem(
            "claims.yaml",
            (i, "modality"),
            f"claim “{claim.id}”: the quote “{claim.quote}” {said}, but modality is “{claim.modality}”",
            "A doubt that is left out here is lost on every page.",
            f"write “modality: {needed}”, or give reasons.modality",
        )


def bounds_are_not_left_out(draft: Draft) -> Iterator[Problem]:
    """“More than” and “about” before the number forbid a comparator “=”."""
    for i, claim, words in draft.with_words():
        if not claim.quantity or claim.derivation or (claim.reasons and claim.reasons.comparator):
            continue
        number, unit, scale = _figure(claim.quantity)
        if claim.quantity.comparator != "=" or number is None:
            continue
        if dropped := hedging.dropped_hedge(words, number, unit, scale):
            yield draft.problem(
                "claims.yaml",
                (i, "quantity"),
                f"claim “{claim.id}”: the quote “{claim.quote}” has “{dropped}” before the number, but comparator is “=”",
                "A hedge that is left out here is lost on every page.",
                "give the comparator that the word carries, or reasons.comparator",
            )


def counts_are_not_left_out(draft: Draft) -> Iterator[Problem]:
    """“Four or five companies” in the quote of an amount is kept as the count of its scope."""
    for i, claim, words in draft.with_words():
        if not claim.quantity or claim.derivation or not claim.entity or claim.entity.count:
            continue
        stated = {claim.quantity.value, claim.quantity.low, claim.quantity.high}
        for found in SEVERAL.finditer(words):
            low, high = (int(SPELLED.get(found[end].lower(), found[end])) for end in ("low", "high"))
            if found["noun"].lower() in UNITS or stated & {Decimal(low), Decimal(high)}:
                continue
            yield draft.problem(
                "claims.yaml",
                (i, "entity"),
                f"claim “{claim.id}”: the quote “{claim.quote}” has “{found[0]}”, but entity has no count",
                "How many are meant is part of the statement; without it an amount of several reads as one of one.",
                f"add “count: {{low: {low}, high: {high}}}”, or quote only the words of this amount",
            )
            break


def _figure(quantity: Quantity | None) -> tuple[Decimal | None, str | None, str | None]:
    """Number, unit and scale of an amount; of a range its lower end."""
    if quantity is None:
        return None, None, None
    return (quantity.value if quantity.value is not None else quantity.low), quantity.unit, quantity.scale
