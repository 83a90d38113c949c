"""A reader without a browser: a real WebSocket session that opens pages, clicks through the menu and pastes a text.

Streamlit's protocol: one request to run the script, answered by messages up to ``script_finished``; a large message that
the session knows comes as its hash alone, which the client tells in its next request.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urlencode
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 60  # seconds until a run that never ends is an error


@dataclass(frozen=True)
class Run:
    """One run of the script as its reader sees it: seconds from request to end, bytes received, charts, and what was raised."""

    seconds: float
    received: int
    charts: tuple[int, ...]
    errors: tuple[str, ...]


class Failed(Exception):
    """The server did not answer as a page does."""


def cookie_of(url: str) -> str:
    """The cookie that the first page brings, by which a proxy knows the reader again; empty where there is no proxy."""
    with urlopen(url, timeout=PATIENCE) as answer:
        return "; ".join(line.split(";")[0] for line in answer.headers.get_all("Set-Cookie", []))


class Reader:
    """One session. ``async with Reader(url) as reader`` connects; ``open`` is a cold link, ``turn`` a click in the menu."""

    def __init__(self, url: str, *, cookie: str = "") -> None:
        self._address = url.replace("http", "ws", 1) + "/_stcore/stream"
        self._headers = {"Cookie": cookie} if cookie else {}
        self._url = url
        self._pages: dict[str, str] = {}
        self._areas: dict[str, str] = {}
        self._hashes: set[str] = set()
        self._wire = 0

    async def __aenter__(self) -> Self:
        self._socket: ClientConnection = await connect(
            self._address,
            subprotocols=["streamlit"],  # type: ignore[list-item]
            additional_headers=self._headers,
            max_size=None,
            max_queue=None,
            open_timeout=PATIENCE,
            ping_interval=None,
            origin=self._url,  # type: ignore[arg-type]
        )
        counted = self._socket.protocol.receive_data

        def receive(data: bytes | bytearray) -> None:
            self._wire += len(data)
            counted(data)

        self._socket.protocol.receive_data = receive  # type: ignore[method-assign]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._socket.close()

    async def open(self, page: str = "", **params: str) -> Run:
        """A link opened cold: the page by its name in the URL, empty for the first."""
        return await self._run(ClientState(page_name=page, query_string=urlencode(params)))

    async def turn(self, page: str, **params: str) -> Run:
        """The same session turns to a page, as a click in the menu does."""
        if page not in self._pages:
            raise Failed(f"the menu has no page “{page}”")
        return await self._run(ClientState(page_script_hash=self._pages[page], query_string=urlencode(params)))

    async def paste(self, page: str, label: str, text: str) -> Run:
        """On the page that is open, ``text`` is pasted into the text area of that label."""
        if label not in self._areas:
            raise Failed(f"the page “{page}” has no text area “{label}”")
        state = ClientState(page_script_hash=self._pages[page])
        state.widget_states.widgets.add(id=self._areas[label], string_value=text)
        return await self._run(state)

    async def _run(self, state: ClientState) -> Run:
        state.context_info.url = f"{self._url}/{state.page_name}"
        state.context_info.timezone, state.context_info.locale = "Europe/Paris", "en-GB"
        state.context_info.color_scheme = "light"
        state.cached_message_hashes.extend(self._hashes)
        before, start, charts, errors = self._wire, time.perf_counter(), [], []
        await self._socket.send(BackMsg(rerun_script=state).SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while True:
                data = await self._socket.recv(decode=False)
                message = ForwardMsg.FromString(bytes(data))
                kind = message.WhichOneof("type")
                if message.metadata.cacheable and message.hash:
                    self._hashes.add(message.hash)
                if kind == "navigation":
                    self._pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
                elif kind == "page_not_found":
                    errors.append("page not found")
                elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                    errors.append(message.delta.new_element.exception.message)
                elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "text_area":
                    self._areas[message.delta.new_element.text_area.label] = message.delta.new_element.text_area.id
                elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "plotly_chart":
                    charts.append(len(message.delta.new_element.plotly_chart.spec))
                elif kind == "script_finished":
                    if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                        continue
                    if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                        errors.append("the script does not compile")
                    return Run(time.perf_counter() - start, self._wire - before, tuple(charts), tuple(errors))
