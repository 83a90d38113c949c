"""Sources, and the quotes that stand in them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from narratives.models.addresses import Url
from narratives.models.base import Id, Record, Short, Text
from narratives.models.dates import Begun
from narratives.vocabulary.voices import Voice


class Step(Record):
    """One step in the chain from the spoken words to the text we quote."""

    what: Short = Field(description="What was made in this step, such as “machine translation into English”.")
    language: Short = Field(description="Language tag of the result (BCP 47), such as `zh` or `en`.")
    by: Short = Field(description="Who made it; “unnamed” where the source does not say.")


class Source(Record):
    """A publication that quotes or facts are taken from."""

    id: Id = Field(description="Permanent name; quotes point here.")
    title: Text = Field(description="Title as printed.")
    publisher: Short = Field(description="Who published it.")
    author: Short | None = Field(None, description="Author as printed.")
    url: Url | None = Field(None, description="Address; leave out where none is recorded, the page then says so.")
    date_published: Begun | None = Field(
        None, description="Date of publication; leave out where the source gives none."
    )
    date_accessed: Begun | None = Field(None, description="When we read it.")
    said: Begun | None = Field(
        None, description="Date the words were spoken, if other than the occasion's; anchors the relative periods."
    )
    language: Short = Field(description="Language tag of the text (BCP 47).")
    kind: Short = Field(description="Article, transcript, letter, report …")
    license: Short = Field(description="Whose the text is and on what terms it is quoted.")
    text: Annotated[str, StringConstraints(pattern=r"^[\w.-]+\.txt$")] | None = Field(
        None, description="File name of the text that `verify` checks quotes against; the text itself stays outside."
    )
    chain: tuple[Step, ...] = Field((), description="Steps from the spoken words to this text, first step first.")
    snippet: Text | None = Field(
        None, description="A short verbatim extract where the source serves as basis for a fact."
    )
    note: Text | None = Field(None, description="What a reader must know about this source.")


class Quote(Record):
    """The source's own words, found exactly once in its text."""

    id: Id = Field(description="Permanent name; claims and links point here.")
    source: Id = Field(description="The source these words stand in.")
    voice: Voice = Field(description="Whose words these are in the source: the speaker's in quotation, a paraphrase …")
    by: Id | None = Field(None, description="Which speaker, where the narrative has several; the first if left out.")
    exact: Text = Field(description="The words, verbatim; keep them short (W3C TextQuoteSelector).")
    prefix: Short | None = Field(None, description="Words right before, at most 20, where they are needed.")
    suffix: Short | None = Field(None, description="Words right after, at most 20, where they are needed.")
    translation: Text | None = Field(
        None, description="Our own English translation of words in another language; always marked as ours."
    )
    answers: Id | None = Field(None, description="The interviewer's question (a quote) that these words answer.")
    themes: tuple[Id, ...] = Field((), description="Themes from themes.yaml.")
    layers: tuple[Id, ...] = Field((), description="Layers from layers.yaml that the words speak of.")
    speaks_to: tuple[Id, ...] = Field(
        (),
        description="Questions from questions.yaml that these words answer, so that narratives can be set side by side.",
    )
    alone: Text | None = Field(None, description="Why the quote is kept although no claim, layer or argument uses it.")
    note: Text | None = Field(None, description="What a reader must know to read the words rightly.")

    @model_validator(mode="after")
    def context_is_short(self) -> Quote:
        for name in ("prefix", "suffix"):
            if len((getattr(self, name) or "").split()) > 20:
                raise ValueError(f"{name} has more than 20 words")
        return self
