"""Programs that tests need beside Python's packages, installed where they are missing.

Everything that uses the network has a time limit and a second try: a package mirror that hangs must not hang the tests.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess

COMPULSORY = os.environ.get("CI") == "true"
UPDATE_APT = ["apt-get", "-o", "Acquire::http::Timeout=20", "update"]
INSTALL_BY_APT = ["apt-get", "-o", "DPkg::Lock::Timeout=120", "install", "--yes", "--no-install-recommends"]


def by_apt(*packages: str) -> None:
    """Tries Debian's packages, where we are root."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        # Old package lists may still do, so a failed update is not the end.
        run(UPDATE_APT, seconds=120)
        run([*INSTALL_BY_APT, *packages], seconds=600)


def run(command: list[str], seconds: int) -> bool:
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
