"""That a newer version of a model took the place of another."""

from __future__ import annotations

from typing import Annotated, ClassVar

from desktop.model.records.record import MARK, SCALE, CellRule, Feeds, Privacy, Record, RecordKind
from desktop.model.records.typed_cells import Bookkeeping, OfModel


class Adoption(Record, frozen=True):
    """A newer version of a model took the place of another; what corresponds is kept for what comes back late.

    Attributes:
        before: digest of the pack that was in use.
        after: digest of the pack that took its place; empty where none did, or that was undone.
        scale: id of the answer scale that was in use.
        parts: for the parts that hold what was said of them, their ids in the newer version, as the JSON of an object.
        questions: likewise for the questions to which the answers are carried over.
    """

    declared = RecordKind("adoption", Feeds.NOTHING, Privacy.TEAM)
    keys: ClassVar[tuple[str, ...]] = ("model", "before")

    model: OfModel
    before: Annotated[str, CellRule(names=MARK)]
    after: Annotated[str, CellRule(names=MARK)] = ""
    scale: Annotated[str, CellRule(names=SCALE)] = ""
    parts: Bookkeeping = ""
    questions: Bookkeeping = ""
