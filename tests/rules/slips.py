"""What the tests of the rules share: slips made in the example, the records that slips are made of, and what is reported.

Each test file here holds two tables, ``TRIPS`` (slip → rule and change) and ``PASSES`` (neighbours of slips that are none);
what an editor reads of each slip stands in the text file of the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from narratives.library import drafting
from narratives.library.problems import report
from narratives.library.rules import Rule
from tests.example import Example

Change = Callable[[Example], object]
Table = dict[str, tuple[Rule, Change]]

# Changes ------------------------------------------------------------------------------------------


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


def gone(file: str) -> Change:
    return lambda example: example.path(file).unlink()


def spoken(sentence: str, quote: str, claim: str = "") -> Change:
    """A sentence more in the source, quoted whole and audited, and a claim on it."""

    def change(example: Example) -> None:
        more = f"- {{id: {quote}, source: transcript, voice: speaker, exact: '{sentence}'}}\n"
        example.say(sentence).add("quotes.yaml", more).add("claims.yaml", claim).audited()

    return change


def all_of(*changes: Change) -> Change:
    return lambda example: [change(example) for change in changes]


# Records ------------------------------------------------------------------------------------------

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
ASSENT = """\
- {id: needs-more, says: They need more power., type: position, voice: speaker, quote: compute, assents_to: q-compute}
"""
OPEN = "- {id: published, says: They publish their models., type: position, voice: speaker, quote: publish}\n"
CALLED = "called: [{claim: published, who: Vale Works, called: open, extent: We publish}]"
NO_CALLED = "called: []"
ARGUMENT = "  - {id: openness, role: claim, label: They publish their models, quote: publish}\n"
SAYS = "says: Three or four chip makers will spend more than $40 billion on plants next year."

# Other wordings, the public record, the ledger -------------------------------------------------------------

DAILY = """\
- id: daily
  title: Das Forum in Kürze
  publisher: The Daily
  language: en
  kind: article
  license: Quoted for comment
"""
WORDED_AGAIN = """\
- id: makers-daily
  of: makers-capex
  source: daily
  voice: journalist
  exact: Chip makers will spend $40 billion.
  quantity: {value: 40, scale: billion, currency: USD}
  entity: {name: Chip makers}
  drift: [{kind: comparator-lost, was: more than}, {kind: scope-changed, was: Three or four chip makers, now: Chip makers}]
"""
IN_GERMAN = WORDED_AGAIN.replace(
    "Chip makers will spend $40 billion.", "Chiphersteller geben 40 Milliarden aus."
).replace("  quantity:", "  translation: Chip makers will spend $40 billion.\n  quantity:")
RECORD = """\
sources:
  - {id: filing, title: Annual report, publisher: Chip One, language: en, rank: primary}
facts:
  - id: chip-one-2025
    says: Chip One, the whole company, spent $12 billion on plants in 2025.
    kind: actual
    measure: capital-expenditure
    entity: {name: Chip One, count: {low: 1, high: 1}}
    region: US
    quantity: {value: 12, scale: billion, currency: USD}
    period: "2025"
    as_of: 2026-02-01
    perimeter: Chip One, whole company
    source: filing
    snippet: Purchases of property and equipment were $12 billion.
    confidence: high
    bears_on:
      - {claim: makers-capex, verdict: qualifies, why: It is one of the makers in an earlier year.}
"""
OPEN_BOTH = ("compute-doubles, state: open, judged: 2026-06-20", "makers-capex, state: open, judged: 2026-06-20")
IN_2027 = RECORD.replace("chip-one-2025", "chip-one-2027").replace("in 2025", "in 2027").replace('"2025"', '"2027"')


def worded_again(rendering: str = WORDED_AGAIN, source: str = DAILY) -> Change:
    """One other wording of the bound, in another source that is known from an extract."""
    return all_of(add("sources.yaml", source), put("renderings.yaml", rendering))


def ledger(*rows: str) -> Change:
    """A ledger of forecasts: of each row, the claim’s id and the other fields."""
    return put("forecasts.yaml", "".join(f"- {{claim: {row}, why: So it is.}}\n" for row in rows))


# What is reported ---------------------------------------------------------------------------------


def reports(subject: str) -> dict[str, str]:
    """``<subject>.txt``: behind each “## slip” what the editor reads."""
    sections = (Path(__file__).parent / f"{subject}.txt").read_text(encoding="utf-8").split("## ")[1:]
    return {name: text.strip() for name, _, text in (section.partition("\n") for section in sections)}


def reported(example: Example, rule: Rule, change: Change) -> tuple[str, str]:
    """What the rule alone reports of the changed example, and what all rules together do."""
    change(example)
    draft, _ = drafting.draft_of(example.path("."), example.words(), "content/example")
    return report(set(rule(draft))), example.report()


def without(rules: Iterable[Rule], *tables: Table) -> list[str]:
    """The rules that no case of the tables is about."""
    used = {rule for table in tables for rule, _ in table.values()}
    return [getattr(rule, "__name__", "") for rule in rules if rule not in used]
