"""The start page: make a new assessment, open one, go on with a recent one, look at the sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.ui.deeds import focused_in
from desktop.ui.dialogs import FILES
from desktop.ui.places import SHELF
from desktop.ui.recent_files import Whereabouts
from desktop.ui.session import Session
from desktop.ui.sizes import LOW, size
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.file_link import FileLink
from desktop.ui.widgets.folding_row import FoldingRow
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label, unmarked
from desktop.ui.widgets.tips import plain_tip

ENDING = ".maturity"
_MARGIN = 24


class StartPage(QWidget):
    """What one sees while no assessment is open. It loads nothing of the model until asked to.

    It scrolls where the window is too small.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setAccessibleName(_("Start"))
        content = QWidget()
        content.setObjectName("scrolled")
        size(content, most_width=760 + 2 * _MARGIN)
        self._column = QVBoxLayout(content)
        self._column.setSpacing(14)
        self._column.addWidget(Label("Maturity Workbench", "title"))
        self._column.addWidget(
            Label(_("Measure how mature an IT service organisation is, and follow its improvement."), "mute", wrap=True)
        )
        cards = FoldingRow(300)
        cards.add(self._begin_card())
        cards.add(self._recent_card())
        self._column.addWidget(cards)
        self._asking = QVBoxLayout()
        self._new_card: Card | None = None
        self._column.addLayout(self._asking)
        self._column.addStretch(1)
        self._area = scrolled(content, _("Start"))
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._whereabouts = Whereabouts(self)
        self._whereabouts.told.connect(self._on_told)
        self._whereabouts.cleared.connect(self._on_cleared)
        self._whereabouts.failed.connect(self.session.report)

    def refresh(self) -> None:
        """Show the files opened lately."""
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for path in self.session.settings.recent:
            link = FileLink(path, ENDING)
            link.clicked.connect(self._on_recent)
            self._recent.addWidget(link)
        self._whereabouts.ask(self.session.settings.recent)
        if not self._recent.count():
            self._recent.addWidget(
                Label(_("Nothing opened yet. The sample shows what an assessment looks like."), wrap=True)
            )
        self._recent.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low, there is less room above."""
        super().resizeEvent(event)
        self._column.setContentsMargins(_MARGIN, 16 if self.height() < px(LOW) else 60, _MARGIN, _MARGIN)

    @Slot()
    def begin_new(self) -> None:
        """Ask for what a new assessment needs."""
        from desktop.model.maturity.shelf import shipped, summary  # noqa: PLC0415 - reads the packs; only when asked for
        from desktop.model.own_models.kept_models import own_models  # noqa: PLC0415 - likewise
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
        own = self.session.run(own_models) or ()
        kept = [summary(model.pack()) for model in own if model.usable]
        for number, offered in enumerate((*shipped(), *kept)):
            box = QCheckBox(unmarked(packs.offer(offered)))
            box.setToolTip(plain_tip(f"{offered.summary}\n{packs.counts(offered)}"))
            box.setProperty("pack", offered.id)
            box.setChecked(number == 0)
            self._boxes.append(box)
            self._models.addWidget(box)
        self._new_card.show()
        self._organisation.setFocus()
        QTimer.singleShot(0, self._show_new)

    def come_forward(self, model: str = "") -> None:
        """Take the keys where they were; where a model is named, by its identity, for a new assessment with it."""
        if not model:
            (focused_in(self) or self).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.begin_new()
        for box in self._boxes:
            box.setChecked(box.property("pack") == model)

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
            (_("All models"), SHELF.shortcut, self._on_models),
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
        from desktop.ui.new_passphrase import NewPassphrase  # noqa: PLC0415 - only when asked for
        from desktop.ui.widgets.editors import LineField  # noqa: PLC0415 - likewise

        card = Card(_("New assessment"), _("Choose the models; more can be added, and taken away, at any time."))
        self._organisation = LineField(_("Organisation"), _("The organisation that is assessed"))
        self._organisation.returnPressed.connect(self._on_create)
        form = QFormLayout()
        form.addRow(_("Organisation"), self._organisation)
        self._models = QVBoxLayout()
        form.addRow(_("Models"), self._models)
        self._passphrase = NewPassphrase()
        self._passphrase.unfolded.connect(self._on_unfolded)
        form.addRow(_("Passphrase"), self._passphrase)
        card.body.addLayout(form)
        row = QHBoxLayout()
        self._create = QPushButton(_("Choose where to keep it…"))
        self._create.setProperty("kind", "primary")
        self._create.clicked.connect(self._on_create)
        row.addWidget(self._create)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    @Slot()
    def _show_new(self) -> None:
        """Bring the end of what is asked into view, and in any case where it begins."""
        for seen in (self._create, self._organisation):
            self._area.ensureWidgetVisible(seen)

    @Slot()
    def _on_unfolded(self) -> None:
        """There is more to be asked now; its end comes into view once it has its place."""
        QTimer.singleShot(0, self._show_new)

    @Slot()
    def _on_create(self) -> None:
        from desktop.exchange.file_names import file_name, with_ending  # noqa: PLC0415 - only when asked for
        from desktop.model.own_models.kept_models import any_pack  # noqa: PLC0415 - likewise

        organisation = self._organisation.text().strip()
        chosen = [str(box.property("pack")) for box in self._boxes if box.isChecked()]
        if not chosen:
            self.session.tell(_("Choose at least one model."), "bad")
            return
        if not self._passphrase.is_fit():
            return
        proposal = file_name(organisation or _("Assessment"), ending=ENDING)
        path = self.session.dialogs.save_file(_("Where to keep the assessment"), proposal, FILES)
        if path is None:
            return
        packs = self.session.run(lambda: [any_pack(pack) for pack in chosen])
        key = self._passphrase.key()
        if packs and self.session.create(with_ending(path, ENDING), packs, organisation, key):
            if self._new_card is not None:
                self._new_card.hide()
            self._organisation.clear()
            self._passphrase.clear()

    @Slot()
    def _on_open(self) -> None:
        path = self.session.dialogs.open_file(_("Open assessment"), FILES)
        if path is not None:
            self.session.open(path)

    @Slot()
    def _on_models(self) -> None:
        self.session.go(SHELF.key)

    @Slot()
    def _on_sample(self) -> None:
        self.open_sample()

    @Slot(str)
    def _on_cleared(self, folder: str) -> None:
        text = _(
            "A program that was stopped had left a draft in {folder} that could be read without a passphrase, beside a "
            "file that has one. It was cleared away. Where the passphrase was to be taken away, do it again."
        )
        self.session.tell(text.format(folder=folder), "warn")

    @Slot(str, bool)
    def _on_told(self, path: str, there: bool) -> None:  # noqa: FBT001 - a slot
        for place in range(self._recent.count()):
            item = self._recent.itemAt(place)
            link = item.widget() if item is not None else None
            if isinstance(link, FileLink) and str(link.path) == path:
                link.tell(away=not there)

    @Slot()
    def _on_recent(self) -> None:
        sender = self.sender()
        if isinstance(sender, FileLink):
            self.session.open(sender.path)
