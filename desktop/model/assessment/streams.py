"""Streams: the level the team finds each at, and the practices it ticks as done."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.model.assessment.blind_ratings import refuse_blind
from desktop.model.assessment.desk import Desk
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed, StepKind
from desktop.model.maturity.pack import Pack
from desktop.model.records import StreamRating, Tick


class Streams:
    """The team's judgements of streams. They are input to scoring; each stream's level comes from there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ratings(self, model: str) -> dict[str, StreamRating]:
        """Levels chosen and reasons, by stream id; streams nobody spoke of are not there."""
        return {rating.stream: rating for rating in self._desk.store.all(StreamRating, model=model)}

    def ticks(self, model: str) -> frozenset[str]:
        """Ids of the practices that are done."""
        return frozenset(tick.item for tick in self._desk.store.all(Tick, model=model) if tick.done)

    def last(self, model: str) -> dict[str, int]:
        """The level each stream stood at before the team's latest change of it, by stream id.

        Only edits that are in effect count; streams whose level was never changed are not there.
        """
        in_effect = self._desk.store.in_effect()
        found: dict[str, int] = {}
        for rating in self._desk.store.all(StreamRating, model=model):
            for entry in self._desk.store.history(StreamRating, model, rating.stream):
                change = entry.change
                edited = entry.step.kind is StepKind.EDIT and entry.step.id in in_effect
                if edited and change.cell == "level" and isinstance(change.before, int):
                    found[rating.stream] = change.before
                    break
        return found

    def rate_stream(self, model: str, stream: str, level: int | None, reason: str | None = None) -> Changed:
        """Choose the level whose text fits a stream best; None reads it from the ticked practices again.

        Args:
            model: id of the model.
            stream: id of the stream.
            level: number of the level, or None.
            reason: why; None leaves the reason as it is.

        Raises:
            RefusalError: ``area.unknown``, ``level.unknown``, ``team.may_not_set``; ``blind.under_way`` while the
                team's members rate it alone.
        """
        pack = self._stream(model, stream)
        if level is not None and level not in {item.number for item in pack.levels}:
            raise RefusalError("level.unknown", level=level, model=pack.name)
        if level is not None and not pack.settings.team.may_set:
            raise RefusalError("team.may_not_set", model=pack.name)
        refuse_blind(self._desk, model, [stream])
        with self._desk.step("stream.rate", stream=stream, level=level) as step:
            cells = {"level": level} if reason is None else {"level": level, "reason": reason}
            step.draft.put(StreamRating, model, stream, **cells)
        return step.changed

    def set_reason(self, model: str, stream: str, reason: str) -> Changed:
        """Set why the team sees a stream at its level.

        Raises:
            RefusalError: ``area.unknown``.
        """
        self._stream(model, stream)
        with self._desk.step("stream.reason", stream=stream) as step:
            step.draft.put(StreamRating, model, stream, reason=reason)
        return step.changed

    def tick(self, model: str, items: str | Iterable[str], *, done: bool) -> Changed:
        """Say in one step that practices are done, or are not.

        Args:
            model: id of the model.
            items: id of a practice of a stream's cell, or several.
            done: whether they are done.

        Raises:
            RefusalError: ``practice.unknown``, ``blind.under_way``.
        """
        ids = [items] if isinstance(items, str) else list(items)
        pack = self._desk.pack(model)
        for item in ids:
            if not _is_practice(pack, item):
                raise RefusalError("practice.unknown", practice=item, model=model)
        refuse_blind(self._desk, model, ids)
        with self._desk.step("practice.tick", practices=", ".join(ids), done=done) as step:
            step.draft.put_many(Tick, (((model, item), {"done": done}) for item in ids))
        return step.changed

    def _stream(self, model: str, stream: str) -> Pack:
        pack = self._desk.pack(model)
        if stream not in pack.stream_by_id:
            raise RefusalError("area.unknown", area=stream, model=model)
        return pack


def _is_practice(pack: Pack, item: str) -> bool:
    """Outcomes are expected, not done."""
    return item in pack.item_by_id and pack.item_by_id[item][2] in pack.item_by_id[item][1].practices
