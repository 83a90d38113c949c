"""The four forms of a citation.

APA follows the *Publication Manual*, 7th edition: the text names who is quoted, the source that was read is what is
cited (“as quoted in”, 8.6); double quotation marks inside a quotation become single, forty words or more stand in a
block (8.27, 8.31); an unknown date is “n.d.”, a title without an author takes the author's place (9.12, 9.17). One
departure: names stay as printed, since no source says which part is the family name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from narratives.exports import escaping
from narratives.models import Source, dates
from narratives.receipts.citable import Citable

WORK, AUTHORS = "AI Strategy Narratives", "AI Strategy Narratives contributors"
BLOCK = 40
SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'"})


@dataclass(frozen=True)
class Cited:
    """What every form says, as plain text without line breaks; a part is empty where there is nothing to say."""

    key: str  # of the BibTeX entry
    statement: str  # the claim's sentence, without its full stop
    words: str  # the exact words
    who: str  # whose words, under the resolved name and those printed
    facts: str  # voice and sourcing, the words around, the question, what stands in place of words, the note
    parts: Citable
    link: str  # permanent address with us
    found: str  # address of the very words in the source


def plain(cited: Cited) -> str:
    """Lines of text: the sentence, the words, whose, the source, the edition with the link."""
    lines = [
        stopped(cited.statement),
        f"“{cited.words}”" if cited.words else "",
        f"{cited.who}, {dates.in_words(cited.parts.said)}. {cited.facts}",
        f"Source: {_source(cited.parts.source, f'“{folded(cited.parts.source.title)}”', with_address=True)}"
        if cited.parts.source
        else "",
        f"{_edition(cited, WORK, f'“{cited.parts.label}”')} {cited.link}".strip(),
    ]
    return "\n".join(line for line in lines if line)


def markdown(cited: Cited) -> str:
    """Paragraphs, the words as a block quotation; the title leads to the very words, the label to the link."""
    say, source = escaping.markdown, ""
    if cited.parts.source:
        title = _linked(f"*{say(folded(cited.parts.source.title))}*", cited.found or cited.parts.source.url or "")
        source = f"Source: {_source(cited.parts.source, title, say)}"
    paragraphs = [
        say(stopped(cited.statement)),
        f"> “{say(cited.words)}”" if cited.words else "",
        say(f"{cited.who}, {dates.in_words(cited.parts.said)}. {cited.facts}"),
        source,
        _edition(cited, f"*{WORK}*", _linked(f"“{say(cited.parts.label)}”", cited.link)),
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def apa(cited: Cited) -> str:
    """Lines: the citation in the text, a note with what APA has no place for, the references."""
    source = cited.parts.source
    ours = f"{AUTHORS}, {cited.parts.reviewed[:4]}"
    within = f"{'' if cited.parts.direct else 'as quoted in '}{_in_text(source)}" if source and cited.words else ours
    words = cited.words.translate(SINGLE)
    lead = f"{cited.statement}, in the words" if cited.statement else f"{cited.who}, {_american(cited.parts.said)}"
    if not words:
        text = f"{cited.statement} ({within})."
    elif len(words.split()) >= BLOCK:
        text = f"{lead}:\n    {stopped(words)} ({within})"
    else:
        text = f"{lead}{'' if cited.statement else ':'} “{words}” ({within})."
    edition = f"{folded(cited.parts.title)} [“{cited.parts.label}”, edition {cited.parts.edition}]"
    references = [
        _reference(source) if source else "",
        f"{AUTHORS}. ({_american(cited.parts.reviewed, year_first=True)}). {edition}. {WORK}. {cited.link}".strip(),
    ]
    note = f"Note: {cited.who}. {cited.facts}" if cited.statement else f"Note: {cited.facts}"
    return "\n".join([f"In text: {text}", note, "References:", *sorted(filter(None, references), key=str.casefold)])


def bibtex(cited: Cited) -> str:
    """One ``@misc`` entry: the source, or our edition where a claim has none; all the rest stands in its note."""
    source = cited.parts.source
    date = (source.date_published or "n.d.") if source else cited.parts.reviewed
    author = source.author if source else AUTHORS
    edition = _edition(cited, WORK, f"“{cited.parts.label}”")
    note = [stopped(cited.statement), f"“{cited.words}”" if cited.words else ""]
    note += [f"{cited.who}, {dates.in_words(cited.parts.said)}.", cited.facts]
    note += [f"Published {dates.in_words(date)}." if len(date) == 10 and source else ""]
    note += ["No address recorded." if source and not source.url else "", edition, cited.link]
    address = source.url if source else cited.link
    month = re.fullmatch(r"\d{4}-(\d\d)(-\d\d)?", date)
    fields = {
        "author": f"{{{{{_tex(author)}}}}}" if author else "",  # two pairs: the name is not to be taken apart
        "title": f"{{{{{_tex(source.title if source else cited.parts.title)}}}}}",
        "howpublished": f"{{{_tex(source.publisher if source else WORK)}}}",
        "type": f"{{{_tex(source.kind)}}}" if source else "",
        "year": f"{{{date[:4] if month else dates.in_words(date)}}}",
        "month": dates.MONTHS[int(month[1]) - 1][:3].lower() if month else "",
        "url": f"{{{escaping.address(address)}}}" if address else "",
        "note": f"{{{_tex(' '.join(part for part in note if part))}}}",
    }
    return "\n".join(
        [f"@misc{{{cited.key},", *(f"  {name} = {value}," for name, value in fields.items() if value), "}"]
    )


def folded(text: str) -> str:
    """``text`` on one line."""
    return " ".join(text.split())


def stopped(text: str) -> str:
    """``text`` with a full stop, unless it ends a sentence already; nothing stays nothing."""
    return text if not text or text.rstrip("”’\"')").endswith((".", "!", "?", "…")) else f"{text}."


def _source(source: Source, title: str, say: Callable[[str], str] = str, *, with_address: bool = False) -> str:
    """Author, title, publisher and date, as one sentence that ends in the address if it is asked for."""
    author = say(folded(source.author)) if source.author else ""
    date = dates.in_words(source.date_published) if source.date_published else "n.d."
    named = ", ".join(part for part in (author, title, say(folded(source.publisher)), date) if part)
    if not source.url:
        return f"{named}, no address recorded."
    return f"{named}, {source.url}" if with_address else stopped(named)


def _edition(cited: Cited, work: str, label: str) -> str:
    reviewed = dates.in_words(cited.parts.reviewed)
    return f"{AUTHORS}, {work}, {label}, edition {cited.parts.edition}, reviewed {reviewed}."


def _reference(source: Source) -> str:
    """The entry of the reference list."""
    title = f"{folded(source.title)} [{folded(source.kind)[:1].upper()}{folded(source.kind)[1:]}]"
    date = f"({_american(source.date_published, year_first=True) if source.date_published else 'n.d.'})."
    begin = f"{stopped(folded(source.author))} {date} {title}." if source.author else f"{title}. {date}"
    address = source.url or "No address recorded."
    if source.url and source.date_accessed and not source.date_published:
        address = f"Retrieved {_american(source.date_accessed)}, from {source.url}"
    return f"{begin} {stopped(folded(source.publisher))} {address}"


def _in_text(source: Source) -> str:
    year = _american(source.date_published, year_first=True).split(",")[0] if source.date_published else "n.d."
    return (
        f"{folded(source.author)}, {year}" if source.author else f"“{folded(source.title).translate(SINGLE)},” {year}"
    )


def _american(date: str, *, year_first: bool = False) -> str:
    """An EDTF date as APA writes it: “June 18, 2026”, or “2026, June 18” where the year comes first."""
    if "/" in date:
        return "–".join(_american(end, year_first=year_first) for end in date.split("/"))
    *day_and_month, year = dates.in_words(date).split()
    month_and_day = " ".join(reversed(day_and_month))
    if year_first or len(day_and_month) < 2:
        return f"{year}, {month_and_day}" if year_first and month_and_day else f"{month_and_day} {year}".strip()
    return f"{month_and_day}, {year}"


def _tex(text: str) -> str:
    return escaping.tex(folded(text))


def _linked(text: str, url: str) -> str:
    return f"[{text}](<{escaping.address(url)}>)" if url else text
