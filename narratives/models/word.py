"""The closed words, shared by all narratives: layers, measures, themes, terms."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, model_validator

from narratives.models.base import Id, Nature, Record, Short, Text


class Word(Record):
    """One closed word: a theme, or a term defined for the reader."""

    id: Id = Field(description="Permanent name; other records and links point here.")
    label: Short = Field(description="How the word is written on the page.")
    sentence: Text = Field(
        description="One sentence that says what is meant; shown wherever the word needs explaining."
    )

    @model_validator(mode="after")
    def one_sentence(self) -> Word:
        if not self.sentence.endswith(".") or re.search(r"(?<!U\.S)\. ", self.sentence):
            raise ValueError("sentence is not one sentence that ends in a full stop")
        return self


class LayerWord(Word):
    """One layer of the AI stack; the file lists them bottom first."""


class Measure(Word):
    """One thing that is counted. Two amounts share an axis only when they share a measure."""

    nature: Nature = Field(description="`flow` (an amount per period) or `stock` (an amount at a moment).")
    counted_in: Literal["money", "share", "number", "time"] = Field(
        description="What it is counted in; only money stands on the charts of amounts."
    )
    in_sentence: tuple[Short, ...] = Field(
        min_length=1,
        description="Wordings of which a claim's `says` must hold one, so that no sentence loses what is counted.",
    )
