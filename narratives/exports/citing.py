"""A quote or a claim → a citation as plain text, Markdown, APA 7 and BibTeX.

Each form keeps the hedges, the voice, the name as printed, the day the words were said, how they reached us, the source
(“n.d.” and “no address recorded” where it has none) and the edition of the narrative.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from narratives.exports import forms
from narratives.exports.escaping import text_fragment
from narratives.receipts import Quotation, Receipt
from narratives.receipts.origins import Identity
from narratives.text.anchoring import fingerprint
from narratives.vocabulary.counting import agreeing

__all__ = ["Citation", "cite", "text_fragment"]


@dataclass(frozen=True)
class Citation:
    """One citation in four forms; none ends in a line break."""

    plain: str
    markdown: str
    apa: str
    bibtex: str


def cite(receipt: Receipt | Quotation, link: str = "") -> Citation:
    """The citation of the exact words, or of a claim: its one sentence and the words behind it, or that there are none.

    ``link`` is the permanent address with us, left out where empty.
    """
    given = receipt.citation
    facts = [forms.folded(fact) for fact in (*given.facts, _identity(given.identity)) if fact]
    cited = forms.Cited(
        key=f"{_slug(given.label)}-{given.kind}-{given.ref.id}",
        statement=forms.folded(given.statement),
        words=forms.folded(given.quote.exact) if given.quote else "",
        who=forms.folded(given.whose),
        facts=" ".join(forms.stopped(fact[:1].upper() + fact[1:]) for fact in facts),
        parts=given,
        link=link,
        found=text_fragment(given.source.url, given.quote) if given.source and given.quote else "",
    )
    return Citation(forms.plain(cited), forms.markdown(cited), forms.apa(cited), forms.bibtex(cited))


def _identity(identity: Identity | None) -> str:
    """How a name that sources print otherwise was resolved, with the two first reasons; "" where names agree."""
    if identity is None:
        return ""
    printed = " and ".join(f"“{name}” ({where})" for name, where in identity.printed)
    reasons = " ".join(forms.stopped(reason) for reason in identity.reasons[:2])
    more = len(identity.reasons) - 2
    rest = f" And {more} more {agreeing(more, 'reason', 'reasons')} on the Evidence page." if more > 0 else ""
    resolved = f"resolved as {identity.name} with {identity.certainty} certainty"
    return f"identity: printed as {printed}, {resolved}. {reasons}{rest}"


def _slug(label: str) -> str:
    """The label as part of a BibTeX key: ASCII letters, digits and dashes, unlike for unlike labels in other scripts."""
    ascii = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii.lower()).strip("-")
    return slug if label.isascii() else f"{slug}-{fingerprint(label)[:6]}".strip("-")
