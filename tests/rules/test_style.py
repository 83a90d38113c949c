"""What we write fits where it stands, in one typography and without taking sides; what others wrote is quoted in short."""

from __future__ import annotations

import pytest

from narratives.library.rules.style import (
    claims_are_sentences_of_their_own,
    headlines_fit_a_title,
    questions_in_vain_were_asked_by_another,
    quotes_stay_short,
    sentences_are_in_our_typography,
    sentences_take_no_side,
)
from tests.example import Example
from tests.rules.slips import OPEN, SILENCE, Table, add, all_of, edit, reported, reports, spoken

LONG = " ".join(["word"] * 51)
QUOTED = "- {{id: long-{n}, source: transcript, voice: speaker, exact: '{words}', alone: A test.}}\n"
SHEETS = [" ".join(f"w{n}x{k}" for k in range(50)) for n in range(41)]


def many_quotes(example: Example) -> None:
    """41 quotes of 50 words: 2,050 and the few of the example are quoted."""
    for n, words in enumerate(SHEETS):
        example.say(words).add("quotes.yaml", QUOTED.format(n=n, words=words))
    example.audited()


def of_a_long_text(example: Example) -> None:
    """The source has 2,491 words, and 1,280 of them are quoted."""
    for n, words in enumerate(SHEETS[:25]):
        example.say(words).add("quotes.yaml", QUOTED.format(n=n, words=words))
    example.say(" ".join(f"unquoted{n}" for n in range(1200))).audited()


TRIPS: Table = {
    "a headline too long for a title": (
        headlines_fit_a_title,
        edit("narrative.yaml", ("Ada Vale speaks of chips", "Ada Vale speaks of chips " + "and more chips " * 5)),
    ),
    "a step’s headline with a full stop": (
        headlines_fit_a_title,
        edit("walkthrough.yaml", ("headline: Ada Vale expects growth", "headline: Ada Vale expects growth.")),
    ),
    "a straight apostrophe": (
        sentences_are_in_our_typography,
        edit("stance.yaml", ("They publish their models", "They don't keep their models")),
    ),
    "two spaces in a row": (
        sentences_are_in_our_typography,
        edit(
            "walkthrough.yaml",
            ("says: Computing power will", "says: 'Computing  power will"),
            ("double.,", "double.',"),
        ),
    ),
    "an exclamation": (
        sentences_are_in_our_typography,
        edit("narrative.yaml", ("Ada Vale answers", "Ada Vale answers!")),
    ),
    "a word that takes a side": (
        sentences_take_no_side,
        edit("narrative.yaml", ("Ada Vale answers", "Ada Vale admits growth")),
    ),
    "a claim without a full stop": (
        claims_are_sentences_of_their_own,
        add("claims.yaml", OPEN.replace("publish their models.", "publish their models")),
    ),
    "a claim that says what another says": (
        claims_are_sentences_of_their_own,
        all_of(add("claims.yaml", OPEN), add("claims.yaml", OPEN.replace("id: published", "id: published-too"))),
    ),
    "a question in vain that the speaker asks": (
        questions_in_vain_were_asked_by_another,
        add("claims.yaml", SILENCE.replace("asked: q-compute", "asked: publish")),
    ),
    "a quote of 51 words": (
        quotes_stay_short,
        spoken(LONG, "long", OPEN.replace("quote: publish", "quote: long")),
    ),
    "more than 2,000 words of a source": (quotes_stay_short, many_quotes),
    "more than half of a whole text": (quotes_stay_short, of_a_long_text),
}
PASSES: Table = {
    "a headline of 95 characters": (
        headlines_fit_a_title,
        edit("narrative.yaml", ("Ada Vale speaks of chips", "Ada Vale speaks of chips " + "x" * 70)),
    ),
    "quotation marks of ours and an ellipsis": (
        sentences_are_in_our_typography,
        edit("narrative.yaml", ("Ada Vale answers", "Ada Vale’s “answers” … – so")),
    ),
    "“admission”": (sentences_take_no_side, edit("narrative.yaml", ("Ada Vale answers", "Ada Vale on admission"))),
    "a claim that ends in a quotation": (
        claims_are_sentences_of_their_own,
        add("claims.yaml", OPEN.replace("publish their models.", "publish “our models.”")),
    ),
    "a question of the interviewer": (questions_in_vain_were_asked_by_another, add("claims.yaml", SILENCE)),
    "a quote of 50 words": (
        quotes_stay_short,
        spoken(LONG.removesuffix(" word"), "long", OPEN.replace("quote: publish", "quote: long")),
    ),
}

REPORTS = reports("style")


def test_every_slip_has_its_report_and_every_report_its_slip() -> None:
    assert (bool(TRIPS), bool(PASSES), list(REPORTS)) == (True, True, list(TRIPS))


@pytest.mark.parametrize("slip", TRIPS)
def test_a_slip_is_reported_whole_and_by_its_rule_alone(slip: str, example: Example) -> None:
    assert reported(example, *TRIPS[slip]) == (REPORTS[slip], REPORTS[slip])


@pytest.mark.parametrize("neighbour", PASSES)
def test_what_looks_like_a_slip_and_is_none_passes(neighbour: str, example: Example) -> None:
    assert reported(example, *PASSES[neighbour]) == ("", "")


@pytest.mark.parametrize("sentence", ["Becoming larger", "Becoming larger. Or smaller."])
def test_a_shared_word_is_explained_in_one_sentence(sentence: str, example: Example) -> None:
    example.edit("../themes.yaml", "Becoming larger.", sentence)
    assert [problem.what for problem in example.problems()] == [
        "word “growth”: sentence is not one sentence that ends in a full stop"
    ]
    assert example.edit("../themes.yaml", sentence, "Becoming larger as in the U.S. now.").report() == ""
