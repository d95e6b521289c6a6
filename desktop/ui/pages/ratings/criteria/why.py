"""A statement in full, why its track shows the level it does, and what the target needs."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.maturity.refs import Ref
from desktop.model.records import StatementRating
from desktop.model.scoring.results import Trace, TrackResult
from desktop.model.scoring.rules import Rule
from desktop.ui.pages.ratings.criteria import words
from desktop.ui.pages.ratings.criteria.snapshot import Snapshot
from desktop.ui.pages.ratings.heard import HeardNotes
from desktop.ui.pages.ratings.lines import Lines
from desktop.ui.pages.ratings.past import Past
from desktop.ui.pages.ratings.scrolled_card import ScrolledCard
from desktop.ui.theme import px
from desktop.ui.widgets.text import Label, unmarked
from desktop.wording import traces
from desktop.wording.coverage import part_sources
from desktop.wording.observed import observation_line

_PASSED = frozenset({Rule.STATEMENT_MET, Rule.STATEMENT_NOT_APPLICABLE})
"""What holds nothing down need not be told to say why a level is not reached."""

_MOST_NEEDED = 12


class TrackWhy(ScrolledCard):
    """The reasons, always open beside the checklists.

    Signals:
        wanted: the id of a statement that was clicked.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.code = Label("", "heading", wrap=True)
        self.detail = Label("", "mute", wrap=True)
        self.survey = Label("", "small", wrap=True)
        self.heading = Label("", "heading", wrap=True)
        self.lines = Lines(_("Reasons"))
        self.needs = _Needs()
        self.needs.wanted.connect(self.wanted)
        self.heard = HeardNotes(headed=True)
        self.past = Past()
        self.hold(
            _("The statement, reasons and history"),
            self.code,
            self.detail,
            self.survey,
            self.heading,
            self.lines,
            self.needs,
            self.heard,
            self.past,
            spacing=px(6),
        )

    def show_statement(self, assessment: Assessment, snapshot: Snapshot, statement_id: str) -> None:
        """Show a statement and its track; another one starts at the top."""
        track, statement = snapshot.pack.statement_by_id[statement_id]
        result = snapshot.tracks[track.id]
        level = snapshot.pack.level(statement.level)
        self.code.setText(_("{id} · {number} {level}").format(id=statement.id, number=level.number, level=level.name))
        self.detail.setText(_("What to look for: {detail}").format(detail=statement.detail))
        self.detail.setVisible(bool(statement.detail))
        self.survey.setText(words.suggestion(snapshot.statements[statement_id]))
        self.heading.setText(_("{track}: why level {level}?").format(track=track.name, level=result.level))
        told = traces.lines(_standing_out(result.trace), 1, snapshot.pack, snapshot.numbers)
        spoken = part_sources(assessment.coverage.of(snapshot.model), statement_id, snapshot.pack)
        told += [(1, f"{statement_id}: {spoken}")] if spoken else []
        observed = assessment.observations.about(Ref(snapshot.model, statement_id))
        self.lines.show_lines([*told, *((1, observation_line(each)) for each in observed)])
        self.needs.show_needs(snapshot, result)
        self.heard.show_notes(
            assessment.interviews.heard(snapshot.model, statement_id), Ref(snapshot.model, statement_id)
        )
        self.past.show_changes(assessment.history.of(StatementRating, snapshot.model, statement_id))
        self.turn_to(statement_id)


class _Needs(QWidget):
    """The statements still to be met for the target, each a way there."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heading = Label("", "heading", wrap=True)
        self.more = Label("", "small")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(3))
        self._column.addWidget(self.heading)
        self._lines: list[tuple[QPushButton, Label]] = []

    def show_needs(self, snapshot: Snapshot, track: TrackResult) -> None:
        """Show what the target of a track needs; without a target or a gap it goes away."""
        needed = track.needed[:_MOST_NEEDED] if track.gap else ()
        self.setVisible(bool(needed))
        self.heading.setText(
            _("Level {target}, the target, still needs ({count})").format(target=track.target, count=len(track.needed))
        )
        while len(self._lines) < len(needed):
            button, label = QPushButton(), Label("", "mute", wrap=True)
            button.setProperty("kind", "link")
            button.setStyleSheet("padding: 0;")
            button.clicked.connect(self._on_clicked)
            self._column.addWidget(button)
            self._column.addWidget(label)
            self._lines.append((button, label))
        for number, (button, label) in enumerate(self._lines):
            for widget in (button, label):
                widget.setVisible(number < len(needed))
            if number < len(needed):
                text = snapshot.pack.statement_by_id[needed[number]][1].text
                button.setText(unmarked(needed[number]))
                button.setAccessibleName(_("{id}: {text}").format(id=needed[number], text=text))
                label.setText(text)
        self._column.removeWidget(self.more)
        self._column.addWidget(self.more)
        self.more.setText(_("and {count} more").format(count=len(track.needed) - len(needed)))
        self.more.setVisible(len(track.needed) > len(needed) > 0)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.wanted.emit(button.text())


def _standing_out(trace: Trace) -> Trace:
    return replace(trace, parts=tuple(part for part in trace.parts if part.rule not in _PASSED))
