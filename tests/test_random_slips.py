"""Random slips in a narrative of every form: a clear problem with its line, never a traceback; what is accepted can be shown."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narratives.library import kinds, packs
from narratives.library.problems import report
from narratives.tables import amounts, claims, quotations, stack, stance, topics
from tests.conftest import LIBRARY

EVERY_FORM = "ada-vale-forum"
VALUES = (
    "no",
    "~",
    "",
    "''",
    "1:30",
    "2026-13-45",
    "1e999999999",
    "-1",
    "9" * 5000,
    "[]",
    "{}",
    "[[[",
    "{a: {b: 1}}",
    "&x",
    "*x",
    "!!int 5",
    "'",
    '"',
    '"\\x00"',
    "\x00",
    "\x1b[2J",
    "\t",
    "|",
    ">-",
    "? a",
    "- - -",
    "a: b: c",
    "%",
    "@",
    "`",
    "# gone",
    "<script>alert(1)</script>",
    "=1+1",
    "蔡崇信",
    "\u202egnp",
    "\ud7ff",
    "\ufeff",
    "\u2028",
    "x" * 3000,
    "speaker",
    "makers-next-year",
    "makers",
    ">",
    "null",
)
ORIGINALS = {name: (LIBRARY / EVERY_FORM / name).read_text(encoding="utf-8") for name in kinds.PACK_FILES}


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the narrative of every form, and its text with one to three slips in it."""
    file = draw(st.sampled_from(sorted(ORIGINALS)))
    rows = ORIGINALS[file].splitlines()
    for _ in range(draw(st.integers(1, 3))):
        at, other = draw(st.integers(0, len(rows) - 1)), draw(st.integers(0, len(rows) - 1))
        match draw(st.sampled_from(("delete", "double", "swap", "value", "value", "value", "indent", "cut"))):
            case "delete" if len(rows) > 1:
                del rows[at]
            case "double":
                rows.insert(other, rows[at])
            case "swap":
                rows[at], rows[other] = rows[other], rows[at]
            case "value":
                rows[at] = f"{rows[at].partition(':')[0]}: {draw(st.sampled_from(VALUES))}"
            case "indent":
                rows[at] = " " * draw(st.integers(0, 6)) + rows[at].lstrip()
            case "cut":
                rows[at] = rows[at][: draw(st.integers(0, 40))]
    return file, "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("random") / "content"
    shutil.copytree(LIBRARY, folder)
    return folder


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(slip=slips())
def test_no_slip_in_a_narrative_of_every_form_ends_in_a_traceback(slip: tuple[str, str], copy: Path) -> None:
    file, text = slip
    path = copy / EVERY_FORM / file
    path.write_text(text, encoding="utf-8")
    try:
        library = packs.load(copy)
    finally:
        path.write_text(ORIGINALS[file], encoding="utf-8")
    assert (EVERY_FORM in library.packs) is not bool(
        library.hindering
    )  # an edited quote is shown, marked as unverified
    ends = {
        f"content/{EVERY_FORM}/{name}": len(whole.splitlines()) for name, whole in (ORIGINALS | {file: text}).items()
    }
    assert [
        problem for problem in library.problems if not problem.what or not 0 <= problem.line <= ends[problem.file]
    ] == []
    assert report(library.problems).count("\n\n") == max(len(library.problems) - 1, 0)
    for pack in (pack for id, pack in library.packs.items() if id == EVERY_FORM):  # what is accepted can be shown
        assert len(claims.as_csv(claims.claims([pack]))) > 1000
        tables = (
            amounts.amounts([pack]),
            topics.silences([pack]),
            stack.layers([pack]),
            stance.arguments(pack),
            quotations.quotes([pack]),
        )
        assert [len(tables[i]) for i in (2, 4)] == [len(pack.words.layers), len(pack.quotes)]
