"""Every id that a record names exists, and every quote is used."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from narratives.library.kinds import KINDS, NARRATIVE, WORDS
from narratives.library.problems import Problem
from narratives.library.rules.draft import Draft
from narratives.library.rules.mentions import mentions

# Where the records stand that others name, by the noun of their kind.
HOMES = {
    "speaker": NARRATIVE,
    **{kind.noun: f"the shared {kind.file}" for kind in WORDS},
    **{kind.noun: kind.file for kind in KINDS if kind.has_ids},
}
MANY = 500  # among more ids than a person writes, looking for the nearest would stall the dashboard


def references_resolve(draft: Draft) -> Iterator[Problem]:
    """Every id that a record names exists; both ends are shown."""
    for file, loc, record, kind, id in mentions(draft):
        known = draft.known.get(kind)
        if known is None or id in known:
            continue
        close = difflib.get_close_matches(id, known, n=1, cutoff=0.5) if len(known) < MANY else []
        home = HOMES[kind]
        if close:
            where = f" ({draft.documents[home].file}:{known[close[0]]})" if home in draft.documents else ""
            mend = f"write “{close[0]}”{where}"
        else:
            mend = f"add it to {home}, or name one that is there"
        name = ".".join(str(part) for part in loc[1:] if not isinstance(part, int)) or loc[0]
        yield draft.problem(
            file,
            loc,
            f"{record}: {name} names the {kind} “{id}”, which {home} does not have",
            "Every mark leads to the words it stands on; a broken reference breaks that.",
            mend,
        )


def quotes_are_used(draft: Draft) -> Iterator[Problem]:
    """A quote is used at least once or says why it stands alone."""
    used = {mention.id for mention in mentions(draft) if mention.kind == "quote"}
    if not draft.all_valid or not used <= draft.known["quote"].keys():
        return  # a record with a slip, or a misspelt reference, may be what uses it
    for i, quote in draft.quotes.items():
        if quote.id not in used and not quote.alone:
            yield draft.problem(
                "quotes.yaml",
                (i, "id"),
                f"quote “{quote.id}”: nothing uses it",
                "Other people's words are kept only where they carry something.",
                "let a claim, layer, argument or step use it, add “alone:” with the reason, or remove it",
            )
