"""A period that is told from the day it was said has that day, and means what its words mean."""

from __future__ import annotations

import pytest

from narratives.library.rules.times import periods_agree_with_their_anchor, relative_periods_have_an_anchor
from tests.example import Example
from tests.rules.slips import (
    Table,
    edit,
    everywhere,
    reported,
    reports,
)

TRIPS: Table = {
    "a relative period has no anchor": (
        relative_periods_have_an_anchor,
        everywhere("claims.yaml", "anchor: 2026-06-18, ", ""),
    ),
    "“next year” is two years on": (
        periods_agree_with_their_anchor,
        edit("claims.yaml", ('resolved: "2027"}\n  quote: compute', 'resolved: "2028"}\n  quote: compute')),
    ),
    "“next year” is this month": (
        periods_agree_with_their_anchor,
        edit("claims.yaml", ('resolved: "2027"}\n  quote: compute', "resolved: 2026-06}\n  quote: compute")),
    ),
}
PASSES: Table = {
    "a period that is not relative needs no anchor": (
        relative_periods_have_an_anchor,
        edit(
            "claims.yaml",
            (
                '{stated: next year, anchor: 2026-06-18, resolved: "2027"}\n  quote: compute',
                "{stated: in the long run}\n  quote: compute",
            ),
            ("double next year", "double in the long run"),
        ),
    ),
    "a period within the year that is meant": (
        periods_agree_with_their_anchor,
        edit(
            "claims.yaml",
            ('resolved: "2027"}\n  quote: compute', "resolved: 2027-03}\n  quote: compute"),
            ('resolved: "2027"}\n  quote: makers', "resolved: ../2027}\n  quote: makers"),
        ),
    ),
}

REPORTS = reports("times")


def test_every_slip_has_its_report_and_every_report_its_slip() -> None:
    assert (bool(TRIPS), bool(PASSES), list(REPORTS)) == (True, True, list(TRIPS))


@pytest.mark.parametrize("slip", TRIPS)
def test_a_slip_is_reported_whole_and_by_its_rule_alone(slip: str, example: Example) -> None:
    assert reported(example, *TRIPS[slip]) == (REPORTS[slip], REPORTS[slip])


@pytest.mark.parametrize("neighbour", PASSES)
def test_what_looks_like_a_slip_and_is_none_passes(neighbour: str, example: Example) -> None:
    assert reported(example, *PASSES[neighbour]) == ("", "")
