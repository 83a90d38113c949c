"""A citation keeps the words, their hedges, whose they are, how they reached us, the source and the edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from narratives import receipts
from narratives.exports import escaping
from narratives.exports.citing import Citation, cite, text_fragment
from narratives.library import packs
from narratives.library.packs import Pack
from narratives.models import Claim, Narrative, Quote, Source, Voice, dates
from narratives.semantics import phrasing
from narratives.vocabulary.sourcings import SOURCINGS

LIBRARY = packs.load(Path(__file__).parent / "library" / "content")
EDITION, LINK = "0123456789", "https://example.org/quotes?quote=makers&narrative=Vale+2026"
NAME = "Ada Vale (printed as “Ada Vail”)"
REACHED = "the words reached us from a published transcript"
TITLE = "Ada Vail speaks at the Forum"
ADDRESS = "https://example.org/forum"
OURS = f"“Vale 2026”, edition {EDITION}, reviewed 30 June 2026."
SOURCE_LINE = f"Source: “{TITLE}”, The Forum, 19 June 2026, {ADDRESS}"
EDITION_LINE = f"AI Strategy Narratives contributors, AI Strategy Narratives, {OURS} {LINK}"
REFERENCES = (
    f"{TITLE} [Transcript]. (2026, June 19). The Forum. {ADDRESS}",
    f"AI Strategy Narratives contributors. (2026, June 30). Ada Vale at the Forum, on chips and plants "
    f"[“Vale 2026”, edition {EDITION}]. AI Strategy Narratives. {LINK}",
)
CAPEX = "Three or four chip makers will have capital expenditure of more than $40 billion next year."
ESCAPED = CAPEX.replace("$", r"\$")
AFTER = "The same three or four could have capital expenditure of at least $60 billion in the year after."
IDENTITY = (
    "Identity: printed as “Ada Vail” (headline), resolved as Ada Vale with high certainty. The transcript’s own answers are "
    "headed with the name Vale. The newspaper’s article on the Forum speaks of Ada Vale. And 2 more reasons on the Evidence "
    "page."
)


def quoted(pack: Pack, id: str, link: str = LINK) -> Citation:
    return cite(receipts.words(replace(pack, edition=EDITION), id), link)


def claimed(pack: Pack, id: str, link: str = LINK) -> Citation:
    return cite(receipts.of(replace(pack, edition=EDITION), id), link)


def cited_words(pack: Pack, quote: Quote, source: Source, **narrative: Any) -> Citation:
    """A quote that stands in a source, cited as one of a narrative in which some things are otherwise."""
    told = pack.narrative.model_copy(update=narrative)
    changed = replace(pack, quotes={quote.id: quote}, sources={quote.source: source}, narrative=told, edition=EDITION)
    return cite(receipts.words(changed, quote.id))


def made(exact: str, **more: Any) -> Quote:
    return Quote.model_validate({"id": "q", "source": "s", "voice": "speaker", "exact": exact, **more})


def source(**more: Any) -> Source:
    fields = {"id": "s", "title": "A Talk", "publisher": "The Hall", "language": "en", "kind": "transcript"}
    return Source.model_validate({**fields, "license": "Quoted for comment", **more})


def read_markdown(text: str) -> str:
    """Markdown as its reader sees it: our escapes, emphasis and links gone."""
    text = re.sub(r"\]\(<[^>]*>\)", "]", text)
    return re.sub(r"\\([^a-zA-Z0-9\s])|[*\[\]>]", r"\1", text)


def read_bibtex(text: str) -> str:
    """A BibTeX value as LaTeX prints it."""
    for mark, command in sorted(escaping.TEX.items(), key=lambda pair: -len(pair[1])):
        text = text.replace(command, mark)
    return text


# One quote, one claim, whole --------------------------------------------------------------------------


def test_a_quote_is_cited_in_plain_text(vale: Pack) -> None:
    assert quoted(vale, "makers").plain == (
        f"“{CAPEX}”\n{NAME}, 18 June 2026. Said by the speaker; {REACHED}. {IDENTITY}\n{SOURCE_LINE}\n{EDITION_LINE}"
    )


def test_what_stands_right_before_the_words_goes_along(vale: Pack) -> None:
    assert quoted(vale, "power").plain.splitlines()[:2] == [
        "“It may double next year.”",
        f"{NAME}, 18 June 2026. Said by the speaker; {REACHED}. Right before: “Vale:”. {IDENTITY}",
    ]


def test_a_quote_is_cited_in_markdown(vale: Pack) -> None:
    words = "Three%20or%20four%20chip%20makers,than%20%2440%20billion%20next%20year."
    assert quoted(vale, "makers").markdown == (
        f"> “{ESCAPED}”\n\n"
        f"{NAME}, 18 June 2026. Said by the speaker; {REACHED}. {IDENTITY}\n\n"
        f"Source: [*{TITLE}*](<{ADDRESS}#:~:text={words}>), The Forum, 19 June 2026.\n\n"
        f"AI Strategy Narratives contributors, *AI Strategy Narratives*, [“Vale 2026”](<{LINK}>), edition {EDITION}, "
        "reviewed 30 June 2026."
    )


def test_a_quote_is_cited_as_quoted_in_its_source_in_apa(vale: Pack) -> None:
    assert quoted(vale, "makers").apa.splitlines() == [
        f"In text: {NAME}, June 18, 2026: “{CAPEX}” (as quoted in “{TITLE},” 2026).",
        f"Note: Said by the speaker; {REACHED}. {IDENTITY}",
        "References:",
        *REFERENCES,
    ]


def test_a_quote_is_cited_in_bibtex(vale: Pack) -> None:
    note = f"“{CAPEX}” {NAME}, 18 June 2026. Said by the speaker; {REACHED}. {IDENTITY} Published 19 June 2026. {EDITION_LINE}"
    escaped = note.replace("$", r"\$").replace("&", r"\&")
    assert quoted(vale, "makers").bibtex == "\n".join(
        [
            "@misc{vale-2026-quote-makers,",
            f"  title = {{{{{TITLE}}}}},",
            "  howpublished = {The Forum},",
            "  type = {transcript},",
            "  year = {2026},",
            "  month = jun,",
            f"  url = {{{ADDRESS}}},",
            f"  note = {{{escaped}}},",
            "}",
        ]
    )


def test_a_claim_is_cited_by_its_one_sentence_and_the_words_behind_it(vale: Pack) -> None:
    sentence = (
        "Ada Vale (18 June 2026): three or four chip makers will possibly have capital expenditure of at least $60 billion in "
        "2028 (“the year after”)"
    )
    facts = f"Said by the speaker; {REACHED}. That the same three or four are chip makers is our reading. {IDENTITY}"
    citation = claimed(vale, "makers-year-after")
    assert citation.plain == f"{sentence}.\n“{AFTER}”\n{NAME}, 18 June 2026. {facts}\n{SOURCE_LINE}\n{EDITION_LINE}"
    assert citation.apa.splitlines() == [
        f"In text: {sentence}, in the words “{AFTER}” (as quoted in “{TITLE},” 2026).",
        f"Note: {NAME}. {facts}",
        "References:",
        *REFERENCES,
    ]
    assert citation.bibtex.startswith("@misc{vale-2026-claim-makers-year-after,\n")


def test_an_assent_brings_the_words_that_were_assented_to(vale: Pack) -> None:
    assert claimed(vale, "open-is-good").plain.splitlines()[:3] == [
        "Ada Vale, assenting to the interviewer (18 June 2026): open source is good for Vale Works.",
        "“Yes, it is.”",
        f"{NAME}, 18 June 2026. Assent to the interviewer’s words; {REACHED}. The interviewer’s words: “Is open source good for "
        f"you?” {IDENTITY}",
    ]


def test_a_silence_says_that_no_words_stand_behind_it_and_what_was_asked(vale: Pack) -> None:
    sentence = (
        "Silence in Ada Vale’s words (18 June 2026): how much of what Vale Works spends goes to each layer is asked and not "
        "answered"
    )
    facts = (
        f"A silence, noted by us; {REACHED}. No words of the source stand behind it: asked and not answered. The "
        f"interviewer’s words: “How much of it goes to each layer?” {IDENTITY}"
    )
    citation = claimed(vale, "layers-not-answered")
    assert citation.plain == (
        f"{sentence}.\nOn the words of {NAME}, 18 June 2026. {facts}\n{SOURCE_LINE}\n{EDITION_LINE}"
    )
    assert citation.apa.splitlines()[0] == f"In text: {sentence} (AI Strategy Narratives contributors, 2026)."


def test_a_derivation_says_how_it_was_computed_and_is_cited_as_ours(vale: Pack) -> None:
    citation = claimed(vale, "chips-revenue")
    assert citation.plain.splitlines() == [
        "Our derivation from Ada Vale’s words (18 June 2026): Vale Works’ revenue from chips is about $8.4 billion, computed as "
        "the share times the revenue.",
        f"On the words of {NAME}, 18 June 2026. Our own derivation; {REACHED}. No words of the source say it: computed as "
        f"chips-share × own-revenue, from the claims so named. {IDENTITY}",
        EDITION_LINE,
    ]
    assert citation.apa.splitlines()[2:] == ["References:", REFERENCES[1]]
    assert citation.bibtex.splitlines()[:7] == [
        "@misc{vale-2026-claim-chips-revenue,",
        "  author = {{AI Strategy Narratives contributors}},",
        "  title = {{Ada Vale at the Forum, on chips and plants}},",
        "  howpublished = {AI Strategy Narratives},",
        "  year = {2026},",
        "  month = jun,",
        f"  url = {{{LINK}}},",
    ]


# Whose words ------------------------------------------------------------------------------------------

VOICED: dict[str, tuple[str, str]] = {
    # voice: what stands beside the words in plain text, how APA cites them
    "speaker": (f"{NAME}, 18 June 2026. Said by the speaker", "(as quoted in Nell Reed, 2026)"),
    "paraphrase": (
        f"{NAME}, in the journalist’s paraphrase, 18 June 2026. The journalist’s paraphrase of the speaker",
        "(Nell Reed, 2026)",
    ),
    "interviewer": (
        f"The interviewer, to {NAME}, 18 June 2026. Said by the interviewer",
        "(as quoted in Nell Reed, 2026)",
    ),
    "journalist": (f"The journalist, on {NAME}, 18 June 2026. Written by the journalist", "(Nell Reed, 2026)"),
    "editor": (f"On the words of {NAME}, 18 June 2026. Our own derivation", "(as quoted in Nell Reed, 2026)"),
}


def test_every_voice_has_its_form() -> None:
    assert set(VOICED) == set(get_args(Voice))


@pytest.mark.parametrize("voice", VOICED)
def test_a_voice_is_never_taken_for_another(voice: str, vale: Pack) -> None:
    quote = made("so it is", voice=voice)
    citation = cited_words(vale, quote, vale.sources["daily"])
    whose, at = VOICED[voice]
    assert citation.plain.splitlines()[1] == f"{whose}; {REACHED}. {IDENTITY}"
    assert citation.apa.splitlines()[0].endswith(f": “so it is” {at}.")


def test_the_speaker_whom_a_quote_names_is_the_one_cited(vale: Pack) -> None:
    other = vale.narrative.speakers[0].model_copy(update={"id": "cleo-vale", "name": "Cleo Vale", "as_printed": ()})
    speakers = (*vale.narrative.speakers, other)
    citation = cited_words(vale, made("so it is", by="cleo-vale"), source(said="2024-07"), speakers=speakers)
    assert citation.plain.splitlines()[1] == f"Cleo Vale, July 2024. Said by the speaker; {REACHED}."
    assert citation.apa.splitlines()[0] == "In text: Cleo Vale, July 2024: “so it is” (as quoted in “A Talk,” n.d.)."


def test_the_speakers_own_text_is_quoted_from_no_one_else(vale: Pack) -> None:
    letter = source(author="Ada Vale", date_published="2026-04")
    assert cited_words(vale, made("so it is"), letter, sourcing="own-text").apa.splitlines()[:2] == [
        f"In text: {NAME}, June 18, 2026: “so it is” (Ada Vale, 2026).",
        f"Note: Said by the speaker; the words reached us from the speaker’s own text. {IDENTITY}",
    ]


def test_words_at_second_hand_are_said_to_be_so(vale: Pack) -> None:
    assert cited_words(vale, made("so it is"), source(author="Ben Vale"), sourcing="second-hand").apa.splitlines()[
        :2
    ] == [
        f"In text: {NAME}, June 18, 2026: “so it is” (as quoted in Ben Vale, n.d.).",
        f"Note: Said by the speaker; the words reached us quoted at second hand. {IDENTITY}",
    ]


# Sources ----------------------------------------------------------------------------------------------

URL = "https://example.org/talk?a=1&b=50%25#top"
SOURCES: dict[str, tuple[dict[str, Any], str, str, str]] = {
    # what the source has: in plain text, in the list of references, in BibTeX
    "nothing more": (
        {},
        "“A Talk”, The Hall, n.d., no address recorded.",
        "A Talk [Transcript]. (n.d.). The Hall. No address recorded.",
        "year = {n.d.}",
    ),
    "a day and an address": (
        {"author": "Su Yang", "date_published": "2026-06-22", "url": URL},
        f"Su Yang, “A Talk”, The Hall, 22 June 2026, {URL}",
        f"Su Yang. (2026, June 22). A Talk [Transcript]. The Hall. {URL}",
        f"year = {{2026}},\n  month = jun,\n  url = {{{URL}}}",
    ),
    "a month": (
        {"date_published": "2024-07"},
        "“A Talk”, The Hall, July 2024, no address recorded.",
        "A Talk [Transcript]. (2024, July). The Hall. No address recorded.",
        "year = {2024},\n  month = jul",
    ),
    "a span": (
        {"author": "S. Y.", "date_published": "2024/2025"},
        "S. Y., “A Talk”, The Hall, 2024 to 2025, no address recorded.",
        "S. Y. (2024–2025). A Talk [Transcript]. The Hall. No address recorded.",
        "year = {2024 to 2025}",
    ),
    "no day, but the day it was read": (
        {"author": "Su Yang", "url": URL, "date_accessed": "2026-11-20"},
        f"Su Yang, “A Talk”, The Hall, n.d., {URL}",
        f"Su Yang. (n.d.). A Talk [Transcript]. The Hall. Retrieved November 20, 2026, from {URL}",
        f"year = {{n.d.}},\n  url = {{{URL}}}",
    ),
}


@pytest.mark.parametrize("has", SOURCES)
def test_a_source_is_cited_by_what_it_has(has: str, vale: Pack) -> None:
    fields, plain, reference, bibtex = SOURCES[has]
    citation = cited_words(vale, made("so it is"), source(**fields))
    assert citation.plain.splitlines()[2] == f"Source: {plain}"
    assert reference in citation.apa.splitlines()[3:]
    assert bibtex in citation.bibtex


def test_in_markdown_the_title_leads_to_the_very_words(vale: Pack) -> None:
    citation = cited_words(vale, made("so it is"), source(url="https://example.org/<a> "[:-1]))
    link = "https://example.org/%3Ca%3E#:~:text=so%20it%20is"
    assert citation.markdown.split("\n\n")[2] == f"Source: [*A Talk*](<{link}>), The Hall, n.d."


def test_without_a_link_the_edition_stands_without_one(vale: Pack) -> None:
    citation = quoted(vale, "makers", link="")
    lines = [form.splitlines() for form in (citation.plain, citation.markdown, citation.bibtex)]
    assert (lines[0][-1], lines[1][-1]) == (
        f"AI Strategy Narratives contributors, AI Strategy Narratives, {OURS}",
        f"AI Strategy Narratives contributors, *AI Strategy Narratives*, {OURS}",
    )
    assert lines[2][-2].endswith(f"{OURS}}},") and citation.apa.splitlines()[4].endswith("]. AI Strategy Narratives.")


def test_forty_words_stand_in_a_block_and_inner_marks_become_single_in_apa(vale: Pack) -> None:
    long = " ".join(["word"] * 38 + ["“so", 'to "say"']) + "."
    lines = cited_words(vale, made(long), source()).apa.splitlines()
    assert lines[:2] == [
        f"In text: {NAME}, June 18, 2026:",
        f"    {'word ' * 38}‘so to 'say'. (as quoted in “A Talk,” n.d.)",
    ]


# Nothing becomes markup -------------------------------------------------------------------------------

HOSTILE = '*a* _b_ `c` [d](e) <f> &amp; $1$ ~g~ |h| #1 i\\j {k} x^2 50% "l" :red[m] http://n.o www.p.q !r =s=\n- t'
MARKDOWN = (
    r"\*a\* \_b\_ \`c\` \[d\](e) \<f\> \&amp; \$1\$ \~g\~ \|h\| \#1 i\\j \{k\} x\^2 50% "
    r'"l" \:red\[m\] http\://n.o www\.p.q !r \=s\= - t'
)
BIBTEX = (
    r"*a* \_b\_ `c` [d](e) \textless{}f\textgreater{} \&amp; \$1\$ \textasciitilde{}g\textasciitilde{} "
    r"\textbar{}h\textbar{} \#1 i\textbackslash{}j \textbraceleft{}k\textbraceright{} x\textasciicircum{}2 50\% "
    r'{"}l{"} :red[m] http://n.o www.p.q !r =s= - t'
)


def test_a_quote_is_shown_to_the_letter_whatever_it_holds(vale: Pack) -> None:
    citation = cited_words(vale, made(HOSTILE), source(title="{A} & $B_1"))
    folded = HOSTILE.replace("\n", " ")
    assert citation.plain.splitlines()[0] == f"“{folded}”"
    assert citation.markdown.split("\n\n")[0] == f"> “{MARKDOWN}”"
    assert f"  note = {{“{BIBTEX}” Ada" in citation.bibtex
    assert r"  title = {{\textbraceleft{}A\textbraceright{} \& \$B\_1}}," in citation.bibtex
    assert (read_markdown(MARKDOWN), read_bibtex(BIBTEX)) == (folded, folded)


@pytest.mark.parametrize(
    ("line", "shown"), {"1. x": r"1\. x", "2) x": r"2\) x", "- x": r"\- x", "+ x": r"\+ x", "1.5 x": r"1\.5 x"}.items()
)
def test_no_line_becomes_a_list(line: str, shown: str) -> None:
    assert escaping.markdown(line) == shown


def test_a_brace_in_an_address_ends_no_value(vale: Pack) -> None:
    braced = source().model_copy(update={"url": 'https://e.org/{a}"b"\\c^d'})
    citation = cited_words(vale, made("so"), braced)
    assert "  url = {https://e.org/%7Ba%7D%22b%22%5Cc%5Ed}," in citation.bibtex


def test_keys_are_ascii_and_unlike_labels_give_unlike_keys(vale: Pack) -> None:
    labels = ("Vale 2026", "Vale-2026 & Co", "林波 2026", "云河 2026", "Ünì", "Uni")
    found = []
    for label in labels:
        found.append(cited_words(vale, made("so"), source(), label=label).bibtex.splitlines()[0])
    assert [key for key in found if not re.fullmatch(r"@misc\{[a-z0-9-]+-quote-q,", key)] == []
    assert len(set(found)) == len(labels)


# Text fragments ---------------------------------------------------------------------------------------

TWELVE = "one two three four five six seven eight nine ten eleven twelve"
FRAGMENTS: dict[str, tuple[str | None, Quote, str]] = {
    "no address, no link": (None, made("so it is"), ""),
    "words and what is syntax are encoded": (
        "https://e.org/a",
        made("A-B, C & D: 50% “E”"),
        "https://e.org/a#:~:text=A%2DB%2C%20C%20%26%20D%3A%2050%25%20%E2%80%9CE%E2%80%9D",
    ),
    "twelve words stand whole": ("https://e.org", made(TWELVE), "https://e.org#:~:text=" + TWELVE.replace(" ", "%20")),
    "more words are found by both ends": (
        "https://e.org",
        made(f"{TWELVE} thirteen"),
        "https://e.org#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen",
    ),
    "the words around go along": (
        "https://e.org",
        made("so it is", prefix="and,", suffix="well-known"),
        "https://e.org#:~:text=and%2C-,so%20it%20is,-well%2Dknown",
    ),
    "an address with a fragment keeps it": ("https://e.org#top", made("so"), "https://e.org#top:~:text=so"),
    "an address with a directive gets one more": (
        "https://e.org#:~:text=a",
        made("b"),
        "https://e.org#:~:text=a&text=b",
    ),
    "Chinese has no spaces and stands whole": (
        "https://e.org",
        made("信任"),
        "https://e.org#:~:text=%E4%BF%A1%E4%BB%BB",
    ),
}


@pytest.mark.parametrize("case", FRAGMENTS)
def test_a_text_fragment_finds_the_very_words(case: str) -> None:
    url, quote, wanted = FRAGMENTS[case]
    assert text_fragment(url, quote) == wanted


# Every quote and every claim of every narrative ---------------------------------------------------------


def cited() -> Iterator[tuple[str, Pack, Claim | None, Quote | None, Citation]]:
    for pack in LIBRARY.packs.values():
        yield from ((id, pack, None, quote, quoted(pack, id)) for id, quote in pack.quotes.items())
        yield from ((id, pack, claim, pack.quote_of(claim), claimed(pack, id)) for id, claim in pack.claims.items())


def kept(narrative: Narrative, source: Source | None, claim: Claim | None, quote: Quote | None) -> Iterator[str]:
    """What no form may lose; in APA the day is written its own way."""
    yield phrasing.printed_name(phrasing.speaker_of(narrative, quote))
    yield SOURCINGS[narrative.sourcing].told
    yield f"edition {EDITION}"
    if source:
        yield from (source.title, source.publisher, "n.d." if not source.date_published else source.date_published[:4])
        yield source.url or "o address recorded"
    if quote:
        yield from (part for part in (quote.prefix, quote.suffix) if part)
    if claim:
        yield phrasing.phrase(claim, narrative, quote, source)
        yield from (phrasing.amount(claim.quantity),) if claim.quantity else ()
        yield claim.condition or ""


def test_no_form_of_any_citation_loses_anything() -> None:
    lost, count = [], 0
    for id, pack, claim, quote, citation in cited():
        question = pack.quotes.get(claim.absence.asked or "") if claim and claim.absence else None
        source = pack.source_of(quote or question)
        said = dates.in_words(phrasing.said_on(pack.narrative, source))
        forms = {
            "plain": citation.plain,
            "markdown": read_markdown(citation.markdown),
            "apa": citation.apa,
            "bibtex": read_bibtex(citation.bibtex),
        }
        for form, text in forms.items():
            wanted = [*kept(pack.narrative, source, claim, quote), *([said] if form != "apa" or claim else [])]
            wanted += [quote.exact] if quote and form != "apa" else []
            if form == "markdown" and source:
                wanted.remove(source.url or "o address recorded")
            shown = " ".join(text.split()).casefold()
            lost += [(id, form, each) for each in wanted if " ".join(each.split()).casefold() not in shown]
        count += 1
    assert (lost, count) == ([], 85)


def test_every_citation_has_a_key_of_its_own() -> None:
    keys = [citation.bibtex.splitlines()[0] for *_, citation in cited()]
    assert len(set(keys)) == len(keys)


def test_every_bibtex_entry_has_its_braces_in_pairs() -> None:
    assert [id for id, *_, citation in cited() if citation.bibtex.count("{") != citation.bibtex.count("}")] == []
