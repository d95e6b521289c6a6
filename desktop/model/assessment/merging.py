"""Putting copies of the assessment together, in the nouns of the assessment: what would come in, and taking it in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from desktop.model.errors import RefusalError
from desktop.model.journal import Step, StepId
from desktop.model.maturity.parts import place_holding
from desktop.model.maturity.refs import Ref
from desktop.model.merging.bundle import Arrival, Bundle, Incoming, Missing
from desktop.model.merging.onlooker import NOBODY, MergeStage, Onlooker
from desktop.model.merging.reach import Reach, is_by_rule
from desktop.model.records import KINDS, Action
from desktop.model.records.record import PART, QUESTION, key_part
from desktop.model.store.restore_points import Why, before

if TYPE_CHECKING:
    from desktop.model.assessment.desk import Desk


class IncomingNoun(StrEnum):
    """What comes in, as one counts it."""

    ANSWERS = "answers"
    NOTES = "notes"
    EVIDENCE = "evidence"
    RATINGS = "ratings"
    ACTIONS = "actions"
    OTHERS = "others"


_NOUNS: Mapping[str, IncomingNoun] = {
    **dict.fromkeys(("answer",), IncomingNoun.ANSWERS),
    **dict.fromkeys(("session_note", "note_tag"), IncomingNoun.NOTES),
    **dict.fromkeys(("evidence", "evidence_link"), IncomingNoun.EVIDENCE),
    **dict.fromkeys(
        (
            "practice_rating",
            "part_rating",
            "goal_rating",
            "area_rating",
            "area_stance",
            "stream_rating",
            "tick",
            "statement_rating",
            "blind_rating",
        ),
        IncomingNoun.RATINGS,
    ),
    **dict.fromkeys(("action", "action_need", "action_effect", "action_tag", "action_entry"), IncomingNoun.ACTIONS),
}
_OF_ITS_RECORD = {"note_tag": 0, "evidence_link": 0, "action_need": 0, "action_effect": 0, "action_tag": 0}
"""Kinds that say more of a record of their noun, which counts once, and where in their key it stands."""


_OF_ACTIONS = frozenset(kind for kind, noun in _NOUNS.items() if noun is IncomingNoun.ACTIONS)
_WHOLE = ("evidence", "action", "session_note")
"""The kinds of these records."""


class IncomingLine(Struct, frozen=True):
    """How much of one noun comes from somebody.

    Attributes:
        count: of records, each once, however often it was changed.
        places: the areas, streams and tracks that they are about, as far as they say so.
        kinds: of record.
    """

    noun: IncomingNoun
    author: str
    count: int
    places: tuple[Ref, ...]
    kinds: tuple[str, ...] = ()


class MergePreview(Struct, frozen=True):
    """What merging would do.

    Attributes:
        missing: whose steps have to come first; then nothing would come in yet.
        steps: how many come in.
        lines: what they are about, by noun and author.
        conflicts: what would have to be decided.
        settled: how much would not have to be decided any more.
        incoming: all of it.
    """

    missing: tuple[Missing, ...]
    steps: int
    lines: tuple[IncomingLine, ...]
    conflicts: int
    settled: int
    incoming: Incoming


class Merging:
    """The assessment among its copies."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def reach(self) -> Reach:
        """What this file holds, for whoever is to hand over what it lacks."""
        return self._desk.store.copies.reach()

    def bundle(self, beyond: Reach) -> Bundle:
        """What another copy lacks."""
        return self._desk.store.copies.bundle(beyond)

    def preview(self, bundle: Bundle) -> MergePreview:
        """What would come in, and what would have to be decided; nothing is changed.

        Raises:
            RefusalError: as `take_in`, but for ``bundle.waiting``: what has to come first is told.
        """
        return self.told(self._desk.store.copies.preview(bundle))

    def told(self, found: Incoming) -> MergePreview:
        """What comes in, by noun and author."""
        steps = sum(not is_by_rule(StepId(step.clock, step.writer)) for step in found.steps)
        lines = tuple(self._lines(found))
        return MergePreview(tuple(found.missing), steps, lines, len(found.conflicts), len(found.settled), found)

    def take_in(self, bundle: Bundle, source: str, *, undoable: bool = True, onlooker: Onlooker = NOBODY) -> Incoming:
        """Take in the steps of a copy, all or none, as one arrival in the history; a restore point is made before.

        None is made before what comes by itself, every few minutes: the first edit of the day has made one.

        Args:
            bundle: the steps.
            source: what they come from, as people know it.
            undoable: whether undo takes it back; not what comes by itself, since undo then means one's own last step.
            onlooker: who waits for it.

        Raises:
            RefusalError: ``bundle.other_assessment``, ``bundle.newer``, ``bundle.older``, ``bundle.waiting``,
                ``bundle.spoilt``, ``merge.given_up``, ``file.opened_readonly`` and others; then nothing is changed.
        """
        store = self._desk.store
        if undoable and not store.readonly and self._brings_news(bundle):
            onlooker.reached(MergeStage.KEEPING)
            before(store, Why.MERGE)
        found = store.copies.take_in(bundle, source, undoable=undoable, onlooker=onlooker).incoming
        self._desk.announce(found.changed)
        return found

    def _brings_news(self, bundle: Bundle) -> bool:
        return not self.reach().covers(Reach(bundle.reach)) and not self._desk.store.copies.missing(bundle)

    def arrivals(self) -> list[Arrival]:
        """What came in from copies, the first first."""
        return self._desk.store.copies.arrivals()

    def parts(self, arrival: Arrival) -> list[Step]:
        """The steps that came in with an arrival and what followed by rule, the newest first."""
        return [
            step
            for step in self._desk.store.steps()
            if arrival.after.knows(step.id) and not arrival.before.knows(step.id)
        ]

    def _lines(self, found: Incoming) -> Iterable[IncomingLine]:
        authors = {(step.clock, step.writer): step.author for step in found.steps}
        rows: dict[tuple[IncomingNoun, str], set[str]] = defaultdict(set)
        places: dict[tuple[IncomingNoun, str], set[Ref]] = defaultdict(set)
        kinds: dict[tuple[IncomingNoun, str], set[str]] = defaultdict(set)
        for clock, writer, kind, row, *_cells in found.changes:
            if is_by_rule(StepId(clock, writer)):
                continue
            noun = _NOUNS.get(kind, IncomingNoun.OTHERS)
            group = (noun, authors[clock, writer])
            own = row.split("/")[_OF_ITS_RECORD[kind]] if kind in _OF_ITS_RECORD else f"{kind}/{row}"
            rows[group].add(own if kind in _OF_ITS_RECORD or kind not in _WHOLE else row)
            kinds[group].add(kind)
            place = self._place(kind, row)
            if place is not None:
                places[group].add(place)
        order = [*IncomingNoun]
        for noun, author in sorted(rows, key=lambda group: (order.index(group[0]), group[1].casefold())):
            group = noun, author
            yield IncomingLine(
                noun, author, len(rows[group]), tuple(sorted(places[group])), tuple(sorted(kinds[group]))
            )

    def _place(self, kind: str, row: str) -> Ref | None:
        model = key_part(KINDS[kind], row, "model")
        part = key_part(KINDS[kind], row, PART) or key_part(KINDS[kind], row, QUESTION)
        action = self._desk.store.get(Action, row.split("/", maxsplit=1)[0]) if kind in _OF_ACTIONS else None
        if action is not None:
            model, part = action.model, action.aim
        if not model or not part:
            return None
        try:
            place = place_holding(self._desk.pack(model), part)
        except RefusalError:
            return None
        return Ref(model, place) if place else None
