"""What most tests start from: the example, and the made-up library."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from narratives.library import packs
from narratives.library.packs import Pack
from tests.example import Example

LIBRARY = Path(__file__).parent / "library" / "content"
os.environ["NARRATIVES_CONTENT"] = str(
    LIBRARY
)  # read when `narratives.ui` is first imported: pages in tests show these


@pytest.fixture
def example(tmp_path: Path) -> Example:
    return Example(tmp_path).write()


@pytest.fixture(scope="session")
def library() -> Mapping[str, Pack]:
    """The three made-up narratives, by id."""
    return packs.load(LIBRARY).packs


@pytest.fixture(scope="session")
def vale(library: Mapping[str, Pack]) -> Pack:
    """The one of them with every kind of amount; tests of numbers on figures are about its numbers."""
    return library["ada-vale-forum"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How much was tried, as the tests that try many things have recorded it."""
    tried: Counter[str] = Counter()
    for passed in terminalreporter.getreports("passed"):
        for what, count in passed.user_properties:
            tried[what] += int(str(count))
    for what, count in sorted(tried.items()):
        terminalreporter.write_line(f"tried: {count} {what}")
