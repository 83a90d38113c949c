"""No hedge is lost or invented: number, comparator, modality, voice, period, and the sentence that holds them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from narratives.library.problems import Problem
from narratives.library.rules.draft import Draft
from narratives.semantics import hedging, phrasing
from narratives.text import anchoring
from narratives.vocabulary import firmness


def numbers_stand_in_their_quote(draft: Draft) -> Iterator[Problem]:
    """A quantity's number, and the count of its scope, appears in the quote as digits or words, or is derived."""
    for i, claim, words in draft.with_words():
        if claim.quantity and not claim.derivation:
            for name in ("value", "low", "high"):
                number = getattr(claim.quantity, name)
                if number is not None and not hedging.carries_number(
                    words, number, claim.quantity.unit, claim.quantity.scale
                ):
                    stated = phrasing.measured(number, claim.quantity)
                    yield draft.problem(
                        "claims.yaml",
                        (i, "quantity", name),
                        f"claim “{claim.id}”: {stated} does not stand in its quote",
                        "A figure is the speaker's only if the quoted words hold it.",
                        "quote the words that hold it, or mark the claim derived with its formula",
                    )
        if claim.entity and claim.entity.count and claim.entity.count.high > 1:  # one alone needs no word
            for name in ("low", "high"):
                number = Decimal(getattr(claim.entity.count, name))
                if not hedging.carries_number(words, number):
                    yield draft.problem(
                        "claims.yaml",
                        (i, "entity", "count", name),
                        f"claim “{claim.id}”: the count {number} does not stand in its quote",
                        "How many are meant is part of the statement.",
                        "count only what the quoted words count",
                    )


def comparators_have_their_word(draft: Draft) -> Iterator[Problem]:
    """A comparator needs a word in the quote that carries it, or a written reason."""
    for i, claim, words in draft.with_words():
        if not claim.quantity or claim.derivation or (claim.reasons and claim.reasons.comparator):
            continue
        sign = claim.quantity.comparator
        if not hedging.carries_comparator(words, sign):
            examples = ", ".join(hedging.COMPARATOR_WORDS[sign][:5])
            yield draft.problem(
                "claims.yaml",
                (i, "quantity", "comparator"),
                f"claim “{claim.id}”: comparator is “{sign}”, but no word in the quote “{claim.quote}” carries it",
                "A bound that nobody stated is our invention.",
                f"use the comparator the words carry ({examples}), or give reasons.comparator",
            )


def modalities_have_their_word(draft: Draft) -> Iterator[Problem]:
    """`possible` needs its word in the quote, `conditional` its condition, or a written reason."""
    for i, claim, words in draft.with_words():
        if claim.reasons and claim.reasons.modality:
            continue
        if claim.modality == "possible" and not hedging.carries_possibility(words):
            yield draft.problem(
                "claims.yaml",
                (i, "modality"),
                f"claim “{claim.id}”: modality is “possible”, but no word in the quote “{claim.quote}” says so",
                "A doubt that nobody stated is our invention.",
                "write the modality the words carry, or give reasons.modality",
            )
        if claim.modality == "conditional":
            if not claim.condition:
                yield draft.problem(
                    "claims.yaml",
                    (i, "modality"),
                    f"claim “{claim.id}”: modality is “conditional”, but no condition is given",
                    "Charts draw the condition beside the mark.",
                    "add “condition:” in the quote's words",
                )
            elif not hedging.holds(anchoring.normalise(words), anchoring.normalise(claim.condition)):
                yield draft.problem(
                    "claims.yaml",
                    (i, "condition"),
                    f"claim “{claim.id}”: the condition does not stand in the quote “{claim.quote}”",
                    "A condition is the speaker's only if the quoted words hold it.",
                    "use the quote's own words",
                )


def voices_agree(draft: Draft) -> Iterator[Problem]:
    """A claim has its quote's voice; only assent lets the speaker stand behind another's words."""
    for i, claim in draft.claims.items():
        quote = draft.quote(claim.quote)
        if claim.derivation or claim.absence:
            if claim.voice != "editor":
                yield draft.problem(
                    "claims.yaml",
                    (i, "voice"),
                    f"claim “{claim.id}”: voice is “{claim.voice}”, but we computed or noted it",
                    "What we add is never the speaker's.",
                    "write “editor”",
                )
        elif quote and claim.voice != quote.voice and not (claim.assents_to and claim.voice == "speaker"):
            yield draft.problem(
                "claims.yaml",
                (i, "voice"),
                f"claim “{claim.id}”: voice is “{claim.voice}”, but its quote “{quote.id}” has voice “{quote.voice}”",
                "The interviewer's and the journalist's words must not become the speaker's.",
                f"write “{quote.voice}”, or, where the speaker agreed, give assents_to",
            )
        asked = draft.quote(claim.assents_to)
        if asked and asked.voice == "speaker":
            yield draft.problem(
                "claims.yaml",
                (i, "assents_to"),
                f"claim “{claim.id}”: assents_to names the speaker's own quote “{asked.id}”",
                "Assent is to another's words.",
                "name the interviewer's quote",
            )


def claims_say_it_in_full(draft: Draft) -> Iterator[Problem]:
    """`says` holds the amount, the scope with its count, the measure, the stated period and the hedge."""
    for i, claim in draft.claims.items():
        missing = []
        if claim.quantity:
            missing += [phrasing.amount(claim.quantity)]
        if claim.entity and (claim.quantity or claim.absence):
            missing += [phrasing.scope(claim.entity)]
        if claim.period:
            missing += [claim.period.stated]
        if claim.condition:
            missing += [claim.condition]
        missing = [words for words in missing if not hedging.holds(claim.says, words)]
        if claim.modality == "possible" and not hedging.carries_possibility(claim.says):
            missing.append(firmness.MODALITIES["possible"])
        measure = draft.words.measures.get(claim.measure or "")
        if claim.quantity and measure and not any(hedging.holds(claim.says, word) for word in measure.in_sentence):
            missing.append(" or ".join(measure.in_sentence))
        for words in missing:
            yield draft.problem(
                "claims.yaml",
                (i, "says"),
                f"claim “{claim.id}”: says lacks “{words}”",
                "Every label, tooltip, table and download takes its words from here; what is missing here is lost there.",
                f"write “{words}” into the sentence",
            )


def extents_stand_in_their_quote(draft: Draft) -> Iterator[Problem]:
    """“Most” and “all” are the quoted words, never ours."""
    for i, called in draft.called.items():
        claim = draft.claim(called.claim)
        quote = draft.quote(claim.quote) if claim else None
        if quote and not hedging.holds(quote.exact, called.extent):
            yield draft.problem(
                "stance.yaml",
                ("called", i, "extent"),
                f"called “{called.who}”: “{called.extent}” does not stand in the quote “{quote.id}”",
                "Between “most” and “all” lies the difference.",
                "use the quote's own word",
            )
