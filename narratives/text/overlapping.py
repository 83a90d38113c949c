"""The longest run of words that each of several short texts shares with a long one, in one pass over the long one.

The short texts become one suffix automaton (Blumer et al., “The smallest automaton recognizing the subwords of a text”,
1985). It reads the long text word by word, and a word costs about the same whatever came before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """``size`` words in a row that both have, from word ``there`` of the long text and word ``here`` of the short one."""

    size: int
    there: int
    here: int


def longest(shorts: Sequence[Sequence[str]], words: Iterable[str]) -> list[Run | None]:
    """For each short text its longest run among ``words``: of several the first there, then the first here; None if none.

    Time grows with the number of words on both sides together, memory with the short texts alone.
    """
    automaton = _Automaton()
    ends = [[automaton.add(word) for word in short] + [automaton.add(number)] for number, short in enumerate(shorts)]
    size, there = automaton.read(words)
    found: list[Run | None] = []
    for states in ends:
        best: Run | None = None
        for place, state in enumerate(states[:-1]):
            run = Run(size[state], there[state] - size[state] + 1, place - size[state] + 1)
            if run.size and (best is None or (-run.size, run.there) < (-best.size, best.there)):
                best = run
        found.append(best)
    return found


class _Automaton:
    """A state stands for runs of words that end at the same places of the short texts; the first one for the empty run."""

    def __init__(self) -> None:
        self._next: list[dict[str | int, int]] = [{}]
        self._link = [-1]  # to the state of the longest shorter run that ends at more places
        self._length = [0]  # of the longest run of a state
        self._last = 0

    def add(self, word: str | int) -> int:
        """The short texts go on with ``word``; a number, which no text holds, ends one of them. Returns the state there."""
        state = self._state({}, 0, self._length[self._last] + 1)
        at = self._last
        while at >= 0 and word not in self._next[at]:
            self._next[at][word] = state
            at = self._link[at]
        if at >= 0:
            after = self._next[at][word]
            if self._length[after] > self._length[at] + 1:
                after = self._split(at, word, after)
            self._link[state] = after
        self._last = state
        return state

    def read(self, words: Iterable[str]) -> tuple[list[int], list[int]]:
        """For each state the longest of its runs, or of their ends, among ``words``, and where it ends first; 0 for none."""
        follow, link, length = self._next, self._link, self._length
        size, there, first = [0] * len(link), [-1] * len(link), [-1] * len(link)
        state = run = 0
        for number, word in enumerate(words):
            while state and word not in follow[state]:
                state = link[state]
                run = length[state]
            state = follow[state].get(word, 0)
            if not state:
                continue
            run += 1
            if run > size[state]:
                size[state], there[state] = run, number
                if first[state] < 0:
                    first[state] = number
        order = sorted(range(1, len(link)), key=length.__getitem__)
        for state in reversed(order):  # where a run ends, its own ends end too
            shorter = link[state]
            if first[state] < 0 or not shorter:
                continue
            if size[shorter] < length[shorter] or first[state] < there[shorter]:
                size[shorter], there[shorter] = length[shorter], first[state]
            if first[shorter] < 0 or first[state] < first[shorter]:
                first[shorter] = first[state]
        for state in order:
            if not size[state]:
                size[state], there[state] = size[link[state]], there[link[state]]
        return size, there

    def _state(self, follow: dict[str | int, int], link: int, length: int) -> int:
        self._next.append(follow)
        self._link.append(link)
        self._length.append(length)
        return len(self._link) - 1

    def _split(self, at: int, word: str | int, after: int) -> int:
        """The shorter runs of ``after``, which now end at more places than its longer ones, as a state of their own."""
        shorter = self._state(dict(self._next[after]), self._link[after], self._length[at] + 1)
        self._link[after] = shorter
        while at >= 0 and self._next[at].get(word) == after:
            self._next[at][word] = shorter
            at = self._link[at]
        return shorter
