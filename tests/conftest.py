"""What most tests start from: the example, and the real content."""

from __future__ import annotations

from pathlib import Path

import pytest

from narratives import packs
from narratives.packs import Pack
from narratives.problems import report
from tests.example import Example

ROOT = Path(__file__).parents[1]


@pytest.fixture
def example(tmp_path: Path) -> Example:
    return Example(tmp_path).write()


@pytest.fixture(scope="session")
def alibaba() -> Pack:
    """The first real narrative; tests of numbers on figures are about its numbers."""
    library = packs.load(ROOT / "content")
    assert not library.problems, report(library.problems)
    return library.packs["alibaba-vivatech-2026"]
