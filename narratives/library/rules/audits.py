"""Every quote was found in its source, in the source's order, and was not edited since."""

from __future__ import annotations

from collections.abc import Iterator

from narratives.library.problems import Problem
from narratives.library.rules.draft import Draft
from narratives.models import Audit, Quote
from narratives.text.anchoring import fingerprint


def quotes_are_audited(draft: Draft) -> Iterator[Problem]:
    """Every quote of a source with a text was found in it, and was not edited since."""
    if draft.audit_unreadable:
        return
    texts = {source.id for source in draft.sources.values() if source.text}
    why = "“Exact words” is a promise; only the audit against the source keeps it."
    mend = "run “python -m narratives verify --sources DIR” with the source text"
    for i, quote in draft.quotes.items():
        if quote.source not in texts:
            continue
        audited = draft.audit.quotes.get(quote.id) if draft.audit else None
        if audited is None:
            what = "was never audited"
        elif audited.hash != quote_hash(quote):
            what = "was edited after its audit"
        elif audited.result not in ("exact", "normalised"):
            what = f"was audited as {audited.result}"
        else:
            continue
        yield draft.problem("quotes.yaml", (i, "exact"), f"quote “{quote.id}” {what}", why, mend)


def quotes_stand_in_order(draft: Draft) -> Iterator[Problem]:
    """Quotes of one source stand in the file in the order of the source, so that it can be read through."""
    last: dict[str, tuple[int, str]] = {}
    for i, quote in draft.quotes.items():
        audited = draft.audit.quotes.get(quote.id) if draft.audit else None
        if audited is None or audited.start is None:
            continue
        before = last.get(quote.source)
        if before and audited.start < before[0]:
            yield draft.problem(
                "quotes.yaml",
                (i, "id"),
                f"quote “{quote.id}” stands after “{before[1]}”, but comes before it in the source",
                "The interview can be read in its own order.",
                f"move it above “{before[1]}”",
            )
        else:
            last[quote.source] = (audited.start, quote.id)


def quote_hash(quote: Quote) -> str:
    """Changes when the words, their context, their source or their voice change."""
    return fingerprint(quote.exact, quote.prefix, quote.suffix, quote.source, quote.voice)


def edited_since(draft: Draft) -> frozenset[str]:
    """The quotes that were audited, and edited since."""
    audited = draft.audit.quotes if draft.audit else {}
    return frozenset(
        quote.id
        for quote in draft.quotes.values()
        if quote.id in audited and quote_hash(quote) != audited[quote.id].hash
    )


def standing(draft: Draft) -> Audit | None:
    """The audit without the quotes that were edited since, or are gone."""
    if draft.audit is None:
        return None
    edited = edited_since(draft)
    held = {id: found for id, found in draft.audit.quotes.items() if draft.quote(id) and id not in edited}
    return draft.audit.model_copy(update={"quotes": held})
