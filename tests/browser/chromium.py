"""Finds a Chromium for the browser tests; as a script (``make test``), installs one where none is found.

Everything that uses the network has a time limit and a second try: a package mirror that hangs must not hang the tests.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
COMPULSORY = os.environ.get("CI") == "true"
MISSING = (
    "No Chromium for the browser tests. Install one (`apt-get install chromium`, or `playwright install chromium`), "
    "or name one: CHROMIUM=/path/to/chromium make test"
)
INSTALL_BY_PLAYWRIGHT = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
UPDATE_APT = ["apt-get", "-o", "Acquire::http::Timeout=20", "update"]
INSTALL_BY_APT = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core"]


def find() -> str | None:
    """The path of a Chromium that starts: the one ``CHROMIUM`` names, else the system's, else Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return named if _starts(named) else None
    on_path = (path for name in NAMES if (path := shutil.which(name)) and _starts(path))
    return next(on_path, None) or _playwrights_own()


def install() -> None:
    """Tries Playwright's download, then Debian's package where we are root."""
    if _run(INSTALL_BY_PLAYWRIGHT, seconds=300) and find():
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        # Old package lists may still do, so a failed update is not the end.
        _run(UPDATE_APT, seconds=120)
        _run(INSTALL_BY_APT, seconds=600)


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


def _run(command: list[str], seconds: int) -> bool:
    """Whether ``command`` succeeds, in one of two tries of so many seconds each."""
    for _ in range(2):
        print("$", *command, flush=True)
        # A session of its own, so that the children which do the downloading end with it.
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        ) as process:
            try:
                if process.wait(seconds) == 0:
                    return True
            except subprocess.TimeoutExpired:
                print(f"gave up after {seconds} seconds", flush=True)
                os.killpg(process.pid, signal.SIGKILL)
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
