"""The hedge lock holds what stands behind a claim too: notes, conversions, words said instead, other wordings, own names.

It walks `filled` narratives, in which every field holds words that stand nowhere else, and one with a wording that has few
words in common with the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from narratives import receipts
from narratives.html import beneath, said
from narratives.library import packs
from narratives.library.packs import Pack
from narratives.receipts import Receipt, standing
from narratives.receipts.bearings import OnRecord
from narratives.receipts.rewordings import Wording
from tests import behind, hedges
from tests.conftest import LIBRARY
from tests.filled import filled
from tests.hedges import Built

FAR = "Plants cost chip makers a fortune, whatever anyone says about it, and much else besides comes due before long enough."
FULL = {id: filled(pack) for id, pack in packs.load(LIBRARY).packs.items()}
VALE = FULL["ada-vale-forum"]
FAR_QUOTE = VALE.quotes["daily-makers"].model_copy(update={"exact": FAR})
APART = replace(VALE, quotes={**VALE.quotes, "daily-makers": FAR_QUOTE})
WALKS: dict[str, Callable[[Built], Iterator[str]]] = {
    "receipts": hedges.lost_in_receipts,
    "cards": hedges.lost_in_cards,
    "layers": hedges.lost_in_layers,
}


def test_in_a_filled_narrative_the_lock_holds_every_part_by_every_name() -> None:
    locked = {
        (part, name.split(" of ")[0])
        for id in ("makers-next-year", "china-not-stated", "chips-revenue", "open-is-good", "chips-share")
        for part, must in behind.kept(VALE, VALE.claims[id]).items()
        for name in must
        if " of " in name
    }
    assert len(FULL) == 3
    assert locked == {
        *(("instead", name) for name in ("exact", "note", "voice", "audit")),
        *(("wordings", name) for name in ("translation", "note", "change 1", "change 2", "change 3")),
        ("known", "reason"),
        *(("computation", name) for name in ("amount", "words")),
        *(("record", name) for name in ("snippet", "why", "verdict", "note", "dollars", "perimeter")),
    }
    assert behind.kept(VALE, VALE.claims["china-not-stated"])["record"]["dollars of yunhe-2025"] == (
        "at 8 CNY per dollar"
    )
    assert [behind.apart(pack, pack.claims["makers-next-year"]) for pack in (VALE, APART)] == [[], ["makers-by-2027"]]


@pytest.mark.parametrize("surface", WALKS)
def test_nothing_that_stands_behind_a_claim_or_layer_is_lost(surface: str) -> None:
    assert {id: list(WALKS[surface](Built(pack))) for id, pack in FULL.items()} == {id: [] for id in FULL}
    assert list(WALKS[surface](Built(APART))) == []


# Faults -----------------------------------------------------------------------------------------------

Losing = Callable[[Receipt], Receipt]


def of_facts(change: Callable[[OnRecord], OnRecord]) -> Losing:
    """A receipt in which the facts on record are changed."""

    def losing(receipt: Receipt) -> Receipt:
        assert receipt.record is not None
        reasons = tuple(replace(reason, facts=tuple(map(change, reason.facts))) for reason in receipt.record.reasons)
        return replace(receipt, record=replace(receipt.record, reasons=reasons))

    return losing


def of_wordings(change: Callable[[Wording], Wording]) -> Losing:
    return lambda receipt: replace(receipt, wordings=tuple(map(change, receipt.wordings)))


FAULTS: dict[str, tuple[Pack, str, Losing, str]] = {
    # fault: the narrative and the claim whose receipt has it, how it gets it, what the lock says
    "the note of a fact is gone": (
        VALE,
        "own-revenue",
        of_facts(lambda fact: replace(fact, note="")),
        "record: note of revenue-said-before",
    ),
    "the conversion of a fact is gone": (
        VALE,
        "china-not-stated",
        of_facts(lambda fact: replace(fact, told=tuple(part for part in fact.told if "per dollar" not in part))),
        "record: dollars of yunhe-2025",
    ),
    "the words said instead are gone": (
        VALE,
        "china-not-stated",
        lambda receipt: replace(receipt, instead=tuple(replace(each, words=None) for each in receipt.instead)),
        "instead: voice of china-builds",
    ),
    "the note of the words said instead is gone": (
        VALE,
        "china-not-stated",
        lambda receipt: replace(
            receipt,
            instead=tuple(
                replace(each, words=replace(each.words, note="", citation=None) if each.words else None)  # type: ignore[arg-type]
                for each in receipt.instead
            ),
        ),
        "instead: note of china-builds",
    ),
    "the note of a wording is gone": (
        VALE,
        "makers-next-year",
        of_wordings(lambda each: replace(each, note="")),
        "wordings: note of makers-by-2027",
    ),
    "the changes of a wording are gone": (
        VALE,
        "most-rivals-closed",
        of_wordings(lambda each: replace(each, told=(), changes=())),
        "wordings: change 1 of all-rivals-closed, “Most of our rivals”",
    ),
    "a wording with few words in common does not say so": (
        APART,
        "makers-next-year",
        of_wordings(lambda each: replace(each, marks=replace(each.marks, apart=False))),
        "wordings: apart",
    ),
    "a wording that has many says that it has few": (
        VALE,
        "makers-next-year",
        of_wordings(lambda each: replace(each, marks=replace(each.marks, apart=True))),
        "wordings: apart",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_a_receipt_lost_is_found_in_it_and_in_its_card(fault: str) -> None:
    assert len(FAULTS) == 8
    pack, id, losing, told = FAULTS[fault]
    claim, faulty = pack.claims[id], losing(receipts.of(pack, id))
    card = list(hedges.of_html(pack, claim, str(said.claim(faulty, size="full", record=True))))
    assert f"{id}, card, {told}" in card
    found = list(hedges.of_receipt(pack, claim, faulty))
    assert f"{id}, {told.replace(': apart', ': makers-by-2027 apart')}" in found


def test_a_card_that_does_not_tell_what_its_receipt_holds_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beneath, "APART", "")
    assert "makers-next-year, card, wordings: apart" in list(hedges.lost_in_cards(Built(APART)))


def test_a_name_of_a_layer_that_lost_its_capitals_or_its_number_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    role = next(role for role in VALE.layers if role.layer == "chips")
    assert (role.own_number, role.own_name) == (1, "The Chips Plane")
    whole = standing.numbering
    for lost, told in (("The Chips Plane", "chips, crosswalk: name"), ("number 1", "chips, crosswalk: number")):
        monkeypatch.setattr(
            hedges, "numbering", lambda *given, lost=lost: whole(*given).replace(lost, lost[:3].lower())
        )
        assert list(hedges.lost_in_layers(Built(VALE))) == [told]
