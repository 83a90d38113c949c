"""Another wording is of the same statement, and what it changed stands in the words on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from narratives.library.problems import Problem
from narratives.library.reading import Loc
from narratives.library.rules.draft import Draft
from narratives.models import Change, Claim
from narratives.text.anchoring import find, normalise

TELLING = 4  # shorter words (“the”, “is”) are in every text; numbers tell at any length


def wordings_share_words(draft: Draft) -> Iterator[Problem]:
    """Two wordings in one language share a telling word; one in another language than English has our translation beside it."""
    for (file, at), name, first, words, same_language, english, translation in _wordings(draft):
        if not same_language and not english and translation is None and words:
            what = f"{name} is in another language than its fellow and has no translation"
            why = "Another language stands beside our own translation, marked as ours."
            yield draft.problem(file, at, what, why, "add “translation:”")
        elif same_language and translation is not None:
            what = f"{name} has a translation, but is in the language of its fellow"
            why = "A translation that nobody needs looks like a third wording."
            yield draft.problem(file, at, what, why, "remove “translation:”")
        elif same_language and first and words and not telling(first) & telling(words):
            what = f"{name} shares no word with the statement it is said to word again"
            why = "Two texts without a word in common are not set side by side as one statement."
            yield draft.problem(file, at, what, why, "name the claim that it words again")


def changes_stand_in_the_words(draft: Draft) -> Iterator[Problem]:
    """What a wording is said to have changed stands in the first wording, and what became of it in this one."""
    drifts: dict[tuple[str, Loc], tuple[Change, ...]] = {
        ("claims.yaml", (i,)): claim.drift for i, claim in draft.claims.items()
    }
    drifts.update((("renderings.yaml", (i,)), each.drift) for i, each in draft.renderings.items())
    for (file, at), name, first, words, _, _, translation in _wordings(draft):
        for k, change in enumerate(drifts[(file, at)]):
            place = (*at, "drift", k)
            if change.was is None and change.now is None and change.kind != "passage-missing":
                what = f"{name}: the change “{change.kind}” names no words"
                why = "A reader sees a change only in the words that changed."
                yield draft.problem(file, place, what, why, "add “was:” or “now:”")
            if change.was and first is not None and not stands_in(change.was, first):
                what = f"{name}: “{change.was}” does not stand in the first wording"
                yield draft.problem(file, (*place, "was"), what, f"It reads: “{first}”", "copy the words from it")
            if change.now and not stands_in(change.now, translation or words):
                what = f"{name}: “{change.now}” does not stand in this wording"
                why = f"It reads: “{translation or words}”"
                yield draft.problem(file, (*place, "now"), what, why, "copy the words from it")


def telling(text: str) -> set[str]:
    """The words by which two texts can be known for one statement: numbers, and words of four letters or more.

    Chinese is written without spaces, so there every two characters in a row count as a word.
    """
    chinese = {run[i : i + 2] for run in re.findall(r"[\u4e00-\u9fff]+", text) for i in range(len(run) - 1)}
    return chinese | {word for word in re.findall(r"\w+", text.casefold()) if len(word) >= TELLING or word.isdigit()}


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text as whole words, white space, case and the form of quotation marks aside.

    Chinese is written without spaces: there any characters in a row are words.
    """
    return bool(find(normalise(text).casefold(), words.casefold()))


def _wordings(draft: Draft) -> Iterator[tuple[tuple[str, Loc], str, str | None, str, bool, bool, str | None]]:
    """Of every other wording: place, name, first wording, this one, whether in one language, in English, translation."""
    languages = {source.id: source.language.split("-")[0].casefold() for source in draft.sources.values()}

    def first_of(claim: Claim | None) -> tuple[str | None, str | None]:
        quote = draft.quote(claim.quote if claim else None)
        return (quote.exact, languages.get(quote.source)) if quote else (None, None)

    for i, claim in draft.claims.items():
        quote = draft.quote(claim.quote)
        if claim.rendering_of and quote:
            first, language = first_of(draft.claim(claim.rendering_of))
            same = language in (None, languages.get(quote.source))
            yield (
                ("claims.yaml", (i,)),
                f"claim “{claim.id}”",
                first,
                quote.exact,
                same,
                languages.get(quote.source) == "en",
                None if same else quote.translation,
            )
    for i, each in draft.renderings.items():
        first, language = first_of(draft.claim(each.of))
        same = language in (None, languages.get(each.source))
        yield (
            ("renderings.yaml", (i,)),
            f"rendering “{each.id}”",
            first,
            each.exact or "",
            same,
            languages.get(each.source) == "en",
            each.translation,
        )
