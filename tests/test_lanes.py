"""Beside a claim each firm has its lanes: one for each way in which it counts, all of one firm together, years in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from narratives.library.packs import Pack
from narratives.models import Fact
from narratives.tables.beside import beside

BOUND = "makers-next-year"


def recorded(pack: Pack, facts: Iterable[Fact]) -> Pack:
    return replace(pack, facts={fact.id: fact for fact in facts})


def made(pack: Pack, id: str, firm: str, definition: str | None, period: str | None, **more: object) -> Fact:
    """A fact of one firm beside the bound, with the perimeter of its firm."""
    fact = pack.facts["chip-one-2025"]
    entity = fact.entity.model_copy(update={"name": firm}) if fact.entity else None
    texts = {"id": id, "entity": entity, "perimeter": f"{firm} whole", "definition": definition, "period": period}
    return fact.model_copy(update=texts | more)


def lanes(pack: Pack, claim: str = BOUND) -> list[tuple[str, str, str]]:
    table = beside(pack, claim)
    return [
        (row["fact"], row["lane"], row["lane_note"]) for row in table[~table["said"].astype(bool)].to_dict("records")
    ]


def test_a_lane_is_a_firm_and_how_it_counts_and_its_years_stand_in_their_order(vale: Pack) -> None:
    facts = [
        made(vale, "two-later", "Two", "cash", "2026"),
        made(vale, "one-cash", "One", "cash", "2025"),
        made(vale, "two-leases", "Two", "with leases", "2024"),
        made(vale, "one-silent", "One", None, "2023"),
        made(vale, "two-earlier", "Two", "cash", "2022"),
        made(vale, "one-cash-too", "One", "cash", "2021"),
    ]
    assert lanes(recorded(vale, facts)) == [
        ("two-earlier", "Two", "Two whole; cash"),
        ("two-later", "Two", "Two whole; cash"),
        ("two-leases", "Two", "Two whole; with leases"),
        ("one-cash-too", "One", "One whole; cash"),
        ("one-cash", "One", "One whole; cash"),
        ("one-silent", "One", "One whole; definition not stated"),
    ]


def test_a_firm_and_a_note_that_are_alike_when_joined_have_lanes_of_their_own(vale: Pack) -> None:
    facts = [
        made(vale, "late", "One", "a", "2026", perimeter="b; c"),
        made(vale, "other", "One", "a", "2024", perimeter="b"),
        made(vale, "early", "One", "c; a", "2025", perimeter="b"),
    ]
    assert lanes(recorded(vale, facts)) == [
        ("early", "One", "b; c; a"),
        ("late", "One", "b; c; a"),
        ("other", "One", "b; a"),
    ]
    joined = [
        made(vale, "x", "One b", "c", "2025", perimeter=None),
        made(vale, "y", "One", "b c", "2024", perimeter=None),
    ]
    assert lanes(recorded(vale, joined)) == [("x", "One b", "c"), ("y", "One", "b c")]


def test_a_forecast_has_the_day_it_was_given_in_its_lane_and_one_of_nobody_the_name_of_its_region(vale: Pack) -> None:
    facts = [
        made(vale, "dated", "One", "cash", "2027", kind="forecast", as_of="2026-03-01"),
        made(vale, "undated", "One", "cash", "2027", kind="forecast", as_of=None),
        made(vale, "reported", "One", "cash", "2025", as_of="2026-03-01"),
        made(vale, "same", "One", "One whole", "2025"),
        made(vale, "region", "One", None, "2025", entity=None, perimeter=None),
    ]
    found = {fact: (lane, note) for fact, lane, note in lanes(recorded(vale, facts))}
    assert found == {
        "dated": ("One", "One whole; cash; as of 1 March 2026"),
        "undated": ("One", "One whole; cash; no day recorded"),
        "reported": ("One", "One whole; cash"),
        "same": ("One", "One whole"),
        "region": ("United States", "definition not stated"),
    }


def test_an_amount_is_labelled_by_its_period_as_its_source_says_it_else_as_it_is_resolved(vale: Pack) -> None:
    facts = [
        made(vale, "said", "One", "cash", "2025-04/2026-03", period_label="fiscal 2026"),
        made(vale, "resolved", "One", "cash", "2025"),
        made(vale, "never", "One", "cash", None),
    ]
    table = beside(recorded(vale, facts), BOUND).set_index("fact")
    assert {id: table.loc[id, "label"] for id in ("said", "resolved", "never")} == {
        "said": "fiscal 2026",
        "resolved": "2025",
        "never": "",
    }


def test_panels_stand_with_the_measure_of_the_claim_first_then_single_firms_last_then_by_how_much_differs(
    vale: Pack,
) -> None:
    several = vale.facts["three-makers-2027"]
    facts = [
        several.model_copy(update={"id": "other-measure", "measure": "revenue"}),
        made(vale, "single", "One", "cash", "2025"),
        several.model_copy(update={"id": "percent", "quantity": vale.facts["chips-share-2025"].quantity}),
        several.model_copy(update={"id": "timeless", "period": None}),
        several.model_copy(update={"id": "several"}),
    ]
    table = beside(
        recorded(vale, [each.model_copy(update={"bears_on": several.bears_on[:1]}) for each in facts]), BOUND
    )
    assert [tuple(row) for row in table[["panel", "fact", "differs"]].to_numpy()] == [
        ("said", BOUND, ""),
        ("record-1", "several", "other entity scope, status"),
        ("record-2", "percent", "other unit, entity scope, status"),
        ("record-3", "timeless", "other entity scope, status; period type not stated"),
        ("record-4", "single", "other entity scope, status"),
        ("record-5", "other-measure", "other measure, entity scope, status"),
    ]
    assert list(table["panel_label"]) == [
        "What was said: Capital expenditure",
        "Capital expenditure, three together, a year",
        "Capital expenditure, three together, a year",
        "Capital expenditure, three together, time not stated",
        "Capital expenditure, one alone, a year",
        "Revenue, three together, a year",
    ]
