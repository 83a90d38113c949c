"""What no surface may lose of a claim, and a walk over every surface that shows one.

Surfaces: the one sentence, the receipt with all that may be asked, its card, key figure and citation, what stands in a
chart, its tooltips, its table, the CSV and JSON downloads. Each walk yields what is lost, as one readable line; nothing
lost is an empty walk.
"""

from __future__ import annotations

import csv
import functools
import io
import json
import re
from collections.abc import Iterator
from html import unescape

import pandas as pd
import plotly.graph_objects as go

from narratives import exhibits, receipts
from narratives.exhibits import PLAIN, Options, Shown
from narratives.exports.citing import cite
from narratives.html import said
from narratives.html.beneath import APART
from narratives.library.packs import Pack
from narratives.models import Claim, dates
from narratives.receipts import Receipt
from narratives.receipts.hearing import CHOICES
from narratives.receipts.sentences import phrase_of
from narratives.receipts.standing import numbering, own_numbering
from narratives.semantics import hedging, phrasing
from narratives.tables.claims import as_csv, as_records, claims
from narratives.vocabulary.absences import ABSENCES
from tests.behind import apart, kept, texts

CHARTS_OF_AMOUNTS = ("as-stated", "ladder", "periods")
EVERYTHING = "with our derivations"
VOICED = {
    "paraphrase": "paraphrase",
    "interviewer": "interviewer",
    "journalist": "journalist",
    "editor": "our own derivation",
}


class Built:
    """The exhibits of one narrative, each built once for all the claims that are looked for in it."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    @functools.cache  # noqa: B019 – lives as long as the test that made it
    def exhibit(self, id: str, voice: str = EVERYTHING, options: Options = PLAIN) -> Shown:
        return exhibits.build(id, exhibits.View((self.pack,), CHOICES[voice], options))

    def counted(self) -> list[Claim]:
        """The claims with an amount or a silence: those that a chart can show wrongly."""
        return [claim for claim in self.pack.claims.values() if claim.quantity or claim.absence]


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
        must["voice"] = "Silence" if claim.absence else VOICED[claim.voice].removeprefix("our own ")
    return must


def _said(pack: Pack, claim: Claim) -> dict[str, str]:
    """What the sentence of any claim may not lose; without an amount, doubt and condition may stand in other words."""
    own = () if claim.quantity or claim.absence else ("modality", "condition")
    return {name: words for name, words in hedges(pack, claim).items() if name not in own}


def lost(text: str, must: dict[str, str]) -> list[str]:
    """The names of what does not stand in ``text``."""
    flat = " ".join(re.sub(r"<br>", " ", text).split()).casefold()
    return [name for name, words in must.items() if words.casefold() not in flat]


def drawn(figure: go.Figure) -> str:
    """All the words that stand in a figure without touching it, as a saved picture holds them."""
    words = [annotation.text for annotation in figure.layout.annotations]
    words += [trace.name for trace in figure.data if trace.showlegend is not False and trace.name]
    return " ".join(re.sub(r"</?b>", "", word.replace("<br>", " ")) for word in words)


def tooltips(figure: go.Figure, claim: str) -> list[str]:
    """What the marks of a claim say when they are pointed at."""
    found = []
    for trace in figure.data:
        data = trace.customdata if trace.customdata is not None else ()
        found += [text for mark, text in zip(data, trace.hovertext or (), strict=False) if mark[0] == claim]
    return found


def lost_in_sentences(built: Built) -> Iterator[str]:
    """Of every amount and silence, what its one sentence loses, its measure included."""
    pack = built.pack
    for claim in built.counted():
        sentence = phrase_of(pack, claim)
        yield from (f"{claim.id}: {name}" for name in lost(sentence, hedges(pack, claim)))
        measure = pack.words.measures[claim.measure] if claim.measure and not claim.absence else None
        if measure and not any(word.casefold() in sentence.casefold() for word in measure.in_sentence):
            yield f"{claim.id}: measure"


def of_receipt(pack: Pack, claim: Claim, receipt: Receipt) -> Iterator[str]:
    """What a receipt has lost of its claim: hedges of its sentence and of its number, and all that stands behind."""
    yield from (f"{claim.id}, sentence: {name}" for name in lost(receipt.sentence, _said(pack, claim)))
    if claim.modality == "possible" and not hedging.carries_possibility(receipt.sentence):
        yield f"{claim.id}, sentence: modality"
    if claim.quantity and phrasing.amount(claim.quantity) not in f"{receipt.hedge} {receipt.number}":
        yield f"{claim.id}, number: amount, unit and comparator"
    if claim.modality == "possible" and not receipt.hedge.startswith("possibly"):
        yield f"{claim.id}, number: modality"
    for part, must in kept(pack, claim).items():
        yield from (f"{claim.id}, {part}: {name}" for name in lost(" ".join(texts(getattr(receipt, part))), must))
    marked = [each.ref.id for each in receipt.wordings if each.marks.apart]
    yield from (f"{claim.id}, wordings: {id} apart" for id in sorted({*marked} ^ {*apart(pack, claim)}))


def of_html(pack: Pack, claim: Claim, html: str) -> Iterator[str]:
    """What a claim as HTML has lost: sentence, words and what must be known stand open, the others may be folded."""
    all_of_it = unescape("".join(read for read, _ in _read(html)))
    at_once = unescape("".join(read for read, folded in _read(html) if not folded))
    yield from (f"{claim.id}, card: {name}" for name in lost(at_once, _said(pack, claim)))
    for part, must in kept(pack, claim).items():
        where = all_of_it if part in ("wordings", "computation", "record") else at_once
        yield from (f"{claim.id}, card, {part}: {name}" for name in lost(where, must))
    if all_of_it.count(APART) != len(apart(pack, claim)):
        yield f"{claim.id}, card, wordings: apart"


def _read(html: str) -> Iterator[tuple[str, bool]]:
    """HTML as it is read, piece by piece, each with whether it is folded away at first."""
    depth = 0
    for piece in re.split(r"(</?details[^>]*>)", re.sub(r"</?(?:p|br|li|summary|figcaption)\b[^>]*>", " ", html)):
        if piece.startswith(("<details", "</details")):
            depth += -1 if piece.startswith("</") else 1
        else:
            yield re.sub(r"<sup>.*?</sup>|<[^>]+>", "", piece), depth > 0


def lost_in_receipts(built: Built) -> Iterator[str]:
    """Of every claim, what its receipt has lost."""
    for id, claim in built.pack.claims.items():
        yield from of_receipt(built.pack, claim, receipts.of(built.pack, id))


def lost_in_cards(built: Built) -> Iterator[str]:
    """Of every claim, what its card has lost of all, and its key figure and citations of its hedges."""
    pack = built.pack
    for id, claim in pack.claims.items():
        receipt, must = receipts.of(pack, id), _said(pack, claim)
        yield from of_html(pack, claim, str(said.claim(receipt, size="full", record=True)))
        figure = unescape(re.sub(r"<[^>]+>", "", str(said.figure(receipt))))
        yield from (f"{id}, figure: {name}" for name in lost(figure, must))
        yield from (f"{id}, citation: {name}" for name in lost(cite(receipt).plain, must))


def lost_in_layers(built: Built) -> Iterator[str]:
    """Of every layer, what is lost of the speaker's own number and name for it, the name as it is written."""
    for role in built.pack.layers:
        own = {"number": "" if role.own_number is None else f"number {role.own_number}"}
        own["name"] = f"“{role.own_name}”" if role.own_name else ""
        for where, told in (("crosswalk", numbering), ("own", own_numbering)):
            words = told(built.pack, role.layer)
            yield from (f"{role.layer}, {where}: {name}" for name, each in own.items() if each not in words)


def lost_in_charts(built: Built) -> Iterator[str]:
    """Of every claim that a chart of amounts shows, what its row in the picture and its tooltip lose."""
    pack = built.pack
    for chart in CHARTS_OF_AMOUNTS:
        exhibit = built.exhibit(chart)
        assert exhibit.figure is not None
        words = drawn(exhibit.figure)
        for id in (ref.id for ref in exhibit.claims):
            claim, tips = pack.claims[id], tooltips(exhibit.figure, id)
            yield from (f"{chart}, tooltip of {id}: {n}" for tip in tips for n in lost(tip, hedges(pack, claim)))
            if bool(tips) != _has_a_mark(claim, chart):
                yield f"{chart}: {id} has {len(tips)} tooltips"
            yield from (f"{chart}, row of {id}: {name}" for name in lost(words, _row(pack, claim)))


def lost_in_tooltips(built: Built, voice: str, options: Options = PLAIN) -> Iterator[str]:
    """What the tooltips and tables of the charts of amounts lose under a choice of voices and a state."""
    pack = built.pack
    for chart in CHARTS_OF_AMOUNTS:
        exhibit = built.exhibit(chart, voice, options)
        assert exhibit.figure is not None
        for id in (ref.id for ref in exhibit.claims):
            must = hedges(pack, pack.claims[id])
            yield from (f"{chart}, {id}: {n}" for tip in tooltips(exhibit.figure, id) for n in lost(tip, must))
            if phrase_of(pack, pack.claims[id]) not in set(exhibit.table["phrase"]):
                yield f"{chart}, table: the sentence of {id}"


def lost_in_downloads(built: Built) -> Iterator[str]:
    """Of every amount and silence, the columns of the CSV and JSON downloads in which something else stands."""
    table = claims([built.pack])
    from_csv = {row["id"]: row for row in csv.DictReader(io.StringIO(as_csv(table)))}
    from_json = {row["id"]: row for row in json.loads(json.dumps(as_records(table)))}
    for claim in built.counted():
        for name, value in _columns(built.pack, claim).items():
            if from_json[claim.id][name] != value:
                yield f"JSON, {claim.id}: {name}"
            if (from_csv[claim.id][name] or None) != value:
                yield f"CSV, {claim.id}: {name}"


def nameless(built: Built) -> Iterator[str]:
    """Marks and rows of the charts of amounts that carry no claim of the narrative."""
    for chart in CHARTS_OF_AMOUNTS:
        exhibit = built.exhibit(chart)
        assert exhibit.figure is not None
        for trace in exhibit.figure.data:
            if trace.customdata is None and trace.x is not None and any(pd.notna(x) for x in trace.x):
                yield f"{chart}: marks without a claim"
            named = {data[0] for data in (trace.customdata if trace.customdata is not None else ())}
            yield from (f"{chart}: {id}" for id in named - set(built.pack.claims))
        yield from (f"{chart}, table: {id}" for id in set(exhibit.table["claim"]) - set(built.pack.claims))


def _has_a_mark(claim: Claim, chart: str) -> bool:
    """A silence, or an amount in words, has no mark: its words stand in its row. A logarithmic axis has no zero."""
    amount = claim.quantity
    stated = [number for number in (amount.value, amount.low) if number is not None] if amount else []
    return bool(stated) and (chart != "ladder" or stated[0] > 0)


def _row(pack: Pack, claim: Claim) -> dict[str, str]:
    """What stands in the picture beside a mark; the speaker stands in its title and source line."""
    if claim.absence:
        row = {"absence": ABSENCES[claim.absence.kind]}
    else:
        row = hedges(pack, claim) | ({"voice": VOICED[claim.voice]} if claim.voice != "speaker" else {})
        if claim.entity and phrasing.scope(claim.entity).removeprefix("the ") == "world":
            row["entity scope"] = "World"
    return row | ({"measure": pack.words.measures[claim.measure].label} if claim.measure else {})


def _columns(pack: Pack, claim: Claim) -> dict[str, str | None]:
    return {
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
