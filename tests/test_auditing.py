"""Quotes are found once in their source text, and the lock changes only when a result does."""

from __future__ import annotations

import hashlib

from narratives.library import auditing
from narratives.library.problems import Problem
from narratives.models import Audit
from tests.example import DAY, TEXT, Example

LATER = "2026-07-01"
WHY = "“Exact words” is a promise; a quote that is not in its source breaks it."


def verify(example: Example, today: str = LATER) -> tuple[Audit | None, list[Problem]]:
    return auditing.verify(example.path("."), example.words(), example.sources, today, "content/example")


def slip(line: int, what: str, mend: str) -> list[Problem]:
    return [Problem("content/example/quotes.yaml", line, what, WHY, mend)]


def test_the_lock_holds_text_hash_and_result_of_every_quote(example: Example) -> None:
    sha = hashlib.sha256(TEXT.encode()).hexdigest()
    assert example.read("audit.lock.yaml") == (
        "# Written by `python -m narratives verify`; never by hand.\n"
        f"date: '{DAY}'\n"
        "sources:\n"
        f"  transcript:\n    text: example.txt\n    sha256: {sha}\n    words: 41\n"
        "quotes:\n"
        "  q-compute:\n    hash: 90697f055cbeabbc\n    result: exact\n    start: 25\n"
        "  compute:\n    hash: 18d193543ac68fb9\n    result: exact\n    start: 67\n"
        "  makers:\n    hash: f5c61c6e7879562c\n    result: exact\n    start: 92\n"
        "  publish:\n    hash: 2d1e6f8e26ad6e79\n    result: exact\n    start: 172\n"
    )


def test_verifying_again_later_leaves_the_lock_as_it_is_to_the_byte(example: Example) -> None:
    before = example.path("audit.lock.yaml").read_bytes()
    audit, found = verify(example)
    assert (example.path("audit.lock.yaml").read_bytes(), audit and audit.date, found) == (before, DAY, [])


def test_a_changed_text_changes_the_lock_and_its_date(example: Example) -> None:
    audit, found = verify(example.say("So it is."))
    assert found == [] and audit is not None
    assert (audit.date, audit.sources["transcript"].words) == (LATER, 44)
    assert f"date: '{LATER}'" in example.read("audit.lock.yaml")


def test_a_quote_in_other_quotation_marks_is_found_as_normalised(example: Example) -> None:
    example.say("They call it “the point”.")
    example.edit("quotes.yaml", "exact: We publish our models", 'exact: They call it "the point".')
    audit, found = verify(example)
    assert audit is not None
    assert (audit.quotes["publish"].result, audit.quotes["publish"].start, found, example.report()) == (
        "normalised",
        214,
        [],
        "",
    )


def test_a_quote_that_is_not_there_names_the_first_word_that_differs(example: Example) -> None:
    example.edit("quotes.yaml", "exact: We publish our models", "exact: We publish all models")
    audit, found = verify(example)
    assert found == slip(
        20,
        "quote “publish” is not in example.txt",
        "the closest passage is “We publish our models;”; the first difference is “all” here, “our” there",
    )
    assert audit is not None and audit.quotes["publish"].model_dump(exclude={"hash"}) == {
        "result": "not-found",
        "start": None,
    }
    assert [problem.what for problem in example.problems()] == ["quote “publish” was audited as not-found"]


def test_a_quote_that_goes_on_past_the_end_says_so(example: Example) -> None:
    example.edit("quotes.yaml", "exact: We publish our models", "exact: that is the point. And more.")
    assert verify(example)[1] == slip(
        20,
        "quote “publish” is not in example.txt",
        "the closest passage is “that is the point.”; it ends earlier there",
    )


def test_a_quote_like_nothing_in_the_text_says_to_copy(example: Example) -> None:
    example.edit("quotes.yaml", "exact: We publish our models", "exact: Nothing alike")
    assert verify(example)[1] == slip(20, "quote “publish” is not in example.txt", "copy the words from the source")


def test_a_quote_behind_a_wrong_prefix_says_so(example: Example) -> None:
    example.edit("quotes.yaml", "exact: We publish our models", "exact: We publish our models\n  prefix: He said")
    assert verify(example)[1] == slip(
        20,
        "quote “publish” is in example.txt, but not behind its prefix or before its suffix",
        "copy prefix and suffix from the source",
    )


def test_a_quote_that_stands_twice_needs_a_prefix_or_a_suffix_and_has_it(example: Example) -> None:
    example.edit("quotes.yaml", "exact: It may double next year.", "exact: next year.")
    audit, found = verify(example)
    assert found == slip(
        9, "quote “compute” stands 2 times in example.txt", "add the words right before (prefix) or after (suffix)"
    )
    assert audit is not None and audit.quotes["compute"].result == "ambiguous"
    example.edit("quotes.yaml", "exact: next year.", "exact: next year.\n  prefix: It may double")
    assert verify(example)[1] == []


def test_a_text_that_is_not_there_is_said_and_the_lock_stays_as_it_is(example: Example) -> None:
    before = example.path("audit.lock.yaml").read_bytes()
    (example.sources / "example.txt").unlink()
    assert verify(example) == (
        None,
        [
            Problem(
                "content/example/sources.yaml",
                7,
                "source “transcript”: example.txt cannot be read: No such file or directory",
                WHY,
                "give the folder that holds it with --sources",
            )
        ],
    )
    assert example.path("audit.lock.yaml").read_bytes() == before


def test_a_text_that_is_not_utf_8_is_said(example: Example) -> None:
    (example.sources / "example.txt").write_bytes(b"\xff\xfe")
    assert [problem.what for problem in verify(example)[1]] == [
        "source “transcript”: example.txt cannot be read: it is not UTF-8 text"
    ]


def test_a_source_without_a_text_has_no_audit_and_needs_none(example: Example) -> None:
    example.edit("sources.yaml", "  text: example.txt\n", "")
    audit, found = verify(example)
    assert audit is not None
    assert (dict(audit.sources), dict(audit.quotes), found, example.report()) == ({}, {}, [], "")


def test_quotes_that_cannot_be_read_are_not_audited(example: Example) -> None:
    before = example.path("audit.lock.yaml").read_bytes()
    example.edit("quotes.yaml", "voice: interviewer", "voice: audience")
    audit, found = verify(example)
    assert (audit, [problem.line for problem in found], example.path("audit.lock.yaml").read_bytes()) == (
        None,
        [3],
        before,
    )


def test_a_slip_in_the_claims_does_not_keep_the_quotes_from_being_audited(example: Example) -> None:
    example.path("audit.lock.yaml").unlink()
    example.edit("claims.yaml", "modality: possible", "modality: posible")
    audit, found = verify(example)
    assert audit is not None and (list(audit.quotes), found) == (["q-compute", "compute", "makers", "publish"], [])


def test_a_broken_lock_is_written_anew(example: Example) -> None:
    good = example.read("audit.lock.yaml").replace(DAY, LATER)
    example.set("audit.lock.yaml", "date: [")
    audit, found = verify(example)
    assert (audit is not None, found, example.read("audit.lock.yaml")) == (True, [], good)


def test_the_text_itself_is_never_stored(example: Example) -> None:
    stored = "".join(path.read_text(encoding="utf-8") for path in example.content.rglob("*.yaml"))
    assert "that is the point" not in stored
