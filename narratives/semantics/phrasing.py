"""A claim → the one sentence that carries all its hedges.

Every surface takes its words from here. ``check`` makes sure that ``says`` holds the amount (``amount``), the scope
(``scope``), the measure and the stated period, so the sentence can be a person's and still lose nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal

from narratives.models import Claim, Entity, Narrative, Quantity, Quote, Source, Speaker, dates
from narratives.semantics.hedging import holds, in_words, plain
from narratives.vocabulary import bounds, units, voices


def amount(quantity: Quantity) -> str:
    """The amount with its comparator: “more than $800 billion”, “at least half (50%)”, “80% to 85%”."""
    return f"{bounds.COMPARATORS[quantity.comparator].before} {number(quantity)}".strip()


def number(quantity: Quantity) -> str:
    """The amount without its comparator: “$800 billion”, “half (50%)”, “80% to 85%”."""
    figures = ""
    if quantity.value is not None:
        figures = measured(quantity.value, quantity)
    elif quantity.low is not None and quantity.high is not None:
        figures = f"{measured(quantity.low, quantity)} to {measured(quantity.high, quantity)}"
    if quantity.words:
        return f"{quantity.words} ({figures})" if figures else quantity.words
    return figures


def measured(number: Decimal, quantity: Quantity) -> str:
    """One number with its currency or unit and scale: “$800 billion”, “80%”, “820 million consumers”."""
    sign, digits = ("−" if number < 0 else ""), plain(abs(number))
    scale = f" {quantity.scale}" if quantity.scale else ""
    if quantity.currency:
        return f"{sign}{units.sign(quantity.currency)}{digits}{scale}"
    if quantity.unit == "percent":
        return f"{sign}{digits}%"
    return f"{sign}{digits}{scale} {quantity.unit or ''}".strip()


def scope(entity: Entity) -> str:
    """The scope with its count: “four or five leading U.S. cloud providers”."""
    return f"{count(entity)} {entity.name}".strip()


def count(entity: Entity) -> str:
    """The stated number of members: “four or five”, “seven”, “10 to 20”; empty where none is stated or it is one alone."""
    if entity.count is None or entity.count.high == 1:
        return ""
    low, high = (in_words(Decimal(n)) or str(n) for n in (entity.count.low, entity.count.high))
    if entity.count.low == entity.count.high:
        return low
    return f"{low} or {high}" if entity.count.high - entity.count.low == 1 else f"{low} to {high}"


def printed_name(speaker: Speaker) -> str:
    """The resolved name with the printed ones: “Joe Tsai (printed as “Daniel Zhang”)”."""
    names = [f"“{printed.name}”" for printed in speaker.as_printed]
    return f"{speaker.name} (printed as {' and '.join(names)})" if names else speaker.name


def speaker_of(narrative: Narrative, quote: Quote | None) -> Speaker:
    """Who said the quote: the speaker it names, else the narrative's first."""
    by = quote.by if quote else None
    return next((speaker for speaker in narrative.speakers if speaker.id == by), narrative.speakers[0])


def said_on(narrative: Narrative, source: Source | None) -> str:
    """The day the words were said, in EDTF: the source's own, else the occasion's."""
    return (source.said if source else None) or narrative.occasion.date


def attribution(claim: Claim, narrative: Narrative, quote: Quote | None = None, source: Source | None = None) -> str:
    """Who says it and when: “Joe Tsai (18 June 2026)”; never the speaker alone where the voice is another's."""
    who, when = speaker_of(narrative, quote).name, dates.in_words(said_on(narrative, source))
    heading = voices.SILENT if claim.absence else voices.VOICES[claim.voice].heading
    return (voices.ASSENTING if claim.assents_to else heading).format(name=who, day=when)


def proposition(claim: Claim, quote: Quote | None = None) -> str:
    """What is claimed, with the stated period resolved: “… in 2027 (“next year”)”; no full stop at its end."""
    says = claim.says.rstrip(".")
    period = claim.period
    if period and period.resolved and period.resolved != period.stated:
        resolved_as, resolved = period.resolved, dates.in_words(period.resolved)
        at = re.search(rf"(?<!\w){re.escape(period.stated)}(?!\w)", says, re.IGNORECASE)
        if at and not holds(period.stated, resolved):
            said_before = re.search(r"\b(in|by|since|of|from|for)\s+$", says[: at.start()])
            if resolved_as.startswith(dates.OPEN):  # “by 2027” has its preposition
                preposition = ""
                resolved = resolved.removeprefix("by ") if said_before and said_before[1] == "by" else resolved
            else:
                preposition = (
                    "" if said_before else "from " if "/" in resolved_as else "on " if len(resolved_as) == 10 else "in "
                )
            says = f"{says[: at.start()]}{preposition}{resolved} (“{at.group()}”){says[at.end() :]}"
    return _lower_first(says, claim, quote)


def phrase(claim: Claim, narrative: Narrative, quote: Quote | None = None, source: Source | None = None) -> str:
    """The sentence that every surface shows: attribution, colon, proposition."""
    return f"{attribution(claim, narrative, quote, source)}: {proposition(claim, quote)}"


def _lower_first(says: str, claim: Claim, quote: Quote | None) -> str:
    """``says`` for use after a colon; a first word that is a name keeps its capital.

    A word counts as a name when it has a second capital or a digit, or stands capitalised in the scope or, inside a
    sentence, in the quote.
    """
    first = re.split(r"[\s’']", says, maxsplit=1)[0]
    known = claim.entity.name if claim.entity else ""
    if quote:
        known += " " + " ".join(re.findall(r"(?<=[\w,;] )[A-Z][\w.-]*", quote.exact))
    if any(mark.isupper() or mark.isdigit() for mark in first[1:]) or holds_capital(known, first):
        return says
    return says[:1].lower() + says[1:]


def holds_capital(text: str, word: str) -> bool:
    """Whether ``word`` stands in ``text`` exactly so, capital included."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
