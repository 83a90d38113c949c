"""Narratives that are all right and far from usual: many layers, long labels, huge, tiny, negative and foreign amounts."""

from __future__ import annotations

from pathlib import Path

from tests.example import Example

LONG = ("a very long name of a scope that goes on and on, as scopes in contracts and filings do, " * 4)[:280].strip(
    " ,"
)
AMOUNTS = (
    # id, words in the source, comparator, number, scale, currency, the amount as `says` must hold it, modality
    ("one", "We spent $1 on plants.", "=", "value: 1", "", "USD", "$1", ""),
    (
        "quadrillion",
        "They will spend $1,000 trillion on plants.",
        "=",
        "value: 1000",
        "trillion",
        "USD",
        "$1000 trillion",
        "",
    ),
    (
        "negative",
        "Our plants brought -$44.7 billion on plants.",
        "=",
        "value: -44.7",
        "billion",
        "USD",
        "−$44.7 billion",
        "",
    ),
    ("yuan", "About RMB 380 billion on plants.", "~", "value: 380", "billion", "CNY", "about RMB 380 billion", ""),
    (
        "range",
        "Between $4 and $5 billion on plants.",
        "=",
        "low: 4, high: 5",
        "billion",
        "USD",
        "$4 billion to $5 billion",
        "",
    ),
    ("ceiling", "At most $9 billion on plants.", "<=", "value: 9", "billion", "USD", "at most $9 billion", ""),
    (
        "words",
        "A few hundred billion on plants.",
        "=",
        "words: a few hundred billion",
        "",
        "",
        "a few hundred billion",
        "",
    ),
    (
        "condition",
        "If prices fall, over $7 billion on plants.",
        ">",
        "value: 7",
        "billion",
        "USD",
        "more than $7 billion",
        "If prices fall",
    ),
)


def with_amounts(root: Path) -> Example:
    """One capital-expenditure claim of each form, from one dollar to a quadrillion, one below zero, two currencies."""
    made = Example(root).write()
    for id, words, sign, number, scale, currency, amount, condition in AMOUNTS:
        made.say(words)
        made.add("quotes.yaml", f'- {{id: {id}, source: transcript, voice: speaker, exact: "{words}"}}\n')
        fields = [
            f'comparator: "{sign}"',
            number,
            f"scale: {scale}" if scale else "",
            f"currency: {currency}" if currency else "",
        ]
        name = LONG if id == "one" else "Vale Works"
        firm = f"  modality: conditional\n  condition: {condition}\n" if condition else ""
        says = f"{condition + ', ' if condition else ''}{name} has {amount} for plants."
        made.add(
            "claims.yaml",
            f"""\
- id: {id}
  says: "{says}"
  type: quantity
  voice: speaker
  measure: capital-expenditure
  entity: {{name: "{name}"}}
  region: CN
  about: own-firm
{firm}  quantity: {{{", ".join(field for field in fields if field)}}}
  quote: {id}
""",
        )
    return made.audited()


def without_figures(root: Path) -> Example:
    """Nothing is counted, no argument is made, and only a silence is a key figure."""
    made = Example(root).write()
    kept = made.read("claims.yaml").split("- id: makers-capex")[0]
    made.set(
        "claims.yaml",
        kept
        + """\
- id: nothing-counted
  says: No figure is stated for capital expenditure.
  type: quantity
  voice: editor
  measure: capital-expenditure
  region: US
  absence: {kind: not-stated}
""",
    )
    made.set("narrative.yaml", made.read("narrative.yaml").replace("makers-capex", "nothing-counted"))
    made.set("stance.yaml", "arguments: []\ncalled: []\n")
    made.edit(
        "quotes.yaml", "exact: We publish our models\n", "exact: We publish our models\n  alone: Kept to be read.\n"
    )
    return made.audited()


def with_forty_layers(root: Path) -> Example:
    """Forty layers, of which the speaker plays in one, under a label of 300 characters."""
    made = Example(root).write()
    label = ("An unusually long label " * 13)[:300].strip()
    rows = "".join(
        f"- {{id: layer-{n}, label: {label if n == 7 else f'Layer {n}'}, sentence: The layer.}}\n" for n in range(37)
    )
    return made.set("../layers.yaml", made.read("../layers.yaml") + rows)


ALL = {"amounts": with_amounts, "no figures": without_figures, "forty layers": with_forty_layers}
