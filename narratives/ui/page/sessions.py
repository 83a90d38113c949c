"""The readers who are there, as Streamlit's server knows them: who runs this script, who is there, and “look again”.

Streamlit reruns an open page when a source file changes, and offers no way to ask for it. What is used here beside its
public interface, and which test holds it, stands in docs/decisions/0013.
"""

from __future__ import annotations

from collections.abc import Callable

from streamlit import runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import get_script_run_ctx


def reader() -> str:
    """The id of the reader for whom this script runs; empty where no server serves one, as in tests of single pages."""
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context and present(context.session_id) else ""


def present(reader: str) -> bool:
    """Whether the page of ``reader`` is open now. May be called from any thread."""
    return _session(reader) is not None


def rerun(reader: str, done: Callable[[], None]) -> None:
    """Runs the script again for ``reader`` with the choices that stand, unless it is running, and calls ``done`` before.

    A run that is going on is left alone: begun again with the choices before it, it would undo a click, and lead a
    reader who is just arriving to the first page. May be called from any thread.
    """
    session = _session(reader)
    if session is None:
        return

    def ask() -> None:
        """On the server's own thread, where clicks arrive too: none can come between the question and the run."""
        if session._scriptrunner is None:
            done()
            session.request_rerun(session._client_state)

    try:
        session._event_loop.call_soon_threadsafe(ask)
    except RuntimeError:  # the server is closing
        return


def _session(reader: str) -> AppSession | None:
    session = runtime.get_instance().get_app_session(reader) if runtime.exists() else None
    return session if isinstance(session, AppSession) else None
