"""What a reader takes along: a CSV whose letters a spreadsheet reads right, and a code that says what it holds."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from narratives.exports import packaging
from narratives.ui.page import loading
from narratives.ui.words import figures
from tests.example import Example

ROOT = Path(__file__).parents[1]
MARK = b"\xef\xbb\xbf"


def test_a_csv_for_a_readers_spreadsheet_says_that_it_is_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Callable[[], bytes]] = []
    monkeypatch.setattr(st, "download_button", lambda _, data, *rest, **more: made.append(data))
    table = pd.DataFrame([{"says": "Qwen: 通义千问 … “€20”"}])
    figures.download("Download as CSV", table, "name")
    data = made[0]()
    assert (data[:3], list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))) == (MARK, table.to_dict("records"))


def test_an_export_to_a_pipe_and_a_data_package_hold_no_byte_order_mark(example: Example) -> None:
    command = [sys.executable, "-m", "narratives", "export", "--content", str(example.content)]
    piped = subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout
    package = zipfile.ZipFile(io.BytesIO(packaging.data_package(example.pack())))
    files = [package.read(name) for name in package.namelist()]
    assert (piped[:10], [data[:3] for data in files if MARK in data], len(files) > 5) == (b"narrative,", [], True)


def images(app: AppTest) -> list[Any]:
    return [image for element in app.get("image") for image in element.proto.imgs]


def test_the_code_picture_says_what_it_is_to_those_who_do_not_see_it(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "CONTENT", example.content)
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=30).run()
    app = app.switch_page(str(ROOT / "pages" / "walkthrough.py")).run()
    assert [image.alt for image in images(app)] == ["QR code that opens the address below it on a phone"]
