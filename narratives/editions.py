"""``CHANGELOG.md`` of a narrative → its editions, newest first, and whether the newest is the one that stands there.

    # Changes

    ## 2026-11-23 · edition 1a2b3c4d5e

    - corrected claim `us-capex-next-year`: the bound is “more than”, not “at least”.
    - added fact `amazon-capex-2025`.

An edition is the fingerprint of the narrative's files; a correction stays listed for good.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from narratives import dates
from narratives.problems import Problem

FILE = "CHANGELOG.md"
VERBS = ("added", "changed", "removed", "corrected")
KINDS = ("narrative", "quote", "claim", "source", "layer", "argument", "step", "rendering", "fact", "forecast")
HEAD = re.compile(r"## (\d{4}-\d\d-\d\d) · edition ([0-9a-f]{10})")
ENTRY = re.compile(rf"- ({'|'.join(VERBS)}) ({'|'.join(KINDS)})s? ((?:`[a-z0-9-]+`(?:, | and )?)+)(?:: (.+))?")
ID = re.compile(r"`([a-z0-9-]+)`")
WHY = "A reader who has cited an earlier edition must be able to see what became of it."


@dataclass(frozen=True)
class Change:
    """One line of the list: what was done to which records of a kind, and why."""

    verb: str
    kind: str
    ids: tuple[str, ...]
    says: str
    line: int


@dataclass(frozen=True)
class Edition:
    """One edition with its changes."""

    date: str
    name: str
    changes: tuple[Change, ...]
    line: int


def read(folder: Path, shown_as: str) -> tuple[tuple[Edition, ...], list[Problem]]:
    """The editions in ``folder``, newest first, and every line that is neither heading, entry nor blank.

    A list that is not there has no edition; ``problems`` says so.
    """
    shown = f"{shown_as}/{FILE}"
    try:
        text = (folder / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return (), []
    except (OSError, UnicodeDecodeError):
        return (), [Problem(shown, 0, "the list of changes cannot be read", WHY, "save it as UTF-8 text")]
    found: list[tuple[str, str, int, list[Change]]] = []
    problems = []
    for number, line in enumerate(_joined(text), 1):
        if head := HEAD.fullmatch(line):
            found.append((head[1], head[2], number, []))
        elif (entry := ENTRY.fullmatch(line)) and found:
            found[-1][3].append(Change(entry[1], entry[2], tuple(ID.findall(entry[3])), entry[4] or "", number))
        elif line and not line.startswith("# "):
            mend = f"write “- added claim `id`: why”; the verbs are {', '.join(VERBS)}, the kinds {', '.join(KINDS)}"
            problems.append(Problem(shown, number, "this line is neither a heading nor an entry", WHY, mend))
    return tuple(Edition(day, name, tuple(changes), line) for day, name, line, changes in found), problems


def problems(
    editions: tuple[Edition, ...], edition: str, reviewed: str, ids: Mapping[str, Collection[str]], shown_as: str
) -> Iterator[Problem]:
    """What in the list does not agree with the narrative as it stands.

    ``edition`` is the one that stands there, ``ids`` are those of its records by kind.
    """
    shown = f"{shown_as}/{FILE}"
    heading = f"## {reviewed} · edition {edition}"
    if not editions:
        new = " and ".join(f"`{id}`" for id in ids["narrative"])
        mend = f"write into it “# Changes”, “{heading}” and “- added narrative {new}”, with a blank line between them"
        yield Problem(shown, 0, "no edition is listed", WHY, mend)
    elif editions[0].name != edition:
        what = f"the newest edition listed is not the one that stands here, {edition}"
        yield Problem(
            shown, editions[0].line, what, WHY, f"add “{heading}” at the top, with a line for each record that changed"
        )
    for newer, older in itertools.pairwise(editions):
        if newer.date < older.date:
            yield Problem(
                shown, newer.line, f"{newer.date} stands above {older.date}", "The newest comes first.", "order them"
            )
    settled: set[tuple[str, str]] = set()
    for item in editions:
        try:
            dates.iso_date(item.date)
        except ValueError as error:
            yield Problem(shown, item.line, str(error), WHY, "put the day right")
        if not item.changes:
            yield Problem(shown, item.line, f"edition {item.name} lists no change", WHY, "say what changed, or join it")
        for change in item.changes:
            for id in change.ids:
                if (change.kind, id) in settled:
                    continue  # a newer entry has the last word on whether it is there
                settled.add((change.kind, id))
                there = id in ids.get(change.kind, ())
                if there == (change.verb == "removed"):
                    state = "is still there" if there else "is not there"
                    what = f"{change.verb} {change.kind} “{id}”, which {state}"
                    yield Problem(shown, change.line, what, WHY, "put the id right, or say that it was removed since")


def _joined(text: str) -> list[str]:
    """The lines, an entry that runs on over indented lines as one; the others become blank, so that numbers hold."""
    lines: list[str] = []
    last = -1
    for line in text.splitlines():
        if line.startswith("  ") and last >= 0 and line.strip():
            lines[last] += f" {line.strip()}"
            lines.append("")
            continue
        lines.append(line.rstrip())
        last = len(lines) - 1 if line.startswith("- ") else -1
    return lines
