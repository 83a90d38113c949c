"""Finds a Chromium for the browser tests; as a script (``make test``), installs one where none is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

from tests import installing
from tests.installing import COMPULSORY

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "No Chromium for the browser tests. Install one (`apt-get install chromium`, or `playwright install chromium`), "
    "or name one: CHROMIUM=/path/to/chromium make test"
)
INSTALL_BY_PLAYWRIGHT = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]


def find() -> str | None:
    """The path of a Chromium that starts: the one ``CHROMIUM`` names, else the system's, else Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return named if _starts(named) else None
    on_path = (path for name in NAMES if (path := shutil.which(name)) and _starts(path))
    return next(on_path, None) or _playwrights_own()


def install() -> None:
    """Tries Playwright's download, then Debian's package where we are root."""
    if not (installing.run(INSTALL_BY_PLAYWRIGHT, seconds=300) and find()):
        installing.by_apt("chromium", "fonts-dejavu-core")


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if _starts(path) else None


def _starts(path: str) -> bool:
    # Ubuntu's chromium-browser is there without the snap it stands for, and a download may lack system libraries.
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def main() -> int:
    """0 where a Chromium is at hand, or where one is not compulsory; 1 otherwise."""
    path = find()
    if path is None and "CHROMIUM" not in os.environ:
        install()
        path = find()
    print(f"Browser tests use {path}" if path else f"\n*** {MISSING}\n", flush=True)
    return 1 if path is None and COMPULSORY else 0


if __name__ == "__main__":
    sys.exit(main())
