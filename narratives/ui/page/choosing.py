"""The choices above an exhibit: those that it declares, each drawn as a control, together its options."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from narratives.exhibits import PLAIN, Exhibit, Options, View
from narratives.exhibits.view import Control
from narratives.models import Ref
from narratives.tables.amounts import counted, usual
from narratives.tables.pairs import comparable, default_pair
from narratives.tables.reckoning import movable_share
from narratives.ui.page import controls, loading
from narratives.vocabulary.interests import INTERESTS

AXES = {"linear": "linear", "logarithmic": "logarithmic"}
ANYONE, ALL = "anyone", "all"
WIDTH = 260


def options(exhibit: Exhibit, view: View) -> Options:
    """What the reader chose for an exhibit of the narratives and voices of a view."""
    chosen = PLAIN
    for control in exhibit.controls:
        chosen = CONTROLS[control](exhibit, view, chosen)
    return chosen


def _about(exhibit: Exhibit, view: View, options: Options) -> Options:
    names = {ANYONE: "anyone’s"} | INTERESTS
    about = controls.select("about", "Whose interest", names, ANYONE, WIDTH)
    return replace(options, about="" if about == ANYONE else about)


def _axis(exhibit: Exhibit, view: View, options: Options) -> Options:
    return replace(options, logarithmic=controls.segments("axis", "Axis", AXES, "linear") == "logarithmic")


def _measure(exhibit: Exhibit, view: View, options: Options) -> Options:
    """One measure of all that are counted."""
    return _one(options, counted(view.packs))


def _money(exhibit: Exhibit, view: View, options: Options) -> Options:
    """One measure of those of money, or all of them."""
    return _one(options, counted(view.packs, money=True) | {ALL: ALL})


def _one(options: Options, told: dict[str, str]) -> Options:
    if not told:
        return options
    measure = controls.select("measure", "Measure", told, usual(told), WIDTH)
    return replace(options, measures=() if measure == ALL else (measure,))


def _measures(exhibit: Exhibit, view: View, options: Options) -> Options:
    packs = view.packs[:1] if exhibit.of == "one" else view.packs
    return replace(options, measures=controls.several("measures", "Measures", counted(packs)))


def _share(exhibit: Exhibit, view: View, options: Options) -> Options:
    """The reader’s own share of an input, where an amount is derived from one."""
    share = movable_share(view.pack, view.voices)
    if share is None:
        return options
    part = controls.slider("share", f"Another share? Stated: {share.says}", share.names, share.stated)
    return replace(options, share=int(part) if part != share.stated else None)


def _pair(exhibit: Exhibit, view: View, options: Options) -> Options:
    """The two claims that are compared, where there are two."""
    home, labels = view.pack, comparable(view.packs, view.voices)
    if len(labels) < 2:
        return options
    stated = loading.exhibit("as-stated", View((home,), view.voices)).table
    first, second = default_pair(stated, labels, home.narrative.region)
    first = controls.select("first", "The first claim", labels, first)
    second = controls.select("second", "The second claim", labels, second)
    return replace(options, first=Ref.parse(first, home.id), second=Ref.parse(second, home.id))


CONTROLS: dict[Control, Callable[[Exhibit, View, Options], Options]] = {
    "about": _about,
    "axis": _axis,
    "measure": _measure,
    "measures": _measures,
    "money": _money,
    "share": _share,
    "pair": _pair,
}
