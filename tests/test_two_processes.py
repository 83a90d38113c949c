"""Two processes read the content while an editor writes it: neither raises, and none ever loses the narrative."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from narratives.library import packs
from tests.example import Example

ROOT = Path(__file__).parents[1]
EDITS = 150
READER = """
import json, sys
from pathlib import Path
from narratives.library import packs
content, done, cache = map(Path, sys.argv[1:])
library, reads, lost, headlines = packs.load(content, None, cache), 0, 0, set()
print("ready", flush=True)
last = False
while not last:
    last = done.exists()
    library = packs.load(content, library, cache)
    reads += 1
    lost += "example" not in library.packs
    headlines.update(pack.narrative.findings["overview"].headline for pack in library.packs.values())
print(json.dumps([reads, lost, sorted(headlines), [str(problem) for problem in library.problems]]))
"""


def test_two_processes_with_one_cache_keep_the_narrative_while_an_editor_saves_it_in_pieces(
    example: Example, tmp_path: Path
) -> None:
    path, done = example.path("narrative.yaml"), example.root / "done"
    whole = path.read_text("utf-8")
    headline = packs.load(example.content).packs["example"].narrative.findings["overview"].headline
    assert whole.count(headline) == 1
    command = [sys.executable, "-c", READER, str(example.content), str(done), str(tmp_path / "cache")]
    readers = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [reader.stdout and reader.stdout.readline() for reader in readers] == ["ready\n", "ready\n"]
    written = {headline}
    for number in range(EDITS):
        edited = whole.replace(headline, f"Edit {number}")
        with path.open("w", encoding="utf-8") as file:
            for start in range(0, len(edited), 400):
                file.write(edited[start : start + 400])
                file.flush()
        written.add(f"Edit {number}")
    done.touch()
    for reader in readers:
        told, _ = reader.communicate(timeout=60)
        reads, lost, seen, problems = json.loads(told)
        assert (reader.returncode, lost, problems) == (0, 0, [])
        assert reads > 2 and f"Edit {EDITS - 1}" in seen
        assert set(seen) <= written  # never half a sentence
