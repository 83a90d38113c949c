"""The colours can be told apart, also by the colour-blind, and read on their background."""

from __future__ import annotations

import math
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from narratives.charts import theme

CONFIG = (Path(__file__).parents[1] / ".streamlit/config.toml").read_text("utf-8")
THEME = tomllib.loads(CONFIG)["theme"]
MODES = ("light", "dark")
SURFACES = ("backgroundColor", "secondaryBackgroundColor")

# The order of meaning of the chart colours: which ones may stand side by side in a chart.
US, CN, EU, WORLD, SPEAKER, PARAPHRASE, INTERVIEWER, JOURNALIST, EDITOR, ABSENCE = range(10)
FAMILIES = {
    "regions": (US, CN, EU, WORLD, ABSENCE),
    "voices": (SPEAKER, PARAPHRASE, INTERVIEWER, JOURNALIST, EDITOR, ABSENCE),
}

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

# How linear RGB is seen: Machado, Oliveira and Fernandes (2009), full severity.
SIGHT: dict[str, Matrix] = {
    "full colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
XYZ: Matrix = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
D65: Triple = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> Triple:
    channels = (value / 255 for value in bytes.fromhex(colour.removeprefix("#")))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return red, green, blue


def through(matrix: Matrix, colour: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return first, second, third


def contrast(one: str, other: str) -> float:
    """WCAG 2: 1 for equal colours, 21 for black on white."""
    darker, lighter = sorted(through(XYZ, linear(colour))[1] for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def lab(colour: str, sight: str = "full colour") -> Triple:
    """CIELAB: lightness from 0 to 100, then two axes of hue."""
    seen = through(XYZ, through(SIGHT[sight], linear(colour)))
    shares = (max(value, 0) / white for value, white in zip(seen, D65, strict=True))
    x, y, z = (share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116 for share in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, sight: str) -> float:
    """Of two colours in CIELAB: 2 is just noticeable, 100 is black from white."""
    return math.dist(lab(one, sight), lab(other, sight))


def test_the_measures_agree_with_known_values() -> None:
    assert (
        round(contrast("#000000", "#ffffff"), 2),
        round(contrast("#767676", "#ffffff"), 2),
        [round(distance("#000000", "#ffffff", sight)) for sight in SIGHT],
        tuple(round(value) for value in lab("#ff0000")),
    ) == (21.0, 4.54, [100, 100, 100], (53, 80, 67))


@pytest.mark.parametrize("mode", MODES)
def test_there_are_ten_chart_colours_since_plotly_loses_a_shorter_palette(mode: str) -> None:
    colours = THEME[mode]["chartCategoricalColors"]
    assert (len(colours), len(set(colours))) == (10, 10)


@pytest.mark.parametrize("mode", MODES)
def test_every_mark_and_every_text_stands_out_from_what_it_stands_on(mode: str) -> None:
    theme: dict[str, Any] = THEME[mode]
    least = {"textColor": 7.0, "linkColor": 4.5, "primaryColor": 4.5, "grayTextColor": 4.5}
    needs = [(name, theme[name], ratio) for name, ratio in least.items()]
    needs += [(f"chart colour {n}", colour, 3.0) for n, colour in enumerate(theme["chartCategoricalColors"])]
    too_faint = [
        (name, surface, round(contrast(colour, theme[surface]), 2))
        for name, colour, ratio in needs
        for surface in SURFACES
        if contrast(colour, theme[surface]) < ratio
    ]
    assert too_faint == []


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("sight", SIGHT)
def test_the_us_and_china_are_far_apart_to_every_eye(mode: str, sight: str) -> None:
    colours = THEME[mode]["chartCategoricalColors"]
    assert distance(colours[US], colours[CN], sight) >= 70


@pytest.mark.parametrize("mode", MODES)
def test_the_us_and_china_carry_equal_weight(mode: str) -> None:
    colours = THEME[mode]["chartCategoricalColors"]
    assert abs(lab(colours[US])[0] - lab(colours[CN])[0]) <= 2


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("family", FAMILIES)
def test_no_two_colours_of_a_family_fall_together_for_the_colour_blind(mode: str, family: str) -> None:
    colours = THEME[mode]["chartCategoricalColors"]
    pairs = [(one, other) for one in FAMILIES[family] for other in FAMILIES[family] if one < other]
    too_close = [
        (one, other, sight)
        for one, other in pairs
        for sight in SIGHT
        if distance(colours[one], colours[other], sight) < 10
    ]
    assert too_close == []


def test_a_colour_is_called_in_the_charts_what_it_is_called_where_it_is_chosen() -> None:
    """The settings say beside each colour what it means; the charts name it by its place, counted from one."""
    called = {
        "United States": theme.REGIONS["US"],
        "China": theme.REGIONS["CN"],
        "European Union": theme.REGIONS["EU"],
        "world": theme.REGIONS["WORLD"],
        "speaker": theme.VOICES["speaker"],
        "paraphrase": theme.VOICES["paraphrase"],
        "interviewer": theme.VOICES["interviewer"],
        "journalist": theme.VOICES["journalist"],
        "editor and derivations": theme.VOICES["editor"],
        "absence": theme.ABSENT,
    }
    for mode in MODES:
        listed = CONFIG.split(f"[theme.{mode}]")[1].split("chartCategoricalColors = [")[1].split("]")[0]
        chosen = re.findall(r"#[0-9a-f]{6}\",  # (\d+) ([\w ]+?)(?::.*)?\n", listed)
        assert {name: f"#{int(at) + 1:06}" for at, name in chosen} == called
