"""What part somebody plays in a layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Participation = Literal["in", "invests", "hosts", "partner", "customer", "excluded-by-choice", "not-stated"]


@dataclass(frozen=True)
class PartWords:
    """One part: ``told`` in sentences, ``cell`` in a matrix and ``mark`` the mark it has there."""

    told: str
    cell: str
    mark: str

    @property
    def plays(self) -> bool:
        """Whether somebody has a part in the layer at all."""
        return self.mark in ("yes", "partly", "other")


PARTS: dict[Participation, PartWords] = {
    "in": PartWords("takes part", "takes part", "yes"),
    "invests": PartWords("invests", "invests", "partly"),
    "hosts": PartWords("hosts", "hosts", "partly"),
    "partner": PartWords("partner", "partner", "partly"),
    "customer": PartWords("customer", "customer", "other"),
    "excluded-by-choice": PartWords("excluded by choice", "excluded", "excluded"),
    "not-stated": PartWords("not stated", "not stated", "silent"),
}
