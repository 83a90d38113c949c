"""What became of a quote that was looked for in its source."""

from __future__ import annotations

AUDITED = {
    "exact": "found word for word",
    "normalised": "found, white space and quotation marks aside",
    "not-found": "not found",
    "ambiguous": "found more than once",
    "edited": "edited since its audit, so unverified",
    "unverified": "unverified",
    "snippet": "known from a short extract only",
}
