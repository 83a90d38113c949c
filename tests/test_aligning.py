"""Two wordings of one statement are set side by side word by word, and nothing that agrees is marked as changed."""

from __future__ import annotations

import pytest

from narratives.text import aligning

PAIRS: dict[str, tuple[str, str, list[str], list[str]]] = {
    # first wording: the other, what only the first has, what only the other has
    "a bound that got lost": (
        "companies will spend exceeding $800 billion next year",
        "companies will spend $800 billion next year",
        ["exceeding"],
        [],
    ),
    "a bound that was turned": ("at least half of it", "up to half of it", ["at least"], ["up to"]),
    "most that became all": ("Most players are closed", "All players are closed", ["Most"], ["All"]),
    "case and marks are no change": ("“Most” players, today", "most players today", [], []),
    "nothing in common": ("one two", "three four", ["one two"], ["three four"]),
    "Chinese, character by character": ("至少一半", "最多一半", ["至少"], ["最多"]),
    "an empty wording": ("one two", "", ["one two"], []),
}


def test_the_family_is_not_empty() -> None:
    assert len(PAIRS) == 7


@pytest.mark.parametrize("pair", PAIRS)
def test_what_one_wording_has_and_the_other_has_not_is_found(pair: str) -> None:
    first, other, gone, new = PAIRS[pair]
    found = aligning.differences(first, other)
    assert ([first[a:b] for a, b in found[0]], [other[a:b] for a, b in found[1]]) == (gone, new)


def test_a_lone_small_word_between_two_changes_is_part_of_the_change() -> None:
    first, other = "large investments of digital kind", "small numbers of modern kind"
    gone, new = aligning.differences(first, other)
    assert ([first[a:b] for a, b in gone], [other[a:b] for a, b in new]) == (
        ["large investments of digital"],
        ["small numbers of modern"],
    )


def test_a_number_between_two_changes_stays_what_both_say() -> None:
    first, other = "over 80 always", "about 80 sometimes"
    gone, _ = aligning.differences(first, other)
    assert [first[a:b] for a, b in gone] == ["over", "always"]


def test_words_are_found_whole_and_in_any_case() -> None:
    assert (aligning.find("most", "Almost; Most are"), aligning.find("some", "something")) == ((8, 12), None)


def test_a_named_change_carries_its_number_at_the_end_of_its_words() -> None:
    text = "reaching $800 billion by 2027"
    parts = aligning.parts(text, [(0, 8)], ["$800 billion", "by 2027", None])
    assert "".join(part.text for part in parts) == text
    assert [(part.text, part.note) for part in parts if part.note] == [("$800 billion", 1), ("by 2027", 2)]
    assert [part.text for part in parts if part.changed] == ["reaching", "$800 billion", "by 2027"]


def test_wordings_with_hardly_a_word_in_common_are_not_set_side_by_side_word_by_word() -> None:
    said = "Most major players have closed models."
    assert (aligning.alike(said, "All major players have closed models."), aligning.alike(said, "They stay shut.")) == (
        True,
        False,
    )
