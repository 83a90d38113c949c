"""The list of changes is held against the narrative that stands there; a correction stays listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from narratives import editions
from narratives.editions import Change, Edition

NOW, BEFORE = "0123456789", "abcdef0123"
GOOD = f"""\
# Changes

## 2026-11-24 · edition {NOW}

- corrected claim `bound`: the bound is “more than”,
  not “at least”.
- added facts `one`, `two` and `three`

## 2026-11-20 · edition {BEFORE}

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
    assert len(SLIPS) == 7


def test_a_list_is_read_edition_by_edition(tmp_path: Path) -> None:
    (tmp_path / editions.FILE).write_text(GOOD, "utf-8")
    assert editions.read(tmp_path, "content/vale") == (
        (
            Edition(
                "2026-11-24",
                NOW,
                (
                    Change("corrected", "claim", ("bound",), "the bound is “more than”, not “at least”.", 5),
                    Change("added", "fact", ("one", "two", "three"), "", 7),
                ),
                3,
            ),
            Edition(
                "2026-11-20",
                BEFORE,
                (
                    Change("added", "narrative", ("vale",), "", 11),
                    Change("removed", "quote", ("old",), "it was not in the source.", 12),
                ),
                9,
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
    assert [each.what for each in editions.read(tmp_path, "content/vale")[1]] == ["the list of changes cannot be read"]
