"""Ways in which a file goes wrong: an editor's slips, a broken copy, an attack. The same seed gives the same file."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Mutation = Callable[[str, Random], str]

ODD = (
    "",
    "no",
    "1:30",
    "2024-07",
    "-1",
    "1e999",
    "0x10",
    "9" * 400,
    "a" * 20_000,
    "~",
    "{}",
    "[]",
    "[[[[]]]]",
    "{a: {b: c}}",
    "<img src=x onerror=alert(1)>",
    "$x$ **y** :red[z]",
    "\u202e\u2066reversed",
    "e\u0301\u0301\u0301",
    "𝔘𝔫𝔦",
    "\ufeff",
    "’“”",
    '"\\u0000"',
    '"\\ud800"',
    "&a x",
    "*a",
    "!!python/object:os.system x",
    "!!binary aGk=",
    "<<: *a",
    "|\n  text",
    "../../etc",
)


def _lines(text: str, random: Random) -> tuple[list[str], int]:
    lines = text.split("\n")
    return lines, random.randrange(len(lines))


def drop_a_line(text: str, random: Random) -> str:
    lines, i = _lines(text, random)
    return "\n".join(lines[:i] + lines[i + 1 :])


def repeat_a_line(text: str, random: Random) -> str:
    lines, i = _lines(text, random)
    return "\n".join(lines[: i + 1] + lines[i:])


def swap_two_lines(text: str, random: Random) -> str:
    lines, i = _lines(text, random)
    k = random.randrange(len(lines))
    lines[i], lines[k] = lines[k], lines[i]
    return "\n".join(lines)


def indent_a_line(text: str, random: Random) -> str:
    lines, i = _lines(text, random)
    lines[i] = random.choice([" ", "  ", "\t", "      "]) + lines[i]
    return "\n".join(lines)


def put_an_odd_value(text: str, random: Random) -> str:
    values = list(re.finditer(r"(?<=: )[^\n]+", text))
    if not values:
        return text + random.choice(ODD)
    found = random.choice(values)
    return text[: found.start()] + random.choice(ODD) + text[found.end() :]


def exchange_two_values(text: str, random: Random) -> str:
    values = re.findall(r"(?<=: )[^\n]+", text)
    if len(values) < 2:
        return text
    one, other = random.sample(values, 2)
    return text.replace(one, "\0", 1).replace(other, one, 1).replace("\0", other, 1)


def rename_a_key(text: str, random: Random) -> str:
    keys = list(re.finditer(r"\b\w+(?=:)", text))
    if not keys:
        return text
    found = random.choice(keys)
    return text[: found.start()] + random.choice(["nmae", "id", "says", "", "?", "-"]) + text[found.end() :]


def cut_off(text: str, random: Random) -> str:
    return text[: random.randrange(len(text) + 1)]


def change_a_letter(text: str, random: Random) -> str:
    i = random.randrange(len(text) + 1)
    return (
        text[:i]
        + chr(random.choice([0, 7, 9, 10, 32, 34, 39, 58, 91, 123, 0x85, 0xA0, 0x2028, 0xFEFF]))
        + text[i + 1 :]
    )


def put_another_number(text: str, random: Random) -> str:
    numbers = list(re.finditer(r"\d+", text))
    if not numbers:
        return text
    found = random.choice(numbers)
    number = random.choice(["0", "-5", "1e400", "nan", "inf", "99999999999999999999", "½", "٣", "1.5.2"])
    return text[: found.start()] + number + text[found.end() :]


def join_with_itself(text: str, random: Random) -> str:
    return text + random.choice(["", "---\n", "\n"]) + text


MUTATIONS: tuple[Mutation, ...] = (
    drop_a_line,
    repeat_a_line,
    swap_two_lines,
    indent_a_line,
    put_an_odd_value,
    exchange_two_values,
    rename_a_key,
    cut_off,
    change_a_letter,
    put_another_number,
    join_with_itself,
)


def mutated(data: bytes, random: Random) -> bytes:
    """``data`` after one to three mutations, now and then with bytes that are no UTF-8."""
    text = data.decode("utf-8")
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        text = random.choice(MUTATIONS)(text, random)
    out = text.encode("utf-8", "surrogatepass")
    return out[: len(out) // 2] + b"\xff\xfe" + out[len(out) // 2 :] if random.random() < 0.02 else out
