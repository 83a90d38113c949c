"""Every page and every parameter of a link, declared once: menu, links and the README’s table are made from here.

A parameter that is not declared here is refused where it is read (``parameter``), so that none can be undocumented.
"""

from __future__ import annotations

from dataclasses import dataclass

from narratives.models import PageName


@dataclass(frozen=True)
class Page:
    """One page: its name in the menu, the question it answers, and whether it sets narratives beside each other."""

    id: PageName
    name: str
    question: str
    compares: bool = False

    @property
    def file(self) -> str:
        """The script, as Streamlit names it from the entrypoint."""
        return f"pages/{self.id}.py"

    @property
    def path(self) -> str:
        """The page’s path in an address; the first page of the menu has none of its own."""
        return "/" if self is next(iter(PAGES.values())) else f"/{self.id}"


@dataclass(frozen=True)
class Parameter:
    """One parameter: on which ``pages`` it means something, on all where none is named, and what it says there, as the README tells it.

    ``kept``: a link from one page to another takes it along. ``private``: it is left out of a link that is shared.
    """

    name: str
    pages: tuple[PageName, ...]
    means: str = ""
    kept: bool = False
    private: bool = False


PAGES: dict[PageName, Page] = {
    page.id: page
    for page in (
        Page("overview", "Overview", "What is this narrative, in one minute?", compares=True),
        Page("layers", "Layers", "Where in the AI stack do they play, and where not?", compares=True),
        Page("open_source", "Open source", "Open or closed, with which arguments and concessions?", compares=True),
        Page(
            "investment",
            "Investment",
            "What is said about U.S. and Chinese investment, and can it be compared?",
            compares=True,
        ),
        Page("quotes", "Quotes", "What exactly was said?", compares=True),
        Page("walkthrough", "Walkthrough", "Tell it to an audience."),
        Page("evidence", "Evidence", "Why should anyone believe this page?"),
    )
}
EVERY: tuple[PageName, ...] = ()
SINGLE = "with single charts"
PARAMETERS: dict[str, Parameter] = {
    each.name: each
    for each in (
        Parameter("narrative", EVERY, "its label, such as `Alibaba 2026`", kept=True),
        Parameter("beside", EVERY, "labels of others, repeated, or `{all}`; not on walkthrough and evidence"),
        Parameter("among", EVERY, "which sheet of a long comparison"),
        Parameter("voice", EVERY, "{voices}", kept=True),
        Parameter("record", EVERY, "`true`: the public record is open", kept=True),
        Parameter("embed", EVERY, "`true`: the page alone, for a frame in another one"),
        Parameter("back", EVERY, "the step of the walkthrough to return to", private=True),
        Parameter("layer", ("layers", "quotes")),
        Parameter("argument", ("open_source",)),
        Parameter("meets", ("open_source",), "with several: the theme of arguments that meet"),
        Parameter("chart", ("investment",), "{charts}"),
        Parameter("claim", ("investment",)),
        Parameter("measure", ("investment",), SINGLE),
        Parameter("measures", ("investment",), SINGLE),
        Parameter("about", ("investment",), SINGLE),
        Parameter("axis", ("investment",), SINGLE),
        Parameter("share", ("investment",), SINGLE),
        Parameter("first", ("investment",), SINGLE),
        Parameter("second", ("investment",), SINGLE),
        Parameter("quote", ("quotes",)),
        Parameter("order", ("quotes",), "`found` or `interview`; with several also `question`"),
        Parameter("question", ("quotes",), "with `question`: which"),
        Parameter("theme", ("quotes",)),
        Parameter("by", ("quotes",), "a voice"),
        Parameter("from", ("quotes",), "a narrative"),
        Parameter("region", ("quotes",)),
        Parameter("firm", ("quotes",)),
        Parameter("search", ("quotes",)),
        Parameter("sheet", ("quotes",), "which sheet of a long list"),
        Parameter("tour", ("walkthrough",), "a walkthrough of several narratives", kept=True),
        Parameter("step", ("walkthrough",)),
        Parameter("present", ("walkthrough",), "`1`: on stage; with `embed=true` no menus", private=True),
        Parameter("view", ("walkthrough",), "`presenter` or `sheet`", private=True),
        Parameter("notes", ("walkthrough",), "on the sheet"),
        Parameter("section", ("evidence",), "{sections}"),
        Parameter("statement", ("evidence",), "with `wordings`: the claim"),
        Parameter("beside-claim", ("evidence",), "with `record`: the claim"),
        Parameter("text", ("evidence",), "with `audit`: whose text, where there are several"),
    )
}
KEPT = tuple(each.name for each in PARAMETERS.values() if each.kept)
PRIVATE = tuple(each.name for each in PARAMETERS.values() if each.private)


def at(path: str) -> Page:
    """The page at a path without its first stroke; "" is the first page of the menu. StopIteration where there is none."""
    return next(page for page in PAGES.values() if page.path == f"/{path}")


def table(values: dict[str, str]) -> str:
    """The parameters by page as a Markdown table, one line a page, without a line break at its end.

    ``values`` fills in what only the pages know: the ids of ``charts`` and ``sections``, the ``voices``, what stands for
    ``all`` narratives.
    """
    every = [each for each in PARAMETERS.values() if not each.pages]
    of_pages = {page: [each for each in PARAMETERS.values() if page.id in each.pages] for page in PAGES.values()}
    rows = {"every page": every} | {f"`{page.path}`": its for page, its in of_pages.items() if its}
    lines = [f"| {shown} | {' · '.join(_told(each, values) for each in its)} |" for shown, its in rows.items()]
    return "\n".join(["| Page | Parameters |", "|---|---|", *lines])


def _told(each: Parameter, values: dict[str, str]) -> str:
    means = f" ({each.means.format(**values)})" if each.means else ""
    return f"`{each.name}`{means}"
