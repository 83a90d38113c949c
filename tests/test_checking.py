"""Check it yourself: a text is bounded and searched once, and what is kept of it is what is shown."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import pytest
from streamlit.testing.v1 import AppTest

from narratives.library import packs
from narratives.models import Quote
from narratives.text import locating
from narratives.ui.page import prose
from narratives.ui.words import checking, turns
from tests.example import TEXT, Example
from tests.test_pages import shown


def page() -> None:
    """The section alone, on the pack that the test has put beside the module."""
    import streamlit as st  # noqa: PLC0415

    from narratives.ui.words import checking  # noqa: PLC0415

    checking.yourself(st.session_state["pack"])
    st.button("Elsewhere", key="elsewhere")


@pytest.fixture
def app(example: Example) -> AppTest:
    """The section as a reader opens it."""
    app = AppTest.from_function(page)
    app.session_state["pack"] = next(iter(packs.load(example.content).packs.values()))
    return app.run()


def pasted(app: AppTest, text: str) -> AppTest:
    return app.text_area[0].input(text).run()


def searches(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The length of every text that is searched from now on."""
    lengths: list[int] = []
    locate = locating.locate

    def counted(text: str, *others: object) -> locating.Located:
        lengths.append(len(text))
        return locate(text, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(locating, "locate", counted)
    return lengths


def test_the_text_area_says_what_fits_and_where_more_fits(app: AppTest) -> None:
    area = app.text_area[0]
    assert (area.proto.max_chars, area.placeholder) == (
        400_000,
        "Paste them here: up to 400,000 characters. A longer text can be uploaded as a file.",
    )


def test_an_empty_box_says_that_a_longer_text_is_not_taken(app: AppTest) -> None:
    """A browser leaves the box as it was where more is pasted than it takes, and says nothing."""
    next(button for button in app.button if button.label == "Find every quote in it").click().run()
    told = "A text of more than 400,000 characters is not taken by the box; it can be uploaded."
    assert ("There is no text here yet." in shown(app), told in shown(app)) == (True, True)


def test_of_a_longer_text_no_more_is_searched_and_the_page_says_so(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths = searches(monkeypatch)
    app.session_state["pasted"] = TEXT + "so " * 1_000_000  # as no browser sends it
    assert (
        "Only the first 400,000 characters were searched: no more can be pasted. Where the article is longer, save it as a "
        "text file and upload that; a file may have up to 5 MB."
    ) in shown(app.run())
    assert (lengths, list(app.exception)) == ([400_000], [])


def test_a_larger_file_is_refused_by_the_server_too(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths = searches(monkeypatch)
    app.file_uploader[0].upload("article.txt", b"a " * (5 * 2**19) + b"a", "text/plain").run()
    assert ("The file is too large: up to 5 MB are searched." in shown(app), lengths) == (True, [])


def test_a_click_elsewhere_does_not_search_again_and_another_text_does(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths = searches(monkeypatch)
    first = shown(pasted(app, TEXT))
    again = shown(app.button(key="elsewhere").click().run())
    assert ("4 of 4 quotes" in first, first == again, lengths) == (True, True, [len(TEXT)])
    other = TEXT.replace("publish", "print")
    assert ("3 of 4 quotes" in shown(pasted(app, other)), lengths) == (True, [len(TEXT), len(other)])


def test_the_closest_passages_are_looked_for_when_they_are_asked_for_and_once(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths: list[int] = []
    compared = checking.compared

    def counted(missing: Sequence[Quote], text: str, pause: Callable[[], object]) -> tuple[str, ...]:
        lengths.append(len(text))
        return compared(missing, text, pause)

    monkeypatch.setattr(checking, "compared", counted)
    text = TEXT.replace("publish", "print")
    pasted(app, text)
    assert lengths == []
    app.toggle(key="closest").set_value(True).run()
    app.button(key="elsewhere").click().run()
    assert ("the first difference is “publish” in the quote, “print” in your text" in shown(app), lengths) == (
        True,
        [len(text)],
    )


def test_of_a_text_only_what_is_shown_is_kept_and_nothing_once_it_is_taken_away(app: AppTest) -> None:
    secret = "A word of the reader’s own. "
    pasted(app, TEXT + secret * 10_000)
    answer = app.session_state[checking.ANSWER]
    kept = [getattr(answer, field.name) for field in dataclasses.fields(answer)]
    assert sum(len(str(each)) for each in kept) < 10_000
    pasted(app, "")
    assert checking.ANSWER not in app.session_state


def test_a_text_waits_for_its_turn_and_the_page_says_so(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    places = turns.Turns(1)
    monkeypatch.setattr(turns, "TELL", 0.001)
    monkeypatch.setattr(checking, "TURNS", places)
    notice = prose.notice
    others = places.taken(told.append)

    def leave(text: str) -> None:
        """The other reader is done as soon as this one has been told."""
        told.append(text)
        notice(text)
        if text == turns.WAITING and len(told) == 1:
            others.__exit__(None, None, None)

    others.__enter__()
    monkeypatch.setattr(prose, "notice", leave)
    assert "4 of 4 quotes" in shown(pasted(app, TEXT))
    assert (told[0], turns.WAITING in shown(app)) == (turns.WAITING, False)


def test_a_closest_passage_of_one_endless_word_is_cut(example: Example) -> None:
    quotes = list(next(iter(packs.load(example.content).packs.values())).quotes.values())
    endless = "We " + "publish" * 1_000_000
    lines = checking.compared(quotes, endless, lambda: None)
    assert (len(lines), max(map(len, lines)) < 1_500, any("publishpublish" in line for line in lines)) == (
        4,
        True,
        True,
    )
