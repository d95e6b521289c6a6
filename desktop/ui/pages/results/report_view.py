"""The report in the making: its sections, what the program will say in each, and the team's own words."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.report_files import REPORT, TWO_PAGES
from desktop.exchange.reports.report import plain_words, sections
from desktop.exchange.reports.sections import Section
from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.ui.exporting import Exporter
from desktop.ui.page import Page
from desktop.ui.sizes import size
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.editors import TextField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.reading_text import ReadingText
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.observed import may_tell

TEMPLATES = "Word (*.docx *.dotx)"
_INDENT = "    "


class SectionRow(Struct, frozen=True):
    """A section with the team's words for it, which may name somebody."""

    section: Section
    words: str
    names: bool

    @property
    def mark(self) -> str:
        """Whether the team has said something here."""
        if self.names:
            return _("names somebody")
        return _("✓ own words") if self.words else ""


class ReportView(QWidget):
    """Sections at the left; at the right what stands in the one in hand. The team's words are written as one leaves."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._shown = ""
        self._by_id: dict[str, Section] = {}
        columns: list[Column[SectionRow]] = [
            Column(_("Section"), lambda row: _INDENT * (row.section.level - 1) + row.section.title, width=0),
            Column(_("Words of the team"), lambda row: row.mark, width=140),
        ]
        self.table = Table(RowsModel(columns), _("Sections of the report"), sortable=False)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.activated.connect(self._on_activated)
        self.words = TextField(
            _("Words of the team"), _("What the program cannot know; an empty line begins a paragraph"), lines=6
        )
        self.words.committed.connect(self._on_words)
        self.naming = Label("", "strong", wrap=True)
        self.nobody = QPushButton(_("Gives nobody away"))
        self.nobody.setToolTip(plain_tip(_("The team has looked at it, and says that the text names nobody")))
        self.nobody.clicked.connect(self._on_nobody)
        self.said = ReadingText(_("What the program says"))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 14, 0, 0)
        frame.addLayout(self._make_bar())
        self._split = split = FoldingColumns()
        listed = Card(_("Sections"))
        listed.body.addWidget(self.table, 1)
        split.add(listed, _("Sections"), 320, 420, 1)
        split.add(self._make_section(), _("Section in hand"), 380, 620, 1)
        frame.addWidget(split, 1)
        self.landing = self.table

    def _make_bar(self) -> Flow:
        bar = Flow()
        self._write = QPushButton(_("&Write report and two pages…"))
        self._write.setToolTip(plain_tip(_("As Word and PDF, into a folder of your choice")))
        self._write.clicked.connect(self._on_write)
        self._house = QPushButton(_("House &template…"))
        self._house.setToolTip(plain_tip(_("A Word document whose styles, headers and pages the Word files take")))
        self._house.clicked.connect(self._on_template)
        self._own = QPushButton(_("Without template"))
        self._own.clicked.connect(self._on_no_template)
        self._template = Label("", "mute")
        for widget in (self._write, self._house, self._own, self._template):
            bar.addWidget(widget)
        return bar

    def _make_section(self) -> Card:
        card = Card(_("Section in hand"))
        card.body.addWidget(Label(_("Words of the team"), "strong"))
        card.body.addWidget(self.words)
        card.body.addWidget(self.naming)
        row = Flow()
        row.addWidget(self.nobody)
        card.body.addLayout(row)
        card.body.addWidget(Label(_("What the program says"), "strong"))
        size(self.said, least_height=160)
        card.body.addWidget(self.said, 1)
        return card

    def show_deliverable(self, deliverable: Deliverable | None) -> None:
        """Show the sections as they would be told now."""
        narratives = self._page.assessment.narratives
        kept, withheld = narratives.all(), set(narratives.withheld())
        found = sections(deliverable) if deliverable is not None else ()
        self._by_id = {section.id: section for section in found}
        rows = [
            SectionRow(section, kept[section.id].text if section.id in kept else "", section.id in withheld)
            for section in found
        ]
        self.table.fill(rows, lambda row: row.section.id)
        if self.table.current_row() is None and rows:
            self.table.selectRow(0)
        self.setEnabled(deliverable is not None)
        self._show_section()
        self._show_template()

    def knows(self, target: str) -> bool:
        """Whether there is a section of that id; only known once it has been shown."""
        return target in self._by_id

    def reveal(self, target: str) -> bool:
        """Bring a section into view by its id; False when there is none such."""
        return self.table.select(lambda row: row.section.id == target)

    def commit(self) -> None:
        """Write what is being typed."""
        if self._shown:
            self.words.commit()

    def _show_section(self) -> None:
        row = self.table.current_row()
        self._shown = row.section.id if row is not None else ""
        kept = self._page.assessment.narratives.get(self._shown)
        self.words.show_text(kept.text)
        self.words.setReadOnly(self._page.assessment.readonly or not self._shown)
        self.said.setPlainText("\n\n".join(plain_words(row.section)) if row is not None else "")
        found = () if kept.names_nobody else self._page.assessment.narratives.named(kept.text)
        told = may_tell(found)
        self.naming.setText(
            _("{told} It stays out of the report until that is settled.").format(told=told) if told else ""
        )
        for part in (self.naming, self.nobody):
            part.setVisible(bool(found))
        self.nobody.setEnabled(not self._page.assessment.readonly)

    def _show_template(self) -> None:
        template = self._page.session.settings.template
        self._own.setVisible(template is not None)
        self._template.setText(_("Template: {name}").format(name=template.name) if template else "")

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.commit()
        if self._page.session.is_open:
            self._show_section()

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self._split.reveal(self.words)
        self.words.setFocus()

    @Slot(str)
    def _on_words(self, text: str) -> None:
        if self._shown:
            section = self._shown
            self._page.session.run(lambda: self._page.assessment.narratives.set(section, text), self._page)
            self._page.refresh()

    @Slot()
    def _on_nobody(self) -> None:
        self.commit()
        section = self._shown
        self._page.session.run(lambda: self._page.assessment.narratives.clear_of_names(section), self._page)
        self._page.refresh()

    @Slot()
    def _on_write(self) -> None:
        self.commit()
        Exporter(self._page.session, self._page).begin((REPORT, TWO_PAGES))

    @Slot()
    def _on_template(self) -> None:
        path = self._page.session.dialogs.open_file(_("House template"), TEMPLATES)
        if path is not None and self._fits(path):
            self._page.session.settings.template = path
            self._show_template()

    def _fits(self, path: Path) -> bool:
        from desktop.exchange.reports.templates import check  # noqa: PLC0415 - brings python-docx

        try:
            check(path)
        except RefusalError as refusal:
            self._page.session.refuse(refusal)
            return False
        return True

    @Slot()
    def _on_no_template(self) -> None:
        self._page.session.settings.template = None
        self._show_template()
