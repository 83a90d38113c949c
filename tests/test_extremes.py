"""Every page stands up to a narrative that is all right and far from usual, or says plainly why it is empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from narratives import exhibits
from narratives.ui.page import loading
from tests import extremes
from tests.test_pages import PAGES, ROOT, shown

CHARTS = ("as-stated", "periods", "ladder", "comparison", "silences", "interest")


def opened(content: Path, monkeypatch: pytest.MonkeyPatch, page: str, **params: str) -> AppTest:
    monkeypatch.setattr(loading, "CONTENT", content)
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30)
    app.run()
    for name, value in params.items():
        app.query_params[name] = value
    return app.switch_page(str(ROOT / "pages" / f"{page}.py")).run() if page != "overview" else app.run()


def test_the_family_of_extremes_is_not_empty() -> None:
    assert list(extremes.ALL) == ["amounts", "no figures", "forty layers"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", extremes.ALL)
def test_a_page_stands_up_to_an_extreme_narrative(
    name: str, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = extremes.ALL[name](tmp_path)
    app = opened(made.content, monkeypatch, page)
    assert (made.report(), list(app.exception), len(app.title)) == ("", [], 1)


@pytest.mark.parametrize("chart", CHARTS)
@pytest.mark.parametrize("name", extremes.ALL)
def test_a_chart_stands_up_to_an_extreme_narrative(
    name: str, chart: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(extremes.ALL[name](tmp_path).content, monkeypatch, "investment", chart=chart)
    assert (list(app.exception), "traceback" in shown(app).casefold()) == ([], False)


def test_an_amount_below_zero_is_drawn_below_zero_and_said_to_be_missing_from_the_ladder(tmp_path: Path) -> None:
    view = exhibits.View((extremes.with_amounts(tmp_path).pack(),))
    stated, ladder = exhibits.build("as-stated", view), exhibits.build("ladder", view)
    assert stated.figure is not None and ladder.figure is not None
    low, high = stated.figure.layout.xaxis.range
    assert (low < -44.7 / 1e6, high > 1000) == (True, True)
    assert ladder.caveats[1] == "1 amount of zero or less cannot stand on a logarithmic axis; see the table."
    assert "negative" not in {
        data[0] for trace in ladder.figure.data if trace.customdata is not None for data in trace.customdata
    }


def test_two_currencies_never_share_an_axis(tmp_path: Path) -> None:
    figure = exhibits.build("as-stated", exhibits.View((extremes.with_amounts(tmp_path).pack(),))).figure
    assert figure is not None
    axes = {data[0]: trace.xaxis for trace in figure.data if trace.customdata is not None for data in trace.customdata}
    assert (axes["yuan"], {axes[id] for id in axes if id != "yuan"}) == ("x2", {"x"})
    assert figure.layout.xaxis2.title.text == "billion yuan (RMB), linear from zero"


def test_an_amount_in_words_has_its_row_and_no_mark(tmp_path: Path) -> None:
    figure = exhibits.build("as-stated", exhibits.View((extremes.with_amounts(tmp_path).pack(),))).figure
    assert figure is not None
    marked = {data[0] for trace in figure.data if trace.customdata is not None for data in trace.customdata}
    rows = [annotation.text for annotation in figure.layout.annotations if "a few hundred billion" in annotation.text]
    assert ("words" in marked, len(rows)) == (False, 1)


def test_a_long_layer_name_never_hides_what_is_said_of_the_layer(tmp_path: Path) -> None:
    figure = exhibits.build("layer-stack", exhibits.View((extremes.with_forty_layers(tmp_path).pack(),))).figure
    assert figure is not None
    bands = [
        annotation.text.replace("<br>", " ")
        for annotation in figure.layout.annotations
        if "nusually long" in annotation.text
    ]
    assert len(bands) == 1 and "…" in bands[0] and "not stated" in bands[0]
