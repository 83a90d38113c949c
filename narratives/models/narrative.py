"""The narrative and what its pages are made of: names, findings, layers, arguments, walkthrough."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from narratives.models.base import Certainty, ExhibitName, Id, PageName, Record, Short, Text
from narratives.models.dates import Begun, IsoDate
from narratives.vocabulary.arguing import Role
from narratives.vocabulary.interests import Interest
from narratives.vocabulary.participations import Participation
from narratives.vocabulary.regions import Region
from narratives.vocabulary.sourcings import Sourcing


class Basis(Record):
    """One reason to believe a fact about name or date, with its source."""

    says: Text = Field(description="The reason, in our words.")
    source: Id = Field(description="Where it is found.")


class Printed(Record):
    """A name as one source prints it."""

    name: Short = Field(description="The name as printed.")
    where: Short = Field(description="Where it is printed so: “article body”, “headline”.")


class Speaker(Record):
    """Who spoke, as printed and as resolved."""

    id: Id = Field(description="Permanent name.")
    name: Short = Field(description="The name we stand by.")
    native_name: Short | None = Field(None, description="The name in its own script.")
    native_language: Short | None = Field(None, description="Language tag of that script, such as `zh`.")
    role: Short = Field(description="Role at the time, without the organisation.")
    organisation: Short = Field(description="Organisation at the time.")
    as_printed: tuple[Printed, ...] = Field((), description="Names in the source, where they differ.")
    certainty: Certainty | None = Field(None, description="How sure the resolution is; needed where names differ.")
    basis: tuple[Basis, ...] = Field((), description="Why we resolve it so; needed where names differ.")


class Occasion(Record):
    """Where and when the words were said."""

    name: Short = Field(description="Event or publication.")
    place: Short | None = Field(None, description="Town or hall.")
    date: Begun = Field(description="The anchor date of relative periods, such as `2026-06-18` or `2024-07`.")
    basis: tuple[Basis, ...] = Field(min_length=1, description="How we know the date.")


class Finding(Record):
    """A headline that states what a page found, with the claims it stands on."""

    headline: Short = Field(description="A sentence that states what was found, with the speaker in it.")
    claims: tuple[Id, ...] = Field(min_length=1, description="The claims it stands on.")
    text: Text | None = Field(None, description="One or two sentences more.")


class Narrative(Record):
    """One speaker's AI strategy in one or more dated sources."""

    label: Annotated[str, StringConstraints(pattern=r"^[\w.&’' -]{2,40}$")] = Field(
        description="Short and permanent: it is the choice in the menu and the value in the URL."
    )
    title: Short = Field(description="Name of the narrative.")
    region: Region = Field(description="Home region of the organisation.")
    speakers: tuple[Speaker, ...] = Field(min_length=1, description="Who speaks; the first is the main speaker.")
    occasion: Occasion = Field(description="Where and when.")
    sourcing: Sourcing = Field(description="How the words reached us.")
    sourcing_note: Text = Field(description="What “exact words” means here; stands beside every quotation.")
    reviewed: IsoDate = Field(description="When an editor last read the whole pack against its sources.")
    findings: dict[PageName | ExhibitName, Finding] = Field(
        {},
        description="A headline for each page and each exhibit where one is worth stating; a page "
        "without one is headed by its question.",
    )
    key_figures: tuple[Id, ...] = Field(min_length=1, description="Claims shown large on the overview, in this order.")

    @property
    def headline(self) -> str:
        """What a list of narratives says of this one: what its overview found, or its title where that states nothing."""
        overview = self.findings.get("overview")
        return overview.headline if overview else self.title


class Product(Record):
    """Something the speaker names in a layer."""

    name: Short = Field(description="The name as the speaker uses it.")
    quote: Id = Field(description="The words that place it in this layer.")


class LayerRole(Record):
    """The part an organisation plays in one layer."""

    layer: Id = Field(description="The layer, from the shared layers.yaml.")
    participation: Participation = Field(
        description="What the speaker says of it: in, invests, hosts … or excluded by choice."
    )
    own_number: int | None = Field(None, ge=0, description="The speaker's own number for this layer.")
    own_name: Short | None = Field(None, description="The speaker's own name for it.")
    entry_point: bool = Field(False, description="Where the speaker says they really began.")
    quote: Id | None = Field(None, description="The words that say so; needed unless `not-stated`.")
    reason: Short | None = Field(
        None, description="The reason in the quote's own words, for a layer excluded by choice."
    )
    products: tuple[Product, ...] = Field((), description="What is named in this layer.")


class Argument(Record):
    """One node of the open-source argument (Toulmin's parts)."""

    id: Id = Field(description="Permanent name.")
    role: Role = Field(description="`claim`, `ground`, `concession` or `rebuttal`.")
    label: Annotated[str, StringConstraints(min_length=3, max_length=90)] = Field(
        description="The point in a few words."
    )
    quote: Id = Field(description="The words it stands on.")
    follows: tuple[Id, ...] = Field((), description="The arguments it follows from, limits or replies to.")
    theme: Id | None = Field(
        None, description="Theme from themes.yaml under which it meets the arguments of other narratives."
    )


class Called(Record):
    """Who is called open or closed, to what extent, by whom."""

    claim: Id = Field(description="The claim; its voice says who calls them so.")
    who: Short = Field(description="Who is described.")
    called: Literal["open", "closed"] = Field(description="What they are called.")
    extent: Short = Field(description="The quantifier in the quote's words: “most”, “all”.")


class Openness(Record):
    """One plain question about openness, answered in the narrative's own words or not at all."""

    asks: Literal["releases-weights", "licence-named", "hosts-open-models", "sells-closed-models"] = Field(
        description="Whether they release weights, name a licence, host others' open models, sell closed models."
    )
    answer: Literal["yes", "no", "partly", "not-stated"] = Field(description="As the words say; never what we know.")
    claim: Id | None = Field(None, description="The claim that says so; its voice says who. Needed unless not stated.")
    note: Text | None = Field(None, description="What a reader must know, such as the licence that is named.")


class Stance(Record):
    """Why open or closed, with the concessions as visible as the arguments."""

    arguments: tuple[Argument, ...] = Field((), description="The nodes of the argument, in reading order.")
    called: tuple[Called, ...] = Field((), description="Who is called open or closed, and by whom.")
    openness: tuple[Openness, ...] = Field((), description="Plain questions about openness, each once.")


class Sentence(Record):
    """One sentence of a caption with the claims it stands on."""

    says: Text = Field(description="The sentence.")
    claims: tuple[Id, ...] = Field(min_length=1, description="The claims it stands on.")


class ExhibitState(Record):
    """How a step shows its exhibit: what is filtered, what stands out, what is compared."""

    measures: tuple[Id, ...] = Field((), description="Only these measures are shown; all if left out.")
    claims: tuple[Id, ...] = Field((), description="Only these claims are shown; all if left out.")
    arguments: tuple[Id, ...] = Field((), description="Only these arguments are shown; all if left out.")
    emphasis: tuple[Id, ...] = Field(
        (), description="Claims, arguments or layers that stand out; the others are dimmed, never removed."
    )
    about: Interest | None = Field(None, description="Only claims in which the speaker has this interest.")
    first: Id | None = Field(None, description="The first claim of a comparison.")
    second: Id | None = Field(None, description="The second claim of a comparison.")
    logarithmic: bool = Field(False, description="Whether amounts stand on logarithmic axes.")


class WalkStep(Record):
    """One step of the walkthrough."""

    id: Id = Field(description="Permanent name; the link to this step.")
    headline: Short = Field(description="The finding of this step, in one sentence.")
    exhibit: ExhibitName | None = Field(
        None, description="The exhibit shown, such as `layer-stack`; left out where a quote is shown."
    )
    state: ExhibitState = Field(ExhibitState(), description="How the exhibit is shown; its plain view if left out.")
    quotes: tuple[Id, ...] = Field((), description="Quotes shown large.")
    caption: tuple[Sentence, ...] = Field(min_length=1, description="What to say, each sentence with its claims.")
    notes: Text | None = Field(None, description="For the speaker only.")
