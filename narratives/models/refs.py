"""Which record is meant: the narrative it stands in, and its id there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

PATTERN, LONGEST = r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", 121


@dataclass(frozen=True, order=True)
class Ref:
    """A record of the library. Printed as ``narrative/id``, which is what links and tours call one of another narrative."""

    narrative: str
    id: str

    @classmethod
    def parse(cls, text: str, home: str) -> Ref:
        """The record that ``text`` names: by ``narrative/id``, or by its id alone where it is one of ``home``.

        Whether there is such a record is for whoever looks it up to say.
        """
        narrative, _, id = text.rpartition("/")
        return cls(narrative or home, id)

    def within(self, home: str) -> str:
        """What the record is called where ``home`` is the chosen narrative: its id alone if it is one of ``home``."""
        return self.id if self.narrative == home else str(self)

    def __str__(self) -> str:
        return f"{self.narrative}/{self.id}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """In a file it is text, in full; in a model it is a ``Ref``."""
        text = core_schema.str_schema(pattern=PATTERN, max_length=LONGEST)
        return core_schema.no_info_after_validator_function(
            lambda given: cls.parse(given, ""), text, serialization=core_schema.to_string_ser_schema()
        )
