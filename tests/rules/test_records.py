"""A record has all it needs: claims, derivations, names, layers, answers about openness."""

from __future__ import annotations

import pytest

from narratives.library.rules.records import (
    claims_have_what_they_need,
    derivations_compute,
    layers_are_complete,
    names_that_differ_have_a_basis,
    openness_is_said_once,
)
from tests.example import Example
from tests.rules.slips import (
    DERIVED,
    OPEN,
    SILENCE,
    Table,
    add,
    all_of,
    edit,
    put,
    reported,
    reports,
)

EXCLUDED = "- {layer: chips, participation: excluded-by-choice, quote: makers, reason: will spend more}"
PRINTED = "name: Ada Vale, as_printed: [{name: Ada Wale, where: headline}],"
NOT_STATED = "openness: [{asks: licence-named, answer: not-stated}]\n"
ANSWERED = "openness: [{asks: releases-weights, answer: yes, claim: published}]\n"


TRIPS: Table = {
    "an amount has no measure, no scope and no region": (
        claims_have_what_they_need,
        edit(
            "claims.yaml",
            ("  measure: capital-expenditure\n", ""),
            ("  region: US\n", ""),
            ("  entity: {name: chip makers, count: {low: 3, high: 4}}\n", ""),
        ),
    ),
    "a silence has no measure and no region": (
        claims_have_what_they_need,
        add("claims.yaml", SILENCE.replace("  measure: capital-expenditure\n", "").replace("  region: US\n", "")),
    ),
    "a figure is both stated and missing": (
        claims_have_what_they_need,
        add("claims.yaml", DERIVED + "  absence: {kind: not-stated}\n"),
    ),
    "a quantity has no amount": (
        claims_have_what_they_need,
        edit("claims.yaml", ("type: prediction\n  modality", "type: quantity\n  modality")),
    ),
    "a claim stands on nothing": (
        claims_have_what_they_need,
        add("claims.yaml", "- {id: b, says: It is so., type: fact, voice: speaker}"),
    ),
    "a drift is of no rendering": (
        claims_have_what_they_need,
        edit("claims.yaml", ("quote: compute\n", "quote: compute\n  drift: [{kind: hedge-dropped, was: may}]\n")),
    ),
    "a derived amount is not what its formula gives": (
        derivations_compute,
        add("claims.yaml", DERIVED.replace("value: 20", "value: 21").replace("$20", "$21")),
    ),
    "a derived bound is not what its formula gives": (
        derivations_compute,
        add("claims.yaml", DERIVED.replace('">"', '">="').replace("more than", "at least")),
    ),
    "a formula names what is no input": (derivations_compute, add("claims.yaml", DERIVED.replace("÷ 2", "÷ halves"))),
    "a conversion has no date and no source": (
        derivations_compute,
        add("claims.yaml", DERIVED.replace("[makers-capex]", "[makers-capex], rate: 1.1")),
    ),
    "a printed name differs without a basis": (
        names_that_differ_have_a_basis,
        edit("narrative.yaml", ("name: Ada Vale,", PRINTED)),
    ),
    "a printed name differs without a certainty": (
        names_that_differ_have_a_basis,
        edit("narrative.yaml", ("name: Ada Vale,", PRINTED + " basis: [{says: A slip., source: transcript}],")),
    ),
    "a layer has no words": (layers_are_complete, add("layers.yaml", "- {layer: models, participation: invests}")),
    "an exclusion has no reason": (
        layers_are_complete,
        put("layers.yaml", EXCLUDED.replace(", reason: will spend more", "")),
    ),
    "a reason is not in its quote": (layers_are_complete, put("layers.yaml", EXCLUDED.replace("will", "must"))),
    "a layer stands twice": (layers_are_complete, add("layers.yaml", EXCLUDED)),
    "a layer is out of order": (
        layers_are_complete,
        add("layers.yaml", "- {layer: energy, participation: not-stated}"),
    ),
    "openness is answered by no claim": (
        openness_is_said_once,
        add("stance.yaml", ANSWERED.replace(", claim: published", "")),
    ),
    "what is not stated names a claim": (
        openness_is_said_once,
        all_of(
            add("claims.yaml", OPEN), add("stance.yaml", NOT_STATED.replace("stated}", "stated, claim: published}"))
        ),
    ),
    "a question about openness is answered twice": (
        openness_is_said_once,
        add(
            "stance.yaml",
            "openness: [{asks: licence-named, answer: not-stated}, {asks: licence-named, answer: not-stated}]\n",
        ),
    ),
}
PASSES: Table = {
    "a question about openness is answered by a claim, another is not stated": (
        openness_is_said_once,
        all_of(
            add("claims.yaml", OPEN),
            add("stance.yaml", ANSWERED.replace("}]", "}, {asks: licence-named, answer: not-stated}]")),
        ),
    ),
    "a silence needs no amount and no quote": (claims_have_what_they_need, add("claims.yaml", SILENCE)),
    "a position about a topic needs no amount and no region": (
        claims_have_what_they_need,
        add("claims.yaml", OPEN.replace("quote", "measure: capital-expenditure, quote")),
    ),
    "a drift is of a rendering": (
        claims_have_what_they_need,
        edit(
            "claims.yaml",
            (
                "quote: compute\n",
                "quote: compute\n  rendering_of: makers-capex\n  drift: [{kind: comparator-lost, was: more than}]\n",
            ),
        ),
    ),
    "a derived amount is what its formula gives": (derivations_compute, add("claims.yaml", DERIVED)),
    "a third of a bound is computed to the last digit": (
        derivations_compute,
        add(
            "claims.yaml",
            DERIVED.replace("makers-capex ÷ 2", "makers-capex × 3 ÷ 3")
            .replace("$20", "$40")
            .replace("value: 20", "value: 40"),
        ),
    ),
    "a conversion has rate, date and source": (
        derivations_compute,
        add(
            "claims.yaml",
            DERIVED.replace("[makers-capex]", "[makers-capex], rate: 1, date: 2026-06-18, source: transcript"),
        ),
    ),
    "a printed name differs with a basis and a certainty": (
        names_that_differ_have_a_basis,
        edit(
            "narrative.yaml",
            ("name: Ada Vale,", PRINTED + " certainty: high, basis: [{says: A slip., source: transcript}],"),
        ),
    ),
    "a printed name is the resolved one": (
        names_that_differ_have_a_basis,
        edit("narrative.yaml", ("name: Ada Vale,", PRINTED.replace("Wale", "Vale"))),
    ),
    "an exclusion has its reason in the quote’s words": (layers_are_complete, put("layers.yaml", EXCLUDED)),
    "a layer that is not spoken of needs no words": (
        layers_are_complete,
        add("layers.yaml", "- {layer: models, participation: not-stated}"),
    ),
}

REPORTS = reports("records")


def test_every_slip_has_its_report_and_every_report_its_slip() -> None:
    assert (bool(TRIPS), bool(PASSES), list(REPORTS)) == (True, True, list(TRIPS))


@pytest.mark.parametrize("slip", TRIPS)
def test_a_slip_is_reported_whole_and_by_its_rule_alone(slip: str, example: Example) -> None:
    assert reported(example, *TRIPS[slip]) == (REPORTS[slip], REPORTS[slip])


@pytest.mark.parametrize("neighbour", PASSES)
def test_what_looks_like_a_slip_and_is_none_passes(neighbour: str, example: Example) -> None:
    assert reported(example, *PASSES[neighbour]) == ("", "")
