"""A hedge is carried by a word of the quote: the number, its bound, its doubt, its day."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest

from narratives.models import Comparator
from narratives.semantics import hedging

CARRIED = {
    # (text, number, unit, scale)
    "digits": ("80 firms", "80", None, None),
    "digits at the end": ("over 80%.", "80", "percent", None),
    "digits with a scale": ("exceeding $800 billion next year", "800", None, "billion"),
    "digits with a scale and a hyphen": ("an $800-billion plan", "800", None, "billion"),
    "a decimal": ("about 67.7 percent", "67.7", "percent", None),
    "digits in groups": ("1,500 firms", "1500", None, None),
    "the lower end of a range with one scale": ("$4 to $5 billion", "4", None, "billion"),
    "the upper end of a range with one scale": ("$4 to $5 billion", "5", None, "billion"),
    "the lower end of a range in percent": ("over 80% to 85% of it", "80", "percent", None),
    "a word": ("four or five companies", "4", None, None),
    "a word in two parts": ("Forty-two of them", "42", None, None),
    "a word in two parts without its hyphen": ("forty two of them", "42", None, None),
    "a trillion": ("over a trillion", "1", None, "trillion"),
    "one trillion": ("one trillion", "1", None, "trillion"),
    "half": ("at least half of it", "50", "percent", None),
    "a quarter": ("a quarter", "25", "percent", None),
    "all": ("all of them", "100", "percent", None),
    "ten": ("ten years", "10", "years", None),
}
NOT_CARRIED = {
    "a part of a number": ("1800 billion", "800", None, "billion"),
    "a part of a number in groups": ("1,800 billion", "800", None, "billion"),
    "the whole part of a decimal": ("67.7 percent", "67", "percent", None),
    "the decimal part": ("67.7 percent", "7", "percent", None),
    "another scale": ("$800 million", "800", None, "billion"),
    "a scale left out in the quote": ("$800 in all", "800", None, "billion"),
    "a scale left out in the claim": ("$800 billion", "800", None, None),
    "a scale left out in the claim of a range": ("$4 to $5 billion", "4", None, None),
    "a scale left out behind a word": ("five trillion", "5", None, None),
    "a word inside a word": ("often", "10", None, None),
    "half where no percentage is meant": ("half of it", "50", None, None),
    "a without its scale": ("a firm", "1", None, "trillion"),
    "nothing": ("", "1", None, None),
}
IN_WORDS = {
    "0": "zero",
    "5": "five",
    "17": "seventeen",
    "20": "twenty",
    "42": "forty-two",
    "99": "ninety-nine",
    "100": None,
    "-1": None,
    "2.5": None,
}
RELATIVE = ("next year", "This year", "17 years ago", "now", "in recent days", "the following year", "so far")
ABSOLUTE = ("1999", "by 2027", "each year", "annually", "in the long run", "nowhere")


@pytest.mark.parametrize("case", CARRIED)
def test_a_number_that_the_words_hold_is_carried(case: str) -> None:
    text, number, unit, scale = CARRIED[case]
    assert hedging.carries_number(text, Decimal(number), unit, scale)


@pytest.mark.parametrize("case", NOT_CARRIED)
def test_a_number_that_the_words_do_not_hold_is_not_carried(case: str) -> None:
    text, number, unit, scale = NOT_CARRIED[case]
    assert not hedging.carries_number(text, Decimal(number), unit, scale)


def test_every_comparator_but_equality_has_words() -> None:
    assert [*hedging.COMPARATOR_WORDS, "="] == list(get_args(Comparator))


WORDS = [(sign, word) for sign, words in hedging.COMPARATOR_WORDS.items() for word in words]


def test_there_are_words_to_try() -> None:
    assert (len(WORDS) > 40, len(hedging.POSSIBLE_WORDS) > 10) == (True, True)


@pytest.mark.parametrize(("sign", "word"), WORDS)
def test_a_comparator_is_carried_by_each_of_its_words(sign: Comparator, word: str) -> None:
    assert hedging.carries_comparator(f"It came to {word.upper()} 800", sign)


@pytest.mark.parametrize("sign", hedging.COMPARATOR_WORDS)
def test_a_comparator_is_not_carried_by_a_bare_number(sign: Comparator) -> None:
    assert not hedging.carries_comparator("it came to 800, overall and aboutface", sign)


def test_equality_needs_no_word() -> None:
    assert hedging.carries_comparator("it came to 800", "=")


@pytest.mark.parametrize("word", hedging.POSSIBLE_WORDS)
def test_a_possibility_is_carried_by_each_of_its_words(word: str) -> None:
    assert hedging.carries_possibility(f"It {word} happen")


def test_a_possibility_is_not_carried_by_a_plain_sentence_nor_by_a_part_of_a_word() -> None:
    assert [hedging.carries_possibility(text) for text in ("It will happen", "maybell", "impossible")] == [
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("stated", RELATIVE)
def test_a_period_that_depends_on_the_day_it_was_said_is_relative(stated: str) -> None:
    assert hedging.is_relative(stated)


@pytest.mark.parametrize("stated", ABSOLUTE)
def test_a_period_that_can_be_read_on_any_day_is_not_relative(stated: str) -> None:
    assert not hedging.is_relative(stated)


def test_words_are_held_whole_in_any_case_and_across_white_space() -> None:
    assert [
        hedging.holds("At\n  LEAST, the world's", words) for words in ("at least", "world’s", "the", "he", "least,")
    ] == [
        True,
        True,
        True,
        False,
        True,
    ]


def test_words_may_hold_signs_that_a_pattern_would_read() -> None:
    assert [hedging.holds("(a+b) costs $5 [x]", words) for words in ("(a+b)", "$5", "[x]", "a.b", ".*")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("number", IN_WORDS)
def test_whole_numbers_below_a_hundred_have_words(number: str) -> None:
    assert hedging.in_words(Decimal(number)) == IN_WORDS[number]


def test_a_number_is_written_as_stated_and_never_with_an_exponent() -> None:
    assert [hedging.plain(Decimal(text)) for text in ("800", "67.70", "1e3", "0.05", "-3")] == [
        "800",
        "67.70",
        "1000",
        "0.05",
        "-3",
    ]


BEFORE = {
    # (text, number, unit, scale) → the hedge before the number
    ("about $9 billion", "9", None, "billion"): "about",
    ("Almost half of it", "50", "percent", None): "Almost",
    ("roughly four of them", "4", None, None): "roughly",
    ("over a trillion", "1", None, "trillion"): "over",
    ("exceeding US$800 billion", "800", None, "billion"): "exceeding",
    ("more than RMB 380 billion", "380", None, "billion"): "more than",
    ("asked about the $9 billion", "9", None, "billion"): "",
    ("about 8, then 9", "9", None, None): "",
    ("$9 billion", "9", None, "billion"): "",
}
DOUBTED = {
    # (text, number, scale) → the doubt before the number
    ("possibly over a trillion", "1", "trillion"): "possibly",
    ("it may come to $9 billion", "9", "billion"): "may",
    ("In May $9 billion", "9", "billion"): "",
    ("It may rise. It is $9 billion", "9", "billion"): "",
    ("perhaps not, but in any case it is $9 billion", "9", "billion"): "",
    ("it is $9 billion, and could be $9 billion again", "9", "billion"): "",
    ("可能 9 billion", "9", "billion"): "可能",
}
OPENINGS = {
    "In theory, all should": "In theory",
    "“In principle it works”": "In principle",
    "If they come": "If",
    "as long as they come": "as long as",
    "If anything, they stay": "",
    "They come if they can": "",
    "Iffy": "",
    "理论上，都应该": "理论上",
}


@pytest.mark.parametrize("case", BEFORE)
def test_a_hedge_right_before_the_number_is_found(case: tuple[str, str, str | None, str | None]) -> None:
    text, number, unit, scale = case
    assert hedging.dropped_hedge(text, Decimal(number), unit, scale) == BEFORE[case]


@pytest.mark.parametrize("case", DOUBTED)
def test_a_doubt_shortly_before_every_place_of_the_number_is_found(case: tuple[str, str, str]) -> None:
    text, number, scale = case
    assert hedging.doubt_before(text, Decimal(number), None, scale) == DOUBTED[case]


@pytest.mark.parametrize("text", OPENINGS)
def test_a_condition_that_opens_the_words_is_found(text: str) -> None:
    assert hedging.opening_condition(text) == OPENINGS[text]


def test_every_word_of_doubt_carries_a_possibility_too() -> None:
    words = ("possibly", "maybe", "might", "could", "perhaps", "potentially", "probably", "may", "或", "可能", "也许")
    assert [(hedging.doubt(word), hedging.carries_possibility(word)) for word in words] == [
        (word, True) for word in words
    ]
    assert [hedging.doubt(text) for text in ("In May", "或者", "couldn’t", "mayor")] == ["", "", "", ""]


IN_CHINESE: dict[str, tuple[str, str | None, bool, str]] = {
    # text: number, scale, whether it stands there, the hedge before it
    "总投资近2亿元": ("200", "million", True, "近"),
    "又投入10亿元": ("1", "billion", True, ""),
    "超过1.5万亿元": ("1.5", "trillion", True, "超过"),
    "1万张显卡": ("10000", None, True, ""),
    "1万亿元": ("10000", None, False, ""),
    "12亿元": ("200", "million", False, ""),
}


@pytest.mark.parametrize("text", IN_CHINESE)
def test_an_amount_counted_in_myriads_is_read_with_its_hedge(text: str) -> None:
    number, scale, stands, hedge = IN_CHINESE[text]
    found = hedging.carries_number(text, Decimal(number), None, scale)
    assert (found, hedging.dropped_hedge(text, Decimal(number), None, scale)) == (stands, hedge)
