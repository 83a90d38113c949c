"""What is kept is kept apart: by all that it depends on, in the memory of the server, in a folder, and in a link."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from narratives.exhibits import View
from narratives.library import drafting, keeping, packs
from narratives.library.kinds import FILES
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts.hearing import ALL_VOICES
from narratives.ui.page import loading
from narratives.ui.words import cards
from narratives.web.routes import KEPT, PRIVATE
from tests import views
from tests.conftest import LIBRARY
from tests.example import Example
from tests.rules.slips import RECORD, WORDED_AGAIN

# In the memory of the server -------------------------------------------------------------------------

MADE: dict[str, Callable[[Pack], object]] = {
    # what is made of a narrative and kept: how
    "receipt": lambda pack: cards.receipt(pack, "makers-capex"),
    "standing": lambda pack: cards._standing(pack, "makers"),
    "card": lambda pack: cards._claim(pack, "makers-capex", True, "", None),
    "exhibit": lambda pack: loading.exhibit("audit", View((pack,))).table.to_csv(),
    "table of quotes": lambda pack: loading.quotes_of((pack,), ALL_VOICES).to_csv(),
}
OF_ANOTHER: dict[str, Callable[[Pack], object]] = {
    # of a narrative with the very same words: whose it is
    "receipt": lambda pack: cards.receipt(pack, "makers-capex").citation.ref,
    "exhibit": lambda pack: set(
        map(Ref, *(loading.exhibit("as-stated", View((pack,))).table[c] for c in ("narrative", "claim")))
    ),
    "table of claims": lambda pack: set(loading.claims_of(pack, ALL_VOICES)["narrative"]),
}


def test_there_are_things_kept_to_look_at() -> None:
    assert (len(MADE), len(OF_ANOTHER)) == (5, 3)


def test_the_same_words_with_another_audit_are_made_anew(example: Example) -> None:
    audited = example.pack()
    before = {what: make(audited) for what, make in MADE.items()}
    again = {what: make(example.pack()) for what, make in MADE.items()}
    example.path("audit.lock.yaml").unlink()
    unaudited = packs.load(example.content).packs["example"]
    after = {what: make(unaudited) for what, make in MADE.items()}
    assert (unaudited.edition, unaudited.version == audited.version) == (audited.edition, False)
    assert [what for what in MADE if before[what] != again[what]] == []
    assert [what for what in MADE if before[what] == after[what]] == []


def test_the_same_words_in_another_narrative_are_made_for_it(example: Example) -> None:
    shutil.copytree(example.path("."), example.content / "second")
    library = packs.load(example.content).packs
    assert library["example"].edition == library["second"].edition
    found = {id: {what: make(pack) for what, make in OF_ANOTHER.items()} for id, pack in library.items()}
    assert found == {
        id: {
            "receipt": Ref(id, "makers-capex"),
            "exhibit": {Ref(id, "makers-capex")},
            "table of claims": {id},
        }
        for id in ("example", "second")
    }


# In a folder -----------------------------------------------------------------------------------------

PACKAGE = Path(keeping.__file__).parents[1]
ROOMS = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists())
JUDGING = ["library", "models", "semantics", "text", "vocabulary"]


def imported(room: str) -> set[str]:
    """The other rooms from which one imports."""
    found = set()
    for path in (PACKAGE / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("narratives"):
                parts = (node.module or "").split(".")
                found |= {parts[1]} if len(parts) > 1 else {each.name for each in node.names}
    return found - {room}


def test_content_that_is_kept_is_judged_anew_when_any_room_that_judges_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in ROOMS:
        (tmp_path / room / "inner").mkdir(parents=True)
        (tmp_path / room / "inner" / "made.py").write_text("X = 1\n", "utf-8")
    monkeypatch.setattr(keeping, "__file__", str(tmp_path / "library" / "keeping.py"))
    before, changing = keeping.code.__wrapped__(), []
    for room in ROOMS:
        made = tmp_path / room / "inner" / "made.py"
        made.write_text("X = 2\n", "utf-8")
        changing += [room] if keeping.code.__wrapped__() != before else []
        made.write_text("X = 1\n", "utf-8")
    assert (changing, keeping.code.__wrapped__()) == (JUDGING, before)


def test_the_rooms_that_judge_content_import_from_no_other() -> None:
    assert (len(ROOMS) > len(JUDGING), set().union(*map(imported, JUDGING)) <= set(JUDGING)) == (True, True)
    assert imported("library") == {"models", "semantics", "text", "vocabulary"}


# What a reference may name ----------------------------------------------------------------------------

OPTIONAL = {"renderings.yaml": ("rendering",), "record.yaml": ("record source", "fact"), "forecasts.yaml": ()}
IDS = {
    "rendering": ["makers-daily"],
    "record source": ["filing"],
    "fact": ["chip-one-2025"],
}


def known(example: Example) -> dict[str, list[str]]:
    draft, _ = drafting.draft_of(example.path("."), example.words(), "content/example")
    return {noun: sorted(ids) for noun, ids in draft.known.items()}


def test_the_files_that_may_be_left_out_are_those_looked_at() -> None:
    assert [file.name for file in FILES if not file.needed] == [*OPTIONAL, "audit.lock.yaml"]


def test_what_a_left_out_file_would_hold_is_known_to_be_nothing(example: Example) -> None:
    assert known(example) == {
        "layer": ["chips", "energy", "models"],
        "measure": ["capital-expenditure", "share-of-revenue"],
        "theme": ["growth"],
        "term": ["voice"],
        "question": [],
        "rate": [],
        "quote": ["compute", "makers", "publish", "q-compute"],
        "claim": ["compute-doubles", "makers-capex"],
        "source": ["transcript"],
        "argument": ["openness"],
        "step": ["growth"],
        "rendering": [],
        "record source": [],
        "fact": [],
        "speaker": ["ada-vale"],
    }


@pytest.mark.parametrize("file", [file for file, nouns in OPTIONAL.items() if nouns])
def test_what_a_file_holds_is_known_and_of_one_that_cannot_be_read_nothing_is(file: str, example: Example) -> None:
    without = known(example)
    example.set("record.yaml", RECORD).set("renderings.yaml", WORDED_AGAIN)
    assert {noun: known(example)[noun] for noun in OPTIONAL[file]} == {noun: IDS[noun] for noun in OPTIONAL[file]}
    example.set(file, "- id: <\n\tno\n")
    assert sorted(set(without) - set(known(example))) == sorted(OPTIONAL[file])


# In a link -------------------------------------------------------------------------------------------


def test_a_link_to_another_page_keeps_four_choices_and_a_shared_one_leaves_out_three() -> None:
    assert (KEPT, PRIVATE) == (("narrative", "voice", "record", "tour"), ("back", "present", "view"))


CHOSEN: dict[str, str | list[str]] = {"narrative": "Lin 2024", "voice": "quoted only", "record": "true"}


def test_a_link_to_another_page_takes_along_what_is_chosen_for_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "CONTENT", LIBRARY)
    here = {"tour": "three-voices", "step": "why-open", "among": "1", "layer": "energy", "back": "bounds"}
    app = views.opened("walkthrough", CHOSEN | here)
    address = "walkthrough?narrative=Lin+2024&voice=quoted+only&record=true&tour=three-voices&step=why-open"
    shown = [each.proto.body for each in app.get("html") if views.HOST in each.proto.body]
    expected = f"{views.HOST}/{address}".replace("&", "&amp;")
    assert (list(app.exception), shown) == ([], [f'<p class="asn-meta">{expected}</p>'])


def test_a_shared_link_leaves_out_the_stage_and_the_way_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "CONTENT", LIBRARY)
    here: dict[str, str | list[str]] = {"layer": "energy", "beside": "Holm 2025"}
    app = views.opened("layers", CHOSEN | here | {"back": "bounds", "present": "1", "view": "sheet"})
    app.session_state["sharing"] = True
    app.run()
    query = "narrative=Lin+2024&voice=quoted+only&record=true&layer=energy&beside=Holm+2025"
    assert (list(app.exception), app.code[0].value) == ([], f"{views.HOST}/layers?{query}")
