"""The evidence page answers each doubt, and the public record is never taken for what was said."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from narratives import exhibits, packs
from narratives.tables import beside, drift, record
from narratives.ui import beneath, evidence
from tests.test_pages import ROOT, opened, shown

PACK = packs.load(ROOT / "content").packs["alibaba-vivatech-2026"]
BOUND = "us-capex-next-year"
SAYS: dict[str, str] = {
    "audit": "The audit covers every voice",
    "identity": "Certainty of the resolved name: high",
    "wordings": "comparator turned: ",
    "record": "facts from elsewhere are set beside 24 claims",
    "forecasts": "falls due on 31 December 2027",
    "derivations": "at least half (50%) × more than $100 trillion = more than $50 trillion",
    "editions": f"You are reading edition {PACK.edition}",
    "sources": "Su Yang",
}
# What the page must show changed, by statement: where, kind, words
CHANGED = {
    (BOUND, "comparator-lost", "exceeding $800 billion", "of $800 billion"),
    (BOUND, "annual-to-cumulative", "next year", "by 2027"),
    ("ai-market-stated", "comparator-lost", "at least half ($50 trillion)", "This $50 trillion"),
    ("most-us-closed", "quantifier-strengthened", "Most", "all"),
}


def test_every_section_has_its_case() -> None:
    assert list(SAYS) == list(evidence.SECTIONS)


@pytest.mark.parametrize("section", SAYS)
def test_a_section_opens_by_its_link_and_answers_its_doubt(section: str) -> None:
    app = opened("evidence", section=section)
    assert (SAYS[section] in shown(app), list(app.exception)) == (True, [])


def test_the_audit_counts_every_quote_once() -> None:
    counts = {metric.label: metric.value for metric in opened("evidence").metric}
    assert counts == {
        "Found word for word": "75 of 76",
        "Found, white space and quotation marks aside": "1 of 76",
        "Not found": "0 of 76",
        "Found more than once": "0 of 76",
        "Edited since its audit, so unverified": "0 of 76",
    }


def test_each_change_that_the_issue_names_stands_with_its_words() -> None:
    found = {
        (drift.first_of(PACK, each.of), change.kind, change.was, change.now)
        for statement in drift.statements(PACK)
        for each in drift.wordings(PACK, statement)[1:]
        for change in each.changes
    }
    assert found >= CHANGED


def test_a_wording_in_another_language_stands_beside_our_translation_and_is_not_aligned() -> None:
    foreign = [
        each
        for statement in drift.statements(PACK)
        for each in drift.wordings(PACK, statement)[1:]
        if each.words and not each.language.startswith("en")
    ]
    assert foreign and all(each.translation and not each.aligned for each in foreign)
    html = beneath.wording(PACK, foreign[0])
    assert (f'lang="{foreign[0].language}"' in html, "Our translation: “" in html) == (True, True)


def test_the_chart_of_a_drifting_bound_draws_it_as_each_wording_has_it() -> None:
    built = exhibits.build("drift", exhibits.View((PACK,), options={"statement": BOUND}))
    assert list(built.table["amount"]) == ["more than $800 billion", "$800 billion", "$800 billion"]


def test_the_title_of_a_drifting_amount_names_what_it_became() -> None:
    built = exhibits.build("drift", exhibits.View((PACK,), options={"statement": "ai-market-stated"}))
    assert built.title == (
        "Joe Tsai’s amount in 5 wordings: at least $50 trillion, $50 trillion, at most $50 trillion and 1 more"
    )


# The public record ----------------------------------------------------------------------------------


def test_the_record_is_off_at_first_and_no_fact_of_it_is_on_any_chart() -> None:
    app = opened("investment")
    assert (app.toggle(key="record").value, "asn-record" in shown(app) and "<details open" in shown(app)) == (
        False,
        False,
    )
    assert "Beside the public record" not in "".join(chart.proto.spec for chart in app.get("plotly_chart"))


def test_switched_on_or_linked_the_record_says_that_it_is_not_from_the_interview() -> None:
    app = opened("investment")
    app.toggle(key="record").set_value(True).run()
    assert ("Not from the interview: the public record" in shown(app), list(app.exception)) == (True, [])
    linked = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30)
    linked.query_params["record"] = "true"
    linked.run()
    assert (linked.toggle(key="record").value, list(linked.exception)) == (True, [])


def test_no_fact_shares_the_axis_of_a_claim_unless_nothing_differs_between_them() -> None:
    claims = record.with_record(PACK)
    assert len(claims) > 15
    for claim in claims:
        table = beside.beside(PACK, claim)
        shared = set(table[table["said"].astype(bool)]["panel"]) & set(table[~table["said"].astype(bool)]["panel"])
        assert [row["differs"] for row in table.to_dict("records") if row["panel"] in shared and row["differs"]] == []


def test_a_fact_is_a_square_and_no_claim_is() -> None:
    built = exhibits.build("record", exhibits.View((PACK,), options={"claim": BOUND}))
    assert built.figure is not None
    squares = {
        data[0]
        for trace in built.figure.data
        if trace.customdata is not None and "square" in str(trace.marker.symbol)
        for data in trace.customdata
    }
    assert squares and squares <= set(PACK.facts)


def test_every_fact_has_a_source_a_snippet_and_for_each_claim_a_verdict_with_a_reason() -> None:
    assert len(PACK.facts) == 92
    for fact in PACK.facts.values():
        assert fact.source in PACK.record_sources and fact.snippet and fact.confidence in ("high", "medium")
        assert [bearing.claim for bearing in fact.bears_on if not bearing.why.strip()] == []


def test_verdicts_of_the_editors_take_no_sides_in_their_words() -> None:
    loaded = re.compile(r"\b(false|wrong|lie|lied|misleading|exaggerat\w+|rightly|wrongly|admit\w*|claims? to)\b", re.I)
    reasons = [bearing.why for fact in PACK.facts.values() for bearing in fact.bears_on]
    assert len(reasons) >= 90 and [why for why in reasons if loaded.search(why)] == []


def test_a_fact_without_an_address_says_so() -> None:
    silent = PACK.facts["alibaba-fcf-fy2023"]
    assert PACK.record_sources[silent.source].url is None
    assert "(no address recorded)" in beneath.fact(PACK, silent, "qualifies", "So it is.")


def test_an_error_report_carries_the_id_and_the_edition() -> None:
    html = beneath.report(PACK, "claim", BOUND, "so it is")
    assert (BOUND in html, PACK.edition in html, "mailto:" in html) == (True, True, True)


def test_the_title_of_the_record_counts_its_verdicts_and_the_ledger_its_states() -> None:
    shown_beside = exhibits.build("record", exhibits.View((PACK,), options={"claim": "ecommerce-share"}))
    ledger = exhibits.build("forecasts", exhibits.View((PACK,)))
    assert (shown_beside.title, ledger.title) == (
        "Not from the interview: 1 fact disputes “more than 80%”, 4 qualify it, 1 supports it",
        "Of 5 predictions by Joe Tsai, 2 are open and 3 cannot be judged",
    )


def test_beside_a_silence_the_title_names_the_silence() -> None:
    silent = exhibits.build("record", exhibits.View((PACK,), options={"claim": "china-capex-not-stated"}))
    assert silent.title == "Not from the interview: 5 facts qualify “no figure stated”"


def test_a_missing_passage_is_said_to_be_missing_once() -> None:
    missing = next(each for each in drift.wordings(PACK, BOUND) if not each.words)
    assert beneath.wording(PACK, missing).lower().count("missing") == 1


def test_facts_that_share_their_reason_are_told_once_with_their_number() -> None:
    told = beneath.facts(PACK, BOUND)
    many = [html for html in told if "facts. One firm in an earlier year" in html]
    assert (len(told) < 20, len(many), many[0].count('class="asn-fact"')) == (True, 1, 18)
    assert sum(html.count("Its words, and how it is counted") for html in told) == len(record.bearing_on(PACK, BOUND))


def test_our_own_reckoning_is_not_called_a_source() -> None:
    html = beneath.fact(PACK, PACK.facts["alibaba-commerce-share"], "disputes", "So it is.")
    assert ("Our own reckoning" in html, "÷ 1,023,670" in html, "secondary source" in html) == (True, True, False)


def test_an_amount_without_a_time_is_not_said_to_be_of_a_year() -> None:
    table = beside.beside(PACK, "ai-market-stated").set_index("fact")
    assert [table.loc["tsai-market-2025", name] for name in ("panel_label", "differs")] == [
        "Market size, the whole world, time not stated",
        "period type not stated",
    ]


@pytest.mark.parametrize("kind", ["quote", "claim"])
def test_an_opened_quote_and_what_stands_on_it_can_be_reported(kind: str) -> None:
    html = shown(opened("quotes", quote="capex-us"))
    assert f"Report an error in this {kind}" in html


def test_beside_a_claim_about_several_firms_single_firms_come_last_and_each_firm_stands_together() -> None:
    table = beside.beside(PACK, BOUND)
    labels = list(dict.fromkeys(table["panel_label"]))
    firms = [lane.split("|")[0] for lane in dict.fromkeys(table[table["panel_label"] == labels[-1]]["lane"])]
    assert (labels[-1], firms) == (
        "Capital expenditure, one alone, a year",
        ["Amazon", "Microsoft", "Microsoft", "Alphabet", "Meta", "Meta", "Oracle"],
    )


def test_the_layers_page_leads_to_the_other_count_of_the_layers_and_to_its_record() -> None:
    app = opened("layers", layer="energy", record="true")
    app.session_state["layer-claims"] = True  # what we take from the words is unfolded
    html = shown(app.run())
    assert ("yeyulingfeng.com" in html, "across all five layers" in html) == (True, True)


# Check it yourself -----------------------------------------------------------------------------------

PASTED: dict[str, tuple[str, str]] = {
    "another text": ("The weather was fine in Paris. " * 40, "This seems to be another article"),
    "one quote": ("So he said: Most major U.S. players are closed-source, by the way.", "of 76 quotes"),
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
    assert (len(figures), ["name resolved" in html for html in figures]) == (6, [True] * 6)
