"""What opens on a page under a choice of voices: beliefs, claims on a layer, and each narrative in its own numbering."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import SimpleNamespace

import pytest
import streamlit as st

from narratives import receipts
from narratives.exhibits import View
from narratives.html import said, writing
from narratives.library.packs import Pack
from narratives.receipts.hearing import CHOICES
from narratives.receipts.origins import sourced
from narratives.receipts.standing import own_numbering, words_on
from narratives.ui.page import loading
from narratives.ui.words import cards, several
from tests.conftest import LIBRARY


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is drawn outside the app, with what is folded there open under its label."""
    told = list[str]()

    @contextlib.contextmanager
    def opened(label: str, **_: object) -> Iterator[SimpleNamespace]:
        told.append(label)
        yield SimpleNamespace(open=True)

    monkeypatch.setattr(loading, "CONTENT", LIBRARY)
    monkeypatch.setattr(st, "html", told.append)
    monkeypatch.setattr(st, "page_link", lambda *page, **link: None)
    monkeypatch.setattr(st, "expander", opened)
    return told


def test_beliefs_are_counted_and_told_in_the_chosen_voices_alone(drawn: list[str], vale: Pack) -> None:
    reported = vale.claims["everyone-should"].model_copy(update={"modality": "belief"})
    pack = replace(vale, claims={**vale.claims, reported.id: reported}, version="with another belief")
    told = {id: str(said.claim(receipts.of(pack, id))) for id in ("models-as-water", "everyone-should")}
    cards.beliefs(pack, CHOICES["quoted only"])
    cards.beliefs(pack, CHOICES["with paraphrase"])
    cards.beliefs(pack, frozenset())
    assert drawn == [
        "Beliefs, in words: 1",
        told["models-as-water"],
        "Beliefs, in words: 2",
        *told.values(),
    ]


def test_what_we_take_from_the_words_on_a_layer_is_counted_and_told_in_the_chosen_voices_alone(
    drawn: list[str], vale: Pack
) -> None:
    quoted, claims = words_on(vale, "chips", CHOICES["quoted only"])
    assert claims == ["makers-next-year", "makers-year-after", "chips-share", "whole-stack", "began-with-chips"]
    cards.on_layer(vale, "chips", CHOICES["quoted only"])
    assert drawn == [
        str(said.quotes([receipts.words(vale, id) for id in quoted])),
        str(writing.paragraph("2 more in voices that are not chosen.", "asn-meta")),
        "What we take from these words: 5",
        *(str(said.claim(receipts.of(vale, id), with_quote=False)) for id in claims),
    ]


def test_on_a_layer_each_of_several_narratives_stands_with_its_own_numbering_and_the_silent_ones_are_named(
    drawn: list[str], library: Mapping[str, Pack]
) -> None:
    vale, lin, holm = library.values()
    several.on_layer(View((vale, lin, holm), CHOICES["quoted only"]), "infrastructure")
    spoken = [(pack, words_on(pack, "infrastructure", CHOICES["quoted only"])[0]) for pack in (vale, lin, holm)]
    assert [len(quotes) for _, quotes in spoken] == [4, 1, 1]
    heads = [
        str(
            writing.paragraphs(
                (pack.narrative.label, "asn-label"),
                (sourced(pack), "asn-meta"),
                (own_numbering(pack, "infrastructure"), "asn-meta"),
            )
        )
        for pack, _ in spoken
    ]
    assert [piece for piece in drawn if "asn-label" in piece] == heads
    drawn.clear()
    several.on_layer(View((lin, holm), CHOICES["quoted only"]), "applications")
    silent = f"Lin 2024 ({sourced(lin)}); Holm 2025 ({sourced(holm)})"
    assert drawn == [str(writing.paragraph(f"No words under this choice speak of this layer: {silent}.", "asn-meta"))]
