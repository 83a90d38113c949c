"""What stands inside a page and only opens by a link or a click: with the pages, all that a reader’s browser can show."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from narratives.ui.words import doubts
from tests.browser.harness import OpenPage
from tests.browser.test_pages_open import COLD, Report, report

pytestmark = pytest.mark.browser

# Each with words that only this view shows.
VIEWS = {
    "/?narrative=Lin+2024": "Interview with Suanli",
    "/layers?embed=true": "Chips: takes part",
    "/open_source?beside=all+narratives": "Open models are easier to copy",
    "/investment?chart=comparison&first=own-revenue&second=chips-share": "must agree for one axis",
    "/quotes?narrative=Lin+2024&quote=weights&quote=power": "电力我们不碰",  # of a repeated parameter the last counts
    "/walkthrough?tour=three-voices&present=1": "Each speaks of a part in models",
    "/walkthrough?present=1&embed=true": "Ada Vale gives two bounds",
    "/walkthrough?view=presenter": "Both are open bounds; no line joins them.",
    "/walkthrough?view=sheet": "Sources",
}
BARE = ("embed=", "present=", "view=")  # no controls stand above it
SHARED = next(link for link in COLD if "narrative=" in link)


def test_there_are_views_to_look_at() -> None:
    assert (len(VIEWS), len(doubts.SECTIONS)) == (9, 8)


@pytest.mark.parametrize("path", VIEWS)
def test_a_view_inside_a_page_opens_without_fault(path: str, open_page: OpenPage) -> None:
    visit = open_page(path)
    expect(visit.page.get_by_role("main")).to_contain_text(VIEWS[path])
    controls = visit.page.get_by_role("button", name="Share this view").count()
    assert (controls, report(visit, audited=True)) == (0 if any(each in path for each in BARE) else 1, Report())


@pytest.mark.parametrize(
    "section",
    [
        pytest.param(section, marks=() if section in ("wordings", "record") else pytest.mark.deep)
        for section in doubts.SECTIONS
    ],
)
def test_a_section_of_the_evidence_is_without_fault_with_the_record_switched_on(
    section: str, open_page: OpenPage
) -> None:
    assert report(open_page(f"/evidence?record=true&section={section}"), audited=True) == Report()


def test_the_link_that_is_shared_is_that_of_exactly_this_view(open_page: OpenPage, app_url: str) -> None:
    """``test_pages_open`` opens this link where nobody was before."""
    page = open_page(SHARED.replace("&narrative=Vale+2026", "")).page
    chart = page.locator("[data-testid=stPlotlyChart]")
    expect(chart).to_contain_text("$12 billion")
    expect(chart).not_to_contain_text(re.compile("8.4 billion|40 billion"))  # of another voice, of another measure
    page.get_by_role("button", name="Share this view").click()
    shared = page.get_by_test_id("stPopoverBody")
    expect(shared.get_by_role("img").first).to_be_visible()
    expect(shared.locator("code")).to_have_count(2)
    assert [code.inner_text().strip() for code in shared.locator("code").all()] == [
        f"{app_url}{SHARED}",
        f'<iframe src="{app_url}{SHARED.replace("&", "&amp;")}&amp;embed=true" width="100%" height="600" '
        'style="border:0"></iframe>',
    ]
