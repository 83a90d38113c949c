"""The hedge lock: no surface shows an amount without its measure, unit, bound, firmness, voice, period, scope and id.

Surfaces: what stands in the chart, its tooltips, its alternative text, its table, the CSV and JSON downloads, and the
words inside the picture that a reader saves. Every claim is walked on every surface that shows it, by way of `exhibits`.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

from narratives import dates, exhibits, packs, phrasing
from narratives.models import Claim
from narratives.packs import Pack
from narratives.tables.claims import VOICES, as_csv, as_records, claims, phrase_of

CONTENT = Path(__file__).parents[1] / "content"
LIBRARY = packs.load(CONTENT)
CHARTS_OF_AMOUNTS = ("as-stated", "ladder", "periods")
SHOWN = [
    (pack, exhibit, claim)
    for pack in LIBRARY.packs.values()
    for exhibit in ("key-figures", *CHARTS_OF_AMOUNTS)
    for claim in exhibits.build(exhibit, exhibits.View((pack,))).claims
]
QUANTIFIED = [
    (pack, claim)
    for pack in LIBRARY.packs.values()
    for claim in pack.claims.values()
    if claim.quantity or claim.absence
]
MEASURE_SHOWN_AS = {"as-stated": str.upper, "ladder": str, "periods": str}


def hedges(pack: Pack, claim: Claim) -> dict[str, str]:
    """What a sentence about this claim may not lose, by name, in the words that carry it."""
    must = {"attribution": phrasing.speaker_of(pack.narrative, pack.quote_of(claim)).name}
    if claim.quantity:
        must["amount, unit and comparator"] = phrasing.amount(claim.quantity)
    if claim.modality == "possible":
        must["modality"] = "possibly"
    if claim.condition:
        must["condition"] = claim.condition
    if claim.entity and (claim.quantity or claim.absence):
        must["entity scope"] = phrasing.scope(claim.entity)
    if claim.period:
        must["period"] = claim.period.stated
        if claim.period.resolved:
            must["resolved period"] = dates.in_words(claim.period.resolved)
    if claim.voice != "speaker":
        must["voice"] = (
            "Silence"
            if claim.absence
            else {
                "paraphrase": "paraphrase",
                "interviewer": "interviewer",
                "journalist": "journalist",
                "editor": "derivation",
            }[claim.voice]
        )
    return must


def lost(text: str, must: dict[str, str]) -> list[str]:
    flat = " ".join(re.sub(r"<br>", " ", text).split()).casefold()
    return [name for name, words in must.items() if words.casefold() not in flat]


def drawn(figure: go.Figure) -> str:
    """All the words that stand in a figure without touching it, as a saved picture holds them."""
    words = [annotation.text for annotation in figure.layout.annotations]
    words += [trace.name for trace in figure.data if trace.showlegend is not False and trace.name]
    return " ".join(re.sub(r"</?b>", "", word.replace("<br>", " ")) for word in words)


def tooltips(figure: go.Figure, claim: str) -> list[str]:
    found = []
    for trace in figure.data:
        for data, text in zip(
            trace.customdata if trace.customdata is not None else (), trace.hovertext or (), strict=False
        ):
            if data[0] == claim:
                found.append(text)
    return found


def test_the_lock_walks_every_amount_and_every_silence_of_every_narrative() -> None:
    assert len(LIBRARY.packs) >= 1 and len(QUANTIFIED) >= 20 and len(SHOWN) >= 30


@pytest.mark.parametrize(("pack", "claim"), QUANTIFIED, ids=lambda each: each.id)
def test_the_one_sentence_keeps_every_hedge(pack: Pack, claim: Claim) -> None:
    measure = pack.words.measures[claim.measure] if claim.measure else None
    sentence = phrase_of(pack, claim)
    names_it = (
        measure is None
        or claim.absence is not None
        or any(word.casefold() in sentence.casefold() for word in measure.in_sentence)
    )
    assert (lost(sentence, hedges(pack, claim)), names_it) == ([], True)


@pytest.mark.parametrize(("pack", "exhibit", "id"), SHOWN, ids=lambda each: each if isinstance(each, str) else each.id)
def test_the_alternative_text_keeps_every_hedge(pack: Pack, exhibit: str, id: str) -> None:
    alt = exhibits.build(exhibit, exhibits.View((pack,))).alt
    assert phrase_of(pack, pack.claims[id]) in alt


@pytest.mark.parametrize(
    ("pack", "exhibit", "id"),
    [row for row in SHOWN if row[1] in CHARTS_OF_AMOUNTS],
    ids=lambda each: each if isinstance(each, str) else each.id,
)
def test_the_label_and_the_tooltip_in_the_chart_keep_every_hedge(pack: Pack, exhibit: str, id: str) -> None:
    claim, figure = pack.claims[id], exhibits.build(exhibit, exhibits.View((pack,))).figure
    assert figure is not None
    must = hedges(pack, claim)
    tips = tooltips(figure, id)
    assert [lost(tip, must) for tip in tips] == [[] for _ in tips]
    stated = (
        [number for number in (claim.quantity.value, claim.quantity.low) if number is not None]
        if claim.quantity
        else []
    )
    numbered = bool(stated) and (exhibit != "ladder" or stated[0] > 0)  # a logarithmic axis has no place for zero
    assert bool(tips) == numbered  # a silence, or an amount in words, has no mark; its words stand in its row
    # The speaker stands in the title and source line of the picture; the row holds the rest.
    row = must | (
        {
            "voice": {
                "paraphrase": "paraphrase",
                "interviewer": "interviewer",
                "journalist": "journalist",
                "editor": "our own derivation",
            }[claim.voice]
        }
        if claim.voice != "speaker" and not claim.absence
        else {}
    )
    if claim.absence:
        row = {"absence": phrasing.ABSENCES[claim.absence.kind]}
    elif claim.entity and phrasing.scope(claim.entity).removeprefix("the ") == "world":
        row["entity scope"] = "World"
    if claim.measure:
        row["measure"] = pack.words.measures[claim.measure].label
    assert lost(drawn(figure), row) == []


@pytest.mark.parametrize(("pack", "claim"), QUANTIFIED, ids=lambda each: each.id)
def test_the_downloads_keep_every_hedge_in_a_column_and_in_the_sentence(pack: Pack, claim: Claim) -> None:
    table = claims([pack])
    from_csv = next(row for row in csv.DictReader(io.StringIO(as_csv(table))) if row["id"] == claim.id)
    from_json = next(row for row in json.loads(json.dumps(as_records(table))) if row["id"] == claim.id)
    want = {
        "measure": claim.measure,
        "comparator": claim.quantity.comparator if claim.quantity else None,
        "modality": claim.modality,
        "voice": claim.voice,
        "region": claim.region,
        "entity": claim.entity.name if claim.entity else None,
        "period_stated": claim.period.stated if claim.period else None,
        "period": claim.period.resolved if claim.period else None,
        "unit": (claim.quantity.unit or claim.quantity.currency) if claim.quantity else None,
        "absence": claim.absence.kind if claim.absence else None,
        "phrase": phrase_of(pack, claim),
    }
    assert {name: from_json[name] for name in want} == want
    assert {name: from_csv[name] or None for name in want} == want


@pytest.mark.parametrize("exhibit", CHARTS_OF_AMOUNTS)
def test_no_number_stands_without_its_claim_id(exhibit: str) -> None:
    for pack in LIBRARY.packs.values():
        built = exhibits.build(exhibit, exhibits.View((pack,)))
        assert built.figure is not None
        named = [data[0] for trace in built.figure.data if trace.customdata is not None for data in trace.customdata]
        marks = [trace for trace in built.figure.data if trace.x is not None and any(pd.notna(x) for x in trace.x)]
        assert set(named) <= set(pack.claims) and all(trace.customdata is not None for trace in marks)
        assert set(built.table["claim"]) <= set(pack.claims)


@pytest.mark.parametrize("exhibit", [name for name in exhibits.EXHIBITS if name not in ("comparison",)])
def test_a_saved_picture_carries_finding_source_date_and_caveat(exhibit: str) -> None:
    for pack in LIBRARY.packs.values():
        built = exhibits.build(exhibit, exhibits.View((pack,)))
        if built.figure is None:
            continue
        stated = pack.narrative.findings.get(exhibit)  # type: ignore[call-overload]
        finding = stated.headline if stated else built.title or exhibits.NAMES[exhibit]
        must = {"finding": finding, "source and date": exhibits.source_line(pack)} | {
            str(i): caveat for i, caveat in enumerate(built.caveats)
        }
        assert built.caveats and lost(drawn(built.figure), must) == []


def test_a_reader_who_moves_the_share_sees_the_stated_value_still_marked() -> None:
    pack = LIBRARY.packs["alibaba-vivatech-2026"]
    stated = exhibits.build("ladder", exhibits.View((pack,)))
    moved = exhibits.build("ladder", exhibits.View((pack,), options={"share": "60"}))
    added = [phrase for phrase in moved.table["phrase"] if phrase not in set(stated.table["phrase"])]
    assert set(stated.claims) < set(moved.claims) and added == [
        "Your own reckoning, not in the source: more than $60 trillion, if the share were 60%"
    ]


OPTIONS: tuple[dict[str, object], ...] = (
    {},
    {"logarithmic": True},
    {"about": "competitor"},
    {"measures": ("capital-expenditure",)},
    {"emphasis": ("us-capex-next-year",)},
    {"room": 830},
)


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("exhibit", CHARTS_OF_AMOUNTS)
def test_every_tooltip_keeps_every_hedge_under_every_voice_and_state(exhibit: str, voice: str) -> None:
    for pack in LIBRARY.packs.values():
        for options in OPTIONS:
            built = exhibits.build(exhibit, exhibits.View((pack,), VOICES[voice], options))
            assert built.figure is not None
            for id in built.claims:
                tips = tooltips(built.figure, id)
                assert [lost(tip, hedges(pack, pack.claims[id])) for tip in tips] == [[] for _ in tips]
                assert phrase_of(pack, pack.claims[id]) in built.alt


def test_a_comparison_keeps_every_hedge_of_both_claims_wherever_it_shows_them() -> None:
    pack = LIBRARY.packs["alibaba-vivatech-2026"]
    ids = [claim.id for claim in pack.claims.values() if claim.quantity]
    assert len(ids) > 10
    for first, second in itertools.pairwise(ids):
        built = exhibits.build("comparison", exhibits.View((pack,), options={"first": first, "second": second}))
        assert built.figure is not None
        for id in (first, second):
            tips = tooltips(built.figure, id)
            assert tips and [lost(tip, hedges(pack, pack.claims[id])) for tip in tips] == [[] for _ in tips]
            assert (
                phrase_of(pack, pack.claims[id]) in built.alt
                and phrase_of(pack, pack.claims[id]) in built.table[id].iloc[0]
            )
