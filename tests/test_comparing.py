"""Two claims are like for like, or the facets that differ are named."""

from __future__ import annotations

from typing import Any

import pytest

from narratives.library.packs import Pack
from narratives.models import Claim
from narratives.receipts.sentences import nature_of, status_of
from narratives.semantics.comparing import UNSTATED, Facet, compare, entity_scope, period_type

CAPEX: dict[str, Any] = {
    "id": "capex",
    "says": "Four or five firms will spend more than $800 billion next year.",
    "type": "prediction",
    "voice": "speaker",
    "measure": "capital-expenditure",
    "region": "US",
    "entity": {"name": "firms", "count": {"low": 4, "high": 5}},
    "quantity": {"comparator": ">", "value": "800", "scale": "billion", "currency": "USD"},
    "period": {"stated": "next year", "anchor": "2026-06-18", "resolved": "2027"},
}
FLOWS, FORECASTS = ("flow", "flow"), ("forecast", "forecast")
# what is changed in the second claim (or its nature and status) → the facet that then forbids one axis
FORBIDS: dict[str, tuple[dict[str, Any], tuple[str, str], tuple[str, str | None], Facet]] = {
    "measure": (
        {"measure": "free-cash-flow"},
        FLOWS,
        FORECASTS,
        Facet("measure", "capital-expenditure", "free-cash-flow", True),
    ),
    "unit": (
        {"quantity": {"comparator": ">", "value": "800", "scale": "billion", "currency": "EUR"}},
        FLOWS,
        FORECASTS,
        Facet("unit", "USD", "EUR", True),
    ),
    "period type": (
        {"period": {"stated": "by 2027", "resolved": "2025/2027"}},
        FLOWS,
        FORECASTS,
        Facet("period type", "one year", "several years", True),
    ),
    "no period": ({"period": None}, FLOWS, FORECASTS, Facet("period type", "one year", UNSTATED, True)),
    "entity scope": (
        {"entity": {"name": "firms"}},
        FLOWS,
        FORECASTS,
        Facet("entity scope", "four or five together", UNSTATED, True),
    ),
    "nature": ({}, ("flow", "stock"), FORECASTS, Facet("nature", "flow", "stock", True)),
    "status": ({}, FLOWS, ("forecast", "actual"), Facet("status", "forecast", "actual", True)),
    "no status": ({}, FLOWS, ("forecast", None), Facet("status", "forecast", UNSTATED, True)),
}
ALLOWS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "value": {"quantity": {"comparator": ">", "value": "900", "scale": "million", "currency": "USD"}},
    "bound": {"quantity": {"comparator": "~", "value": "800", "scale": "billion", "currency": "USD"}},
    "year": {"period": {"stated": "the following year", "anchor": "2026-06-18", "resolved": "2028"}},
    "region": {"region": "CN"},
    "firmness": {"modality": "possible"},
    "voice": {"voice": "journalist"},
}
SCOPES: dict[str, tuple[dict[str, Any], str | None]] = {
    "several": ({}, "four or five together"),
    "one or two": ({"entity": {"name": "firms", "count": {"low": 1, "high": 2}}}, "one or two together"),
    "one": ({"entity": {"name": "a firm", "count": {"low": 1, "high": 1}}}, "one alone"),
    "one of the whole world": (
        {"entity": {"name": "a firm", "count": {"low": 1, "high": 1}}, "region": "WORLD"},
        "one alone",
    ),
    "the world": ({"entity": {"name": "the world"}, "region": "WORLD"}, "the whole world"),
    "nobody said how many": ({"entity": {"name": "firms"}}, None),
    "nobody said of whom": ({"entity": None, "region": "WORLD"}, None),
}
PERIODS: dict[str, tuple[dict[str, Any] | None, str | None]] = {
    "none": (None, None),
    "a year": ({"stated": "1999", "resolved": "1999"}, "one year"),
    "a month": ({"stated": "now", "resolved": "2026-06"}, "one month"),
    "a day": ({"stated": "today", "resolved": "2026-06-18"}, "one day"),
    "several years": ({"stated": "from 2025 to 2027", "resolved": "2025/2027"}, "several years"),
    "a quarter": ({"stated": "this quarter", "resolved": "2026-04/2026-06"}, "one quarter"),
    "a year and a half": ({"stated": "so far", "resolved": "2025-02/2026-06"}, "17 months"),
    "up to a year": ({"stated": "by 2027", "resolved": "../2027"}, "up to a date"),
    "each year": ({"stated": "annually", "recurs": "year"}, "each year"),
    "each quarter, said of one year": (
        {"stated": "every quarter", "recurs": "quarter", "resolved": "2026"},
        "each quarter",
    ),
    "unresolved": ({"stated": "in the long run"}, None),
}


def claim(**more: Any) -> Claim:
    return Claim.model_validate(CAPEX | more)


@pytest.mark.parametrize("case", FORBIDS)
def test_a_facet_that_matters_and_differs_forbids_one_axis_and_is_named(case: str) -> None:
    changed, natures, statuses, facet = FORBIDS[case]
    comparison = compare(claim(), claim(**changed), natures, statuses)
    assert (comparison.comparable, comparison.differing) == (False, (facet,))


@pytest.mark.parametrize("case", ALLOWS)
def test_what_does_not_matter_is_shown_and_forbids_nothing(case: str) -> None:
    comparison = compare(claim(), claim(**ALLOWS[case]), FLOWS, FORECASTS)
    assert (comparison.comparable, comparison.differing) == (True, ())


@pytest.mark.parametrize("case", PERIODS)
def test_a_period_has_the_type_that_its_resolution_has(case: str) -> None:
    period, expected = PERIODS[case]
    assert period_type(claim(period=period)) == expected


@pytest.mark.parametrize("case", SCOPES)
def test_a_scope_is_one_alone_only_where_that_is_said(case: str) -> None:
    changed, expected = SCOPES[case]
    assert entity_scope(claim(**changed)) == expected


def test_two_scopes_of_unknown_number_do_not_agree() -> None:
    firms = claim(entity={"name": "firms"})
    assert compare(firms, firms, FLOWS, FORECASTS).differing == (Facet("entity scope", "unknown", "unknown", True),)


def test_two_silences_about_the_same_facet_do_not_agree() -> None:
    comparison = compare(claim(measure=None), claim(measure=None), FLOWS, FORECASTS)
    assert comparison.differing == (Facet("measure", UNSTATED, UNSTATED, True),)


def test_a_forecast_of_several_and_a_rate_of_one_are_set_side_by_side_in_every_facet(vale: Pack) -> None:
    makers, own = vale.claims["makers-next-year"], vale.claims["own-yearly"]
    natures, statuses = (nature_of(vale, makers), nature_of(vale, own)), (status_of(makers), status_of(own))
    assert compare(makers, own, natures, statuses).facets == (
        Facet("measure", "capital-expenditure", "capital-expenditure", True),
        Facet("unit", "USD", "USD", True),
        Facet("period type", "one year", "each year", True),
        Facet("period", "2027", "in a year", False),
        Facet("entity scope", "three or four together", "one alone", True),
        Facet("region", "US", "US", False),
        Facet("nature", "flow", "flow", True),
        Facet("status", "forecast", "actual", True),
        Facet("bound", "more than", "as a figure", False),
        Facet("firmness", "asserted", "asserted", False),
        Facet("voice", "said by the speaker", "said by the speaker", False),
    )


def test_two_forecasts_of_the_same_makers_are_like_for_like(vale: Pack) -> None:
    first, second = vale.claims["makers-next-year"], vale.claims["makers-year-after"]
    natures, statuses = (nature_of(vale, first), nature_of(vale, second)), (status_of(first), status_of(second))
    assert compare(first, second, natures, statuses).comparable


def test_a_doubt_and_a_voice_are_shown_in_words_beside_the_other() -> None:
    facets = compare(claim(modality="possible"), claim(voice="journalist"), FLOWS, FORECASTS).facets
    assert [facet for facet in facets if not facet.agrees] == [
        Facet("firmness", "possibly", "asserted", False),
        Facet("voice", "said by the speaker", "written by the journalist", False),
    ]
