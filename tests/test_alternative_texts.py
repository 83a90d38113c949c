"""What a screen reader says of a picture: the finding, what is shown from the smallest to the largest, where the words are."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from benchmarks.generating import generate
from narratives import exhibits
from narratives.exhibits import Options, Shown, View, alternatives
from narratives.library import packs
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts.hearing import CHOICES
from narratives.receipts.sentences import phrase_of
from narratives.tables.claims import as_csv
from narratives.ui.page import loading
from narratives.ui.stage import staging
from narratives.ui.words import doubts
from tests.example import Example

ROOT = Path(__file__).parents[1]
POINTERS = (
    "The table below holds each sentence.",
    "The table below holds each number.",
    staging.STAGED,
    staging.PRINTED,
    doubts.BESIDE,
    "Each wording stands below.",
)
AMOUNTS = ("as-stated", "ladder", "periods", "regions")
ONE = (
    "key-figures",
    "renderings",
    *(each.id for each in exhibits.LISTED if each.of == "one"),
)  # looked at with one narrative


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Pack, ...]:
    """The example and six generated narratives."""
    root = tmp_path_factory.mktemp("made")
    example = Example(root / "example").write().pack()
    library = packs.load(generate(root / "made", 6))
    assert len(library.packs) == 6
    return (example, *library.packs.values())


def views(made: tuple[Pack, ...], exhibit: str) -> list[View]:
    """The exhibit of one narrative under each choice of voices, and of many; compared amounts are any two that follow."""
    found = [View(chosen, voices) for chosen in (made[:1], made[1:2]) for voices in CHOICES.values()]
    found += [] if exhibit in ONE else [View(made[1:4]), View(made[1:], CHOICES["quoted only"])]
    if exhibit == "comparison":
        ids = [claim.id for claim in made[1].claims.values() if claim.measure][:8]
        pairs = [(Ref(made[1].id, a), Ref(made[1].id, b)) for a in ids for b in ids if a < b]
        found = [View(made[1:2], options=Options(first=a, second=b)) for a, b in pairs]
    return found


Looked = Callable[[str], list[tuple[View, Shown]]]


@pytest.fixture(scope="module")
def looked(made: tuple[Pack, ...]) -> Looked:
    """Each exhibit under these views, built once for all that is asked of it."""
    return functools.cache(lambda exhibit: [(view, exhibits.build(exhibit, view)) for view in views(made, exhibit)])


def test_there_are_exhibits_and_places() -> None:
    assert (len(exhibits.EXHIBITS), max(map(len, POINTERS)) + 1 + alternatives.CHARACTERS) == (19, 301)


@pytest.mark.parametrize("exhibit", exhibits.EXHIBITS)
def test_an_alternative_text_begins_with_the_finding_and_has_at_most_300_characters(
    exhibit: str, looked: Looked
) -> None:
    assert looked(exhibit)
    for view, built in looked(exhibit):
        whole = len(view.packs) == 1 and exhibit in view.pack.narrative.findings
        finding = view.pack.narrative.findings[exhibit].headline if whole else built.title or built.name  # type: ignore[index]
        assert built.alt.startswith(finding.removesuffix(".")) or "…" in built.alt
        assert max(len(f"{built.alt} {pointer}") for pointer in POINTERS) <= 300


def row(**more: Any) -> dict[str, Any]:
    return {
        "narrative": "a",
        "label": "Example 2026",
        "claim": "c",
        "measure": "capital-expenditure",
        "measure_label": "Capital expenditure",
        "amount": "about $25 billion",
        "form": "about",
        "low": 25e9,
        "high": 25e9,
        "currency": "USD",
        "status": "stated of the present",
        "modality": "asserted",
        "condition": "",
        "voice": "speaker",
        **more,
    }


def counted(*rows: dict[str, Any]) -> tuple[str, ...]:
    return alternatives.amounts(pd.DataFrame(list(rows)))


def said(*rows: dict[str, Any]) -> str:
    return f"{'; '.join(counted(*rows))}."


LARGE = row(
    measure="gdp",
    measure_label="Gross domestic product (GDP)",
    amount="more than $100 trillion",
    form="lower bound",
    low=1e14,
    high=None,
)
ABSENT = row(form="absent", low=None, high=None, currency=None, amount="no figure stated")


def test_the_smallest_and_the_largest_are_named_each_with_its_bound_and_what_it_counts() -> None:
    assert said(row(), LARGE, ABSENT, ABSENT) == (
        "2 amounts of 2 measures, 2 not stated; "
        "smallest about $25 billion (capital expenditure), largest more than $100 trillion (gross domestic product)."
    )


def test_an_amount_keeps_its_doubt_its_condition_its_voice_and_that_it_is_of_the_future() -> None:
    doubted = row(
        amount="at most $1 trillion", low=None, high=1e12, modality="possible", status="forecast", voice="journalist"
    )
    tied = row(modality="conditional", condition="if rates fall", voice="paraphrase", status="planned")
    assert said(tied, doubted) == (
        "2 amounts; smallest about $25 billion (capital expenditure, planned, on a condition, paraphrased), "
        "largest possibly at most $1 trillion (capital expenditure, forecast, the journalist’s words)."
    )


def test_amounts_in_other_currencies_and_in_words_are_counted_and_not_compared() -> None:
    euro = row(amount="€1 trillion", currency="EUR", low=1e12, high=1e12)
    wordy = row(amount="billions", form="words", low=None, high=None)
    assert said(row(), LARGE, euro, wordy).endswith("; 1 in other currencies or units; 1 in words only.")


def test_between_unlike_measures_no_range_is_told() -> None:
    assert not re.search(r"from .* to ", said(row(), LARGE))


def test_one_amount_is_told_alone_and_none_as_none() -> None:
    assert said(row()) == "1 amount; about $25 billion (capital expenditure)."
    assert said(ABSENT) == "0 amounts, 1 not stated."
    assert alternatives.amounts(pd.DataFrame([], columns=list(row()))) == ("Nothing is shown under this choice",)


def test_of_several_narratives_each_amount_names_its_own() -> None:
    assert "$25 billion (capital expenditure, Example 2026)" in said(
        row(), LARGE | {"narrative": "b", "label": "Other 2025"}
    )


def test_a_long_finding_ends_at_a_word_and_leaves_room_for_what_is_counted() -> None:
    told = alternatives.fitted("word " * 80, counted(row(), LARGE))
    assert re.fullmatch(r"(word )+… 2 amounts of 2 measures\.", told) and len(told) <= alternatives.CHARACTERS
    assert len(alternatives.fitted("x" * 2000, ["y" * 2000])) <= alternatives.CHARACTERS


def test_what_does_not_fit_is_left_out_whole_and_marked() -> None:
    told = alternatives.fitted("word " * 40, counted(row(), LARGE))
    assert told == "word " * 40 + ". 2 amounts of 2 measures…"


@pytest.mark.parametrize("exhibit", ["as-stated", "ladder", "regions"])
def test_each_amount_that_is_named_stands_so_in_the_table_with_its_bound_and_doubt(
    exhibit: str, looked: Looked
) -> None:
    named = 0
    for _, built in looked(exhibit):
        for found in re.findall(r"(?:smallest|largest) (possibly )?(.+?) \(", built.alt):
            rows = built.table[built.table["amount"] == found[1]]
            assert len(rows) and bool(found[0]) in set(rows["modality"] == "possible")
            named += 1
    assert named


@pytest.mark.parametrize(
    "exhibit",
    [
        name
        for name in exhibits.EXHIBITS
        if name not in ("comparison", "layer-stack", "interest", "audit", "argument", "renderings", "drift")
    ],
)
def test_the_table_and_its_download_hold_every_sentence_in_full(exhibit: str, looked: Looked) -> None:
    for view, built in looked(exhibit):
        assert "phrase" in built.table.columns
        by_id = {claim.id: phrase_of(pack, claim) for pack in view.packs for claim in pack.claims.values()}
        if len(view.packs) == 1 and "claim" in built.table and exhibit in (*AMOUNTS, "key-figures", "forecasts"):
            assert list(built.table["phrase"]) == [by_id[id] for id in built.table["claim"]]
        assert all(str(phrase).replace('"', '""') in as_csv(built.table) for phrase in built.table["phrase"])


def texts(app: AppTest) -> list[str]:
    return [chart.proto.alt for chart in app.get("plotly_chart")]


PLACES: dict[str, tuple[str, dict[str, str], str]] = {
    "the layers": ("layers", {}, POINTERS[0]),
    "the argument": ("open_source", {}, POINTERS[0]),
    **{
        f"the chart {name}": ("investment", {"chart": name}, POINTERS[0])
        for name in ("as-stated", "periods", "ladder", "silences")
    },
    "whose interest": ("investment", {"chart": "interest"}, POINTERS[1]),
    "a comparison": (
        "investment",
        {"chart": "comparison", "first": "makers-capex", "second": "makers-again"},
        POINTERS[0],
    ),
    "a step on a page": ("walkthrough", {}, POINTERS[0]),
    "a step on stage": ("walkthrough", {"present": "1"}, staging.STAGED),
    "the sheet": ("walkthrough", {"view": "sheet"}, staging.PRINTED),
}


def test_there_are_places() -> None:
    assert len(PLACES) == 11


@pytest.mark.parametrize("place", PLACES)
def test_a_picture_points_to_where_its_words_stand_and_there_they_are(
    place: str, example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, params, pointer = PLACES[place]
    claim = "- id: makers-capex" + example.read("claims.yaml").split("- id: makers-capex")[1]
    again = claim.replace("makers-capex", "makers-again").replace("plants next year.", "plants next year, they say.")
    example.add("claims.yaml", again)
    monkeypatch.setattr(loading, "CONTENT", example.content)
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30).run()
    for name, value in params.items():
        app.query_params[name] = value
    app = app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    assert texts(app) and all(text.endswith(pointer) and len(text) <= 300 for text in texts(app)[:1])
    tables = [each for each in app.expander if each.label.startswith("The table behind")]
    bodies = "".join(element.proto.body for element in app.get("html"))
    if place == "a comparison":
        assert 'class="asn-table"' in bodies
    elif pointer in POINTERS[:2]:
        assert len(tables) >= 1
    elif pointer == staging.PRINTED:
        assert not tables and bodies.count("asn-quote") >= 1
    else:
        assert not tables and staging.KEYS["E"] == "the exact words behind this step"
    assert list(app.exception) == []


def test_the_table_of_an_exhibit_is_named_in_at_most_300_characters(looked: Looked) -> None:
    for exhibit in exhibits.EXHIBITS:
        for _, built in looked(exhibit)[:2]:
            assert len(f"Table: {built.alt}") <= 300
