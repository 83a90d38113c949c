"""Every rule has a case that trips it and a neighbour that passes; and one slip gives one message."""

from __future__ import annotations

import pytest

from narratives.library.rules import AUDIT, RULES
from tests.example import Example
from tests.rules import (
    test_audits,
    test_captions,
    test_hedges,
    test_omissions,
    test_public_record,
    test_records,
    test_references,
    test_style,
    test_times,
    test_wordings,
)
from tests.rules.slips import DERIVED, add, all_of, edit, put, without

SUBJECTS = (
    test_audits,
    test_captions,
    test_hedges,
    test_omissions,
    test_times,
    test_public_record,
    test_records,
    test_references,
    test_style,
    test_wordings,
)
# A record with a slip of its own does not make its neighbours look wrong.
ALONE = {
    "a claim that alone uses a quote": edit(
        "claims.yaml", ("type: prediction\n  modality", "type: forecast\n  modality")
    ),
    "a claim that another is derived from": all_of(
        add("claims.yaml", DERIVED), edit("claims.yaml", ("about: competitor", "about: competitors"))
    ),
    "a quote that a claim stands on": edit("quotes.yaml", ("layers: [chips]", "layer: [chips]")),
    "a layer list that cannot be read": edit("layers.yaml", ("- layer: chips", "- layer: [chips")),
    "a lock that cannot be read": edit("audit.lock.yaml", ("sources:", "sources: [")),
    "a lock with a slip": edit("audit.lock.yaml", ("words: 41", "words: many")),
    "claims that are no list": put("claims.yaml", "claims: none"),
    "no quotes": put("quotes.yaml", "# none yet\n"),
    "a misspelt reference to a quote that nothing else uses": edit("stance.yaml", ("quote: publish", "quote: publis")),
    "a key of a finding": edit("narrative.yaml", ("overview:", "overveiw:")),
}


def test_every_rule_is_tripped_and_passed_at_least_once() -> None:
    rules = (*RULES, AUDIT)
    assert without(rules, *(subject.TRIPS for subject in SUBJECTS)) == []
    assert without(rules, *(subject.PASSES for subject in SUBJECTS)) == []


def test_every_rule_says_in_one_line_what_it_promises() -> None:
    promises = [(rule.__doc__ or "").strip() for rule in (*RULES, AUDIT)]
    assert [promise for promise in promises if "\n" in promise or not promise.endswith(".")] == []


@pytest.mark.parametrize("slip", ALONE)
def test_one_slip_gives_one_message(slip: str, example: Example) -> None:
    ALONE[slip](example)
    assert len(example.problems()) == 1, example.report()
