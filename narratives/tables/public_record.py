"""The public record beside the claims: every fact with its verdict, its source and its conversion."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import dates
from narratives.receipts.bearings import conversion, in_dollars, period_of
from narratives.receipts.sentences import phrase_of
from narratives.semantics import phrasing

COLUMNS = (
    "narrative",
    "claim",
    "verdict",
    "why",
    "fact",
    "says",
    "kind",
    "measure",
    "entity",
    "region",
    "amount",
    "in dollars",
    "period",
    "as of",
    "perimeter",
    "definition",
    "computed",
    "source",
    "publisher",
    "rank",
    "published",
    "url",
    "snippet",
    "confidence",
    "note",
)


def record(packs: Iterable[Pack], claims: Iterable[str] = ()) -> pd.DataFrame:
    """One row a fact and claim it bears on, in the order of the claims; ``claims`` narrows them."""
    rows = []
    wanted = set(claims)
    for pack in packs:
        order = {id: number for number, id in enumerate(pack.claims)}
        pairs = [(order[b.claim], b, fact) for fact in pack.facts.values() for b in fact.bears_on]
        for _, bearing, fact in sorted(pairs, key=lambda pair: pair[0]):
            if wanted and bearing.claim not in wanted:
                continue
            source = pack.record_sources[fact.source]
            rows.append(
                {
                    "narrative": pack.id,
                    "claim": bearing.claim,
                    "verdict": bearing.verdict,
                    "why": bearing.why,
                    "fact": fact.id,
                    "says": fact.says,
                    "kind": fact.kind,
                    "measure": fact.measure,
                    "entity": phrasing.scope(fact.entity) if fact.entity else None,
                    "region": fact.region,
                    "amount": phrasing.amount(fact.quantity) if fact.quantity else None,
                    "in dollars": in_dollars(pack, fact),
                    "period": period_of(fact),
                    "as of": dates.in_words(fact.as_of) if fact.as_of else "no day recorded",
                    "perimeter": fact.perimeter,
                    "definition": fact.definition or "not stated",
                    "computed": fact.computed,
                    "source": source.title,
                    "publisher": source.publisher,
                    "rank": source.rank,
                    "published": dates.in_words(source.date_published) if source.date_published else "no date given",
                    "url": source.url or "no address recorded",
                    "snippet": fact.snippet,
                    "confidence": fact.confidence,
                    "note": fact.note,
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def conversions(pack: Pack) -> pd.DataFrame:
    """Every claim about money in another currency than dollars: as stated, and converted with its rate or not at all."""
    rows = []
    for claim in pack.claims.values():
        if claim.quantity and claim.quantity.currency not in (None, "USD"):
            day = dates.last_day(phrasing.said_on(pack.narrative, pack.source_of(pack.quote_of(claim))))
            said = phrase_of(pack, claim)
            rows.append({"as stated": said, "in U.S. dollars, our conversion": conversion(pack, claim.quantity, day)})
    return pd.DataFrame(rows, columns=["as stated", "in U.S. dollars, our conversion"])
