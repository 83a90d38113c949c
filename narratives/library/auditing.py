"""Source texts in, audit lock out.

Each quote is looked for in its source's text, exactly once, after white space and quotation marks are normalised. What
was found goes into ``audit.lock.yaml``, which changes only when a result does; the text itself is never stored.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import yaml

from narratives.library import drafting, filing
from narratives.library.kinds import LOCK, Words
from narratives.library.problems import Problem
from narratives.library.rules import Draft
from narratives.library.rules.audits import quote_hash
from narratives.models import Audit, AuditedQuote, AuditedSource, Quote
from narratives.text import anchoring

WHY = "“Exact words” is a promise; a quote that is not in its source breaks it."
MOST = 20_000_000  # bytes of a source text: a shelf of books
HEADER = "# Written by `python -m narratives verify`; never by hand.\n"


@dataclass(frozen=True)
class SourceText:
    """A source text as read and as normalised."""

    name: str
    raw: str
    normalised: str
    sha256: str


def verify(folder: Path, words: Words, sources: Path, today: str, shown_as: str) -> tuple[Audit | None, list[Problem]]:
    """Check every quote in ``folder`` against the texts in ``sources`` and write the lock if a result changed.

    ``today`` is the date (YYYY-MM-DD) that a changed lock carries. Returns the audit and a Problem for each quote that was
    not found exactly once. Where the pack's sources or quotes, or a text, cannot be read, or the lock cannot be written,
    the audit is None and the lock stays as it is.
    """
    draft, problems = drafting.draft_of(folder, words, shown_as)
    hindering = [p for p in problems if p.file.endswith(("/sources.yaml", "/quotes.yaml"))]
    if hindering or "quotes.yaml" not in draft.documents or "sources.yaml" not in draft.documents:
        return None, hindering or problems
    texts, found = _texts(draft, sources)
    complete = not found
    results: dict[str, AuditedQuote] = {}
    for i, quote in draft.quotes.items():
        if text := texts.get(quote.source):
            results[quote.id], problem = _look(draft, i, quote, text)
            found += [problem] if problem else []
    if not complete:
        return None, found
    audited = {
        id: AuditedSource(text=t.name, sha256=t.sha256, words=len(t.normalised.split())) for id, t in texts.items()
    }
    old = draft.audit
    same = old is not None and old.sources == audited and old.quotes == results
    audit = Audit(date=old.date if same and old else today, sources=audited, quotes=results)
    if not same:
        data = audit.model_dump(exclude_none=True)
        lock = HEADER + yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
        if unwritten := filing.write(folder / LOCK, lock, f"{shown_as}/{LOCK}"):
            return None, [*found, unwritten]
    return audit, found


def _texts(draft: Draft, folder: Path) -> tuple[dict[str, SourceText], list[Problem]]:
    texts: dict[str, SourceText] = {}
    problems = []
    for i, source in draft.sources.items():
        if not source.text:
            continue
        path = folder / source.text
        try:
            data = filing.data_of(path, MOST)
            raw = data.decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
            problems.append(
                draft.problem(
                    "sources.yaml",
                    (i, "text"),
                    f"source “{source.id}”: {source.text} cannot be read: {reason}",
                    WHY,
                    "give the folder that holds it with --sources",
                )
            )
            continue
        texts[source.id] = SourceText(source.text, raw, anchoring.normalise(raw), hashlib.sha256(data).hexdigest())
    return texts, problems


def _look(draft: Draft, i: int, quote: Quote, text: SourceText) -> tuple[AuditedQuote, Problem | None]:
    matches = anchoring.find(text.normalised, quote.exact, quote.prefix or "", quote.suffix or "")
    hash = quote_hash(quote)
    if len(matches) == 1:
        result = "exact" if anchoring.is_verbatim(text.raw, quote.exact) else "normalised"
        return AuditedQuote(hash=hash, result=result, start=matches[0].start), None
    if matches:
        what = f"quote “{quote.id}” stands {len(matches)} times in {text.name}"
        mend = "add the words right before (prefix) or after (suffix)"
        return AuditedQuote(hash=hash, result="ambiguous"), draft.problem("quotes.yaml", (i, "exact"), what, WHY, mend)
    what, mend = f"quote “{quote.id}” is not in {text.name}", "copy the words from the source"
    if anchoring.find(text.normalised, quote.exact):
        what = f"quote “{quote.id}” is in {text.name}, but not behind its prefix or before its suffix"
        mend = "copy prefix and suffix from the source"
    elif near := anchoring.closest(text.normalised, quote.exact):
        differs = (
            f"the first difference is “{near.wanted}” here, “{near.found}” there"
            if near.found
            else "it ends earlier there"
        )
        mend = f"the closest passage is “{near.passage}”; {differs}"
    return AuditedQuote(hash=hash, result="not-found"), draft.problem("quotes.yaml", (i, "exact"), what, WHY, mend)
