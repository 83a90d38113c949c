"""Charts draw what their tables hold: the columns they name are there, and their pictures follow the rules."""

from __future__ import annotations

from types import ModuleType

import pytest

from narratives import exhibits
from narratives.charts import (
    argument,
    as_stated,
    forecasts,
    interest,
    ladder,
    layer_stack,
    matrix,
    periods,
    record,
    silences,
)
from narratives.exhibits import Options
from narratives.library.packs import Pack
from narratives.models import Ref

CHARTS: dict[str, ModuleType] = {
    "argument": argument,
    "as-stated": as_stated,
    "figures-given": matrix,
    "forecasts": forecasts,
    "interest": interest,
    "ladder": ladder,
    "layer-matrix": matrix,
    "layer-stack": layer_stack,
    "openness": matrix,
    "periods": periods,
    "record": record,
    "regions": as_stated,
    "silences": silences,
}


def test_every_exhibit_with_a_figure_has_its_chart_here(vale: Pack) -> None:
    view = exhibits.View(
        (vale,), options=Options(first=Ref(vale.id, "makers-next-year"), second=Ref(vale.id, "own-yearly"))
    )
    drawn = {id for id in exhibits.EXHIBITS if exhibits.build(id, view).figure is not None}
    assert drawn - {"comparison", "drift"} == set(CHARTS)  # these two are drawn by `as-stated`


@pytest.mark.parametrize("id", CHARTS)
def test_a_table_has_every_column_its_chart_names(id: str, vale: Pack) -> None:
    assert set(CHARTS[id].COLUMNS) - set(exhibits.build(id, exhibits.View((vale,))).table.columns) == set()


def test_a_bound_is_never_drawn_as_a_bar(vale: Pack) -> None:
    for id in ("as-stated", "ladder", "periods"):
        figure = exhibits.build(id, exhibits.View((vale,))).figure
        assert figure is not None and {trace.type for trace in figure.data} == {"scatter"}


def test_a_lower_bound_is_a_tick_and_an_arrow_at_the_stated_value(vale: Pack) -> None:
    figure = exhibits.build("as-stated", exhibits.View((vale,))).figure
    assert figure is not None
    mine = [
        trace for trace in figure.data if trace.customdata is not None and trace.customdata[0][0] == "makers-next-year"
    ]
    assert [(trace.mode, trace.x[0], trace.marker.symbol, trace.text, trace.textposition) for trace in mine] == [
        ("markers", 40.0, "line-ns-open", None, None),
        ("text", 40.0, None, ("──▷",), "middle right"),
    ]


def test_what_is_possible_has_another_line_than_what_is_asserted(vale: Pack) -> None:
    figure = exhibits.build("as-stated", exhibits.View((vale,))).figure
    assert figure is not None
    arrows = {trace.customdata[0][0]: trace.text[0] for trace in figure.data if trace.mode == "text"}
    assert arrows == {
        "own-quarterly": "◀━━",  # asserted of the present
        "own-at-most": "◁╌╌",  # conditional, of a year to come
        "makers-next-year": "──▷",  # asserted, of a year to come
        "makers-year-after": "┄┄▷",  # possible
    }


def test_no_line_joins_two_statements(vale: Pack) -> None:
    for id in ("as-stated", "ladder"):
        figure = exhibits.build(id, exhibits.View((vale,))).figure
        assert figure is not None and len(figure.data) > 5
        assert [
            trace.name for trace in figure.data if "lines" in trace.mode and any(x is not None for x in trace.x)
        ] == []


def test_all_layers_are_equally_high(vale: Pack) -> None:
    figure = exhibits.build("layer-stack", exhibits.View((vale,))).figure
    assert figure is not None and len({trace.width for trace in figure.data}) == 1


def test_a_stage_enlarges_everything_measured_in_pixels_alike(vale: Pack) -> None:
    plain = exhibits.build("interest", exhibits.View((vale,))).figure
    staged = exhibits.build("interest", exhibits.View((vale,), options=Options(room=10_000))).figure
    assert plain is not None and staged is not None
    ratios = {
        staged.layout.height / plain.layout.height,
        staged.layout.margin.t / plain.layout.margin.t,
        *(b.font.size / a.font.size for a, b in zip(plain.layout.annotations, staged.layout.annotations, strict=True)),
    }
    assert {round(ratio, 6) for ratio in ratios} == {1.6}
    assert staged.data[0].width == plain.data[0].width  # a bar's width is in data, not in pixels
