"""``tours.yaml`` → the tours that can be given with the narratives that stand, and every problem in it.

A narrative that a tour speaks of may be taken away at any time: the steps that need it are left out, the tour says so,
and that is no problem. A step that names what its tour does not speak of, or a record that is not there, is one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from narratives.library import reading, validating
from narratives.library.kinds import TOURS
from narratives.library.packs import Pack
from narratives.library.problems import Problem, few
from narratives.library.reading import Loc
from narratives.library.rules.captions import Told, sentences, stronger, words_of
from narratives.models import Ref, Tour, TourStep

FILE = TOURS.file
# Exhibits that cannot show several measures at once, and the one of two claims; a test holds both to what exhibits declare.
ONE_MEASURE, OF_TWO = ("figures-given",), "comparison"
WHY = "Every mark leads to the words it stands on; a broken reference breaks that."


@dataclass(frozen=True)
class Given:
    """A tour with the steps that can be given; ``missing`` are the narratives that the others would need."""

    tour: Tour
    steps: tuple[TourStep, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Slip:
    """Why a step cannot be given: at which place in it, and for want of which narrative.

    ``what`` is "" where nothing is wrong but that the narrative is not in this library.
    """

    at: Loc
    needs: str = ""
    what: str = ""
    why: str = WHY
    mend: str = ""


def load(content: Path, packs: Mapping[str, Pack]) -> tuple[dict[str, Given], list[Problem]]:
    """The tours by id that have a step to give, and what is wrong with them; none where there is no file."""
    if not os.path.lexists(content / FILE):
        return {}, []
    document = reading.read(content / FILE, f"{content.name}/{FILE}")
    if isinstance(document, Problem):
        return {}, [document]
    tours: dict[int, Tour]
    tours, problems = validating.listed(document, TOURS)
    given: dict[str, Given] = {}
    for i, tour in tours.items():
        steps: list[TourStep] = []
        needed = dict.fromkeys(tour.narratives)
        for k, step in enumerate(tour.steps):
            slips = [*_stands_twice(tour, k), *_broken(tour, step, packs), *_unfit(tour, step, packs)]
            for slip in slips:
                needed |= dict.fromkeys([slip.needs] if slip.needs else [])
                if slip.what:
                    line = document.line(i, "steps", k, *slip.at)
                    what = f"tour “{tour.id}”, step “{step.id}”: {slip.what}"
                    problems.append(Problem(document.file, line, what, slip.why, slip.mend))
            if not slips:
                steps.append(step)
                problems += _told(document, i, k, tour, step, packs)
        if steps:
            given[tour.id] = Given(tour, tuple(steps), tuple(id for id in needed if id not in packs))
    return given, few(problems)


def _broken(tour: Tour, step: TourStep, packs: Mapping[str, Pack]) -> Iterator[Slip]:
    """Everything a step names that is not there, or not among the narratives of its tour."""
    named = [("caption", ref) for sentence in step.caption for ref in sentence.claims]
    named += [("state", ref) for ref in (step.state.first, step.state.second) if ref]
    named += [("quotes", ref) for ref in step.quotes]
    narratives = [("narratives", narrative) for narrative in step.narratives]
    for field, narrative in (*narratives, *((field, ref.narrative) for field, ref in named)):
        if narrative not in tour.narratives:
            what = f"the narrative “{narrative}” is not among those of the tour"
            yield Slip((field,), narrative, what, mend="add it to the tour’s narratives, or name another")
        elif narrative not in packs:
            yield Slip((field,), narrative)
    for field, ref in named:
        if ref.narrative not in tour.narratives or ref.narrative not in packs:
            continue
        pack = packs[ref.narrative]
        if ref.id not in (pack.quotes if field == "quotes" else pack.claims):
            yield Slip((field,), ref.narrative, f"“{ref}” is not there", mend="name one that is, or drop it")


def _stands_twice(tour: Tour, k: int) -> Iterator[Slip]:
    """What a step has that may stand once only: its id among the steps, a narrative among those it names."""
    step = tour.steps[k]
    if step.id in [before.id for before in tour.steps[:k]]:
        why = "Links point to ids; two steps with one id cannot both be meant."
        yield Slip(("id",), what="the id stands twice in this tour", why=why, mend="rename one of the two")
    for narrative in dict.fromkeys(id for id in step.narratives if step.narratives.count(id) > 1):
        why = "A step shows each narrative once."
        yield Slip(("narratives",), what=f"the narrative “{narrative}” stands twice", why=why, mend="name it once")


def _unfit(tour: Tour, step: TourStep, packs: Mapping[str, Pack]) -> Iterator[Slip]:
    """A state in which the exhibit of a step would show something else than is meant, or nothing."""
    state, shown = step.state, step.narratives or tour.narratives
    for measure in state.measures:
        if packs and measure not in next(iter(packs.values())).words.measures:
            mend = "add it to the shared measures.yaml, or name one that is there"
            yield Slip(("state", "measures"), what=f"the measure “{measure}” is not there", mend=mend)
    if step.exhibit in ONE_MEASURE and len(state.measures) > 1:
        why = f"The exhibit {step.exhibit} shows one measure at a time."
        yield Slip(
            ("state", "measures"), what=f"{len(state.measures)} measures are named", why=why, mend="keep one of them"
        )
    if step.exhibit != OF_TWO:
        return
    if not state.first or not state.second or state.first == state.second:
        why = "A comparison sets two claims side by side."
        mend = "name two different claims as “first:” and “second:”, each as `narrative/claim`"
        yield Slip(("state",), what="the comparison lacks two different claims", why=why, mend=mend)
    for name, ref in (("first", state.first), ("second", state.second)):
        if ref and ref.narrative in tour.narratives and ref.narrative not in shown:
            what = f"“{ref}” is of a narrative that the step does not show"
            why = "A comparison is drawn from the narratives of its step."
            yield Slip(("state", name), what=what, why=why, mend=f"add “{ref.narrative}” to the step’s narratives")


def _told(
    document: reading.Document, i: int, k: int, tour: Tour, step: TourStep, packs: Mapping[str, Pack]
) -> Iterator[Problem]:
    """What a step says more strongly than the claims it cites."""
    beside = " … ".join(packs[ref.narrative].quotes[ref.id].exact for ref in step.quotes)
    every = [ref for sentence in step.caption for ref in sentence.claims]
    texts: list[tuple[tuple[str | int, ...], str, list[Ref], str]] = [(("headline",), step.headline, every, beside)]
    texts += [(("caption", n, "says"), s.says, list(s.claims), "") for n, s in enumerate(step.caption)]
    for at, text, refs, shown in texts:
        cited = [(packs[ref.narrative], ref.id) for ref in dict.fromkeys(refs)]
        claims = tuple(pack.claims[id] for pack, id in cited)
        words = {claim.id: words_of(claim, pack.quotes) for (pack, _), claim in zip(cited, claims, strict=True)}
        for sentence in sentences(text):
            for what, mend in stronger(Told(sentence, claims, words, shown)):
                line = document.line(i, "steps", k, *at)
                name = f"tour “{tour.id}”, step “{step.id}”: {what}"
                yield Problem(document.file, line, name, "What is told to an audience is repeated.", mend)
