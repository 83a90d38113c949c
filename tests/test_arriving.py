"""Files are saved while readers arrive: each gets the page of the link, and no module is taken away under them."""

from __future__ import annotations

import asyncio

from benchmarks.readers import Reader, Run
from tests.browser.harness import ROOT, make_run, save, serving
from tests.example import Example

ROUNDS = 4


async def arrivals(url: str, there: Example) -> tuple[Run, list[Run]]:
    """An undisturbed visit, and those of readers who arrive at the moment at which a shared file is saved."""
    async with Reader(url) as first:
        alone = await first.open("layers")
    words, runs = there.read("../terms.yaml"), list[Run]()
    for number in range(ROUNDS):
        async with Reader(url) as here, Reader(url) as one, Reader(url) as other:
            await here.open("layers")
            coming = asyncio.create_task(one.open("layers"))
            save(there.path("../terms.yaml"), f"{words}# {number}\n")
            runs += await asyncio.gather(coming, other.open("layers"))
    return alone, runs


def test_readers_who_arrive_while_files_are_saved_get_their_page_and_no_module_is_taken_away(example: Example) -> None:
    log: list[str] = []
    with serving(example.content, command=(*make_run(ROOT), "--logger.level=debug"), log=log) as url:
        alone, runs = asyncio.run(arrivals(url, example))
    printed = "".join(log)
    assert (len(runs), len(alone.charts), alone.errors) == (2 * ROUNDS, 1, ())
    # A page may be drawn twice, once with what was saved: the same page.
    assert [run for run in runs if (set(run.charts), run.errors) != (set(alone.charts), ())] == []
    assert [line for line in log if "Path changed" in line] == []  # what Streamlit answers by taking modules away
    assert ("ImportError" in printed, "Traceback" in printed) == (False, False)
