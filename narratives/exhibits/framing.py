"""The words that frame every picture: the finding above it, its caveats, and the line with source and edition."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from narratives.charts.canvas import Framing
from narratives.exhibits.view import Exhibit, View
from narratives.library.packs import Pack
from narratives.models import Claim, dates
from narratives.receipts.origins import sourced
from narratives.semantics import phrasing
from narratives.tables import claims
from narratives.vocabulary.sourcings import SOURCINGS

MANY = 10


def framing(
    view: View,
    exhibit: Exhibit,
    caveats: Sequence[str] = (),
    among: Callable[[Claim], object] = lambda claim: False,
    title: str = "",
) -> Framing:
    """Finding, caveats and source line of an exhibit, as they stand inside the picture that a reader saves.

    ``among`` tells which claims the exhibit is about: how many of them the choice of voices leaves out is said. A view
    that shows only part gets ``title`` or the exhibit's plain name, since the finding speaks of the whole.
    """
    whole = len(view.packs) == 1 and not view.options.narrowing
    finding = view.pack.narrative.findings.get(exhibit.id) if whole else None  # type: ignore[call-overload]
    left_out = claims.left_out(view.packs, view.voices, among)
    speakers = " and ".join(dict.fromkeys(pack.narrative.speakers[0].name for pack in view.packs[:2]))
    if len(view.packs) > 2:
        speakers = f"{len(view.packs)} narratives"
    return Framing(
        finding.headline if finding else title or f"{exhibit.name}: {speakers}",
        (*caveats, left_out) if left_out else tuple(caveats),
        source_lines(view.packs),
        view.options.wide,
    )


def is_money(claim: Claim) -> bool:
    """Whether a claim states an amount of money."""
    return claim.quantity is not None and claim.quantity.currency is not None


def source_line(pack: Pack) -> str:
    """Who, where, when, how the words reached us, and which edition: the line under every picture and page."""
    narrative = pack.narrative
    speaker = phrasing.printed_name(narrative.speakers[0])
    where = ", ".join(part for part in (narrative.occasion.name, narrative.occasion.place) if part)
    return (
        f"{speaker}, {where}, {dates.in_words(narrative.occasion.date)}; {SOURCINGS[narrative.sourcing].told}. "
        f"Edition {pack.edition}, reviewed {dates.in_words(narrative.reviewed)}."
    )


def source_lines(packs: Sequence[Pack]) -> str:
    """The source line of one narrative, a short one each for several, and their number for very many."""
    if len(packs) == 1:
        return source_line(packs[0])
    if len(packs) > MANY:
        return f"{len(packs)} narratives; who, when and how sourced stands in the library on the overview page."
    return ". ".join(f"{pack.narrative.label}: {sourced(pack)}; edition {pack.edition}" for pack in packs) + "."


def editions(packs: Sequence[Pack]) -> str:
    """The editions alone of several, for a picture in which who, when and how sourced stands beside each of them already."""
    if len(packs) == 1 or len(packs) > MANY:
        return source_lines(packs)
    return f"Editions: {', '.join(f'{pack.narrative.label} {pack.edition}' for pack in packs)}."
