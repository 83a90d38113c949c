"""The list of changes is held against the narrative that stands there; a correction stays listed."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from narratives.library import editions, guide
from narratives.library.editions import Edition, Entry
from narratives.models import dates

NOW, BEFORE, EARLIER = "0123456789", "abcdef0123", ("aaaaaaaaaa", "bbbbbbbbbb")
GOOD = f"""\
# Changes

## 2026-11-24 · edition {NOW}

- corrected claim `bound`: the bound is “more than”,
  not “at least”.
- added facts `one`, `two` and `three`.

## 2026-11-20 · edition {BEFORE} · formerly {EARLIER[0]}, {EARLIER[1]}

- added narrative `vale`
- removed quote `old`: it was not in the source.
"""
IDS = {"narrative": ["vale"], "claim": ["bound"], "fact": ["one", "two", "three"], "quote": ["new"]}
SLIPS: dict[str, tuple[str, str, str]] = {
    # what is wrong: what is put for what, what is said
    "an edition that is not there": (NOW, "9999999999", "the newest edition listed is not the one that stands here"),
    "an older one on top": ("2026-11-24", "2026-11-01", "2026-11-01 stands above 2026-11-20"),
    "a day not in the calendar": ("2026-11-24", "2026-11-31", "2026-11-31 is not a day in the calendar"),
    "a word that is no verb": ("- added narrative", "- wrote narrative", "this line is neither a heading nor an entry"),
    "an id that is not there": ("`bound`", "`bund`", "corrected claim “bund”, which is not there"),
    "removed, and still there": ("`old`", "`new`", "removed quote “new”, which is still there"),
    "a former name that stands twice": (
        EARLIER[0],
        EARLIER[1],
        f"edition {BEFORE} was formerly {EARLIER[1]}, and so was another",
    ),
    "a former name that is none": (EARLIER[0], "the first", "this line is neither a heading nor an entry"),
    "a month not in the calendar": ("2026-11-24", "2026-13-24", "2026-13-24 is not a day in the calendar"),
    "no change": (
        "\n\n- added narrative `vale`\n- removed quote `old`: it was not in the source.",
        "",
        f"edition {BEFORE} lists no change",
    ),
}


def said(folder: Path, text: str) -> list[str]:
    (folder / editions.FILE).write_text(text, "utf-8")
    listed, problems = editions.read(folder, "content/vale")
    return [each.what for each in (*problems, *editions.problems(listed, NOW, "2026-11-24", IDS, "content/vale"))]


def test_the_family_is_not_empty() -> None:
    assert len(SLIPS) == 10


def test_a_list_is_read_edition_by_edition(tmp_path: Path) -> None:
    (tmp_path / editions.FILE).write_text(GOOD, "utf-8")
    assert editions.read(tmp_path, "content/vale") == (
        (
            Edition(
                "2026-11-24",
                NOW,
                (
                    Entry("corrected", "claim", ("bound",), "the bound is “more than”, not “at least”.", 5),
                    Entry("added", "fact", ("one", "two", "three"), "", 7),
                ),
                3,
            ),
            Edition(
                "2026-11-20",
                BEFORE,
                (
                    Entry("added", "narrative", ("vale",), "", 11),
                    Entry("removed", "quote", ("old",), "it was not in the source.", 12),
                ),
                9,
                EARLIER,
            ),
        ),
        [],
    )


def test_a_list_that_agrees_has_no_problem(tmp_path: Path) -> None:
    assert said(tmp_path, GOOD) == []


@pytest.mark.parametrize("slip", SLIPS)
def test_what_does_not_agree_is_said(slip: str, tmp_path: Path) -> None:
    old, new, what = SLIPS[slip]
    assert GOOD.count(old) == 1
    assert any(each.startswith(what) for each in said(tmp_path, GOOD.replace(old, new)))


def test_without_a_list_the_way_to_one_is_named(tmp_path: Path) -> None:
    listed, problems = editions.read(tmp_path, "content/vale")
    (only,) = editions.problems(listed, NOW, "2026-11-24", IDS, "content/vale")
    assert (problems, only.what) == ([], "no edition is listed")
    assert f"## 2026-11-24 · edition {NOW}" in only.mend and "- added narrative `vale`" in only.mend


def test_a_list_that_is_no_text_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / editions.FILE).write_bytes(b"\x89PNG\x00")
    assert [each.what for each in editions.read(tmp_path, "content/vale")[1]] == ["the file is not UTF-8 (byte 0)"]


def test_another_edition_of_the_same_words_has_the_same_name_again(tmp_path: Path) -> None:
    again = f"## 2026-11-25 · edition {BEFORE}\n\n- changed claim `bound`: as before.\n\n"
    text = GOOD.replace("# Changes\n\n", f"# Changes\n\n{again}")
    (tmp_path / editions.FILE).write_text(text, "utf-8")
    listed, problems = editions.read(tmp_path, "content/vale")
    assert (problems, list(editions.problems(listed, BEFORE, "2026-11-24", IDS, "content/vale"))) == ([], [])


EXAMPLES = {
    "the module": editions.__doc__ or "",
    "the field guide": guide.CHANGES,
    "the recipe": (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text("utf-8"),
}


@pytest.mark.parametrize("place", EXAMPLES)
def test_the_example_that_is_given_is_read_without_a_problem(place: str, tmp_path: Path) -> None:
    example = re.search(r"^    # Changes\n(?: {4}.*\n|\n)+", EXAMPLES[place], re.MULTILINE)
    assert example
    (tmp_path / editions.FILE).write_text(textwrap.dedent(example[0]), "utf-8")
    listed, problems = editions.read(tmp_path, "content/vale")
    assert (problems, len(listed), [bool(each.changes) for each in listed]) == ([], 1, [True])


PROPOSED = re.compile(r"“((?:#|- ).+?)”(?=,| and| at| in)")


@pytest.mark.parametrize("reviewed", ["2026-11-19", "2026-11-24", "2026-12-01"])
@pytest.mark.parametrize("slip", ["", "2026-11-20"])
def test_a_list_that_is_mended_as_proposed_has_no_problem(slip: str, reviewed: str, tmp_path: Path) -> None:
    """Whether the day of the review is before, at or after that of the newest edition, and whether an older one has a day."""
    text = GOOD.replace(slip, "2026-99-99") if slip else GOOD
    (tmp_path / editions.FILE).write_text(text, "utf-8")
    listed, _ = editions.read(tmp_path, "content/vale")
    mends = [each.mend for each in editions.problems(listed, "1" * 10, reviewed, IDS, "content/vale")]
    added, renamed = PROPOSED.findall(mends[0])
    mended = text.replace("2026-99-99", slip)
    above = mended.replace("# Changes\n", f"# Changes\n\n{added}\n\n- changed claim `bound`\n")
    named = mended.replace(f"## 2026-11-24 · edition {NOW}", renamed)
    for each in (above, named):
        assert each != mended
        (tmp_path / editions.FILE).write_text(each, "utf-8")
        listed, problems = editions.read(tmp_path, "content/vale")
        assert (problems, listed[0].name) == ([], "1" * 10)
        assert list(editions.problems(listed, "1" * 10, reviewed, IDS, "content/vale")) == []
    assert NOW in listed[0].formerly


def test_words_that_come_back_bring_back_their_name_and_both_proposals_hold(tmp_path: Path) -> None:
    """The newest edition was formerly called as what stands there now is called again."""
    text = GOOD.replace(f"edition {NOW}", f"edition {NOW} · formerly cccccccccc")
    (tmp_path / editions.FILE).write_text(text, "utf-8")
    listed, _ = editions.read(tmp_path, "content/vale")
    (told,) = editions.problems(listed, "c" * 10, "2026-11-24", IDS, "content/vale")
    added, renamed = PROPOSED.findall(told.mend)
    assert renamed == f"## 2026-11-24 · edition cccccccccc · formerly {NOW}"
    above = text.replace("# Changes\n", f"# Changes\n\n{added}\n\n- changed claim `bound`\n")
    named = text.replace(f"## 2026-11-24 · edition {NOW} · formerly cccccccccc", renamed)
    for each in (above, named):
        (tmp_path / editions.FILE).write_text(each, "utf-8")
        listed, _ = editions.read(tmp_path, "content/vale")
        assert list(editions.problems(listed, "c" * 10, "2026-11-24", IDS, "content/vale")) == []


@pytest.mark.parametrize("narrative", ["vale", "Vale_2026", "Vale & Söhne"])
def test_a_list_that_is_begun_as_proposed_has_no_problem(narrative: str, tmp_path: Path) -> None:
    ids = IDS | {"narrative": [narrative]}
    (only,) = editions.problems((), NOW, "2026-11-24", ids, "content/vale")
    (tmp_path / editions.FILE).write_text("\n\n".join(PROPOSED.findall(only.mend)), "utf-8")
    listed, problems = editions.read(tmp_path, "content/vale")
    assert (problems, [each.name for each in listed]) == ([], [NOW])
    assert list(editions.problems(listed, NOW, "2026-11-24", ids, "content/vale")) == []


def test_a_list_that_is_no_list_is_a_hundred_problems_and_not_a_million(tmp_path: Path) -> None:
    (tmp_path / editions.FILE).write_text("# Changes\n\n" + "no entry\n" * 100_000, "utf-8")
    listed, problems = editions.read(tmp_path, "content/vale")
    assert (listed, len(problems), problems[-1].line) == ((), 101, 102)
    assert problems[-1].what == "the list is too long or too broken; what stands below this line was not read"


def test_a_list_without_end_is_read_as_far_as_a_page_can_show_it(tmp_path: Path) -> None:
    text = f"## 2026-11-24 · edition {NOW}\n\n" + "- changed claim `bound`\n" * 40_000
    (tmp_path / editions.FILE).write_text(text, "utf-8")
    listed, problems = editions.read(tmp_path, "content/vale")
    assert ([len(each.changes) for each in listed], [each.line for each in problems]) == ([1999], [2001])


def test_a_day_that_is_none_is_shown_as_it_is_written() -> None:
    assert [dates.in_words(day) for day in ("2026-13-24", "2026-00-01")] == ["2026-13-24", "2026-00-01"]
