"""A file with very many slips is told in a hundred lines and a count, soon, and nothing is lost in silence."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from narratives import __main__
from narratives.library.problems import Problem, report
from narratives.ui.page import loading
from tests.example import Example

ROOT = Path(__file__).parents[1]
PLACE = re.compile(r"^content/example/claims\.yaml(:\d+)?: ", re.MULTILINE)


def slips(number: int) -> str:
    """So many claims of a type that there is not, each one slip."""
    return "".join(f"- {{id: a{i}, says: A sentence., type: posiion, voice: speaker}}\n" for i in range(number))


def checked(example: Example, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = __main__.main(["check", "--content", str(example.content)])
    return code, capsys.readouterr().out


def test_a_hundred_problems_of_a_file_are_told_and_then_how_many_more_there_are() -> None:
    found = [Problem("a.yaml", line, f"slip {line}") for line in range(1, 151)] + [Problem("b.yaml", 1, "another")]
    lines = report(found).split("\n\n")
    assert (lines[99:], len(lines)) == (
        [
            "a.yaml:100: slip 100",
            "a.yaml: 50 more problems in this file\n    mend  mend those above; the next check shows the rest",
            "b.yaml:1: another",
        ],
        102,
    )


def test_a_hundred_problems_of_a_file_are_all_told() -> None:
    assert report([Problem("a.yaml", line, f"slip {line}") for line in range(1, 101)]).count("slip") == 100


def test_equal_problems_are_one_line_with_their_number_and_their_first_lines() -> None:
    found = [
        Problem("a.yaml", line, "says is empty", "One sentence.", "write it") for line in (30, 4, 7, 9, 12, 15, 18)
    ]
    alike = [
        Problem("a.yaml", 5, "says is empty", "Another reason.", "write it"),
        Problem("b.yaml", 5, "a"),
        Problem("b.yaml", 9, "a"),
    ]
    assert report(found + alike) == (
        "a.yaml:4: says is empty (7 times: lines 4, 7, 9, 12, 15 …)\n    why   One sentence.\n    mend  write it\n\n"
        "a.yaml:5: says is empty\n    why   Another reason.\n    mend  write it\n\n"
        "b.yaml:5: a (2 times: lines 5, 9)"
    )


def test_equal_problems_are_one_of_the_hundred() -> None:
    equal = [Problem("a.yaml", line, "the same") for line in range(1, 5000)]
    assert report([*equal, *(Problem("a.yaml", 9000 + line, f"slip {line}") for line in range(99))]).count("\n\n") == 99


def test_check_counts_all_problems_and_prints_a_hundred_of_a_file(
    example: Example, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = checked(example.add("claims.yaml", slips(5000)), capsys)
    assert (code, len(PLACE.findall(out)), out.splitlines()[-1]) == (1, 101, "5000 problems")
    assert "content/example/claims.yaml: 4900 more problems in this file" in out


def test_problems_of_rules_are_counted_like_those_of_fields(
    example: Example, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(
        f"- {{id: a{i}, says: A sentence {i}., type: position, voice: speaker, quote: none-{i}}}\n" for i in range(3000)
    )
    code, out = checked(example.add("claims.yaml", rows), capsys)
    assert (code, len(PLACE.findall(out)), out.splitlines()[-1]) == (1, 101, "3000 problems")


def test_a_value_of_any_length_makes_a_line_of_a_bounded_length(example: Example) -> None:
    found = example.add("claims.yaml", f"- id: {'x' * 200_000}\n").problems()
    assert found and max(len(str(problem)) for problem in found) < 4000


WORST = {
    "many records": ("claims.yaml", "- id: a\n", 20_000),
    "many unknown fields": ("claims.yaml", "- id: a\n{}", 20_000),
    "many lists without items": ("walkthrough.yaml", "- id: a\n  headline: b\n  caption:\n{}", 5_000),
    "many records of nothing": ("claims.yaml", "- \n", 40_000),
}


def test_there_are_bad_cases() -> None:
    assert len(WORST) == 4


def worst(case: str, part: float) -> tuple[str, str]:
    file, head, number = WORST[case]
    count = int(number * part)
    if "{}" not in head:
        return file, head * count
    more = "    - claims: []\n" * count if "caption" in head else "".join(f"  k{i}: \n" for i in range(count))
    return file, head.format(more)


def seconds(example: Example, file: str, text: str) -> float:
    example.set(file, text)
    began = time.process_time()
    assert example.report().count("\n\n") < 1000
    return time.process_time() - began


@pytest.mark.parametrize("case", WORST)
def test_ten_times_the_slips_take_about_ten_times_the_time(case: str, example: Example) -> None:
    few, many = (seconds(example, *worst(case, part)) for part in (0.1, 1))
    assert many < 30 * few


def test_the_page_shows_twenty_problems_and_says_how_many_more_there_are(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.add("claims.yaml", slips(300))
    monkeypatch.setattr(loading, "CONTENT", example.content)
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30).run()
    notice = next(element.proto.body for element in app.get("html") if 'role="alert"' in element.proto.body)
    assert (notice.count("claims.yaml:"), "280 more problems; “python -m narratives check” lists them." in notice) == (
        20,
        True,
    )
    assert list(app.exception) == []
