"""Other wordings of a statement, known from elsewhere, and what each of them changed."""

from __future__ import annotations

from pydantic import Field, model_validator

from narratives.models.base import Id, Record, Short, Text
from narratives.models.claim import Change, Entity, Period, Quantity
from narratives.vocabulary.firmness import Modality, Status
from narratives.vocabulary.regions import Region
from narratives.vocabulary.voices import Voice


class Rendering(Record):
    """One wording of a claim in another publication, known only from a short extract."""

    id: Id = Field(description="Permanent name; links point here.")
    of: Id = Field(description="The claim that is worded here again.")
    source: Id = Field(description="Where it stands, from sources.yaml.")
    where: Short | None = Field(None, description="The part of the source: “abstract”, “summary at the top”.")
    voice: Voice = Field(description="Whose words these are there.")
    exact: Text | None = Field(None, description="The extract, verbatim; left out only where the passage is missing.")
    translation: Text | None = Field(
        None, description="Our own English translation of an extract in another language; shown as ours, never aligned."
    )
    quantity: Quantity | None = Field(None, description="The amount as this wording has it; drawn beside the others.")
    entity: Entity | None = Field(None, description="Of whom, as this wording has it.")
    region: Region | None = Field(None, description="Where, as this wording has it.")
    period: Period | None = Field(None, description="When, as this wording has it.")
    measure: Id | None = Field(None, description="What is counted, where it is another measure than the claim's.")
    status: Status | None = Field(None, description="`forecast`, `actual` …, where it differs from the claim's.")
    modality: Modality = Field("asserted", description="How firmly this wording has it.")
    drift: tuple[Change, ...] = Field((), description="What this wording changed, change by change.")
    note: Text | None = Field(None, description="What a reader must know, such as how little of the page was seen.")

    @model_validator(mode="after")
    def missing_or_worded(self) -> Rendering:
        missing = any(change.kind == "passage-missing" for change in self.drift)
        if self.exact is None and not missing:
            raise ValueError("exact is left out, and no drift says “passage-missing”")
        if self.exact is not None and missing:
            raise ValueError("a passage is either quoted or missing")
        return self
