"""The table of a comparison: each place of a model then and now, what changed, and which actions were to change it."""

from __future__ import annotations

from msgspec import Struct

from desktop.exchange.cells import shortened
from desktop.exchange.comparison import ComparedModel, LinkedAction
from desktop.exchange.tables.table import Column, Kind, Table
from desktop.language import _
from desktop.model.maturity import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.refs import Ref
from desktop.model.planning.place_changes import PartChange, PlaceChange
from desktop.model.scoring.place_stands import PlaceMove
from desktop.wording import names, rounds
from desktop.wording.planning import place_name

_LONGEST = 60
"""So many letters of a part's words are told."""


class ChangeRow(Struct, frozen=True):
    """A place with what changed and the actions for it."""

    change: PlaceChange
    pack: Pack
    actions: tuple[LinkedAction, ...]

    @property
    def name(self) -> str:
        """What the place is called; the whole goes by the model's name."""
        return place_name(self.change.place, self.pack)


def changes(compared: ComparedModel, then: str, now: str) -> Table[ChangeRow]:
    """A row for each place of a model, the whole first; none where its versions cannot be compared.

    Args:
        compared: the model.
        then: what the earlier side is called.
        now: what the later side is called.
    """
    part = compared.now
    progress = Kind.PERCENT if part and part.pack.areas else Kind.INDEX
    rows = [
        ChangeRow(each, part.pack, () if each.place == WHOLE else compared.linked(each.place))
        for each in compared.places
        if part
    ]
    return Table(
        _("What changed"),
        _("Each place at two times: {then}, and {now}.").format(then=then, now=now),
        (
            Column("change.place", _("Id"), 11, _("Short name of the place."), read=_id),
            Column("name", _("Name"), 30, _("Its name; the model as a whole stands first."), Kind.NAME),
            Column(
                "then",
                _("Then"),
                15,
                _("How it stood: {then}. Empty where it was not there.").format(then=then),
                read=lambda row: None if row.change.then is None else rounds.stand(row.change.then),
            ),
            Column(
                "now",
                _("Now"),
                15,
                _("How it stands: {now}.").format(now=now),
                read=lambda row: rounds.stand(row.change.now),
            ),
            Column(
                "move",
                _("Change"),
                12,
                _("Better or worse. Otherwise where it was not rated, or took no part, at one of the two."),
                read=lambda row: rounds.move(row.change.move) if row.change.move else _("New"),
            ),
            Column("change.progress_then", _("Progress then"), 10, _progress_meaning(), progress),
            Column("change.progress_now", _("Progress now"), 10, _progress_meaning(), progress),
            Column("change.mean_then", _("Answers then"), 10, _mean_meaning(), Kind.PERCENT),
            Column("change.mean_now", _("Answers now"), 10, _mean_meaning(), Kind.PERCENT),
            Column(
                "parts",
                _("What is said otherwise"),
                52,
                _("Goals, practices or statements of which something else is said, each then and now."),
                read=lambda row: "\n".join(part_line(each, row.pack) for each in row.change.parts),
            ),
            Column(
                "actions",
                _("Actions"),
                44,
                _("Those that were to change it, how far they are, and whether it is now as they were to make it."),
                read=lambda row: "\n".join(map(action_line, row.actions)),
            ),
        ),
        rows,
        lambda row: Ref(compared.id, row.change.place),
    )


def part_line(change: PartChange, pack: Pack) -> str:
    """A part by its id and the beginning of its words, with what was said of it then and now."""
    words = " ".join(pack.text_by_id.get(change.part, "").rstrip(".").split())
    named = f"{change.part} {words if len(words) <= _LONGEST else shortened(words, _LONGEST - 1) + '…'}".strip()
    return _("{part}: {then} → {now}").format(part=named, then=rounds.said(change.then), now=rounds.said(change.now))


def action_line(linked: LinkedAction) -> str:
    """An action with how far it is and what came of it."""
    action = linked.action
    text = _("{number} {title} ({status})").format(
        number=action.number, title=action.title, status=names.name(action.status).lower()
    )
    if linked.achieved is None:
        return text
    return (
        _("{action}: reached").format(action=text)
        if linked.achieved
        else _("{action}: not reached").format(action=text)
    )


def moves(compared: ComparedModel) -> dict[PlaceMove, int]:
    """How many places moved which way; the model as a whole is none of them."""
    found = [each.move for each in compared.places if each.place != WHOLE]
    return {move: found.count(move) for move in PlaceMove}


def _id(row: ChangeRow) -> str | None:
    return None if row.change.place == WHOLE else row.change.place


def _progress_meaning() -> str:
    return _("Of an area the percentage of its practices in place; of a stream its index, which is no level.")


def _mean_meaning() -> str:
    return _("Mean of the answers' percentages. Empty without answers, or where it would show a small group.")
