"""A tour: a walkthrough of several narratives, in which every record is named with its narrative before it."""

from __future__ import annotations

from pydantic import Field

from narratives.models.base import ExhibitName, Id, Record, Short, Text
from narratives.models.refs import Ref


class TourSentence(Record):
    """One sentence of a caption with the claims it stands on."""

    says: Text = Field(description="The sentence.")
    claims: tuple[Ref, ...] = Field(min_length=1, description="The claims it stands on, each as `narrative/claim`.")


class TourState(Record):
    """How a step of a tour shows its exhibit."""

    measures: tuple[Id, ...] = Field((), description="Only these measures are shown; all if left out.")
    first: Ref | None = Field(None, description="The first claim of a comparison.")
    second: Ref | None = Field(None, description="The second claim of a comparison.")
    logarithmic: bool = Field(False, description="Whether amounts stand on logarithmic axes.")


class TourStep(Record):
    """One step of a tour."""

    id: Id = Field(description="Permanent name; the link to this step.")
    headline: Short = Field(description="The finding of this step, in one sentence.")
    exhibit: ExhibitName | None = Field(None, description="The exhibit shown; left out where quotes are shown.")
    narratives: tuple[Id, ...] = Field((), description="Only these narratives are shown; all of the tour if left out.")
    state: TourState = Field(TourState(), description="How the exhibit is shown; its plain view if left out.")
    quotes: tuple[Ref, ...] = Field((), description="Quotes shown large, each as `narrative/quote`.")
    caption: tuple[TourSentence, ...] = Field(min_length=1, description="What to say, each sentence with its claims.")
    notes: Text | None = Field(None, description="For the speaker only.")


class Tour(Record):
    """A walkthrough of several narratives."""

    id: Id = Field(description="Permanent name; links point here.")
    title: Short = Field(description="Name of the tour.")
    about: Text = Field(description="One or two sentences: what it sets side by side, and what it leaves open.")
    narratives: tuple[Id, ...] = Field(min_length=2, description="The narratives it speaks of, in order.")
    steps: tuple[TourStep, ...] = Field(min_length=1, description="The steps, in order.")
