"""A quote or a claim → a citation as plain text, Markdown, APA 7 and BibTeX.

Each form keeps the hedges, the voice, the name as printed, the day the words were said, how they reached us, the source
(“n.d.” and “no address recorded” where it has none) and the edition of the narrative.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from narratives import phrasing
from narratives.anchoring import fingerprint
from narratives.citing import forms
from narratives.citing.escaping import text_fragment
from narratives.models import Claim, Narrative, Quote, Source, Speaker

__all__ = ["Citation", "cite_claim", "cite_quote", "text_fragment"]


@dataclass(frozen=True)
class Citation:
    """One citation in four forms; none ends in a line break."""

    plain: str
    markdown: str
    apa: str
    bibtex: str


def cite_quote(quote: Quote, narrative: Narrative, source: Source, edition: str, link: str = "") -> Citation:
    """The citation of the exact words; ``link`` is their permanent address with us, left out where empty."""
    facts = [_told(phrasing.VOICES[quote.voice], narrative), *_context(quote), quote.note or ""]
    return _citation("quote", quote.id, "", quote, quote.voice, facts, narrative, source, edition, link)


def cite_claim(
    claim: Claim,
    quote: Quote | None,
    narrative: Narrative,
    source: Source | None,
    edition: str,
    link: str = "",
    question: Quote | None = None,
) -> Citation:
    """The citation of a claim: its one sentence and the exact words behind it, or that there are none.

    ``question`` is the quote that the claim assents to, or that a silence leaves unanswered; ``source`` is that of the
    quote or, for a silence, of the question. A derivation has neither and is cited as ours.
    """
    voice = "assent to the interviewer’s words" if claim.assents_to else phrasing.VOICES[claim.voice]
    facts = [_told("a silence, noted by us" if claim.absence else voice, narrative)]
    if claim.absence:
        facts.append(f"no words of the source stand behind it: {phrasing.ABSENCES[claim.absence.kind]}")
    elif claim.derivation:
        facts.append(f"no words of the source say it: computed as {claim.derivation.formula}, from the claims so named")
    elif quote is None:
        facts.append("no words of the source stand behind it")
    facts += [f"the interviewer’s words: “{question.exact}”"] if question else []
    facts += [*(_context(quote) if quote else ()), claim.note or ""]
    statement = phrasing.phrase(claim, narrative, quote, source)
    return _citation("claim", claim.id, statement, quote, claim.voice, facts, narrative, source, edition, link)


def _told(voice: str, narrative: Narrative) -> str:
    return f"{voice}; the words reached us {phrasing.SOURCINGS[narrative.sourcing]}"


def _identity(speaker: Speaker) -> str:
    """How a name that sources print otherwise was resolved, with the two first reasons; "" where names agree."""
    differing = [printed for printed in speaker.as_printed if printed.name != speaker.name]
    if not differing:
        return ""
    printed = " and ".join(f"“{each.name}” ({each.where})" for each in differing)
    reasons = " ".join(forms.stopped(basis.says) for basis in speaker.basis[:2])
    more = len(speaker.basis) - 2
    rest = f" And {more} more reason{'s' * (more != 1)} on the Evidence page." if more > 0 else ""
    return f"identity: printed as {printed}, resolved as {speaker.name} with {speaker.certainty} certainty. {reasons}{rest}"


def _context(quote: Quote) -> list[str]:
    """The stored words around the quote: the scope may stand in them."""
    before = f"right before: “{quote.prefix}”" if quote.prefix else ""
    after = f"right after: “{quote.suffix}”" if quote.suffix else ""
    return [before, after]


def _citation(
    kind: str,
    id: str,
    statement: str,
    quote: Quote | None,
    voice: str,
    facts: list[str],
    narrative: Narrative,
    source: Source | None,
    edition: str,
    link: str,
) -> Citation:
    speaker = phrasing.speaker_of(narrative, quote)
    name = phrasing.printed_name(speaker)
    whose = {
        "speaker": name,
        "paraphrase": f"{name}, in the journalist’s paraphrase",
        "interviewer": f"The interviewer, to {name}",
        "journalist": f"The journalist, on {name}",
        "editor": f"On the words of {name}",
    }
    sentences = (forms.folded(fact) for fact in (*facts, _identity(speaker)) if fact)
    cited = forms.Cited(
        key=f"{_slug(narrative.label)}-{kind}-{id}",
        statement=forms.folded(statement),
        words=forms.folded(quote.exact) if quote else "",
        who=forms.folded(whose[voice]),
        said=phrasing.said_on(narrative, source),
        facts=" ".join(forms.stopped(fact[:1].upper() + fact[1:]) for fact in sentences),
        direct=narrative.sourcing == "own-text" or (quote is not None and quote.voice in ("paraphrase", "journalist")),
        narrative=narrative,
        source=source,
        edition=edition,
        link=link,
        found=text_fragment(source.url, quote) if source and quote else "",
    )
    return Citation(forms.plain(cited), forms.markdown(cited), forms.apa(cited), forms.bibtex(cited))


def _slug(label: str) -> str:
    """The label as part of a BibTeX key: ASCII letters, digits and dashes, unlike for unlike labels in other scripts."""
    ascii = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii.lower()).strip("-")
    return slug if label.isascii() else f"{slug}-{fingerprint(label)[:6]}".strip("-")
