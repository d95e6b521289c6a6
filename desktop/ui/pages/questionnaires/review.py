"""The review of forms that were read: what the program cannot decide is decided here, before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _, ngettext
from desktop.model.assessment.examined import Examined, Ruling
from desktop.model.assessment.forms import FilledForm, Outcome
from desktop.ui.deeds import Deed
from desktop.ui.pages.questionnaires.review_card import ReviewCard
from desktop.ui.pages.questionnaires.review_items import Item, Matter, ReviewItems, settled_as_shown
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.theme import px
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import Label

if TYPE_CHECKING:
    from desktop.exchange.forms.intake import ReadForm
    from desktop.model.assessment import Assessment


class Review(QWidget):
    """A list of what is to be decided, and beside it the thing in hand with what can be chosen.

    Signals:
        accepted: all is decided; take the forms.
        left: the user wants none of them.
    """

    accepted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.read: Sequence[ReadForm] = ()
        self.rulings: dict[int, Ruling] = {}
        self._forms: list[FilledForm] = []
        self._assessment: Assessment | None = None
        self._examined: list[Examined] = []
        self._rivals: list[tuple[int, ...]] = []
        self._warned = False
        self.table = ReviewTable()
        self.card = ReviewCard()
        self._summary = Label("", wrap=True)
        self._keys = Label(
            _(
                "Keys: the number of an answer · 0 leaves it open · A the same for all like it · Enter accepts · "
                "Esc leaves"
            ),
            "small",
            wrap=True,
        )
        self.accept = QPushButton(_("&Accept"))
        self.accept.setProperty("kind", "primary")
        self.leave = QPushButton(_("&Leave without importing any"))
        self._arrange()
        self.table.digit.connect(self._on_digit)
        self.table.alike.connect(self._on_alike)
        self.table.accepting.connect(self._on_accept)
        self.table.leaving.connect(self.left)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.card.chosen.connect(self._on_digit)
        self.card.alike.connect(self._on_alike)
        self.accept.clicked.connect(self._on_accept)
        self.leave.clicked.connect(self.left)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._summary, 1)
        head.addStretch()
        head.addWidget(self.leave)
        head.addWidget(self.accept)
        left = Card()
        left.tighten()
        left.body.addWidget(self.table, 1)
        left.body.addWidget(self._keys)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(left, 3)
        body.addWidget(self.card, 2)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(10)
        frame.addLayout(head)
        frame.addLayout(body, 1)

    @property
    def is_open(self) -> bool:
        """Whether a review is going on."""
        return self._assessment is not None

    @property
    def items(self) -> tuple[Item, ...]:
        """What is to be decided."""
        found: tuple[Item, ...] = self.table.source.rows
        return found

    def begin(self, assessment: Assessment, read: Sequence[ReadForm], *, again: bool = False) -> bool:
        """Look at what was read; False when nothing has to be decided, and then there is no review.

        Args:
            assessment: where it goes.
            read: what was read.
            again: whether it is asked anew about what was left out at an earlier import.
        """
        from desktop.exchange.forms.intake import filled, paths_of  # noqa: PLC0415 - loaded with the reading

        self.read, self._warned = read, False
        self._assessment, self._forms = assessment, filled(read)
        self._items = ReviewItems(assessment, paths_of(read))
        self._rivals = []
        self.rulings = {place: Ruling(is_asked=True, again=again) for place in range(len(self._forms))}
        examined = assessment.questionnaires.examine(self._forms, self.rulings)
        self._rivals = sorted({one.rivals for one in examined if one.rivals})
        self.refresh()
        if not self.items:
            self.end()
            return False
        self.table.setCurrentIndex(self.table.proxy.index(0, 0))
        return True

    def end(self) -> None:
        """The review is over."""
        self._assessment = None
        self.read, self._forms = (), []

    def settled(self) -> dict[int, Ruling]:
        """All that was decided, and what is open as it is shown."""
        return settled_as_shown(self._examined, self.rulings)

    def refresh(self) -> None:
        """Examine the forms again, as decided so far and as the assessment is now; the cursor stays."""
        if self._assessment is None:
            return
        self._examined = self._assessment.questionnaires.examine(self._forms, self.rulings)
        self.table.fill(self._items.of(self._examined, self.rulings, self._rivals), _key)
        self.card.show_item(self.table.current_row())
        self._show_summary()

    def _show_summary(self) -> None:
        refused = sum(one.refusal is not None for one in self._examined) + len(self.read) - len(self._forms)
        blank = sum(one.outcome is Outcome.BLANK for one in self._examined)
        count = len(self.read)
        parts = [ngettext("{count} form read", "{count} forms read", count).format(count=count)]
        open_ = sum(item.chosen is None for item in self.items)
        parts.append(
            ngettext("{count} thing to decide", "{count} things to decide", open_).format(count=open_)
            if open_
            else _("all decided")
        )
        if blank:
            parts.append(_("{count} blank").format(count=blank))
        if refused:
            parts.append(_("{count} refused").format(count=refused))
        text = " · ".join(parts) + ". " + _("Nothing is stored until you accept.")
        if self._warned and open_:
            text += " " + _("Press Enter again: what is open stays as it is, and unclear answers stay out.")
        self._summary.setText(text)

    def _decide(self, item: Item, digit: int) -> bool:
        option = next((one for one in item.options if one.digit == digit), None)
        if option is not None:
            self.rulings |= option.rulings
        return option is not None

    @Slot(int)
    def _on_digit(self, digit: int) -> None:
        item = self.table.current_row()
        if item is None or not self._decide(item, digit):
            return
        self._warned = False
        self.refresh()
        self._go_on(item)

    @Slot()
    def _on_alike(self) -> None:
        """Decide all things of the kind as the one in hand."""
        item = self.table.current_row()
        if item is None:
            return
        digit = next(one.digit for one in item.options if one.text == item.decision)
        for key in [one.key for one in self.items if _is_alike(one, item)]:
            again = next((one for one in self.items if one.key == key), None)
            if again is not None:
                self._decide(again, digit)
                self.refresh()
        self._go_on(item)

    def _go_on(self, item: Item) -> None:
        """To the next thing that is open, after this one or else the first."""
        rows = self.items
        here = next((number for number, row in enumerate(rows) if row.key == item.key), -1)
        order = [*range(here + 1, len(rows)), *range(here + 1)]
        place = next((number for number in order if rows[number].chosen is None), None)
        if place is not None:
            self.table.setCurrentIndex(self.table.proxy.index(place, 0))

    @Slot()
    def _on_accept(self) -> None:
        first = next((item for item in self.items if item.chosen is None), None)
        if first is None or self._warned:
            self.accepted.emit()
            return
        self._warned = True
        self.table.select(lambda row: row.key == first.key)
        self.table.setFocus()
        self._show_summary()

    @Slot(QModelIndex)
    def _on_row(self, _now: QModelIndex) -> None:
        self.card.show_item(self.table.current_row())


class ReviewTable(Table):
    """What is to be decided.

    Signals:
        digit: the number key pressed.
        alike: the same for all like it.
        accepting: take the forms.
        leaving: take none.
    """

    digit = Signal(int)
    alike = Signal()
    accepting = Signal()
    leaving = Signal()

    def __init__(self) -> None:
        super().__init__(RowsModel(_columns()), _("To decide"), sortable=False)

    def minimumSizeHint(self) -> QSize:
        """It can be narrow: columns give way."""
        return QSize(px(280), px(160))

    def deeds(self) -> Sequence[Deed]:
        """Numbers decide the thing in hand."""
        item: Item | None = self.current_row()
        return (
            *(
                Deed((str(option.digit),), option.text, partial(self.digit.emit, option.digit))
                for option in (item.options if item else ())
            ),
            Deed(("A",), _("The same for all like it"), self.alike.emit),
            Deed(("Enter",), _("Accept"), self.accepting.emit),
            Deed(("Esc",), _("Leave without importing any"), self.leaving.emit),
            *super().deeds(),
        )


def _is_alike(one: Item, other: Item) -> bool:
    """Open, or the same, and of its kind; cells are alike in which the same stands."""
    same = one.key == other.key
    alike = one.matter is other.matter and (one.matter is not Matter.CELL or one.reason == other.reason)
    return same or (alike and one.chosen is None)


def _columns() -> list[Column[Item]]:
    return [
        Column(_("Form"), lambda item: item.number, tip=lambda item: item.where, width=62),
        Column(_("To decide"), lambda item: item.short, tip=lambda item: item.title, beneath=lambda item: item.brief),
        Column(
            _("Decision"),
            lambda item: _("open") if item.chosen is None else item.decision,
            tone=lambda item: "warn" if item.chosen is None else "accent",
            tip=lambda item: item.decision,
            width=150,
        ),
    ]


def _key(item: Item) -> object:
    return item.key
