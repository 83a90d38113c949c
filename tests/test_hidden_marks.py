"""Marks that no reader sees, and folder names that are no id, are refused with their place; nothing crashes on them."""

from __future__ import annotations

import os
import shutil
import unicodedata
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from narratives import __main__
from narratives.library import packs
from narratives.ui.page import loading
from tests.example import Example

ROOT = Path(__file__).parents[1]
MARKS = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
WHY = "A reader sees other words than the file holds and a search finds."
MEND = "remove it; a quote whose source has one there ends before it or begins behind it"


def named(mark: str) -> str:
    return f"U+{ord(mark):04X} {unicodedata.name(mark)}"


def test_there_are_marks_to_refuse() -> None:
    assert len(MARKS) == 18


@pytest.mark.parametrize("mark", MARKS, ids=named)
def test_a_mark_that_no_reader_sees_is_refused_with_its_name_and_place(mark: str, example: Example) -> None:
    example.edit(
        "claims.yaml",
        "spend more than $40 billion on plants next year.\n",
        f"spend more than{mark} $40 billion on plants next year.\n",
    )
    line = example.read("claims.yaml").split(mark)[0].count("\n") + 1
    [problem] = example.problems()
    assert (problem.file, problem.line, problem.what, problem.why, problem.mend) == (
        "content/example/claims.yaml",
        line,
        f"{named(mark)} stands here, unseen, behind “will spend more than”",
        WHY,
        MEND,
    )


@pytest.mark.parametrize("mark", MARKS, ids=named)
def test_an_escape_that_makes_such_a_mark_is_refused_too(mark: str, example: Example) -> None:
    escape = f"\\u{ord(mark):04X}"
    example.edit(
        "quotes.yaml", "exact: We publish our models", f'exact: >-\n    We\n  note: "publish {escape}our models"'
    )
    [problem] = example.problems()
    line = example.read("quotes.yaml").split(escape)[0].count("\n") + 1
    assert (problem.line, problem.what) == (line, f"{named(mark)} stands here, unseen, behind “publish”")


def test_the_line_of_a_mark_is_its_own_in_a_value_of_many_lines(example: Example) -> None:
    example.edit("narrative.yaml", "sourcing_note: ", "sourcing_note: |\n  One line.\n  Two \u202elines.\nbad: ")
    [problem] = example.problems()
    assert problem.line == example.read("narrative.yaml").split("\u202e")[0].count("\n") + 1


def test_the_other_marks_of_a_file_are_told_with_the_first(example: Example) -> None:
    example.edit("claims.yaml", "says: Computing power", "says: Comp\u200buting\u200b power")
    example.edit("claims.yaml", "region: US", "region: US # \u202e")
    [problem] = example.problems()
    assert problem.what == (
        "U+200B ZERO WIDTH SPACE stands here, unseen, behind “says: Comp”; 2 more in this file, the next in line 2"
    )


def test_a_key_and_a_comment_hold_no_unseen_mark_either(example: Example) -> None:
    for planted in ("re\u200bgion: US", "region: US # \u2066"):
        example.write().edit("claims.yaml", "region: US", planted)
        assert ["unseen" in problem.what for problem in example.problems()] == [True]


def test_a_byte_order_mark_at_the_start_is_no_such_mark(example: Example) -> None:
    example.set("claims.yaml", b"\xef\xbb\xbf" + example.read("claims.yaml").encode())
    assert example.problems() == ()


def test_a_list_of_changes_holds_no_unseen_mark(example: Example) -> None:
    text = example.read("CHANGELOG.md")
    example.set("CHANGELOG.md", text.replace("`example`", "`example`: why\u202e not"))
    found = packs.changelogs(example.content, packs.load(example.content))
    assert [(problem.line, problem.what, problem.why, problem.mend) for problem in found] == [
        (5, "U+202E RIGHT-TO-LEFT OVERRIDE stands here, unseen, behind “added narrative `example`: why”", WHY, MEND)
    ]


NAMES = {
    "bytes that are no UTF-8": (b"caf\xe9-2026", "caf\\udce9-2026", "caf-2026"),
    "a blank": (b"vale forum", "vale forum", "vale-forum"),
    "capitals": (b"Vale-2026", "Vale-2026", "vale-2026"),
    "a line break": (b"vale\n2026", "vale\\n2026", "vale-2026"),
    "a terminal command": (b"vale\x1b[2J", "vale\\x1b[2J", "vale-2j"),
    "letters that turn the line": ("vale\u202e6202".encode(), "vale\\u202e6202", "vale-6202"),
    "a quotation mark": (b'vale"2026', 'vale"2026', "vale-2026"),
    "markup": (b"<b>vale<br>", "<b>vale<br>", "b-vale-br"),
    "two hyphens": (b"vale--2026", "vale--2026", "vale-2026"),
    "an accent": ("société-2026".encode(), "société-2026", "societe-2026"),
    "200 letters": (b"x" * 200, "x" * 200, "x" * 60),
    "no letter at all": ("…".encode(), "…", "vale-forum-2026"),
}


def beside(example: Example, name: bytes) -> None:
    """The example once more, in a folder of that name."""
    shutil.copytree(example.path("."), example.content / os.fsdecode(name))


def test_there_are_bad_names() -> None:
    assert len(NAMES) == 12


@pytest.mark.parametrize("case", NAMES)
def test_a_folder_whose_name_is_no_id_is_refused_with_a_line_and_the_others_go_on(case: str, example: Example) -> None:
    name, shown, better = NAMES[case]
    beside(example, name)
    library = packs.load(example.content)
    assert list(library.packs) == ["example"]
    assert [(problem.file, problem.line, problem.what, problem.why, problem.mend) for problem in library.problems] == [
        (
            f"content/{shown}",
            0,
            "the folder’s name is no id, so it was not read",
            "It is the narrative’s permanent name, which links and file names carry.",
            f"use small letters, digits and single hyphens, at most 60, such as “{better}”; or begin it with “_” to keep it aside",
        )
    ]


@pytest.mark.parametrize("case", NAMES)
def test_the_commands_print_a_folder_of_any_name(
    case: str, example: Example, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    beside(example, NAMES[case][0])
    codes = (
        __main__.main(["check", "--content", str(example.content)]),
        __main__.main(["verify", "--content", str(example.content), "--sources", str(example.sources)]),
    )
    assert codes == (1, 1) and capsysbinary.readouterr().out.decode("utf-8").count("is no id") == 2


def test_the_page_shows_a_folder_of_any_name_and_the_others(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, _, _ in NAMES.values():
        beside(example, name)
    monkeypatch.setattr(loading, "CONTENT", example.content)
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30).run()
    bodies = "".join(element.proto.body for element in app.get("html"))
    assert (bodies.count("is no id"), [each.value for each in app.title], list(app.exception)) == (
        len(NAMES),
        ["Ada Vale expects growth"],
        [],
    )
