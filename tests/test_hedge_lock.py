"""The hedge lock: no surface shows an amount without its measure, unit, bound, firmness, voice, period, scope and id.

`tests/hedges.py` walks the surfaces; here it walks the made-up library, in which every form stands once, and `make deep`
lets it walk the real content too.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from narratives import exhibits, receipts
from narratives.exhibits import Options
from narratives.html import said
from narratives.library import packs
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts import Receipt
from narratives.receipts.hearing import CHOICES
from narratives.receipts.sentences import phrase_of
from narratives.semantics import phrasing
from narratives.tables import reckoning
from tests import behind, hedges
from tests.hedges import Built, drawn, lost, tooltips

TESTS = Path(__file__).parent
CONTENT = TESTS.parent / "content"
LIBRARY = packs.load(TESTS / "library" / "content").packs
WALKS: dict[str, Callable[[Built], Iterator[str]]] = {
    "sentences": hedges.lost_in_sentences,
    "receipts": hedges.lost_in_receipts,
    "cards": hedges.lost_in_cards,
    "layers": hedges.lost_in_layers,
    "charts": hedges.lost_in_charts,
    "downloads": hedges.lost_in_downloads,
    "ids": hedges.nameless,
}
STATES = (
    Options(logarithmic=True),
    Options(about="competitor"),
    Options(measures=("capital-expenditure",)),
    Options(emphasis=("makers-next-year",)),
    Options(room=830),
)
REAL = sorted(path.parent.name for path in CONTENT.glob("[a-z]*/narrative.yaml"))
BUILT = {id: Built(pack) for id, pack in LIBRARY.items()}


def test_the_lock_walks_every_amount_and_every_silence() -> None:
    shown = {
        id: sum(len(built.exhibit(chart).claims) for chart in hedges.CHARTS_OF_AMOUNTS) for id, built in BUILT.items()
    }
    assert ({id: len(built.counted()) for id, built in BUILT.items()}, shown, len(REAL) > 0) == (
        {"ada-vale-forum": 13, "lin-bo-letters": 3, "mara-holm-note": 2},
        {"ada-vale-forum": 26, "lin-bo-letters": 6, "mara-holm-note": 1},
        True,
    )


@pytest.mark.parametrize("surface", WALKS)
@pytest.mark.parametrize("narrative", BUILT)
def test_no_surface_loses_a_hedge(narrative: str, surface: str) -> None:
    assert list(WALKS[surface](BUILT[narrative])) == []


@pytest.mark.parametrize("voice", CHOICES)
@pytest.mark.parametrize("narrative", BUILT)
def test_no_tooltip_and_no_table_loses_a_hedge_under_any_voice(narrative: str, voice: str) -> None:
    assert list(hedges.lost_in_tooltips(BUILT[narrative], voice)) == []


@pytest.mark.parametrize("state", STATES, ids=str)
def test_no_tooltip_and_no_table_loses_a_hedge_in_any_state(state: Options) -> None:
    assert list(hedges.lost_in_tooltips(BUILT["ada-vale-forum"], hedges.EVERYTHING, state)) == []


@pytest.mark.deep
@pytest.mark.parametrize("narrative", REAL)
def test_nothing_is_lost_of_the_real_content(narrative: str) -> None:
    pack = packs.load(CONTENT).packs[narrative]
    leaks = [each for walk in WALKS.values() for each in walk(Built(pack))]
    leaks += [each for voice in CHOICES for each in hedges.lost_in_tooltips(Built(pack), voice)]
    assert leaks == []


PLANTED: dict[str, tuple[str, str, str, str]] = {
    # fault: the function of `phrasing` that has it, the words it drops, the surface that shows it, what the lock says
    "a bound is dropped": (
        "amount",
        "more than ",
        "charts",
        "as-stated, row of makers-next-year: amount, unit and comparator",
    ),
    "a doubt is dropped": ("phrase", "possibly ", "sentences", "makers-year-after: modality"),
    "a scope is dropped": ("scope", "three or four ", "charts", "as-stated, row of makers-next-year: entity scope"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str, vale: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    name, dropped, surface, told = PLANTED[fault]
    wanted = {id: hedges.hedges(vale, claim) for id, claim in vale.claims.items()}
    whole = getattr(phrasing, name)
    monkeypatch.setattr(phrasing, name, lambda *given: whole(*given).replace(dropped, ""))
    monkeypatch.setattr(hedges, "hedges", lambda pack, claim: wanted[claim.id])
    assert told in list(WALKS[surface](Built(vale)))


def test_every_part_of_a_receipt_is_locked_by_some_claim() -> None:
    locked = {
        part
        for built in BUILT.values()
        for claim in built.pack.claims.values()
        for part, must in behind.kept(built.pack, claim).items()
        if must
    }
    assert locked == {"known", "words", "assented", "asked", "instead", "wordings", "computation", "record"}


FAULTS: dict[str, tuple[str, Callable[[Receipt], Receipt], str]] = {
    # fault: the claim whose receipt has it, how it gets it, what the lock says
    "a sentence lost its bound": (
        "makers-next-year",
        lambda receipt: replace(receipt, sentence=receipt.sentence.replace("more than ", "")),
        "makers-next-year, sentence: amount, unit and comparator",
    ),
    "a number lost its bound": (
        "makers-next-year",
        lambda receipt: replace(receipt, hedge=""),
        "makers-next-year, number: amount, unit and comparator",
    ),
    "a number lost its doubt": (
        "makers-year-after",
        lambda receipt: replace(receipt, hedge=receipt.hedge.removeprefix("possibly ")),
        "makers-year-after, number: modality",
    ),
    "the words are gone": (
        "most-rivals-closed",
        lambda receipt: replace(receipt, words=None),
        "most-rivals-closed, words: exact",
    ),
    "a note is gone": (
        "makers-year-after",
        lambda receipt: replace(receipt, known=()),
        "makers-year-after, known: note",
    ),
    "the question is gone": (
        "layers-not-answered",
        lambda receipt: replace(receipt, asked=None),
        "layers-not-answered, asked: exact",
    ),
    "the record is gone": (
        "own-revenue",
        lambda receipt: replace(receipt, record=None),
        "own-revenue, record: revenue-said-before",
    ),
    "the computation is gone": (
        "chips-revenue",
        lambda receipt: replace(receipt, computation=None),
        "chips-revenue, computation: amount of chips-share",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_receipt_that_lost_something_is_found(fault: str, vale: Pack) -> None:
    id, losing, told = FAULTS[fault]
    whole = receipts.of(vale, id)
    assert list(hedges.of_receipt(vale, vale.claims[id], whole)) == []
    assert told in list(hedges.of_receipt(vale, vale.claims[id], losing(whole)))


def test_html_that_leaves_out_the_words_or_the_record_is_found(vale: Pack) -> None:
    claim, receipt = vale.claims["own-revenue"], receipts.of(vale, "own-revenue")
    shown = {
        "card, words: exact": said.claim(receipt, with_quote=False, record=True),
        "card, record: revenue-said-before": said.claim(receipt, record=None),
        "card: amount, unit and comparator": said.claim(replace(receipt, sentence="", words=None), record=True),
    }
    assert [
        name for name, html in shown.items() if f"own-revenue, {name}" not in hedges.of_html(vale, claim, str(html))
    ] == []


@pytest.mark.parametrize("exhibit", [name for name in exhibits.EXHIBITS if name != "comparison"])
def test_a_saved_picture_carries_finding_source_date_and_caveat(exhibit: str) -> None:
    for pack in LIBRARY.values():
        built = BUILT[pack.id].exhibit(exhibit)
        if built.figure is None:
            continue
        stated = pack.narrative.findings.get(exhibit)  # type: ignore[call-overload]
        finding = stated.headline if stated else built.title or built.name
        must = {"finding": finding, "source and date": exhibits.source_line(pack)} | {
            str(i): caveat for i, caveat in enumerate(built.caveats)
        }
        assert built.caveats and lost(drawn(built.figure), must) == []


def test_pictures_are_drawn_of_most_exhibits() -> None:
    """The test above passes over exhibits without a picture; so many have one."""
    drawn_of = {name for name in exhibits.EXHIBITS if BUILT["ada-vale-forum"].exhibit(name).figure is not None}
    assert set(exhibits.EXHIBITS) - drawn_of == {
        "key-figures",
        "called-open-closed",
        "comparison",
        "renderings",
        "audit",
    }


def test_a_reader_who_moves_the_share_sees_the_stated_value_still_marked(vale: Pack) -> None:
    moving = reckoning.movable(vale)
    assert moving and [claim.id for claim in moving] == ["chips-revenue", "chips-share"]
    stated, moved = BUILT[vale.id].exhibit("ladder"), BUILT[vale.id].exhibit("ladder", options=Options(share=60))
    added = [phrase for phrase in moved.table["phrase"] if phrase not in set(stated.table["phrase"])]
    assert added == ["Your own reckoning, not in the source: about $7.2 billion, if the share were 60%"]
    assert set(stated.claims) == set(moved.claims) and len(moved.table) == len(stated.table) + 1
    tips = {tip.replace("<br>", " ") for tip in tooltips(moved.figure, "chips-revenue")}  # both marks lead to one claim
    assert tips == {*added, phrase_of(vale, moving[0])}


def test_a_comparison_keeps_every_hedge_of_both_claims_wherever_it_shows_them(vale: Pack) -> None:
    ids = [claim.id for claim in vale.claims.values() if claim.quantity and not claim.quantity.words]
    assert len(ids) == 10
    for first, second in itertools.pairwise(ids):
        pair = Options(first=Ref(vale.id, first), second=Ref(vale.id, second))
        built = BUILT[vale.id].exhibit("comparison", options=pair)
        assert built.figure is not None
        for id in (first, second):
            tips = tooltips(built.figure, id)
            assert tips and [lost(tip, hedges.hedges(vale, vale.claims[id])) for tip in tips] == [[] for _ in tips]
            assert phrase_of(vale, vale.claims[id]) in built.table[id].iloc[0]
