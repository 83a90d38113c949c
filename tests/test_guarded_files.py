"""Whatever stands in the place of a file of the content: it is told in words, soon, and in little memory."""

from __future__ import annotations

import os
import resource
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from narratives.library import auditing, editions, packs
from narratives.library.problems import Problem
from tests.example import DAY, Example

SPARSE = 2_000_000_000


def sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, SPARSE)


NOT_A_FILE = ("this is not a file", "put a text file in its place")
NOT_THERE = "check that it exists and may be read"
PLACES: dict[str, tuple[Callable[[Path], Any], str, str]] = {
    # what stands there: how it is made, what is said, how to mend it
    "a pipe": (os.mkfifo, *NOT_A_FILE),
    "a folder": (Path.mkdir, *NOT_A_FILE),
    "a device": (lambda path: path.symlink_to("/dev/zero"), *NOT_A_FILE),
    "a link that leads nowhere": (
        lambda path: path.symlink_to("nowhere"),
        "the file cannot be read: No such file or directory",
        NOT_THERE,
    ),
    "a link that leads to itself": (
        lambda path: path.symlink_to(path),
        "the file cannot be read: Too many levels of symbolic links",
        NOT_THERE,
    ),
    "two gigabytes": (
        sparse,
        "the file has 2000.0 MB; it was not read",
        "split the narrative, or remove what does not belong here",
    ),
}
WHY = {
    "two gigabytes": "A pack is written by hand; a file over 1 MB is a mistake or an attack, and would stall the dashboard."
}


@pytest.fixture
def bounded() -> Iterator[None]:
    """Twenty seconds and half a gigabyte more than there is: what waits for ever, or reads without end, fails here."""

    def late(*_: object) -> None:
        raise AssertionError("the file was waited for")

    limits = resource.getrlimit(resource.RLIMIT_AS)
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, 20, 1)
    resource.setrlimit(resource.RLIMIT_AS, (held + 500_000_000, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, limits)
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def test_the_family_is_not_empty() -> None:
    assert len(PLACES) == 6


@pytest.mark.parametrize("case", PLACES)
def test_what_stands_in_the_place_of_the_list_of_changes_is_one_problem(
    case: str, example: Example, bounded: None
) -> None:
    make, what, mend = PLACES[case]
    path = example.path("CHANGELOG.md")
    path.unlink()
    make(path)
    library = packs.load(example.content)
    assert (list(library.packs), packs.changelogs(example.content, library)) == (
        ["example"],
        [Problem("content/example/CHANGELOG.md", 0, what, WHY.get(case, ""), mend)],
    )


@pytest.mark.parametrize("case", PLACES)
def test_what_stands_in_the_place_of_a_file_of_the_narrative_is_one_problem(
    case: str, example: Example, bounded: None
) -> None:
    make, what, mend = PLACES[case]
    path = example.path("record.yaml")  # may be left out
    before = packs.load(example.content)
    make(path)
    place = "content/example/record.yaml"
    assert packs.load(example.content, before).problems == (Problem(place, 0, what, WHY.get(case, ""), mend),)


@pytest.mark.parametrize("case", PLACES)
def test_what_stands_in_the_place_of_a_source_text_is_one_problem(case: str, example: Example, bounded: None) -> None:
    path = example.sources / "example.txt"
    path.unlink()
    PLACES[case][0](path)
    audit, found = auditing.verify(example.path("."), example.words(), example.sources, DAY, "content/example")
    assert (audit, [problem.file for problem in found]) == (None, ["content/example/sources.yaml"])
    assert found[0].what.startswith("source “transcript”: example.txt cannot be read: ")


def test_a_large_file_is_refused_before_it_is_read(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    sparse(example.path("record.yaml"))
    sparse(example.path("../rates.yaml"))
    read: list[int] = []

    def reading(file: int, most: int) -> bytes:
        read.append(most)
        return whole(file, most)

    whole = os.read
    monkeypatch.setattr(os, "read", reading)
    monkeypatch.setattr(Path, "read_bytes", None)
    monkeypatch.setattr(Path, "read_text", None)
    packs.load(example.content)
    assert read and max(read) <= 1_000_001


def seconds(folder: Path, entry: str) -> float:
    """Processor time to read a list of changes with one entry; the least of three."""
    (folder / editions.FILE).write_text(f"# Changes\n\n## 2026-11-24 · edition 0123456789\n\n{entry}\n", "utf-8")
    taken = []
    for _ in range(3):
        start = time.process_time()
        listed, problems = editions.read(folder, "content/vale")
        taken.append(time.process_time() - start)
        assert (len(listed), problems) == (1, [])
    return min(taken)


@pytest.mark.parametrize(("begin", "line", "end"), [("claim `i`:", "  x", "  x"), ("claims `i`,", "  `i`,", "  `i`")])
def test_an_entry_four_times_as_long_takes_about_four_times_as_long(
    begin: str, line: str, end: str, tmp_path: Path
) -> None:
    rows = 900_000 // (len(line) + 1)
    short, long = (seconds(tmp_path, "\n".join([f"- added {begin}", *[line] * n, end])) for n in (rows // 4, rows))
    assert long < short * 8
