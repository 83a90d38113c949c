"""The figures as a table to print, as JSON, and as the block that the README shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.aims import Results, answered
from benchmarks.servers import ROOT
from narratives.library import filing

KEPT = ROOT / "benchmarks" / "results.json"
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=<!-- benchmarks -->\n).*?(?=<!-- /benchmarks -->)", re.DOTALL)


def table(results: Results) -> str:
    """Each aim, met or missed with its reason."""
    return "\n".join(_aims(results))


def keep(results: Results, path: Path = KEPT, readme: Path = README) -> None:
    """Write the figures as JSON, and the README's block from them."""
    write(path, json.dumps(results, indent=1) + "\n")
    write(readme, BLOCK.sub(lambda _: block(results), readme.read_text("utf-8")))


def write(path: Path, text: str) -> None:
    """The file whole, or as it was and an end with a plain line."""
    if unwritten := filing.write(path, text, path.name):
        raise SystemExit(str(unwritten))


def block(results: Results) -> str:
    """The aims as a Markdown table, and beneath it the deep links of the rehearsal as another."""
    rows = "".join(
        f"| {aim.name} | {aim.told(aim.limit)} | {aim.told(aim.figure(results))} | "
        f"{'met' if aim.met(results) else 'missed: ' + aim.reason(results)} |\n"
        for aim in answered(results)
    )
    return f"| What | Aim, at most | Measured | |\n|---|---|---|---|\n{rows}" + _rehearsed(results["rehearsal"])


def _rehearsed(told: Mapping[str, Any]) -> str:
    if "skipped" in told:
        return ""
    rows = "".join(
        f"| `{link}` | {_seconds(each, 'words, s')} | {_seconds(each, 'drawn, s')} | {each['MB']:.0f} MB |\n"
        for link, each in told["links"].items()
    )
    heads = "\n| Deep link, in a process just started | Its words after | All drawn after | Memory at its highest |\n|---|---|---|---|\n"
    return heads + rows


def _seconds(link: Mapping[str, float], until: str) -> str:
    return f"{link[until]:.0f} s" if until in link else "not opened"


def _aims(results: Results) -> Iterator[str]:
    for aim in answered(results):
        state = "met" if aim.met(results) else f"MISSED: {aim.reason(results)}"
        yield f"{aim.name:<78}{aim.told(aim.figure(results)):>10}  at most {aim.told(aim.limit):<8} {state}"


def lines(results: Mapping[str, object], indent: int = 0) -> Iterator[str]:
    """Every figure, a line each, under the part that measured it."""
    for name, value in results.items():
        label = "  " * indent + name
        if isinstance(value, Mapping) and all(isinstance(each, int | float) for each in value.values()) and indent:
            yield f"{label:<40}" + "  ".join(f"{key} {_number(each)}" for key, each in value.items())
        elif isinstance(value, Mapping):
            yield label
            yield from lines(value, indent + 1)
        else:
            yield f"{label:<40}{_number(value):>12}"


def _number(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.1f}" if abs(value) >= 10 else f"{value:.3f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
