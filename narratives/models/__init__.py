"""What a pack may say.

Every field explains itself: its description is the editors' field guide (``content/README.md``), and the *why* of a
problem. All models are frozen and refuse unknown keys. The words follow W3C Web Annotation (quotes), SDMX (measure,
nature, status, comparability), FHIR Quantity and dataAbsentReason, TIMEX3/EDTF (periods), TEI (names, renderings) and
Toulmin (arguments).
"""

from narratives.models.audit import Audit, AuditedQuote, AuditedSource
from narratives.models.base import (
    Certainty,
    ClaimType,
    Drift,
    ExhibitName,
    Id,
    Nature,
    Number,
    PageName,
    Record,
    Short,
    Text,
)
from narratives.models.claim import Absence, Change, Claim, Count, Derivation, Entity, Period, Quantity, Reasons
from narratives.models.fact import Bearing, Contact, Fact, Forecast, Rate, RecordSource
from narratives.models.narrative import (
    Argument,
    Basis,
    Called,
    ExhibitState,
    Finding,
    LayerRole,
    Narrative,
    Occasion,
    Openness,
    Printed,
    Product,
    Sentence,
    Speaker,
    Stance,
    WalkStep,
)
from narratives.models.quote import Quote, Source, Step
from narratives.models.refs import Ref
from narratives.models.rendering import Rendering
from narratives.models.tour import Tour, TourSentence, TourState, TourStep
from narratives.models.word import LayerWord, Measure, Word
from narratives.vocabulary.absences import AbsenceKind
from narratives.vocabulary.arguing import Role
from narratives.vocabulary.bounds import Comparator
from narratives.vocabulary.firmness import Modality, Status
from narratives.vocabulary.interests import Interest
from narratives.vocabulary.judgements import FactKind, State, Verdict
from narratives.vocabulary.participations import Participation
from narratives.vocabulary.regions import Region
from narratives.vocabulary.sourcings import Sourcing
from narratives.vocabulary.voices import Voice

__all__ = [
    "Absence",
    "AbsenceKind",
    "Argument",
    "Audit",
    "AuditedQuote",
    "AuditedSource",
    "Basis",
    "Bearing",
    "Called",
    "Certainty",
    "Change",
    "Claim",
    "ClaimType",
    "Comparator",
    "Contact",
    "Count",
    "Derivation",
    "Drift",
    "Entity",
    "ExhibitName",
    "ExhibitState",
    "Fact",
    "FactKind",
    "Finding",
    "Forecast",
    "Id",
    "Interest",
    "LayerRole",
    "LayerWord",
    "Measure",
    "Modality",
    "Narrative",
    "Nature",
    "Number",
    "Occasion",
    "Openness",
    "PageName",
    "Participation",
    "Period",
    "Printed",
    "Product",
    "Quantity",
    "Quote",
    "Rate",
    "Reasons",
    "Record",
    "RecordSource",
    "Ref",
    "Region",
    "Rendering",
    "Role",
    "Sentence",
    "Short",
    "Source",
    "Sourcing",
    "Speaker",
    "Stance",
    "State",
    "Status",
    "Step",
    "Text",
    "Tour",
    "TourSentence",
    "TourState",
    "TourStep",
    "Verdict",
    "Voice",
    "WalkStep",
    "Word",
]
