"""What the window does with copies: makes them, writes parcels, and keeps one in step with a shared folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.ui import apart_work
from desktop.ui.apart_work import ApartWork
from desktop.ui.dialogs import FILES
from desktop.ui.dropping import ASSESSMENT, PARCEL
from desktop.ui.session import Session
from desktop.ui.work import Work

if TYPE_CHECKING:
    from desktop.exchange.travelling.arriving import Came
    from desktop.exchange.travelling.shared_folder import SharedFolder
    from desktop.exchange.travelling.syncing_copies import Gathered, Outgoing
    from desktop.model.errors import RefusalError

PARCELS = "Maturity Workbench (*.maturity-parcel)"
"""Which files a dialog about parcels shows."""

SYNC_MS = 180_000
"""How often the shared folder is looked at."""

MOST_TOLD = 4
"""So much is told of what a sync found wanting, late or strange."""


class CopiesDesk(QObject):
    """Carries out the commands about copies. What takes long runs beside the window.

    Args:
        session: whose assessment it is.
        parent: the window.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._syncing = False
        self._by_itself = False
        self._folder_in_use: SharedFolder | None = None
        self._came: Sequence[Came] = ()
        self._gathered: Gathered | None = None
        self._work: Work | None = None
        self._apart = ApartWork(session, parent)
        self._timer = QTimer(self, interval=SYNC_MS)
        self._timer.timeout.connect(self._on_time)
        session.opened.connect(self._timer.start)
        session.closed.connect(self._timer.stop)

    @Slot()
    def do_colleague_copy(self) -> None:
        """Make a copy for a member of the team."""
        session = self._session
        members = [each for each in session.assessment.preparation.members() if each.id != session.member]
        if not members:
            session.tell(
                _("There is nobody else in the assessment team yet. Add them on the page Preparation."), "warn"
            )
            session.go("preparation")
            return
        title = _("Copy for a colleague")
        text = _("For whom is the copy? What is done in it comes back by merging, a parcel or a shared folder.")
        member = session.dialogs.one_of(title, text, [(each.id, each.name) for each in members])
        if member is None:
            return
        text = _("May the copy say who the participants are? Without that it holds codes only, and never learns more.")
        ways = [("with", _("With identities")), ("without", _("Codes only"))]
        way = session.dialogs.one_of(title, text, ways)
        if way is None:
            return
        name = next(each.name for each in members if each.id == member)
        path = self._place_for(title, name, ASSESSMENT, FILES)
        if path is None:
            return
        copies = session.assessment.copies
        if session.run(lambda: copies.make_for(member, path, coded=way == "without")) is not None:
            session.tell_of_files(_("The copy for {name} is written.").format(name=name), path.parent)

    @Slot()
    def do_parcel(self) -> None:
        """Write what a colleague's copy lacks."""
        from desktop.exchange.travelling.sending import send_parcel  # noqa: PLC0415 - only when asked for
        from desktop.model.errors import RefusalError  # noqa: PLC0415 - likewise
        from desktop.wording.travelling import called_copies  # noqa: PLC0415 - likewise

        session = self._session
        if session.is_looking_back:
            session.refuse(RefusalError("past.readonly"))
            return
        called = called_copies(each for each in session.assessment.copies.all() if not each.own)
        if not called:
            session.tell(_("No copy of a colleague is known here yet. Make one, or merge theirs once."), "warn")
            return
        text = _("For whom is the parcel? It holds what their copy lacks, as far as is known here.")
        name = session.dialogs.one_of(_("Parcel"), text, [(name, name) for name in called])
        if name is None:
            return
        path = self._place_for(_("Parcel"), name, PARCEL, PARCELS)
        if path is None:
            return
        if session.run(session.assessment.copies.own_for_sure) is None:
            return
        sent = session.run(lambda: send_parcel(session.assessment, called[name], path))
        if sent is not None:
            text = ngettext("{count} step is in the parcel.", "{count} steps are in the parcel.", sent.steps)
            session.tell_of_files(text.format(count=sent.steps), path.parent)

    @Slot()
    def do_shared_folder(self) -> None:
        """Choose the folder through which copies meet, or none any more, and sync."""
        session = self._session
        known = self._folder()
        if known is not None:
            text = _("Copies of this assessment meet in {path}. It is looked at every few minutes.").format(path=known)
            ways = [("sync", _("Sync now")), ("other", _("Another folder…")), ("none", _("No longer sync"))]
            way = session.dialogs.one_of(_("Shared folder"), text, ways)
            if way == "none":
                session.settings.share(self._id(), "")
                session.tell(_("This assessment no longer syncs."))
            if way == "sync":
                self.do_sync()
            if way != "other":
                return
        path = session.dialogs.folder(_("Shared folder"))
        if path is not None:
            session.settings.share(self._id(), str(path))
            self.do_sync()

    @Slot()
    def do_sync(self) -> None:
        """Sync now."""
        if self._folder() is None:
            self.do_shared_folder()
            return
        self._begin(by_itself=False)

    def _tell(self, came: Sequence[Came], *, quietly: bool = False) -> None:
        from desktop.wording.merge_previews import decision_lines  # noqa: PLC0415 - only when asked for
        from desktop.wording.travelling import steps_text  # noqa: PLC0415 - likewise

        steps = sum(each.steps for each in came)
        if not steps and quietly:
            return
        conflicts = self._session.assessment.conflicts.count()
        text = " ".join([_("{steps} came in.").format(steps=steps_text(steps)), *decision_lines(conflicts, 0)])
        self._session.tell(text, "warn" if conflicts else "good")

    def _begin(self, *, by_itself: bool) -> None:
        from desktop.exchange.travelling.syncing_copies import folder_for, gather  # noqa: PLC0415 - see above

        path, session = self._folder(), self._session
        if path is None or self._syncing or session.assessment.readonly:
            return
        assessment = session.assessment
        if session.run(assessment.copies.own_for_sure) is None:
            return
        self._by_itself = by_itself
        folder = folder_for(assessment, path)
        reach, here = assessment.merging.reach(), frozenset(assessment.copies.content_sizes())
        self._folder_in_use = folder
        self._start(Work(lambda _progress, _cancelled: gather(folder, reach, here), self), self._take)

    @Slot(object)
    def _take(self, gathered: Gathered) -> None:
        """The part of a sync that needs the assessment; much at once is taken in only when somebody asks for it."""
        from desktop.exchange.travelling.syncing_copies import bulk_of, take_gathered  # noqa: PLC0415 - see above

        session, folder = self._session, self._folder_in_use
        if not session.is_open or folder is None or self._id() != folder.assessment:
            return
        if bulk_of(gathered) > apart_work.BULK:
            if self._by_itself:
                session.tell(
                    _("Much has come into the shared folder. “Sync now” takes it in; that takes a while."), "warn"
                )
                return
            text = _("Taking in what lies in {folder}.").format(folder=folder.path)
            self._apart.begin(
                _("Sync now"),
                text,
                lambda found, onlooker: take_gathered(found, gathered, onlooker)[0],
                partial(self._write, gathered),
            )
            return
        came = session.run(lambda: take_gathered(session.assessment, gathered)[0])
        if came is not None:
            self._write(gathered, came)

    def _write(self, gathered: Gathered, came: Sequence[Came] | None) -> None:
        """Write what the others lack, read from the file beside the window."""
        from desktop.exchange.travelling.syncing_copies import to_write, write_out  # noqa: PLC0415 - see above
        from desktop.model.assessment import Assessment  # noqa: PLC0415 - likewise

        session, folder = self._session, self._folder_in_use
        if folder is None or not session.is_open:
            return
        path, key, author = session.assessment.path, session.assessment.key, session.author

        def task(_progress: object, _cancelled: object) -> Outgoing:
            with Assessment.open(path, author=author, readonly=True, key=key) as found:
                outgoing = to_write(found, folder, gathered.view, found.copies.own())
            write_out(folder, outgoing)
            return outgoing

        self._came, self._gathered = came or (), gathered
        self._start(Work(task, self), self._tell_of_sync)

    @Slot(object)
    def _tell_of_sync(self, outgoing: Outgoing) -> None:
        from desktop.exchange.travelling.syncing_copies import report  # noqa: PLC0415 - see above
        from desktop.wording.merge_previews import decision_lines  # noqa: PLC0415 - likewise
        from desktop.wording.skipped_files import skipped_text  # noqa: PLC0415 - likewise
        from desktop.wording.travelling import missing_lines, steps_text  # noqa: PLC0415 - likewise

        session, came, gathered = self._session, self._came, self._gathered
        if not session.is_open or gathered is None:
            return
        if self._by_itself:
            self._tell(came, quietly=True)
            return
        found = session.run(lambda: report(session.assessment, gathered, came, 0, outgoing))
        if found is None:
            return
        steps = sum(each.steps for each in found.came)
        text = _("{came} came in, {sent} went out.").format(came=steps_text(steps), sent=steps_text(found.sent))
        late = dict.fromkeys(line for each in found.waiting for line in missing_lines(each.missing))
        skipped = [skipped_text(each.name, each.refusal) for each in found.skipped]
        warned = [*decision_lines(session.assessment.conflicts.count(), 0), *late, *skipped]
        shown = warned[:MOST_TOLD]
        if len(warned) > MOST_TOLD:
            more = len(warned) - MOST_TOLD
            shown.append(ngettext("And {count} thing more.", "And {count} things more.", more).format(count=more))
        session.tell(" ".join([text, *shown]), "warn" if warned else "good")

    @Slot()
    def _on_time(self) -> None:
        path = self._folder()
        if path is not None and path.is_dir():
            self._begin(by_itself=True)

    def _start(self, work: Work, then: Callable[[Any], None]) -> None:
        self._syncing, self._work = True, work
        work.finished.connect(then)
        work.refused.connect(self._on_refused)
        work.failed.connect(self._session.report)
        work.ended.connect(self._on_ended)
        work.start()

    @Slot()
    def _on_ended(self) -> None:
        """One part of a sync is over; the next may have begun."""
        if self.sender() is self._work:
            self._syncing = False

    @Slot(object)
    def _on_refused(self, refusal: RefusalError) -> None:
        """What comes by itself and cannot now, comes another time."""
        if not self._by_itself:
            self._session.refuse(refusal)

    def _place_for(self, title: str, name: str, ending: str, pattern: str) -> Path | None:
        """Ask where to write what is for somebody."""
        from desktop.exchange.file_names import file_name  # noqa: PLC0415 - only when asked for
        from desktop.ui.exporting import confirmed_ending  # noqa: PLC0415 - likewise

        proposal = file_name(self._session.assessment.path.stem, name, ending=ending)
        path = self._session.dialogs.save_file(title, proposal, pattern)
        return None if path is None else confirmed_ending(self._session, path, ending)

    def _folder(self) -> Path | None:
        kept = self._session.settings.shared(self._id()) if self._session.is_open else ""
        return Path(kept) if kept else None

    def _id(self) -> str:
        return self._session.assessment.about().get("id", "") if self._session.is_open else ""
