"""The words that every model is built from: ids, texts and the closed lists."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID, LONGEST_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$", 60
Id = Annotated[str, StringConstraints(pattern=ID, max_length=LONGEST_ID)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
# Twenty digits are more than any amount has; without a limit, 1e999999999 would be written out to the last zero.
Number = Annotated[Decimal, Field(max_digits=20)]

ClaimType = Literal["quantity", "prediction", "belief", "position", "fact"]
Nature = Literal["flow", "stock"]
Certainty = Literal["high", "medium", "low"]
Drift = Literal[
    "comparator-lost",
    "comparator-turned",
    "quantifier-strengthened",
    "annual-to-cumulative",
    "amount-changed",
    "period-changed",
    "scope-changed",
    "term-changed",
    "hedge-dropped",
    "name-changed",
    "passage-missing",
]
PageName = Literal["overview", "layers", "open_source", "investment", "quotes", "walkthrough", "evidence"]
ExhibitName = Literal[
    "key-figures",
    "layer-stack",
    "argument",
    "called-open-closed",
    "as-stated",
    "periods",
    "ladder",
    "comparison",
    "silences",
    "interest",
    "renderings",
    "drift",
    "record",
    "forecasts",
    "layer-matrix",
    "openness",
    "figures-given",
    "regions",
]


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
