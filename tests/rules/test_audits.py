"""Every quote was found in its source, in the source’s order, and was not edited since."""

from __future__ import annotations

import pytest

from narratives.library.rules.audits import quotes_are_audited, quotes_stand_in_order
from tests.example import Example
from tests.rules.slips import (
    ASSENT,
    Table,
    add,
    all_of,
    edit,
    reported,
    reports,
    spoken,
)


def makers_before_compute(example: Example) -> None:
    """The two answers change places."""
    _, question, compute, makers, publish = example.read("quotes.yaml").split("- id: ")
    example.set("quotes.yaml", "".join(f"- id: {quote}" for quote in (question, makers, compute, publish)))


TRIPS: Table = {
    "a quote was never audited": (
        quotes_are_audited,
        add("quotes.yaml", "- {id: new, source: transcript, voice: speaker, exact: models, alone: The last word.}"),
    ),
    "a quote was edited after its audit": (
        quotes_are_audited,
        edit("quotes.yaml", ("exact: It may double next year.", "exact: It may double")),
    ),
    "a quote got another voice after its audit": (
        quotes_are_audited,
        edit("quotes.yaml", ("voice: interviewer", "voice: journalist")),
    ),
    "a quote was audited as not found": (
        quotes_are_audited,
        edit("audit.lock.yaml", ("result: exact\n    start: 67", "result: not-found")),
    ),
    "two quotes are out of the source’s order": (quotes_stand_in_order, makers_before_compute),
}
PASSES: Table = {
    "a quote of a source without a text needs no audit": (
        quotes_are_audited,
        all_of(
            edit("sources.yaml", ("  text: example.txt\n", "")),
            edit("quotes.yaml", ("exact: It may double next year.", "exact: It may double")),
        ),
    ),
    "a quote was edited in what is not audited": (
        quotes_are_audited,
        edit("quotes.yaml", ("themes: [growth]", "themes: []")),
    ),
    "quotes are in the source’s order": (
        quotes_stand_in_order,
        spoken("So it is said.", "so", ASSENT.replace("quote: compute", "quote: so")),
    ),
}

REPORTS = reports("audits")


def test_every_slip_has_its_report_and_every_report_its_slip() -> None:
    assert (bool(TRIPS), bool(PASSES), list(REPORTS)) == (True, True, list(TRIPS))


@pytest.mark.parametrize("slip", TRIPS)
def test_a_slip_is_reported_whole_and_by_its_rule_alone(slip: str, example: Example) -> None:
    assert reported(example, *TRIPS[slip]) == (REPORTS[slip], REPORTS[slip])


@pytest.mark.parametrize("neighbour", PASSES)
def test_what_looks_like_a_slip_and_is_none_passes(neighbour: str, example: Example) -> None:
    assert reported(example, *PASSES[neighbour]) == ("", "")
