"""Exhibits of trust: the audit, the wordings of a statement, the public record beside a claim, the ledger of forecasts."""

from __future__ import annotations

import pandas as pd

from narratives.charts import as_stated, forecasts, record
from narratives.exhibits import alternatives
from narratives.exhibits.framing import framing
from narratives.exhibits.view import Exhibit, Shown, View, claims_in, only
from narratives.library.packs import Pack
from narratives.models import Ref
from narratives.receipts.bearings import counts, with_record
from narratives.receipts.rewordings import statements
from narratives.semantics import phrasing
from narratives.tables import beside, claims, drift, ledger, quotations
from narratives.vocabulary import judgements
from narratives.vocabulary.absences import ABSENCES
from narratives.vocabulary.counting import agreeing, plural

KINDS = 3  # of amounts that a title names
NO_RECORD = ("No amount on the public record is set beside this claim",)


def show_audit(view: View) -> Shown:
    table = quotations.quotes([view.pack])[["id", "voice", "speaker", "exact", "audit", "claims"]]
    counts = quotations.audit_counts(view.pack)
    told = ", ".join(f"{count} {state}" for state, count in counts.items())
    return Shown(AUDIT, table, (f"{len(table)} quotes: {told}",))


def show_renderings(view: View) -> Shown:
    table = only(drift.renderings(view.packs, view.voices), "id", view.options.claims)
    parts = alternatives.kinds(
        plural(len(table), "wording"),
        ("with words" if words else "with the passage missing" for words in table["words"]),
    )
    left_out = claims.left_out(view.packs, view.voices, lambda claim: claim.rendering_of)
    cards: list[Ref] = []
    # Wordings from elsewhere are known from an extract, and stand for themselves only where alone.
    for pack in view.packs:
        worded = [Ref(pack.id, id) for id in table.loc[table["narrative"] == pack.id, "id"]]
        cards += [each for each in worded if each.id in pack.claims] or worded
    known = {pack.id: pack for pack in view.packs}
    own = tuple(each for each in cards if each.id in known[each.narrative].claims)
    caveats = (left_out,) if left_out else ()
    return Shown(RENDERINGS, table, parts, caveats=caveats, claims=own, cards=tuple(cards))


def show_drift(view: View) -> Shown:
    """The bound of one statement as each wording has it, on one axis: they word one amount."""
    pack = view.pack
    statement = view.options.statement
    if statement not in pack.claims:
        statement = next(iter(statements(pack)), "")
    if not statement:
        return Shown(DRIFT, drift.bounds(pack, next(iter(pack.claims))), ("Nothing is worded again",))
    table = drift.bounds(pack, statement, view.voices)
    caveats = [
        "One statement in several wordings, on one axis to show how the amount travels; they are not amounts to add up.",
        "Wordings from elsewhere are known from a short extract only.",
    ]
    if len(table):
        table = table.assign(measure="one", currency=table["currency"].mode().iloc[0])
    parts = tuple(alternatives.named(table, "lead")) if len(table) else ("No other wording has an amount",)
    title = _travelled(pack, table) if len(table) else ""
    figure = as_stated.figure(table, framing(view, DRIFT, caveats, title=title)) if len(table) else None
    claims = tuple(ref for ref in claims_in(table) if ref.id in pack.claims)
    return Shown(DRIFT, table, parts, figure, tuple(caveats), claims, title)


def _travelled(pack: Pack, table: pd.DataFrame) -> str:
    """How an amount travelled: “Joe Tsai’s amount in 3 wordings: at least $50 trillion, $50 trillion, at most $50 trillion”."""
    amounts = list(dict.fromkeys(table["amount"]))
    more = f" and {len(amounts) - KINDS} more" if len(amounts) > KINDS else ""
    whose = phrasing.speaker_of(pack.narrative, pack.quote_of(pack.claims[table["claim"].iloc[0]])).name
    return f"{whose}’s amount in {len(table)} wordings: {', '.join(amounts[:KINDS])}{more}"


def show_record(view: View) -> Shown:
    """One claim and the amounts on record beside it; which may share its axis is for the comparability gate to say."""
    pack = view.pack
    claim = view.options.claim
    if claim not in pack.claims:
        claim = next(iter(with_record(pack)), "")
    table = beside.beside(pack, claim) if claim else beside.beside(pack, next(iter(pack.claims)))
    caveats = [
        "Squares are not from the interview: they are the public record, set beside it by the editors.",
        "A panel of its own means that the amounts cannot be compared with what was said; its head says why.",
    ]
    facts = table[~table["said"].astype(bool)]
    parts = alternatives.amounts(facts) if len(facts) else NO_RECORD
    title = _beside(pack, claim) if claim else ""
    figure = record.figure(table, framing(view, RECORD, caveats, title=title)) if len(table) else None
    return Shown(RECORD, table, parts, figure, tuple(caveats), (Ref(pack.id, claim),) if claim else (), title)


def _beside(pack: Pack, claim: str) -> str:
    """What the record says of a claim, counted: “Not from the interview: 3 facts qualify “about $25 billion”, 1 supports it”."""
    item = pack.claims[claim]
    what = "what was said"
    if item.quantity:
        what = f"“{phrasing.amount(item.quantity)}”"
    elif item.absence:
        what = f"“{ABSENCES[item.absence.kind]}”"
    told: list[str] = []
    for verdict, count in reversed(counts(pack, claim).items()):
        verb = agreeing(count, judgements.VERDICTS[verdict].one, judgements.VERDICTS[verdict].several)
        told.append(f"{count} {verb} it" if told else f"{plural(count, 'fact')} {verb} {what}")
    return f"Not from the interview: {', '.join(told)}"


def show_forecasts(view: View) -> Shown:
    table = ledger.forecasts(view.packs, view.voices)
    due = ledger.next_due(table)
    caveats = [
        "The state is an editor’s judgement, with its reason beside it; a forecast is open until its time is over."
    ]
    parts = alternatives.kinds(plural(len(table), "prediction"), table["due_label"])
    left_out = claims.left_out(view.packs, view.voices, lambda claim: claim.type == "prediction")
    framed = framing(view, FORECASTS, [due, *caveats] if due else caveats, title=_became(view, table))
    figure = forecasts.figure(view.dimming(table, "claim"), framed)
    shown = (*((due,) if due else ()), *caveats, *((left_out,) if left_out else ()))
    return Shown(FORECASTS, table, parts, figure, shown, claims_in(table), framed.title)


def _became(view: View, table: pd.DataFrame) -> str:
    """The ledger in one sentence: “Of 5 predictions by Joe Tsai, 2 are open and 3 cannot be judged”."""
    if table.empty:
        return ""
    counts = {state: int((table["state"] == state).sum()) for state in judgements.FORECASTS}
    told = [
        f"{count} {agreeing(count, 'is ', 'are ') if state == 'open' else ''}{judgements.FORECASTS[state]}"
        for state, count in counts.items()
        if count
    ]
    speakers = " and ".join(dict.fromkeys(pack.narrative.speakers[0].name for pack in view.packs[:2]))
    whose = f" by {speakers}" if len(view.packs) < 3 else ""
    many = len(table)
    if many == 1:
        return f"The one prediction{whose}: {told[0].removeprefix('1 ')}"
    return f"Of {many} predictions{whose}, {' and '.join([', '.join(told[:-1]), told[-1]] if len(told) > 1 else told)}"


AUDIT = Exhibit("audit", "Every quote with its audit", show_audit, page="evidence", section="audit", of="one")
RENDERINGS = Exhibit(
    "renderings", "The same statement, worded again", show_renderings, page="evidence", section="wordings"
)
DRIFT = Exhibit(
    "drift",
    "The amount, wording by wording",
    show_drift,
    page="evidence",
    section="wordings",
    of="one",
    words="wording",
)
RECORD = Exhibit(
    "record", "Beside the public record", show_record, page="evidence", section="record", of="one", words="fact"
)
FORECASTS = Exhibit(
    "forecasts", "The forecasts, and what became of them", show_forecasts, page="evidence", section="forecasts"
)
