"""Each section of the evidence page tells what its records hold, and opens at what the narrative itself puts first."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from narratives import exhibits, receipts
from narratives.exhibits import Options
from narratives.html import beneath, said, sources, writing
from narratives.receipts.sentences import phrase_of
from narratives.ui.words import figures
from tests.example import Example
from tests.rules.slips import DAILY, DERIVED, RECORD, WORDED_AGAIN, ledger
from tests.test_several import opened

BOUND, DOUBT = "makers-capex", "compute-doubles"
AGAIN = """\
- id: double-daily
  of: compute-doubles
  source: daily
  voice: journalist
  exact: It will double next year.
  drift: [{kind: hedge-dropped, was: may, now: will}]
"""
BEARING = "      - {claim: makers-capex, verdict: qualifies, why: It is one of the makers in an earlier year.}\n"
OTHER = "      - {claim: compute-doubles, verdict: supports, why: Plants hold computers.}\n"


@pytest.fixture
def doubted(example: Example) -> Example:
    """The example with other wordings, a record, a ledger and a derivation; what stands first in it is no key figure."""
    example.add("sources.yaml", DAILY).set("renderings.yaml", AGAIN + WORDED_AGAIN)
    example.set("record.yaml", RECORD.replace(BEARING, OTHER + BEARING))
    example.add("claims.yaml", DERIVED + "  note: Half is our choice.\n")
    ledger(*(f"{id}, state: open, judged: 2026-06-20" for id in (DOUBT, BOUND)))(example)
    return example


def pieces(app: AppTest) -> list[str]:
    assert list(app.exception) == []
    return [each.proto.body for each in app.get("html")]


def say(words: str, kind: str = "asn-say") -> str:
    return str(writing.paragraph(words, kind))


def held(wanted: list[str], found: list[str]) -> list[str]:
    """The pieces that are wanted, as they stand among those that were found: in one row, one after the other."""
    start = found.index(wanted[0])
    return found[start : start + len(wanted)]


def test_a_number_that_we_computed_stands_with_its_sentence_its_computation_and_its_note(
    doubted: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = doubted.pack()
    made = receipts.of(pack, "half-of-capex").computation
    assert made is not None
    wanted = [
        say(f"{phrase_of(pack, pack.claims['half-of-capex'])}."),
        str(beneath.computation(made)),
        say("Half is our choice.", "asn-meta"),
        say("None: every amount of money was stated in U.S. dollars."),
    ]
    assert held(wanted, pieces(opened(doubted.content, monkeypatch, "evidence", section="derivations"))) == wanted


def test_a_forecast_stands_with_its_state_its_sentence_its_reason_and_a_link_to_its_words(
    doubted: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = doubted.pack()
    app = opened(doubted.content, monkeypatch, "evidence", section="forecasts")
    rows = exhibits.build("forecasts", exhibits.View((pack,))).table["claim"]
    wanted = [
        piece
        for id in rows
        for piece in (
            say("Open; falls due on 31 December 2027", "asn-label"),
            say(f"{phrase_of(pack, pack.claims[id])}."),
            say("So it is. Judged on 20 June 2026.", "asn-meta"),
        )
    ]
    assert held(wanted, pieces(app)) == wanted
    links = [link.proto.query_string for link in app.get("page_link") if link.proto.label.startswith("These words")]
    assert (sorted(rows), links) == ([DOUBT, BOUND], [f"quote={pack.claims[id].quote}" for id in rows])


def test_the_wordings_open_at_the_key_figure_each_beside_what_it_words_again(
    doubted: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = doubted.pack()
    (worded,) = receipts.of(pack, BOUND).wordings
    wanted = [str(beneath.against(worded)), str(beneath.wording(worded))]
    assert held(wanted, pieces(opened(doubted.content, monkeypatch, "evidence", section="wordings"))) == wanted


def test_the_record_opens_at_the_key_figure_and_nothing_of_it_nor_of_its_sources_stands_before_it_is_switched_on(
    doubted: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = doubted.pack()
    record = receipts.of(pack, BOUND).record
    assert record is not None
    facts = [str(beneath.framed(each)) for each in beneath.facts(record)]
    filing = str(sources.recorded(pack.record_sources["filing"]))
    shown = {
        (section, on): pieces(opened(doubted.content, monkeypatch, "evidence", section=section, record=on))
        for section in ("record", "sources")
        for on in ("true", "false")
    }
    assert held([str(said.claim(receipts.of(pack, BOUND), record=None)), *facts], shown["record", "true"])[1:] == facts
    assert {key: (facts[0] in html, filing in html) for key, html in shown.items()} == {
        ("record", "true"): (True, False),
        ("record", "false"): (False, False),
        ("sources", "true"): (False, True),
        ("sources", "false"): (False, False),
    }


def test_the_record_of_one_claim_is_downloaded_alone_and_one_without_amounts_says_in_words_that_it_has_no_picture(
    doubted: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = doubted.read("record.yaml")
    spoken = text.index("    measure: capital-expenditure"), text.index('    period: "2025"')
    doubted.set("record.yaml", text[: spoken[0]] + text[spoken[1] :])
    pack, given = doubted.pack(), list[tuple[object, list[str], str]]()
    monkeypatch.setattr(figures, "download", lambda label, rows, name: given.append((label, list(rows["claim"]), name)))
    html = pieces(opened(doubted.content, monkeypatch, "evidence", section="record", record="true"))
    exhibit = exhibits.build("record", exhibits.View((pack,), options=Options(claim=BOUND)))
    assert (exhibit.figure, html.count(str(writing.notice(exhibit.alt)))) == (None, 1)
    assert given[-1] == ("Download this record as CSV", [BOUND], f"{pack.id}-record-{BOUND}-{pack.edition}")
