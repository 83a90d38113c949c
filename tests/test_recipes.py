"""The recipes of CONTRIBUTING.md for a chart and a page, typed as they stand: both work, and edit no more files than they say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
RECIPES = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "screenshots", "browser", "kept")
FENCE = re.compile(r"^   ```(python|diff)\n(.*?)^   ```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^       (KEEP=1 )?python (-m .*)$", re.MULTILINE)
OPENED = """
import json, sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("streamlit_app.py", default_timeout=60)
page, params = json.loads(sys.argv[1])
for name, value in params.items():
    app.query_params[name] = value
app.run()
app.switch_page(f"pages/{page}.py").run()
told = {"title": [each.value for each in app.title], "charts": [each.proto.alt for each in app.get("plotly_chart")],
        "heads": [each.value for each in app.header], "errors": [each.message for each in app.exception]}
print(json.dumps(told))
"""


def recipe(head: str) -> str:
    """The section of CONTRIBUTING.md under a heading."""
    start = RECIPES.index(f"## {head}")
    return RECIPES[start : RECIPES.index("\n## ", start)]


def steps(section: str) -> Iterator[tuple[str, str, str]]:
    """What is typed: the kind of block, the file that is named last before it, and the lines."""
    for found in FENCE.finditer(section):
        file = re.findall(r"`((?:narratives|pages)/[\w/]+\.py)`", section[: found.start()])[-1]
        yield found[1], file, textwrap.dedent(found[2])


class Typed:
    """A copy of the project in which a recipe was typed."""

    def __init__(self, folder: Path, head: str) -> None:
        self.root = folder / "project"
        shutil.copytree(ROOT, self.root, ignore=LEFT_OUT)
        before = self._texts()
        section = recipe(head)
        for kind, file, text in steps(section):
            path = self.root / file
            if kind == "python":
                assert not path.exists()
                path.write_text(text, "utf-8")
            else:
                self._edit(path, text)
        for keep, arguments in COMMAND.findall(section):
            self.run(*arguments.split(), KEEP="1" if keep else "")
        after = self._texts()
        self.edited = sorted(name for name in before if before[name] != after[name])
        self.new = sorted(set(after) - set(before))

    def _texts(self) -> dict[str, str]:
        files = [path for path in self.root.rglob("*") if path.suffix in (".py", ".md", ".yaml", ".toml")]
        files = [path for path in files if path.parent.name != ".pytest_cache"]
        return {path.relative_to(self.root).as_posix(): path.read_text("utf-8") for path in files}

    def _edit(self, path: Path, text: str) -> None:
        """Each line behind “-”, or behind a blank, must be there once, together; it is replaced by those behind “+”."""
        lines = text.splitlines()
        was = "\n".join(line[1:] for line in lines if not line.startswith("+"))
        now = "\n".join(line[1:] for line in lines if not line.startswith("-"))
        found = path.read_text("utf-8")
        assert found.count(f"{was}\n") == 1, was
        path.write_text(found.replace(f"{was}\n", f"{now}\n"), "utf-8")

    def run(self, *arguments: str, **environment: str) -> str:
        """What a command prints, run in the copy by the recipe’s Python."""
        content = str(self.root / "tests" / "library" / "content")
        given = {**os.environ, "NARRATIVES_CONTENT": content, "PYTHONPATH": str(self.root), **environment}
        done = subprocess.run(
            [sys.executable, *arguments], cwd=self.root, env=given, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def opened(self, page: str, **params: str) -> dict[str, list[str]]:
        """Title, charts, headings and errors of a page under a link."""
        told: dict[str, list[str]] = json.loads(self.run("-c", OPENED, json.dumps([page, params])).splitlines()[-1])
        return told

    def styled(self) -> None:
        """What was typed is as the formatter would lay it out, and breaks no rule of style."""
        for command in (["check"], ["format", "--check"]):
            self.run("-m", "ruff", *command, *self.new)


@pytest.fixture(scope="module")
def chart(tmp_path_factory: pytest.TempPathFactory) -> Typed:
    return Typed(tmp_path_factory.mktemp("chart"), "2. Add a chart")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Typed:
    return Typed(tmp_path_factory.mktemp("page"), "3. Add a page")


def test_a_new_chart_edits_four_files(chart: Typed) -> None:
    assert (chart.edited, chart.new) == (
        ["README.md", "content/README.md", "narratives/exhibits/__init__.py", "narratives/models/base.py"],
        ["narratives/charts/voice_bars.py", "narratives/exhibits/voiced.py", "narratives/tables/voicing.py"],
    )
    chart.styled()


def test_a_new_chart_stands_on_its_page_with_its_alternative_text(chart: Typed) -> None:
    told = chart.opened("investment", chart="voices")
    assert (told["heads"][0], told["errors"]) == ("In whose voice", [])
    (alt,) = told["charts"]
    assert "Claims by voice; said by the speaker 19; " in alt


def test_a_new_page_edits_three_files(page: Typed) -> None:
    assert (page.edited, page.new) == (
        ["content/README.md", "narratives/models/base.py", "narratives/web/routes.py"],
        ["pages/history.py"],
    )
    page.styled()


def test_a_new_page_opens_under_its_question_with_its_chart(page: Typed) -> None:
    told = page.opened("history")
    assert (told["title"], told["heads"], len(told["charts"]), told["errors"]) == (
        ["When was it said, and what came before?"],
        ["When"],
        1,
        [],
    )
