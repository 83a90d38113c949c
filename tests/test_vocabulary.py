"""Each closed list that is told to readers has its words in one place, and all of it has words."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest

from narratives import models
from narratives.models import Openness, Quantity, RecordSource, base
from narratives.vocabulary import (
    absences,
    arguing,
    bounds,
    counting,
    firmness,
    interests,
    judgements,
    participations,
    regions,
    sourcings,
    units,
    voices,
)
from narratives.vocabulary.judgements import FactKind, State, Verdict

ROOT = Path(__file__).parents[1]


def listed(model: type[base.Record], field: str) -> tuple[str, ...]:
    """The closed list of a field that has its own, without None."""
    return tuple(
        value
        for part in (model.model_fields[field].annotation, *get_args(model.model_fields[field].annotation))
        for value in (get_args(part) or (part,))
        if isinstance(value, str)
    )


TOLD: dict[str, tuple[tuple[str, ...], Mapping[Any, Any]]] = {
    # closed list: (its members, the words of each)
    "Voice": (get_args(models.Voice), voices.VOICES),
    "Comparator": (get_args(models.Comparator), bounds.COMPARATORS),
    "Modality": (get_args(models.Modality), firmness.MODALITIES),
    "Status": (get_args(models.Status), firmness.STATUSES),
    "Region": (get_args(models.Region), regions.REGIONS),
    "Interest": (get_args(models.Interest), interests.INTERESTS),
    "AbsenceKind": (get_args(models.AbsenceKind), absences.ABSENCES),
    "Participation": (get_args(models.Participation), participations.PARTS),
    "Sourcing": (get_args(models.Sourcing), sourcings.SOURCINGS),
    "Role": (get_args(models.Role), arguing.ROLES),
    "scale": (listed(Quantity, "scale"), units.SCALES),
    "question about openness": (listed(Openness, "asks"), arguing.QUESTIONS),
    "answer about openness": (listed(Openness, "answer"), arguing.ANSWERS),
    "Verdict": (get_args(Verdict), judgements.VERDICTS),
    "FactKind": (get_args(FactKind), judgements.FACTS),
    "rank of a source": (listed(RecordSource, "rank"), judgements.RANKS),
    "State": (get_args(State), judgements.FORECASTS),
}
BY_NAME = {
    # closed list of models.base that has no words here: why
    "ClaimType": "stands in tables only, under its own name",
    "Nature": "is told by its own name, which is a word",
    "Certainty": "is told by its own name, which is a word",
    "Drift": "is told by its own name, without its hyphens",
    "PageName": "is declared with its page",
    "ExhibitName": "is declared with its exhibit",
}
CLOSED = {name: frozenset(members) for name, (members, _) in TOLD.items()} | {
    "state of a topic": frozenset(absences.STATES),
    "currency": frozenset(units.CURRENCIES),
}
NOT_WORDS = {
    # (file, first keys): why a dictionary with the keys of a closed list is no second home of its words
    ("charts/theme.py", "US, CN, EU, WORLD"): "colours",
    ("charts/theme.py", "speaker, paraphrase, interviewer, journalist"): "colours",
    ("charts/argument.py", "claim, ground, concession, rebuttal"): "shapes",
    ("charts/silences.py", "number, number-one, number-others, words"): "shapes",
    ("charts/forecasts.py", "open, held, did-not-hold, cannot-be-judged"): "shapes",
    ("semantics/deriving.py", ">, >=, <, <="): "the interval that each comparator means",
    ("semantics/hedging.py", ">, >=, ~, <="): "the words by which a comparator is recognised in a text",
    ("tables/beside.py", "actual, guidance, forecast, pledge"): "the status that each kind of fact has",
}


def told_twice(folder: Path) -> Iterator[tuple[str, str]]:
    """File and first keys of every dictionary in ``folder`` whose keys are three or more of a closed list and nothing else."""
    for path in sorted(folder.rglob("*.py")):
        if path.parent.name == "vocabulary":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            keys = (
                [key.value for key in node.keys if isinstance(key, ast.Constant)] if isinstance(node, ast.Dict) else []
            )
            if len(keys) > 2 and any(set(keys) <= members for members in CLOSED.values()):
                yield str(path.relative_to(folder)), ", ".join(map(str, keys[:4]))


@pytest.mark.parametrize("name", TOLD)
def test_every_member_of_a_closed_list_has_its_words_and_nothing_else_has(name: str) -> None:
    members, words = TOLD[name]
    assert len(members) > 2
    assert set(words) == set(members)


def test_every_closed_list_has_its_words_or_a_reason_why_not() -> None:
    lists = {
        name
        for name, value in vars(models).items()
        if get_args(value) and all(isinstance(member, str) for member in get_args(value))
    }
    assert len(lists) == 19
    assert lists == {*BY_NAME, *(set(TOLD) & lists)}


def test_no_words_are_left_empty_but_those_that_may_be() -> None:
    empty = {
        (name, member, field.name)
        for name, (_, words) in TOLD.items()
        for member, told in words.items()
        if dataclasses.is_dataclass(told)
        for field in dataclasses.fields(told)
        if not getattr(told, field.name)
    }
    assert empty == {
        ("Voice", "speaker", "marked"),
        ("Voice", "speaker", "noted"),
        ("Comparator", "=", "before"),
        ("FactKind", "actual", "short"),
        ("FactKind", "statement", "short"),
    }


def test_no_closed_list_is_told_in_a_second_place() -> None:
    assert set(told_twice(ROOT / "narratives")) == set(NOT_WORDS)


def test_a_second_home_is_seen(tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "tones.py").write_text('A = {"US": "", "CN": "", "EU": ""}\n', encoding="utf-8")
    (tmp_path / "bars.py").write_text(
        'A = {"US": "", "CN": "", "EU": ""}\nB = {"US": "", "CN": ""}\nC = {"US": "", "CN": "", "x": ""}\n'
        'def f():\n    return {"number": 1, "words": 2, "not-stated": 3}\n',
        encoding="utf-8",
    )
    assert list(told_twice(tmp_path)) == [("bars.py", "US, CN, EU"), ("bars.py", "number, words, not-stated")]


def test_no_plural_is_made_by_hand() -> None:
    by_hand = ("'s' *", '"s" *', "'s' if", '"s" if')
    rooms = [path for path in (ROOT / "narratives").rglob("*.py") if path.parent.name != "vocabulary"]
    found = {str(path.relative_to(ROOT)) for path in rooms if any(s in path.read_text("utf-8") for s in by_hand)}
    assert found == set()


def test_one_is_told_as_one_and_none_as_several() -> None:
    assert [counting.plural(count, "key figure") for count in (0, 1, 2)] == [
        "0 key figures",
        "1 key figure",
        "2 key figures",
    ]
    assert [counting.agreeing(count, "is", "are") for count in (0, 1, 2)] == ["are", "is", "are"]


def test_an_amount_has_its_sign_its_name_and_its_scale() -> None:
    assert [units.sign(code) for code in ("USD", "CNY", "CHF")] == ["$", "RMB ", "CHF "]
    assert [units.name(unit) for unit in ("USD", "CHF", "percent")] == ["U.S. dollars", "CHF", "percent"]
    assert [units.factor(scale) for scale in (None, "", "thousand", "trillion")] == [1, 1, 1000, 10**12]


def test_what_is_not_asserted_says_so_before_its_amount() -> None:
    assert {modality: firmness.before(modality, "if it rains") for modality in firmness.MODALITIES} == {
        "asserted": "",
        "possible": "possibly ",
        "conditional": "on a condition (“if it rains”): ",
        "belief": "a belief: ",
    }
    assert firmness.AHEAD == ("planned", "forecast", "hypothetical")
