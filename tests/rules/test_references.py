"""Every id that a record names exists, every quote is used, and nothing leads back to itself."""

from __future__ import annotations

import pytest

from narratives.library.rules.circles import nothing_runs_in_a_circle
from narratives.library.rules.references import quotes_are_used, references_resolve
from tests.example import Example
from tests.rules.slips import (
    ARGUMENT,
    ASSENT,
    CALLED,
    DERIVED,
    IN_2027,
    NO_CALLED,
    SILENCE,
    Table,
    add,
    all_of,
    edit,
    ledger,
    put,
    reported,
    reports,
)

TWO_ARGUMENTS = """\
  - {id: openness, role: claim, label: They publish their models, quote: publish}
  - {id: point, role: ground, label: That is the point, quote: publish, follows: [openness]}
"""
ON_EVIDENCE = ledger(
    "compute-doubles, state: open, judged: 2026-06-20",
    "makers-capex, state: cannot-be-judged, judged: 2026-06-20, evidence: [chip-one-2027]",
)

TRIPS: Table = {
    "a claim names a quote that is not there": (
        references_resolve,
        edit("claims.yaml", ("quote: makers\n", "quote: maker\n")),
    ),
    "a claim names four things that are not there": (
        references_resolve,
        add(
            "claims.yaml",
            "- {id: b, says: So., type: fact, voice: speaker, quote: x, measure: money,\n"
            "   assents_to: y, rendering_of: z}",
        ),
    ),
    "a silence names a question and a claim that are not there": (
        references_resolve,
        add("claims.yaml", SILENCE.replace("asked: q-compute", "asked: q-money").replace("[makers-", "[makes-")),
    ),
    "a derivation names an input and a source that are not there": (
        references_resolve,
        add("claims.yaml", DERIVED.replace("[makers-capex]", "[makers], rate: 1, date: 2026-06-18, source: bank")),
    ),
    "a quote names five things that are not there": (
        references_resolve,
        edit(
            "quotes.yaml",
            ("  answers: q-compute\n  exact: It", "  answers: q-money\n  by: eva-vale\n  exact: It"),
            ("[growth]", "[grow]\n  layers: [chip]"),
            ("source: transcript\n  voice: speaker\n  exact: We", "source: transkript\n  voice: speaker\n  exact: We"),
        ),
    ),
    "a layer, its quote and its product name what is not there": (
        references_resolve,
        put("layers.yaml", "- {layer: cips, participation: in, quote: maker, products: [{name: X, quote: mkers}]}"),
    ),
    "an argument names a quote and an argument that are not there": (
        references_resolve,
        edit("stance.yaml", ("quote: publish}", "quote: publsh, follows: [opennes]}")),
    ),
    "one who is called open has no claim": (references_resolve, edit("stance.yaml", (NO_CALLED, CALLED))),
    "a step names a quote and a claim that are not there": (
        references_resolve,
        edit("walkthrough.yaml", ("[compute-doubles]}", "[compute-double]}\n  quotes: [computer]")),
    ),
    "a step shows what is not there": (
        references_resolve,
        edit(
            "walkthrough.yaml",
            (
                "exhibit: as-stated\n",
                "exhibit: as-stated\n  state: {measures: [money], claims: [a], first: b, second: c, emphasis: [d]}\n",
            ),
        ),
    ),
    "a step lets a layer stand out that is not there": (
        references_resolve,
        edit("walkthrough.yaml", ("exhibit: as-stated\n", "exhibit: layer-stack\n  state: {emphasis: [chip]}\n")),
    ),
    "the narrative names claims and sources that are not there": (
        references_resolve,
        edit(
            "narrative.yaml",
            ("key_figures: [makers-capex]", "key_figures: [capex]"),
            ("expects growth, claims: [compute-doubles]", "expects growth, claims: [doubles]"),
            ("source: transcript", "source: letter"),
            ("name: Ada Vale,", "name: Ada Vale, basis: [{says: So it is., source: caixin}],"),
        ),
    ),
    "a quote is used by nothing": (quotes_are_used, edit("stance.yaml", (ARGUMENT, "  []\n"))),
    "evidence stands in a record that was left out": (references_resolve, ON_EVIDENCE),
    "two arguments follow each other": (
        nothing_runs_in_a_circle,
        edit("stance.yaml", (ARGUMENT, TWO_ARGUMENTS.replace("quote: publish}", "quote: publish, follows: [point]}"))),
    ),
    "a quote answers itself": (
        nothing_runs_in_a_circle,
        edit("quotes.yaml", ("voice: interviewer\n", "voice: interviewer\n  answers: q-compute\n")),
    ),
    "two claims render each other": (
        nothing_runs_in_a_circle,
        edit(
            "claims.yaml",
            ("quote: compute\n", "quote: compute\n  rendering_of: makers-capex\n"),
            ("quote: makers\n", "quote: makers\n  rendering_of: compute-doubles\n"),
        ),
    ),
    "a derived claim is its own input": (
        nothing_runs_in_a_circle,
        add("claims.yaml", DERIVED.replace("makers-capex ÷ 2", "half-of-capex").replace("[makers", "[half-of")),
    ),
}
PASSES: Table = {
    "evidence stands in the record": (
        references_resolve,
        all_of(put("record.yaml", IN_2027), ON_EVIDENCE),
    ),
    "a claim names another quote that is there": (references_resolve, add("claims.yaml", ASSENT)),
    "a quote names the speaker who is there": (
        references_resolve,
        edit("quotes.yaml", ("answers: q-compute\n  exact: It", "answers: q-compute\n  by: ada-vale\n  exact: It")),
    ),
    "a quote says why it stands alone": (
        quotes_are_used,
        all_of(
            edit("stance.yaml", (ARGUMENT, "  []\n")),
            edit(
                "quotes.yaml",
                ("exact: We publish our models", "exact: We publish our models\n  alone: It is the point."),
            ),
        ),
    ),
    "one argument follows the other": (nothing_runs_in_a_circle, edit("stance.yaml", (ARGUMENT, TWO_ARGUMENTS))),
}

REPORTS = reports("references")


def test_every_slip_has_its_report_and_every_report_its_slip() -> None:
    assert (bool(TRIPS), bool(PASSES), list(REPORTS)) == (True, True, list(TRIPS))


@pytest.mark.parametrize("slip", TRIPS)
def test_a_slip_is_reported_whole_and_by_its_rule_alone(slip: str, example: Example) -> None:
    assert reported(example, *TRIPS[slip]) == (REPORTS[slip], REPORTS[slip])


@pytest.mark.parametrize("neighbour", PASSES)
def test_what_looks_like_a_slip_and_is_none_passes(neighbour: str, example: Example) -> None:
    assert reported(example, *PASSES[neighbour]) == ("", "")
