"""The made-up narratives of the benchmarks are valid like any other, and no measuring changes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import growth
from benchmarks.generating import QUOTES, generate
from narratives.__main__ import main
from narratives.library import packs
from narratives.tables import meetings, panels, quotations


def test_made_up_narratives_pass_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = generate(tmp_path, 7)
    assert main(["check", "--content", str(content)]) == 0
    assert capsys.readouterr().out.endswith("7 narratives, no problem\n")


def test_each_has_about_fifty_audited_quotes_amounts_by_region_and_a_stance(tmp_path: Path) -> None:
    library = packs.load(generate(tmp_path, 4)).packs.values()
    assert {len(pack.quotes) for pack in library} == {QUOTES}
    assert all(pack.audit and len(pack.audit.quotes) == QUOTES for pack in library)
    assert set(panels.by_gate(library)["region"]) == {"US", "CN", "EU"}
    assert list(meetings.themes(list(library))) == ["open-source"]


def test_the_same_number_makes_the_same_narratives_and_no_two_are_alike(tmp_path: Path) -> None:
    one, other = packs.load(generate(tmp_path / "a", 3)), packs.load(generate(tmp_path / "b", 5))
    assert list(one.packs.values()) == list(other.packs.values())[:3]
    assert len({pack.edition for pack in other.packs.values()}) == 5


def test_the_figures_of_growth_are_plain_and_print_as_a_table(tmp_path: Path) -> None:
    content, cache = generate(tmp_path, 2), tmp_path / "cache"
    figures = growth.cold(content, cache) | growth.kept(content, cache)
    lines = growth.table({"2": figures}).splitlines()
    assert (figures["quotes"], len(lines)) == (2 * QUOTES, len(figures) + 1)
    assert lines[0].split() == ["narratives", "2"]


def test_search_finds_what_holds_every_word_in_any_case(tmp_path: Path) -> None:
    library = packs.load(generate(tmp_path, 3)).packs.values()
    table = quotations.quotes(library)
    found = quotations.search(table, "CHINESE firms")
    assert list(found["id"]) == ["capex-cn"] * 3
    assert len(quotations.search(table, " ")) == len(table)
    assert [found.id for found in quotations.findable(quotations.index(library), "chinese firms")] == ["capex-cn"] * 3
