"""A problem is printed as a clickable line, its why and its mend."""

from __future__ import annotations

from narratives.library.problems import Problem, report


def test_a_problem_prints_its_place_its_why_and_its_mend() -> None:
    problem = Problem("content/example/claims.yaml", 4, "claim “a”: says is empty", "One sentence.", "write it")
    assert str(problem) == (
        "content/example/claims.yaml:4: claim “a”: says is empty\n    why   One sentence.\n    mend  write it"
    )


def test_a_problem_of_a_whole_file_has_no_line_and_what_is_not_known_is_not_printed() -> None:
    assert (
        str(Problem("content/claims.yaml", 0, "the file is not UTF-8")) == "content/claims.yaml: the file is not UTF-8"
    )


def test_a_report_is_in_reading_order_with_line_9_before_line_10() -> None:
    found = [Problem("b.yaml", 1, "third"), Problem("a.yaml", 10, "second"), Problem("a.yaml", 9, "first")]
    assert report(found) == "a.yaml:9: first\n\na.yaml:10: second\n\nb.yaml:1: third"


def test_a_report_of_nothing_is_empty() -> None:
    assert report([]) == ""
