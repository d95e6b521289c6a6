"""What has left the team."""

import datetime as dt
from typing import ClassVar

from desktop.model.records.merge_rule import MergeRule
from desktop.model.records.record import Feeds, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import Bookkeeping, ListNumber, OfModel, OfQuestion


class ShownAnswers(Record, frozen=True):
    """What an export showed of the answers to a question, so that the next one can be compared with it.

    Attributes:
        counts: how often each choice was given, as the JSON of an object, choices in order of their id.
        number: later exports have higher numbers.
        day: of the export.
        newest: it was shown although its difference to an earlier export tells what a few people said.
    """

    declared = RecordKind("shown_answers", Feeds.NOTHING, Privacy.TEAM, MergeRule.LATEST)
    keys: ClassVar[tuple[str, ...]] = ("model", "question", "counts")

    model: OfModel
    question: OfQuestion
    counts: Bookkeeping
    number: ListNumber = 0
    day: dt.date | None = None
    newest: bool = False
