"""The walkthrough's keys, progress line, swipe and second window, as one component.

Streamlit's button shortcuts merge presses less than 60 ms apart; this component loses none. It ignores keys while the
reader types or a dialog is open. Windows of one browser keep in step through a BroadcastChannel, so nothing is kept on
the server and it works with any number of processes.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from narratives.ui.page import links

HERE = Path(__file__).parent
HTML = """
<ol aria-label="Steps"></ol>
<div class="bar">
  <button type="button" data-key="back"><kbd>←</kbd> previous</button>
  <button type="button" data-key="next"><kbd>→</kbd> next</button>
  <button type="button" data-key="p"><kbd>P</kbd> present</button>
  <button type="button" data-key="x"><kbd>X</kbd> leave the stage</button>
  <button type="button" data-key="f"><kbd>F</kbd> full screen</button>
  <button type="button" data-key="e"><kbd>E</kbd> exact words</button>
  <button type="button" data-key="q"><kbd>Q</kbd> take it along</button>
  <button type="button" data-key="n"><kbd>N</kbd> presenter window</button>
  <button type="button" data-key="h"><kbd>H</kbd> keys</button>
</div>
"""
CLOCK = """
<p><span class="now"></span> · <span class="since"></span> elapsed · <button type="button">start again</button></p>
"""
CLOCK_CSS = """
p { margin: 0; font-size: 1.3rem; font-variant-numeric: tabular-nums; color: var(--st-text-color); }
button { font: inherit; font-size: 0.85rem; background: none; border: 0; text-decoration: underline; cursor: pointer; color: inherit; }
"""
_clock = st.components.v2.component(
    "walkthrough_clock", html=CLOCK, css=CLOCK_CSS, js=(HERE / "clock.js").read_text("utf-8")
)
_component = st.components.v2.component(
    "walkthrough", html=HTML, css=(HERE / "deck.css").read_text("utf-8"), js=(HERE / "deck.js").read_text("utf-8")
)


def deck(titles: dict[str, str], key: str, value: str, channel: str, *, present: bool, presenter: bool) -> str:
    """Draw the progress line and let keys move the widget ``key`` through the ids of ``titles``.

    Call it after ``sync``, with the ``value`` that it returned, and before the widget. Returns what the reader asked for
    by a key: ``receipts``, ``code``, ``keys``, or nothing. ``channel`` names the narrative, so that only windows on the
    same one keep in step.
    """
    ids = list(titles)

    def moved() -> None:
        if (id := st.session_state["deck"]["go"]) in ids:
            links.put(key, id)

    found = _component(
        key="deck",
        data={
            "index": ids.index(value),
            "ids": ids,
            "count": len(ids),
            "titles": list(titles.values()),
            "channel": f"walkthrough {channel}",
            "present": present,
            "presenter": presenter,
        },
        on_go_change=moved,
        on_act_change=lambda: None,
    )
    if found.go in ids and found.go != value:  # the first run of a session does not know of ``moved``
        links.put(key, found.go)
        st.rerun()
    return str(found.act or "")


def clock() -> None:
    """The time of day and the time since this window opened, kept by the browser."""
    _clock(key="clock")
