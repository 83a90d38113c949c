"""A piece of a page shows all of what it is given, in its order, under its marks: read here line by line, a line a block.

The narrative is `filled`: every field of it holds words that stand nowhere else.
"""

from __future__ import annotations

import re
from dataclasses import replace

import htpy
import pytest

from narratives import receipts
from narratives.html import beneath, said
from narratives.library.packs import Pack
from tests.filled import filled
from tests.test_told_whole import told_wordings

BLOCK = r"(?:p|figure|blockquote|figcaption|details|summary|div|ol|ul|li)"
REPORT = re.compile(r'href="https://example.org/issues/new\?title=Error%20in%20(\w+)%20([\w-]+)[^"]*"')
BADGE = [
    '<details class="asn-badge">',
    "<summary>name resolved",
    "Printed as “Ada Vail” in the headline. Resolved as Ada Vale: certainty high; 4 reasons on the Evidence page, under “Who and "
    "when”.",
]
ADA = "Ada Vale (printed as “Ada Vail”) · from a published transcript"
FOLD = '<details class="asn-beneath ">'


def lines(piece: htpy.Node) -> list[str]:
    """HTML a line a block, blocks opened and not closed; an address of a report is what it reports."""
    html = REPORT.sub(r'href="\1 \2"', "".join([str(piece)]))  # a plain text: what is Markup escapes what is put in
    html = re.sub(rf"</{BLOCK}>", "\n", re.sub(rf"(<{BLOCK}[ >])", r"\n\1", html))
    return [line.strip() for line in html.split("\n") if line.strip()]


def reported(kind: str, id: str) -> list[str]:
    return ['<p class="asn-meta">' + f'<a href="{kind} {id}">Report an error in this {kind}</a>']


@pytest.fixture(scope="module")
def full(vale: Pack) -> Pack:
    return filled(vale)


def around(id: str) -> list[str]:
    """What stands below the words of a quote."""
    return [f'<p class="asn-meta">Our translation: “In English {id}.”', f'<p class="asn-meta">To read {id} rightly.']


def known(id: str, interest: str) -> str:
    reasons = f"The bound of {id}. The doubt of {id}."
    return f'<p class="asn-meta">Whose interest: {interest}.<br>{reasons}<br>To know of {id}.'


def small(kind: str, exact: str, whose: str, id: str) -> list[str]:
    """The words of a quote as they stand small: without their source, under whose they are."""
    return [
        f'<figure class="asn-quote {kind} small">',
        f'<blockquote lang="en">“{exact}”',
        f'<figcaption class="asn-meta">{whose} · found word for word',
        *(BADGE if whose == ADA else []),
        *around(id),
    ]


def test_the_words_stand_with_what_is_around_them_where_there_is_room_and_with_their_source_unless_small(
    full: Pack,
) -> None:
    assert lines(said.quote(receipts.words(full, "makers"), "full")) == [
        '<figure class="asn-quote quoted full">',
        '<blockquote lang="en"><span class="asn-context">… ahead of makers </span>“Three or four chip makers will have capital '
        "expenditure of more than $40 billion next year.”"
        '<span class="asn-context"> in the wake of makers …</span>',
        f'<figcaption class="asn-meta">{ADA} · Ada Vail speaks at the Forum, The Forum · found word for word',
        *BADGE,
        *around("makers"),
    ]
    assert lines(said.quote(receipts.words(full, "daily-closed"))) == [
        '<figure class="asn-quote paraphrase ">',
        '<blockquote lang="en">“All of her rivals are closed”',
        '<figcaption class="asn-meta">Ada Vale (printed as “Ada Vail”), in the journalist’s paraphrase · from a published '
        "transcript · Chips and plants: what the Forum heard, The Daily · found word for word",
        *BADGE,
        *around("daily-closed"),
    ]


def test_a_silence_stands_with_its_question_and_with_the_sentence_and_the_words_said_instead(full: Pack) -> None:
    whose, asked = "The interviewer · from a published transcript", "And what does China spend on capital expenditure?"
    builds = "n China they build a great deal, more than people here believe."
    assert lines(said.claim(receipts.of(full, "china-not-stated"), size="full", record=None)) == [
        '<div class="asn-claim">',
        '<p class="asn-say">Silence in Ada Vale’s words (18 June 2026): no figure is stated for China’s capital expenditure.',
        known("china-not-stated", "another country"),
        '<p class="asn-label">The question',
        *small("question", asked, whose, "q-china"),
        '<p class="asn-label">Said instead',
        f'<p class="asn-meta">Ada Vale (18 June 2026): i{builds}',
        *small("quoted", f"I{builds}", ADA, "china"),
        *reported("claim", "china-not-stated"),
    ]


def test_an_assent_stands_below_the_words_that_were_assented_to(full: Pack) -> None:
    whose = "The interviewer · from a published transcript"
    assert lines(said.claim(receipts.of(full, "open-is-good"), size="small")) == [
        '<div class="asn-claim">',
        '<p class="asn-say">Ada Vale, assenting to the interviewer (18 June 2026): open source is good for Vale Works.',
        *small("question", "Is open source good for you?", whose, "q-open"),
        *small("quoted", "Yes, it is.", ADA, "yes-it-is"),
        known("open-is-good", "their own firm"),
        *reported("claim", "open-is-good"),
    ]


def test_a_claim_without_its_words_still_stands_with_what_must_be_known_and_with_nothing_that_it_has_not(
    full: Pack,
) -> None:
    bare = [
        '<div class="asn-claim">',
        '<p class="asn-say">Ada Vale (18 June 2026): publishing costs Vale Works some sales.',
        known("costs-sales", "their own firm"),
        *reported("claim", "costs-sales"),
    ]
    receipt = receipts.of(full, "costs-sales")
    assert (lines(said.claim(receipt, with_quote=False)), lines(said.all_taken([receipt]))) == (bare, bare)


def test_a_key_figure_stands_with_its_hedge_before_it_its_sentence_and_its_name_below(full: Pack) -> None:
    assert lines(said.figure(receipts.of(full, "makers-year-after"))) == [
        '<div class="asn-figure">',
        '<div class="number"><span class="hedge">possibly at least</span> $60 billion',
        '<div class="asn-meta">Ada Vale (18 June 2026): three or four chip makers will possibly have capital expenditure of at '
        "least $60 billion in 2028 (“the year after”).",
        *BADGE,
    ]


# Other wordings ---------------------------------------------------------------------------------------

WORDED: dict[str, tuple[list[str], list[str]]] = {
    # wording: the piece itself, the piece of what it words again
    "abroad-makers": (
        [
            '<figure class="asn-quote small journalist">',
            '<blockquote lang="de">“Chiphersteller geben 40 Milliarden aus.”',
            '<p class="asn-say">Our translation: “In English abroad-makers.”',
            '<figcaption class="asn-meta">Die Woche, the part of abroad-makers · written by the journalist · known from a short '
            "extract only",
            '<ol class="asn-list asn-meta">',
            "<li>comparator lost: “more than” is gone",
            "<li>scope changed: “Three or four chip makers” became “Chip makers”",
            '<p class="asn-meta">Seen of abroad-makers.',
        ],
        [
            '<figure class="asn-quote small quoted">',
            '<blockquote lang="en">“<del>Three or four chip makers</del><sup>2</sup> will have capital expenditure of '
            "<del>more than</del><sup>1</sup> $40 billion next year.”",
            '<figcaption class="asn-meta">As first said',
        ],
    ),
    "abroad-water": (
        [
            '<figure class="asn-quote small editor">',
            '<p class="asn-say">The passage is missing.',
            '<figcaption class="asn-meta">Die Woche, the part of abroad-water',
            '<p class="asn-meta">Seen of abroad-water.',
        ],
        [
            '<figure class="asn-quote small quoted">',
            '<blockquote lang="en">“I believe that models become a kind of water.”',
            '<figcaption class="asn-meta">As first said',
        ],
    ),
    "all-rivals-closed": (
        [
            '<figure class="asn-quote small paraphrase">',
            '<blockquote lang="en">“<ins>All of her</ins><ins> rivals</ins><sup>1</sup> <ins>are</ins> closed”',
            '<p class="asn-say">Our translation: “In English daily-closed.”',
            '<figcaption class="asn-meta">The Daily · the journalist’s paraphrase of the speaker · found word for word',
            '<ol class="asn-list asn-meta">',
            "<li>quantifier strengthened: “Most of our rivals” became “All of her rivals”",
            '<p class="asn-meta">To know of all-rivals-closed.',
        ],
        [
            '<figure class="asn-quote small quoted">',
            '<blockquote lang="en">“<del>Most of our</del><del> rivals</del><sup>1</sup> <del>keep their models</del> closed.”',
            '<figcaption class="asn-meta">As first said',
        ],
    ),
}


@pytest.mark.parametrize("id", WORDED)
def test_a_wording_stands_with_its_changes_marked_beside_what_it_words_again(id: str, full: Pack) -> None:
    found = told_wordings(full)
    assert len(WORDED) == 3 and set(WORDED) < set(found)
    assert (lines(beneath.wording(found[id])), lines(beneath.against(found[id]))) == WORDED[id]


def test_wordings_that_are_apart_say_so_and_one_of_a_claim_without_words_stands_beside_none(full: Pack) -> None:
    near = told_wordings(full)["all-rivals-closed"]
    far = replace(near, marks=replace(near.marks, apart=True, before=()))
    apart = "few words in common, so only the named changes are marked"
    assert lines(beneath.wording(far))[3] == f"{WORDED['all-rivals-closed'][0][3]} · {apart}"
    assert beneath.against(far) is None


def test_other_wordings_are_counted_by_those_that_have_words(full: Pack) -> None:
    titles = {id: lines(beneath.beneath(receipts.of(full, id)))[1] for id in ("makers-next-year", "models-as-water")}
    assert titles == {
        "makers-next-year": "<summary>Other wordings of this statement: 2",
        "models-as-water": "<summary>Not found in other records of it",
    }


# What is beneath a claim --------------------------------------------------------------------------------


def test_a_computation_stands_with_its_amounts_what_each_says_in_its_words_and_its_conversion(full: Pack) -> None:
    assert lines(beneath.beneath(receipts.of(full, "chips-revenue"))) == [
        FOLD,
        "<summary>How this was computed",
        '<p class="asn-say">about 70% × $12 billion = about $8.4 billion',
        '<ul class="asn-list asn-meta">',
        "<li><strong>about 70%</strong>, about 70% of revenue of Vale Works comes from chips: “About 70 percent of revenue comes "
        "from chips.”",
        "<li><strong>$12 billion</strong>, Vale Works’ revenue is $12 billion: “Our revenue is $12 billion.”",
        '<p class="asn-meta">The bounds are carried through. No currency was converted.',
        *reported("claim", "chips-revenue"),
    ]
