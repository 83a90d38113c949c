"""Who spoke, in which text the words were found, and where an error is reported: as the records have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from narratives.html import marking
from narratives.library.packs import Pack
from narratives.models import Contact, Speaker, dates
from narratives.receipts import bearings, hearing, origins, sentences
from narratives.receipts.origins import Identity
from narratives.receipts.reporting import address
from narratives.text.locating import Located, Place


def spoken_by(pack: Pack, **fields: object) -> Pack:
    """The narrative in which something is otherwise with its first speaker."""
    first, *others = pack.narrative.speakers
    speaker = Speaker.model_validate({**first.model_dump(), **fields})
    return replace(pack, narrative=pack.narrative.model_copy(update={"speakers": (speaker, *others)}))


def test_a_name_is_resolved_where_sources_print_another_and_by_those_others_alone(vale: Pack) -> None:
    as_we_do, other = {"name": "Ada Vale", "where": "text"}, {"name": "A. Vail", "where": "caption"}
    both, same = (
        spoken_by(vale, as_printed=printed, certainty="medium") for printed in ([as_we_do, other], [as_we_do])
    )
    reasons = tuple(basis.says for basis in vale.narrative.speakers[0].basis)
    assert len(reasons) == 4
    assert origins.spoken(both, None).identity == Identity("Ada Vale", (("A. Vail", "caption"),), "medium", reasons)
    assert (origins.spoken(same, None).identity, origins.spoken(vale, vale.quotes["revenue"])) == (
        None,
        origins.Spoken("Ben Moor", None),
    )


def test_a_narrative_stands_with_who_spoke_for_whom_when_and_how_the_words_reached_us(
    library: Mapping[str, Pack],
) -> None:
    assert {id: origins.sourced(pack) for id, pack in library.items()} == {
        "ada-vale-forum": "Ada Vale, Vale Works, 18 June 2026; published transcript",
        "lin-bo-letters": "Lin Bo, Yunhe, July 2024; at second hand",
        "mara-holm-note": "Mara Holm, Holm Labs, 2025; own text",
    }


def test_a_text_is_told_with_its_day_its_way_its_language_its_hash_its_audit_and_how_much_of_it_is_quoted(
    vale: Pack,
) -> None:
    audit = vale.audit
    assert audit is not None
    transcript = {
        "Text": "Ada Vail speaks at the Forum, The Forum",
        "Published": "19 June 2026",
        "How it reached us": "conversation on stage (en) → transcript (en)",
        "Language": "en",
        "SHA-256 of the text": audit.sources["transcript"].sha256,
        "Audit last changed": dates.in_words(audit.date),
        "Quoted here": "239 of the 276 words it was checked against (87%)",
    }
    plain = vale.sources["transcript"].model_copy(update={"chain": (), "date_published": None, "language": "de"})
    uncounted = audit.sources["transcript"].model_copy(update={"words": 0})
    wordless = replace(vale, audit=audit.model_copy(update={"sources": {"transcript": uncounted}}))
    assert origins.checked(vale, vale.sources["transcript"]) == transcript
    assert origins.checked(wordless, plain) == transcript | {
        "Published": "no date of publication given",
        "How it reached us": "from a published transcript",
        "Language": "de",
        "Quoted here": "no words counted",
    }
    unchecked = replace(vale, audit=None)
    assert (origins.checked(vale, vale.sources["abroad"]), origins.checked(unchecked, plain)) == ({}, {})


CONTACTS: dict[str, tuple[str | None, str]] = {
    # where errors are reported: the address of `contact.yaml`, what a report begins with
    "a page": ("https://example.org/new", "https://example.org/new?title="),
    "a page with a template": (
        "https://example.org/new?template=error",
        "https://example.org/new?template=error&title=",
    ),
    "a letter box": ("mailto:a@example.org", "mailto:a@example.org?subject="),
    "nowhere": (None, "mailto:?subject="),
}


@pytest.mark.parametrize("where", CONTACTS)
def test_a_report_says_what_it_is_about_in_which_edition_and_what_now_stands_there(where: str, vale: Pack) -> None:
    report, begins = CONTACTS[where]
    contact = Contact(report=report) if report else None
    link = address(replace(vale, words=replace(vale.words, contact=contact)), "fact", "chip-one", "So & so?")
    assert len(CONTACTS) == 4 and link.startswith(begins)
    told = parse_qs(urlsplit(link).query)
    assert told[begins.removesuffix("=").split("?")[-1].split("&")[-1]] == [
        f"Error in fact chip-one (Vale 2026, edition {vale.edition})"
    ]
    assert told["body"] == [
        f"Narrative: Vale 2026 (ada-vale-forum)\nEdition: {vale.edition}\nFact: chip-one\n\nIt now says:\nSo & so?\n\nWhat is "
        "wrong, and where it can be checked:\n"
    ]


def test_the_period_of_a_fact_is_told_as_its_source_says_it_and_as_it_is_resolved(vale: Pack) -> None:
    fiscal = {"period": "2025-04/2026-03", "period_label": "fiscal 2026"}
    fact = vale.facts["chip-one-2025"]
    changes: tuple[Mapping[str, str | None], ...] = (
        {},
        fiscal,
        {"period": None, "period_label": "said in 2025"},
        {"period": None},
    )
    assert [bearings.period_of(fact.model_copy(update=each)) for each in changes] == [
        "2025",
        "fiscal 2026 (April 2025 to March 2026)",
        "said in 2025",
        "",
    ]


def test_claims_with_a_record_stand_in_the_order_of_the_narrative_each_by_its_sentence(vale: Pack) -> None:
    ids = ["makers-next-year", "makers-by-2027", "own-revenue", "chips-share", "china-not-stated"]
    assert list(bearings.with_record(vale).items()) == [(id, sentences.phrase_of(vale, vale.claims[id])) for id in ids]


def test_a_silence_is_heard_under_every_choice_and_a_claim_under_those_with_its_voice(vale: Pack) -> None:
    heard = {
        choice: [
            id for id in ("china-not-stated", "own-revenue", "chips-revenue") if hearing.heard(vale.claims[id], voices)
        ]
        for choice, voices in hearing.CHOICES.items()
    }
    ours = "with our derivations"
    assert heard == {
        choice: ["china-not-stated", "own-revenue", *(["chips-revenue"] if choice == ours else [])]
        for choice in hearing.CHOICES
    }


# Marked texts -----------------------------------------------------------------------------------------


def test_quotes_near_each_other_stand_in_one_stretch_of_a_long_text_and_far_ones_below_a_rule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(marking, "WHOLE", 10)
    monkeypatch.setattr(marking, "AROUND", (3, 0))
    text = "one two three four five six seven eight"
    places = tuple(Place(word, text.index(word), text.index(word) + len(word)) for word in ("two", "four", "eight"))
    assert marking.marked(Located(text, places)) == (
        '<p>… ne <mark title="two">two</mark> th …</p><hr><p>… ee <mark title="four">four</mark> fi …</p><hr>'
        '<p>… en <mark title="eight">eight</mark></p>'
    )
    monkeypatch.setattr(marking, "AROUND", (4, 0))
    assert marking.marked(Located(text, places)) == (
        '<p>one <mark title="two">two</mark> three <mark title="four">four</mark> fiv …</p><hr>'
        '<p>… ven <mark title="eight">eight</mark></p>'
    )


def test_a_marked_text_stands_in_its_language_in_a_box_that_the_keyboard_reaches() -> None:
    marked = marking.marked(Located("信任", (Place("trust", 0, 2),)))
    assert str(marking.shown(marked, "zh")) == (
        '<div class="asn-text" lang="zh" tabindex="0"><p><mark title="trust"><span lang="zh">信任</span></mark></p></div>'
    )
