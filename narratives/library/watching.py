"""The content folder, watched in the background while readers are there: its state for every run, and word of a change.

A look at every file in each run would make every click cost what the library is large. So one thread looks, and a run
takes what it found last. The system tells the thread when something in the folder changes; where it does not, as on a
drive of another machine, the thread looks by itself.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from narratives.library import editions
from narratives.library.kinds import PACK_FILES, SHARED_FILES, TOURS

BESIDE = frozenset({*SHARED_FILES, TOURS.file})
OWN = frozenset({*PACK_FILES, editions.FILE})
TICK = 0.4  # seconds between two glances at the folder itself, and between two looks at a small library
SETTLED = 0.05  # seconds for which nothing may change before a change is passed on: a file half saved is none
ROUNDS = 10  # after which it is passed on anyway
# A look may take one part in so many of the time: where the system tells of changes it only guards against silence.
LOOKING, TRUSTED = 20, 4000
PAUSE = 60.0  # seconds between two looks, however large the library
CHANGES = [
    events.FileModifiedEvent,
    events.FileCreatedEvent,
    events.FileDeletedEvent,
    events.FileMovedEvent,
    events.DirCreatedEvent,
    events.DirDeletedEvent,
    events.DirMovedEvent,
]


def stamp(content: Path) -> str:
    """Changes when a content file in ``content`` does, or a narrative comes or goes, and with nothing else.

    What cannot be looked at counts as being so, and hides no other file. Never raises.
    """
    found: list[tuple[str | int, ...]] = []
    for entry in _entries(str(content), found):
        if entry.name in BESIDE:
            found.append(_state(entry))
        elif not entry.name.startswith((".", "_")) and _is_folder(entry):
            found.append((entry.path,))
            found += [_state(own) for own in _entries(entry.path, found) if own.name in OWN]
    return hashlib.sha256(repr(sorted(found)).encode()).hexdigest()


def _entries(folder: str, found: list[tuple[str | int, ...]]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:  # gone, or closed to us: the narratives beside it are looked at all the same
        found.append((folder, error.errno or 0))
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link behind a closed door; that it cannot be listed is then what is found
        return True


def _state(entry: os.DirEntry[str]) -> tuple[str | int, ...]:
    try:
        status = entry.stat()
    except OSError as error:  # deleted while we looked, or a link that leads nowhere
        return entry.path, error.errno or 0
    # The date of writing can be set back; that of the entry cannot.
    return entry.path, status.st_mode, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


class Watch:
    """One thread that watches a content folder for as long as a reader is ``present``.

    Each reader is an id; ``tell`` asks one to look again and calls what it is given once that has been done; it is tried
    again with a reader who was busy. Without ``tell`` nobody is asked, and a change is seen at a reader's next click.
    With ``events`` the system is asked to tell of changes.
    """

    def __init__(
        self,
        content: Path,
        present: Callable[[str], bool],
        tell: Callable[[str, Callable[[], None]], None] | None = None,
        *,
        events: bool = True,
    ) -> None:
        self.told_by_the_system = events
        self._content, self._present, self._tell = content, present, tell
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._stamp = ""
        self._shown: dict[str, str] = {}  # the state that each reader was shown last
        self._due = 0.0

    @property
    def lives(self) -> bool:
        """Whether the thread is there; without it the next run looks by itself and starts another."""
        return self._thread is not None and self._thread.is_alive()

    def seen(self, reader: str) -> str:
        """The state of the content now, which ``reader`` is shown; the disk is looked at only where nobody watches."""
        with self._lock:
            if not self.lives:
                self._stamp = stamp(self._content)
                self._thread = threading.Thread(target=self._watch, name="content", daemon=True)
                self._thread.start()
            self._shown[reader] = self._stamp
            return self._stamp

    def join(self, timeout: float) -> None:
        """Waits until the thread has ended, which it does when no reader is left."""
        if thread := self._thread:
            thread.join(timeout)

    def _watch(self) -> None:
        changed = threading.Event()
        ears = _Ears(self._content, changed)
        told = True  # of what happened before we listened
        try:
            while self._readers_are_there():
                told |= ears.open(wanted=self.told_by_the_system)
                if told or time.monotonic() >= self._due:
                    self._look(changed, ears, told=told)
                self._pass_on()
                told = changed.wait(TICK)
                changed.clear()
        finally:
            ears.close()

    def _readers_are_there(self) -> bool:
        with self._lock:
            self._shown = {reader: seen for reader, seen in self._shown.items() if self._present(reader)}
            if not self._shown:
                self._thread = None
            return bool(self._shown)

    def _look(self, changed: threading.Event, ears: _Ears, *, told: bool) -> None:
        began = time.monotonic()
        found = stamp(self._content)
        took = time.monotonic() - began
        if found != self._stamp:
            for _ in range(ROUNDS):
                time.sleep(SETTLED)
                before, found = found, stamp(self._content)
                if found == before:
                    break
            if ears.listen and not told and not changed.is_set():
                self.told_by_the_system = False  # it promised to tell, and did not
            self._stamp = found
        share = TRUSTED if ears.listen and self.told_by_the_system else LOOKING
        self._due = time.monotonic() + min(PAUSE, max(TICK, share * took))

    def _pass_on(self) -> None:
        if self._tell is None:
            return
        with self._lock:
            late = [reader for reader, seen in self._shown.items() if seen != self._stamp]
        for reader in late:
            self._tell(reader, partial(self._was_told, reader, self._stamp))

    def _was_told(self, reader: str, stamp: str) -> None:
        with self._lock:
            self._shown[reader] = stamp


class Noticing(events.FileSystemEventHandler):
    """Notes that something changed; what it was, a look finds out."""

    def __init__(self, changed: threading.Event) -> None:
        super().__init__()
        self._changed = changed

    def dispatch(self, event: events.FileSystemEvent) -> None:
        """Called by the system's watch for each change."""
        self._changed.set()


class _Ears:
    """The system's watch over a folder, opened again when another folder has taken its place."""

    def __init__(self, content: Path, changed: threading.Event) -> None:
        self._content, self._changed = content, changed
        self._at: tuple[int, int] | None = None
        self._observer: BaseObserver | None = None

    @property
    def listen(self) -> bool:
        """Whether the system has agreed to tell."""
        return self._observer is not None

    def open(self, *, wanted: bool) -> bool:
        """Listens at the folder that is there now, where ``wanted``; whether that is another one than before."""
        try:
            status = os.stat(self._content)
            at = (status.st_dev, status.st_ino)
        except OSError:
            at = None
        deaf = self._observer is not None and not all(each.is_alive() for each in self._observer.emitters)
        if not wanted:
            self.close()
        if at == self._at and not deaf:
            return False
        self.close()
        self._at = at
        if at and wanted:
            observer = Observer()
            try:
                observer.start()
                observer.schedule(
                    Noticing(self._changed), os.path.realpath(self._content), recursive=True, event_filter=CHANGES
                )
                self._observer = observer
            except OSError:  # gone meanwhile, or more folders than the system will watch: then we look by ourselves
                observer.stop()
        return True

    def close(self) -> None:
        """Listens no longer."""
        if self._observer is not None:
            self._observer.stop()
            self._observer = None
