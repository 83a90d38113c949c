"""``CHANGELOG.md`` of a narrative → its editions, newest first, and whether the newest is the one that stands there.

    # Changes

    ## 2026-11-23 · edition 1a2b3c4d5e · formerly 0f9e8d7c6b

    - corrected claim `us-capex-next-year`: the bound is “more than”, not “at least”.
    - added fact `amazon-capex-2025`.

An edition is named after what the narrative's files say; a name that was given before stays valid behind “formerly”. A
correction stays listed for good.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from narratives.library import filing, kinds
from narratives.library.problems import Problem
from narratives.models import dates
from narratives.text import unseen

FILE = "CHANGELOG.md"
VERBS = ("added", "changed", "removed", "corrected")
LISTED = ("narrative", *dict.fromkeys(kind.listed for kind in kinds.KINDS if kind.listed))
NAME = "[0-9a-f]{10}"
HEAD = re.compile(rf"## ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}) · edition ({NAME})(?: · formerly ({NAME}(?:, {NAME})*))?")
ENTRY = re.compile(
    rf"- ({'|'.join(VERBS)}) ({'|'.join(LISTED)})s? (`[^`]+`(?:(?:, and |, | and )`[^`]+`)*)(?:: (.+)|\.)?"
)
ID = re.compile(r"`([^`]+)`")
# Where reading stops: after so many lines that are neither heading nor entry, or so many that a page has to show.
MOST_SLIPS, MOST_SHOWN = 100, 2000
WHY = "A reader who has cited an earlier edition must be able to see what became of it."


@dataclass(frozen=True)
class Entry:
    """One line of the list: what was done to which records of a kind, and why."""

    verb: str
    kind: str
    ids: tuple[str, ...]
    says: str
    line: int


@dataclass(frozen=True)
class Edition:
    """One edition with its changes; ``formerly`` are the names it had before, which readers may have cited."""

    date: str
    name: str
    changes: tuple[Entry, ...]
    line: int
    formerly: tuple[str, ...] = ()


def name_of(content: Mapping[str, Any]) -> str:
    """Ten hex digits that change with what parsed ``content`` says: with any word, number or the order of a list.

    Comments and quotation marks are gone once it is parsed; the order of keys does not count, nor does an empty value,
    which says as little as one that is left out (docs/decisions/0012).
    """
    return hashlib.sha256(json.dumps(_said(content), sort_keys=True).encode()).hexdigest()[:10]


def _said(value: Any) -> Any:
    if isinstance(value, Mapping):
        said = {key: _said(each) for key, each in value.items()}
        return {key: each for key, each in said.items() if each not in (None, [], {})}
    return [_said(each) for each in value] if isinstance(value, list | tuple) else value


def read(folder: Path, shown_as: str) -> tuple[tuple[Edition, ...], list[Problem]]:
    """The editions in ``folder``, newest first, and every line that is neither heading, entry nor blank.

    A list that is not there has no edition; ``problems`` says so.
    """
    if not os.path.lexists(folder / FILE):
        return (), []
    shown = f"{shown_as}/{FILE}"
    text = filing.read(folder / FILE, shown)
    if isinstance(text, Problem):
        return (), [text]
    found: list[Edition] = []
    changes: list[list[Entry]] = []
    problems = [
        Problem(shown, number, unseen.told(line, mark.start()), unseen.WHY, unseen.MEND)
        for number, line in enumerate(text.splitlines(), 1)
        if (mark := unseen.UNSEEN.search(line))
    ][:MOST_SLIPS]
    for count, (number, line) in enumerate(_entries(unseen.UNSEEN.sub("", text)), 1):
        if head := HEAD.fullmatch(line):
            found.append(Edition(head[1], head[2], (), number, tuple(re.findall(NAME, head[3] or ""))))
            changes.append([])
        elif (entry := ENTRY.fullmatch(line)) and found:
            changes[-1].append(Entry(entry[1], entry[2], tuple(ID.findall(entry[3])), entry[4] or "", number))
        elif not line.startswith("# "):
            mend = f"write “- added claim `id`: why”; the verbs are {', '.join(VERBS)}, the kinds {', '.join(LISTED)}"
            problems.append(Problem(shown, number, "this line is neither a heading nor an entry", WHY, mend))
        if len(problems) >= MOST_SLIPS or count == MOST_SHOWN:
            what, mend = "the list is too long or too broken; what stands below this line was not read", "shorten it"
            problems.append(Problem(shown, number, what, WHY, mend))
            break
    return tuple(replace(each, changes=tuple(its)) for each, its in zip(found, changes, strict=True)), problems


def problems(
    editions: tuple[Edition, ...], edition: str, reviewed: str, ids: Mapping[str, Collection[str]], shown_as: str
) -> Iterator[Problem]:
    """What in the list does not agree with the narrative as it stands.

    ``edition`` is the one that stands there, ``ids`` are those of its records by kind. A heading that is proposed has the
    day ``reviewed``, or that of the newest edition where it is later.
    """
    shown = f"{shown_as}/{FILE}"
    yield from _behind(editions, edition, reviewed, ids, shown)
    for newer, older in itertools.pairwise(editions):
        if newer.date < older.date:
            yield Problem(
                shown, newer.line, f"{newer.date} stands above {older.date}", "The newest comes first.", "order them"
            )
    yield from _unfit(editions, shown)
    yield from _misnamed(editions, ids, shown)


def _behind(
    editions: tuple[Edition, ...], edition: str, reviewed: str, ids: Mapping[str, Collection[str]], shown: str
) -> Iterator[Problem]:
    """Whether the newest edition listed is the one that stands there, and what to write where it is not."""
    heading = f"## {max([reviewed, *(each.date for each in editions if not _slip(each.date))])} · edition {edition}"
    if not editions:
        new = " and ".join(f"`{id}`" for id in ids["narrative"])
        mend = f"write into it “# Changes”, “{heading}” and “- added narrative {new}”, with a blank line between them"
        yield Problem(shown, 0, "no edition is listed", WHY, mend)
    elif editions[0].name != edition:
        what = f"the newest edition listed is not the one that stands here, {edition}"
        names = ", ".join(name for name in (editions[0].name, *editions[0].formerly) if name != edition)
        mend = (
            f"add “{heading}” at the top, with a line for each record that changed; if none did, write "
            f"“## {editions[0].date} · edition {edition} · formerly {names}” in place of its heading"
        )
        yield Problem(shown, editions[0].line, what, WHY, mend)


def _unfit(editions: tuple[Edition, ...], shown: str) -> Iterator[Problem]:
    """What is wrong with a heading by itself: its day, a name that another has had, no entry below it."""
    taken = Counter(name for item in editions for name in item.formerly)  # words that come back bring back their name
    for item in editions:
        if slip := _slip(item.date):
            yield Problem(shown, item.line, slip, WHY, "put the day right")
        for name in item.formerly:
            if taken[name] > 1:
                what = f"edition {item.name} was formerly {name}, and so was another"
                yield Problem(shown, item.line, what, WHY, "keep the name with one of the two")
        if not item.changes:
            yield Problem(shown, item.line, f"edition {item.name} lists no change", WHY, "say what changed, or join it")


def _misnamed(editions: tuple[Edition, ...], ids: Mapping[str, Collection[str]], shown: str) -> Iterator[Problem]:
    """Entries that name what is not there, or say that something was removed that is."""
    there = {kind: frozenset(its) for kind, its in ids.items()}
    settled: set[tuple[str, str]] = set()
    for change in (change for item in editions for change in item.changes):
        for id in change.ids:
            if (change.kind, id) in settled:
                continue  # a newer entry has the last word on whether it is there
            settled.add((change.kind, id))
            stands = id in there.get(change.kind, ())
            if stands == (change.verb == "removed"):
                state = "is still there" if stands else "is not there"
                what = f"{change.verb} {change.kind} “{id}”, which {state}"
                yield Problem(shown, change.line, what, WHY, "put the id right, or say that it was removed since")


def _slip(day: str) -> str:
    """What is wrong with a day; empty where nothing is."""
    try:
        dates.iso_date(day)
    except ValueError as error:
        return str(error)
    return ""


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """Every line that is not blank with its number, an entry that runs on over indented lines as one."""
    entry: list[str] = []
    begun = 0
    for number, line in enumerate(text.splitlines(), 1):
        if entry and line.startswith("  ") and line.strip():
            entry.append(line.strip())
            continue
        if entry:
            yield begun, " ".join(entry)
            entry = []
        if line.startswith("- "):
            entry, begun = [line.rstrip()], number
        elif line.strip():
            yield number, line.rstrip()
    if entry:
        yield begun, " ".join(entry)
