"""The table of levels over rounds: how each model stood when a round was over, and how it stands now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from msgspec import Struct

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.place_stands import PlaceMove, PlaceStand, moved, place_stands
from desktop.wording import rounds


class LevelRow(Struct, frozen=True):
    """How a model stood at the end of a round.

    Attributes:
        round: what the round is called.
        day: on which it was closed; of the round that goes on, the day of the export.
        now: whether it goes on.
        model: id of the model.
        name: what the model is called.
        stand: of the model as a whole.
        stands: of its places, by id.
        risen: ids of those that stand better than at the end of the round before; None in the first.
        fallen: ids of those that stand worse.
    """

    round: str
    day: dt.date | None
    now: bool
    model: str
    name: str
    stand: PlaceStand
    stands: Mapping[str, PlaceStand]
    risen: tuple[str, ...] | None = None
    fallen: tuple[str, ...] = ()

    @property
    def better(self) -> int | None:
        """How many stand better; None in the first round."""
        return None if self.risen is None else len(self.risen)

    @property
    def worse(self) -> int | None:
        """How many stand worse, likewise."""
        return None if self.risen is None else len(self.fallen)


def levels(deliverable: Deliverable) -> Table[LevelRow]:
    """A row for each round and model, the first round first; one alone where there was no round before."""
    return Table(
        _("Levels over rounds"),
        _(
            "How each model stood at the end of each round, as it was told then, and how it stands now. "
            "What was not rated, or took no part, in one of two rounds counts as neither better nor worse."
        ),
        (
            Column("round", _("Round"), 26, _("What the round is called."), Kind.NAME),
            Column(
                "day",
                _("Until"),
                13,
                _("The day it was closed; of the round that goes on, that of the export."),
                Kind.DAY,
            ),
            Column("name", _("Model"), 30, _("The maturity model.")),
            Column(
                "level",
                _("Level"),
                9,
                _("The maturity level. Empty for a model whose own rules give another result."),
                Kind.LEVEL,
                lambda row: row.stand.level,
            ),
            Column(
                "result",
                _("Result"),
                18,
                _("The result of the model as a whole."),
                read=lambda row: rounds.stand(row.stand),
            ),
            Column(
                "better",
                _("Better"),
                9,
                _("How many areas, streams, tracks or parts stand better than in the round before."),
                Kind.COUNT,
            ),
            Column(
                "worse",
                _("Worse"),
                9,
                _("How many areas, streams, tracks or parts stand worse than in the round before."),
                Kind.COUNT,
            ),
        ),
        [*_rows(deliverable)],
        lambda row: Ref(row.model, WHOLE),
    )


def _rows(deliverable: Deliverable) -> Iterator[LevelRow]:
    last: dict[str, Mapping[str, PlaceStand]] = {}
    for number, over in enumerate(deliverable.rounds):
        for model in over.models:
            yield _row(
                deliverable,
                rounds.round_name(over.name, number),
                over.closed,
                model.model,
                model.stands,
                last.get(model.model),
                now=False,
            )
            last[model.model] = model.stands
    for part in deliverable.models:
        yield _row(
            deliverable,
            rounds.round_name(deliverable.subject.round, len(deliverable.rounds)),
            deliverable.day,
            part.pack.id,
            place_stands(part.result),
            last.get(part.pack.id),
            now=True,
        )


def _row(
    deliverable: Deliverable,
    name: str,
    day: dt.date | None,
    model: str,
    stands: Mapping[str, PlaceStand],
    before: Mapping[str, PlaceStand] | None,
    *,
    now: bool,
) -> LevelRow:
    part = next((each for each in deliverable.models if each.pack.id == model), None)
    grades = {} if part is None else {each.id: each.grades for each in part.result.parts}
    moves = {
        place: moved(before[place], stand, grades.get(place, ()))
        for place, stand in stands.items()
        if before is not None and place in before and place != WHOLE
    }
    return LevelRow(
        round=name,
        day=day,
        now=now,
        model=model,
        name=part.pack.name if part else model,
        stand=stands.get(WHOLE, PlaceStand()),
        stands=stands,
        risen=None if before is None else tuple(each for each in stands if moves.get(each) is PlaceMove.BETTER),
        fallen=tuple(each for each in stands if moves.get(each) is PlaceMove.WORSE),
    )
