"""What stands around every page: the app-wide choices above it, source and edition below."""

from __future__ import annotations

from copy import copy
from functools import cache

import streamlit as st

from narratives import exhibits
from narratives.exhibits import PLAIN, Options, View
from narratives.html import writing
from narratives.library.packs import Pack
from narratives.models import Finding, PageName, Ref
from narratives.receipts.hearing import CHOICES, WIDEST
from narratives.receipts.origins import sourced
from narratives.ui.page import links, loading, prose, sharing
from narratives.web.routes import PAGES, Page

ALL = "all narratives"
SHEET = 12  # narratives that stand on one page at once; with more, the others stand on further sheets
COMPARING = [page for page in PAGES.values() if page.compares]
BESIDE = COMPARING[1:]  # all but the overview, which lists the library
RECORD = (
    "Facts from elsewhere, set beside what was said, each with its source and a verdict. None is from the interview."
)


def pages() -> list[st.Page]:
    """The pages of the menu, for one run: Streamlit notes on a page whether the run may run it, so runs share none."""
    return [copy(page) for page in _menu()]


@cache
def _menu() -> list[st.Page]:
    """The pages as they are made, within a run, once."""
    return [
        st.Page(page.file, title=page.name, help=page.question, default=page.path == "/") for page in PAGES.values()
    ]


def bare() -> bool:
    """Whether this view has no menu and no controls: the stage, the presenter's window and the sheet to print."""
    alone = st.query_params.get("present") == "1" or st.query_params.get("view") in ("presenter", "sheet")
    return alone and (st.context.url or PAGES["walkthrough"].path).endswith(PAGES["walkthrough"].path)


def choices(page: Page) -> None:
    """Narrative, those beside it, voice and record, bound to the URL; problems of the content stand here, and with no narrative nothing else does.

    A page embedded in another one shows what its link says and leaves its room to the finding and the chart.
    """
    loading.look()
    library = loading.library()
    prose.styles()
    if library.hindering:
        prose.problems(library.hindering, [library.packs[id].narrative.label for id in sorted(library.kept)])
    if not library.packs:
        st.stop()
    if bare() or st.context.is_embedded:
        return
    labels = list(library.by_label())
    _notice("narrative", labels)
    _notice("voice", list(CHOICES))
    for label in st.query_params.get_all("beside"):
        if label not in (ALL, *labels) and "beside" not in st.session_state:
            links.unknown("beside", label)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.selectbox("Narrative", labels, key="narrative", bind="query-params", width=240)
        if page.compares and len(labels) > 1:
            st.multiselect(
                "Beside it",
                [ALL, *labels],
                key="beside",
                bind="query-params",
                width=280,
                placeholder="other narratives",
                help="Sets other narratives beside this one; type to search.",
            )
        st.selectbox(
            "Whose words",
            list(CHOICES),
            index=list(CHOICES).index(WIDEST),
            key="voice",
            bind="query-params",
            width=280,
            help="Charts, counts and downloads follow, and say what was left out. A silence is always shown.",
        )
        if any(pack.facts for pack in library.packs.values()):
            st.toggle("Public record", key="record", bind="query-params", help=RECORD)
        sharing.share()


def recorded() -> bool:
    """Whether the reader has switched the public record on, for the whole app."""
    value = st.session_state.get("record")
    return bool(value) if value is not None else st.query_params.get("record") == "true"


def chosen() -> Pack:
    """The narrative the reader chose."""
    by_label = loading.library().by_label()
    return by_label.get(_value("narrative", ""), next(iter(by_label.values())))


def view(pack: Pack, *others: Pack, options: Options = PLAIN) -> View:
    """A narrative, those beside it, the voices chosen, and the state of an exhibit, as the exhibits take it."""
    return View((pack, *others), voices(), options)


def voices() -> frozenset[str]:
    """Whose words the reader chose to see."""
    return CHOICES.get(_value("voice", WIDEST), CHOICES[WIDEST])


def beside(pack: Pack) -> tuple[Pack, ...]:
    """The other narratives that the reader has set beside the chosen one, in the order of the library."""
    named = st.session_state.get("beside")
    labels = set(named if named is not None else st.query_params.get_all("beside"))
    others = loading.library().by_label()
    return tuple(other for label, other in others.items() if other.id != pack.id and (label in labels or ALL in labels))


def together(pack: Pack) -> tuple[Pack, ...]:
    """Those set beside that stand on the chosen sheet; a page that finds single records in all of them takes ``beside``."""
    others = beside(pack)
    if len(others) < SHEET:
        return others
    at = (int(_value("among", "1")) - 1) * (SHEET - 1) if _value("among", "1").isdecimal() else 0
    return others[at : at + SHEET - 1] or others[: SHEET - 1]


def _sheets(pack: Pack, others: tuple[Pack, ...]) -> None:
    """The sheets of a comparison that is too long for one page; the chosen narrative stands on each."""
    sheets = -(-len(others) // (SHEET - 1))
    st.pagination(sheets, key="among", bind="query-params")
    here, label = len(together(pack)), pack.narrative.label
    prose.say(f"{here} of {len(others)} narratives stand beside {label} on this sheet; it stands on each.", "asn-meta")


def sentences(pack: Pack, *others: Pack) -> dict[str, str]:
    """Every claim that is heard, each with its sentence, by what the URL calls it where ``pack`` is the chosen narrative."""
    told: dict[str, str] = {}
    for each in (pack, *others):
        rows = loading.claims_of(each, voices())
        told |= {Ref(each.id, id).within(pack.id): said for id, said in zip(rows["id"], rows["phrase"], strict=True)}
    return told


def colophon(page: Page) -> None:
    """Source, sourcing and edition of every narrative on the page, or in the tour that is walked through."""
    pack = chosen()
    shown = (pack, *beside(pack)) if page in BESIDE else (pack,)
    tour = loading.tours().get(_value("tour", "")) if page.id == "walkthrough" else None
    if tour:
        shown = tuple(loading.library().packs[id] for id in tour.tour.narratives if id not in tour.missing)
    prose.say(exhibits.source_lines(shown), "asn-meta")


def other_findings(pack: Pack) -> list[tuple[Page, Finding]]:
    """What each other page found, in the order of the menu; a page without a finding is not among them."""
    found = [(page, pack.narrative.findings.get(page.id)) for page in PAGES.values() if page.path != "/"]
    return [(page, finding) for page, finding in found if finding]


def title(name: PageName) -> Pack:
    """The finding of a page as its title, with the sentence that follows; returns the chosen pack.

    Where a narrative states none, and with other narratives beside it, the page's question is the title; each narrative's
    finding then stands below it. A reader who came here from a step of the walkthrough gets the way back above it.
    """
    pack, page = chosen(), PAGES[name]
    finding = pack.narrative.findings.get(name)
    headline = finding.headline if finding else page.question
    st.set_page_config(page_title=window_title(headline, pack))
    _way_back(pack)
    others = beside(pack) if page in BESIDE else ()
    if others:
        st.title(prose.plain(page.question), anchor=False)
        if name == "quotes" and len(others) >= SHEET:
            prose.say(f"{len(others) + 1} narratives; search finds the words of all of them.", "asn-meta")
            return pack
        if len(others) >= SHEET:
            _sheets(pack, others)
        told = [(_told(each, name), sourced(each)) for each in (pack, *together(pack))]
        prose.draw(writing.findings(told))
        return pack
    st.title(prose.plain(headline), anchor=False)
    if finding and finding.text and not st.context.is_embedded:
        prose.say(finding.text, "asn-thesis")
    return pack


def _way_back(pack: Pack) -> None:
    """A link to the step of the walkthrough, or of a tour, that the reader came from."""
    came = Ref.parse(st.query_params.get("back", ""), "")  # a step of a tour, or, without one, of the narrative
    given = loading.tours().get(came.narrative)
    for step in given.steps if given else () if came.narrative else pack.steps:
        if step.id == came.id:
            label = prose.plain(f"Back to the walkthrough: {step.headline}")
            stage = {"present": "1"} if st.context.is_embedded else {}  # whoever came from the stage goes back to it
            way = {"step": step.id} | ({"tour": came.narrative} if came.narrative else {})
            st.page_link(PAGES["walkthrough"].file, label=label, query_params=way | stage)


def _told(pack: Pack, page: PageName) -> str:
    """What a narrative found for a page, or its label where it states nothing."""
    stated = pack.narrative.findings.get(page)
    return stated.headline if stated else pack.narrative.label


def window_title(finding: str, of: Pack | str) -> str:
    """What a shared link says before it is opened: the finding, and the narrative or tour."""
    return f"{finding} – {of if isinstance(of, str) else of.narrative.label}"


def _value(param: str, default: str) -> str:
    """What an app-wide choice holds: its widget, or, where no widget is drawn, the URL."""
    return str(st.session_state.get(param) or st.query_params.get(param) or default)


def _notice(param: str, options: list[str]) -> None:
    value = st.query_params.get(param)
    if value is not None and value not in options and param not in st.session_state:
        links.unknown(param, value)
