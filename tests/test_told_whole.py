"""What is told of a claim is told whole: every part of a receipt has the words of its own record, and of no other.

It is looked at in `filled` narratives, in which every field holds words that stand nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote

import pytest

from narratives import receipts
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts import quoted, rewordings
from narratives.receipts.hearing import CHOICES
from narratives.receipts.quoted import Quotation
from narratives.receipts.receipt import Instead
from narratives.receipts.rewordings import MISSING
from narratives.receipts.sentences import phrase_of
from narratives.semantics import phrasing
from narratives.vocabulary.checks import AUDITED
from narratives.vocabulary.interests import INTERESTS
from narratives.vocabulary.sourcings import SOURCINGS
from narratives.vocabulary.voices import VOICES
from tests.filled import filled

VALE = "ada-vale-forum"
REACHED = SOURCINGS["published-transcript"].told
REPORT = "https://example.org/issues/new?title=Error in {kind} {id} (Vale 2026, edition {edition})"
WORDED = ("makers-by-2027", "abroad-makers", "abroad-water", "all-rivals-closed")
OF_NO_SPEAKER = ["chips-revenue", "makers-asked", "makers-by-2027", "name-printed"]


@pytest.fixture(scope="module")
def full(vale: Pack) -> Pack:
    return filled(vale)


def test_the_filled_narratives_leave_no_text_empty(library: Mapping[str, Pack], full: Pack) -> None:
    counts = [len(each) for each in (full.quotes, full.claims, full.renderings, full.facts, full.record_sources)]
    assert counts == [29, 27, 2, 7, 3]
    texts = [full.facts["chip-one-2025"].note, full.quotes["makers"].note, full.claims["makers-next-year"].note]
    assert texts == ["Doubt: chip-one-2025.", "To read makers rightly.", "To know of makers-next-year."]
    assert [filled(pack).id for pack in library.values()] == list(library)


# The words ------------------------------------------------------------------------------------------


def test_the_exact_words_are_told_with_everything_that_stands_in_their_own_record(full: Pack) -> None:
    resolved = receipts.words(full, "makers").identity
    assert resolved is not None and (resolved.name, resolved.printed) == ("Ada Vale", (("Ada Vail", "headline"),))
    for id, quote in full.quotes.items():
        told = receipts.words(full, id)
        name = "Ben Moor" if quote.by else "Ada Vale (printed as “Ada Vail”)"
        assert told == Quotation(
            ref=Ref(VALE, id),
            exact=quote.exact,
            prefix=f"ahead of {id}",
            suffix=f"in the wake of {id}",
            translation=f"In English {id}.",
            note=f"To read {id} rightly.",
            voice=quote.voice,
            whose=VOICES[quote.voice].whose.format(name=name),
            sourcing=REACHED,
            source=full.sources[quote.source],
            audit=AUDITED[quoted.audit_state(full, id)],
            identity=None if quote.by or quote.voice == "interviewer" else resolved,
            report=told.report,
            citation=told.citation,
        )
        assert f"It now says:\n{quote.exact}\n" in unquote(told.report)
        assert unquote(told.report).startswith(REPORT.format(kind="quote", id=id, edition=full.edition))


def test_words_that_were_edited_or_never_looked_for_are_not_told_as_found(full: Pack) -> None:
    audit = full.audit
    assert audit is not None
    gone = audit.model_copy(update={"quotes": {id: one for id, one in audit.quotes.items() if id != "makers"}})
    edited, never = replace(full, audit=gone, edited=frozenset({"makers"})), replace(full, audit=gone)
    assert [receipts.words(pack, "makers").audit for pack in (full, edited, never, replace(full, audit=None))] == [
        "found word for word",
        "edited since its audit, so unverified",
        "unverified",
        "unverified",
    ]


# The claim ------------------------------------------------------------------------------------------


def test_what_a_reader_must_know_of_a_claim_is_voice_interest_reasons_and_note_in_this_order(full: Pack) -> None:
    assert full.claims
    for id, claim in full.claims.items():
        spoken = claim.voice == "speaker" or claim.absence is not None
        assert receipts.of(full, id).known == (
            *([] if spoken else [f"Voice: {VOICES[claim.voice].told}."]),
            *([f"Whose interest: {INTERESTS[claim.about]}."] if claim.about else []),
            f"The bound of {id}. The doubt of {id}.",
            f"To know of {id}.",
        )


def test_a_claim_is_told_with_its_words_its_question_its_assent_and_what_was_said_instead(full: Pack) -> None:
    silences, assents = 0, 0
    for id, claim in full.claims.items():
        told, absence = receipts.of(full, id), claim.absence
        assert told.words == (receipts.words(full, claim.quote) if claim.quote else None)
        assert told.assented == (receipts.words(full, claim.assents_to) if claim.assents_to else None)
        assert told.asked == (receipts.words(full, absence.asked) if absence and absence.asked else None)
        assert told.instead == tuple(
            Instead(phrase_of(full, other), receipts.words(full, other.quote or ""))
            for other in (full.claims[each] for each in (absence.instead if absence else ()))
        )
        silences, assents = silences + len(told.instead), assents + (told.assented is not None)
        at = claim.quote or (absence.asked if absence else None)
        assert told.said == (Ref(VALE, at) if at else None)
        assert f"It now says:\n{phrasing.proposition(claim)}\n" in unquote(told.report)
        assert unquote(told.report).startswith(REPORT.format(kind="claim", id=id, edition=full.edition))
    assert (silences, assents) == (2, 1)


def test_the_speakers_name_is_resolved_for_the_speakers_claims_and_silences_alone(full: Pack) -> None:
    unresolved = [id for id in full.claims if receipts.of(full, id).identity is None]
    by_the_treasurer = [id for id, claim in full.claims.items() if (one := full.quote_of(claim)) and one.by]
    assert by_the_treasurer == ["own-quarterly", "own-yearly", "own-revenue", "chips-share"]
    assert sorted(set(unresolved) - set(by_the_treasurer)) == OF_NO_SPEAKER
    assert {full.claims[id].voice for id in OF_NO_SPEAKER} == {"editor", "interviewer", "journalist"}
    resolved = {full.claims[id].voice for id in full.claims if id not in unresolved and not full.claims[id].absence}
    assert resolved == {"speaker", "paraphrase"}
    assert [id for id, claim in full.claims.items() if claim.absence and id in unresolved] == []


# Its other wordings -----------------------------------------------------------------------------------


def told_wordings(pack: Pack) -> dict[str, rewordings.Wording]:
    return {
        each.ref.id: each for id in rewordings.statements(pack) for each in rewordings.wordings(pack, id) if each.told
    } | {"abroad-water": rewordings.of_rendering(pack, pack.renderings["abroad-water"])}


def test_a_wording_is_told_with_its_place_its_voice_its_audit_its_changes_and_its_note(full: Pack) -> None:
    found = told_wordings(full)
    assert sorted(found) == sorted(WORDED)
    assert {
        id: (each.of.id, each.where, each.voice, each.language, each.words, each.translation, each.audit, each.note)
        for id, each in found.items()
    } == {
        "makers-by-2027": (
            "makers-next-year",
            "The Daily",
            "journalist",
            "en",
            "Chip makers will spend $40 billion by 2027",
            "In English daily-makers.",
            "found word for word",
            "To know of makers-by-2027.",
        ),
        "abroad-makers": (
            "makers-next-year",
            "Die Woche, the part of abroad-makers",
            "journalist",
            "de",
            "Chiphersteller geben 40 Milliarden aus.",
            "In English abroad-makers.",
            "known from a short extract only",
            "Seen of abroad-makers.",
        ),
        "abroad-water": (
            "models-as-water",
            "Die Woche, the part of abroad-water",
            "editor",
            "de",
            "",
            "",
            MISSING,
            "Seen of abroad-water.",
        ),
        "all-rivals-closed": (
            "most-rivals-closed",
            "The Daily",
            "paraphrase",
            "en",
            "All of her rivals are closed",
            "In English daily-closed.",
            "found word for word",
            "To know of all-rivals-closed.",
        ),
    }
    assert {id: each.told for id, each in found.items()} == {
        "makers-by-2027": (
            "comparator lost: “more than” is gone",
            "annual to cumulative: “next year” became “by 2027”",
            "scope changed: “Three or four chip makers” became “Chip makers”",
        ),
        "abroad-makers": (
            "comparator lost: “more than” is gone",
            "scope changed: “Three or four chip makers” became “Chip makers”",
        ),
        "abroad-water": (),
        "all-rivals-closed": ("quantifier strengthened: “Most of our rivals” became “All of her rivals”",),
    }


def test_a_wording_in_the_same_text_says_so_and_the_first_one_says_that_it_is_the_first(full: Pack) -> None:
    again = full.claims["whole-stack"].model_copy(update={"rendering_of": "began-with-chips"})
    pack = replace(full, claims={**full.claims, "whole-stack": again})
    assert [each.where for each in rewordings.wordings(pack, "began-with-chips")] == [
        "As first said",
        "Elsewhere in the same text",
    ]


def test_a_wording_of_a_wording_words_that_one_again_and_belongs_to_the_first_statement(full: Pack) -> None:
    again = full.claims["all-rivals-closed"].model_copy(update={"rendering_of": "makers-by-2027", "drift": ()})
    pack = replace(full, claims={**full.claims, "all-rivals-closed": again})
    others = receipts.of(pack, "all-rivals-closed").wordings
    assert [(each.ref.id, each.of.id) for each in others] == [
        ("makers-next-year", "makers-next-year"),
        ("makers-by-2027", "makers-next-year"),
        ("abroad-makers", "makers-next-year"),
    ]
    (last,) = [each for each in rewordings.wordings(pack, "makers-next-year") if each.ref.id == "all-rivals-closed"]
    assert (last.of.id, "".join(part.text for part in last.marks.before)) == (
        "makers-by-2027",
        "Chip makers will spend $40 billion by 2027",
    )


def test_wordings_with_few_words_in_common_are_apart_and_only_named_changes_are_marked(full: Pack) -> None:
    exact = "Plants cost chip makers a fortune, whatever anyone says about it, and much else besides comes due before long enough."
    quotes = {**full.quotes, "daily-makers": full.quotes["daily-makers"].model_copy(update={"exact": exact})}
    near, far = (
        rewordings.of_claim(pack, pack.claims["makers-by-2027"]).marks for pack in (full, replace(full, quotes=quotes))
    )
    assert (near.apart, far.apart, near.language, far.language) == (False, True, "en", "en")
    assert [part.text for part in near.words if part.changed] == ["Chip makers", "spend", "by 2027"]
    assert [(part.text, part.note) for part in far.words if part.changed] == [("chip makers", 3)]
    assert [(part.text, part.note) for part in far.before if part.changed] == [
        ("Three or four chip makers", 3),
        ("more than", 1),
        ("next year", 2),
    ]


def test_a_wording_in_another_language_is_not_apart_and_its_changes_are_marked_in_our_translation(full: Pack) -> None:
    foreign = full.renderings["abroad-makers"].model_copy(update={"translation": "Chip makers spend 40 billion."})
    told = rewordings.of_rendering(full, foreign)
    assert told.marks.apart is False
    assert [part for part in told.marks.words if part.changed] == []
    assert [(part.text, part.note) for part in told.marks.translation if part.changed] == [("Chip makers", 2)]


def test_a_wording_is_heard_under_its_own_voice_and_a_missing_passage_under_any(full: Pack) -> None:
    statements = ("makers-next-year", "models-as-water", "most-rivals-closed")
    heard = {
        choice: [each.ref.id for id in statements for each in rewordings.wordings(full, id, voices)[1:]]
        for choice, voices in CHOICES.items()
    }
    assert heard == {
        "quoted only": ["abroad-water"],
        "with paraphrase": ["abroad-water", "all-rivals-closed"],
        "with interviewer and journalist": ["makers-by-2027", "abroad-makers", "abroad-water", "all-rivals-closed"],
        "with our derivations": ["makers-by-2027", "abroad-makers", "abroad-water", "all-rivals-closed"],
    }
