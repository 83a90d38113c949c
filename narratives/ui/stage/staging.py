"""The walkthrough's views: a step on a page or on stage, the presenter's window, the sheet to print, the dialogs."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from narratives import exhibits
from narratives.exhibits import Shown
from narratives.exhibits.walks import Scene, Walk
from narratives.html import sources
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts.hearing import heard
from narratives.receipts.sentences import phrase_of
from narratives.tables.quotations import findable, without_words
from narratives.ui.page import frame, loading, prose, sharing
from narratives.ui.stage import deck, printing, ways
from narratives.ui.words import cards, figures, several
from narratives.web.routes import PAGES

STAGED, PRINTED = "Press E for the exact words.", "The words it stands on follow."
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


def show(walk: Walk, step: Scene, *, opens: bool = True, room: int = 0) -> None:
    """The exhibit or quotes of a step; ``opens`` adds a link to the full page in the same state.

    ``room`` is the height in pixels that a stage leaves for the picture; 0 away from the stage.
    """
    large = "large" if len(step.quotes) < SEVERAL else ""
    for ref in step.quotes:
        pack = walk.packs[ref.narrative]
        if walk.tour:
            cards.whose(pack)
        cards.quote(pack, ref.id, size=large)
    if step.exhibit:
        _drawn(walk, step, step.exhibit, folded=opens and not room, room=room)
    if opens and not (walk.tour and room):  # on stage the room is for what the tour sets side by side
        back = Ref(walk.tour, step.id).within("")
        for label, file, params in ways.of(step):
            st.page_link(file, label=label, query_params=params | {"back": back})


def _drawn(walk: Walk, step: Scene, name: str, *, folded: bool, room: int) -> None:
    """An exhibit of all narratives of a step: in one, or, where each has its own, one after the other.

    Narratives that have nothing to show under the chosen voices are named in one line.
    """
    packs, declared = step.packs, exhibits.EXHIBITS[name]
    together = len(packs) > 1
    groups = [(pack,) for pack in packs] if together and declared.of == "one" else [packs]
    if len(groups) > 1 and not room:
        st.header(declared.name, anchor=name)
    left = (room - SOURCES * bool(walk.tour)) // len(groups) if room else 0
    nothing: list[Pack] = []
    for group in groups:
        exhibit = loading.exhibit(name, frame.view(*group, options=replace(step.options, room=left)))
        absent = [pack for pack in group if together and not _shows(exhibit, pack)]
        nothing += absent
        part = f"/{step.id}"
        if len(groups) > 1:
            if absent:
                continue
            cards.whose(group[0])
            part += f"/{group[0].id}"
        figures.show(
            exhibit,
            group[0],
            linked=False,
            folded=folded,
            headed=len(groups) == 1 and not room,
            named=len(group) > 1,
            part=part,
            pointer="" if folded else STAGED if room else PRINTED,
        )
    several.silent("Nothing of the kind under this choice", nothing)


def _shows(exhibit: Shown, pack: Pack) -> bool:
    """Whether an exhibit has anything of a narrative; one that only counts over all has."""
    table = exhibit.table
    return not table.empty and ("narrative" not in table or pack.id in set(table["narrative"]))


def caption(walk: Walk, step: Scene) -> None:
    """What to say, each sentence with its exact words one click away."""
    for number, sentence in enumerate(step.caption):
        prose.say(sentence.says)
        cited = [(walk.packs[ref.narrative], ref.id) for ref in sentence.claims]
        unheard = sum(not heard(pack.claims[id], frame.voices()) for pack, id in cited)
        if unheard:
            prose.say(f"{unheard} of the claims behind this sentence are outside the chosen voices.", "asn-meta")
        with st.popover("The exact words", key=f"words-{step.id}-{number}"):
            for pack, claim in cited:
                cards.claim(pack, claim)


@st.dialog("The exact words", width="large")
def receipts(walk: Walk, step: Scene) -> None:
    """The words behind what is on screen; typing finds any claim or quote of any narrative."""
    wanted = st.text_input("Find any claim or quote", key="receipts", type="search", live="200ms")
    if wanted:
        packs = loading.library().packs
        found, wordless = findable(loading.index(), wanted), without_words(loading.index(), wanted)
        more = ", the first twelve:" if len(found) > 12 else ""
        prose.say(f"{len(found) + len(wordless)} found{more}", "asn-label")
        for ref in wordless[:4]:
            cards.claim(packs[ref.narrative], ref.id)
        for ref in found[:12]:
            where = packs[ref.narrative]
            cards.quote(where, ref.id, size="full")
            for standing in where.claims.values():
                if standing.quote == ref.id:
                    prose.say(f"{phrase_of(where, standing)}.", "asn-meta")
        return
    for ref in step.cited:
        cards.claim(walk.packs[ref.narrative], ref.id, size="full")


@st.dialog("Take it along")
def code(step: Scene) -> None:
    """A QR code that opens this step on a phone, where it reads as a page."""
    sharing.qr(sharing.link(PAGES["walkthrough"].path, step=step.id))


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
        st.page_link(PAGES["walkthrough"].file, label="Back to the walkthrough")
    st.title(prose.plain(walk.title), anchor=False)
    with st.container(key="sheet"):
        for number, step in enumerate(walk.steps, 1):
            st.header(prose.plain(f"{number}  {step.headline}"), anchor=False)
            show(walk, step, opens=False)
            for sentence in step.caption:
                prose.say(sentence.says)
            if notes and step.notes:
                prose.say(f"Notes: {step.notes}", "asn-meta")
            shown = set(step.quotes)
            for pack, id in ((walk.packs[ref.narrative], ref.id) for ref in step.cited):
                quote = pack.claims[id].quote
                if quote and Ref(pack.id, quote) not in shown:
                    shown.add(Ref(pack.id, quote))
                    cards.quote(pack, quote, size="small")
            st.divider()
        st.header("Sources", anchor=False)
        for pack in walk.packs.values():
            if walk.tour:
                cards.whose(pack)
            for source in {pack.quotes[id].source: pack.source_of(pack.quotes[id]) for id in pack.quotes}.values():
                if source:
                    prose.draw(sources.source(source))
