"""The kinds of record a narrative has, the words that all narratives share, and their files: each declared here once.

A kind is a field of ``Records`` or ``Words``: its type says the model, its ``Kind`` the rest. What reads, keeps, explains
or lists records goes through ``KINDS`` and ``FILES``, so that a new kind is one field here, and its file one row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, get_args, get_type_hints

from pydantic import BaseModel

from narratives import models
from narratives.models import (
    Argument,
    Called,
    Claim,
    Contact,
    Fact,
    Forecast,
    LayerRole,
    LayerWord,
    Measure,
    Openness,
    Quote,
    Rate,
    RecordSource,
    Rendering,
    Source,
    Tour,
    WalkStep,
    Word,
)


@dataclass(frozen=True)
class Kind:
    """How the records of one kind are called and where they stand; ``name`` is that of their field.

    References call one by its ``noun``; so do its own problems, unless they have a word for several kinds, ``called``. It is
    known by its ``key``. The list of changes calls it ``listed``, and has no entry where that is empty. Its file is a
    list, or has the list ``under`` a key.
    """

    noun: str
    file: str
    under: str = ""
    key: str = "id"
    listed: str = ""
    called: str = ""
    name: str = ""
    model: type[BaseModel] = BaseModel

    @property
    def at(self) -> tuple[str, ...]:
        """Where the list stands in the file."""
        return (self.under,) if self.under else ()

    @property
    def has_ids(self) -> bool:
        """Whether each record has an id of its own, which others may name and no other has."""
        return self.key == "id"


@dataclass(frozen=True, kw_only=True)
class Records:
    """The valid records of one narrative, each by its place in its list; the order is that of the list of changes."""

    quotes: Annotated[Mapping[int, Quote], Kind("quote", "quotes.yaml", listed="quote")]
    claims: Annotated[Mapping[int, Claim], Kind("claim", "claims.yaml", listed="claim")]
    sources: Annotated[Mapping[int, Source], Kind("source", "sources.yaml", listed="source")]
    layers: Annotated[Mapping[int, LayerRole], Kind("layer", "layers.yaml", key="layer", listed="layer")]
    arguments: Annotated[Mapping[int, Argument], Kind("argument", "stance.yaml", "arguments", listed="argument")]
    called: Annotated[Mapping[int, Called], Kind("called", "stance.yaml", "called", key="who")]
    openness: Annotated[Mapping[int, Openness], Kind("openness", "stance.yaml", "openness", key="asks")]
    steps: Annotated[Mapping[int, WalkStep], Kind("step", "walkthrough.yaml", listed="step")]
    renderings: Annotated[Mapping[int, Rendering], Kind("rendering", "renderings.yaml", listed="rendering")]
    record_sources: Annotated[
        Mapping[int, RecordSource], Kind("record source", "record.yaml", "sources", listed="source")
    ]
    facts: Annotated[Mapping[int, Fact], Kind("fact", "record.yaml", "facts", listed="fact")]
    forecasts: Annotated[Mapping[int, Forecast], Kind("forecast", "forecasts.yaml", key="claim", listed="forecast")]

    def ids(self) -> dict[str, tuple[str, ...]]:
        """What names the records of each kind that the list of changes knows, by what it calls the kind."""
        found: dict[str, tuple[str, ...]] = {}
        for kind in KINDS:
            if kind.listed:
                its = (getattr(record, kind.key) for record in getattr(self, kind.name).values())
                found[kind.listed] = (*found.get(kind.listed, ()), *its)
        return found


@dataclass(frozen=True, kw_only=True)
class Words:
    """The closed words shared by all narratives, by id and in file order; ``version`` changes when any of them does."""

    layers: Annotated[Mapping[str, LayerWord], Kind("layer", "layers.yaml")]
    measures: Annotated[Mapping[str, Measure], Kind("measure", "measures.yaml")]
    themes: Annotated[Mapping[str, Word], Kind("theme", "themes.yaml", called="word")]
    terms: Annotated[Mapping[str, Word], Kind("term", "terms.yaml", called="word")]
    questions: Annotated[Mapping[str, Word], Kind("question", "questions.yaml", called="word")]
    rates: Annotated[Mapping[str, Rate], Kind("rate", "rates.yaml")]
    contact: Contact | None
    version: str


def declared(by: type[Any]) -> tuple[Kind, ...]:
    """The kinds that the fields of a class declare, with names and models, in their order."""
    hints = get_type_hints(by, include_extras=True)
    return tuple(
        replace(kind, name=name, model=get_args(get_args(hint)[0])[1])
        for name, hint in hints.items()
        for kind in getattr(hint, "__metadata__", ())
        if isinstance(kind, Kind)
    )


KINDS = declared(Records)
WORDS = declared(Words)
NAMED_BY = tuple(dict.fromkeys(kind.key for kind in KINDS))  # a record in the wrong list is called by the key it has
TOURS = Kind("tour", "tours.yaml", name="tours", model=Tour)


@dataclass(frozen=True)
class File:
    """One content file: the models that the field guide shows for it, what it says of it, and whether it must be there."""

    name: str
    shown: tuple[type[BaseModel], ...]
    sentence: str = ""
    needed: bool = True


NARRATIVE, LOCK, CONTACT = "narrative.yaml", "audit.lock.yaml", "contact.yaml"
FILES = (
    File(
        NARRATIVE,
        (models.Narrative, models.Speaker, models.Printed, models.Basis, models.Occasion, models.Finding),
        "Who spoke, where, when, and what each page found.",
    ),
    File("sources.yaml", (Source, models.Step), "A list of publications."),
    File("quotes.yaml", (Quote,), "A list of the source’s own words, in the source’s order."),
    File(
        "claims.yaml",
        (
            Claim,
            models.Entity,
            models.Count,
            models.Quantity,
            models.Period,
            models.Absence,
            models.Derivation,
            models.Reasons,
            models.Change,
        ),
        "A list of propositions, one record each.",
    ),
    File("layers.yaml", (LayerRole, models.Product), "A list of the layers of the stack, bottom first."),
    File(
        "stance.yaml",
        (Argument, Called, Openness),
        "The open-source argument, under `arguments:`, `called:` and `openness:`.",
    ),
    File("walkthrough.yaml", (WalkStep, models.ExhibitState, models.Sentence), "A list of steps to tell an audience."),
    File(
        "renderings.yaml",
        (Rendering,),
        "A list of other wordings, known from elsewhere. May be left out.",
        needed=False,
    ),
    File(
        "record.yaml",
        (RecordSource, Fact, models.Bearing),
        "The public record, under `sources:` and `facts:`. None of it is from the interview. May be left out.",
        needed=False,
    ),
    File(
        "forecasts.yaml",
        (Forecast,),
        "A list of what became of each prediction. May be left out; where it is kept, it holds all of them.",
        needed=False,
    ),
    File(
        LOCK,
        (models.Audit, models.AuditedSource, models.AuditedQuote),
        "Written by `python -m narratives verify`, never by hand.",
        needed=False,  # where there is no audit, the rule on audits says so for each quote
    ),
)
SHARED = (
    File("layers.yaml", (Word,)),
    File("measures.yaml", (Measure,)),
    File("themes.yaml", (Word,)),
    File("terms.yaml", (Word,)),
    File("questions.yaml", (Word,), needed=False),
    File("rates.yaml", (Rate,), needed=False),
    File(CONTACT, (Contact,), needed=False),
)
TOURS_FILE = File(
    TOURS.file, (Tour, models.TourStep, models.TourState, models.TourSentence), needed=False
)  # read by itself: what it says makes no narrative another
PACK_FILES = tuple(file.name for file in FILES)
SHARED_FILES = tuple(file.name for file in SHARED)
