"""Rounds: the one the team is in, and those that are over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from desktop.model.assessment.desk import Desk, new_id
from desktop.model.assessment.follow_up import FollowUpChoice, FollowUpPlan, follow_up_plan
from desktop.model.assessment.models import Models
from desktop.model.assessment.past_content import digest_of, past_content, read_content
from desktop.model.assessment.results import Results
from desktop.model.bounds import ATTACHED_SLICE, DATA_BYTES
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.refs import Ref
from desktop.model.records import Details, Model, Record, Round, RoundResult, ShownAnswers
from desktop.model.scoring.place_stands import PlaceStand, place_stands

MOST_CHANGED = 400_000
"""Records that one step puts away; more would not go through the check of the file's history."""


class Rounds:
    """The rounds of an assessment."""

    def __init__(self, desk: Desk, models: Models, results: Results) -> None:
        self._desk = desk
        self._models = models
        self._results = results

    def all(self) -> list[Round]:
        """The rounds that are over, the first first."""
        return sorted(self._desk.store.all(Round), key=lambda each: (each.number, each.id))

    def get(self, round_id: str) -> Round:
        """A round that is over.

        Raises:
            RefusalError: ``round.unknown``.
        """
        found = self._desk.store.get(Round, round_id)
        if found is None:
            raise RefusalError("round.unknown", round=round_id)
        return found

    def name(self) -> str:
        """What the team calls the round that it is in; empty while it has not said."""
        return (self._desk.store.get(Details, "assessment") or Details()).round_name

    def told(self, round_id: str) -> dict[Ref, RoundResult]:
        """How places stood when a round was over, as it was told then; a model as a whole under `WHOLE`."""
        return {Ref(each.model, each.place): each for each in self._desk.store.all(RoundResult, round=round_id)}

    def plan(self, choice: FollowUpChoice, day: dt.date) -> FollowUpPlan:
        """What starting a follow-up would do; nothing is changed."""
        return follow_up_plan(self._desk.store.all, choice, day)

    def begin(self, name: str, *, last: str, day: dt.date, choice: FollowUpChoice | None = None) -> Changed:
        """Start a follow-up in one step: what was said in this round is put away whole, and the next one begins.

        Args:
            name: what the round is called that begins.
            last: what the one is called that is over.
            day: today.
            choice: what is taken over; see `follow_up_plan`.

        Raises:
            RefusalError: ``round.name_missing``; ``round.empty`` when nothing was said in this round;
                ``round.too_large``; ``file.opened_readonly``; those of `Results.of`. Then nothing has changed.
        """
        name, last = " ".join(name.split()), " ".join(last.split())
        if not name or not last:
            raise RefusalError("round.name_missing")
        plan = self.plan(choice or FollowUpChoice(), day)
        if not plan.puts_away:
            raise RefusalError("round.empty")
        told = [*self._told_now()]
        store = self._desk.store
        details = store.get(Details, "assessment") or Details()
        content = past_content(store.about().get("id", ""), self._said)
        if len(content) > DATA_BYTES or sum(map(len, plan.cells.values())) > MOST_CHANGED:
            raise RefusalError("round.too_large", most=DATA_BYTES // 1_000_000)
        digest, over = digest_of(content), new_id()
        for number, start in enumerate(range(0, len(content), ATTACHED_SLICE)):
            store.content.put(digest, number, content[start : start + ATTACHED_SLICE])
        cells = {
            "number": store.highest(Round, "number") + 1,
            "name": last,
            "began": details.round_began or details.starts,
            "closed": day,
            "content": digest,
            "shown": store.highest(ShownAnswers, "number"),
        }
        with self._desk.step("round.begin", name=name, last=last) as step:
            store.content.seal(digest, len(content))
            for kind, rows in plan.cells.items():
                step.draft.put_many(kind, rows.items())
            for kind, keys in plan.gone.items():
                for key in keys:
                    step.draft.remove(kind, *key)
            step.draft.put(Round, over, **cells)
            step.draft.put_many(RoundResult, [((over, *ref), told_cells) for ref, told_cells in told])
            step.draft.put(Details, "assessment", round_name=name, round_began=day)
        return step.changed

    def rename(self, name: str, round_id: str = "") -> Changed:
        """Call a round something else: one that is over, or without an id the one that the team is in.

        Raises:
            RefusalError: ``round.name_missing``, ``round.unknown``.
        """
        name = " ".join(name.split())
        if not name:
            raise RefusalError("round.name_missing")
        if round_id:
            self.get(round_id)
        with self._desk.step("round.rename", name=name) as step:
            if round_id:
                step.draft.put(Round, round_id, name=name)
            else:
                step.draft.put(Details, "assessment", round_name=name)
        return step.changed

    def content(self, round_id: str) -> tuple[dict[str, str], dict[str, bytes], dict[str, list[Record]]]:
        """What was said in a round that is over: what `MemoryStore` takes.

        Raises:
            RefusalError: ``round.unknown``; ``round.damaged`` when what was kept is not there or not as it was.
        """
        over, store = self.get(round_id), self._desk.store
        try:
            about, records = read_content(store.content.whole(over.content, DATA_BYTES))
            used = {model.digest for model in records.get("model", []) if isinstance(model, Model)}
            packs = {digest: store.pack(digest) for digest in sorted(used)}
        except (RefusalError, ValueError) as error:
            raise RefusalError("round.damaged", path=store.path, name=over.name) from error
        return about, packs, records

    def faults(self) -> Iterator[str]:
        """``round: name`` for each round of which what was kept cannot be read."""
        for each in self.all():
            try:
                self.content(each.id)
            except RefusalError:
                yield f"round: {each.name}"

    def otherwise(self, round_id: str, results: Results) -> tuple[Ref, ...]:
        """Places of a round that is over whose results are others today than those that were told then.

        Args:
            round_id: the round.
            results: those of its records, by the engine of today.
        """
        told = self.told(round_id)
        today = {
            Ref(result.model, place): stand for result in results.all() for place, stand in place_stands(result).items()
        }
        return tuple(ref for ref, stand in today.items() if ref not in told or stand != stand_told(told[ref]))

    def _told_now(self) -> Iterator[tuple[Ref, Mapping[str, object]]]:
        for in_use in self._models.all():
            for place, stand in place_stands(self._results.of(in_use.id)).items():
                cells: dict[str, object] = {name: getattr(stand, name) for name in PlaceStand.__struct_fields__}
                yield Ref(in_use.id, place), cells | ({"digest": in_use.model.digest} if place == WHOLE else {})

    def _said(self, kind: type[Record]) -> Sequence[Record]:
        """What was said in this round: of what was shown of answers, only that."""
        found = self._desk.store.all(kind)
        before = shown_before(self._desk)
        return [each for each in found if not isinstance(each, ShownAnswers) or each.number > before]


def shown_before(desk: Desk) -> int:
    """The highest number of `ShownAnswers` of rounds that are over; 0 in the first."""
    return max((each.shown for each in desk.store.all(Round)), default=0)


def stand_told(told: RoundResult) -> PlaceStand:
    """How a place stood when its round was over."""
    return PlaceStand(**{name: getattr(told, name) for name in PlaceStand.__struct_fields__})
