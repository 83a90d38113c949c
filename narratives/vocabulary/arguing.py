"""Why open or closed: the roles of arguments, the plain questions about openness, and their answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["claim", "ground", "concession", "rebuttal"]


@dataclass(frozen=True)
class RoleWords:
    """The role of an argument: ``name`` before its label, ``told`` in a legend."""

    name: str
    told: str


@dataclass(frozen=True)
class AnswerWords:
    """An answer: ``told`` in words, ``mark`` the mark it has in a matrix."""

    told: str
    mark: str


ROLES: dict[Role, RoleWords] = {
    "claim": RoleWords("Claim", "what is claimed"),
    "ground": RoleWords("Ground", "a ground for it"),
    "concession": RoleWords("Concession", "a concession"),
    "rebuttal": RoleWords("Rebuttal", "a reply"),
}
QUESTIONS = {
    "releases-weights": "Releases weights",
    "licence-named": "Names a licence",
    "hosts-open-models": "Hosts others’ open models",
    "sells-closed-models": "Sells closed models",
}
ANSWERS = {
    "yes": AnswerWords("yes", "yes"),
    "partly": AnswerWords("partly", "partly"),
    "no": AnswerWords("no", "no"),
    "not-stated": AnswerWords("not stated", "silent"),
}
