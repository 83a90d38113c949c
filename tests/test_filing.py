"""A file is read only if it is one and not too large; it is written whole or not at all, whatever stops the writer."""

from __future__ import annotations

import errno
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from narratives.library import filing
from narratives.library.problems import Problem

ROOT = Path(__file__).parents[1]
OLD, NEW = "the old words\n", "the new words, and more of them\n" * 100
STEPS = ("open", "write", "fsync", "close", "chmod", "replace")
# Writes NEW into the file that is named, and dies at the step that is numbered: before it, or after it, or half through.
KILLED = f"""
import os, signal, sys
from pathlib import Path
from narratives.library import filing
steps = 0
def step():
    global steps
    if steps == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    steps += 1
def watched(name, whole):
    def call(*given, **more):
        step()
        if name == "write":
            given = (given[0], given[1][: len(given[1]) // 2 + 1])
        done = whole(*given, **more)
        step()
        return done
    return call
for name in {STEPS}:
    setattr(os, name, watched(name, getattr(os, name)))
filing.write(Path(sys.argv[1]), sys.stdin.read(), "f")
sys.stdout.write(str(steps))
"""


def hidden(folder: Path) -> list[Path]:
    return list(filing.leftovers(folder))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "audit.lock.yaml"
    path.write_text(OLD, "utf-8")
    return path


# Reading ------------------------------------------------------------------------------------------


def test_a_file_is_read_to_its_last_byte_and_not_one_more(path: Path) -> None:
    assert filing.data_of(path, len(OLD)) == OLD.encode()
    with pytest.raises(filing.TooLarge) as caught:
        filing.data_of(path, len(OLD) - 1)
    assert (caught.value.size, caught.value.strerror) == (len(OLD), "it has 0.0 MB")


def test_a_byte_order_mark_is_no_part_of_the_text(path: Path) -> None:
    path.write_bytes("\ufeffé".encode())
    assert filing.read(path, "f") == "é"


def test_a_file_that_grows_while_it_is_read_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.fstat

    def then_it_grows(file: int) -> os.stat_result:
        found = whole(file)
        os.truncate(path, 2_000_000_000)
        return found

    monkeypatch.setattr(os, "fstat", then_it_grows)
    told = filing.read(path, "f")
    assert isinstance(told, Problem) and told.what == "the file has 2000.0 MB; it was not read"


def test_a_pipe_that_takes_the_place_of_a_file_between_two_looks_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.stat

    def then_a_pipe(*given: Any, **more: Any) -> os.stat_result:
        found = whole(*given, **more)
        path.unlink()
        os.mkfifo(path)
        return found

    monkeypatch.setattr(os, "stat", then_a_pipe)
    assert filing.read(path, "f") == Problem("f", 0, "this is not a file", "", "put a text file in its place")


def test_a_socket_is_not_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as here:
        here.bind("s")
        assert filing.read(Path("s"), "f") == Problem("f", 0, "this is not a file", "", "put a text file in its place")


# Writing ------------------------------------------------------------------------------------------


def test_a_written_file_holds_the_text_keeps_its_permissions_and_leaves_nothing_beside(path: Path) -> None:
    path.chmod(0o640)
    assert filing.write(path, NEW, "f") is None
    assert (path.read_text("utf-8"), stat.S_IMODE(path.stat().st_mode), list(path.parent.iterdir())) == (
        NEW,
        0o640,
        [path],
    )


def test_a_new_file_has_the_permissions_that_any_new_file_has(path: Path) -> None:
    (path.parent / "any").touch()
    assert filing.write(path.parent / "new", NEW, "f") is None
    assert (path.parent / "new").stat().st_mode == (path.parent / "any").stat().st_mode


def test_a_link_goes_on_leading_to_where_it_led(path: Path) -> None:
    link = path.parent / "link"
    link.symlink_to(path.name)
    assert filing.write(link, NEW, "f") is None
    assert (link.is_symlink(), path.read_text("utf-8")) == (True, NEW)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_leaves_the_old_file_nothing_beside_it_and_a_plain_line(
    step: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole: Callable[..., Any] = getattr(os, step)

    def full(*given: Any, **more: Any) -> Any:
        if step == "write":
            whole(given[0], given[1][:7])
        if step == "close":
            whole(*given)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, step, full)
        told = filing.write(path, NEW, "content/f")
    assert told == Problem(
        "content/f",
        0,
        "the file cannot be written: No space left on device",
        "What stood there stands as it was; a file is written whole or not at all.",
        "make room, or allow writing there, and run it again",
    )
    assert (path.read_text("utf-8"), list(path.parent.iterdir())) == (OLD, [path])


def test_whoever_is_killed_at_any_moment_leaves_the_old_file_or_the_new_one_and_the_next_write_clears_up(
    path: Path,
) -> None:
    def run(at: int) -> subprocess.CompletedProcess[str]:
        path.write_text(OLD, "utf-8")
        command = [sys.executable, "-c", KILLED, str(path), str(at)]
        return subprocess.run(command, cwd=ROOT, input=NEW, text=True, capture_output=True, check=False)

    steps = int(run(-1).stdout)
    assert steps >= 2 * (len(STEPS) + 3)  # each before and after, and the text in more than one piece
    found = []
    for at in range(steps):
        done = run(at)
        assert (done.returncode, done.stderr) == (-signal.SIGKILL, "")
        found.append({OLD: "old", NEW: "new"}[path.read_text("utf-8")])
        assert len(hidden(path.parent)) <= 1
        assert all(each.name.startswith(".") for each in path.parent.iterdir() if each != path)
    assert found == ["old"] * (steps - 1) + ["new"]
    assert filing.write(path, OLD, "f") is None
    assert list(path.parent.iterdir()) == [path]


def test_of_two_that_write_at_once_the_one_that_is_cleared_away_begins_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, others = os.fsync, ["the second\n", "the third\n"]

    def meanwhile(file: int) -> None:
        whole(file)
        if others:
            text = others.pop()
            assert filing.write(path, text, "f") is None
            assert path.read_text("utf-8") == text

    monkeypatch.setattr(os, "fsync", meanwhile)
    assert filing.write(path, NEW, "f") is None
    assert (path.read_text("utf-8"), others, list(path.parent.iterdir())) == (NEW, [], [path])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    told = filing.write(tmp_path / "none" / "f", NEW, "f")
    assert told and told.what == "the file cannot be written: No such file or directory"


def test_a_file_that_may_not_be_written_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # as for anybody but root
    told = filing.write(path, NEW, "f")
    assert (told and told.what, path.read_text("utf-8")) == ("the file cannot be written: Permission denied", OLD)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["a folder", "a pipe"])
def test_what_is_no_file_is_not_replaced(make: Callable[[Path], Any], path: Path) -> None:
    path.unlink()
    make(path)
    before = path.stat().st_mode
    told = filing.write(path, NEW, "f")
    assert (told and told.what, path.stat().st_mode) == ("the file cannot be written: it is not a file", before)
