"""Bring what was opened into view."""

from __future__ import annotations

import streamlit as st

TOP = """
export default function ({ data, parentElement }) {
  if (window.__shown === data.of) return
  window.__shown = data.of
  const host = parentElement.host ?? parentElement
  let box = host
  while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement
  ;(document.querySelector('main') ?? box)?.scrollTo({ top: 0 })
  for (let each = host; each; each = each.parentElement) if (each.scrollTop > 0) each.scrollTop = 0
}
"""
_top = st.components.v2.component("top", js=TOP)


def show_top(of: str) -> None:
    """Bring the top of the page into view when ``of`` changes, so that what was opened there is seen."""
    _top(key="top", data={"of": of}, height=1)
