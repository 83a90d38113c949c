"""Exhibits of amounts and silences: as stated, when, on one ladder, compared, not said, and in whose interest."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from narratives.charts import as_stated, canvas, interest, ladder, periods, silences
from narratives.exhibits import alternatives
from narratives.exhibits.framing import framing, is_money
from narratives.exhibits.view import Exhibit, Shown, View, claims_in, only
from narratives.library.packs import Pack
from narratives.models import Claim, Ref, dates
from narratives.tables import amounts, claims, pairs, reckoning, topics
from narratives.vocabulary.counting import plural
from narratives.vocabulary.firmness import STATUSES

EMPTY_PAIR = ("Two different claims are needed for a comparison",)


def show_as_stated(view: View) -> Shown:
    table = only(amounts.amounts(view.packs, view.voices), "measure", view.options.measures)
    table = only(table, "claim", view.options.claims)
    if about := view.options.about:
        spoken = claims.claims(view.packs, view.voices)
        touching = set(zip(spoken["narrative"], spoken["id"], spoken["about"], strict=True))
        rows = zip(table["narrative"], table["claim"], table["form"], strict=True)
        kept = [form == "absent" or (name, id, about) in touching for name, id, form in rows]
        table = table[pd.Series(kept, index=table.index, dtype=bool)]  # an empty list would choose no columns
    caveats = ["Each measure has its own axis: they count unlike things, so lengths are not compared across panels."]
    if (table["form"] == "absent").any():
        caveats.append("A missing figure keeps its row and is not zero.")
    stated = table[table["form"] != "absent"]
    title = _of_several(
        view, f"{len(stated)} amounts of money in {stated['measure'].nunique()} measures, none on one axis"
    )
    shown = _led(view, view.dimming(table, "claim"))
    figure = as_stated.figure(
        shown, framing(view, AS_STATED, caveats, is_money, title), logarithmic=view.options.logarithmic
    )
    return Shown(AS_STATED, table, alternatives.amounts(table), figure, tuple(caveats), claims_in(table))


def show_periods(view: View) -> Shown:
    table = only(amounts.amounts(view.packs, view.voices), "measure", view.options.measures)
    table = table[table["period_end"].notna() | (table["recurs"] != "")].assign(
        said=lambda rows: rows["said_on"].map(dates.first_day),
        said_end=lambda rows: rows["said_on"].map(dates.last_day),
    )
    table = table.sort_values(["period_end", "period_start", "claim"], na_position="first", kind="stable").reset_index(
        drop=True
    )
    caveat = (
        "Relative periods are resolved from the day the words were said; the stated words stand in quotation marks."
    )
    ahead = int(table["status"].isin([STATUSES["plan"], STATUSES["forecast"]]).sum())
    title = _of_several(view, f"{len(table)} amounts with a time, {ahead} of them plans or forecasts")
    framed = framing(view, PERIODS, [caveat], is_money, title)
    figure = periods.figure(_led(view, view.dimming(table, "claim")), framed)
    return Shown(PERIODS, table, alternatives.times(table), figure, (caveat,), claims_in(table))


def show_ladder(view: View) -> Shown:
    stated = only(amounts.amounts(view.packs, view.voices), "measure", view.options.measures)
    table, share, found = amounts.by_size(stated), view.options.share, reckoning.movable(view.pack)
    if found and share is not None and found[0].voice in view.voices:
        table = reckoning.with_share(table, view.pack, found[0], share)
    caveats = [
        "Only magnitudes can be read here: the amounts count unlike things. Other wordings of an amount are left out."
    ]
    if below := int((table["low"].fillna(table["high"]).astype(float) <= 0).sum()):
        caveats.append(f"{plural(below, 'amount')} of zero or less cannot stand on a logarithmic axis; see the table.")
    currencies = table["currency"].nunique()
    title = _of_several(view, f"{len(table)} amounts of unlike things by size, in {currencies} currencies")
    framed = framing(view, LADDER, caveats, is_money, title)
    figure = ladder.figure(_led(view, view.dimming(table, "claim")), framed)
    drawn = table[table["low"].fillna(table["high"]).astype(float) > 0]
    parts = alternatives.amounts(table)
    return Shown(LADDER, table, parts, figure, tuple(caveats), claims_in(drawn))


def show_comparison(view: View) -> Shown:
    pair = [found for ref in (view.options.first, view.options.second) if ref and (found := _claim_of(view, ref))]
    if len({(pack.id, claim.id) for pack, claim in pair}) != 2:
        return Shown(COMPARISON, pd.DataFrame(), EMPTY_PAIR)
    table, judged = pairs.comparison(*pair)
    rows = pairs.compared(*pair)
    if len({pack.id for pack, _ in pair}) > 1:
        rows = rows.assign(lead=rows["label"])
    if judged.comparable:
        verdict = "All facets that matter agree, so the two stand on one axis."
        rows = rows.assign(measure="one", measure_label=rows["measure_label"].iloc[0] if len(rows) else "")
    else:
        names = ", ".join(facet.name for facet in judged.differing)
        verdict = f"Not on one axis: they differ in {names}."
        rows = rows.assign(measure=[f"panel {i}" for i in range(len(rows))])
    drawable = rows[rows["form"].isin(["absent", "words"]).eq(False) | (rows["form"] == "absent")]
    of_both = replace(view, packs=tuple({pack.id: pack for pack, _ in pair}.values()))
    framed = framing(of_both, COMPARISON, title=verdict.rstrip("."))
    figure = as_stated.figure(drawable, framed) if len(drawable) else None
    claims = tuple(Ref(pack.id, claim.id) for pack, claim in pair)
    parts = (verdict.rstrip("."), ", beside ".join(alternatives.named(rows)))
    return Shown(COMPARISON, table, parts, figure, (verdict,), claims, framed.title)


def _claim_of(view: View, ref: Ref) -> tuple[Pack, Claim] | None:
    """The claim that is meant, with its narrative; None where the view has none such."""
    pack = next((each for each in view.packs if each.id == ref.narrative), None)
    return (pack, pack.claims[ref.id]) if pack and ref.id in pack.claims else None


def show_silences(view: View) -> Shown:
    table = only(topics.silences(view.packs, view.voices), "topic", view.options.measures)
    caveat = "“Not raised” means that the published words do not touch it; more may have been said."
    of = f"{table['topic'].nunique()} topics by {table['region'].nunique()} regions"
    parts = alternatives.kinds(of, table["state_label"])
    figure = silences.figure(table, framing(view, SILENCES, [caveat], lambda claim: claim.measure))
    return Shown(SILENCES, table, parts, figure, (caveat,))


def show_interest(view: View) -> Shown:
    table = topics.interest(view.packs, view.voices)
    caveat = "Counts claims, not money or weight."
    own = int(table.loc[table["about"] == "own-firm", "count"].sum())
    title = _of_several(view, f"{own} of {int(table['count'].sum())} claims touch the speaker’s own firm")
    labels = [f"{row['label']} {row['count']}" for row in canvas.records(table)]
    parts = (f"Claims by whose interest they touch: {labels[0]}", *labels[1:]) if labels else alternatives.EMPTY
    figure = interest.figure(table, framing(view, INTEREST, [caveat], lambda claim: claim.about, title))
    return Shown(INTEREST, table, parts, figure, (caveat,))


def _of_several(view: View, counted: str) -> str:
    """What is counted as the title of a picture of several narratives; of one, its own finding speaks."""
    return f"{len(view.packs)} narratives: {counted}" if len(view.packs) > 1 else ""


def _led(view: View, table: pd.DataFrame) -> pd.DataFrame:
    """``table`` with the narrative as ``lead`` of each row, where there are several."""
    return table.assign(lead=table["label"] if len(view.packs) > 1 else "")


AS_STATED = Exhibit(
    "as-stated",
    "As stated",
    show_as_stated,
    page="investment",
    opens="claim",
    controls=("about", "axis", "measures"),
    with_record=True,
)
PERIODS = Exhibit(
    "periods", "When", show_periods, page="investment", opens="claim", controls=("measures",), with_record=True
)
LADDER = Exhibit(
    "ladder",
    "The ladder",
    show_ladder,
    page="investment",
    opens="claim",
    controls=("measures", "share"),
    with_record=True,
)
COMPARISON = Exhibit(
    "comparison",
    "Can it be compared?",
    show_comparison,
    page="investment",
    of="two",
    opens="claim",
    controls=("pair",),
    tabled=True,
)
SILENCES = Exhibit(
    "silences", "Silences", show_silences, page="investment", of="one", opens="claim", controls=("measures",)
)
INTEREST = Exhibit(
    "interest",
    "Whose interest",
    show_interest,
    page="investment",
    opens="about",
    words="nothing",
    controls=("about",),
)
