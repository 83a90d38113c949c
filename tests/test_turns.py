"""Two who work hard at once in a process, with rests, and a third who is told what is waited for."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from narratives.ui.words import turns
from narratives.ui.words.turns import AT_ONCE, REST, TELL, WAITING, WORK, WORKING, Pace, Turns

PATIENCE = 30


class Gone(BaseException):
    """As Streamlit ends a run: not an error."""


def silent(text: str) -> None:
    """Tells nobody."""


def leave(text: str) -> None:
    """The reader has clicked elsewhere."""
    raise Gone(text)


def test_never_more_than_two_work_at_once_and_all_have_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "TELL", 0.001)
    places, both, told = Turns(), threading.Barrier(AT_ONCE), threading.Event()
    lock, inside, most, done = threading.Lock(), 0, 0, 0

    def tell(text: str) -> None:
        if text == WAITING:
            told.set()

    def work() -> None:
        nonlocal inside, most, done
        with places.taken(tell):
            with lock:
                inside += 1
                most = max(most, inside)
            both.wait(PATIENCE)  # two must be in at once …
            assert told.wait(PATIENCE)  # … while others wait, and are told
            with lock:
                inside -= 1
                done += 1

    threads = [threading.Thread(target=work) for _ in range(3 * AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert (most, done) == (AT_ONCE, 3 * AT_ONCE)


def test_who_waits_can_leave_and_takes_no_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "TELL", 0.001)
    places = Turns(1)
    with places.taken(silent), pytest.raises(Gone, match="two other readers"), places.taken(leave):
        pass
    with places.taken(silent):
        pass


def test_who_comes_first_goes_first() -> None:
    places, order, threads = Turns(1), list[int](), list[threading.Thread]()

    def work(number: int) -> None:
        with places.taken(silent):
            order.append(number)

    with places.taken(silent):
        for number in range(5):
            threads.append(threading.Thread(target=work, args=(number,)))
            threads[-1].start()
            while len(places._line) < number + 2:
                pass
    for thread in threads:
        thread.join(PATIENCE)
    assert order == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("error", [Gone, ValueError])
def test_a_turn_is_free_again_whatever_ends_the_work(error: type[BaseException]) -> None:
    places = Turns(1)
    with pytest.raises(error), places.taken(leave):
        raise error
    with places.taken(silent):
        pass


class Hands:
    """A clock of processor time that the test moves, and the rests that were taken."""

    def __init__(self) -> None:
        self.now = 0.0
        self.rests: list[float] = []
        self.told = 0

    def tell(self) -> None:
        self.told += 1

    def pace(self) -> Callable[[], None]:
        return Pace(self.tell, lambda: self.now, self.rests.append)


def test_work_rests_after_every_small_piece_nine_times_as_long() -> None:
    hands = Hands()
    pace = hands.pace()
    for step in (WORK / 2, WORK / 2, WORK / 4, 3 * WORK):
        hands.now += step
        pace()
    assert hands.rests == pytest.approx([REST * WORK, REST * 3.25 * WORK])


def test_the_reader_is_told_about_twice_a_second() -> None:
    hands = Hands()
    pace = hands.pace()
    for _ in range(1_000):
        hands.now += WORK
        pace()
    assert hands.told == pytest.approx(1_000 * WORK * (1 + REST) / TELL, abs=1)


def test_a_reader_who_leaves_while_his_text_is_searched_ends_the_work() -> None:
    hands = Hands()
    pace = Pace(lambda: leave(WORKING), lambda: hands.now, hands.rests.append)
    hands.now += TELL
    with pytest.raises(Gone):
        pace()
