"""What the README says of speed is what was measured, and the sums behind it are right."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from benchmarks import aims, load, memory, report, servers
from benchmarks.aims import AIMS, Aim
from benchmarks.readers import Run

KEPT = json.loads(report.KEPT.read_text("utf-8"))


def test_the_readme_shows_the_figures_that_were_kept() -> None:
    shown = report.BLOCK.search(report.README.read_text("utf-8"))
    assert shown is not None and shown[0] == report.block(KEPT)


def test_every_part_of_the_benchmark_was_kept() -> None:
    assert set(KEPT) == {"browser", "reruns", "imports", "wire", "memory", "load", "growth", "rehearsal", "run"}


def test_an_aim_that_is_missed_has_its_reason_beside_it() -> None:
    assert len(AIMS) > 5
    assert [aim.name for aim in AIMS if not aim.met(KEPT) and not aim.reason(KEPT)] == []


def test_the_whole_benchmark_took_less_than_twenty_minutes() -> None:
    assert KEPT["run"]["seconds"] < 1200


def test_every_page_is_switched_to_the_overview_too_and_each_wait_has_its_processor_time() -> None:
    for part in ("warm", "switch"):
        waits, taken = KEPT["browser"][part], KEPT["browser"]["processor"][part]
        assert set(aims.PAGES) | {"smallest app, home"} <= set(waits)
        assert set(taken["server"]) == set(taken["page"]) == set(waits)


def test_memory_was_measured_over_six_thousand_reruns_and_more() -> None:
    assert KEPT["memory"]["reruns"] >= 6_000


def test_what_memory_rises_by_before_it_is_warm_is_not_taken_for_what_a_rerun_leaves_behind() -> None:
    points = [(number / 10, 190.0 + min(number / 10, 5)) for number in range(80)]
    told = memory.summary(points)
    assert told["slope per thousand reruns"] == pytest.approx(0)
    assert (told["after the first thousand"], told["after 5,000 reruns"]) == (191.0, 195.0)
    rising = [(number / 10, 190.0 + number / 10) for number in range(80)]
    assert memory.summary(rising)["slope per thousand reruns"] == pytest.approx(1)


def test_the_processor_time_of_a_process_is_that_which_it_tells_itself() -> None:
    before = time.process_time() * 1000
    told = servers.processor(os.getpid())
    assert before - 20 <= told <= time.process_time() * 1000 + 20  # `ps` tells hundredths of a second


def test_why_a_page_waits_longer_is_told_in_figures_of_the_same_run() -> None:
    waits = {"overview": 300.0, "layers": 110.0, "smallest app, home": 100.0, "smallest app, layers": 100.0}
    taken = {"overview": 160.0, "smallest app, home": 70.0}
    results = {"browser": {"switch": waits, "processor": {"switch": {"page": taken, "server": taken}}}}
    assert aims.slowest("switch")(results) == 3
    assert aims.work("switch")(results).startswith(
        "overview costs the browser 160 ms of processor time in place of 70, and the server 160 in place of 70;"
    )


def test_a_page_is_set_beside_the_smallest_app_with_the_same_charts() -> None:
    waits = {
        "smallest app, home": 100.0,
        "smallest app, layers": 200.0,
        "smallest app, open_source": 100.0,
        "smallest app, investment": 400.0,
        "overview": 110.0,
        "layers": 210.0,
        "open_source": 120.0,
        "investment": 404.0,
        "quotes": 100.0,
        "walkthrough": 100.0,
        "evidence": 100.0,
    }
    assert aims.slowest("warm")({"browser": {"warm": waits}}) == pytest.approx(1.2)


@pytest.mark.parametrize(
    ("value", "limit", "unit", "met", "told"),
    [
        (1.149, 1.15, "×", True, "1.15×"),
        (1.16, 1.15, "×", False, "1.16×"),
        (0.04, 0.5, "MB", True, "0.04 MB"),
        (0, 0, "", True, "0"),
    ],
)
def test_an_aim_is_met_up_to_its_limit_and_told_with_its_unit(
    value: float, limit: float, unit: str, met: bool, told: str
) -> None:
    aim = Aim("one", lambda results: results["it"], limit, unit)
    assert (aim.met({"it": value}), aim.told(value)) == (met, told)


def test_failed_readers_are_counted_and_those_who_were_answered_are_timed() -> None:
    runs: list[Run | str] = [Run(second / 100, 1, (), ()) for second in range(1, 101)]
    runs[4] = Run(0.05, 1, (), ("it raised",))
    assert load.summary([*runs, "OSError: gone"], 10.0) == {
        "clicks": 100,
        "per second": 10.0,
        "p50": 0.505,
        "p95": 0.96,
        "errors": 2,
    }


def test_without_any_answer_there_is_no_figure() -> None:
    with pytest.raises(SystemExit, match="No reader was answered: OSError: gone"):
        load.summary(["OSError: gone"], 1.0)


def test_figures_that_cannot_be_kept_end_in_a_line_and_leave_those_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "results.json"
    kept.write_text("{}", "utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(SystemExit, match=r"results\.json: the file cannot be written: Permission denied"):
        report.keep(KEPT, kept, tmp_path / "README.md")
    assert kept.read_text("utf-8") == "{}"


def test_figures_are_kept_as_json_and_as_a_table_in_the_readme(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("Before\n<!-- benchmarks -->\nold\n<!-- /benchmarks -->\nAfter\n", "utf-8")
    report.keep(KEPT, tmp_path / "results.json", readme)
    assert json.loads((tmp_path / "results.json").read_text("utf-8")) == KEPT
    assert (
        readme.read_text("utf-8") == f"Before\n<!-- benchmarks -->\n{report.block(KEPT)}<!-- /benchmarks -->\nAfter\n"
    )
