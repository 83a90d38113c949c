"""What is declared of an exhibit holds where it is used: its page and section, the choices above it, what a click opens."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import get_args

import pytest

from narratives import exhibits
from narratives.exhibits import EXHIBITS, LISTED, PLAIN, Exhibit, Options, View
from narratives.exhibits.view import Control, Opened
from narratives.library.packs import Pack
from narratives.models import ExhibitName, PageName, Ref
from narratives.ui.page import choosing
from narratives.ui.words import doubts, opening
from narratives.web.routes import PAGES, PARAMETERS

NO_STEP = {"audit"}  # a table of the evidence page, which no finding and no step can name
PARAMETERS_OF: dict[Control, tuple[str, ...]] = {
    "pair": ("first", "second"),
    "money": ("measure",),
}  # the others have one of their own name


def test_content_may_name_every_page_and_every_exhibit_that_is_declared_and_no_other() -> None:
    assert (len(LISTED), len(EXHIBITS)) == (19, 19)
    assert set(get_args(ExhibitName)) == set(EXHIBITS) - NO_STEP
    assert get_args(PageName) == tuple(PAGES)


@pytest.mark.parametrize("exhibit", LISTED, ids=lambda exhibit: exhibit.id)
def test_an_exhibit_lives_on_a_page_that_has_its_section_its_choices_and_what_a_click_sets(exhibit: Exhibit) -> None:
    assert exhibit.page in PAGES
    assert exhibit.section in (doubts.SECTIONS if exhibit.page == "evidence" else [""])
    named = [name for control in exhibit.controls for name in PARAMETERS_OF.get(control, (control,))]
    named += [exhibit.opens] if exhibit.opens else []
    assert [name for name in named if exhibit.page not in PARAMETERS[name].pages] == []


def test_every_control_is_drawn_and_every_kind_of_words_is_opened() -> None:
    assert set(choosing.CONTROLS) == set(get_args(Control)) == {c for exhibit in LISTED for c in exhibit.controls}
    assert set(opening.OPENED) == set(get_args(Opened)) - {"nothing"}


def test_of_several_narratives_those_come_first_that_set_them_side_by_side() -> None:
    one = ["as-stated", "periods", "ladder", "comparison", "silences", "interest"]
    several = ["regions", "figures-given", "as-stated", "periods", "ladder", "interest", "comparison", "silences"]
    shown = [list(exhibits.on_page("investment", several=many)) for many in (False, True)]
    assert shown == [one, several]


HERE = "ada-vale-forum"
PAIR = Options(first=Ref(HERE, "makers-next-year"), second=Ref(HERE, "makers-year-after"))
CHANGED: dict[str, tuple[str, Options, Options]] = {
    # option: an exhibit that heeds it, a state without it and one that differs in it alone
    "measures": ("as-stated", PLAIN, Options(measures=("revenue",))),
    "claims": ("as-stated", PLAIN, Options(claims=("makers-next-year",))),
    "arguments": ("argument", PLAIN, Options(arguments=("weights",))),
    "emphasis": ("layer-stack", PLAIN, Options(emphasis=("energy",))),
    "about": ("as-stated", PLAIN, Options(about="competitor")),
    "first": ("comparison", PAIR, replace(PAIR, first=Ref(HERE, "own-yearly"))),
    "second": ("comparison", PAIR, replace(PAIR, second=Ref(HERE, "own-yearly"))),
    "statement": ("drift", PLAIN, Options(statement="most-rivals-closed")),
    "claim": ("record", PLAIN, Options(claim="makers-by-2027")),
    "share": ("ladder", PLAIN, Options(share=60)),
    "logarithmic": ("as-stated", PLAIN, Options(logarithmic=True)),
    "room": ("interest", PLAIN, Options(room=2000)),
    "wide": ("as-stated", PLAIN, Options(wide=True)),
}


def seen(built: exhibits.Shown) -> tuple[str, str]:
    return built.table.to_csv(), built.figure.to_json() if built.figure is not None else ""


def test_every_option_is_tried() -> None:
    assert list(CHANGED) == [field.name for field in fields(Options)]


@pytest.mark.parametrize("option", CHANGED)
def test_an_option_reaches_what_is_drawn_and_what_it_is_kept_by(option: str, vale: Pack) -> None:
    exhibit, without, given = CHANGED[option]
    assert [field.name for field in fields(Options) if getattr(without, field.name) != getattr(given, field.name)] == [
        option
    ]
    plain, other = View((vale,), options=without), View((vale,), options=given)
    assert plain.key() != other.key()
    assert seen(exhibits.build(exhibit, plain)) != seen(exhibits.build(exhibit, other))


def test_a_view_is_told_from_others_by_its_narratives_in_their_order_and_by_its_voices(
    library: dict[str, Pack],
) -> None:
    one, two, _ = library.values()
    views = [View((one,)), View((two,)), View((one, two)), View((two, one)), View((one,), frozenset({"speaker"}))]
    assert len({view.key() for view in views}) == len(views)
