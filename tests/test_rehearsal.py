"""The rehearsal of Community Cloud serves what is served, holds a process to its limits, and says when it was left out."""

from __future__ import annotations

import json
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit import config as streamlit_config

from benchmarks import __main__ as benchmark
from benchmarks import rehearsal, report, servers
from tests.example import Example

ROOT = Path(__file__).parents[1]
KEPT = json.loads(report.KEPT.read_text("utf-8"))
SPINNING = "while True: pass"
HOARDING = "held = bytearray(200_000_000)\nfor at in range(0, len(held), 4096): held[at] = 1\nwhile True: pass"
proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the rehearsal needs /proc")


def test_it_serves_the_files_that_the_image_copies_but_for_the_licences() -> None:
    text = (ROOT / "Dockerfile").read_text("utf-8")
    copied = {name for line in re.findall(r"^COPY (.*)", text, re.MULTILINE) for name in shlex.split(line)[:-1]}
    assert set(rehearsal.SERVED) - {".streamlit"} == {name for name in copied if name[0] not in "L."}
    assert ".streamlit/config.toml" in copied


def test_what_it_copies_holds_no_compiled_module(tmp_path: Path) -> None:
    rehearsal.copied(tmp_path / "app")
    assert (tmp_path / "app" / "streamlit_app.py").exists() and list((tmp_path / "app").rglob("__pycache__")) == []


def test_every_setting_that_the_host_forces_is_one_that_streamlit_has() -> None:
    assert len(rehearsal.FORCED) == 5
    for flag in rehearsal.FORCED:
        streamlit_config.get_option(flag.removeprefix("--").split("=")[0])  # raises where there is none


def test_its_limit_of_memory_is_the_least_that_the_guide_names() -> None:
    guide = (ROOT / "docs" / "deploy.md").read_text("utf-8")
    assert re.findall(r"(\d+) MB to [\d.]+ GB of memory", guide) == [str(rehearsal.MEMORY)]


def test_its_five_links_lead_to_five_pages_and_none_to_how_a_page_opens(example: Example) -> None:
    links = rehearsal.deep(example.pack())
    assert [link.page for link in links] == ["layers", "investment", "quotes", "walkthrough", "evidence"]
    assert [link for link in links if not link.params or not link.headline] == []
    assert links[1].address == "/investment?chart=silences"


def test_a_python_is_taken_only_if_it_is_the_one_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON312", sys.executable)
    monkeypatch.setattr(rehearsal, "VERSION", sys.version_info[:2])
    assert rehearsal.find() == sys.executable
    monkeypatch.setattr(rehearsal, "VERSION", (2, 0))
    assert rehearsal.find() is None


@proc
def test_a_process_that_has_had_its_share_is_paused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "SHARE", 0.0)
    with subprocess.Popen([sys.executable, "-c", SPINNING]) as process, rehearsal.held(process.pid) as held:
        status = Path(f"/proc/{process.pid}/status")
        while "State:\tT" not in status.read_text("utf-8"):
            assert process.poll() is None
        assert held.share > 0 and not held.ended
        process.kill()


@proc
def test_a_process_that_holds_more_than_it_may_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rehearsal, "MEMORY", 100)
    with subprocess.Popen([sys.executable, "-c", HOARDING]) as process, rehearsal.held(process.pid) as held:
        assert process.wait(60) == -signal.SIGKILL
    assert held.ended and held.peak > 100


def test_the_readme_shows_each_link_with_what_it_took() -> None:
    links = KEPT["rehearsal"]["links"]
    assert len(links) == 5
    assert [link for link in links if f"| `{link}` |" not in report.block(KEPT)] == []


def test_where_it_was_left_out_nothing_is_said_of_it() -> None:
    without = KEPT | {"rehearsal": {"skipped": "it takes Python 3.12"}}
    assert ("Community Cloud" in report.block(KEPT), "Deep link" in report.block(KEPT)) == (True, True)
    assert ("Community Cloud" in report.block(without), "Deep link" in report.block(without)) == (False, False)


def test_a_link_that_did_not_open_is_shown_as_such_and_misses_the_aim() -> None:
    told = KEPT["rehearsal"]
    links = told["links"] | {"/layers": {"MB": 700.0, "share of a core": 0.5, "problem": "it was ended for its memory"}}
    block = report.block(KEPT | {"rehearsal": told | {"links": links, "did not open": 1}})
    assert "| `/layers` | not opened | not opened | 700 MB |" in block
    assert len(re.findall(r"Community Cloud.*\| missed", block)) == 2


def test_a_run_without_it_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def other(part: str) -> object:
        return lambda *_: {"skipped": "it takes Python 3.12"} if part == "rehearsal" else KEPT[part]

    for part in benchmark.PARTS:
        monkeypatch.setattr(getattr(benchmark, part), "measure", other(part))
    monkeypatch.setattr(servers, "ROOT", tmp_path)
    monkeypatch.setattr(servers, "prepare", lambda folder: None)
    monkeypatch.setattr(report, "keep", lambda results: pytest.fail("it was kept"))
    (tmp_path / "benchmarks").mkdir()
    assert benchmark.main(["--keep"]) == 2
    assert capsys.readouterr().out.endswith(
        "Nothing is kept, since the run is not whole: for the rehearsal it takes Python 3.12.\n"
    )
