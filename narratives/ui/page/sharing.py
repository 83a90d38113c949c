"""The link of exactly this view: as text, as an embed snippet, and as a QR code."""

from __future__ import annotations

import io
from contextlib import suppress
from urllib.parse import urlencode, urlsplit, urlunsplit

import segno
import streamlit as st

from narratives.html import writing
from narratives.ui.page import prose
from narratives.web.routes import KEPT, PRIVATE

CODE = "QR code that opens the address below it on a phone"


def link(path: str | None = None, **params: str) -> str:
    """The address of this view, or of ``path`` with ``params`` added; the stage and the way back are left out.

    The narrative is always named, also where it is the first one and the address bar leaves it out.
    """
    here = urlsplit(st.context.url or "")
    names = [name for name in st.query_params if (name not in PRIVATE if path is None else name in KEPT)]
    kept = {name: st.query_params.get_all(name) for name in names}
    if label := st.session_state.get("narrative"):  # spelled out: another narrative may come first one day
        kept.setdefault("narrative", [label])
    query = urlencode(kept | {name: [value] for name, value in params.items()}, doseq=True)
    return urlunsplit((here.scheme, here.netloc, here.path if path is None else path, query, ""))


def code(address: str) -> bytes | None:
    """A QR code of an address as a PNG, dark on light in either scheme, so that a phone reads it.

    None if no code holds the address: with less to mend a torn code by, the largest holds 2953 bytes.
    """
    for error in ("m", "l"):
        with suppress(segno.DataOverflowError):
            image = io.BytesIO()
            segno.make(address, error=error, micro=False).save(image, kind="png", scale=8, border=3)
            return image.getvalue()
    return None


def share() -> None:
    """A button that opens the link of exactly this view, with an embed snippet and a QR code."""
    with st.popover("Share this view", key="sharing", on_change="rerun") as opened:
        if not opened.open:
            return
        address = link()
        st.text("The link of exactly this view")
        st.code(address, language=None, wrap_lines=True)
        st.text("To embed it in a page")
        st.code(str(writing.embedded(address)), language=None, wrap_lines=True)
        qr(address)


def qr(address: str) -> None:
    """A QR code, or that the address is too long for one, and the address."""
    if image := code(address):
        st.image(image, width=240, alt=CODE)
    else:
        prose.say("This link is too long for a code.")
    prose.say(address, "asn-meta")
