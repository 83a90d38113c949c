"""A record is named by its narrative and its id, and what is printed is what is parsed."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narratives.models import Ref, TourSentence

IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
CAPEX = Ref("jassy", "capex")


def test_of_the_home_narrative_the_id_is_enough_of_another_its_narrative_stands_before_it() -> None:
    assert [CAPEX.within("jassy"), CAPEX.within("vale"), str(CAPEX)] == ["capex", "jassy/capex", "jassy/capex"]


def test_an_id_alone_is_one_of_the_home_narrative() -> None:
    assert [Ref.parse("capex", "jassy"), Ref.parse("jassy/capex", "vale"), Ref.parse("", "jassy")] == [
        CAPEX,
        CAPEX,
        Ref("jassy", ""),
    ]


@given(IDS, IDS, IDS)
def test_what_is_printed_is_parsed_again_whichever_narrative_is_at_home(narrative: str, id: str, home: str) -> None:
    ref = Ref(narrative, id)
    assert [Ref.parse(str(ref), home), Ref.parse(ref.within(home), home)] == [ref, ref]


def test_it_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        CAPEX.id = "other"  # type: ignore[misc]


def test_a_file_writes_it_in_full_and_gets_it_back_so() -> None:
    sentence = TourSentence.model_validate({"says": "It grows.", "claims": ["jassy/capex"]})
    assert (sentence.claims, sentence.model_dump(mode="json")["claims"]) == ((CAPEX,), ["jassy/capex"])
    assert TourSentence.model_json_schema()["properties"]["claims"]["items"]["type"] == "string"


@pytest.mark.parametrize("text", ["capex", "Jassy/capex", "jassy/", "/capex", "a/b/c", f"{'a' * 61}/{'b' * 61}"])
def test_a_file_that_names_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"pattern|121 characters"):
        TourSentence.model_validate({"says": "It grows.", "claims": [text]})
