"""Values of measures: typed as people write numbers, kept as decimal text, read as exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal

from desktop.model.errors import RefusalError

_TYPED = re.compile(r"(?P<sign>[-+−]?)(?P<whole>[0-9]{1,15})(?:[.,](?P<part>[0-9]{1,6}))?", re.ASCII)
_GROUPING = re.compile(r"(?<=[0-9])[ \u00a0\u2009\u202f'’](?=[0-9]{3}(?![0-9]))")
_SHOWN = 40
_THOUSAND = 3
"""The digits between two marks that group thousands."""


def decimal_text(typed: str) -> str:
    """The number as it is kept: with a point, without leading zeros; its decimals stay as many as were typed.

    Raises:
        RefusalError: ``measure.not_a_number``: it is no number of at most 15 digits and 6 decimals. Marks that group
            thousands are refused, because a comma or point could mean either.
    """
    found = _TYPED.fullmatch(typed.strip())
    if found is None:
        raise RefusalError("measure.not_a_number", value=typed.strip()[:_SHOWN])
    whole = found["whole"].lstrip("0") or "0"
    text = f"{whole}.{found['part']}" if found["part"] else whole
    return f"-{text}" if found["sign"] in ("-", "−") and Decimal(text) else text


def decimal_or_nothing(typed: str) -> str:
    """The same; empty stays empty."""
    return decimal_text(typed) if typed.strip() else ""


def amount_text(typed: str) -> str:
    """An amount of money or work as it is kept; blanks and apostrophes that group thousands are left out.

    Raises:
        RefusalError: as `decimal_text`; ``budget.thousands``: a comma or point stands before three digits, so that it
            could group thousands.
    """
    kept = decimal_or_nothing(_GROUPING.sub("", typed.strip()))
    if len(kept.partition(".")[2]) == _THOUSAND:
        raise RefusalError("budget.thousands", value=typed.strip()[:_SHOWN])
    return kept


def number(text: str) -> Decimal | None:
    """The number that is kept, or None where none is."""
    return Decimal(text) if text else None
