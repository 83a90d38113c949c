"""A citation keeps the words, their hedges, whose they are, how they reached us, the source and the edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from narratives import dates, packs, phrasing
from narratives.citing import Citation, cite_claim, cite_quote, escaping, text_fragment
from narratives.models import Claim, Narrative, Quote, Source, Voice
from narratives.packs import Pack

LIBRARY = packs.load(Path(__file__).parents[1] / "content")
EDITION, LINK = "0123456789", "https://example.org/quotes?quote=capex-us&narrative=Alibaba+2026"
NAME = "Joe Tsai (printed as “Daniel Zhang” and “Cai Chongxin”)"
REACHED = "the words reached us in an English rendering of a condensed article, not a transcript"
TITLE = "Chips, open-source models, and 50 trillion: Cai Chongxin revisits Alibaba again"
PUBLISHER = "Tencent Technology; machine translation on a Gate site page"
OURS = f"“Alibaba 2026”, edition {EDITION}, reviewed 23 November 2026."
SOURCE_LINE = f"Source: Su Yang, “{TITLE}”, {PUBLISHER}, n.d., no address recorded."
EDITION_LINE = f"AI Strategy Narratives contributors, AI Strategy Narratives, {OURS} {LINK}"
REFERENCES = (
    f"AI Strategy Narratives contributors. (2026, November 23). Alibaba’s AI strategy, as its chairman told it at VivaTech 2026 "
    f"[“Alibaba 2026”, edition {EDITION}]. AI Strategy Narratives. {LINK}",
    f"Su Yang. (n.d.). {TITLE} [Interview article, condensed and machine-translated]. {PUBLISHER}. No address recorded.",
)
CAPEX = (
    "four or five leading companies will have capital expenditures exceeding $800 billion next year, possibly over a "
    "trillion in the following year"
)
ESCAPED = CAPEX.replace("$", r"\$")
BEFORE = "Right before: “Looking at the top cloud providers in the U.S.,”."
IDENTITY = (
    "Identity: printed as “Daniel Zhang” (article body) and “Cai Chongxin” (headline), resolved as Joe Tsai with high "
    "certainty. The article’s own headline names Cai Chongxin, the Pinyin form of 蔡崇信, which is Joe Tsai’s Chinese name. "
    "Caixin Global reports the same appearance and names the speaker as Tsai, the chairman of Alibaba. And 5 more reasons on "
    "the Evidence page."
)


def quoted(pack: Pack, id: str, link: str = LINK) -> Citation:
    quote = pack.quotes[id]
    return cite_quote(quote, pack.narrative, pack.sources[quote.source], EDITION, link)


def claimed(pack: Pack, id: str, link: str = LINK) -> Citation:
    """As the pages will do it: the question of an assent or a silence goes along."""
    claim = pack.claims[id]
    quote = pack.quote_of(claim)
    question = pack.quotes.get(claim.assents_to or (claim.absence.asked if claim.absence else None) or "")
    return cite_claim(claim, quote, pack.narrative, pack.source_of(quote or question), EDITION, link, question=question)


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
    assert quoted(vale, "capex-us").plain == (
        f"“{CAPEX}”\n{NAME}, 18 June 2026. Said by the speaker; {REACHED}. {BEFORE} {IDENTITY}\n{SOURCE_LINE}\n{EDITION_LINE}"
    )


def test_a_quote_is_cited_in_markdown(vale: Pack) -> None:
    assert quoted(vale, "capex-us").markdown == (
        f"> “{ESCAPED}”\n\n"
        f"{NAME}, 18 June 2026. Said by the speaker; {REACHED}. {BEFORE} {IDENTITY}\n\n"
        f"Source: Su Yang, *{TITLE}*, {PUBLISHER}, n.d., no address recorded.\n\n"
        f"AI Strategy Narratives contributors, *AI Strategy Narratives*, [“Alibaba 2026”](<{LINK}>), edition {EDITION}, "
        "reviewed 23 November 2026."
    )


def test_a_quote_is_cited_as_quoted_in_its_source_in_apa(vale: Pack) -> None:
    assert quoted(vale, "capex-us").apa.splitlines() == [
        f"In text: {NAME}, June 18, 2026: “{CAPEX}” (as quoted in Su Yang, n.d.).",
        f"Note: Said by the speaker; {REACHED}. {BEFORE} {IDENTITY}",
        "References:",
        *REFERENCES,
    ]


def test_a_quote_is_cited_in_bibtex(vale: Pack) -> None:
    note = (
        f"“{CAPEX}” {NAME}, 18 June 2026. Said by the speaker; {REACHED}. {BEFORE} {IDENTITY} No address recorded. "
        f"{EDITION_LINE}"
    )
    escaped = note.replace("$", r"\$").replace("&", r"\&")
    assert quoted(vale, "capex-us").bibtex == "\n".join(
        [
            "@misc{alibaba-2026-quote-capex-us,",
            "  author = {{Su Yang}},",
            f"  title = {{{{{TITLE}}}}},",
            f"  howpublished = {{{PUBLISHER}}},",
            "  type = {interview article, condensed and machine-translated},",
            "  year = {n.d.},",
            f"  note = {{{escaped}}},",
            "}",
        ]
    )


def test_a_claim_is_cited_by_its_one_sentence_and_the_words_behind_it(vale: Pack) -> None:
    sentence = (
        "Joe Tsai (18 June 2026): four or five leading U.S. cloud providers will possibly spend more than $1 trillion on "
        "capital expenditure in 2028 (“the following year”)"
    )
    facts = (
        f"Said by the speaker; {REACHED}. {BEFORE} The year following “next year”, resolved literally as 2028. The source has "
        "“a trillion” without its currency; dollars carry over from the first half of the sentence. "
        f"{IDENTITY}"
    )
    citation = claimed(vale, "us-capex-following-year")
    assert citation.plain == f"{sentence}.\n“{CAPEX}”\n{NAME}, 18 June 2026. {facts}\n{SOURCE_LINE}\n{EDITION_LINE}"
    assert citation.apa.splitlines() == [
        f"In text: {sentence}, in the words “{CAPEX}” (as quoted in Su Yang, n.d.).",
        f"Note: {NAME}. {facts}",
        "References:",
        *REFERENCES,
    ]
    assert citation.bibtex.startswith("@misc{alibaba-2026-claim-us-capex-following-year,\n")


def test_an_assent_brings_the_words_that_were_assented_to(vale: Pack) -> None:
    assert claimed(vale, "export-controls-assent").plain.splitlines()[:3] == [
        "Joe Tsai, assenting to the interviewer (18 June 2026): it is a fair understanding that U.S. export controls on high-end "
        "chips have created opportunities for Alibaba.",
        "“That’s a fair understanding. There are two paths”",
        f"{NAME}, 18 June 2026. Assent to the interviewer’s words; {REACHED}. The interviewer’s words: “U.S. export controls on "
        "high-end chips have actually created opportunities for you?” He only agrees (“That’s a fair understanding”) and then "
        "describes two ways to use open models; he does not return to export controls. "
        f"{IDENTITY}",
    ]


def test_a_silence_says_that_no_words_stand_behind_it_and_what_was_asked(vale: Pack) -> None:
    sentence = (
        "Silence in Joe Tsai’s words (18 June 2026): asked which layer Alibaba invests the most in, the speaker names no "
        "layer and no amount"
    )
    facts = (
        f"A silence, noted by us; {REACHED}. No words of the source stand behind it: asked and not answered. The "
        f"interviewer’s words: “which layer do you invest the most in”. {IDENTITY}"
    )
    citation = claimed(vale, "most-invested-layer-not-named")
    assert citation.plain == (
        f"{sentence}.\nOn the words of {NAME}, 18 June 2026. {facts}\n{SOURCE_LINE}\n{EDITION_LINE}"
    )
    assert citation.apa.splitlines()[0] == f"In text: {sentence} (AI Strategy Narratives contributors, 2026)."


def test_a_derivation_says_how_it_was_computed_and_is_cited_as_ours(vale: Pack) -> None:
    citation = claimed(vale, "ai-market-derived")
    assert citation.plain.splitlines() == [
        "Our derivation from Joe Tsai’s words (18 June 2026): the total AI market is more than $50 trillion, computed as the "
        "share of global GDP related to human productivity and intelligence times the world’s GDP.",
        f"On the words of {NAME}, 18 June 2026. Our own derivation; {REACHED}. No words of the source say it: computed as "
        "human-productivity-share × global-gdp, from the claims so named. At least half of more than $100 trillion is more than "
        "$50 trillion. It follows the speaker’s own reasoning and does not check it. "
        f"{IDENTITY}",
        EDITION_LINE,
    ]
    assert citation.apa.splitlines()[2:] == ["References:", REFERENCES[0]]
    assert citation.bibtex.splitlines()[:7] == [
        "@misc{alibaba-2026-claim-ai-market-derived,",
        "  author = {{AI Strategy Narratives contributors}},",
        "  title = {{Alibaba’s AI strategy, as its chairman told it at VivaTech 2026}},",
        "  howpublished = {AI Strategy Narratives},",
        "  year = {2026},",
        "  month = nov,",
        f"  url = {{{LINK}}},",
    ]


# Whose words ------------------------------------------------------------------------------------------

VOICED: dict[str, tuple[str, str]] = {
    # voice: what stands beside the words in plain text, how APA cites them
    "speaker": (f"{NAME}, 18 June 2026. Said by the speaker", "(as quoted in Su Yang, n.d.)"),
    "paraphrase": (
        f"{NAME}, in the journalist’s paraphrase, 18 June 2026. The journalist’s paraphrase of the speaker",
        "(Su Yang, n.d.)",
    ),
    "interviewer": (
        f"The interviewer, to {NAME}, 18 June 2026. Said by the interviewer",
        "(as quoted in Su Yang, n.d.)",
    ),
    "journalist": (f"The journalist, on {NAME}, 18 June 2026. Written by the journalist", "(Su Yang, n.d.)"),
    "editor": (f"On the words of {NAME}, 18 June 2026. Our own derivation", "(as quoted in Su Yang, n.d.)"),
}


def test_every_voice_has_its_form() -> None:
    assert set(VOICED) == set(get_args(Voice))


@pytest.mark.parametrize("voice", VOICED)
def test_a_voice_is_never_taken_for_another(voice: str, vale: Pack) -> None:
    quote = made("so it is", voice=voice)
    citation = cite_quote(quote, vale.narrative, vale.sources["tencent-gate"], EDITION)
    whose, at = VOICED[voice]
    assert citation.plain.splitlines()[1] == f"{whose}; {REACHED}. {IDENTITY}"
    assert citation.apa.splitlines()[0].endswith(f": “so it is” {at}.")


def test_the_speaker_whom_a_quote_names_is_the_one_cited(vale: Pack) -> None:
    other = vale.narrative.speakers[0].model_copy(update={"id": "ada-vale", "name": "Ada Vale", "as_printed": ()})
    narrative = vale.narrative.model_copy(update={"speakers": (*vale.narrative.speakers, other)})
    citation = cite_quote(made("so it is", by="ada-vale"), narrative, source(said="2024-07"), EDITION)
    assert citation.plain.splitlines()[1] == f"Ada Vale, July 2024. Said by the speaker; {REACHED}."
    assert citation.apa.splitlines()[0] == "In text: Ada Vale, July 2024: “so it is” (as quoted in “A Talk,” n.d.)."


def test_the_speakers_own_text_is_quoted_from_no_one_else(vale: Pack) -> None:
    narrative = vale.narrative.model_copy(update={"sourcing": "own-text"})
    letter = source(author="Joe Tsai", date_published="2026-04")
    assert cite_quote(made("so it is"), narrative, letter, EDITION).apa.splitlines()[:2] == [
        f"In text: {NAME}, June 18, 2026: “so it is” (Joe Tsai, 2026).",
        f"Note: Said by the speaker; the words reached us from the speaker’s own text. {IDENTITY}",
    ]


def test_words_at_second_hand_are_said_to_be_so(vale: Pack) -> None:
    narrative = vale.narrative.model_copy(update={"sourcing": "second-hand"})
    assert cite_quote(made("so it is"), narrative, source(author="Ben Vale"), EDITION).apa.splitlines()[:2] == [
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
    citation = cite_quote(made("so it is"), vale.narrative, source(**fields), EDITION)
    assert citation.plain.splitlines()[2] == f"Source: {plain}"
    assert reference in citation.apa.splitlines()[3:]
    assert bibtex in citation.bibtex


def test_in_markdown_the_title_leads_to_the_very_words(vale: Pack) -> None:
    citation = cite_quote(made("so it is"), vale.narrative, source(url="https://example.org/<a> "[:-1]), EDITION)
    link = "https://example.org/%3Ca%3E#:~:text=so%20it%20is"
    assert citation.markdown.split("\n\n")[2] == f"Source: [*A Talk*](<{link}>), The Hall, n.d."


def test_without_a_link_the_edition_stands_without_one(vale: Pack) -> None:
    citation = quoted(vale, "capex-us", link="")
    lines = [form.splitlines() for form in (citation.plain, citation.markdown, citation.bibtex)]
    assert (lines[0][-1], lines[1][-1]) == (
        f"AI Strategy Narratives contributors, AI Strategy Narratives, {OURS}",
        f"AI Strategy Narratives contributors, *AI Strategy Narratives*, {OURS}",
    )
    assert lines[2][-2].endswith(f"{OURS}}},") and citation.apa.splitlines()[3].endswith("]. AI Strategy Narratives.")


def test_forty_words_stand_in_a_block_and_inner_marks_become_single_in_apa(vale: Pack) -> None:
    long = " ".join(["word"] * 38 + ["“so", 'to "say"']) + "."
    lines = cite_quote(made(long), vale.narrative, source(), EDITION).apa.splitlines()
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
    citation = cite_quote(made(HOSTILE), vale.narrative, source(title="{A} & $B_1"), EDITION)
    folded = HOSTILE.replace("\n", " ")
    assert citation.plain.splitlines()[0] == f"“{folded}”"
    assert citation.markdown.split("\n\n")[0] == f"> “{MARKDOWN}”"
    assert f"  note = {{“{BIBTEX}” Joe" in citation.bibtex
    assert r"  title = {{\textbraceleft{}A\textbraceright{} \& \$B\_1}}," in citation.bibtex
    assert (read_markdown(MARKDOWN), read_bibtex(BIBTEX)) == (folded, folded)


@pytest.mark.parametrize(
    ("line", "shown"), {"1. x": r"1\. x", "2) x": r"2\) x", "- x": r"\- x", "+ x": r"\+ x", "1.5 x": r"1\.5 x"}.items()
)
def test_no_line_becomes_a_list(line: str, shown: str) -> None:
    assert escaping.markdown(line) == shown


def test_a_brace_in_an_address_ends_no_value(vale: Pack) -> None:
    citation = cite_quote(made("so"), vale.narrative, source(url='https://e.org/{a}"b"\\c^d'), EDITION)
    assert "  url = {https://e.org/%7Ba%7D%22b%22%5Cc%5Ed}," in citation.bibtex


def test_keys_are_ascii_and_unlike_labels_give_unlike_keys(vale: Pack) -> None:
    labels = ("Alibaba 2026", "Alibaba-2026 & Co", "阿里 2026", "腾讯 2026", "Ünì", "Uni")
    found = []
    for label in labels:
        narrative = vale.narrative.model_copy(update={"label": label})
        found.append(cite_quote(made("so"), narrative, source(), EDITION).bibtex.splitlines()[0])
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
    yield phrasing.SOURCINGS[narrative.sourcing]
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
    assert (lost, count > 150) == ([], True)


def test_every_citation_has_a_key_of_its_own() -> None:
    keys = [citation.bibtex.splitlines()[0] for *_, citation in cited()]
    assert len(set(keys)) == len(keys)


def test_every_bibtex_entry_has_its_braces_in_pairs() -> None:
    assert [id for id, *_, citation in cited() if citation.bibtex.count("{") != citation.bibtex.count("}")] == []
