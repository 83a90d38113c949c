"""What an exhibit is, and under which view: the reader's choices, and the words that frame every picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from narratives import dates, phrasing
from narratives.charts.canvas import Framing
from narratives.models import Claim
from narratives.packs import Pack
from narratives.tables import claims as claims_table
from narratives.tables.across import sourced
from narratives.tables.claims import ALL_VOICES

NAMES = {
    "key-figures": "Key figures, with their hedges",
    "layer-stack": "The stack, bottom first",
    "argument": "The argument",
    "called-open-closed": "Who is called open or closed, and by whom",
    "as-stated": "As stated",
    "periods": "When",
    "ladder": "The ladder",
    "comparison": "Can it be compared?",
    "silences": "Silences",
    "interest": "Whose interest",
    "renderings": "The same statement, worded again",
    "drift": "The amount, wording by wording",
    "record": "Beside the public record",
    "forecasts": "The forecasts, and what became of them",
    "layer-matrix": "Who plays where",
    "openness": "What each says of openness",
    "figures-given": "Who gives a figure",
    "regions": "By region, where it can be compared",
    "audit": "Every quote with its audit",
}
ALONE = ("argument", "silences", "drift", "record", "audit")  # of one narrative; of several, one after the other


@dataclass(frozen=True)
class Exhibit:
    """One thing shown: ``table`` is exactly what ``figure`` draws, ``alt`` says it in words, ``name`` heads it.

    ``title`` is the takeaway where it is counted and not an editor's finding. ``claims`` are the ids of the claims in
    it; where there is no picture ``cards`` are what is shown, each with its narrative before its id.
    """

    id: str
    name: str
    table: pd.DataFrame
    alt: str
    figure: go.Figure | None = None
    caveats: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    title: str = ""
    cards: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class View:
    """What the reader chose: the narratives, whose words, and the state of single exhibits."""

    packs: tuple[Pack, ...]
    voices: frozenset[str] = ALL_VOICES
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def pack(self) -> Pack:
        return self.packs[0]

    def only(self, table: pd.DataFrame, column: str, option: str) -> pd.DataFrame:
        """The rows that an option names; all of them where it names none."""
        wanted = self.options.get(option, ())
        return table[table[column].isin(wanted)].reset_index(drop=True) if wanted else table

    def dimming(self, table: pd.DataFrame, column: str) -> pd.DataFrame:
        """``table`` with a column ``dimmed``: true for rows that do not stand out, where any does."""
        wanted = self.options.get("emphasis", ())
        return table.assign(dimmed=~table[column].isin(wanted) if wanted else False)


MANY = 10
NARROWING = ("measures", "claims", "arguments", "about", "share", "statement", "claim")


def framing(
    view: View,
    exhibit: str,
    caveats: Sequence[str] = (),
    among: Callable[[Claim], object] = lambda claim: False,
    title: str = "",
) -> Framing:
    """Finding, caveats and source line of an exhibit, as they stand inside the picture that a reader saves.

    ``among`` tells which claims the exhibit is about: how many of them the choice of voices leaves out is said. A view
    that shows only part gets ``title`` or the exhibit's plain name, since the finding speaks of the whole.
    """
    whole = len(view.packs) == 1 and not any(view.options.get(name, "") not in ("", "anyone", ()) for name in NARROWING)
    finding = view.pack.narrative.findings.get(exhibit) if whole else None  # type: ignore[call-overload]
    left_out = claims_table.left_out(view.packs, view.voices, among)
    speakers = " and ".join(dict.fromkeys(pack.narrative.speakers[0].name for pack in view.packs[:2]))
    if len(view.packs) > 2:
        speakers = f"{len(view.packs)} narratives"
    return Framing(
        finding.headline if finding else title or f"{NAMES[exhibit]}: {speakers}",
        (*caveats, left_out) if left_out else tuple(caveats),
        source_lines(view.packs),
        view.options.get("wide") is True,
    )


def is_money(claim: Claim) -> bool:
    """Whether a claim states an amount of money."""
    return claim.quantity is not None and claim.quantity.currency is not None


def source_line(pack: Pack) -> str:
    """Who, where, when, how the words reached us, and which edition: the line under every picture and page."""
    narrative = pack.narrative
    speaker = phrasing.printed_name(narrative.speakers[0])
    where = ", ".join(part for part in (narrative.occasion.name, narrative.occasion.place) if part)
    return (
        f"{speaker}, {where}, {dates.in_words(narrative.occasion.date)}; {phrasing.SOURCINGS[narrative.sourcing]}. "
        f"Edition {pack.edition}, reviewed {dates.in_words(narrative.reviewed)}."
    )


def source_lines(packs: Sequence[Pack]) -> str:
    """The source line of one narrative, a short one each for several, and their number for very many."""
    if len(packs) == 1:
        return source_line(packs[0])
    if len(packs) > MANY:
        return f"{len(packs)} narratives; who, when and how sourced stands in the library on the overview page."
    return ". ".join(f"{pack.narrative.label}: {sourced(pack)}; edition {pack.edition}" for pack in packs) + "."


def editions(packs: Sequence[Pack]) -> str:
    """The editions alone of several, for a picture in which who, when and how sourced stands beside each of them already."""
    if len(packs) == 1 or len(packs) > MANY:
        return source_lines(packs)
    return f"Editions: {', '.join(f'{pack.narrative.label} {pack.edition}' for pack in packs)}."
