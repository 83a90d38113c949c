"""A number, a bound, a doubt, a voice and an extent are those of the quoted words, and the sentence keeps them all."""

from __future__ import annotations

import pytest

from narratives.library.rules.hedges import (
    claims_say_it_in_full,
    comparators_have_their_word,
    extents_stand_in_their_quote,
    modalities_have_their_word,
    numbers_stand_in_their_quote,
    voices_agree,
)
from tests.example import Example
from tests.rules.slips import (
    ASSENT,
    CALLED,
    DERIVED,
    FLAT,
    NO_CALLED,
    OPEN,
    SAYS,
    SILENCE,
    Table,
    add,
    all_of,
    edit,
    everywhere,
    reported,
    reports,
    spoken,
)

SHARE = """\
- id: share
  says: Ada Vale says that plants take at least half (50%) of revenue.
  type: quantity
  voice: speaker
  measure: share-of-revenue
  entity: {name: plants}
  region: US
  quantity: {comparator: ">=", value: 50, words: half, unit: percent}
  quote: share
"""
IN_PART = """\
- id: wafers
  says: Vale Works has 34 billion wafers in its plants.
  type: quantity
  voice: speaker
  measure: capital-expenditure
  entity: {name: Vale Works}
  region: US
  quantity: {value: 4, scale: billion, unit: wafers}
  quote: wafers
"""
TRIPS: Table = {
    "an amount is not in its quote": (numbers_stand_in_their_quote, everywhere("claims.yaml", "40", "41")),
    "a scale is not in its quote": (numbers_stand_in_their_quote, everywhere("claims.yaml", "billion", "million")),
    "neither end of a range is in its quote": (
        numbers_stand_in_their_quote,
        spoken(
            "Plants take at least half of revenue.",
            "share",
            SHARE.replace("at least half (50%)", "40% to 60%").replace(
                '{comparator: ">=", value: 50, words: half, ', "{low: 40, high: 60, "
            ),
        ),
    ),
    "a count is not in its quote": (
        numbers_stand_in_their_quote,
        edit("claims.yaml", ("{low: 3, high: 4}", "{low: 3, high: 5}"), ("Three or four chip", "Three to five chip")),
    ),
    "a bound is not in its quote": (
        comparators_have_their_word,
        edit("claims.yaml", ('comparator: ">"', 'comparator: "<"'), ("more than", "less than")),
    ),
    "a doubt is not in its quote": (
        modalities_have_their_word,
        edit("claims.yaml", ("region: US\n", "region: US\n  modality: possible\n"), ("will spend", "may spend")),
    ),
    "a condition is not given": (
        modalities_have_their_word,
        edit("claims.yaml", ("region: US\n", "region: US\n  modality: conditional\n")),
    ),
    "a condition is not in its quote": (
        modalities_have_their_word,
        edit(
            "claims.yaml",
            ("region: US\n", "region: US\n  modality: conditional\n  condition: in theory\n"),
            ("says: Three", "says: In theory, three"),
        ),
    ),
    "the interviewer’s words become the speaker’s": (
        voices_agree,
        add("claims.yaml", ASSENT.replace("quote: compute, assents_to: q-compute", "quote: q-compute")),
    ),
    "a derived amount is given to the speaker": (
        voices_agree,
        add("claims.yaml", DERIVED.replace("editor", "speaker")),
    ),
    "a silence is given to the speaker": (voices_agree, add("claims.yaml", SILENCE.replace("editor", "speaker"))),
    "the speaker assents to the speaker": (
        voices_agree,
        add("claims.yaml", ASSENT.replace("assents_to: q-compute", "assents_to: makers")),
    ),
    "a sentence loses amount, scope, measure and period": (
        claims_say_it_in_full,
        edit("claims.yaml", (SAYS, "says: They will spend a lot.")),
    ),
    "a sentence loses its doubt": (claims_say_it_in_full, edit("claims.yaml", ("will possibly double", "will double"))),
    "a sentence loses its condition": (
        claims_say_it_in_full,
        edit("claims.yaml", ("modality: possible", "modality: conditional\n  condition: it may")),
    ),
    "a sentence holds an amount only as a part of a larger one": (
        claims_say_it_in_full,
        spoken("We have 4 billion wafers.", "wafers", IN_PART),
    ),
    "“all” is ours": (
        extents_stand_in_their_quote,
        all_of(add("claims.yaml", OPEN), edit("stance.yaml", (NO_CALLED, CALLED.replace("We publish", "all")))),
    ),
}
PASSES: Table = {
    "an amount is in its quote in words": (
        numbers_stand_in_their_quote,
        spoken("Plants take at least half of revenue.", "share", SHARE),
    ),
    "a derived amount is in no quote": (numbers_stand_in_their_quote, add("claims.yaml", DERIVED)),
    "a bound without its word has a reason": (
        comparators_have_their_word,
        edit(
            "claims.yaml",
            ('comparator: ">"', 'comparator: "~"'),
            ("more than $40", "about $40"),
            ("region: US\n", "region: US\n  reasons: {comparator: The audience asked for an estimate.}\n"),
        ),
    ),
    "an amount without a bound needs no word": (
        comparators_have_their_word,
        spoken("Vale Works will spend $9 billion on plants.", "flat", FLAT),
    ),
    "a doubt without its word has a reason": (
        modalities_have_their_word,
        edit(
            "claims.yaml",
            ("will spend", "may spend"),
            ("region: US\n", "region: US\n  modality: possible\n  reasons: {modality: Said with a shrug.}\n"),
        ),
    ),
    "a condition is in its quote": (
        modalities_have_their_word,
        edit(
            "claims.yaml",
            ("modality: possible", "modality: conditional\n  condition: it may"),
            ("says: C", "says: It may be that c"),
        ),
    ),
    "a speaker assents to the interviewer": (voices_agree, add("claims.yaml", ASSENT)),
    "a silence is ours": (voices_agree, add("claims.yaml", SILENCE)),
    "a sentence says it in another order and another case": (
        claims_say_it_in_full,
        edit(
            "claims.yaml",
            (SAYS, "says: Next year, three or four chip makers will put more than $40 billion into plants."),
        ),
    ),
    "an extent is the quote’s own": (
        extents_stand_in_their_quote,
        all_of(add("claims.yaml", OPEN), edit("stance.yaml", (NO_CALLED, CALLED))),
    ),
    "one alone needs no word": (
        numbers_stand_in_their_quote,
        spoken(
            "Vale Works will spend $9 billion on plants.",
            "flat",
            FLAT.replace("{name: Vale Works}", "{name: Vale Works, count: {low: 1, high: 1}}"),
        ),
    ),
}

REPORTS = reports("hedges")


def test_every_slip_has_its_report_and_every_report_its_slip() -> None:
    assert (bool(TRIPS), bool(PASSES), list(REPORTS)) == (True, True, list(TRIPS))


@pytest.mark.parametrize("slip", TRIPS)
def test_a_slip_is_reported_whole_and_by_its_rule_alone(slip: str, example: Example) -> None:
    assert reported(example, *TRIPS[slip]) == (REPORTS[slip], REPORTS[slip])


@pytest.mark.parametrize("neighbour", PASSES)
def test_what_looks_like_a_slip_and_is_none_passes(neighbour: str, example: Example) -> None:
    assert reported(example, *PASSES[neighbour]) == ("", "")
