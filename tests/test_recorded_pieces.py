"""The public record and the sources, as a page shows them: all of what they hold, line by line, a line a block."""

from __future__ import annotations

from dataclasses import replace

import pytest

from narratives import receipts
from narratives.html import beneath, said, sources, writing
from narratives.library.packs import Pack
from narratives.library.problems import Problem
from narratives.receipts import bearings, origins
from tests.filled import filled
from tests.test_pieces_whole import FOLD, lines, reported

WORDS = "<summary>Its words, and how it is counted"
FILED = '<a href="https://example.org/chip-one">Annual report 2025</a>, Chip One, 1 February 2026, primary source'
PRESS = "Chip makers compared (no address recorded), The Weekly, secondary source"
EARLIER: dict[str, tuple[str, str, str, str, str]] = {
    # fact: what it says, whence it is, its words, what is told of it, the note on its source
    "chip-one-2025": (
        "Chip One, the whole company, had capital expenditure of $12 billion in 2025.",
        FILED,
        "Purchases of property and equipment were $12 billion.",
        "Reported · as of 1 February 2026 · perimeter: Chip One, whole company · definition: counts chip-one-2025 · confidence "
        "high",
        "filing",
    ),
    "chip-one-2024": (
        "Chip One, the whole company, had capital expenditure of $10 billion in 2024.",
        FILED,
        "The year before they were $10 billion.",
        "Reported · no day recorded · perimeter: Chip One, whole company · definition: counts chip-one-2024 · confidence high",
        "filing",
    ),
    "chip-two-2025": (
        "Chip Two, the whole company, had capital expenditure of $9 billion in 2025.",
        PRESS,
        "Chip Two spent $9 billion in 2025.",
        "Reported · no day recorded · perimeter: Chip Two, whole company · definition: counts chip-two-2025 · confidence medium",
        "press",
    ),
}


@pytest.fixture(scope="module")
def full(vale: Pack) -> Pack:
    return filled(vale)


def doubted(id: str, words: str, told: str, source: str) -> list[str]:
    """What opens below a fact."""
    notes = f"Doubt: {id}.<br>Of this record: {source}."
    return [
        FOLD,
        WORDS,
        f'<p class="asn-meta">“<span lang="en">{words}</span>”<br>{told}<br>{notes}',
        *reported("fact", id),
    ]


def test_facts_of_one_reason_stand_together_under_their_firms_and_a_single_one_with_its_verdict(full: Pack) -> None:
    earlier = [
        line
        for id, (says, whence, words, told, source) in EARLIER.items()
        for line in (
            '<div class="asn-fact">',
            f'<p class="asn-say">{says}',
            f'<p class="asn-meta">{whence}',
            *doubted(id, words, told, source),
        )
    ]
    plan = "Three chip makers plan $45 billion for 2027."
    told = (
        "The firm’s own outlook · as of 1 May 2026 · perimeter: three chip makers together · definition: counts "
        "three-makers-2027 · confidence medium"
    )
    found = lines(beneath.beneath(receipts.of(full, "makers-next-year"), record=True))
    assert found[found.index('<details class="asn-beneath asn-record" open>') + 1 :] == [
        "<summary>Not from the interview: the public record, 4 facts (1 supporting, 3 qualifying)",
        '<div class="asn-fact">',
        '<p class="asn-say"><strong>Qualifies</strong>: 3 facts. It is one maker in an earlier year.',
        FOLD,
        "<summary>These 3 facts: Chip One, Chip Two",
        *earlier,
        '<div class="asn-fact">',
        '<p class="asn-say"><strong>Supports</strong>: Three chip makers together plan capital expenditure of $45 billion for '
        "2027.",
        '<p class="asn-say">The plans of three makers for the same year lie above the bound.',
        f'<p class="asn-meta">{PRESS}',
        *doubted("three-makers-2027", plan, told, "press"),
        *reported("claim", "makers-next-year"),
    ]


def test_facts_of_nobody_in_particular_stand_together_under_their_number_alone(full: Pack) -> None:
    nobody = {id: fact.model_copy(update={"entity": None}) for id, fact in full.facts.items()}
    record = receipts.of(replace(full, facts=nobody), "makers-next-year").record
    assert record is not None and lines(beneath.facts(record)[0])[3] == "<summary>These 3 facts"


def test_our_own_reckoning_stands_with_how_it_was_computed_and_without_a_publisher(full: Pack) -> None:
    told = (
        "Reported · no day recorded · perimeter: Vale Works, whole company · definition: counts chips-share-2025 · computed by "
        "us: 7.8 ÷ 12 · confidence medium"
    )
    assert lines(said.all_taken([receipts.of(full, "chips-share")]))[3:] == [
        '<details class="asn-beneath asn-record">',
        "<summary>Not from the interview: the public record, 1 fact (1 disputing)",
        '<div class="asn-fact">',
        '<p class="asn-say"><strong>Disputes</strong>: Chips brought 65% of revenue of Vale Works in 2025.',
        '<p class="asn-say">It lies below the share that was said.',
        '<p class="asn-meta">Our own reckoning from two figures: 7.8 ÷ 12',
        *doubted("chips-share-2025", "7.8 of 12 billion", told, "ours"),
        *reported("claim", "chips-share"),
    ]
    (fact,) = bearings.verdicts(full, "chips-share-2025")
    assert '<p class="asn-meta">Our own reckoning from two figures' in lines(beneath.fact(replace(fact, computed="")))


def test_the_record_is_open_or_closed_or_left_out_as_the_reader_chose_and_in_its_frame_everywhere(full: Pack) -> None:
    receipt = receipts.of(full, "own-revenue")
    opened, closed = '<details class="asn-beneath asn-record" open>', '<details class="asn-beneath asn-record">'
    choices: tuple[bool | None, ...] = (True, False, None)
    shown = [lines(said.claim(receipt, record=record)) for record in choices]
    assert [(opened in each, closed in each) for each in shown] == [(True, False), (False, True), (False, False)]
    assert [opened in lines(said.all_taken([receipt], record=record)) for record in (True, False)] == [True, False]
    assert str(beneath.framed("so it is")) == '<div class="asn-record">so it is</div>'


def test_the_record_of_a_rewording_that_has_none_of_its_own_counts_no_verdict_in_its_title(full: Pack) -> None:
    record = receipts.of(full, "own-revenue").record
    assert record is not None
    uncounted = replace(receipts.of(full, "own-revenue"), record=replace(record, verdicts=()))
    assert lines(beneath.beneath(uncounted))[1] == "<summary>Not from the interview"


# Sources ----------------------------------------------------------------------------------------------


def test_a_source_stands_with_all_that_is_recorded_of_it_and_says_what_is_not(full: Pack) -> None:
    assert {id: lines(sources.source(source)) for id, source in full.sources.items()} == {
        "transcript": [
            '<p class="asn-say"><a href="https://example.org/forum">Ada Vail speaks at the Forum</a>',
            '<p class="asn-meta">The Forum · published 19 June 2026 · language en · transcript · Quoted for comment',
        ],
        "daily": [
            '<p class="asn-say">Chips and plants: what the Forum heard (no address recorded)',
            '<p class="asn-meta">Nell Reed · The Daily · published 20 June 2026 · language en · newspaper article · Quoted for '
            "comment",
        ],
        "abroad": [
            '<p class="asn-say">Das Forum in Kürze (no address recorded)',
            '<p class="asn-meta">Die Woche · no date of publication given · language de · report · Quoted for comment<br>'
            '“<span lang="de">Chiphersteller geben 40 Milliarden aus.</span>”<br>Known from a short extract only.',
        ],
    }
    assert {id: lines(sources.recorded(source))[1] for id, source in full.record_sources.items()} == {
        "filing": '<p class="asn-meta">Chip One · published 1 February 2026 · language en · primary source<br>'
        "Of this record: filing.",
        "press": '<p class="asn-meta">The Weekly · no date of publication given · language en · secondary source<br>'
        "Of this record: press.",
        "ours": '<p class="asn-meta">the editors of this narrative · no date of publication given · language en · our own '
        "reckoning<br>Of this record: ours.",
    }


def test_who_spoke_stands_as_printed_and_resolved_with_every_ground_and_its_source(full: Pack) -> None:
    who = full.narrative.speakers[0].model_copy(update={"native_name": "Ада Вейл", "native_language": "ru"})
    answers, article, *_ = origins.grounds(full, who.basis)
    assert lines(sources.speaker(who, [answers, article])) == [
        '<p class="asn-say"><strong>Ada Vale</strong> (<span lang="ru">Ада Вейл</span>), chair, Vale Works. Printed as “Ada '
        "Vail” in headline. Certainty of the resolved name: high.",
        '<ul class="asn-list asn-meta">',
        "<li>The transcript’s own answers are headed with the name Vale. <em>"
        '<a href="https://example.org/forum">Ada Vail speaks at the Forum, The Forum, 19 June 2026</a></em>',
        "<li>The newspaper’s article on the Forum speaks of Ada Vale. <em>Chips and plants: what the Forum heard, The Daily, 20 "
        "June 2026</em>",
    ]
    treasurer = full.narrative.speakers[1]
    assert lines(sources.speaker(treasurer, [])) == [
        '<p class="asn-say"><strong>Ben Moor</strong>, treasurer, Vale Works.'
    ]


def test_where_and_when_stands_with_its_place_and_its_ground_and_each_step_with_its_language_and_its_maker(
    full: Pack,
) -> None:
    item = full.narrative.occasion
    assert lines(sources.occasion(item, origins.grounds(full, item.basis))) == [
        '<p class="asn-say">The Forum, Springfield, 18 June 2026.',
        '<ul class="asn-list asn-meta">',
        "<li>The transcript is dated 18 June 2026. <em>"
        '<a href="https://example.org/forum">Ada Vail speaks at the Forum, The Forum, 19 June 2026</a></em>',
    ]
    assert lines(sources.chain(full.sources["transcript"].chain)) == [
        '<ol class="asn-list asn-say">',
        "<li>conversation on stage (en), Ada Vale and an interviewer",
        "<li>transcript (en), unnamed",
    ]
    steps = origins.checked(full, full.sources["transcript"])["How it reached us"]
    assert steps == "conversation on stage (en) → transcript (en)"


# Other pieces -----------------------------------------------------------------------------------------


def test_problems_are_told_up_to_twenty_the_others_counted_and_all_folded_where_the_narrative_still_stands() -> None:
    found = [Problem("claims.yaml", line, f"slip {line:02}", "why", "mend") for line in range(1, 24)]
    shown, kept = lines(writing.problems(found)), lines(writing.problems(found[:1], ["Vale 2026", "Lin 2024"]))
    slips = [line for line in shown if line.startswith('<div class="asn-problem">')]
    assert (len(slips), slips[-1]) == (
        21,
        '<div class="asn-problem">3 more problems; “python -m narratives check” lists them.',
    )
    assert [f"slip {line:02}" in slip for line, slip in enumerate(slips[:-1], 1)] == [True] * 20
    assert shown[1] == '<p class="asn-say">Some content has problems and is not shown.'
    assert kept[:4] == [
        '<div class="asn-notice" role="alert">',
        '<p class="asn-say">Some content has problems. Shown as it last stood without them: Vale 2026, Lin 2024.',
        "<details>",
        "<summary>What an editor has to mend",
    ]


def test_a_view_is_embedded_by_its_address_whether_or_not_that_has_parameters() -> None:
    addresses = ("https://example.org/layers", "https://example.org/layers?layer=chips")
    assert [str(writing.embedded(address)).split('"')[1] for address in addresses] == [
        "https://example.org/layers?embed=true",
        "https://example.org/layers?layer=chips&amp;embed=true",
    ]


def test_a_finding_among_several_stands_above_whose_it_is() -> None:
    assert str(writing.finding("Found", "Vale 2026")) == (
        '<p><strong>Found</strong><br><span class="asn-meta">Vale 2026</span></p>'
    )
