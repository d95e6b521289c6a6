"""Sections of the report: what the program says in each, and where the team's own words go."""

from __future__ import annotations

from msgspec import Struct

from desktop.exchange.reports.blocks import Block, Heading, Look, Paragraph

SUMMARY, SCOPE, PROFILE, PLAN, MEASURES, LIMITS, SURENESS, APPENDIX = (
    "summary",
    "scope",
    "profile",
    "plan",
    "measures",
    "limits",
    "sureness",
    "appendix",
)
"""Ids of the sections that every report has."""


class Section(Struct, frozen=True):
    """A section.

    Attributes:
        id: by which the team's words for it are kept.
        level: of its heading.
        blocks: what the program says.
        new_page: whether it begins a page.
    """

    id: str
    title: str
    level: int
    blocks: tuple[Block, ...]
    new_page: bool = False


def model_section(model: str) -> str:
    """The id of the section of a model."""
    return f"model:{model}"


def place_section(model: str, place: str) -> str:
    """The id of the section of an area, stream, track or part."""
    return f"place:{model}:{place}"


def anchor(section: str) -> str:
    """A section's id as bookmarks of documents take it: letters, digits and lines, at most forty."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in section)
    return plain if len(plain) <= 40 else f"{plain[:31]}_{sum(map(ord, section)) % 10**8:08}"


def told(section: Section, words: str) -> list[Block]:
    """The heading, the team's words, what the program says."""
    own = [Paragraph(each) for each in words.split("\n\n") if each.strip()]
    heading = Heading(section.title, section.level, anchor(section.id), new_page=section.new_page)
    lead = [each for each in section.blocks[:1] if isinstance(each, Paragraph) and each.look is Look.LEAD]
    return [heading, *lead, *own, *section.blocks[len(lead) :]]
