"""The editors' field guide is written from the models."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from narratives import models
from narratives.library import editions, guide, kinds
from narratives.library.rules import AUDIT, RULES

README = Path(__file__).parents[1] / "content" / "README.md"
RECORDS = [
    model
    for name in models.__all__
    if isinstance(model := getattr(models, name), type) and issubclass(model, BaseModel)
]
NOT_SHOWN = {models.Record, models.LayerWord, models.Stance}  # the base, a Word under another name, two lists of others


def test_the_guide_in_the_content_folder_is_current() -> None:
    assert README.read_text(encoding="utf-8") == guide.markdown(), (
        "content/README.md is behind the models; write it anew: python -m narratives guide --write"
    )


def test_every_name_that_the_models_offer_is_there() -> None:
    assert (len(RECORDS) > 25, [name for name in models.__all__ if not hasattr(models, name)]) == (True, [])


def test_every_model_and_every_field_stands_in_the_guide() -> None:
    files = (*kinds.FILES, *kinds.SHARED, kinds.TOURS_FILE)
    shown = {model for file in files for model in file.shown}
    assert {model.__name__ for model in RECORDS} - {model.__name__ for model in shown | NOT_SHOWN} == set()
    text = guide.markdown()
    assert [
        (model.__name__, name)
        for model in shown
        for name in vars(model)["__pydantic_fields__"]
        if f"| `{name}` |" not in text.split(f"### {model.__name__}\n")[1]
    ] == []


@pytest.mark.parametrize("model", RECORDS)
def test_every_field_explains_itself(model: type[BaseModel]) -> None:
    silent = [
        name for name, info in model.model_fields.items() if not (info.description or "").endswith((".", "…", "”"))
    ]
    assert (silent, (model.__doc__ or "").endswith(".") or model is models.Record) == ([], True)


@pytest.mark.parametrize("model", RECORDS)
def test_every_model_is_frozen_and_refuses_unknown_keys(model: type[BaseModel]) -> None:
    assert (model.model_config.get("frozen"), model.model_config.get("extra")) == (True, "forbid")


def test_every_file_of_a_pack_has_its_chapter() -> None:
    chapters = re.findall(r"^## `<narrative>/(.+)`$", guide.markdown(), re.MULTILINE)
    assert chapters == [*kinds.PACK_FILES, editions.FILE]


def test_the_shared_files_that_may_be_left_out_are_the_last_four() -> None:
    shared = (*kinds.SHARED, kinds.TOURS_FILE)
    assert ([file.needed for file in shared], "The last four may be left out." in guide.markdown()) == (
        [True] * 4 + [False] * 4,
        True,
    )


def test_every_rule_has_its_promise_in_the_guide() -> None:
    promises = guide.markdown().split("## What `check` holds every pack to\n\n")[1]
    assert promises == "".join(f"- {rule.__doc__}\n" for rule in (*RULES, AUDIT))
