"""What a reader chooses, or a step says, is what the exhibit is built with, and what the link of its page says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from narratives import exhibits
from narratives.exhibits import EXHIBITS, LISTED, PLAIN, Options, View, walks
from narratives.library import touring
from narratives.library.packs import Pack
from narratives.models import ExhibitState, Ref, TourState
from narratives.receipts.hearing import ALL_VOICES, CHOICES
from narratives.ui.page import choosing, loading
from narratives.ui.page.frame import ALL
from narratives.ui.stage import ways
from tests import views
from tests.conftest import LIBRARY

VALE, LIN, HOLM = "ada-vale-forum", "lin-bo-letters", "mara-holm-note"
EVERY = (VALE, LIN, HOLM)
CAPEX = ("capital-expenditure",)
TWO = Options(first=Ref(VALE, "own-yearly"), second=Ref(LIN, "capex-range"))
BOTH = {"first": "own-yearly", "second": "lin-bo-letters/capex-range"}
Link = dict[str, str | list[str]]
Seen = dict[str, tuple[tuple[str, ...], frozenset[str], Options]]


@pytest.fixture(autouse=True)
def content(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "CONTENT", LIBRARY)


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """Under which narratives, voices and options each exhibit of the page that is opened next is built."""
    seen, honest = Seen(), loading.exhibit

    def exhibit(id: str, view: View) -> exhibits.Shown:
        seen[id] = tuple(pack.id for pack in view.packs), view.voices, view.options
        return honest(id, view)

    monkeypatch.setattr(loading, "exhibit", exhibit)
    return seen


def step(exhibit: str, options: Options, *packs: Pack) -> walks.Scene:
    return walks.Scene("made", "Made", exhibit, options, packs, (), ())  # type: ignore[arg-type]  # each is one


# Of the investment page: the control, a chart that has it, what the link says, what the chart is then built with.
# A step of a walkthrough in the same state leads to the very same link, but where its state cannot say it.
MOVED: list[tuple[str, str, dict[str, str], Options]] = [
    ("about", "as-stated", {"about": "competitor"}, Options(about="competitor")),
    ("axis", "as-stated", {"axis": "logarithmic"}, Options(logarithmic=True)),
    ("measures", "as-stated", {"measures": "revenue,market-size"}, Options(measures=("revenue", "market-size"))),
    ("measures", "periods", {"measures": "revenue"}, Options(measures=("revenue",))),
    ("measures", "ladder", {"measures": "revenue"}, Options(measures=("revenue",))),
    ("share", "ladder", {"share": "60"}, Options(share=60)),
    ("pair", "comparison", BOTH, TWO),
    ("measures", "silences", {"measures": "investment-by-layer"}, Options(measures=("investment-by-layer",))),
    ("about", "interest", {"about": "own-firm"}, Options(about="own-firm")),
    ("measure", "figures-given", {"measure": "power-capacity"}, Options(measures=("power-capacity",))),
    ("axis", "regions", {"axis": "logarithmic", "measure": "all"}, Options(logarithmic=True)),
    ("money", "regions", {"measure": "revenue"}, Options(measures=("revenue",))),
    ("money", "regions", {"measure": "all"}, PLAIN),
]
# A chart, what the link says, and what the chart is built with where that is its usual state.
USUAL: list[tuple[str, dict[str, str], Options]] = [
    ("as-stated", {"about": "anyone", "axis": "linear"}, PLAIN),
    ("ladder", {"share": "70"}, PLAIN),  # as stated
    ("ladder", {"share": "60", "voice": "quoted only"}, PLAIN),  # no derivation is heard that it could move
    ("comparison", {}, Options(first=Ref(VALE, "own-quarterly"), second=Ref(VALE, "own-yearly"))),
    ("figures-given", {}, Options(measures=CAPEX)),
    ("regions", {}, Options(measures=CAPEX)),
]
ELSEWHERE: dict[str, tuple[str, Link, str, Options]] = {
    # what is chosen: page, link, exhibit, what it is built with
    "a statement": (
        "evidence",
        {"section": "wordings", "statement": "most-rivals-closed"},
        "drift",
        Options(statement="most-rivals-closed"),
    ),
    "a claim beside the record": (
        "evidence",
        {"section": "record", "record": "true", "beside-claim": "own-revenue"},
        "record",
        Options(claim="own-revenue"),
    ),
    "a claim with its record beside a chart": (
        "investment",
        {"chart": "ladder", "record": "true", "claim": "own-revenue"},
        "record",
        Options(claim="own-revenue"),
    ),
    "a step": (
        "walkthrough",
        {"step": "bounds"},
        "as-stated",
        Options(measures=CAPEX, emphasis=("makers-next-year", "makers-year-after")),
    ),
    "a step on stage": (
        "walkthrough",
        {"step": "bounds", "present": "1"},
        "as-stated",
        Options(measures=CAPEX, emphasis=("makers-next-year", "makers-year-after"), room=740),
    ),
    "a step of a tour": (
        "walkthrough",
        {"tour": "three-voices", "step": "two-firms"},
        "comparison",
        Options(first=Ref(VALE, "makers-next-year"), second=Ref(LIN, "capex-range")),
    ),
}
UNSAID = {"share"}  # the controls that no step can state


def test_every_control_of_every_chart_is_moved_from_its_usual_state() -> None:
    declared = {(control, exhibit.id) for exhibit in LISTED for control in exhibit.controls}
    assert (len(MOVED), {(control, chart) for control, chart, *_ in MOVED}) == (13, declared)
    assert (len(USUAL), len(ELSEWHERE), set(choosing.CONTROLS)) == (6, 6, {control for control, *_ in MOVED})


@pytest.mark.parametrize(("_", "chart", "said", "options"), MOVED, ids=[f"{each[1]} {each[2]}" for each in MOVED])
def test_a_chart_is_built_as_its_controls_stand(
    _: str, chart: str, said: dict[str, str], options: Options, built: Seen
) -> None:
    app = views.opened("investment", {"chart": chart, "beside": ALL, **said})
    packs = EVERY[:1] if EXHIBITS[chart].of == "one" else EVERY
    assert (list(app.exception), built[chart]) == ([], (packs, ALL_VOICES, options))
    assert {name: app.query_params[name] for name in said} == said


@pytest.mark.parametrize(("chart", "said", "options"), USUAL, ids=[f"{each[0]} {each[1]}" for each in USUAL])
def test_a_chart_in_its_usual_state_is_built_plain(
    chart: str, said: dict[str, str], options: Options, built: Seen
) -> None:
    app = views.opened("investment", {"chart": chart, "beside": ALL, **said})
    voices = CHOICES[said["voice"]] if "voice" in said else ALL_VOICES
    assert (list(app.exception), built[chart][1:]) == ([], (voices, options))


@pytest.mark.parametrize("chosen", ELSEWHERE)
def test_what_is_chosen_on_other_pages_is_what_is_built(chosen: str, built: Seen) -> None:
    page, link, exhibit, options = ELSEWHERE[chosen]
    app = views.opened(page, link)
    assert (list(app.exception), built[exhibit][2]) == ([], options)


def offered(chart: str, key: str, **link: str) -> list[str]:
    app = views.opened("investment", {"chart": chart, "beside": ALL, **link})
    return next(list(each.options) for each in views.choices(app) if each.key == key)


def test_a_chart_of_one_narrative_offers_its_measures_and_one_of_several_those_of_all() -> None:
    counted = ["Capital expenditure", "Power capacity"]
    assert offered("silences", "measures", narrative="Holm 2025") == counted
    assert offered("as-stated", "measures", narrative="Holm 2025") == [
        "Capital expenditure",
        "Revenue",
        "Share of revenue",
        "Market size",
        "Investment by layer",
        "Power capacity",
    ]


def test_a_choice_of_one_measure_offers_those_of_all_narratives_and_of_money_only_those_with_all() -> None:
    money = ["Capital expenditure", "Revenue", "Market size", "Investment by layer"]
    assert offered("regions", "measure", narrative="Holm 2025") == [*money, "all"]
    assert offered("figures-given", "measure", narrative="Holm 2025") == [
        "Capital expenditure",
        "Revenue",
        "Share of revenue",
        "Market size",
        "Investment by layer",
        "Power capacity",
    ]


def test_claims_that_are_not_heard_are_not_offered_for_a_comparison() -> None:
    heard, every = (
        [label.partition(":")[0] for label in offered("comparison", "first", voice=voice)]
        for voice in ("quoted only", "with our derivations")
    )
    assert [label for label in every if label not in heard] == ["$50 billion", "$40 billion", "about $8.4 billion"]
    assert set(heard) < set(every)


# The state of a step, and the way from it to its page ---------------------------------------------------

STATES: dict[str, tuple[str, Options, Mapping[str, str]]] = {
    # what a step may say beside what a chart’s controls can: exhibit, state, the link
    "measures, interest, axis and claims that stand out": (
        "as-stated",
        Options(measures=CAPEX, about="competitor", logarithmic=True, emphasis=("makers-next-year", "own-yearly")),
        {
            "chart": "as-stated",
            "measures": "capital-expenditure",
            "about": "competitor",
            "axis": "logarithmic",
            "claim": "makers-next-year",
        },
    ),
    "a layer that stands out": ("layer-stack", Options(emphasis=("energy",)), {"layer": "energy"}),
    "an argument that stands out": ("argument", Options(emphasis=("weights",)), {"argument": "weights"}),
    "a section": ("forecasts", PLAIN, {"section": "forecasts"}),
    "some claims alone, which no link can name": ("renderings", Options(claims=("a",)), {"section": "wordings"}),
    "some arguments alone, which no link can name": ("argument", Options(arguments=("weights",)), {}),
}
UNLINKED = {"claims", "arguments"}  # the fields of a state that no link can carry


def test_every_field_of_a_state_is_in_the_link_of_its_page_or_among_those_that_cannot_be(vale: Pack) -> None:
    states = [options for _, chart, _, options in MOVED if chart] + [options for _, options, _ in STATES.values()]
    said = {name for name in ExhibitState.model_fields for each in states if getattr(each, name)}
    assert (len(STATES), said, set(TourState.model_fields) <= said) == (6, set(ExhibitState.model_fields), True)
    for exhibit, options, link in STATES.values():
        moved = {name for name in ExhibitState.model_fields if getattr(options, name)}
        plain = ways.home(step(exhibit, PLAIN), vale)
        assert (link == plain) is (moved <= UNLINKED)


def test_the_link_of_a_step_says_its_state(vale: Pack) -> None:
    found = {name: ways.home(step(exhibit, state), vale) for name, (exhibit, state, _) in STATES.items()}
    assert found == {name: link for name, (*_, link) in STATES.items()}


def test_the_link_of_a_step_is_the_one_that_builds_its_chart_in_the_same_state(vale: Pack) -> None:
    found = [
        ways.home(step(chart, options), vale, several=True)
        for control, chart, _, options in MOVED
        if control not in UNSAID
    ]
    assert found == [{"chart": chart} | said for control, chart, said, _ in MOVED if control not in UNSAID]


FULL: dict[str, Any] = {
    "measures": ("m", "n"),
    "claims": ("c",),
    "arguments": ("a",),
    "emphasis": ("e", "makers-next-year"),
    "about": "competitor",
    "first": "x",
    "second": "y",
    "logarithmic": True,
}


def test_each_field_of_the_state_of_a_step_is_what_its_exhibit_is_built_with(vale: Pack) -> None:
    assert set(FULL) == set(ExhibitState.model_fields)
    own = vale.steps[0].model_copy(update={"state": ExhibitState.model_validate(FULL)})
    (scene,) = walks.of_narrative(replace(vale, steps=(own,))).steps
    assert scene.options == Options(**FULL | {"first": Ref(VALE, "x"), "second": Ref(VALE, "y")})
    assert scene.emphasis == (Ref(VALE, "makers-next-year"),)


def test_each_field_of_the_state_of_a_tours_step_is_what_its_exhibit_is_built_with(library: Mapping[str, Pack]) -> None:
    first, second = Ref(LIN, "x"), Ref(VALE, "y")
    state = {"measures": FULL["measures"], "first": str(first), "second": str(second), "logarithmic": True}
    assert set(state) == set(TourState.model_fields)
    tours, problems = touring.load(LIBRARY, library)
    given = tours["three-voices"]
    changed = given.steps[0].model_copy(update={"state": TourState.model_validate(state)})
    (scene,) = walks.of_tour(replace(given, steps=(changed,)), library).steps
    assert (problems, scene.options) == ([], Options(**state | {"first": first, "second": second}))
