"""The longest run of words that short texts share with a long one is what a plain comparison of both finds."""

from __future__ import annotations

import difflib
from random import Random

from narratives.text.overlapping import Run, longest


class Counted(str):
    """A word that counts how often it is looked up."""

    looked_up = 0

    def __hash__(self) -> int:
        Counted.looked_up += 1
        return super().__hash__()


def plain(short: list[str], words: list[str]) -> Run | None:
    """The same by the standard library, which compares each short text with the whole long one."""
    best = difflib.SequenceMatcher(None, words, short, autojunk=False).find_longest_match()
    return Run(best.size, best.a, best.b) if best.size else None


def test_each_short_text_has_its_longest_run_and_of_several_the_first() -> None:
    words = ["we", "think", "so", "and", "we", "think", "again", "so", "we", "think"]
    shorts = ["so we think", "think again and again", "again", "we", "", "other words"]
    assert longest([short.split() for short in shorts], words) == [
        Run(3, 7, 0),
        Run(2, 5, 0),
        Run(1, 6, 0),
        Run(1, 0, 0),
        None,
        None,
    ]


def test_of_two_places_in_the_short_text_the_first_counts() -> None:
    assert longest([["b", "a", "c", "a"]], ["a"]) == [Run(1, 0, 1)]


def test_runs_are_those_of_a_plain_comparison() -> None:
    random = Random(0)
    for _ in range(2_000):
        words = random.choices("abc", k=random.randrange(25))
        shorts = [random.choices("abcd", k=random.randrange(9)) for _ in range(random.randrange(1, 5))]
        assert longest(shorts, words) == [plain(short, words) for short in shorts], (shorts, words)


def test_a_word_is_looked_up_a_few_times_however_many_short_texts_there_are() -> None:
    shorts = [["the", "same"] * number + ["end"] for number in range(1, 40)]
    words = [Counted(word) for word in ["the", "same"] * 2_000]
    Counted.looked_up = 0
    found = longest(shorts, words)
    assert ([run.size for run in found if run], Counted.looked_up < 4 * len(words)) == (
        [2 * number for number in range(1, 40)],
        True,
    )
