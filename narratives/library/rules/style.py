"""How our own sentences are written, and how much of other people's writing is quoted.

What we write is read aloud, printed and cited beside the words of others, so it is in one typography, fits where it
stands and takes no side; what they wrote is quoted in short, so that most of it stays with its publisher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from narratives.library.problems import Problem
from narratives.library.reading import Loc
from narratives.library.rules.draft import Draft

TITLE = 95  # characters: two lines of a title on a page of 1440 pixels
QUOTE = 50  # words of one quote
PASSAGES = 2000  # words quoted of one source; a checked text that is shorter holds only passages
PLAIN = re.compile(r"[\"']|  |\.\.\.|--|!")
SIDES = re.compile(
    r"\b(clearly|obviously|undoubtedly|groundbreaking|revolutionary|impressive|visionary|merely|admit(?:s|ted)?|insists?"
    r"|claims? (?:that|to)|false|wrong|wrongly|rightly|a lie|lied|misleading|exaggerat\w+)\b",
    re.IGNORECASE,
)


def headlines_fit_a_title(draft: Draft) -> Iterator[Problem]:
    """A headline is one line of at most 95 characters without a full stop."""
    headlines: list[tuple[tuple[str, Loc], str]] = []
    if draft.narrative:
        findings = draft.narrative.findings.items()
        headlines += [(("narrative.yaml", ("findings", name, "headline")), each.headline) for name, each in findings]
    headlines += [(("walkthrough.yaml", (i, "headline")), step.headline) for i, step in draft.steps.items()]
    for (file, at), text in headlines:
        what = ""
        if len(text) > TITLE:
            what = f"the headline has {len(text)} characters, {len(text) - TITLE} too many"
        elif text.endswith(".") or "\n" in text:
            what = "the headline ends in a full stop" if text.endswith(".") else "the headline has two lines"
        if what:
            why = "It is the title of a page, a picture and a window."
            yield draft.problem(
                file, at, what, why, f"write one line of at most {TITLE} characters without a full stop"
            )


def sentences_are_in_our_typography(draft: Draft) -> Iterator[Problem]:
    """Our sentences have curly quotation marks, single spaces, “…” and “–”, and no exclamation mark."""
    for (file, at), text in _ours(draft):
        if found := PLAIN.search(text):
            name = {"  ": "two spaces in a row"}.get(found[0], f"“{found[0]}”")
            what = f"our sentence has {name}: “{_around(text, found)}”"
            why = "Straight marks and doubled signs look like a slip beside the quoted words."
            yield draft.problem(file, at, what, why, "write “ ” and ’, one space, …, – and a full stop")


def sentences_take_no_side(draft: Draft) -> Iterator[Problem]:
    """No sentence of ours judges the speaker: not “clearly”, “admits”, “impressive”."""
    for (file, at), text in _ours(draft):
        if found := SIDES.search(text):
            what = f"our sentence has “{found[0]}”: “{_around(text, found)}”"
            why = "A supporter and a critic of the speaker must both find the sentence fair."
            yield draft.problem(file, at, what, why, "say it without the word: “says” in place of “admits”")


def claims_are_sentences_of_their_own(draft: Draft) -> Iterator[Problem]:
    """Every claim is one whole sentence that no other claim repeats."""
    first: dict[str, str] = {}
    for i, claim in draft.claims.items():
        if not claim.says.endswith((".", ".”")):
            what = f"claim “{claim.id}”: says does not end in a full stop"
            why = "It is read as a sentence in labels, tables and downloads."
            yield draft.problem("claims.yaml", (i, "says"), what, why, "write a whole sentence")
        if claim.says in first:
            what = f"claim “{claim.id}” says the same as “{first[claim.says]}”"
            why = "Two rows with one sentence cannot be told apart."
            yield draft.problem("claims.yaml", (i, "says"), what, why, "say what sets it apart, or drop one of the two")
        first.setdefault(claim.says, claim.id)


def questions_in_vain_were_asked_by_another(draft: Draft) -> Iterator[Problem]:
    """What a silence was asked is in the interviewer's voice."""
    for i, claim in draft.claims.items():
        asked = draft.quote(claim.absence.asked) if claim.absence else None
        if asked and asked.voice != "interviewer":
            what = f"claim “{claim.id}”: the question “{asked.id}” is in the voice “{asked.voice}”"
            why = "A question that nobody put to the speaker was not left unanswered."
            mend = "name the interviewer’s question, or leave “asked:” out"
            yield draft.problem("claims.yaml", (i, "absence", "asked"), what, why, mend)


def quotes_stay_short(draft: Draft) -> Iterator[Problem]:
    """A quote has at most 50 words; less than half of a whole text is quoted, and at most 2,000 words of any."""
    why = "The texts are other people’s writing; only short quotations may stand here."
    quoted: dict[str, int] = {}
    for i, quote in draft.quotes.items():
        words = len(quote.exact.split())
        quoted[quote.source] = quoted.get(quote.source, 0) + words
        if words > QUOTE:
            what = f"quote “{quote.id}” has {words} words"
            yield draft.problem(
                "quotes.yaml", (i, "exact"), what, why, f"quote at most {QUOTE}, in two quotes if need be"
            )
    for i, source in draft.sources.items():
        audited = draft.audit.sources.get(source.id) if draft.audit else None
        most = audited.words // 2 if audited and audited.words > PASSAGES else PASSAGES
        if quoted.get(source.id, 0) > most:
            what = f"source “{source.id}”: {quoted[source.id]} words of it are quoted"
            yield draft.problem("sources.yaml", (i, "id"), what, why, f"quote at most {most}")


def _ours(draft: Draft) -> Iterator[tuple[tuple[str, Loc], str]]:
    """Every sentence that we wrote, with where it stands."""
    if draft.narrative:
        for name, finding in draft.narrative.findings.items():
            yield ("narrative.yaml", ("findings", name, "headline")), finding.headline
            yield ("narrative.yaml", ("findings", name, "text")), finding.text or ""
    for i, claim in draft.claims.items():
        yield ("claims.yaml", (i, "says")), claim.says
        yield ("claims.yaml", (i, "note")), claim.note or ""
    for i, step in draft.steps.items():
        yield ("walkthrough.yaml", (i, "headline")), step.headline
        yield ("walkthrough.yaml", (i, "notes")), step.notes or ""
        for n, sentence in enumerate(step.caption):
            yield ("walkthrough.yaml", (i, "caption", n, "says")), sentence.says
    for i, argument in draft.arguments.items():
        yield ("stance.yaml", ("arguments", i, "label")), argument.label
    for i, fact in draft.facts.items():
        yield ("record.yaml", ("facts", i, "says")), fact.says
        for n, bearing in enumerate(fact.bears_on):
            yield ("record.yaml", ("facts", i, "bears_on", n, "why")), bearing.why
    for i, forecast in draft.forecasts.items():
        yield ("forecasts.yaml", (i, "why")), forecast.why


def _around(text: str, found: re.Match[str]) -> str:
    low, high = max(0, found.start() - 20), min(len(text), found.end() + 20)
    return ("…" if low else "") + text[low:high].strip() + ("…" if high < len(text) else "")
