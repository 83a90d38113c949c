"""Choices that stand in the URL under their own name: each is synced, drawn and published in one call.

``names`` maps the stable ids, which the URL carries, to the words on the page.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from narratives.ui.page import links, prose


def select(param: str, label: str, names: Mapping[str, str], default: str, width: int | str = "stretch") -> str:
    """One of many, from a list that can be searched."""
    value = listed(param, label, names, links.sync(param, param, names, default), width)
    links.publish(param, param, default)
    return value or default


def listed(key: str, label: str, names: Mapping[str, str], value: str, width: int | str = "stretch") -> str:
    """The list alone, for a key that the page syncs itself; ``value`` is what ``sync`` returned."""
    ids, begins = list(names), links.beginning(key, value)
    index = 0 if begins is None else ids.index(begins)
    chosen = st.selectbox(label, ids, index, key=key, format_func=lambda id: names[id], width=width)  # type: ignore[arg-type]
    return str(chosen)


def segments(param: str, label: str, names: Mapping[str, str], default: str, *, labelled: bool = True) -> str:
    """One of a few, side by side."""
    begins = links.beginning(param, links.sync(param, param, names, default))
    value = st.segmented_control(
        label,
        list(names),
        key=param,
        default=begins,
        required=True,
        format_func=lambda id: prose.plain(names[id]),
        label_visibility="visible" if labelled else "collapsed",
    )
    links.publish(param, param, default)
    return value or default


def pills(param: str, label: str, names: Mapping[str, str], default: str) -> str:
    """One of a few, as words that wrap."""
    begins = links.beginning(param, links.sync(param, param, names, default))
    words = {id: prose.plain(name) for id, name in names.items()}
    value = st.pills(
        label, list(names), key=param, default=begins, required=True, wrap=True, format_func=words.__getitem__
    )
    links.publish(param, param, default)
    return value or default


def slider(param: str, label: str, names: Mapping[str, str], default: str) -> str:
    """One place on a scale."""
    begins = links.beginning(param, links.sync(param, param, names, default))
    value = st.select_slider(prose.plain(label), list(names), begins, key=param, format_func=lambda id: names[id])
    links.publish(param, param, default)
    return str(value)


def several(param: str, label: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Any number of many; none chosen means all."""
    begins = links.beginning(param, links.sync_many(param, param, names))
    values = st.multiselect(label, list(names), begins, key=param, format_func=lambda id: names[id], placeholder="all")
    links.publish_many(param, param)
    return tuple(values)
