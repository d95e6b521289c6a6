"""What is missing, and what an action asks for, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.pack import Area, Pack, Stream
from desktop.model.maturity.parts import WHOLE
from desktop.model.maturity.parts_pack import part_title, rules_of
from desktop.model.planning.gaps import Gap
from desktop.model.planning.suggestions import ActionProposal
from desktop.model.scoring.results import ModelResult
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label
from desktop.wording import names, outcome, part_results

Line = tuple[str, str]
"""What is said, and less loudly beneath it where it belongs."""


class Lines(QWidget):
    """A heading over lines; without any it goes away."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(3))
        self.heading = Label(heading, "heading", wrap=True)
        self._column.addWidget(self.heading)
        self._labels: list[tuple[Label, Label]] = []

    def show_lines(self, lines: Sequence[Line], heading: str = "") -> None:
        """Show lines, under another heading if one is given."""
        if heading:
            self.heading.setText(heading)
        while len(self._labels) < len(lines):
            pair = Label("", wrap=True), Label("", "small", wrap=True)
            self._labels.append(pair)
            for label in pair:
                self._column.addWidget(label)
        for number, pair in enumerate(self._labels):
            words = lines[number] if number < len(lines) else ("", "")
            for label, text in zip(pair, words, strict=True):
                label.setText(text)
                label.setVisible(bool(text))
        self.setVisible(bool(lines))


def missing_lines(gap: Gap, pack: Pack, result: ModelResult) -> list[Line]:
    """All that is missing between a place and its target."""
    if gap.place == WHOLE and gap.part is None:
        blockers = {blocker.place: blocker for blocker in result.level.blockers}
        return [(outcome.blocker_text(blockers[place], pack), "") for place in gap.missing if place in blockers]
    if gap.part is not None:
        return _parts(gap, pack, result)
    match pack.place_by_id[gap.place]:
        case Area():
            return list(_goals(gap, pack, result))
        case Stream():
            return list(_practices(gap, pack))
        case _:
            return list(_statements(gap, pack, result))


def _parts(gap: Gap, pack: Pack, result: ModelResult) -> list[Line]:
    """The parts that its result waits for, or that stand before its next level."""
    book, known = rules_of(pack), {part.id: part for part in result.parts}
    return [
        (
            _("{part}: {stands}").format(
                part=part_title(book.part_by_id[id_]), stands=part_results.stands(known[id_].result)
            ),
            "",
        )
        for id_ in gap.missing
    ]


def _goals(gap: Gap, pack: Pack, result: ModelResult) -> Iterator[Line]:
    goals = {goal.id: goal for area in result.areas if area.id == gap.place for goal in area.goals}
    for goal in gap.missing:
        found = goals[goal]
        parts = [_("{goal}: {rating}").format(goal=goal, rating=names.name(found.rating).lower())]
        if found.weak:
            parts.append(_("weak: {ids}").format(ids=", ".join(found.weak)))
        if found.open:
            parts.append(_("open: {ids}").format(ids=", ".join(found.open)))
        yield _("• {text}").format(text=pack.text_by_id[goal]), " · ".join(parts)


def _practices(gap: Gap, pack: Pack) -> Iterator[Line]:
    for item in gap.missing:
        _stream, cell, found = pack.item_by_id[item]
        yield _("• {text}").format(text=found.text), _("level {level} · {id}").format(level=cell.level, id=item)


def _statements(gap: Gap, pack: Pack, result: ModelResult) -> Iterator[Line]:
    values = {statement.id: statement.value for statement in result.statements}
    track = next(track for track in result.tracks if track.id == gap.place)
    for cap in track.caps:
        found = pack.cap_by_id[cap]
        yield (
            _("• Capped at level {level}: {reason}").format(level=found.at_most, reason=found.reason),
            _("{cap}, until met: {ids}").format(cap=cap, ids=", ".join(found.unless)),
        )
    for id_ in gap.missing:
        home, statement = pack.statement_by_id[id_]
        beneath = _("{state} · level {level} · {id}").format(
            state=names.fulfilment(values[id_]), level=statement.level, id=id_
        )
        elsewhere = "" if home.id == gap.place else _(" · {track}").format(track=home.name)
        yield _("• {text}").format(text=statement.text), beneath + elsewhere


def asked_lines(found: ActionProposal, pack: Pack) -> tuple[list[Line], list[Line], list[Line]]:
    """What a suggested action asks for: practices, outcomes to expect, and measures."""
    practices = [(_("• {text}").format(text=pack.text_by_id[practice]), "") for practice in found.practices]
    if found.part in pack.statement_by_id:
        detail = pack.statement_by_id[found.part][1].detail
        practices = [(detail, "")] if detail else []
    outcomes = [(_("• {text}").format(text=pack.text_by_id[item]), "") for item in found.outcomes]
    measures = [
        (
            _("• {name}").format(name=measure.name),
            _("{unit}, {direction}. {how}").format(
                unit=measure.unit, direction=names.name(measure.direction).lower(), how=measure.how
            ),
        )
        for measure in found.measures
    ]
    return practices, outcomes, measures
