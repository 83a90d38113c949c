"""What stands behind a claim in the content and may not be lost: its words, its other wordings, its computation, its record."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from narratives.library.packs import Pack
from narratives.models import Claim, Fact, Quote, dates
from narratives.receipts import quoted
from narratives.receipts.rewordings import first_of
from narratives.receipts.sentences import phrase_of
from narratives.semantics import converting, phrasing
from narratives.text import aligning
from narratives.vocabulary.checks import AUDITED

OUTLOOKS = ("guidance", "forecast", "pledge")  # converted at the day they were given, all else at that of its period


def kept(pack: Pack, claim: Claim) -> dict[str, dict[str, str]]:
    """What stands behind a claim, by part of its receipt, then by name, in the words of the content."""
    asked = claim.absence.asked if claim.absence else None
    parts: dict[str, dict[str, str]] = {
        "known": {
            "note": claim.note or "",
            "reason of the comparator": (claim.reasons.comparator or "") if claim.reasons else "",
            "reason of the modality": (claim.reasons.modality or "") if claim.reasons else "",
        },
        "words": _quoted(pack, claim.quote) | _around(pack.quote_of(claim)),
        "assented": _quoted(pack, claim.assents_to),
        "asked": _quoted(pack, asked),
        "instead": {},
        "wordings": {},
        "computation": {},
        "record": {},
    }
    for id in claim.absence.instead if claim.absence else ():
        other = pack.claims[id]
        parts["instead"] |= {id: phrase_of(pack, other)}
        parts["instead"] |= {f"{name} of {id}": words for name, words in _quoted(pack, other.quote).items()}
    for id, (exact, translation, note, _) in others(pack, claim).items():
        parts["wordings"] |= {id: exact, f"translation of {id}": translation, f"note of {id}": note}
        parts["wordings"] |= _changes(pack, id)
    for id in claim.derivation.inputs if claim.derivation else ():
        given, of = pack.claims[id].quantity, pack.quote_of(pack.claims[id])
        parts["computation"] |= {f"amount of {id}": phrasing.amount(given) if given else ""}
        parts["computation"] |= {f"words of {id}": of.exact if of else ""}
    for fact in pack.facts.values():
        for bearing in (each for each in fact.bears_on if each.claim == claim.id):
            parts["record"] |= {fact.id: fact.says, f"snippet of {fact.id}": fact.snippet}
            parts["record"] |= {f"why of {fact.id}": bearing.why, f"verdict of {fact.id}": bearing.verdict}
            parts["record"] |= {f"note of {fact.id}": fact.note or "", f"dollars of {fact.id}": _converted(pack, fact)}
            parts["record"] |= {
                f"perimeter of {fact.id}": fact.perimeter or "",
                f"computed {fact.id}": fact.computed or "",
            }
    return {part: {name: words for name, words in must.items() if words} for part, must in parts.items()}


def others(pack: Pack, claim: Claim) -> dict[str, tuple[str, str, str, str]]:
    """The other wordings of a statement, by id: words, our translation, note, and the claim that each words again."""
    first, found = first_of(pack, claim.id), dict[str, tuple[str, str, str, str]]()
    for each in pack.claims.values():
        if each.id != claim.id and first_of(pack, each.id) == first:
            quote = pack.quote_of(each)
            words = (quote.exact, quote.translation or "") if quote else ("", "")
            found[each.id] = (*words, each.note or "", each.rendering_of or "")
    for rendering in pack.renderings.values():
        if first_of(pack, rendering.of) == first:
            words = (rendering.exact or "", rendering.translation or "")
            found[rendering.id] = (*words, rendering.note or "", rendering.of)
    return found


def apart(pack: Pack, claim: Claim) -> list[str]:
    """The other wordings in the language of what they word again that have few words in common with it."""
    found = []
    for id, (exact, _, _, of) in others(pack, claim).items():
        first = pack.quote_of(pack.claims[of]) if of else None
        if first and exact and _tongue(pack, id) == _tongue(pack, of) and not aligning.alike(first.exact, exact):
            found.append(id)
    return found


def texts(part: object) -> Iterator[str]:
    """Every text that a part of a receipt holds, however deep."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from texts(getattr(part, field.name))


def _tongue(pack: Pack, id: str) -> str:
    """The language of a claim or wording, without its region."""
    quote = pack.quote_of(pack.claims[id]) if id in pack.claims else None
    source = quote.source if quote else pack.renderings[id].source if id in pack.renderings else ""
    return pack.sources[source].language.split("-")[0].casefold() if source else ""


def _changes(pack: Pack, id: str) -> dict[str, str]:
    drift = pack.claims[id].drift if id in pack.claims else pack.renderings[id].drift
    words = [(number, words) for number, each in enumerate(drift, 1) for words in (each.was, each.now) if words]
    return {f"change {number} of {id}, “{told}”": f"“{told}”" for number, told in words}


def _converted(pack: Pack, fact: Fact) -> str:
    """The rate at which an amount in another currency is converted, or that it is not; "" for dollars and other units."""
    if fact.quantity is None or fact.quantity.currency in (None, "USD") or fact.period is None:
        return ""
    day = dates.last_day(fact.as_of if fact.as_of and fact.kind in OUTLOOKS else fact.period)
    made = converting.to_dollars(fact.quantity, day, pack.words.rates.values())
    return f"at {made.rate.per_dollar} {made.rate.currency} per dollar" if made else "not converted"


def _quoted(pack: Pack, id: str | None) -> dict[str, str]:
    if id is None:
        return {}
    quote, audit = pack.quotes[id], AUDITED[quoted.audit_state(pack, id)]
    return {"exact": quote.exact, "note": quote.note or "", "voice": quoted.who(pack, id), "audit": audit}


def _around(quote: Quote | None) -> dict[str, str]:
    return {"before": quote.prefix or "", "after": quote.suffix or ""} if quote else {}
