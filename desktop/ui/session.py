"""The open assessment as the window sees it: operations go in, changes are announced, errors are told apart."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.language import _
from desktop.model.errors import RefusalError
from desktop.ui.dialogs import Dialogs
from desktop.ui.settings import Settings

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment
    from desktop.model.files.file_key import FileKey
    from desktop.model.journal import Changed
    from desktop.model.maturity.pack import Pack
    from desktop.model.records import Member

R = TypeVar("R")

WAYS_ON = {
    "file.moved": "open",
    "file.replaced": "reopen",
    "file.overwritten": "reopen",
    "file.rekeyed": "reopen",
    "step.senseless": "save_copy",
}
"""Commands that lead on after a refusal."""


class Session(QObject):
    """Holds the open assessment and is the only way to it.

    Attributes:
        settings: what is remembered between runs.
        dialogs: how the window asks for files and words.
        duties: who of the team works on what, in a line and in full.

    Signals:
        opened: an assessment was opened.
        closed: it was closed; pages of it go away.
        changed: ``(Changed, initiator)`` after every step that is safe in the file.
        told: ``(text, tone)`` something the user should read in the toast; tone ``good``, ``warn`` or ``bad``.
        refused: what was told last is why an edit was not made.
        told_of_step: ``(text, id of the step)`` good news about a step, which can be undone from there.
        hindered: ``(text, typed, way)`` an edit was not made; what was typed can be copied, and a command leads on.
        wrote: (folder) what was told last is about files that were written there.
        asked_for: ``(page key, target id)`` a page asks to be taken elsewhere.
        seated: somebody else sits at the keyboard now.
        seat_wanted: who sits there is to be asked.
        duties_told: ``(line, in full)`` who of the team works on what.
        unlocked_again: the window was locked, and is not any more.
        then_wanted: ``step id or day``: the assessment as it was then is to be shown.
        point_wanted: a restore point is to be made.
        point_made: there is one more.
        unseating: somebody else is about to sit there; what is half typed is still by who sits there now.
    """

    opened = Signal()
    closed = Signal()
    changed = Signal(object, object)
    told = Signal(str, str)
    refused = Signal()
    wrote = Signal(object)
    told_of_step = Signal(str, object)
    asked_for = Signal(str, str)
    seated = Signal()
    seat_wanted = Signal()
    duties_told = Signal(str, str)
    unseating = Signal()
    unlocked_again = Signal()
    then_wanted = Signal(object)
    point_wanted = Signal()
    point_made = Signal()
    hindered = Signal(str, str, str)

    def __init__(self, settings: Settings, dialogs: Dialogs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.dialogs = dialogs
        self._assessment: Assessment | None = None
        self._present: Assessment | None = None
        self._member = ""
        self._initiator: object = None
        self.is_turning = False
        self.duties = ("", "")

    @property
    def assessment(self) -> Assessment:
        """The open assessment; ask `is_open` first."""
        assert self._assessment is not None
        return self._assessment

    @property
    def is_open(self) -> bool:
        """Whether an assessment is open."""
        return self._assessment is not None

    @property
    def present(self) -> Assessment:
        """The open assessment as it is now, whatever is shown of it."""
        return self._present or self.assessment

    @property
    def is_looking_back(self) -> bool:
        """Whether the assessment is shown as it once was."""
        return self._present is not None

    @property
    def author(self) -> str:
        """Whose name stands by the steps: that of the team member at the keyboard, else the one that was typed."""
        return next((each.name for each in self._team() if each.id == self._member and each.name), "") or (
            self.settings.author or _("Assessor")
        )

    @property
    def member(self) -> str:
        """Id of the member of the assessment team who sits at the keyboard; empty where it is none of them."""
        return self._member if any(each.id == self._member for each in self._team()) else ""

    def today(self) -> dt.date:
        """The day as the user's clock has it; while one looks back, the day that one looks back to."""
        moment = None if self._assessment is None else self._assessment.moment
        if moment is not None:
            from desktop.wording.past_moments import moment_day  # noqa: PLC0415 - seldom needed

            return moment_day(moment)
        return dt.datetime.now().astimezone().date()

    def create(self, path: Path, packs: list[Pack], organisation: str = "", key: FileKey | None = None) -> bool:
        """Make an assessment, encrypted where there is a key, and open it; False when it was refused."""
        from desktop.model.assessment import Assessment  # noqa: PLC0415 - heavy; not needed for the start page

        def make() -> Assessment:
            return Assessment.create(path, packs, author=self.author, organisation=organisation, key=key)

        return self._take(path, make)

    def open(self, path: Path, key: FileKey | None = None) -> bool:
        """Open a file, asking for its passphrase where it has one; False when it was refused or given up.

        Args:
            path: the file.
            key: tried before somebody is asked.
        """
        from desktop.model.assessment import Assessment  # noqa: PLC0415 - heavy; not needed for the start page

        def make() -> Assessment | None:
            return self.unlocked(path, lambda fit: Assessment.open(path, author=self.author, key=fit), key)

        return self._take(path, make)

    def unlocked(self, path: Path, opening: Callable[[FileKey | None], R], key: FileKey | None = None) -> R | None:
        """Open any file that may be encrypted, asking for its passphrase until it fits; None when that was given up.

        Args:
            path: the file.
            opening: opens it with a key, or without one.
            key: tried before somebody is asked.

        Raises:
            RefusalError: what `opening` refuses but for the passphrase.
        """
        try:
            return opening(key)
        except RefusalError as refusal:
            if refusal.code not in ("file.encrypted", "file.wrong_passphrase"):
                raise
        from desktop.ui.unlocking import ask_passphrase  # noqa: PLC0415 - only for encrypted files

        return ask_passphrase(self.dialogs, path, opening)

    def adopt(self, assessment: Assessment) -> None:
        """Show an assessment that is open already."""
        self.close()
        self._assessment = assessment
        assessment.subscribe(self._announce)
        self.settings.remember(assessment.path)
        self._member = self._known_member(assessment)
        if self._member:
            self._put_name()
        self.opened.emit()

    def close(self) -> None:
        """Close the open assessment; nothing is left to save."""
        if self._assessment is not None:
            shown, present = self._assessment, self.present
            present.unsubscribe(self._announce)
            self.closed.emit()
            for each in {shown, present}:
                each.close()
            self._assessment = self._present = None
            self._member = ""

    def look_back(self, past: Assessment) -> None:
        """Show the assessment as it was; the file stays open, and `come_back` shows it as it is."""
        self._turn_to(past)

    def come_back(self) -> None:
        """Show the assessment as it is."""
        if self._present is not None:
            self._turn_to(self._present)
            self.catch_up()

    def _turn_to(self, shown: Assessment) -> None:
        """Let pages go away and come anew."""
        present, before = self.present, self.assessment
        with self.turning():
            self.closed.emit()
            self._assessment = shown
            self._present = None if shown is present else present
            if before is not present:
                before.close()
            self.opened.emit()

    @contextmanager
    def turning(self) -> Iterator[None]:
        """What is closed meanwhile is opened again by what comes next, on the page that was in front."""
        was, self.is_turning = self.is_turning, True
        try:
            yield
        finally:
            self.is_turning = was

    def run(self, operation: Callable[[], R], initiator: object = None) -> R | None:
        """Carry out an edit; a refusal is told in the toast and gives None.

        Args:
            operation: calls the open assessment.
            initiator: the page that asks; it need not refresh itself.
        """
        before, self._initiator = self._initiator, initiator
        try:
            return operation()
        except RefusalError as refusal:
            self.refuse(refusal)
            return None
        finally:
            self._initiator = before

    def work_as(self, author: str) -> None:
        """Remember who works here, and put the name beside all steps from now on. An empty one is "Assessor".

        Who is called like a member of the team is that member.
        """
        self.settings.author = author.strip()
        self.settings.asked_for_author = True
        named = [each.id for each in self._team() if each.name.casefold() == author.strip().casefold()]
        self._sit(named[0] if named else "")

    def tell_duties(self, line: str, full: str) -> None:
        """Let every page say who of the team works on what."""
        if self.duties != (line, full):
            self.duties = line, full
            self.duties_told.emit(line, full)

    def sit_down(self, member: str) -> None:
        """Let a member of the team sit at the keyboard; their name stands beside all steps from now on."""
        name = next((each.name for each in self._team() if each.id == member), "")
        if name:
            self.settings.author = name
            self.settings.asked_for_author = True
            self._sit(member)

    def _sit(self, member: str) -> None:
        self.unseating.emit()
        self._member = member
        if self._assessment is not None:
            self.settings.seat(self._assessment.about().get("id", ""), member)
        self._put_name()
        self.seated.emit()

    def _put_name(self) -> None:
        """Put the name of who sits here beside the steps, if it is not there already."""
        open_now = self._assessment
        if open_now is not None and not open_now.readonly and open_now.author != self.author:
            open_now.work_as(self.author)

    def _known_member(self, assessment: Assessment) -> str:
        """Who sat here last in this assessment; else the member who is called as somebody said they are."""
        name = self.settings.author.casefold()
        last = self.settings.seated(assessment.about().get("id", ""))
        found = sorted(assessment.preparation.members(), key=lambda each: each.id != last)
        return next((each.id for each in found if each.id == last or (name and each.name.casefold() == name)), "")

    def _team(self) -> list[Member]:
        return self._assessment.preparation.members() if self._assessment is not None else []

    def refuse(self, refusal: RefusalError) -> None:
        """Tell why something was not done."""
        from desktop.wording.refusals import sentence  # noqa: PLC0415 - many sentences, seldom needed

        way = WAYS_ON.get(refusal.code, "")
        if refusal.typed or way:
            self.hindered.emit(sentence(refusal), refusal.typed, way)
        else:
            self.told.emit(sentence(refusal), "bad")
            self.refused.emit()

    @Slot(object)
    def report(self, error: Exception) -> None:
        """Hand a bug that long work ran into to the crash reporter."""
        sys.excepthook(type(error), error, error.__traceback__)

    def tell_of_files(self, text: str, folder: Path, tone: str = "good") -> None:
        """Tell that files were written, with a way to the folder they are in."""
        self.told.emit(text, tone)
        self.wrote.emit(folder)

    def tell(self, text: str, tone: str = "good") -> None:
        """Tell something in the toast."""
        self.told.emit(text, tone)

    def tell_of_step(self, text: str) -> None:
        """Tell what the latest edit did, with a way to undo it; it goes when the edit is undone."""
        step = self.assessment.history.next_undo()
        if step is None:
            self.tell(text)
        else:
            self.told_of_step.emit(text, step.id)

    def go(self, page: str, target: str = "") -> None:
        """Ask the window to show a page, and there the thing with this id."""
        self.asked_for.emit(page, target)

    @Slot()
    def catch_up(self) -> None:
        """See whether another program did something to the open file meanwhile, and tell."""
        if self._assessment is None:
            return
        readonly = self._assessment.readonly
        if self.run(self._assessment.catch_up) and not readonly:
            self.tell(_("Another program changed the file. You now see it as it is."), "warn")

    def reopen(self) -> None:
        """Open the file that is now where the open one was."""
        path, key = self.assessment.path, self.assessment.key
        self.close()
        self.open(path, key)

    def _take(self, path: Path, make: Callable[[], Assessment | None]) -> bool:
        self.come_back()
        if self._assessment is not None and self._assessment.is_at(path):
            if self._assessment.path == path:
                return True
            self.close()  # the same file by another name: it would be in its own way
        assessment = self.run(make)
        if assessment is None:
            return False
        if self.run(assessment.models.all) is None:
            assessment.close()
            return False
        self.adopt(assessment)
        return True

    def _announce(self, changed: Changed) -> None:
        if self._member and "member" in changed.kinds:
            self._put_name()
        by_another_program = changed.step is None
        self.changed.emit(changed, None if by_another_program else self._initiator)
