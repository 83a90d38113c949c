"""``python -m narratives check | verify | export | guide``: what is printed, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from narratives.__main__ import main
from tests.example import Example

COLUMNS = [
    "narrative",
    "id",
    "says",
    "type",
    "voice",
    "speaker",
    "measure",
    "nature",
    "status",
    "entity",
    "count_low",
    "count_high",
    "region",
    "about",
    "comparator",
    "value",
    "low",
    "high",
    "words",
    "scale",
    "unit",
    "currency",
    "period_stated",
    "period_anchor",
    "period",
    "modality",
    "absence",
    "derived_from",
    "quote",
    "source",
    "sourcing",
    "phrase",
]  # the contract, copied from the issue
NUMBERS = ("count_low", "count_high", "value", "low", "high")

SILENCE = """\
- id: own-capex
  says: No figure is stated for what Vale Works spends on plants.
  type: quantity
  voice: editor
  measure: capital-expenditure
  entity: {name: Vale Works}
  region: US
  absence: {kind: not-stated, asked: q-compute, instead: [makers-capex]}
"""
CAPEX_ROW = {
    "narrative": "example",
    "id": "makers-capex",
    "says": "Three or four chip makers will spend more than $40 billion on plants next year.",
    "type": "prediction",
    "voice": "speaker",
    "speaker": "Ada Vale",
    "measure": "capital-expenditure",
    "nature": "flow",
    "status": "forecast",
    "entity": "chip makers",
    "count_low": "3",
    "count_high": "4",
    "region": "US",
    "about": "competitor",
    "comparator": ">",
    "value": "40",
    "low": "",
    "high": "",
    "words": "",
    "scale": "billion",
    "unit": "USD",
    "currency": "USD",
    "period_stated": "next year",
    "period_anchor": "2026-06-18",
    "period": "2027",
    "modality": "asserted",
    "absence": "",
    "derived_from": "",
    "quote": "makers",
    "source": "transcript",
    "sourcing": "published-transcript",
    "phrase": "Ada Vale (18 June 2026): three or four chip makers will spend more than $40 billion on plants in 2027 (“next year”)",
}
SLIP = """\
content/example/claims.yaml:4: claim “compute-doubles”: modality is “posible”, not one of asserted, possible, conditional, belief
    why   How firmly the speaker commits; charts draw it and every sentence carries it.
    mend  write “possible”
"""


def second(example: Example) -> Example:
    shutil.copytree(example.path("."), example.content / "second")
    return Example(example.root, "second").edit("narrative.yaml", "label: Example 2026", "label: Second 2026")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def exported(capsys: pytest.CaptureFixture[str], example: Example, *more: str) -> list[dict[str, str]]:
    code, out, err = run(capsys, "export", *more, "--content", example.content)
    assert (code, err) == (0, "")
    return list(csv.DictReader(io.StringIO(out)))


def test_check_counts_what_is_all_right(example: Example, capsys: pytest.CaptureFixture[str]) -> None:
    edition = example.pack().edition
    assert run(capsys, "check", "--content", example.content) == (
        0,
        f"example: 4 quotes, 2 claims (1 with an amount), edition {edition}\n1 narrative, no problem\n",
        "",
    )


def test_check_prints_every_problem_and_their_number(example: Example, capsys: pytest.CaptureFixture[str]) -> None:
    example.edit("claims.yaml", "modality: possible", "modality: posible")
    assert run(capsys, "check", "--content", example.content) == (1, f"{SLIP}\n1 problem\n", "")


def test_check_of_a_folder_that_is_not_there_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "--content", tmp_path / "none") == (
        1,
        "none: the content folder is missing\n    mend  restore it, or name another folder\n\n1 problem\n",
        "",
    )


def test_check_reads_the_content_of_the_project_where_no_folder_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check")
    assert (code, out.splitlines()[-1].endswith(", no problem")) == (0, True)


def test_verify_says_how_many_quotes_were_found(example: Example, capsys: pytest.CaptureFixture[str]) -> None:
    before = example.path("audit.lock.yaml").read_bytes()
    code, out, err = run(capsys, "verify", "--sources", example.sources, "--content", example.content)
    assert (code, out, err) == (0, "example: 4 of 4 quotes found exactly once, audited 2026-06-20\n", "")
    assert example.path("audit.lock.yaml").read_bytes() == before


def test_verify_prints_each_quote_that_is_not_there(example: Example, capsys: pytest.CaptureFixture[str]) -> None:
    example.edit("quotes.yaml", "exact: We publish our models", "exact: Nothing alike")
    code, out, _ = run(capsys, "verify", "--sources", example.sources, "--content", example.content)
    first, *rest = out.splitlines()
    assert (code, first.startswith("example: 3 of 4 quotes found exactly once, audited "), rest) == (
        1,
        True,
        [
            "content/example/quotes.yaml:20: quote “publish” is not in example.txt",
            "    why   “Exact words” is a promise; a quote that is not in its source breaks it.",
            "    mend  copy the words from the source",
        ],
    )


def test_verify_in_another_folder_of_texts_touches_no_lock(
    example: Example, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = example.path("audit.lock.yaml").read_bytes()
    (tmp_path / "empty").mkdir()
    code, out, _ = run(capsys, "verify", "--sources", tmp_path / "empty", "--content", example.content)
    assert (code, out.splitlines()[0], example.path("audit.lock.yaml").read_bytes()) == (
        1,
        "content/example/sources.yaml:7: source “transcript”: example.txt cannot be read: No such file or directory",
        before,
    )


def test_verify_names_a_folder_that_is_not_there(
    example: Example, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    none = tmp_path / "none"
    expected = (1, f"{none}: this folder does not exist\n    mend  name another one\n", "")
    assert run(capsys, "verify", "--sources", none, "--content", example.content) == expected
    assert run(capsys, "verify", "--sources", example.sources, "--content", none) == expected


def test_the_columns_of_an_export_are_the_contract(example: Example, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "export", "example", "--content", example.content)
    assert out.splitlines()[0].split(",") == COLUMNS


def test_a_claim_is_exported_with_every_hedge_in_its_column(
    example: Example, capsys: pytest.CaptureFixture[str]
) -> None:
    first, capex = exported(capsys, example)
    assert capex == CAPEX_ROW
    assert {key: value for key, value in first.items() if value} == {
        "narrative": "example",
        "id": "compute-doubles",
        "says": "Computing power will possibly double next year.",
        "type": "prediction",
        "voice": "speaker",
        "speaker": "Ada Vale",
        "period_stated": "next year",
        "period_anchor": "2026-06-18",
        "period": "2027",
        "modality": "possible",
        "quote": "compute",
        "source": "transcript",
        "sourcing": "published-transcript",
        "phrase": "Ada Vale (18 June 2026): computing power will possibly double in 2027 (“next year”)",
    }


def test_a_silence_is_exported_without_a_number(example: Example, capsys: pytest.CaptureFixture[str]) -> None:
    example.add("claims.yaml", SILENCE)
    silent = exported(capsys, example)[-1]
    assert (silent["id"], silent["absence"], silent["comparator"], [silent[name] for name in NUMBERS]) == (
        "own-capex",
        "not-stated",
        "",
        ["", "", "", "", ""],
    )


def test_json_holds_the_same_claims_with_numbers_as_numbers_and_nothing_as_null(
    example: Example, capsys: pytest.CaptureFixture[str]
) -> None:
    example.add("claims.yaml", SILENCE)
    code, out, err = run(capsys, "export", "example", "--format", "json", "--content", example.content)
    first, capex, silent = json.loads(out)
    expected = {key: value or None for key, value in CAPEX_ROW.items()} | {"value": 40, "count_low": 3, "count_high": 4}
    assert (code, err, list(first), capex) == (0, "", COLUMNS, expected)
    assert ([silent[name] for name in NUMBERS], silent["absence"]) == ([None] * 5, "not-stated")
    assert "“next year”" in out


def test_numbers_are_exported_as_stated(example: Example, capsys: pytest.CaptureFixture[str]) -> None:
    example.say("It is 67.70 percent of revenue.").add(
        "quotes.yaml", "- {id: share, source: transcript, voice: speaker, exact: It is 67.70 percent of revenue.}\n"
    )
    example.add(
        "claims.yaml",
        """\
        - id: share
          says: It is 67.70% of revenue at Vale Works.
          type: quantity
          voice: speaker
          measure: share-of-revenue
          entity: {name: Vale Works}
          region: US
          quantity: {value: 67.70, unit: percent}
          quote: share
        """,
    ).audited()
    rows = exported(capsys, example)
    assert [(row["value"], row["count_low"], row["count_high"]) for row in rows] == [
        ("", "", ""),
        ("40", "3", "4"),
        ("67.70", "", ""),
    ]


def test_all_narratives_are_exported_in_order_where_none_is_named(
    example: Example, capsys: pytest.CaptureFixture[str]
) -> None:
    second(example)
    assert [row["narrative"] for row in exported(capsys, example)] == ["example", "example", "second", "second"]
    assert [row["narrative"] for row in exported(capsys, example, "second")] == ["second", "second"]


def test_an_unknown_narrative_is_refused_with_those_there_are(
    example: Example, capsys: pytest.CaptureFixture[str]
) -> None:
    second(example)
    assert run(capsys, "export", "exampel", "--content", example.content) == (
        2,
        "",
        "“exampel” is not a narrative here; there is: example, second\n",
    )


def test_a_broken_narrative_is_left_out_and_its_problems_are_said(
    example: Example, capsys: pytest.CaptureFixture[str]
) -> None:
    second(example)
    example.edit("claims.yaml", "modality: possible", "modality: posible")
    code, out, err = run(capsys, "export", "--content", example.content)
    assert (code, [row["narrative"] for row in csv.DictReader(io.StringIO(out))], err) == (
        1,
        ["second", "second"],
        SLIP,
    )
    code, out, err = run(capsys, "export", "second", "--content", example.content)
    assert (code, out.count("\n"), err) == (0, 3, SLIP)
    assert run(capsys, "export", "example", "--content", example.content) == (
        2,
        "",
        f"{SLIP}“example” is not a narrative here; there is: second\n",
    )


def test_a_text_that_a_spreadsheet_would_run_stays_text(example: Example, capsys: pytest.CaptureFixture[str]) -> None:
    example.edit("claims.yaml", "says: Computing", 'says: "=HYPERLINK(1) computing').edit(
        "claims.yaml", "double next year.", 'double next year."'
    )
    first, _ = exported(capsys, example)
    assert first["says"] == "'=HYPERLINK(1) computing power will possibly double next year."


def test_the_guide_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "guide")
    assert (code, out.startswith("# Content: a field guide for editors\n"), err) == (0, True, "")


@pytest.mark.parametrize("arguments", [[], ["chek"], ["verify"], ["export", "--format", "xml"]])
def test_a_call_that_is_off_shows_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert (caught.value.code, capsys.readouterr().err.startswith("usage: python -m narratives")) == (2, True)


def test_the_module_runs_as_a_command_and_ends_with_its_code(example: Example) -> None:
    example.edit("claims.yaml", "modality: possible", "modality: posible")
    command = [sys.executable, "-m", "narratives", "check", "--content", str(example.content)]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, f"{SLIP}\n1 problem\n", "")
