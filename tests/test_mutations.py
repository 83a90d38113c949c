"""Packs broken in thousands of ways: problems that tell what to mend, never an exception; the other narratives go on.

``FUZZ=20`` tries twenty times as many.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from narratives.library import drafting, kinds, packs
from narratives.library.kinds import Words
from narratives.library.problems import Problem
from tests.example import Example
from tests.mutating import MUTATIONS, mutated

LIBRARY = Path(__file__).parent / "library" / "content"
TIMES = int(os.environ.get("FUZZ", "1"))
Record = Callable[[str, object], None]


def told(problem: Problem) -> bool:
    """Whether a problem names a file, what is wrong and a way to mend it."""
    return bool(problem.file.startswith("content/") and problem.line >= 0 and problem.what and problem.mend)


def words_of(content: Path) -> Words:
    words, problems = drafting.load_words(content)
    assert words is not None and problems == []
    return words


def broken(folder: Path, words: Words, files: list[str], count: int, seed: int) -> tuple[int, list[str]]:
    """How many of ``count`` mutated files made the pack unfit, and what was told badly or raised."""
    random, refused, wrong = Random(seed), 0, []
    whole = {name: (folder / name).read_bytes() for name in files}
    for number in range(count):
        name = random.choice(files)
        data = mutated(whole[name], random)
        (folder / name).write_bytes(data)
        try:
            pack, problems = packs.load_pack(folder, words, f"content/{folder.name}")
        except Exception as error:  # the test is that there is none, of whatever kind
            wrong.append(f"{seed}/{number} {name}: {type(error).__name__}: {error}")
        else:
            refused += pack is None
            wrong += [f"{seed}/{number} {name}: {problem}" for problem in problems if not told(problem)]
            if pack is None and not problems:
                wrong.append(f"{seed}/{number} {name}: refused without a problem")
        (folder / name).write_bytes(whole[name])
    return refused, wrong


def test_there_are_mutations_and_each_changes_a_file() -> None:
    text = "- id: one\n  says: two 3\n  more: four\n"
    unchanged = [each.__name__ for each in MUTATIONS if all(each(text, Random(seed)) == text for seed in range(20))]
    assert (len(MUTATIONS), unchanged) == (11, [])


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.deep) for seed in range(2, 10))])
def test_a_small_pack_broken_anyhow_is_told_and_never_raises(
    seed: int, example: Example, record_property: Record
) -> None:
    folder, count = example.path("."), 500 * TIMES
    files = [name for name in kinds.PACK_FILES if (folder / name).exists()]
    refused, wrong = broken(folder, words_of(example.content), files, count, seed)
    record_property("mutated files of a small pack", count)
    assert wrong == []
    assert refused > count / 4  # otherwise the mutations are too tame to show anything


@pytest.mark.parametrize("seed", range(2))
def test_a_pack_of_every_form_broken_anyhow_is_told_and_never_raises(
    seed: int, tmp_path: Path, record_property: Record
) -> None:
    shutil.copytree(LIBRARY, tmp_path / "content")
    folder, count = tmp_path / "content" / "ada-vale-forum", 80 * TIMES
    files = [name for name in kinds.PACK_FILES if (folder / name).exists()]
    refused, wrong = broken(folder, words_of(folder.parent), files, count, seed)
    record_property("mutated files of a pack of every form", count)
    assert (wrong, refused > 0) == ([], True)


@pytest.mark.parametrize("seed", range(2))
def test_shared_words_broken_anyhow_are_told_and_what_stood_before_stays(
    seed: int, example: Example, record_property: Record
) -> None:
    random, count, wrong = Random(seed), 100 * TIMES, []
    before = packs.load(example.content)
    files = [name for name in kinds.SHARED_FILES if (example.content / name).exists()]
    for number in range(count):
        path = example.content / random.choice(files)
        whole = path.read_bytes()
        path.write_bytes(mutated(whole, random))
        library = packs.load(example.content, before)
        wrong += [f"{number} {path.name}: {problem}" for problem in library.problems if not told(problem)]
        if list(library.packs) != ["example"]:
            wrong.append(f"{number} {path.name}: the narrative that stood before is gone")
        path.write_bytes(whole)
    record_property("mutated shared files", count)
    assert (len(files) > 3, wrong, packs.load(example.content).problems) == (True, [], ())


def test_the_other_narratives_are_served_whatever_one_of_them_holds(example: Example, record_property: Record) -> None:
    random, count = Random(7), 60 * TIMES
    shutil.copytree(example.path("."), example.content / "second")
    Example(example.root, "second").edit("narrative.yaml", "label: Example 2026", "label: Second 2026")
    path = example.content / "second" / "claims.yaml"
    whole, served = path.read_bytes(), set()
    for _ in range(count):
        path.write_bytes(mutated(whole, random))
        served.add("example" in packs.load(example.content).packs)
    record_property("libraries with a broken narrative", count)
    assert served == {True}
