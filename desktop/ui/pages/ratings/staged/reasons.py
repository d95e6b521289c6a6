"""Why? - the trace of what is selected."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.records import Observation
from desktop.model.scoring.practices import IN_PLACE
from desktop.model.scoring.results import Trace
from desktop.ui.pages.ratings.lines import Lines
from desktop.ui.pages.ratings.staged.rows import short
from desktop.ui.pages.ratings.staged.snapshot import Snapshot, Subject, SubjectKind
from desktop.ui.widgets.text import Label
from desktop.wording import names, traces
from desktop.wording.observed import observation_line

_DEPTH = {SubjectKind.AREA: 1, SubjectKind.GOAL: 1, SubjectKind.PRACTICE: 2}


class Reasons(QWidget):
    """The heading, what it is about in full, and the trace."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = Label("", "heading", wrap=True)
        self.about = Label("", "body", wrap=True)
        self.look = Label(_("What to look for"), "heading")
        self.detail = Label("", "mute", wrap=True)
        self.lines = Lines(_("Reasons"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.about, self.look, self.detail, self.heading, self.lines):
            column.addWidget(widget)

    def show_subject(self, snapshot: Snapshot, area_id: str, subject: Subject, observed: Sequence[Observation]) -> None:
        """Say why the subject is rated as it is, down to what was observed of it."""
        heading, about, detail = _about(snapshot, area_id, subject)
        self.heading.setText(heading)
        self.about.setText(about)
        self.detail.setText(detail)
        for widget in (self.look, self.detail):
            widget.setVisible(bool(detail))
        depth = _DEPTH[subject.kind]
        told = traces.lines(_trace(snapshot, subject), depth, snapshot.pack, snapshot.numbers, snapshot.covered)
        told += _judgements(snapshot, area_id, subject)
        told += [(1, observation_line(each)) for each in observed]
        self.lines.show_lines(told)


def _about(snapshot: Snapshot, area_id: str, subject: Subject) -> tuple[str, str, str]:
    pack, area = snapshot.pack, snapshot.area(area_id)
    match subject.kind:
        case SubjectKind.AREA:
            rating = names.name(snapshot.areas[area_id].rating)
            return _("Why “{rating}”?").format(rating=rating), area.purpose, ""
        case SubjectKind.GOAL:
            goal = pack.goal_by_id[subject.id][1]
            rating = names.name(snapshot.goals[subject.id].rating)
            return _("Why “{rating}”?").format(rating=rating), f"{short(area, goal.id)} · {goal.name}", ""
        case SubjectKind.PRACTICE:
            practice = next(item for item in area.practices if item.id == subject.id)
            value = snapshot.practices[subject.id].value
            why = _("Why {value}?").format(value=value.value) if value else _("Why open?")
            feature = next(item.name for item in pack.features if item.id == practice.feature)
            return why, f"{short(area, practice.id)} · {feature}", practice.detail


def _trace(snapshot: Snapshot, subject: Subject) -> Trace:
    match subject.kind:
        case SubjectKind.AREA:
            return snapshot.areas[subject.id].trace
        case SubjectKind.GOAL:
            trace = snapshot.goals[subject.id].trace
            return replace(trace, parts=tuple(sorted(trace.parts, key=_holds)))
        case SubjectKind.PRACTICE:
            return snapshot.practices[subject.id].trace


def _holds(practice: Trace) -> bool:
    """Practices in place come after those that keep a goal from being satisfied."""
    return practice.rule in IN_PLACE


def _judgements(snapshot: Snapshot, area_id: str, subject: Subject) -> list[tuple[int, str]]:
    """What the team wrote that bears on the subject; traces hold no typed words."""
    area = snapshot.area(area_id)
    if subject.kind is SubjectKind.PRACTICE:
        practice = next(item for item in area.practices if item.id == subject.id)
        goals = area.goals_of(practice)
    else:
        goals = (subject.id,) if subject.kind is SubjectKind.GOAL else tuple(goal.id for goal in area.goals)
    said = []
    for goal in goals:
        weakness = snapshot.goal_rating(goal).weakness.strip()
        if weakness:
            said.append((1, _("Weakness of {goal}: {text}").format(goal=short(area, goal), text=weakness)))
    return said
