"""Our style sheets use no variable that nobody defines, and the public record has the colour that its marks have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit

from tests.test_theme import MODES, THEME, distance

ROOT = Path(__file__).parents[1]
GUIDE = Path(streamlit.__file__).parent / ".agents/skills/developing-with-streamlit/references"
HANDED = set(
    re.findall(r"^- `(--st-[\w-]+)`$", (GUIDE / "ccv2-theme-css-variables.md").read_text("utf-8"), re.MULTILINE)
)
# Only a component is handed Streamlit's variables; on a page there are none but our own.
COMPONENTS = {
    "narratives/ui/stage/deck.css",
    "narratives/ui/stage/deck.js",
    "narratives/ui/stage/deck.py",
    "narratives/ui/stage/printing.py",
}


def styled() -> dict[str, str]:
    """Every file of ours that may hold a style, by its path, with its text."""
    places = [ROOT / "streamlit_app.py", *(ROOT / "pages").rglob("*"), *(ROOT / "narratives").rglob("*")]
    kinds = (".css", ".js", ".html", ".py")
    return {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in places if path.suffix in kinds}


def undefined(files: dict[str, str]) -> list[tuple[str, str]]:
    """(file, variable) of each that is used and neither defined by us nor handed over by Streamlit."""
    ours = {name for text in files.values() for name in re.findall(r"(--[\w-]+)\s*:", text)}
    return [
        (file, name)
        for file, text in files.items()
        for name in re.findall(r"var\(\s*(--[\w-]+)", text)
        if name not in ours and not (file in COMPONENTS and name in HANDED)
    ]


def test_there_are_styles_to_judge_and_names_to_judge_them_by() -> None:
    files = styled()
    using = {file for file, text in files.items() if "var(--" in text}
    assert (len(HANDED) > 60, "--st-text-color" in HANDED, COMPONENTS - set(files)) == (True, True, set())
    assert {"narratives/ui/stage/deck.css", "narratives/ui/stage/printing.py"} <= using


def test_every_variable_that_a_style_uses_is_defined() -> None:
    assert undefined(styled()) == []


def test_a_variable_that_nobody_defines_is_seen() -> None:
    page, component = "narratives/ui/page/cards.css", "narratives/ui/stage/deck.css"
    files = {
        page: "a { --asn-ink: #000; color: var(--asn-ink); border-color: var(--st-text-color); }",
        component: "a { color: var( --asn-inc, red); background: var(--st-text-color); outline-color: var(--st-ink); }",
    }
    assert undefined(files) == [(page, "--st-text-color"), (component, "--asn-inc"), (component, "--st-ink")]


@pytest.mark.parametrize("mode", MODES)
def test_the_frame_of_the_public_record_has_the_colour_of_its_marks_in_either_scheme(mode: str) -> None:
    """It is mixed from the colour of the text, since a dialog stands outside all that knows the scheme."""
    (frame,) = re.findall(r"\.asn-record \{[^}]*\}", (ROOT / "narratives/ui/page/cards.css").read_text("utf-8"))
    ((share, colour),) = re.findall(r"border-color: color-mix\(in srgb, currentColor (\d+)%, (#\w+)\)", frame)
    pairs = zip(*(bytes.fromhex(each[1:]) for each in (THEME[mode]["textColor"], colour)), strict=True)
    mixed = [round((int(share) * ink + (100 - int(share)) * ours) / 100) for ink, ours in pairs]
    assert distance(f"#{bytes(mixed).hex()}", THEME[mode]["chartSequentialColors"][0], "full colour") < 4
