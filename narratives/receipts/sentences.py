"""A claim in its pack: its one sentence, and the kind of amount that it states."""

from __future__ import annotations

from narratives.library.packs import Pack
from narratives.models import Claim, ClaimType, Nature, Status
from narratives.semantics import phrasing

STATUS_OF_TYPE: dict[ClaimType, Status] = {"prediction": "forecast", "quantity": "actual", "fact": "actual"}


def phrase_of(pack: Pack, claim: Claim) -> str:
    """The one sentence of a claim in its pack, without its full stop."""
    quote = pack.quote_of(claim)
    return phrasing.phrase(claim, pack.narrative, quote, pack.source_of(quote))


def nature_of(pack: Pack, claim: Claim) -> Nature | None:
    """``flow`` or ``stock``: the claim's own, else its measure's."""
    measure = pack.words.measures.get(claim.measure or "")
    return claim.nature or (measure.nature if measure else None)


def status_of(claim: Claim) -> Status | None:
    """The claim's own status, else that of its type: a prediction is a forecast, a fact or quantity actual."""
    return claim.status or (STATUS_OF_TYPE.get(claim.type) if claim.quantity else None)
