"""What writer and reader of forms agree on: names of hidden sheets, and the marks by which columns are found."""

from __future__ import annotations

from enum import StrEnum

FORMAT = 1
"""Version of the layout. A reader refuses forms with a higher one."""

FORM_SHEET = "Form"
CHOICES_SHEET = "Choices"
MARK = "maturity-workbench-form"


class Column(StrEnum):
    """The columns of the questions in their order, each with the mark in its hidden heading.

    The hidden one stands between what it belongs to, so that it goes along when somebody sorts what can be seen.
    """

    NUMBER = "mw:number"
    QUESTION = "mw:question"
    ID = "mw:id"
    ANSWER = "mw:answer"
    COMMENT = "mw:comment"


class Entry(StrEnum):
    """What the hidden form sheet says: its first column names the entry, the second holds it.

    A question has the number of its list in the third column; a second name stands there beside the choice's id.
    """

    ASSESSMENT = "assessment"
    MODEL = "model"
    DIGEST = "digest"
    SCALE = "scale"
    PARTICIPANT = "participant"
    NUMBER = "number"
    SHEET = "sheet"
    INSTRUCTIONS = "instructions"
    ANSWER_HEADING = "heading.answer"
    COMMENT_HEADING = "heading.comment"
    QUESTION = "question"
    SECOND_NAME = "second-name"


INSTRUCTIONS_COLUMNS = (2, 3)
"""Where the instructions stand; what stands beside them is somebody else's."""
