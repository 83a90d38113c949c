"""Several narratives side by side: who plays where, what each says of openness, who gives a figure, who answers what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import pandas as pd

from narratives import comparing, dates, phrasing
from narratives.packs import Pack
from narratives.tables import amounts as amounts_table
from narratives.tables.claims import ALL_VOICES, heard, nature_of, phrase_of, status_of
from narratives.tables.layers import layers
from narratives.tables.record import conversion
from narratives.tables.silences import silences
from narratives.tables.words import who
from narratives.vocabulary import firmness, regions
from narratives.vocabulary.absences import STATES
from narratives.vocabulary.arguing import ANSWERS, QUESTIONS
from narratives.vocabulary.participations import PARTS
from narratives.vocabulary.sourcings import SOURCINGS

COLUMNS = ("row", "row_label", "row_note", "column", "column_label", "state", "word", "key", "narrative", "phrase")


def sourced(pack: Pack) -> str:
    """Who, when and how the words reached us, on one line: it stands wherever a narrative does."""
    narrative = pack.narrative
    day = dates.in_words(narrative.occasion.date)
    return f"{narrative.speakers[0].name}, {narrative.speakers[0].organisation}, {day}; {SOURCINGS[narrative.sourcing].short}"


def layer_matrix(packs: Iterable[Pack]) -> pd.DataFrame:
    """One row a narrative and shared layer: the part played, in the speaker's own words and numbering."""
    known = {pack.id: pack for pack in packs}
    rows = []
    for role in layers(known.values()).to_dict("records"):
        pack = known[role["narrative"]]
        part = PARTS[role["participation"]]
        own = f"{int(role['own_number'])}: " if pd.notna(role["own_number"]) else ""
        said = f" In the words: “{role['exact']}”" if role["exact"] else ""
        named = f" (their own {own}{role['own_name'] or role['name']})" if own or role["own_name"] else ""
        phrase = f"{pack.narrative.label}, {role['name']}{named}: {role['state']}.{said}"
        short = f"{part.cell} ({int(role['own_number'])})" if pd.notna(role["own_number"]) else part.cell
        rows.append(_cell(pack, role["layer"], role["name"], part.mark, short, role["layer"], phrase))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def openness(packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """One row a narrative and plain question about openness: the answer in its own words, or that none is stated."""
    rows = []
    for pack in packs:
        answers = {each.asks: each for each in pack.stance.openness}
        for asks, label in QUESTIONS.items():
            each = answers.get(asks)  # type: ignore[call-overload]
            claim = pack.claims.get((each.claim if each else None) or "")
            if each is None or claim is None or not heard(claim, voices):
                unheard = claim is not None
                silent = ANSWERS["not-stated"]
                answered = "in a voice that is not chosen" if unheard else silent.told
                phrase = f"{pack.narrative.label}, {label.lower()}: {answered}."
                word = "not chosen" if unheard else silent.told
                rows.append(_cell(pack, asks, label, silent.mark, word, "", phrase))
                continue
            answer = ANSWERS[each.answer]
            note = f" {each.note}" if each.note else ""
            phrase = f"{pack.narrative.label}, {label.lower()}: {answer.told}. {phrase_of(pack, claim)}.{note}"
            rows.append(_cell(pack, asks, label, answer.mark, answer.told, claim.id, phrase))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def figures_given(packs: Iterable[Pack], measure: str, voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """One row a narrative and region: whether it gives a figure of ``measure`` there, only words, or nothing."""
    rows = []
    known = {pack.id: pack for pack in packs}
    spoken = silences(known.values(), voices, (measure,)).to_dict("records")
    states = {(row["narrative"], row["region"]): row for row in spoken}
    for pack in known.values():
        for region, called in regions.REGIONS.items():
            found = states.get((pack.id, region))
            state = STATES[str(found["state"]) if found is not None else "not-raised"]
            said = str(found["phrase"]) if found is not None else state.told.capitalize()
            key = str(found["claim"]) if found is not None else ""
            phrase = f"{pack.narrative.label}, {called.name}: {said}"
            rows.append(_cell(pack, region, called.short, state.mark, state.cell, key, phrase))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def by_gate(packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES, measures: Collection[str] = ()) -> pd.DataFrame:
    """Every amount of money as a row of ``amounts``, in panels within which all facets agree that must.

    ``measure`` is the panel and ``measure_label`` its head, which says whether the U.S. and China stand in it together;
    ``lead`` is the narrative, ``formula`` a conversion where the amount is not in dollars. Silences stand last in their
    measure, without what was said instead. ``measures`` leaves out all others.
    """
    known = {pack.id: pack for pack in packs}
    table = amounts_table.amounts(list(known.values()), voices)
    kept = table["measure"].isin(measures) if measures else table["measure"].notna()
    rows: list[dict[str, Any]] = []
    for each in table[kept & ~table["reworded"].astype(bool)].to_dict("records"):
        row = {str(name): value for name, value in each.items()}
        pack = known[row["narrative"]]
        claim = pack.claims[row["claim"]]
        facets = (
            str(row["measure_label"]),
            comparing.unit(claim) or "",
            comparing.entity_scope(claim) or "scope not stated",
            comparing.period_type(claim) or "time not stated",
            nature_of(pack, claim) or "",
            firmness.STATUSES.get(status_of(claim) or "", ""),
        )
        if row["form"] == "absent":
            facets = (facets[0], "", "", "", "", "")
            row["instead"] = ""
        quantity = claim.quantity
        day = dates.last_day(phrasing.said_on(pack.narrative, pack.source_of(pack.quote_of(claim))))
        foreign = quantity is not None and quantity.currency not in (None, "USD")
        rows.append(
            row
            | {"facets": facets, "lead": pack.narrative.label}
            | {"formula": conversion(pack, quantity, day) if foreign and quantity else ""}
        )
    panels: dict[tuple[str, ...], set[str]] = {}
    for row in rows:
        panels.setdefault(row["facets"], set()).add(row["region"])
    for row in rows:
        measure, _, scope, time, _, status = row["facets"]
        together = bool(scope) and {"US", "CN"} <= panels[row["facets"]]
        head = f"{measure}: {scope}, {time}, {status}" if scope else f"{measure}: no figure stated"
        row |= {
            "measure": " | ".join(row["facets"]),
            "measure_label": f"{head} – U.S. and China on one axis" if together else head,
            "_apart": 2 if not scope else int(not together),
        }
    columns = [*amounts_table.COLUMNS, "lead", "formula"]
    table = pd.DataFrame(rows, columns=[*columns, "_apart"])
    order = {region: i for i, region in enumerate(regions.NAMES)}
    measured = {label: i for i, label in enumerate(dict.fromkeys(r["facets"][0] for r in rows))}
    table = table.assign(
        _m=[measured[r["facets"][0]] for r in rows],
        _r=table["region"].map(order),
        _size=table["low"].fillna(table["high"]),
    )
    table = table.assign(_first=table.groupby("measure")["_r"].transform("min"))
    table = table.sort_values(["_m", "_apart", "_first", "measure", "_r", "_size"], kind="stable")
    return table[columns].reset_index(drop=True)


def comparable(packs: Sequence[Pack], voices: frozenset[str] = ALL_VOICES) -> dict[str, str]:
    """Every claim that counts something, by the name a comparison has for it: those of the first narrative by their id."""
    home, *others = packs
    labels = amounts_table.comparable(home, voices)
    for pack in others:
        found = amounts_table.comparable(pack, voices)
        labels |= {f"{pack.id}/{id}": f"{pack.narrative.label}: {label}" for id, label in found.items()}
    return labels


def answering(
    packs: Sequence[Pack], question: str, voices: frozenset[str] = ALL_VOICES
) -> list[tuple[Pack, list[str]]]:
    """The quotes of each narrative that answer a shared question and are heard; an empty list where none does."""
    return [
        (pack, [q.id for q in pack.quotes.values() if question in q.speaks_to and q.voice in voices]) for pack in packs
    ]


def questions(packs: Sequence[Pack]) -> dict[str, str]:
    """The shared questions that two or more of the narratives answer, each id with its wording, in the shared order."""
    asked = [id for pack in packs for id in {id for quote in pack.quotes.values() for id in quote.speaks_to}]
    shared = packs[0].words.questions if packs else {}
    return {id: word.label for id, word in shared.items() if asked.count(id) > 1}


def meeting(packs: Sequence[Pack]) -> dict[str, str]:
    """The themes under which the narratives argue, each id with its label: those on which two or more meet come first.

    A theme that one alone argues is named with its number, since the silence of the others is to be seen too.
    """
    themes = [id for pack in packs for id in {argument.theme for argument in pack.stance.arguments if argument.theme}]
    shared = packs[0].words.themes if packs else {}
    met = {id: word.label for id, word in shared.items() if themes.count(id) > 1}
    return met | {id: f"{word.label} (one)" for id, word in shared.items() if themes.count(id) == 1}


def arguments_on(pack: Pack, theme: str, voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """The arguments of one narrative under a theme, concessions and rebuttals last; ``role``, ``label``, ``quote``, ``speaker``."""
    order = ["claim", "ground", "concession", "rebuttal"]
    found = [
        {"role": each.role, "label": each.label, "quote": each.quote, "speaker": who(pack, each.quote)}
        for each in sorted(pack.stance.arguments, key=lambda each: order.index(each.role))
        if each.theme == theme and pack.quotes[each.quote].voice in voices
    ]
    return pd.DataFrame(found, columns=["role", "label", "quote", "speaker"])


def library(packs: Iterable[Pack], words: str = "") -> pd.DataFrame:
    """One row a narrative: who, where, when, how well sourced, and how much; only those that hold every word searched for."""
    rows = []
    for pack in packs:
        narrative = pack.narrative
        speaker, occasion = narrative.speakers[0], narrative.occasion
        where = ", ".join(part for part in (occasion.name, occasion.place) if part)
        found = sum(q.result in ("exact", "normalised") for q in pack.audit.quotes.values()) if pack.audit else 0
        rows.append(
            {
                "narrative": pack.id,
                "label": narrative.label,
                "title": narrative.title,
                "speaker": phrasing.printed_name(speaker),
                "role": f"{speaker.role}, {speaker.organisation}",
                "region": regions.NAMES[narrative.region],
                "where": where,
                "date": occasion.date,
                "when": dates.in_words(occasion.date),
                "sourcing": SOURCINGS[narrative.sourcing].told,
                "quotes": len(pack.quotes),
                "found": found,
                "claims": len(pack.claims),
                "amounts": sum(claim.quantity is not None for claim in pack.claims.values()),
                "finding": narrative.findings["overview"].headline,
            }
        )
    table = pd.DataFrame(rows)
    for word in words.casefold().split():
        text = table[["label", "title", "speaker", "role", "region", "where", "when", "sourcing"]].agg(" ".join, axis=1)
        table = table[text.str.casefold().str.contains(word, regex=False)]
    return table.sort_values("date", ascending=False, kind="stable").reset_index(drop=True) if len(table) else table


def _cell(pack: Pack, column: str, label: str, state: str, word: str, key: str, phrase: str) -> dict[str, Any]:
    return {
        "row": pack.id,
        "row_label": pack.narrative.label,
        "row_note": sourced(pack),
        "column": column,
        "column_label": label,
        "state": state,
        "word": word,
        "key": key,
        "narrative": pack.id,
        "phrase": phrase,
    }
