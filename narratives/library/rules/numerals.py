"""The amounts that stand in a sentence, in digits or in words, and whether they are those of a quantity."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from narratives.models import Quantity
from narratives.semantics.hedging import FRACTIONS, in_words
from narratives.vocabulary.units import SCALES, factor

SHORTENED = {"bn": "billion", "tn": "trillion", "mn": "million"}
SPELLED = {word: Decimal(n) for n in range(99, -1, -1) if (word := in_words(Decimal(n)))}
CODES = ("USD", "EUR", "GBP", "JPY", "CNY", "CHF", "HKD", "KRW", "INR", "TWD", "CAD", "AUD", "SGD")
SIGNED = {
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "RMB": "CNY",
    "HK$": "HKD",
    "A$": "AUD",
    "NT$": "TWD",
} | {
    "DOLLAR": "USD",
    "EURO": "EUR",
    "YUAN": "CNY",
    **{code: code for code in CODES},
}
_SIGN = rf"(?:[A-Z]{{0,2}}[$€£¥]|(?:RMB|{'|'.join(CODES)})(?=\s?\d))\s?"
_NUMBER = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?!\d|[.,]\d)|(?:{'|'.join(SPELLED)})(?![\w-]))"
_SCALE = rf"(?:{'|'.join(SCALES)}|{'|'.join(SHORTENED)})\b"
PATTERN = re.compile(
    rf"(?<![\w.,])(?P<sign>{_SIGN})?(?P<first>{_NUMBER}|an?(?=[\s-]{_SCALE}))"
    rf"(?:(?:\s?(?:to|or|-|–)\s?(?:{_SIGN})?|\sand\s{_SIGN})(?P<second>{_NUMBER}))?"  # a range that shares what follows
    rf"(?:[\s-]?(?P<scale>{_SCALE}))?(?:\s?(?P<share>%|percent\b|per\scent\b))?(?:\s(?P<money>dollar|euro|yuan)s?\b)?(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Amount:
    """A number, or both ends of a range, with the scale multiplied in, and where it stands.

    ``scaled`` has a scale but no currency of its own; ``loose`` is a share in a word of many meanings: “half”.
    """

    start: int
    end: int
    numbers: tuple[Decimal, ...]
    kind: Literal["money", "share", "scaled", "count"]
    currency: str | None = None
    loose: bool = False

    def like(self, other: Amount) -> bool:
        """Whether two sentences may state the same amount: all numbers are among the other's, in one currency."""
        kinds, currencies = {self.kind, other.kind}, {self.currency, other.currency} - {None}
        alike = len(kinds) == 1 or kinds == {"money", "scaled"}
        return alike and set(self.numbers) <= set(other.numbers) and len(currencies) < 2


def amounts(text: str) -> list[Amount]:
    """Every amount in ``text``, in reading order: “$4 to $5 billion”, “a trillion”, “80%”, “four or five”, “half”."""
    found = [_amount(match) for match in PATTERN.finditer(text)]
    for share, words in FRACTIONS.items():
        for match in re.finditer(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", text, re.IGNORECASE):
            if share != 100:
                found.append(Amount(match.start(), match.end(), (share,), "share", loose=True))
    return sorted(found, key=lambda amount: amount.start)


def ends(quantity: Quantity) -> tuple[Decimal, ...]:
    """The stated numbers of a quantity, scale multiplied in and sign left out; the lower end of a range first."""
    stated = (quantity.value, quantity.low, quantity.high)
    return tuple(abs(number) * factor(quantity.scale) for number in stated if number is not None)


def repeats(text: str, amount: Amount, quantity: Quantity) -> bool:
    """Whether ``amount``, which stands in ``text``, repeats a number of ``quantity``, in its currency or unit."""
    if not set(amount.numbers) & set(ends(quantity)):
        return False
    if quantity.unit == "percent":
        return amount.kind == "share"
    if quantity.currency:
        return amount.kind in ("money", "scaled") and amount.currency in (None, quantity.currency)
    unit = (quantity.unit or "").rstrip("s").lower()
    return amount.kind in ("scaled", "count") and unit in text[amount.end : amount.end + 40].lower()


def _amount(match: re.Match[str]) -> Amount:
    scale = (match["scale"] or "").lower()
    times = factor(SHORTENED.get(scale, scale))
    numbers = tuple(_number(digits) * times for digits in (match["first"], match["second"]) if digits)
    sign = (match["sign"] or match["money"] or "").strip().upper()
    kind: Literal["money", "share", "scaled", "count"]
    kind = "share" if match["share"] else "money" if sign else "scaled" if scale else "count"
    return Amount(match.start(), match.end(), numbers, kind, SIGNED.get(sign))


def _number(written: str) -> Decimal:
    word = re.sub(r"\s", "-", written.lower())
    if word in ("a", "an"):
        return Decimal(1)
    return SPELLED[word] if word in SPELLED else Decimal(written.replace(",", ""))
