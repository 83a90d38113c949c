"""The ways from a step of a walkthrough or tour to the pages on which its exhibit lives, in the same state."""

from __future__ import annotations

from collections.abc import Iterator

from narratives import exhibits
from narratives.exhibits.walks import Scene
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.ui.page import frame, loading, prose
from narratives.web.routes import PAGES, PARAMETERS

Params = dict[str, str | list[str]]
FULL = "Open the full page"


def of(step: Scene) -> Iterator[tuple[str, str, Params]]:
    """Label, page and parameters of the links to where a step's exhibit lives.

    It is one link where that page sets all narratives of the step beside each other, else one for each.
    """
    packs, chosen = step.packs, frame.chosen()
    here = next((pack for pack in packs if pack.id == chosen.id), packs[0])
    exhibit = exhibits.EXHIBITS.get(step.exhibit or "")
    page = PAGES[exhibit.page if exhibit else "quotes"]
    alone = (exhibit is not None and exhibit.of == "one") or page not in frame.BESIDE
    for first in packs if alone else (here,):
        others = [] if alone else [pack.narrative.label for pack in packs if pack is not first]
        every = len(others) == len(loading.library().packs) - 1
        where: Params = {"narrative": first.narrative.label} if first.id != chosen.id else {}
        if others:
            where["beside"] = frame.ALL if every else others
        label = f"{FULL}: {first.narrative.label}" if alone and len(packs) > 1 else FULL
        yield prose.plain(label), page.file, {**where, **home(step, first, several=bool(others))}


def home(step: Scene, pack: Pack, *, several: bool = False) -> dict[str, str]:
    """The parameters that show a step's exhibit in the same state on the page where it lives.

    ``pack`` is the narrative chosen there, and ``several`` says whether others stand beside it.
    """

    def link(ref: Ref | None) -> str:
        return ref.within(pack.id) if ref else ""

    if step.exhibit is None:
        return {"quote": link(step.quotes[0])} if step.quotes else {}
    exhibit, options = exhibits.EXHIBITS[step.exhibit], step.options
    out = options.emphasis[0] if options.emphasis else ""
    if exhibit.page not in PARAMETERS["chart"].pages:
        params = {"section": exhibit.section} | ({exhibit.opens: out} if exhibit.opens else {})
    else:
        single = not {"measure", "money"}.isdisjoint(exhibit.controls)
        one = options.measures[0] if len(options.measures) == 1 else "all" if "money" in exhibit.controls else ""
        params = {
            "chart": exhibit.id if exhibit.id in exhibits.on_page(exhibit.page, several=several) else "",
            "measure": one if single else "",
            "measures": "" if single else ",".join(options.measures),
            "about": options.about,
            "first": link(options.first),
            "second": link(options.second),
            "axis": "logarithmic" if options.logarithmic else "",
            "claim": out,
        }
    return {name: value for name, value in params.items() if value}
