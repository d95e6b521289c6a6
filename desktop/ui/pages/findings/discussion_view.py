"""The view of the discussion, made to be projected: one area at a time, and the feedback meeting in the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTime, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.exchange.deliverable import gather
from desktop.exchange.typed_days import UnclearDayError
from desktop.language import _, ngettext
from desktop.model.assessment.team_findings import PlacedFindings
from desktop.model.records import Finding, PointSort, SessionKind, Stance, TeamSession
from desktop.ui.pages.findings.area_profile import AreaProfile, area_profile
from desktop.ui.pages.findings.discussed_finding import Capture, DiscussedFinding, ShownFinding, came_of
from desktop.ui.pages.findings.discussion_timer import USUAL, DiscussionTimer
from desktop.ui.pages.findings.feedback_meeting import FeedbackMeeting
from desktop.ui.pages.findings.typed_action import typed_action
from desktop.ui.pages.interviews.part_names import NO_AREA
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.date_field import day_trouble
from desktop.ui.widgets.flow import Flow
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label, Tag
from desktop.ui.widgets.tips import plain_tip
from desktop.wording.interviews import coded

if TYPE_CHECKING:
    from desktop.ui.page import Page

DISCUSSION, FEEDBACK, EMPTY = range(3)
_TEAM, _PEOPLE = "team:", "people:"


class DiscussionView(QWidget):
    """Nothing in it names a participant: what may tell who said something is not shown.

    Attributes:
        landing: what has the focus when the view comes to the front.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._areas: list[PlacedFindings] = []
        self._area, self._finding = NO_AREA, ""
        self.session = Choice(_("Discussion"))
        self.begin = QPushButton(_("New discussion"))
        self.begin.setToolTip(plain_tip(_("Hold a discussion today about this area")))
        self.present = Label("", "small")
        self.attendance = QPushButton(_("Who is here…"))
        self.attendance.setToolTip(plain_tip(_("Tick those who are here (P on the finding)")))
        self.timer = DiscussionTimer()
        self.modes = QButtonGroup(self)
        self.previous, self.next = QPushButton("‹"), QPushButton("›")
        for button, words in ((self.previous, _("Previous area")), (self.next, _("Next area"))):
            button.setAccessibleName(words)
            button.setToolTip(plain_tip(words))
        self.area_name, self.purpose = Label("", "projected", wrap=True), Label("", "legible", wrap=True)
        self.standing = Tag()
        self._goals: list[tuple[Label, Tag]] = []
        self.finding, self.feedback = DiscussedFinding(), FeedbackMeeting(page.session.settings)
        self.landing: QWidget = self.finding
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the assessment as it is now."""
        assessment = self._page.assessment
        sessions = assessment.discussions.sessions()
        self.session.offer([(each.id, each.name) for each in sessions])
        self.session.setEnabled(bool(sessions))
        self.begin.setEnabled(not assessment.readonly)
        self._areas = assessment.findings.by_area()
        known = [each.area for each in self._areas]
        if self._area not in known:
            self._area = known[0] if known else NO_AREA
            self._begin_area()
        self._show()

    def reveal(self, target: str) -> bool:
        """It shows what others lead to."""
        del target
        return False

    def summary(self) -> str:
        """What stands beside the page's title."""
        count = len(self._areas)
        if not count:
            return ""
        return ngettext("{count} area with findings", "{count} areas with findings", count).format(count=count)

    def commit(self) -> None:
        """What is half typed in the line is kept nowhere until it is entered."""

    def hideEvent(self, event: QHideEvent) -> None:
        """The time stands still while nobody looks."""
        self.timer.stop()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        bar = QWidget()
        row = Flow(bar)
        for number, text in enumerate((_("Areas one by one"), _("Feedback meeting"))):
            chip = QPushButton(text)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            self.modes.addButton(chip, number)
            row.addWidget(chip)
        self.modes.button(DISCUSSION).setChecked(True)
        self.session.setMinimumContentsLength(18)
        for part in (self.session, self.begin, self.present, self.attendance, self.previous, self.next, self.timer):
            row.addWidget(part)
        self._area_card = Card()
        self._area_card.head.addWidget(self.standing)
        self._area_card.body.addWidget(self.area_name)
        self._area_card.body.addWidget(self.purpose)
        self._goal_lines = QVBoxLayout()
        self._area_card.body.addLayout(self._goal_lines)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(14)
        column.addWidget(self.finding)
        column.addWidget(self._area_card)
        column.addStretch(1)
        self._area_card.tighten()
        self.empty = Card(
            _("Nothing to discuss yet"),
            _("Findings are discussed area by area with those whose work they are about. Make findings first."),
        )
        self.empty.body.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(scrolled(inside, _("The area")))
        self.stack.addWidget(scrolled(self.feedback, _("Feedback meeting")))
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addWidget(bar)
        whole.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.modes.buttonClicked.connect(self._on_mode)
        self.session.chosen.connect(self._on_session)
        self.begin.clicked.connect(self.begin_discussion)
        self.attendance.clicked.connect(self.ask_attendance)
        self.finding.attending.connect(self.ask_attendance)
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.finding.settled.connect(self._on_settled)
        self.finding.captured.connect(self._on_captured)
        self.finding.turned.connect(self.turn_findings)
        self.finding.paged.connect(self.page_areas)
        self.finding.timed.connect(self.timer.turn)

    def _show(self) -> None:
        mode = self.modes.checkedId()
        for part in (self.session, self.begin, self.present, self.attendance, self.previous, self.next, self.timer):
            part.setVisible(mode == DISCUSSION and bool(self._areas))
        if mode == FEEDBACK:
            self.stack.setCurrentIndex(FEEDBACK)
            self.feedback.show_results(gather(self._page.assessment, day=self._page.session.today()))
        else:
            self.stack.setCurrentIndex(DISCUSSION if self._areas else EMPTY)
            if self._areas:
                self._show_area()
        self._page.subtitle.setText(self.summary())

    def _show_area(self) -> None:
        here = self._place()
        self._area_card.say(_("Area {place} of {count}").format(place=here + 1, count=len(self._areas)))
        self.previous.setEnabled(here > 0)
        self.next.setEnabled(here < len(self._areas) - 1)
        profile = self._profile()
        self.area_name.setText(profile.name)
        self.purpose.setText(profile.purpose)
        self.standing.say(*profile.standing)
        while len(self._goals) < len(profile.goals):
            label, tag = Label("", "legible", wrap=True), Tag()
            self._goal_lines.addWidget(label)
            self._goal_lines.addWidget(tag)
            self._goals.append((label, tag))
        for (label, tag), (text, rating, tone) in zip(self._goals, profile.goals, strict=False):
            label.setText(text)
            tag.say(rating, tone)
            label.show()
            tag.show()
        for label, tag in self._goals[len(profile.goals) :]:
            label.hide()
            tag.hide()
        self._show_present()
        self._show_finding()

    def _profile(self) -> AreaProfile:
        assessment = self._page.assessment
        pack = next((each.pack for each in assessment.models.all() if each.id == self._area.model), None)
        if pack is None or self._area.part not in pack.place_by_id:
            return AreaProfile(_("Outside the models"), "", (), ("", "plain"))
        return area_profile(pack, assessment.results.of(pack.id), self._area.part)

    def _show_present(self) -> None:
        it, session = self._page.assessment.interviews, self._held
        people, team = (len(it.participants(session)), len(it.members(session))) if session else (0, 0)
        told = _("Present: participants {people}, team {team}").format(people=people, team=team)
        self.present.setText(told if session else _("Choose or begin a discussion first."))
        self.attendance.setEnabled(bool(session) and not self._page.assessment.readonly)

    def _show_finding(self) -> None:
        findings = self._findings()
        if self._finding not in {each.id for each in findings}:
            self._finding = findings[0].id
        place = next(number for number, each in enumerate(findings) if each.id == self._finding)
        finding, assessment = findings[place], self._page.assessment
        session = self._held
        found = assessment.discussions.of(finding.id)
        hidden = _("may tell who said it; settle that under Findings or Interviews")
        texts = [note.text for note in found.notes] + [point.text for point in found.points]
        named = frozenset(text for text in texts if assessment.findings.named(text))
        unsafe = not finding.names_nobody and not finding.final and assessment.findings.named(finding.text)
        text = _("This finding {hidden}.").format(hidden=hidden) if unsafe else finding.text
        shown = ShownFinding(
            finding,
            text,
            self._profile().name,
            (place + 1, len(findings)),
            found.stances.get(session),
            came_of(found, _("({hidden})").format(hidden=hidden), named),
        )
        self.finding.show_finding(shown, editable=bool(session) and not assessment.readonly)

    @property
    def _held(self) -> str:
        """Id of the discussion that is held; empty for none."""
        found = self.session.value()
        return "" if found is None else str(found)

    def _place(self) -> int:
        return next((number for number, each in enumerate(self._areas) if each.area == self._area), 0)

    def _findings(self) -> tuple[Finding, ...]:
        return self._areas[self._place()].findings

    def _begin_area(self) -> None:
        """Another area: the discussion that is about it is held, and its time begins."""
        self._finding = ""
        it = self._page.assessment.interviews
        held = [each.id for each in self._page.assessment.discussions.sessions() if self._area in it.areas(each.id)]
        if held and self._held not in held:
            self.session.show_value(held[-1])
        session = self._held
        self.timer.begin(_planned(it.get(session), len(it.areas(session))) if session else USUAL)

    @Slot(int)
    def page_areas(self, by: int) -> None:
        """Go so many areas on."""
        there = self._place() + by
        if 0 <= there < len(self._areas):
            self._area = self._areas[there].area
            self._begin_area()
            self._show()
            self.finding.take_focus()

    @Slot(int)
    def turn_findings(self, by: int) -> None:
        """Go so many findings on; beyond the last of an area, to the next area."""
        ids = [each.id for each in self._findings()]
        there = ids.index(self._finding) + by
        if 0 <= there < len(ids):
            self._finding = ids[there]
            self._show_finding()
        else:
            self.page_areas(by)

    @Slot()
    def _on_previous(self) -> None:
        self.page_areas(-1)

    @Slot()
    def _on_next(self) -> None:
        self.page_areas(1)

    @Slot()
    def begin_discussion(self) -> None:
        """Hold a discussion today about the area in hand."""
        it, number = self._page.assessment.interviews, len(self._page.assessment.discussions.sessions()) + 1
        name, today = _("Discussion {number}").format(number=number), self._page.session.today()
        added = self._page.session.run(lambda: it.add(SessionKind.DISCUSSION, name, day=today), self._page)
        if added is None:
            return
        if self._area != NO_AREA:
            self._page.session.run(lambda: it.set_areas(added, [self._area]), self._page)
        self.session.offer([(each.id, each.name) for each in self._page.assessment.discussions.sessions()])
        self.session.show_value(added)
        self._page.refresh()
        self.finding.take_focus()

    @Slot()
    def ask_attendance(self) -> None:
        """Ask who is here, the team by name and participants by code."""
        held, assessment = self._held, self._page.assessment
        if not held or assessment.readonly:
            return
        it, preparation = assessment.interviews, assessment.preparation
        team = [(f"{_TEAM}{each.id}", each.name) for each in preparation.members()]
        people = [(f"{_PEOPLE}{each.id}", coded(each)) for each in preparation.participants()]
        here = {f"{_TEAM}{each}" for each in it.members(held)} | {f"{_PEOPLE}{each}" for each in it.participants(held)}
        picked = self._page.session.dialogs.several(_("Who is here"), team + people, here)
        if picked is None:
            return
        members = [key.removeprefix(_TEAM) for key in picked if key.startswith(_TEAM)]
        heard = [key.removeprefix(_PEOPLE) for key in picked if key.startswith(_PEOPLE)]
        self._page.session.run(lambda: it.take_part(held, members=members, participants=heard), self._page)
        self._page.refresh()
        self.finding.take_focus()

    @Slot(object)
    def _on_session(self, _session: object) -> None:
        self._show()

    @Slot(object)
    def _on_mode(self, _button: object) -> None:
        self._show()

    @Slot(object)
    def _on_settled(self, stance: Stance | None) -> None:
        session, finding = self._held, self._finding
        self._page.session.run(lambda: self._page.assessment.discussions.settle(session, finding, stance), self._page)
        self._page.refresh()

    @Slot(object, str)
    def _on_captured(self, capture: Capture, text: str) -> None:
        session, finding, assessment = self._held, self._finding, self._page.assessment
        match capture:
            case Capture.SAID:
                operation = partial(assessment.discussions.say, session, finding, text)
            case Capture.ACTION:
                model, aim = self._area
                try:
                    typed = typed_action(text)
                except UnclearDayError as trouble:
                    self._page.session.tell(day_trouble(trouble, text.rpartition(";")[2].strip()), "warn")
                    return
                cells: dict[str, Any] = {"owner": typed.owner, "due": typed.due, "model": model, "aim": aim}
                operation = partial(assessment.actions.add, typed.title, finding=finding, **cells)
            case _:
                sort = PointSort(capture.value)
                operation = partial(assessment.discussions.write_down, session, finding, sort, text)
        if self._page.session.run(operation, self._page) is not None:
            self.finding.line.setText("")  # so that Ctrl+Z takes back what was kept, not the typing
            self._page.refresh()


def _planned(session: TeamSession, areas: int) -> int:
    """Minutes for an area: its share of the session's."""
    if not session.starts or not session.ends:
        return USUAL
    begins, ends = (QTime.fromString(each, "HH:mm") for each in (session.starts, session.ends))
    return begins.secsTo(ends) // 60 // max(areas, 1)
