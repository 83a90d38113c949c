"""Links that carry anything at all: every page opens, raises nothing, and writes no element into the page.

``FUZZ=20`` tries twenty times as many.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from narratives import packs
from narratives.web.routes import PAGES

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "tests" / "library" / "content"
TIMES = int(os.environ.get("FUZZ", "1"))
CANARY = "<img src=x onerror=canary()>"
NAMES = (
    "narrative",
    "beside",
    "voice",
    "record",
    "layer",
    "meets",
    "question",
    "section",
    "axis",
    "chart",
    "order",
    "tour",
    "about",
    "among",
    "argument",
    "by",
    "beside-claim",
    "first",
    "second",
    "statement",
    "text",
    "measure",
    "measures",
    "share",
    "claim",
    "quote",
    "step",
    "notes",
    "sheet",
    "search",
    "theme",
    "from",
    "region",
    "firm",
    "back",
    "present",
    "view",
    "embed",
)
ODD = (
    CANARY,
    f'"{CANARY}',
    f"'><svg onload=canary()>{CANARY}",
    "",
    " ",
    "0",
    "-1",
    "1e400",
    "true",
    "None",
    "../../etc/passwd",
    "%00",
    "\u202ex",
    "a" * 3000,
    "𝔘",
    "null,null",
    ",",
    "/",
    "x/y",
    "ada-vale-forum/",
    "/capex",
    "[]",
    "{}",
    ":red[x]",
    "$a$ and $b",
    "**b**",
    "\n",
    "all narratives",
    "Vale 2026",
    "presenter",
    "sheet",
    "1",
    "99",
    "as-stated",
    "regions",
)
Record = Callable[[str, object], None]


def known() -> list[str]:
    """Values that some page knows: ids of everything in the content."""
    library = packs.load(LIBRARY)
    ids = {id for pack in library.packs.values() for kinds in pack.ids().values() for id in kinds}
    labels = {pack.narrative.label for pack in library.packs.values()}
    return sorted(ids | labels | {f"{pack.id}/{claim}" for pack in library.packs.values() for claim in pack.claims})


KNOWN = known()


def test_every_parameter_that_the_app_reads_is_tried() -> None:
    read = set()
    for path in [*(ROOT / "narratives" / "ui").glob("*.py"), *(ROOT / "pages").glob("*.py")]:
        text = path.read_text("utf-8")
        read |= set(re.findall(r'links\.(?:sync|publish)\(\s*"([a-z-]+)"', text))
        read |= set(re.findall(r'controls\.\w+\(\s*"([a-z-]+)"', text))
        read |= set(re.findall(r'query_params\.get(?:_all)?\(\s*"([a-z-]+)"', text))
        read |= set(re.findall(r'key="([a-z-]+)",\s*bind=', text))
    assert (len(read) > 20, sorted(read - set(NAMES))) == (True, [])


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.deep) for seed in range(2, 40))])
@pytest.mark.parametrize("page", PAGES)
def test_no_link_makes_a_page_raise_or_shows_anything_unescaped(page: str, seed: int, record_property: Record) -> None:
    random, count, wrong = Random(f"{page}{seed}"), 7 * TIMES, []
    for _ in range(count):
        given = {
            random.choice(NAMES): random.choice(ODD) if random.random() < 0.6 else random.choice(KNOWN)
            for _ in range(random.randint(1, 6))
        }
        app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60)
        for name, value in given.items():
            app.query_params[name] = value
        app.run() if page == "overview" else app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
        html = "\n".join(element.proto.body for element in app.get("html"))
        if app.exception or re.search(r"<(img|svg|script|iframe)\b", html):
            wrong.append((given, [error.message for error in app.exception]))
    record_property("links with odd parameters", count)
    assert wrong == []


@pytest.mark.parametrize("page", PAGES)
def test_what_a_link_names_and_is_not_here_is_shown_to_the_letter(page: str) -> None:
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60)
    app.query_params["narrative"] = CANARY
    app.run() if page == "overview" else app.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    html = "\n".join(element.proto.body for element in app.get("html"))
    assert "names the narrative “&lt;img src=x onerror=canary()&gt;”" in html
