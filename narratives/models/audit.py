"""The audit lock, written by `verify`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from narratives.models.base import Record, Short
from narratives.models.dates import IsoDate


class AuditedSource(Record):
    """The text a source was checked in."""

    text: Short = Field(description="File name of the text.")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="Hash of the text's bytes."
    )
    words: int = Field(description="How many words the text has.")


class AuditedQuote(Record):
    """What the check of one quote found."""

    hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")] = Field(
        description="Hash of the quote as audited."
    )
    result: Literal["exact", "normalised", "not-found", "ambiguous"] = Field(
        description="`exact`: as printed; `normalised`: after white space and quotation marks were normalised."
    )
    start: int | None = Field(None, description="Where it starts in the normalised text, in characters.")


class Audit(Record):
    """The audit lock as a whole."""

    date: IsoDate = Field(description="When a result last changed.")
    sources: dict[str, AuditedSource] = Field(description="The texts, by source id.")
    quotes: dict[str, AuditedQuote] = Field(description="The results, by quote id.")
