"""Claims: one proposition, one record, with every hedge in a field of its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from narratives.models.base import ClaimType, Drift, Id, Nature, Number, Record, Short, Text
from narratives.models.dates import Begun, Edtf, IsoDate
from narratives.vocabulary.absences import AbsenceKind
from narratives.vocabulary.bounds import Comparator
from narratives.vocabulary.firmness import Modality, Status
from narratives.vocabulary.interests import Interest
from narratives.vocabulary.regions import Region
from narratives.vocabulary.voices import Voice


class Count(Record):
    """How many members a scope has, as stated."""

    low: int = Field(ge=1, description="Smallest number stated: 4 in “four or five”.")
    high: int = Field(ge=1, description="Largest number stated: 5 in “four or five”.")

    @model_validator(mode="after")
    def in_order(self) -> Count:
        if self.low > self.high:
            raise ValueError("low is above high")
        return self


class Entity(Record):
    """Of whom or what the claim speaks."""

    name: Short = Field(description="The scope in words, as it stands in `says`: “leading U.S. cloud providers”.")
    count: Count | None = Field(
        None,
        description="How many, as stated; kept wherever the amount is shown. `{low: 1, high: 1}` says that it is one alone "
        "and needs no word in the quote; left out, the number is unknown.",
    )


class Quantity(Record):
    """An amount as stated: a value, a range, or only words. No zero stands for a missing amount."""

    comparator: Comparator = Field(
        "=", description="`>` more than, `>=` at least, `~` about, `<=` at most, `<` less than."
    )
    value: Number | None = Field(None, description="The number as stated, before the scale: 800 in “$800 billion”.")
    low: Number | None = Field(None, description="Lower end of a stated range.")
    high: Number | None = Field(None, description="Upper end of a stated range.")
    words: Short | None = Field(None, description="The amount in the speaker's words: “half”, “a few hundred billion”.")
    scale: Literal["thousand", "million", "billion", "trillion"] | None = Field(
        None, description="Scale word as stated."
    )
    unit: Short | None = Field(
        None, description="`percent`, `consumers`, `years` …; left out where `currency` is given."
    )
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = Field(
        None, description="ISO 4217 code of the currency as stated; never converted here."
    )

    @model_validator(mode="after")
    def one_form(self) -> Quantity:
        if (self.low is None) != (self.high is None):
            raise ValueError("low and high come together")
        if self.value is not None and self.low is not None:
            raise ValueError("value and low/high are both given; a statement is one or the other")
        if self.value is None and self.low is None and self.words is None:
            raise ValueError("neither value, low/high nor words is given; a missing amount is an `absence`")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("low is above high")
        if self.low is not None and self.comparator not in ("=", "~"):
            raise ValueError("a range has two ends already; only “~” goes with low and high")
        if (self.value is not None or self.low is not None) and (self.unit is None) == (self.currency is None):
            raise ValueError("a number needs either unit or currency")
        return self


class Period(Record):
    """When, as stated and as resolved."""

    stated: Short = Field(description="The speaker's words: “next year”, “annually”.")
    anchor: Begun | None = Field(
        None, description="Day on which a relative period was said; its month or year where no day is known."
    )
    resolved: Edtf | None = Field(
        None,
        description="What it means, in EDTF: `2027`, `2026-06`, `2009`, `2025/2027`, or `../2027` for “by 2027”; left out for "
        "“now” and “today”, which say no more than the anchor.",
    )
    recurs: Literal["year", "quarter", "month"] | None = Field(
        None, description="Set where the amount is said to come each year, quarter or month."
    )


class Absence(Record):
    """A figure or answer that is missing, and in which way."""

    kind: AbsenceKind = Field(description="Why it is missing; charts keep the row and say this.")
    asked: Id | None = Field(None, description="The question (a quote) that was put.")
    instead: tuple[Id, ...] = Field((), description="Claims: what was said instead.")


class Derivation(Record):
    """A number we computed from stated ones; bounds are carried through."""

    formula: Short = Field(description="Claim ids and numbers joined by ` × ` and ` ÷ `, read from left to right.")
    inputs: tuple[Id, ...] = Field(min_length=1, description="The claims it is computed from.")
    rate: Number | None = Field(None, description="Conversion rate, where one was used.")
    date: IsoDate | None = Field(None, description="Date of the rate.")
    source: Id | None = Field(None, description="Source of the rate.")


class Reasons(Record):
    """Why a hedge stands although no word in the quote carries it."""

    comparator: Text | None = Field(None, description="Why the comparator stands without its word.")
    modality: Text | None = Field(None, description="Why the modality stands without its word.")


class Change(Record):
    """One change that a wording made to the statement, with the words on both sides."""

    kind: Drift = Field(description="What was changed: `comparator-lost`, `scope-changed` …")
    was: Short | None = Field(None, description="The words of the first wording that were changed or lost.")
    now: Short | None = Field(
        None, description="The words that stand here instead (in the translation, where there is one)."
    )


class Claim(Record):
    """One proposition, one record."""

    id: Id = Field(description="Permanent name; links point here.")
    says: Text = Field(
        description="One sentence in our words that holds the amount, scope, measure and period in full."
    )
    type: ClaimType = Field(description="What kind of statement it is.")
    voice: Voice = Field(description="Whose statement it is; never stronger than the voice of its quote.")
    measure: Id | None = Field(None, description="What is counted, from measures.yaml; needed with an amount.")
    nature: Nature | None = Field(None, description="Only where it differs from the measure's own nature.")
    status: Status | None = Field(
        None, description="`actual`, `plan`, `forecast` or `hypothetical`; predictions are forecasts."
    )
    entity: Entity | None = Field(None, description="Of whom; needed with an amount.")
    region: Region | None = Field(None, description="Where: `US`, `CN`, `EU`, `WORLD`; needed with an amount.")
    about: Interest | None = Field(None, description="Whose interest the speaker has in it: own firm, competitor …")
    quantity: Quantity | None = Field(None, description="The amount as stated.")
    period: Period | None = Field(None, description="When, as stated and as resolved.")
    modality: Modality = Field(
        "asserted", description="How firmly the speaker commits; charts draw it and every sentence carries it."
    )
    condition: Short | None = Field(
        None, description="The condition in the quote's words; needed where modality is `conditional`."
    )
    absence: Absence | None = Field(None, description="Set where the figure or answer is missing.")
    quote: Id | None = Field(None, description="The exact words it stands on; needed unless derived or absent.")
    assents_to: Id | None = Field(None, description="The interviewer's quote that the speaker only agreed to.")
    rendering_of: Id | None = Field(
        None, description="The claim of which this is another wording, such as the article's lede."
    )
    drift: tuple[Change, ...] = Field((), description="What the other wording changed, change by change.")
    derivation: Derivation | None = Field(None, description="Set where we computed the amount; voice is then `editor`.")
    reasons: Reasons | None = Field(None, description="Written reasons for hedges that no word in the quote carries.")
    note: Text | None = Field(None, description="What a reader must know: an ambiguity, a doubtful translation.")
