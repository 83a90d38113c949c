"""Which words carry a hedge: the comparator, the possibility, the number itself.

Source of the lists: the words the sources use, and their common synonyms in English and Chinese. A word that is missing
here is added here; until then an editor may write the reason into the claim (``reasons``).
"""

from __future__ import annotations

import re
from decimal import Decimal

from narratives.models import Comparator
from narratives.vocabulary.units import SCALES, factor

COMPARATOR_WORDS: dict[str, tuple[str, ...]] = {
    ">": (
        "exceed",
        "exceeds",
        "exceeded",
        "exceeding",
        "over",
        "more than",
        "above",
        "beyond",
        "surpass",
        "surpasses",
        "surpassing",
        "larger than",
        "greater than",
        "upwards of",
        "north of",
        "超过",
        "超",
    ),
    ">=": ("at least", "no less than", "not less than", "or more", "minimum", "a minimum of", "至少", "不低于"),
    "~": (
        "about",
        "around",
        "approximately",
        "roughly",
        "some",
        "nearly",
        "almost",
        "close to",
        "or so",
        "circa",
        "sort of",
        "approach",
        "approaching",
        "近",
        "约",
        "大约",
    ),
    "<=": ("at most", "up to", "no more than", "not more than", "maximum", "as much as", "最多", "不超过"),
    "<": ("less than", "under", "below", "fewer than", "nearly", "almost", "not reach", "short of", "不到", "低于"),
}
POSSIBLE_WORDS = (
    "possibly",
    "possible",
    "may",
    "maybe",
    "might",
    "could",
    "perhaps",
    "potentially",
    "probably",
    "likely",
    "或",
    "可能",
    "也许",
)
RELATIVE_WORDS = (
    "next",
    "last",
    "following",
    "previous",
    "coming",
    "this",
    "ago",
    "today",
    "tomorrow",
    "yesterday",
    "now",
    "current",
    "currently",
    "recent",
    "recently",
    "still",
    "already",
    "so far",
)

ABOUT = ("about", "around", "approximately", "roughly", "nearly", "almost", "close to", "circa", "约", "大约", "近")
DOUBT = re.compile(
    r"(?<!\w)(?:(?i:possibly|maybe|might|could|perhaps|potentially|probably)|may)(?!\w)|或(?!者)|可能|也许"
)
OPENING = re.compile(r"\W*((?i:in theory|in principle|as long as|if(?! anything))\b|理论上|原则上|如果|若)")
MYRIADS = {10**12: "万亿", 10**8: "亿", 10**4: "万"}
WINDOW = 5  # words before a number in which a doubt is one about the number
VAGUE = ("under", "below", "beyond", "minimum", "maximum", "over the", "as much as")  # also said of other things

SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
SMALL += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
FRACTIONS = {
    Decimal(50): ("half",),
    Decimal(25): ("a quarter", "one quarter"),
    Decimal(75): ("three quarters",),
    Decimal(100): ("all", "the whole"),
}


def holds(text: str, words: str) -> bool:
    """Whether ``text`` holds ``words`` as whole words, in any case and with any white space between them."""
    pattern = r"\s+".join(re.escape(part) for part in words.replace("’", "'").split())
    if words.isascii() or "’" in words:
        pattern = rf"(?<![\w]){pattern}(?![\w])"
    return re.search(pattern, text.replace("’", "'"), re.IGNORECASE) is not None


def carries_comparator(text: str, comparator: Comparator) -> bool:
    """Whether a word in ``text`` carries ``comparator``; ``=`` needs none."""
    return comparator == "=" or any(holds(text, word) for word in COMPARATOR_WORDS[comparator])


def dropped_hedge(text: str, number: Decimal, unit: str | None = None, scale: str | None = None) -> str:
    """The comparator's word before ``number`` in ``text``; "" for none. A bound may have one word between, “about” none.

    It tells a figure without a hedge from one whose hedge was overlooked: “exceeding $800 billion” is not “$800 billion”.
    """
    bounds = {word for sign, known in COMPARATOR_WORDS.items() if sign != "~" for word in known if word not in VAGUE}
    chinese = {word for word in bounds | set(ABOUT) if not word.isascii()}  # written without a blank
    hedge = (
        rf"(?:(?<!\w)(?:({_either(bounds - chinese)})\s+(?:[^\s\d.;]+\s+)?|({_either(set(ABOUT) - chinese)})\s+)"
        rf"|({_either(chinese)})\s*)"
    )
    sign = r"(?:(?:US|HK|RMB|CNY|USD|EUR)?\s?[^\w\s])?(?:RMB\s?)?"
    found = re.search(rf"{hedge}{sign}{_written(number, unit, scale)}", text, re.IGNORECASE)
    return (found[1] or found[2] or found[3]) if found else ""


def doubt(text: str) -> str:
    """The first word in ``text`` that makes it only possible, “may” but not the month; "" for none."""
    found = DOUBT.search(text)
    return found[0] if found else ""


def doubt_before(text: str, number: Decimal, unit: str | None = None, scale: str | None = None) -> str:
    """The word of doubt shortly before ``number``, in its sentence, wherever it stands in ``text``; "" for none."""
    places = re.finditer(_written(number, unit, scale), text, re.IGNORECASE)
    before = [re.split(r"[.;!?…]\s", text[: place.start()])[-1].split()[-WINDOW:] for place in places]
    found = [doubt(" ".join(words)) for words in before]
    return found[0] if found and all(found) else ""


def opening_condition(text: str) -> str:
    """“In theory”, “In principle”, “As long as” or “If” where ``text`` begins with it; "" for none."""
    found = OPENING.match(text)
    return found[1] if found else ""


def carries_possibility(text: str) -> bool:
    """Whether a word in ``text`` says that something is only possible."""
    return any(holds(text, word) for word in POSSIBLE_WORDS)


def is_relative(stated: str) -> bool:
    """Whether a period such as “next year” needs the day on which it was said."""
    return any(holds(stated, word) for word in RELATIVE_WORDS)


def plain(number: Decimal) -> str:
    """A decimal as stated, without an exponent: ``67.7``, ``800``, ``50``."""
    return f"{number:f}"


def in_words(number: Decimal) -> str | None:
    """``17`` → ``seventeen``, ``42`` → ``forty-two``; None for what is no whole number from 0 to 99."""
    if number != number.to_integral_value() or not 0 <= number < 100:
        return None
    whole = int(number)
    if whole < 20:
        return SMALL[whole]
    tens = TENS[whole // 10 - 2]
    return f"{tens}-{SMALL[whole % 10]}" if whole % 10 else tens


def carries_number(text: str, number: Decimal, unit: str | None = None, scale: str | None = None) -> bool:
    """Whether ``number`` stands in ``text`` with its scale: “$800 billion”, “a trillion”, “half”, “80%”, “four”."""
    return re.search(_written(number, unit, scale), text, re.IGNORECASE) is not None


def _written(number: Decimal, unit: str | None, scale: str | None) -> str:
    """The pattern of a number in all the ways to write it, in English and in Chinese."""
    chinese = _in_chinese(abs(number) * factor(scale))
    return f"(?:{_in_english(number, unit, scale)}{f'|{chinese}' if chinese else ''})"


def _in_chinese(number: Decimal) -> str:
    """The pattern of a large number counted in 万 (10⁴), 亿 (10⁸) or 万亿 (10¹²): 2 亿 for 200 million; "" for none."""
    forms = []
    for size, mark in MYRIADS.items():
        counted = (number / size).normalize()
        if number >= size and len(counted.as_tuple().digits) <= 6:
            forms.append(rf"{re.escape(plain(counted))}\s*{mark}(?!亿)")
    return rf"(?<![\d.,])(?:{'|'.join(forms)})" if forms else ""


def _in_english(number: Decimal, unit: str | None, scale: str | None) -> str:
    digits = plain(number).lstrip("-")
    grouped = f"{number:,f}".lstrip("-")
    forms = [re.escape(digits), re.escape(grouped)]
    if spelled := in_words(abs(number)):
        forms.append(re.escape(spelled).replace(r"\-", r"[\s-]"))
    if number == 1 and scale:
        forms += ["a", "one"]
    # A range shares one scale: “80% to 85%”, “$4 to $5 billion”. A number without a scale is not one that has it there.
    to = r"\s*(?:%|percent)?(?:\s*(?:to|or|and|-|–)\s*\W?[\d.,]+)?\s*-?"
    tail = f"{to}{scale}" if scale else f"(?!{to}(?:{'|'.join(SCALES)}))"
    pattern = rf"(?<![\w.,])(?:{'|'.join(forms)})(?!\d|[.,]\d){tail}"
    fractions = FRACTIONS.get(number, ()) if unit == "percent" else ()
    return rf"(?:{pattern}|(?<!\w)(?:{_either(set(fractions))})(?!\w))" if fractions else pattern


def _either(words: set[str]) -> str:
    """The pattern of any of ``words``, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
