"""The evidence page answers each doubt, and the public record is never taken for what was said."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from narratives import exhibits, receipts
from narratives.exhibits import Options
from narratives.html import beneath
from narratives.library import packs
from narratives.receipts import bearings, rewordings
from narratives.receipts.reporting import address
from narratives.tables import beside
from narratives.ui.words import doubts
from tests.conftest import LIBRARY
from tests.example import Example
from tests.rules.slips import RECORD
from tests.test_pages import ROOT, opened, shown

PACK = packs.load(LIBRARY).packs["ada-vale-forum"]
BOUND = "makers-next-year"
SAYS: dict[str, str] = {
    "audit": "The audit covers every voice",
    "identity": "Certainty of the resolved name: high",
    "wordings": "comparator lost: ",
    "record": "7 facts from elsewhere are set beside 5 claims",
    "forecasts": "falls due on 31 December 2027",
    "derivations": "about 70% × $12 billion = about $8.4 billion",
    "editions": f"You are reading edition {PACK.edition}",
    "sources": "Nell Reed",
}
# What the page must show changed, by statement: where, kind, words
CHANGED = {
    (BOUND, "comparator-lost", "more than", None),
    (BOUND, "annual-to-cumulative", "next year", "by 2027"),
    (BOUND, "scope-changed", "Three or four chip makers", "Chip makers"),
    ("most-rivals-closed", "quantifier-strengthened", "Most of our rivals", "All of her rivals"),
    ("models-as-water", "passage-missing", None, None),
}


def test_every_section_has_its_case() -> None:
    assert list(SAYS) == list(doubts.SECTIONS)


@pytest.mark.parametrize("section", SAYS)
def test_a_section_opens_by_its_link_and_answers_its_doubt(section: str) -> None:
    app = opened("evidence", section=section)
    assert (SAYS[section] in shown(app), list(app.exception)) == (True, [])


def test_the_audit_counts_every_quote_once() -> None:
    counts = {metric.label: metric.value for metric in opened("evidence").metric}
    assert counts == {
        "Found word for word": "28 of 29",
        "Found, white space and quotation marks aside": "1 of 29",
        "Not found": "0 of 29",
        "Found more than once": "0 of 29",
        "Edited since its audit, so unverified": "0 of 29",
    }


def test_each_change_of_a_wording_stands_with_its_words() -> None:
    found = {
        (rewordings.first_of(PACK, each.of.id), change.kind, change.was, change.now)
        for statement in rewordings.statements(PACK)
        for each in rewordings.wordings(PACK, statement)[1:]
        for change in each.changes
    }
    assert found == CHANGED


def test_a_wording_in_another_language_stands_beside_our_translation_and_is_not_aligned() -> None:
    foreign = [
        each
        for statement in rewordings.statements(PACK)
        for each in rewordings.wordings(PACK, statement)[1:]
        if each.words and not each.language.startswith("en")
    ]
    (one,) = foreign
    assert (bool(one.translation), [part.changed for part in one.marks.words]) == (True, [False])
    html = str(beneath.wording(one))
    assert (f'lang="{one.language}"' in html, "Our translation: “" in html) == (True, True)


def test_the_chart_of_a_drifting_bound_draws_it_as_each_wording_has_it() -> None:
    built = exhibits.build("drift", exhibits.View((PACK,), options=Options(statement=BOUND)))
    assert list(built.table["amount"]) == ["more than $40 billion", "$40 billion", "$40 billion"]


def test_the_title_of_a_drifting_amount_names_what_it_became() -> None:
    built = exhibits.build("drift", exhibits.View((PACK,), options=Options(statement=BOUND)))
    assert built.title == "Ada Vale’s amount in 3 wordings: more than $40 billion, $40 billion"


# The public record ----------------------------------------------------------------------------------


def test_the_record_is_off_at_first_and_no_fact_of_it_is_on_any_chart() -> None:
    app = opened("investment")
    assert (app.toggle(key="record").value, "asn-record" in shown(app) and "<details open" in shown(app)) == (
        False,
        False,
    )
    assert "Beside the public record" not in "".join(chart.proto.spec for chart in app.get("plotly_chart"))


def test_switched_on_or_linked_the_record_says_that_it_is_not_from_the_interview() -> None:
    app = opened("investment", claim=BOUND)
    app.toggle(key="record").set_value(True).run()
    assert ("Not from the interview: the public record" in shown(app), list(app.exception)) == (True, [])
    linked = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30)
    linked.query_params["record"] = "true"
    linked.run()
    assert (linked.toggle(key="record").value, list(linked.exception)) == (True, [])


def test_no_fact_shares_the_axis_of_a_claim_unless_nothing_differs_between_them() -> None:
    claims = bearings.with_record(PACK)
    assert len(claims) == 5
    for claim in claims:
        table = beside.beside(PACK, claim)
        shared = set(table[table["said"].astype(bool)]["panel"]) & set(table[~table["said"].astype(bool)]["panel"])
        assert [row["differs"] for row in table.to_dict("records") if row["panel"] in shared and row["differs"]] == []


def test_a_fact_of_the_same_makers_and_year_shares_the_axis_of_a_claim_and_one_of_another_year_does_not(
    example: Example,
) -> None:
    alike = RECORD.split("facts:\n")[1].replace("count: {low: 1, high: 1}", "count: {low: 3, high: 4}")
    for old, new in (
        ("chip-one-2025", "chip-makers-2027"),
        ("Chip One, the whole company, spent $12", "Chip makers will spend $50"),
        ("in 2025", "in 2027"),
        ('"2025"', '"2027"'),
        ("value: 12", "value: 50"),
        ("kind: actual", "kind: forecast"),
    ):
        alike = alike.replace(old, new)
    table = beside.beside(example.set("record.yaml", RECORD + alike).pack(), "makers-capex")
    panels = {row["fact"]: (row["panel"], row["differs"]) for row in table.to_dict("records")}
    assert panels == {
        "makers-capex": ("record-0", ""),
        "chip-makers-2027": ("record-0", ""),
        "chip-one-2025": ("record-2", "other entity scope, status"),
    }


def test_a_fact_is_a_square_and_no_claim_is() -> None:
    built = exhibits.build("record", exhibits.View((PACK,), options=Options(claim=BOUND)))
    assert built.figure is not None
    squares = {
        data[0]
        for trace in built.figure.data
        if trace.customdata is not None and "square" in str(trace.marker.symbol)
        for data in trace.customdata
    }
    assert squares and squares <= set(PACK.facts)


def test_a_fact_without_an_address_says_so() -> None:
    silent = PACK.facts["three-makers-2027"]
    assert PACK.record_sources[silent.source].url is None
    assert "(no address recorded)" in str(
        beneath.fact(bearings.on_record(PACK, silent, BOUND, "qualifies", "So it is."))
    )


def test_an_error_report_carries_the_id_and_the_edition() -> None:
    html = str(beneath.report("claim", address(PACK, "claim", BOUND, "so it is")))
    assert (BOUND in html, PACK.edition in html, "https://example.org/issues/new?" in html) == (True, True, True)


def test_the_title_of_the_record_counts_its_verdicts_and_the_ledger_its_states() -> None:
    shown_beside = exhibits.build("record", exhibits.View((PACK,), options=Options(claim=BOUND)))
    ledger = exhibits.build("forecasts", exhibits.View((PACK,)))
    assert (shown_beside.title, ledger.title) == (
        "Not from the interview: 3 facts qualify “more than $40 billion”, 1 supports it",
        "Of 5 predictions by Ada Vale, 4 are open and 1 cannot be judged",
    )


def test_beside_a_silence_the_title_names_the_silence() -> None:
    silent = exhibits.build("record", exhibits.View((PACK,), options=Options(claim="china-not-stated")))
    assert silent.title == "Not from the interview: 1 fact qualifies “no figure stated”"


def test_a_missing_passage_is_said_to_be_missing_once() -> None:
    missing = next(each for each in rewordings.wordings(PACK, "models-as-water") if not each.words)
    assert str(beneath.wording(missing)).lower().count("missing") == 1


def test_facts_that_share_their_reason_are_told_once_with_their_number() -> None:
    beside = receipts.of(PACK, BOUND).record
    told = [str(each) for each in beneath.facts(beside)] if beside else []
    many = [html for html in told if "facts. It is one maker in an earlier year" in html]
    assert (len(told), len(many), many[0].count('class="asn-fact"')) == (2, 1, 4)  # the group, and each in it
    assert sum(html.count("Its words, and how it is counted") for html in told) == len(bearings.bearing_on(PACK, BOUND))


def test_our_own_reckoning_is_not_called_a_source() -> None:
    (fact,) = bearings.verdicts(PACK, "chips-share-2025")
    html = str(beneath.fact(fact))
    assert ("Our own reckoning" in html, "7.8 ÷ 12" in html, "secondary source" in html) == (True, True, False)


def test_an_amount_without_a_time_is_not_said_to_be_of_a_year() -> None:
    table = beside.beside(PACK, "own-revenue").set_index("fact")
    assert [table.loc["revenue-said-before", name] for name in ("panel_label", "differs")] == [
        "Revenue, one alone, time not stated",
        "period type not stated",
    ]


@pytest.mark.parametrize("kind", ["quote", "claim"])
def test_an_opened_quote_and_what_stands_on_it_can_be_reported(kind: str) -> None:
    html = shown(opened("quotes", quote="makers"))
    assert f"Report an error in this {kind}" in html


def test_beside_a_claim_about_several_firms_single_firms_come_last_and_each_firm_stands_together() -> None:
    table = beside.beside(PACK, BOUND)
    labels = list(dict.fromkeys(table["panel_label"]))
    last = table[table["panel_label"] == labels[-1]]
    firms = [lane for lane, _ in dict.fromkeys(zip(last["lane"], last["lane_note"], strict=True))]
    assert (labels[-1], firms) == ("Capital expenditure, one alone, a year", ["Chip One", "Chip One", "Chip Two"])


# Check it yourself -----------------------------------------------------------------------------------

PASTED: dict[str, tuple[str, str]] = {
    "another text": ("The weather was fine in Paris, they say. " * 40, "This seems to be another article"),
    "one quote": ("So she said: Most of our rivals keep their models closed, by the way.", "of 25 quotes"),
}


@pytest.mark.parametrize("case", PASTED)
def test_a_pasted_text_gets_a_plain_answer(case: str) -> None:
    text, answer = PASTED[case]
    app = opened("evidence")
    app.text_area[0].input(text)
    next(button for button in app.button if button.label == "Find every quote in it").click().run()
    assert (answer in shown(app), list(app.exception)) == (True, [])


def test_a_key_figure_says_that_the_name_was_printed_otherwise() -> None:
    figures = [html for html in shown(opened("overview")).split("\n") if 'class="asn-figure"' in html]
    assert (len(figures), ["name resolved" in html for html in figures]) == (
        4,
        [True, True, True, False],
    )  # the last is the treasurer’s
