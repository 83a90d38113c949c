"""The alternative text of an exhibit: its finding first, then what is shown, counted, with the smallest and the largest.

A screen reader says it in one breath and cannot stop in it, so that it is short; every sentence with all its hedges stands
in the table, row by row, to which the page adds a pointer. An amount that is named keeps its bound and doubt, and says what
it counts: between unlike measures there is no range.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from narratives.vocabulary.counting import plural
from narratives.vocabulary.firmness import AHEAD, MODALITIES, before
from narratives.vocabulary.voices import VOICES, YOURS

CHARACTERS = 264  # at most; the page adds at most 36 that point to the words
EMPTY = ("Nothing is shown under this choice",)
PARENTHESIS = re.compile(r" \([^()]*\)$")  # an abbreviation behind a measure’s name


def fitted(finding: str, parts: Sequence[str]) -> str:
    """The finding and what is said of the exhibit, in at most ``CHARACTERS`` characters.

    Its ``parts``, without a full stop, stand between semicolons, the most needed first; of those for which there is no room none is told in half,
    and “…” stands for them. A finding that leaves no room for the first part ends at a word, with “…”.
    """
    head = finding.removesuffix(".") + "."
    for kept in range(len(parts), 0, -1):
        told = f"{head} {'; '.join(parts[:kept])}{'.' if kept == len(parts) else '…'}"
        if len(told) <= CHARACTERS:
            return told
    first = cut(parts[0], CHARACTERS // 2)
    return f"{cut(finding, CHARACTERS - len(first) - 2)} {first}{'' if first.endswith('…') else '.'}"


def cut(text: str, room: int) -> str:
    """``text``, or its first words and “…” in at most ``room`` characters."""
    if len(text) <= room:
        return text
    return (
        text[: room - 2].rpartition(" ")[0].rstrip(",;:") + " …" if " " in text[: room - 2] else text[: room - 1] + "…"
    )


def amounts(table: pd.DataFrame, unlike: str = "measures") -> tuple[str, ...]:
    """The rows of ``amounts``, counted, with the smallest and the largest of those in one currency.

    ``unlike`` is what the column ``measure`` tells apart.
    """
    table = table[table["voice"] != YOURS] if "voice" in table else table
    if table.empty:
        return EMPTY
    stated = table[table["form"] != "absent"]
    measures = stated["measure"].nunique() if "measure" in stated else 1
    of = f" of {measures} {unlike}" if measures > 1 else ""
    silent = len(table) - len(stated)
    without = f", {silent} not stated" if silent else ""
    return f"{plural(len(stated), 'amount')}{of}{without}", *extremes(stated)


def extremes(stated: pd.DataFrame) -> list[str]:
    """The smallest and the largest of the rows in the most used currency, and how many have another or no number."""
    size = stated["low"].fillna(stated["high"]).astype(float)
    numbered = stated[size.notna()].assign(_size=size)
    if numbered.empty:
        return []
    used = numbered["currency"].value_counts().index[0]
    alike = numbered[numbered["currency"] == used].sort_values("_size", kind="stable")
    several = stated["narrative"].nunique() > 1 if "narrative" in stated else False
    first, last = (_with_notes(alike.iloc[end].to_dict(), several=several) for end in (0, -1))
    told = [f"smallest {first}, largest {last}" if len(alike) > 1 else first]
    others, wordy = len(numbered) - len(alike), len(stated) - len(numbered)
    told += [f"{others} in other currencies or units"] if others else []
    return told + ([f"{wordy} in words only"] if wordy else [])


def times(table: pd.DataFrame) -> tuple[str, ...]:
    """The rows of ``periods``, counted, with the earliest and the latest time named."""
    if table.empty:
        return EMPTY
    dated = table[table["period_end"].notna()].sort_values(["period_end", "period_start"], kind="stable")
    told = [plural(len(table), "amount") + " with a time"]
    if len(dated):
        first, last = dated["period"].iloc[0], dated["period"].iloc[-1]
        told.append(f"the earliest of {first}, the latest of {last}" if first != last else f"all dated of {first}")
    ahead = int(table["status"].isin(AHEAD).sum())
    recurring = len(table) - len(dated)
    told += [f"{ahead} planned, forecast or hypothetical"] if ahead else []
    return (*told, f"{recurring} that recur") if recurring else tuple(told)


def kinds(what: str, labels: Iterable[str]) -> tuple[str, ...]:
    """What the rows are, and how many there are of each kind, the most frequent first."""
    counts = pd.Series(list(labels), dtype=object).value_counts()
    return (what, *(f"{label}: {n}" for label, n in counts.items())) if len(counts) else EMPTY


def named(rows: pd.DataFrame, by: str = "measure_label") -> list[str]:
    """Each amount with its bound and doubt, and what ``by`` says of it."""
    found = rows.assign(measure_label=rows[by]).to_dict("records")
    return [_with_notes({str(name): value for name, value in row.items()}, several=False) for row in found]


def _with_notes(row: dict[str, Any], *, several: bool) -> str:
    """An amount with its bound and doubt, what it counts, and whose words it is in where they are not the speaker’s."""
    label = PARENTHESIS.sub("", str(row.get("measure_label") or "").partition(":")[0])
    notes = [
        label if label[1:2].isupper() else label[:1].lower() + label[1:],
        str(row.get("status") or "") if row.get("status") in AHEAD else "",
        _firmness(row),
        VOICES[row["voice"]].noted if row.get("voice") in VOICES else "",
        str(row.get("kind_label") or ""),
        str(row["label"]) if several else "",
    ]
    told = ", ".join(note.replace("; ", ", ") for note in notes if note)
    doubt = before("possible") if row.get("modality") == "possible" else ""
    return f"{doubt}{row['amount']}{f' ({told})' if told else ''}"


def _firmness(row: dict[str, Any]) -> str:
    """A condition or belief behind an amount; a doubt stands before it."""
    if row.get("condition") or row.get("modality") == "conditional":
        return MODALITIES["conditional"]
    return MODALITIES["belief"] if row.get("modality") == "belief" else ""
