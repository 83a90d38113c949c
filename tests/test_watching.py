"""The watch over the content: a state that changes exactly when a content file does, and word to every reader once."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from narratives.library import editions, packs, touring, watching
from narratives.library.kinds import PACK_FILES, SHARED_FILES
from narratives.library.watching import Watch
from tests.example import Example

PATIENCE = 20  # seconds, only spent where a test fails
FILES = (
    *SHARED_FILES,
    touring.FILE,
    *(f"example/{name}" for name in (*PACK_FILES, editions.FILE)),
)
# What editors and file managers leave beside a file while it is edited, and what is no content at all.
BESIDE = (
    "claims.yaml~",
    "#claims.yaml#",
    ".claims.yaml.swp",
    ".claims.yaml.swx",
    "4913",
    "claims.yaml.tmp",
    ".claims.yaml.1234",
    "claims.yaml___jb_tmp___",
    "claims (copy).yaml",
    ".goutputstream-A1B2C3",
    "Thumbs.db",
    "notes.md",
    ".DS_Store",
)


def emacs_lock(content: Path) -> None:
    (content / "example" / ".#claims.yaml").symlink_to("editor@machine.4242:1700000000")


def emacs_lock_beside_the_shared_words(content: Path) -> None:
    (content / ".#terms.yaml").symlink_to("editor@machine.4242:1700000000")


def a_dangling_link(content: Path) -> None:
    (content / "example" / "rates.yaml").symlink_to(content / "nowhere.yaml")


def a_content_file_that_leads_nowhere(content: Path) -> None:
    (content / "example" / "forecasts.yaml").symlink_to(content / "nowhere.yaml")


def a_link_to_itself(content: Path) -> None:
    (content / "example" / "forecasts.yaml").symlink_to("forecasts.yaml")


def a_folder_that_is_a_link_to_itself(content: Path) -> None:
    (content / "again").symlink_to("again")


def a_folder_that_cannot_be_looked_at(content: Path) -> None:
    """As behind a closed door, and for root too: a link with a name that no file system takes."""
    (content / "aaa").symlink_to("x" * 300)


def a_pipe(content: Path) -> None:
    os.mkfifo(content / "example" / "record.yaml")


HOSTILE: tuple[Callable[[Path], None], ...] = (
    emacs_lock,
    emacs_lock_beside_the_shared_words,
    a_dangling_link,
    a_content_file_that_leads_nowhere,
    a_link_to_itself,
    a_folder_that_is_a_link_to_itself,
    a_folder_that_cannot_be_looked_at,
    a_pipe,
)


@pytest.fixture
def whole(example: Example) -> Path:
    """The content folder of the example with every file that content can have."""
    for name in FILES:
        path = example.content / name
        if not path.exists():
            path.write_text("[]\n", "utf-8")
    return example.content


def test_there_are_files_to_change_and_entries_that_are_hostile() -> None:
    assert (len(FILES), len(BESIDE), len(HOSTILE)) == (20, 13, 8)


@pytest.mark.parametrize("name", FILES)
def test_the_state_changes_with_each_file_that_is_content(whole: Path, name: str) -> None:
    states = [watching.stamp(whole)]
    path = whole / name
    path.write_text(path.read_text("utf-8") + "# more\n", "utf-8")
    states.append(watching.stamp(whole))
    beside = path.with_name(".beside")
    shutil.copy2(path, beside)  # the same size and date
    os.replace(beside, path)
    states.append(watching.stamp(whole))
    path.unlink()
    states.append(watching.stamp(whole))
    assert len(set(states)) == 4


def test_the_state_changes_with_a_narrative_and_with_the_whole_folder(whole: Path) -> None:
    states = [watching.stamp(whole)]
    (whole / "another").mkdir()
    states.append(watching.stamp(whole))
    (whole / "another").rename(whole / "renamed")
    states.append(watching.stamp(whole))
    whole.rename(whole.with_name("away"))
    states.append(watching.stamp(whole))
    whole.with_name("away").rename(whole)
    assert (len(set(states)), watching.stamp(whole)) == (4, states[2])


@pytest.mark.parametrize("name", BESIDE)
def test_the_state_does_not_change_with_what_an_editor_leaves_beside(whole: Path, name: str) -> None:
    before = watching.stamp(whole)
    for folder in (whole, whole / "example"):
        (folder / name).write_text("half a sen", "utf-8")
    assert watching.stamp(whole) == before


@pytest.mark.parametrize("name", (".git", "_drafts"))
def test_the_state_does_not_change_with_folders_that_are_no_narratives(whole: Path, name: str) -> None:
    before = watching.stamp(whole)
    (whole / name).mkdir()
    shutil.copy(whole / "example" / "claims.yaml", whole / name)
    assert watching.stamp(whole) == before


@pytest.mark.parametrize("lock", (emacs_lock, emacs_lock_beside_the_shared_words, a_dangling_link))
def test_the_state_does_not_change_with_a_lock_or_a_link_beside(whole: Path, lock: Callable[[Path], None]) -> None:
    before = watching.stamp(whole)
    lock(whole)
    assert watching.stamp(whole) == before


@pytest.mark.parametrize("harm", HOSTILE)
@pytest.mark.parametrize("name", ("terms.yaml", "example/claims.yaml", "zzz/claims.yaml"))
def test_an_entry_that_cannot_be_looked_at_hides_no_other(
    example: Example, harm: Callable[[Path], None], name: str
) -> None:
    shutil.copytree(example.content / "example", example.content / "zzz")
    harm(example.content)
    before = watching.stamp(example.content)
    path = example.content / name
    path.write_text(path.read_text("utf-8") + "# more\n", "utf-8")
    assert watching.stamp(example.content) != before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_hides_no_other(example: Example) -> None:
    shutil.copytree(example.content / "example", example.content / "aaa")
    (example.content / "aaa").chmod(0)
    before = watching.stamp(example.content)
    path = example.path("claims.yaml")
    path.write_text(path.read_text("utf-8") + "# more\n", "utf-8")
    changed = watching.stamp(example.content) != before
    (example.content / "aaa").chmod(0o755)
    assert changed


@pytest.mark.parametrize("harm", HOSTILE)
def test_an_entry_that_cannot_be_looked_at_keeps_no_other_narrative_from_being_read(
    example: Example, harm: Callable[[Path], None]
) -> None:
    shutil.copytree(example.content / "example", example.content / "zzz")
    path = example.content / "zzz" / "narrative.yaml"
    path.write_text(path.read_text("utf-8").replace("Example 2026", "Another 2026"), "utf-8")
    harm(example.content)
    library = packs.load(example.content)
    assert "zzz" in library.packs
    assert {problem.file.split("/")[1] for problem in library.problems} <= {"aaa", "example"}


class Readers:
    """Two readers who are there or not, are busy or not, and note each word they get."""

    def __init__(self) -> None:
        self.there = {"ada", "ben"}
        self.busy: set[str] = set()
        self.asked: list[str] = []
        self.heard = threading.Semaphore(0)
        self.tried = threading.Semaphore(0)

    def present(self, reader: str) -> bool:
        return reader in self.there

    def tell(self, reader: str, told: Callable[[], None]) -> None:
        self.tried.release()
        if reader in self.busy:
            return
        told()
        self.asked.append(reader)
        self.heard.release()

    def hear(self, count: int) -> list[str]:
        """Who was asked to look again, once ``count`` words were given."""
        for _ in range(count):
            assert self.heard.acquire(timeout=PATIENCE)
        return sorted(self.asked)


@pytest.fixture
def readers() -> Readers:
    return Readers()


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> threading.Semaphore:
    """Counts the looks at the content."""
    looked, really = threading.Semaphore(0), watching.stamp

    def noted(content: Path) -> str:
        found = really(content)
        looked.release()
        return found

    monkeypatch.setattr(watching, "stamp", noted)
    return looked


@pytest.fixture(params=("told by the system", "looking itself"))
def watch(request: pytest.FixtureRequest, example: Example, readers: Readers) -> Iterator[Watch]:
    """A watch that two readers have come to; ended with the test."""
    watch = Watch(example.content, readers.present, readers.tell, events=request.param == "told by the system")
    assert {watch.seen("ada"), watch.seen("ben")} == {watching.stamp(example.content)}
    yield watch
    readers.there.clear()
    watch.join(PATIENCE)


def save(path: Path, words: str) -> None:
    """As editors do: written beside and renamed."""
    beside = path.with_name(f".{path.name}.tmp")
    beside.write_text(path.read_text("utf-8") + words, "utf-8")
    os.replace(beside, path)


def test_every_reader_is_told_once_of_a_saved_file_and_then_sees_it(
    watch: Watch, readers: Readers, example: Example
) -> None:
    before = watch.seen("ada")
    save(example.path("claims.yaml"), "# one\n")
    assert readers.hear(2) == ["ada", "ben"]
    one = watch.seen("ada")
    with example.path("claims.yaml").open("a") as file:
        file.write("# two\n")  # in place, as other editors do
    assert readers.hear(2) == ["ada", "ada", "ben", "ben"]
    assert (len({before, one, watch.seen("ada")}), watch.seen("ben")) == (3, watching.stamp(example.content))


def test_no_reader_is_told_of_an_editors_lock(
    looked: threading.Semaphore, watch: Watch, readers: Readers, example: Example
) -> None:
    while looked.acquire(blocking=False):
        pass
    emacs_lock(example.content)
    example.path("4913").write_text("", "utf-8")
    for _ in range(2):  # the first may have begun before
        assert looked.acquire(timeout=PATIENCE)
        example.path("4913").write_text("", "utf-8")
    assert readers.asked == []


def test_a_reader_who_is_busy_is_told_afterwards(watch: Watch, readers: Readers, example: Example) -> None:
    readers.busy = {"ada"}
    save(example.path("claims.yaml"), "# one\n")
    assert readers.hear(1) == ["ben"]
    for _ in range(4):
        assert readers.tried.acquire(timeout=PATIENCE)
    readers.busy = set()
    assert readers.hear(1) == ["ada", "ben"]


def test_a_reader_who_has_seen_it_meanwhile_is_not_told(watch: Watch, readers: Readers, example: Example) -> None:
    readers.busy = {"ada", "ben"}
    save(example.path("claims.yaml"), "# one\n")
    for _ in range(2):
        assert readers.tried.acquire(timeout=PATIENCE)
    watch.seen("ada")
    readers.busy = set()
    assert readers.hear(1) == ["ben"]
    save(example.path("claims.yaml"), "# two\n")
    assert readers.hear(2) == ["ada", "ben", "ben"]


def test_a_folder_that_vanishes_and_comes_back_is_watched_on(watch: Watch, readers: Readers, example: Example) -> None:
    example.content.rename(example.content.with_name("away"))
    assert readers.hear(2) == ["ada", "ben"]
    shutil.copytree(example.content.with_name("away"), example.content)
    assert readers.hear(2) == ["ada", "ada", "ben", "ben"]
    save(example.path("claims.yaml"), "# one\n")
    assert readers.hear(2) == ["ada", "ada", "ada", "ben", "ben", "ben"]


def test_a_new_narrative_is_seen_and_then_watched(watch: Watch, readers: Readers, example: Example) -> None:
    shutil.copytree(example.path("."), example.root / "zzz")
    (example.root / "zzz").rename(example.content / "zzz")
    assert readers.hear(2) == ["ada", "ben"]
    save(example.content / "zzz" / "claims.yaml", "# one\n")
    assert readers.hear(2) == ["ada", "ada", "ben", "ben"]


def test_a_run_does_not_look_at_the_disk_while_the_watch_lives(
    watch: Watch, example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, looks = threading.get_ident(), []
    for name in ("scandir", "stat", "open"):
        really = getattr(os, name)

        def counted(*given: object, really: Callable[..., object] = really, **named: object) -> object:
            if threading.get_ident() == here:
                looks.append(given)
            return really(*given, **named)

        monkeypatch.setattr(os, name, counted)
    watching.stamp(example.content)
    looked = len(looks)
    for _ in range(100):
        watch.seen("ada")
    monkeypatch.undo()
    assert (looked > 0, len(looks) - looked) == (True, 0)


def test_with_the_last_reader_the_watch_ends_and_the_next_one_sees_what_was_saved_meanwhile(
    watch: Watch, readers: Readers, example: Example
) -> None:
    readers.there = set()
    watch.join(PATIENCE)
    assert not watch.lives
    save(example.path("claims.yaml"), "# one\n")
    readers.there = {"cleo"}
    assert (watch.seen("cleo"), watch.lives) == (watching.stamp(example.content), True)
    save(example.path("claims.yaml"), "# two\n")
    assert readers.hear(1) == ["cleo"]


def test_a_watch_that_the_system_tells_nothing_looks_itself_from_then_on(
    looked: threading.Semaphore, example: Example, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a drive of another machine: the system agrees to tell, and never does."""
    monkeypatch.setattr(watching.Noticing, "dispatch", lambda *_: None)
    monkeypatch.setattr(watching, "TRUSTED", 1)
    watch = Watch(example.content, readers.present, readers.tell)
    watch.seen("ada")
    for _ in range(3):  # that of the run, that at the start of the watch, and one of its own
        assert looked.acquire(timeout=PATIENCE)
    save(example.path("claims.yaml"), "# one\n")
    assert (readers.hear(1), watch.told_by_the_system) == (["ada"], False)
    save(example.path("claims.yaml"), "# two\n")
    assert readers.hear(1) == ["ada", "ada"]
    readers.there = set()
    watch.join(PATIENCE)
