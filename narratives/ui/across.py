"""Several narratives on one page: their words on a layer, their answers to one question, their arguments face to face."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from narratives.exhibits import View
from narratives.packs import Pack
from narratives.tables import across as tables
from narratives.tables.layers import numbering, words_on
from narratives.ui import cards, controls, prose

FEW = 2  # quotes of one narrative shown at once; the others open below
ROLES = {"claim": "Claim", "ground": "Ground", "concession": "Concession", "rebuttal": "Rebuttal"}


def on_layer(view: View, layer: str) -> None:
    """What each narrative says of a layer, in its own words and numbering, or that it says nothing."""
    for pack in view.packs:
        with st.container(border=True):
            _named(pack)
            quotes, _ = words_on(pack, layer, view.voices)
            prose.say(numbering(pack, layer).split("; ")[-1].capitalize(), "asn-meta")
            _quotes(pack, quotes, f"{pack.id}-{layer}", "No words under this choice speak of this layer.")


def answers(view: View, question: str) -> None:
    """One shared question, answered side by side; a narrative that does not answer it says so."""
    with st.grid(3, min_column_width=320, gap="medium"):
        for pack, quotes in tables.answering(view.packs, question, view.voices):
            with st.container(border=True, height="stretch"):
                _named(pack)
                _quotes(
                    pack, quotes, f"{pack.id}-{question}", "Does not speak to this question in the words quoted here."
                )


def one_question(view: View, question: str, anchor: str) -> None:
    """A question that a page always puts to several narratives."""
    word = view.pack.words.questions.get(question)
    if word:
        st.header(word.label, anchor=anchor)
        prose.say(word.sentence, "asn-meta")
        answers(view, question)


def the_same_question(view: View) -> None:
    """Any shared question, chosen by the reader, and all answers to it."""
    shared = tables.questions(view.packs)
    if not shared:
        prose.notice("No question is answered by two of these narratives.")
        return
    st.header("The same question, other answers", anchor="same-question")
    answers(view, controls.pills("question", "Question", shared, next(iter(shared))))


def face_to_face(view: View) -> None:
    """The arguments of several narratives that meet under one theme: claims and concessions, the grounds beneath."""
    themes = tables.meeting(view.packs)
    st.header("Arguments that meet", anchor="meeting")
    if not themes:
        prose.notice("No theme is argued by two of these narratives.")
        return
    theme = controls.pills("meets", "Theme", themes, next(iter(themes)))
    arguing = [(pack, tables.arguments_on(pack, theme, view.voices)) for pack in view.packs]
    with st.grid(2, min_column_width=340, gap="medium"):
        for pack, found in arguing:
            if found.empty:
                continue
            with st.container(border=True, height="stretch"):
                _named(pack)
                grounds = found["role"] == "ground"
                _argued(pack, found[~grounds])
                if grounds.any():
                    with st.expander(f"Grounds given: {grounds.sum()}", key=f"grounds-{pack.id}-{theme}"):
                        _argued(pack, found[grounds])
                if not set(found["role"]) & {"concession", "rebuttal"}:
                    prose.say("No concession on this theme in the words quoted here.", "asn-meta")


def _argued(pack: Pack, arguments: pd.DataFrame) -> None:
    for row in arguments.to_dict("records"):
        prose.say(f"{ROLES[row['role']]}: {row['label']}", "asn-label")
        cards.quote(pack, row["quote"], size="small")


def _named(pack: Pack) -> None:
    prose.say(pack.narrative.label, "asn-label")
    prose.say(tables.sourced(pack), "asn-meta")


def _quotes(pack: Pack, quotes: list[str], key: str, nothing: str) -> None:
    if not quotes:
        prose.say(nothing, "asn-meta")
    cards.quotes(pack, quotes[:FEW])
    if len(quotes) > FEW:
        with st.expander(f"{len(quotes) - FEW} more", key=f"more-{key}"):
            cards.quotes(pack, quotes[FEW:])
