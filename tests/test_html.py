"""HTML is written in one room, by a library that escapes: nothing that a pack says becomes markup."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import htpy
import pytest

from narratives import receipts
from narratives.html import beneath, said, sources, writing
from narratives.library import packs
from narratives.library.packs import Pack
from narratives.library.problems import Problem
from narratives.receipts import origins
from tests.conftest import LIBRARY
from tests.test_architecture import ROOT, files, parsed, shown

ROOM = ROOT / "narratives" / "html"
ELEMENTS = [name for name in dir(htpy) if isinstance(getattr(htpy, name), htpy.BaseElement)]
TAG = re.compile(rf"</?(?:{'|'.join(ELEMENTS)})(?=[\s>/]|$)", re.IGNORECASE)
PLOTLY = {"<b", "</b", "<br"}  # the marks of a chart's texts, which are no HTML of a page
TEMPLATES = (
    "narratives/ui/stage/deck.py",
    "narratives/ui/stage/printing.py",
)  # of components: constants that nothing is put into
HOSTILE = "<script>alert(\"x\")</script> & 'so'"


def docstrings(tree: ast.Module) -> set[ast.Constant]:
    """The docstrings of a module, which are not put on a page."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    first = [node.body[0] for node in ast.walk(tree) if isinstance(node, holders) and node.body]
    return {each.value for each in first if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)}


def tags(path: Path) -> Iterator[str]:
    """Every tag in a text of a file, as “file:line: <tag”, whether the text is whole or part of an f-string."""
    tree = parsed(path)
    known = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in known:
            yield from (f"{shown(path)}:{node.lineno}: {found[0]}" for found in TAG.finditer(node.value))


def of_plotly(path: Path, found: str) -> bool:
    return path.parent.name == "charts" and found.rsplit(" ", 1)[1] in PLOTLY


def test_html_is_written_in_its_room_alone() -> None:
    outside = [path for path in files() if ROOM not in path.parents and shown(path) not in TEMPLATES]
    assert len(outside) > 100
    assert [found for path in outside for found in tags(path) if not of_plotly(path, found)] == []


def test_not_even_its_room_writes_a_tag_by_hand() -> None:
    room = [path for path in files() if ROOM in path.parents]
    assert len(room) > 4
    assert [found for path in room for found in tags(path)] == []


def test_the_templates_of_components_are_constants_that_hold_html() -> None:
    for name in TEMPLATES:
        tree = parsed(ROOT / name)
        pieces = {piece for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
        held = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and TAG.search(str(node.value))]
        assert held and not pieces & set(held)


def test_a_tag_that_is_planted_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.test_architecture.ROOT", tmp_path)
    page = tmp_path / "page.py"
    page.write_text('"""About <p>."""\n\nsaid = "a < b"\nx = f\'<p class="{said}">\'\ny = "<li>" + said + "</li>"\n')
    assert list(tags(page)) == ["page.py:4: <p", "page.py:5: </li", "page.py:5: <li"]


# Nothing becomes markup ------------------------------------------------------------------------------


def poisoned(each: Any) -> Any:
    """A frozen object of ours in which every free text is hostile; a text that chooses a form stays."""
    kept = {"voice", "verdict", "rank", "language"}
    if isinstance(each, str):
        return HOSTILE if each else each
    if isinstance(each, tuple):
        return tuple(poisoned(one) for one in each)
    if not hasattr(each, "__dataclass_fields__") or type(each).__name__ in ("Ref", "Citable"):
        return each
    given = {field.name: getattr(each, field.name) for field in fields(each)}
    if "verdicts" in given:  # (verdict, count): words of ours
        kept |= {"verdicts"}
    return replace(each, **{name: value if name in kept else poisoned(value) for name, value in given.items()})


def test_whatever_a_receipt_holds_is_shown_to_the_letter(vale: Pack) -> None:
    seen = 0
    for id in vale.claims:
        receipt = poisoned(receipts.of(vale, id))
        html = str(said.claim(receipt, size="full", record=True)) + str(said.figure(receipt))
        html += str(said.all_taken([receipt], record=True))
        html += "".join(str(beneath.against(each)) for each in receipt.wordings)
        assert re.findall(r"</?script|alert\(\"|'so'", html) == []
        seen += html.count("&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; &#39;so&#39;")
    assert seen > 500


def test_whatever_a_notice_a_table_or_a_problem_says_is_shown_to_the_letter() -> None:
    pieces = (
        writing.notice(HOSTILE),
        writing.pairs({HOSTILE: HOSTILE}),
        writing.table([HOSTILE], [[HOSTILE]]),
        writing.term(HOSTILE, HOSTILE),
        writing.findings([(HOSTILE, HOSTILE)]),
        writing.problems([Problem("file.yaml", 1, HOSTILE, HOSTILE, HOSTILE)], [HOSTILE]),
        writing.embedded(f"https://example.org/?a={HOSTILE}"),
    )
    assert [str(piece) for piece in pieces if "<script" in str(piece) or "&lt;script" not in str(piece)] == []


def test_a_piece_can_be_drawn_more_than_once(vale: Pack) -> None:
    made = [receipts.of(vale, id) for id in vale.claims]
    pieces = [
        *(said.claim(receipt, record=True) for receipt in made),
        *(piece for receipt in made if receipt.record for piece in beneath.facts(receipt.record)),
        *(sources.source(source) for source in vale.sources.values()),
        *(sources.chain(source.chain) for source in vale.sources.values()),
        said.all_taken(made),
        said.quotes([receipts.words(vale, id) for id in vale.quotes]),
        writing.table(["a"], [["b"]]),
        writing.pairs({"a": "b"}),
        writing.listed(["a"]),
        writing.findings([("a", "b")]),
        writing.paragraphs(("a", "asn-say")),
    ]
    assert len(pieces) > 40
    assert [first for piece in pieces if (first := str(piece)) != str(piece)] == []


def test_chinese_words_say_that_they_are_chinese_and_others_do_not() -> None:
    assert str(writing.paragraph("Joe Tsai (蔡崇信), “信任，合作” & more")) == (
        '<p class="asn-say">Joe Tsai (<span lang="zh">蔡崇信</span>), “<span lang="zh">信任，合作</span>” &amp; more</p>'
    )


def test_an_address_is_a_link_and_a_source_without_one_says_so() -> None:
    pack = packs.load(LIBRARY).packs["ada-vale-forum"]
    drawn = {id: str(sources.source(source)) for id, source in pack.sources.items()}
    assert {id: "(no address recorded)" in html for id, html in drawn.items()} == {
        id: source.url is None for id, source in pack.sources.items()
    }
    speaker = pack.narrative.speakers[0]
    html = str(sources.speaker(speaker, origins.grounds(pack, speaker.basis)))
    assert html.count("<li>") == len(speaker.basis) == 4
