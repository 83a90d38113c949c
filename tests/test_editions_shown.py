"""What readers see of editions: each by every name it ever had, and never the words of a review that is over."""

from __future__ import annotations

import json

import pytest

from narratives.ui.page import loading
from tests.example import Example
from tests.test_pages import opened, shown


@pytest.fixture
def served(example: Example, monkeypatch: pytest.MonkeyPatch) -> Example:
    """The example, as the content of the app."""
    monkeypatch.setattr(loading, "CONTENT", example.content)
    return example


def test_an_edition_is_found_by_the_name_it_had_before(served: Example) -> None:
    edition = served.pack().edition
    served.edit("CHANGELOG.md", f"edition {edition}", f"edition {edition} · formerly 61f60c0aaa, 0f9e8d7c6b")
    app = opened("evidence", section="editions")
    assert f"20 June 2026, edition {edition}, formerly 61f60c0aaa, 0f9e8d7c6b" in shown(app)
    assert list(app.exception) == []


def test_an_edition_of_a_day_that_is_none_is_shown_all_the_same(served: Example) -> None:
    served.edit("CHANGELOG.md", "2026-06-20", "2026-13-20")
    app = opened("evidence", section="editions")
    assert (f"2026-13-20, edition {served.pack().edition}" in shown(app), list(app.exception)) == (True, [])


def test_a_picture_shows_the_day_of_the_new_review_though_the_edition_is_the_same(served: Example) -> None:
    app, edition = opened("layers"), served.pack().edition
    for day, words in (("2026-06-19", "19 June 2026"), ("2026-07-01", "1 July 2026")):
        served.set("narrative.yaml", served.read("narrative.yaml").replace("2026-06-19", day))
        spec = json.loads(app.run().get("plotly_chart")[0].proto.spec)
        source = " ".join(each["text"] for each in spec["layout"]["annotations"]).replace("<br>", " ")
        assert f"Edition {edition}, reviewed {words}." in source
