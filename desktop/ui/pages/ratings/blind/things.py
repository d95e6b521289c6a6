"""What is rated: alone with one's own ratings beside it, opened with everybody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Signal, Slot

from desktop.language import _
from desktop.model.assessment.blind_things import BlindThing, Key
from desktop.model.assessment.rated_apart import ApartRow
from desktop.model.records import BlindRating, Member
from desktop.ui.deeds import Deed
from desktop.ui.pages.ratings.blind.offers import blind_offers
from desktop.ui.pages.ratings.parts.answer_table import AnswerTable
from desktop.ui.table_rows import Column, RowsModel
from desktop.wording.blind_ratings import rated_as


class OwnRow(Struct, frozen=True):
    """Something that one member rates alone.

    Attributes:
        code: its id, short, and what it is rated for.
    """

    thing: BlindThing
    code: str
    rating: BlindRating | None

    @property
    def value(self) -> str | None:
        """How they rate it."""
        return self.rating.value if self.rating is not None else None

    @property
    def note(self) -> str:
        """Why."""
        return self.rating.note if self.rating is not None else ""


class SeenRow(Struct, frozen=True):
    """Something that everybody sees."""

    apart: ApartRow
    code: str

    @property
    def thing(self) -> BlindThing:
        """What it is about."""
        return self.apart.thing


class ThingTable(AnswerTable):
    """Number keys rate the thing under the cursor.

    Signals:
        moved: (key) the cursor came to a thing.
        explain: Enter; the cursor should go to the words about it.
    """

    moved = Signal(object)
    explain = Signal()

    def __init__(self, columns: Sequence[Column[OwnRow]] | Sequence[Column[SeenRow]], name: str) -> None:
        super().__init__(RowsModel(columns), name, sortable=False)
        self._quiet = False
        self._fixed = False
        self.selectionModel().currentRowChanged.connect(self._on_row)

    def show_rows(self, rows: Sequence[OwnRow] | Sequence[SeenRow], key: Key | None, *, fixed: bool) -> None:
        """Show things with the cursor on one; nothing is announced.

        Args:
            rows: the things.
            key: where the cursor goes; the first without one.
            fixed: nothing can be rated now.
        """
        self._quiet, self._fixed = True, fixed
        if list(self.source.rows) != list(rows):
            self.fill(list(rows), _key)
        if rows and not self.select(lambda row: row.thing.key == key):
            self.selectRow(0)
        self._quiet = False
        self._offer_here()

    def following(self) -> Key | None:
        """The thing after the one under the cursor; the last has none but itself."""
        number = min(self.currentIndex().row() + 1, self.source.rowCount() - 1)
        found: Key | None = self.source.row(number).thing.key if number >= 0 else None
        return found

    def deeds(self) -> Sequence[Deed]:
        """Rate by number keys; Enter goes to the words."""
        if self.current_row() is None:
            return super().deeds()
        return (Deed(("Enter",), _("Say why"), self.explain.emit), *self.answers(), *super().deeds())

    def _offer_here(self) -> None:
        row = self.current_row()
        thing = None if row is None or self._fixed else row.thing
        number = thing is not None and thing.scale is not None and thing.scale.number_range is not None
        self.offer([] if thing is None else blind_offers(thing), number=number)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        row = self.current_row()
        self._offer_here()
        if row is not None and not self._quiet:
            self.moved.emit(row.thing.key)


class AloneTable(ThingTable):
    """One member's own ratings, and nobody else's."""

    def __init__(self) -> None:
        super().__init__(
            [
                Column(_("What is rated"), lambda row: f"{row.code}: {row.thing.text}", tip=lambda row: row.thing.text),
                Column(_("Note"), _noted, width=60, gives_way=1),
                Column(_("You"), lambda row: rated_as(row.thing, row.value), width=110),
            ],
            _("What you rate alone"),
        )


class OpenedTable(ThingTable):
    """What everybody said, side by side, and the team's word."""

    def __init__(self, members: Sequence[Member]) -> None:
        said: list[Column[SeenRow]] = [
            Column(
                member.name,
                partial(_said, member=member.id),
                tone=partial(_tone, member=member.id),
                tip=partial(_note, member=member.id),
                width=96,
            )
            for member in members
        ]
        super().__init__(
            [
                Column(
                    _("What was rated"), lambda row: f"{row.code}: {row.thing.text}", tip=lambda row: row.thing.text
                ),
                *said,
                Column(_("Team"), _team, tip=lambda row: row.apart.team.reason or None, width=110),
            ],
            _("What everybody said"),
        )
        self.members = tuple(members)


def own_rows(things: Sequence[BlindThing], own: Mapping[Key, BlindRating], codes: Mapping[Key, str]) -> list[OwnRow]:
    """What somebody rates, each with their own rating."""
    return [OwnRow(thing, codes[thing.key], own.get(thing.key)) for thing in things]


def _key(row: OwnRow | SeenRow) -> Key:
    return row.thing.key


def _noted(row: OwnRow) -> str:
    return _("yes") if row.note else ""


def _said(row: SeenRow, member: str) -> str:
    rating = row.apart.said.get(member)
    return rated_as(row.thing, rating.value if rating else None)


def _tone(row: SeenRow, member: str) -> str | None:
    rating = row.apart.said.get(member)
    return None if rating is None or not row.apart.differs else "warn"


def _note(row: SeenRow, member: str) -> str | None:
    rating = row.apart.said.get(member)
    return (rating.note or None) if rating else None


def _team(row: SeenRow) -> str:
    word = rated_as(row.thing, row.apart.team.value)
    return word if row.apart.decided or row.apart.team.value is None else _("{word}, reason?").format(word=word)
