"""An advisory fails the run, a database that cannot be reached is said and does not, and neither looks like the other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import advisories
from tests.advisories import Answer, Packages, audit, heard, installed

ROOT = Path(__file__).parents[1]
TWO = {"alpha": "1.0", "beta": "2.0"}


def report(*packages: dict[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


ADVISED = report(
    {"name": "Alpha", "version": "1.0", "vulns": [{"id": "X-1", "fix_versions": ["1.1", "2.0"], "aliases": ["CVE-9"]}]},
    {"name": "beta", "version": "2.0", "vulns": []},
)
UNKNOWN = report(
    {"name": "alpha", "skip_reason": "Dependency not found on PyPI and could not be audited: alpha (1.0)"},
    {"name": "beta", "skip_reason": "Dependency not found on PyPI and could not be audited: beta (2.0)"},
)
TRACEBACK = """Traceback (most recent call last):
  File "sessions.py", line 1, in send
requests.exceptions.ConnectionError: HTTPSConnectionPool(host='db.example', port=443): Max retries exceeded
"""


def test_a_report_is_read_package_by_package() -> None:
    assert heard(ADVISED, "") == Answer({"alpha", "beta"}, ["Alpha 1.0: X-1, mended in 1.1, 2.0"])
    assert heard(UNKNOWN, "No known vulnerabilities found") == Answer(
        silence="Dependency not found on PyPI and could not be audited"
    )
    assert heard("", TRACEBACK) == Answer(silence="db.example cannot be reached")
    assert heard("", "") == Answer(silence="no answer")


def test_an_advisory_fails_the_run() -> None:
    assert audit(TWO, lambda service, packages: heard(ADVISED, "")) == (
        1,
        ["2 of 2 packages audited, 1 advisories.", "Alpha 1.0: X-1, mended in 1.1, 2.0"],
    )


def test_databases_that_cannot_be_reached_are_said_and_fail_nothing() -> None:
    asked: list[tuple[str, Packages]] = []

    def nobody(service: str, packages: Packages) -> Answer:
        asked.append((service, packages))
        return heard(UNKNOWN, "") if service == "pypi" else heard("", TRACEBACK)

    assert audit(TWO, nobody) == (
        0,
        [
            "osv: db.example cannot be reached",
            "pypi: Dependency not found on PyPI and could not be audited",
            "*** Not audited: no database of advisories could be reached for any of 2 packages.",
        ],
    )
    assert asked == [("osv", {"alpha": "1.0"}), ("pypi", {"alpha": "1.0"})]


def test_what_the_first_database_does_not_answer_the_second_is_asked_and_the_rest_is_named() -> None:
    def halves(service: str, packages: Packages) -> Answer:
        return Answer(set(packages) & {"alpha"}) if service == "osv" else Answer(silence="out of order")

    assert audit(TWO, halves) == (
        0,
        ["pypi: out of order", "1 of 2 packages audited, 0 advisories.", "*** Not audited: beta"],
    )


def test_an_advisory_is_accepted_by_its_id_or_another_name_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(advisories, "ACCEPTED", {"CVE-9": "the part with the fault is never called"})
    assert heard(ADVISED, "").advisories == []


def test_every_accepted_advisory_has_its_reason() -> None:
    assert [id for id, reason in advisories.ACCEPTED.items() if len(reason) < 20] == []


def test_all_that_the_pins_pull_in_is_asked_about() -> None:
    packages = installed([ROOT / "requirements.txt"])
    pins = dict(
        line.split("==") for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines() if "==" in line
    )
    assert packages.items() >= pins.items()
    assert {"starlette", "uvicorn", "websockets", "numpy"} <= set(packages)
    assert "pytest" not in packages
