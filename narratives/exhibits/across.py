"""Exhibits of several narratives: who plays where, what each says of openness, who gives a figure, amounts by region."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from narratives.charts import as_stated, matrix
from narratives.exhibits import alternatives
from narratives.exhibits.view import NAMES, Exhibit, View, editions, framing, is_money
from narratives.tables import across as across_table

MEASURE = "capital-expenditure"  # where none is chosen
COLUMNS = {"layer-matrix": "layers", "openness": "questions", "figures-given": "regions"}
SOURCED = "How the words reached us stands under each name; nothing here is an average."


def show_layer_matrix(view: View) -> Exhibit:
    caveats = ["A number is the speaker’s own for that layer. “Not stated” says nothing of what they do."]
    table = across_table.layer_matrix(view.packs)
    title = f"Who plays where: not stated in {_silent(table)} of {len(table)} places"
    return _matrix("layer-matrix", table, view, [*caveats, SOURCED], title)


def show_openness(view: View) -> Exhibit:
    caveats = [
        "Answers are what each narrative states, in its own words: no scale of ours, and nothing we know from elsewhere."
    ]
    table = across_table.openness(view.packs, view.voices)
    title = f"On openness {len(table) - _silent(table)} of {len(table)} questions have a stated answer"
    return _matrix("openness", table, view, [*caveats, SOURCED], title)


def show_figures_given(view: View) -> Exhibit:
    known = view.pack.words.measures
    usual = MEASURE if MEASURE in known else next(iter(known))
    measure = next(iter(view.options.get("measures", ())), usual)
    table = across_table.figures_given(view.packs, measure, view.voices)
    label = known[measure].label
    caveats = [
        f"Counts as said: {label.lower()}. “Not raised” means that the published words do not touch it.",
        SOURCED,
    ]
    giving = table.loc[table["word"].isin(["a number", "one firm"]), "row"].nunique()
    title = f"{label}: {giving} of {table['row'].nunique()} narratives give a number of their own"
    return _matrix("figures-given", table, view, caveats, title)


def show_regions(view: View) -> Exhibit:
    """All amounts of money, in panels within which the comparability gate lets them stand on one axis."""
    measures = tuple(view.options.get("measures", ()))
    table = across_table.by_gate(view.packs, view.voices, measures)
    caveats = [
        "One panel holds what agrees in measure, unit, scope, period type, nature and status; all else stands apart.",
        "Amounts are in the currency stated; a conversion is ours and stands beside it in words.",
        SOURCED,
    ]
    stated = table[table["form"] != "absent"]
    both = stated.groupby("measure")["region"].agg(lambda regions: {"US", "CN"} <= set(regions)).sum()
    what = view.pack.words.measures[measures[0]].label if len(measures) == 1 else "Money"
    meet = f"share an axis in {both} of {stated['measure'].nunique()} groups" if both else "share no axis"
    title = f"{what}, {len(stated)} amounts: the U.S. and China {meet}"
    figure = as_stated.figure(
        table,
        framing(view, "regions", caveats, is_money, title),
        logarithmic=view.options.get("logarithmic") is True,
    )
    claims = tuple(table["claim"])
    return Exhibit(
        "regions", NAMES["regions"], table, alternatives.amounts(table, "groups"), figure, tuple(caveats), claims, title
    )


def _silent(table: pd.DataFrame) -> int:
    return int((table["state"] == "silent").sum())


def _matrix(id: str, table: pd.DataFrame, view: View, caveats: list[str], title: str) -> Exhibit:
    of = f"{alternatives.number(table['row'].nunique(), 'narrative')} by {table['column'].nunique()} {COLUMNS[id]}"
    alt = alternatives.kinds(of, table["word"].str.replace(r" \(.*\)$", "", regex=True))
    framed = replace(framing(view, id, caveats, title=title), source=editions(view.packs))
    figure = matrix.figure(table, framed)
    return Exhibit(id, NAMES[id], table, alt, figure, tuple(caveats), title=title)
