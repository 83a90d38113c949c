"""What a region is called, in full and where there is little room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Region = Literal["US", "CN", "EU", "WORLD"]


@dataclass(frozen=True)
class RegionWords:
    """One region as it is told: ``name`` in sentences and rows, ``short`` above a column."""

    name: str
    short: str


REGIONS: dict[Region, RegionWords] = {
    "US": RegionWords("United States", "U.S."),
    "CN": RegionWords("China", "China"),
    "EU": RegionWords("Europe", "Europe"),
    "WORLD": RegionWords("World", "World"),
}
NAMES: dict[str, str] = {region: words.name for region, words in REGIONS.items()}
