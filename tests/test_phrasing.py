"""One sentence carries every hedge of a claim."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from narratives.library.packs import Pack
from narratives.models import Claim, Entity, Narrative, Quantity, Quote, Source, Speaker, Voice
from narratives.semantics import phrasing
from tests.example import Example

AMOUNTS: dict[str, dict[str, Any]] = {
    "more than $800 billion": {"comparator": ">", "value": "800", "scale": "billion", "currency": "USD"},
    "at least half (50%)": {"comparator": ">=", "value": "50", "words": "half", "unit": "percent"},
    "about €30 billion": {"comparator": "~", "value": "30", "scale": "billion", "currency": "EUR"},
    "at most £2.50": {"comparator": "<=", "value": "2.50", "currency": "GBP"},
    "less than RMB 380 billion": {"comparator": "<", "value": "380", "scale": "billion", "currency": "CNY"},
    "¥3 trillion": {"value": "3", "scale": "trillion", "currency": "JPY"},
    "CHF 7": {"value": "7", "currency": "CHF"},
    "820 million consumers": {"value": "820", "scale": "million", "unit": "consumers"},
    "17 years": {"value": "17", "unit": "years"},
    "80% to 85%": {"low": "80", "high": "85", "unit": "percent"},
    "about $65 billion to $70 billion": {
        "comparator": "~",
        "low": "65",
        "high": "70",
        "scale": "billion",
        "currency": "USD",
    },
    "a few hundred billion": {"words": "a few hundred billion"},
    "more than a few hundred billion": {"comparator": ">", "words": "a few hundred billion"},
    "−$5 billion": {"value": "-5", "scale": "billion", "currency": "USD"},
    "−3%": {"value": "-3", "unit": "percent"},
}
SCOPES: dict[str, dict[str, Any]] = {
    "leading U.S. cloud providers": {"name": "leading U.S. cloud providers"},
    "four or five leading U.S. cloud providers": {
        "name": "leading U.S. cloud providers",
        "count": {"low": 4, "high": 5},
    },
    "the one firm": {"name": "the one firm", "count": {"low": 1, "high": 1}},
    "seven firms": {"name": "firms", "count": {"low": 7, "high": 7}},
    "ten to twenty firms": {"name": "firms", "count": {"low": 10, "high": 20}},
    "ninety-nine or 100 firms": {"name": "firms", "count": {"low": 99, "high": 100}},
}
# says, the claim's period, entity and quote → how it goes on behind the colon
PROPOSITIONS: dict[str, tuple[str, dict[str, Any], str]] = {
    "a relative period is resolved and kept": (
        "They will spend it next year.",
        {"period": {"stated": "next year", "anchor": "2026-06-18", "resolved": "2027"}},
        "they will spend it in 2027 (“next year”)",
    ),
    "at the beginning of the sentence too, with its own capital": (
        "Next year, they will spend it.",
        {"period": {"stated": "next year", "anchor": "2026-06-18", "resolved": "2027"}},
        "in 2027 (“Next year”), they will spend it",
    ),
    "behind a preposition there is no second one": (
        "They have done so since last year.",
        {"period": {"stated": "last year", "anchor": "2026-06-18", "resolved": "2025"}},
        "they have done so since 2025 (“last year”)",
    ),
    "an interval is said in words": (
        "They will spend it over the next three years.",
        {"period": {"stated": "over the next three years", "anchor": "2026-06-18", "resolved": "2026/2029"}},
        "they will spend it from 2026 to 2029 (“over the next three years”)",
    ),
    "a day is a day": (
        "They spent it yesterday.",
        {"period": {"stated": "yesterday", "anchor": "2026-06-18", "resolved": "2026-06-17"}},
        "they spent it on 17 June 2026 (“yesterday”)",
    ),
    "a period that says its year needs no resolving": (
        "They will spend it by 2027.",
        {"period": {"stated": "by 2027", "resolved": "2027"}},
        "they will spend it by 2027",
    ),
    "an end without a beginning keeps its “by”, once": (
        "They will spend it by 2027.",
        {"period": {"stated": "by 2027", "resolved": "../2027"}},
        "they will spend it by 2027",
    ),
    "an end that is relative is resolved": (
        "They will spend it before next year ends.",
        {"period": {"stated": "before next year ends", "anchor": "2026-06-18", "resolved": "../2027"}},
        "they will spend it by 2027 (“before next year ends”)",
    ),
    "an end behind its “by” has no second one": (
        "They will spend it by the end of next year.",
        {"period": {"stated": "the end of next year", "anchor": "2026-06-18", "resolved": "../2027"}},
        "they will spend it by 2027 (“the end of next year”)",
    ),
    "a period that recurs stays as stated": (
        "They earn it annually.",
        {"period": {"stated": "annually", "recurs": "year"}},
        "they earn it annually",
    ),
    "a stated period inside another word is no period": (
        "They knowingly spend it now.",
        {"period": {"stated": "now", "anchor": "2026-06-18", "resolved": "2026-06"}},
        "they knowingly spend it in June 2026 (“now”)",
    ),
    "a name of the scope keeps its capital": (
        "Vale Works spends it.",
        {"entity": {"name": "Vale Works"}},
        "Vale Works spends it",
    ),
    "a possessive name keeps its capital": ("Vale’s plan holds.", {"entity": {"name": "Vale"}}, "Vale’s plan holds"),
    "a name with a second capital keeps them": ("OpenAI spends it.", {}, "OpenAI spends it"),
    "a shortened name keeps its capitals": ("U.S. firms spend it.", {}, "U.S. firms spend it"),
    "a name with a digit keeps its capital": ("Qwen3 spends it.", {}, "Qwen3 spends it"),
    "a name from inside the quote keeps its capital": ("Qwen is open.", {}, "Qwen is open"),
    "a word that only begins the quote does not": ("Models are open.", {}, "models are open"),
    "a number stays": ("80% is open.", {}, "80% is open"),
}
QUOTE = Quote(id="q", source="s", voice="speaker", exact="Models such as Qwen are open")
SPEAKER = {"id": "joe-tsai", "name": "Joe Tsai", "role": "chairman", "organisation": "Alibaba"}


def narrative(**more: Any) -> Narrative:
    return Narrative.model_validate(
        {
            "label": "Test",
            "title": "A test",
            "region": "CN",
            "speakers": [SPEAKER],
            "sourcing": "published-transcript",
            "occasion": {"name": "VivaTech", "date": "2026-06-18", "basis": [{"says": "It says so.", "source": "s"}]},
            "sourcing_note": "None.",
            "reviewed": "2026-06-19",
            "findings": {},
            "key_figures": ["a"],
        }
        | more
    )


def claim(**more: Any) -> Claim:
    return Claim.model_validate({"id": "a", "says": "It is so.", "type": "position", "voice": "speaker"} | more)


@pytest.mark.parametrize("words", AMOUNTS)
def test_an_amount_is_said_with_its_comparator_scale_and_unit(words: str) -> None:
    assert phrasing.amount(Quantity.model_validate(AMOUNTS[words])) == words


@pytest.mark.parametrize("words", SCOPES)
def test_a_scope_is_said_with_its_count(words: str) -> None:
    assert phrasing.scope(Entity.model_validate(SCOPES[words])) == words


@pytest.mark.parametrize("case", PROPOSITIONS)
def test_a_proposition_goes_on_behind_a_colon(case: str) -> None:
    says, more, expected = PROPOSITIONS[case]
    assert phrasing.proposition(claim(says=says, **more), QUOTE) == expected


def test_the_sentence_of_the_design_is_said_to_the_letter() -> None:
    capex = claim(
        says="Four or five leading U.S. cloud providers will spend more than $800 billion on capital expenditure next year.",
        type="prediction",
        measure="capital-expenditure",
        region="US",
        entity={"name": "leading U.S. cloud providers", "count": {"low": 4, "high": 5}},
        quantity={"comparator": ">", "value": "800", "scale": "billion", "currency": "USD"},
        period={"stated": "next year", "anchor": "2026-06-18", "resolved": "2027"},
    )
    assert phrasing.phrase(capex, narrative()) == (
        "Joe Tsai (18 June 2026): four or five leading U.S. cloud providers will spend more than $800 billion on capital "
        "expenditure in 2027 (“next year”)"
    )


def test_a_claim_of_a_pack_says_speaker_day_scope_bound_measure_and_period(vale: Pack) -> None:
    capex = vale.claims["makers-next-year"]
    quote = vale.quote_of(capex)
    assert phrasing.phrase(capex, vale.narrative, quote, vale.source_of(quote)) == (
        "Ada Vale (18 June 2026): three or four chip makers will have capital expenditure of more than $40 billion in 2027 "
        "(“next year”)"
    )


def test_each_voice_has_its_own_attribution_and_only_the_speaker_stands_alone() -> None:
    said = {voice: phrasing.attribution(claim(voice=voice), narrative()) for voice in get_args(Voice)}
    assert said == {
        "speaker": "Joe Tsai (18 June 2026)",
        "paraphrase": "Joe Tsai in the journalist’s paraphrase (18 June 2026)",
        "interviewer": "The interviewer, to Joe Tsai (18 June 2026)",
        "journalist": "The journalist, on Joe Tsai (18 June 2026)",
        "editor": "Our derivation from Joe Tsai’s words (18 June 2026)",
    }


def test_an_assent_and_a_silence_say_that_they_are_one() -> None:
    assent, silence = claim(assents_to="q"), claim(voice="editor", absence={"kind": "not-stated"})
    assert [phrasing.attribution(each, narrative()) for each in (assent, silence)] == [
        "Joe Tsai, assenting to the interviewer (18 June 2026)",
        "Silence in Joe Tsai’s words (18 June 2026)",
    ]


def test_a_quote_may_name_another_speaker_and_its_source_another_day() -> None:
    two = narrative(speakers=[SPEAKER, SPEAKER | {"id": "eddie-wu", "name": "Eddie Wu"}])
    quote = QUOTE.model_copy(update={"by": "eddie-wu"})
    source = Source(id="s", title="T", publisher="P", language="en", kind="letter", license="L", said="2024-07")
    assert phrasing.phrase(claim(), two, quote, source) == "Eddie Wu (July 2024): it is so"
    assert phrasing.phrase(claim(), two, QUOTE, source) == "Joe Tsai (July 2024): it is so"


def test_a_printed_name_stands_beside_the_resolved_one() -> None:
    printed = [{"name": "Daniel Zhang", "where": "body"}, {"name": "Cai Chongxin", "where": "headline"}]
    names = [Speaker.model_validate(SPEAKER | {"as_printed": printed[:number]}) for number in (0, 1, 2)]
    assert [phrasing.printed_name(each) for each in names] == [
        "Joe Tsai",
        "Joe Tsai (printed as “Daniel Zhang”)",
        "Joe Tsai (printed as “Daniel Zhang” and “Cai Chongxin”)",
    ]


def test_the_example_says_its_two_claims_with_every_hedge(example: Example) -> None:
    pack = example.pack()
    assert [phrasing.phrase(each, pack.narrative, pack.quote_of(each)) for each in pack.claims.values()] == [
        "Ada Vale (18 June 2026): computing power will possibly double in 2027 (“next year”)",
        "Ada Vale (18 June 2026): three or four chip makers will spend more than $40 billion on plants in 2027 (“next year”)",
    ]
