"""Results out of somebody's workbook, before any is taken: what columns are, and what would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from desktop.exchange.past_results.known_people import known_people
from desktop.exchange.past_results.past_workbooks import ColumnUse, PastWorkbook, SaidResults, open_results
from desktop.exchange.past_results.told_results import told_lines
from desktop.language import _, ngettext
from desktop.model.assessment import Assessment
from desktop.model.assessment.models import ModelInUse
from desktop.model.assessment.past_results import PastEffect
from desktop.model.maturity.asked import Asked
from desktop.model.maturity.pack import Pack
from desktop.ui.incoming_card import IncomingCard
from desktop.ui.page import Page
from desktop.ui.pages.preparation.past_columns import PastColumns
from desktop.ui.widgets.text import Label
from desktop.ui.work import Progress
from desktop.wording import past_results

SHOWN = 40
"""So many rows and cells that are not understood are told."""


class PastIntake(IncomingCard):
    """Shows one workbook. Nothing is taken until somebody says so."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.session)
        self._page = page
        self._path = Path()
        self._assessment: Assessment | None = None
        self._model = self._digest = ""
        self._book: PastWorkbook | None = None
        self._chosen: dict[str, str] = {}
        self._said = SaidResults((), ())
        self._taken = 0
        self.columns = PastColumns()
        self.counts = Label("", "strong", wrap=True)
        self.replaces = QCheckBox(_("&Replace what stands there and is unlike it"))
        self.told = Label("", wrap=True)
        self.take = QPushButton()
        self.take.setProperty("kind", "primary")
        self.lay_out(_("Results in the workbook"), (self.columns, self.counts, self.replaces, self.told), (self.take,))
        self.columns.chosen.connect(self._on_chosen)
        self.replaces.toggled.connect(self._on_replaces)
        self.take.clicked.connect(self._on_take)

    def read(self, path: Path, in_use: ModelInUse) -> None:
        """Read a workbook about a model, beside the window."""
        self._path, self._book, self._chosen = path, None, {}
        self._assessment, self._model, self._digest = self._page.assessment, in_use.id, in_use.model.digest
        self.columns.show_columns(())
        self._show(SaidResults((), ()))
        questions = self._page.assessment.models.questions(in_use.id)
        self.begin(path, _Reading(path, in_use.pack, questions))

    def refresh(self) -> None:
        """Show what taking would change as things stand now; leave when it would end elsewhere than it began."""
        if not self._is_here() or self._digest not in {one.model.digest for one in self._page.assessment.models.all()}:
            self._on_leave()
        elif self._book is not None:
            self._show(self._said)

    @property
    def landing(self) -> QWidget:
        """What the cursor goes to."""
        return self.take if self.take.isEnabled() else self.leave

    @property
    def model(self) -> str:
        """The id of the model that it is about."""
        return self._model

    def _is_here(self) -> bool:
        """Whether the assessment in which it began is open; another may be, until the page goes."""
        return self._page.session.is_open and self._page.assessment is self._assessment

    def take_in(self, book: PastWorkbook) -> None:
        """Show what each column is taken for, unless another assessment has come."""
        if not self._is_here():
            return
        self._book = book
        self.columns.show_columns(book.columns)
        self._understand()
        self.landing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _understand(self) -> None:
        """Show what the columns say now."""
        assert self._book is not None
        uses = self._book.uses(self._chosen)
        self.columns.show_uses(uses)
        model = self._page.assessment.models.get(self._model).pack.name
        text = ngettext(
            "{file} speaks of {count} part of {model}.", "{file} speaks of {count} parts of {model}.", self._book.parts
        )
        self.heading.setText(text.format(file=self._path.name, count=self._book.parts, model=model))
        self._show(self._book.said(uses))

    def _show(self, said: SaidResults) -> None:
        self._said = said
        counts = Counter(self._page.assessment.past.effects(self._model, said.results, self._people()))
        adds, same, other = (counts[each] for each in PastEffect)
        self.counts.setText(past_results.counts_text(adds, same, other) if self._book else "")
        self.replaces.setVisible(bool(other))
        self._taken = adds + (other if self.replaces.isChecked() else 0)
        text = ngettext("&Take {count} result", "&Take {count} results", self._taken)
        self.take.setText(text.format(count=self._taken))
        self.take.setEnabled(bool(self._taken))
        lines = [*told_lines(self._book, said)] if self._book is not None else []
        if len(lines) > SHOWN:
            lines[SHOWN:] = [_("… and {count} more.").format(count=len(lines) - SHOWN)]
        if lines:
            lines.insert(0, _("Left out, or to be looked at:"))
        self.told.setText("\n".join(lines))
        self.told.setVisible(bool(lines))

    def _people(self) -> dict[str, str]:
        respondents = {each.respondent for each in self._said.results} - {""}
        return known_people(respondents, self._page.assessment.preparation.people()) if respondents else {}

    @Slot(str, str)
    def _on_chosen(self, column: str, use: str) -> None:
        if use in (ColumnUse.RATING, ColumnUse.TARGET):
            self._chosen = {name: ColumnUse.LEFT if each == use else each for name, each in self._chosen.items()}
        self._chosen[column] = use
        self._understand()

    @Slot(bool)
    def _on_replaces(self, _checked: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        self._show(self._said)

    @Slot()
    def _on_take(self) -> None:
        if not self._is_here():
            return
        past, replaces = self._page.assessment.past, self.replaces.isChecked()
        people = self._people()
        changed = self._page.session.run(
            lambda: past.take(self._model, self._said.results, people, replaces=replaces), self._page
        )
        if changed is not None:
            self._page.session.tell_of_step(
                past_results.taken_text(self._taken, len(self._said.unclear), self._path.name)
            )
            self._on_leave()


class _Reading:
    """Reads one workbook."""

    def __init__(self, path: Path, pack: Pack, questions: Mapping[str, Asked]) -> None:
        self._path, self._pack, self._questions = path, pack, questions

    def __call__(self, _progress: Progress, _cancelled: Callable[[], bool]) -> PastWorkbook:
        return open_results(self._path, self._pack, self._questions)
