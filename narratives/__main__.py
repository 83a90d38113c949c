"""python -m narratives check | verify | export | guide"""

from __future__ import annotations

import argparse
import json
import os
import sys
from datetime import date
from pathlib import Path

from narratives.exports import packaging
from narratives.library import auditing, drafting, filing, guide, naming, packs, touring
from narratives.library.problems import Problem, counted, report
from narratives.tables.claims import as_csv, as_records, claims
from narratives.vocabulary.counting import plural

CONTENT = Path(__file__).resolve().parent.parent / "content"
GUIDE = "README.md"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 where the content has problems, 2 where the call is off."""
    parser = argparse.ArgumentParser(prog="python -m narratives", description="Check, verify and export narratives.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (
        ("check", "report every problem in the content, with file, line, why and how to mend it"),
        ("verify", "find each quote in the source texts and write the audit locks"),
        ("export", "print all claims of one narrative, or of all, as one table"),
        ("guide", "print the editors’ field guide, or write it into the content folder"),
    ):
        command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:])
        command.add_argument("--content", type=Path, default=CONTENT, metavar="DIR", help="the content folder")
        if name == "verify":
            command.add_argument(
                "--sources", type=Path, required=True, metavar="DIR", help="the folder of source texts"
            )
        if name == "export":
            command.add_argument(
                "narrative", nargs="?", metavar="NARRATIVE", help="folder name; all narratives if left out"
            )
            command.add_argument(
                "--format",
                choices=("csv", "json", "package"),
                default="csv",
                help="package: one narrative as a data package, a zip file with CSV files and their description",
            )
        if name == "guide":
            command.add_argument("--write", action="store_true", help=f"write it into {GUIDE}, whole or not at all")
    given = parser.parse_args(arguments)
    if given.command == "check":
        return check(given.content)
    if given.command == "verify":
        return verify(given.content, given.sources)
    if given.command == "export":
        return export(given.content, given.narrative, given.format)
    if given.write:
        return write_guide(given.content)
    sys.stdout.write(guide.markdown())
    return 0


def check(content: Path) -> int:
    """Print every problem in ``content``; 1 if there are any."""
    library = packs.load(content)
    tours, slips = touring.load(content, library.packs)
    problems = [*library.problems, *slips, *packs.changelogs(content, library)]
    if problems:
        print(report(problems))
        print(f"\n{plural(counted(problems), 'problem')}")
        return 1
    for pack in library.packs.values():
        figures = sum(claim.quantity is not None for claim in pack.claims.values())
        print(
            f"{pack.id}: {len(pack.quotes)} quotes, {len(pack.claims)} claims ({figures} with an amount), edition {pack.edition}"
        )
    for tour in tours.values():
        left_out = f"; not here: {', '.join(tour.missing)}" * bool(tour.missing)
        print(f"tour {tour.tour.id}: {len(tour.steps)} of {plural(len(tour.tour.steps), 'step')}{left_out}")
    print(f"{plural(len(library.packs), 'narrative')}, no problem")
    return 0


def verify(content: Path, sources: Path) -> int:
    """Audit every narrative in ``content`` against the texts in ``sources``; 1 if a quote is not found exactly once."""
    words, problems = drafting.load_words(content) if content.is_dir() else (None, [_missing(content)])
    if not sources.is_dir():
        problems.append(_missing(sources))
    if words is None or problems:
        print(report(problems))
        return 1
    for folder in naming.folders(content):
        if slips := naming.misnamed(folder, content.name):
            problems += slips
            continue
        audit, found = auditing.verify(
            folder, words, sources, date.today().isoformat(), f"{content.name}/{folder.name}"
        )
        problems += found
        if audit:
            good = sum(quote.result in ("exact", "normalised") for quote in audit.quotes.values())
            print(
                f"{folder.name}: {good} of {plural(len(audit.quotes), 'quote')} found exactly once, audited {audit.date}"
            )
    if problems:
        print(report(problems))
    return int(bool(problems))


def export(content: Path, narrative: str | None, form: str) -> int:
    """Print the claims as CSV or JSON; problems of the content go to the error stream, 1 if a narrative is left out."""
    library = packs.load(content)
    if library.problems:
        print(report(library.problems), file=sys.stderr)
    if narrative is not None and narrative not in library.packs:
        known = ", ".join(library.packs) or "none"
        print(f"“{narrative}” is not a narrative here; there is: {known}", file=sys.stderr)
        return 2
    if form == "package":
        if narrative is None:
            print("a data package holds one narrative: name it", file=sys.stderr)
            return 2
        sys.stdout.buffer.write(packaging.data_package(library.packs[narrative]))
        return 0
    table = claims([library.packs[narrative]] if narrative else library.packs.values())
    sys.stdout.write(
        as_csv(table) if form == "csv" else json.dumps(as_records(table), ensure_ascii=False, indent=2) + "\n"
    )
    return int(narrative is None and bool(library.problems))


def write_guide(content: Path) -> int:
    """Write the field guide into ``content``; 1 if it cannot be, and what stood there still stands."""
    unwritten = filing.write(content / GUIDE, guide.markdown(), f"{content.name}/{GUIDE}")
    if unwritten:
        print(report([unwritten]))
    return int(bool(unwritten))


def from_the_shell() -> int:
    """Run one command as a shell calls it: where what is printed cannot be, or nobody reads on, 1 and no traceback."""
    if sys.stdout is None:  # closed: the code alone is asked for
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    try:
        code = main()
        sys.stdout.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError):
            print(f"it ended before it was done: {error.strerror}", file=sys.stderr)
        code = 1
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries once more at its end
    return code


def _missing(folder: Path) -> Problem:
    return Problem(str(folder), 0, "this folder does not exist", "", "name another one")


if __name__ == "__main__":
    sys.exit(from_the_shell())
