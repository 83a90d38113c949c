"""Exhibits of several narratives: who plays where, what each says of openness, who gives a figure, amounts by region."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from narratives.charts import as_stated, matrix
from narratives.exhibits import alternatives
from narratives.exhibits.framing import editions, framing, is_money
from narratives.exhibits.view import Exhibit, Shown, View, claims_in
from narratives.tables import matrices, panels
from narratives.tables.amounts import usual
from narratives.vocabulary.absences import STATES
from narratives.vocabulary.counting import plural

SOURCED = "How the words reached us stands under each name; nothing here is an average."


def show_layer_matrix(view: View) -> Shown:
    caveats = ["A number is the speaker’s own for that layer. “Not stated” says nothing of what they do."]
    table = matrices.layer_matrix(view.packs)
    title = f"Who plays where: not stated in {_silent(table)} of {len(table)} places"
    return _matrix(LAYER_MATRIX, "layers", table, view, [*caveats, SOURCED], title)


def show_openness(view: View) -> Shown:
    caveats = [
        "Answers are what each narrative states, in its own words: no scale of ours, and nothing we know from elsewhere."
    ]
    table = matrices.openness(view.packs, view.voices)
    title = f"On openness {len(table) - _silent(table)} of {len(table)} questions have a stated answer"
    return _matrix(OPENNESS, "questions", table, view, [*caveats, SOURCED], title)


def show_figures_given(view: View) -> Shown:
    known = view.pack.words.measures
    measure = next(iter(view.options.measures), usual(known))
    table = matrices.figures_given(view.packs, measure, view.voices)
    label = known[measure].label
    caveats = [
        f"Counts as said: {label.lower()}. “Not raised” means that the published words do not touch it.",
        SOURCED,
    ]
    giving = table.loc[table["word"].isin([STATES[state].cell for state in ("number", "number-one")]), "row"].nunique()
    title = f"{label}: {giving} of {table['row'].nunique()} narratives give a number of their own"
    return _matrix(FIGURES_GIVEN, "regions", table, view, caveats, title)


def show_regions(view: View) -> Shown:
    """All amounts of money, in panels within which the comparability gate lets them stand on one axis."""
    measures = view.options.measures
    table = panels.by_gate(view.packs, view.voices, measures)
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
    framed = framing(view, REGIONS, caveats, is_money, title)
    figure = as_stated.figure(table, framed, logarithmic=view.options.logarithmic)
    parts = alternatives.amounts(table, "groups")
    return Shown(REGIONS, table, parts, figure, tuple(caveats), claims_in(table), title)


def _silent(table: pd.DataFrame) -> int:
    return int((table["state"] == "silent").sum())


def _matrix(exhibit: Exhibit, columns: str, table: pd.DataFrame, view: View, caveats: list[str], title: str) -> Shown:
    of = f"{plural(table['row'].nunique(), 'narrative')} by {table['column'].nunique()} {columns}"
    parts = alternatives.kinds(of, table["word"].str.replace(r" \(.*\)$", "", regex=True))
    framed = replace(framing(view, exhibit, caveats, title=title), source=editions(view.packs))
    figure = matrix.figure(table, framed)
    return Shown(exhibit, table, parts, figure, tuple(caveats), title=title)


LAYER_MATRIX = Exhibit(
    "layer-matrix", "Who plays where", show_layer_matrix, page="layers", of="several", opens="layer", words="layer"
)
OPENNESS = Exhibit("openness", "What each says of openness", show_openness, page="open_source")
FIGURES_GIVEN = Exhibit(
    "figures-given",
    "Who gives a figure",
    show_figures_given,
    page="investment",
    of="several",
    opens="claim",
    controls=("measure",),
)
REGIONS = Exhibit(
    "regions",
    "By region, where it can be compared",
    show_regions,
    page="investment",
    of="several",
    opens="claim",
    controls=("axis", "money"),
)
