"""What is declared of an exhibit holds where it is used: its page and section, the choices above it, what a click opens."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import get_args

import pytest

from narratives import exhibits
from narratives.exhibits import EXHIBITS, LISTED, PLAIN, Exhibit, Options, View
from narratives.exhibits.view import Control, Opened
from narratives.library import touring
from narratives.library.packs import Pack
from narratives.library.rules import mentions
from narratives.models import ExhibitName, PageName, Ref
from narratives.ui.page import choosing
from narratives.ui.page.frame import ALL
from narratives.ui.words import doubts, opening
from narratives.web.routes import PAGES, PARAMETERS
from tests import views

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


def test_what_content_is_judged_by_far_below_agrees_with_the_declarations() -> None:
    emphasised = {exhibit.id: exhibit.words for exhibit in LISTED if exhibit.words in ("layer", "argument")}
    assert {id: kind for id, kind in emphasised.items() if EXHIBITS[id].of != "several"} == mentions.EMPHASISED
    assert set(touring.ONE_MEASURE) == {exhibit.id for exhibit in LISTED if "measure" in exhibit.controls}
    assert {exhibit.id for exhibit in LISTED if exhibit.of == "two"} == {touring.OF_TWO}


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


def looked_at() -> list[tuple[PageName, dict[str, str | list[str]]]]:
    """Links that show every exhibit which the pages show: alone and with others, each chart, each section, the record on."""
    inner: dict[str, tuple[str, list[str]]] = {
        "investment": ("chart", list(exhibits.on_page("investment", several=True))),
        "evidence": ("section", list(doubts.SECTIONS)),
    }
    links: list[tuple[PageName, dict[str, str | list[str]]]] = []
    for id, page in PAGES.items():
        name, values = inner.get(id, ("embed", ["false"]))
        for beside in ("", ALL) if page.compares else ("",):
            links += [(id, {"record": "true", "beside": beside, name: value}) for value in values]
    return links


def test_every_exhibit_is_shown_on_the_page_where_it_lives() -> None:
    shown: dict[str, set[str]] = {page: set() for page in PAGES}
    for page, link in looked_at():
        app = views.opened(page, link)
        assert list(app.exception) == []
        shown[page] |= {head.value for head in app.header} | {fold.label for fold in app.expander}
    missing = [
        exhibit.id
        for exhibit in LISTED
        if not {exhibit.name, f"The table behind “{exhibit.name}”"} & shown[exhibit.page]
    ]
    assert (len(looked_at()) > 30, missing) == (True, [])
