"""The results of the open assessment: pictures, their tables, and the way to any number."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desktop.exchange import figures
from desktop.exchange.deliverable import Deliverable, gather, remember
from desktop.exchange.figures import FigureKind, drawing
from desktop.language import _, pgettext
from desktop.model.errors import RefusalError
from desktop.model.records import PLAN, SCORES
from desktop.ui.exporting import confirmed_ending
from desktop.ui.page import Page
from desktop.ui.pages.results.compare import CompareView
from desktop.ui.pages.results.follow_up import FollowUpView
from desktop.ui.pages.results.report_view import ReportView
from desktop.ui.pages.results.rows import TableTwin
from desktop.ui.session import Session
from desktop.ui.sizes import size
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.chart import figure_chart
from desktop.ui.widgets.choice import StillBox
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.front_tabs import FrontTabs
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.wording import outcome

PICTURES = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"
_ENDINGS = (".svg", ".pdf", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".eps")
"""What is meant as the ending of a picture, whether it can be had or is refused."""


class ResultsPage(Page):
    """One picture at a time beside the table that says the same; the report; comparisons; the start of a follow-up."""

    concerns: ClassVar[frozenset[str]] = (
        SCORES | PLAN | {"round", "round_result", "narrative", "finding", "participant", "identity", "scope_item"}
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Results"))
        self._deliverable: Deliverable | None = None
        self._kind = FigureKind.RADAR_BY_AREA
        self._model = StillBox()
        self._model.setAccessibleName(_("Model"))
        self._model.setSizeAdjustPolicy(StillBox.SizeAdjustPolicy.AdjustToContents)  # it is shown before it is filled
        self._model.currentIndexChanged.connect(self._on_model)
        self._save = save = self.add_button(_("Save picture…"), tip=_("As PNG, SVG or PDF"))
        save.clicked.connect(self._on_save)
        self._why = Label("", "mute", wrap=True)
        self._picture = figure_chart(_("Picture"))
        self._drawn, self._told = Card(), Card()
        around = scrolled(self._picture, _("Picture"))
        size(around, least_height=200)
        self._drawn.body.addWidget(around, 1)
        self._table = TableTwin(session)
        self._told.body.addWidget(self._table, 1)
        split = FoldingColumns()
        split.add(self._drawn, _("Picture"), 380, 420, 1)
        split.add(self._told, _("Table"), 490, 620, 1)
        pictures = QWidget()
        column = QVBoxLayout(pictures)
        column.setContentsMargins(0, 14, 0, 0)
        column.addLayout(self._make_choice())
        column.addWidget(self._why)
        column.addWidget(split, 1)
        self.report = ReportView(self)
        self.compare, self.follow_up = CompareView(self), FollowUpView(self)
        self.tabs = FrontTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(_("Views of the results"))
        self.tabs.addTab(pictures, _("&Pictures"))
        self.tabs.addTab(self.report, pgettext("results", "&Report"))
        self.tabs.addTab(self.compare, _("&Compare"))
        self.tabs.addTab(self.follow_up, _("Follow-&up"))
        self.tabs.currentChanged.connect(self._on_view)
        self.body.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        """Show the assessment as it is now."""
        models = self.assessment.models.all()
        chosen = self._model.currentData()
        self._model.blockSignals(True)
        self._model.clear()
        for in_use in models:
            self._model.addItem(in_use.pack.name, in_use.id)
        self._model.setCurrentIndex(max(self._model.findData(chosen), 0))
        self._model.blockSignals(False)
        self._model.setVisible(len(models) > 1)
        self._deliverable = gather(self.assessment, day=self.session.today()) if models else None
        self._show()
        self._refresh_view()

    def reveal(self, target: str) -> None:
        """Show a picture by its kind, an area's line in the table, or the comparison with a round by its id."""
        if target.partition("/")[0] in {each.id for each in self.assessment.rounds.all()}:
            self.tabs.setCurrentWidget(self.compare)
            self.compare.reveal(target.partition("/")[0])
            return
        if target in self.assessment.narratives.sections() or self.report.knows(target):
            self.tabs.setCurrentWidget(self.report)
            self.report.reveal(target)
            return
        self.tabs.setCurrentIndex(0)
        if target in set(FigureKind):
            self._choose(FigureKind(target))  # a picture of another scheme falls back to the first of this
        else:
            self._table.reveal(target)

    def hideEvent(self, event: QHideEvent) -> None:
        """Write what is being typed before the page goes to the back."""
        if self.session.is_open:
            self.report.commit()
        super().hideEvent(event)

    def _make_choice(self) -> Flow:
        row = Flow()
        row.addWidget(self._model)
        self._group = QButtonGroup(self)
        for kind in FigureKind:
            button = QPushButton(figures.title(kind))
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setProperty("figure", kind.value)
            button.setChecked(kind is self._kind)
            button.hide()  # until it is known which pictures there are: all of them are wider than the window
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonClicked.connect(self._on_kind)
        return row

    def _show(self) -> None:
        part = None if self._deliverable is None else self._deliverable.part(self._model.currentData())
        if self._deliverable is None or part is None:
            self.subtitle.setText(_("Choose a model in Preparation first."))
            return
        there = figures.kinds(part)
        for button in self._group.buttons():
            button.setVisible(button.property("figure") in there)
        if self._kind not in there:
            self._choose(there[0])
            return
        level = part.result.level
        told = (outcome.standing(part.result, part.pack), outcome.left_out(part.result, part.pack))
        self.subtitle.setText(" · ".join(text for text in told if text))
        self._why.setText(outcome.why(level, part.pack))
        self._table.show_table(figures.table(self._kind, self._deliverable, part.pack.id), part)
        self._picture.show_drawing(drawing.figure(self._kind, self._deliverable, part.pack.id))

    def _refresh_view(self) -> None:
        """The view in front, if it is not the pictures."""
        view = self.tabs.currentWidget()
        self._save.setVisible(self.tabs.currentIndex() == 0)
        if isinstance(view, CompareView | FollowUpView):
            view.refresh()
            self.landing = view.landing()
        elif isinstance(view, ReportView):
            view.show_deliverable(self._deliverable)
            self.landing = view.landing
        else:
            self.landing = self

    @Slot()
    def _on_view(self) -> None:
        if not self.session.is_open:
            return
        self._refresh_view()
        if self.landing is not self and self.landing.isVisible() and not self.tabs.tabBar().hasFocus():
            self.landing.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_model(self) -> None:
        self._show()

    @Slot(object)
    def _on_kind(self, button: QWidget) -> None:
        self._choose(FigureKind(str(button.property("figure"))))

    def _choose(self, kind: FigureKind) -> None:
        self._kind = kind
        for button in self._group.buttons():
            button.setChecked(button.property("figure") == kind.value)
        self._show()

    @Slot()
    def _on_save(self) -> None:
        if self._deliverable is None:
            return
        proposal = f"{figures.file_words(self._kind)}.png"
        path = self.session.dialogs.save_file(_("Save picture"), proposal, PICTURES)
        if path is None:
            return
        path = confirmed_ending(self.session, path, ".png", *_ENDINGS)
        if path is None:
            return
        try:
            remember(self.assessment, self._deliverable)
            figures.save(self._kind, self._deliverable, path, self._model.currentData())
        except RefusalError as refusal:
            self.session.refuse(refusal)
        else:
            self.session.tell(_("The picture was saved as {path}.").format(path=path))
