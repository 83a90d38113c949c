"""A file is saved while a page is open: within a second the page shows it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import PLAIN, ROOT, OpenPage, make_run, save, serving
from tests.example import Example

pytestmark = pytest.mark.browser

HEADLINE = "Ada Vale speaks of chips"
PRODUCTION = (*PLAIN, "--server.fileWatcherType=none", "--server.runOnSave=false")
TRIES = 12  # a busy machine may take longer than a second to draw a page; not every time
PROJECT = ("streamlit_app.py", "Makefile", ".streamlit", "narratives", "pages", "static")


def project(folder: Path) -> Path:
    """A copy of the dashboard with the example as its own content."""
    folder.mkdir()
    for name in PROJECT:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
    example(folder)
    return folder


def example(folder: Path) -> Example:
    return Example(folder).write()


def shown(page: Page, headline: str, milliseconds: float) -> bool:
    try:
        expect(page.locator("h1").first).to_have_text(headline, timeout=milliseconds)
    except AssertionError:
        return False
    return True


def within_a_second(page: Page, path: Path) -> bool:
    """Whether each of some saves shows, and one of them within a second."""
    words, quick = path.read_text("utf-8"), False
    for number in range(TRIES):
        save(path, words.replace(HEADLINE, f"Edit {number}"))
        quick = shown(page, f"Edit {number}", 1000)
        expect(page.locator("h1").first).to_have_text(f"Edit {number}")
        if quick:
            break
    return quick


@pytest.mark.parametrize("command", ["streamlit run", pytest.param("make run", marks=pytest.mark.deep)])
def test_a_saved_file_shows_in_the_open_page_within_a_second(open_page: OpenPage, tmp_path: Path, command: str) -> None:
    root = project(tmp_path / "my project")
    with serving(None, root=root, command=make_run(root) if command == "make run" else PLAIN) as url:
        page = open_page("/layers", server=url).page
        assert within_a_second(page, root / "content" / "example" / "narrative.yaml")


def test_a_saved_file_in_a_folder_elsewhere_shows_in_the_open_page_within_a_second(
    open_page: OpenPage, tmp_path: Path
) -> None:
    there = example(tmp_path / "some other place")
    with serving(there.content) as url:
        page = open_page("/layers", server=url).page
        assert within_a_second(page, there.path("narrative.yaml"))


def test_in_production_an_open_page_is_left_alone_and_the_next_click_shows_what_was_saved(
    open_page: OpenPage, tmp_path: Path
) -> None:
    there = example(tmp_path)
    with serving(there.content, command=PRODUCTION) as url:
        page = open_page("/layers", server=url).page
        save(there.path("narrative.yaml"), there.read("narrative.yaml").replace(HEADLINE, "An edit"))
        other = open_page(
            "/layers", server=url
        ).page  # opened until the watch has seen it; the first page is then asked
        while not shown(other, "An edit", 1000):
            other.reload()
        assert page.locator("h1").first.inner_text() == HEADLINE
        page.get_by_role("link", name="Quotes").first.click()
        page.get_by_role("link", name="Layers").first.click()
        expect(page.locator("h1").first).to_have_text("An edit")
