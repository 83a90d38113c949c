"""The content, read once and shared by all readers; read again when a file changes."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from narratives import exhibits, packs
from narratives.packs import Library

CONTENT = Path(os.environ.get("NARRATIVES_CONTENT") or Path(__file__).resolve().parents[2] / "content")


def library() -> Library:
    """Every narrative that stands, and the problems of those that do not."""
    return _library(str(CONTENT), stamp(CONTENT))


def exhibit(id: str, view: exhibits.View) -> exhibits.Exhibit:
    """An exhibit under a view, built once for all readers who choose the same."""
    chosen = (tuple((pack.id, pack.edition) for pack in view.packs), tuple(sorted(view.voices)), tuple(sorted(view.options.items())))
    return _exhibit(id, chosen, stamp(CONTENT), view)


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Changes when any file in ``folder`` does; empty where the folder cannot be read."""
    found = []
    for path in sorted(folder.glob("**/*.yaml")):
        try:
            status = path.stat()
        except OSError:
            continue  # deleted between listing and looking: the next run sees the folder as it is
        found.append((str(path.relative_to(folder)), status.st_mtime_ns, status.st_size))
    return tuple(found)


@st.cache_resource(max_entries=2, show_spinner=False)
def _library(folder: str, stamp: tuple[tuple[str, int, int], ...]) -> Library:
    return packs.load(Path(folder))


@st.cache_resource(max_entries=400, show_spinner=False)
def _exhibit(id: str, chosen: tuple[object, ...], stamp: tuple[object, ...], _view: exhibits.View) -> exhibits.Exhibit:
    return exhibits.build(id, _view)
