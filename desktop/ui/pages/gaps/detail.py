"""One place in full: what is wanted of it, what is missing, and what could be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.targets import IMPORTANCE
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts import WHOLE
from desktop.model.planning.origins import OriginKind
from desktop.model.planning.part_targets import offered_targets
from desktop.model.records import Target
from desktop.ui.pages.gaps.lines import Lines, asked_lines, missing_lines
from desktop.ui.pages.gaps.offers import OfferTable, offer_row
from desktop.ui.pages.gaps.reading import Key, Offer, Snapshot
from desktop.ui.pages.gaps.rows import GapRow
from desktop.ui.pages.ratings.wanted import Digits
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import part_results
from desktop.wording.planning import gap_text, place_name


class Detail(Card):
    """The place under the cursor.

    Signals:
        wanted: (cells of its `Target`) something else is wanted.
        taken: (`Offer`) it should become an action item.
        left: the cursor should go back to the table.
        rated: its ratings are asked for.
    """

    wanted = Signal(object)
    taken = Signal(object)
    left = Signal()
    rated = Signal()

    def __init__(self) -> None:
        super().__init__(_("Where"))
        self._row: GapRow | None = None
        self._snapshot: Snapshot | None = None
        self.level = Choice(_("Target"))
        self.advice = Label("", "small", wrap=True)
        self.importance = Digits(_("Importance of the target"))
        self.importance.offer(IMPORTANCE)
        self.importance.setToolTip(plain_tip(_("From 1, little, to 5, most. It weighs the gap.")))
        self.reason = LineField(_("Reason of the target"), _("Why this target?"))
        self.set_by = LineField(_("Who set the target"), _("A role or name"))
        self.missing = Lines(_("What is missing"))
        self.offers = OfferTable()
        self.offers_heading = Label(_("Suggested actions"), "heading")
        self.hint = Label("", "small", wrap=True)
        self.practices = Lines(_("Practices to put in place"))
        self.outcomes = Lines(_("Outcomes to expect"))
        self.measures = Lines(_("Measures that come with it"))
        self.ratings = QPushButton(_("Ratings"))
        self.ratings.setProperty("kind", "link")
        self.head.addWidget(self.ratings)
        self._lay_out()
        self._connect()

    def show_place(self, row: GapRow | None, snapshot: Snapshot, target: Target | None, *, readonly: bool) -> None:
        """Show a place, or that none is chosen. What was being typed for another one is written first."""
        anew = row is None or self._row is None or row.key != self._row.key
        if anew:
            self.commit()
        self._row, self._snapshot = row, snapshot
        self.area.setVisible(row is not None)
        self.ratings.setVisible(row is not None)
        if row is None or target is None:
            self.say(_("Where"), _("Choose a line to see what is missing."))
            return
        stands = gap_text(row.gap)
        if row.gap.place != WHOLE:
            stands = _("{model}. {gap}").format(model=row.pack.name, gap=stands)
        self.say(place_name(row.gap.place, row.pack), stands)
        self.level.offer(_levels(row))
        self.level.show_value(target.level if row.gap.part is None else target.value or None)
        self.advice.setText(_advice(row.pack, target.level))
        self.advice.setVisible(bool(self.advice.text()))
        self.importance.show_number(target.importance, readonly=readonly)
        self.reason.show_text(target.reason)
        self.set_by.show_text(target.set_by)
        self.level.setEnabled(not readonly)
        for field in (self.reason, self.set_by):
            field.setReadOnly(readonly)
        self.missing.show_lines(missing_lines(row.gap, row.pack, snapshot.results[row.gap.model]))
        offers = [offer_row(offer, snapshot) for offer in snapshot.offers(row.gap)]
        self.offers.show_offers(offers, anew=anew)
        self.offers.setVisible(bool(offers))
        self.offers_heading.setVisible(bool(offers))
        self._show_offer()
        if anew:
            self.area.verticalScrollBar().setValue(0)

    @property
    def key(self) -> Key | None:
        """The place shown."""
        return self._row.key if self._row else None

    def commit(self) -> None:
        """Write what is being typed."""
        if self._row is not None:
            self.reason.commit()
            self.set_by.commit()

    def take_focus(self, part: str) -> None:
        """Put the cursor on ``importance``, ``reason`` or ``offers``."""
        match part:
            case "importance":
                self.importance.setFocus()
            case "reason":
                self.reason.setFocus()
            case _ if self.offers.isVisible():
                self.offers.setFocus()
                self.area.ensureWidgetVisible(self.offers)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        fields = (
            (_("&Target"), self.level),
            (_("&Importance"), self.importance),
            (_("Rea&son"), self.reason),
            (_("Set b&y"), self.set_by),
        )
        for number, (text, field) in enumerate(fields):
            label = Label(text, "mute")
            label.setBuddy(field)
            grid.addWidget(label, 2 * number, 0)
            side = Qt.AlignmentFlag.AlignLeft if field is self.importance else Qt.AlignmentFlag(0)
            grid.addWidget(field, 2 * number, 1, side)
        grid.addWidget(self.advice, 1, 1)
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        parts = (self.offers_heading, self.offers, self.hint, self.practices, self.outcomes, self.measures)
        for part in (self.missing, *parts):
            column.addWidget(part)
        column.addStretch(1)
        self.area = scrolled(content, _("The line in full"))
        self.body.addWidget(self.area)

    def _connect(self) -> None:
        self.level.chosen.connect(self._on_level)
        self.importance.chosen.connect(self._on_importance)
        self.importance.left.connect(self.left)
        self.reason.committed.connect(self._on_reason)
        self.set_by.committed.connect(self._on_set_by)
        for field in (self.reason, self.set_by):
            field.returnPressed.connect(self.left)
        self.offers.moved.connect(self._show_offer)
        self.offers.taken.connect(self.taken)
        self.offers.left.connect(self.left)
        self.ratings.clicked.connect(self.rated)

    @Slot()
    def _show_offer(self) -> None:
        """Say what the suggestion under the cursor asks for."""
        offer: Offer | None = self.offers.current_offer()
        if offer is None or self._snapshot is None or self._row is None:
            for part in (self.practices, self.outcomes, self.measures):
                part.show_lines(())
            row = self._row
            self.hint.setText("" if row is None or row.gap.rated else _("Suggestions come once it is rated."))
            self.hint.setVisible(bool(self.hint.text()))
            return
        pack = self._snapshot.packs[offer.proposal.model]
        for part, lines in zip(
            (self.practices, self.outcomes, self.measures), asked_lines(offer.proposal, pack), strict=True
        ):
            part.show_lines(lines)
        statement = offer.proposal.kind is OriginKind.STATEMENT
        self.practices.heading.setText(_("What it means") if statement else _("Practices to put in place"))
        self.hint.setText(_("Enter shows the action.") if offer.taken else _("Enter or A makes it an action."))
        self.hint.show()

    @Slot(object)
    def _on_level(self, level: object) -> None:
        of_part = self._row is not None and self._row.gap.part is not None
        self.wanted.emit({"value": level or ""} if of_part else {"level": level})

    @Slot(object)
    def _on_importance(self, importance: object) -> None:
        self.wanted.emit({"importance": importance})

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        self.wanted.emit({"reason": reason.strip()})

    @Slot(str)
    def _on_set_by(self, set_by: str) -> None:
        self.wanted.emit({"set_by": set_by.strip()})


def _levels(row: GapRow) -> list[tuple[int | str | None, str]]:
    if row.gap.part is not None:
        offered = offered_targets(row.gap.part)
        return [(None, _("None of its own")), *((each, part_results.spelt(each)) for each in offered)]
    if row.gap.rating is not None:
        return [
            (None, _("As for the whole model")),
            (1, _("To be satisfied")),
            (0, _("Need not be satisfied")),
        ]
    none = _("None") if row.gap.place == WHOLE else _("As for the whole model")
    named = [
        (level.number, _("{number} {name}").format(number=level.number, name=level.name)) for level in row.pack.levels
    ]
    levels: list[tuple[int | str | None, str]] = [(None, none), *named]
    return levels


def _advice(pack: Pack, target: int | None) -> str:
    """What the model's sources advise about the target."""
    if pack.guidance is None:
        return ""
    told = []
    if pack.guidance.target is not None:
        told.append(_("The model's source recommends level {level}.").format(level=pack.guidance.target))
    told += [warning.text for warning in pack.guidance.warnings if warning.level == target]
    return " ".join(told)
