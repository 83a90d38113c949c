"""Every rule has slips that trip it, each reported whole as ``test_rules.txt`` has it, and neighbours of them that pass."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from narratives import drafting
from narratives.problems import report
from narratives.rules import AUDIT, RULES, Rule
from narratives.rules.audits import quotes_are_audited, quotes_stand_in_order
from narratives.rules.captions import captions_are_no_stronger_than_their_claims
from narratives.rules.hedges import (
    claims_say_it_in_full,
    comparators_have_their_word,
    extents_stand_in_their_quote,
    modalities_have_their_word,
    numbers_stand_in_their_quote,
    voices_agree,
)
from narratives.rules.omissions import bounds_are_not_left_out, counts_are_not_left_out, doubts_are_not_left_out
from narratives.rules.periods import periods_agree_with_their_anchor, relative_periods_have_an_anchor
from narratives.rules.records import (
    claims_have_what_they_need,
    derivations_compute,
    every_page_has_a_finding,
    layers_are_complete,
    names_that_differ_have_a_basis,
)
from narratives.rules.references import nothing_runs_in_a_circle, quotes_are_used, references_resolve
from tests.example import Example

Change = Callable[[Example], object]


def edit(file: str, *pairs: tuple[str, str]) -> Change:
    """Places of one file changed, one after the other."""

    def change(example: Example) -> None:
        for old, new in pairs:
            example.edit(file, old, new)

    return change


def everywhere(file: str, old: str, new: str) -> Change:
    return lambda example: example.set(file, example.read(file).replace(old, new))


def add(file: str, text: str) -> Change:
    return lambda example: example.add(file, text)


def put(file: str, text: str) -> Change:
    return lambda example: example.set(file, text)


def spoken(sentence: str, quote: str, claim: str = "") -> Change:
    """A sentence more in the source, quoted whole and audited, and a claim on it."""

    def change(example: Example) -> None:
        more = f"- {{id: {quote}, source: transcript, voice: speaker, exact: '{sentence}'}}\n"
        example.say(sentence).add("quotes.yaml", more).add("claims.yaml", claim).audited()

    return change


def all_of(*changes: Change) -> Change:
    return lambda example: [change(example) for change in changes]


DERIVED = """\
- id: half-of-capex
  says: Half of what three or four chip makers will spend is more than $20 billion on plants.
  type: quantity
  voice: editor
  measure: capital-expenditure
  entity: {name: chip makers, count: {low: 3, high: 4}}
  region: US
  quantity: {comparator: ">", value: 20, scale: billion, currency: USD}
  derivation: {formula: makers-capex ÷ 2, inputs: [makers-capex]}
"""
SILENCE = """\
- id: own-capex
  says: No figure is stated for what Vale Works spends on plants.
  type: quantity
  voice: editor
  measure: capital-expenditure
  entity: {name: Vale Works}
  region: US
  absence: {kind: not-stated, asked: q-compute, instead: [makers-capex]}
"""
FLAT = """\
- id: flat
  says: Vale Works will spend $9 billion on plants.
  type: prediction
  voice: speaker
  measure: capital-expenditure
  entity: {name: Vale Works}
  region: US
  quantity: {value: 9, scale: billion, currency: USD}
  quote: flat
"""
YEARLY = FLAT.replace("will spend $9 billion on plants", "spends $9 billion on plants annually").replace(
    "  quantity:", "  period: {stated: annually, recurs: year}\n  quantity:"
)
TRILLION = (
    FLAT.replace("$9 billion", "more than $1 trillion")
    .replace("value: 9", 'comparator: ">", value: 1')
    .replace("scale: billion", "scale: trillion")
)
SHARE = """\
- id: share
  says: Ada Vale says that plants take at least half (50%) of revenue.
  type: quantity
  voice: speaker
  measure: share-of-revenue
  entity: {name: plants}
  region: US
  quantity: {comparator: ">=", value: 50, words: half, unit: percent}
  quote: share
"""
ASSENT = """\
- {id: needs-more, says: They need more power., type: position, voice: speaker, quote: compute, assents_to: q-compute}
"""
OPEN = "- {id: published, says: They publish their models., type: position, voice: speaker, quote: publish}\n"
CALLED = "called: [{claim: published, who: Vale Works, called: open, extent: We publish}]"
NO_CALLED = "called: []"
ARGUMENT = "  - {id: openness, role: claim, label: They publish their models, quote: publish}\n"
TWO_ARGUMENTS = """\
  - {id: openness, role: claim, label: They publish their models, quote: publish}
  - {id: point, role: ground, label: That is the point, quote: publish, follows: [openness]}
"""
SAYS = "says: Three or four chip makers will spend more than $40 billion on plants next year."
EXCLUDED = "- {layer: chips, participation: excluded-by-choice, quote: makers, reason: will spend more}"
PRINTED = "name: Ada Vale, as_printed: [{name: Ada Wale, where: headline}],"
POWER = "{comparator: '~', value: 5, scale: billion, currency: USD}"
IN_PART = """\
- id: wafers
  says: Vale Works has 34 billion wafers in its plants.
  type: quantity
  voice: speaker
  measure: capital-expenditure
  entity: {name: Vale Works}
  region: US
  quantity: {value: 4, scale: billion, unit: wafers}
  quote: wafers
"""


def found(text: str, *claims: str) -> Change:
    """One finding more, on the chart of amounts, with a text."""
    return edit(
        "narrative.yaml",
        (
            "  overview: ",
            f"  as-stated: {{headline: Ada Vale, claims: [{', '.join(claims)}], text: '{text}'}}\n  overview: ",
        ),
    )


def told(text: str) -> Change:
    """The caption of the one step."""
    return edit("walkthrough.yaml", ("says: Computing power will possibly double.", f"says: '{text}'"))


DOUBTED = edit(
    "claims.yaml",
    ("will spend", "may spend"),
    ("region: US\n", "region: US\n  modality: possible\n  reasons: {modality: Said with a shrug.}\n"),
)
CONDITIONED = edit(
    "claims.yaml",
    (SAYS, "says: In theory, three or four chip makers spend more than $40 billion on plants next year."),
    (
        "region: US\n",
        "region: US\n  modality: conditional\n  condition: in theory\n  reasons: {modality: Said before.}\n",
    ),
)


def without_finding(page: str) -> Change:
    def change(example: Example) -> None:
        rows = example.read("narrative.yaml").splitlines(keepends=True)
        example.set("narrative.yaml", "".join(row for row in rows if f"  {page}: " not in row))

    return change


def makers_before_compute(example: Example) -> None:
    """The two answers change places."""
    _, question, compute, makers, publish = example.read("quotes.yaml").split("- id: ")
    example.set("quotes.yaml", "".join(f"- id: {quote}" for quote in (question, makers, compute, publish)))


TRIPS: dict[str, tuple[Rule, Change]] = {
    "a claim names a quote that is not there": (
        references_resolve,
        edit("claims.yaml", ("quote: makers\n", "quote: maker\n")),
    ),
    "a claim names four things that are not there": (
        references_resolve,
        add(
            "claims.yaml",
            "- {id: b, says: So., type: fact, voice: speaker, quote: x, measure: money,\n"
            "   assents_to: y, rendering_of: z}",
        ),
    ),
    "a silence names a question and a claim that are not there": (
        references_resolve,
        add("claims.yaml", SILENCE.replace("asked: q-compute", "asked: q-money").replace("[makers-", "[makes-")),
    ),
    "a derivation names an input and a source that are not there": (
        references_resolve,
        add("claims.yaml", DERIVED.replace("[makers-capex]", "[makers], rate: 1, date: 2026-06-18, source: bank")),
    ),
    "a quote names five things that are not there": (
        references_resolve,
        edit(
            "quotes.yaml",
            ("  answers: q-compute\n  exact: It", "  answers: q-money\n  by: eva-vale\n  exact: It"),
            ("[growth]", "[grow]\n  layers: [chip]"),
            ("source: transcript\n  voice: speaker\n  exact: We", "source: transkript\n  voice: speaker\n  exact: We"),
        ),
    ),
    "a layer, its quote and its product name what is not there": (
        references_resolve,
        put("layers.yaml", "- {layer: cips, participation: in, quote: maker, products: [{name: X, quote: mkers}]}"),
    ),
    "an argument names a quote and an argument that are not there": (
        references_resolve,
        edit("stance.yaml", ("quote: publish}", "quote: publsh, follows: [opennes]}")),
    ),
    "one who is called open has no claim": (references_resolve, edit("stance.yaml", (NO_CALLED, CALLED))),
    "a step names a quote and a claim that are not there": (
        references_resolve,
        edit("walkthrough.yaml", ("[compute-doubles]}", "[compute-double]}\n  quotes: [computer]")),
    ),
    "a step shows what is not there": (
        references_resolve,
        edit(
            "walkthrough.yaml",
            (
                "exhibit: as-stated\n",
                "exhibit: as-stated\n  state: {measures: [money], claims: [a], first: b, second: c, emphasis: [d]}\n",
            ),
        ),
    ),
    "a step lets a layer stand out that is not there": (
        references_resolve,
        edit("walkthrough.yaml", ("exhibit: as-stated\n", "exhibit: layer-stack\n  state: {emphasis: [chip]}\n")),
    ),
    "the narrative names claims and sources that are not there": (
        references_resolve,
        edit(
            "narrative.yaml",
            ("key_figures: [makers-capex]", "key_figures: [capex]"),
            ("expects growth, claims: [compute-doubles]", "expects growth, claims: [doubles]"),
            ("source: transcript", "source: letter"),
            ("name: Ada Vale,", "name: Ada Vale, basis: [{says: So it is., source: caixin}],"),
        ),
    ),
    "a quote is used by nothing": (quotes_are_used, edit("stance.yaml", (ARGUMENT, "  []\n"))),
    "two arguments follow each other": (
        nothing_runs_in_a_circle,
        edit("stance.yaml", (ARGUMENT, TWO_ARGUMENTS.replace("quote: publish}", "quote: publish, follows: [point]}"))),
    ),
    "a quote answers itself": (
        nothing_runs_in_a_circle,
        edit("quotes.yaml", ("voice: interviewer\n", "voice: interviewer\n  answers: q-compute\n")),
    ),
    "two claims render each other": (
        nothing_runs_in_a_circle,
        edit(
            "claims.yaml",
            ("quote: compute\n", "quote: compute\n  rendering_of: makers-capex\n"),
            ("quote: makers\n", "quote: makers\n  rendering_of: compute-doubles\n"),
        ),
    ),
    "a derived claim is its own input": (
        nothing_runs_in_a_circle,
        add("claims.yaml", DERIVED.replace("makers-capex ÷ 2", "half-of-capex").replace("[makers", "[half-of")),
    ),
    "an amount is not in its quote": (numbers_stand_in_their_quote, everywhere("claims.yaml", "40", "41")),
    "a scale is not in its quote": (numbers_stand_in_their_quote, everywhere("claims.yaml", "billion", "million")),
    "neither end of a range is in its quote": (
        numbers_stand_in_their_quote,
        spoken(
            "Plants take at least half of revenue.",
            "share",
            SHARE.replace("at least half (50%)", "40% to 60%").replace(
                '{comparator: ">=", value: 50, words: half, ', "{low: 40, high: 60, "
            ),
        ),
    ),
    "a count is not in its quote": (
        numbers_stand_in_their_quote,
        edit("claims.yaml", ("{low: 3, high: 4}", "{low: 3, high: 5}"), ("Three or four chip", "Three to five chip")),
    ),
    "a bound is not in its quote": (
        comparators_have_their_word,
        edit("claims.yaml", ('comparator: ">"', 'comparator: "<"'), ("more than", "less than")),
    ),
    "a doubt is not in its quote": (
        modalities_have_their_word,
        edit("claims.yaml", ("region: US\n", "region: US\n  modality: possible\n"), ("will spend", "may spend")),
    ),
    "a condition is not given": (
        modalities_have_their_word,
        edit("claims.yaml", ("region: US\n", "region: US\n  modality: conditional\n")),
    ),
    "a condition is not in its quote": (
        modalities_have_their_word,
        edit(
            "claims.yaml",
            ("region: US\n", "region: US\n  modality: conditional\n  condition: in theory\n"),
            ("says: Three", "says: In theory, three"),
        ),
    ),
    "the interviewer’s words become the speaker’s": (
        voices_agree,
        add("claims.yaml", ASSENT.replace("quote: compute, assents_to: q-compute", "quote: q-compute")),
    ),
    "a derived amount is given to the speaker": (
        voices_agree,
        add("claims.yaml", DERIVED.replace("editor", "speaker")),
    ),
    "a silence is given to the speaker": (voices_agree, add("claims.yaml", SILENCE.replace("editor", "speaker"))),
    "the speaker assents to the speaker": (
        voices_agree,
        add("claims.yaml", ASSENT.replace("assents_to: q-compute", "assents_to: makers")),
    ),
    "a sentence loses amount, scope, measure and period": (
        claims_say_it_in_full,
        edit("claims.yaml", (SAYS, "says: They will spend a lot.")),
    ),
    "a sentence loses its doubt": (claims_say_it_in_full, edit("claims.yaml", ("will possibly double", "will double"))),
    "a sentence loses its condition": (
        claims_say_it_in_full,
        edit("claims.yaml", ("modality: possible", "modality: conditional\n  condition: it may")),
    ),
    "a sentence holds an amount only as a part of a larger one": (
        claims_say_it_in_full,
        spoken("We have 4 billion wafers.", "wafers", IN_PART),
    ),
    "a relative period has no anchor": (
        relative_periods_have_an_anchor,
        everywhere("claims.yaml", "anchor: 2026-06-18, ", ""),
    ),
    "“all” is ours": (
        extents_stand_in_their_quote,
        all_of(add("claims.yaml", OPEN), edit("stance.yaml", (NO_CALLED, CALLED.replace("We publish", "all")))),
    ),
    "a doubt before the number is left out": (
        doubts_are_not_left_out,
        spoken("Vale Works could spend $9 billion on plants.", "flat", FLAT),
    ),
    "a doubt before a number in words is left out": (
        doubts_are_not_left_out,
        spoken("Vale Works will possibly spend over a trillion on plants.", "flat", TRILLION),
    ),
    "a doubt in a quote that one claim alone uses is left out": (
        doubts_are_not_left_out,
        edit("claims.yaml", ("  modality: possible\n", "")),
    ),
    "“in theory” is left out": (
        doubts_are_not_left_out,
        spoken("In theory, Vale Works will spend $9 billion on plants.", "flat", FLAT),
    ),
    "“if” becomes a belief": (
        doubts_are_not_left_out,
        spoken(
            "If they come, they need more power.",
            "if-they-come",
            ASSENT.replace("quote: compute, assents_to: q-compute", "modality: belief, quote: if-they-come"),
        ),
    ),
    "“more than” before the number is left out": (
        bounds_are_not_left_out,
        edit("claims.yaml", ('comparator: ">"', 'comparator: "="'), ("will spend more than $40", "will spend $40")),
    ),
    "“over” before a number in words is left out": (
        bounds_are_not_left_out,
        spoken(
            "Vale Works will spend over a trillion on plants.",
            "flat",
            TRILLION.replace('comparator: ">", ', "").replace("more than ", ""),
        ),
    ),
    "“about” before the number is left out": (
        bounds_are_not_left_out,
        spoken("Vale Works will spend about $9 billion on plants.", "flat", FLAT),
    ),
    "“three or four” is left out": (
        counts_are_not_left_out,
        edit("claims.yaml", (", count: {low: 3, high: 4}", ""), ("says: Three or four chip", "says: Chip")),
    ),
    "“next year” is two years on": (
        periods_agree_with_their_anchor,
        edit("claims.yaml", ('resolved: "2027"}\n  quote: compute', 'resolved: "2028"}\n  quote: compute')),
    ),
    "“next year” is this month": (
        periods_agree_with_their_anchor,
        edit("claims.yaml", ('resolved: "2027"}\n  quote: compute', "resolved: 2026-06}\n  quote: compute")),
    ),
    "an amount has no measure, no scope and no region": (
        claims_have_what_they_need,
        edit(
            "claims.yaml",
            ("  measure: capital-expenditure\n", ""),
            ("  region: US\n", ""),
            ("  entity: {name: chip makers, count: {low: 3, high: 4}}\n", ""),
        ),
    ),
    "a silence has no measure and no region": (
        claims_have_what_they_need,
        add("claims.yaml", SILENCE.replace("  measure: capital-expenditure\n", "").replace("  region: US\n", "")),
    ),
    "a figure is both stated and missing": (
        claims_have_what_they_need,
        add("claims.yaml", DERIVED + "  absence: {kind: not-stated}\n"),
    ),
    "a quantity has no amount": (
        claims_have_what_they_need,
        edit("claims.yaml", ("type: prediction\n  modality", "type: quantity\n  modality")),
    ),
    "a claim stands on nothing": (
        claims_have_what_they_need,
        add("claims.yaml", "- {id: b, says: It is so., type: fact, voice: speaker}"),
    ),
    "a drift is of no rendering": (
        claims_have_what_they_need,
        edit("claims.yaml", ("quote: compute\n", "quote: compute\n  drift: [hedge-dropped]\n")),
    ),
    "a derived amount is not what its formula gives": (
        derivations_compute,
        add("claims.yaml", DERIVED.replace("value: 20", "value: 21").replace("$20", "$21")),
    ),
    "a derived bound is not what its formula gives": (
        derivations_compute,
        add("claims.yaml", DERIVED.replace('">"', '">="').replace("more than", "at least")),
    ),
    "a formula names what is no input": (derivations_compute, add("claims.yaml", DERIVED.replace("÷ 2", "÷ halves"))),
    "a conversion has no date and no source": (
        derivations_compute,
        add("claims.yaml", DERIVED.replace("[makers-capex]", "[makers-capex], rate: 1.1")),
    ),
    "a printed name differs without a basis": (
        names_that_differ_have_a_basis,
        edit("narrative.yaml", ("name: Ada Vale,", PRINTED)),
    ),
    "a printed name differs without a certainty": (
        names_that_differ_have_a_basis,
        edit("narrative.yaml", ("name: Ada Vale,", PRINTED + " basis: [{says: A slip., source: transcript}],")),
    ),
    "a layer has no words": (layers_are_complete, add("layers.yaml", "- {layer: models, participation: invests}")),
    "an exclusion has no reason": (
        layers_are_complete,
        put("layers.yaml", EXCLUDED.replace(", reason: will spend more", "")),
    ),
    "a reason is not in its quote": (layers_are_complete, put("layers.yaml", EXCLUDED.replace("will", "must"))),
    "a layer stands twice": (layers_are_complete, add("layers.yaml", EXCLUDED)),
    "a layer is out of order": (
        layers_are_complete,
        add("layers.yaml", "- {layer: energy, participation: not-stated}"),
    ),
    "a page has no finding": (every_page_has_a_finding, without_finding("investment")),
    "a caption drops a doubt": (captions_are_no_stronger_than_their_claims, told("Computing power will double.")),
    "a caption adds certainty and “all”": (
        captions_are_no_stronger_than_their_claims,
        told("Possibly, all computing power will certainly double."),
    ),
    "a headline of a step adds “only”": (
        captions_are_no_stronger_than_their_claims,
        edit("walkthrough.yaml", ("headline: Ada Vale expects growth", "headline: Ada Vale expects only growth")),
    ),
    "a headline of a finding says “none” where nothing is a silence": (
        captions_are_no_stronger_than_their_claims,
        edit("narrative.yaml", ("Ada Vale names a bound", "Ada Vale names four makers and none more")),
    ),
    "a strong word is put in quotation marks that nobody said": (
        captions_are_no_stronger_than_their_claims,
        told("Computing power will possibly “always” double."),
    ),
    "an amount loses its bound, in the second sentence": (
        captions_are_no_stronger_than_their_claims,
        found("They will spend more than $40 billion. That is US$40bn on plants.", "makers-capex"),
    ),
    "an amount’s bound is turned": (
        captions_are_no_stronger_than_their_claims,
        found("They will spend no more than $40 billion.", "makers-capex"),
    ),
    "a bound of one amount does not serve for the next": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            add("claims.yaml", DERIVED), found("More than $20 billion or $40 billion.", "half-of-capex", "makers-capex")
        ),
    ),
    "an amount gets a bound": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            spoken("Vale Works will spend $9 billion on plants.", "flat", FLAT),
            found("Vale Works will spend over $9 billion on plants.", "flat"),
        ),
    ),
    "an amount loses its doubt": (
        captions_are_no_stronger_than_their_claims,
        all_of(DOUBTED, found("Their spending is more than $40 billion.", "makers-capex")),
    ),
    "an amount loses its condition": (
        captions_are_no_stronger_than_their_claims,
        all_of(CONDITIONED, found("Their spending is more than $40 billion.", "makers-capex")),
    ),
    "an amount and a share stand in no claim": (
        captions_are_no_stronger_than_their_claims,
        found("It is €40 billion, $41 billion or 30% of a trillion, for four.", "makers-capex"),
    ),
    "a quote was never audited": (
        quotes_are_audited,
        add("quotes.yaml", "- {id: new, source: transcript, voice: speaker, exact: models, alone: The last word.}"),
    ),
    "a quote was edited after its audit": (
        quotes_are_audited,
        edit("quotes.yaml", ("exact: It may double next year.", "exact: It may double")),
    ),
    "a quote got another voice after its audit": (
        quotes_are_audited,
        edit("quotes.yaml", ("voice: interviewer", "voice: journalist")),
    ),
    "a quote was audited as not found": (
        quotes_are_audited,
        edit("audit.lock.yaml", ("result: exact\n    start: 67", "result: not-found")),
    ),
    "two quotes are out of the source’s order": (quotes_stand_in_order, makers_before_compute),
}
PASSES: dict[str, tuple[Rule, Change]] = {
    "a claim names another quote that is there": (references_resolve, add("claims.yaml", ASSENT)),
    "a quote names the speaker who is there": (
        references_resolve,
        edit("quotes.yaml", ("answers: q-compute\n  exact: It", "answers: q-compute\n  by: ada-vale\n  exact: It")),
    ),
    "a quote says why it stands alone": (
        quotes_are_used,
        all_of(
            edit("stance.yaml", (ARGUMENT, "  []\n")),
            edit(
                "quotes.yaml",
                ("exact: We publish our models", "exact: We publish our models\n  alone: It is the point."),
            ),
        ),
    ),
    "one argument follows the other": (nothing_runs_in_a_circle, edit("stance.yaml", (ARGUMENT, TWO_ARGUMENTS))),
    "an amount is in its quote in words": (
        numbers_stand_in_their_quote,
        spoken("Plants take at least half of revenue.", "share", SHARE),
    ),
    "a derived amount is in no quote": (numbers_stand_in_their_quote, add("claims.yaml", DERIVED)),
    "a bound without its word has a reason": (
        comparators_have_their_word,
        edit(
            "claims.yaml",
            ('comparator: ">"', 'comparator: "~"'),
            ("more than $40", "about $40"),
            ("region: US\n", "region: US\n  reasons: {comparator: The audience asked for an estimate.}\n"),
        ),
    ),
    "an amount without a bound needs no word": (
        comparators_have_their_word,
        spoken("Vale Works will spend $9 billion on plants.", "flat", FLAT),
    ),
    "a doubt without its word has a reason": (
        modalities_have_their_word,
        edit(
            "claims.yaml",
            ("will spend", "may spend"),
            ("region: US\n", "region: US\n  modality: possible\n  reasons: {modality: Said with a shrug.}\n"),
        ),
    ),
    "a condition is in its quote": (
        modalities_have_their_word,
        edit(
            "claims.yaml",
            ("modality: possible", "modality: conditional\n  condition: it may"),
            ("says: C", "says: It may be that c"),
        ),
    ),
    "a speaker assents to the interviewer": (voices_agree, add("claims.yaml", ASSENT)),
    "a silence is ours": (voices_agree, add("claims.yaml", SILENCE)),
    "a sentence says it in another order and another case": (
        claims_say_it_in_full,
        edit(
            "claims.yaml",
            (SAYS, "says: Next year, three or four chip makers will put more than $40 billion into plants."),
        ),
    ),
    "a period that is not relative needs no anchor": (
        relative_periods_have_an_anchor,
        edit(
            "claims.yaml",
            (
                '{stated: next year, anchor: 2026-06-18, resolved: "2027"}\n  quote: compute',
                "{stated: in the long run}\n  quote: compute",
            ),
            ("double next year", "double in the long run"),
        ),
    ),
    "an extent is the quote’s own": (
        extents_stand_in_their_quote,
        all_of(add("claims.yaml", OPEN), edit("stance.yaml", (NO_CALLED, CALLED))),
    ),
    "one alone needs no word": (
        numbers_stand_in_their_quote,
        spoken(
            "Vale Works will spend $9 billion on plants.",
            "flat",
            FLAT.replace("{name: Vale Works}", "{name: Vale Works, count: {low: 1, high: 1}}"),
        ),
    ),
    "the month of May is no doubt, nor one of another amount": (
        doubts_are_not_left_out,
        spoken("In May they could say 8; Vale Works will spend $9 billion on plants, perhaps.", "flat", FLAT),
    ),
    "a doubt that another claim of the quote may carry": (
        doubts_are_not_left_out,
        all_of(
            edit("claims.yaml", ("  modality: possible\n", "")),
            add("claims.yaml", OPEN.replace("quote: publish", "quote: compute")),
        ),
    ),
    "a doubt of another thing has its reason": (
        doubts_are_not_left_out,
        spoken(
            "Vale Works, one could say, spends $9 billion on plants annually.",
            "flat",
            YEARLY + "  reasons: {modality: “Could” is said of the saying.}\n",
        ),
    ),
    "“if” inside a quote and “if anything” open no condition": (
        doubts_are_not_left_out,
        spoken("If anything, Vale Works will spend $9 billion on plants if it can.", "flat", FLAT),
    ),
    "“about” that is not before the number": (
        bounds_are_not_left_out,
        spoken("Asked about it, Vale Works will spend $9 billion on plants.", "flat", FLAT),
    ),
    "a bound without its sign has a reason": (
        bounds_are_not_left_out,
        spoken(
            "Vale Works will spend over $9 billion on plants.",
            "flat",
            FLAT + "  reasons: {comparator: The minutes have the sum itself.}\n",
        ),
    ),
    "“four or five years” is no count of a scope": (
        counts_are_not_left_out,
        spoken("Vale Works will spend $9 billion on plants in four or five years.", "flat", FLAT),
    ),
    "a period within the year that is meant": (
        periods_agree_with_their_anchor,
        edit(
            "claims.yaml",
            ('resolved: "2027"}\n  quote: compute', "resolved: 2027-03}\n  quote: compute"),
            ('resolved: "2027"}\n  quote: makers', "resolved: ../2027}\n  quote: makers"),
        ),
    ),
    "a silence needs no amount and no quote": (claims_have_what_they_need, add("claims.yaml", SILENCE)),
    "a position about a topic needs no amount and no region": (
        claims_have_what_they_need,
        add("claims.yaml", OPEN.replace("quote", "measure: capital-expenditure, quote")),
    ),
    "a drift is of a rendering": (
        claims_have_what_they_need,
        edit(
            "claims.yaml",
            ("quote: compute\n", "quote: compute\n  rendering_of: makers-capex\n  drift: [hedge-dropped]\n"),
        ),
    ),
    "a derived amount is what its formula gives": (derivations_compute, add("claims.yaml", DERIVED)),
    "a third of a bound is computed to the last digit": (
        derivations_compute,
        add(
            "claims.yaml",
            DERIVED.replace("makers-capex ÷ 2", "makers-capex × 3 ÷ 3")
            .replace("$20", "$40")
            .replace("value: 20", "value: 40"),
        ),
    ),
    "a conversion has rate, date and source": (
        derivations_compute,
        add(
            "claims.yaml",
            DERIVED.replace("[makers-capex]", "[makers-capex], rate: 1, date: 2026-06-18, source: transcript"),
        ),
    ),
    "a printed name differs with a basis and a certainty": (
        names_that_differ_have_a_basis,
        edit(
            "narrative.yaml",
            ("name: Ada Vale,", PRINTED + " certainty: high, basis: [{says: A slip., source: transcript}],"),
        ),
    ),
    "a printed name is the resolved one": (
        names_that_differ_have_a_basis,
        edit("narrative.yaml", ("name: Ada Vale,", PRINTED.replace("Wale", "Vale"))),
    ),
    "an exclusion has its reason in the quote’s words": (layers_are_complete, put("layers.yaml", EXCLUDED)),
    "a layer that is not spoken of needs no words": (
        layers_are_complete,
        add("layers.yaml", "- {layer: models, participation: not-stated}"),
    ),
    "a finding may stand beside those of the pages": (
        every_page_has_a_finding,
        edit(
            "narrative.yaml", ("  overview: ", "  as-stated: {headline: A bound, claims: [makers-capex]}\n  overview: ")
        ),
    ),
    "a caption has the bound and the doubt in other words": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            DOUBTED,
            found(
                "Perhaps 3 or 4 firms put upwards of US$40bn into it, or maybe over 40 billion dollars.", "makers-capex"
            ),
        ),
    ),
    "a caption has the condition in other words": (
        captions_are_no_stronger_than_their_claims,
        all_of(CONDITIONED, found("If that comes to pass, they will spend over $40 billion.", "makers-capex")),
    ),
    "strong words that the speaker said, in quotation marks and without": (
        captions_are_no_stronger_than_their_claims,
        found("They “will spend more than $40 billion”, and will do so on plants.", "makers-capex"),
    ),
    "strong words where they are weak": (
        captions_are_no_stronger_than_their_claims,
        told("Not all of it, not only a certain part: after all, growth is only possible, and no cure-all."),
    ),
    "a strong word of a belief, told as a belief": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            edit(
                "claims.yaml",
                ("modality: possible", "modality: belief"),
                ("will possibly double", "will always double"),
            ),
            told("She believes that computing power will always double."),
        ),
    ),
    "“none” where a silence is cited": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            add("claims.yaml", SILENCE), found("A bound for others and none for her own.", "makers-capex", "own-capex")
        ),
    ),
    "“every year” where an amount recurs": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            spoken("Vale Works spends $9 billion on plants annually.", "flat", YEARLY),
            found("Vale Works spends $9 billion on plants every year.", "flat"),
        ),
    ),
    "one claim has the bound that another has lost": (
        captions_are_no_stronger_than_their_claims,
        all_of(
            spoken("Vale Works will spend $40 billion on plants.", "flat", FLAT.replace("9", "40")),
            found("More than $40 billion becomes $40 billion. So much for the U.S. makers.", "makers-capex", "flat"),
        ),
    ),
    "a quote of a source without a text needs no audit": (
        quotes_are_audited,
        all_of(
            edit("sources.yaml", ("  text: example.txt\n", "")),
            edit("quotes.yaml", ("exact: It may double next year.", "exact: It may double")),
        ),
    ),
    "a quote was edited in what is not audited": (
        quotes_are_audited,
        edit("quotes.yaml", ("themes: [growth]", "themes: []")),
    ),
    "quotes are in the source’s order": (
        quotes_stand_in_order,
        spoken("So it is said.", "so", ASSENT.replace("quote: compute", "quote: so")),
    ),
}


def reports() -> dict[str, str]:
    """``test_rules.txt``: behind each “## slip” what the editor reads."""
    sections = (Path(__file__).parent / "test_rules.txt").read_text(encoding="utf-8").split("## ")[1:]
    return {name: text.strip() for name, _, text in (section.partition("\n") for section in sections)}


def test_every_rule_is_tripped_and_passed_at_least_once() -> None:
    assert [rule for rule in (*RULES, AUDIT) if rule not in {rule for rule, _ in TRIPS.values()}] == []
    assert [rule for rule in (*RULES, AUDIT) if rule not in {rule for rule, _ in PASSES.values()}] == []


def test_every_slip_has_its_report_and_every_report_its_slip() -> None:
    assert list(reports()) == list(TRIPS)


@pytest.mark.parametrize("slip", TRIPS)
def test_a_slip_is_reported_whole_and_by_its_rule_alone(slip: str, example: Example) -> None:
    rule, change = TRIPS[slip]
    change(example)
    draft, _ = drafting.draft_of(example.path("."), example.words(), "content/example")
    assert (report(set(rule(draft))), example.report()) == (reports()[slip], reports()[slip])


@pytest.mark.parametrize("neighbour", PASSES)
def test_what_looks_like_a_slip_and_is_none_passes(neighbour: str, example: Example) -> None:
    PASSES[neighbour][1](example)
    assert example.report() == ""


def test_every_rule_says_in_one_line_what_it_promises() -> None:
    promises = [(rule.__doc__ or "").strip() for rule in (*RULES, AUDIT)]
    assert [promise for promise in promises if "\n" in promise or not promise.endswith(".")] == []


# One slip, one message: a record with a slip of its own does not make its neighbours look wrong.

ALONE = {
    "a claim that alone uses a quote": edit(
        "claims.yaml", ("type: prediction\n  modality", "type: forecast\n  modality")
    ),
    "a claim that another is derived from": all_of(
        add("claims.yaml", DERIVED), edit("claims.yaml", ("about: competitor", "about: competitors"))
    ),
    "a quote that a claim stands on": edit("quotes.yaml", ("layers: [chips]", "layer: [chips]")),
    "a layer list that cannot be read": edit("layers.yaml", ("- layer: chips", "- layer: [chips")),
    "a lock that cannot be read": edit("audit.lock.yaml", ("sources:", "sources: [")),
    "a lock with a slip": edit("audit.lock.yaml", ("words: 41", "words: many")),
    "claims that are no list": put("claims.yaml", "claims: none"),
    "no quotes": put("quotes.yaml", "# none yet\n"),
    "a misspelt reference to a quote that nothing else uses": edit("stance.yaml", ("quote: publish", "quote: publis")),
    "a key of a finding": edit("narrative.yaml", ("overview:", "overveiw:")),
}


@pytest.mark.parametrize("slip", ALONE)
def test_one_slip_gives_one_message(slip: str, example: Example) -> None:
    ALONE[slip](example)
    assert len(example.problems()) == 1, example.report()
