"""The tables that a board is shown first: the result of each model, and the next actions."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.exchange.board_texts import ACTIONS, level_now
from desktop.exchange.deliverable import ActionLine, Deliverable, ModelPart
from desktop.exchange.tables.actions import action_columns, in_turn
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.refs import Ref
from desktop.wording import board

WIDTHS = (26.0, 47.0, 16.0, 21.0)
"""So wide that the type of a sheet, made smaller to fit the paper, still prints at nine points."""


def results(deliverable: Deliverable) -> Table[ModelPart]:
    """The result of each model."""
    return Table(
        _("Results"),
        _("The result of each model."),
        (
            Column("pack.name", _("Model"), WIDTHS[0], _("The maturity model."), Kind.NAME),
            Column(
                "result",
                _("Result"),
                WIDTHS[1],
                _("Where the organisation stands by this model."),
                read=lambda part: board.result_sentence(part.result, part.pack),
            ),
            Column(
                "level",
                _("Level now"),
                WIDTHS[2],
                _("The level reached. Levels of different models differ."),
                Kind.LEVEL,
                lambda part: level_now(part.result),
            ),
            Column(
                "whole.target",
                _("Target"),
                WIDTHS[3],
                _("The level set as the target of the whole model. Empty where none is set."),
                Kind.LEVEL,
            ),
        ),
        deliverable.models,
        lambda part: Ref(part.pack.id, WHOLE),
        lambda part: part.result.level.trace,
    )


def next_actions(deliverable: Deliverable) -> Table[ActionLine]:
    """The first of the actions still open; see `in_turn`."""
    packs = {part.pack.id: part.pack for part in deliverable.models}
    found = [action for action in in_turn(deliverable.actions) if action.status.is_open]

    def place(action: ActionLine) -> str | None:
        known = packs[action.model].place_by_id.get(action.place) if action.model in packs else None
        return known.name if known else None

    _number, title, owner, due, *_others = action_columns()
    return Table(
        _("Next actions"),
        _("What is next."),
        (
            Column("place", _("To improve"), WIDTHS[0], _("What the action is for."), Kind.NAME, place),
            replace(title, width=WIDTHS[1], kind=Kind.TEXT),
            replace(owner, width=WIDTHS[2], read=lambda action: action.owner or _("no owner yet")),
            replace(due, width=WIDTHS[3], read=lambda action: action.due or _("no day yet")),
        ),
        found[:ACTIONS],
        lambda action: Ref("", action.id),
    )
