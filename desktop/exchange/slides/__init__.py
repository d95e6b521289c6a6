"""Slides for the meeting with all employees: one message each, with charts that can be edited."""

from __future__ import annotations

from pathlib import Path

from desktop.wording.document_templates import LAYOUTS, no_layout


def template_lacks(path: Path) -> list[str]:
    """What a template of one's own lacks, a sentence each; a deck is made with it all the same.

    Raises:
        RefusalError: those of `desktop.exchange.slides.house.House.opened`.
    """
    from desktop.exchange.slides.house import House  # noqa: PLC0415 - python-pptx takes a while to load

    return [no_layout(LAYOUTS[use]) for use in House.opened(path).missing]
