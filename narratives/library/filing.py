"""Files read with a guard and written whole.

A file is read only if it is a regular one and not too large: a pipe or a device never ends, and what is huge would fill
the memory. It is written beside its place and renamed, so that whatever happens, the old file stands there or the new.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from narratives.library.problems import Problem

MAX_BYTES = 1_000_000
# No waiting for the other end of a pipe, and no terminal that takes over the process; not every system has these.
GUARDED = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


class NotAFile(OSError):
    """Raised for a folder, a pipe, a socket or a device."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "it is not a file")


class TooLarge(OSError):
    """Raised for a file of more bytes than may be read; it was not read."""

    def __init__(self, size: int) -> None:
        super().__init__(errno.EFBIG, f"it has {size / 1e6:.1f} MB")
        self.size = size


def data_of(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of the regular file ``path``, at most ``most`` of them.

    OSError where it cannot be read, NotAFile and TooLarge among them; nothing is read of what is refused. What is put
    in its place, or grows, while it is read is refused all the same.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):  # to open a device can be to use it
        raise NotAFile
    file = os.open(path, GUARDED)
    try:
        there = os.fstat(file)
        if not stat.S_ISREG(there.st_mode):
            raise NotAFile
        if there.st_size > most:
            raise TooLarge(there.st_size)
        parts, left = [], most + 1
        while left and (part := os.read(file, left)):
            parts.append(part)
            left -= len(part)
        if not left:
            raise TooLarge(os.fstat(file).st_size)
        return b"".join(parts)
    finally:
        os.close(file)


def read(path: Path, shown_as: str) -> str | Problem:
    """The text of a file of the content, or the one Problem that keeps it from being read; ``shown_as`` is printed."""
    try:
        return data_of(path).decode("utf-8-sig")
    except NotAFile:
        return Problem(shown_as, 0, "this is not a file", "", "put a text file in its place")
    except TooLarge as error:
        what = f"the file has {error.size / 1e6:.1f} MB; it was not read"
        why = "A pack is written by hand; a file over 1 MB is a mistake or an attack, and would stall the dashboard."
        return Problem(shown_as, 0, what, why, "split the narrative, or remove what does not belong here")
    except UnicodeDecodeError as error:
        return Problem(shown_as, 0, f"the file is not UTF-8 (byte {error.start})", "", "save it as UTF-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Problem(shown_as, 0, f"the file cannot be read: {reason}", "", "check that it exists and may be read")


def write(path: Path, text: str, shown_as: str) -> Problem | None:
    """Write the whole file ``path`` or leave it as it was, which the Problem then says.

    Its permissions stay, and a link goes on leading to where it led. A new file takes the old one's place, so the folder
    must be one that may be written to, and another hard link keeps the old words. Who is killed leaves a hidden file beside it, which
    no reader of content takes for content and the next write removes; so of two that write at once, one begins again.
    """
    tries = 10
    while True:
        try:
            _replace(Path(os.path.realpath(path)), text.encode())
            return None
        except FileNotFoundError as error:  # another writer took ours for one that was left, or the folder is not there
            tries -= 1
            if not tries:
                return _unwritten(error, shown_as)
        except OSError as error:
            return _unwritten(error, shown_as)


def leftovers(folder: Path, name: str = "*") -> Iterator[Path]:
    """The hidden files in ``folder`` in which ``name``, a pattern, was written and never took its place."""
    return folder.glob(f".{name}.*.unfinished")


def _replace(path: Path, data: bytes) -> None:
    mode = _mode(path)
    for left in leftovers(path.parent, glob.escape(path.name)):
        left.unlink(missing_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.unfinished")
    try:
        file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
            os.fsync(file)  # or a power cut could leave the new name with nothing in it
        finally:
            os.close(file)
        if mode is not None:
            os.chmod(beside, mode)
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _mode(path: Path) -> int | None:
    """The permissions of the file that stands there, None where none does; OSError where it may not be replaced."""
    try:
        there = os.stat(path)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(there.st_mode):
        raise NotAFile
    if not os.access(path, os.W_OK):  # renaming would not ask
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(there.st_mode)


def _unwritten(error: OSError, shown_as: str) -> Problem:
    what = f"the file cannot be written: {error.strerror or type(error).__name__}"
    why = "What stood there stands as it was; a file is written whole or not at all."
    return Problem(shown_as, 0, what, why, "make room, or allow writing there, and run it again")
