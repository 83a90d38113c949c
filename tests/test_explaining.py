"""What one field may hold, and the problem an editor reads where it holds something else."""

from __future__ import annotations

import pytest

from narratives.library.problems import Problem
from tests.example import Example
from tests.rules.slips import RECORD, put

ASK = "put it right, or ask what was meant"
DATE = "The anchor date of relative periods, such as `2026-06-18` or `2024-07`."

# slip: (file, what stands there, what is put there, line, what is said, why, how to mend it)
SLIPS: dict[str, tuple[str, str, str, int, str, str, str]] = {
    "an unknown field like none": (
        "layers.yaml",
        "participation: in",
        "participation: in\n  hot: yes",
        3,
        "layer “chips”: hot is not a known field",
        "Unknown fields are refused, so that a misspelt hedge cannot get lost in silence.",
        "use one of layer, participation, own_number, own_name, entry_point, quote, reason, products",
    ),
    "an id that is missing": (
        "walkthrough.yaml",
        "- id: growth\n  headline",
        "- headline",
        1,
        "step 1: id is missing",
        "Permanent name; the link to this step.",
        "add “id:” with its value",
    ),
    "an id with capitals": (
        "walkthrough.yaml",
        "- id: growth",
        "- id: Growth!",
        1,
        "step “Growth!”: id is not written as it must be: “Growth!”",
        "Permanent name; the link to this step.",
        "it must match ^[a-z0-9]+(-[a-z0-9]+)*$",
    ),
    "an id that is too long": (
        "walkthrough.yaml",
        "- id: growth",
        "- id: " + "x" * 61,
        1,
        f"step “{'x' * 61}”: id is longer than 60 characters: “{'x' * 57}…”",
        "Permanent name; the link to this step.",
        "shorten it",
    ),
    "an empty value": (
        "narrative.yaml",
        "title: Ada Vale at the Forum",
        "title:",
        2,
        "narrative: title is empty",
        "Name of the narrative.",
        "write its value, or remove “title:”",
    ),
    "a blank value": (
        "narrative.yaml",
        "title: Ada Vale at the Forum",
        'title: " "',
        2,
        "narrative: title is empty",
        "Name of the narrative.",
        "write its value, or remove “title:”",
    ),
    "a list where text is meant": (
        "narrative.yaml",
        "title: Ada Vale at the Forum",
        "title: [Ada, Vale]",
        2,
        "narrative: title is not plain text",
        "Name of the narrative.",
        "write the text behind the colon; quote it if it holds a colon",
    ),
    "no, which stays text and is no list": (
        "quotes.yaml",
        "themes: [growth]",
        "themes: no",
        10,
        "quote “compute”: themes is not a list: “no”",
        "Themes from themes.yaml.",
        "write each item on its own line behind “- ”",
    ),
    "a day that is not in the calendar": (
        "narrative.yaml",
        "date: 2026-06-18",
        "date: 2026-06-31",
        8,
        "narrative: occasion.date: 2026-06-31 is not a day in the calendar: “2026-06-31”",
        DATE,
        ASK,
    ),
    "a date in words": (
        "narrative.yaml",
        "date: 2026-06-18",
        "date: last June",
        8,
        "narrative: occasion.date: not a date such as 2026-06-18, 2026-06, 2026 or 2025/2027: “last June”",
        DATE,
        ASK,
    ),
    "a year where a day is meant": (
        "narrative.yaml",
        "reviewed: 2026-06-19",
        "reviewed: 2026",
        12,
        "narrative: reviewed: not a full date such as 2026-06-18: “2026”",
        "When an editor last read the whole pack against its sources.",
        ASK,
    ),
    "HTML in a label": (
        "narrative.yaml",
        "label: Example 2026",
        "label: <b>Example</b>",
        1,
        "narrative: label is not written as it must be: “<b>Example</b>”",
        "Short and permanent: it is the choice in the menu and the value in the URL.",
        "it must match ^[\\w.&’' -]{2,40}$",
    ),
    "an address that runs": (
        "sources.yaml",
        "text: example.txt",
        "url: javascript:alert(1)",
        7,
        "source “transcript”: url does not begin with http:// or https://",
        "Address; leave out where none is recorded, the page then says so.",
        "copy it anew from the browser",
    ),
    "a text outside its folder": (
        "sources.yaml",
        "text: example.txt",
        "text: ../../etc/passwd.txt",
        7,
        "source “transcript”: text is not written as it must be: “../../etc/passwd.txt”",
        "File name of the text that `verify` checks quotes against; the text itself stays outside.",
        "it must match ^[\\w.-]+\\.txt$",
    ),
    "neither true nor false": (
        "layers.yaml",
        "participation: in",
        "participation: in\n  entry_point: maybe",
        3,
        "layer “chips”: entry_point is neither true nor false: “maybe”",
        "Where the speaker says they really began.",
        "write true or false",
    ),
    "a list without items": (
        "narrative.yaml",
        "key_figures: [makers-capex]",
        "key_figures: []",
        21,
        "narrative: key_figures is a list without items",
        "Claims shown large on the overview, in this order.",
        "add at least one item",
    ),
    "a prefix of twenty-one words": (
        "quotes.yaml",
        "exact: We publish our models",
        "exact: We publish our models\n  prefix: " + "so " * 21,
        17,
        "quote “publish”: prefix has more than 20 words",
        "The source's own words, found exactly once in its text.",
        ASK,
    ),
    "a finding of no page": (
        "narrative.yaml",
        "  overview:",
        "  overveiw:",
        14,
        "narrative: findings.overveiw is “overveiw”, not one of overview, layers, open_source, investment, quotes, walkthrough, "
        "evidence, key-figures, layer-stack, argument, called-open-closed, as-stated, periods, ladder, comparison, silences, "
        "interest, renderings, drift, record, forecasts, layer-matrix, openness, figures-given, regions",
        "A headline for each page and each exhibit where one is worth stating; a page without one is headed by its question.",
        "write “overview”",
    ),
    "an unknown field of the stance": (
        "stance.yaml",
        "called: []",
        "caled: []",
        3,
        "“caled” is not a list of this file",
        "It holds “arguments:” and “called:” and “openness:”; unknown names are refused, so that none is lost.",
        "rename it, or move its records",
    ),
    "a record that is only a word": (
        "walkthrough.yaml",
        "- id: growth",
        "- growth\n- id: growth",
        1,
        "step 1 is not a group of fields",
        "One step of the walkthrough.",
        "write its fields",
    ),
}


def test_there_are_slips_to_explain() -> None:
    assert len(SLIPS) == 20


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_one_field_is_one_problem_with_its_line_its_why_and_its_mend(slip: str, example: Example) -> None:
    file, old, new, line, what, why, mend = SLIPS[slip]
    example.edit(file, old, new)
    assert example.problems() == (Problem(f"content/example/{file}", line, what, why, mend),)


def test_the_slip_of_the_design_is_printed_as_the_design_has_it(example: Example) -> None:
    example.edit("claims.yaml", "modality: possible", "modality: posible")
    assert example.report() == (
        "content/example/claims.yaml:4: claim “compute-doubles”: modality is “posible”, not one of asserted, possible, "
        "conditional, belief\n"
        "    why   How firmly the speaker commits; charts draw it and every sentence carries it.\n"
        "    mend  write “possible”"
    )


def test_a_verdict_without_its_reason_is_one_problem_and_its_list_is_not_called_empty(example: Example) -> None:
    verdict = "{claim: makers-capex, verdict: qualifies, why: It is one of the makers in an earlier year.}"
    put("record.yaml", RECORD.replace(verdict, "{claim: makers-capex, verdict: qualifies}"))(example)
    why = "One sentence that a supporter and a critic of the speaker would both call fair."
    what = "fact “chip-one-2025”: bears_on.0.why is missing"
    assert example.problems() == (Problem("content/example/record.yaml", 18, what, why, "add “why:” with its value"),)


def test_several_slips_in_one_record_are_all_said_in_one_run(example: Example) -> None:
    example.edit(
        "claims.yaml", "type: prediction\n  modality: possible", "type: guess\n  modality: posible\n  hedge: some"
    )
    example.edit("layers.yaml", "participation: in", "participation: inn")
    assert [(problem.file, problem.line, problem.what) for problem in example.problems()] == [
        (
            "content/example/claims.yaml",
            3,
            "claim “compute-doubles”: type is “guess”, not one of quantity, prediction, belief, position, fact",
        ),
        (
            "content/example/claims.yaml",
            4,
            "claim “compute-doubles”: modality is “posible”, not one of asserted, possible, conditional, belief",
        ),
        ("content/example/claims.yaml", 5, "claim “compute-doubles”: hedge is not a known field"),
        (
            "content/example/layers.yaml",
            2,
            "layer “chips”: participation is “inn”, not one of in, invests, hosts, partner, customer, excluded-by-choice, not-stated",
        ),
    ]
