"""The sections of the evidence page: each answers one doubt."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from narratives.exhibits import Options, View
from narratives.exports import packaging
from narratives.html import beneath, sources
from narratives.html.writing import paragraph
from narratives.library.packs import Pack
from narratives.models import dates
from narratives.receipts import bearings, origins, rewordings
from narratives.receipts.reporting import address
from narratives.receipts.sentences import phrase_of
from narratives.tables import public_record, quotations
from narratives.ui.page import controls, frame, loading, prose
from narratives.ui.words import cards, checking, figures
from narratives.vocabulary.counting import plural
from narratives.web.routes import PAGES

BESIDE = "Each fact stands in words beside it."


def audit(pack: Pack, view: View) -> None:
    """Was it said? Every quote against its source, and the reader's own check."""
    st.header("Each quote, checked against its source", anchor="audit")
    prose.say("The audit covers every voice, whatever is chosen above.", "asn-meta")
    with st.container(horizontal=True, gap="large"):
        for state, count in quotations.audit_counts(pack).items():
            st.metric(state.capitalize(), f"{count} of {len(pack.quotes)}")
    for source in pack.sources.values():
        if source.text:
            if found := origins.checked(pack, source):
                prose.pairs(found)
            else:
                prose.say(f"“{source.title}” has not been checked yet.", "asn-meta")
    figures.table(loading.exhibit("audit", view), f"{pack.id}-audit-{pack.edition}")
    st.header("Check it yourself", anchor="check")
    checking.yourself(pack)


def identity(pack: Pack, view: View) -> None:
    """Who spoke, when, and how the words reached us."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header("Who spoke, and how we know", anchor="identity")
        cards.identity(pack)
        st.header("When it was said, and how we know", anchor="date")
        occasion = pack.narrative.occasion
        prose.draw(sources.occasion(occasion, origins.grounds(pack, occasion.basis)))
    with right:
        st.header("How the words reached us", anchor="chain")
        prose.say(pack.narrative.sourcing_note)
        for source in pack.sources.values():
            if source.chain:
                prose.draw(sources.chain(source.chain))


def wordings(pack: Pack, view: View) -> None:
    """What re-telling did to a statement: its wordings, aligned, and its amount in each."""
    exhibit = loading.exhibit("renderings", view)
    st.header(exhibit.name, anchor="renderings")
    statements = rewordings.statements(pack)
    if not statements:
        prose.notice("No statement of this narrative is known in another wording.")
        return
    first = next((id for id in pack.narrative.key_figures if id in statements), next(iter(statements)))
    statement = controls.select("statement", "Statement", statements, first)
    shown = loading.exhibit("drift", View((pack,), view.voices, Options(statement=statement)))
    _, *others = rewordings.wordings(pack, statement, view.voices)
    chart, said = st.columns([11, 9], gap="large") if shown.figure is not None else (None, st.container())
    if chart is not None:
        with chart:
            figures.show(shown, pack, folded=False, pointer="Each wording stands below.")
    with said:
        cards.claim(pack, statement)
    prose.say(
        "Struck out: words that the other wording has not. Underlined: words that it has instead. A number "
        "leads to the change as the editors name it.",
        "asn-meta",
    )
    if not others:
        prose.notice("Its other wordings are in voices that are not chosen above.")
    for each in others:
        with st.container(border=True):
            one, other = st.columns(2, gap="medium")
            with one:
                if (before := beneath.against(each)) is not None:
                    prose.draw(before)
            with other:
                prose.draw(beneath.wording(each))
    for caveat in exhibit.caveats:
        prose.say(caveat, "asn-meta")
    figures.table(exhibit, f"{pack.id}-renderings-{pack.edition}")


def on_record(pack: Pack, view: View) -> None:
    """What is on record elsewhere beside a claim; nothing of it before the reader asks."""
    st.header("The public record", anchor="record")
    claims = bearings.with_record(pack)
    if not claims:
        prose.notice("No public record has been set beside this narrative.")
        return
    if not frame.recorded():
        prose.notice(
            f"{len(pack.facts)} facts from elsewhere are set beside {len(claims)} claims. They are not from the interview, so "
            "they are shown only when you switch “Public record” on."
        )
        st.button("Switch the public record on", on_click=lambda: st.session_state.update(record=True))
        return
    prose.say(
        "Not from the interview. Facts from elsewhere, each with its source, set beside a claim by the editors with a verdict "
        "and its reason.",
        "asn-thesis",
    )
    first = next((id for id in pack.narrative.key_figures if id in claims), next(iter(claims)))
    claim = controls.select("beside-claim", "Claim", claims, first)
    left, right = st.columns([11, 9], gap="large")
    with left:
        shown = loading.exhibit("record", View((pack,), view.voices, Options(claim=claim)))
        figures.show(shown, pack, folded=False, pointer=BESIDE)
    with right:
        cards.claim(pack, claim, recorded=False)
        beside = cards.receipt(pack, claim).record
        for told in beneath.facts(beside) if beside else ():
            prose.draw(beneath.framed(told))
    rows = public_record.record([pack], [claim])
    figures.download("Download this record as CSV", rows, f"{pack.id}-record-{claim}-{pack.edition}")


def forecasts(pack: Pack, view: View) -> None:
    """What was predicted, when it falls due, and what became of it."""
    shown = loading.exhibit("forecasts", view)
    left, right = st.columns([11, 9], gap="large")
    with left:
        figures.show(shown, pack)
    with right:
        st.header("Each with its reason", anchor="reasons")
        for row in shown.table.to_dict("records"):
            with st.container(border=True):
                prose.say(f"{row['state_label'].capitalize()}; {row['due_label']}", "asn-label")
                prose.say(f"{row['phrase']}.")
                prose.say(f"{row['why']} Judged on {dates.in_words(row['judged'])}.", "asn-meta")
                if words := pack.claims[row["claim"]].quote:
                    st.page_link(
                        PAGES["quotes"].file, label="These words where they were said", query_params={"quote": words}
                    )
                for id in row["evidence"]:
                    for fact in bearings.verdicts(pack, id):
                        if fact.claim.id == row["claim"]:
                            prose.draw(beneath.framed(beneath.fact(fact)))


def derivations(pack: Pack, view: View) -> None:
    """Every number that we computed, with all it is made of, and every amount in another currency."""
    st.header("Numbers that we computed", anchor="derivations")
    derived = [claim for claim in pack.claims.values() if claim.derivation]
    if not derived:
        prose.say("None: every number of this narrative is one that was stated.")
    for claim in derived:
        with st.container(border=True):
            prose.say(f"{phrase_of(pack, claim)}.")
            if made := cards.receipt(pack, claim.id).computation:
                prose.draw(beneath.computation(made))
            if claim.note:
                prose.say(claim.note, "asn-meta")
    st.header("Amounts in other currencies", anchor="conversions")
    foreign = public_record.conversions(pack)
    if foreign.empty:
        prose.say("None: every amount of money was stated in U.S. dollars.")
    else:
        prose.say("The amount as stated is what counts; a conversion is ours, and stands beside it.", "asn-meta")
        prose.table(foreign)


def editions(pack: Pack, view: View) -> None:
    """What changed from edition to edition, the whole narrative as open data, and where errors are reported."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header("Editions and corrections", anchor="editions")
        prose.say(
            f"You are reading edition {pack.edition}, reviewed {dates.in_words(pack.narrative.reviewed)}.", "asn-meta"
        )
        for edition in pack.editions:
            before = f", formerly {', '.join(edition.formerly)}" * bool(edition.formerly)
            prose.say(f"{dates.in_words(edition.date)}, edition {edition.name}{before}", "asn-label")
            for change in edition.changes:
                named = change.ids[0] if len(change.ids) == 1 else ""
                what = f"{change.kind} {named}" if named else plural(len(change.ids), change.kind)
                told = f"{change.verb.capitalize()} {what}{f': {change.says}' if change.says else ''}"
                if named:
                    prose.say(told)
                else:
                    prose.draw(beneath.folded(told, paragraph(", ".join(change.ids), "asn-meta")))
        if not pack.editions:
            prose.notice("No list of changes is kept for this narrative yet.")
    with right:
        st.header("Take it with you", anchor="package")
        prose.say(
            "Everything on these pages as a data package: CSV files, and a description of every field (Frictionless Data)."
        )
        st.download_button(
            "Download the data package",
            lambda: packaging.data_package(pack),
            f"{pack.id}-{pack.edition}.zip",
            "application/zip",
            key="data-package",
            on_click="ignore",
        )
        st.header("Report an error", anchor="report")
        prose.say("Every claim, quote and fact has a link that fills in its id and this edition.")
        prose.draw(beneath.report("narrative", address(pack, "narrative", pack.id, pack.narrative.title)))


def where_read(pack: Pack, view: View) -> None:
    """Where everything was read, and what the words on these pages mean."""
    st.header("Sources of the narrative", anchor="sources")
    for source in pack.sources.values():
        prose.draw(sources.source(source))
    if pack.record_sources and frame.recorded():
        st.header("Sources of the public record", anchor="record-sources")
        with st.grid(2, min_column_width=320, gap="medium"):
            for each in pack.record_sources.values():
                prose.draw(sources.recorded(each))
    st.header("Glossary", anchor="glossary")
    with st.grid(2, min_column_width=320, gap="medium"):
        for term in pack.words.terms.values():
            cards.term(term)


SECTIONS: dict[str, tuple[str, Callable[[Pack, View], None]]] = {
    "audit": ("Audit", audit),
    "identity": ("Who and when", identity),
    "wordings": ("Other wordings", wordings),
    "record": ("Public record", on_record),
    "forecasts": ("Forecasts", forecasts),
    "derivations": ("Computed", derivations),
    "editions": ("Editions", editions),
    "sources": ("Sources", where_read),
}
