"""Whatever text a reader pastes: the search takes time for its length and no more, and sends back a bounded page."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from narratives.html import marking
from narratives.models import Quote
from narratives.text import anchoring, locating

LONG = "We think that three or four chip makers will spend more than 40 billion on plants, and that it may double."
SHORT = "We think so"
EXACT = (LONG, SHORT, "the same, the same, the same", "我们的投资数字确实惊人")
QUOTES = tuple(
    Quote.model_validate({"id": f"q-{number}", "source": "s", "voice": "speaker", "exact": exact})
    for number, exact in enumerate(EXACT)
)
PERIODIC = Quote.model_validate(
    {"id": "p", "source": "s", "voice": "speaker", "exact": "ha " * 300 + "ha", "prefix": "Never said"}
)
UNITS: dict[str, str] = {
    "a quote without its last character": LONG[:-1],
    "a quote without its last character, spaced": LONG[:-1] + " ",
    "a quote that runs on": SHORT + "x",
    "a quote": LONG + " ",
    "a quote with other white space": LONG.replace(" ", "  ") + " ",
    "a short quote with other white space": SHORT.replace(" ", "  ") + " ",
    "a quote in its own words": "the same, ",
    "line breaks": "\n",
    "one word a line": "a\n",
    "other line breaks": "\r\x85\u2029",
    "spaces": " ",
    "straight quotation marks": '"',
    "curly quotation marks": "“",
    "full stops": ".",
    "one word again and again": "the ",
    "letters": "a ",
    "one long word": "a",
    "Chinese": "我们的投资数字确实惊",
    "Chinese and not": "我a",
    "combining marks": "e\u0301",
    "NULs": "\0",
    "ampersands": "&",
}
NOWHERE = [QUOTES[0].model_copy(update={"exact": exact.replace("t", "T")}) for exact in EXACT]


def repeated(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def test_the_family_of_hostile_texts_is_not_empty() -> None:
    assert len(UNITS) == 22


def seconds(work: Callable[[], object]) -> float:
    """Processor time, the least of three."""
    taken = []
    for _ in range(3):
        start = time.thread_time()
        work()
        taken.append(time.thread_time() - start)
    return min(taken)


@pytest.mark.parametrize("name", UNITS)
def test_a_text_twice_as_long_takes_about_twice_the_time(name: str) -> None:
    # Twice would be 2, and four times what grows with the square; below a few milliseconds the clock is too coarse.
    one, two = (repeated(UNITS[name], length) for length in (150_000, 300_000))
    before, after = (
        seconds(lambda text=text: (locating.locate(text, QUOTES), locating.refusal(text, QUOTES, "en")))  # type: ignore[misc]
        for text in (one, two)
    )
    assert after < 3 * max(before, 0.01)


@pytest.mark.parametrize("name", UNITS)
def test_no_more_of_the_text_than_what_surrounds_two_places_is_read_again_for_each_quote(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    monkeypatch.setattr(anchoring, "is_verbatim", lambda text, exact: read.append(len(text)))
    locating.locate(repeated(UNITS[name], 100_000), QUOTES)
    assert (len(read) <= 2 * len(QUOTES), max(read, default=0) < 10_000) == (True, True)


class Counted(str):
    """A text that counts the characters that a search in it may have to look at."""

    looked_at = 0

    def find(self, sub: str, *between: int) -> int:  # type: ignore[override]
        low, high = (*between, len(self))[:2] if between else (0, len(self))
        at = super().find(sub, *between)
        self.looked_at += len(sub) + ((at if at >= 0 else high) - low)
        return at

    def startswith(self, prefix: str, *between: int) -> bool:  # type: ignore[override]
        self.looked_at += len(prefix)
        return super().startswith(prefix, *between)


@pytest.mark.parametrize("text", ["ha " * 40_000, ("ha " * 301 + "ho ") * 130, ("ha " * 299 + "ho ") * 130])
def test_a_quote_that_repeats_itself_is_searched_for_in_time_that_grows_with_the_text_alone(text: str) -> None:
    counted = Counted(text)
    anchoring.find(counted, PERIODIC.exact, PERIODIC.prefix or "")
    assert counted.looked_at < 8 * len(text)


def test_the_search_can_pause_between_small_pieces_of_work() -> None:
    paused = []
    text = repeated("Nothing of the kind was said here. ", 1_000_000)
    locating.locate(text, QUOTES, lambda: paused.append(1))
    assert len(paused) >= len(text) / locating.FOLD + len(QUOTES) * len(text) / anchoring.STRETCH
    for work in (
        lambda pause: anchoring.nearest(text, EXACT, pause),
        lambda pause: locating.refusal(text, [PERIODIC, *NOWHERE], "en", pause),
    ):
        paused.clear()
        work(lambda: paused.append(1))
        assert len(paused) >= len(text) / anchoring.PIECE - 1


@pytest.mark.parametrize("length", [40_000, 2_000_000])
@pytest.mark.parametrize("name", UNITS)
def test_the_page_that_is_sent_is_bounded(name: str, length: int) -> None:
    noise = repeated(UNITS[name], length // 8)
    text = noise.join(["", *(f" {exact} " for exact in EXACT), "\n"])
    located = locating.locate(text, QUOTES)
    html = marking.marked(located)
    assert (len(html) <= marking.AT_MOST + 100, html.count("<mark")) == (True, len(located.found))


def test_places_that_do_not_fit_on_the_page_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(f"{exact} And so on." for exact in EXACT)
    monkeypatch.setattr(marking, "AT_MOST", 250)
    assert marking.marked(locating.locate(text, QUOTES)) == (
        f'<p><mark title="q-0">{LONG}</mark> …</p><hr><p>… <mark title="q-1">{SHORT}</mark> …</p>'
        "<hr><p>… Places with marked quotes that do not fit here: 2.</p>"
    )


def test_quotes_in_each_other_and_over_paragraphs_are_marked() -> None:
    inner = QUOTES[0].model_copy(update={"id": "in", "exact": "four <chip> makers"})
    outer = QUOTES[0].model_copy(update={"id": "out", "exact": "or four <chip> makers will"})
    located = locating.locate("Three or four\n<chip> makers will spend", (inner, outer))
    assert marking.marked(located) == (
        '<p>Three <mark title="out">or </mark><mark title="out, in">four</mark></p>'
        '<p><mark title="out, in">&lt;chip&gt; makers</mark><mark title="out"> will</mark> spend</p>'
    )


def test_of_a_long_text_only_what_surrounds_the_quotes_is_shown() -> None:
    weather = "The weather was fine. " * 3_000
    html = marking.marked(locating.locate(f"{weather}{LONG} {weather}{SHORT} {weather}", QUOTES))
    assert (html.count("<hr>"), html.count("… "), html.count(" …"), len(html) < 2_000) == (1, 2, 2, True)
