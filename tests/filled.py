"""The made-up library with every free text filled in words of its own: what is left out, or taken from elsewhere, is seen.

No two records say the same there. Nothing of it was checked by `check` or `verify`; it is for what is told of a record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from narratives.library.packs import Pack
from narratives.models import Claim, Fact, LayerRole, Quote, Rate, RecordSource, Rendering
from narratives.models.claim import Reasons

Item = TypeVar("Item", Claim, Fact, LayerRole, Quote, RecordSource, Rendering)
RATE = Rate(
    id="cny-2025-12-30",
    currency="CNY",
    per_dollar=Decimal("8"),
    date="2025-12-30",
    title="Table of rates",
    publisher="The Made-up Bank",
    snippet="8 renminbi to the dollar",
)


def filled(pack: Pack) -> Pack:
    """The pack with a text in every field that may hold one, and a rate near to the facts in renminbi."""
    return replace(
        pack,
        quotes=_each(pack.quotes, _quote),
        claims=_each(pack.claims, _claim),
        renderings=_each(pack.renderings, _rendering),
        facts=_each(pack.facts, lambda fact: _with(fact, note=f"Doubt: {fact.id}.", definition=f"counts {fact.id}")),
        record_sources=_each(pack.record_sources, lambda source: _with(source, note=f"Of this record: {source.id}.")),
        layers=tuple(_layer(number, role) for number, role in enumerate(pack.layers)),
        words=replace(pack.words, rates={**pack.words.rates, RATE.id: RATE}),
    )


def _each(records: Mapping[str, Item], change: object) -> dict[str, Item]:
    assert callable(change)
    return {id: change(record) for id, record in records.items()}


def _with(record: Item, **texts: object) -> Item:
    return record.model_copy(update=texts)


def _quote(quote: Quote) -> Quote:
    around = {"prefix": f"ahead of {quote.id}", "suffix": f"in the wake of {quote.id}"}
    return _with(quote, **around, translation=f"In English {quote.id}.", note=f"To read {quote.id} rightly.")


def _claim(claim: Claim) -> Claim:
    reasons = Reasons(comparator=f"The bound of {claim.id}.", modality=f"The doubt of {claim.id}.")
    return _with(claim, note=f"To know of {claim.id}.", reasons=reasons)


def _rendering(rendering: Rendering) -> Rendering:
    texts = {"where": f"the part of {rendering.id}", "note": f"Seen of {rendering.id}."}
    return _with(rendering, **texts, translation=f"In English {rendering.id}." if rendering.exact else None)


def _layer(number: int, role: LayerRole) -> LayerRole:
    return _with(role, own_number=number, own_name=f"The {role.layer.title()} Plane")
