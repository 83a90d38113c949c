"""Quotes, and what stands on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts.hearing import ALL_VOICES
from narratives.receipts.quoted import audit_state, who
from narratives.receipts.sentences import phrase_of
from narratives.semantics import phrasing
from narratives.vocabulary.checks import AUDITED
from narratives.vocabulary.regions import NAMES
from narratives.vocabulary.voices import VOICES

COLUMNS = (
    "narrative",
    "id",
    "exact",
    "voice",
    "speaker",
    "organisation",
    "region",
    "answers",
    "themes",
    "layers",
    "claims",
    "audit",
    "source",
    "note",
)


def quotes(packs: Iterable[Pack], voices: frozenset[str] = ALL_VOICES) -> pd.DataFrame:
    """One row a quote in the source's order; ``claims`` are the ids that stand on it, ``audit`` the state in words.

    Questions stay whatever the voices: without them an answer cannot be read.
    """
    rows = []
    for pack in packs:
        standing: dict[str, list[str]] = {}
        for claim in pack.claims.values():
            for id in (claim.quote, claim.assents_to):
                standing.setdefault(id or "", []).append(claim.id)
        questions = {quote.answers for quote in pack.quotes.values()}
        for quote in pack.quotes.values():
            if quote.voice in voices or quote.id in questions:
                rows.append(
                    {
                        "narrative": pack.id,
                        "id": quote.id,
                        "exact": quote.exact,
                        "voice": quote.voice,
                        "speaker": who(pack, quote.id),
                        "organisation": phrasing.speaker_of(pack.narrative, quote).organisation,
                        "region": pack.narrative.region,
                        "answers": quote.answers,
                        "themes": quote.themes,
                        "layers": quote.layers,
                        "claims": tuple(standing.get(quote.id, ())),
                        "audit": AUDITED[audit_state(pack, quote.id)],
                        "source": quote.source,
                        "note": quote.note,
                    }
                )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def search(table: pd.DataFrame, words: str) -> pd.DataFrame:
    """The rows of ``quotes`` whose words, speaker or themes hold every word searched for, in any case."""
    wanted = words.casefold().split()
    if not wanted or table.empty:
        return table
    columns = zip(table["exact"], table["speaker"], table["themes"], strict=True)
    texts = (f"{exact} {speaker} {' '.join(themes)}".casefold() for exact, speaker, themes in columns)
    return table[[all(word in text for word in wanted) for text in texts]]


@dataclass(frozen=True)
class Index:
    """What is found by which words, made once for a library: quotes, quotes by a claim on them, claims that stand on none."""

    quotes: tuple[tuple[Ref, str], ...]
    claims: tuple[tuple[Ref, str], ...]
    wordless: tuple[tuple[Ref, str], ...]


def index(packs: Iterable[Pack]) -> Index:
    """The words of every quote and claim of some narratives, in small letters."""
    packs = list(packs)
    table = quotes(packs)
    columns = zip(table["narrative"], table["id"], table["exact"], table["speaker"], table["themes"], strict=True)
    said = [(pack, claim, phrase_of(pack, claim).casefold()) for pack in packs for claim in pack.claims.values()]
    return Index(
        tuple(
            (Ref(name, id), f"{exact} {who} {' '.join(themes)}".casefold()) for name, id, exact, who, themes in columns
        ),
        tuple((Ref(pack.id, claim.quote), words) for pack, claim, words in said if claim.quote),
        tuple((Ref(pack.id, claim.id), words) for pack, claim, words in said if claim.quote is None),
    )


def findable(index: Index, words: str) -> list[Ref]:
    """Every quote that holds every word searched for, or has a claim that does; quotes first."""
    return list(dict.fromkeys(_holding((*index.quotes, *index.claims), words)))


def without_words(index: Index, words: str) -> list[Ref]:
    """Every silence and derivation, which stand on no quote, that holds every word searched for."""
    return list(_holding(index.wordless, words))


def _holding(texts: Iterable[tuple[Ref, str]], words: str) -> Iterator[Ref]:
    wanted = words.casefold().split()
    return (ref for ref, text in texts if all(word in text for word in wanted))


def narrowed(table: pd.DataFrame, words: str, chosen: Mapping[str, str]) -> pd.DataFrame:
    """The rows of ``quotes`` that hold the words and carry each value chosen by column; "" leaves out nothing."""
    for column, wanted in chosen.items():
        if wanted and column in ("themes", "layers"):
            table = table[[wanted in row for row in table[column]]]
        elif wanted:
            table = table[table[column] == wanted]
    return search(table, words)


@dataclass(frozen=True)
class Narrowing:
    """A column of ``quotes`` by which a reader may narrow them: what a link calls it, and what stands for any value."""

    param: str
    anyone: str


FACETS = {
    "themes": Narrowing("theme", "all themes"),
    "layers": Narrowing("layer", "all layers"),
    "voice": Narrowing("by", "anyone"),
    "narrative": Narrowing("from", "all"),
    "region": Narrowing("region", "everywhere"),
    "organisation": Narrowing("firm", "all"),
}


def facets(packs: Iterable[Pack], table: pd.DataFrame) -> dict[str, dict[str, str]]:
    """For each column that can be chosen from, the values that occur in the rows of ``quotes``, each with its label.

    A column in which only one value occurs is left out: there is nothing to choose.
    """
    packs = list(packs)
    shared = packs[0].words
    themes, layers = ({id for row in table[column] for id in row} for column in ("themes", "layers"))
    voices, narratives, here = (set(table[column]) for column in ("voice", "narrative", "region"))
    found: dict[str, dict[str, str]] = {
        "themes": {id: word.label for id, word in shared.themes.items() if id in themes},
        "layers": {id: word.label for id, word in shared.layers.items() if id in layers},
        "voice": {id: voice.told for id, voice in VOICES.items() if id in voices},
        "narrative": {pack.id: pack.narrative.label for pack in packs if pack.id in narratives},
        "region": {id: name for id, name in NAMES.items() if id in here},
        "organisation": {name: name for name in sorted(set(table["organisation"]))},
    }
    return {column: values for column, values in found.items() if len(values) > 1 or column in ("themes", "layers")}


def questions(table: pd.DataFrame) -> list[tuple[str, list[str]]]:
    """The rows of ``quotes`` of one narrative as the interview went: each question with its answers, or words that answer none."""
    asked: dict[str, list[str]] = {}
    for id, question in zip(table["id"], table["answers"], strict=True):
        if isinstance(question, str):
            asked.setdefault(question, []).append(id)
        else:
            asked.setdefault(id, [])
    return list(asked.items())


def sources(pack: Pack) -> pd.DataFrame:
    """One row a source: what it is, whose, and how many quotes were found in it."""
    rows = []
    for source in pack.sources.values():
        audited = pack.audit.sources.get(source.id) if pack.audit else None
        rows.append(
            {
                "id": source.id,
                "title": source.title,
                "author": source.author,
                "publisher": source.publisher,
                "published": source.date_published or "not stated",
                "url": source.url or "none recorded",
                "language": source.language,
                "kind": source.kind,
                "quotes": sum(quote.source == source.id for quote in pack.quotes.values()),
                "text hash (SHA-256)": audited.sha256 if audited else "no text checked",
                "license": source.license,
            }
        )
    return pd.DataFrame(rows)


def audit_counts(pack: Pack) -> dict[str, int]:
    """How many quotes are in each audit state, in words; what would be a failure is counted though it is none."""
    counts = {AUDITED[state]: 0 for state in ("exact", "normalised", "not-found", "ambiguous", "edited")}
    for id in pack.quotes:
        state = AUDITED[audit_state(pack, id)]
        counts[state] = counts.get(state, 0) + 1
    return counts
