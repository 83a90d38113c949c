"""What one field cannot know: references, order, hedges and quotes.

A rule is a generator over a Draft that yields one Problem a slip; its docstring is what it promises. Rules see only
records that are valid by themselves, so that a slip is reported once.
"""

from narratives.library.rules import (
    audits,
    captions,
    circles,
    facts,
    hedges,
    omissions,
    records,
    references,
    style,
    times,
    wordings,
)
from narratives.library.rules.draft import Draft, Rule

RULES: tuple[Rule, ...] = (
    references.references_resolve,
    references.quotes_are_used,
    circles.nothing_runs_in_a_circle,
    hedges.numbers_stand_in_their_quote,
    hedges.comparators_have_their_word,
    hedges.modalities_have_their_word,
    hedges.voices_agree,
    hedges.claims_say_it_in_full,
    hedges.extents_stand_in_their_quote,
    omissions.doubts_are_not_left_out,
    omissions.bounds_are_not_left_out,
    omissions.counts_are_not_left_out,
    times.relative_periods_have_an_anchor,
    times.periods_agree_with_their_anchor,
    records.claims_have_what_they_need,
    records.derivations_compute,
    records.names_that_differ_have_a_basis,
    records.layers_are_complete,
    records.openness_is_said_once,
    captions.captions_are_no_stronger_than_their_claims,
    audits.quotes_stand_in_order,
    wordings.wordings_share_words,
    wordings.changes_stand_in_the_words,
    facts.facts_are_whole,
    facts.facts_stand_once,
    facts.predictions_are_followed_up,
    style.headlines_fit_a_title,
    style.sentences_are_in_our_typography,
    style.sentences_take_no_side,
    style.claims_are_sentences_of_their_own,
    style.questions_in_vain_were_asked_by_another,
    style.quotes_stay_short,
)
# A quote that nobody has found in its source yet fails `check`, but is still shown, and marked as unverified.
AUDIT: Rule = audits.quotes_are_audited

__all__ = ["AUDIT", "RULES", "Draft", "Rule"]
