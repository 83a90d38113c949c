"""Captions and findings say no more than the claims they stand on."""

from __future__ import annotations

import pytest

from narratives.library.rules.captions import captions_are_no_stronger_than_their_claims
from tests.example import Example
from tests.rules.slips import (
    DERIVED,
    FLAT,
    SAYS,
    SILENCE,
    YEARLY,
    Change,
    Table,
    add,
    all_of,
    edit,
    reported,
    reports,
    spoken,
)

DOUBTED = edit(
    "claims.yaml",
    ("will spend", "may spend"),
    ("region: US\n", "region: US\n  modality: possible\n  reasons: {modality: Said with a shrug.}\n"),
)
CONDITIONED = edit(
    "claims.yaml",
    (SAYS, "says: In theory, three or four chip makers spend more than $40 billion on plants next year."),
    (
        "region: US\n",
        "region: US\n  modality: conditional\n  condition: in theory\n  reasons: {modality: Said before.}\n",
    ),
)


def found(text: str, *claims: str) -> Change:
    """One finding more, on the chart of amounts, with a text."""
    return edit(
        "narrative.yaml",
        (
            "  overview: ",
            f"  as-stated: {{headline: Ada Vale, claims: [{', '.join(claims)}], text: '{text}'}}\n  overview: ",
        ),
    )


def told(text: str) -> Change:
    """The caption of the one step."""
    return edit("walkthrough.yaml", ("says: Computing power will possibly double.", f"says: '{text}'"))


TRIPS: Table = {
    "a caption drops a doubt": (captions_are_no_stronger_than_their_claims, told("Computing power will double.")),
    "a caption adds certainty and “all”": (
        captions_are_no_stronger_than_their_claims,
        told("Possibly, all computing power will certainly double."),
    ),
    "a headline of a step adds “only”": (
        captions_are_no_stronger_than_their_claims,
        edit("walkthrough.yaml", ("headline: Ada Vale expects growth", "headline: Ada Vale expects only growth")),
    ),
    "a headline of a finding says “none” where nothing is a silence": (
        captions_are_no_stronger_than_their_claims,
        edit("narrative.yaml", ("Ada Vale names a bound", "Ada Vale names four makers and none more")),
    ),
    "a strong word is put in quotation marks that nobody said": (
        captions_are_no_stronger_than_their_claims,
        told("Computing power will possibly “always” double."),
    ),
    "an amount loses its bound, in the second sentence": (
        captions_are_no_stronger_than_their_claims,
        found("They will spend more than $40 billion. That is US$40bn on plants.", "makers-capex"),
    ),
    "an amount’s bound is turned": (
        captions_are_no_stronger_than_their_claims,
        found("They will spend no more than $40 billion.", "makers-capex"),
    ),
    "a bound of one amount does not serve for the next": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            add("claims.yaml", DERIVED), found("More than $20 billion or $40 billion.", "half-of-capex", "makers-capex")
        ),
    ),
    "an amount gets a bound": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            spoken("Vale Works will spend $9 billion on plants.", "flat", FLAT),
            found("Vale Works will spend over $9 billion on plants.", "flat"),
        ),
    ),
    "an amount loses its doubt": (
        captions_are_no_stronger_than_their_claims,
        all_of(DOUBTED, found("Their spending is more than $40 billion.", "makers-capex")),
    ),
    "an amount loses its condition": (
        captions_are_no_stronger_than_their_claims,
        all_of(CONDITIONED, found("Their spending is more than $40 billion.", "makers-capex")),
    ),
    "an amount and a share stand in no claim": (
        captions_are_no_stronger_than_their_claims,
        found("It is €40 billion, $41 billion or 30% of a trillion, for four.", "makers-capex"),
    ),
}
PASSES: Table = {
    "a caption has the bound and the doubt in other words": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            DOUBTED,
            found(
                "Perhaps 3 or 4 firms put upwards of US$40bn into it, or maybe over 40 billion dollars.", "makers-capex"
            ),
        ),
    ),
    "a caption has the condition in other words": (
        captions_are_no_stronger_than_their_claims,
        all_of(CONDITIONED, found("If that comes to pass, they will spend over $40 billion.", "makers-capex")),
    ),
    "strong words that the speaker said, in quotation marks and without": (
        captions_are_no_stronger_than_their_claims,
        found("They “will spend more than $40 billion”, and will do so on plants.", "makers-capex"),
    ),
    "strong words where they are weak": (
        captions_are_no_stronger_than_their_claims,
        told("Not all of it, not only a certain part: after all, growth is only possible, and no cure-all."),
    ),
    "a strong word of a belief, told as a belief": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            edit(
                "claims.yaml",
                ("modality: possible", "modality: belief"),
                ("will possibly double", "will always double"),
            ),
            told("She believes that computing power will always double."),
        ),
    ),
    "“none” where a silence is cited": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            add("claims.yaml", SILENCE), found("A bound for others and none for her own.", "makers-capex", "own-capex")
        ),
    ),
    "“every year” where an amount recurs": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            spoken("Vale Works spends $9 billion on plants annually.", "flat", YEARLY),
            found("Vale Works spends $9 billion on plants every year.", "flat"),
        ),
    ),
    "one claim has the bound that another has lost": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            spoken("Vale Works will spend $40 billion on plants.", "flat", FLAT.replace("9", "40")),
            found("More than $40 billion becomes $40 billion. So much for the U.S. makers.", "makers-capex", "flat"),
        ),
    ),
}

REPORTS = reports("captions")


def test_every_slip_has_its_report_and_every_report_its_slip() -> None:
    assert (bool(TRIPS), bool(PASSES), list(REPORTS)) == (True, True, list(TRIPS))


@pytest.mark.parametrize("slip", TRIPS)
def test_a_slip_is_reported_whole_and_by_its_rule_alone(slip: str, example: Example) -> None:
    assert reported(example, *TRIPS[slip]) == (REPORTS[slip], REPORTS[slip])


@pytest.mark.parametrize("neighbour", PASSES)
def test_what_looks_like_a_slip_and_is_none_passes(neighbour: str, example: Example) -> None:
    assert reported(example, *PASSES[neighbour]) == ("", "")
