"""Validated narratives kept in a folder of the reader's own machine, so that a start need not read and judge all YAML again.

What is kept is named after the files it was made from and the code that judged it: it is found only while both are the
same, and nothing is lost with the folder. It is JSON, read through the same models; what does not pass is read anew.
"""

from __future__ import annotations

import functools
import glob
import hashlib
import os
from pathlib import Path

import pydantic

from narratives.library import filing
from narratives.library.kinds import Records
from narratives.models import Audit, Narrative

JUDGING = ("vocabulary", "models", "text", "semantics", "library")  # the rooms by which content is read and judged
MOST = 50_000_000  # bytes of one narrative: more than its files may have together


class Kept(pydantic.BaseModel):
    """All records of one narrative that passed every rule, as its files list them."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid")

    edition: str
    narrative: Narrative
    records: Records
    audit: Audit | None = None


def fingerprint(folder: Path, names: tuple[str, ...]) -> str:
    """Ten hex digits over the bytes of some files: equal while none of them was touched, whatever it says.

    What is not there does not count; what cannot be read counts with the reason.
    """
    found = hashlib.sha256()
    for name in names:
        path = folder / name
        try:
            data = b"1" + filing.data_of(path)
        except OSError as error:
            if isinstance(error, FileNotFoundError) and not os.path.lexists(path):
                continue
            data = f"0{error.errno}".encode()
        found.update(f"{name}\0{len(data)}\0".encode() + data)
    return found.hexdigest()[:10]


def find(folder: Path, files: str) -> Kept | None:
    """What was kept of a narrative with these ``files``, its id and fingerprints; None where nothing was or can be read."""
    try:
        return Kept.model_validate_json(filing.data_of(_path(folder, files), MOST))
    except (OSError, ValueError):
        return None


def keep(folder: Path, files: str, kept: Kept) -> None:
    """Keep a narrative and drop what was kept of it before; a folder that cannot be written to keeps nothing."""
    path = _path(folder, files)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if filing.write(path, kept.model_dump_json(exclude_unset=True), path.name):
            return
        narrative = files.rsplit("-", 2)[0]
        pattern = f"{glob.escape(narrative)}-*.json"
        for older in (*folder.glob(pattern), *filing.leftovers(folder, pattern)):
            if older != path and older.name.removeprefix(".").rsplit("-", 3)[0] == narrative:
                older.unlink(missing_ok=True)
    except OSError:
        return


def _path(folder: Path, files: str) -> Path:
    return folder / f"{files}-{code()}.json"


@functools.cache
def code() -> str:
    """Ten hex digits over the code that reads and judges content: another rule reads everything anew."""
    found = hashlib.sha256(pydantic.VERSION.encode())
    package = Path(__file__).parents[1]
    for path in sorted(path for room in JUDGING for path in (package / room).rglob("*.py")):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:10]
