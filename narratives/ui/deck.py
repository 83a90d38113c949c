"""Keys for the walkthrough: right and left, page keys, space, Home and End.

A component of its own, since presses less than 60 ms apart are merged by Streamlit's button shortcuts; this one loses
none. It ignores keys while the reader types or a dialog is open. It draws nothing and sends only the step's number.
"""

from __future__ import annotations

import streamlit as st

JS = """
export default function ({ data, setStateValue }) {
  const s = (window.__walkthrough ??= { i: 0, t: -1e9 })
  if (performance.now() - s.t > 600) s.i = data.index        // ignore echoes of our own burst
  const onKey = (e) => {
    if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || document.querySelector('[role=dialog]')) return
    const t = e.composedPath()[0]
    if (t instanceof Element && t.closest('input,textarea,select,[contenteditable],[role=slider],[role=tab],[role=radio],[role=combobox]')) return
    if (e.key === ' ' && t instanceof Element && t.closest('button,a,summary')) return
    const by = { ArrowRight: 1, PageDown: 1, ' ': e.shiftKey ? -1 : 1, ArrowLeft: -1, PageUp: -1, Home: -data.count, End: data.count }[e.key]
    if (!by) return
    e.preventDefault()
    const j = Math.min(data.count - 1, Math.max(0, s.i + by))
    if (j !== s.i) { s.i = j; s.t = performance.now(); setStateValue('index', j) }
  }
  document.removeEventListener('keydown', s.on)
  s.on = onKey
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', s.on)
}
"""
_component = st.components.v2.component("walkthrough_keys", js=JS)


def keys(ids: list[str], key: str) -> None:
    """Let the keyboard move the widget ``key`` through ``ids``; call it after ``sync`` and before the widget."""
    current = ids.index(st.session_state[key])
    if st.session_state.get("deck", {}).get("index", current) != current:
        st.session_state["deck"] = {"index": current}

    def moved() -> None:
        st.session_state[key] = ids[int(st.session_state["deck"]["index"])]

    _component(
        key="deck",
        data={"index": current, "count": len(ids)},
        default={"index": current},
        on_index_change=moved,
        height=1,
    )
