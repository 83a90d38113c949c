"""A quote or a claim → a citation as plain text, Markdown, APA 7 and BibTeX.

Each form keeps the hedges, the voice, the name as printed, the day the words were said, how they reached us, the source
and the edition. APA: *Publication Manual*, 7th ed.: who is quoted by a source is named in the text, the source is what
is cited, “as quoted in” (8.6); double marks inside a quotation become single, forty words stand in a block (8.27, 8.31);
an unknown date is “n.d.”, and a title without an author takes the author's place (9.12, 9.17). Names stay as the
source prints them, since it does not say which part is the family name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded

from narratives import dates, phrasing
from narratives.anchoring import fingerprint
from narratives.models import Claim, Narrative, Quote, Source

WORK, AUTHORS = "AI Strategy Narratives", "AI Strategy Narratives contributors"
NO_ADDRESS = "no address recorded"
LONG, ENDS = 12, 5  # a quote of more words than LONG is linked to by its first and last ENDS words
BLOCK = 40
TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped or not
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': '{"}',
} | {mark: "\\" + mark for mark in "%&$#_"}
SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'"})


@dataclass(frozen=True)
class Citation:
    """One citation in four forms; none ends in a line break."""

    plain: str
    markdown: str
    apa: str
    bibtex: str


@dataclass(frozen=True)
class _Cited:
    """What every form says, in its parts; each is one line of plain text, empty where there is nothing to say."""

    key: str
    statement: str  # the claim's sentence
    words: str  # the exact words
    who: str  # whose words, under the resolved and the printed name
    said: str  # the day, in EDTF
    facts: tuple[str, ...]  # sentences: voice and sourcing, context, question, what stands in place of words, note
    direct: bool  # whether the source's author wrote these words, and quotes nobody
    narrative: Narrative
    source: Source | None
    edition: str
    link: str
    found: str  # address of the very words in the source


def cite_quote(quote: Quote, narrative: Narrative, source: Source, edition: str, link: str = "") -> Citation:
    """The citation of the exact words; ``link`` is their permanent address here, left out where empty."""
    facts = [_told(phrasing.VOICES[quote.voice], narrative), *_context(quote), quote.note]
    return _citation(quote.id, "quote", "", quote, quote.voice, facts, narrative, source, edition, link)


def cite_claim(
    claim: Claim,
    quote: Quote | None,
    narrative: Narrative,
    source: Source | None,
    edition: str,
    link: str = "",
    question: Quote | None = None,
) -> Citation:
    """The citation of a claim: the one sentence of ``phrasing`` and the exact words behind it, or that there are none.

    ``question`` is the quote that the claim assents to, or that a silence leaves unanswered.
    """
    voice = "assent to the interviewer’s words" if claim.assents_to else phrasing.VOICES[claim.voice]
    facts: list[str | None] = [_told("a silence that we note" if claim.absence else voice, narrative)]
    if claim.absence:
        facts.append(f"No words of the source stand behind it: {phrasing.ABSENCES[claim.absence.kind]}")
    elif claim.derivation:
        facts.append(f"No words of the source say it: computed as {claim.derivation.formula}, from the claims so named")
    facts += [f"The interviewer’s words: “{question.exact}”"] if question else []
    facts += [*(_context(quote) if quote else ()), claim.note]
    statement = phrasing.phrase(claim, narrative, quote, source)
    return _citation(claim.id, "claim", statement, quote, claim.voice, facts, narrative, source, edition, link)


def text_fragment(url: str | None, quote: Quote) -> str:
    """``url`` with a directive that finds the very words; empty where there is no address.

    URL Fragment Text Directives (WICG): ``#:~:text=[prefix-,]start[,end][,-suffix]``, everything but letters and digits
    percent-encoded, dash, comma and ampersand among them.
    """
    if not url:
        return ""
    words = quote.exact.split()
    ends = [words[:ENDS], words[-ENDS:]] if len(words) > LONG else [words]
    parts = [f"{_encoded(quote.prefix)}-"] if quote.prefix else []
    parts += [_encoded(" ".join(end)) for end in ends]
    parts += [f"-{_encoded(quote.suffix)}"] if quote.suffix else []
    joint = "&" if ":~:" in url else ":~:" if "#" in url else "#:~:"
    return f"{url}{joint}text={','.join(parts)}"


def _encoded(text: str) -> str:
    return percent_encoded(_line(text), safe="").replace("-", "%2D")


def _told(voice: str, narrative: Narrative) -> str:
    return f"{voice}; {phrasing.SOURCINGS[narrative.sourcing]}"


def _context(quote: Quote) -> list[str]:
    before = f"Right before: “{quote.prefix}”" if quote.prefix else ""
    after = f"Right after: “{quote.suffix}”" if quote.suffix else ""
    return [before, after]


def _citation(
    id: str,
    kind: str,
    statement: str,
    quote: Quote | None,
    voice: str,
    facts: list[str | None],
    narrative: Narrative,
    source: Source | None,
    edition: str,
    link: str,
) -> Citation:
    name = phrasing.printed_name(phrasing.speaker_of(narrative, quote))
    whose = {"interviewer": f"The interviewer, to {name}", "journalist": f"The journalist, on {name}"}
    cited = _Cited(
        key=f"{_slug(narrative.label)}-{kind}-{id}",
        statement=_line(statement),
        words=_line(quote.exact) if quote else "",
        who=_line(whose.get(voice, name)),
        said=phrasing.said_on(narrative, source),
        facts=tuple(_ended(_capital(_line(fact))) for fact in facts if fact),
        direct=voice in ("paraphrase", "journalist") or narrative.sourcing == "own-text",
        narrative=narrative,
        source=source,
        edition=edition,
        link=link,
        found=text_fragment(source.url, quote) if source and quote else "",
    )
    return Citation(_plain(cited), _markdown(cited), _apa(cited), _bibtex(cited))


def _plain(cited: _Cited) -> str:
    lines = [
        _ended(cited.statement),
        f"“{cited.words}”" if cited.words else "",
        f"{cited.who}, {dates.in_words(cited.said)}.",
        " ".join(cited.facts),
        f"Source: {_source(cited.source, cited.source.url)}." if cited.source else "",
        f"{_edition(cited)}{f' {cited.link}' if cited.link else ''}",
    ]
    return "\n".join(line for line in lines if line)


def _markdown(cited: _Cited) -> str:
    source, label = "", f"“{_md(cited.narrative.label)}”"
    if cited.source:
        title = f"*{_md(_line(cited.source.title))}*"
        linked = _linked(title, cited.found or cited.source.url or "")
        source = f"Source: {_source(cited.source, '', _md, linked)}."
    parts = [
        _md(_ended(cited.statement)),
        f"> “{_md(cited.words)}”" if cited.words else "",
        _md(f"{cited.who}, {dates.in_words(cited.said)}. {' '.join(cited.facts)}"),
        source,
        _edition(cited, _md, _linked(label, cited.link)),
    ]
    return "\n\n".join(part for part in parts if part)


def _apa(cited: _Cited) -> str:
    source, narrative = cited.source, cited.narrative
    at = f"{'' if cited.direct else 'as quoted in '}{_in_text(source)}" if source and cited.words else ""
    words, who = cited.words.translate(SINGLE), f"{cited.who}, {_american(cited.said)}"
    if cited.statement:
        inner = "; ".join(part for part in (f"“{words}”" if words else "", at or _in_text(None, narrative)) if part)
        text = f"{cited.statement} ({inner})."
    elif len(words.split()) >= BLOCK:
        text = f"{who}:\n    {_ended(words)} ({at})"
    else:
        text = f"{who}: “{words}” ({at})."
    ours = (
        f"{AUTHORS}. ({_american(narrative.reviewed, year_first=True)}). {_line(narrative.title)} "
        f"(“{narrative.label}”, edition {cited.edition}). {WORK}. {cited.link}".strip()
    )
    references = [_reference(source) if source else "", ours]
    note = f"Note: {f'{cited.who}. ' if cited.statement else ''}{' '.join(cited.facts)}"
    return "\n".join([f"In text: {text}", note, "References:", *(each for each in references if each)])


def _bibtex(cited: _Cited) -> str:
    source, narrative = cited.source, cited.narrative
    year, _, rest = ((source.date_published or "") if source else narrative.reviewed).partition("-")
    published = _published(source) if source else dates.in_words(narrative.reviewed)
    note = [_ended(cited.statement), f"“{cited.words}”" if cited.words else "", f"{cited.who}, {dates.in_words(cited.said)}."]
    note += [*cited.facts, "" if not source or source.url else f"{_capital(NO_ADDRESS)}.", _edition(cited), cited.link]
    fields = {
        "author": f"{{{_tex(source.author if source else AUTHORS)}}}" if not source or source.author else "",
        "title": f"{{{_tex(source.title if source else narrative.title)}}}",
        "howpublished": _tex(source.publisher if source else WORK),
        "type": _tex(source.kind) if source else "",
        "year": _tex(year if "/" not in published and year else published),
        "month": dates.MONTHS[int(rest[:2]) - 1][:3].lower() if rest[:2].isdigit() else "",
        "url": _address((source.url if source else cited.link) or ""),
        "note": _tex(" ".join(part for part in note if part)),
    }
    rows = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{cited.key},", *rows, "}"])
