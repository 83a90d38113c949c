"""The server asks nobody outside for anything: no name is looked up, no connection tried, no other program started."""

from __future__ import annotations

import asyncio
import ipaddress
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.readers import Reader
from tests.browser.harness import ADDRESS_TOLD, free_port
from tests.example import Example

ROOT = Path(__file__).parents[1]
PAGES = ("", "layers", "open_source", "investment", "quotes", "walkthrough", "evidence")
PATIENCE = 120  # seconds
# Python imports a module of this name by itself as it starts, so what listens does so before any other code runs.
LISTENER = """
import json, os, sys

ASKED = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1, "socket.bind": 1, "socket.getaddrinfo": 0,
         "socket.gethostbyname": 0, "socket.gethostbyaddr": 0, "socket.getnameinfo": 0, "urllib.Request": 0,
         "http.client.connect": 1, "subprocess.Popen": 0, "os.system": 0, "os.exec": 0, "os.posix_spawn": 0}

def listen(event, arguments):
    if event in ASKED:
        with open(os.environ["HEARD"], "a", encoding="utf-8") as file:
            file.write(json.dumps([event, arguments[ASKED[event]]], default=str) + "\\n")

sys.addaudithook(listen)
"""


@contextmanager
def heard(folder: Path, *command: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A fresh interpreter that runs ``command``, and the file in which it notes whom it asks.

    None of the settings of the person who runs the tests reaches it, the home folder's neither.
    """
    (folder / "sitecustomize.py").write_text(LISTENER, "utf-8")
    (notes := folder / "heard").touch()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "NARRATIVES_"))}
    kept |= {"HOME": str(folder), "PYTHONPATH": str(folder), "PYTHONUNBUFFERED": "1", "HEARD": str(notes)}
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=kept | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield process, notes
        finally:
            process.kill()


def told(notes: Path) -> list[tuple[str, object]]:
    """Whom a process asked, in order: the event, and an address, name, URL or program."""
    return [(event, asked) for event, asked in map(json.loads, notes.read_text("utf-8").splitlines())]


def outside(asked: object) -> bool:
    """Whether that is anywhere but this machine; a program that is started counts as outside, whatever it is."""
    host = asked[0] if isinstance(asked, list) else asked
    if host in (None, "", "localhost"):
        return False
    try:
        address = ipaddress.ip_address(str(host))
    except ValueError:
        return True
    return not (address.is_loopback or address.is_unspecified)


async def read(url: str) -> list[str]:
    """What went wrong for a reader who opens every page from the menu and the last one by its link."""
    async with Reader(url) as reader:
        runs = [await reader.open(), *[await reader.turn(page) for page in PAGES]]
    async with Reader(url) as reader:
        runs.append(await reader.open(PAGES[-1]))
    return [error for run in runs for error in run.errors]


@pytest.mark.parametrize(
    ("asked", "is_outside"),
    [
        (["127.0.0.1", 80], False),
        (["::1", 80, 0, 0], False),
        (["::", 8501], False),
        ("localhost", False),
        (None, False),
        (["8.8.8.8", 1], True),
        ("checkip.example", True),
        ("http://127.0.0.1/", True),
        (["192.0.2.1", 80], True),
    ],
)
def test_this_machine_is_told_from_all_others(asked: object, is_outside: bool) -> None:
    assert outside(asked) is is_outside


def test_a_look_up_a_connection_and_a_program_are_heard(tmp_path: Path) -> None:
    code = (
        "import os, socket, subprocess, sys\n"
        "try: socket.getaddrinfo('no.such.name.invalid', 80)\n"
        "except OSError: pass\n"
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))\n"
        "subprocess.run([sys.executable, '-c', ''], env={})\n"
    )
    with heard(tmp_path, "-c", code) as (process, notes):
        process.communicate(timeout=PATIENCE)
    assert told(notes)[:3] == [
        ("socket.getaddrinfo", "no.such.name.invalid"),
        ("socket.connect", ["127.0.0.1", 9]),
        ("subprocess.Popen", sys.executable),
    ]


def test_a_bare_streamlit_run_looks_up_no_name_and_connects_to_nobody_while_every_page_is_read(
    example: Example, tmp_path: Path
) -> None:
    """Headless, as on any server: with a screen Streamlit asks one question less, and opens a browser."""
    port = free_port()
    command = ("-m", "streamlit", "run", "streamlit_app.py", "--server.headless=true", f"--server.port={port}")
    with heard(tmp_path, *command, NARRATIVES_CONTENT=str(example.content)) as (process, notes):
        assert process.stdout
        address = next((line for line in process.stdout if ADDRESS_TOLD in line), "")
        errors = asyncio.run(read(f"http://localhost:{port}"))
    asked = told(notes)
    assert [each for event, each in asked if event == "socket.bind"] != []  # it did listen, and was listened to
    assert [(event, each) for event, each in asked if outside(each)] == []
    assert (address.split(), errors) == (["URL:", f"http://localhost:{port}"], [])
