"""A record of another narrative is that one wherever it is named: in a card, a citation, a comparison, at a click, in a link."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from narratives import exhibits
from narratives.exhibits import Options, View, walks
from narratives.library import packs
from narratives.models import ExhibitState, Ref
from narratives.ui.page import loading
from narratives.ui.words import figures
from tests import views
from tests.twins import ONE, OTHER, cards, clicked_mark, named, written


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("twins"))


@pytest.fixture(autouse=True)
def shown(twins: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "CONTENT", twins)


def test_the_narratives_share_their_ids_and_not_their_amounts(twins: Path) -> None:
    library = packs.load(twins)
    one, two, bare = (library.packs[id] for id in ("one", "two", "bare"))
    assert (library.problems, set(one.claims) == set(two.claims), set(bare.claims) < set(one.claims)) == (
        (),
        True,
        True,
    )
    amounts = [named(" ".join(claim.says for claim in each.claims.values())) for each in (one, two, bare)]
    assert amounts == [["$40 billion"], ["$70 billion"], []]


def test_a_claim_of_another_narrative_stands_with_its_own_words_record_citation_and_links() -> None:
    app = views.opened(
        "investment",
        {"narrative": ONE, "beside": OTHER, "claim": "two/makers-capex", "chart": "as-stated", "record": "true"},
    )
    app.session_state["cite-claim-makers-capex"] = True
    app.run()
    link, *cited = (each.value for each in app.code)
    ways = [each.proto.query_string for each in app.get("page_link")]
    record = app.get("plotly_chart")[1].proto
    assert {
        "broken": list(app.exception),
        "words": cards(app),
        "link": link,
        "cited": [named(form) for form in cited],
        "named in": [OTHER in form or "other-2026" in form for form in cited],
        "the record": (record.alt.partition(":")[0], named(record.spec)),
        "where it was said": ways,
    } == {
        "broken": [],
        "words": [["$70 billion", "$13 billion"]],
        "link": f"{views.HOST}/investment?narrative=Other+2026&record=true&claim=makers-capex",
        "cited": [["$70 billion"]] * 4,
        "named in": [True] * 4,
        "the record": ("Not from the interview", ["$70 billion", "$13 billion"]),
        "where it was said": ["quote=two%2Fmakers"],
    }


def test_a_quote_of_another_narrative_is_opened_and_cited_as_its_own_where_home_has_the_same_id() -> None:
    nothing_listed = {"narrative": ONE, "search": "no such words"}
    app = views.opened("quotes", nothing_listed | {"quote": "two/makers"})
    app.session_state["cite-quote-makers"] = True
    app.run()
    link, *cited = (each.value for each in app.code)
    assert (list(app.exception), cards(app), link, [named(form) for form in cited]) == (
        [],
        [["$70 billion"], ["$70 billion", "$13 billion"]],
        f"{views.HOST}/quotes?narrative=Other+2026&quote=makers",
        [["$70 billion"]] * 4,
    )
    assert cards(views.opened("quotes", nothing_listed | {"quote": "makers"})) == [
        ["$40 billion"],
        ["$40 billion", "$12 billion"],
    ]


def test_a_quote_in_a_list_of_several_narratives_opens_itself_and_not_that_of_home() -> None:
    app = views.opened("quotes", {"narrative": ONE, "beside": OTHER, "search": "chip makers will spend more"})
    buttons = {each.key: each for each in app.button if each.key and each.key.startswith("open-")}
    assert list(buttons) == ["open-makers", "open-two/makers"]
    app._run(views.clicked(app, buttons["open-two/makers"]))
    assert (app.query_params["quote"], app.get("html")[1].proto.body.count(OTHER)) == ("two/makers", 1)


WORDS = {"two/makers-capex": ["$70 billion", "$13 billion"], "makers-again": ["$40 billion", "$12 billion"]}


def test_each_claim_of_a_comparison_is_of_the_narrative_that_its_own_name_says(monkeypatch: pytest.MonkeyPatch) -> None:
    built, honest = dict[str, Options](), loading.exhibit
    monkeypatch.setattr(loading, "exhibit", lambda id, view: built.update({id: view.options}) or honest(id, view))
    link: dict[str, str | list[str]] = {"narrative": ONE, "beside": OTHER, "chart": "comparison"}
    for pair in (("two/makers-capex", "makers-again"), ("makers-again", "two/makers-capex")):
        app = views.opened("investment", link | dict(zip(("first", "second"), pair, strict=True)))
        refs = [Ref.parse(each, "one") for each in pair]
        assert (list(app.exception), built["comparison"]) == ([], Options(first=refs[0], second=refs[1]))
        assert cards(app)[1:] == [WORDS[each] for each in pair]  # behind the table of both


def test_a_step_of_a_narrative_compares_its_own_claims(twins: Path) -> None:
    pack = packs.load(twins).packs["two"]
    state = ExhibitState(first="makers-capex", second="makers-again")
    step = pack.steps[0].model_copy(update={"exhibit": "comparison", "state": state})
    scene = walks.of_narrative(replace(pack, steps=(step,))).steps[0]
    assert scene.options == Options(first=Ref("two", "makers-capex"), second=Ref("two", "makers-again"))
    assert exhibits.build("comparison", View((pack,), options=scene.options)).claims == (
        scene.options.first,
        scene.options.second,
    )


# What a click on a mark does -------------------------------------------------------------------------

CLICKS: dict[str, tuple[tuple[str, ...], str, Ref | None, dict[str, str]]] = {
    # what is clicked: the mark, the parameter of its exhibit, what is opened, what is set; “one” is the chosen narrative
    "a claim of the chosen narrative": (("a", "one"), "claim", Ref("one", "a"), {"claim": "a"}),
    "a claim of another": (("a", "two"), "claim", Ref("two", "a"), {"claim": "two/a"}),
    "a claim whose mark names no narrative": (("a",), "claim", Ref("one", "a"), {"claim": "a"}),
    "a claim whose mark names an empty one": (("a", ""), "claim", Ref("one", "a"), {"claim": "a"}),
    "a layer of another": (("chips", "two"), "layer", Ref("two", "chips"), {"layer": "chips"}),
    "an interest": (("own-firm",), "about", Ref("one", "own-firm"), {"about": "own-firm"}),
    "a claim where no page has a parameter for it": (("a", "two"), "", Ref("two", "a"), {}),
    "a mark that stands for nothing": (("", "two"), "claim", None, {}),
}


def test_there_are_clicks_to_try() -> None:
    assert len(CLICKS) == 8


@pytest.mark.parametrize("click", CLICKS)
def test_a_click_opens_the_record_of_the_mark_and_sets_what_the_link_calls_it(
    click: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark, opens, opened, params = CLICKS[click]
    state: dict[str, Any] = {"chart": {"selection": {"points": [{"customdata": list(mark)}]}}}
    monkeypatch.setattr(st, "session_state", state)
    figures._open("chart", opens, "one")
    noted = {"chart-last": opened, "chart-opened": opened} if opened else {}
    assert {key: value for key, value in state.items() if key != "chart"} == noted | params
    state["chart"]["selection"]["points"].clear()  # Plotly takes the second click for taking the first one back
    state.pop("chart-opened", None)
    figures._open("chart", opens, "one")
    assert state.get("chart-opened") == opened


def test_a_click_on_a_page_opens_the_words_of_its_narrative_and_stands_in_the_link() -> None:
    app = views.opened("investment", {"narrative": ONE, "beside": OTHER, "chart": "as-stated"})
    assert cards(app) == [["$40 billion", "$12 billion"]]
    app._run(clicked_mark(app, 0, ["makers-capex", "two"]))
    assert (list(app.exception), app.query_params["claim"]) == ([], "two/makers-capex")
    assert cards(app) == [["$70 billion", "$13 billion"]] * 2  # in the dialog, and in the words of the page


def test_a_click_in_a_walkthrough_opens_its_words_and_sets_nothing_of_another_page() -> None:
    app = views.opened("walkthrough", {"narrative": OTHER})
    app._run(clicked_mark(app, 0, ["makers-capex", "two"]))
    assert (list(app.exception), cards(app), "claim" in app.session_state) == (
        [],
        [["$70 billion", "$13 billion"]],
        False,
    )
    assert dict(app.query_params) == {"narrative": OTHER}
