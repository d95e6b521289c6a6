"""The start page: make a new assessment, open one, go on with a recent one, look at the sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.dialogs import FILES
from desktop.ui.recent_files import Whereabouts
from desktop.ui.session import Session
from desktop.ui.sizes import size
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label, unmarked
from desktop.ui.widgets.tips import plain_tip

ENDING = ".maturity"
_LONGEST = 48
"""Letters of a name or a folder in the list of recent files; the tooltip has all."""


class StartPage(QWidget):
    """What one sees while no assessment is open. It loads nothing of the model until asked to."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setAccessibleName(_("Start"))
        middle = QWidget()
        size(middle, width=760)
        column = QVBoxLayout(middle)
        column.setSpacing(14)
        column.addWidget(Label("Maturity Workbench", "title"))
        column.addWidget(
            Label(_("Measure how mature an IT service organisation is, and follow its improvement."), "mute")
        )
        cards = QHBoxLayout()
        cards.setSpacing(14)
        cards.addWidget(self._begin_card(), 1)
        cards.addWidget(self._recent_card(), 1)
        column.addLayout(cards)
        self._asking = QVBoxLayout()
        self._new_card: Card | None = None
        column.addLayout(self._asking)
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 60, 24, 24)
        outer.addStretch(1)
        outer.addWidget(middle)
        outer.addStretch(1)
        self._whereabouts = Whereabouts(self)
        self._whereabouts.told.connect(self._on_told)
        self.refresh()

    def refresh(self) -> None:
        """Show the files opened lately."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for path in self.session.settings.recent:
            button = QPushButton()
            button.setProperty("kind", "link")
            button.setProperty("path", str(path))
            button.setText(unmarked(_told(path)))
            button.setToolTip(plain_tip(str(path)))
            button.setAccessibleName(_("Open {name}").format(name=path.stem))
            button.clicked.connect(self._on_recent)
            self._recent.addWidget(button)
        self._whereabouts.ask(self.session.settings.recent)
        if not self._recent.count():
            self._recent.addWidget(
                Label(_("Nothing opened yet. The sample shows what an assessment looks like."), wrap=True)
            )
        self._recent.addStretch(1)

    @Slot()
    def begin_new(self) -> None:
        """Ask for what a new assessment needs."""
        from desktop.model.maturity.shelf import shipped  # noqa: PLC0415 - reads the packs; only when asked for
        from desktop.wording import packs  # noqa: PLC0415 - only when asked for

        if self._new_card is None:
            self._new_card = self._make_new_card()
            self._asking.addWidget(self._new_card)
        while self._models.count():
            item = self._models.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes: list[QCheckBox] = []
        for number, summary in enumerate(shipped()):
            box = QCheckBox(unmarked(packs.offer(summary)))
            box.setToolTip(plain_tip(f"{summary.summary}\n{packs.counts(summary)}"))
            box.setProperty("pack", summary.id)
            box.setChecked(number == 0)
            self._boxes.append(box)
            self._models.addWidget(box)
        self._new_card.show()
        self._organisation.setFocus()

    @Slot()
    def open_sample(self, path: Path | None = None) -> None:
        """Make a copy of the sample where the user says and open it."""
        target = path or self.session.dialogs.save_file(_("Where to put the sample"), "sample.maturity", FILES)
        if target is None:
            return
        from desktop.exchange.decisions import decided_sample  # noqa: PLC0415 - only when asked for
        from desktop.exchange.file_names import with_ending  # noqa: PLC0415 - likewise

        target = with_ending(target, ENDING)
        author = self.session.author
        assessment = self.session.run(lambda: decided_sample(target, author))
        if assessment is not None:
            self.session.adopt(assessment)

    def _begin_card(self) -> Card:
        card = Card(_("Begin"))
        for text, tip, slot in (
            (_("New assessment"), "Ctrl+N", self.begin_new),
            (_("Open assessment…"), "Ctrl+O", self._on_open),
            (_("Look at the sample…"), "Ctrl+Shift+O", self._on_sample),
        ):
            button = QPushButton(text)
            button.setToolTip(plain_tip(tip))
            if slot == self.begin_new:
                button.setProperty("kind", "primary")
            button.clicked.connect(slot)
            card.body.addWidget(button)
        card.body.addWidget(
            Label(
                _("Everything stays in one file on this computer. Each step is saved at once and can be undone."),
                "small",
                wrap=True,
            )
        )
        card.body.addStretch(1)
        return card

    def _recent_card(self) -> Card:
        card = Card(_("Recent"))
        self._recent = QVBoxLayout()
        card.body.addLayout(self._recent)
        return card

    def _make_new_card(self) -> Card:
        from desktop.ui.widgets.editors import LineField  # noqa: PLC0415 - only when asked for

        card = Card(_("New assessment"), _("Choose the models; more can be added, and taken away, at any time."))
        self._organisation = LineField(_("Organisation"), _("The organisation that is assessed"))
        self._organisation.returnPressed.connect(self._on_create)
        form = QFormLayout()
        form.addRow(_("Organisation"), self._organisation)
        self._models = QVBoxLayout()
        form.addRow(_("Models"), self._models)
        card.body.addLayout(form)
        row = QHBoxLayout()
        create = QPushButton(_("Choose where to keep it…"))
        create.setProperty("kind", "primary")
        create.clicked.connect(self._on_create)
        row.addWidget(create)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    @Slot()
    def _on_create(self) -> None:
        from desktop.exchange.file_names import file_name, with_ending  # noqa: PLC0415 - only when asked for
        from desktop.model.maturity.shelf import find  # noqa: PLC0415 - only when asked for

        organisation = self._organisation.text().strip()
        chosen = [str(box.property("pack")) for box in self._boxes if box.isChecked()]
        if not chosen:
            self.session.tell(_("Choose at least one model."), "bad")
            return
        proposal = file_name(organisation or _("Assessment"), ending=ENDING)
        path = self.session.dialogs.save_file(_("Where to keep the assessment"), proposal, FILES)
        if path is None:
            return
        packs = self.session.run(lambda: [find(pack) for pack in chosen])
        if packs and self.session.create(with_ending(path, ENDING), packs, organisation):
            if self._new_card is not None:
                self._new_card.hide()
            self._organisation.clear()

    @Slot()
    def _on_open(self) -> None:
        path = self.session.dialogs.open_file(_("Open assessment"), FILES)
        if path is not None:
            self.session.open(path)

    @Slot()
    def _on_sample(self) -> None:
        self.open_sample()

    @Slot(str, bool)
    def _on_told(self, path: str, there: bool) -> None:  # noqa: FBT001 - a slot
        for place in range(self._recent.count()):
            item = self._recent.itemAt(place)
            button = item.widget() if item is not None else None
            if isinstance(button, QPushButton) and button.property("path") == path:
                button.setText(unmarked(_told(Path(path), away=not there)))
                button.setProperty("away", not there)

    @Slot()
    def _on_recent(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.session.open(Path(str(sender.property("path"))))


def _told(path: Path, *, away: bool = False) -> str:
    """A file by its name and, on a second line, its folder, and that it cannot be reached."""
    from desktop.characters import one_line  # noqa: PLC0415 - not needed while no file was opened

    folder = one_line(_shortened(path.parent))
    second = _("{folder} · not there at the moment").format(folder=folder) if away else folder
    name = one_line(path.name.removesuffix(ENDING))
    return f"{name if len(name) <= _LONGEST else name[: _LONGEST - 1] + '…'}\n{second}"


def _shortened(folder: Path) -> str:
    text = str(folder)
    return text if len(text) <= _LONGEST else "…" + text[1 - _LONGEST :]
