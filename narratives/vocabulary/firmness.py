"""How firmly something is said, and whether of the present or of what is to come."""

from __future__ import annotations

from typing import Literal

Modality = Literal["asserted", "possible", "conditional", "belief"]
Status = Literal["actual", "plan", "forecast", "hypothetical"]
MODALITIES: dict[Modality, str] = {
    "asserted": "asserted",
    "possible": "possibly",
    "conditional": "on a condition",
    "belief": "a belief",
}
STATUSES: dict[Status, str] = {
    "actual": "stated of the present",
    "plan": "planned",
    "forecast": "forecast",
    "hypothetical": "hypothetical",
}
DERIVED = "derived"  # the status of an amount that we computed
AHEAD = tuple(STATUSES[status] for status in ("plan", "forecast", "hypothetical"))


def told(status: Status | None) -> str:
    """A status as a reader is told it; "" for none."""
    return STATUSES[status] if status else ""


def before(modality: Modality, condition: str = "") -> str:
    """What stands before an amount: “possibly ”, “on a condition (“if it rains”): ”, “a belief: ”; "" where it is asserted."""
    words = MODALITIES[modality]
    return {
        "possible": f"{words} ",
        "conditional": f"{words} (“{condition}”): ",
        "belief": f"{words}: ",
    }.get(modality, "")
