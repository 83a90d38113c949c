"""id → table, chart, takeaway: what pages, the walkthrough and the hedge lock all show.

An exhibit ties one table to one chart. Its alt text and caveats are made from the table, so they hold every hedge; its
headline is content (``findings``), since what was found is an editor's sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from narratives import dates, phrasing
from narratives.charts import argument, as_stated, canvas, interest, ladder, layer_stack, periods, silences
from narratives.charts.canvas import Framing
from narratives.packs import Pack
from narratives.tables import amounts as amounts_table
from narratives.tables import claims as claims_table
from narratives.tables import layers as layers_table
from narratives.tables import silences as silences_table
from narratives.tables import stance as stance_table
from narratives.tables import words as words_table
from narratives.tables.claims import ALL_VOICES


@dataclass(frozen=True)
class Exhibit:
    """One thing shown: ``table`` is exactly what ``figure`` draws, ``alt`` says it in words, ``name`` heads it."""

    id: str
    name: str
    table: pd.DataFrame
    alt: str
    figure: go.Figure | None = None
    caveats: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class View:
    """What the reader chose: the narratives, whose words, and the state of single exhibits."""

    packs: tuple[Pack, ...]
    voices: frozenset[str] = ALL_VOICES
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def pack(self) -> Pack:
        return self.packs[0]


def build(id: str, view: View) -> Exhibit:
    """The exhibit ``id`` under a view; KeyError for an unknown id."""
    return EXHIBITS[id](view)


def framing(view: View, exhibit: str, caveats: Sequence[str] = ()) -> Framing:
    """Finding, caveats and source line of an exhibit, as they stand inside the picture that a reader saves."""
    finding = view.pack.narrative.findings.get(exhibit) if len(view.packs) == 1 else None  # type: ignore[call-overload]
    left_out = claims_table.left_out(view.packs, view.voices)
    caveats = (*caveats, left_out) if left_out else tuple(caveats)
    speakers = " and ".join(pack.narrative.speakers[0].name for pack in view.packs)
    return Framing(
        finding.headline if finding else f"{NAMES[exhibit]}: {speakers}",
        tuple(caveats),
        "; ".join(source_line(pack) for pack in view.packs),
    )


def source_line(pack: Pack) -> str:
    """Who, where, when, how the words reached us, and which edition: the line under every picture and page."""
    narrative = pack.narrative
    speaker = phrasing.printed_name(narrative.speakers[0])
    where = ", ".join(part for part in (narrative.occasion.name, narrative.occasion.place) if part)
    return (
        f"{speaker}, {where}, {dates.in_words(narrative.occasion.date)}; {phrasing.SOURCINGS[narrative.sourcing]}. "
        f"Edition {pack.edition}, reviewed {dates.in_words(narrative.reviewed)}."
    )


def _key_figures(view: View) -> Exhibit:
    table = claims_table.claims(view.packs, view.voices)
    wanted = [id for pack in view.packs for id in pack.narrative.key_figures]
    shown = (
        table[table["id"].isin(wanted)]
        .set_index("id")
        .reindex([id for id in wanted if id in set(table["id"])])
        .reset_index()
    )
    return Exhibit(
        "key-figures",
        NAMES["key-figures"],
        shown,
        " ".join(f"{phrase}." for phrase in shown["phrase"]),
        claims=tuple(shown["id"]),
    )


def _layer_stack(view: View) -> Exhibit:
    table = layers_table.layers(view.packs)
    caveat = "All layers have the same height: nothing here is an amount. Numbers are the speaker’s own."
    alt = " ".join(_layer_in_words(row) for row in canvas.records(table))
    figure = layer_stack.figure(table, framing(view, "layer-stack", [caveat]))
    return Exhibit("layer-stack", NAMES["layer-stack"], table, f"Bottom layer first. {alt}", figure, (caveat,))


def _layer_in_words(row: dict[str, Any]) -> str:
    entry = " and the entry point" if row["entry_point"] else ""
    reason = f", “{row['reason']}”" if row["reason"] else ""
    return f"{row['label']}, {row['name']}: {row['state']}{entry}{reason}."


def _argument(view: View) -> Exhibit:
    table = stance_table.arguments(view.pack, view.voices)
    alt = " ".join(f"{row['role'].capitalize()}: {row['label']}, “{row['exact']}”." for row in canvas.records(table))
    caveat = "The order and the labels are ours; each point opens the words it stands on."
    return Exhibit(
        "argument",
        NAMES["argument"],
        table,
        alt,
        argument.figure(table, framing(view, "argument", [caveat])),
        (caveat,),
    )


def _called(view: View) -> Exhibit:
    table = stance_table.called(view.packs, view.voices)
    alt = " ".join(f"{phrase}." for phrase in table["phrase"])
    return Exhibit("called-open-closed", NAMES["called-open-closed"], table, alt, claims=tuple(table["claim"]))


def _as_stated(view: View) -> Exhibit:
    table = amounts_table.amounts(view.packs, view.voices)
    about = view.options.get("about", "anyone")
    if about != "anyone":
        spoken = claims_table.claims(view.packs, view.voices)
        table = table[table["claim"].isin(spoken.loc[spoken["about"] == about, "id"]) | (table["form"] == "absent")]
    logarithmic = view.options.get("logarithmic") is True
    caveats = ["Each measure has its own axis: they count unlike things, so lengths are not compared across panels."]
    if (table["form"] == "absent").any():
        caveats.append("A missing figure keeps its row and is not zero.")
    figure = as_stated.figure(table, framing(view, "as-stated", caveats), logarithmic=logarithmic)
    return Exhibit(
        "as-stated", NAMES["as-stated"], table, _phrases(table), figure, tuple(caveats), tuple(table["claim"])
    )


def _periods(view: View) -> Exhibit:
    table = amounts_table.amounts(view.packs, view.voices)
    table = table[table["period_start"].notna() | (table["recurs"] != "")].assign(
        said=view.pack.narrative.occasion.date
    )
    table = table.sort_values(["period_start", "claim"], na_position="first", kind="stable").reset_index(drop=True)
    caveat = (
        "Relative periods are resolved from the day the words were said; the stated words stand in quotation marks."
    )
    figure = periods.figure(table, framing(view, "periods", [caveat]))
    return Exhibit("periods", NAMES["periods"], table, _phrases(table), figure, (caveat,), tuple(table["claim"]))


def _ladder(view: View) -> Exhibit:
    table = amounts_table.by_size(amounts_table.amounts(view.packs, view.voices))
    share, found = view.options.get("share"), amounts_table.movable(view.pack)
    if found and share and found[0].voice in view.voices:
        table = amounts_table.with_share(table, view.pack, found[0], int(share))
    caveats = [
        "Only magnitudes can be read here: the amounts count unlike things. Other wordings of an amount are left out."
    ]
    if below := int((table["low"].fillna(table["high"]).astype(float) <= 0).sum()):
        caveats.append(
            f"{below} amount{'s' * (below != 1)} of zero or less cannot stand on a logarithmic axis; see the table."
        )
    figure = ladder.figure(table, framing(view, "ladder", caveats))
    return Exhibit("ladder", NAMES["ladder"], table, _phrases(table), figure, tuple(caveats), tuple(table["claim"]))


def _silences(view: View) -> Exhibit:
    table = silences_table.silences(view.packs, view.voices)
    caveat = "“Not raised” means that the published words do not touch it; the interview is condensed."
    alt = " ".join(
        f"{row['topic_label']}, {row['region_label']}: {row['state_label']}." for row in canvas.records(table)
    )
    return Exhibit(
        "silences",
        NAMES["silences"],
        table,
        alt,
        silences.figure(table, framing(view, "silences", [caveat])),
        (caveat,),
    )


def _interest(view: View) -> Exhibit:
    table = silences_table.interest(view.packs, view.voices)
    caveat = "Counts claims, not money or weight."
    alt = (
        "Claims by whose interest they touch: "
        + "; ".join(f"{row['label']} {row['count']}" for row in canvas.records(table))
        + "."
    )
    return Exhibit(
        "interest",
        NAMES["interest"],
        table,
        alt,
        interest.figure(table, framing(view, "interest", [caveat])),
        (caveat,),
    )


def _comparison(view: View) -> Exhibit:
    pack = view.pack
    pair = [pack.claims[id] for name in ("first", "second") if (id := str(view.options.get(name))) in pack.claims]
    if len(pair) != 2:
        return Exhibit("comparison", NAMES["comparison"], pd.DataFrame(), EMPTY_PAIR)
    table, judged = silences_table.comparison((pack, pair[0]), (pack, pair[1]))
    rows = silences_table.compared((pack, pair[0]), (pack, pair[1]))
    if judged.comparable:
        verdict = "All facets that matter agree, so the two stand on one axis."
        rows = rows.assign(measure="one", measure_label=rows["measure_label"].iloc[0] if len(rows) else "")
    else:
        names = ", ".join(facet.name for facet in judged.differing)
        verdict = f"Not on one axis: they differ in {names}."
        rows = rows.assign(measure=[f"panel {i}" for i in range(len(rows))])
    figure = as_stated.figure(rows, framing(view, "comparison", [verdict])) if len(rows) else None
    alt = f"{verdict} {_phrases(rows)}"
    return Exhibit("comparison", NAMES["comparison"], table, alt, figure, (verdict,), tuple(claim.id for claim in pair))


EMPTY_PAIR = "Fewer than two amounts of money are stated under this choice, so there is nothing to compare."


def _renderings(view: View) -> Exhibit:
    table = words_table.renderings(view.pack, view.voices)
    alt = " ".join(
        f"{row['says']}; first said as: {row['first']}. Changed: {row['changed'] or 'wording only'}."
        for row in canvas.records(table)
    )
    return Exhibit("renderings", NAMES["renderings"], table, alt, claims=tuple(table["claim"]))


def _audit(view: View) -> Exhibit:
    table = words_table.quotes([view.pack])[["id", "voice", "speaker", "exact", "audit", "claims"]]
    counts = words_table.audit_counts(view.pack)
    alt = f"{len(table)} quotes: " + ", ".join(f"{count} {state}" for state, count in counts.items()) + "."
    return Exhibit("audit", NAMES["audit"], table, alt)


def _phrases(table: pd.DataFrame) -> str:
    return " ".join(f"{phrase}." for phrase in table["phrase"]) if len(table) else "Nothing is shown under this choice."


NAMES = {
    "key-figures": "Key figures, with their hedges",
    "layer-stack": "The stack, bottom first",
    "argument": "The argument",
    "called-open-closed": "Who is called open or closed, and by whom",
    "as-stated": "As stated",
    "periods": "When",
    "ladder": "The ladder",
    "comparison": "Can it be compared?",
    "silences": "Silences",
    "interest": "Whose interest",
    "renderings": "The same statement, worded again",
    "audit": "Every quote with its audit",
}
EXHIBITS: dict[str, Callable[[View], Exhibit]] = {
    "key-figures": _key_figures,
    "layer-stack": _layer_stack,
    "argument": _argument,
    "called-open-closed": _called,
    "as-stated": _as_stated,
    "periods": _periods,
    "ladder": _ladder,
    "comparison": _comparison,
    "silences": _silences,
    "interest": _interest,
    "renderings": _renderings,
    "audit": _audit,
}
