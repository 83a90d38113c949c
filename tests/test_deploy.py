"""What runs the dashboard for others says what is true: settings, image, units, guide."""

from __future__ import annotations

import configparser
import itertools
import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest
from streamlit import config as streamlit_config

from tests import proxy

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
GUIDE = (ROOT / "docs/deploy.md").read_text("utf-8")
NGINX = proxy.CONFIG.read_text("utf-8")
DOCKERFILE = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text("utf-8"))
STEPS = [
    (line.split(" ", 1)[0], line.split(" ", 1)[1])
    for line in DOCKERFILE.splitlines()
    if line and not line.startswith("#")
]
UNITS = sorted((ROOT / "deploy").glob("*.service"))
HOME = "/opt/narratives"  # where the guide puts the dashboard

# Programs of the system that the guide may use; everything else it names must be ours.
PROGRAMS = {"sudo", "apt-get", "git", "make", "cp", "systemctl", "curl", "cd", "docker", "nginx", "journalctl"}


def commands() -> list[list[str]]:
    """Each command of the guide's blocks, as words."""
    joined = GUIDE.replace("\\\n", " ")
    return [shlex.split(line) for line in re.findall(r"^    (\S.*)", joined, re.MULTILINE)]


def unit(path: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(strict=False, interpolation=None, comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(re.sub(r"\\\n\s*", "", path.read_text("utf-8")))
    return parser["Service"]


def test_the_settings_that_keep_readers_safe_are_set() -> None:
    assert {
        name: value for name, value in SETTINGS["server"].items() if name not in ("runOnSave", "fileWatcherType")
    } == {
        "enableStaticServing": True,
        "maxUploadSize": 5,
        "maxMessageSize": 20,
        "enableXsrfProtection": True,
        "enableCORS": True,
        "websocketPingInterval": 30,
        "enableWebsocketCompression": True,
        "disconnectedSessionTTL": 120,
        "enableAgentApi": False,
    }
    assert (SETTINGS["browser"], SETTINGS["client"]["showErrorDetails"]) == (
        {"gatherUsageStats": False, "serverAddress": "localhost"},
        "none",
    )


def test_every_setting_of_the_server_has_its_reason_above_it() -> None:
    text = (ROOT / ".streamlit/config.toml").read_text("utf-8")
    section = text[text.index("[server]") : text.index("[browser]")].splitlines()
    assert [line for before, line in itertools.pairwise(section) if "=" in line and before[:2] != "# "] == []


def test_a_page_may_not_be_larger_than_what_a_reader_may_paste_and_upload() -> None:
    assert SETTINGS["server"]["maxUploadSize"] < SETTINGS["server"]["maxMessageSize"] < 200


def test_nginx_refuses_the_uploads_that_streamlit_refuses_and_outwaits_its_pings() -> None:
    server = SETTINGS["server"]
    waits = re.findall(r"proxy_(?:read|send)_timeout (\d+)s;", NGINX)
    assert re.findall(r"client_max_body_size (\w+);", NGINX) == [f"{server['maxUploadSize']}m"]
    assert [int(each) for each in waits] == [4 * server["websocketPingInterval"]] * 2


def test_nginx_gets_other_ports_and_more_processes_by_a_line_in_each_of_two_places() -> None:
    text = proxy.configured(9000, [9001, 9002, 9003])
    assert (text.count("server 127.0.0.1:900"), re.findall(r"^ +(\d+) 127\.0\.0\.1:(\d+);", text, re.MULTILINE)) == (
        3,
        [("9001", "9001"), ("9002", "9002"), ("9003", "9003")],
    )
    assert (re.findall(r"^ +listen .*", text, re.MULTILINE), re.findall("850[12]", text)) == (
        ["        listen 127.0.0.1:9000 default_server;", "        listen 127.0.0.1:9000;"],
        [],
    )


def test_nginx_names_no_place_on_any_machine() -> None:
    settings = "\n".join(line.split("#")[0] for line in NGINX.splitlines())
    assert re.findall(r"(?<![\w.:/^(|~])/(?:etc|var|usr|opt|srv|home|tmp)/\S*", settings) == []


def test_nginx_writes_down_no_address_no_query_and_no_browser() -> None:
    written = re.findall(r"\$(\w+)", "".join(re.findall(r"log_format (.*);", NGINX)))
    assert written == [
        "time_iso8601",
        "status",
        "request_time",
        "request_method",
        "uri",
        "upstream_addr",
        "upstream_cache_status",
    ]


def test_every_flag_that_anything_starts_streamlit_with_is_one_it_has() -> None:
    started = [DOCKERFILE, GUIDE, (ROOT / "Makefile").read_text("utf-8"), *(each.read_text("utf-8") for each in UNITS)]
    flags = {flag for text in started for flag in re.findall(r"--((?:server|browser)\.\w+)", text)}
    assert len(flags) > 4
    for flag in sorted(flags):
        streamlit_config.get_option(flag)  # raises where there is none


def test_nothing_that_serves_the_dashboard_takes_back_the_address_without_which_streamlit_asks_outside() -> None:
    started = [DOCKERFILE, (ROOT / "Makefile").read_text("utf-8"), *(each.read_text("utf-8") for each in UNITS)]
    assert [text for text in started if re.search(r"serverAddress|SERVER_ADDRESS", text)] == []


def test_the_image_copies_what_is_there_and_all_that_the_dashboard_needs() -> None:
    sources = [source for step, rest in STEPS if step == "COPY" for source in shlex.split(rest)[:-1]]
    needed = {"requirements.txt", "streamlit_app.py", "pages", "narratives", "content", "static"}
    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert needed | {".streamlit/config.toml", "LICENSE", "LICENSE-CONTENT.md"} == set(sources)


def test_the_builder_is_sent_what_the_image_copies() -> None:
    ignored = [line for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line and line[0] != "#"]
    sources = {source for step, rest in STEPS if step == "COPY" for source in shlex.split(rest)[:-1]}
    assert (ignored[0], {line[1:] for line in ignored if line[0] == "!"}, ignored[-1]) == (
        "**",
        sources,
        "**/__pycache__",
    )


def test_the_image_is_small_pinned_and_ends_without_rights() -> None:
    steps = [step for step, _ in STEPS]
    users = [rest for step, rest in STEPS if step == "USER"]
    installed = [rest for step, rest in STEPS if step == "RUN" and "pip" in rest]
    assert re.fullmatch(r"python:3\.1[1-9]-slim-\w+", dict(STEPS)["FROM"])
    assert (installed, users[-1].isdigit() and users[-1] != "0", steps.count("HEALTHCHECK"), steps[-1]) == (
        ["pip install -r requirements.txt"],
        True,
        1,
        "CMD",
    )
    assert steps.index("USER") > max(i for i, step in enumerate(steps) if step in ("COPY", "RUN"))


def test_there_are_two_units() -> None:
    assert [path.name for path in UNITS] == ["narratives-proxy.service", "narratives@.service"]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_runs_without_rights_restarts_and_names_only_files_that_are_there(path: Path) -> None:
    service = unit(path)
    ours = re.findall(rf"{HOME}/([\w./@-]+)", path.read_text("utf-8"))
    assert ours and [name for name in ours if not name.startswith(".venv/") and not (ROOT / name).is_file()] == []
    assert {name: service[name] for name in ("DynamicUser", "NoNewPrivileges", "ProtectSystem", "ProtectHome")} == {
        "DynamicUser": "yes",
        "NoNewPrivileges": "yes",
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
    }
    assert service["Restart"] == "always"


def test_the_guide_has_commands_and_uses_only_programs_it_may() -> None:
    found = {words[1] if words[0] == "sudo" else words[0] for words in commands()}
    assert len(commands()) > 20
    assert found - PROGRAMS == set()


def test_every_file_target_unit_and_port_in_the_guides_commands_is_there() -> None:
    missing = []
    makefile = (ROOT / "Makefile").read_text("utf-8")
    ports = re.findall(r"127\.0\.0\.1:(\d+) ", NGINX)
    for words in commands():
        line = " ".join(words)
        missing += [name for name in re.findall(r"\b(deploy/[\w.@-]+)", line) if not (ROOT / name).is_file()]
        missing += [name for name in re.findall(r"^(?:sudo )?make (\S+)", line) if f"\n{name}:" not in makefile]
        missing += [
            name
            for name in re.findall(r"(narratives[\w@-]*@\d+|narratives-proxy)(?!\.)\b", line)
            if not (ROOT / "deploy" / f"{re.sub(r'@.*', '@', name)}.service").is_file()
        ]
        missing += [port for port in re.findall(r"(?:@|:)(8\d{3})\b", line) if port not in (*ports, "8503", "8080")]
    assert missing == []


def test_every_path_and_setting_the_guide_names_is_there() -> None:
    names = re.findall(
        r"`((?:deploy/|docs/|\.streamlit/|static/|content/)[\w./@-]*|[\w-]+\.(?:py|txt|toml|conf))`", GUIDE
    )
    assert len(names) > 5
    assert [name for name in names if not (ROOT / name).exists()] == []
    named = re.findall(r"`(server|browser|client)\.(\w+) = ([^`]+)`", GUIDE)
    assert {(section, name): tomllib.loads(f"x = {value}")["x"] for section, name, value in named} == {
        (section, name): SETTINGS[section][name] for section, name, _ in named
    }
    told = {name for section, name, _ in named if section == "server"}
    assert told == set(SETTINGS["server"]) - {"runOnSave", "fileWatcherType"}


def test_what_the_guide_says_of_the_units_and_of_nginx_is_in_them() -> None:
    assert "held to 2 GB of memory" in GUIDE and unit(ROOT / "deploy/narratives@.service")["MemoryMax"] == "2G"
    assert "/var/lib/narratives-proxy/access.log" in GUIDE and "access_log access.log" in NGINX
    assert unit(ROOT / "deploy/narratives-proxy.service")["StateDirectory"] == "narratives-proxy"
    for named in ("narratives_process", "listen 443 ssl", "listen 8080", "frame-ancestors", "/_stcore/"):
        assert named in GUIDE and named in NGINX
    assert f"over {SETTINGS['server']['maxUploadSize']} MB" in GUIDE


def test_no_secret_is_in_the_repository() -> None:
    """Private keys, and tokens that begin as those of the hosts this repository may lie on do."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    tracked = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    if not tracked:
        pytest.skip("not a git repository")
    secret = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_\w{36}|\bgithub_pat_\w{40}|\bpypi-AgE\w{40}")
    assert [path.name for path in tracked if path.name == "secrets.toml" or path.suffix in (".pem", ".key")] == []
    assert [path.name for path in tracked if path.is_file() and secret.search(path.read_bytes())] == []
