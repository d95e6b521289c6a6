"""A model that comes from elsewhere: what it is taken for, what has to be asked, what is wrong, and what it becomes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton

from desktop.exchange.foreign_models.examining import ForeignFile, open_model
from desktop.exchange.foreign_models.foreign_model import ForeignModel
from desktop.exchange.foreign_models.kept_texts import KeptText, draft_of, kept_text
from desktop.exchange.foreign_models.told_models import form_line, notice_lines, wrong_lines
from desktop.language import _, ngettext
from desktop.model.errors import RefusalError
from desktop.model.maturity.faults import PackFaultsError
from desktop.model.maturity.shelf import summary
from desktop.model.own_models.checked_texts import heads_of
from desktop.ui.incoming_card import IncomingCard
from desktop.ui.pages.shelf.clash_choice import ClashChoice
from desktop.ui.pages.shelf.question_fields import QuestionFields
from desktop.ui.session import Session
from desktop.ui.widgets.text import Label
from desktop.ui.work import Progress
from desktop.wording import packs


class IntakePanel(IncomingCard):
    """Asks about one file. Nothing is kept until somebody says so.

    Signals:
        kept: (text, file) keep this among one's models, in the place of a file or of none.
    """

    kept = Signal(str, object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._path = Path()
        self._file: ForeignFile | None = None
        self._answers: dict[str, str] = {}
        self._missing = False
        self.text = ""
        self.notices = Label("", "small", wrap=True)
        self.questions = QuestionFields()
        self.outcome = Label("", "strong", wrap=True)
        self.faults = Label("", wrap=True)
        self.clash = ClashChoice()
        self.keep = QPushButton(_("&Keep it among your models"))
        self.keep.setProperty("kind", "primary")
        self.again = QPushButton(_("&Read the file again"))
        said = (self.notices, self.outcome, self.faults, self.clash, self.questions)
        self.lay_out(_("Questions about the model"), said, (self.keep, self.again))
        self.questions.answered.connect(self._on_answered)
        self.keep.clicked.connect(self._on_keep)
        self.again.clicked.connect(self._on_again)

    def read(self, path: Path) -> None:
        """Read a file or a folder beside the window; answers given about the same one before count again."""
        if path != self._path:
            self._answers = {}
        self._path, self._file, self.text = path, None, ""
        self._say("", "", "")
        self.questions.hide()
        self.clash.show_id("")
        self.keep.setEnabled(False)
        self.again.setEnabled(False)
        self.begin(path, _Reading(path))

    def take_in(self, file: ForeignFile) -> None:
        """Show what it is taken for, and what has to be asked."""
        self._file = file
        self.again.setEnabled(True)
        self._understand()
        first = next(iter(self.questions.fields.values()), None)
        if self._missing and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (self.keep if self.keep.isEnabled() else self.again).setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_away(self, refusal: RefusalError) -> None:
        """Keep as a draft what can be mended here; else leave it."""
        try:
            draft = draft_of(refusal) if isinstance(refusal, PackFaultsError) else None
        except RefusalError:
            draft = None
        if draft is None:
            super().turn_away(refusal)
            return
        self.again.setEnabled(True)
        self.heading.setText(_("{name} cannot be read to its end.").format(name=self._path.name))
        self._show_kept(draft, None)
        self.keep.setFocus()

    def _understand(self) -> None:
        """Show the model with the answers given so far; those that fit no question any more are let go."""
        assert self._file is not None
        file = self._file
        while True:
            try:
                model = file.understood(self._answers)
                break
            except RefusalError as refusal:
                topic = str(refusal.facts.get("topic", ""))
                if topic not in self._answers:
                    raise
                del self._answers[topic]
        self._missing = bool(model.missing)
        self.heading.setText(form_line(model, self._path.name))
        notices = "\n".join(notice_lines(model))
        self.questions.show_questions(model.questions, model.missing, self._answers)
        self.questions.setVisible(bool(model.questions))
        if model.missing:
            self.text = ""
            self._say(notices, "", "")
            self.clash.show_id("")
            self.keep.setEnabled(False)
        else:
            self._show_kept(kept_text(model), model, notices)

    def _show_kept(self, kept: KeptText, model: ForeignModel | None, notices: str = "") -> None:
        self.text = kept.text
        wrong = list(wrong_lines(kept, model))
        if kept.pack is not None and not wrong:
            held = summary(kept.pack)
            told = _("{name} {version} is sound: {counts}.")
            told = told.format(name=held.name, version=held.version, counts=packs.counts(held))
        else:
            told = _outcome(len(wrong), keepable=bool(kept.text))
        self._say(notices, told, "\n".join(wrong))
        self.clash.show_id(heads_of(kept.text).id if kept.pack is None else kept.pack.id)
        self.keep.setText(_("&Keep it among your models") if not wrong else _("&Keep it as a draft"))
        self.keep.setEnabled(bool(kept.text))

    def _say(self, notices: str, outcome: str, faults: str) -> None:
        for label, text in ((self.notices, notices), (self.outcome, outcome), (self.faults, faults)):
            label.setText(text)
            label.setVisible(bool(text))

    @Slot(str, str)
    def _on_answered(self, topic: str, answer: str) -> None:
        if self._file is None:
            return
        self._answers[topic] = answer
        if not answer:
            del self._answers[topic]
        self._understand()

    @Slot()
    def _on_keep(self) -> None:
        self.questions.commit()
        decided = self._session.run(lambda: self.clash.decided(self.text)) if self.text else None
        if decided is not None:
            self.kept.emit(*decided)

    @Slot()
    def _on_again(self) -> None:
        self.questions.commit()
        self.read(self._path)


def _outcome(count: int, *, keepable: bool) -> str:
    told = ngettext("{count} thing is wrong with it.", "{count} things are wrong with it.", count).format(count=count)
    if keepable:
        way = _("Mend the file and read it again, or keep it as a draft and mend it here.")
    else:
        way = _("Mend the file and read it again.")
    return f"{told} {way}"


class _Reading:
    """Reads one file or folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, _progress: Progress, _cancelled: Callable[[], bool]) -> ForeignFile:
        return open_model(self._path)
