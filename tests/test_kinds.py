"""A kind of record is declared once, and every place that deals with records goes by that declaration."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from narratives.library import drafting, editions, kinds, packs
from narratives.library.kinds import Kind
from narratives.models import Fact, RecordSource
from tests.conftest import LIBRARY
from tests.example import Example

ROOT = Path(__file__).parents[1]
NAMES = [kind.name for kind in kinds.KINDS]
ONE = "- {id: plant, label: A plant, sentence: It is a plant.}\n"
SCRIPT = f"""\
from pathlib import Path
from narratives.library import drafting, editions, guide, keeping, packs, watching
content = Path("content")
library = packs.load(content, None, Path("cache"))
pack = library.packs["example"]
words, _ = drafting.load_words(content)
draft, _ = drafting.draft_of(content / "example", words, "content/example")
text = guide.markdown()
print("draft:", draft.pictures[0].label, draft.known["picture"])
print("kept:", keeping.find(Path("cache"), pack.files).records.pictures[0].label)
print("ids:", pack.ids["picture"])
print("edition:", pack.edition)
print("changes:", *[problem.what for problem in packs.changelogs(content, library)])
print("listed:", editions.ENTRY.fullmatch("- added picture `plant`.").groups()[:3])
print("guide:", "## `<narrative>/pictures.yaml`\\n\\nA list of pictures.\\n\\n### Word\\n" in text, "forecast, picture." in text)
stamp = watching.stamp(content)
(content / "example" / "pictures.yaml").write_text({ONE * 2!r})
print("watched:", watching.stamp(content) != stamp)
print("slip:", *[problem.what for problem in packs.load(content, None, Path("cache")).problems])
"""


def with_pictures(root: Path) -> None:
    """The package in ``root`` with one kind more: a field and a file in ``kinds.py``, and nothing else."""
    shutil.copytree(ROOT / "narratives", root / "narratives", ignore=shutil.ignore_patterns("__pycache__"))
    path = root / "narratives" / "library" / "kinds.py"
    text = path.read_text("utf-8")
    field = '    pictures: Annotated[Mapping[int, Word], Kind("picture", "pictures.yaml", listed="picture")]\n'
    file = '    File("pictures.yaml", (Word,), "A list of pictures.", needed=False),\n'
    for before, more in (("\n    def ids(self)", field), ("    File(\n        LOCK,", file)):
        assert text.count(before) == 1
        text = text.replace(before, more + before)
    path.write_text(text, "utf-8")


def test_a_new_kind_takes_one_field_and_one_file_and_every_place_knows_it(example: Example) -> None:
    before = example.pack().edition
    with_pictures(example.root)
    example.set("pictures.yaml", ONE)
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=example.root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    said = dict(line.split(": ", 1) for line in done.stdout.splitlines())
    assert said["edition"] != before
    assert said == {
        "draft": "A plant {'plant': 1}",
        "kept": "A plant",
        "ids": "('plant',)",
        "edition": said["edition"],
        "changes": f"the newest edition listed is not the one that stands here, {said['edition']}",
        "listed": "('added', 'picture', '`plant`')",
        "guide": "True True",
        "watched": "True",
        "slip": "picture “plant”: the id stands twice (first in line 1)",
    }


def test_every_file_holds_kinds_or_is_one_record() -> None:
    assert len(NAMES) == 12
    for declared, files, single in (
        (kinds.KINDS, kinds.FILES, {kinds.NARRATIVE, kinds.LOCK}),
        (kinds.WORDS, kinds.SHARED, {kinds.CONTACT}),
    ):
        assert {kind.file for kind in declared} | single == {file.name for file in files}
        assert single.isdisjoint(kind.file for kind in declared)


def test_a_kind_knows_its_field_and_its_model() -> None:
    assert [kind for kind in kinds.KINDS if kind.file == "record.yaml"] == [
        Kind("record source", "record.yaml", "sources", listed="source", name="record_sources", model=RecordSource),
        Kind("fact", "record.yaml", "facts", listed="fact", name="facts", model=Fact),
    ]


def test_the_list_of_changes_names_the_sources_of_both_files_alike() -> None:
    pack = packs.load(LIBRARY).packs["ada-vale-forum"]
    assert (pack.ids["source"], bool(pack.record_sources)) == ((*pack.sources, *pack.record_sources), True)
    assert list(pack.ids) == list(editions.LISTED)


def test_a_record_in_the_wrong_list_is_called_by_the_key_it_has(example: Example) -> None:
    example.edit("stance.yaml", "called: []", "called: [{id: misplaced, role: ground}]")
    assert {problem.what.split(":")[0] for problem in example.problems()} == {"called “misplaced”"}


@pytest.mark.parametrize("name", NAMES)
def test_the_guide_shows_the_model_of_a_kind_in_its_file(name: str) -> None:
    (kind,) = [kind for kind in kinds.KINDS if kind.name == name]
    assert [file.name for file in kinds.FILES if kind.model in file.shown] == [kind.file]


@pytest.mark.parametrize("name", NAMES)
def test_every_record_of_a_kind_reaches_the_pack_in_its_order(name: str) -> None:
    words, _ = drafting.load_words(LIBRARY)
    assert words is not None
    found = []
    for id, pack in packs.load(LIBRARY).packs.items():
        draft, _ = drafting.draft_of(LIBRARY / id, words, id)
        records = list(getattr(draft, name).values())
        there = getattr(pack if hasattr(pack, name) else pack.stance, name)
        assert list(there.values() if hasattr(there, "values") else there) == records
        found += records
    assert found != []
