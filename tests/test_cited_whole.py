"""A citation is made of all that a reader of it must know: whose words, what stands around them, the question, the note."""

from __future__ import annotations

from dataclasses import replace

import pytest

from narratives import receipts
from narratives.exports.citing import cite
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts import origins
from narratives.receipts.citable import Citable
from narratives.receipts.sentences import phrase_of
from narratives.vocabulary.absences import ABSENCES
from narratives.vocabulary.sourcings import SOURCINGS
from narratives.vocabulary.voices import VOICES
from tests.filled import filled

REACHED = f"; the words reached us {SOURCINGS['published-transcript'].told}"
OF_A_JOURNALIST = {"headline", "daily-makers", "daily-everyone", "daily-closed"}


@pytest.fixture(scope="module")
def full(vale: Pack) -> Pack:
    return filled(vale)


def cited(pack: Pack, kind: str, id: str, **parts: object) -> Citable:
    """What a citation takes from the narrative itself, with the ``parts`` that it takes from one record."""
    of_narrative = {
        "ref": Ref(pack.id, id),
        "kind": kind,
        "said": "2026-06-18",
        "label": "Vale 2026",
        "title": "Ada Vale at the Forum, on chips and plants",
        "edition": pack.edition,
        "reviewed": "2026-06-30",
    }
    return Citable(**of_narrative, **parts)  # type: ignore[arg-type]


def test_the_words_are_cited_with_their_voice_what_stands_around_them_and_their_note(full: Pack) -> None:
    assert len(full.quotes) == 29
    for id, quote in full.quotes.items():
        by = origins.spoken(full, quote)
        assert receipts.words(full, id).citation == cited(
            full,
            "quote",
            id,
            statement="",
            quote=quote,
            whose=VOICES[quote.voice].cited.format(name=by.name),
            facts=(
                f"{VOICES[quote.voice].told}{REACHED}",
                f"right before: “ahead of {id}”",
                f"right after: “in the wake of {id}”",
                f"To read {id} rightly.",
            ),
            identity=by.identity,
            direct=id in OF_A_JOURNALIST,
            source=full.sources[quote.source],
        )


def test_a_claim_is_cited_with_its_words_or_that_there_are_none_its_question_and_its_note(full: Pack) -> None:
    kinds = set()
    for id, claim in full.claims.items():
        quote, absence = full.quote_of(claim), claim.absence
        asked = full.quotes[absence.asked] if absence and absence.asked else None
        question = full.quotes[claim.assents_to] if claim.assents_to else asked
        by = origins.spoken(full, quote)
        if absence:
            first = ["a silence, noted by us", f"no words of the source stand behind it: {ABSENCES[absence.kind]}"]
        elif claim.derivation:
            formula = "chips-share × own-revenue"
            no_words = f"no words of the source say it: computed as {formula}, from the claims so named"
            first = ["our own derivation", no_words]
        else:
            first = ["assent to the interviewer’s words" if claim.assents_to else VOICES[claim.voice].told]
        kinds.add(first[0])
        around = [f"right before: “ahead of {quote.id}”", f"right after: “in the wake of {quote.id}”"] if quote else []
        asking = [f"the interviewer’s words: “{question.exact}”"] if question else []
        source = quote or question
        assert receipts.of(full, id).citation == cited(
            full,
            "claim",
            id,
            statement=phrase_of(full, claim),
            quote=quote,
            whose=VOICES[claim.voice].cited.format(name=by.name),
            facts=(first[0] + REACHED, *first[1:], *asking, *around, f"To know of {id}."),
            identity=by.identity,
            direct=quote is not None and quote.id in OF_A_JOURNALIST,
            source=full.sources[source.source] if source else None,
        )
    assert kinds == {"a silence, noted by us", "our own derivation", "assent to the interviewer’s words"} | {
        VOICES[voice].told for voice in ("speaker", "paraphrase", "interviewer", "journalist")
    }


def test_a_claim_without_words_that_is_neither_silent_nor_computed_says_that_none_stand_behind_it(full: Pack) -> None:
    bare = full.claims["open-is-good"].model_copy(update={"quote": None, "assents_to": None, "note": None})
    citation = receipts.of(replace(full, claims={**full.claims, bare.id: bare}), bare.id).citation
    assert (citation.facts, citation.quote, citation.source) == (
        (f"said by the speaker{REACHED}", "no words of the source stand behind it"),
        None,
        None,
    )


def test_every_form_of_a_citation_holds_the_notes_of_the_words_and_of_the_claim(full: Pack) -> None:
    words, claim = cite(receipts.words(full, "makers")), cite(receipts.of(full, "makers-next-year"))
    assert [
        (form, note)
        for given, note in ((words, "To read makers rightly."), (claim, "To know of makers-next-year."))
        for form in ("plain", "markdown", "apa", "bibtex")
        if note not in getattr(given, form).replace("\\", "")
    ] == []
