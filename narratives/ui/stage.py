"""The walkthrough's views: a step on a page or on stage, the presenter's window, the sheet to print, the dialogs."""

from __future__ import annotations

import streamlit as st

from narratives.models import WalkStep
from narratives.packs import Pack
from narratives.tables.claims import heard, phrase_of
from narratives.tables.words import findable, silent
from narratives.ui import cards, deck, figures, frame, loading, printing, provenance, sharing

HOME = {
    "key-figures": ("pages/overview.py", ""),
    "layer-stack": ("pages/layers.py", "layer"),
    "argument": ("pages/open_source.py", "argument"),
    "called-open-closed": ("pages/open_source.py", ""),
    "renderings": ("pages/evidence.py", ""),
}
WORDS = {"layer-stack": cards.layer, "argument": cards.argument}  # what a click on a mark opens; else the claim
ROOM = 740  # of 1080 pixels, between the headline and the source line
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


def show(pack: Pack, step: WalkStep, *, opens: bool = True, room: int = 0) -> None:
    """The exhibit or quotes of a step; ``opens`` adds a link to the full page in the same state.

    ``room`` is the height in pixels that a stage leaves for the picture; 0 away from the stage.
    """
    for quote in step.quotes:
        cards.quote(pack, quote, size="large")
    if step.exhibit:
        options = {name: value for name, value in step.state if value}
        exhibit = loading.exhibit(step.exhibit, frame.view(pack, **options, room=room))
        figures.show(
            exhibit, pack, words=WORDS.get(step.exhibit, cards.claim), folded=opens and not room, headed=not room
        )
    if opens:
        file, params = home(step)
        st.page_link(file, label="Open the full page", query_params=params | {"back": step.id})


def home(step: WalkStep) -> tuple[str, dict[str, str]]:
    """The page on which a step's exhibit lives, and the parameters that show it there in the same state."""
    state = step.state
    if step.exhibit is None:
        return "pages/quotes.py", {"quote": step.quotes[0]} if step.quotes else {}
    if step.exhibit in HOME:
        file, param = HOME[step.exhibit]
        return file, {param: state.emphasis[0]} if param and state.emphasis else {}
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


def caption(pack: Pack, step: WalkStep) -> None:
    """What to say, each sentence with its exact words one click away."""
    for number, sentence in enumerate(step.caption):
        cards.say(sentence.says)
        unheard = sum(not heard(pack.claims[id], frame.view(pack).voices) for id in sentence.claims)
        if unheard:
            cards.say(f"{unheard} of the claims behind this sentence are outside the chosen voices.", "asn-meta")
        with st.popover("The exact words", key=f"words-{step.id}-{number}"):
            for claim in sentence.claims:
                cards.claim(pack, claim)


@st.dialog("The exact words", width="large")
def receipts(pack: Pack, step: WalkStep) -> None:
    """The words behind what is on screen; typing finds any claim or quote of any narrative."""
    wanted = st.text_input("Find any claim or quote", key="receipts", type="search", live="200ms")
    if wanted:
        packs = loading.library().packs
        found, without_words = findable(packs.values(), wanted), silent(packs.values(), wanted)
        cards.say(
            f"{len(found) + len(without_words)} found" + (", the first twelve:" if len(found) > 12 else ""), "asn-label"
        )
        for narrative, claim in without_words[:4]:
            cards.claim(packs[narrative], claim)
        for narrative, quote in found[:12]:
            where = packs[narrative]
            cards.quote(where, quote, size="full")
            for standing in where.claims.values():
                if standing.quote == quote:
                    cards.say(f"{phrase_of(where, standing)}.", "asn-meta")
        return
    cited = dict.fromkeys(claim for sentence in step.caption for claim in sentence.claims)
    for claim in (*cited, *(id for id in step.state.emphasis if id in pack.claims and id not in cited)):
        cards.claim(pack, claim, size="full")


@st.dialog("Take it along")
def code(step: WalkStep) -> None:
    """A QR code that opens this step on a phone, where it reads as a page."""
    sharing.qr(sharing.link("/walkthrough", step=step.id))


@st.dialog("Keys")
def keys() -> None:
    """What each key does."""
    cards.pairs(KEYS)


def presenter(pack: Pack, now: int) -> None:
    """The presenter's window: this step and the next, the notes, the time."""
    step = pack.steps[now]
    deck.clock()
    left, right = st.columns([3, 2], gap="large")
    with left:
        cards.say(f"Now: {now + 1} of {len(pack.steps)}", "asn-label")
        st.title(cards.plain(step.headline), anchor=False)
        cards.say(step.notes or "No notes for this step.", "asn-thesis")
        for sentence in step.caption:
            cards.say(sentence.says)
    with right:
        cards.say("Next", "asn-label")
        following = pack.steps[now + 1] if now + 1 < len(pack.steps) else None
        cards.say(following.headline if following else "This is the last step.", "asn-thesis")


def sheet(pack: Pack) -> None:
    """The whole walkthrough as one page to print: headlines, charts, captions, quotes, sources; notes if asked for."""
    with st.container(horizontal=True, key="sheet-tools", vertical_alignment="center"):
        printing.button()
        notes = st.toggle("With notes", key="notes", bind="query-params")
        st.page_link("pages/walkthrough.py", label="Back to the walkthrough")
    st.title(cards.plain(pack.narrative.title), anchor=False)
    with st.container(key="sheet"):
        for number, step in enumerate(pack.steps, 1):
            st.header(cards.plain(f"{number}  {step.headline}"), anchor=False)
            show(pack, step, opens=False)
            for sentence in step.caption:
                cards.say(sentence.says)
            if notes and step.notes:
                cards.say(f"Notes: {step.notes}", "asn-meta")
            quotes = dict.fromkeys(pack.claims[id].quote for sentence in step.caption for id in sentence.claims)
            cards.quotes(pack, [id for id in quotes if id and id not in step.quotes])
            st.divider()
        st.header("Sources", anchor=False)
        for source in pack.sources.values():
            provenance.source(source)
