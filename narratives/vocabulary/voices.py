"""Whose words something is, in each wording that there is for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Voice = Literal["speaker", "paraphrase", "interviewer", "journalist", "editor"]


@dataclass(frozen=True)
class VoiceWords:
    """One voice as it is told; “{name}” and “{day}” stand for the speaker and the day the words were said.

    ``told`` is the voice itself, ``heading`` what stands before a claim, ``whose`` what stands below a quote, ``cited`` who
    heads a citation. ``marked`` stands beside an amount in a picture, ``noted`` in its alternative text: both are empty for
    the speaker, whose name heads all that is shown. ``counted`` follows a number of claims, ``kind`` is how a quote is set.
    """

    told: str
    heading: str
    whose: str
    cited: str
    marked: str
    noted: str
    counted: str
    kind: str


VOICES: dict[Voice, VoiceWords] = {
    "speaker": VoiceWords(
        told="said by the speaker",
        heading="{name} ({day})",
        whose="{name}",
        cited="{name}",
        marked="",
        noted="",
        counted="the speaker’s",
        kind="quoted",
    ),
    "paraphrase": VoiceWords(
        told="the journalist’s paraphrase of the speaker",
        heading="{name} in the journalist’s paraphrase ({day})",
        whose="{name}, in the journalist’s paraphrase",
        cited="{name}, in the journalist’s paraphrase",
        marked="in the journalist’s paraphrase",
        noted="paraphrased",
        counted="paraphrased",
        kind="paraphrase",
    ),
    "interviewer": VoiceWords(
        told="said by the interviewer",
        heading="The interviewer, to {name} ({day})",
        whose="The interviewer",
        cited="The interviewer, to {name}",
        marked="the interviewer’s words",
        noted="the interviewer’s words",
        counted="the interviewer’s",
        kind="question",
    ),
    "journalist": VoiceWords(
        told="written by the journalist",
        heading="The journalist, on {name} ({day})",
        whose="The journalist",
        cited="The journalist, on {name}",
        marked="the journalist’s words",
        noted="the journalist’s words",
        counted="the journalist’s",
        kind="journalist",
    ),
    "editor": VoiceWords(
        told="our own derivation",
        heading="Our derivation from {name}’s words ({day})",
        whose="The editor of this page",
        cited="On the words of {name}",
        marked="our own derivation",
        noted="derived by us",
        counted="derived by us",
        kind="editor",
    ),
}
ASSENTING = "{name}, assenting to the interviewer ({day})"  # the heading of a claim to which the speaker only agrees
SILENT = "Silence in {name}’s words ({day})"  # the heading of a claim that something was not said
YOURS = "yours"  # beside these voices that of the reader’s own reckoning, which is on no record of what was said
