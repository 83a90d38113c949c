"""Exhibits of trust: the audit, the wordings of a statement, the public record beside a claim, the ledger of forecasts."""

from __future__ import annotations

from narratives.charts import as_stated, canvas, forecasts, record
from narratives.exhibits.view import NAMES, Exhibit, View, framing
from narratives.tables import claims as claims_table
from narratives.tables import drift as drift_table
from narratives.tables import ledger as ledger_table
from narratives.tables import record as record_table
from narratives.tables import words as words_table

NO_RECORD = "No amount on the public record is set beside this claim."


def show_audit(view: View) -> Exhibit:
    table = words_table.quotes([view.pack])[["id", "voice", "speaker", "exact", "audit", "claims"]]
    counts = words_table.audit_counts(view.pack)
    alt = f"{len(table)} quotes: " + ", ".join(f"{count} {state}" for state, count in counts.items()) + "."
    return Exhibit("audit", NAMES["audit"], table, alt)


def show_renderings(view: View) -> Exhibit:
    table = view.only(drift_table.renderings([view.pack], view.voices), "id", "claims")
    alt = " ".join(
        f"{row['where']}: {_worded(row)} First said as: “{row['first']}”. Changed: {row['changed'] or 'wording only'}."
        for row in canvas.records(table)
    )
    left_out = claims_table.left_out(view.packs, view.voices, lambda claim: claim.rendering_of)
    claims = tuple(id for id in table["id"] if id in view.pack.claims)
    return Exhibit(
        "renderings", NAMES["renderings"], table, alt, caveats=(left_out,) if left_out else (), claims=claims
    )


def _worded(row: dict[str, str]) -> str:
    if not row["words"]:
        return "the passage is missing."
    ours = f" (our translation: “{row['translation']}”)" if row["translation"] else ""
    return f"“{row['words']}”{ours}."


def show_drift(view: View) -> Exhibit:
    """The bound of one statement as each wording has it, on one axis: they word one amount."""
    pack = view.pack
    statement = str(view.options.get("statement", ""))
    if statement not in pack.claims:
        statement = next(iter(drift_table.statements(pack)), "")
    if not statement:
        return Exhibit(
            "drift", NAMES["drift"], drift_table.bounds(pack, next(iter(pack.claims))), "Nothing is worded again."
        )
    table = drift_table.bounds(pack, statement, view.voices)
    caveats = [
        "One statement in several wordings, on one axis to show how the amount travels; they are not amounts to add up.",
        "Wordings from elsewhere are known from a short extract only.",
    ]
    if len(table):
        table = table.assign(measure="one", currency=table["currency"].mode().iloc[0])
    alt = " ".join(
        f"{row['lead']}: {row['amount']}, {row['period'] or 'no time named'}." for row in canvas.records(table)
    )
    speaker = pack.narrative.speakers[0].name
    title = f"{NAMES['drift']}: {speaker}’s {table['amount'].iloc[0]}" if len(table) else ""
    figure = as_stated.figure(table, framing(view, "drift", caveats, title=title)) if len(table) else None
    claims = tuple(id for id in table["claim"] if id in pack.claims)
    return Exhibit(
        "drift", NAMES["drift"], table, alt or "No other wording has an amount.", figure, tuple(caveats), claims
    )


def show_record(view: View) -> Exhibit:
    """One claim and the amounts on record beside it; which may share its axis is for the comparability gate to say."""
    pack = view.pack
    claim = str(view.options.get("claim", ""))
    if claim not in pack.claims:
        claim = next(iter(record_table.with_record(pack)), "")
    table = record_table.beside(pack, claim) if claim else record_table.beside(pack, next(iter(pack.claims)))
    caveats = [
        "Squares are not from the interview: they are the public record, set beside it by the editors.",
        "A panel of its own means that the amounts cannot be compared with what was said; its head says why.",
    ]
    alt = " ".join(f"{row['phrase']}." for row in canvas.records(table)) or NO_RECORD
    title = f"{NAMES['record']}, which is not from the interview"
    figure = record.figure(table, framing(view, "record", caveats, title=title)) if len(table) else None
    return Exhibit("record", NAMES["record"], table, alt, figure, tuple(caveats), (claim,) if claim else ())


def show_forecasts(view: View) -> Exhibit:
    table = ledger_table.forecasts(view.packs, view.voices)
    due = ledger_table.next_due(table)
    caveats = [
        "The state is an editor’s judgement, with its reason beside it; a forecast is open until its time is over."
    ]
    alt = " ".join(f"{row['phrase']}. {row['state_label']}; {row['due_label']}." for row in canvas.records(table))
    left_out = claims_table.left_out(view.packs, view.voices, lambda claim: claim.type == "prediction")
    figure = forecasts.figure(
        view.dimming(table, "claim"), framing(view, "forecasts", [due, *caveats] if due else caveats)
    )
    shown = (*((due,) if due else ()), *caveats, *((left_out,) if left_out else ()))
    return Exhibit("forecasts", NAMES["forecasts"], table, alt, figure, shown, tuple(table["claim"]))
