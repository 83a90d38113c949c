"""A narrative → a data package: CSV files and the ``datapackage.json`` that explains every field of them.

The form is Frictionless Data's *Tabular Data Package* (v1). Everything in it is what the pages show; the exact words stay
short quotations, and the package says so in its licences.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pandas as pd

from narratives import models
from narratives.library.packs import Pack
from narratives.tables import claims, drift, ledger, public_record, quotations, stack, stance

NUMBERS = {"count_low", "count_high", "value", "low", "high", "order", "own_number", "depth", "quotes"}
BOOLEANS = {"entry_point"}
TABLES: dict[str, tuple[str, Callable[[Pack], pd.DataFrame], tuple[str, ...]]] = {
    # file: (what a row is, the table, its key)
    "claims": ("One proposition a row, with every hedge in a field of its own.", lambda p: claims.claims([p]), ("id",)),
    "quotes": ("The source’s own words, one quote a row.", lambda p: quotations.quotes([p]), ("id",)),
    "layers": ("One layer of the stack a row, bottom first.", lambda p: stack.layers([p]), ("layer",)),
    "arguments": ("One argument about openness a row.", stance.arguments, ("id",)),
    "wordings": ("One other wording of a statement a row.", lambda p: drift.renderings([p]), ("id",)),
    "record": (
        "One fact of the public record and the claim it bears on a row; none of it is from the interview.",
        lambda p: public_record.record([p]),
        ("claim", "fact"),
    ),
    "forecasts": ("One prediction a row, and what became of it.", lambda p: ledger.forecasts([p]), ("claim",)),
    "sources": ("One source of the narrative a row.", quotations.sources, ("id",)),
}
FIELDS = {
    "narrative": "Permanent name of the narrative.",
    "speaker": "Who said it, as resolved and as printed.",
    "organisation": "The organisation of the speaker.",
    "count_low": "Smallest number of members stated for the scope.",
    "count_high": "Largest number of members stated for the scope.",
    "comparator": "How the amount is bounded: more than, at least, about, at most, less than; “=” for none.",
    "unit": "Unit or currency of the amount.",
    "period_stated": "The period in the words of the source.",
    "period_anchor": "The day on which a relative period was said.",
    "period": "The period, resolved.",
    "absence": "In which way a figure or answer is missing; empty where it is not.",
    "derived_from": "The formula of an amount that we computed.",
    "sourcing": "How the words reached us.",
    "phrase": "The one sentence that carries every hedge.",
    "audit": "Whether the words were found in the source.",
    "claims": "Claims that stand on the quote.",
    "label": "Short name.",
    "name": "Name of the shared layer.",
    "order": "Place in the shared list, counted from the bottom, from 0.",
    "state": "The part played or the state reached, in words.",
    "exact": "The exact words.",
    "depth": "How many steps it stands from a starting point.",
    "statement": "The claim that is worded again.",
    "where": "Where the wording stands.",
    "words": "The exact words of the wording, or the amount in words.",
    "changed": "What the wording changed, change by change.",
    "first": "The exact words of the first wording.",
    "fact": "Permanent name of the fact.",
    "amount": "The amount in words, with its bound.",
    "in dollars": "A conversion of ours with its rate and day, or that there is none.",
    "as of": "The day the figure was given.",
    "publisher": "Who published the source.",
    "published": "When the source was published.",
    "claim": "Permanent name of the claim.",
    "said": "The day the words were said.",
    "due": "The last day of the predicted period.",
    "due_label": "When the prediction falls due, in words.",
    "state_label": "The state in words.",
    "quotes": "How many quotes are from this source.",
    "text hash (SHA-256)": "Hash of the text that the quotes were found in.",
    "source": "Permanent name or title of the source.",
    "entity": "Of whom or what it speaks.",
    "role": "`claim`, `ground`, `concession` or `rebuttal`.",
    "products": "What is named in the layer.",
}
DESCRIBED = (
    models.Claim,
    models.Quantity,
    models.Quote,
    models.LayerRole,
    models.Argument,
    models.Rendering,
    models.Fact,
    models.Bearing,
    models.Forecast,
    models.Source,
    models.RecordSource,
)


def data_package(pack: Pack) -> bytes:
    """The package of a narrative as a zip file; the same narrative gives the same bytes."""
    files = {f"{name}.csv": claims.as_csv(table(pack)) for name, (_, table, _) in TABLES.items()}
    files["datapackage.json"] = json.dumps(descriptor(pack), ensure_ascii=False, indent=2) + "\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(files.items()):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))  # no clock: what is equal packs alike
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return packed.getvalue()


def descriptor(pack: Pack) -> dict[str, Any]:
    """What ``datapackage.json`` holds: the narrative, its sources, and every file with every field explained."""
    narrative = pack.narrative
    return {
        "profile": "tabular-data-package",
        "name": pack.id,
        "title": narrative.title,
        "description": f"{narrative.sourcing_note} Facts of the public record stand in record.csv alone.",
        "version": pack.edition,
        "created": f"{narrative.reviewed}T00:00:00Z",
        "licenses": [
            {"name": "CC-BY-4.0", "title": "The selection and our sentences; quotations remain their authors’"}
        ],
        "sources": [
            {"title": source.title} | ({"path": source.url} if source.url else {}) for source in pack.sources.values()
        ],
        "resources": [_resource(name, sentence, table(pack), key) for name, (sentence, table, key) in TABLES.items()],
    }


def _resource(name: str, sentence: str, table: pd.DataFrame, key: tuple[str, ...]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "description": sentence,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(str(column)) for column in table.columns],
            "primaryKey": list(key),
            "missingValues": [""],
        },
    }


def _field(name: str) -> dict[str, Any]:
    kind = "number" if name in NUMBERS else "boolean" if name in BOOLEANS else "string"
    field: dict[str, Any] = {"name": name, "type": kind, "description": description(name)}
    return field | ({"trueValues": ["True"], "falseValues": ["False"]} if kind == "boolean" else {})


def description(column: str) -> str:
    """What a column means; the models' own words where the column is a field of theirs. KeyError for an unknown one."""
    if column in FIELDS:
        return FIELDS[column]
    for model in DESCRIBED:
        if column in model.model_fields and model.model_fields[column].description:
            return model.model_fields[column].description or ""
    raise KeyError(column)
