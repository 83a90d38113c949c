"""YAML text → plain data that remembers its lines.

Every plain scalar stays text (the models decide what is a number or a date), so ``no`` is not False, ``1:30`` is not 90
and ``2024-07`` is not a day; only an empty value is None. Refused, each with its line: a repeated key, an anchor, alias,
tag or merge key (so nothing can be cyclic or expand), a control character, a mark that no reader sees, a second document, nesting deeper than 20,
a file over 1 MB.
The builder walks the parser's events with its own stack, so depth cannot exhaust Python's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from narratives.library import filing
from narratives.library.problems import Problem
from narratives.text.unseen import MEND, UNSEEN, WHY, line_of_escape, told

MAX_DEPTH = 20
Loc = tuple[str | int, ...]
BYTE_ORDER = "\ufeff"  # at the start of a file it is no mark in it
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # what an escape such as "\x00" can bring in


@dataclass(frozen=True)
class Document:
    """One file: its plain ``data`` (dict, list, str or None) and the line of every value and key in it."""

    file: str
    data: Any
    lines: dict[Loc, int] = field(default_factory=dict)

    def line(self, *loc: str | int) -> int:
        """The line of the value at ``loc``, or of its closest known parent."""
        for end in range(len(loc), -1, -1):
            if loc[:end] in self.lines:
                return self.lines[loc[:end]]
        return 1


class Unreadable(Exception):
    """Raised inside this module when a file cannot be read; carries its Problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read(path: Path, shown_as: str) -> Document | Problem:
    """The document in ``path``, or the one Problem that keeps it from being read; ``shown_as`` is printed."""
    text = filing.read(path, shown_as)
    return text if isinstance(text, Problem) else parse(text, shown_as)


def parse(text: str, shown_as: str) -> Document | Problem:
    """As ``read``, from the text itself."""
    if unseen := _unseen(text, shown_as):
        return unseen
    try:
        return _Builder(text, shown_as).document()
    except Unreadable as error:
        return error.problem
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark and error.context_mark and mark.line >= len(text.splitlines()):  # seen at the end; it began earlier
            mark = error.context_mark
        line = min(mark.line + 1, max(1, len(text.splitlines()))) if mark else 0
        return Problem(
            shown_as, line, f"this is not valid YAML: {error.problem or error.context}", _WHY, _mend(text, line)
        )
    except yaml.YAMLError as error:  # a control character, which has a position but no mark
        position = getattr(error, "position", 0)  # counted in bytes by the C parser, in characters by the other
        before = text[:position] if LOADER is yaml.SafeLoader else text.encode()[:position].decode(errors="ignore")
        line = before.count("\n") + 1
        return Problem(shown_as, line, "the file holds a character that YAML does not allow", _WHY, "remove it")


_WHY = "Nothing in this file can be checked or shown until it can be read."


def _unseen(text: str, file: str) -> Problem | None:
    """The first mark of a file that no reader sees, comments and keys included, with how many there are more."""
    found = [match.start() for match in UNSEEN.finditer(text, text.startswith(BYTE_ORDER))]
    if not found:
        return None
    line, *others = (text.count("\n", 0, at) + 1 for at in found[:2])
    more = f"; {len(found) - 1} more in this file, the next in line {others[0]}" if others else ""
    return Problem(file, line, told(text, found[0]) + more, WHY, MEND)


def _mend(text: str, line: int) -> str:
    row = text.splitlines()[line - 1] if 0 < line <= len(text.splitlines()) else ""
    if "\t" in row:
        return "indent with spaces; YAML refuses tabs"
    return "look at this line and the one before: an unclosed quotation mark, a missing space after a colon, an indent"


@dataclass
class _Open:
    """A list or mapping whose end has not been read yet."""

    value: dict[str, Any] | list[Any]
    loc: Loc
    key: str | None = None


class _Builder:
    """What the parser’s events make of a file: its data, and the line of every value and key in it."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self._stack: list[_Open] = []
        self._root: list[Any] = []
        self._lines: dict[Loc, int] = {}

    def document(self) -> Document:
        for event in yaml.parse(self._text, Loader=LOADER):
            self._take(event)
        return Document(self._file, self._root[0] if self._root else None, self._lines)

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            mend = "write the value out, or quote it"
            raise self._refused(event, "anchors and aliases (& and *) are not used here", mend)
        if isinstance(event, yaml.DocumentStartEvent) and self._root:
            raise self._refused(event, "a second document starts here", "keep one document a file; remove the “---”")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._begin(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._stack.pop()

    def _scalar(self, event: Any) -> None:
        if event.tag not in (None, "!"):
            raise self._tagged(event)
        if CONTROL.search(event.value):
            mend = "remove the escape that makes it"
            raise self._refused(event, "a control character stands in this value", mend)
        if unseen := UNSEEN.search(event.value):
            raise self._escaped(event, unseen)
        plain_and_empty = event.value == "" and event.style in (None, "")
        is_key = bool(self._stack) and isinstance(self._stack[-1].value, dict) and self._stack[-1].key is None
        self._place(event, None if plain_and_empty and not is_key else event.value)

    def _begin(self, event: Any) -> None:
        if event.tag is not None:
            raise self._tagged(event)
        if len(self._stack) >= MAX_DEPTH:
            what = f"the file is nested deeper than {MAX_DEPTH} levels"
            raise self._refused(event, what, "flatten it; no record needs that")
        value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._stack.append(_Open(value, self._place(event, value)))

    def _place(self, event: Any, value: Any) -> Loc:
        """Put a value, or the key of one that follows, where it belongs; returns where that is."""
        line = event.start_mark.line + 1
        if not self._stack:
            self._root.append(value)
            self._lines[()] = line
            return ()
        parent = self._stack[-1]
        if isinstance(parent.value, list):
            parent.value.append(value)
            loc: Loc = (*parent.loc, len(parent.value) - 1)
        elif parent.key is None:
            parent.key = self._key(event, parent, value)
            self._lines[(*parent.loc, value)] = line
            return parent.loc
        else:
            parent.value[parent.key] = value
            loc = (*parent.loc, parent.key)
            parent.key = None
        self._lines.setdefault(loc, line)
        return loc

    def _key(self, event: Any, parent: _Open, value: Any) -> str:
        if not isinstance(value, str):
            raise self._refused(event, "a key is not plain text", "write the key as a word before its colon")
        if value in parent.value:
            first = self._lines[(*parent.loc, value)]
            what = f"the key “{value}” stands twice (first in line {first})"
            raise self._refused(event, what, "keep one of the two")
        return value

    def _refused(self, event: Any, what: str, mend: str) -> Unreadable:
        return Unreadable(Problem(self._file, event.start_mark.line + 1, what, _WHY, mend))

    def _tagged(self, event: Any) -> Unreadable:
        return self._refused(event, f"tags are not used here ({event.tag})", "remove the tag")

    def _escaped(self, event: Any, unseen: re.Match[str]) -> Unreadable:
        rows = self._text.split("\n")[event.start_mark.line : event.end_mark.line + 1]
        line = event.start_mark.line + 1 + line_of_escape(rows, unseen[0])
        return Unreadable(Problem(self._file, line, told(event.value, unseen.start()), WHY, MEND))
