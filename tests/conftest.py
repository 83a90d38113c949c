"""What most tests start from: the example, and the real content."""

from __future__ import annotations

from collections import Counter
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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How much was tried, as the tests that try many things have recorded it."""
    tried: Counter[str] = Counter()
    for passed in terminalreporter.getreports("passed"):
        for what, count in passed.user_properties:
            tried[what] += int(str(count))
    for what, count in sorted(tried.items()):
        terminalreporter.write_line(f"tried: {count} {what}")
