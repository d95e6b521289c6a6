"""What the team says in reports beside what the program says."""

from typing import Annotated, ClassVar

from desktop.model.records.record import MARK, CellRule, Feeds, Lasts, Privacy, Record, RecordKind


class Narrative(Record, frozen=True):
    """The team's own words in a section of the report; they stay when the report is made anew.

    Attributes:
        section: id of the section, such as ``summary`` or ``place:it-service-cmm:SQA``.
        text: its paragraphs.
        names_nobody: the team has looked at what its text may give away, and says that it gives nobody away.
    """

    declared = RecordKind("narrative", Feeds.NOTHING, Privacy.SPONSOR, lasts=Lasts.ROUND)
    keys: ClassVar[tuple[str, ...]] = ("section",)

    section: Annotated[str, CellRule(names=MARK)]
    text: str = ""
    names_nobody: Annotated[bool, CellRule(privacy=Privacy.TEAM)] = False
