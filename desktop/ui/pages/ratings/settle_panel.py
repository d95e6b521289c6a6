"""Settling an area: what is still missing, who agrees, and the button that settles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import _
from desktop.model.assessment.settling import Settling
from desktop.model.records import AreaRating, Member, Stance
from desktop.model.scoring.vocabulary import Rating
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.ratings.missing_links import MissingLinks
from desktop.ui.widgets.editors import LineField
from desktop.ui.widgets.scroll_area import scrolled
from desktop.ui.widgets.text import Label, Tag
from desktop.ui.widgets.text_button import TextButton
from desktop.wording import names
from desktop.wording.missing_words import settled_although, standing_before
from desktop.wording.tones import tone_of

_KEYED = 9
"""So many members have a key of their own."""


class StanceToggle(QWidget):
    """A member's name with a button to agree and one to disagree, and a field for why who disagrees does.

    Signals:
        said: (member id, stance or None).
        reasoned: (member id, why they disagree).
    """

    said = Signal(object, object)
    reasoned = Signal(object, object)

    def __init__(self, member: Member, number: int) -> None:
        super().__init__()
        self.member = member
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        if number <= _KEYED:
            row.addWidget(Label(str(number), "mute"))
        self.buttons = {stance: QPushButton(names.name(stance)) for stance in Stance}
        for stance, button in self.buttons.items():
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setAccessibleName(f"{member.name}: {names.name(stance)}")
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        row.addWidget(Label(member.name, wrap=True), 1)
        self.why = LineField(_("Why {member} disagrees").format(member=member.name), _("Why? It stays in the team."))
        self.why.committed.connect(self._on_why)
        row.addWidget(self.why, 2)

    def show_stance(self, stance: Stance | None, reason: str, *, readonly: bool) -> None:
        """Show where the member stands, and why."""
        for each, button in self.buttons.items():
            button.setChecked(each is stance)
            button.setEnabled(not readonly)
        self.why.setVisible(stance is Stance.DISAGREES)
        self.why.show_text(reason)
        self.why.setReadOnly(readonly)

    def turn(self) -> None:
        """Agree, or take that back."""
        self.buttons[Stance.AGREES].click()

    @Slot(bool)
    def _on_clicked(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        pressed = next(stance for stance, button in self.buttons.items() if button is self.sender())
        self.said.emit(self.member.id, pressed if on else None)

    @Slot(str)
    def _on_why(self, text: str) -> None:
        self.reasoned.emit(self.member.id, text)


class SettlePanel(Keyed, QWidget):
    """In the place of the practices while an area is being settled.

    Signals:
        stance: (member id, stance or None).
        dissent: (member id, why they disagree).
        agreed: everybody agrees.
        settled: (str) the area is to be settled, or to be opened again; why although something is missing.
        wanted: the id of a practice, goal or area where something is missing.
        seeking: what speaks of the area is to be seen.
        left: back to the practices.
    """

    seeking = Signal()
    stance = Signal(object, object)
    dissent = Signal(object, object)
    agreed = Signal()
    settled = Signal(str)
    wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Settle the area"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.heading = Label("", "heading", wrap=True)
        self.rating = Tag()
        self.lacks = Label("", "mute", wrap=True)
        self.links = MissingLinks()
        self.links.wanted.connect(self.wanted)
        self.cover = TextButton("→")
        self.cover.setCheckable(False)
        self.cover.setAccessibleName(_("Coverage"))
        self.cover.clicked.connect(self.seeking)
        self.behind = Label("", "strong", wrap=True)
        self.all = QPushButton(_("&All agree"))
        self.all.clicked.connect(self.agreed)
        self.before = Label("", wrap=True)
        self.in_spite = LineField(
            _("Why it is settled although something is missing"), _("Why all the same? It stands in the report.")
        )
        self.in_spite.textChanged.connect(self._on_typed)
        self.in_spite.returnPressed.connect(self._on_settle)
        self.settle = QPushButton(_("Settle"))
        self.settle.setProperty("kind", "primary")
        self.settle.clicked.connect(self._on_settle)
        self.back = QPushButton(_("Back to the practices"))
        self.back.clicked.connect(self.left)
        self.toggles: list[StanceToggle] = []
        self._allowed = False
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(6)
        first, second, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (first, ((self.heading, 1), (self.rating, 0))),
            (second, ((self.behind, 1), (self.all, 0))),
            (last, ((self.in_spite, 1), (self.settle, 0), (self.back, 0))),
        ):
            row.setSpacing(8)
            for part, stretch in parts:
                row.addWidget(part, stretch)
                if stretch and part is not self.in_spite:
                    row.addStretch()  # what the text leaves on a wide screen
        last.addStretch(1)
        content = QWidget()
        content.setObjectName("scrolled")
        column = QVBoxLayout(content)
        column.setContentsMargins(2, 4, 8, 4)
        column.setSpacing(10)
        column.addLayout(first)
        for widget in (self.lacks, self.links, self.cover):
            column.addWidget(widget)
        column.addLayout(second)
        column.addLayout(self._grid)
        column.addWidget(self.before)
        column.addLayout(last)
        column.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(scrolled(content, _("Settle the area")))

    def show_settling(
        self,
        area: tuple[str, Rating | None],
        settling: Settling,
        team: tuple[Sequence[Member], Mapping[str, Stance], Mapping[str, str]],
        *,
        final: AreaRating,
        readonly: bool,
    ) -> None:
        """Show how far the team is.

        Args:
            area: its name and rating; None where it has a level or a number in place of one.
            settling: what stands before settling it.
            team: its members, and by id where they stand and why those who disagree do.
            final: whether it is settled, and why although something is missing.
            readonly: whether nothing may be changed.
        """
        name, rating = area
        members, stances, dissent = team
        settled = final.settled
        words = _("Settled: “{area}”") if settled else _("Settle “{area}”")
        self.heading.setText(words.format(area=name))
        self.rating.setVisible(rating is not None)
        if rating is not None:
            self.rating.say(names.name(rating), tone_of(rating))
        self.lacks.setText(_still(rating, settling))
        self.links.show_missing(settling.missing)
        if [toggle.member for toggle in self.toggles] != list(members):
            self._offer(members)
        for toggle in self.toggles:
            id_ = toggle.member.id
            toggle.show_stance(stances.get(id_), dissent.get(id_, ""), readonly=readonly)
        empty = _("The assessment team has no members yet; name them under Preparation.")
        self.behind.setText(_("Who agrees with this rating?") if members else empty)
        self.all.setVisible(bool(members))
        self.all.setEnabled(not readonly and bool(settling.against or settling.silent))
        self.before.setText(settled_although(final.in_spite) if settled else standing_before(settling))
        self.before.setVisible(bool(self.before.text()))
        self.in_spite.setVisible(not (settled or readonly or settling.barred) and settling.lacking)
        self.settle.setText(_("Open it again") if settled else _("Settle"))
        self._allowed = not readonly and (settled or settling.ready)
        self._on_typed("")

    def show_coverage(self, covered: str) -> None:
        """Show how many practices have enough sources, and how many are affirmed face to face; empty for none."""
        self.cover.setVisible(bool(covered))
        self.cover.say(_("Sources: {covered}").format(covered=covered), _("Goes to what speaks of the area"))

    def take_focus(self) -> None:
        """Put the cursor on what comes next."""
        for button in (self.settle, self.all, self.in_spite, self.back):
            if button.isEnabled() and button.isVisibleTo(self):
                button.setFocus()
                return

    def deeds(self) -> Sequence[Deed]:
        """Numbers agree for a member each, A for all; Esc leads back."""
        return (
            Deed(("Esc",), _("Back to the practices"), self.left.emit),
            Deed(("A",), _("All agree"), self.all.click),
            *(
                Deed((str(number),), _("{member} agrees").format(member=toggle.member.name), toggle.turn)
                for number, toggle in enumerate(self.toggles[:_KEYED], start=1)
            ),
        )

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        """A reason is enough where coverage or agreement is missing."""
        told = self.in_spite.isVisibleTo(self) and bool(self.in_spite.text().strip())
        self.settle.setEnabled(self._allowed or told)

    @Slot()
    def _on_settle(self) -> None:
        if self.settle.isEnabled():
            reason = self.in_spite.text() if self.in_spite.isVisibleTo(self) else ""
            self.in_spite.clear()
            self.settled.emit(reason)

    def _offer(self, members: Sequence[Member]) -> None:
        for old in self.toggles:
            self._grid.removeWidget(old)
            old.deleteLater()
        self.toggles = [StanceToggle(member, number) for number, member in enumerate(members, start=1)]
        before: QWidget = self.all
        for number, toggle in enumerate(self.toggles):
            toggle.said.connect(self.stance)
            toggle.reasoned.connect(self.dissent)
            self._grid.addWidget(toggle, number, 0)
            for widget in (*toggle.buttons.values(), toggle.why):
                self.setTabOrder(before, widget)
                before = widget
        self.setTabOrder(before, self.in_spite)
        self.setTabOrder(self.in_spite, self.settle)
        self.setTabOrder(self.settle, self.back)


def _still(rating: Rating | None, settling: Settling) -> str:
    if not settling.missing:
        return _("Nothing is missing.")
    if rating is Rating.NOT_RATED:
        return _("Still missing; until then the area stays “not rated”:")
    return _("Still missing:")
