"""Long work that readers ask for: two at once in a process, in small pieces with rests, so that everyone else gets through.

Python runs one thread at a time. A rest is what lets the others have theirs: without one a thread that only counts takes
half of the process from a reader who clicks, and two of them two thirds.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AT_ONCE = 2
WORK = 0.001  # seconds of processor time, about, until the next rest
REST = 9  # times as long as the work before it
TELL = 0.5  # seconds, about, until the reader is told again
WAITING = "The texts of two other readers are being searched at this moment. Yours waits for its turn and needs no other click."
WORKING = "Your text is being searched."


class Turns:
    """``places`` turns that can be taken at once; who comes later waits, and goes on in the order of coming."""

    def __init__(self, places: int = AT_ONCE) -> None:
        self._places = places
        self._line: list[object] = []  # the first of them work, the others wait
        self._moved = threading.Condition()

    @contextmanager
    def taken(self, tell: Callable[[str], object]) -> Iterator[Callable[[], None]]:
        """A turn, once one is free; it yields a function to call between pieces of the work, which rests in between.

        ``tell`` is called about twice a second with what the reader waits for, and with "" in the end. Whatever it raises
        ends the waiting or the work, and the turn is free again.
        """
        mine = object()
        with self._moved:
            self._line.append(mine)
        try:
            while not self._come(mine):
                tell(WAITING)
            yield Pace(lambda: tell(WORKING))
            tell("")
        finally:
            with self._moved:
                self._line.remove(mine)
                self._moved.notify_all()

    def _come(self, mine: object) -> bool:
        with self._moved:
            return self._moved.wait_for(lambda: mine in self._line[: self._places], TELL)


class Pace:
    """Called between pieces of work: rests after every WORK seconds of it, and calls ``tell`` every TELL seconds."""

    def __init__(
        self,
        tell: Callable[[], object],
        clock: Callable[[], float] = time.thread_time,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._tell, self._clock, self._sleep = tell, clock, sleep
        self._from = clock()
        self._untold = 0.0

    def __call__(self) -> None:
        worked = self._clock() - self._from
        if worked < WORK:
            return
        self._sleep(worked * REST)
        self._untold += worked * (1 + REST)
        if self._untold >= TELL:
            self._untold = 0.0
            self._tell()
        self._from = self._clock()
