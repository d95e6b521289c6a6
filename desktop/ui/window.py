"""The main window: bars, rail, pages and what the commands do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.at_keyboard import AtKeyboard
from desktop.ui.commands import GO, Commands
from desktop.ui.copies_desk import CopiesDesk
from desktop.ui.corners import CORNER, show_corner, turn_to
from desktop.ui.crash import CrashReporter
from desktop.ui.deeds import focused_in, let_enter_press
from desktop.ui.dialogs import FILES
from desktop.ui.dressing import Dressing
from desktop.ui.dropping import Dropping
from desktop.ui.field_undo import FieldUndo
from desktop.ui.help_desk import HelpDesk
from desktop.ui.keeper import Keeper
from desktop.ui.locking import Locking
from desktop.ui.looking_back import LookingBack
from desktop.ui.merging_desk import MergingDesk
from desktop.ui.page_ground import PageGround
from desktop.ui.page_printer import PagePrinter
from desktop.ui.places import SHELF, START, place_of
from desktop.ui.restore_keeper import RestoreKeeper
from desktop.ui.screen import open_within_screen
from desktop.ui.session import Session
from desktop.ui.sizes import size
from desktop.ui.status_line import StatusLine
from desktop.ui.toast import Toast
from desktop.ui.twin_keys import trigger_twin
from desktop.ui.walking import Walking
from desktop.ui.wearing import wear
from desktop.ui.widgets.text import unmarked
from desktop.ui.window_frame import WindowFrame
from desktop.ui.work import stop_all

if TYPE_CHECKING:
    from desktop.model.journal import Changed
    from desktop.ui.page import Page
    from desktop.ui.pages.questionnaires.page import QuestionnairesPage

COUNTING_MS = 300
"""The rail counts, which needs scoring, once edits pause for so long: keys may come faster than scores. When a file was
opened, what the first edit needs is loaded then, too."""


class MainWindow(WindowFrame):
    """The window of one session."""

    def __init__(self, session: Session, crashes: CrashReporter) -> None:
        super().__init__()
        let_enter_press()
        FieldUndo(self)
        self.session = session
        self._pages: dict[str, Page] = {}
        self._place = self._left = ""
        self._leaving = False
        self.setWindowTitle("Maturity Workbench")
        self._counting = QTimer(self, singleShot=True, interval=COUNTING_MS)
        self._counting.timeout.connect(self._show_counts)
        self._build()
        self.dressing = Dressing(session.settings, self)
        self.keeper = Keeper(session, self.toast, crashes, self)
        self.help_desk = HelpDesk(session, self, self._in_front, self._actions)
        printer = PagePrinter(session, self, self._in_front)
        keyboard = AtKeyboard(session, self.status_line, self)
        self.locking = Locking(session, self, self._commit_typing)
        session.unlocked_again.connect(self._show_frame)
        looking, points = LookingBack(session, self), RestoreKeeper(session, self)
        self.copies_desk, self.merging_desk = CopiesDesk(session, self), MergingDesk(session, self)
        desks = (self.keeper, self.help_desk, self.locking, self.copies_desk, self.merging_desk)
        self.commands = Commands(self, self.dressing, printer, keyboard, looking, points, *desks)
        self.commands.enable(opened=False)
        self.top_bar.finder.clicked.connect(self.do_find)
        self.top_bar.export.clicked.connect(self.do_export)
        self.top_bar.back.clicked.connect(looking.do_come_back)
        self.rail.chosen.connect(self.show_place)
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_closed)
        session.changed.connect(self._on_changed)
        session.told.connect(self.toast.say)
        session.wrote.connect(self.toast.offer_folder)
        self.toast.folder_wanted.connect(self._on_folder)
        self.dropping = Dropping(self, session, self._import_forms, self._in_front, self.merging_desk.merge)
        self.dressing.changed.connect(self._fit)
        self.walking = Walking(session, self.toast, self._key_in_front, self)
        self.toast.wanted.connect(self._on_wanted)
        session.asked_for.connect(self.show_place)
        self.top_bar.offer_places(self.commands.menus[GO])
        self._fit(resized=True)
        open_within_screen(self, session.settings.geometry)

    def _build(self) -> None:
        self.pages = PageGround(self.session)
        self.toast = Toast(self.pages)
        self.pages.currentChanged.connect(self.toast.stay_above)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.pages, 1)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(middle, 1)
        self.setCentralWidget(ground)
        self.status_line = StatusLine()
        size(self.status_line, least_height=30)
        self.setStatusBar(self.status_line)
        self.top_bar.hide()
        self.rail.hide()

    @property
    def page(self) -> Page | None:
        """The page in front, None while no assessment is open."""
        return self._pages.get(self._place)

    def _key_in_front(self) -> str:
        return self._place

    def _in_front(self) -> tuple[str, Page | None]:
        return self._place, self.page

    def _actions(self) -> dict[str, QAction]:
        return self.commands.actions

    @Slot(str, str)
    def show_place(self, key: str, target: str = "") -> None:
        """Bring a page to the front, and there the thing with the id `target`."""
        if key == START:
            self._show_start(target)
            return
        if not self.session.is_open and key != SHELF.key:
            return
        if key not in self._pages:
            self._pages[key] = place_of(key).build(self.session)
            self.pages.addWidget(self._pages[key])
        page, self._place = self._pages[key], key
        self.rail.show_place(key)
        last = focused_in(page)
        page.wear()
        self.pages.setCurrentWidget(page)
        if page.fills_front and target.startswith(CORNER):
            turn_to(page, target.removeprefix(CORNER))
        page.show_now()
        focused = QApplication.focusWidget()
        if focused is None or not self.rail.isAncestorOf(focused):
            landing = last if last is not None and last.isVisibleTo(page) else page.landing
            (landing if landing.isVisibleTo(page) else page).setFocus(Qt.FocusReason.OtherFocusReason)
        if target.startswith(CORNER):
            show_corner(page, target.removeprefix(CORNER))
        elif target:
            page.reveal(target)

    def _show_start(self, model: str = "") -> None:
        """The start page, with the card for a new assessment where a model is named for it."""
        if self.session.is_open:
            return
        self._place = ""
        self.pages.show_start()
        self.pages.start.come_forward(model)

    @Slot()
    def do_go(self) -> None:
        """Go to the page of the command that asks."""
        action = self.sender()
        if isinstance(action, QAction):
            self.show_place(str(action.data()))

    @Slot()
    def do_new(self) -> None:
        """Start a new assessment on the start page."""
        self.session.close()
        self._show_start()
        self.pages.start.begin_new()

    @Slot()
    def do_open(self) -> None:
        """Open a file."""
        path = self.session.dialogs.open_file(_("Open assessment"), FILES)
        if path is not None:
            self.session.open(path)

    @Slot()
    def do_sample(self) -> None:
        """Make and open a copy of the sample."""
        self.pages.start.open_sample()

    @Slot()
    def do_close(self) -> None:
        """Close the assessment."""
        self.session.close()

    @Slot()
    def do_quit(self) -> None:
        """Leave."""
        self.close()

    @Slot()
    def do_undo(self) -> None:
        """Undo the last edit."""
        self._commit_typing()
        self.walking.undo()

    @Slot()
    def do_redo(self) -> None:
        """Redo what was undone last."""
        self._commit_typing()
        self.walking.redo()

    @Slot()
    def do_find(self) -> None:
        """Find or do anything."""
        from desktop.ui.find import Finder  # noqa: PLC0415 - loads the model; not needed for the first page

        Finder(self, self.session, self.commands).open_over(self)

    @Slot()
    def do_search(self) -> None:
        """Search what was said."""
        from desktop.ui.said_panel import WIDTH, SaidPanel  # noqa: PLC0415 - only when asked for

        self._commit_typing()
        SaidPanel(self, self.session).open_over(self, width=WIDTH)

    @Slot()
    def do_forms(self) -> None:
        """Write questionnaires."""
        self._ask_page("questionnaires", "write_forms")

    @Slot()
    def do_import(self) -> None:
        """Import filled questionnaires."""
        self._ask_page("questionnaires", "import_forms")

    @Slot()
    def do_new_action(self) -> None:
        """Start a new action item."""
        self._ask_page("actions", "new_action")

    @Slot()
    def do_export(self) -> None:
        """Export results."""
        from desktop.ui.exporting import Exporter  # noqa: PLC0415 - only when asked for

        self._commit_typing()
        Exporter(self.session, self).begin()

    @Slot()
    def do_data(self) -> None:
        """Save the whole assessment as portable data."""
        from desktop.ui.exporting import save_data  # noqa: PLC0415 - only when asked for

        self._commit_typing()
        save_data(self.session)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed, remember where the window stood, close the file."""
        self._commit_typing()
        stop_all()
        self.session.settings.geometry = self.saveGeometry()
        self._leaving = True
        self.session.close()
        super().closeEvent(event)

    def _import_forms(self, paths: list[Path]) -> None:
        self.show_place("questionnaires")
        cast("QuestionnairesPage", self.page).import_paths(paths)

    def _ask_page(self, key: str, method: str) -> None:
        self.show_place(key)
        getattr(self._pages[key], method)()

    def _commit_typing(self) -> None:
        """Let the field with the focus write what is typed."""
        commit = getattr(QApplication.focusWidget(), "commit", None)
        if callable(commit):
            commit()

    @Slot(bool)
    def _fit(self, resized: bool) -> None:  # noqa: FBT001 - a slot
        """Give bars and pages the sizes and colours in use."""
        for part in (self.menuBar(), self.status_line, self.toast, *self.pages.made, *self.findChildren(QDialog)):
            if not part.isHidden():
                wear(part)
        for page in self._pages.values():
            if page is self.page:
                page.wear()
                if resized or page.holds_colours:
                    page.refresh()
            else:
                page.mark_stale()
        self.fold(opened=self.session.is_open)

    @Slot()
    def _on_opened(self) -> None:
        self.fold(opened=self.session.is_open)
        self.commands.enable(opened=True)
        self._show_frame()
        self.show_place(self._left if self.session.is_turning else "overview")
        assessment = self.session.assessment
        if assessment.kept is not None:
            text = _("The file had an older format and was brought up to date. The file as it was is kept as {path}.")
            self.toast.say(text.format(path=assessment.kept), "warn")

    @Slot()
    def _on_closed(self) -> None:
        self.commands.enable(opened=False)
        for page in self._pages.values():
            self.pages.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._left, self._place = self._place or "overview", ""
        if self.session.is_turning:
            return
        self.fold(opened=False)
        self.setWindowTitle("Maturity Workbench")
        self.status_line.clear()
        if not self._leaving:
            self.pages.show_start()

    @Slot(object, object)
    def _on_changed(self, changed: Changed, _initiator: object) -> None:
        if changed.step is None:  # another program changed the file
            self._show_frame()
        self._show_status()
        self._counting.start()

    def _show_frame(self) -> None:
        from desktop.wording.past_moments import as_it_was_text  # noqa: PLC0415 - not needed for the start page

        assessment = self.session.assessment
        details = assessment.preparation.details()
        title = details.organisation or assessment.path.stem
        models = " + ".join(in_use.pack.name for in_use in assessment.models.all())
        then = "" if assessment.moment is None else as_it_was_text(assessment.moment)
        self.top_bar.say(title, models, then)
        self.setWindowTitle(f"{title} — {then or 'Maturity Workbench'}")
        self._show_status()
        self._counting.start()

    def _show_status(self) -> None:
        from desktop.wording.steps import sentence  # noqa: PLC0415 - not needed for the start page

        history, readonly = self.session.assessment.history, self.session.assessment.readonly
        undo, redo = history.next_undo(), history.next_redo()
        self.status_line.show_file(self.session.assessment, undo)
        self.commands.actions["undo"].setText(
            _("&Undo: {step}").format(step=unmarked(sentence(undo))) if undo else _("&Undo")
        )
        self.commands.actions["redo"].setText(
            _("&Redo: {step}").format(step=unmarked(sentence(redo))) if redo else _("&Redo")
        )
        self.commands.actions["undo"].setEnabled(undo is not None and not readonly)
        self.commands.actions["redo"].setEnabled(redo is not None and not readonly)
        self.commands.actions["come_back"].setEnabled(self.session.is_looking_back)

    @Slot()
    def _show_counts(self) -> None:
        if not self.session.is_open:
            return
        from desktop.ui.counts import counts  # noqa: PLC0415 - not needed for the start page

        self.rail.show_counts(counts(self.session.assessment))
        self.session.assessment.get_ready_to_write()

    def showEvent(self, event: QShowEvent) -> None:
        """Counting waits until the page has been painted, however long it took to open the file."""
        self._leaving = False
        if self.page is None:
            self.pages.show_start()
        super().showEvent(event)
        if self._counting.isActive():
            self._counting.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nothing on the page had a use for: Esc closes the toast, a digit's place leads to a page."""
        if trigger_twin(event, self.commands.actions.values(), self):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.toast.text:
            self.toast.dismiss()
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _on_folder(self, folder: Path) -> None:
        self.session.dialogs.open_folder(folder)

    @Slot(str)
    def _on_wanted(self, way: str) -> None:
        self.commands.actions[way].trigger()
