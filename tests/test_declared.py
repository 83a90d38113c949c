"""What each exhibit declares, literally; that it heeds each of its controls; and that its title speaks of what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

import pytest

from narratives import exhibits
from narratives.exhibits import LISTED, PLAIN, Exhibit, Options, Shown, View
from narratives.library.packs import Pack
from narratives.models import Finding, Ref

NONE: tuple[str, ...] = ()
DECLARED = {
    # exhibit: page, section, of how many narratives, the parameter and the words that a click opens, controls, what else
    "key-figures": ("overview", "", "any", "", "claim", NONE, ["large"]),
    "layer-stack": ("layers", "", "any", "layer", "layer", NONE, []),
    "argument": ("open_source", "", "one", "argument", "argument", NONE, []),
    "called-open-closed": ("open_source", "", "any", "", "claim", NONE, []),
    "as-stated": ("investment", "", "any", "claim", "claim", ("about", "axis", "measures"), ["with_record"]),
    "periods": ("investment", "", "any", "claim", "claim", ("measures",), ["with_record"]),
    "ladder": ("investment", "", "any", "claim", "claim", ("measures", "share"), ["with_record"]),
    "comparison": ("investment", "", "two", "claim", "claim", ("pair",), ["tabled"]),
    "silences": ("investment", "", "one", "claim", "claim", ("measures",), []),
    "interest": ("investment", "", "any", "about", "nothing", ("about",), []),
    "renderings": ("evidence", "wordings", "any", "", "claim", NONE, []),
    "drift": ("evidence", "wordings", "one", "", "wording", NONE, []),
    "record": ("evidence", "record", "one", "", "fact", NONE, []),
    "forecasts": ("evidence", "forecasts", "any", "", "claim", NONE, []),
    "audit": ("evidence", "audit", "one", "", "claim", NONE, []),
    "layer-matrix": ("layers", "", "several", "layer", "layer", NONE, []),
    "openness": ("open_source", "", "any", "", "claim", NONE, []),
    "regions": ("investment", "", "several", "claim", "claim", ("axis", "money"), []),
    "figures-given": ("investment", "", "several", "claim", "claim", ("measure",), []),
}
FLAGS = ("tabled", "with_record", "large")


def declared(each: Exhibit) -> tuple[object, ...]:
    flags = [name for name in FLAGS if getattr(each, name)]
    return each.page, each.section, each.of, each.opens, each.words, each.controls, flags


def test_each_exhibit_declares_where_it_lives_what_a_click_opens_and_what_stands_above_it() -> None:
    assert {each.id: declared(each) for each in LISTED} == DECLARED
    told = {"page", "section", "of", "opens", "words", "controls", *FLAGS}
    assert {field.name for field in fields(Exhibit)} == {"id", "name", "build"} | told


VALE, LIN = "ada-vale-forum", "lin-bo-letters"
PAIR = Options(first=Ref(VALE, "makers-next-year"), second=Ref(VALE, "own-yearly"))
HEEDED: dict[tuple[str, str], tuple[Options, Options]] = {
    # exhibit, and a control of it: a state, and another in which the control alone stands otherwise
    ("as-stated", "about"): (PLAIN, Options(about="competitor")),
    ("as-stated", "axis"): (PLAIN, Options(logarithmic=True)),
    ("as-stated", "measures"): (PLAIN, Options(measures=("revenue",))),
    ("periods", "measures"): (PLAIN, Options(measures=("revenue",))),
    ("ladder", "measures"): (PLAIN, Options(measures=("revenue",))),
    ("ladder", "share"): (PLAIN, Options(share=60)),
    ("comparison", "pair"): (PAIR, replace(PAIR, second=Ref(LIN, "capex-range"))),
    ("silences", "measures"): (PLAIN, Options(measures=("investment-by-layer",))),
    ("figures-given", "measure"): (PLAIN, Options(measures=("revenue",))),
    ("regions", "axis"): (PLAIN, Options(logarithmic=True)),
    ("regions", "money"): (PLAIN, Options(measures=("revenue",))),
}
BY_THE_PAGE = {("interest", "about")}  # the chart counts every interest; the page lists the claims of the chosen one


def seen(built: Shown) -> tuple[str, str]:
    return built.table.to_csv(), built.figure.to_json() if built.figure is not None else ""


def axes_of(built: Shown) -> set[str]:
    assert built.figure is not None
    return {axis.type or "linear" for axis in built.figure.select_xaxes()}


def test_every_control_of_every_exhibit_is_tried() -> None:
    every = {(each.id, control) for each in LISTED for control in each.controls}
    assert (len(HEEDED), set(HEEDED) | BY_THE_PAGE) == (11, every)


@pytest.mark.parametrize(("exhibit", "control"), HEEDED)
def test_an_exhibit_draws_what_each_of_its_controls_says(
    exhibit: str, control: str, library: Mapping[str, Pack]
) -> None:
    packs = tuple(library.values())[: 1 if exhibits.EXHIBITS[exhibit].of == "one" else 3]
    usual, moved = (exhibits.build(exhibit, View(packs, options=options)) for options in HEEDED[exhibit, control])
    assert seen(usual) != seen(moved)
    assert usual.table.equals(moved.table) is (control == "axis")
    if control == "axis":
        assert (axes_of(usual), axes_of(moved)) == ({"linear"}, {"linear", "log"})


# A finding speaks of the whole -----------------------------------------------------------------------

NARROWED: dict[str, tuple[str, Options]] = {
    # option: an exhibit that has a finding and heeds the option, and a state that shows less than the whole
    "measures": ("as-stated", Options(measures=("revenue",))),
    "claims": ("as-stated", Options(claims=("own-yearly",))),
    "arguments": ("argument", Options(arguments=("weights",))),
    "about": ("as-stated", Options(about="competitor")),
    "share": ("ladder", Options(share=60)),
}
OF_ITS_OWN = {"first", "second", "statement", "claim"}  # what is then shown has a title that is counted
WHOLE: dict[str, tuple[str, Options]] = {
    "emphasis": ("as-stated", Options(emphasis=("own-yearly",))),
    "logarithmic": ("as-stated", Options(logarithmic=True)),
    "room": ("as-stated", Options(room=400)),
    "wide": ("as-stated", Options(wide=True)),
}
FOUND = "Ada Vale’s finding for the whole"


def titles(pack: Pack, exhibit: str, options: Options) -> tuple[str, str]:
    """How the alternative text of an exhibit begins, and what stands above its picture."""
    built = exhibits.build(exhibit, View((pack,), options=options))
    assert built.figure is not None
    drawn = [note.text for note in built.figure.layout.annotations if str(note.text).startswith("<b>") and note.y == 1]
    return built.alt.partition(".")[0], " ".join(drawn[-1].replace("<br>", " ").removeprefix("<b>").split("</b>"))[:-1]


def finding_for_each(pack: Pack) -> Pack:
    found = {id: Finding(headline=FOUND, claims=("own-yearly",)) for id in ("as-stated", "argument", "ladder")}
    narrative = pack.narrative.model_copy(update={"findings": dict(pack.narrative.findings) | found})
    return replace(pack, narrative=narrative)


def test_every_option_either_narrows_what_is_shown_or_does_not() -> None:
    assert {*NARROWED, *WHOLE, *OF_ITS_OWN} == {field.name for field in fields(Options)}
    assert {name: options.narrowing for name, (_, options) in (NARROWED | WHOLE).items()} == dict.fromkeys(
        NARROWED, True
    ) | dict.fromkeys(WHOLE, False)
    assert [Options(statement="a").narrowing, Options(claim="a").narrowing, Options(share=0).narrowing] == [True] * 3


@pytest.mark.parametrize("option", NARROWED)
def test_a_picture_of_a_part_has_the_plain_name_and_one_of_the_whole_its_finding(option: str, vale: Pack) -> None:
    exhibit, options = NARROWED[option]
    pack, name = finding_for_each(vale), f"{exhibits.EXHIBITS[exhibit].name}: Ada Vale"
    assert titles(pack, exhibit, options) == (name, name)
    assert titles(pack, exhibit, PLAIN) == (FOUND, FOUND)


@pytest.mark.parametrize("option", WHOLE)
def test_what_only_stands_out_or_is_drawn_otherwise_keeps_its_finding(option: str, vale: Pack) -> None:
    exhibit, options = WHOLE[option]
    assert titles(finding_for_each(vale), exhibit, options) == (FOUND, FOUND)


def test_the_readers_own_reckoning_is_drawn_and_is_no_stated_amount(vale: Pack) -> None:
    stated, moved = (exhibits.build("ladder", View((vale,), options=each)) for each in (PLAIN, Options(share=10)))
    assert (len(moved.table) - len(stated.table), list(moved.table["voice"]).count("yours")) == (1, 1)
    assert moved.parts == stated.parts
    assert moved.parts[0] == f"{len(stated.table)} amounts of 2 measures"
