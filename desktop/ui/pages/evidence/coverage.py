"""The view of coverage: which sources each practice has, and which it still lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.session_reading import Standing, group_of, role_of
from desktop.model.maturity import Pack
from desktop.model.maturity.refs import Ref
from desktop.model.records import Evidence
from desktop.model.scoring.coverage import Coverage as Covered
from desktop.ui.pages.evidence.coverage_lines import coverage_lines
from desktop.ui.pages.evidence.coverage_matrix import CoverageMatrix
from desktop.ui.pages.evidence.spoken_list import SpokenLine, SpokenList, spoken_lines
from desktop.ui.places import TAG
from desktop.ui.sizes import size
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.folding_panes import FoldingStorey
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.coverage import group_text, head_line, stands
from desktop.wording.model_words import words_of

if TYPE_CHECKING:
    from desktop.ui.page import Page

_CHOICE = 230
"""The width of a choice, in pixels at 100 %."""

_EVERYWHERE = ""
"""Stands for all places in the choice of one."""


class Coverage(QWidget):
    """The matrix of sources by practice, and beneath it what there is of the cell under the cursor."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._covered: Covered | None = None
        self._pieces: Mapping[str, Sequence[Evidence]] = {}
        self.models, self.places = Choice(_("Model")), Choice(_("Key process area"))
        self.lacking = QPushButton(_("Only what &lacks something"))
        self.lacking.setCheckable(True)
        self.lacking.setProperty("kind", "chip")
        self.by_group = QPushButton(_("Interviews by gro&up"))
        self.by_group.setToolTip(plain_tip(_("Tell those who were interviewed apart by group, not by role")))
        self.by_group.setCheckable(True)
        self.by_group.setProperty("kind", "chip")
        self.matrix, self.spoken = CoverageMatrix(), SpokenList()
        self.empty = Card(
            _("No maturity model in use"),
            _("Add one under Preparation; then this view shows which sources speak of each of its practices."),
        )
        self._lay_out()
        self.models.chosen.connect(self._on_chosen)
        self.places.chosen.connect(self._on_chosen)
        self.lacking.toggled.connect(self._on_chosen)
        self.by_group.toggled.connect(self._on_chosen)
        for signal, slot in (
            (self.matrix.moved, self._show_spoken),
            (self.matrix.opening, self._on_opening),
            (self.matrix.noting, self._on_noting),
            (self.matrix.reading, self._on_reading),
            (self.matrix.rating, self._on_rating),
        ):
            signal.connect(slot)
        self.spoken.activated.connect(self._on_spoken)

    def _lay_out(self) -> None:
        chosen = QWidget()
        row = Flow(chosen)
        for choice in (self.models, self.places):
            size(choice, width=_CHOICE)
        for part in (self.models, self.places, self.lacking, self.by_group):
            row.addWidget(part)
        above = Card()
        above.tighten()
        above.body.addWidget(self.matrix, 1)
        self.below = Card(_("What speaks of it"))
        self.below.tighten()
        self.below.body.addWidget(self.spoken, 1)
        self._storey = FoldingStorey(spacing=10)
        self._storey.add(above, _("Matrix"), 230, 3)
        self._storey.add(self.below, _("What speaks of it"), 130, 1)
        self._chosen = chosen
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(chosen)
        column.addWidget(self._storey, 1)
        column.addWidget(self.empty)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)

    @property
    def landing(self) -> QWidget:
        """What has the focus when the view comes to the front."""
        return self.matrix.table

    @property
    def model(self) -> str:
        """Id of the model that is shown; empty where none is in use."""
        return _text(self.models.value())

    def refresh(self) -> None:
        """Show the assessment as it is now."""
        assessment = self._page.assessment
        in_use = assessment.models.all()
        self.models.offer([(each.id, each.pack.name) for each in in_use])
        self.models.setVisible(len(in_use) > 1)
        for part in (self._chosen, self._storey):
            part.setVisible(bool(in_use))
        for part in (self.empty, self._rest):
            part.setVisible(not in_use)
        self._covered = assessment.coverage.of(self.model, self._by) if in_use else None
        if self._covered is None:
            return
        self._pieces = assessment.evidence.speaking(self.model)
        self.matrix.writable = not assessment.readonly
        pack, covered = self._pack, self._covered
        words = words_of(pack)
        self.places.setAccessibleName(_(words.place))
        named = [(place.place, _place_text(pack, place.place)) for place in covered.places]
        self.places.offer([(_EVERYWHERE, _("All: {places}").format(places=_(words.places))), *named])
        lines = coverage_lines(pack, covered, place=_text(self.places.value()), lacking=self.lacking.isChecked())
        self.by_group.setVisible(self.by_group.isChecked() or bool(assessment.interviews.roles(group_of)))
        self.matrix.show_lines(pack, covered, assessment.interviews.roles(self._by), lines)
        self._show_spoken()

    def reveal(self, target: str) -> bool:
        """Bring a part or a place of a model into view by its `Ref`; False when it is not shown here."""
        ref = Ref.read(target)
        models = [each for each in self._page.assessment.models.all() if ref.model in ("", each.id)]
        for model in sorted(models, key=lambda each: each.id != self.model):
            covered = self._page.assessment.coverage.of(model.id)
            if ref.part in {part.part for part in covered.parts} | {place.place for place in covered.places}:
                self.models.offer([(each.id, each.pack.name) for each in self._page.assessment.models.all()])
                self.models.show_value(model.id)
                self.lacking.setChecked(False)
                self.places.show_value(_EVERYWHERE)
                self.refresh()
                return self.matrix.select(ref.part)
        return False

    def summary(self) -> str:
        """What stands beside the page's title."""
        return head_line(self._covered, self._pack) if self._covered is not None else ""

    @property
    def _by(self) -> Standing:
        return group_of if self.by_group.isChecked() else role_of

    @property
    def _pack(self) -> Pack:
        return self._page.assessment.models.get(self.model).pack

    @Slot()
    def _show_spoken(self) -> None:
        """Show what there is of the cell under the cursor."""
        line = self.matrix.line()
        if line is None or line.part is None:
            choose = _("Choose a line to see what speaks of it.")
            choose_beneath = _(
                "Choose a line beneath it to see what speaks of that. Enter shows it alone, or all again."
            )
            self.below.say(_("What speaks of it"), choose if line is None else choose_beneath)
            self.spoken.show_lines([])
            return
        group = self.matrix.group()
        found = spoken_lines(self._page.assessment, self.model, line.part, self._pieces, group, self._by)
        heading = line.called if group is None else f"{line.called} · {group_text(group)}"
        nothing = _("Nothing there speaks of it. Still missing: {missing}").format(missing=stands(line.part))
        self.below.say(heading, "" if found else nothing)
        self.spoken.show_lines(found)

    @Slot()
    def _on_chosen(self) -> None:
        self.refresh()
        self._page.subtitle.setText(self.summary())

    @Slot()
    def _on_opening(self) -> None:
        """One thing is gone to at once; of several one is chosen in the list. A place is shown alone, or with all."""
        line = self.matrix.line()
        if line is not None and line.part is None:
            self.places.show_value(line.id if self.places.value() == _EVERYWHERE else _EVERYWHERE)
            self.refresh()
            return
        found: Sequence[SpokenLine] = self.spoken.source.rows
        if len(found) == 1:
            self._page.session.go(*found[0].shown)
        elif found:
            self.spoken.setFocus()

    @Slot(QModelIndex)
    def _on_spoken(self, _index: QModelIndex) -> None:
        line: SpokenLine | None = self.spoken.current_row()
        if line is not None:
            self._page.session.go(*line.shown)

    @Slot()
    def _on_noting(self) -> None:
        self._page.session.go("interviews", f"{TAG}{self._here()}")

    @Slot()
    def _on_reading(self) -> None:
        self._page.session.go("model", str(self._here()))

    @Slot()
    def _on_rating(self) -> None:
        self._page.session.go("ratings", str(self._here()))

    def _here(self) -> Ref:
        line = self.matrix.line()
        return Ref(self.model, line.id if line is not None else "")


def _place_text(pack: Pack, place: str) -> str:
    known = pack.place_by_id.get(place)
    return _("{id} {name}").format(id=place, name=known.name) if known is not None and known.name != place else place


def _text(value: object) -> str:
    return "" if value is None else str(value)
