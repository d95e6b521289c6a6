"""The page of the questionnaires: forms out and in, answers by keyboard, what the answers say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.exchange.forms.content import gather
from desktop.language import _
from desktop.model.maturity.refs import AnswerRef, Ref
from desktop.model.records import COUNTED
from desktop.ui.dropping import dropped
from desktop.ui.page import Page
from desktop.ui.pages.questionnaires.entry import Entry
from desktop.ui.pages.questionnaires.results import AnswerResults
from desktop.ui.pages.questionnaires.review import Review
from desktop.ui.pages.questionnaires.tasks import Read, Reading, Writing, Written
from desktop.ui.pages.questionnaires.who import Who
from desktop.ui.pages.questionnaires.written import WrittenForms
from desktop.ui.session import Session
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.front_tabs import FrontTabs
from desktop.ui.working import Working

if TYPE_CHECKING:
    from desktop.exchange.forms.intake import ReadForm
    from desktop.model.assessment import Assessment
    from desktop.model.assessment.examined import Rulings

WHO, ENTRY, RESULTS = range(3)
WORKBOOKS = "Excel (*.xlsx)"


class QuestionnairesPage(Page):
    """Forms, enter answers, results."""

    concerns: ClassVar[frozenset[str]] = COUNTED | {"form", "form_round", "identity", "details"}

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("Questionnaires"))
        self._stale_tabs = {WHO, ENTRY, RESULTS}
        self._began: Assessment | None = None
        self.models = Choice(_("Model"))
        self.body.addWidget(self.models)
        self._write = self.add_button(
            _("&Write forms…"), tip=_("One form for everybody asked; of several rounds those of the one that is shown")
        )
        self._import = self.add_button(
            _("&Import completed forms…"), primary=True, tip=_("Or drop files and folders on this page")
        )
        self.working = Working(session, self)
        self.body.addWidget(self.working)
        self.written = WrittenForms(session)
        self.body.addWidget(self.written)
        self.who, self.entry, self.results = Who(self), Entry(self), AnswerResults(self)
        self.tabs = FrontTabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(_("Parts of the questionnaires"))
        self.tabs.addTab(self.who, _("F&orms"))
        self.tabs.addTab(self.entry, _("E&nter answers"))
        self.tabs.addTab(self.results, _("&Results"))
        self.review = Review()
        self.review.hide()
        self.body.addWidget(self.review, 1)
        self.body.addWidget(self.tabs, 1)
        self.setAcceptDrops(True)
        self._write.clicked.connect(self.write_forms)
        self._import.clicked.connect(self.import_forms)
        self.models.chosen.connect(self._on_model)
        self.tabs.currentChanged.connect(self._on_tab)
        self.who.entering.connect(self.enter)
        self.entry.answered.connect(self._on_answered)
        self.working.done.connect(self._on_done)
        self.review.accepted.connect(self._on_accepted)
        self.review.left.connect(self._on_left)
        session.closed.connect(self._on_closed)
        self.working.busy.connect(self._on_busy)

    @property
    def model(self) -> str:
        """Id of the model whose questionnaire is shown; empty when none is in use."""
        value = self.models.value()
        return "" if value is None else str(value)

    def refresh(self) -> None:
        """Show the part in front; the others follow when they come to the front."""
        in_use = self.assessment.models.all()
        self.models.offer([(one.id, one.pack.name) for one in in_use])
        self.models.setVisible(len(in_use) > 1 and not self.review.is_open)
        self._stale_tabs = {WHO, ENTRY, RESULTS}
        self._on_busy(self.working.is_busy)
        self.review.refresh()
        self._show_tab()

    def reveal(self, target: str) -> None:
        """Show a participant's answers, or what was answered to a question or about a place.

        Args:
            target: an id; as a `Ref`, which names the model where several share one; or an `AnswerRef`.
        """
        answer = AnswerRef.read(target)
        if answer is not None:
            self.models.show_value(answer.model)
            self.refresh()
            self.enter(answer.participant)
            self.entry.show_question(answer.question)
            return
        if any(one.id == target for one in self.assessment.preparation.participants()):
            self.enter(target)
            return
        model, target = Ref.read(target)
        for one in self.assessment.models.all():
            known = target in self.assessment.models.questions(one.id) or target in one.pack.place_by_id
            if known and model in ("", one.id):
                self.models.show_value(one.id)
                self.refresh()
                self.tabs.setCurrentIndex(RESULTS)
                self.results.reveal(target)
                return

    @Slot(str)
    def enter(self, participant: str) -> None:
        """Enter the answers of a participant."""
        self.tabs.setCurrentIndex(ENTRY)
        self.entry.open(participant)

    @Slot()
    def write_forms(self) -> None:
        """Ask for a folder and write a form for everybody who is asked in the round that is shown.

        It is one of chosen areas where that is wanted.
        """
        if self.who.people == set():
            self.session.tell(_("Nobody is in this round yet. Choose who is, then write the forms."), "warn")
            return
        places = self._chosen_places() if self.who.chosen.isChecked() else {}
        folder = None if places is None else self.session.dialogs.folder(_("Folder for the forms"))
        if folder is None or places is None:
            return
        models = self.assessment.models.all()
        named, people = self.who.named.isChecked(), self.who.people
        asks = self.session.run(
            lambda: [
                ask
                for one in models
                for ask in gather(self.assessment, one.id, named=named, places=places.get(one.id), people=people)
            ],
            self,
        )
        if asks is not None:
            wanted = [ask for ask in asks if ask.questions] or asks
            self._began = self.assessment
            self.working.begin(_("Writing forms"), Writing(wanted, folder, places))

    def _chosen_places(self) -> dict[str, frozenset[str]] | None:
        """By model, the areas, streams or tracks that forms are to ask about; None where nobody chose."""
        offered = [
            (str(Ref(one.id, place)), f"{place}  {one.pack.place_by_id[place].name}")
            for one in self.assessment.models.all()
            for place in dict.fromkeys(each.place for each in self.assessment.models.asked(one.id))
        ]
        picked = self.session.dialogs.several(_("Areas to ask about"), offered, ())
        if not picked:
            return None
        found: dict[str, set[str]] = {one.id: set() for one in self.assessment.models.all()}
        for ref in map(Ref.read, picked):
            found[ref.model].add(ref.part)
        return {model: frozenset(places) for model, places in found.items()}

    @Slot()
    def import_forms(self) -> None:
        """Ask for filled forms and take them."""
        paths = self.session.dialogs.open_files(_("Completed forms"), WORKBOOKS)
        if paths:
            self.import_paths(paths)

    def import_paths(self, paths: list[Path]) -> None:
        """Read files, or folders of them, beside the window; then take what was read."""
        if self.working.is_busy:
            self.session.tell(_("Other forms are being read or written. Wait for that, or cancel it first."), "warn")
        elif not self.review.is_open:
            self._began = self.assessment
            self.working.begin(_("Reading forms"), Reading(paths))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped here."""
        if dropped(event.mimeData()) and self._import.isEnabled():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what is dropped."""
        paths = dropped(event.mimeData())
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.import_paths(paths)

    def _show_tab(self) -> None:
        place = self.tabs.currentIndex()
        if place in self._stale_tabs:
            self._stale_tabs.discard(place)
            (self.who, self.entry, self.results)[place].refresh(self.model)
        self.landing = (self.who.table, self.entry.table, self.results.areas)[place]
        self._summarise()

    def _summarise(self) -> None:
        progress = self.assessment.questionnaires.progress(self.model) if self.model else []
        answered = sum(row.answered > 0 for row in progress)
        text = _("{answered} of {asked} have answered").format(answered=answered, asked=len(progress))
        self.subtitle.setText(text if progress else "")

    @Slot(int)
    def _on_tab(self, _place: int) -> None:
        if self.session.is_open:
            self._show_tab()

    @Slot(object)
    def _on_model(self, _model: str) -> None:
        self.refresh()

    @Slot()
    def _on_answered(self) -> None:
        self._stale_tabs = {WHO, RESULTS}

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        busy = busy or self.review.is_open
        self._write.setEnabled(not busy)
        self._import.setEnabled(not busy and self.session.is_open and not self.assessment.readonly)

    @Slot(object)
    def _on_done(self, result: Written | Read) -> None:
        if isinstance(result, Read):
            self.who.imported.passed_over = result.passed_over
        if not self.session.is_open:
            return
        if isinstance(result, Written):
            if self.assessment is self._began:
                self._tell_written(result)
        elif not result.forms:
            self.session.tell(_("No form was read; nothing has changed."), "warn")
        elif self.assessment is self._began:
            self._look_at(result)

    @Slot()
    def _on_closed(self) -> None:
        """What came in ends in the assessment in which it began, or nowhere."""
        if self._began is not None and (self.working.is_busy or self.review.is_open):
            self.session.tell(_("The assessment was closed before the forms were imported, so none was."), "warn")
        self._began = None
        self.review.end()

    def _tell_written(self, result: Written) -> None:
        if not result.paths:
            self.session.tell(_("Cancelled; no form was written."), "warn")
            return
        sent = self.session.run(
            lambda: self.assessment.sending.mark_sent(result.forms, self.session.today(), result.places), self
        )
        if sent is not None:
            self.refresh()
        told = self.written.tell(result.folder, len(result.paths))
        if not self.isVisible():
            self.session.tell(told)

    def _look_at(self, read: Read) -> None:
        """Take what was read; where something has to be decided first, show that."""
        begun = self.session.run(lambda: self.review.begin(self.assessment, read.forms, again=read.alone), self)
        if begun:
            self._show_review(shown=True)
            self.review.table.setFocus()
        elif begun is not None:
            self._take(read.forms, self.review.settled())

    def _show_review(self, *, shown: bool) -> None:
        self.review.setVisible(shown)
        self.tabs.setVisible(not shown)
        self.models.setVisible(not shown and len(self.assessment.models.all()) > 1)
        self._on_busy(self.working.is_busy)
        self._summarise()

    @Slot()
    def _on_accepted(self) -> None:
        read, rulings = self.review.read, self.review.settled()
        if self._take(read, rulings):
            self.review.end()
            self._show_review(shown=False)
            self.who.imported.table.setFocus()

    @Slot()
    def _on_left(self) -> None:
        self.review.end()
        self._show_review(shown=False)
        self.session.tell(_("No form was imported; nothing has changed."), "warn")
        self.tabs.currentWidget().setFocus()

    def _take(self, read: Sequence[ReadForm], rulings: Rulings) -> bool:
        from desktop.exchange.forms.intake import take_forms  # noqa: PLC0415 - loaded with the reading

        lines = self.session.run(lambda: take_forms(self.assessment, read, rulings), self)
        if lines is not None:
            self.tabs.setCurrentIndex(WHO)
            self.refresh()
            self.who.show_lines(lines)
        return lines is not None
