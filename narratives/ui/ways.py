"""The ways from a step of a walkthrough or tour to the pages on which its exhibit lives, in the same state."""

from __future__ import annotations

from collections.abc import Iterator

from narratives import exhibits
from narratives.models import ExhibitState
from narratives.packs import Pack
from narratives.ui import frame, links, loading, prose
from narratives.ui.walks import Step, Walk

Params = dict[str, str | list[str]]
HOME = {
    "key-figures": ("pages/overview.py", ""),
    "layer-stack": ("pages/layers.py", "layer"),
    "argument": ("pages/open_source.py", "argument"),
    "called-open-closed": ("pages/open_source.py", ""),
    "renderings": ("pages/evidence.py", ""),
    "drift": ("pages/evidence.py", ""),
    "record": ("pages/evidence.py", ""),
    "forecasts": ("pages/evidence.py", ""),
    "layer-matrix": ("pages/layers.py", ""),
    "openness": ("pages/open_source.py", ""),
}
SECTIONS = {"renderings": "wordings", "drift": "wordings", "record": "record", "forecasts": "forecasts"}
FULL = "Open the full page"


def of(walk: Walk, step: Step) -> Iterator[tuple[str, str, Params]]:
    """Label, page and parameters of the links to where a step's exhibit lives.

    It is one link where that page sets all narratives of the step beside each other, else one for each.
    """
    packs, chosen = walk.shown(step), frame.chosen()
    here = next((pack for pack in packs if pack.id == chosen.id), packs[0])
    file, _ = home(walk, step, here)
    alone = step.exhibit in exhibits.ALONE or file not in [frame.PAGES[page] for page in frame.COMPARING[1:]]
    for first in packs if alone else (here,):
        others = [] if alone else [pack.narrative.label for pack in packs if pack is not first]
        every = len(others) == len(loading.library().packs) - 1
        where: Params = {"narrative": first.narrative.label} if first.id != chosen.id else {}
        if others:
            where["beside"] = frame.ALL if every else others
        file, params = home(walk, step, first, several=bool(others))
        label = f"{FULL}: {first.narrative.label}" if alone and len(packs) > 1 else FULL
        yield prose.plain(label), file, {**where, **params}


def home(walk: Walk, step: Step, pack: Pack, *, several: bool = False) -> tuple[str, dict[str, str]]:
    """The page on which a step's exhibit lives, and the parameters that show it there in the same state.

    ``pack`` is the narrative chosen there, and ``several`` says whether others stand beside it.
    """
    state = step.state
    out = state.emphasis[0] if isinstance(state, ExhibitState) and state.emphasis else ""

    def link(ref: str | None) -> str:
        whose, id = walk.find(ref or "")
        return links.ref(whose.id, id, pack.id) if ref else ""

    if step.exhibit is None:
        return "pages/quotes.py", {"quote": link(step.quotes[0])} if step.quotes else {}
    if step.exhibit in HOME:
        file, param = HOME[step.exhibit]
        section = {"section": SECTIONS[step.exhibit]} if step.exhibit in SECTIONS else {}
        return file, section | ({param: out} if param and out else {})
    one = state.measures[0] if len(state.measures) == 1 else ""
    params = {
        "chart": step.exhibit if step.exhibit in frame.investment_charts(several=several) else "",
        "measure": {"regions": one or "all", "figures-given": one}.get(step.exhibit, ""),
        "measures": ",".join(state.measures) if step.exhibit not in ("regions", "figures-given") else "",
        "about": (isinstance(state, ExhibitState) and state.about) or "",
        "first": link(state.first),
        "second": link(state.second),
        "axis": "logarithmic" if state.logarithmic else "",
        "claim": out,
    }
    return "pages/investment.py", {name: value for name, value in params.items() if value}
