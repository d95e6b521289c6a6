"""What copies said in different ways, in words: what it is about, and both sides."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.assessment.conflicts import ConflictSide, OpenConflict
from desktop.model.journal import Cell, Change, StepId
from desktop.model.merging.cell_past import ConflictSort
from desktop.model.records.record import PRESENT
from desktop.wording.called import Called
from desktop.wording.changes import value_text
from desktop.wording.moments import local_time
from desktop.wording.records import cell_name, kind_name


class SideWords(Struct, frozen=True):
    """One side of a conflict.

    Attributes:
        text: what was said, in full.
        who: by whom and when.
        stands: whether it holds meanwhile.
        value: what settling for it sets.
        steps: those that said so.
    """

    text: str
    who: str
    stands: bool
    value: Cell
    steps: tuple[StepId, ...] = ()


class ConflictWords(Struct, frozen=True):
    """A conflict.

    Attributes:
        open: what is open.
        about: what it is about.
        what: which of its values, or what became of it.
        meanwhile: what holds until somebody decides.
        sides: what was said.
    """

    open: OpenConflict
    about: str
    what: str
    meanwhile: str
    sides: tuple[SideWords, ...]

    @property
    def key(self) -> str:
        """What tells it from others."""
        found = self.open.conflict
        return f"{found.kind}/{found.row}/{found.cell}"


def conflict_words(conflicts: Sequence[OpenConflict], assessment: Assessment) -> list[ConflictWords]:
    """Conflicts in words, for the team's own eyes."""
    called = Called(assessment)
    return [_words(each, called) for each in conflicts]


def _words(found: OpenConflict, called: Called) -> ConflictWords:
    at = found.conflict
    change = Change(at.kind, at.row, at.cell, None, found.standing)
    place = called.place(change)
    parts = (kind_name(at.kind), called.about(change), called.part(change) if place is None else place)
    about = " · ".join(part for part in parts if part)
    what = _what(at.sort) if at.cell == PRESENT else cell_name(at.kind, at.cell)
    sides = _removal(found, called) if at.sort is ConflictSort.REMOVED else _values(found, called)
    return ConflictWords(found, about, what, _text(change, found.standing, called), sides)


def _what(sort: ConflictSort) -> str:
    return _("Removed here, changed there") if sort is ConflictSort.REMOVED else _("There or not")


def _values(found: OpenConflict, called: Called) -> tuple[SideWords, ...]:
    at = found.conflict
    sides = [
        SideWords(
            _text(Change(at.kind, at.row, at.cell, None, each.value), each.value, called),
            _who(each),
            each.stands,
            each.value,
            (each.step,),
        )
        for each in found.sides
    ]
    if at.sort is ConflictSort.JOINED:
        both = _text(Change(at.kind, at.row, at.cell, None, found.standing), found.standing, called)
        sides.append(SideWords(both, _("Both, one after the other"), stands=True, value=found.standing))
    return tuple(sides)


def _removal(found: OpenConflict, called: Called) -> tuple[SideWords, ...]:
    at = found.conflict
    gone = [each for each in found.sides if each.cell == PRESENT and not each.value]
    changed = [each for each in found.sides if each not in gone]
    told = [
        _("{cell}: {value}").format(
            cell=cell_name(at.kind, each.cell),
            value=_text(Change(at.kind, at.row, each.cell, None, each.value), each.value, called),
        )
        for each in changed
        if each.cell != PRESENT
    ]
    return (
        _side(_("Removed"), gone, stands=not found.standing, value=False),
        _side("\n".join(told) or _("There"), changed, stands=bool(found.standing), value=True),
    )


def _side(text: str, said: Sequence[ConflictSide], *, stands: bool, value: bool) -> SideWords:
    who = "; ".join(dict.fromkeys(map(_who, said)))
    return SideWords(text, who, stands, value, tuple(each.step for each in said))


def _who(side: ConflictSide) -> str:
    return _("{author}, {when}").format(author=side.author, when=local_time(side.at))


def _text(change: Change, value: Cell, called: Called) -> str:
    """A value; a text in full."""
    if change.cell == PRESENT:
        return _("There") if value else _("Removed")
    known = called.value(change, value)
    short = value_text(change.kind, change.cell, known)
    return str(known) if isinstance(known, str) and short.endswith("…") else short
