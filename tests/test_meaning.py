"""An edition is named after what the files say, not after how they say it, how they were audited or reviewed."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from narratives.library import editions, packs, reading
from narratives.library.packs import Pack
from narratives.library.reading import Document
from tests.example import Example

FILES = (
    "narrative.yaml",
    "sources.yaml",
    "quotes.yaml",
    "claims.yaml",
    "layers.yaml",
    "stance.yaml",
    "walkthrough.yaml",
)


def rewritten(example: Example, **style: Any) -> None:
    """Every file parsed and written anew, by a program with habits of its own."""
    for file in FILES:
        document = reading.read(example.path(file), file)
        assert isinstance(document, Document)
        text: str = yaml.safe_dump(turned(document.data), sort_keys=False, allow_unicode=True, **style)
        example.set(file, text)


def turned(data: Any) -> Any:
    """The same with the last key first, in every mapping."""
    if isinstance(data, dict):
        return {key: turned(data[key]) for key in reversed(data)}
    return [turned(each) for each in data] if isinstance(data, list) else data


def changed(file: str, old: str, new: str) -> Callable[[Example], Any]:
    return lambda example: example.edit(file, old, new)


def in_another_order(text: str) -> str:
    first, second = text.split("- id: ")[1:]
    return f"- id: {second}- id: {first}"


SAME: dict[str, Callable[[Example], Any]] = {
    "a comment": lambda example: example.add("stance.yaml", "# a remark\n"),
    "keys in another order": rewritten,
    "double quotes": lambda example: rewritten(example, default_style='"'),
    "brackets": lambda example: rewritten(example, default_flow_style=True),
    "short lines": lambda example: rewritten(example, width=20),
    "line ends and byte order marks": lambda example: [
        example.set(file, "\ufeff" + example.read(file).replace("\n", "\r\n")) for file in FILES
    ],
    "an empty value": changed("sources.yaml", "text: example.txt", "text: example.txt\n  note:\n  chain: []"),
    "an empty record": lambda example: example.set("record.yaml", "facts: []\n"),
    "no audit": lambda example: example.path("audit.lock.yaml").unlink(),
    "another day of the audit": changed("audit.lock.yaml", "2026-06-20", "2026-07-01"),
    "another day of the review": changed("narrative.yaml", "reviewed: 2026-06-19", "reviewed: 2026-07-01"),
    "a shared word": changed("../terms.yaml", "Whose words", "Whose own words"),
}
OTHER: dict[str, Callable[[Example], Any]] = {
    "a word": changed("narrative.yaml", "role: chair", "role: director"),
    "a day": changed("narrative.yaml", "date: 2026-06-18", "date: 2026-06-17"),
    "a list in another order": lambda example: example.set(
        "claims.yaml", in_another_order(example.read("claims.yaml"))
    ),
    "a record more": lambda example: example.add(
        "stance.yaml", "openness: [{asks: licence-named, answer: not-stated}]\n"
    ),
}
# What pages show beside the words of the edition: what is made from a pack must be made anew.
SHOWN: dict[str, Callable[[Example], Any]] = {
    "no audit": SAME["no audit"],
    "another day of the audit": SAME["another day of the audit"],
    "another day of the review": SAME["another day of the review"],
    "a shared word": SAME["a shared word"],
    "an address for reports": lambda example: example.set("../contact.yaml", "report: 'mailto:'\n"),
    "a quote that was edited since its audit": changed(
        "quotes.yaml", "exact: We publish our", "exact: We publish all our"
    ),
    "a quote that was not audited": lambda example: example.set(
        "audit.lock.yaml", example.read("audit.lock.yaml").rpartition("  publish:\n")[0]
    ),
}


def standing(example: Example) -> Pack:
    """The pack as it is shown, with unverified quotes or without."""
    library = packs.load(example.content)
    assert library.hindering == ()
    return library.packs["example"]


def test_the_families_are_not_empty() -> None:
    assert (len(SAME), len(OTHER), len(SHOWN)) == (12, 4, 7)


@pytest.mark.parametrize("what", SAME)
def test_the_edition_is_the_same_after(what: str, example: Example) -> None:
    before, files = standing(example), sorted(example.content.rglob("*.yaml"))
    read = [path.read_bytes() for path in files]
    SAME[what](example)
    assert [path.read_bytes() for path in files if path.exists()] != read or len(
        list(example.content.rglob("*.yaml"))
    ) != len(files)
    assert standing(example).edition == before.edition


@pytest.mark.parametrize("what", OTHER)
def test_the_edition_is_another_after(what: str, example: Example) -> None:
    before = standing(example)
    OTHER[what](example)
    after = standing(example)
    assert (after.edition != before.edition, after.version != before.version) == (True, True)


@pytest.mark.parametrize("what", SHOWN)
def test_what_is_made_from_a_pack_is_made_anew_after(what: str, example: Example) -> None:
    before = standing(example)
    SHOWN[what](example)
    assert standing(example).version != before.version


@pytest.mark.parametrize("what", ["a comment", "keys in another order", "double quotes", "an empty value"])
def test_what_is_made_from_a_pack_stays_after(what: str, example: Example) -> None:
    before = standing(example)
    SAME[what](example)
    after = standing(example)
    assert (after.version, after.files != before.files) == (before.version, True)


def test_each_of_what_is_shown_has_a_version_of_its_own(example: Example, tmp_path: Path) -> None:
    versions = {standing(example).version}
    for number, change in enumerate([*OTHER.values(), *SHOWN.values()]):
        other = Example(tmp_path / str(number)).write()
        change(other)
        versions.add(standing(other).version)
    assert len(versions) == 1 + len(OTHER) + len(SHOWN)


# Any data, written in any way ---------------------------------------------------------------------

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8)
DATA = st.dictionaries(
    WORDS,
    st.recursive(
        WORDS, lambda below: st.lists(below, min_size=1, max_size=4) | st.dictionaries(WORDS, below, max_size=4)
    ),
    min_size=1,
    max_size=4,
)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from(["'", '"']),
        "width": st.integers(10, 200),
        "allow_unicode": st.booleans(),
    }
)


def shuffled(data: Any, chance: random.Random) -> Any:
    """The same data with the keys of every mapping in another order, and here and there an empty value more."""
    if isinstance(data, dict):
        keys = chance.sample(list(data), len(data))
        more: dict[str, Any] = {f"empty-{n}": chance.choice([list, dict])() for n in range(chance.randrange(3))}
        return {key: shuffled(data[key], chance) for key in keys} | more
    return [shuffled(each, chance) for each in data] if isinstance(data, list) else data


def places(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where each text stands."""
    if isinstance(data, str):
        return [at]
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    return [place for key, each in pairs for place in places(each, (*at, key))]


def with_another(data: Any, at: tuple[Any, ...]) -> Any:
    """The same data with another text in one place."""
    if not at:
        return f"{data}x"
    if isinstance(data, dict):
        return {key: with_another(each, at[1:]) if key == at[0] else each for key, each in data.items()}
    return [with_another(each, at[1:]) if n == at[0] else each for n, each in enumerate(data)]


def named(text: str) -> str:
    document = reading.parse(text, "f.yaml")
    assert isinstance(document, Document), document
    return editions.name_of({"f.yaml": document.data})


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(data=DATA, styles=st.tuples(STYLES, STYLES), chance=st.randoms(use_true_random=False))
def test_however_the_same_is_written_the_name_is_the_same(
    data: dict[str, Any], styles: tuple[dict[str, Any], dict[str, Any]], chance: random.Random
) -> None:
    one, other = styles
    first = yaml.safe_dump(data, sort_keys=False, **one)
    second = f"# a remark\n{yaml.safe_dump(shuffled(data, chance), sort_keys=False, **other)}"
    assert named(first) == named(second)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(data=DATA, chance=st.randoms(use_true_random=False))
def test_one_other_word_or_another_order_of_a_list_makes_another_name(
    data: dict[str, Any], chance: random.Random
) -> None:
    before = editions.name_of(data)
    for place in places(data):
        assert editions.name_of(with_another(data, place)) != before
    rows = [*data.values(), "last"]
    turned_rows = rows[::-1]
    same = rows == turned_rows
    assert (editions.name_of({"rows": rows}) == editions.name_of({"rows": turned_rows})) is same
