"""The documentation is true: the recipe's example passes, and what the README names is there."""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path

import pytest

from narratives.__main__ import main
from narratives.library import packs
from narratives.library.problems import report

ROOT = Path(__file__).parents[1]
RECIPE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
NAME = "vale-forum-2026"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The recipe's example, cut out of CONTRIBUTING.md as a reader would type it."""
    folder = tmp_path / "content" / NAME
    folder.mkdir(parents=True)
    for path in (ROOT / "content").glob("*.yaml"):
        shutil.copy(path, folder.parent)
    first = RECIPE.index("```text\n") + len("```text\n")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / f"{NAME}.txt").write_text(RECIPE[first : RECIPE.index("```", first)], "utf-8")
    for name, text in re.findall(r"^`(\w+\.yaml)`.*?```yaml\n(.*?)```", RECIPE, re.MULTILINE | re.DOTALL):
        (folder / name).write_text(text, "utf-8")
    return tmp_path


def test_the_recipes_example_has_every_file_of_a_narrative(draft: Path) -> None:
    assert {path.name for path in (draft / "content" / NAME).iterdir()} == {
        "claims.yaml",
        "layers.yaml",
        "narrative.yaml",
        "quotes.yaml",
        "sources.yaml",
        "stance.yaml",
        "walkthrough.yaml",
    }


def test_the_recipe_prints_what_check_and_verify_print(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, texts = str(draft / "content"), str(draft / "texts")
    assert main(["check", "--content", content]) == 1
    printed = [capsys.readouterr().out]
    path = draft / "content" / NAME / "claims.yaml"
    path.write_text(path.read_text("utf-8").replace("posible", "possible"), "utf-8")
    assert main(["verify", "--content", content, "--sources", texts]) == 0
    printed.append(capsys.readouterr().out)
    assert main(["check", "--content", content]) == 1
    printed.append(capsys.readouterr().out)
    first, _, last = (
        part.strip() for part in re.findall(r"^```text\n(content/.*?)```", RECIPE, re.MULTILINE | re.DOTALL)
    )
    written = re.search(r"^    # Changes\n.*?\n(?=\S)", RECIPE, re.MULTILINE | re.DOTALL)
    edition = re.search(r"edition ([0-9a-f]{10})", printed[2])
    assert written and edition
    changes = textwrap.dedent(written[0]).replace("0123456789", edition[1])
    (draft / "content" / NAME / "CHANGELOG.md").write_text(changes, "utf-8")
    assert main(["check", "--content", content]) == 0
    printed.append(capsys.readouterr().out)
    library = packs.load(draft / "content")
    assert [part for part in first.split("\n\n") if part not in printed[0]] == []
    assert last in printed[2]
    assert (f"{NAME}: 4 of 4 quotes found exactly once" in printed[1], report(library.problems)) == (True, "")
    assert "1 narrative, no problem" in printed[3]


def test_every_file_and_folder_in_the_readmes_tree_is_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    tree = readme[readme.index("## The tree") : readme.index("`make run PORT")]
    missing, named = [], 0
    for line in tree.splitlines():
        if match := re.match(r"^    ( {2})?([\w./ ]+?)(?:  |$)", line):
            named += len(match[2].split())
            missing += [
                name for name in match[2].split() if not (ROOT / ("narratives" if match[1] else "") / name).exists()
            ]
    assert (named > 10, missing) == (True, [])


def test_every_picture_and_page_that_the_documents_link_to_is_there() -> None:
    broken, linked = [], 0
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text("utf-8")):
            linked += 1
            if not (path.parent / target).exists():
                broken.append(f"{path.name}: {target}")
    assert (linked > 10, broken) == (True, [])
