"""A button that opens the browser's print dialog."""

from __future__ import annotations

import streamlit as st

HTML = '<button type="button">Print this sheet</button>\n'
CSS = """
button { font: inherit; padding: 0.4rem 0.9rem; border: 1px solid var(--st-border-color); cursor: pointer;
  border-radius: var(--st-button-radius); background: var(--st-background-color); color: var(--st-text-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
"""
JS = """
export default function ({ parentElement }) {
  parentElement.querySelector('button').onclick = () => window.print()
}
"""
_button = st.components.v2.component("print_button", html=HTML, css=CSS, js=JS)


def button() -> None:
    """Draw the button."""
    _button(key="print", width="content")
