"""A round beside an earlier one, or beside another unit: the radar of both, and each place then and now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.exchange.compared_words import likeness, summary
from desktop.exchange.comparison import ComparedModel, Comparison, Likeness, compare
from desktop.exchange.figures.compared_radar import compared_radar
from desktop.exchange.tables.changes import ChangeRow, action_line, changes, part_line
from desktop.language import _
from desktop.model.assessment import Assessment
from desktop.model.assessment.opened import SUFFIX
from desktop.model.errors import RefusalError
from desktop.model.scoring.place_stands import PlaceMove
from desktop.ui.page import Page
from desktop.ui.sizes import size
from desktop.ui.table_rows import RowsModel
from desktop.ui.tables import Table
from desktop.ui.told_columns import shown
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chart import figure_chart
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.folding_panes import FoldingColumns, FoldingStorey
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.wording import refusals, rounds

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey

_OTHER = "other"
_TONES = {PlaceMove.BETTER: "good", PlaceMove.WORSE: "bad", PlaceMove.OTHER: "mute", None: "mute"}


class CompareView(QWidget):
    """What is compared with is chosen above; nothing is ever written to it."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._path: Path | None = None
        self._key: FileKey | None = None
        self._past: tuple[str, Assessment] | None = None
        self._comparison: Comparison | None = None
        self.side = Choice(_("Compare with"))
        self.side.setMinimumContentsLength(22)
        self.model = Choice(_("Model"))
        self.model.setMinimumContentsLength(22)
        self.other = QPushButton(_("&Another assessment…"))
        self.summary = Label("", "strong", wrap=True)
        self.note = Label("", "mute", wrap=True)
        self.empty = Card()
        self.chart = figure_chart(_("Then and now"))
        self.table = Table(RowsModel(self._columns()), _("What changed, place by place"))
        self.detail = QPlainTextEdit()
        self.detail.setReadOnly(True)
        self.detail.setAccessibleName(_("What is said otherwise"))
        self.detail.setPlaceholderText(
            _("Choose a line to read what is said otherwise, and which actions were for it.")
        )
        self._lay_out()
        self.side.chosen.connect(self._on_chosen)
        self.model.chosen.connect(self._on_chosen)
        self.other.clicked.connect(self.open_other)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        page.session.closed.connect(self._forget)

    def _lay_out(self) -> None:
        bar = QWidget()
        row = Flow(bar)
        label = Label(_("Compare &with"), "mute")
        label.setBuddy(self.side)
        for field in (self.side, self.model):
            size(field, most_width=320)
        for widget in (label, self.side, self.other, self.model):
            row.addWidget(widget)
        drawn, lines = Card(), Card()
        around = scrolled(self.chart, _("Then and now"))
        size(around, least_height=200)
        drawn.body.addWidget(around, 1)
        told, said = _column(self.table), _column(Label(_("What is said otherwise"), "heading"), self.detail)
        storey = FoldingStorey(spacing=10)
        storey.add(told, _("Lines"), 130, 3)
        storey.add(said, _("What is said otherwise"), 110, 1)
        lines.body.addWidget(storey, 1)
        self.panes = FoldingColumns()
        self.panes.add(drawn, _("Picture"), 380, 420, 1)
        self.panes.add(lines, _("Table"), 490, 620, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 14, 0, 0)
        whole.addWidget(bar)
        whole.addWidget(self.summary)
        whole.addWidget(self.note)
        whole.addWidget(self.panes, 1)
        whole.addWidget(self.empty)
        whole.addStretch()

    def refresh(self) -> None:
        """Compare with what is chosen, as it is now."""
        over = self._page.assessment.rounds.all()
        sides: list[tuple[str, str]] = [
            (each.id, rounds.round_name(each.name, each.number - 1)) for each in reversed(over)
        ]
        if self._path is not None:
            sides.append((_OTHER, self._path.name))
        self.side.offer(sides)
        self.side.setEnabled(bool(sides))
        self._comparison, refused = None, ""
        if sides:
            try:
                self._comparison = self._compare(str(self.side.value()))
            except RefusalError as refusal:
                refused = refusals.sentence(refusal)
        self._show(refused)

    def reveal(self, round_id: str) -> None:
        """Compare with a round by its id."""
        self.refresh()
        if round_id in {each.id for each in self._page.assessment.rounds.all()}:
            self.side.show_value(round_id)
            self.refresh()

    def landing(self) -> QWidget:
        """The lines, or what brings some."""
        return self.table if self.panes.isVisibleTo(self) else self.other

    @Slot()
    def open_other(self) -> None:
        """Choose the file of another assessment to compare with; it is only read."""
        pattern = _("Assessments") + f" (*{SUFFIX})"
        path = self._page.session.dialogs.open_file(_("Compare with another assessment"), pattern)
        found = None if path is None else self._page.session.run(lambda: self._unlocked(path))
        if path is None or found is None:
            return
        self._key = found.key
        before, self._path = self._path, path
        self.refresh()
        self.side.show_value(_OTHER)
        try:
            self._compare(_OTHER)
        except RefusalError as refusal:
            self._path = before
            self._page.session.refuse(refusal)
        self.refresh()

    def _unlocked(self, path: Path) -> Assessment | None:
        def opening(key: FileKey | None) -> Assessment:
            with Assessment.open(path, author="", readonly=True, key=key) as other:
                return other

        return self._page.session.unlocked(path, opening)

    def _compare(self, side: str) -> Comparison:
        day, assessment = self._page.session.today(), self._page.assessment
        if side == _OTHER and self._path is not None:
            with Assessment.open(self._path, author="", readonly=True, key=self._key) as other:
                return compare(other, assessment, day=day)
        if self._past is None or self._past[0] != side:
            self._forget()
            self._past = side, assessment.looking_back(side)
        return compare(self._past[1], assessment, day=day)

    def _show(self, refused: str) -> None:
        found = self._comparison
        models = () if found is None else found.models
        self.model.offer([(each.id, each.name) for each in models])
        self.model.setVisible(len(models) > 1)
        compared = None if found is None else found.model(str(self.model.value()))
        shows = compared is not None and bool(compared.places)
        self.panes.setVisible(shows)
        self.empty.setVisible(found is None)
        if found is None:
            self.empty.say(
                _("The round cannot be read") if refused else _("Nothing to compare with yet"),
                refused
                or _(
                    "Start a follow-up in the view beside this one: what was said so far is put away and can then be "
                    "compared with what is said anew. Or open the assessment of another unit."
                ),
            )
        then, now = self._names()
        told = "" if compared is None else likeness(compared.likeness, then if compared.now is None else now)
        self.note.setText(" ".join(text for text in (told, self._otherwise()) if text))
        self.note.setVisible(bool(self.note.text()))
        self.summary.setText(summary(compared) if shows and compared is not None else "")
        self.summary.setVisible(shows)
        if found is not None and compared is not None and shows:
            self._fill(found, compared, then, now)

    def _fill(self, found: Comparison, compared: ComparedModel, then: str, now: str) -> None:
        drawing = compared_radar(found, compared.id, then, now)
        if drawing is not None:
            self.chart.show_drawing(drawing)
        kept = self.table.current_row()
        self.table.source.set_rows(changes(compared, then, now).rows)
        if kept is None or not self.table.select(lambda row: row.change.place == kept.change.place):
            self.table.selectRow(0)
        self._show_detail()

    def _names(self) -> tuple[str, str]:
        """What the two sides are called."""
        assessment = self._page.assessment
        if self._comparison is not None and self.side.value() == _OTHER:
            subjects = (self._comparison.then.subject, self._comparison.now.subject)
            then, now = (rounds.side_name(each.organisation, each.unit) for each in subjects)
            return then, now
        return self.side.currentText(), rounds.round_name(assessment.rounds.name(), len(assessment.rounds.all()))

    def _otherwise(self) -> str:
        """That the engine of today gives other results than were told when the round was over."""
        if self._comparison is None or self._past is None or self.side.value() != self._past[0]:
            return ""
        count = len(self._page.assessment.rounds.otherwise(self._past[0], self._past[1].results))
        return rounds.otherwise(count) if count else ""

    def _columns(self) -> list[Any]:
        table = changes(ComparedModel("", "", Likeness.SAME, None, None), "", "")
        told = {column.key: column for column in table.columns}
        return [
            shown(told["name"]),
            shown(told["then"], width=100),
            shown(told["now"], width=100),
            shown(told["move"], width=90, tone=_tone),
            shown(told["change.mean_then"], width=80, gives_way=2, folded=True),
            shown(told["change.mean_now"], width=80, gives_way=1, folded=True),
        ]

    @Slot(object)
    def _on_chosen(self, _value: object) -> None:
        self.refresh()

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_detail()

    def _show_detail(self) -> None:
        row: ChangeRow | None = self.table.current_row()
        lines: list[str] = []
        if row is not None:
            lines = [part_line(each, row.pack) for each in row.change.parts]
            lines += map(action_line, row.actions)
        self.detail.setPlainText("\n".join(lines) or _("Nothing else is said of it, and no action was for it."))

    @Slot()
    def _forget(self) -> None:
        """Let go of a round that was looked at."""
        if self._past is not None:
            self._past[1].close()
            self._past = None


def _column(*widgets: QWidget) -> QWidget:
    found = QWidget()
    column = QVBoxLayout(found)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    return found


def _tone(row: ChangeRow) -> str | None:
    return _TONES.get(row.change.move)
