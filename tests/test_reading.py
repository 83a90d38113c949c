"""YAML is read as text with its lines, and what could mislead is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from narratives.library import filing, reading
from narratives.library.problems import Problem
from narratives.library.reading import Document

WHY = "Nothing in this file can be checked or shown until it can be read."
LOOK = "look at this line and the one before: an unclosed quotation mark, a missing space after a colon, an indent"
WRITE_OUT = "write the value out, or quote it"

REFUSED = {
    "a repeated key": ("a: 1\nb: 2\na: 3\n", 3, "the key “a” stands twice (first in line 1)", "keep one of the two"),
    "a repeated key in a flow": (
        "x: {a: 1,\n  a: 2}",
        2,
        "the key “a” stands twice (first in line 1)",
        "keep one of the two",
    ),
    "an anchor": ("a: &x 1\n", 1, "anchors and aliases (& and *) are not used here", WRITE_OUT),
    "an anchor on a list": ("a:\n  &x [1]\n", 2, "anchors and aliases (& and *) are not used here", WRITE_OUT),
    "an alias": ("a: 1\nb: *a\n", 2, "anchors and aliases (& and *) are not used here", WRITE_OUT),
    "a cycle": ("- a\n- &x [*x]\n", 2, "anchors and aliases (& and *) are not used here", WRITE_OUT),
    "a tag": (
        "a: !!python/name:os.system 1",
        1,
        "tags are not used here (tag:yaml.org,2002:python/name:os.system)",
        "remove the tag",
    ),
    "a tag on a mapping": ("a:\n  !x {}", 2, "tags are not used here (!x)", "remove the tag"),
    "a tag on a list": ("a: !!set []", 1, "tags are not used here (tag:yaml.org,2002:set)", "remove the tag"),
    "a second document": (
        "a: 1\n---\nb: 2\n",
        2,
        "a second document starts here",
        "keep one document a file; remove the “---”",
    ),
    "a list as key": ("a: 1\n? [b]\n: c\n", 2, "a key is not plain text", "write the key as a word before its colon"),
    "a mapping as key": ("? {a: b}\n: c\n", 1, "a key is not plain text", "write the key as a word before its colon"),
    "deep lists": (
        "a:\n  " + "[" * 1000,
        2,
        "the file is nested deeper than 20 levels",
        "flatten it; no record needs that",
    ),
    "deep mappings": ("{a: " * 1000, 1, "the file is nested deeper than 20 levels", "flatten it; no record needs that"),
    "a tab as indent": (
        "a:\n\tb: 1\n",
        2,
        "this is not valid YAML: found character that cannot start any token",
        "indent with spaces; YAML refuses tabs",
    ),
    "an unclosed quotation mark": (
        'a: 1\nb: "2\nc: 3\n',
        2,
        "this is not valid YAML: found unexpected end of stream",
        LOOK,
    ),
    "an unclosed list": ("a: [1\nb: 2\n", 2, "this is not valid YAML: did not find expected ',' or ']'", LOOK),
    "two colons": (
        "a: 1\nb: c: d\n",
        2,
        "this is not valid YAML: mapping values are not allowed in this context",
        LOOK,
    ),
    "a key without a space": ("a: 1\nb:2\n", 2, "this is not valid YAML: could not find expected ':'", LOOK),
    "an escaped control character": (
        'a: 1\nb: "\\x00"\n',
        2,
        "a control character stands in this value",
        "remove the escape that makes it",
    ),
    "an escaped control character in a key": (
        '"a\\e": 1\n',
        1,
        "a control character stands in this value",
        "remove the escape that makes it",
    ),
    "a NUL": ("a: 1\nb: \x00\n", 2, "the file holds a character that YAML does not allow", "remove it"),
    "a bell behind Chinese": (
        "a: 蔡崇信\nb: 蔡崇信\nc: \x07\nd: 1\n",
        3,
        "the file holds a character that YAML does not allow",
        "remove it",
    ),
    "a NUL at once": ("\x00", 1, "the file holds a character that YAML does not allow", "remove it"),
}


def data(text: str) -> object:
    document = reading.parse(text, "f.yaml")
    assert isinstance(document, Document), str(document)
    return document.data


@pytest.mark.parametrize("slip", REFUSED)
def test_what_could_mislead_is_refused_with_its_line(slip: str) -> None:
    text, line, what, mend = REFUSED[slip]
    assert reading.parse(text, "f.yaml") == Problem("f.yaml", line, what, WHY, mend)


def test_every_plain_value_stays_the_text_it_is() -> None:
    text = "[no, yes, on, true, null, ~, 1:30, 0o17, 0x1F, 1_000, 1e3, .nan, 2026-06-18, 2024-07, +5, '7', <<]"
    assert data(text) == [
        "no",
        "yes",
        "on",
        "true",
        "null",
        "~",
        "1:30",
        "0o17",
        "0x1F",
        "1_000",
        "1e3",
        ".nan",
        "2026-06-18",
        "2024-07",
        "+5",
        "7",
        "<<",
    ]


def test_only_an_empty_value_is_none_and_a_quoted_empty_one_is_text() -> None:
    assert data("a:\nb: ''\nc:\n  - \n  - x") == {"a": None, "b": "", "c": [None, "x"]}


def test_a_merge_key_is_a_key_like_any_other_and_merges_nothing() -> None:
    assert data("a: {b: 1}\n<<: {b: 2}\n") == {"a": {"b": "1"}, "<<": {"b": "2"}}


def test_folded_and_literal_texts_are_joined_as_yaml_says() -> None:
    assert data("a: >-\n  one\n  two\nb: |\n  one\n  two\n") == {"a": "one two", "b": "one\ntwo\n"}


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "\ufeff"])
def test_a_file_without_a_value_is_none(text: str) -> None:
    assert data(text) is None


def test_a_scalar_a_list_and_a_mapping_may_stand_at_the_top() -> None:
    assert [data("word"), data("[]"), data("{}")] == ["word", [], {}]


def test_the_document_remembers_the_line_of_every_key_and_value() -> None:
    document = reading.parse("# top\n- id: a\n  list:\n    - x\n    - y\n- id: b\n", "f.yaml")
    assert document == Document(
        "f.yaml",
        [{"id": "a", "list": ["x", "y"]}, {"id": "b"}],
        {(): 2, (0,): 2, (0, "id"): 2, (0, "list"): 3, (0, "list", 0): 4, (0, "list", 1): 5, (1,): 6, (1, "id"): 6},
    )


def test_a_place_that_is_not_there_has_the_line_of_its_closest_parent() -> None:
    document = reading.parse("- id: a\n- id: b\n  period:\n    stated: now\n", "f.yaml")
    assert isinstance(document, Document)
    assert [
        document.line(1, "period", "stated"),
        document.line(1, "period", "anchor"),
        document.line(1, "quote"),
        document.line(7),
        Document("empty.yaml", None).line("any"),
    ] == [4, 3, 2, 1, 1]


def test_twenty_levels_are_read() -> None:
    assert isinstance(reading.parse("[" * 20 + "]" * 20, "f.yaml"), Document)


def test_a_byte_order_mark_and_windows_line_ends_change_neither_values_nor_lines(tmp_path: Path) -> None:
    plain, other = tmp_path / "plain.yaml", tmp_path / "other.yaml"
    plain.write_bytes("a: é\nb:\n  - x\n".encode())
    other.write_bytes("\ufeffa: é\r\nb:\r\n  - x\r\n".encode())
    assert reading.read(other, "f.yaml") == reading.read(plain, "f.yaml")
    assert reading.read(plain, "f.yaml") == Document(
        "f.yaml", {"a": "é", "b": ["x"]}, {(): 1, ("a",): 1, ("b",): 2, ("b", 0): 3}
    )


def test_a_file_over_one_megabyte_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"\tno YAML" * 1_250_000)
    assert reading.read(path, "f.yaml") == Problem(
        "f.yaml",
        0,
        "the file has 10.0 MB; it was not read",
        "A pack is written by hand; a file over 1 MB is a mistake or an attack, and would stall the dashboard.",
        "split the narrative, or remove what does not belong here",
    )


def test_a_file_of_exactly_one_megabyte_is_read(tmp_path: Path) -> None:
    path = tmp_path / "full.yaml"
    path.write_bytes(b"a: " + b"x" * (filing.MAX_BYTES - 3))
    document = reading.read(path, "f.yaml")
    assert isinstance(document, Document) and document.data == {"a": "x" * (filing.MAX_BYTES - 3)}


def test_a_file_that_is_not_utf_8_is_refused_with_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("a: é".encode("latin-1"))
    assert reading.read(path, "f.yaml") == Problem(
        "f.yaml", 0, "the file is not UTF-8 (byte 3)", "", "save it as UTF-8"
    )


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    assert reading.read(tmp_path / "none.yaml", "f.yaml") == Problem(
        "f.yaml", 0, "the file cannot be read: No such file or directory", "", "check that it exists and may be read"
    )


def test_a_folder_or_a_pipe_in_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "endless.yaml").symlink_to("/dev/zero")
    expected = Problem("f.yaml", 0, "this is not a file", "", "put a text file in its place")
    assert [reading.read(tmp_path / name, "f.yaml") for name in ("folder.yaml", "endless.yaml")] == [expected] * 2
