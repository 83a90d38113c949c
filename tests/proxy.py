"""deploy/nginx.conf as it is, in front of other processes; as a script (``make test``), sees to it that there is an nginx.

with proxied([8501, 8502]) as proxy:
    ...  # proxy.url is where readers go; like a browser, a reader keeps the cookie of the first page
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import installing
from tests.browser.harness import free_port

CONFIG = Path(__file__).parents[1] / "deploy" / "nginx.conf"
MISSING = "No nginx for the tests of deploy/nginx.conf. Install one: apt-get install nginx"
UNPRIVILEGED = "nobody"
STARTING = 20  # seconds
WRITING = 10


@dataclass(frozen=True)
class Row:
    """One line of the access log: what was asked, and the ports of the processes that were tried for it."""

    status: int
    asked: str
    ports: tuple[int, ...]


@dataclass(frozen=True)
class Proxy:
    """An nginx that is running."""

    url: str
    folder: Path

    def log(self, since: int = 0, when: Callable[[list[Row]], bool] = lambda rows: True) -> list[Row]:
        """What was answered, from row ``since`` on; a session's connection is written down when it ends.

        nginx writes a line a moment after the answer, so this waits until ``when`` holds of the rows, for some seconds.
        """
        until = time.monotonic() + WRITING
        while not when(rows := self._rows()[since:]) and time.monotonic() < until:
            threading.Event().wait(0.02)
        return rows

    def _rows(self) -> list[Row]:
        lines = (self.folder / "access.log").read_text("utf-8").splitlines()
        found = [re.fullmatch(r'\S+ (\d+) \S+ "(.*?)" (.*) \S+', line) for line in lines]
        return [Row(int(m[1]), m[2], tuple(map(int, re.findall(r":(\d+)", m[3])))) for m in found if m]


def find() -> str | None:
    """The path of nginx, also where the folders of an administrator's programs are not searched."""
    return shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"]))


def configured(listen: int, ports: Sequence[int], certificate: Path | None = None) -> str:
    """deploy/nginx.conf with another port to listen on and other processes, and no other change.

    With a certificate (its key beside it), also with the lines for encryption in place of those that they stand under.
    """
    text = CONFIG.read_text("utf-8")
    if certificate:
        text, places = re.subn(
            r"(?m)^ +listen .*\n +# For encryption here.*\n((?: +# \w+ .*;\n)+)",
            lambda found: found[1].replace("# ", ""),
            text,
        )
        if places != 2:
            raise ValueError("deploy/nginx.conf has lines for encryption in two places")
        text = text.replace("/path/to/fullchain.pem", str(certificate))
        text = text.replace("/path/to/privkey.pem", str(certificate.with_suffix(".key")))
    text = re.sub(r"(?m)^( +)listen \d+\b", rf"\g<1>listen 127.0.0.1:{listen}", text)
    for line in (r" +server 127\.0\.0\.1:(\d+).*;\n", r" +(\d+) 127\.0\.0\.1:\d+;\n"):
        for_one = re.search(rf"(?m)^{line}", text)
        new = "".join(for_one[0].replace(for_one[1], str(port)) for port in ports) if for_one else ""
        text, places = re.subn(rf"(?m)(?:^{line})+", new, text)
        if places != 1:
            raise ValueError("deploy/nginx.conf names its processes in two places, a line each")
    return text


@contextmanager
def proxied(ports: Sequence[int], certified: str = "") -> Iterator[Proxy]:
    """nginx with deploy/nginx.conf on a free port of this machine, in front of the processes on ``ports``.

    With a name, encrypted, by a certificate of our own making for that name. It never runs as root: an administrator's
    tests start it as nobody, as the unit in deploy/ starts it as a user of its own.
    """
    nginx = find()
    if nginx is None:
        raise RuntimeError(MISSING)
    listen = free_port()
    folder = Path(tempfile.mkdtemp(prefix="narratives-proxy-"))
    certificate = _certificate(folder, certified) if certified else None
    (folder / "nginx.conf").write_text(configured(listen, ports, certificate), "utf-8")
    user = pwd.getpwnam(UNPRIVILEGED) if os.geteuid() == 0 else None
    if user:
        for path in (folder, *folder.iterdir()):
            os.chown(path, user.pw_uid, user.pw_gid)
    command = [nginx, "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with (
        (folder / "stderr").open("w") as said,
        subprocess.Popen(
            command,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stderr=said,
            user=user.pw_uid if user else None,
            group=user.pw_gid if user else None,
            extra_groups=[] if user else None,
        ) as process,
    ):
        try:
            if not _listens(process, listen):
                raise RuntimeError("nginx did not start:\n" + (folder / "stderr").read_text("utf-8"))
            yield Proxy(f"{'https' if certified else 'http'}://127.0.0.1:{listen}", folder)
        finally:
            process.terminate()
            process.wait()
            shutil.rmtree(folder, ignore_errors=True)


def _certificate(folder: Path, name: str) -> Path:
    """A certificate that nobody trusts, good for two days, and its key beside it."""
    certificate = folder / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-days", "2", "-subj", f"/CN={name}", "-out", certificate, "-keyout", certificate.with_suffix(".key")),
        ],
        check=True,
        capture_output=True,
    )
    return certificate


def _listens(process: subprocess.Popen[bytes], port: int) -> bool:
    pause = 0.05
    for _ in range(int(STARTING / pause)):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        try:
            process.wait(pause)
        except subprocess.TimeoutExpired:
            continue
        return False
    return False


def main() -> int:
    """0 where an nginx is at hand, or where one is not compulsory; 1 otherwise.

    Installs one in CI only: Debian's package would also start a server on port 80, which nobody asked a test for.
    """
    path = find()
    if path is None and installing.COMPULSORY:
        installing.by_apt("nginx")
        path = find()
    print(f"Proxy tests use {path}" if path else f"\n*** {MISSING}\n", flush=True)
    return 1 if path is None and installing.COMPULSORY else 0


if __name__ == "__main__":
    sys.exit(main())
