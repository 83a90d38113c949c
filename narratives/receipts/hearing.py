"""Whose words are shown: the choices a reader has, from the strictest to the widest, and what each lets through."""

from __future__ import annotations

from narratives.models import Claim

# The names are permanent: they stand in links.
CHOICES: dict[str, frozenset[str]] = {
    "quoted only": frozenset({"speaker"}),
    "with paraphrase": frozenset({"speaker", "paraphrase"}),
    "with interviewer and journalist": frozenset({"speaker", "paraphrase", "interviewer", "journalist"}),
    "with our derivations": frozenset({"speaker", "paraphrase", "interviewer", "journalist", "editor"}),
}
WIDEST = "with our derivations"  # what a reader begins with
ALL_VOICES = CHOICES[WIDEST]


def heard(claim: Claim, voices: frozenset[str]) -> bool:
    """Whether a claim is shown under a choice of voices; a silence always is, since it is nobody's words."""
    return claim.absence is not None or claim.voice in voices
