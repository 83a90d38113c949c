"""A formula is told with the amount of each claim in place of its id, term by term, and whatever else stands in it stays."""

from __future__ import annotations

import pytest

from narratives.semantics import deriving

TOLD = {"capex": "$3 billion", "share": "half of capex", "capex-share": "about 70%", "a": "b", "b": "a"}
FORMULAS: dict[str, tuple[str, str]] = {
    "one claim alone": ("capex", "$3 billion"),
    "a product": ("capex × share", "$3 billion × half of capex"),
    "a quotient": ("capex ÷ share", "$3 billion ÷ half of capex"),
    "a number": ("100 × capex ÷ 2", "100 × $3 billion ÷ 2"),
    "one claim twice": ("capex × capex", "$3 billion × $3 billion"),
    "an id that ends with another": ("capex-share × share", "about 70% × half of capex"),
    "an id within the words of another claim": ("share × capex", "half of capex × $3 billion"),
    "claims whose words are each other’s ids": ("a ÷ b", "b ÷ a"),
    "a claim of which nothing is told": ("capex × rent", "$3 billion × rent"),
    "a wide formula": ("capex  ×\n share", "$3 billion  ×\n half of capex"),
    "a sign without its blanks": ("capex×share", "capex×share"),
}


@pytest.mark.parametrize("case", FORMULAS)
def test_whole_terms_of_a_formula_are_told_each_once_and_by_its_own_claim(case: str) -> None:
    formula, told = FORMULAS[case]
    assert len(FORMULAS) == 11
    assert deriving.substituted(formula, TOLD) == told
    assert deriving.substituted(formula, {}) == formula
