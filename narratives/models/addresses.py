"""The address of a page that readers open: whole, of one host, and without a name or password."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

AGAIN = "copy it anew from the browser"
LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?")
NUMBERED = re.compile(r"\[[0-9a-fA-F:.]+\](:[0-9]*)?")  # ``urlsplit`` has held it to the form of such a number
# Browsers read a backslash as a slash, other programs do not.
NOT_IN_AN_ADDRESS = re.compile(r"[\s\\\x00-\x1f\x7f-\x9f]")


def _refused(what: str, mend: str = AGAIN) -> PydanticCustomError:
    """What ``explaining`` says of an address; the address is not repeated there, since it may hold a password."""
    return PydanticCustomError("address", "{what}: {mend}", {"what": what, "mend": mend})


def web_address(text: str) -> str:
    """``text``, where it is the whole address of a page; else a slip that says what is wrong with it (RFC 3986).

    A host is written in ASCII. Letters of another alphabet can look like another host’s, in their ``xn--`` form they do not.
    """
    if not text.startswith(("http://", "https://")):
        raise _refused("does not begin with http:// or https://")
    if NOT_IN_AN_ADDRESS.search(text):
        what = "holds a blank, a backslash or a control character"
        raise _refused(what, "write it as the browser shows it, a blank as %20")
    bracketed = text.count("[") == text.count("]")
    try:
        parts = urlsplit(text)
    except ValueError:
        what = "what stands in its brackets is no number of a host" if bracketed else "a bracket is not closed"
        raise _refused(f"is not an address: {what}") from None
    if "@" in parts.netloc:
        what = "holds a name or password before its host, which every reader’s browser would send"
        raise _refused(what, "leave out all from “//” to “@”")
    try:
        parts.port  # noqa: B018 (reading it is what checks it)
    except ValueError:
        raise _refused("names a port that there is not", "leave the port out, or write one up to 65535") from None
    if not NUMBERED.fullmatch(parts.netloc):
        _check_host(parts.hostname or "")
    return text


def _check_host(host: str) -> None:
    if not host:
        raise _refused("names no host")
    if not host.isascii():
        try:
            mend = f"write it as “{host.encode('idna').decode()}”, as the address bar does"
        except UnicodeError:
            mend = AGAIN
        raise _refused("names a host in letters beyond a to z, which may look like another’s", mend)
    if not all(LABEL.fullmatch(label) for label in host.removesuffix(".").split(".")):
        raise _refused(f"names a host that there cannot be, “{host}”")


def report_address(text: str) -> str:
    """``text``, where it is the address of a page by https, or ``mailto:`` with or without a name."""
    if text.startswith("mailto:") and not NOT_IN_AN_ADDRESS.search(text):
        return text
    if not text.startswith("https://"):
        raise _refused("does not begin with https:// or mailto:, or holds a blank", "write one of the two")
    return web_address(text)


Url = Annotated[str, StringConstraints(max_length=2000), AfterValidator(web_address)]
ReportUrl = Annotated[str, StringConstraints(max_length=2000), AfterValidator(report_address)]
