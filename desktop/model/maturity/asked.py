"""A question as a respondent gets it, and questions that belong together."""

from __future__ import annotations

from msgspec import Struct

from desktop.model.maturity.scales import Choice, Scale
from desktop.model.maturity.vocabulary import BlankKind

BLANKS = (
    Choice(
        id=BlankKind.DOES_NOT_APPLY.value,
        name="Does not apply",
        meaning="This does not fit what the organisation does.",
        blank=BlankKind.DOES_NOT_APPLY,
    ),
    Choice(
        id=BlankKind.DONT_KNOW.value,
        name="Don't know",
        meaning="You cannot tell how this is.",
        blank=BlankKind.DONT_KNOW,
    ),
)
"""What can be chosen on every scale in place of an answer."""


class Asked(Struct, frozen=True):
    """A question as a respondent gets it.

    Attributes:
        id: what answers are stored under: the id of a question of the pack, of a statement or of a part.
        help: a short clarification; may be empty.
        scale: the choices to answer with.
    """

    id: str
    text: str
    help: str
    scale: Scale


class Section(Struct, frozen=True):
    """Questions that belong together.

    Attributes:
        id: occurs once in the pack; for criteria the track's id and the level, ``tool-2``.
        place: id of the area, stream, track or part that the questions are about.
        introduction: what respondents read before the questions.
        level: the level that asks for it; 1 for a stream or part, which is asked about whatever the level.
    """

    id: str
    place: str
    name: str
    introduction: str
    level: int
    questions: tuple[Asked, ...]
