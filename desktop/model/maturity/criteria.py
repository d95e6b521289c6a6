"""What a model of the scheme `criteria` is made of: tracks of statements that are met or not, and caps."""

from desktop.model.maturity.kinds import Code, LevelNumber, Part, Remark, Text, Word


class Statement(Part, frozen=True):
    """Something that is so or not, and that can be checked.

    Attributes:
        id: the track's prefix, the level and a number: ``POT-2-1``.
        level: the level that asks for it.
        text: what is so, as a full sentence.
        detail: what to look for.
        source: where in the sources it comes from.
    """

    id: Code
    level: LevelNumber
    text: Text
    detail: Remark = ""
    source: Remark = ""


class Track(Part, frozen=True):
    """A subject that is judged by statements, level by level.

    Attributes:
        summary: what it is about; respondents read it before its statements.
        statements: at least one for each level.
    """

    id: Word
    name: Text
    summary: Text
    statements: tuple[Statement, ...]

    def at(self, level: int) -> tuple[Statement, ...]:
        """The statements that a level asks for, in the pack's order."""
        return tuple(statement for statement in self.statements if statement.level == level)


class Cap(Part, frozen=True):
    """What holds tracks down, whatever else is met.

    Attributes:
        unless: ids of statements; the cap holds until all of them are met.
        at_most: the highest level that the tracks can reach while it holds.
        tracks: ids of the tracks that it holds down.
        reason: why, as a sentence that the result can quote.
    """

    id: Code
    unless: tuple[Code, ...]
    at_most: LevelNumber
    tracks: tuple[Word, ...]
    reason: Text
