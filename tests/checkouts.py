"""What the dashboard gives out: its exports, and what a reader is shown who opens a link. And: is it as it was before?

    python tests/checkouts.py BEFORE AFTER [--links 300] [--but "alternative text"]

opens the same links in two checkouts, each with its own code and content, and prints every difference; 0 where there is
none. It imports nothing of either but what has long been there, so that an old checkout can be asked too. Names of
editions count as one, since they follow from the code that makes them.
"""

# ruff: noqa: PLC0415 - what is compared is imported from the checkout that is asked, by the process that asks it
from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import logging
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

PAGES = ("overview", "layers", "open_source", "investment", "quotes", "walkthrough", "evidence")
VOICES = ("quoted only", "with paraphrase", "with interviewer and journalist", "with our derivations")
SHOWN = ("title", "header", "subheader", "text", "caption", "html", "metric", "button", "page_link", "plotly_chart")
CHOSEN = ("selectbox", "multiselect", "button_group", "text_input", "text_area", "toggle", "select_slider", "dataframe")
EDITION = re.compile(r"(?:(?<=%20)|(?<=u003e)|(?<![0-9a-f]))[0-9a-f]{10}(?![0-9a-f])")


def exports(content: Path) -> dict[str, str]:
    """Every file that leaves the dashboard, by name, the tables behind its charts among them, and every citation."""
    import io
    import zipfile

    from narratives import exhibits
    from narratives.tables.claims import as_csv, as_records, claims

    packaging, packs = _ours("exports.packaging", "packaging"), _ours("library.packs", "packs")
    citing, library = _ours("exports.citing", "citing"), packs.load(content)
    found = {"all.csv": as_csv(claims(library.packs.values()))}
    for id, pack in library.packs.items():
        table = claims([pack])
        found[f"{id}.csv"] = as_csv(table)
        found[f"{id}.json"] = json.dumps(as_records(table), ensure_ascii=False, indent=1)
        with zipfile.ZipFile(io.BytesIO(packaging.data_package(pack))) as archive:
            found |= {f"{id}.zip/{name}": archive.read(name).decode() for name in archive.namelist()}
        for name in exhibits.EXHIBITS:
            table = exhibits.build(name, exhibits.View((pack,))).table
            if not table.empty:
                found[f"{id}/{name}.csv"] = as_csv(table)
        cited = _cited(citing, pack) if hasattr(citing, "cite") else _cited_before(citing, pack)
        forms = [f"{each.plain}\n{each.markdown}\n{each.apa}\n{each.bibtex}" for each in cited]
        found[f"{id}.citations"] = "\n\n".join(forms)
    return {name: EDITION.sub("EDITION", text) for name, text in found.items()}


def _ours(*places: str) -> Any:
    """A module of the checkout that is asked, from the first of the places where it stands there."""
    for place in places:
        with suppress(ModuleNotFoundError):
            return importlib.import_module(f"narratives.{place}")
    raise ModuleNotFoundError(places)


def _cited(citing: Any, pack: Any) -> list[Any]:
    """The citation of every quote and claim of a narrative."""
    from narratives import receipts

    quotes = [citing.cite(receipts.words(pack, id)) for id in pack.quotes]
    return quotes + [citing.cite(receipts.of(pack, id)) for id in pack.claims]


def _cited_before(citing: Any, pack: Any) -> list[Any]:
    """The same in a checkout from before there were receipts."""
    cited = []
    for quote in pack.quotes.values():
        cited.append(citing.cite_quote(quote, pack.narrative, pack.sources[quote.source], pack.edition, ""))
    for claim in pack.claims.values():
        of = pack.quote_of(claim)
        asked = pack.quotes.get(claim.assents_to or (claim.absence.asked if claim.absence else None) or "")
        where = pack.source_of(of or asked)
        cited.append(citing.cite_claim(claim, of, pack.narrative, where, pack.edition, "", question=asked))
    return cited


def links(content: Path, count: int, seed: int = 0) -> list[tuple[str, dict[str, str | list[str]]]]:
    """``count`` links to all pages, as pages write them: (page, parameters). The same content and seed give the same."""
    random, library = Random(seed), _ours("library.packs", "packs").load(content)
    tours = _ours("library.touring", "touring").load(content, library.packs)[0]
    found: list[tuple[str, dict[str, str | list[str]]]] = []
    while len(found) < count:
        page, pack = PAGES[len(found) % len(PAGES)], random.choice(list(library.packs.values()))
        others = [each.narrative.label for each in library.packs.values() if each.id != pack.id]
        params: dict[str, str | list[str]] = {"narrative": pack.narrative.label}
        if random.random() < 0.3:
            params["voice"] = random.choice(VOICES)
        if random.random() < 0.3:
            params["record"] = "true"
        if beside := random.sample(others, random.randint(0, len(others))) if random.random() < 0.5 else []:
            params["beside"] = beside
        foreign = [f"{each.id}/{id}" for each in library.packs.values() if each.id != pack.id for id in each.quotes]
        steps = tours[random.choice(list(tours))].steps if tours and random.random() < 0.5 else ()
        own: dict[str, dict[str, list[str]]] = {
            "overview": {},
            "layers": {"layer": list(pack.words.layers)},
            "open_source": {"argument": [each.id for each in pack.stance.arguments], "meets": list(pack.words.themes)},
            "investment": {
                "chart": [
                    "as-stated",
                    "periods",
                    "ladder",
                    "comparison",
                    "silences",
                    "interest",
                    "regions",
                    "figures-given",
                ],
                "claim": [*pack.claims, *(f"{each.id}/{id}" for each in library.packs.values() for id in each.claims)],
                "measure": list(pack.words.measures),
                "first": list(pack.claims),
                "second": list(pack.claims),
                "axis": ["logarithmic"],
                "measures": list(pack.words.measures),
                "about": ["own-firm", "competitor"],
            },
            "quotes": {
                "quote": [*pack.quotes, *foreign],
                "by": ["interviewer"],
                "search": ["open models"],
                "theme": list(pack.words.themes),
                "order": ["interview"],
            },
            "walkthrough": {"step": [step.id for step in pack.steps]},
            "evidence": {
                "section": ["identity", "wordings", "record", "forecasts", "derivations", "editions", "sources"]
            },
        }
        for name, values in own[page].items():
            if values and random.random() < 0.6:
                params[name] = random.choice(values)
        if page == "walkthrough" and steps:
            params |= {
                "tour": next(id for id, tour in tours.items() if tour.steps == steps),
                "step": random.choice(steps).id,
            }
        if page == "walkthrough" and random.random() < 0.3:
            params |= random.choice([{"present": "1"}, {"view": "sheet"}, {"view": "presenter"}])
        if (page, params) not in found:
            found.append((page, params))
    return found


def shown(root: Path, page: str, params: dict[str, str | list[str]]) -> list[str]:
    """Everything that a page shows under a link, element by element."""
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(str(root / "streamlit_app.py"), default_timeout=120)
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    if page != "overview":
        app.switch_page(str(root / "pages" / f"{page}.py")).run()
    return [*_told(app), *(f"exception: {error.message}" for error in app.exception)]


def _told(app: Any) -> Iterator[str]:
    for kind in (*SHOWN, *CHOSEN):
        for element in app.get(kind):
            proto = element.proto
            if kind == "html":
                words: str | None = "" if proto.body.startswith("<style>") else _spelt_alike(proto.body)
            elif kind == "plotly_chart":
                yield EDITION.sub("EDITION", f"alternative text: {proto.alt}")
                words = hashlib.sha256(EDITION.sub("EDITION", proto.spec).encode()).hexdigest()
            elif kind == "page_link":
                words = f"{proto.label} → {proto.page}?{proto.query_string}"
            elif kind == "metric":
                words = f"{proto.label}: {proto.body}"
            elif kind in ("selectbox", "multiselect", "select_slider"):
                words = f"{element.label}: {element.value} of {list(element.options)}"
            elif kind in ("text_input", "text_area", "toggle"):
                words = f"{element.label}: {element.value}"
            elif kind == "dataframe":
                words = element.value.to_csv()
            elif kind == "button_group":
                words = " | ".join(option.content for option in proto.options) + f": {element.value}"
            else:
                words = getattr(element, "value", None) or getattr(proto, "label", "")
                words = proto.label if kind == "button" else words
            if words:
                yield EDITION.sub("EDITION", f"{kind}: {words}")


def _spelt_alike(html: str) -> str:
    """HTML in which a quotation mark is escaped in one way: a checkout from before spells it in another."""
    return html.replace("&#x27;", "&#39;").replace("&quot;", "&#34;")


def compared(before: Path, after: Path, count: int, but: tuple[str, ...] = ()) -> list[str]:
    """Every difference between what two checkouts export and show, as lines; lines that begin with ``but`` are left out."""
    with tempfile.TemporaryDirectory() as name:
        wanted = Path(name) / "links.json"
        dumps = [_dumped(checkout.resolve(), wanted, count) for checkout in (before, after)]
    (exports_before, views_before), (exports_after, views_after) = dumps
    differ = [
        f"export {name}: {_first(exports_before.get(name, ''), exports_after.get(name, ''))}"
        for name in sorted({*exports_before, *exports_after})
        if exports_before.get(name) != exports_after.get(name)
    ]
    for link in views_before:
        was, now = (
            "\n".join(line for line in views.get(link, []) if not line.startswith(but))
            for views in (views_before, views_after)
        )
        if was != now:
            differ.append(f"link {link}: {_first(was, now)}")
    print(f"{len(exports_before)} exports and {len(views_before)} links compared, {len(differ)} differ")
    return differ


def _dumped(checkout: Path, wanted: Path, count: int) -> tuple[dict[str, str], dict[str, list[str]]]:
    """What a checkout exports and shows; the first that is asked says which links are opened."""
    out = wanted.with_name(f"{len(list(wanted.parent.iterdir()))}.json")
    command = [sys.executable, str(Path(__file__).resolve()), "--dump", str(out), "--wanted", str(wanted)]
    environment = {"PYTHONPATH": str(checkout), "PATH": "/usr/bin:/bin", "STREAMLIT_LOGGER_LEVEL": "error"}
    subprocess.run([*command, "--links", str(count)], cwd=checkout, env=environment, check=True)
    exported, views = json.loads(out.read_text("utf-8"))
    return exported, views


def _dump(out: Path, wanted: Path, count: int) -> None:
    root = Path.cwd()
    logging.disable(logging.WARNING)  # outside a server Streamlit warns at every page
    if not wanted.exists():
        wanted.write_text(json.dumps(links(root / "content", count)), "utf-8")
    views = {}
    for page, params in json.loads(wanted.read_text("utf-8")):
        views[f"/{page}?{urlencode(params, doseq=True)}"] = shown(root, page, params)
    out.write_text(json.dumps([exports(root / "content"), views]), "utf-8")


def _first(before: str, after: str) -> str:
    """The first line in which two texts differ, on both sides."""
    rows = before.split("\n"), after.split("\n")
    at = next((i for i, (a, b) in enumerate(zip(*rows, strict=False)) if a != b), min(map(len, rows)))
    sides = [row[at] if at < len(row) else "nothing more" for row in rows]
    start = next((i for i, (a, b) in enumerate(zip(*sides, strict=False)) if a != b), 0)
    return " ≠ ".join(f"“…{side[max(0, start - 60) : start + 140]}…”" for side in sides)


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare what two checkouts export and show.")
    parser.add_argument("checkouts", type=Path, nargs="*", metavar="CHECKOUT")
    parser.add_argument("--links", type=int, default=300, metavar="N")
    parser.add_argument("--but", action="append", default=[], metavar="KIND", help="elements that are not compared")
    parser.add_argument("--dump", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--wanted", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.dump:
        _dump(given.dump, given.wanted, given.links)
        return 0
    before, after = given.checkouts
    differ = compared(before, after, given.links, tuple(f"{kind}:" for kind in given.but))
    print("\n".join(differ))
    return int(bool(differ))


if __name__ == "__main__":
    sys.exit(main())
