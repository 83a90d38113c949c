"""deploy/nginx.conf answers by its own names, and tells whoever comes by another that it has none of theirs."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests import installing, proxy
from tests.browser.harness import free_port
from tests.proxy import Proxy

NAMES = re.findall(r"server_name (.*);", proxy.CONFIG.read_text("utf-8"))[0].split()
OWN = NAMES[0]
REFUSED = (421, "The dashboard does not go by this name.\n")
OURS = (503, "The dashboard is not running just now. Please try again in a minute.\n")  # nothing runs behind it here


@pytest.fixture(scope="module", autouse=True)
def nginx() -> None:
    """Where there is none these tests are skipped, and with CI=true they fail."""
    if proxy.find() is None:
        (pytest.fail if installing.COMPULSORY else pytest.skip)(proxy.MISSING)


@pytest.fixture(scope="module")
def plain(nginx: None) -> Iterator[Proxy]:
    with proxy.proxied([free_port(), free_port()]) as plain:
        yield plain


@pytest.fixture(scope="module")
def encrypted(nginx: None) -> Iterator[Proxy]:
    with proxy.proxied([free_port(), free_port()], certified=OWN) as encrypted:
        yield encrypted


def asked(where: Proxy, *lines: str, name: str | None = None) -> tuple[int, str]:
    """Status and body of the answer to a request of these lines; over TLS, by ``name`` in its handshake."""
    host, port = urlsplit(where.url).hostname, urlsplit(where.url).port
    with socket.create_connection((host, port), timeout=20) as connection:
        trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        line = trusting.wrap_socket(connection, server_hostname=name) if where.url.startswith("https") else connection
        with line, line.makefile("rb") as answer:
            line.sendall("\r\n".join([*lines, "", ""]).encode())
            head, _, body = answer.read().partition(b"\r\n\r\n")
    return int(head.split()[1]), body.decode()


def by(host: str, path: str = "/quotes") -> tuple[str, ...]:
    return (f"GET {path} HTTP/1.1", f"Host: {host}", "Connection: close")


def test_it_has_a_name_to_put_ones_own_in_place_of_and_those_of_this_machine() -> None:
    assert NAMES == ["narratives.example.org", "localhost", "127.0.0.1"]


@pytest.mark.parametrize("host", [*NAMES, f"{OWN}:8080", OWN.upper()])
def test_by_its_own_names_it_answers(host: str, plain: Proxy) -> None:
    assert asked(plain, *by(host)) == OURS


@pytest.mark.parametrize(
    "host", ["elsewhere.example", f"elsewhere.{OWN}", f"{OWN}.elsewhere.example", "127.0.0.1.example", "192.0.2.1", "_"]
)
@pytest.mark.parametrize("path", ["/", "/_stcore/stream", "/_stcore/health", "/static/js/index.js"])
def test_by_any_other_name_nothing_is_answered_but_that(host: str, path: str, plain: Proxy) -> None:
    before = len(plain.log())
    assert asked(plain, *by(host, path)) == REFUSED
    rows = plain.log(before, when=lambda rows: len(rows) > 0)
    assert [(row.status, row.asked, row.ports) for row in rows] == [(421, f"GET {path}", ())]


def test_a_page_elsewhere_whose_name_leads_here_opens_no_session(plain: Proxy) -> None:
    upgrade = ("Upgrade: websocket", "Origin: http://elsewhere.example", "Sec-WebSocket-Version: 13")
    assert asked(plain, *by("elsewhere.example", "/_stcore/stream"), *upgrade) == REFUSED


def test_by_no_name_nothing_is_answered(plain: Proxy) -> None:
    assert asked(plain, "GET / HTTP/1.0") == REFUSED
    assert asked(plain, "GET / HTTP/1.1", "Connection: close")[0] == 400  # which HTTP forbids


def test_a_link_that_carries_a_long_search_is_taken_in(plain: Proxy) -> None:
    assert asked(plain, *by(OWN, "/quotes?search=" + "a" * 12_000)) == OURS


def test_encrypted_it_answers_by_its_own_name(encrypted: Proxy) -> None:
    assert asked(encrypted, *by(OWN), name=OWN) == OURS


@pytest.mark.parametrize("name", ["elsewhere.example", None])
def test_encrypted_it_shakes_no_hand_by_another_name_or_none(name: str | None, encrypted: Proxy) -> None:
    with pytest.raises(ssl.SSLError, match="UNRECOGNIZED_NAME"):
        asked(encrypted, *by(OWN), name=name)


def test_encrypted_a_handshake_by_its_name_lets_no_other_host_in(encrypted: Proxy) -> None:
    assert asked(encrypted, *by("elsewhere.example"), name=OWN) == REFUSED
