"""All models one has: listed, checked, changed, imported, and used in the open assessment or a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPoint, Slot

from desktop.exchange.file_names import file_name, with_ending
from desktop.language import _
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.shelf import find
from desktop.model.own_models import kept_models
from desktop.model.own_models.models_folder import models_folder
from desktop.model.own_models.text_changes import with_heads
from desktop.ui.adding import add_model, chosen_model_file
from desktop.ui.deeds import Deed, DeedMenu
from desktop.ui.page import Page
from desktop.ui.pages.shelf.assessors_view import AssessorsView
from desktop.ui.pages.shelf.check_pane import CheckPane
from desktop.ui.pages.shelf.intake_panel import IntakePanel
from desktop.ui.pages.shelf.lines import ShelfLine, shelf_lines
from desktop.ui.pages.shelf.model_list import ModelList
from desktop.ui.pages.shelf.removal_strip import RemovalStrip
from desktop.ui.pages.shelf.respondents_view import RespondentsView
from desktop.ui.pages.shelf.try_pane import TryPane
from desktop.ui.places import ADOPT, IMPORT
from desktop.ui.session import Session
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.front_tabs import FrontTabs
from desktop.ui.widgets.seen_stack import SeenStack

_EXPORTS = "*.xlsx;;*.yaml"


class ShelfPage(Page):
    """The list at the left, and beside it the model under the cursor. It needs no open assessment."""

    concerns: ClassVar[frozenset[str]] = frozenset({"model"})
    holds_colours: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("All models"))
        self._path: Path | None = None
        self.back = self.add_button(_("Start &page"), tip=_("Back to the start page"))
        self.bring = self.add_button(_("&Import…"), tip=_("A model pack, its workbook, a rubric, a table or a library"))
        self.more = self.add_button(_("&More"), tip=_("All that can be done with the model under the cursor"))
        self.use = self.add_button("", primary=True)
        self.list = ModelList()
        self.list.offer_deeds(self.deeds_of_list)
        self.check = CheckPane()
        self.strip = RemovalStrip()
        self.tabs = FrontTabs()
        self.tabs.addTab(self.check, _("&Text and faults"))
        self.respondents, self.assessors, self.trying = RespondentsView(), AssessorsView(), TryPane(session)
        self.tabs.addTab(self.respondents, _("&Respondents see"))
        self.tabs.addTab(self.assessors, _("A&ssessors see"))
        self.tabs.addTab(self.trying, _("Tr&y it out"))
        self.intake = IntakePanel(session)
        self.front = SeenStack()
        self._lay_out()
        self._connect()
        self.landing = self.list

    def _lay_out(self) -> None:
        left = Card()
        left.tighten()
        left.body.addWidget(self.list)
        for widget in (self.tabs, self.intake):
            self.front.addWidget(widget)
        self.columns = FoldingColumns()
        self.columns.add(left, _("Models"), 250, 300, 0)
        self.columns.add(self.front, _("The model"), 500, 700, 1)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.columns, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.bring.clicked.connect(self.import_file)
        self.intake.kept.connect(self._on_brought)
        self.intake.left.connect(self._leave_intake)
        self.more.clicked.connect(self._on_more)
        self.use.clicked.connect(self._use)
        self.list.selectionModel().currentRowChanged.connect(self._on_row)
        self.list.activated.connect(self._on_opened)
        self.check.duplicate.clicked.connect(self._duplicate)
        self.check.committed.connect(self._on_committed)
        self.tabs.currentChanged.connect(self._show_front)
        for pane in (self.check, self.respondents, self.assessors, self.trying):
            pane.left.connect(self._enter_list)
        self.strip.agreed.connect(self._on_removal)
        self.strip.kept.connect(self._on_kept)
        self.session.opened.connect(self.mark_stale)
        self.session.closed.connect(self.commit)

    @property
    def line(self) -> ShelfLine | None:
        """The model under the cursor."""
        line = self.list.current_row()
        return line if isinstance(line, ShelfLine) else None

    def refresh(self) -> None:
        """Show what there is now, in the folder and in the open assessment."""
        opened = self.session.is_open
        used = {one.id: one for one in self.assessment.models.all()} if opened else {}
        own = self.session.run(kept_models.own_models, self) or ()
        self.list.show_lines(shelf_lines(used, own), self._path)
        self.back.setVisible(not opened)
        self.use.setText(_("&Add to the assessment") if opened else _("&New assessment"))
        self._show_line()

    def show_now(self) -> None:
        """Another program may have changed the folder."""
        self.mark_stale()
        super().show_now()

    def reveal(self, target: str) -> None:
        """Go to a model by its identity; ``import:`` and a path reads a model from there."""
        if target.startswith(IMPORT):
            self.import_path(Path(target.removeprefix(IMPORT)))
        else:
            self.list.select(lambda line: line.id == target)

    @Slot()
    def commit(self) -> None:
        """Write what is typed."""
        self.check.commit()

    @Slot()
    def import_file(self) -> None:
        """Ask which file holds a model, and read it."""
        path = chosen_model_file(self.session, _("Import a model"))
        if path is not None:
            self.import_path(path)

    def import_path(self, path: Path) -> None:
        """Read a file, or a folder, and ask what it does not say."""
        self.commit()
        self.front.setCurrentWidget(self.intake)
        self.intake.read(path)

    def _import_folder(self) -> None:
        path = self.session.dialogs.folder(_("Import a model from a folder"))
        if path is not None:
            self.import_path(path)

    @Slot(str, object)
    def _on_brought(self, text: str, replaced: Path | None) -> None:
        def kept() -> Path:
            return kept_models.keep(text) if replaced is None else kept_models.replace_with(replaced, text)

        path = self.session.run(kept, self)
        if path is not None:
            self._leave_intake()
            self._show_new(path)

    @Slot()
    def _leave_intake(self) -> None:
        self.intake.stop()
        self.list.setFocus()
        self.front.setCurrentWidget(self.tabs)

    def _show_new(self, path: Path) -> None:
        self._path = path
        self.refresh()
        if self.line is not None:
            self.session.tell(_("“{model}” is one of your models now.").format(model=self.line.name))

    def deeds_of_list(self) -> Sequence[Deed]:
        """What can be done with the model under the cursor."""
        line = self.line
        bringing = (
            Deed(("I",), _("Import a file…"), self.import_file),
            Deed(("Shift+I",), _("Import a folder…"), self._import_folder),
        )
        leaving = () if self.session.is_open else (Deed(("Esc",), _("Back to the start"), self._go_back, listed=False),)
        if line is None:
            return (*bringing, *leaving)
        using = _("Add to the assessment") if self.session.is_open else _("New assessment with it")
        using = _("Adopt this version…") if line.replaces else using
        own = (
            Deed(("F2",), _("Rename…"), self._rename),
            Deed(("Delete",), _("Remove…"), self._ask_removal),
        )
        return (
            *((Deed(("A",), using, self._use),) if self._usable(line) else ()),
            Deed(("D",), _("Duplicate"), self._duplicate),
            *(own if line.own is not None else ()),
            *((Deed(("E",), _("Export…"), self._export),) if line.pack is not None else ()),
            *((Deed(("O",), _("Open the folder"), self._open_folder),) if line.own is not None else ()),
            *bringing,
            *leaving,
        )

    def _usable(self, line: ShelfLine) -> bool:
        return line.usable and not line.used and not (self.session.is_open and self.assessment.readonly)

    def _show_line(self) -> None:
        line = self.line
        self.tabs.setEnabled(line is not None)
        self.more.setEnabled(line is not None)
        self.use.setEnabled(line is not None and self._usable(line))
        if self.session.is_open:
            replaces = line is not None and line.replaces
            self.use.setText(_("&Adopt this version…") if replaces else _("&Add to the assessment"))
        if line is not None:
            self._path = line.path
            self.subtitle.setText(line.name)
            self.check.show_line(line)
            self._show_front()

    @Slot()
    def _show_front(self) -> None:
        """Only what is in front is laid out."""
        line, front = self.line, self.tabs.currentWidget()
        if line is not None and isinstance(front, RespondentsView | AssessorsView | TryPane):
            front.show_pack(line.pack)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        line = self.line
        if line is not None and line.path != self._path:
            self._path = line.path
            self.commit()
            self._show_line()

    @Slot(QModelIndex)
    def _on_opened(self, _index: QModelIndex) -> None:
        self.tabs.setCurrentWidget(self.check)
        self.check.text.setFocus()

    @Slot()
    def _enter_list(self) -> None:
        self.list.setFocus()

    @Slot()
    def _go_back(self) -> None:
        self.commit()
        self.session.go("start")

    @Slot()
    def _on_more(self) -> None:
        DeedMenu(self.list, [deed for deed in self.list.deeds() if deed.listed and deed.text]).open_at(
            self.more.mapToGlobal(QPoint(0, self.more.height()))
        )

    @Slot()
    def _use(self) -> None:
        line = self.line
        if line is None or not self._usable(line):
            return
        self.commit()
        if not self.session.is_open:
            self.session.go("start", line.id)
            return
        if add_model(self, lambda: _pack_of(line), self._adopt):
            self.refresh()

    def _adopt(self, _pack: Pack) -> None:
        if self.line is not None:
            self.session.go("preparation", f"{ADOPT}{self.line.path}")

    @Slot()
    def _duplicate(self) -> None:
        line = self.line
        if line is None:
            return
        self.commit()
        path = self.session.run(lambda: kept_models.keep(_copied(line)), self)
        if path is not None:
            self._show_new(path)

    def _rename(self) -> None:
        line = self.line
        if line is None:
            return
        self.commit()
        name = self.session.dialogs.text(_("Rename the model"), _("What the model is called:"), line.name)
        if name and name.strip() and name.strip() != line.name:
            self._keep_text(line, lambda: with_heads(line.text(), name=name.strip()))

    def _ask_removal(self) -> None:
        line = self.line
        if line is not None:
            self.commit()
            self.strip.ask(line)

    @Slot()
    def _on_removal(self) -> None:
        line = self.strip.line
        self._on_kept()
        if line is not None:
            self.session.run(lambda: kept_models.remove(line.path), self)
            self.refresh()

    @Slot()
    def _on_kept(self) -> None:
        self.list.setFocus()
        self.strip.hide()

    def _export(self) -> None:
        line = self.line
        if line is None or line.pack is None:
            return
        from desktop.ui.pages.shelf.pack_export import write_pack  # noqa: PLC0415 - brings the writer of workbooks

        proposal = file_name(line.name, ending=".xlsx")
        path = self.session.dialogs.save_file(_("Export the model"), proposal, _EXPORTS)
        if path is None:
            return
        target = with_ending(path, ".xlsx", ".yaml", ".yml")
        if self.session.run(lambda: write_pack(line, target), self):
            self.session.tell_of_files(_("{path} was written.").format(path=target), target.parent)

    def _open_folder(self) -> None:
        self.session.dialogs.open_folder(models_folder())

    @Slot(str)
    def _on_committed(self, text: str) -> None:
        if self.check.line is not None:
            self._keep_text(self.check.line, lambda: text)

    def _keep_text(self, line: ShelfLine, text_of: Callable[[], str]) -> None:
        path = self.session.run(lambda: kept_models.change(line.path, text_of(), before=line.text()), self)
        if path is None:
            return
        if path != line.path:
            self._path = path if self._path == line.path else self._path
            told = _("Another program changed {path} meanwhile. Your text is kept beside it as {other}.")
            self.session.tell(told.format(path=line.path.name, other=path.name), "warn")
        self.refresh()


def _pack_of(line: ShelfLine) -> Pack:
    return find(line.id) if line.own is None else line.own.pack()


def _copied(line: ShelfLine) -> str:
    """The text for a model of one's own that begins as another; a draft that does not say what it is stays as it is."""
    if line.pack is None:
        return line.text()
    return with_heads(line.text(), id=kept_models.free_id(line.id), name=_("{model} (copy)").format(model=line.name))
