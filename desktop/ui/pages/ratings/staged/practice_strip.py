"""Below the practices: the ratings as buttons, the rationale and the accepted alternative of one practice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.maturity.scheme_settings import TeamSetting
from desktop.model.records import ONCE, PracticeRating
from desktop.model.scoring.vocabulary import Characterisation
from desktop.ui.pages.ratings.chips import hold_width
from desktop.ui.pages.ratings.instance_chips import InstanceChips, ToldInstance
from desktop.ui.pages.ratings.staged.practices import KEYS
from desktop.ui.pages.ratings.staged.snapshot import Snapshot
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names


class PracticeStrip(QWidget):
    """Rates the practice it shows.

    Signals:
        rated: (characterisation or None) a button was pressed.
        reasoned: (str) the rationale.
        alternative: (bool) whether another practice is accepted in its place.
        left: Enter or Esc in the rationale; the cursor should go back to the practices.
    """

    rated = Signal(object)
    reasoned = Signal(object)
    alternative = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = Label("", "strong")
        self.instances = InstanceChips()
        self.instances.hide()
        buttons = Flow()
        self.buttons: list[QPushButton] = []
        for key, value in KEYS.items():
            button = QPushButton(_marked(key, value))
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setToolTip(plain_tip(names.name(value) if value else _("Not characterised yet")))
            button.setAccessibleName(names.name(value) if value else _("Not characterised yet"))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(self._on_button)
            self.buttons.append(button)
            hold_width(button)
            buttons.addWidget(button)
        self.reason = LineField(_("Rationale of the practice"))
        self.reason.returnPressed.connect(self._on_return)
        self.reason.committed.connect(self._on_reason)
        label = Label(_("&Rationale"), "mute")
        label.setBuddy(self.reason)
        self.accepted = QCheckBox(_("Al&ternative accepted"))
        self.accepted.setToolTip(plain_tip(_("Another practice reaches the goal in place of this one.")))
        self.accepted.clicked.connect(self._on_accepted)
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.code)
        words.addWidget(label)
        words.addWidget(self.reason, 1)
        words.addWidget(self.accepted)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.instances)
        rows.addLayout(buttons)
        rows.addLayout(words)

    def show_practice(self, code: str, rating: PracticeRating, team: TeamSetting, *, readonly: bool) -> None:
        """Show what the team says of a practice, as far as the model lets it go."""
        self.code.setText(code)
        for button, value in zip(self.buttons, KEYS.values(), strict=True):
            button.setChecked(value is rating.value)
            button.setEnabled(not readonly)
        self.reason.show_text(rating.reason)
        self.reason.setReadOnly(readonly)
        needed = rating.value is Characterisation.NOT_APPLICABLE
        hint = _("Compulsory: why does it not apply here?") if needed else _("Why this value?")
        self.reason.setPlaceholderText(hint)
        self.accepted.setChecked(rating.alternative)
        weak = team.alternatives and rating.value in (Characterisation.PARTIALLY, Characterisation.NOT)
        self.accepted.setEnabled(not readonly and (weak or rating.alternative))

    def show_instances(self, snapshot: Snapshot, practice: str, instance: str, *, readonly: bool) -> None:
        """Show for what services, units or projects the practice is characterised, one of them in hand."""
        self.instances.setVisible(bool(snapshot.instances))
        if not snapshot.instances:
            return
        across = snapshot.practices[practice].across
        whole = _("The team decides") if across is not None and across.asks else _("The practice itself")
        told = [ToldInstance(ONCE, whole, _word(snapshot.said_of(practice, ONCE)))]
        told += [
            ToldInstance(each.id, each.name, _word(snapshot.said_of(practice, each.id))) for each in snapshot.instances
        ]
        self.instances.show_instances(_("Characterised for:"), told, instance, readonly=readonly)
        for button, value in zip(self.buttons, KEYS.values(), strict=True):
            button.setChecked(value is snapshot.said_of(practice, instance))

    def commit(self) -> None:
        """Write what is being typed."""
        self.reason.commit()

    @Slot()
    def _on_button(self) -> None:
        for button, value in zip(self.buttons, KEYS.values(), strict=True):
            if button is self.sender():
                self.rated.emit(value)

    @Slot(str)
    def _on_reason(self, text: str) -> None:
        self.reasoned.emit(text)

    @Slot(bool)
    def _on_accepted(self, accepted: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.alternative.emit(accepted)

    @Slot()
    def _on_return(self) -> None:
        self.left.emit()


def _marked(key: str, value: Characterisation | None) -> str:
    """The key, the letters and the word of a characterisation."""
    if value is None:
        return _("{key}  Open").format(key=key)
    return _("{key}  {letters} {word}").format(key=key, letters=value.value, word=names.short_name(value))


def _word(value: Characterisation | None) -> str:
    return names.short_name(value) if value is not None else ""
