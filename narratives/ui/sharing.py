"""The link of exactly this view: as text, as an embed snippet, and as a QR code."""

from __future__ import annotations

import html
import io
from urllib.parse import urlencode, urlsplit, urlunsplit

import segno
import streamlit as st

from narratives.ui import prose

KEPT = ("narrative", "voice", "record", "tour")
CODE = "QR code that opens the address below it on a phone"
OFF_LINK = ("present", "view", "back")


def link(path: str | None = None, **params: str) -> str:
    """The address of this view, or of ``path`` with ``params`` added; the stage and the way back are left out.

    The narrative is always named, also where it is the first one and the address bar leaves it out.
    """
    here = urlsplit(st.context.url or "")
    kept = {name: value for name, value in st.query_params.to_dict().items() if name not in OFF_LINK}
    if path is not None:
        kept = {name: value for name, value in kept.items() if name in KEPT}
    if label := st.session_state.get("narrative"):  # spelled out: another narrative may come first one day
        kept.setdefault("narrative", label)
    query = urlencode(kept | params, doseq=True)
    return urlunsplit((here.scheme, here.netloc, here.path if path is None else path, query, ""))


def code(address: str) -> bytes:
    """A QR code of an address as a PNG, dark on light in either scheme, so that a phone reads it."""
    image = io.BytesIO()
    segno.make(address, error="m", micro=False).save(image, kind="png", scale=8, border=3)
    return image.getvalue()


def share() -> None:
    """A button that opens the link of exactly this view, with an embed snippet and a QR code."""
    with st.popover("Share this view", key="sharing", on_change="rerun") as opened:
        if not opened.open:
            return
        address = link()
        st.text("The link of exactly this view")
        st.code(address, language=None, wrap_lines=True)
        st.text("To embed it in a page")
        frame = f'<iframe src="{html.escape(address + ("&" if "?" in address else "?") + "embed=true")}" '
        st.code(frame + 'width="100%" height="600" style="border:0"></iframe>', language=None, wrap_lines=True)
        qr(address)


def qr(address: str) -> None:
    """A QR code and the address it holds."""
    st.image(code(address), width=240, alt=CODE)
    prose.say(address, "asn-meta")
