"""A narrative leaves as a data package that the public tool accepts, with every hedge in a field and every field explained."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import frictionless
import pandas as pd
import pytest

from narratives.exports import packaging
from narratives.library import packs
from narratives.library.packs import Pack
from narratives.tables import claims

LIBRARY = packs.load(Path(__file__).parent / "library" / "content")
ALL = list(LIBRARY.packs.values())


def unpacked(pack: Pack, folder: Path) -> dict[str, object]:
    with zipfile.ZipFile(io.BytesIO(packaging.data_package(pack))) as archive:
        archive.extractall(folder)
    described: dict[str, object] = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return described


def test_there_are_narratives_to_pack() -> None:
    assert len(ALL) == 3


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.id)
def test_the_public_tool_finds_no_fault_in_it(pack: Pack, tmp_path: Path) -> None:
    unpacked(pack, tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert (report.valid, report.flatten(["title", "note"])) == (True, [])


def test_every_field_of_every_file_is_explained_and_every_file_is_there(tmp_path: Path, vale: Pack) -> None:
    described = unpacked(vale, tmp_path)
    resources = described["resources"]
    assert isinstance(resources, list) and {each["name"] for each in resources} == set(packaging.TABLES)
    for each in resources:
        columns = list(pd.read_csv(tmp_path / each["path"], dtype=str).columns)
        fields = each["schema"]["fields"]
        assert [field["name"] for field in fields] == columns
        assert [field["name"] for field in fields if len(field.get("description", "")) < 10] == []


def test_no_hedge_is_lost_on_the_way_into_the_package(tmp_path: Path, vale: Pack) -> None:
    unpacked(vale, tmp_path)
    packed = pd.read_csv(tmp_path / "claims.csv", dtype=str, keep_default_na=False)
    assert set(claims.COLUMNS) <= set(packed.columns)
    row = packed.set_index("id").loc["makers-year-after"]
    assert [row[name] for name in ("comparator", "modality", "voice", "period_stated")] == [
        ">=",
        "possible",
        "speaker",
        "the year after",
    ]


def test_the_same_narrative_makes_the_same_bytes(vale: Pack) -> None:
    assert packaging.data_package(vale) == packaging.data_package(vale)
