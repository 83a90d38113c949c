"""All that may be asked of a claim or quote, as frozen objects made in one place; no HTML, no tables."""

from narratives.receipts.quoted import Quotation, words
from narratives.receipts.receipt import Receipt, of

__all__ = ["Quotation", "Receipt", "of", "words"]
