"""A small narrative that is all right, in a folder of its own; tests break one thing in it and look what is said.

``content/example`` holds two claims of a made-up speaker on four quotes, a layer, an argument and a step, audited by the
real ``verify`` against ``sources/example.txt``.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path

from narratives.library import auditing, drafting, packs
from narratives.library.kinds import Words
from narratives.library.packs import Pack
from narratives.library.problems import Problem, report

DAY = "2026-06-20"

TEXT = """\
Ada Vale at the Forum
Q: Will you need more computing power?
Vale: It may double next year. Three or four chip makers will spend more than $40 billion on plants next year.
We publish our models; that is the point.
"""

WORDS = {
    "layers.yaml": """\
        - {id: energy, label: Energy, sentence: The electricity.}
        - {id: chips, label: Chips, sentence: The processors.}
        - {id: models, label: Models, sentence: The trained models.}
        """,
    "measures.yaml": """\
        - {id: capital-expenditure, label: Capital expenditure, sentence: Money for plants., nature: flow,
           counted_in: money, in_sentence: [plants]}
        - {id: share-of-revenue, label: Share of revenue, sentence: A part of all sales., nature: flow,
           counted_in: share, in_sentence: [of revenue]}
        """,
    "themes.yaml": "- {id: growth, label: Growth, sentence: Becoming larger.}\n",
    "terms.yaml": "- {id: voice, label: voice, sentence: Whose words a passage holds.}\n",
}

PACK = {
    "narrative.yaml": """\
        label: Example 2026
        title: Ada Vale at the Forum
        region: US
        speakers:
          - {id: ada-vale, name: Ada Vale, role: chair, organisation: Vale Works}
        occasion:
          name: Forum
          date: 2026-06-18
          basis: [{says: The transcript says so., source: transcript}]
        sourcing: published-transcript
        sourcing_note: The words of the published transcript.
        reviewed: 2026-06-19
        findings:
          overview: {headline: Ada Vale expects growth, claims: [compute-doubles]}
          layers: {headline: Ada Vale speaks of chips, claims: [makers-capex]}
          open_source: {headline: Ada Vale publishes models, claims: [compute-doubles]}
          investment: {headline: Ada Vale names a bound, claims: [makers-capex]}
          quotes: {headline: Ada Vale answers, claims: [compute-doubles]}
          walkthrough: {headline: Ada Vale in one step, claims: [compute-doubles]}
          evidence: {headline: Ada Vale is on record, claims: [compute-doubles]}
        key_figures: [makers-capex]
        """,
    "sources.yaml": """\
        - id: transcript
          title: Ada Vale at the Forum
          publisher: The Forum
          language: en
          kind: transcript
          license: Quoted for comment
          text: example.txt
        """,
    "quotes.yaml": """\
        - id: q-compute
          source: transcript
          voice: interviewer
          exact: Will you need more computing power?
        - id: compute
          source: transcript
          voice: speaker
          answers: q-compute
          exact: It may double next year.
          themes: [growth]
        - id: makers
          source: transcript
          voice: speaker
          answers: q-compute
          exact: Three or four chip makers will spend more than $40 billion on plants next year.
          layers: [chips]
        - id: publish
          source: transcript
          voice: speaker
          exact: We publish our models
        """,
    # The modality stands in line 4, where DESIGN.md §2 has its slip.
    "claims.yaml": """\
        - id: compute-doubles
          says: Computing power will possibly double next year.
          type: prediction
          modality: possible
          voice: speaker
          period: {stated: next year, anchor: 2026-06-18, resolved: "2027"}
          quote: compute
        - id: makers-capex
          says: Three or four chip makers will spend more than $40 billion on plants next year.
          type: prediction
          voice: speaker
          measure: capital-expenditure
          entity: {name: chip makers, count: {low: 3, high: 4}}
          region: US
          about: competitor
          quantity: {comparator: ">", value: 40, scale: billion, currency: USD}
          period: {stated: next year, anchor: 2026-06-18, resolved: "2027"}
          quote: makers
        """,
    "layers.yaml": """\
        - layer: chips
          participation: in
          quote: makers
        """,
    "stance.yaml": """\
        arguments:
          - {id: openness, role: claim, label: They publish their models, quote: publish}
        called: []
        """,
    "walkthrough.yaml": """\
        - id: growth
          headline: Ada Vale expects growth
          exhibit: as-stated
          caption:
            - {says: Computing power will possibly double., claims: [compute-doubles]}
        """,
}


@dataclass(frozen=True)
class Example:
    """The example in ``root``; ``content`` and ``sources`` are what the commands are called with."""

    root: Path
    narrative: str = "example"

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def sources(self) -> Path:
        return self.root / "sources"

    def path(self, file: str) -> Path:
        """``claims.yaml`` is the narrative's, ``../layers.yaml`` the shared one."""
        return self.content / self.narrative / file

    def write(self) -> Example:
        """All its files, audited."""
        for folder in (self.path("."), self.sources):
            folder.mkdir(parents=True, exist_ok=True)
        (self.sources / "example.txt").write_text(TEXT, encoding="utf-8")
        for name, text in WORDS.items():
            self.set(f"../{name}", textwrap.dedent(text))
        for name, text in PACK.items():
            self.set(name, textwrap.dedent(text))
        return self.audited().listed()

    def listed(self) -> Example:
        """The list of changes brought up to the edition that stands there."""
        edition = drafting.edition_of(drafting.documents_of(self.path("."), self.narrative)[0])
        return self.set("CHANGELOG.md", f"# Changes\n\n## {DAY} · edition {edition}\n\n- added narrative `example`\n")

    def read(self, file: str) -> str:
        return self.path(file).read_text(encoding="utf-8")

    def set(self, file: str, text: str | bytes) -> Example:
        """The whole file anew."""
        self.path(file).write_bytes(text.encode() if isinstance(text, str) else text)
        return self

    def edit(self, file: str, old: str, new: str) -> Example:
        """One place of a file changed; the place must be there, and be the only one."""
        text = self.read(file)
        assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {file}"
        return self.set(file, text.replace(old, new))

    def add(self, file: str, text: str) -> Example:
        """More records at the end of a file."""
        return self.set(file, self.read(file) + textwrap.dedent(text))

    def say(self, sentence: str) -> Example:
        """One sentence more in the source text."""
        text = self.sources / "example.txt"
        text.write_text(text.read_text(encoding="utf-8") + sentence + "\n", encoding="utf-8")
        return self

    def words(self) -> Words:
        words, problems = drafting.load_words(self.content)
        assert words is not None, report(problems)
        return words

    def audited(self) -> Example:
        """The lock written anew by the real ``verify``."""
        audit, found = auditing.verify(self.path("."), self.words(), self.sources, DAY, f"content/{self.narrative}")
        assert audit is not None and not found, report(found)
        return self

    def problems(self) -> tuple[Problem, ...]:
        return packs.load(self.content).problems

    def report(self) -> str:
        return report(self.problems())

    def pack(self) -> Pack:
        """The pack; fails with the report where it has problems."""
        library = packs.load(self.content)
        assert not library.problems, report(library.problems)
        return library.packs[self.narrative]
