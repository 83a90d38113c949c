"""The folders of a content folder that are narratives, and ids and labels that cannot be a narrative’s."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from narratives.library.kinds import NARRATIVE
from narratives.library.problems import Problem
from narratives.models import Narrative
from narratives.models.base import ID, LONGEST_ID


def folders(content: Path) -> list[Path]:
    """The narrative folders in ``content``, by name."""
    return sorted(path for path in content.iterdir() if not path.name.startswith((".", "_")) and _is_folder(path))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a link behind a closed door: each of its files is then reported, and no other narrative suffers
        return True


def misnamed(folder: Path, shown_as: str) -> list[Problem]:
    """What is wrong with the name of a narrative’s folder, which is its id; nothing where it can be one."""
    if re.fullmatch(ID, folder.name) and len(folder.name) <= LONGEST_ID:
        return []
    letters = unicodedata.normalize("NFKD", folder.name).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-") or "vale-forum-2026"
    what = "the folder’s name is no id, so it was not read"
    why = "It is the narrative’s permanent name, which links and file names carry."
    mend = f"use small letters, digits and single hyphens, at most {LONGEST_ID}, such as “{better}”"
    return [Problem(f"{shown_as}/{folder.name}", 0, what, why, f"{mend}; or begin it with “_” to keep it aside")]


def clashes(labels: Mapping[str, str], shown_as: str) -> Iterator[Problem]:
    """No two narratives share a label, since the URL carries it; both are refused in words, the first is shown."""
    owners: dict[str, str] = {}
    for id, label in labels.items():
        owner = owners.setdefault(label.casefold(), id)
        if owner != id:
            yield Problem(
                f"{shown_as}/{id}/{NARRATIVE}",
                0,
                f"narrative: label “{label}” is also that of {owner}",
                Narrative.model_fields["label"].description or "",
                "choose another label",
            )
