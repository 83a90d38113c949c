"""Asks a public database of advisories about every package that the dashboard and its tests run on: `make audit`.

What is asked about is what is installed: each pin of the two requirements files and all that these pull in. An advisory
fails the run; a database that cannot be reached does not, and is said in so many words: “nothing is known” and “nobody
could be asked” must not look alike. pip-audit itself calls packages fine that it could not ask about, so its report is
read here, package by package.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
SERVICES = ("osv", "pypi")  # asked in this order until one has answered for every package
SECONDS = 60  # for one service; a database that hangs must not hang the run
# Advisories that we have looked at and that cannot touch us, each with its reason. To be emptied whenever a pin moves.
ACCEPTED: dict[str, str] = {}

Packages = dict[str, str]


@dataclass
class Answer:
    """What one service said: the packages it knows, and the advisories among them."""

    known: set[str] = field(default_factory=set)
    advisories: list[str] = field(default_factory=list)
    silence: str = ""


Ask = Callable[[str, Packages], Answer]


def installed(files: Iterable[Path]) -> Packages:
    """Name and version of what the requirements files ask for and what that pulls in, as it is installed here."""
    found: Packages = {}
    wanted = [requirement for path in files for requirement in _lines(path)]
    while wanted:
        requirement = wanted.pop()
        name = _normal(requirement.name)
        if name in found or (requirement.marker and not _applies(requirement)):
            continue
        try:
            there = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = there.version
        extras = requirement.extras or {""}
        for line in there.requires or []:
            further = Requirement(line)
            if further.marker is None or any(further.marker.evaluate({"extra": extra}) for extra in extras):
                further.marker = None
                wanted.append(further)
    return dict(sorted(found.items()))


def ask(service: str, packages: Packages) -> Answer:
    """What pip-audit hears from a service about exactly these packages."""
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder) / "requirements.txt"
        pins.write_text("".join(f"{name}=={version}\n" for name, version in packages.items()), "utf-8")
        command = [sys.executable, "-m", "pip_audit", "--vulnerability-service", service, "--format", "json"]
        command += ["--requirement", str(pins), "--no-deps", "--disable-pip", "--progress-spinner", "off"]
        try:
            done = subprocess.run([*command, "--timeout", "10"], capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return Answer(silence=f"no answer within {SECONDS} seconds")
    return heard(done.stdout.decode(), done.stderr.decode())


def heard(output: str, errors: str) -> Answer:
    """pip-audit's report. Its exit code is 1 for an advisory and for a failure alike, and 0 where all was passed over."""
    try:
        report = json.loads(output)["dependencies"]
    except (ValueError, KeyError, TypeError):
        last = (errors.strip().splitlines() or ["no answer"])[-1]
        host = re.search(r"ConnectionPool\(host='([^']+)'", last)
        return Answer(silence=f"{host[1]} cannot be reached" if host else last[:200])
    answer = Answer()
    for package in report:
        if "skip_reason" in package:
            answer.silence = re.sub(r": .*", "", package["skip_reason"])
            continue
        answer.known.add(_normal(package["name"]))
        for advisory in package["vulns"]:
            if not {advisory["id"], *advisory.get("aliases", [])} & set(ACCEPTED):
                mended = ", ".join(advisory["fix_versions"]) or "no version yet"
                answer.advisories.append(
                    f"{package['name']} {package['version']}: {advisory['id']}, mended in {mended}"
                )
    return answer


def audit(packages: Packages, ask: Ask = ask) -> tuple[int, list[str]]:
    """The exit code and what to print: 1 where an advisory was found, 0 otherwise."""
    said: list[str] = []
    advisories: list[str] = []
    open_: Packages = dict(packages)
    for service in SERVICES:
        if not open_:
            break
        one = next(iter(open_))
        answer = ask(service, {one: open_[one]})  # whoever does not answer for one need not be asked about all
        if answer.known:
            answer = ask(service, open_)
        advisories += answer.advisories
        open_ = {name: version for name, version in open_.items() if name not in answer.known}
        if answer.silence:
            said.append(f"{service}: {answer.silence}")
    asked = len(packages) - len(open_)
    if not asked:
        said.append(f"*** Not audited: no database of advisories could be reached for any of {len(packages)} packages.")
    else:
        said.append(f"{asked} of {len(packages)} packages audited, {len(advisories)} advisories.")
        if open_:
            said.append(f"*** Not audited: {', '.join(open_)}")
    return (1 if advisories else 0), said + advisories


def _lines(path: Path) -> list[Requirement]:
    lines = (line.split("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith("-")]


def _applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate()


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> int:
    if importlib.util.find_spec("pip_audit") is None:
        print("pip-audit is missing: run `make audit`, which installs it", flush=True)
        return 1
    code, said = audit(installed([ROOT / "requirements.txt", ROOT / "requirements-dev.txt"]))
    print("\n".join(said), flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
