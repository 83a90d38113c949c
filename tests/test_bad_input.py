"""Broken, missing, empty or hostile files: a clear problem with its line, never a traceback, and the others go on."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from narratives.library import kinds, packs
from narratives.library.problems import Problem
from tests.example import PACK, WORDS, Example

FILES = tuple(name for name in kinds.PACK_FILES if name != kinds.LOCK)
UNREAD = "Nothing in this file can be checked or shown until it can be read."
LOOK = "look at this line and the one before: an unclosed quotation mark, a missing space after a colon, an indent"
ANCHORS = "anchors and aliases (& and *) are not used here"
WRITE_OUT = "write the value out, or quote it"
TOO_LARGE = "A pack is written by hand; a file over 1 MB is a mistake or an attack, and would stall the dashboard."

# What stands in claims.yaml instead of its records → the one problem: line, what, why, mend
WHOLE: dict[str, tuple[bytes, int, str, str, str]] = {
    "a tab": (
        b"- id: a\n\tsays: b\n",
        2,
        "this is not valid YAML: found a tab character that violates indentation",
        UNREAD,
        "indent with spaces; YAML refuses tabs",
    ),
    "a repeated key": (
        b"- id: a\n  says: b\n  says: c\n",
        3,
        "the key “says” stands twice (first in line 2)",
        UNREAD,
        "keep one of the two",
    ),
    "an anchor and an alias": (b"- &x {id: a}\n- *x\n", 1, ANCHORS, UNREAD, WRITE_OUT),
    "a cycle": (b"&x [*x]\n", 1, ANCHORS, UNREAD, WRITE_OUT),
    "a billion laughs": (b"- &a [x, x]\n- &b [*a, *a]\n- &c [*b, *b]\n", 1, ANCHORS, UNREAD, WRITE_OUT),
    "a merge": (b"- &x {id: a}\n- {<<: *x}\n", 1, ANCHORS, UNREAD, WRITE_OUT),
    "a tag that would run": (
        b"- !!python/object/apply:os.system [ls]\n",
        1,
        "tags are not used here (tag:yaml.org,2002:python/object/apply:os.system)",
        UNREAD,
        "remove the tag",
    ),
    "a tag of another type": (
        b"- id: !!int 5\n",
        1,
        "tags are not used here (tag:yaml.org,2002:int)",
        UNREAD,
        "remove the tag",
    ),
    "deep nesting": (
        b"- " * 400_000,
        1,
        "the file is nested deeper than 20 levels",
        UNREAD,
        "flatten it; no record needs that",
    ),
    "deep brackets": (
        b"[" * 900_000,
        1,
        "the file is nested deeper than 20 levels",
        UNREAD,
        "flatten it; no record needs that",
    ),
    "a NUL": (
        b"- id: a\n  says: \x00\n",
        2,
        "the file holds a character that YAML does not allow",
        UNREAD,
        "remove it",
    ),
    "an escape that makes a NUL": (
        b'- id: a\n  says: "\\0"\n',
        2,
        "a control character stands in this value",
        UNREAD,
        "remove the escape that makes it",
    ),
    "a terminal command": (
        "- id: a\n  says: é\x1b[2J\n".encode(),
        2,
        "the file holds a character that YAML does not allow",
        UNREAD,
        "remove it",
    ),
    "two documents": (
        b"- id: a\n---\n- id: b\n",
        2,
        "a second document starts here",
        UNREAD,
        "keep one document a file; remove the “---”",
    ),
    "half a file": (
        b"- id: a\n  quantity: {value: 1",
        2,
        "this is not valid YAML: did not find expected ',' or '}'",
        UNREAD,
        LOOK,
    ),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00", 0, "the file is not UTF-8 (byte 0)", "", "save it as UTF-8"),
    "another encoding": ("- id: é\n".encode("latin-1"), 0, "the file is not UTF-8 (byte 6)", "", "save it as UTF-8"),
    "UTF-16": ("- id: a\n".encode("utf-16"), 0, "the file is not UTF-8 (byte 0)", "", "save it as UTF-8"),
    "ten megabytes": (
        b"- id: a\n" * 1_250_000,
        0,
        "the file has 10.0 MB; it was not read",
        TOO_LARGE,
        "split the narrative, or remove what does not belong here",
    ),
    "nothing": (b"", 1, "the file is empty", "One proposition, one record.", "begin each record with “- id:”"),
    "only a comment": (
        b"# later\n",
        1,
        "the file is empty",
        "One proposition, one record.",
        "begin each record with “- id:”",
    ),
    "no records": (b"[]", 1, "the file is empty", "One proposition, one record.", "begin each record with “- id:”"),
    "an empty mapping": (
        b"{}",
        1,
        "the file is empty",
        "One proposition, one record.",
        "begin each record with “- id:”",
    ),
    "a mapping": (
        b"id: a\n",
        1,
        "a list of records is expected here",
        "One proposition, one record.",
        "begin each record with “- id:”",
    ),
    "a word": (
        b"no\n",
        1,
        "a list of records is expected here",
        "One proposition, one record.",
        "begin each record with “- id:”",
    ),
}
PLACES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "it is missing": (
        lambda path: None,
        "the file cannot be read: No such file or directory",
        "check that it exists and may be read",
    ),
    "it is a folder": (Path.mkdir, "this is not a file", "put a text file in its place"),
    "it never ends": (lambda path: path.symlink_to("/dev/zero"), "this is not a file", "put a text file in its place"),
    "it is a pipe": (os.mkfifo, "this is not a file", "put a text file in its place"),
    "it leads nowhere": (
        lambda path: path.symlink_to("nowhere"),
        "the file cannot be read: No such file or directory",
        "check that it exists and may be read",
    ),
    "it leads to itself": (
        lambda path: path.symlink_to(path),
        "the file cannot be read: Too many levels of symbolic links",
        "check that it exists and may be read",
    ),
}


@pytest.fixture
def broken(example: Example) -> Example:
    """Beside the example, a second narrative that a test may break; the first must be served all the same."""
    shutil.copytree(example.path("."), example.content / "broken")
    return Example(example.root, "broken").edit("narrative.yaml", "label: Example 2026", "label: Broken 2026")


def test_the_families_are_not_empty() -> None:
    assert (len(WHOLE) > 20, len(PLACES) > 5, FILES) == (
        True,
        True,
        (
            "narrative.yaml",
            "sources.yaml",
            "quotes.yaml",
            "claims.yaml",
            "layers.yaml",
            "stance.yaml",
            "walkthrough.yaml",
            "renderings.yaml",
            "record.yaml",
            "forecasts.yaml",
        ),
    )


@pytest.mark.parametrize("case", WHOLE)
def test_a_file_that_holds_something_else_is_one_problem_with_its_line(case: str, broken: Example) -> None:
    data, line, what, why, mend = WHOLE[case]
    broken.set("claims.yaml", data)
    library = packs.load(broken.content)
    assert (list(library.packs), library.problems) == (
        ["example"],
        (Problem("content/broken/claims.yaml", line, what, why, mend),),
    )


@pytest.mark.parametrize("case", PLACES)
def test_something_else_in_the_place_of_a_file_is_one_problem(case: str, broken: Example) -> None:
    make, what, mend = PLACES[case]
    path = broken.path("claims.yaml")
    path.unlink()
    make(path)
    library = packs.load(broken.content)
    assert (list(library.packs), library.problems) == (
        ["example"],
        (Problem("content/broken/claims.yaml", 0, what, "", mend),),
    )


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_one_problem(broken: Example) -> None:
    broken.path("claims.yaml").chmod(0)
    library = packs.load(broken.content)
    assert (list(library.packs), [problem.what for problem in library.problems]) == (
        ["example"],
        ["the file cannot be read: Permission denied"],
    )


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_reported_file_by_file(broken: Example) -> None:
    broken.path(".").chmod(0)
    library = packs.load(broken.content)
    broken.path(".").chmod(0o755)
    assert (list(library.packs), {problem.what for problem in library.problems}) == (
        ["example"],
        {"the file cannot be read: Permission denied"},
    )


@pytest.mark.parametrize("file", [*FILES, kinds.LOCK])
def test_whatever_a_file_holds_the_problem_is_in_it_and_the_other_narrative_is_served(
    file: str, broken: Example
) -> None:
    found = {}
    for case, (data, *_) in WHOLE.items():
        library = packs.load(broken.set(file, data).content)
        found[case] = (list(library.packs), {problem.file for problem in library.problems})
    expected = {case: (["example"], {f"content/broken/{file}"}) for case in WHOLE}
    if file == "stance.yaml":  # without an argument nothing is wrong with it, but a quote is left over
        expected["an empty mapping"] = (["example"], {"content/broken/quotes.yaml"})
    if file == "record.yaml":  # none is a record too
        expected["an empty mapping"] = (["broken", "example"], set())
    assert found == expected


@pytest.mark.parametrize("file", [kind.file for kind in kinds.WORDS])
@pytest.mark.parametrize("case", ["a tab", "a NUL", "nothing", "a word", "an empty mapping"])
def test_broken_shared_words_are_reported_once(case: str, file: str, example: Example) -> None:
    library = packs.load(example.set(f"../{file}", WHOLE[case][0]).content)
    assert (dict(library.packs), [problem.file for problem in library.problems]) == ({}, [f"content/{file}"])


def test_no_stays_the_word_no(example: Example) -> None:
    example.edit("narrative.yaml", "role: chair", "role: no").edit("narrative.yaml", "name: Forum", "name: on")
    pack = example.pack()
    assert (pack.narrative.speakers[0].role, pack.narrative.occasion.name) == ("no", "on")


def test_html_in_a_title_is_text_like_any_other(example: Example) -> None:
    title = "<script>alert(1)</script> & “<b>”"
    example.edit("narrative.yaml", "title: Ada Vale at the Forum", f"title: '{title}'")
    assert example.pack().narrative.title == title


def test_a_byte_order_mark_and_windows_line_ends_are_read_as_if_they_were_not_there(example: Example) -> None:
    before = example.pack()
    for file in (*sorted(PACK), *(f"../{name}" for name in WORDS), kinds.LOCK):
        example.set(file, "\ufeff" + example.read(file).replace("\n", "\r\n"))
    assert example.pack() == before
    example.edit("claims.yaml", "modality: possible", "modality: posible")
    assert [problem.line for problem in example.problems()] == [4]


def test_a_thousand_slips_are_a_thousand_problems_soon(example: Example) -> None:
    rows = "".join(f"- {{id: c{n}, says: So {n}., type: fact, voice: speaker, quote: none-{n}}}\n" for n in range(1000))
    assert len(example.add("claims.yaml", rows).problems()) == 1000
