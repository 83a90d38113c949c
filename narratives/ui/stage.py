"""The walkthrough's views: a step on a page or on stage, the presenter's window, the sheet to print, the dialogs."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from narratives.models import Sentence, TourSentence, TourStep, WalkStep
from narratives.tables.across import sourced
from narratives.tables.claims import heard, phrase_of
from narratives.tables.words import findable, silent
from narratives.ui import cards, deck, figures, frame, links, loading, printing, prose, provenance, sharing
from narratives.ui.walks import Step, Walk, options

HOME = {
    "key-figures": ("pages/overview.py", ""),
    "layer-stack": ("pages/layers.py", "layer"),
    "argument": ("pages/open_source.py", "argument"),
    "called-open-closed": ("pages/open_source.py", ""),
    "renderings": ("pages/evidence.py", ""),
    "drift": ("pages/evidence.py", ""),
    "record": ("pages/evidence.py", ""),
    "forecasts": ("pages/evidence.py", ""),
}
COMPARED = {"layer-matrix": "pages/layers.py", "openness": "pages/open_source.py"}
SECTIONS = {"renderings": "wordings", "drift": "wordings", "record": "record", "forecasts": "forecasts"}
WORDS = {"layer-stack": cards.layer, "argument": cards.argument}  # what a click on a mark opens; else the claim
SEVERAL = 3  # quotes of one step, which then stand in the common size
ROOM = 740  # of 1080 pixels, between the headline and the source line
SOURCES = 80  # of these, what the sources of a tour take, which are several lines
KEYS = {
    "→  Page Down  Space": "next step",
    "←  Page Up": "previous step",
    "Home, End": "first, last step",
    "digits, then Enter": "go to that step",
    "P": "go on stage",
    "X": "leave the stage",
    "F": "full screen on and off (Esc leaves it)",
    "E": "the exact words behind this step",
    "Q": "a code that opens this step on a phone",
    "N": "the presenter’s window, in step with this one",
    "H or ?": "these keys",
}


def show(walk: Walk, step: Step, *, opens: bool = True, room: int = 0) -> None:
    """The exhibit or quotes of a step; ``opens`` adds a link to the full page in the same state.

    ``room`` is the height in pixels that a stage leaves for the picture; 0 away from the stage.
    """
    large = "large" if len(step.quotes) < SEVERAL else ""
    for ref in step.quotes:
        pack, quote = walk.find(ref)
        if walk.tour:
            prose.say(f"{pack.narrative.label} · {sourced(pack)}", "asn-label")
        cards.quote(pack, quote, size=large)
    if step.exhibit:
        packs = walk.shown(step)
        left = room - SOURCES if room and walk.tour else room
        exhibit = loading.exhibit(step.exhibit, frame.view(*packs, **options(step), room=left))
        figures.show(
            exhibit, packs[0], words=WORDS.get(step.exhibit, cards.claim), folded=opens and not room, headed=not room
        )
    if opens and not (walk.tour and room):  # on stage the room is for what the tour sets side by side
        file, params = home(step) if isinstance(step, WalkStep) else compared(walk, step)
        back = f"{walk.tour}/{step.id}" if walk.tour else step.id
        st.page_link(file, label="Open the full page", query_params=params | {"back": back})


def home(step: WalkStep) -> tuple[str, dict[str, str]]:
    """The page on which a step's exhibit lives, and the parameters that show it there in the same state."""
    state = step.state
    if step.exhibit is None:
        return "pages/quotes.py", {"quote": step.quotes[0]} if step.quotes else {}
    if step.exhibit in HOME:
        file, param = HOME[step.exhibit]
        section = {"section": SECTIONS[step.exhibit]} if step.exhibit in SECTIONS else {}
        return file, section | ({param: state.emphasis[0]} if param and state.emphasis else {})
    params = {
        "chart": step.exhibit,
        "measures": ",".join(state.measures),
        "about": state.about or "",
        "first": state.first or "",
        "second": state.second or "",
        "axis": "logarithmic" if state.logarithmic else "",
        "claim": state.emphasis[0] if state.emphasis else "",
    }
    return "pages/investment.py", {name: value for name, value in params.items() if value}


def compared(walk: Walk, step: TourStep) -> tuple[str, dict[str, str]]:
    """As ``home`` for a step of a tour: the page with all narratives beside the chosen one."""
    home = frame.chosen().id
    pairs = {
        name: ref.partition("/") for name, ref in (("first", step.state.first), ("second", step.state.second)) if ref
    }
    refs = {name: links.ref(narrative, id, home) for name, (narrative, _, id) in pairs.items()}
    if step.exhibit in COMPARED:
        return COMPARED[step.exhibit], {"beside": frame.ALL}
    if step.exhibit is None:
        shown = [links.ref(pack.id, quote, home) for pack, quote in map(walk.find, step.quotes[:1])]
        return "pages/quotes.py", {"beside": frame.ALL} | ({"quote": shown[0]} if shown else {})
    single = step.exhibit in ("regions", "figures-given")
    params = {"chart": step.exhibit, "measure" if single else "measures": ",".join(step.state.measures)} | refs
    return "pages/investment.py", {"beside": frame.ALL} | {name: value for name, value in params.items() if value}


def caption(walk: Walk, step: Step) -> None:
    """What to say, each sentence with its exact words one click away."""
    sentences: Sequence[Sentence | TourSentence] = step.caption
    for number, sentence in enumerate(sentences):
        prose.say(sentence.says)
        cited = [walk.find(ref) for ref in sentence.claims]
        unheard = sum(not heard(pack.claims[id], frame.view(pack).voices) for pack, id in cited)
        if unheard:
            prose.say(f"{unheard} of the claims behind this sentence are outside the chosen voices.", "asn-meta")
        with st.popover("The exact words", key=f"words-{step.id}-{number}"):
            for pack, claim in cited:
                cards.claim(pack, claim)


@st.dialog("The exact words", width="large")
def receipts(walk: Walk, step: Step) -> None:
    """The words behind what is on screen; typing finds any claim or quote of any narrative."""
    wanted = st.text_input("Find any claim or quote", key="receipts", type="search", live="200ms")
    if wanted:
        packs = loading.library().packs
        found, without_words = findable(loading.index(), wanted), silent(loading.index(), wanted)
        prose.say(
            f"{len(found) + len(without_words)} found" + (", the first twelve:" if len(found) > 12 else ""), "asn-label"
        )
        for narrative, claim in without_words[:4]:
            cards.claim(packs[narrative], claim)
        for narrative, quote in found[:12]:
            where = packs[narrative]
            cards.quote(where, quote, size="full")
            for standing in where.claims.values():
                if standing.quote == quote:
                    prose.say(f"{phrase_of(where, standing)}.", "asn-meta")
        return
    for ref in walk.cited(step):
        pack, claim = walk.find(ref)
        cards.claim(pack, claim, size="full")


@st.dialog("Take it along")
def code(step: Step) -> None:
    """A QR code that opens this step on a phone, where it reads as a page."""
    sharing.qr(sharing.link("/walkthrough", step=step.id))


@st.dialog("Keys")
def keys() -> None:
    """What each key does."""
    prose.pairs(KEYS)


def presenter(walk: Walk, now: int) -> None:
    """The presenter's window: this step and the next, the notes, the time."""
    step = walk.steps[now]
    deck.clock()
    left, right = st.columns([3, 2], gap="large")
    with left:
        prose.say(f"Now: {now + 1} of {len(walk.steps)}", "asn-label")
        st.title(prose.plain(step.headline), anchor=False)
        prose.say(step.notes or "No notes for this step.", "asn-thesis")
        for sentence in step.caption:
            prose.say(sentence.says)
    with right:
        prose.say("Next", "asn-label")
        following = walk.steps[now + 1] if now + 1 < len(walk.steps) else None
        prose.say(following.headline if following else "This is the last step.", "asn-thesis")


def sheet(walk: Walk) -> None:
    """The whole walkthrough as one page to print: headlines, charts, captions, quotes, sources; notes if asked for."""
    with st.container(horizontal=True, key="sheet-tools", vertical_alignment="center"):
        printing.button()
        notes = st.toggle("With notes", key="notes", bind="query-params")
        st.page_link("pages/walkthrough.py", label="Back to the walkthrough")
    st.title(prose.plain(walk.title), anchor=False)
    with st.container(key="sheet"):
        for number, step in enumerate(walk.steps, 1):
            st.header(prose.plain(f"{number}  {step.headline}"), anchor=False)
            show(walk, step, opens=False)
            for sentence in step.caption:
                prose.say(sentence.says)
            if notes and step.notes:
                prose.say(f"Notes: {step.notes}", "asn-meta")
            shown = {(pack.id, quote) for pack, quote in map(walk.find, step.quotes)}
            for pack, id in map(walk.find, walk.cited(step)):
                quote = pack.claims[id].quote
                if quote and (pack.id, quote) not in shown:
                    shown.add((pack.id, quote))
                    cards.quote(pack, quote, size="small")
            st.divider()
        st.header("Sources", anchor=False)
        for pack in walk.packs.values():
            if walk.tour:
                prose.say(f"{pack.narrative.label} · {sourced(pack)}", "asn-label")
            for source in {pack.quotes[id].source: pack.source_of(pack.quotes[id]) for id in pack.quotes}.values():
                if source:
                    provenance.source(source)
