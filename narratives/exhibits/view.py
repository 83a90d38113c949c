"""What an exhibit is, and under which view: declared once, and shown as the reader chose."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import astuple, dataclass
from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from narratives.library.packs import Pack
from narratives.models import PageName, Ref
from narratives.receipts.hearing import ALL_VOICES

Control = Literal["about", "axis", "measure", "measures", "money", "share", "pair"]
Opened = Literal["claim", "layer", "argument", "wording", "fact", "nothing"]


@dataclass(frozen=True)
class Options:
    """The state of an exhibit: what is filtered, what stands out, what is compared, how large. The default is its plain view.

    Ids are those of the first narrative of the view; a comparison names its claims in full, since they may be of two.
    """

    measures: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    emphasis: tuple[str, ...] = ()
    about: str = ""
    first: Ref | None = None
    second: Ref | None = None
    statement: str = ""
    claim: str = ""
    share: int | None = None
    logarithmic: bool = False
    room: int = 0  # pixels of height that a stage has for the picture
    wide: bool = False

    @property
    def narrowing(self) -> bool:
        """Whether less is shown than the whole of which a finding speaks."""
        chosen = (self.measures, self.claims, self.arguments, self.about, self.statement, self.claim)
        return any(chosen) or self.share is not None


PLAIN = Options()


@dataclass(frozen=True)
class View:
    """What the reader chose: the narratives, whose words, and the state of single exhibits."""

    packs: tuple[Pack, ...]
    voices: frozenset[str] = ALL_VOICES
    options: Options = PLAIN

    @property
    def pack(self) -> Pack:
        return self.packs[0]

    def key(self) -> tuple[object, ...]:
        """What tells this view from others, by which whatever is made for it can be kept."""
        return tuple(pack.version for pack in self.packs), tuple(sorted(self.voices)), astuple(self.options)

    def dimming(self, table: pd.DataFrame, column: str) -> pd.DataFrame:
        """``table`` with a column ``dimmed``: true for rows that do not stand out, where any does."""
        wanted = self.options.emphasis
        return table.assign(dimmed=~table[column].isin(wanted) if wanted else False)


def only(table: pd.DataFrame, column: str, wanted: Collection[str]) -> pd.DataFrame:
    """The rows that are ``wanted`` by their value in a column; all of them where none is named."""
    return table[table[column].isin(list(wanted))].reset_index(drop=True) if wanted else table


def claims_in(table: pd.DataFrame, column: str = "claim") -> tuple[Ref, ...]:
    """The claims that the rows of a table are of, each once."""
    return tuple(dict.fromkeys(map(Ref, table["narrative"], table[column])))


@dataclass(frozen=True)
class Exhibit:
    """One thing that can be shown, declared where it is built.

    ``page`` is where it lives, in ``section`` of it; ``controls`` are the choices that stand above it there. ``of`` says
    of what it is: of ``one`` narrative (of several, one after the other), of ``any`` number, of ``two`` claims of any, or
    only of ``several``. A click on a mark opens ``words`` and sets the parameter ``opens`` of the page. ``tabled``: the
    table is half of what is to be read, and stands open. ``with_record``: the public record can be drawn beside it.
    ``large``: its cards are key figures.
    """

    id: str
    name: str
    build: Callable[[View], Shown]
    page: PageName
    section: str = ""
    of: Literal["several", "any", "two", "one"] = "any"
    opens: Literal["claim", "layer", "argument", "about", ""] = ""
    words: Opened = "claim"
    controls: tuple[Control, ...] = ()
    tabled: bool = False
    with_record: bool = False
    large: bool = False


@dataclass(frozen=True)
class Shown:
    """An exhibit under a view: ``table`` is exactly what ``figure`` draws, ``parts`` count it, the most needed first.

    ``alt`` is its alternative text, made of these when it is built. ``title`` is the takeaway where it is counted and not
    an editor's finding. ``claims`` are those in it; where there is no picture ``cards`` are what is shown.
    """

    exhibit: Exhibit
    table: pd.DataFrame
    parts: tuple[str, ...]
    figure: go.Figure | None = None
    caveats: tuple[str, ...] = ()
    claims: tuple[Ref, ...] = ()
    title: str = ""
    cards: tuple[Ref, ...] = ()
    alt: str = ""

    @property
    def id(self) -> str:
        return self.exhibit.id

    @property
    def name(self) -> str:
        return self.exhibit.name
