"""The view of follow-up reviews: the actions that are due, one by one, with what the review says of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from msgspec import Struct
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.planning.review_agenda import AgendaItem, Concern
from desktop.model.records import ActionStatus, ReviewRemark, TeamSession
from desktop.ui.deeds import Deed
from desktop.ui.pages.actions.review_card import ReviewCard
from desktop.ui.pages.actions.verify_card import Seen, VerifyCard
from desktop.ui.table_rows import Column, RowsModel
from desktop.ui.tables import Table
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import DateField, noted
from desktop.ui.widgets.field_grid import labelled
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.folding_panes import FoldingColumns
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names
from desktop.wording.aftercare import agenda_text, concern_text, concern_tone, effect_text

if TYPE_CHECKING:
    from desktop.ui.page import Page

_AHEAD = dt.timedelta(days=30)


class ReviewRow(Struct, frozen=True):
    """An action to talk about, with what was said of it."""

    item: AgendaItem
    remark: ReviewRemark | None


class FollowUpView(QWidget):
    """Each review is a session of its own kind; the schedule has its time, place and people.

    Attributes:
        landing: what has the focus when the view comes to the front.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.review = Choice(_("Review"))
        self.review.setMinimumContentsLength(28)
        self.day = DateField(_("Day of the review"))
        self.plan = QPushButton(_("Plan a review"))
        self.plan.setToolTip(plain_tip(_("Add a follow-up review; the schedule has its time, place and people")))
        self.note = QPushButton(_("Write the &note…"))
        self.note.setToolTip(plain_tip(_("A page on what the review said, as a Word file or a workbook")))
        self.dates = QPushButton(_("Due dates…"))
        self.dates.setToolTip(plain_tip(_("A calendar file with each open action on its due date, and the reviews")))
        self.table = Table(RowsModel(self._columns()), _("Actions to talk about"), sortable=False)
        self.table.offer_deeds(self._deeds)
        self.none = Label("", "mute", wrap=True)
        self.card, self.verifying = ReviewCard(), VerifyCard()
        self.landing: QWidget = self.table
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the assessment as it is now."""
        reviews = self._page.assessment.reviews.all()
        chosen = self._review
        self.review.offer([(each.id, _called(each)) for each in reviews])
        upcoming = self._page.assessment.reviews.upcoming(self._page.session.today())
        ids = [each.id for each in reviews]
        if chosen in ids:
            self.review.show_value(chosen)
        elif reviews:
            self.review.show_value(upcoming.id if upcoming is not None else ids[-1])
        for part in (self.review, self._day_label, self._day_ground):
            part.setVisible(bool(reviews))
        self.plan.setEnabled(not self._page.assessment.readonly)
        self._show_review()

    def reveal(self, target: str) -> bool:
        """Bring an action into view that a review said something of; its target is ``review id/action id``."""
        review, _slash, action = target.partition("/")
        if not action or review not in {each.id for each in self._page.assessment.reviews.all()}:
            return False
        self.review.show_value(review)
        self._show_review()
        return self.table.select(lambda row: row.item.action.id == action)

    def summary(self) -> str:
        """How far the review in hand has come."""
        rows = self.table.source.rows
        left = sum(row.item.concern is not Concern.SAID for row in rows)
        return agenda_text(left, len(rows)) if self._review else ""

    def commit(self) -> None:
        """Write what is being typed."""
        self.day.commit()
        self.card.commit()

    @Slot()
    def plan_review(self) -> None:
        """Add a review, thirty days after the last one or from today."""
        reviews = self._page.assessment.reviews
        last = max((each.day for each in reviews.all() if each.day is not None), default=self._page.session.today())
        name = _("Follow-up review {number}").format(number=len(reviews.all()) + 1)
        added = self._page.session.run(lambda: reviews.plan(name, last + _AHEAD), self._page)
        if added is None:
            return
        self.review.offer([(each.id, _called(each)) for each in reviews.all()])
        self.review.show_value(added)
        self._page.refresh()
        self.day.setFocus()

    @property
    def _review(self) -> str:
        """Id of the review in hand; empty for none."""
        chosen = self.review.value()
        return "" if chosen is None else str(chosen)

    def _lay_out(self) -> None:
        bar = QWidget()
        row = Flow(bar)
        self._day_label = labelled(_("Da&y"), self.day)
        self._day_ground = QWidget()
        told = noted(self.day)
        told.setContentsMargins(0, 0, 0, 0)
        self._day_ground.setLayout(told)
        for part in (self.review, self._day_label, self._day_ground, self.plan, self.note, self.dates):
            row.addWidget(part)
        listed = Card(_("Actions to talk about"))
        listed.body.addWidget(self.none)
        listed.body.addWidget(self.table, 1)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.card)
        column.addWidget(self.verifying)
        column.addStretch(1)
        panes = FoldingColumns()
        panes.add(listed, _("Actions to talk about"), 420, 620, 3)
        panes.add(scrolled(inside, _("What the review says")), _("What the review says"), 336, 400, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addWidget(bar)
        whole.addWidget(panes, 1)

    def _connect(self) -> None:
        self.review.chosen.connect(self._on_review)
        self.day.committed.connect(self._on_day)
        self.plan.clicked.connect(self.plan_review)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.note.clicked.connect(self._on_note)
        self.dates.clicked.connect(self._on_dates)
        self.card.said.connect(self._on_said)
        self.card.read.connect(self._on_read)
        self.verifying.changed.connect(self._show_lacking)
        self.verifying.verified.connect(self._on_verified)

    def _columns(self) -> list[Column[ReviewRow]]:
        return [
            Column(
                _("Why"),
                lambda row: concern_text(row.item.concern),
                tone=lambda row: concern_tone(row.item.concern),
                width=104,
            ),
            Column(_("Action"), _title, beneath=lambda row: row.item.action.owner, tip=_title),
            Column(_("Due"), lambda row: names.day(row.item.action.due), width=96, gives_way=1),
            Column(_("Status"), lambda row: names.name(row.item.action.status), width=96, gives_way=2),
            Column(_("Done"), lambda row: names.percent(row.item.action.percent), width=64, right=True, gives_way=3),
        ]

    def _show_review(self) -> None:
        it, review, today = self._page.assessment.reviews, self._review, self._page.session.today()
        found = it.agenda(review, today) if review else ()
        remarks = it.remarks(review) if review else {}
        self.table.fill([ReviewRow(item, remarks.get(item.action.id)) for item in found], _key)
        if found and self.table.current_row() is None:
            self.table.selectRow(0)
        session = next((each for each in it.all() if each.id == review), None)
        self.day.show_date(session.day if session is not None else None, review)
        self.none.setVisible(not found)
        self.table.setVisible(bool(found))
        self.none.setText(
            _("No action is due, late or done by then.")
            if review
            else _("No review is planned yet. Plan one: it walks through the actions that are due by then.")
        )
        self.note.setEnabled(bool(remarks))
        self.landing = self.table if found else self.plan
        self._show_action()

    def _show_action(self) -> None:
        row = cast("ReviewRow | None", self.table.current_row())
        assessment = self._page.assessment
        editable = not assessment.readonly
        self.card.show_item(row.item if row else None, row.remark if row else None, editable=editable)
        self.card.show_measures(assessment.measures.of(row.item.action.id) if row else (), editable=editable)
        to_verify = row is not None and row.item.action.status is ActionStatus.DONE
        self.verifying.setVisible(to_verify)
        if row is not None and to_verify:
            team = {each.id: each.name for each in assessment.preparation.members()}
            seer = team.get(self._page.session.member, "")
            self.verifying.begin(row.item.action.id, assessment.evidence.all(), seer)
            self._show_lacking()

    @Slot()
    def _show_lacking(self) -> None:
        row = cast("ReviewRow | None", self.table.current_row())
        if row is None or row.item.action.status is not ActionStatus.DONE:
            return
        assessment, seen, action = self._page.assessment, self.verifying.seen, row.item.action
        lacking = assessment.verifying.outstanding(action, seen.by, seen.evidence)
        effects = [effect_text(each.part.part, each) for each in assessment.verifying.effects(action)]
        self.verifying.show_lacking(lacking, effects, editable=not assessment.readonly)

    def _deeds(self) -> Sequence[Deed]:
        row = cast("ReviewRow | None", self.table.current_row())
        if row is None or self._page.assessment.readonly:
            return ()
        going = Deed(("Enter",), _("Write what is said"), self.card.text.setFocus)
        if row.remark is not None:
            return (going, Deed(("Delete", "Backspace"), _("It was not talked about"), self._take_back))
        return (going, Deed(("Space",), _("Nothing new: go on"), self._go_on))

    def _go_on(self) -> None:
        self._record({})

    def _take_back(self) -> None:
        row = cast("ReviewRow | None", self.table.current_row())
        if row is not None:
            it, action = self._page.assessment.reviews, row.item.action.id
            self._page.session.run(lambda: it.take_back(self._review, action), self._page)
            self._page.refresh()
            self.table.select(lambda each: each.item.action.id == action)

    def _record(self, said: dict[str, object]) -> None:
        row = cast("ReviewRow | None", self.table.current_row())
        if row is not None:
            self._on_said(row.item.action.id, said)

    @Slot(str, object)
    def _on_said(self, action: str, said: dict[str, object]) -> None:
        it, review, today = self._page.assessment.reviews, self._review, self._page.session.today()
        self._page.session.run(lambda: it.record(review, action, day=today, **said), self._page)  # type: ignore[arg-type]
        self._page.refresh()

    @Slot(str, str)
    def _on_read(self, measure: str, text: str) -> None:
        it, today = self._page.assessment.measures, self._page.session.today()
        self._page.session.run(lambda: it.add_reading(measure, today, text), self._page)
        self._page.refresh()

    @Slot(object)
    def _on_verified(self, seen: Seen) -> None:
        row = cast("ReviewRow | None", self.table.current_row())
        if row is None:
            return
        it, today, action = self._page.assessment.verifying, self._page.session.today(), row.item.action
        done = self._page.session.run(
            lambda: it.verify(action.id, today, seen.by, seen.evidence, text=seen.text, although=seen.although),
            self._page,
        )
        self._page.refresh()
        if done is not None:
            self._page.session.tell_of_step(_("Action {number} is verified.").format(number=action.number))

    @Slot(object)
    def _on_review(self, review: object) -> None:
        self.commit()
        self.review.show_value(str(review))
        self._show_review()

    @Slot(object)
    def _on_day(self, day: object) -> None:
        review = self._review
        self._page.session.run(lambda: self._page.assessment.interviews.change(review, day=day), self._page)
        self._page.refresh()

    @Slot()
    def _on_note(self) -> None:
        from desktop.ui.pages.actions.follow_up_saving import save_note_file  # noqa: PLC0415 - only when asked for

        self.commit()
        save_note_file(self._page.session, self._review)

    @Slot()
    def _on_dates(self) -> None:
        from desktop.ui.pages.actions.follow_up_saving import save_due_dates  # noqa: PLC0415 - only when asked for

        self.commit()
        save_due_dates(self._page.session)

    @Slot()
    def _on_row(self) -> None:
        self._show_action()


def _called(review: TeamSession) -> str:
    return _("{name}, {day}").format(name=review.name, day=names.day(review.day)) if review.day else review.name


def _key(row: ReviewRow) -> str:
    return row.item.action.id


def _title(row: ReviewRow) -> str:
    return _("{number}  {title}").format(number=row.item.action.number, title=row.item.action.title)
