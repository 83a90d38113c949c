"""The real content: `check` and `verify` find nothing wrong with it. What it says is held by their rules, not by a test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from narratives.__main__ import main
from narratives.library import kinds, naming, packs
from narratives.text import anchoring

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
SOURCES = ROOT.parent / "shared" / "sources"
WITH_SOURCES = pytest.mark.skipif(
    not SOURCES.is_dir(), reason=f"the source texts are not here ({SOURCES}); they stay outside the project"
)


def test_check_finds_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--content", str(CONTENT)])
    narratives = len(naming.folders(CONTENT))
    assert (code, capsys.readouterr().out.splitlines()[-1]) == (0, f"{narratives} narratives, no problem")


@WITH_SOURCES
def test_every_quote_is_found_in_its_source_again_and_no_lock_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "content"
    shutil.copytree(CONTENT, copy)
    locks = {folder.name: (folder / kinds.LOCK).read_bytes() for folder in naming.folders(copy)}
    code = main(["verify", "--sources", str(SOURCES), "--content", str(copy)])
    assert (code, list(locks)) == (0, [folder.name for folder in naming.folders(CONTENT)]), capsys.readouterr().out
    assert {folder.name: (folder / kinds.LOCK).read_bytes() for folder in naming.folders(copy)} == locks


@WITH_SOURCES
def test_no_passage_of_a_source_stands_in_the_project_but_what_is_quoted() -> None:
    files = [
        path for pattern in ("*.md", "*.py", "*.yaml") for path in ROOT.rglob(pattern) if ".venv" not in path.parts
    ]
    text = anchoring.normalise(
        " ".join(path.read_text(encoding="utf-8") for path in files if path.name != "quotes.yaml")
    )
    for pack in packs.load(CONTENT).packs.values():
        quoted = anchoring.normalise(" ".join(quote.exact for quote in pack.quotes.values()))
        for source in pack.sources.values():
            if source.text:
                given = anchoring.normalise((SOURCES / source.text).read_text(encoding="utf-8")).split()
                passages = (" ".join(given[at : at + 15]) for at in range(0, len(given) - 15, 5))
                assert [passage for passage in passages if passage in text and passage not in quoted] == []
