"""What amounts are counted in: the signs and names of currencies, and the words of scale."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class CurrencyWords:
    """One currency: ``sign`` right before the digits, ``name`` on an axis."""

    sign: str
    name: str


CURRENCIES = {
    "USD": CurrencyWords("$", "U.S. dollars"),
    "EUR": CurrencyWords("€", "euros"),
    "GBP": CurrencyWords("£", "pounds sterling"),
    "JPY": CurrencyWords("¥", "yen"),
    "CNY": CurrencyWords("RMB ", "yuan (RMB)"),
}
SCALES = {
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}


def sign(currency: str) -> str:
    """What stands before an amount: “$”, “RMB ”; the code itself where a currency has no sign of its own here."""
    return CURRENCIES[currency].sign if currency in CURRENCIES else f"{currency} "


def name(unit: str) -> str:
    """What an axis counts: “U.S. dollars”; the code or unit itself where it has no name of its own here."""
    return CURRENCIES[unit].name if unit in CURRENCIES else unit


def factor(scale: str | None) -> Decimal:
    """How much one of a scale is: 10⁹ for “billion”, 1 where there is none."""
    return SCALES[scale] if scale else Decimal(1)
