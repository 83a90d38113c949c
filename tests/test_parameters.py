"""Links that carry anything at all: every page opens, raises nothing, and writes no element into the page.

``FUZZ=20`` tries twenty times as many.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from narratives import exhibits
from narratives.library import packs
from narratives.receipts.hearing import CHOICES
from narratives.tables.quotations import FACETS
from narratives.ui.page import frame, links
from narratives.ui.words import doubts
from narratives.web import routes
from narratives.web.routes import PAGES, PARAMETERS

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "tests" / "library" / "content"
TIMES = int(os.environ.get("FUZZ", "1"))
CANARY = "<img src=x onerror=canary()>"
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
BLOCK = re.compile(r"<!-- parameters -->\n.*\n<!-- /parameters -->", re.DOTALL)
NO_PARAMETER = (
    "links.button",
    "links.put",
    "links.beginning",
    "controls.listed",
)  # these name a key, or are given another’s
BY_OTHERS = {"embed", *(facet.param for facet in FACETS.values())}  # read by Streamlit, and by the page of quotes
Record = Callable[[str, object], None]


def known() -> list[str]:
    """Values that some page knows: ids of everything in the content."""
    library = packs.load(LIBRARY)
    ids = {id for pack in library.packs.values() for kinds in pack.ids.values() for id in kinds}
    labels = {pack.narrative.label for pack in library.packs.values()}
    return sorted(ids | labels | {f"{pack.id}/{claim}" for pack in library.packs.values() for claim in pack.claims})


KNOWN = known()


def read_by(path: Path) -> set[str]:
    """The parameters that a module names where it reads or writes the address: by a function of ours, by Streamlit’s, or bound."""
    named = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called, first = ast.unparse(node.func), node.args[0] if node.args else None
        bound = any(each.arg == "bind" for each in node.keywords)
        keys = [each.value for each in node.keywords if each.arg == "key" and bound]
        ours = re.fullmatch(r"(links|controls)\.\w+|_value|_notice", called) and called not in NO_PARAMETER
        if ours or re.search(r"query_params\.(get|get_all|pop)$", called):
            keys += [first] if first else []
        named |= {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
    return named


def test_every_parameter_is_declared_and_every_declared_one_is_read() -> None:
    modules = [*(ROOT / "narratives" / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")]
    read = set().union(*map(read_by, modules))
    assert (sorted(read - set(PARAMETERS)), sorted(set(PARAMETERS) - read - BY_OTHERS)) == ([], [])


def test_a_parameter_that_is_not_declared_cannot_be_used() -> None:
    for use in (
        lambda: links.sync("colour", "colour", ["red"], "red"),
        lambda: links.sync_many("colour", "colour", []),
    ):
        with pytest.raises(KeyError, match="colour"):
            use()


def test_the_table_of_the_readme_is_made_from_what_is_declared() -> None:
    """``KEEP=1`` writes it anew."""
    told = [f"`{id}`" for id in exhibits.on_page("investment", several=False)]
    more = [f"`{id}`" for id in exhibits.on_page("investment", several=True) if f"`{id}`" not in told]
    values = {
        "voices": ", ".join(f"`{name}`" for name in CHOICES),
        "all": frame.ALL,
        "charts": f"{', '.join(told)}; with several also {', '.join(more)}",
        "sections": ", ".join(f"`{id}`" for id in doubts.SECTIONS),
    }
    readme = (ROOT / "README.md").read_text("utf-8")
    table = f"<!-- parameters -->\n{routes.table(values)}\n<!-- /parameters -->"
    if os.environ.get("KEEP"):
        (ROOT / "README.md").write_text(BLOCK.sub(lambda _: table, readme), "utf-8")
        return
    assert BLOCK.findall(readme) == [table]


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.deep) for seed in range(2, 40))])
@pytest.mark.parametrize("page", PAGES)
def test_no_link_makes_a_page_raise_or_shows_anything_unescaped(page: str, seed: int, record_property: Record) -> None:
    random, count, wrong = Random(f"{page}{seed}"), 7 * TIMES, []
    for _ in range(count):
        given = {
            random.choice(list(PARAMETERS)): random.choice(ODD) if random.random() < 0.6 else random.choice(KNOWN)
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
