"""A reader's copy of the article: every quote is found in it, or said to be missing; what is no text gets a plain answer."""

from __future__ import annotations

from random import Random

import pytest

from narratives.models import Quote
from narratives.text import anchoring, locating

WORDS = {
    "double": "It may double next year.",
    "makers": "makers will spend more than $40 billion",
    "publish": "We publish our models",
}
QUOTES = tuple(
    Quote.model_validate({"id": id, "source": "s", "voice": "speaker", "exact": exact}) for id, exact in WORDS.items()
)
TEXT = "Vale: It may double next year. Three or four chip makers will spend more than $40 billion.\n\nWe publish our models."
FILES: dict[str, tuple[bytes, str]] = {
    "a PDF": (b"%PDF-1.7 \x00\x01", "This is a PDF, not text."),
    "a Word file": (b"PK\x03\x04\x14", "This is a Word or zip file, not text."),
    "a picture": (b"\x89PNG\r\n\x1a\n", "This is a picture, not text."),
    "zeros": (b"a\x00b\x00" * 9 + b"\x81", "This file holds no text that can be read."),
}
TEXTS: dict[str, tuple[bytes, str]] = {
    "UTF-8": ("é “a”".encode(), "é “a”"),
    "UTF-8 with its mark": (b"\xef\xbb\xbfa", "a"),
    "UTF-16": ("é a".encode("utf-16"), "é a"),
    "Chinese": ("我们的投资数字确实惊人".encode("gb18030"), "我们的投资数字确实惊人"),
    "Windows": ("é “a”".encode("cp1252"), "é “a”"),
}
REFUSED: dict[str, tuple[str, str, str]] = {
    "nothing": ("", "en", "There is no text here yet."),
    "marks only": (" … !\n", "en", "There is no text here yet."),
    "Chinese for English": ("今天天气很好我们去公园" * 9, "en", "This text is Chinese"),
    "English for Chinese": ("the weather is fine today " * 9, "zh", "The quotes are Chinese, and this text is not."),
    "German for English": (
        "Der Himmel ist heute blau und das Wetter gut, also gehen wir in den Park und bleiben dort bis zum Abend.",
        "en",
        "This text seems to be in another language than the quotes",
    ),
    "no word for long": ("-" * 20_001 + " " + "word " * 300, "en", "This seems to be another article"),
    "another article": ("The sky over the city is blue today. " * 40, "en", "This seems to be another article"),
}


def test_the_families_are_not_empty() -> None:
    assert (len(FILES), len(TEXTS), len(REFUSED)) == (4, 5, 7)


def test_every_quote_is_found_and_marked_where_it_stands() -> None:
    located = locating.locate(TEXT, QUOTES)
    assert {place.quote: located.text[place.start : place.end] for place in located.found} == WORDS
    assert (located.twice, located.missing, located.to_the_letter) == ((), (), frozenset(WORDS))
    assert located.text == TEXT.replace("\n\n", "\n")


def test_other_white_space_is_found_and_not_called_to_the_letter() -> None:
    located = locating.locate(TEXT.replace("double next", "double\u00a0 next"), QUOTES)
    assert (len(located.found), "double" in located.to_the_letter) == (3, False)


def test_a_quote_that_runs_from_one_paragraph_into_the_next_is_found() -> None:
    located = locating.locate(TEXT.replace("double next", "double\n\nnext"), QUOTES)
    assert (len(located.found), located.text.splitlines()[:2], "double" in located.to_the_letter) == (
        3,
        ["Vale: It may double", "next year. Three or four chip makers will spend more than $40 billion."],
        False,
    )


def test_a_quote_whose_second_place_is_to_the_letter_stands_to_the_letter() -> None:
    text = f"We  publish our models.{' and so on' * 2_000} {WORDS['publish']}"
    located = locating.locate(text, QUOTES)
    assert (located.twice, located.to_the_letter) == (("publish",), frozenset({"publish"}))


def test_a_text_is_folded_like_that_of_an_audit_wherever_it_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locating, "FOLD", 3)
    random = Random(0)
    texts = ["".join(random.choices("aé“’ \t\n\r\u00a0\u2028", k=random.randrange(30))) for _ in range(500)]
    folded = [locating.folded(text) for text in texts]
    assert [text.replace("\n", " ") for text in folded] == [anchoring.normalise(text) for text in texts]
    lines = ["\n".join(filter(None, map(anchoring.normalise, text.splitlines()))) for text in texts]
    assert folded == lines
    whole = [locating.locate(text, QUOTES).text for text in texts]
    assert whole == folded


def test_a_quote_that_stands_twice_is_said_to(  # the first is marked
) -> None:
    located = locating.locate(f"{TEXT}\n{TEXT}", QUOTES)
    assert (set(located.twice), len(located.found)) == (set(WORDS), 3)


def test_a_changed_word_makes_it_missing_and_the_closest_passage_names_the_word() -> None:
    changed = TEXT.replace("more than", "up to")
    located = locating.locate(changed, QUOTES)
    assert located.missing == ("makers",)
    near = anchoring.closest(located.text, WORDS["makers"])
    assert near is not None and (near.wanted, near.found) == ("more", "up")


def test_five_megabytes_are_searched_whole() -> None:
    filler = "Nothing of the kind was said in this long sentence about the weather.\n" * 70_000
    located = locating.locate(filler + TEXT, QUOTES)
    assert (len(filler) > 4_500_000, {place.quote for place in located.found}) == (True, set(WORDS))


@pytest.mark.parametrize("file", FILES)
def test_what_is_no_text_is_named(file: str) -> None:
    data, answer = FILES[file]
    with pytest.raises(locating.NotText) as caught:
        locating.decoded(data)
    assert str(caught.value).startswith(answer)


@pytest.mark.parametrize("encoding", TEXTS)
def test_text_is_read_in_the_encodings_that_readers_save_it_in(encoding: str) -> None:
    data, text = TEXTS[encoding]
    assert locating.decoded(data) == text


@pytest.mark.parametrize("case", REFUSED)
def test_a_text_that_cannot_be_the_source_gets_a_plain_answer(case: str) -> None:
    text, language, answer = REFUSED[case]
    assert locating.refusal(text, QUOTES, language).startswith(answer)


def test_the_source_itself_is_not_refused() -> None:
    assert locating.refusal(TEXT, QUOTES, "en") == ""
