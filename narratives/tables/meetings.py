"""Where several narratives meet: the questions they all answer, and the themes under which they argue."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from narratives.library.packs import Pack
from narratives.receipts.hearing import ALL_VOICES
from narratives.receipts.quoted import who
from narratives.vocabulary.arguing import ROLES


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


def themes(packs: Sequence[Pack]) -> dict[str, str]:
    """The themes under which the narratives argue, each id with its label: those on which two or more meet come first.

    A theme that one alone argues is named with its number, since the silence of the others is to be seen too.
    """
    themes = [id for pack in packs for id in {argument.theme for argument in pack.stance.arguments if argument.theme}]
    shared = packs[0].words.themes if packs else {}
    met = {id: word.label for id, word in shared.items() if themes.count(id) > 1}
    return met | {id: f"{word.label} (one)" for id, word in shared.items() if themes.count(id) == 1}


def arguments_on(pack: Pack, theme: str, voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """The arguments of one narrative under a theme, concessions and rebuttals last; ``role``, ``label``, ``quote``, ``speaker``."""
    order = list(ROLES)
    found = [
        {"role": each.role, "label": each.label, "quote": each.quote, "speaker": who(pack, each.quote)}
        for each in sorted(pack.stance.arguments, key=lambda each: order.index(each.role))
        if each.theme == theme and pack.quotes[each.quote].voice in voices
    ]
    return pd.DataFrame(found, columns=["role", "label", "quote", "speaker"])
