"""``tours.yaml`` → the tours that can be given with the narratives that stand, and every problem in it.

A narrative that a tour speaks of may be taken away at any time: the steps that need it are left out, the tour says so,
and that is no problem. A step that names what its tour does not speak of, or a record that is not there, is one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from narratives import drafting, reading
from narratives.models import Tour, TourStep
from narratives.packs import Pack
from narratives.problems import Problem
from narratives.rules.captions import Told, sentences, stronger, words_of

FILE = "tours.yaml"
WHY = "Every mark leads to the words it stands on; a broken reference breaks that."


@dataclass(frozen=True)
class Given:
    """A tour with the steps that can be given; ``missing`` are the narratives that the others would need."""

    tour: Tour
    steps: tuple[TourStep, ...]
    missing: tuple[str, ...]


def load(content: Path, packs: Mapping[str, Pack]) -> tuple[dict[str, Given], list[Problem]]:
    """The tours by id that have a step to give, and what is wrong with them; none where there is no file."""
    if not os.path.lexists(content / FILE):
        return {}, []
    document = reading.read(content / FILE, f"{content.name}/{FILE}")
    if isinstance(document, Problem):
        return {}, [document]
    tours, problems = drafting.records_of(document, Tour)
    given: dict[str, Given] = {}
    for i, tour in tours.items():
        broken = {k: list(_broken(tour, step, packs)) for k, step in enumerate(tour.steps)}
        problems += _told_broken(document, i, tour, broken, packs)
        for k, step in enumerate(tour.steps):
            if not broken[k]:
                problems += _told(document, i, k, tour, step, packs)
        steps = tuple(step for k, step in enumerate(tour.steps) if not broken[k])
        needed = dict.fromkeys(ref.split("/")[0] for slips in broken.values() for _, ref in slips)
        absent = dict.fromkeys(id for id in (*tour.narratives, *needed) if id not in packs)
        if steps:
            given[tour.id] = Given(tour, steps, tuple(absent))
    return given, problems


def _broken(tour: Tour, step: TourStep, packs: Mapping[str, Pack]) -> Iterator[tuple[str, str]]:
    """(field, reference) of everything a step names that is not there, or not among the narratives of its tour."""
    for narrative in step.narratives:
        if narrative not in packs or narrative not in tour.narratives:
            yield "narratives", narrative
    claims = [("caption", ref) for sentence in step.caption for ref in sentence.claims]
    claims += [("state", ref) for ref in (step.state.first, step.state.second) if ref]
    for field, ref in claims:
        narrative, id = ref.split("/")
        if narrative not in tour.narratives or narrative not in packs or id not in packs[narrative].claims:
            yield field, ref
    for ref in step.quotes:
        narrative, id = ref.split("/")
        if narrative not in tour.narratives or narrative not in packs or id not in packs[narrative].quotes:
            yield "quotes", ref


def _told_broken(
    document: reading.Document,
    i: int,
    tour: Tour,
    broken: Mapping[int, list[tuple[str, str]]],
    packs: Mapping[str, Pack],
) -> Iterator[Problem]:
    """One problem for each reference that is broken although its narrative stands, or that the tour does not speak of."""
    for k, slips in broken.items():
        for field, ref in slips:
            narrative = ref.split("/")[0]
            what = f"tour “{tour.id}”, step “{tour.steps[k].id}”: "
            line = document.line(i, "steps", k, field)
            if narrative not in tour.narratives:
                what += f"the narrative “{narrative}” is not among those of the tour"
                yield Problem(document.file, line, what, WHY, "add it to the tour’s narratives, or name another")
            elif narrative in packs:
                yield Problem(document.file, line, f"{what}“{ref}” is not there", WHY, "name one that is, or drop it")


def _told(
    document: reading.Document, i: int, k: int, tour: Tour, step: TourStep, packs: Mapping[str, Pack]
) -> Iterator[Problem]:
    """What a step says more strongly than the claims it cites."""
    beside = " … ".join(packs[ref.split("/")[0]].quotes[ref.split("/")[1]].exact for ref in step.quotes)
    every = [ref for sentence in step.caption for ref in sentence.claims]
    texts: list[tuple[tuple[str | int, ...], str, list[str], str]] = [(("headline",), step.headline, every, beside)]
    texts += [(("caption", n, "says"), s.says, list(s.claims), "") for n, s in enumerate(step.caption)]
    for at, text, refs, shown in texts:
        cited = [(packs[ref.split("/")[0]], ref.split("/")[1]) for ref in dict.fromkeys(refs)]
        claims = tuple(pack.claims[id] for pack, id in cited)
        words = {claim.id: words_of(claim, pack.quotes) for (pack, _), claim in zip(cited, claims, strict=True)}
        for sentence in sentences(text):
            for what, mend in stronger(Told(sentence, claims, words, shown)):
                line = document.line(i, "steps", k, *at)
                name = f"tour “{tour.id}”, step “{step.id}”: {what}"
                yield Problem(document.file, line, name, "What is told to an audience is repeated.", mend)
