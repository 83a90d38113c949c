"""The pages of the menu are made once; whether one may be run is a matter of each run alone."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import streamlit as st

from narratives.ui.page import frame, loading
from narratives.web.routes import PAGES
from tests.conftest import LIBRARY
from tests.views import opened


@pytest.fixture(autouse=True)
def library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "CONTENT", LIBRARY)


def test_many_runs_of_many_sessions_make_each_page_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: Counter[str] = Counter()

    class Counted(st.Page):
        def __init__(self, page: str, **how: Any) -> None:
            made[page] += 1
            super().__init__(page, **how)

    monkeypatch.setattr(st, "Page", Counted)
    frame._menu.cache_clear()
    for page in PAGES:
        opened(page, {}).run().run()
    frame._menu.cache_clear()
    assert made == dict.fromkeys((page.file for page in PAGES.values()), 1)


def test_no_run_is_given_the_pages_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit notes on a page that this run may run it, once: of two readers with one page the second would see an error."""
    given: list[object] = []

    def pages() -> list[Any]:
        given.extend(fresh := honest())
        return fresh

    honest = frame.pages
    monkeypatch.setattr(frame, "pages", pages)
    for page in ("overview", "layers", "overview"):
        assert not opened(page, {}).run().exception
    assert (len({id(each) for each in given}), len(given) % len(PAGES), len(given) > 0) == (len(given), 0, True)
