"""What the pages and dialogs show of a claim: its own record once, its own wordings, and what the reader chose to hear."""

from __future__ import annotations

import pytest
import streamlit as st

from narratives import exhibits, receipts
from narratives.html import beneath, said, writing
from narratives.library.packs import Pack
from narratives.receipts import bearings
from narratives.receipts.hearing import CHOICES
from narratives.receipts.sentences import phrase_of
from narratives.receipts.standing import numbering, words_on
from narratives.ui.page import frame, loading
from narratives.ui.words import cards, opening
from narratives.web.routes import PAGES
from tests.conftest import LIBRARY
from tests.example import Example
from tests.rules.slips import RECORD, ledger
from tests.test_evidence import PACK
from tests.test_pages import shown
from tests.test_several import opened as opened_in
from tests.views import opened

BOUND = "makers-next-year"
RECORDED = "asn-beneath asn-record"
LED = {"page": PAGES["quotes"].file, "label": "These words where they were said"}


class Drawn:
    """What was drawn outside the app: pieces of HTML, and the quotes that links lead to."""

    def __init__(self) -> None:
        self.html: list[str] = []
        self.links: list[dict[str, object]] = []

    def link(self, page: str, label: str, query_params: object) -> None:
        self.links.append({"page": page, "label": label, "to": query_params})


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    page = Drawn()
    monkeypatch.setattr(loading, "CONTENT", LIBRARY)
    monkeypatch.setattr(st, "html", page.html.append)
    monkeypatch.setattr(st, "page_link", page.link)
    return page


def meta(words: str, kind: str = "asn-meta") -> str:
    return str(writing.paragraph(words, kind))


# Dialogs ----------------------------------------------------------------------------------------------


def test_a_fact_opens_beside_each_claim_that_it_bears_on_by_the_sentence_of_that_claim(
    drawn: Drawn, vale: Pack
) -> None:
    opening.OPENED["fact"](vale, "three-makers-2027")
    bound, again = bearings.verdicts(vale, "three-makers-2027")
    assert (bound.claim.id, again.claim.id) == (BOUND, "makers-by-2027")
    assert drawn.html == [
        meta(f"Beside: {phrase_of(vale, vale.claims[BOUND])}."),
        str(beneath.framed(beneath.fact(bound))),
        meta(f"Beside: {phrase_of(vale, vale.claims['makers-by-2027'])}."),
        str(beneath.framed(beneath.fact(again))),
    ]


def test_a_claim_opens_with_its_words_and_leads_to_where_they_were_said(drawn: Drawn, vale: Pack) -> None:
    opening.OPENED["fact"](vale, BOUND)
    opening.OPENED["claim"](vale, "layers-not-answered")
    opening.OPENED["wording"](vale, "makers-by-2027")
    opening.OPENED["claim"](vale, "chips-revenue")
    ids = (BOUND, "layers-not-answered", "makers-by-2027", "chips-revenue")
    assert drawn.html == [str(said.claim(receipts.of(vale, id))) for id in ids]
    assert drawn.links == [LED | {"to": {"quote": words}} for words in ("makers", "q-layers", "daily-makers")]


def test_a_claim_without_its_words_leads_nowhere_and_one_whose_record_stands_beside_it_shows_it_once(
    drawn: Drawn, vale: Pack
) -> None:
    cards.claim(vale, BOUND, with_quote=False)
    assert drawn.links == []
    cards.claim(vale, BOUND, recorded=False)
    cards.claim(vale, BOUND)
    assert drawn.html == [
        str(said.claim(receipts.of(vale, BOUND), with_quote=False)),
        str(said.claim(receipts.of(vale, BOUND), record=None)),
        str(said.claim(receipts.of(vale, BOUND))),
    ]
    assert [html.count(RECORDED) for html in drawn.html] == [1, 0, 1]


def test_a_wording_known_from_elsewhere_opens_as_it_is_and_one_that_is_gone_opens_nothing(
    drawn: Drawn, vale: Pack
) -> None:
    (foreign,) = [each for each in receipts.of(vale, BOUND).wordings if each.ref.id == "abroad-makers"]
    opening.OPENED["wording"](vale, "abroad-makers")
    opening.OPENED["wording"](vale, "gone")
    opening.OPENED["fact"](vale, "gone")
    assert drawn.html == [str(beneath.wording(foreign))]


def test_a_layer_opens_with_its_sentence_the_speakers_own_number_and_words_in_every_voice(
    drawn: Drawn, vale: Pack
) -> None:
    opening.OPENED["layer"](vale, "chips")
    sentence = f"Chips. The processors on which models run. {numbering(vale, 'chips')}"
    quoted = [receipts.words(vale, id) for id in words_on(vale, "chips")[0]]
    assert {each.voice for each in quoted} == {"speaker", "interviewer", "journalist"}
    assert drawn.html == [meta(sentence, "asn-say"), str(said.quotes(quoted))]


def test_an_argument_opens_with_its_words_the_question_they_answer_and_what_we_take_from_them(
    drawn: Drawn, vale: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening.OPENED["argument"](vale, "weights")
    cards.standing_on(vale, "q-open")
    taken = meta("What we take from these words", "asn-label")
    answers = [id for id, quote in vale.quotes.items() if quote.answers == "q-open"]
    assert answers == ["yes-it-is", "weights", "sales", "rivals", "independence"]
    assert drawn.html == [
        str(said.quote(receipts.words(vale, "weights"))),
        meta("In answer to", "asn-label"),
        str(said.quote(receipts.words(vale, "q-open"), "small")),
        taken,
        str(said.all_taken([receipts.of(vale, "publishes-weights")])),
        *(str(said.quote(receipts.words(vale, id), "small")) for id in answers),
        taken,
        str(said.all_taken([receipts.of(vale, "open-is-good")])),
    ]
    drawn.html.clear()
    monkeypatch.setattr(frame, "recorded", lambda: True)
    cards.standing_on(vale, "revenue")
    cards.claim(vale, "own-revenue")
    assert [html.count(f'{RECORDED}" open') for html in drawn.html] == [0, 1, 1]


def test_what_is_not_heard_of_a_layer_is_counted_and_a_layer_of_which_nothing_is_heard_says_so(
    drawn: Drawn, vale: Pack
) -> None:
    cards.on_layer(vale, "chips", CHOICES["quoted only"])
    heard = words_on(vale, "chips", CHOICES["quoted only"])[0]
    assert heard == ["makers", "makers-after", "share", "stack", "began"]
    assert drawn.html == [
        str(said.quotes([receipts.words(vale, id) for id in heard])),
        meta("2 more in voices that are not chosen."),
    ]
    drawn.html.clear()
    cards.on_layer(vale, "chips", frozenset())
    assert drawn.html == [
        meta("7 more in voices that are not chosen."),
        str(writing.notice("No words under this choice speak of this layer.")),
    ]


# The evidence page ------------------------------------------------------------------------------------


def test_beside_a_forecast_stands_only_the_verdict_on_that_forecast(
    example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    bearing = "      - {claim: makers-capex, verdict: qualifies, why: It is one of the makers in an earlier year.}\n"
    other = "      - {claim: compute-doubles, verdict: supports, why: Plants hold computers.}\n"
    assert bearing in RECORD
    example.set("record.yaml", RECORD.replace(bearing, bearing + other))
    rows = [
        f"{id}, state: open, judged: 2026-06-20, evidence: [chip-one-2025]"
        for id in ("makers-capex", "compute-doubles")
    ]
    ledger(*rows)(example)
    pack = example.pack()
    app = opened_in(example.content, monkeypatch, "evidence", section="forecasts")
    framed = [html for html in shown(app).split("\n") if html.startswith('<div class="asn-record">')]
    about = {fact.claim.id: fact for fact in bearings.verdicts(pack, "chip-one-2025")}
    order = list(exhibits.build("forecasts", exhibits.View((pack,))).table["claim"])
    assert (sorted(order), list(app.exception)) == (["compute-doubles", "makers-capex"], [])
    assert framed == [str(beneath.framed(beneath.fact(about[id]))) for id in order]


def test_only_wordings_in_the_chosen_voices_stand_beside_the_first_one() -> None:
    shown_under = {}
    for choice in ("quoted only", "with interviewer and journalist"):
        app = opened("evidence", {"section": "wordings", "statement": BOUND, "voice": choice})
        html = [each.proto.body for each in app.get("html")]
        charts = [chart.proto.alt for chart in app.get("plotly_chart")]
        caveats = exhibits.build("renderings", exhibits.View((PACK,), CHOICES[choice])).caveats
        shown_under[choice] = (
            [each.ref.id for each in receipts.of(PACK, BOUND).wordings if str(beneath.wording(each)) in html],
            sum(str(beneath.against(each)) in html for each in receipts.of(PACK, BOUND).wordings),
            str(writing.notice("Its other wordings are in voices that are not chosen above.")) in html,
            len(charts),
            [meta(each) in html for each in caveats],
            list(app.exception),
        )
    assert shown_under == {
        "quoted only": ([], 0, True, 0, [True], []),
        "with interviewer and journalist": (["makers-by-2027", "abroad-makers"], 2, False, 1, [], []),
    }


def test_on_the_page_of_the_record_a_claim_stands_without_it_and_each_reason_once_in_its_frame() -> None:
    app = opened("evidence", {"section": "record", "beside-claim": BOUND, "record": "true"})
    html = [each.proto.body for each in app.get("html")]
    record = receipts.of(PACK, BOUND).record
    assert record is not None and list(app.exception) == []
    assert [each for each in html if each.startswith('<div class="asn-record">')] == [
        str(beneath.framed(each)) for each in beneath.facts(record)
    ]
    assert (str(said.claim(receipts.of(PACK, BOUND), record=None)) in html, RECORDED in "".join(html)) == (True, False)
