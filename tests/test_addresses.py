"""Addresses of sources are opened by readers: what is none, or carries a name or password, is refused with its line."""

from __future__ import annotations

import pytest

from narratives.library import packs
from narratives.library.problems import Problem
from tests.example import Example

# What is written as the url of a source → what is said of it, and how to mend it.
REFUSED = {
    "https://user:pass@example.org/a": (
        "holds a name or password before its host, which every reader’s browser would send",
        "leave out all from “//” to “@”",
    ),
    "https://user@example.org": (
        "holds a name or password before its host, which every reader’s browser would send",
        "leave out all from “//” to “@”",
    ),
    "https://example.org:443@evil.example/": (
        "holds a name or password before its host, which every reader’s browser would send",
        "leave out all from “//” to “@”",
    ),
    "https://[::1": ("is not an address: a bracket is not closed", "copy it anew from the browser"),
    "https://[zz]/": (
        "is not an address: what stands in its brackets is no number of a host",
        "copy it anew from the browser",
    ),
    "https://[::1].evil.example/": ("names a host that there cannot be, “::1”", "copy it anew from the browser"),
    "https://example.org:99999/": ("names a port that there is not", "leave the port out, or write one up to 65535"),
    "https://example.org:port/": ("names a port that there is not", "leave the port out, or write one up to 65535"),
    "http://": ("names no host", "copy it anew from the browser"),
    "https:///a": ("names no host", "copy it anew from the browser"),
    "https://example..org/": ("names a host that there cannot be, “example..org”", "copy it anew from the browser"),
    "https://-.example/": ("names a host that there cannot be, “-.example”", "copy it anew from the browser"),
    "https://example.org/a b": (
        "holds a blank, a backslash or a control character",
        "write it as the browser shows it, a blank as %20",
    ),
    "https://example.org\\@evil.example/": (
        "holds a blank, a backslash or a control character",
        "write it as the browser shows it, a blank as %20",
    ),
    "javascript:alert(1)": ("does not begin with http:// or https://", "copy it anew from the browser"),
    "//example.org/a": ("does not begin with http:// or https://", "copy it anew from the browser"),
    "HTTPS://EXAMPLE.ORG/": (
        "does not begin with http:// or https://",
        "copy it anew from the browser",
    ),
    "ftp://example.org/a": ("does not begin with http:// or https://", "copy it anew from the browser"),
    "https://еxample.org/": (
        "names a host in letters beyond a to z, which may look like another’s",
        "write it as “xn--xample-2of.org”, as the address bar does",
    ),
    "https://" + "ü" * 70 + ".org": (
        "names a host in letters beyond a to z, which may look like another’s",
        "copy it anew from the browser",
    ),
}
TAKEN = (
    "https://example.org",
    "http://example.org/a/b?c=d&e=f#g",
    "https://example.org:8443/",
    "https://[2001:db8::1]/a",
    "https://[2001:db8::1]:8080",
    "https://xn--xample-2of.org/",
    "https://例え.example/".replace("例え", "xn--r8jz45g"),
    "https://zh.wikipedia.org/wiki/人工智能",
    "https://example.org./a@b",
    "https://under_score.example/",
    "https://EXAMPLE.ORG/",
)


def with_url(example: Example, url: str) -> tuple[Problem, ...]:
    quoted = "'" + url.replace("'", "''") + "'"
    return example.edit("sources.yaml", "language: en", f"language: en\n  url: {quoted}").problems()


def test_there_are_addresses_to_refuse_and_to_take() -> None:
    assert (len(REFUSED), len(TAKEN)) == (20, 11)


@pytest.mark.parametrize("url", REFUSED, ids=lambda url: url[:40])
def test_what_is_no_address_for_a_reader_is_refused_with_a_line(url: str, example: Example) -> None:
    what, mend = REFUSED[url]
    [problem] = with_url(example, url)
    assert (problem.file, problem.line, problem.what, problem.mend) == (
        "content/example/sources.yaml",
        5,
        f"source “transcript”: url {what}",
        mend,
    )
    assert problem.why == "Address; leave out where none is recorded, the page then says so."


@pytest.mark.parametrize("url", TAKEN)
def test_an_address_that_a_browser_opens_is_taken(url: str, example: Example) -> None:
    with_url(example, url)
    example.audited().listed()
    assert packs.load(example.content).packs["example"].sources["transcript"].url == url


def test_a_password_in_an_address_is_not_printed(example: Example) -> None:
    assert "hunter2" not in "".join(map(str, with_url(example, "https://user:hunter2@example.org/")))


@pytest.mark.parametrize(
    "report", ["https://user:pass@example.org", "https://[::1", "http://example.org", "mailto:a b"]
)
def test_the_address_for_reports_is_held_to_the_same(report: str, example: Example) -> None:
    found = example.set("../contact.yaml", f"report: '{report}'\n").problems()
    assert [(problem.file, problem.line, problem.what.split()[:2]) for problem in found] == [
        ("content/contact.yaml", 1, ["contact:", "report"])
    ]


@pytest.mark.parametrize("report", ["mailto:", "mailto:a@example.org", "https://example.org/issues/new?template=error"])
def test_a_good_address_for_reports_is_taken(report: str, example: Example) -> None:
    assert example.set("../contact.yaml", f"report: '{report}'\n").problems() == ()
