"""deploy/nginx.conf in front of two processes: what every answer carries, what pages may do, and who reaches which."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import subprocess
import sys
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import streamlit
from playwright.sync_api import Browser, BrowserContext, Page, expect

from narratives.library import packs
from tests import installing, proxy
from tests.browser.harness import LIBRARY, ROOT, Visit, free_port, serving
from tests.browser.test_pages_open import PAGES
from tests.proxy import Proxy, Row

pytestmark = pytest.mark.browser

DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
COOKIE = "narratives_process"
ARTICLE = LIBRARY.parent / "sources" / "forum.txt"
PACK = packs.load(LIBRARY).packs["ada-vale-forum"]
INDEX = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
SCRIPT = "/" + re.findall(r'src="\./(static/js/[^"]+)"', INDEX)[0]
LARGEST_UPLOAD = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["server"]["maxUploadSize"]
# Every kind of answer: of Streamlit, of ours, of nginx itself; found and not found, refused and too large.
ANSWERS = {
    "/": 200,
    "/quotes?quote=makers": 200,
    SCRIPT: 200,
    "/app/static/favicon.png": 200,
    "/app/static/nothing.png": 404,
    "/quotes/_stcore/health": 404,
    "/_stcore/health": 200,
    "/_stcore/host-config": 200,
    "/_stcore/metrics": 404,
    "/_stcore/agent/interact": 404,
    "/media/nothing.csv": 404,
}
KEPT = ("/_stcore/stream", "/_stcore/upload_file", "/media")  # what needs the process of its session
POLICY = {
    "default-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "font-src": "'self' data:",
    "img-src": "'self' data: blob:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "*",
}


@dataclass
class Site:
    """The proxy and the processes behind it, each of which can be ended and started again."""

    proxy: Proxy
    running: dict[int, ExitStack]

    def start(self, port: int | None = None) -> int:
        process = ExitStack()
        port = urlsplit(process.enter_context(serving(port=port))).port
        assert port
        self.running[port] = process
        return port

    def end(self, port: int) -> None:
        self.running.pop(port).close()

    def end_all(self) -> None:
        for port in list(self.running):
            self.end(port)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """Two processes behind nginx; where there is none these tests are skipped, and with CI=true they fail."""
    if proxy.find() is None:
        (pytest.fail if installing.COMPULSORY else pytest.skip)(proxy.MISSING)
    with ExitStack() as stack:
        site = Site(Proxy("", Path()), {})
        stack.callback(site.end_all)
        ports = [site.start(), site.start()]
        site.proxy = stack.enter_context(proxy.proxied(ports))
        yield site


@dataclass
class Reader:
    """A browser that knows nothing of the others, with one page."""

    context: BrowserContext
    visit: Visit
    site: Site

    def open(self, path: str) -> None:
        self.visit.page.goto(self.site.proxy.url + path)
        self.visit.settle()

    def visit_by_menu(self, path: str) -> None:
        """The first page as a link opens it, any further one as the menu does: no script is fetched twice."""
        if self.visit.page.url == "about:blank":
            return self.open(path)
        return self.visit.by_menu(path)

    def home(self) -> int:
        return next(int(each["value"]) for each in self.context.cookies() if each["name"] == COOKIE)

    def faults(self) -> list[str]:
        return self.visit.console_errors + self.visit.page_errors + self.visit.foreign_requests


@pytest.fixture(scope="module")
def regular(browser: Browser, site: Site) -> Iterator[Reader]:
    """A reader who has been here before, and fetches no script again."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        yield Reader(context, watched(context.new_page(), site), site)


@pytest.fixture
def reader(regular: Reader, site: Site) -> Reader:
    regular.visit.page.goto("about:blank")
    regular.visit.watch(site.proxy.url)
    return regular


@contextmanager
def newcomer(browser: Browser, site: Site, home: int) -> Iterator[Reader]:
    """A reader who was never here; of some that come, the first who is dealt to the process ``home``."""
    for _ in range(40):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        if f"{COOKIE}={home};" in context.request.get(site.proxy.url).headers["set-cookie"]:
            break
        context.close()
    try:
        yield Reader(context, watched(context.new_page(), site), site)
    finally:
        context.close()


def watched(page: Page, site: Site) -> Visit:
    visit = Visit(page)
    visit.watch(site.proxy.url)
    return visit


def answer(url: str, method: str = "GET", data: bytes | None = None, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body as they come over the wire, faults too, to someone who keeps no cookie."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, named, method=method), timeout=20) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


def upgrade(site: Site, origin: str) -> int:
    """The status with which a page of ``origin`` is answered that wants to open a session."""
    wanted = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13", "Origin": origin}
    wanted["Sec_WebSocket_Key"] = base64.b64encode(b"0123456789abcdef").decode()
    return answer(f"{site.proxy.url}/_stcore/stream", "GET", None, **wanted)[0]


def test_there_are_answers_of_every_kind() -> None:
    assert len(ANSWERS) > 10


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_carries_every_header_once(path: str, site: Site) -> None:
    status, headers, _ = answer(site.proxy.url + path)
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    scripts = policy.pop("script-src")
    once = ("content-security-policy", "referrer-policy", "x-content-type-options", "permissions-policy", "server")
    assert {
        "status": status,
        "policy": policy,
        "scripts are let in wholesale": "unsafe" in scripts,
        "times": [len(headers.get_all(name) or []) for name in once],
        "referrer": headers["referrer-policy"],
        "sniffing": headers["x-content-type-options"],
        "server": headers["server"],
        "only https": headers["strict-transport-security"],
    } == {
        "status": ANSWERS[path],
        "policy": POLICY,
        "scripts are let in wholesale": False,
        "times": [1] * len(once),
        "referrer": "same-origin",
        "sniffing": "nosniff",
        "server": "nginx",
        "only https": None,
    }


def test_the_one_inline_script_of_streamlits_page_is_allowed_by_its_hash(site: Site) -> None:
    inline = re.findall(r"<script>(.*?)</script>", INDEX, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in inline]
    policy = answer(site.proxy.url)[1]["content-security-policy"]
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes


def test_behind_https_the_cookie_is_kept_in_a_frame_and_the_browser_comes_back_by_https_only(site: Site) -> None:
    _, headers, _ = answer(site.proxy.url, X_Forwarded_Proto="https")
    cookie, *rest = headers["set-cookie"].split("; ")
    assert (re.sub(r"\d+", "PORT", cookie), rest, headers["strict-transport-security"]) == (
        f"{COOKIE}=PORT",
        ["Path=/", "HttpOnly", "Secure", "SameSite=None", "Partitioned"],
        "max-age=31536000",
    )


def test_scripts_are_compressed_once_and_kept_for_a_year(site: Site) -> None:
    _, headers, packed = answer(site.proxy.url + SCRIPT, Accept_Encoding="gzip")
    plain = answer(site.proxy.url + SCRIPT)[2]
    assert {
        "encoding": headers.get_all("content-encoding"),
        "unpacks to the script": gzip.decompress(packed) == plain,
        "type": headers["content-type"],
        "smaller than half": len(packed) < len(plain) / 2,
        "kept": headers["cache-control"],
        "cookie": headers["set-cookie"],
    } == {
        "encoding": ["gzip"],
        "unpacks to the script": True,
        "type": "application/javascript",
        "smaller than half": True,
        "kept": "public, immutable, max-age=31536000",
        "cookie": None,
    }


def test_a_script_is_asked_of_python_once_for_all_readers(site: Site) -> None:
    path = "/" + re.findall(r'href="\./(static/js/[^"]+)"', INDEX)[-1]
    for _ in range(3):
        answer(site.proxy.url + path)
    rows = site.proxy.log(when=lambda rows: [row.asked for row in rows].count(f"GET {path}") >= 3)
    asked = [row.ports for row in rows if row.asked == f"GET {path}"]
    assert (len(asked) >= 3, [len(ports) for ports in asked[-2:]]) == (True, [0, 0])


def test_an_upload_larger_than_the_setting_is_refused_before_it_reaches_python(site: Site) -> None:
    url = f"{site.proxy.url}/_stcore/upload_file/session/file"
    before = len(site.proxy.log())
    status, headers, _ = answer(url, "PUT", b"", Content_Length=str(LARGEST_UPLOAD * 1024 * 1024 + 1))
    rows = site.proxy.log(before, when=lambda rows: any("upload_file" in row.asked for row in rows))
    refused = [row for row in rows if "upload_file" in row.asked]
    assert (status, headers["x-content-type-options"]) == (413, "nosniff")
    assert refused == [Row(413, "PUT /_stcore/upload_file/session/file", ())]
    # One that is not too large gets through, to be refused by Streamlit, which knows no such session.
    assert answer(url, "PUT", b" " * (LARGEST_UPLOAD * 1024 * 1024 - 1))[0] in (400, 403)


def test_a_page_of_another_site_cannot_open_a_session(site: Site) -> None:
    assert [upgrade(site, origin) for origin in (site.proxy.url, "https://example.org", "null")] == [101, 403, 403]


def test_readers_behind_one_address_are_dealt_out_to_both_processes(site: Site) -> None:
    homes = [re.findall(rf"{COOKIE}=(\d+)", answer(site.proxy.url)[1]["set-cookie"]) for _ in range(40)]
    assert {int(port) for (port,) in homes} == set(site.running)


def test_a_cookie_of_somebodys_own_making_reaches_no_other_port(site: Site) -> None:
    for value in ("22", "127.0.0.1:22", "processes", "8501/../x", "@nobody"):
        status, headers, _ = answer(site.proxy.url, Cookie=f"{COOKIE}={value}")
        assert (status, int(headers["set-cookie"].split(";")[0].split("=")[1]) in site.running) == (200, True)


def test_where_cookies_are_refused_all_of_one_browser_reaches_one_process(site: Site) -> None:
    before = len(site.proxy.log())
    paths = ("_stcore/health", "_stcore/host-config", "media/nothing.csv", "component/nothing")
    for path in paths * 3:
        answer(f"{site.proxy.url}/{path}", User_Agent="one browser")

    def asked(rows: list[Row]) -> list[Row]:  # the log may still be writing down what another test asked
        return [row for row in rows if row.asked.removeprefix("GET /") in paths]

    rows = asked(site.proxy.log(before, when=lambda rows: len(asked(rows)) >= 12))
    assert (len(rows), len({row.ports for row in rows})) == (12, 1)


def healthy(port: int) -> bool:
    """What the image's own health check says of a process, run here as the image runs it."""
    check = re.findall(r"^HEALTHCHECK .*?\bCMD (\[.*?\])$", DOCKERFILE, re.MULTILINE | re.DOTALL)
    python, *words = json.loads(check[0].replace("8501", str(port)))
    assert python == "python"
    return subprocess.run([sys.executable, *words], capture_output=True, timeout=20, check=False).returncode == 0


def test_the_images_health_check_knows_a_process_from_none(site: Site) -> None:
    assert [healthy(port) for port in (*site.running, 9)] == [True, True, False]


@pytest.mark.deep
def test_every_page_opens_with_its_charts_and_breaks_no_rule(reader: Reader) -> None:
    charts = {}
    for path in PAGES:
        reader.visit_by_menu(path)
        charts[path] = reader.visit.page.locator("[data-testid=stPlotlyChart] .main-svg").count() > 0
    assert reader.faults() == []
    assert {path for path, drawn in charts.items() if drawn} >= {"/layers", "/open_source", "/investment"}


def test_what_slips_into_a_page_does_not_run_and_asks_nobody(reader: Reader) -> None:
    page = reader.visit.page
    page.goto(f"{reader.site.proxy.url}/_stcore/health")
    page.evaluate(
        """() => {
            window.refused = []
            document.addEventListener('securitypolicyviolation', (e) => window.refused.push(e.effectiveDirective))
            document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = true'}))
            document.body.append(Object.assign(document.createElement('img'), {src: 'https://example.org/pixel.png'}))
        }"""
    )
    page.wait_for_function("window.refused.length === 2")
    assert (page.evaluate("window.ran"), sorted(page.evaluate("window.refused"))) == (
        None,
        ["img-src", "script-src-elem"],
    )


def test_the_stage_its_keys_and_its_second_window_break_no_rule(reader: Reader) -> None:
    reader.open("/walkthrough?present=1&embed=true")
    page = reader.visit.with_keys()
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1").first).to_have_text(PACK.steps[1].headline)
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement")
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    expect(opened.value.locator("h1")).to_be_visible()
    opened.value.close()
    assert reader.faults() == []


@pytest.mark.deep
def test_a_page_of_another_site_can_embed_ours(reader: Reader, site: Site) -> None:
    """To a browser, localhost is another site than 127.0.0.1; what lies there is a process without the proxy."""
    elsewhere = f"http://localhost:{next(iter(site.running))}/_stcore/health"
    page = reader.visit.page
    page.goto(elsewhere)
    page.set_default_timeout(15_000)
    page.evaluate(
        """(address) => {
            const frame = document.body.appendChild(document.createElement('iframe'))
            frame.width = 1000; frame.height = 600; frame.src = address
        }""",
        f"{site.proxy.url}/layers?embed=true",
    )
    expect(page.frame_locator("iframe").locator("[data-testid=stPlotlyChart] .main-svg").first).to_be_visible()
    assert [fault for fault in reader.faults() if "localhost" not in fault] == []


def busy(reader: Reader) -> None:
    """What needs the process that holds the session: an article is uploaded, a table and a package are downloaded."""
    page = reader.visit.page
    reader.open("/evidence")
    page.locator("input[type=file]").set_input_files(ARTICLE)
    expect(page.locator("[data-testid=stMain]")).to_contain_text("25 of 25 quotes from")
    reader.visit_by_menu("/layers")
    page.get_by_text(re.compile("^The table behind")).first.click()
    expect(page.locator("[data-testid=stDataFrame] canvas").first).to_be_visible()
    reader.visit.settle()
    with page.expect_download() as saved:
        page.locator("[data-testid=stDownloadButton] button").first.click()
    assert saved.value.path().read_text("utf-8-sig").count("\n") > 3
    page.goto("about:blank")  # ends the session's connection, which the log then tells of


def kept_by(rows: list[Row]) -> dict[str, set[tuple[int, ...]]]:
    """For each kind of request that needs its session: the processes that were tried for it."""
    return {kind: {row.ports for row in rows if re.match(rf"\w+ {kind}\b", row.asked)} for kind in KEPT}


@pytest.mark.deep
def test_two_readers_live_in_two_processes_and_each_keeps_to_one(browser: Browser, site: Site) -> None:
    for home in list(site.running):
        with newcomer(browser, site, home) as reader:
            before = len(site.proxy.log())
            busy(reader)
            assert (reader.home(), reader.faults()) == (home, [])
        assert kept_by(site.proxy.log(before, when=lambda rows: all(kept_by(rows).values()))) == {
            kind: {(home,)} for kind in KEPT
        }


@pytest.mark.deep
def test_when_a_process_dies_its_reader_comes_back_to_the_same_view_and_stays_with_the_other(
    browser: Browser, site: Site
) -> None:
    dying, other = site.running
    with newcomer(browser, site, dying) as reader:
        reader.open("/investment?chart=silences&claim=china-not-stated")
        page = reader.visit.page
        page.evaluate("window.stayed = true")
        title = page.locator("h1").inner_text()
        chart = page.locator("[data-testid=stPlotlyChart]").first
        site.end(dying)
        page.wait_for_selector("[data-testid=stApp]:not([data-test-connection-state=CONNECTED])", state="attached")
        reader.visit.settle()
        expect(chart).to_be_visible()
        assert {
            "page": page.locator("h1").inner_text(),
            "address": page.url.removeprefix(site.proxy.url),
            "loaded anew": page.evaluate("window.stayed !== true"),
            "home": reader.home(),
        } == {
            "page": title,
            "address": "/investment?chart=silences&claim=china-not-stated",
            "loaded anew": False,
            "home": other,
        }
        # Back again, the first process must not get the uploads and downloads of a session that lives in the other.
        site.start(dying)
        before = len(site.proxy.log())
        busy(reader)
        kept = kept_by(site.proxy.log(before, when=lambda rows: all(kept_by(rows).values())))
        assert (reader.home(), {kind: kept[kind] for kind in KEPT[1:]}) == (
            other,
            {kind: {(other,)} for kind in KEPT[1:]},
        )


def test_with_no_process_left_a_reader_is_told_so_and_when_to_come_again(site: Site) -> None:
    with proxy.proxied([free_port(), free_port()]) as alone:
        status, headers, body = answer(f"{alone.url}/quotes")
    assert (status, headers["retry-after"], headers["x-content-type-options"], body.decode()) == (
        503,
        "30",
        "nosniff",
        "The dashboard is not running just now. Please try again in a minute.\n",
    )
