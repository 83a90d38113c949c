"""What the made-up library gives out is what was kept of it: exports, citations, downloads, and the words behind links.

A change that is meant is written anew with ``KEEP=1 python -m pytest tests/test_kept.py``, and its diff is read.
"""

from __future__ import annotations

import html
import os
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests import checkouts
from tests.conftest import LIBRARY

ROOT = Path(__file__).parents[1]
KEPT = Path(__file__).parent / "kept"
LINKS = checkouts.links(LIBRARY, 28)


def held(name: str, text: str) -> str:
    """What was kept under a name; with KEEP it is first written anew."""
    path = KEPT / name
    if os.environ.get("KEEP"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return path.read_bytes().decode() if path.exists() else ""


def words(page: str, params: dict[str, str | list[str]]) -> str:
    """What a link shows, without its markup and without how its charts are drawn."""
    lines = [line for line in checkouts.shown(ROOT, page, params) if not line.startswith("plotly_chart:")]
    return "\n".join(" ".join(html.unescape(re.sub(r"<[^>]+>", " ", line)).split()) for line in lines) + "\n"


def test_every_export_is_the_one_that_was_kept() -> None:
    exported = checkouts.exports(LIBRARY)
    names = {path.relative_to(KEPT / "exports").as_posix() for path in (KEPT / "exports").rglob("*") if path.is_file()}
    kept = {name: held(f"exports/{name}", text) for name, text in exported.items()}
    assert (len(exported), {name for name in exported if exported[name] != kept[name]}) == (80, set())
    assert os.environ.get("KEEP") or names == set(exported)


def test_the_kept_links_lead_to_every_page_and_to_several_narratives() -> None:
    assert {page for page, _ in LINKS} == set(checkouts.PAGES)
    assert {len(params.get("beside", ())) for _, params in LINKS} == {0, 1, 2}


@pytest.mark.parametrize("number", range(len(LINKS)))
def test_a_link_shows_the_words_that_were_kept(number: int) -> None:
    page, params = LINKS[number]
    text = f"/{page}?{urlencode(params, doseq=True)}\n\n{words(page, params)}"
    assert text == held(f"links/{number:02}-{page}.txt", text)
