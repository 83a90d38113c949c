"""The public record beside a narrative, and the ledger of its forecasts. None of it is from the interview."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from narratives.models.addresses import ReportUrl, Url
from narratives.models.base import Id, Number, Record, Short, Text
from narratives.models.claim import Entity, Quantity
from narratives.models.dates import Begun, Edtf, IsoDate
from narratives.vocabulary.judgements import FactKind, State, Verdict
from narratives.vocabulary.regions import Region


class RecordSource(Record):
    """Where a fact of the public record was read."""

    id: Id = Field(description="Permanent name; the facts point here.")
    title: Text = Field(description="Title as printed; say so where none was recorded.")
    publisher: Short = Field(description="Who published it.")
    url: Url | None = Field(None, description="Address; leave out where none is recorded, the page then says so.")
    date_published: Begun | None = Field(
        None, description="Date of publication; leave out where the source gives none."
    )
    language: Short = Field(description="Language tag of the text (BCP 47).")
    rank: Literal["primary", "secondary", "own"] = Field(
        description="`primary`: the one whose figure or act it is, or its filing; `secondary`: a report, copy or aggregator; "
        "`own`: our own reckoning from facts, with `computed`."
    )
    note: Text | None = Field(None, description="What a reader must know about this source.")


class Bearing(Record):
    """What a fact means for a claim, and why."""

    claim: Id = Field(description="The claim it is set beside.")
    verdict: Verdict = Field(description="`supports`, `qualifies` or `disputes` (CiTO).")
    why: Text = Field(description="One sentence that a supporter and a critic of the speaker would both call fair.")


class Fact(Record):
    """One fact of the public record, set beside what was said; never from the interview."""

    id: Id = Field(description="Permanent name; links point here.")
    says: Text = Field(description="One sentence in our words that holds amount, scope and period in full.")
    kind: FactKind = Field(
        description="`actual`, `guidance` (a firm's own outlook), `forecast` (somebody else's), `pledge`, or `statement` (what "
        "the speaker or firm said elsewhere)."
    )
    measure: Id | None = Field(None, description="What is counted, from measures.yaml; needed with an amount.")
    entity: Entity | None = Field(None, description="Of whom, by name and count; needed with an amount.")
    region: Region | None = Field(None, description="Where: `US`, `CN`, `EU`, `WORLD`; needed with an amount.")
    quantity: Quantity | None = Field(None, description="The amount as stated, in its own currency and unit.")
    period: Edtf | None = Field(
        None,
        description="When, in EDTF; a fiscal year from its first month to its last: `2025-04/2026-03`. Left out where an amount "
        "was stated of no time; `period_label` then says when it was said.",
    )
    period_label: Short | None = Field(None, description="The period in the source's words, such as “fiscal 2026”.")
    as_of: Begun | None = Field(
        None, description="The day the figure was given; leave out where it is not recorded, the page then says so."
    )
    perimeter: Short | None = Field(
        None, description="Whose money or doings are counted: “Amazon, whole company”; needed with an amount."
    )
    definition: Short | None = Field(
        None,
        description="How it is counted: “cash purchases of property and equipment”; said to be unstated if left out.",
    )
    computed: Short | None = Field(None, description="How we computed it, where the source does not print it so.")
    source: Id = Field(description="Where it was read, from the `sources` of this file.")
    snippet: Text = Field(description="A short verbatim extract that says it.")
    confidence: Literal["high", "medium"] = Field(
        description="`high`: primary, or two independent sources; `medium`: one secondary source. Lower ones are left out."
    )
    bears_on: tuple[Bearing, ...] = Field(min_length=1, description="The claims it is set beside, each with a verdict.")
    note: Text | None = Field(None, description="What a reader must know: a conflict, a second source, a doubt.")


class Rate(Record):
    """An exchange rate with its day and source; amounts near that day are converted with it, beside the amount as stated."""

    id: Id = Field(description="Permanent name.")
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = Field(
        description="ISO 4217 code of the currency that is converted into U.S. dollars."
    )
    per_dollar: Number = Field(gt=0, description="How many of them one U.S. dollar was worth.")
    date: IsoDate = Field(description="The day of the rate.")
    title: Text = Field(description="Title of the source as printed.")
    publisher: Short = Field(description="Who published it.")
    url: Url | None = Field(None, description="Address; leave out where none is recorded.")
    computed: Short | None = Field(None, description="How the rate follows from what the source prints.")
    snippet: Text = Field(description="A short verbatim extract that holds the figures.")


class Contact(Record):
    """Where readers report an error."""

    report: ReportUrl = Field(
        description="An address that takes `title` and `body` (such as the page for a new issue), or `mailto:` with or "
        "without a name; id, edition and a place for the correction are filled in."
    )


class Forecast(Record):
    """What became of one prediction, as an editor judges it."""

    claim: Id = Field(description="The prediction: a claim of type `prediction`.")
    state: State = Field(description="`open` until it falls due; then `held`, `did-not-hold` or `cannot-be-judged`.")
    judged: IsoDate = Field(description="The day on which the editor judged it.")
    why: Text = Field(description="One or two sentences: what would decide it, or what did.")
    evidence: tuple[Id, ...] = Field((), description="Facts of record.yaml; needed for `held` and `did-not-hold`.")

    @model_validator(mode="after")
    def a_verdict_has_evidence(self) -> Forecast:
        if self.state in ("held", "did-not-hold") and not self.evidence:
            raise ValueError(f"“{self.state}” needs evidence")
        return self
