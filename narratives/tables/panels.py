"""Every amount of money in panels, in each of which the gate lets all stand on one axis."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass
from typing import Any

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import Claim, dates
from narratives.receipts.bearings import conversion
from narratives.receipts.hearing import ALL_VOICES
from narratives.receipts.sentences import nature_of, status_of
from narratives.semantics import comparing, phrasing
from narratives.tables.amounts import COLUMNS, amounts
from narratives.vocabulary import absences, firmness, regions


@dataclass(frozen=True)
class Facets:
    """What the amounts of one panel have in common, in words; a silence has its measure alone."""

    measure: str
    unit: str = ""
    scope: str = ""
    time: str = ""
    nature: str = ""
    status: str = ""

    @property
    def silent(self) -> bool:
        return not self.scope

    @property
    def head(self) -> str:
        said = absences.ABSENCES["not-stated"] if self.silent else f"{self.scope}, {self.time}, {self.status}"
        return f"{self.measure}: {said}"


def by_gate(packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES, measures: Collection[str] = ()) -> pd.DataFrame:
    """Every amount of money as a row of ``amounts``, in panels within which all facets agree that must.

    ``measure`` is the panel and ``measure_label`` its head, which says whether the U.S. and China stand in it together;
    ``lead`` is the narrative, ``formula`` a conversion where the amount is not in dollars. Silences stand last in their
    measure, without what was said instead. ``measures`` leaves out all others.
    """
    known = {pack.id: pack for pack in packs}
    table = amounts(list(known.values()), voices)
    kept = table["measure"].isin(measures) if measures else table["measure"].notna()
    stated = table[kept & ~table["reworded"].astype(bool)].to_dict("records")
    rows = [_told(known[each["narrative"]], {str(name): value for name, value in each.items()}) for each in stated]
    regions_of: dict[Facets, set[str]] = {}
    for row in rows:
        regions_of.setdefault(row["facets"], set()).add(row["region"])
    return _ordered([row | _headed(row["facets"], regions_of[row["facets"]]) for row in rows])


def _told(pack: Pack, row: dict[str, Any]) -> dict[str, Any]:
    """A row of ``amounts`` with its facets, its narrative and its conversion."""
    claim = pack.claims[row["claim"]]
    silent = row["form"] == "absent"
    return row | {
        "facets": Facets(row["measure_label"]) if silent else _facets(pack, claim, row["measure_label"]),
        "instead": "" if silent else row["instead"],
        "lead": pack.narrative.label,
        "formula": _converted(pack, claim),
    }


def _facets(pack: Pack, claim: Claim, measure: str) -> Facets:
    return Facets(
        measure,
        comparing.unit(claim) or "",
        comparing.entity_scope(claim) or "scope not stated",
        comparing.period_type(claim) or "time not stated",
        nature_of(pack, claim) or "",
        firmness.told(status_of(claim)),
    )


def _converted(pack: Pack, claim: Claim) -> str:
    """An amount of another currency in dollars, by the rate of the day it was said; "" for dollars and for silences."""
    if claim.quantity is None or claim.quantity.currency in (None, "USD"):
        return ""
    day = dates.last_day(phrasing.said_on(pack.narrative, pack.source_of(pack.quote_of(claim))))
    return conversion(pack, claim.quantity, day)


def _headed(facets: Facets, found: set[str]) -> dict[str, Any]:
    """The panel of a row, its head, and how far down in its measure it stands: who meet first, silences last."""
    together = not facets.silent and {"US", "CN"} <= found
    return {
        "measure": " | ".join(astuple(facets)),
        "measure_label": f"{facets.head} – U.S. and China on one axis" if together else facets.head,
        "_apart": 2 if facets.silent else int(not together),
    }


def _ordered(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The rows panel by panel, in the order of the measures, then of who meet, regions and size."""
    columns = [*COLUMNS, "lead", "formula"]
    measures = {label: i for i, label in enumerate(dict.fromkeys(row["facets"].measure for row in rows))}
    order = {region: i for i, region in enumerate(regions.NAMES)}
    table = pd.DataFrame(rows, columns=[*columns, "_apart"])
    table = table.assign(
        _measure=[measures[row["facets"].measure] for row in rows],
        _region=table["region"].map(order),
        _size=table["low"].fillna(table["high"]),
    )
    table = table.assign(_first=table.groupby("measure")["_region"].transform("min"))
    table = table.sort_values(["_measure", "_apart", "_first", "measure", "_region", "_size"], kind="stable")
    return table[columns].reset_index(drop=True)
