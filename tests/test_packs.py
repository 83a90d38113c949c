"""A folder becomes a pack, or every problem in it; the other narratives go on."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from narratives.library import drafting, kinds, packs
from narratives.library.problems import Problem
from tests.example import Example


def second(example: Example, name: str = "second", label: str = "Second 2026") -> Example:
    """The same narrative once more, under another name and label."""
    shutil.copytree(example.path("."), example.content / name)
    return Example(example.root, name).edit("narrative.yaml", "label: Example 2026", f"label: {label}")


def test_a_pack_holds_all_records_by_id_in_the_order_of_their_file(example: Example) -> None:
    pack = example.pack()
    assert {
        "id": pack.id,
        "label": pack.narrative.label,
        "sources": list(pack.sources),
        "quotes": list(pack.quotes),
        "claims": list(pack.claims),
        "layers": [role.layer for role in pack.layers],
        "arguments": [argument.id for argument in pack.stance.arguments],
        "steps": [step.id for step in pack.steps],
        "audited": list(pack.audit.quotes) if pack.audit else None,
        "words": [list(pack.words.layers), list(pack.words.measures)],
    } == {
        "id": "example",
        "label": "Example 2026",
        "sources": ["transcript"],
        "quotes": ["q-compute", "compute", "makers", "publish"],
        "claims": ["compute-doubles", "makers-capex"],
        "layers": ["chips"],
        "arguments": ["openness"],
        "steps": ["growth"],
        "audited": ["q-compute", "compute", "makers", "publish"],
        "words": [["energy", "chips", "models"], ["capital-expenditure", "share-of-revenue"]],
    }


def test_a_pack_leads_from_a_claim_to_its_quote_and_its_source(example: Example) -> None:
    pack = example.pack()
    quote = pack.quote_of(pack.claims["makers-capex"])
    assert (quote, pack.source_of(quote)) == (pack.quotes["makers"], pack.sources["transcript"])
    assert pack.source_of(None) is None


def test_a_pack_is_frozen_so_it_can_be_shared(example: Example) -> None:
    pack = example.pack()
    with pytest.raises(dataclasses.FrozenInstanceError):
        pack.id = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        pack.claims["new"] = pack.claims["makers-capex"]  # type: ignore[index]
    with pytest.raises(ValidationError):
        pack.claims["makers-capex"].voice = "editor"  # type: ignore[misc]


def test_the_version_changes_with_the_shared_words_too_and_the_edition_does_not(example: Example) -> None:
    first = example.pack()
    again = example.edit("../terms.yaml", "Whose words", "Whose own words").pack()
    assert (again.edition == first.edition, again.version == first.version) == (True, False)
    assert first.version.startswith(f"example-{first.edition}-")


def test_a_broken_narrative_is_reported_and_the_others_go_on(example: Example) -> None:
    second(example).edit("claims.yaml", "modality: possible", "modality: posible")
    library = packs.load(example.content)
    assert (list(library.packs), [(problem.file, problem.line) for problem in library.problems]) == (
        ["example"],
        [("content/second/claims.yaml", 4)],
    )


def test_narratives_come_in_the_order_of_their_folders(example: Example) -> None:
    second(example, "a-first", "First 2026")
    assert list(packs.load(example.content).packs) == ["a-first", "example"]


def test_hidden_folders_files_and_folders_with_an_underscore_are_no_narratives(example: Example) -> None:
    for name in (".git", "_drafts", "__pycache__"):
        (example.content / name).mkdir()
    (example.content / "README.md").write_text("# Guide\n")
    assert (list(packs.load(example.content).packs), example.report()) == (["example"], "")


def test_two_narratives_with_one_label_are_refused_in_words_and_the_first_is_shown(example: Example) -> None:
    second(example, "second", "Example 2026")
    library = packs.load(example.content)
    assert library.problems == (
        Problem(
            "content/second/narrative.yaml",
            0,
            "narrative: label “Example 2026” is also that of example",
            "Short and permanent: it is the choice in the menu and the value in the URL.",
            "choose another label",
        ),
    )
    assert {label: pack.id for label, pack in library.by_label().items()} == {"Example 2026": "example"}


def test_labels_that_differ_only_in_capitals_are_alike(example: Example) -> None:
    second(example, "second", "EXAMPLE 2026")
    assert [problem.what for problem in example.problems()] == [
        "narrative: label “EXAMPLE 2026” is also that of example"
    ]


def test_the_audit_of_a_quote_that_was_edited_or_is_gone_does_not_stand(example: Example) -> None:
    example.edit("quotes.yaml", "exact: It may double next year.", "exact: It may double.")
    text = example.read("quotes.yaml")
    example.set("quotes.yaml", text[: text.index("- id: publish")])
    example.edit("stance.yaml", "quote: publish", "quote: makers")
    pack = packs.load(example.content).packs["example"]
    assert (pack.edited, list(pack.audit.quotes if pack.audit else ())) == (
        frozenset({"compute"}),
        ["q-compute", "makers"],
    )


def test_a_narrative_may_state_no_finding_and_then_goes_by_its_title(example: Example) -> None:
    stated = example.pack().narrative
    before, _, rest = example.read("narrative.yaml").partition("findings:\n")
    example.set("narrative.yaml", before + rest[rest.index("key_figures:") :]).listed()
    silent = example.pack().narrative
    assert (len(stated.findings), stated.headline) == (7, "Ada Vale expects growth")
    assert (silent.findings, silent.headline) == ({}, "Ada Vale at the Forum")


def test_a_finding_of_one_page_asks_for_none_of_another(example: Example) -> None:
    for page in ("layers", "open_source", "investment", "quotes", "walkthrough", "evidence"):
        (row,) = [row for row in example.read("narrative.yaml").splitlines() if row.startswith(f"  {page}: ")]
        example.edit("narrative.yaml", f"{row}\n", "")
    assert list(example.listed().pack().narrative.findings) == ["overview"]


def test_two_records_with_one_id_are_refused_with_both_lines(example: Example) -> None:
    example.add("walkthrough.yaml", example.read("walkthrough.yaml"))
    assert example.problems() == (
        Problem(
            "content/example/walkthrough.yaml",
            6,
            "step “growth”: the id stands twice (first in line 1)",
            "Links point to ids; two records with one id cannot both be meant.",
            "rename one of the two",
        ),
    )


def test_a_slip_in_the_shared_words_is_reported_once_and_no_narrative_is_shown(example: Example) -> None:
    second(example)
    example.edit("../measures.yaml", "nature: flow,\n   counted_in: money", "nature: flaw,\n   counted_in: money")
    library = packs.load(example.content)
    assert (dict(library.packs), library.problems) == (
        {},
        (
            Problem(
                "content/measures.yaml",
                1,
                "measure “capital-expenditure”: nature is “flaw”, not one of flow, stock",
                "`flow` (an amount per period) or `stock` (an amount at a moment).",
                "write “flow”",
            ),
        ),
    )


def test_a_missing_content_folder_is_a_problem(tmp_path: Path) -> None:
    assert packs.load(tmp_path / "content") == packs.Library(
        {}, (Problem("content", 0, "the content folder is missing", "", "restore it, or name another folder"),)
    )


def test_content_without_a_narrative_is_no_problem(example: Example) -> None:
    shutil.rmtree(example.path("."))
    assert packs.load(example.content).problems == ()


def test_an_empty_narrative_folder_misses_each_of_its_files(example: Example) -> None:
    (example.content / "hollow").mkdir()
    assert example.problems() == tuple(
        Problem(
            f"content/hollow/{file}",
            0,
            "the file cannot be read: No such file or directory",
            "",
            "check that it exists and may be read",
        )
        for file in sorted(file.name for file in kinds.FILES if file.needed)
    )


def test_the_same_folder_gives_the_same_problems_in_the_same_order(example: Example) -> None:
    example.edit("claims.yaml", "quote: makers\n", "quote: none\n").edit("layers.yaml", "layer: chips", "layer: chip")
    first = example.problems()
    assert (len(first), list(first), example.problems()) == (2, sorted(first), first)


def test_an_edit_reads_one_narrative_again_and_leaves_the_others_as_they_are(example: Example) -> None:
    other = second(example)
    before = packs.load(example.content)
    other.edit("narrative.yaml", "Ada Vale expects growth", "Ada Vale expects much growth")
    after = packs.load(example.content, before)
    assert (
        after.packs["example"] == before.packs["example"],
        after.packs["example"].quotes is before.packs["example"].quotes,
        after.packs["second"].quotes is before.packs["second"].quotes,
        after.packs["second"].narrative.findings["overview"].headline,
    ) == (True, True, False, "Ada Vale expects much growth")


def test_a_narrative_that_breaks_stays_as_it_last_stood_until_it_is_mended(example: Example) -> None:
    before = packs.load(example.content)
    whole = example.path("claims.yaml").read_text("utf-8")
    example.path("claims.yaml").write_text(whole[: len(whole) // 2], "utf-8")
    broken = packs.load(example.content, before)
    still = packs.load(example.content, broken)
    example.path("claims.yaml").write_text(whole.replace("makers-capex", "makers-spend"), "utf-8")
    other = example.path("narrative.yaml").read_text("utf-8").replace("makers-capex", "makers-spend")
    example.path("narrative.yaml").write_text(other, "utf-8")
    assert [(dict(each.packs), each.kept, bool(each.problems)) for each in (broken, still)] == [
        (dict(before.packs), frozenset({"example"}), True)
    ] * 2


def test_what_stood_before_stays_when_the_whole_folder_cannot_be_read(example: Example) -> None:
    before = packs.load(example.content)
    away = example.content.rename(example.content.with_name("away"))
    gone = packs.load(example.content, before)
    away.rename(example.content)
    back = packs.load(example.content, gone)
    assert (dict(gone.packs), gone.kept, [problem.what for problem in gone.problems]) == (
        dict(before.packs),
        frozenset({"example"}),
        ["the content folder is missing"],
    )
    assert (dict(back.packs), back.kept, back.problems) == (dict(before.packs), frozenset(), ())


def test_a_narrative_whose_folder_was_taken_away_is_gone(example: Example) -> None:
    second(example)
    before = packs.load(example.content)
    shutil.rmtree(example.content / "second")
    after = packs.load(example.content, before)
    assert (list(before.packs), list(after.packs), after.kept) == (["example", "second"], ["example"], frozenset())


def test_a_narrative_saved_while_it_is_read_is_read_again_and_not_kept(
    example: Example, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read, whole = drafting.draft_of, example.path("narrative.yaml").read_text("utf-8")

    def saved_meanwhile(*given: Any) -> Any:
        example.edit("narrative.yaml", "Ada Vale expects growth", "Ada Vale expects more")
        return read(*given)

    with monkeypatch.context() as patched:
        patched.setattr(packs, "draft_of", saved_meanwhile)
        first = packs.load(example.content, None, tmp_path / "cache")
    example.path("narrative.yaml").write_text(whole, "utf-8")  # the editor takes it back
    for library in (packs.load(example.content, first), packs.load(example.content, None, tmp_path / "cache")):
        assert library.packs["example"].narrative.findings["overview"].headline == "Ada Vale expects growth"


def test_a_changed_list_of_changes_is_read_again_though_the_words_are_the_same(example: Example) -> None:
    before = packs.load(example.content)
    edition = before.packs["example"].edition
    text = f"# Changes\n\n## 2026-06-20 · edition {edition}\n\n- added narrative `example`: first edition\n"
    example.path("CHANGELOG.md").write_text(text, "utf-8")
    after = packs.load(example.content, before)
    assert [each.name for each in after.packs["example"].editions] == [edition]
