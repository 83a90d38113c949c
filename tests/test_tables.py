"""The numbers and words that figures show, computed from packs: on a made-up narrative, and on an example."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from narratives.library.packs import Pack
from narratives.models import Claim, dates
from narratives.receipts.hearing import ALL_VOICES, CHOICES
from narratives.receipts.origins import share_quoted
from narratives.receipts.sentences import nature_of, phrase_of, status_of
from narratives.receipts.standing import words_on
from narratives.tables import amounts, claims, pairs, quotations, reckoning, stack, stance, topics
from tests.example import Example

QUOTED = CHOICES["quoted only"]
PRESENT = "stated of the present"
AS_STATED = [
    # claim, amount, form, low, high, currency, status, modality, voice
    ("own-quarterly", "less than $2 billion", "upper bound", None, 2e9, "USD", PRESENT, "asserted", "speaker"),
    ("own-yearly", "$6 billion to $8 billion", "range", 6e9, 8e9, "USD", PRESENT, "asserted", "speaker"),
    ("own-at-most", "at most $9 billion", "upper bound", None, 9e9, "USD", "forecast", "conditional", "speaker"),
    ("makers-next-year", "more than $40 billion", "lower bound", 4e10, None, "USD", "forecast", "asserted", "speaker"),
    ("makers-by-2027", "$40 billion", "stated", 4e10, 4e10, "USD", "forecast", "asserted", "journalist"),
    ("makers-asked", "$50 billion", "stated", 5e10, 5e10, "USD", "forecast", "asserted", "interviewer"),
    ("makers-year-after", "at least $60 billion", "lower bound", 6e10, None, "USD", "forecast", "possible", "speaker"),
    ("china-not-stated", "no figure stated", "absent", None, None, None, "", "asserted", "editor"),
    ("chips-revenue", "about $8.4 billion", "about", 8.4e9, 8.4e9, "USD", "derived", "asserted", "editor"),
    ("own-revenue", "$12 billion", "stated", 1.2e10, 1.2e10, "USD", PRESENT, "asserted", "speaker"),
    ("models-market", "a few hundred billion dollars", "words", None, None, "USD", PRESENT, "asserted", "speaker"),
]
FORMS: dict[str, tuple[str, str, float | None, float | None]] = {
    # quantity → form, amount, low, high
    'comparator: ">", value: 40': ("lower bound", "more than $40 billion", 4e10, None),
    'comparator: ">=", value: 40': ("lower bound", "at least $40 billion", 4e10, None),
    'comparator: "<", value: 40': ("upper bound", "less than $40 billion", None, 4e10),
    'comparator: "<=", value: 40': ("upper bound", "at most $40 billion", None, 4e10),
    'comparator: "~", value: 40': ("about", "about $40 billion", 4e10, 4e10),
    "value: 40": ("stated", "$40 billion", 4e10, 4e10),
    "value: 0.5": ("stated", "$0.5 billion", 5e8, 5e8),
    "low: 40, high: 50": ("range", "$40 billion to $50 billion", 4e10, 5e10),
    "words: a few": ("words", "a few", None, None),
}
SPANS = {
    "2027": ("2027-01-01", "2027-12-31"),
    "2026-06": ("2026-06-01", "2026-06-30"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2026-06-18": ("2026-06-18", "2026-06-18"),
    "2025/2027": ("2025-01-01", "2027-12-31"),
    "2025-11/2026-02": ("2025-11-01", "2026-02-28"),
}


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """The rows of a table as tuples, with None where a value is missing."""
    found = table[list(columns)].itertuples(index=False, name=None)
    return [tuple(None if isinstance(value, float) and math.isnan(value) else value for value in row) for row in found]


def claim(**more: Any) -> Claim:
    return Claim.model_validate({"id": "a", "says": "It is so.", "type": "position", "voice": "speaker"} | more)


# Amounts ------------------------------------------------------------------------------------------


def test_every_amount_of_money_stands_as_stated_by_measure_region_and_size(vale: Pack) -> None:
    columns = ("claim", "amount", "form", "low", "high", "currency", "status", "modality", "voice")
    assert rows(amounts.amounts([vale]), *columns) == AS_STATED


def test_a_missing_figure_keeps_its_row_has_no_number_and_says_what_stands_instead(vale: Pack) -> None:
    table = amounts.amounts([vale])
    silence = table[table["claim"] == "china-not-stated"]
    columns = ("region_label", "scope", "amount", "low", "high", "currency", "period", "quote", "instead")
    words = "“In China they build a great deal, more than people here believe.”"
    assert rows(silence, *columns) == [("China", "", "no figure stated", None, None, None, "", None, words)]


def test_a_silence_stays_under_every_choice_of_voices(vale: Pack) -> None:
    kept = [amounts.amounts([vale], voices)["claim"].str.endswith("not-stated").sum() for voices in CHOICES.values()]
    assert kept == [1, 1, 1, 1]


def test_other_voices_are_left_out_where_only_the_quoted_are_chosen(vale: Pack) -> None:
    assert rows(amounts.amounts([vale], QUOTED), "claim") == [
        (row[0],) for row in AS_STATED if row[-1] == "speaker" or row[2] == "absent"
    ]


@pytest.mark.parametrize("quantity", FORMS)
def test_an_amount_has_the_ends_that_its_bound_leaves_it(quantity: str, example: Example) -> None:
    example.edit("claims.yaml", 'comparator: ">", value: 40', f"{quantity}")
    says = FORMS[quantity][1]
    if "words" in quantity:
        example.edit("claims.yaml", "scale: billion, ", "")
    example.edit("claims.yaml", "more than $40 billion", says)
    example.edit("claims.yaml", "region: US", "region: US\n  reasons: {comparator: A test.}")
    example.edit("quotes.yaml", "more than $40 billion", "$40 to $50 billion and $0.5 billion")
    text = example.sources / "example.txt"
    text.write_text(
        text.read_text("utf-8").replace("more than $40 billion", "$40 to $50 billion and $0.5 billion"), "utf-8"
    )
    example.audited()
    assert rows(amounts.amounts([example.pack()]), "form", "amount", "low", "high") == [FORMS[quantity]]


def test_the_ladder_shows_each_amount_once_smallest_first(vale: Pack) -> None:
    assert rows(amounts.by_size(amounts.amounts([vale])), "claim", "low", "high") == [
        ("own-quarterly", None, 2e9),
        ("own-yearly", 6e9, 8e9),
        ("chips-revenue", 8.4e9, 8.4e9),
        ("own-at-most", None, 9e9),
        ("own-revenue", 1.2e10, 1.2e10),
        ("makers-next-year", 4e10, None),
        ("makers-asked", 5e10, 5e10),
        ("makers-year-after", 6e10, None),
    ]


def test_on_the_ladder_the_rarer_currency_comes_last(library: Mapping[str, Pack]) -> None:
    both = amounts.amounts([library["lin-bo-letters"], library["ada-vale-forum"]])
    assert [currency for (currency,) in rows(amounts.by_size(both), "currency")] == ["USD"] * 8 + ["CNY"] * 2


def test_the_share_that_a_reader_may_move_is_the_percentage_behind_the_derived_amount(vale: Pack) -> None:
    moving = reckoning.movable(vale)
    assert moving and [each.id for each in moving] == ["chips-revenue", "chips-share"]


@pytest.mark.parametrize(
    ("share", "amount", "value"),
    [(10, "$1.2 billion", 1.2e9), (50, "$6 billion", 6e9), (65, "$7.8 billion", 7.8e9), (100, "$12 billion", 1.2e10)],
)
def test_a_moved_share_moves_the_amount_and_keeps_its_hedge(share: int, amount: str, value: float, vale: Pack) -> None:
    stated = amounts.amounts([vale])
    moved = reckoning.with_share(stated, vale, vale.claims["chips-revenue"], share)
    assert rows(moved[moved["voice"] == "yours"], "claim", "amount", "form", "low", "high", "phrase") == [
        (
            "chips-revenue",
            f"about {amount}",
            "about",
            value,
            value,
            f"Your own reckoning, not in the source: about {amount}, if the share were {share}%",
        )
    ]
    assert set(moved.loc[moved["voice"] == "yours", "derived_from"]) == {f"about {share}% × $12 billion"}
    assert set(moved["claim"]) == set(amounts.by_size(stated)["claim"])


def test_a_moved_share_of_an_open_bound_stays_open(example: Example) -> None:
    """At least half of more than $40 billion is more than $20 billion: whichever share is tried, the bound stays."""
    share = """\
- id: half-at-least
  says: At least 50% of plants is theirs.
  type: quantity
  voice: speaker
  measure: share-of-revenue
  entity: {name: theirs}
  region: US
  quantity: {comparator: ">=", value: 50, unit: percent}
  quote: half
- id: theirs
  says: Theirs is more than $20 billion of plants.
  type: quantity
  voice: editor
  measure: capital-expenditure
  entity: {name: Theirs}
  region: US
  quantity: {comparator: ">", value: 20, scale: billion, currency: USD}
  derivation: {formula: half-at-least × makers-capex, inputs: [half-at-least, makers-capex]}
"""
    example.edit("../measures.yaml", "in_sentence: [of revenue]", "in_sentence: [of revenue, of plants]")
    example.say("At least half is ours.")
    example.add("quotes.yaml", "- {id: half, source: transcript, voice: speaker, exact: At least half is ours.}\n")
    pack = example.add("claims.yaml", share).audited().pack()
    moved = reckoning.with_share(amounts.amounts([pack]), pack, pack.claims["theirs"], 75)
    assert rows(moved[moved["voice"] == "yours"], "amount", "form", "low", "high") == [
        ("more than $30 billion", "lower bound", 3e10, None)
    ]


def test_a_share_of_what_is_not_derived_cannot_be_moved(vale: Pack) -> None:
    with pytest.raises(ValueError, match="own-revenue is not derived"):
        reckoning.with_share(amounts.amounts([vale]), vale, vale.claims["own-revenue"], 60)


def test_where_nothing_is_derived_there_is_nothing_to_move(example: Example) -> None:
    assert reckoning.movable(example.pack()) is None


def test_every_claim_that_counts_something_can_be_compared_by_a_label_that_keeps_its_hedges(vale: Pack) -> None:
    labels = pairs.comparable([vale])
    assert set(labels) == {claim.id for claim in vale.claims.values() if claim.measure}
    assert [labels[id] for id in ("makers-year-after", "chips-share", "china-not-stated")] == [
        "possibly at least $60 billion: Capital expenditure, three or four chip makers, 2028 (“the year after”)",
        "about 70%: Share of revenue, Vale Works",
        "no figure stated: Capital expenditure",
    ]


def test_capital_expenditure_is_shown_where_no_measure_is_chosen_and_else_the_first() -> None:
    assert [
        amounts.usual(measures) for measures in (["revenue", "capital-expenditure"], {"revenue": "", "power": ""})
    ] == [
        "capital-expenditure",
        "revenue",
    ]


def test_the_pair_first_compared_is_the_us_bound_and_the_nearest_figure_at_home(
    library: Mapping[str, Pack], example: Example
) -> None:
    first = {
        pack.id: pairs.default_pair(amounts.amounts([pack]), pairs.comparable([pack]), pack.narrative.region)
        for pack in (*library.values(), example.pack())
    }
    assert first == {
        "ada-vale-forum": ("own-quarterly", "own-yearly"),
        "lin-bo-letters": ("capex-range", "revenue-last-year"),
        "mara-holm-note": ("no-capex", "no-power"),
        "example": ("makers-capex", "makers-capex"),
    }
    ada = library["ada-vale-forum"]
    table, labels = amounts.amounts([ada]), pairs.comparable([ada])
    assert {home: pairs.default_pair(table, labels, home)[1] for home in ("US", "CN", "WORLD")} == {
        "US": "own-yearly",  # the next of her own region
        "CN": "own-yearly",  # no amount there: the next of all
        "WORLD": "models-market",
    }


@pytest.mark.parametrize("resolved", SPANS)
def test_a_period_spans_its_first_to_its_last_day(resolved: str) -> None:
    assert (dates.first_day(resolved), dates.last_day(resolved)) == SPANS[resolved]


def test_a_period_is_said_resolved_and_as_stated() -> None:
    periods: list[dict[str, Any] | None] = [
        {"stated": "next year", "anchor": "2026-06-18", "resolved": "2027"},
        {"stated": "annually", "recurs": "year"},
        {"stated": "1999", "resolved": "1999"},
        {"stated": "in the long run"},
        None,
    ]
    assert [amounts.period_in_words(claim(period=period)) for period in periods] == [
        "2027 (“next year”)",
        "“annually”",
        "“1999”",
        "“in the long run”",
        "",
    ]


def test_a_chart_of_no_amounts_is_an_empty_table_with_its_columns(example: Example) -> None:
    table = amounts.amounts([example.pack()], frozenset({"journalist"}))
    assert (list(table.columns), len(table), len(amounts.by_size(table))) == (
        list(amounts.COLUMNS),
        0,
        0,
    )


# Claims -------------------------------------------------------------------------------------------


def test_a_choice_of_voices_says_how_many_claims_of_whom_it_leaves_out(vale: Pack) -> None:
    assert {
        name: (len(claims.claims([vale], voices)), claims.left_out([vale], voices)) for name, voices in CHOICES.items()
    } == {
        "quoted only": (
            21,
            "Left out: 6 claims (2 the journalist’s, 1 the interviewer’s, 1 derived by us, 2 paraphrased).",
        ),
        "with paraphrase": (23, "Left out: 4 claims (2 the journalist’s, 1 the interviewer’s, 1 derived by us)."),
        "with interviewer and journalist": (26, "Left out: 1 claim (1 derived by us)."),
        "with our derivations": (27, ""),
    }


def test_each_choice_of_voices_is_wider_than_the_one_before() -> None:
    sets = list(CHOICES.values())
    assert all(narrow < wide for narrow, wide in pairwise(sets)) and sets[-1] == ALL_VOICES


def test_nature_comes_from_the_measure_unless_the_claim_has_its_own(example: Example) -> None:
    pack = example.pack()
    capex = pack.claims["makers-capex"]
    assert [nature_of(pack, each) for each in (capex, capex.model_copy(update={"nature": "stock"}), claim())] == [
        "flow",
        "stock",
        None,
    ]


def test_status_comes_from_the_type_unless_the_claim_has_its_own() -> None:
    amount = {"quantity": {"value": "1", "unit": "firms"}}
    stated = [
        claim(**each)
        for each in (
            {"type": "prediction", **amount},
            {"type": "quantity", **amount},
            {"type": "fact", **amount},
            {"type": "belief", **amount},
            {"type": "prediction"},
            {"type": "fact", "status": "plan"},
        )
    ]
    assert [status_of(each) for each in stated] == ["forecast", "actual", "actual", None, None, "plan"]


def test_a_csv_holds_numbers_as_stated_and_quotes_what_a_spreadsheet_would_run() -> None:
    table = pd.DataFrame(
        {
            "n": [3, None, None],
            "d": [Decimal("67.70"), None, Decimal("-5")],
            "t": ["=1+1", "+1", "@x"],
            "u": ["-5", ">=", "="],
            "b": [True, False, True],
            "f": [0.5, None, 2.0],
        }
    )
    assert claims.as_csv(table) == "n,d,t,u,b,f\n3,67.70,'=1+1,'-5,True,0.5\n,,'+1,>=,False,\n,-5,'@x,=,True,2\n"


def test_records_hold_numbers_as_numbers_and_nothing_as_none() -> None:
    table = pd.DataFrame({"n": [3.0, None], "d": [Decimal("67.7"), Decimal("800")], "t": ["a", None]})
    assert claims.as_records(table) == [{"n": 3, "d": 67.7, "t": "a"}, {"n": None, "d": 800, "t": None}]


def test_an_exact_number_of_the_table_is_the_number_of_the_pack(vale: Pack) -> None:
    table = claims.claims([vale]).set_index("id")
    assert {id: value for id, value in table["value"].items() if value is not None} == {
        each.id: each.quantity.value
        for each in vale.claims.values()
        if each.quantity and each.quantity.value is not None
    }


# Silences, interest, comparison -------------------------------------------------------------------


def test_each_topic_and_region_is_a_number_words_a_silence_or_not_raised(vale: Pack) -> None:
    table = topics.silences([vale])
    raised = table[table["state"] != "not-raised"]
    assert (len(table), rows(raised, "topic", "region", "state", "claim")) == (
        20,
        [
            ("capital-expenditure", "US", "number", "makers-next-year"),
            ("capital-expenditure", "CN", "not-stated", "china-not-stated"),
            ("revenue", "US", "number-one", "own-revenue"),
            ("revenue-share", "US", "number-one", "chips-share"),
            ("market-size", "WORLD", "number", "models-market"),
            ("investment-by-layer", "US", "asked-not-answered", "layers-not-answered"),
        ],
    )


def test_a_noted_silence_outweighs_words_and_the_words_stand_behind_it(vale: Pack) -> None:
    table = topics.silences([vale])
    china = table[(table["topic"] == "capital-expenditure") & (table["region"] == "CN")]
    silence = "Silence in Ada Vale’s words (18 June 2026): no figure is stated for China’s capital expenditure"
    assert rows(china, "state_label", "claims", "phrase") == [
        ("no figure stated", ("china-not-stated", "china-builds"), silence)
    ]


def test_what_is_said_only_in_words_and_what_is_not_raised_say_so(example: Example) -> None:
    example.add(
        "claims.yaml",
        "- {id: in-words, says: They build plants., type: position, voice: speaker, measure: share-of-revenue,\n   region: CN, quote: makers}\n",
    )
    table = topics.silences([example.pack()])
    share = table[table["topic"] == "share-of-revenue"]
    assert rows(share, "region", "state", "state_label", "claims", "phrase") == [
        ("US", "not-raised", "not raised", (), "Not raised in this narrative."),
        ("CN", "words", "words only", ("in-words",), "Ada Vale (18 June 2026): they build plants"),
        ("EU", "not-raised", "not raised", (), "Not raised in this narrative."),
        ("WORLD", "not-raised", "not raised", (), "Not raised in this narrative."),
    ]


def test_interest_counts_claims_and_never_silences(vale: Pack) -> None:
    table = topics.interest([vale])
    assert rows(table, "about", "label", "count") == [
        ("own-firm", "their own firm", 13),
        ("competitor", "a competitor", 6),
        ("other-country", "another country", 1),
        ("world", "the world", 4),
    ]
    assert [len(ids) for ids in table["claims"]] == list(table["count"])
    assert not any(vale.claims[id].absence for ids in table["claims"] for id in ids)


def test_two_claims_are_compared_facet_by_facet_in_words(vale: Pack) -> None:
    first, second = vale.claims["makers-next-year"], vale.claims["own-yearly"]
    table, judged = pairs.comparison((vale, first), (vale, second))
    assert [tuple(row) for row in table.itertuples(index=False)] == [
        ("statement", phrase_of(vale, first), phrase_of(vale, second), "", ""),
        ("measure", "Capital expenditure", "Capital expenditure", "agrees", "yes"),
        ("unit", "USD", "USD", "agrees", "yes"),
        ("period type", "one year", "each year", "differs", "yes"),
        ("period", "2027", "in a year", "differs", "no"),
        ("entity scope", "three or four together", "one alone", "differs", "yes"),
        ("region", "United States", "United States", "agrees", "no"),
        ("nature", "flow", "flow", "agrees", "yes"),
        ("status", "forecast", "actual", "differs", "yes"),
        ("bound", "more than", "as a figure", "differs", "no"),
        ("firmness", "asserted", "asserted", "agrees", "no"),
        ("voice", "said by the speaker", "said by the speaker", "agrees", "no"),
    ]
    assert [facet.name for facet in judged.differing] == ["period type", "entity scope", "status"]
    assert rows(pairs.compared((vale, first), (vale, second)), "claim") == [("makers-next-year",), ("own-yearly",)]


# Layers -------------------------------------------------------------------------------------------


def test_layers_stand_bottom_first_with_the_speakers_own_numbers(vale: Pack) -> None:
    columns = ("layer", "state", "own_number", "own_name", "entry_point", "reason", "products", "quote")
    assert rows(stack.layers([vale]), *columns) == [
        ("energy", "excluded by choice", None, "", False, "others do it better", "", "stations"),
        ("chips", "takes part", 1, "chips", True, "", "", "began"),
        ("infrastructure", "takes part", None, "", False, "", "data centres", "centres"),
        ("models", "takes part", None, "", False, "", "", "weights"),
        ("applications", "not stated", None, "", False, "", "", None),
    ]


def test_a_layer_that_is_not_spoken_of_keeps_its_row(example: Example) -> None:
    assert rows(stack.layers([example.pack()]), "layer", "state", "quote", "exact") == [
        ("energy", "not stated", None, ""),
        (
            "chips",
            "takes part",
            "makers",
            "Three or four chip makers will spend more than $40 billion on plants next year.",
        ),
        ("models", "not stated", None, ""),
    ]


def test_the_words_on_a_layer_are_its_quotes_and_what_stands_on_them(vale: Pack) -> None:
    assert words_on(vale, "models") == (
        ["market", "water", "weights", "rivals", "daily-everyone", "daily-closed"],
        [
            "models-market",
            "models-as-water",
            "publishes-weights",
            "most-rivals-closed",
            "all-rivals-closed",
            "everyone-should",
        ],
    )
    assert words_on(vale, "models", QUOTED) == (
        ["market", "water", "weights", "rivals"],
        ["models-market", "models-as-water", "publishes-weights", "most-rivals-closed"],
    )


# The argument -------------------------------------------------------------------------------------


def test_each_argument_stands_one_step_behind_the_furthest_it_follows(vale: Pack) -> None:
    assert rows(stance.arguments(vale), "id", "role", "depth") == [
        ("weights", "claim", 0),
        ("at-home", "ground", 1),
        ("sales", "concession", 1),
        ("independence", "rebuttal", 2),
        ("everyone", "ground", 1),
    ]


def argued(example: Example, *arguments: str) -> Pack:
    rows = "".join(f"  - {{{argument}}}\n" for argument in arguments)
    return example.set("stance.yaml", f"arguments:\n{rows}called: []\n").pack()


def test_an_argument_that_is_left_out_hands_on_what_it_followed_wherever_it_stands(example: Example) -> None:
    pack = argued(
        example,
        "id: c, role: rebuttal, label: The end, quote: makers, follows: [b]",
        "id: b, role: ground, label: The question, quote: q-compute, follows: [a]",
        "id: a, role: claim, label: The beginning, quote: publish",
    )
    assert rows(stance.arguments(pack), "id", "depth", "follows") == [
        ("c", 2, ("b",)),
        ("b", 1, ("a",)),
        ("a", 0, ()),
    ]
    assert rows(stance.arguments(pack, QUOTED), "id", "depth", "follows") == [("c", 1, ("a",)), ("a", 0, ())]


def test_a_chain_of_two_thousand_arguments_is_followed_to_its_end(example: Example) -> None:
    chain = [f"id: a{n}, role: ground, label: Step {n}, quote: publish, follows: [a{n + 1}]" for n in range(2000)]
    pack = argued(example, *chain, "id: a2000, role: claim, label: The beginning, quote: publish")
    assert list(stance.arguments(pack)["depth"]) == list(range(2000, -1, -1))


def test_who_is_called_open_or_closed_stands_with_the_extent_and_whose_words_it_is(vale: Pack) -> None:
    vail = "Ada Vale (printed as “Ada Vail”)"
    assert rows(stance.called([vale]), "who", "called", "extent", "in whose words", "claim") == [
        ("rivals of Vale Works", "closed", "Most", vail, "most-rivals-closed"),
        ("rivals of Vale Works", "closed", "All", f"{vail}, in the journalist’s paraphrase", "all-rivals-closed"),
    ]
    assert rows(stance.called([vale], QUOTED), "claim") == [("most-rivals-closed",)]


# Quotes, sources, audit ---------------------------------------------------------------------------


def test_a_quote_stands_with_its_voice_its_question_its_claims_and_its_audit(example: Example) -> None:
    table = quotations.quotes([example.pack()])
    assert rows(table, "id", "speaker", "answers", "claims", "audit") == [
        ("q-compute", "The interviewer", None, (), "found word for word"),
        ("compute", "Ada Vale", "q-compute", ("compute-doubles",), "found word for word"),
        ("makers", "Ada Vale", "q-compute", ("makers-capex",), "found word for word"),
        ("publish", "Ada Vale", None, (), "found word for word"),
    ]


def test_questions_stay_whatever_the_voices_for_an_answer_cannot_be_read_without(example: Example) -> None:
    assert rows(quotations.quotes([example.pack()], QUOTED), "id") == [
        ("q-compute",),
        ("compute",),
        ("makers",),
        ("publish",),
    ]
    assert rows(quotations.quotes([example.pack()], frozenset()), "id") == [("q-compute",)]


def test_a_quote_from_a_source_without_its_text_is_known_from_an_extract_only(example: Example) -> None:
    pack = example.edit("sources.yaml", "  text: example.txt\n", "").audited().pack()
    counted = {state: count for state, count in quotations.audit_counts(pack).items() if count}
    assert (counted, share_quoted(pack, "transcript")) == ({"known from a short extract only": 4}, (30, 0))


def test_quotes_are_counted_by_how_they_were_found(vale: Pack) -> None:
    assert quotations.audit_counts(vale) == {
        "found word for word": 28,
        "found, white space and quotation marks aside": 1,
        "not found": 0,
        "found more than once": 0,
        "edited since its audit, so unverified": 0,
    }


def test_how_much_of_a_source_is_quoted_is_counted_in_words(example: Example) -> None:
    assert share_quoted(example.pack(), "transcript") == (30, 41)


@pytest.mark.parametrize(
    ("searched", "found"),
    [
        ("double", ["compute"]),
        ("DOUBLE next", ["compute"]),
        ("next year", ["compute", "makers"]),
        ("growth", ["compute"]),
        ("vale", ["compute", "makers", "publish"]),
        ("interviewer", ["q-compute"]),
        ("$40", ["makers"]),
        ("(", []),
        ("zebra", []),
        ("zebra crossing", []),
        ("", ["q-compute", "compute", "makers", "publish"]),
    ],
)
def test_a_search_finds_the_quotes_that_hold_every_word(searched: str, found: list[str], example: Example) -> None:
    assert list(quotations.search(quotations.quotes([example.pack()]), searched)["id"]) == found


def test_what_a_source_does_not_state_is_said_to_be_missing(example: Example) -> None:
    assert quotations.sources(example.pack()).to_dict("records") == [
        {
            "id": "transcript",
            "title": "Ada Vale at the Forum",
            "author": None,
            "publisher": "The Forum",
            "published": "not stated",
            "url": "none recorded",
            "language": "en",
            "kind": "transcript",
            "quotes": 4,
            "text hash (SHA-256)": "e08c941259ec0f9e2df08febdb7c4c04f818c59256976dddc7ecdc02726be9d9",
            "license": "Quoted for comment",
        }
    ]


def test_every_table_has_the_columns_it_promises(example: Example) -> None:
    pack = example.pack()
    tables = [
        amounts.amounts([pack]),
        claims.claims([pack]),
        stack.layers([pack]),
        topics.silences([pack]),
        stance.arguments(pack),
        quotations.quotes([pack]),
    ]
    assert [list(table.columns) for table in tables] == [
        list(columns)
        for columns in (
            amounts.COLUMNS,
            claims.COLUMNS,
            stack.COLUMNS,
            topics.COLUMNS,
            stance.COLUMNS,
            quotations.COLUMNS,
        )
    ]
