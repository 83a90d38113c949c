"""Several narratives on one page: their words on a layer, their answers to one question, their arguments face to face."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import pandas as pd
import streamlit as st

from narratives.exhibits import View
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts.origins import sourced
from narratives.receipts.standing import own_numbering, words_on
from narratives.tables import meetings
from narratives.ui.page import controls, prose
from narratives.ui.words import cards
from narratives.vocabulary.arguing import ROLES

Item = TypeVar("Item")
FEW = 2  # quotes of one narrative shown at once, one where many narratives stand; the others open below
MANY = 3  # narratives from which on each is shown shorter
SHELF = 12  # narratives shown at once; the others on further sheets


def on_layer(view: View, layer: str) -> None:
    """What each narrative says of a layer, in its own words and numbering; those that say nothing are named together."""
    spoken = [(pack, _placing_first(pack, layer, words_on(pack, layer, view.voices)[0])) for pack in view.packs]
    for pack, quotes in _sheet([(pack, quotes) for pack, quotes in spoken if quotes], f"layer-{layer}"):
        with st.container(border=True):
            _named(pack, own_numbering(pack, layer))
            _quotes(pack, quotes, f"{pack.id}-{layer}", len(view.packs))
    silent("No words under this choice speak of this layer", [pack for pack, quotes in spoken if not quotes])


def answers(view: View, question: str, among: frozenset[Ref] | None = None, *, columns: int = 3) -> None:
    """One shared question, answered side by side; ``among`` leaves out other quotes.

    Narratives that do not answer it are named together.
    """
    found = [
        (pack, [id for id in quotes if among is None or Ref(pack.id, id) in among])
        for pack, quotes in meetings.answering(view.packs, question, view.voices)
    ]
    answering = _sheet([(pack, quotes) for pack, quotes in found if quotes], f"answers-{question}")
    with st.grid(columns, min_column_width=320, gap="medium"):
        for pack, quotes in answering:
            with st.container(border=True, height="stretch"):
                _named(pack)
                _quotes(pack, quotes, f"{pack.id}-{question}", FEW)
    silent("Not answered in the words quoted here", [pack for pack, quotes in found if not quotes])


def one_question(view: View, question: str, anchor: str) -> None:
    """A question that a page always puts to several narratives, in the width of a chart."""
    word = view.pack.words.questions.get(question)
    if word:
        st.header(word.label, anchor=anchor)
        prose.say(word.sentence, "asn-meta")
        answers(view, question, columns=2)


def the_same_question(view: View, found: pd.DataFrame) -> None:
    """Any shared question, chosen by the reader, and the answers to it among the quotes that were ``found``."""
    shared = meetings.questions(view.packs)
    if not shared:
        prose.notice("No question is answered by two of these narratives.")
        return
    st.header("The same question, other answers", anchor="same-question")
    among = frozenset(map(Ref, found["narrative"], found["id"]))
    answers(view, controls.pills("question", "Question", shared, next(iter(shared))), among)


def face_to_face(view: View) -> None:
    """The arguments of several narratives under one theme: claims and concessions, the grounds beneath; who has none is named."""
    themes = meetings.themes(view.packs)
    st.header("Arguments that meet", anchor="meeting")
    if not themes:
        prose.notice("None of these narratives argues under a theme.")
        return
    theme = controls.pills("meets", "Theme", themes, next(iter(themes)))
    arguing = [(pack, meetings.arguments_on(pack, theme, view.voices)) for pack in view.packs]
    met = _sheet([(pack, found) for pack, found in arguing if len(found)], f"met-{theme}")
    with st.grid(3 if len(met) > MANY else 2, min_column_width=340, gap="medium"):
        for pack, found in met:
            with st.container(border=True, height="stretch"):
                _named(pack)
                grounds = found["role"] == "ground"
                _argued(pack, found[~grounds])
                if grounds.any():
                    with st.expander(f"Grounds given: {grounds.sum()}", key=f"grounds-{pack.id}-{theme}"):
                        _argued(pack, found[grounds])
                if not set(found["role"]) & {"concession", "rebuttal"}:
                    prose.say("No concession on this theme in the words quoted here.", "asn-meta")
    silent("Not argued in the words quoted here", [pack for pack, found in arguing if found.empty])


def _argued(pack: Pack, arguments: pd.DataFrame) -> None:
    for row in arguments.to_dict("records"):
        prose.say(f"{ROLES[row['role']].name}: {row['label']}", "asn-label")
        cards.quote(pack, row["quote"], size="small")


def _named(pack: Pack, more: str = "") -> None:
    lines = [(pack.narrative.label, "asn-label"), (sourced(pack), "asn-meta"), (more, "asn-meta")]
    prose.paragraphs(*(line for line in lines if line[0]))


def _placing_first(pack: Pack, layer: str, quotes: list[str]) -> list[str]:
    """The quotes on a layer with those first that place the speaker in it, then the speaker's others, then all else."""
    placing = {role.quote for role in pack.layers if role.layer == layer}
    return sorted(quotes, key=lambda id: (id not in placing, pack.quotes[id].voice != "speaker"))


def _quotes(pack: Pack, quotes: list[str], key: str, narratives: int) -> None:
    few = 1 if narratives > MANY else FEW
    cards.quotes(pack, quotes[:few])
    if len(quotes) > few:
        with st.expander(f"{len(quotes) - few} more", key=f"more-{key}"):
            cards.quotes(pack, quotes[few:])


def silent(what: str, packs: Sequence[Pack]) -> None:
    """One line for all who say nothing: a silence is told, and takes no room of its own."""
    if packs:
        named = "; ".join(f"{pack.narrative.label} ({sourced(pack)})" for pack in packs[:SHELF])
        more = f"; and {len(packs) - SHELF} more" if len(packs) > SHELF else ""
        prose.say(f"{what}: {named}{more}.", "asn-meta")


def _sheet(shown: list[tuple[Pack, Item]], key: str) -> list[tuple[Pack, Item]]:
    """The part of a long list that stands on the sheet which the reader chose."""
    sheets = -(-len(shown) // SHELF)
    sheet = st.pagination(sheets, key=f"sheet-{key}") if sheets > 1 else 1
    return shown[(sheet - 1) * SHELF : sheet * SHELF]
