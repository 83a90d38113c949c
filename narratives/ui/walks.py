"""What is walked through: the steps of one narrative, or of a tour of several; both are shown in the same way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from narratives.models import TourStep, WalkStep
from narratives.packs import Pack
from narratives.ui import controls, links, loading

Step = WalkStep | TourStep


@dataclass(frozen=True)
class Walk:
    """A title, its steps, and the narratives they speak of; ``tour`` is its id, or "" for that of a narrative."""

    tour: str
    title: str
    steps: tuple[Step, ...]
    packs: Mapping[str, Pack]
    pack: Pack
    missing: tuple[str, ...] = ()

    def find(self, ref: str) -> tuple[Pack, str]:
        """The narrative and the id that a step means: `claim` in its own narrative, `narrative/claim` in a tour."""
        narrative, _, id = ref.rpartition("/")
        return (self.packs[narrative], id) if narrative else (self.pack, ref)

    def shown(self, step: Step) -> tuple[Pack, ...]:
        """The narratives that a step's exhibit shows."""
        if not self.tour:
            return (self.pack,)
        named = step.narratives if isinstance(step, TourStep) and step.narratives else tuple(self.packs)
        return tuple(self.packs[id] for id in dict.fromkeys(named))

    def cited(self, step: Step) -> list[str]:
        """The claims behind a step, each once: those of its caption, then those that stand out."""
        claims = [ref for sentence in step.caption for ref in sentence.claims]
        emphasis = step.state.emphasis if isinstance(step, WalkStep) else ()
        return list(dict.fromkeys([*claims, *(ref for ref in emphasis if ref in self.pack.claims)]))


def options(step: Step) -> dict[str, Any]:
    """The state of a step's exhibit, without what is left at its usual value."""
    return {name: value for name, value in step.state if value}


def chosen(pack: Pack, *, bare: bool) -> Walk:
    """The walk that the URL names: that of the narrative, unless it names a tour that can be given."""
    tours = loading.tours()
    wanted = st.query_params.get("tour", "")
    if tours and not bare:
        names = {"": "This narrative"} | {id: given.tour.title for id, given in tours.items()}
        before, wanted = wanted, controls.segments("tour", "Walkthrough", names, "", labelled=False)
        if before in names and before != wanted:
            st.query_params.pop("step", None)  # it is one of the walk that was left
    elif wanted and wanted not in tours:
        links.unknown("tour", wanted)
    given = tours.get(wanted)
    if given is None:
        return Walk("", pack.narrative.title, pack.steps, {pack.id: pack}, pack)
    library = loading.library().packs
    spoken = {id: library[id] for id in given.tour.narratives if id in library}
    return Walk(wanted, given.tour.title, given.steps, spoken or dict(library), pack, given.missing)
