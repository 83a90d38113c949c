"""Quoted words are found once, verbatim, and never fuzzily."""

from __future__ import annotations

import pytest

from narratives.text.anchoring import Closest, Match, closest, find, fingerprint, is_verbatim, nearest, normalise

TEXT = normalise(
    "Q: Can you build trust?\n"
    "A: You cannot build trust. Trust takes “time”,  we think; it doesn’t take\u00a0long. We think so, she said. We think again."
)

FOUND = {
    "words as they stand": ("You cannot build trust.", "", ""),
    "words across white space": ("Trust takes\n\t“time”, we   think", "", ""),
    "words in other quotation marks": ('Trust takes "time"', "", ""),
    "words with another apostrophe": ("it doesn't take long", "", ""),
    "one of three behind its prefix": ("We think", "take long.", ""),
    "one of three before its suffix": ("We think", "", "so, she said."),
    "one of three between both": ("We think", "she said.", "again"),
}
NOT_FOUND = {
    "nothing": ("", "", ""),
    "white space": (" \n", "", ""),
    "other capitals": ("you cannot build trust", "", ""),
    "another dash": ("Trust takes – “time”", "", ""),
    "a word left out": ("You cannot trust", "", ""),
    "the end of a word": ("not build trust", "", ""),
    "the beginning of a word": ("You can", "", ""),
    "a prefix that stands elsewhere": ("We think", "You cannot", ""),
    "a prefix that begins inside a word": ("build trust.", "not", ""),
    "a suffix that ends inside a word": ("We think", "", "aga"),
}


@pytest.mark.parametrize("case", FOUND)
def test_words_that_stand_there_are_found_once(case: str) -> None:
    assert len(find(TEXT, *FOUND[case])) == 1


@pytest.mark.parametrize("case", NOT_FOUND)
def test_words_that_do_not_stand_there_so_are_not_found(case: str) -> None:
    assert find(TEXT, *NOT_FOUND[case]) == []


def test_every_place_is_found_with_its_position_in_the_normalised_text() -> None:
    assert find("aa b aa b", "aa b") == [Match(0, 4), Match(5, 9)]
    assert find("one one one", "one one") == [Match(0, 7), Match(4, 11)]
    assert find("no no no, no no no no", "no no") == [
        Match(0, 5),
        Match(3, 8),
        Match(10, 15),
        Match(13, 18),
        Match(16, 21),
    ]


def test_a_word_with_an_accent_is_one_word() -> None:
    assert find("the café Zürich", "caf") == []
    assert find("the café Zürich", "rich") == []
    assert find("the café Zürich", "café Zürich") == [Match(4, 15)]


def test_chinese_words_need_no_space_between_them() -> None:
    assert find("阿里集团宣布蔡崇信出任AI主席", "蔡崇信出任") == [Match(6, 11)]
    assert find("阿里集团宣布蔡崇信出任AI主席", "AI") == [Match(11, 13)]
    assert find("阿里集团宣布蔡崇信出任AI主席", "I主席") == []


def test_white_space_is_folded_and_quotation_marks_are_made_alike_and_nothing_else_is() -> None:
    assert normalise(" «a» „b“ ‘c’ \u00a0 d’s\n\n(e) – E… ") == '"a" "b" \'c\' d\'s (e) – E…'


def test_words_are_verbatim_only_before_any_normalisation() -> None:
    assert [is_verbatim("we  “think”", words) for words in ("we  “think”", "we “think”", 'we  "think"')] == [
        True,
        False,
        False,
    ]


def test_the_closest_passage_names_the_first_word_that_differs() -> None:
    assert closest(TEXT, "You cannot make trust.") == Closest("You cannot build trust.", "make", "build")
    assert closest(TEXT, "not build trust.") == Closest("cannot build trust.", "not", "cannot")


def test_several_quotes_have_each_its_own_closest_passage() -> None:
    wanted = ["not build trust.", "Nothing alike", "", "think again. And again.", "We believe, she said"]
    assert nearest(TEXT, wanted) == [closest(TEXT, words) for words in wanted]
    assert nearest(TEXT, wanted[3:]) == [
        Closest("think again.", "And again.", ""),
        Closest("We think so, she", "believe,", "think"),
    ]


def test_words_that_run_on_past_the_end_have_a_closest_passage_too() -> None:
    assert closest("We think again.", "think again. And again.") == Closest("think again.", "And again.", "")


def test_words_of_which_none_stands_there_have_no_closest_passage() -> None:
    assert [closest(TEXT, "Nothing alike"), closest("", "words"), closest(TEXT, "")] == [None, None, None]


def test_a_fingerprint_changes_with_every_part_and_with_where_it_stands() -> None:
    prints = [
        fingerprint("a", "b"),
        fingerprint("b", "a"),
        fingerprint("ab", ""),
        fingerprint("", "ab"),
        fingerprint("a", "b", None),
    ]
    assert len(set(prints)) == 5
    assert fingerprint("a", None) == fingerprint("a", "") == "ffe9aaeaa2a2d504"
