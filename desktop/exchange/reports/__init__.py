"""Documents for people: made of blocks, and written as Word or PDF with the same words and numbers in both."""

from __future__ import annotations

from desktop.exchange.reports.written import FORMATS, as_pdf, as_word

__all__ = ["FORMATS", "as_pdf", "as_word"]
