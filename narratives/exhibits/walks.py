"""What is walked through: the steps of one narrative, or of a tour of several, in one form, every record named in full."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from narratives.exhibits.view import Options
from narratives.library.packs import Pack
from narratives.library.touring import Given
from narratives.models import ExhibitName, ExhibitState, Ref, TourState, TourStep, WalkStep


@dataclass(frozen=True)
class Caption:
    """One sentence of what to say, with the claims it stands on."""

    says: str
    claims: tuple[Ref, ...]


@dataclass(frozen=True)
class Scene:
    """One step as it is shown: its finding, the exhibit or the quotes it shows, of which narratives, and what to say."""

    id: str
    headline: str
    exhibit: ExhibitName | None
    options: Options
    packs: tuple[Pack, ...]
    quotes: tuple[Ref, ...]
    caption: tuple[Caption, ...]
    notes: str = ""
    emphasis: tuple[Ref, ...] = ()  # the claims that stand out

    @property
    def cited(self) -> tuple[Ref, ...]:
        """The claims behind the step, each once: those of its caption, then those that stand out."""
        claims = [claim for sentence in self.caption for claim in sentence.claims]
        return tuple(dict.fromkeys([*claims, *self.emphasis]))


@dataclass(frozen=True)
class Walk:
    """A title, its steps, and the narratives they speak of.

    ``tour`` is its id, or "" for that of a narrative. ``missing`` are the narratives that are not in the library, for
    want of which steps are left out.
    """

    tour: str
    title: str
    steps: tuple[Scene, ...]
    packs: Mapping[str, Pack]
    missing: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What tells this walk from all others."""
        return self.tour or next(iter(self.packs))


def of_narrative(pack: Pack) -> Walk:
    """The walkthrough of one narrative."""
    return Walk("", pack.narrative.title, tuple(_own(pack, step) for step in pack.steps), {pack.id: pack})


def of_tour(given: Given, library: Mapping[str, Pack]) -> Walk:
    """A tour of several, with the steps that can be given."""
    packs = {id: library[id] for id in given.tour.narratives if id in library} or dict(library)
    steps = tuple(_toured(packs, step) for step in given.steps)
    return Walk(given.tour.id, given.tour.title, steps, packs, given.missing)


def _own(pack: Pack, step: WalkStep) -> Scene:
    def here(ids: Iterable[str]) -> tuple[Ref, ...]:
        return tuple(Ref(pack.id, id) for id in ids)

    return Scene(
        id=step.id,
        headline=step.headline,
        exhibit=step.exhibit,
        options=_options(step.state, pack.id),
        packs=(pack,),
        quotes=here(step.quotes),
        caption=tuple(Caption(sentence.says, here(sentence.claims)) for sentence in step.caption),
        notes=step.notes or "",
        emphasis=here(id for id in step.state.emphasis if id in pack.claims),
    )


def _toured(packs: Mapping[str, Pack], step: TourStep) -> Scene:
    return Scene(
        id=step.id,
        headline=step.headline,
        exhibit=step.exhibit,
        options=_options(step.state, ""),
        packs=tuple(packs[id] for id in dict.fromkeys(step.narratives or packs)),
        quotes=step.quotes,
        caption=tuple(Caption(sentence.says, sentence.claims) for sentence in step.caption),
        notes=step.notes or "",
    )


def _options(state: ExhibitState | TourState, home: str) -> Options:
    """The state of a step's exhibit; what a tour cannot say stays at its plain value."""
    if isinstance(state, TourState):
        return Options(measures=state.measures, first=state.first, second=state.second, logarithmic=state.logarithmic)
    return Options(
        measures=state.measures,
        claims=state.claims,
        arguments=state.arguments,
        emphasis=state.emphasis,
        about=state.about or "",
        first=Ref(home, state.first) if state.first else None,
        second=Ref(home, state.second) if state.second else None,
        logarithmic=state.logarithmic,
    )
