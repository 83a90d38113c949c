"""The public record: facts are whole, stand once, and carry a source, a day and a reason; predictions are followed up."""

from __future__ import annotations

import pytest

from narratives.library.rules.facts import facts_are_whole, facts_stand_once, predictions_are_followed_up
from tests.example import Example
from tests.rules.slips import (
    IN_2027,
    OPEN_BOTH,
    RECORD,
    Table,
    add,
    all_of,
    ledger,
    put,
    reported,
    reports,
)

FACT = RECORD.split("facts:\n")[1]
AGAIN = FACT.replace("id: chip-one-2025", "id: chip-one-again")
OTHER_SENTENCE = AGAIN.replace("Chip One, the whole company, spent", "The whole of Chip One spent")
BEARS = "      - {claim: makers-capex, verdict: qualifies, why: It is one of the makers in an earlier year.}\n"
TWICE = BEARS + BEARS.replace("qualifies", "disputes")
LATER = ("compute-doubles, state: open, judged: 2028-02-01", "makers-capex, state: open, judged: 2026-06-20")
EARLY = (
    "compute-doubles, state: cannot-be-judged, judged: 2026-06-20",
    "makers-capex, state: held, judged: 2026-06-20, evidence: [chip-one-2027]",
)
ON_THE_LAST_DAY = (
    "compute-doubles, state: open, judged: 2027-12-31",
    "makers-capex, state: held, judged: 2027-12-31, evidence: [chip-one-2027]",
)

TRIPS: Table = {
    "a fact with an amount has no measure, scope, region, period and perimeter": (
        facts_are_whole,
        put(
            "record.yaml",
            "".join(
                line
                for line in RECORD.splitlines(keepends=True)
                if line.split(":")[0].strip() not in ("measure", "entity", "region", "period", "perimeter")
            ),
        ),
    ),
    "the sentence of a fact does not hold its amount": (
        facts_are_whole,
        put("record.yaml", RECORD.replace("spent $12 billion on plants in", "spent a lot on plants in")),
    ),
    "a snippet is as long as a page": (
        facts_are_whole,
        put("record.yaml", RECORD.replace("were $12 billion.", "were $12 billion" + " and more" * 40 + ".")),
    ),
    "a reckoning of ours does not say how": (
        facts_are_whole,
        put("record.yaml", RECORD.replace("rank: primary", "rank: own")),
    ),
    "a fact stands twice": (facts_stand_once, put("record.yaml", RECORD + AGAIN)),
    "one figure stands twice under two sentences": (facts_stand_once, put("record.yaml", RECORD + OTHER_SENTENCE)),
    "a fact has two verdicts on one claim": (facts_stand_once, put("record.yaml", RECORD.replace(BEARS, TWICE))),
    "a prediction is missing from the ledger": (predictions_are_followed_up, ledger(OPEN_BOTH[0])),
    "a prediction stands in the ledger twice": (predictions_are_followed_up, ledger(*OPEN_BOTH, OPEN_BOTH[0])),
    "what is no prediction stands in the ledger": (
        predictions_are_followed_up,
        all_of(
            ledger(*OPEN_BOTH, "publishes, state: open, judged: 2026-06-20"),
            add(
                "claims.yaml",
                "- {id: publishes, says: They publish their models., type: fact, voice: speaker, quote: publish}\n",
            ),
        ),
    ),
    "a prediction is open though its time is over": (predictions_are_followed_up, ledger(*LATER)),
    "a prediction held before its time is over": (
        predictions_are_followed_up,
        all_of(put("record.yaml", IN_2027), ledger(*EARLY)),
    ),
    "a prediction without a time is open": (
        predictions_are_followed_up,
        all_of(
            ledger(*OPEN_BOTH, "publishes, state: open, judged: 2026-06-20"),
            add(
                "claims.yaml",
                "- {id: publishes, says: They publish their models., type: prediction, voice: speaker, quote: publish}\n",
            ),
        ),
    ),
}
PASSES: Table = {
    "a prediction is open on the last day of its time, and held on that day": (
        predictions_are_followed_up,
        all_of(put("record.yaml", IN_2027), ledger(*ON_THE_LAST_DAY)),
    ),
    "a fact is whole": (facts_are_whole, put("record.yaml", RECORD)),
    "a fact without an amount needs no scope": (
        facts_are_whole,
        put(
            "record.yaml",
            "".join(
                line
                for line in RECORD.splitlines(keepends=True)
                if line.split(":")[0].strip() not in ("measure", "entity", "region", "period", "perimeter", "quantity")
            ),
        ),
    ),
    "two facts differ in their period": (
        facts_stand_once,
        put(
            "record.yaml",
            RECORD
            + AGAIN.replace('period: "2025"', 'period: "2024"').replace("on plants in 2025", "on plants in 2024"),
        ),
    ),
    "both predictions are open": (predictions_are_followed_up, ledger(*OPEN_BOTH)),
    "a prediction without a time cannot be judged": (
        predictions_are_followed_up,
        all_of(
            ledger(*OPEN_BOTH, "publishes, state: cannot-be-judged, judged: 2026-06-20"),
            add(
                "claims.yaml",
                "- {id: publishes, says: They publish their models., type: prediction, voice: speaker, quote: publish}\n",
            ),
        ),
    ),
    "a time that is only worded": (
        facts_are_whole,
        put("record.yaml", RECORD.replace('period: "2025"', "period_label: said in 2025")),
    ),
    "no ledger is kept": (predictions_are_followed_up, put("record.yaml", RECORD)),
    "a prediction held when its time was over": (
        predictions_are_followed_up,
        all_of(
            put("record.yaml", IN_2027),
            ledger(
                "compute-doubles, state: cannot-be-judged, judged: 2028-01-02",
                "makers-capex, state: held, judged: 2028-01-02, evidence: [chip-one-2027]",
            ),
        ),
    ),
}

REPORTS = reports("public_record")


def test_every_slip_has_its_report_and_every_report_its_slip() -> None:
    assert (bool(TRIPS), bool(PASSES), list(REPORTS)) == (True, True, list(TRIPS))


@pytest.mark.parametrize("slip", TRIPS)
def test_a_slip_is_reported_whole_and_by_its_rule_alone(slip: str, example: Example) -> None:
    assert reported(example, *TRIPS[slip]) == (REPORTS[slip], REPORTS[slip])


@pytest.mark.parametrize("neighbour", PASSES)
def test_what_looks_like_a_slip_and_is_none_passes(neighbour: str, example: Example) -> None:
    assert reported(example, *PASSES[neighbour]) == ("", "")


def test_one_fact_copied_with_its_id_is_reported_once(example: Example) -> None:
    put("record.yaml", RECORD + FACT)(example)
    assert [problem.what for problem in example.problems()] == [
        "fact “chip-one-2025”: the id stands twice (first in line 4)"
    ]
