"""State in the URL: what a page shows can be linked to, and Back and Forward work.

``sync`` before a widget and ``publish`` after it keep the widget's key and one query parameter in step. A rerun request
carries the URL as it was at the click, so a value that the reader touched since the last run wins over the URL.

A browser that outlives a restart of the server brings the values of its widgets along with the next click. They are not
known before a widget is drawn, and a value in the state would undo that click: in the first run of a session the link's
value is only what the widget begins with. What Streamlit calls at a click is not known in that run either; ``button``
does without.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import streamlit as st

from narratives.ui.page import prose
from narratives.web.routes import PARAMETERS


def sync(param: str, key: str, options: Collection[str], default: str) -> str:
    """Before the widget: take the value from the URL on the first run, on Back and Forward, and on re-entry.

    Returns the value that the widget has; hand it over by ``beginning`` as what the widget begins with. An unknown value
    in the URL gets a plain notice and ``default``. KeyError for a parameter that is not declared.
    """
    state, url = st.session_state, st.query_params.get(PARAMETERS[param].name)
    last = state.get(f"_{key}")  # (value, url) after our previous run
    touched = key in state if last is None else state.get(key, last[0]) != last[0]
    if not touched and (last is None or key not in state or url != last[1]):
        value = url if url is not None and url in options else default
        if url is not None and url not in options:
            unknown(param, url)
        if last is not None:
            state[key] = value
        return value
    if state.get(key) not in options:
        state[key] = default  # the narrative or a filter changed, and the value is no longer there
    return str(state[key])


def beginning(key: str, value: Any) -> Any:
    """What to give a widget as its default: ``value`` where the session has none yet, else nothing."""
    return None if key in st.session_state else value


def publish(param: str, key: str, default: str, shown: str | None = None) -> None:
    """After the widget: write its value into the URL; the default leaves the URL clean.

    ``shown`` is the value for which the page was drawn above the widget, if it was; where the widget has another one,
    the page is drawn again. Without a widget it is the value.
    """
    value = st.session_state.get(key, shown)
    _write(param, key, value, None if value == default else value)
    if shown is not None and value != shown:
        st.rerun()


def put(key: str, value: str) -> None:
    """Set the value of a synced key from a button; ``publish`` then writes it into the URL."""
    st.session_state[key] = value


def button(label: str, key: str, value: str, *, id: str | None = None, **look: Any) -> None:
    """A button, with the key ``id``, that sets the value of a synced key whose widget, if it has one, is drawn later.

    In the first run of a session Streamlit does not call what ``on_click`` names; then the click is acted on here. It is
    acted on once: where the call has moved the value on, the next one stands on the button by now.
    """
    acted = f"_{key}-acted"

    def act() -> None:
        put(key, value)
        st.session_state[acted] = True

    if st.button(label, key=id, on_click=act, **look) and not st.session_state.pop(acted, False):
        put(key, value)
        st.rerun()


def sync_many(param: str, key: str, options: Collection[str]) -> list[str]:
    """As ``sync`` for a widget with several values: the URL joins their ids by commas; none chosen is the default."""
    state, url = st.session_state, st.query_params.get(PARAMETERS[param].name)
    last = state.get(f"_{key}")
    touched = key in state if last is None else state.get(key, last[0]) != last[0]
    if not touched and (last is None or key not in state or url != last[1]):
        named = url.split(",") if url else []
        values = [id for id in dict.fromkeys(named) if id in options]
        if strange := next((id for id in named if id not in options), None):
            unknown(param, strange)
        if last is not None:
            state[key] = values
        return values
    state[key] = [id for id in state.get(key, []) if id in options]
    return list(state[key])


def publish_many(param: str, key: str) -> None:
    """After the widget: write its values into the URL; none leaves the URL clean."""
    values = list(st.session_state[key])
    _write(param, key, values, ",".join(values) or None)


def _write(param: str, key: str, value: Any, want: str | None) -> None:
    if want != st.query_params.get(param):
        if want is None:
            del st.query_params[param]
        else:
            st.query_params[param] = want
    st.session_state[f"_{key}"] = (value, want)


def unknown(param: str, value: str) -> None:
    """Say plainly that a link names something that is not here."""
    printable = "".join(mark for mark in value if mark.isprintable() and mark.isascii())
    shown = printable if len(printable) <= 40 else printable[:40] + "…"
    prose.notice(f"This link names the {param} “{shown}”, which is not here. The page shows its usual view instead.")
