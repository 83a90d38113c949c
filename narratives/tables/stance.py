"""The open-source argument, and who is called open or closed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from graphlib import TopologicalSorter

import pandas as pd

from narratives.library.packs import Pack
from narratives.receipts.hearing import ALL_VOICES
from narratives.receipts.quoted import who
from narratives.receipts.sentences import phrase_of

COLUMNS = ("narrative", "id", "role", "label", "quote", "exact", "speaker", "depth", "follows")


def arguments(pack: Pack, voices: frozenset[str] = ALL_VOICES, only: Collection[str] = ()) -> pd.DataFrame:
    """One row an argument in the order a reader follows; ``depth`` is how many steps it stands from a starting point.

    An argument whose words have a voice not chosen is left out, and so is one not in ``only``, where that names any;
    its followers then follow what it followed.
    """
    heard = {
        each.id
        for each in pack.stance.arguments
        if pack.quotes[each.quote].voice in voices and (not only or each.id in only)
    }
    stated = {each.id: each.follows for each in pack.stance.arguments}
    follows: dict[str, tuple[str, ...]] = {}
    depth: dict[str, int] = {}
    for id in TopologicalSorter(stated).static_order():  # what is followed comes first, wherever it stands in the file
        kept: list[str] = []
        for before in stated[id]:
            kept += [before] if before in heard else follows[before]
        follows[id] = tuple(dict.fromkeys(kept))
        depth[id] = 1 + max((depth[before] for before in follows[id]), default=-1)
    rows = [
        {
            "narrative": pack.id,
            "id": each.id,
            "role": each.role,
            "label": each.label,
            "quote": each.quote,
            "exact": pack.quotes[each.quote].exact,
            "speaker": who(pack, each.quote),
            "depth": depth[each.id],
            "follows": follows[each.id],
        }
        for each in pack.stance.arguments
        if each.id in heard
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def called(packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """Who is called open or closed, to what extent, and in whose words; the words decide, no scale of ours does."""
    rows = []
    for pack in packs:
        for each in pack.stance.called:
            claim = pack.claims[each.claim]
            if claim.voice in voices:
                quote = pack.quote_of(claim)
                rows.append(
                    {
                        "narrative": pack.id,
                        "who": each.who,
                        "called": each.called,
                        "extent": each.extent,
                        "in whose words": who(pack, quote.id) if quote else "The editor of this page",
                        "quote": quote.id if quote else "",
                        "exact": quote.exact if quote else "",
                        "claim": claim.id,
                        "phrase": phrase_of(pack, claim),
                    }
                )
    return pd.DataFrame(
        rows, columns=["narrative", "who", "called", "extent", "in whose words", "quote", "exact", "claim", "phrase"]
    )
