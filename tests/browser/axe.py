"""What axe-core finds on a page that is ours to mend, and what is Streamlit's.

Streamlit's own findings are listed with their cause; ``test_accessibility`` asserts that each is still there to be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
    .flatMap(({id, nodes}) => nodes.map((node) => [id, node.html]))"""


@dataclass(frozen=True)
class Upstream:
    """A finding in Streamlit's own elements: axe's rule, what the element's HTML holds, and why we cannot mend it."""

    rule: str
    element: str
    cause: str


UPSTREAM = (
    Upstream(
        "presentation-role-conflict",
        r'data-testid="stFileUploaderDropzone"',
        "st.file_uploader: its drop zone has role=presentation and an aria-label; the button inside it is named rightly",
    ),
    Upstream(
        "color-contrast",
        r'^<span title="[^"]*" class="st-emotion-cache-\w+ \w+">',
        "st.multiselect, dark: a chosen tag is white on primaryColor, which elsewhere is text on the dark background; no "
        "colour has a contrast of 4.5 to both",
    ),
)


def findings(page: Page) -> tuple[tuple[str, str], ...]:
    """Every violation of axe's rules on the page as it is now: the rule, and the element's HTML."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return tuple((rule, html) for rule, html in page.evaluate(RUN))


def cause(rule: str, html: str) -> Upstream | None:
    """The entry of ``UPSTREAM`` that a finding belongs to; None where it is ours."""
    return next((each for each in UPSTREAM if each.rule == rule and re.search(each.element, html)), None)


def ours(found: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The findings that are ours to mend, as text."""
    return tuple(f"{rule}: {html[:160]}" for rule, html in found if cause(rule, html) is None)
