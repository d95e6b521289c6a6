"""What a model of the scheme `streams` is made of: streams that each grow over all levels."""

from desktop.model.maturity.kinds import Code, LevelNumber, Part, Text
from desktop.model.maturity.vocabulary import Direction


class StreamQuestion(Part, frozen=True):
    """The question of a stream. Its answers are the texts of the stream's cells, one a level."""

    id: Code
    text: Text


class Item(Part, frozen=True):
    """A practice to take up at a level, or an outcome to expect there."""

    id: Code
    text: Text


class Metric(Part, frozen=True):
    """What shows whether the practices of a level work.

    Attributes:
        name: a few words, for tables and charts.
        unit: what its values are counted in, as people write it.
        direction: which way its values get better.
        how: what is measured, over what, and how often.
    """

    id: Code
    name: Text
    unit: Text
    direction: Direction
    how: Text


class Cell(Part, frozen=True):
    """A stream at one level.

    Attributes:
        level: number of the level; a stream has one cell for each.
        text: how things stand at this level, as an answer to the stream's question.
        practices: what to take up, at least one.
        outcomes: what to expect of the practices.
        metrics: what shows whether they work.
    """

    level: LevelNumber
    text: Text
    practices: tuple[Item, ...]
    outcomes: tuple[Item, ...]
    metrics: tuple[Metric, ...]


class Stream(Part, frozen=True):
    """A subject that grows over all levels by itself.

    Attributes:
        summary: what it is about.
        question: asks which cell's text fits best.
        cells: one for each level.
    """

    id: Code
    name: Text
    summary: Text
    question: StreamQuestion
    cells: tuple[Cell, ...]

    def cell(self, level: int) -> Cell:
        """The cell of a level.

        Raises:
            KeyError: the stream has no cell for this level.
        """
        for cell in self.cells:
            if cell.level == level:
                return cell
        raise KeyError(level)
