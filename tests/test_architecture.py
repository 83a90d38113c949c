"""Who may import whom: one row a room (docs/decisions/0015), held as data.

Each room may import the rooms named beside it and nothing else of ours; all of them stand above it in the list, so
imports run one way. Inside a room no module imports itself by way of others. Names of the standard library are free.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = (
    "vocabulary",
    "models",
    "text",
    "semantics",
    "library",
    "receipts",
    "tables",
    "charts",
    "exhibits",
    "html",
    "exports",
    "web",
)
SHOWN = ("exhibits", "models", "receipts", "tables", "ui", "web")
OURS = ("narratives", "pages", "streamlit_app")
LAYERS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # room: (rooms of ours, packages of others)
    "vocabulary": ((), ()),
    "models": (("vocabulary",), ("pydantic", "pydantic_core")),
    "text": (("models",), ()),
    "semantics": (("vocabulary", "models"), ()),
    "library": (("vocabulary", "models", "text", "semantics"), ("pydantic", "pydantic_core", "watchdog", "yaml")),
    "receipts": (("vocabulary", "models", "text", "semantics", "library"), ()),
    "tables": (("vocabulary", "models", "semantics", "library", "receipts"), ("pandas",)),
    "charts": (("vocabulary",), ("pandas", "plotly")),
    "exhibits": (
        ("vocabulary", "models", "semantics", "library", "receipts", "tables", "charts"),
        ("pandas", "plotly"),
    ),
    "html": (("vocabulary", "models", "text", "library", "receipts"), ("htpy", "markupsafe")),
    "exports": (("vocabulary", "models", "text", "library", "receipts", "tables"), ("pandas",)),
    "web": (("models",), ()),
    "ui": (ROOMS, ("streamlit", "pandas", "segno")),
    "__main__": (("vocabulary", "models", "library", "tables", "exports"), ()),
    "pages": (SHOWN, ("streamlit",)),
    "streamlit_app": (SHOWN, ("streamlit",)),
}


def files() -> list[Path]:
    """Every Python file that runs when the dashboard runs."""
    return sorted([ROOT / "streamlit_app.py", *(ROOT / "pages").rglob("*.py"), *(ROOT / "narratives").rglob("*.py")])


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def layer_of(module: str) -> str:
    """``narratives.charts.theme`` → ``charts``, ``pages.layers`` → ``pages``."""
    first, *rest = module.split(".")
    return rest[0] if first == "narratives" and rest else first


def needed(name: str) -> str:
    """What a row has to allow for an import: the layer where it is ours, else the package, also where both have one name."""
    top, _, _ = name.partition(".")
    return layer_of(name) if top in OURS else f"package {top}"


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of every import, wherever it stands; “from narratives import packs” names ``narratives.packs``."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{shown(path)}:{node.lineno}: write the import in full"
            module = node.module or ""
            yield from (
                (node.lineno, f"{module}.{name.name}" if module == "narratives" else module) for name in node.names
            )


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), shown(path))


def calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def broken(path: Path) -> list[str]:
    """Each import of ``path`` that the table does not allow, as “file:line: layer imports name”."""
    home = layer_of(module_of(path))
    ours, others = LAYERS[home]
    found = []
    for line, name in imported(path):
        top, _, _ = name.partition(".")
        known = top in others or top in sys.stdlib_module_names
        allowed = layer_of(name) in (*ours, home) if top in OURS else known
        if not allowed:
            found.append(f"{shown(path)}:{line}: {home} imports {name}")
    return found


def test_there_are_files_to_judge() -> None:
    assert len(files()) > 40


def test_every_module_has_its_row_and_every_row_its_module() -> None:
    there = {layer_of(module_of(path)) for path in files()} - {"narratives"}
    assert (there - set(LAYERS), set(LAYERS) - there) == (set(), set())


def test_the_table_itself_runs_one_way() -> None:
    order = list(LAYERS)
    assert [
        (layer, other)
        for layer, (ours, _) in LAYERS.items()
        for other in ours
        if order.index(other) >= order.index(layer)
    ] == []


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_only_what_its_row_allows(layer: str) -> None:
    assert [arrow for path in files() if layer_of(module_of(path)) == layer for arrow in broken(path)] == []


def test_no_row_allows_what_its_layer_does_not_need() -> None:
    used: dict[str, set[str]] = {layer: set() for layer in LAYERS}
    for path in files():
        if path != ROOT / "narratives" / "__init__.py":
            used[layer_of(module_of(path))] |= {needed(name) for _, name in imported(path)}
    free = ("ui", "__main__", "pages", "streamlit_app")  # these may take what they like of what is below
    assert {
        layer: {*ours, *(f"package {other}" for other in others)} - used[layer]
        for layer, (ours, others) in LAYERS.items()
        if layer not in free
    } == {layer: set() for layer in LAYERS if layer not in free}


def named_in(path: Path, modules: set[str]) -> set[str]:
    """The modules of ours that a module imports: a name in a package is the package’s own unless it is a module of it."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{name.name}" for name in node.names} & modules or {node.module or ""} & modules
    return found - {module_of(path)}


def test_no_module_imports_itself_by_way_of_others() -> None:
    modules = {module_of(path): path for path in files()}
    imports = {module: named_in(path, set(modules)) for module, path in modules.items()}
    assert sum(map(len, imports.values())) > 500
    TopologicalSorter(imports).prepare()  # a circle raises, and names itself


def test_inside_ui_what_is_on_stage_is_made_of_words_and_words_stand_on_pages() -> None:
    order = ("page", "words", "stage")
    back = [
        f"{shown(path)}:{line}: {name}"
        for number, inner in enumerate(order)
        for path in (ROOT / "narratives" / "ui" / inner).glob("*.py")
        for line, name in imported(path)
        if name.startswith(tuple(f"narratives.ui.{later}" for later in order[number + 1 :]))
    ]
    assert back == []


def types_of(tree: ast.Module) -> Iterator[str]:
    """The classes of a module, and what it calls a type by a name of its own."""
    yield from (node.name for node in tree.body if isinstance(node, ast.ClassDef))
    assigned = [node.targets[0] for node in tree.body if isinstance(node, ast.Assign)]
    named = [target.id for target in assigned if isinstance(target, ast.Name)]
    yield from (name for name in named if re.fullmatch(r"[A-Z][A-Za-z]*[a-z][A-Za-z]*", name))


def test_no_two_modules_and_no_two_classes_share_a_name() -> None:
    stems = Counter(path.stem for path in files() if path.stem != "__init__")
    homes = Counter(path.parent.name for path in files() if path.stem == "__init__")
    classes = Counter(name for path in files() for name in types_of(parsed(path)))
    assert {name: n for name, n in (stems + homes).items() if n > 1} == {}
    assert {name: n for name, n in classes.items() if n > 1} == {}


def test_no_module_is_called_by_another_name() -> None:
    modules = {module_of(path) for path in files()}
    assert [
        f"{shown(path)}:{node.lineno}: {name.name} as {name.asname}"
        for path in files()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.asname and f"{node.module}.{name.name}" in modules
    ] == []


def test_the_package_has_rooms_and_one_way_in() -> None:
    flat = [path.name for path in (ROOT / "narratives").glob("*.py")]
    assert sorted(flat) == ["__init__.py", "__main__.py"]


def test_streamlit_is_imported_nowhere_below_ui() -> None:
    above = ("ui", "pages", "streamlit_app")
    assert [
        f"{shown(path)}:{line}"
        for path in files()
        for line, name in imported(path)
        if name.split(".")[0] == "streamlit" and layer_of(module_of(path)) not in above
    ] == []


def test_a_page_opens_no_file_reads_no_yaml_and_calls_no_plotly() -> None:
    pages = [ROOT / "streamlit_app.py", *(ROOT / "pages").glob("*.py")]
    assert len(pages) == 8
    forbidden = ("yaml", "plotly", "pathlib", "io", "os")
    found = [
        f"{shown(path)}:{line}: import {name}"
        for path in pages
        for line, name in imported(path)
        if name.split(".")[0] in forbidden
    ]
    opening = ("open", "read_text", "read_bytes", "read_csv", "write_text")
    found += [
        f"{shown(path)}:{line}: {name}"
        for path in pages
        for line, name in calls(path)
        if name.split(".")[-1] in opening
    ]
    assert found == []


def test_a_page_reads_from_top_to_bottom_and_defines_nothing() -> None:
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    assert [
        f"{shown(path)}:{node.lineno}: {node.name}"
        for path in (ROOT / "pages").glob("*.py")
        for node in ast.walk(parsed(path))
        if isinstance(node, definitions)
    ] == []


def test_nothing_is_imported_in_a_roundabout_way() -> None:
    assert [
        f"{shown(path)}:{line}: {name}"
        for path in files()
        for line, name in calls(path)
        if name.split(".")[-1] in ("__import__", "import_module", "exec", "eval")
    ] == []


def test_no_html_is_let_in_unsafely() -> None:
    assert [shown(path) for path in files() if "unsafe_allow_html" in path.read_text(encoding="utf-8")] == []


def test_no_file_collects_leftovers() -> None:
    leftovers = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}
    everywhere = [path for path in ROOT.rglob("*.py") if not {".venv", ".git"} & set(path.parts)]
    assert len(everywhere) > len(files())
    assert [shown(path) for path in everywhere if leftovers & {path.stem, path.parent.name}] == []


def test_every_file_can_be_read_in_one_sitting() -> None:
    long = {shown(path): rows for path in files() if (rows := len(path.read_text(encoding="utf-8").splitlines())) > 300}
    assert long == {}


def test_every_module_says_in_a_sentence_what_it_is() -> None:
    assert [shown(path) for path in files() if not (ast.get_docstring(parsed(path)) or "").strip()] == []


def test_a_broken_arrow_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    chart = tmp_path / "narratives" / "charts" / "bar.py"
    chart.parent.mkdir(parents=True)
    chart.write_text(
        "import math\nimport streamlit as st\nfrom narratives import packs\nfrom narratives.charts import theme\n"
        "def figure():\n    import narratives.models\n    from plotly import io\n",
        encoding="utf-8",
    )
    assert broken(chart) == [
        "narratives/charts/bar.py:2: charts imports streamlit",
        "narratives/charts/bar.py:3: charts imports narratives.packs",
        "narratives/charts/bar.py:6: charts imports narratives.models",
    ]
