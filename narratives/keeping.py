"""Validated narratives kept in a folder of the reader's own machine, so that a start need not read and judge all YAML again.

What is kept is named after the content it was made from and the code that judged it: it is found only while both are the
same, and nothing is lost with the folder. It is JSON, read through the same models; what does not pass is read anew.
"""

from __future__ import annotations

import functools
import hashlib
import os
from pathlib import Path

import pydantic

from narratives.models import (
    Argument,
    Audit,
    Called,
    Claim,
    Fact,
    Forecast,
    LayerRole,
    Narrative,
    Openness,
    Quote,
    RecordSource,
    Rendering,
    Source,
    WalkStep,
)


class Kept(pydantic.BaseModel):
    """All records of one narrative that passed every rule, as its files list them."""

    model_config = pydantic.ConfigDict(frozen=True, extra="forbid")

    narrative: Narrative
    sources: tuple[Source, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    layers: tuple[LayerRole, ...] = ()
    arguments: tuple[Argument, ...] = ()
    called: tuple[Called, ...] = ()
    openness: tuple[Openness, ...] = ()
    steps: tuple[WalkStep, ...] = ()
    renderings: tuple[Rendering, ...] = ()
    record_sources: tuple[RecordSource, ...] = ()
    facts: tuple[Fact, ...] = ()
    forecasts: tuple[Forecast, ...] = ()
    audit: Audit | None = None


def find(folder: Path, version: str) -> Kept | None:
    """What was kept of this version of a narrative; None where nothing was, or it cannot be read."""
    try:
        return Kept.model_validate_json(_path(folder, version).read_bytes())
    except (OSError, ValueError):
        return None


def keep(folder: Path, version: str, kept: Kept) -> None:
    """Keep a narrative and drop what was kept of it before; a folder that cannot be written to keeps nothing."""
    path = _path(folder, version)
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(kept.model_dump_json(exclude_unset=True), "utf-8")
        os.replace(unfinished, path)  # whole or not at all, whoever else writes at the same time
        narrative = version.rsplit("-", 2)[0]
        for older in folder.glob(f"{narrative}-*.json"):
            if older != path and older.name.rsplit("-", 3)[0] == narrative:
                older.unlink(missing_ok=True)
    except OSError:
        return


def _path(folder: Path, version: str) -> Path:
    return folder / f"{version}-{code()}.json"


@functools.cache
def code() -> str:
    """Ten hex digits over the code that reads and judges content: another rule reads everything anew."""
    found = hashlib.sha256(pydantic.VERSION.encode())
    here = Path(__file__).parent
    for path in sorted([*here.glob("*.py"), *here.glob("models/*.py"), *here.glob("rules/*.py")]):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:10]
