"""The three made-up narratives that tests of code read: nothing is wrong with them, and every form stands in them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, get_args

import pytest

from narratives.__main__ import main
from narratives.library import auditing, drafting, naming, packs, touring
from narratives.library.problems import report
from narratives.models import Comparator, Participation, Region
from narratives.vocabulary.judgements import Verdict
from narratives.vocabulary.voices import Voice

HERE = Path(__file__).parent / "library"
LIBRARY = packs.load(HERE / "content")
PACKS = tuple(LIBRARY.packs.values())


def every(of: Callable[[packs.Pack], Iterable[Any]]) -> list[Any]:
    return [each for pack in PACKS for each in of(pack)]


CLAIMS = every(lambda pack: pack.claims.values())
AMOUNTS = [claim.quantity for claim in CLAIMS if claim.quantity]
FORMS: dict[str, tuple[set[Any], set[Any]]] = {
    # what must be there, and what is
    "comparators": (set(get_args(Comparator)), {amount.comparator for amount in AMOUNTS}),
    "shapes of an amount": (
        {"value", "range", "words"},
        {"words" if a.words else "range" if a.low is not None else "value" for a in AMOUNTS},
    ),
    "rates": ({None, "year", "quarter"}, {claim.period.recurs for claim in CLAIMS if claim.period}),
    "firmness": ({"asserted", "possible", "conditional", "belief"}, {claim.modality for claim in CLAIMS}),
    "silences": (
        {"not-stated", "asked-not-answered", "excluded-by-choice", "not-applicable"},
        {claim.absence.kind for claim in CLAIMS if claim.absence},
    ),
    "voices": (set(get_args(Voice)), {claim.voice for claim in CLAIMS}),
    "regions": (set(get_args(Region)), {claim.region for claim in CLAIMS if claim.region}),
    "currencies and shares": (
        {"USD", "CNY", "percent"},
        {amount.currency or amount.unit for amount in AMOUNTS},
    ),
    "wordings": (
        {"same language", "translated", "missing"},
        {
            "missing" if each.exact is None else "translated" if each.translation else "same language"
            for each in every(lambda pack: pack.renderings.values())
        },
    ),
    "verdicts": (
        set(get_args(Verdict)),
        {bearing.verdict for fact in every(lambda pack: pack.facts.values()) for bearing in fact.bears_on},
    ),
    "sourcings": (
        {"published-transcript", "second-hand", "own-text"},
        {pack.narrative.sourcing for pack in PACKS},
    ),
    "dates of an occasion": ({4, 7, 10}, {len(pack.narrative.occasion.date) for pack in PACKS}),
    "languages": ({"en", "zh", "de"}, {each.language for each in every(lambda pack: pack.sources.values())}),
    "parts in a layer": (
        {"in", "hosts", "customer", "excluded-by-choice", "not-stated"},
        {role.participation for role in every(lambda pack: pack.layers)},
    ),
    "arguments": (
        {"claim", "ground", "concession", "rebuttal"},
        {argument.role for argument in every(lambda pack: pack.stance.arguments)},
    ),
    "states of a forecast": ({"open", "cannot-be-judged"}, {each.state for each in every(lambda pack: pack.forecasts)}),
    "besides": (
        {"a derivation", "an assent", "another wording in the source", "a misprinted name", "a second speaker"},
        {"a derivation" for claim in CLAIMS if claim.derivation}
        | {"an assent" for claim in CLAIMS if claim.assents_to}
        | {"another wording in the source" for claim in CLAIMS if claim.rendering_of}
        | {"a misprinted name" for pack in PACKS if pack.narrative.speakers[0].as_printed}
        | {"a second speaker" for pack in PACKS if len(pack.narrative.speakers) > 1},
    ),
}


def test_nothing_is_wrong_with_it_and_its_tour_can_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["check", "--content", str(HERE / "content")])
    assert (code, capsys.readouterr().out.splitlines()[-2:]) == (
        0,
        ["tour three-voices: 3 of 3 steps", "3 narratives, no problem"],
    )


@pytest.mark.parametrize("form", FORMS)
def test_every_form_stands_in_it(form: str) -> None:
    wanted, found = FORMS[form]
    assert wanted - found == set()


def test_the_parts_of_an_organisation_are_those_of_the_model() -> None:
    assert FORMS["parts in a layer"][1] <= set(get_args(Participation))


def test_one_side_has_no_figure_and_one_narrative_no_ledger_and_no_record() -> None:
    holm = LIBRARY.packs["mara-holm-note"]
    assert [claim.id for claim in holm.claims.values() if claim.quantity] == []
    assert (holm.facts, holm.forecasts, holm.renderings) == ({}, (), {})


def test_every_quote_is_found_again_in_its_made_up_source(tmp_path: Path) -> None:
    content = shutil.copytree(HERE / "content", tmp_path / "content")
    words, _ = drafting.load_words(content)
    assert words is not None
    found = {
        folder.name: auditing.verify(folder, words, HERE / "sources", "2026-11-25", folder.name)
        for folder in naming.folders(content)
    }
    assert {id: report(problems) for id, (_, problems) in found.items()} == dict.fromkeys(LIBRARY.packs, "")
    assert {id: audit for id, (audit, _) in found.items()} == {pack.id: pack.audit for pack in PACKS}


def test_its_tour_names_all_three() -> None:
    tours, problems = touring.load(HERE / "content", LIBRARY.packs)
    assert ([given.tour.narratives for given in tours.values()], problems) == ([tuple(LIBRARY.packs)], [])
