"""Made-up narratives for measuring: any number, valid by every rule, with quotes that stand in made-up texts.

    python -m benchmarks.generating FOLDER [COUNT]

No person or firm in them is real. They go through the ordinary path: texts and YAML are written, `verify` finds the
quotes and writes the locks. The same number makes the same narratives, and the first of a hundred are those of thirty.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from narratives.library import auditing, drafting, touring

ROOT = Path(__file__).resolve().parents[1]
DAY = "2026-06-18"
QUOTES = 50
LAYERS = ("chips", "infrastructure", "models", "applications")
REGIONS = ("US", "CN", "EU")
HOMES = {"US": "U.S.", "CN": "Chinese", "EU": "European"}
GIVEN = ("Ada", "Ben", "Cleo", "Dara", "Emil", "Fay", "Gus", "Hana", "Ilse", "Jon")
FAMILY = ("Vale", "Moor", "Heath", "Brook", "Ford", "Marsh", "Hill", "Lane", "Dale", "Wold", "Combe", "Fenn", "Garth")
DOES = ("build", "rent", "train", "test", "offer", "repair", "design", "plan", "measure", "share")
WHAT = ("models", "chips", "clusters", "agents", "data centres", "tools", "robots", "turbines", "networks", "racks")
WHOM = ("hospitals", "schools", "farms", "banks", "ports", "mills", "archives", "railways", "bakeries", "theatres")
WHERE = ("in the north", "by the sea", "in old towns", "on the plains", "near rivers", "in the hills", "at the border")
THEMES = ("company", "investment", "strategy", "open-source", "sovereignty", "productivity", "trust", "manufacturing")
ASKED = ("where-value-settles", "why-open", "what-limits", "who-leads", "what-will-change")
Row = dict[str, Any]


def generate(folder: Path, count: int, quotes: int = QUOTES) -> Path:
    """Writes ``count`` narratives of about ``quotes`` quotes below ``folder``; returns the content folder."""
    content, texts = folder / "content", folder / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    content.mkdir(exist_ok=True)
    for path in (ROOT / "content").glob("*.yaml"):
        if path.name != touring.FILE:  # tours speak of the real narratives
            shutil.copy(path, content)
    words, problems = drafting.load_words(content)
    if words is None:
        raise SystemExit("\n".join(str(problem) for problem in problems))
    for number in range(count):
        id = f"made-up-{number + 1:03}"
        files, text = _narrative(number, quotes)
        (content / id).mkdir(exist_ok=True)
        (texts / f"{id}.txt").write_text(text, "utf-8")
        for name, data in files.items():
            (content / id / name).write_text(_yaml(data), "utf-8")
        _, missed = auditing.verify(content / id, words, texts, DAY, f"content/{id}")
        if missed:
            raise SystemExit("\n".join(str(problem) for problem in missed))
        edition = drafting.edition_of(drafting.documents_of(content / id, id)[0])
        listed = f"# Changes\n\n## {DAY} · edition {edition}\n\n- added narrative `{id}`\n"
        (content / id / "CHANGELOG.md").write_text(listed, "utf-8")
    return content


def _narrative(number: int, count: int) -> tuple[dict[str, Any], str]:
    """The files of one narrative, by name, and the text its quotes stand in."""
    chance = random.Random(number)
    name = f"{GIVEN[number % len(GIVEN)]} {FAMILY[number % len(FAMILY)]}"
    firm, home = f"{name.split()[1]} Works {number + 1}", REGIONS[number % len(REGIONS)]
    said: list[Row] = [_quote("question", "What do you build, and for whom?", voice="interviewer")]
    claims: list[Row] = []
    for at, layer in enumerate(LAYERS):
        word = f"We are in {layer}, and that is part {at + 1} of our work."
        said.append(_quote(f"layer-{layer}", word, layers=[layer], speaks_to=[ASKED[at]], themes=["strategy"]))
    for region in REGIONS:
        amount = chance.randrange(20, 900)
        sentence = f"{HOMES[region]} firms will spend more than ${amount} billion on capital expenditure next year."
        said.append(_quote(f"capex-{region.lower()}", sentence, themes=["investment"], speaks_to=["how-much-invested"]))
        claims.append(
            _claim(f"capex-{region.lower()}", sentence, "prediction", f"capex-{region.lower()}")
            | {
                "measure": "capital-expenditure",
                "entity": {"name": f"{HOMES[region]} firms"},
                "region": region,
                "about": "own-country" if region == home else "other-country",
                "quantity": {"comparator": ">", "value": amount, "scale": "billion", "currency": "USD"},
                "period": {"stated": "next year", "anchor": DAY, "resolved": "2027"},
            }
        )
    for id, role, sentence in (
        ("open", "claim", "Our weights are open to all who ask."),
        ("use", "ground", "Open weights bring us users."),
        ("cost", "concession", "Open weights have a cost that we carry."),
    ):
        said.append(_quote(id, sentence, themes=["open-source"], speaks_to=["why-open"] if role == "ground" else []))
        claims.append(_claim(id, sentence.replace("Our", f"{firm}’s").replace(" us ", f" {firm} "), "position", id))
    for n, sentence in enumerate(_sentences(chance, count - len(said)), 1):
        said.append(_quote(f"part-{n}", f"We {sentence}.", themes=chance.sample(THEMES, 2), answers="question"))
        claims.append(_claim(f"part-{n}", f"{firm} says: we {sentence}.", "position", f"part-{n}"))
    text = f"{name}, a made-up speaker, for measuring only.\n" + "\n".join(quote["exact"] for quote in said) + "\n"
    finding = {"headline": f"{name} says what {firm} builds", "claims": ["part-1"]}
    pages = ("overview", "layers", "open_source", "investment", "quotes", "walkthrough", "evidence")
    return {
        "narrative.yaml": {
            "label": f"{firm} 2026",
            "title": f"{name} at a forum that never was",
            "region": home,
            "speakers": [{"id": "speaker", "name": name, "role": "chair", "organisation": firm}],
            "occasion": {
                "name": "A made-up forum",
                "date": DAY,
                "basis": [{"says": "It is made up.", "source": "text"}],
            },
            "sourcing": ("published-transcript", "interpreted", "second-hand")[number % 3],
            "sourcing_note": "Made up for measuring; nobody said this.",
            "reviewed": DAY,
            "findings": dict.fromkeys(pages, finding),
            "key_figures": ["capex-us", "capex-cn", "capex-eu"],
        },
        "sources.yaml": [
            {
                "id": "text",
                "title": f"{name} at a forum that never was",
                "publisher": "Nobody",
                "date_published": DAY,
                "language": "en",
                "kind": "made-up text",
                "license": "CC0",
                "text": f"made-up-{number + 1:03}.txt",
            }
        ],
        "quotes.yaml": said,
        "claims.yaml": claims,
        "layers.yaml": [{"layer": layer, "participation": "in", "quote": f"layer-{layer}"} for layer in LAYERS],
        "stance.yaml": {
            "arguments": [
                {"id": id, "role": role, "label": f"Open weights: {id}", "quote": id, "theme": "open-source"}
                | ({} if role == "claim" else {"follows": ["open"]})
                for id, role in (("open", "claim"), ("use", "ground"), ("cost", "concession"))
            ],
            "called": [],
            "openness": [{"asks": "releases-weights", "answer": "yes", "claim": "open"}],
        },
        "walkthrough.yaml": [
            {
                "id": "builds",
                "headline": finding["headline"],
                "exhibit": "as-stated",
                "caption": [{"says": f"{name} says what {firm} builds.", "claims": ["part-1"]}],
            }
        ],
    }, text


def _sentences(chance: random.Random, count: int) -> Iterator[str]:
    """``count`` unlike predicates without number or hedge, which no other one holds within it."""
    seen: set[tuple[str, ...]] = set()
    while len(seen) < count:
        picked = tuple(chance.choice(words) for words in (DOES, WHAT, WHAT, WHOM, WHERE))
        if picked in seen or picked[1] == picked[2]:
            continue
        seen.add(picked)
        does, one, other, whom, where = picked
        yield f"{does} {one} and {other} for {whom} {where}, with people from there"


def _quote(id: str, exact: str, voice: str = "speaker", **more: Any) -> Row:
    return {"id": id, "source": "text", "voice": voice, "exact": exact} | {k: v for k, v in more.items() if v}


def _claim(id: str, says: str, type: str, quote: str) -> Row:
    return {"id": id, "says": says, "type": type, "voice": "speaker", "quote": quote}


class _Dumper(yaml.SafeDumper):
    """Writes every value out: the reader refuses aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _yaml(data: Any) -> str:
    return yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


if __name__ == "__main__":
    print(generate(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 8))
