"""The content, read once and shared by all readers; read again when a file changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from narratives import exhibits
from narratives.exhibits import Shown, View
from narratives.library import packs, touring, watching
from narratives.library.packs import Library, Pack
from narratives.models import Ref
from narratives.tables import catalogue, claims, quotations
from narratives.ui.page import sessions

CACHE = Path(os.environ["NARRATIVES_CACHE"]) if os.environ.get("NARRATIVES_CACHE") else None
CONTENT = Path(os.environ.get("NARRATIVES_CONTENT") or Path(__file__).resolve().parents[3] / "content")
SEEN: ContextVar[str] = ContextVar("SEEN", default="")  # what this run saw of the content
# The library as this run saw it: a page asks eight times, and Streamlit's cache takes 0.15 ms each time.
HELD: ContextVar[tuple[str, Library] | None] = ContextVar("HELD", default=None)
# What is made from a narrative is kept by what it says: its version changes with any word, audit or review.
BY_WORDS: dict[str | type, Callable[[Any], Any]] = {Pack: lambda pack: pack.version, View: View.key, frozenset: sorted}


def library() -> Library:
    """Every narrative that stands, and the problems of those that do not."""
    seen, held = _seen(), HELD.get()
    if held is None or held[0] != seen:
        held = (seen, _library(str(CONTENT), seen))
        HELD.set(held)
    return held[1]


def tours() -> dict[str, touring.Given]:
    """The tours that can be given with the narratives that stand."""
    return _tours(str(CONTENT), _seen(), library())


def shelf(words: str = "") -> list[dict[str, Any]]:
    """The rows of all narratives that hold the words searched for, built once."""
    return _shelf(str(CONTENT), _seen(), words, library())


@st.cache_resource(max_entries=400, show_spinner=False, hash_funcs=BY_WORDS)
def exhibit(id: str, view: View) -> Shown:
    """An exhibit under a view, built once for all readers who choose the same."""
    return exhibits.build(id, view)


@st.cache_resource(max_entries=100, show_spinner=False, hash_funcs=BY_WORDS)
def claims_of(pack: Pack, voices: frozenset[str]) -> pd.DataFrame:
    """The table of all claims of a narrative, built once."""
    return claims.claims([pack], voices)


def pack_of(ref: Ref, home: Pack) -> Pack:
    """The narrative that a record stands in; ``home`` where the library has none such, or no longer."""
    return home if ref.narrative == home.id else library().packs.get(ref.narrative, home)


@st.cache_resource(max_entries=40, show_spinner=False, hash_funcs=BY_WORDS)
def quotes_of(packs: tuple[Pack, ...], voices: frozenset[str]) -> pd.DataFrame:
    """The table of all quotes of some narratives under a choice of voices, built once."""
    return quotations.quotes(packs, voices)


def index() -> quotations.Index:
    """The words by which any quote or claim of the library is found, gathered once."""
    return _index(str(CONTENT), _seen(), library())


def look() -> None:
    """Ask once, at the start of a run, which state the content is in: all of the run then shows that one.

    Where a server serves readers one watch tells it to all of them; a run outside a server looks by itself.
    """
    SEEN.set(_state())


def _seen() -> str:
    return SEEN.get() or _state()  # what stands in a dialog runs again by itself, without the start of a run


def _state() -> str:
    reader = sessions.reader()
    return _watch(str(CONTENT)).seen(reader) if reader else watching.stamp(CONTENT)


@st.cache_resource(show_spinner=False)
def _watch(folder: str) -> watching.Watch:
    """The one watch of this process. It outlives edits of the code, which take this module away and bring it anew."""
    tell = sessions.rerun if st.get_option("server.runOnSave") else None
    events = st.get_option("server.fileWatcherType") != "poll"
    return watching.Watch(Path(folder), sessions.present, tell, events=events)


@st.cache_resource(max_entries=2, show_spinner=False)
def _library(folder: str, stamp: str) -> Library:
    last = _last(folder)
    last[:] = [packs.load(Path(folder), last[0] if last else None, CACHE)]
    return last[0]


@st.cache_resource(max_entries=2, show_spinner=False)
def _last(folder: str) -> list[Library]:
    """The library as it last stood, so that an edit reads one narrative and a slip takes none away."""
    return []


@st.cache_resource(max_entries=2, show_spinner=False)
def _index(folder: str, stamp: str, _library: Library) -> quotations.Index:
    return quotations.index(_library.packs.values())


@st.cache_resource(max_entries=40, show_spinner=False)
def _shelf(folder: str, stamp: str, words: str, _library: Library) -> list[dict[str, Any]]:
    rows = catalogue.library(_library.packs.values(), words).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]


@st.cache_resource(max_entries=2, show_spinner=False)
def _tours(folder: str, stamp: str, _library: Library) -> dict[str, touring.Given]:
    return touring.load(Path(folder), _library.packs)[0]
