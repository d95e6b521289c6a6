"""Verifying an action that is done: who has seen it, what shows it, and whether what it was to change has changed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.verifying import EXCUSABLE, Outstanding
from desktop.model.records import Evidence
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.editors import LineField, TextField
from desktop.ui.widgets.field_grid import FieldGrid, labelled
from desktop.ui.widgets.text import Label
from desktop.wording.aftercare import lacking_text


class Seen(Struct, frozen=True):
    """What is said to verify an action; see `Verifying.verify`."""

    by: str
    evidence: str
    text: str
    although: str


class VerifyCard(Card):
    """Fields that are sent together by a button.

    Signals:
        changed: something that is asked for was said or taken back.
        verified: ``(Seen)``.
    """

    changed = Signal()
    verified = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Verify"), _("Done is what its owner says. Verified is what somebody else has seen."))
        self._about = ""
        self.by = LineField(_("Seen by"), _("Who has seen it: not its owner"))
        self.evidence = Choice(_("Evidence that shows it"))
        self.evidence.setMinimumContentsLength(18)
        self.text = TextField(_("What was seen"), _("What was seen; it stays in the team"), lines=2)
        self.although = LineField(_("Counts all the same, because"), _("The reason; it stands in the report"))
        self._although = labelled(_("All the same"), self.although)
        self.effects = QWidget()
        self._effects = QVBoxLayout(self.effects)
        self._effects.setContentsMargins(0, 0, 0, 0)
        self._told: list[Label] = []
        self.lacking = Label("", "mute", wrap=True)
        self.verify = QPushButton(_("&Verify"))
        grid = FieldGrid(
            (
                (labelled(_("Seen &by"), self.by), self.by),
                (labelled(_("&Evidence"), self.evidence), self.evidence),
                (labelled(_("See&n"), self.text), self.text),
                (self._although, self.although),
            ),
            spacing=6,
        )
        self.body.addWidget(self.effects)
        self.body.addLayout(grid)
        self.body.addWidget(self.lacking)
        self.body.addWidget(self.verify)
        self.by.textChanged.connect(self._on_changed)
        self.evidence.chosen.connect(self._on_evidence)
        self.although.textChanged.connect(self._on_changed)
        self.verify.clicked.connect(self._on_verify)

    @property
    def seen(self) -> Seen:
        """What is said so far."""
        evidence = self.evidence.value()
        piece = "" if evidence is None else str(evidence)
        return Seen(self.by.text(), piece, self.text.toPlainText(), self.although.text())

    def begin(self, about: str, pieces: Sequence[Evidence], by: str) -> None:
        """Ask about an action; what was said of another is forgotten.

        Args:
            about: id of the action.
            pieces: the evidence to choose from.
            by: who is at the keyboard; empty where that is not known.
        """
        if about == self._about:
            return
        self._about = about
        self.by.show_text(by)
        self.evidence.offer([("", _("Choose what shows it")), *((each.id, each.session) for each in pieces)])
        self.evidence.show_value("")
        self.text.show_text("")
        self.although.show_text("")

    def show_lacking(self, lacking: tuple[Outstanding, ...], effects: Sequence[str], *, editable: bool) -> None:
        """Say what is still missing, and what the action was to change."""
        while len(self._told) < len(effects):
            label = Label("", "body", wrap=True)
            self._effects.addWidget(label)
            self._told.append(label)
        for number, label in enumerate(self._told):
            label.setVisible(number < len(effects))
            label.setText(effects[number] if number < len(effects) else "")
        self.effects.setVisible(bool(effects))
        excusable = bool(EXCUSABLE & set(lacking))
        for part in (self.although, self._although):
            part.setVisible(excusable)
        excused = EXCUSABLE if self.although.text().strip() else frozenset()
        barring = tuple(each for each in lacking if each not in excused)
        self.lacking.setText(lacking_text(barring))
        self.lacking.setVisible(bool(barring))
        self.verify.setEnabled(editable and not barring)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

    @Slot(object)
    def _on_evidence(self, piece: object) -> None:
        self.evidence.show_value(str(piece))
        self.changed.emit()

    @Slot()
    def _on_verify(self) -> None:
        self.verified.emit(self.seen)
