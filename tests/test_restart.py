"""A browser that outlives a restart of the server: its first click does what the same click does without a restart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

from narratives.ui.page import loading
from tests.views import ROOT, choices, clicked, free, opened, told

CONTENT = ROOT / "tests" / "library" / "content"
BOUND = ("narrative", "voice", "beside")  # the browser itself writes these into the link
UNLINKED = ("find-quotes",)  # reads a text that stands in no link
VIEWS: tuple[tuple[str, dict[str, str | list[str]]], ...] = (
    ("layers", {"layer": "models"}),
    ("open_source", {"argument": "sales"}),
    ("investment", {"measures": "revenue", "axis": "logarithmic", "about": "competitor", "claim": "power-doubles"}),
    ("investment", {"chart": "ladder", "share": "40", "record": "true"}),
    ("investment", {"chart": "comparison", "first": "own-yearly", "second": "own-at-most"}),
    ("investment", {"chart": "regions", "beside": "Lin 2024", "measure": "revenue"}),
    ("quotes", {"theme": "growth", "order": "interview"}),
    ("quotes", {"quote": "power"}),
    ("walkthrough", {"step": "silence"}),
    ("walkthrough", {"step": "two-firms", "tour": "three-voices"}),
    ("evidence", {"section": "wordings"}),
)


def clicks(app: AppTest) -> Iterator[tuple[str, WidgetStates]]:
    """For each choice and button of a page its name, and what the browser sends when it is clicked."""
    for widget in choices(app, but=BOUND):
        yield widget.key, clicked(app, widget, free(widget)[-1])
    for button in app.button:
        if not button.disabled and button.key not in UNLINKED:
            yield button.label, clicked(app, button)


def test_every_page_with_choices_is_clicked() -> None:
    assert {page for page, _ in VIEWS} == {path.stem for path in (ROOT / "pages").glob("*.py")} - {"overview"}


@pytest.mark.parametrize(("page", "link"), VIEWS, ids=str)
def test_a_first_click_after_a_restart_does_what_it_does_without_one(
    page: str, link: dict[str, str | list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "CONTENT", CONTENT)
    undone, tried = {}, 0
    for name, sent in clicks(opened(page, link)):
        without, after = opened(page, link)._run(sent), opened(page, link, sent)
        tried += 1
        if (told(without), dict(without.query_params)) != (told(after), dict(after.query_params)):
            undone[name] = (dict(without.query_params), dict(after.query_params))
    assert (undone, tried > 0) == ({}, True)
