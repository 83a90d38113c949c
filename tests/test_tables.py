"""The numbers and words that figures show, computed from packs: on the real narrative, and on an example made for it."""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from narratives import dates
from narratives.models import Claim
from narratives.packs import Pack
from narratives.tables import amounts, claims, layers, silences, stance, words
from narratives.tables.claims import VOICES, phrase_of
from tests.example import Example

QUOTED = VOICES["quoted only"]
AS_STATED = [
    # claim, amount, form, low, high, currency, status, modality, voice
    (
        "us-capex-next-year",
        "more than $800 billion",
        "lower bound",
        8e11,
        None,
        "USD",
        "forecast",
        "asserted",
        "speaker",
    ),
    ("us-capex-opening", "$800 billion", "stated", 8e11, 8e11, "USD", "forecast", "asserted", "journalist"),
    (
        "us-capex-following-year",
        "more than $1 trillion",
        "lower bound",
        1e12,
        None,
        "USD",
        "forecast",
        "possible",
        "speaker",
    ),
    ("china-capex-not-stated", "no figure stated", "absent", None, None, None, "", "asserted", "editor"),
    ("alibaba-capex-not-stated", "no figure stated", "absent", None, None, None, "", "asserted", "editor"),
    (
        "ecommerce-free-cash-flow",
        "about $25 billion",
        "about",
        25e9,
        25e9,
        "USD",
        "stated of the present",
        "asserted",
        "speaker",
    ),
    (
        "ai-market-stated",
        "at least $50 trillion",
        "lower bound",
        5e13,
        None,
        "USD",
        "stated of the present",
        "asserted",
        "speaker",
    ),
    ("ai-market-derived", "more than $50 trillion", "lower bound", 5e13, None, "USD", "derived", "asserted", "editor"),
    ("ai-market-opening", "$50 trillion", "stated", 5e13, 5e13, "USD", "stated of the present", "asserted", "speaker"),
    (
        "market-reason-for-optimism",
        "$50 trillion",
        "stated",
        5e13,
        5e13,
        "USD",
        "stated of the present",
        "asserted",
        "speaker",
    ),
    (
        "global-gdp",
        "more than $100 trillion",
        "lower bound",
        1e14,
        None,
        "USD",
        "stated of the present",
        "asserted",
        "speaker",
    ),
    (
        "gdp-opening",
        "more than $100 trillion",
        "lower bound",
        1e14,
        None,
        "USD",
        "stated of the present",
        "asserted",
        "paraphrase",
    ),
    (
        "european-goods-sold",
        "about €30 billion",
        "about",
        3e10,
        3e10,
        "EUR",
        "stated of the present",
        "asserted",
        "speaker",
    ),
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


def test_every_amount_of_money_stands_as_stated_by_measure_region_and_size(alibaba: Pack) -> None:
    columns = ("claim", "amount", "form", "low", "high", "currency", "status", "modality", "voice")
    assert rows(amounts.amounts([alibaba]), *columns) == AS_STATED


def test_a_missing_figure_keeps_its_row_has_no_number_and_says_what_stands_instead(alibaba: Pack) -> None:
    table = amounts.amounts([alibaba])
    silence = table[table["claim"] == "china-capex-not-stated"]
    assert rows(silence, "region_label", "scope", "amount", "low", "high", "currency", "period", "quote") == [
        ("China", "", "no figure stated", None, None, None, "", None)
    ]
    assert (
        silence["instead"]
        .iloc[0]
        .startswith(
            "“in China, our investments in AI infrastructure and supply chains are still insufficient”\n“In theory,"
        )
    )


def test_a_silence_stays_under_every_choice_of_voices(alibaba: Pack) -> None:
    kept = [amounts.amounts([alibaba], voices)["claim"].str.endswith("not-stated").sum() for voices in VOICES.values()]
    assert kept == [2, 2, 2, 2]


def test_other_voices_are_left_out_where_only_the_quoted_are_chosen(alibaba: Pack) -> None:
    assert rows(amounts.amounts([alibaba], QUOTED), "claim") == [
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


def test_the_ladder_shows_each_amount_once_smallest_first_and_the_rarer_currency_last(alibaba: Pack) -> None:
    assert rows(amounts.by_size(amounts.amounts([alibaba])), "claim", "low", "currency") == [
        ("ecommerce-free-cash-flow", 25e9, "USD"),
        ("us-capex-next-year", 8e11, "USD"),
        ("us-capex-following-year", 1e12, "USD"),
        ("ai-market-stated", 5e13, "USD"),
        ("ai-market-derived", 5e13, "USD"),
        ("global-gdp", 1e14, "USD"),
        ("european-goods-sold", 3e10, "EUR"),
    ]


def test_the_share_that_a_reader_may_move_is_the_percentage_behind_the_derived_market(alibaba: Pack) -> None:
    moving = amounts.movable(alibaba)
    assert moving and [each.id for each in moving] == ["ai-market-derived", "human-productivity-share"]


@pytest.mark.parametrize(
    ("share", "amount", "low"),
    [
        (10, "$10 trillion", 1e13),
        (50, "$50 trillion", 5e13),
        (65, "$65 trillion", 6.5e13),
        (100, "$100 trillion", 1e14),
    ],
)
def test_a_moved_share_moves_the_bound_and_keeps_it_open(share: int, amount: str, low: float, alibaba: Pack) -> None:
    stated = amounts.amounts([alibaba])
    moved = amounts.with_share(stated, alibaba, alibaba.claims["ai-market-derived"], share)
    assert rows(moved[moved["voice"] == "yours"], "claim", "amount", "form", "low", "high", "phrase") == [
        (
            "ai-market-derived-yours",
            f"more than {amount}",
            "lower bound",
            low,
            None,
            f"Your own reckoning, not in the source: more than {amount}, if the share were {share}%",
        )
    ]
    assert set(moved.loc[moved["voice"] == "yours", "derived_from"]) == {f"at least {share}% × more than $100 trillion"}
    assert set(moved["claim"]) - {"ai-market-derived-yours"} == set(amounts.by_size(stated)["claim"])


def test_a_share_of_what_is_not_derived_cannot_be_moved(alibaba: Pack) -> None:
    with pytest.raises(ValueError, match="global-gdp is not derived"):
        amounts.with_share(amounts.amounts([alibaba]), alibaba, alibaba.claims["global-gdp"], 60)


def test_where_nothing_is_derived_there_is_nothing_to_move(example: Example) -> None:
    assert amounts.movable(example.pack()) is None


def test_every_claim_that_counts_something_can_be_compared_by_a_label_that_keeps_its_hedges(alibaba: Pack) -> None:
    labels = amounts.comparable(alibaba)
    assert set(labels) == {claim.id for claim in alibaba.claims.values() if claim.measure}
    assert [labels[id] for id in ("us-capex-following-year", "ecommerce-share", "china-capex-not-stated")] == [
        "possibly more than $1 trillion: Capital expenditure, four or five leading U.S. cloud providers, 2028 (“the following year”)",
        "more than 80%: Share of revenue, Alibaba’s e-commerce",
        "no figure stated: Capital expenditure",
    ]


def test_the_pair_first_compared_is_the_us_bound_and_the_nearest_figure_at_home(
    alibaba: Pack, example: Example
) -> None:
    pairs = [
        amounts.default_pair(amounts.amounts([pack]), amounts.comparable(pack), pack.narrative.region)
        for pack in (alibaba, example.pack())
    ]
    assert pairs == [("us-capex-next-year", "ecommerce-free-cash-flow"), ("makers-capex", "makers-capex")]


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


def test_a_choice_of_voices_says_how_many_claims_of_whom_it_leaves_out(alibaba: Pack) -> None:
    assert {
        name: (len(claims.claims([alibaba], voices)), claims.left_out([alibaba], voices))
        for name, voices in VOICES.items()
    } == {
        "quoted only": (
            70,
            "Left out: 13 claims (4 the journalist’s, 1 derived by us, 6 paraphrased, 2 the interviewer’s).",
        ),
        "with paraphrase": (76, "Left out: 7 claims (4 the journalist’s, 1 derived by us, 2 the interviewer’s)."),
        "with interviewer and journalist": (82, "Left out: 1 claim (1 derived by us)."),
        "with our derivations": (83, ""),
    }


def test_each_choice_of_voices_is_wider_than_the_one_before() -> None:
    sets = list(VOICES.values())
    assert all(narrow < wide for narrow, wide in pairwise(sets)) and sets[-1] == claims.ALL_VOICES


def test_nature_comes_from_the_measure_unless_the_claim_has_its_own(example: Example) -> None:
    pack = example.pack()
    capex = pack.claims["makers-capex"]
    assert [
        claims.nature_of(pack, each) for each in (capex, capex.model_copy(update={"nature": "stock"}), claim())
    ] == ["flow", "stock", None]


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
    assert [claims.status_of(each) for each in stated] == ["forecast", "actual", "actual", None, None, "plan"]


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


def test_an_exact_number_of_the_table_is_the_number_of_the_pack(alibaba: Pack) -> None:
    table = claims.claims([alibaba]).set_index("id")
    assert {id: value for id, value in table["value"].items() if value is not None} == {
        each.id: each.quantity.value
        for each in alibaba.claims.values()
        if each.quantity and each.quantity.value is not None
    }


# Silences, interest, comparison -------------------------------------------------------------------


def test_each_topic_and_region_is_a_number_words_a_silence_or_not_raised(alibaba: Pack) -> None:
    table = silences.silences([alibaba])
    raised = table[table["state"] != "not-raised"]
    assert (len(table), rows(raised, "topic", "region", "state", "claim")) == (
        56,
        [
            ("capital-expenditure", "US", "number", "us-capex-next-year"),
            ("capital-expenditure", "CN", "not-stated", "china-capex-not-stated"),
            ("free-cash-flow", "CN", "number-one", "ecommerce-free-cash-flow"),
            ("market-size", "WORLD", "number", "ai-market-stated"),
            ("gross-domestic-product", "WORLD", "number", "global-gdp"),
            ("share-of-gdp", "WORLD", "number", "human-productivity-share"),
            ("revenue-share", "CN", "number-one", "ecommerce-share"),
            ("consumers", "CN", "number-one", "consumers-served"),
            ("goods-sold", "EU", "number", "european-goods-sold"),
            ("cloud-start", "CN", "number-one", "cloud-begun"),
            ("investment-by-layer", "CN", "asked-not-answered", "most-invested-layer-not-named"),
            ("investment-in-energy", "CN", "excluded-by-choice", "energy-investment-excluded"),
            ("productivity-gain", "WORLD", "not-stated", "productivity-gain-not-stated"),
            ("clients", "WORLD", "asked-not-answered", "clients-not-named"),
            ("payment-for-models", "WORLD", "not-stated", "second-path-payment-not-stated"),
        ],
    )


def test_a_noted_silence_outweighs_words_and_the_words_stand_behind_it(alibaba: Pack) -> None:
    table = silences.silences([alibaba])
    china = table[(table["topic"] == "capital-expenditure") & (table["region"] == "CN")]
    assert rows(china, "state_label", "claims", "phrase") == [
        (
            "no figure stated",
            (
                "china-capex-not-stated",
                "alibaba-capex-not-stated",
                "china-investment-insufficient",
                "chinese-companies-should-increase",
                "below-us-scale",
                "already-substantial",
                "limited-by-capital",
                "cash-flow-supports-ai",
                "chinese-companies-opening",
            ),
            "Silence in Joe Tsai’s words (18 June 2026): no figure is stated for China’s capital expenditure",
        )
    ]


def test_what_is_said_only_in_words_and_what_is_not_raised_say_so(example: Example) -> None:
    example.add(
        "claims.yaml",
        "- {id: in-words, says: They build plants., type: position, voice: speaker, measure: share-of-revenue,\n   region: CN, quote: makers}\n",
    )
    table = silences.silences([example.pack()])
    share = table[table["topic"] == "share-of-revenue"]
    assert rows(share, "region", "state", "state_label", "claims", "phrase") == [
        ("US", "not-raised", "not raised", (), "Not raised in this narrative."),
        ("CN", "words", "words only", ("in-words",), "Ada Vale (18 June 2026): they build plants"),
        ("EU", "not-raised", "not raised", (), "Not raised in this narrative."),
        ("WORLD", "not-raised", "not raised", (), "Not raised in this narrative."),
    ]


def test_interest_counts_claims_and_never_silences(alibaba: Pack) -> None:
    table = silences.interest([alibaba])
    assert rows(table, "about", "label", "count") == [
        ("own-firm", "their own firm", 30),
        ("competitor", "a competitor", 7),
        ("own-country", "their own country", 8),
        ("other-country", "another country", 10),
        ("world", "the world", 19),
    ]
    assert [len(ids) for ids in table["claims"]] == list(table["count"])
    assert not any(alibaba.claims[id].absence for ids in table["claims"] for id in ids)


def test_two_claims_are_compared_facet_by_facet_in_words(alibaba: Pack) -> None:
    first, second = alibaba.claims["us-capex-next-year"], alibaba.claims["ecommerce-free-cash-flow"]
    table, judged = silences.comparison((alibaba, first), (alibaba, second))
    assert [tuple(row) for row in table.itertuples(index=False)] == [
        ("statement", phrase_of(alibaba, first), phrase_of(alibaba, second), "", ""),
        ("measure", "Capital expenditure", "Free cash flow", "differs", "yes"),
        ("unit", "USD", "USD", "agrees", "yes"),
        ("period type", "one year", "each year", "differs", "yes"),
        ("period", "2027", "annually", "differs", "no"),
        ("entity scope", "four or five together", "one alone", "differs", "yes"),
        ("region", "United States", "China", "differs", "no"),
        ("nature", "flow", "flow", "agrees", "yes"),
        ("status", "forecast", "actual", "differs", "yes"),
        ("bound", "more than", "about", "differs", "no"),
        ("firmness", "asserted", "asserted", "agrees", "no"),
        ("voice", "said by the speaker", "said by the speaker", "agrees", "no"),
    ]
    assert [facet.name for facet in judged.differing] == ["measure", "period type", "entity scope", "status"]
    assert rows(silences.compared((alibaba, first), (alibaba, second)), "claim") == [
        ("us-capex-next-year",),
        ("ecommerce-free-cash-flow",),
    ]


# Layers -------------------------------------------------------------------------------------------


def test_layers_stand_bottom_first_with_the_speakers_own_numbers(alibaba: Pack) -> None:
    columns = ("layer", "state", "own_number", "own_name", "entry_point", "reason", "products", "quote")
    assert rows(layers.layers([alibaba]), *columns) == [
        (
            "energy",
            "excluded by choice",
            None,
            "energy layer",
            False,
            "China’s energy efficiency is high and costs are low",
            "",
            "four-layers",
        ),
        ("chips", "takes part", 1, "chip layer", True, "", "", "chips"),
        ("infrastructure", "takes part", 2, "infrastructure layer", False, "", "cloud business", "infrastructure"),
        ("models", "takes part", 3, "model layer", False, "", "Qwen", "models"),
        (
            "applications",
            "takes part",
            4,
            "application layer",
            False,
            "",
            "e-commerce, food delivery, local services, travel, maps",
            "applications",
        ),
    ]


def test_a_layer_that_is_not_spoken_of_keeps_its_row(example: Example) -> None:
    assert rows(layers.layers([example.pack()]), "layer", "state", "quote", "exact") == [
        ("energy", "not stated", None, ""),
        (
            "chips",
            "takes part",
            "makers",
            "Three or four chip makers will spend more than $40 billion on plants next year.",
        ),
        ("models", "not stated", None, ""),
    ]


def test_the_words_on_a_layer_are_its_quotes_and_what_stands_on_them(alibaba: Pack) -> None:
    assert layers.words_on(alibaba, "energy") == (
        ["opening-layers", "four-layers"],
        ["four-layers", "energy-not-touched", "all-fields-opening"],
    )
    assert layers.words_on(alibaba, "energy", QUOTED) == (["four-layers"], ["four-layers", "energy-not-touched"])


# The argument -------------------------------------------------------------------------------------


def test_each_argument_stands_one_step_behind_the_furthest_it_follows(alibaba: Pack) -> None:
    assert rows(stance.arguments(alibaba), "id", "role", "depth") == [
        ("sovereignty", "claim", 0),
        ("independence", "ground", 1),
        ("example", "ground", 2),
        ("privacy", "ground", 1),
        ("both-issues", "claim", 2),
        ("download", "ground", 3),
        ("no-charging", "ground", 4),
        ("train", "ground", 3),
        ("not-cure-all", "concession", 3),
        ("certain-level", "rebuttal", 4),
        ("concerns", "concession", 3),
        ("no-trust", "concession", 4),
        ("second-basket", "rebuttal", 5),
        ("own-basket", "concession", 6),
        ("chinese-driven", "claim", 0),
        ("most-closed", "ground", 1),
        ("opaque", "ground", 2),
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


def test_who_is_called_open_or_closed_stands_with_the_extent_and_whose_words_it_is(alibaba: Pack) -> None:
    tsai = "Joe Tsai (printed as “Daniel Zhang” and “Cai Chongxin”)"
    assert rows(stance.called([alibaba]), "who", "called", "extent", "in whose words", "claim") == [
        ("major U.S. players", "closed", "Most", tsai, "most-us-closed"),
        (
            "Google, OpenAI and Anthropic",
            "closed",
            "all",
            f"{tsai}, in the journalist’s paraphrase",
            "all-closed-opening",
        ),
        ("Chinese companies", "open", "actually driven by", tsai, "driven-by-chinese-companies"),
    ]
    assert rows(stance.called([alibaba], QUOTED), "claim") == [
        ("most-us-closed",),
        ("driven-by-chinese-companies",),
    ]


# Quotes, sources, audit ---------------------------------------------------------------------------


def test_a_quote_stands_with_its_voice_its_question_its_claims_and_its_audit(example: Example) -> None:
    table = words.quotes([example.pack()])
    assert rows(table, "id", "speaker", "answers", "claims", "audit") == [
        ("q-compute", "The interviewer", None, (), "found word for word"),
        ("compute", "Ada Vale", "q-compute", ("compute-doubles",), "found word for word"),
        ("makers", "Ada Vale", "q-compute", ("makers-capex",), "found word for word"),
        ("publish", "Ada Vale", None, (), "found word for word"),
    ]


def test_questions_stay_whatever_the_voices_for_an_answer_cannot_be_read_without(example: Example) -> None:
    assert rows(words.quotes([example.pack()], QUOTED), "id") == [
        ("q-compute",),
        ("compute",),
        ("makers",),
        ("publish",),
    ]
    assert rows(words.quotes([example.pack()], frozenset()), "id") == [("q-compute",)]


def test_a_quote_from_a_source_without_its_text_is_known_from_an_extract_only(example: Example) -> None:
    pack = example.edit("sources.yaml", "  text: example.txt\n", "").audited().pack()
    counted = {state: count for state, count in words.audit_counts(pack).items() if count}
    assert (counted, words.share_quoted(pack, "transcript")) == ({"known from a short extract only": 4}, (30, 0))


def test_all_quotes_of_the_first_narrative_were_found(alibaba: Pack) -> None:
    assert words.audit_counts(alibaba) == {
        "found word for word": 75,
        "found, white space and quotation marks aside": 1,
        "not found": 0,
        "found more than once": 0,
        "edited since its audit, so unverified": 0,
    }


def test_how_much_of_a_source_is_quoted_is_counted_in_words(example: Example) -> None:
    assert words.share_quoted(example.pack(), "transcript") == (30, 41)


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
    assert list(words.search(words.quotes([example.pack()]), searched)["id"]) == found


def test_what_a_source_does_not_state_is_said_to_be_missing(example: Example) -> None:
    assert words.sources(example.pack()).to_dict("records") == [
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
        layers.layers([pack]),
        silences.silences([pack]),
        stance.arguments(pack),
        words.quotes([pack]),
    ]
    assert [list(table.columns) for table in tables] == [
        list(columns)
        for columns in (
            amounts.COLUMNS,
            claims.COLUMNS,
            layers.COLUMNS,
            silences.COLUMNS,
            stance.COLUMNS,
            words.COLUMNS,
        )
    ]
