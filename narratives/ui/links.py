"""State in the URL: what a page shows can be linked to, and Back and Forward work.

``sync`` before a widget and ``publish`` after it keep the widget's key and one query parameter in step. A rerun request
carries the URL as it was at the click, so a value that the reader touched since the last run wins over the URL.
"""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from narratives.ui import prose


def sync(param: str, key: str, options: Collection[str], default: str) -> None:
    """Before the widget: take the value from the URL on the first run, on Back and Forward, and on re-entry.

    An unknown value gets a plain notice and ``default``.
    """
    state, url = st.session_state, st.query_params.get(param)
    last = state.get(f"_{key}")  # (value, url) after our previous run
    touched = last is not None and state.get(key, last[0]) != last[0]
    if not touched and (last is None or key not in state or url != last[1]):
        state[key] = url if url in options else default
        if url is not None and url not in options:
            unknown(param, url)
    elif state.get(key) not in options:
        state[key] = default  # the narrative or a filter changed, and the value is no longer there


def publish(param: str, key: str, default: str) -> None:
    """After the widget: write its value into the URL; the default leaves the URL clean."""
    value = st.session_state[key]
    want = None if value == default else value
    if want != st.query_params.get(param):
        if want is None:
            del st.query_params[param]
        else:
            st.query_params[param] = want
    st.session_state[f"_{key}"] = (value, want)


def put(key: str, value: str) -> None:
    """Set the value of a synced key from a button; ``publish`` then writes it into the URL."""
    st.session_state[key] = value


def ref(narrative: str, id: str, home: str) -> str:
    """What the URL calls a record: its id in the ``home`` narrative, that of another with its narrative before it."""
    return id if narrative == home else f"{narrative}/{id}"


def sync_many(param: str, key: str, options: Collection[str]) -> None:
    """As ``sync`` for a widget with several values: the URL joins their ids by commas; none chosen is the default."""
    state, url = st.session_state, st.query_params.get(param)
    last = state.get(f"_{key}")
    touched = last is not None and state.get(key, last[0]) != last[0]
    if not touched and (last is None or key not in state or url != last[1]):
        named = url.split(",") if url else []
        state[key] = [id for id in named if id in options]
        for id in named:
            if id not in options:
                unknown(param, id)
                break
    else:
        state[key] = [id for id in state.get(key, []) if id in options]


def publish_many(param: str, key: str) -> None:
    """After the widget: write its values into the URL; none leaves the URL clean."""
    values = st.session_state[key]
    want = ",".join(values) or None
    if want != st.query_params.get(param):
        if want is None:
            del st.query_params[param]
        else:
            st.query_params[param] = want
    st.session_state[f"_{key}"] = (list(values), want)


def unknown(param: str, value: str) -> None:
    """Say plainly that a link names something that is not here."""
    printable = "".join(mark for mark in value if mark.isprintable() and mark.isascii())
    shown = printable if len(printable) <= 40 else printable[:40] + "…"
    prose.notice(f"This link names the {param} “{shown}”, which is not here. The page shows its usual view instead.")
