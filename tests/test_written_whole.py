"""What the commands write is there whole or not at all, and what they cannot write or print is told without a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from narratives.__main__ import main
from narratives.library import kinds, packs
from tests.example import Example

ROOT = Path(__file__).parents[1]
# The disk is full after 500 bytes: the write fails, as on a full disk, or the process dies in the middle of it.
LIMITED = """
import resource, signal, sys
from narratives.__main__ import main
signal.signal(signal.SIGXFSZ, signal.SIG_DFL if sys.argv[1] == "killed" else signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
sys.exit(main(sys.argv[2:]))
"""
ENDS = {
    # how it ends: the code, what is printed last
    "told": (
        1,
        "{file}: the file cannot be written: File too large\n"
        "    why   What stood there stands as it was; a file is written whole or not at all.\n"
        "    mend  make room, or allow writing there, and run it again\n",
    ),
    "killed": (-signal.SIGXFSZ, ""),
}


def limited(end: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", LIMITED, end, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        text=True,
        capture_output=True,
        check=False,
        timeout=60,
    )


def shell(line: str) -> tuple[int, str, str]:
    """A line of the shell, in which ``narratives`` is the command; the code is that of its first part."""
    line = line.replace("narratives", f"{sys.executable} -m narratives")
    done = subprocess.run(
        ["bash", "-c", f"{line}; exit ${{PIPESTATUS[0]}}"],
        cwd=ROOT,
        text=True,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def edited(example: Example) -> Example:
    """A quote was added to the example, so that the next audit writes the lock."""
    example.say("More will be said.")
    return example.add("quotes.yaml", "- {id: more, source: transcript, voice: speaker, exact: More will be said.}\n")


def test_the_family_is_not_empty() -> None:
    assert list(ENDS) == ["told", "killed"]


@pytest.mark.parametrize("end", ENDS)
def test_a_full_disk_or_a_kill_leaves_the_audit_lock_as_it_was(end: str, edited: Example) -> None:
    before = edited.path(kinds.LOCK).read_bytes()
    code, said = ENDS[end]
    done = limited(end, "verify", "--sources", edited.sources, "--content", edited.content)
    assert (edited.path(kinds.LOCK).read_bytes(), done.returncode, done.stderr) == (before, code, "")
    assert done.stdout == said.format(file="content/example/audit.lock.yaml")
    edited.audited()
    assert [path.name for path in edited.path(".").iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("end", ENDS)
def test_a_full_disk_or_a_kill_leaves_the_field_guide_as_it_was(end: str, example: Example) -> None:
    example.set("../README.md", "# Before\n")
    code, said = ENDS[end]
    done = limited(end, "guide", "--write", "--content", example.content)
    assert (example.read("../README.md"), done.returncode, done.stderr) == ("# Before\n", code, "")
    assert done.stdout == said.format(file="content/README.md")
    assert main(["guide", "--write", "--content", str(example.content)]) == 0
    assert example.read("../README.md") == (ROOT / "content" / "README.md").read_text("utf-8")
    assert [path.name for path in example.content.iterdir() if path.name.startswith(".")] == []


def test_what_a_killed_write_leaves_is_taken_for_no_content(example: Example) -> None:
    before = packs.load(example.content)
    for place in (example.path("."), example.content):
        (place / ".audit.lock.yaml.0123abcd.unfinished").write_text("half a li", "utf-8")
        (place / ".CHANGELOG.md.0123abcd.unfinished").write_text("half a li", "utf-8")
    after = packs.load(example.content)
    assert (after.packs, after.problems, packs.changelogs(example.content, after)) == (before.packs, (), [])


@pytest.mark.parametrize("asked", ["export", "export example --format package"])
def test_a_reader_who_stops_reading_sees_no_traceback(asked: str, example: Example) -> None:
    assert shell(f"narratives {asked} --content {example.content} | true") == (1, "", "")


def test_what_cannot_be_printed_is_told_in_a_line() -> None:
    said = "it ended before it was done: No space left on device\n"
    assert shell("narratives guide > /dev/full") == (1, "", said)


def test_where_nothing_is_printed_to_the_code_is_all(example: Example) -> None:
    assert shell(f"narratives export example --format package --content {example.content} >&-") == (0, "", "")
