"""What the real content promises: it is all right, it holds what was asked for, and its quotes are in their sources."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from narratives import anchoring, drafting, packs, phrasing
from narratives.__main__ import main
from narratives.models import PageName
from narratives.packs import Pack
from narratives.problems import report
from narratives.tables.claims import as_csv, claims
from narratives.tables.silences import interest

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "content"
SOURCES = ROOT.parent / "shared" / "sources"
PASSAGES = 2000  # words; a checked text that is shorter holds only passages
LIBRARY = packs.load(CONTENT)
ALL = tuple(LIBRARY.packs.values())
NUMBERS = ("comparator", "value", "low", "high", "words", "scale", "unit", "currency", "count_low", "count_high")
FIGURE = ("measure", "comparator", "value", "low", "high", "scale", "unit", "modality", "voice", "region", "period")

# Every amount of the first narrative, as the export has it, in the order of FIGURE.
FIGURES: dict[str, tuple[str, ...]] = {
    "consumers-served": ("consumers", "=", "820", "", "", "million", "consumers", "asserted", "speaker", "CN", ""),
    "european-goods-sold": ("goods-sold", "~", "30", "", "", "billion", "EUR", "asserted", "speaker", "EU", ""),
    "cloud-begun": ("cloud-start", "=", "17", "", "", "", "years", "asserted", "speaker", "CN", "2009"),
    "global-gdp": ("gross-domestic-product", ">", "100", "", "", "trillion", "USD", "asserted", "speaker", "WORLD", ""),
    "human-productivity-share": ("share-of-gdp", ">=", "50", "", "", "", "percent", "asserted", "speaker", "WORLD", ""),
    "ai-market-stated": ("market-size", ">=", "50", "", "", "trillion", "USD", "asserted", "speaker", "WORLD", ""),
    "ai-market-derived": ("market-size", ">", "50", "", "", "trillion", "USD", "asserted", "editor", "WORLD", ""),
    "ai-market-opening": ("market-size", "=", "50", "", "", "trillion", "USD", "asserted", "speaker", "WORLD", ""),
    "gdp-opening": ("gross-domestic-product", ">", "100", "", "", "trillion", "USD", "asserted", "paraphrase", "WORLD", ""),
    "share-opening": ("share-of-gdp", ">=", "50", "", "", "", "percent", "asserted", "paraphrase", "WORLD", ""),
    "us-capex-next-year": ("capital-expenditure", ">", "800", "", "", "billion", "USD", "asserted", "speaker", "US", "2027"),
    "us-capex-following-year": ("capital-expenditure", ">", "1", "", "", "trillion", "USD", "possible", "speaker", "US", "2028"),
    "us-capex-opening": ("capital-expenditure", "=", "800", "", "", "billion", "USD", "asserted", "journalist", "US", "../2027"),
    "market-reason-for-optimism": ("market-size", "=", "50", "", "", "trillion", "USD", "asserted", "speaker", "WORLD", ""),
    "ecommerce-free-cash-flow": ("free-cash-flow", "~", "25", "", "", "billion", "USD", "asserted", "speaker", "CN", ""),
    "ecommerce-share-asked": ("revenue-share", "=", "", "80", "85", "", "percent", "asserted", "interviewer", "CN", ""),
    "ecommerce-share": ("revenue-share", ">", "80", "", "", "", "percent", "asserted", "speaker", "CN", ""),
}  # fmt: skip
# Every silence: what is missing, how, where, and which question was asked.
SILENCES = {
    "productivity-gain-not-stated": ("productivity-gain", "not-stated", "WORLD", "q-productivity"),
    "most-invested-layer-not-named": ("investment-by-layer", "asked-not-answered", "CN", "q-layer-most"),
    "energy-investment-excluded": ("investment-in-energy", "excluded-by-choice", "CN", "q-layer-most"),
    "china-capex-not-stated": ("capital-expenditure", "not-stated", "CN", "q-us-level"),
    "alibaba-capex-not-stated": ("capital-expenditure", "not-stated", "CN", "q-us-level"),
    "clients-not-named": ("clients", "asked-not-answered", "WORLD", "q-clients"),
    "second-path-payment-not-stated": ("payment-for-models", "not-stated", "WORLD", "q-export"),
}
# Words that the narrative must be able to show, each in a quote of the voice that said them.
SPOKEN: dict[str, str] = {
    # figures
    "820 million Chinese consumers": "speaker",
    "about 30 billion euros worth of goods to Chinese consumers each year": "speaker",
    "cloud technology 17 years ago": "speaker",
    "started in 1999": "speaker",
    "Today, global GDP exceeds $100 trillion": "speaker",
    "at least half ($50 trillion)": "speaker",
    "This $50 trillion is the total AI market": "speaker",
    "four or five leading companies will have capital expenditures exceeding $800 billion next year": "speaker",
    "possibly over a trillion in the following year": "speaker",
    "total capital expenditure reaching $800 billion by 2027": "journalist",
    "about $25 billion in free cash flow annually": "speaker",
    "over 80% to 85%": "interviewer",
    "still accounts for over 80%.": "speaker",
    # China
    "still insufficient": "speaker",
    "In theory, all Chinese companies should increase their investments": "speaker",
    "Chinese companies need to increase investments in infrastructure": "paraphrase",
    "we won’t reach the scale of U.S. giants": "speaker",
    "already very substantial": "speaker",
    "limited by capital": "speaker",
    "concerns about overcapacity": "speaker",
    # layers
    "which layer do you invest the most in": "interviewer",
    "we do not touch the energy layer at the bottom because China's energy efficiency is high and costs are low": "speaker",
    "Our real entry point was at the chip layer": "speaker",
    "no one can say whether the value will settle": "speaker",
    # sovereignty and open source
    "technological independence": "speaker",
    "data privacy": "speaker",
    "I believe open source can address both issues": "speaker",
    "essentially free software": "speaker",
    "download it into your own data center": "speaker",
    "use your own data for further training": "speaker",
    "behind your firewall": "speaker",
    "not a cure-all or the only path": "speaker",
    "a certain level of sovereignty": "speaker",
    "actually driven by Chinese companies": "speaker",
    "Most major U.S. players have closed-source models": "speaker",
    "models from Google, OpenAI, and Anthropic are now all closed-source": "paraphrase",
    "completely opaque to you": "speaker",
    "such concerns cannot be entirely eliminated": "speaker",
    "you cannot build trust on the assumption": "speaker",
    "Why not choose a second basket": "speaker",
    # export controls, manufacturing
    "U.S. export controls on high-end chips have actually created opportunities for you?": "interviewer",
    "That’s a fair understanding": "speaker",
    "deploy them on their own infrastructure": "speaker",
    "they can also purchase computing power from us": "speaker",
    "open weights in a private environment": "speaker",
    "BMW, Siemens, and Bosch": "speaker",
    # belief
    "engineers are consuming a huge number of tokens, and costs are rising": "speaker",
    "we are on the verge of a real productivity explosion": "speaker",
    "almost a kind of faith": "speaker",
    "I don’t want to persuade you that this will definitely happen": "speaker",
    "in the next five or ten years, no one can say": "speaker",
    "I don’t think it’s a bubble": "speaker",
    "these agents are working for you": "speaker",
    "free up people's time": "speaker",
    "I value live entertainment so much": "speaker",
}


def exported(pack: Pack) -> dict[str, dict[str, str]]:
    """The rows of `export`, by claim."""
    return {row["id"]: row for row in csv.DictReader(io.StringIO(as_csv(claims([pack]))))}


def own_sentences(pack: Pack) -> Iterator[tuple[str, str]]:
    """Every sentence that we wrote, with where it stands."""
    for page, finding in pack.narrative.findings.items():
        yield from ((f"finding {page}", text or "") for text in (finding.headline, finding.text))
    for claim in pack.claims.values():
        yield from ((f"claim {claim.id}", text or "") for text in (claim.says, claim.note))
    for step in pack.steps:
        yield from (
            (f"step {step.id}", text or "")
            for text in (step.headline, step.notes, *(each.says for each in step.caption))
        )
    for argument in pack.stance.arguments:
        yield f"argument {argument.id}", argument.label


# All narratives -----------------------------------------------------------------------------------


def test_the_content_is_all_right() -> None:
    assert report(LIBRARY.problems) == ""


def test_there_is_a_narrative_and_the_first_one_is_here() -> None:
    assert "alibaba-vivatech-2026" in LIBRARY.packs


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.id)
def test_every_page_and_every_step_states_a_finding_in_one_sentence_that_fits_a_title(pack: Pack) -> None:
    headlines = [finding.headline for finding in pack.narrative.findings.values()] + [
        step.headline for step in pack.steps
    ]
    assert set(get_args(PageName)) <= set(pack.narrative.findings)
    assert [text for text in headlines if len(text) > 95 or text.endswith(".") or "\n" in text] == []


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.id)
def test_every_sentence_of_ours_is_in_our_typography_and_takes_no_side(pack: Pack) -> None:
    sides = r"\b(clearly|obviously|undoubtedly|groundbreaking|revolutionary|impressive|visionary|merely|admits?|claims that|insists?)\b"
    found = [(place, text) for place, text in own_sentences(pack) if text]
    assert len(found) > 50
    assert [each for each in found if re.search(r"[\"']|  |\.\.\.|--|!", each[1])] == []
    assert [each for each in found if re.search(sides, each[1], re.IGNORECASE)] == []


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.id)
def test_every_claim_is_a_sentence_of_its_own(pack: Pack) -> None:
    said = [claim.says for claim in pack.claims.values()]
    assert ([text for text in said if not text.endswith(".")], len(said) - len(set(said))) == ([], 0)


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.id)
def test_every_question_that_was_asked_in_vain_was_asked_by_someone_else(pack: Pack) -> None:
    asked = [
        pack.quotes[claim.absence.asked] for claim in pack.claims.values() if claim.absence and claim.absence.asked
    ]
    assert [quote.id for quote in asked if quote.voice != "interviewer"] == []


@pytest.mark.parametrize("pack", ALL, ids=lambda pack: pack.id)
def test_quotes_are_short_and_most_of_a_source_stays_outside(pack: Pack) -> None:
    assert {quote.id: len(quote.exact.split()) for quote in pack.quotes.values() if len(quote.exact.split()) > 50} == {}
    words = {
        source: sum(len(quote.exact.split()) for quote in pack.quotes.values() if quote.source == source)
        for source in pack.sources
    }
    assert pack.audit is not None
    # Of a whole article less than half; a text of passages, as others quote them, is mostly what is quoted here.
    whole = {id: audited.words for id, audited in pack.audit.sources.items() if audited.words > PASSAGES}
    assert {id: words[id] for id, length in whole.items() if words[id] > length / 2} == {}
    assert max(words.values()) <= PASSAGES


@pytest.mark.parametrize("words", ["layers", "measures", "themes", "terms"])
def test_every_shared_word_is_explained_in_one_sentence(words: str) -> None:
    given = getattr(ALL[0].words, words).values()
    assert len(given) >= 5
    assert [word.id for word in given if not word.sentence.endswith(".") or ". " in word.sentence] == []


def test_every_measure_and_theme_is_used_somewhere() -> None:
    counted = {claim.measure for pack in ALL for claim in pack.claims.values()}
    counted |= {fact.measure for pack in ALL for fact in pack.facts.values()}
    counted |= {rendering.measure for pack in ALL for rendering in pack.renderings.values()}
    spoken_of = {theme for pack in ALL for quote in pack.quotes.values() for theme in quote.themes}
    assert (set(ALL[0].words.measures) - counted, set(ALL[0].words.themes) - spoken_of) == (set(), set())


@pytest.mark.skipif(
    not SOURCES.is_dir(), reason=f"the source texts are not here ({SOURCES}); they stay outside the project"
)
def test_every_quote_is_found_in_its_source_again_and_no_lock_changes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "content"
    shutil.copytree(CONTENT, copy)
    locks = {folder.name: (folder / drafting.LOCK).read_bytes() for folder in drafting.folders(copy)}
    code = main(["verify", "--sources", str(SOURCES), "--content", str(copy)])
    assert (code, list(locks)) == (0, list(LIBRARY.packs)), capsys.readouterr().out
    assert {folder.name: (folder / drafting.LOCK).read_bytes() for folder in drafting.folders(copy)} == locks


@pytest.mark.skipif(
    not SOURCES.is_dir(), reason=f"the source texts are not here ({SOURCES}); they stay outside the project"
)
def test_no_passage_of_a_source_stands_in_the_project_but_what_is_quoted() -> None:
    files = [
        path for pattern in ("*.md", "*.py", "*.yaml") for path in ROOT.rglob(pattern) if ".venv" not in path.parts
    ]
    text = anchoring.normalise(
        " ".join(path.read_text(encoding="utf-8") for path in files if path.name != "quotes.yaml")
    )
    for pack in ALL:
        quoted = anchoring.normalise(" ".join(quote.exact for quote in pack.quotes.values()))
        for source in pack.sources.values():
            if source.text:
                given = anchoring.normalise((SOURCES / source.text).read_text(encoding="utf-8")).split()
                passages = (" ".join(given[at : at + 15]) for at in range(0, len(given) - 15, 5))
                assert [passage for passage in passages if passage in text and passage not in quoted] == []


# The first narrative ------------------------------------------------------------------------------


def test_the_speaker_stands_under_his_name_and_under_those_printed_with_the_basis(alibaba: Pack) -> None:
    (speaker,) = alibaba.narrative.speakers
    printed = {each.name: each.where for each in speaker.as_printed}
    assert (speaker.name, speaker.native_name, speaker.native_language, speaker.role, speaker.organisation, speaker.certainty, printed) == (
        "Joe Tsai", "蔡崇信", "zh", "chairman", "Alibaba", "high", {"Daniel Zhang": "article body", "Cai Chongxin": "headline"},
    )  # fmt: skip
    assert {"tencent-gate", "caixin-2026-06-22", "htx-2026-06-22"} <= {basis.source for basis in speaker.basis}


def test_the_day_is_a_sourced_field_for_the_article_states_none(alibaba: Pack) -> None:
    occasion, article = alibaba.narrative.occasion, alibaba.sources["tencent-gate"]
    assert (occasion.name, occasion.place, occasion.date, article.date_published) == (
        "VivaTech",
        "Paris",
        "2026-06-18",
        None,
    )
    assert {basis.source for basis in occasion.basis} >= {"caixin-2026-06-22", "yeyulingfeng"}
    assert "no date of its own" in (article.note or "")


def test_the_way_from_the_stage_to_the_english_words_is_on_record(alibaba: Pack) -> None:
    article = alibaba.sources["tencent-gate"]
    assert (article.author, [(step.language, step.by) for step in article.chain]) == ("Su Yang", [
        ("und", "Joe Tsai and an interviewer whom the article does not name"), ("zh", "Su Yang, Tencent Technology"), ("en", "unnamed"),
    ])  # fmt: skip
    assert [step.what.split(",")[0] for step in article.chain] == [
        "conversation on stage at VivaTech", "condensed article in Chinese", "machine translation into English",
    ]  # fmt: skip
    assert (alibaba.narrative.sourcing, alibaba.narrative.sourcing_note) == (
        "translated-condensed",
        "An English rendering of a condensed Chinese article, not a transcript. The exact words quoted here are those of an unnamed "
        "machine translation; what was said on stage may differ.",
    )


def test_every_amount_is_exported_with_its_measure_bound_voice_and_period(alibaba: Pack) -> None:
    rows = exported(alibaba)
    assert {id: tuple(row[name] for name in FIGURE) for id, row in rows.items() if row["comparator"]} == FIGURES


def test_the_us_forecasts_keep_their_four_or_five_companies_and_their_day(alibaba: Pack) -> None:
    columns = (
        "entity",
        "count_low",
        "count_high",
        "currency",
        "status",
        "about",
        "period_stated",
        "period_anchor",
        "period",
        "modality",
    )
    rows = exported(alibaba)
    assert [tuple(rows[id][name] for name in columns) for id in ("us-capex-next-year", "us-capex-following-year")] == [
        (
            "leading U.S. cloud providers",
            "4",
            "5",
            "USD",
            "forecast",
            "competitor",
            "next year",
            "2026-06-18",
            "2027",
            "asserted",
        ),
        (
            "leading U.S. cloud providers",
            "4",
            "5",
            "USD",
            "forecast",
            "competitor",
            "the following year",
            "2026-06-18",
            "2028",
            "possible",
        ),
    ]


def test_one_firm_alone_is_counted_as_one_and_nothing_else_is(alibaba: Pack) -> None:
    rows = exported(alibaba)
    counted = {id: (row["count_low"], row["count_high"]) for id, row in rows.items() if row["count_low"]}
    four_or_five = ("us-capex-next-year", "us-capex-following-year")
    one = ("consumers-served", "cloud-begun", "ecommerce-free-cash-flow", "ecommerce-share-asked", "ecommerce-share")
    assert counted == dict.fromkeys(four_or_five, ("4", "5")) | dict.fromkeys(one, ("1", "1"))


def test_now_is_no_month_and_by_2027_no_year(alibaba: Pack) -> None:
    periods = {id: claim.period for id, claim in alibaba.claims.items() if claim.period}
    vague = {id: each.resolved for id, each in periods.items() if each.stated in ("now", "today", "currently")}
    assert (len(vague), set(vague.values())) == (5, {None})
    assert phrasing.proposition(alibaba.claims["us-capex-opening"]).count("by 2027") == 1


def test_he_speaks_of_his_own_firm_in_more_claims_than_of_any_other(alibaba: Pack) -> None:
    assert dict(zip(*interest([alibaba])[["about", "count"]].T.values, strict=True)) == {
        "own-firm": 30, "competitor": 7, "own-country": 8, "other-country": 10, "world": 19,
    }  # fmt: skip


def test_only_extents_of_openness_say_who_is_called_open_or_closed(alibaba: Pack) -> None:
    assert [(each.who, each.extent) for each in alibaba.stance.called] == [
        ("major U.S. players", "Most"), ("Google, OpenAI and Anthropic", "all"), ("Chinese companies", "actually driven by"),
    ]  # fmt: skip


def test_every_silence_is_exported_without_a_number(alibaba: Pack) -> None:
    rows = exported(alibaba)
    asked = {id: claim.absence.asked for id, claim in alibaba.claims.items() if claim.absence}
    assert {
        id: (row["measure"], row["absence"], row["region"], asked[id]) for id, row in rows.items() if row["absence"]
    } == SILENCES
    assert {(rows[id]["voice"], *(rows[id][name] for name in NUMBERS)) for id in SILENCES} == {
        ("editor", *[""] * len(NUMBERS))
    }


def test_no_amount_at_all_is_stated_for_capital_expenditure_in_china(alibaba: Pack) -> None:
    china = [
        row for row in exported(alibaba).values() if row["measure"] == "capital-expenditure" and row["region"] == "CN"
    ]
    assert (len(china), [row["id"] for row in china if any(row[name] for name in NUMBERS)]) == (9, [])


def test_the_founding_year_and_the_cloud_year_are_dated(alibaba: Pack) -> None:
    rows = exported(alibaba)
    assert [(rows[id]["period_stated"], rows[id]["period"]) for id in ("founded-1999", "cloud-begun")] == [
        ("1999", "1999"),
        ("17 years ago", "2009"),
    ]


def test_our_one_derivation_shows_its_formula_and_carries_the_bounds(alibaba: Pack) -> None:
    assert {
        id: (row["derived_from"], row["voice"]) for id, row in exported(alibaba).items() if row["derived_from"]
    } == {"ai-market-derived": ("human-productivity-share × global-gdp", "editor")}


def test_every_rendering_of_the_opening_says_what_it_changed(alibaba: Pack) -> None:
    changed = {
        claim.id: (claim.rendering_of, tuple(change.kind for change in claim.drift))
        for claim in alibaba.claims.values()
        if claim.rendering_of
    }
    assert {
        id: changed[id]
        for id in ("ai-market-opening", "us-capex-opening", "chinese-companies-opening", "all-closed-opening")
    } == {
        "ai-market-opening": ("ai-market-stated", ("comparator-lost",)),
        "us-capex-opening": (
            "us-capex-next-year",
            ("comparator-lost", "annual-to-cumulative", "scope-changed", "term-changed"),
        ),
        "chinese-companies-opening": (
            "chinese-companies-should-increase",
            ("hedge-dropped", "scope-changed", "term-changed", "scope-changed"),
        ),
        "all-closed-opening": (
            "most-us-closed",
            ("quantifier-strengthened", "scope-changed", "term-changed", "period-changed"),
        ),
    }


@pytest.mark.parametrize("words", SPOKEN)
def test_what_the_issue_asks_for_is_quoted_in_the_voice_that_said_it(words: str, alibaba: Pack) -> None:
    wanted = anchoring.normalise(words)
    holding = [quote for quote in alibaba.quotes.values() if wanted in anchoring.normalise(quote.exact)]
    standing = [id for quote in holding for id in used_by(alibaba, quote.id)]
    assert ({quote.voice for quote in holding}, bool(standing)) == ({SPOKEN[words]}, True)


def used_by(pack: Pack, quote: str) -> list[str]:
    """The claims, silences and arguments that stand on a quote."""
    found = [claim.id for claim in pack.claims.values() if quote in (claim.quote, claim.assents_to)]
    found += [claim.id for claim in pack.claims.values() if claim.absence and claim.absence.asked == quote]
    return found + [argument.id for argument in pack.stance.arguments if argument.quote == quote]


def test_at_least_thirty_quotes_have_voice_themes_and_layers(alibaba: Pack) -> None:
    assert sum(bool(quote.themes and quote.layers) for quote in alibaba.quotes.values()) >= 30
    assert [quote.id for quote in alibaba.quotes.values() if not quote.themes] == []


def test_the_layers_stand_bottom_first_with_the_reason_for_the_one_left_out(alibaba: Pack) -> None:
    assert [(role.layer, role.participation, role.own_number, role.entry_point) for role in alibaba.layers] == [
        ("energy", "excluded-by-choice", None, False), ("chips", "in", 1, True), ("infrastructure", "in", 2, False),
        ("models", "in", 3, False), ("applications", "in", 4, False),
    ]  # fmt: skip
    assert alibaba.layers[0].reason == "China’s energy efficiency is high and costs are low"
    assert {role.layer: [product.name for product in role.products] for role in alibaba.layers} == {
        "energy": [], "chips": [], "infrastructure": ["cloud business"], "models": ["Qwen"],
        "applications": ["e-commerce", "food delivery", "local services", "travel", "maps"],
    }  # fmt: skip


def test_beliefs_doubts_and_conditions_are_marked_as_such(alibaba: Pack) -> None:
    assert {claim.id: claim.modality for claim in alibaba.claims.values() if claim.modality != "asserted"} == {
        "productivity-explosion": "belief", "almost-a-faith": "belief", "not-persuading": "belief", "not-a-bubble": "belief",
        "open-source-addresses-both": "belief", "free-time-grows": "belief", "us-capex-following-year": "possible",
        "chinese-companies-should-increase": "conditional", "path-purchase-computing": "conditional", "path-platforms": "conditional",
    }  # fmt: skip


def test_on_export_controls_he_only_agrees_and_only_the_first_path_mentions_payment(alibaba: Pack) -> None:
    assent, silence = alibaba.claims["export-controls-assent"], alibaba.claims["second-path-payment-not-stated"]
    assert (assent.voice, assent.assents_to, alibaba.quotes["q-export"].voice) == ("speaker", "q-export", "interviewer")
    assert silence.absence is not None and silence.absence.instead == ("path-platforms", "path-purchase-computing")


def test_whose_our_and_we_may_be_is_said(alibaba: Pack) -> None:
    notes: dict[str, Any] = {
        id: alibaba.claims[id].note or ""
        for id in ("already-substantial", "below-us-scale", "china-investment-insufficient")
    }
    assert [
        ("China" in note or "Chinese" in note) and "Alibaba" in note and "may be" in note for note in notes.values()
    ] == [True] * 3


def test_the_argument_has_claims_grounds_concessions_and_replies(alibaba: Pack) -> None:
    roles = [argument.role for argument in alibaba.stance.arguments]
    assert {role: roles.count(role) for role in dict.fromkeys(roles)} == {
        "claim": 3,
        "ground": 8,
        "concession": 4,
        "rebuttal": 2,
    }


def test_the_walkthrough_has_at_least_six_steps_each_with_words_or_an_exhibit(alibaba: Pack) -> None:
    assert len(alibaba.steps) >= 6
    assert [step.id for step in alibaba.steps if not (step.exhibit or step.quotes)] == []
