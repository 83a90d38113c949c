"""A narrative that is kept is the one that was read, and never takes the place of its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from narratives.library import keeping, packs
from narratives.library.kinds import KINDS, Records
from tests.conftest import LIBRARY
from tests.example import Example


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def files(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.iterdir())


def test_what_is_kept_is_what_was_read_for_every_narrative(cache: Path) -> None:
    read = packs.load(LIBRARY, None, cache)
    assert len(files(cache)) == len(read.packs) > 1
    assert packs.load(LIBRARY, None, cache) == read == packs.load(LIBRARY)


def test_a_narrative_that_is_kept_is_not_read_again(
    example: Example, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = packs.load(example.content, None, cache)
    monkeypatch.setattr(packs, "draft_of", None)
    assert packs.load(example.content, None, cache) == read


def test_a_changed_word_is_read_and_what_was_kept_before_is_dropped(example: Example, cache: Path) -> None:
    packs.load(example.content, None, cache)
    before = files(cache)
    example.edit("narrative.yaml", "role: chair", "role: director")
    changed = packs.load(example.content, None, cache).packs["example"]
    assert changed.narrative.speakers[0].role == "director"
    assert len(files(cache)) == 1 and files(cache) != before


def test_a_changed_shared_word_is_read(example: Example, cache: Path) -> None:
    packs.load(example.content, None, cache)
    example.edit("../layers.yaml", "label: Chips", "label: Processors")
    pack = packs.load(example.content, None, cache).packs["example"]
    assert pack.words.layers["chips"].label == "Processors"


def test_another_rule_reads_everything_anew(example: Example, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packs.load(example.content, None, cache)
    monkeypatch.setattr(keeping, "code", lambda: "0123456789")
    pack = packs.load(example.content).packs["example"]
    assert keeping.find(cache, pack.files) is None


@pytest.mark.parametrize("held", [b"", b"{", b"\x00\xff", b'{"narrative": null}'])
def test_what_cannot_be_read_is_read_from_the_files(held: bytes, example: Example, cache: Path) -> None:
    read = packs.load(example.content, None, cache)
    (cache / files(cache)[0]).write_bytes(held)
    assert packs.load(example.content, None, cache) == read == packs.load(example.content, None, cache)


def test_a_narrative_with_a_problem_or_an_unverified_quote_is_not_kept(example: Example, cache: Path) -> None:
    example.edit("quotes.yaml", "exact: We publish our models", "exact: We publish all our models")
    assert packs.load(example.content, None, cache).packs["example"].edited == {"publish"}
    example.edit("claims.yaml", "modality: possible", "modality: posible")
    assert packs.load(example.content, None, cache).packs == {}
    assert not cache.exists()


def test_a_folder_that_cannot_be_written_to_keeps_nothing(example: Example, tmp_path: Path) -> None:
    taken = tmp_path / "cache"
    taken.write_text("a file stands here", "utf-8")
    assert packs.load(example.content, None, taken) == packs.load(example.content)


def test_one_narrative_never_drops_what_is_kept_of_another(example: Example, cache: Path) -> None:
    pack = example.pack()
    none = Records(**{kind.name: {} for kind in KINDS})
    kept = keeping.Kept(edition=pack.edition, narrative=pack.narrative, records=none)
    for files_of in ("one-0000000000-0000000000", "one-more-0000000000-0000000000", "one-1111111111-0000000000"):
        keeping.keep(cache, files_of, kept)
    assert [name.rsplit("-", 3)[0] for name in files(cache)] == ["one", "one-more"]
