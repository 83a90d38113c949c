"""What we tell an audience is no stronger than the claims it stands on.

“Stronger” is judged by words: those of certainty and of all and none (quantifiers and boosters, after Hyland, *Hedging in
Scientific Research Articles*, 1998), and the hedges that an amount has in its claim. Quotation marks exempt what stands
between them where the cited words hold it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from narratives.library.problems import Problem
from narratives.library.reading import Loc
from narratives.library.rules.draft import Draft
from narratives.library.rules.numerals import Amount, amounts, ends, repeats
from narratives.models import Claim, Quote
from narratives.semantics import hedging, phrasing
from narratives.text import anchoring
from narratives.vocabulary import bounds, firmness

# A word that we may not add, with the words of the claims that carry it.
STRONG: tuple[tuple[str, str], ...] = (
    (r"will|shall", r"will|shall|won't|\w+'ll|going to"),
    (r"all|every(?:one|body|thing|where)?", r"all|each|every(?:one|body|thing|where)?|whole|entire"),
    (r"always", r"always|at all times"),
    (r"never", r"never|not ever"),
    (r"must", r"must|have to|has to"),
    (r"certain(?:ly)?|definitely|surely|undoubtedly|inevitabl[ey]",) * 2,
    (r"prove[sdn]?|proof",) * 2,
    (r"guarantee[sd]?",) * 2,
    (r"only|solely|exclusively", r"only|sole|solely|exclusively"),
    (r"entirely|completely|fully|totally|wholly",) * 2,
)
NONE: tuple[tuple[str, str], ...] = (  # right of themselves where a cited claim is an absence
    (r"nobody|no one",) * 2,
    (r"none|nothing", r"no(?! one)|none|nothing|nowhere|neither"),
)
# The same words where they are weak.
WEAK = (
    r"(?:not|cannot|\w+n't) (?:all|every\w*|always|certain|certainly|definitely|only|entirely|completely|fully|totally)|"
    r"at all|after all|above all|first of all|all but|a certain|only (?:possibl[ey]|perhaps|if|in theory)"
)
CONDITIONS = r"if|unless|provided|assuming|in theory|as long as|on (?:the |one )?condition"
BELIEFS = r"belie[fv]\w*|think\w*|thought|expect\w*|faith|conviction|convinced|view|opinion"
BOUNDS = "|".join(re.escape(word) for sign in (">", ">=", "<=", "<") for word in hedging.COMPARATOR_WORDS[sign])
WINDOW_BEFORE, WINDOW_AFTER = 5, 2
WHY = "What is told to an audience is repeated; it must not outrun the words it stands on."


@dataclass(frozen=True)
class Told:
    """One sentence of ours, with the claims it cites and the words that they and what is shown beside it hold."""

    text: str
    claims: tuple[Claim, ...]
    words: dict[str, str]  # of each claim its own sentence and the quotes behind it, by id
    shown: str  # quotes that stand beside the sentence

    @property
    def cited(self) -> str:
        return " … ".join((*self.words.values(), self.shown))

    @cached_property
    def own(self) -> str:
        """``text`` with every quoted passage blanked that the cited words hold; what is only put in marks stays."""
        held = anchoring.normalise(self.cited).casefold()

        def blank(match: re.Match[str]) -> str:
            quoted = match[0].strip("“”").rstrip(".,;?!").casefold()
            return " " * len(match[0]) if anchoring.find(held, quoted) else match[0]

        return re.sub(r"“[^“”]*”", blank, self.text).replace("’", "'")


def captions_are_no_stronger_than_their_claims(draft: Draft) -> Iterator[Problem]:
    """No finding, headline or caption is stronger than its claims: no stronger word, no lost bound or doubt, no new figure."""
    for file, loc, name, text, ids, beside in _texts(draft):
        claims = tuple(claim for id in ids if (claim := draft.claim(id)))
        needed = {id for claim in claims for id in _quotes(claim)} | set(beside)
        exact = {id: quote.exact for id in needed if (quote := draft.quote(id))}
        if len(claims) < len(ids) or len(exact) < len(needed):
            continue  # what is unknown or has a slip of its own is reported there
        words = {c.id: " … ".join((c.says, *(exact[id] for id in _quotes(c)))) for c in claims}
        shown = " … ".join(exact[id] for id in beside)
        for sentence in sentences(text):
            for what, mend in stronger(Told(sentence, claims, words, shown)):
                yield draft.problem(file, loc, f"{name}: {what}", WHY, mend)


def sentences(text: str) -> list[str]:
    """``text`` cut into its sentences, which are judged one by one."""
    return re.split(r"(?<=[^A-Z][.!?])\s+(?=[A-Z“\d$])", text)


def stronger(told: Told) -> list[tuple[str, str]]:
    """In what a sentence is stronger than what it cites, each with how to mend it; empty where it is not."""
    return list(dict.fromkeys((*_strong_words(told), *_amounts(told))))


def words_of(claim: Claim, quotes: Mapping[str, Quote]) -> str:
    """A claim's own sentence and the words behind it."""
    return " … ".join((claim.says, *(quotes[id].exact for id in _quotes(claim))))


def _texts(draft: Draft) -> Iterator[tuple[str, Loc, str, str, tuple[str, ...], tuple[str, ...]]]:
    """(file, place, record, text, claims, quotes beside it) of everything that is told."""
    for page, finding in draft.narrative.findings.items() if draft.narrative else ():
        for field, text in (("headline", finding.headline), ("text", finding.text)):
            if text:
                yield "narrative.yaml", ("findings", page, field), f"finding “{page}”", text, finding.claims, ()
    for i, step in draft.steps.items():
        name = f"step “{step.id}”"
        every = tuple(dict.fromkeys(id for sentence in step.caption for id in sentence.claims))
        yield "walkthrough.yaml", (i, "headline"), name, step.headline, every, step.quotes
        for k, sentence in enumerate(step.caption):
            yield "walkthrough.yaml", (i, "caption", k, "says"), name, sentence.says, sentence.claims, ()


def _quotes(claim: Claim) -> tuple[str, ...]:
    asked = claim.absence.asked if claim.absence else None
    return tuple(id for id in (claim.quote, claim.assents_to, asked) if id)


def _strong_words(told: Told) -> Iterator[tuple[str, str]]:
    own = _without(told.own, WEAK)
    for recurs in {claim.period.recurs for claim in told.claims if claim.period and claim.period.recurs}:
        own = _without(own, f"(?:every|each) {recurs}")  # “annually” carries “every year”
    carrying = [told.words[claim.id] for claim in told.claims if _keeps_hedge(told.text, claim)]
    evidence = _without(" … ".join((*carrying, told.shown)).replace("’", "'"), WEAK)
    families = STRONG if any(claim.absence for claim in told.claims) else (*STRONG, *NONE)
    for strong, carriers in families:
        for match in _whole(strong).finditer(own):
            if not _whole(carriers).search(evidence):
                yield (
                    f"“{match[0]}” is stronger than the claims it cites",
                    "leave the word out, keep the doubt beside it, or cite the claim that holds it",
                )


def _amounts(told: Told) -> Iterator[tuple[str, str]]:
    after = 0
    for amount in amounts(told.text):
        stated = told.own[amount.start : amount.end].strip()
        if not stated:
            after = amount.end
            continue  # quoted
        repeated = [c for c in told.claims if c.quantity and repeats(told.own, amount, c.quantity)]
        lost = [_lost(told, amount, after, claim) for claim in repeated]
        if lost and all(lost):  # where one claim has it just so, that is the claim repeated
            yield from ((f"“{stated}” {what}", mend) for what, mend in min(lost, key=len))
        elif not (repeated or amount.kind == "count" or amount.loose or any(map(amount.like, amounts(told.cited)))):
            yield f"“{stated}” stands in none of the claims it cites", "write it as a claim has it, or cite that claim"
        after = amount.end


def _lost(told: Told, amount: Amount, after: int, claim: Claim) -> list[tuple[str, str]]:
    """What ``claim`` has beside its amount and the sentence has not; the words before are looked for from ``after`` on."""
    quantity = claim.quantity
    if not quantity:
        return []
    lost, sign = [], quantity.comparator
    before = told.text[after : amount.start].split()[-WINDOW_BEFORE:]
    around = " ".join((*before, "…", *told.text[amount.end :].split()[:WINDOW_AFTER]))
    if sign != "=" and ends(quantity)[0] in amount.numbers and sign not in _comparators(around):
        words = f"{bounds.COMPARATORS[sign].before} …"
        lost.append((f"stands without the “{words}” of claim “{claim.id}”", f"write “{phrasing.amount(quantity)}”"))
    added = re.search(rf"(?<!\w)(?:{BOUNDS})$", " ".join(before), re.IGNORECASE) if sign == "=" else None
    if added and not hedging.holds(told.cited, f"{added[0]} {told.own[amount.start : amount.end].strip()}"):
        lost.append(
            (f"stands behind “{added[0]}”, which claim “{claim.id}” has not", "write the amount as it is stated")
        )
    if claim.modality in ("possible", "conditional") and not _keeps_hedge(told.text, claim):
        hedge = firmness.MODALITIES["possible"] if claim.modality == "possible" else claim.condition
        lost.append((f"stands without the “{hedge}” of claim “{claim.id}”", f"write “{hedge}” into the same sentence"))
    return lost


def _comparators(around: str) -> set[str]:
    """The signs whose words stand there; of words within others, such as “more than” in “no more than”, the longer."""
    found = [
        (match.start(), match.end(), sign)
        for sign, words in hedging.COMPARATOR_WORDS.items()
        for match in _whole("|".join(map(re.escape, sorted(words, key=len, reverse=True)))).finditer(around)
    ]
    return {
        sign
        for start, end, sign in found
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in found)
    }


def _keeps_hedge(sentence: str, claim: Claim) -> bool:
    """Whether the sentence says that ``claim`` is only possible, conditional or believed; an asserted one needs nothing."""
    if claim.modality == "possible":
        return hedging.carries_possibility(sentence)
    if claim.modality == "conditional":
        said = anchoring.normalise(claim.condition or "").casefold() in anchoring.normalise(sentence).casefold()
        return said or hedging.carries_possibility(sentence) or bool(_whole(CONDITIONS).search(sentence))
    return claim.modality == "asserted" or bool(_whole(BELIEFS).search(sentence))


def _whole(words: str) -> re.Pattern[str]:
    """Whole words; those of a compound such as “cure-all” are none."""
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def _without(text: str, words: str) -> str:
    return _whole(words).sub(lambda match: " " * len(match[0]), text)
