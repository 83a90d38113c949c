"""Another wording is of the same statement, and each change that it made stands in the words on both sides."""

from __future__ import annotations

import pytest

from narratives.library.rules.wordings import changes_stand_in_the_words, wordings_share_words
from tests.example import Example
from tests.rules.slips import (
    DAILY,
    IN_GERMAN,
    WORDED_AGAIN,
    Table,
    edit,
    reported,
    reports,
    worded_again,
)

GERMAN = DAILY.replace("language: en", "language: de")
MISSING = """\
- id: makers-daily
  of: makers-capex
  source: daily
  voice: journalist
  drift: [{kind: passage-missing}]
"""
FIRST = "{kind: comparator-lost, was: more than}"

TRIPS: Table = {
    "a wording in one language shares no word with its fellow": (
        wordings_share_words,
        worded_again(
            WORDED_AGAIN.replace("Chip makers will spend $40 billion.", "Its sun was out.").replace(
                ", now: Chip makers", ""
            )
        ),
    ),
    "a wording in another language has no translation": (
        wordings_share_words,
        worded_again(
            IN_GERMAN.replace("  translation: Chip makers will spend $40 billion.\n", "").replace(
                ", now: Chip makers", ", now: Chiphersteller"
            ),
            GERMAN,
        ),
    ),
    "a wording in the same language is translated": (
        wordings_share_words,
        worded_again(
            IN_GERMAN.replace("Chiphersteller geben 40 Milliarden aus.", "Chip makers will spend $40 billion.")
        ),
    ),
    "a change names no words": (
        changes_stand_in_the_words,
        worded_again(WORDED_AGAIN.replace(FIRST, "{kind: comparator-lost}")),
    ),
    "what a change was does not stand in the first wording": (
        changes_stand_in_the_words,
        worded_again(WORDED_AGAIN.replace("was: more than", "was: at least")),
    ),
    "what became of it does not stand in the other wording": (
        changes_stand_in_the_words,
        worded_again(WORDED_AGAIN.replace("now: Chip makers", "now: All chip makers")),
    ),
    "a part of a word is no word": (
        changes_stand_in_the_words,
        worded_again(WORDED_AGAIN.replace("was: more than", "was: ore than")),
    ),
    "a change within the quoted text names no words": (
        changes_stand_in_the_words,
        edit(
            "claims.yaml",
            ("quote: compute\n", "quote: compute\n  rendering_of: makers-capex\n  drift: [{kind: comparator-lost}]\n"),
        ),
    ),
}
PASSES: Table = {
    "a wording shares words with its fellow": (wordings_share_words, worded_again()),
    "a wording in another language has our translation": (wordings_share_words, worded_again(IN_GERMAN, GERMAN)),
    "a passage is missing": (wordings_share_words, worded_again(MISSING)),
    "a change stands in the words on both sides, whatever their case": (
        changes_stand_in_the_words,
        worded_again(WORDED_AGAIN.replace("was: more than", "was: MORE  than")),
    ),
}

REPORTS = reports("wordings")


def test_every_slip_has_its_report_and_every_report_its_slip() -> None:
    assert (bool(TRIPS), bool(PASSES), list(REPORTS)) == (True, True, list(TRIPS))


@pytest.mark.parametrize("slip", TRIPS)
def test_a_slip_is_reported_whole_and_by_its_rule_alone(slip: str, example: Example) -> None:
    assert reported(example, *TRIPS[slip]) == (REPORTS[slip], REPORTS[slip])


@pytest.mark.parametrize("neighbour", PASSES)
def test_what_looks_like_a_slip_and_is_none_passes(neighbour: str, example: Example) -> None:
    assert reported(example, *PASSES[neighbour]) == ("", "")
