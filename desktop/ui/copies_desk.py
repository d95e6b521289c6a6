"""What the window does with copies: merges them, makes them, and keeps one in step with a shared folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _, ngettext
from desktop.ui.dialogs import FILES
from desktop.ui.session import Session
from desktop.ui.work import Work

if TYPE_CHECKING:
    from desktop.exchange.travelling.arriving import Came
    from desktop.exchange.travelling.parcels import Parcel
    from desktop.exchange.travelling.shared_folder import SharedFolder
    from desktop.exchange.travelling.syncing_copies import Gathered, Outgoing
    from desktop.model.errors import RefusalError
    from desktop.model.maturity.refs import Ref

PARCELS = "Maturity Workbench (*.maturity-parcel)"
MERGED = "Maturity Workbench (*.maturity *.maturity-parcel)"
"""Which files a dialog about copies shows."""

SYNC_MS = 180_000
"""How often the shared folder is looked at."""

_LINES = 14


class CopiesDesk(QObject):
    """Carries out the commands about copies. What takes long runs beside the window.

    Args:
        session: whose assessment it is.
        parent: the window.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: list[Path] = []
        self._syncing = False
        self._by_itself = False
        self._read = Path()
        self._folder_in_use: SharedFolder | None = None
        self._came: Sequence[Came] = ()
        self._gathered: Gathered | None = None
        self._outgoing: Outgoing | None = None
        self._timer = QTimer(self, interval=SYNC_MS)
        self._timer.timeout.connect(self._on_time)
        session.opened.connect(self._timer.start)
        session.closed.connect(self._timer.stop)

    @Slot()
    def do_merge(self) -> None:
        """Choose copies or parcels, look what they would bring, and take it or leave it."""
        self.merge(self._session.dialogs.open_files(_("Merge"), MERGED))

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
        path = session.dialogs.save_file(title, f"{session.assessment.path.stem} – {name}.maturity", FILES)
        if path is None:
            return
        copies = session.assessment.copies
        if session.run(lambda: copies.make_for(member, path, coded=way == "without")) is not None:
            session.tell_of_files(_("The copy for {name} is written.").format(name=name), path.parent)

    @Slot()
    def do_parcel(self) -> None:
        """Write what a colleague's copy lacks."""
        from desktop.exchange.travelling.sending import send_parcel  # noqa: PLC0415 - only when asked for

        session = self._session
        others = [each for each in session.assessment.copies.all() if not each.own and each.name]
        if not others:
            session.tell(_("No copy of a colleague is known here yet. Make one, or merge theirs once."), "warn")
            return
        names = list(dict.fromkeys(each.name for each in others))
        text = _("For whom is the parcel? It holds what their copy lacks, as far as is known here.")
        name = session.dialogs.one_of(_("Parcel"), text, [(each, each) for each in names])
        if name is None:
            return
        path = session.dialogs.save_file(
            _("Parcel"), f"{session.assessment.path.stem} – {name}.maturity-parcel", PARCELS
        )
        if path is None:
            return
        session.run(session.assessment.copies.own_for_sure)
        sent = session.run(lambda: send_parcel(session.assessment, name, path))
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

    def merge(self, paths: Sequence[Path]) -> None:
        """Look what files would bring, one after the other."""
        self._waiting += paths
        self._next()

    @Slot()
    def _next(self) -> None:
        from desktop.exchange.travelling.arriving import read_copy  # noqa: PLC0415 - only when asked for
        from desktop.model.errors import RefusalError  # noqa: PLC0415 - likewise

        if not self._waiting or not self._session.is_open:
            return
        path, assessment = self._waiting.pop(0), self._session.assessment
        if assessment.is_at(path):
            self._session.refuse(RefusalError("merge.itself", path=path))
            return
        reach, here, key = assessment.merging.reach(), frozenset(assessment.copies.content_sizes()), assessment.key
        work = Work(lambda _progress, _cancelled: read_copy(path, reach, here, key), self)
        self._read = path
        work.finished.connect(self._show)
        work.refused.connect(self._on_refused)
        self._start(work)

    @Slot(object)
    def _show(self, parcel: Parcel) -> None:
        """Show what would come in, and take it in where that is wanted."""
        from desktop.exchange.travelling.arriving import take  # noqa: PLC0415 - only when asked for
        from desktop.wording.merge_previews import preview_lines  # noqa: PLC0415 - likewise
        from desktop.wording.travelling import missing_lines, source_text  # noqa: PLC0415 - likewise

        session, copies = self._session, self._session.assessment.copies
        source = source_text(parcel.head.sender, self._read.name)
        missing = session.run(lambda: copies.missing(parcel.bundle))
        if missing is None:
            return
        if missing:
            session.run(lambda: take(session.assessment, parcel, source))
            text = _("{lines} It is kept here, and taken in once they are.").format(
                lines=" ".join(missing_lines(missing))
            )
            session.tell(text, "warn")
            return
        preview = session.run(lambda: session.assessment.merging.preview(copies.fit(parcel.bundle)))
        if preview is None:
            return
        lines = preview_lines(preview, self._called)
        if not preview.incoming.steps:
            session.tell(lines[0])
            return
        shown = lines[:_LINES] + ([_("  and more")] if len(lines) > _LINES else [])
        text = "\n".join([source, "", *shown])
        if session.dialogs.one_of(_("Merge"), text, [("take", _("Merge"))]) == "take":
            came = session.run(lambda: take(session.assessment, parcel, source))
            if came is not None:
                self._tell(came)

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

        path, assessment = self._folder(), self._session.assessment
        if path is None or self._syncing or assessment.readonly:
            return
        if self._session.run(assessment.copies.own_for_sure) is None:
            return
        self._by_itself = by_itself
        folder = folder_for(assessment, path)
        reach, here = assessment.merging.reach(), frozenset(assessment.copies.content_sizes())
        work = Work(lambda _progress, _cancelled: gather(folder, reach, here), self)
        self._syncing, self._folder_in_use = True, folder
        work.finished.connect(self._take)
        if not by_itself:
            work.refused.connect(self._on_refused)
        work.refused.connect(self._on_sync_over)
        work.failed.connect(self._on_sync_over)
        self._start(work)

    @Slot(object)
    def _take(self, gathered: Gathered) -> None:
        """The part of a sync that needs the assessment."""
        from desktop.exchange.travelling.syncing_copies import (  # noqa: PLC0415 - see above
            take_gathered,
            to_write,
            write_out,
        )

        session, folder = self._session, self._folder_in_use
        if not session.is_open or folder is None or self._id() != folder.assessment:
            self._syncing = False
            return
        assessment = session.assessment
        taken = session.run(lambda: take_gathered(assessment, gathered))
        outgoing = session.run(lambda: to_write(assessment, folder, gathered.view, assessment.copies.own()))
        if taken is None or outgoing is None:
            self._syncing = False
            return
        work = Work(lambda _progress, _cancelled: write_out(folder, outgoing), self)
        self._came, self._gathered, self._outgoing = taken[0], gathered, outgoing
        work.finished.connect(self._tell_of_sync)
        if not self._by_itself:
            work.refused.connect(self._on_refused)
        work.ended.connect(self._on_sync_over)
        self._start(work)

    @Slot(object)
    def _tell_of_sync(self, _nothing: object) -> None:
        from desktop.wording.refusals import sentence  # noqa: PLC0415 - seldom needed
        from desktop.wording.travelling import steps_text  # noqa: PLC0415 - likewise

        came, outgoing, gathered = self._came, self._outgoing, self._gathered
        if not self._session.is_open or outgoing is None or gathered is None:
            return
        if self._by_itself:
            self._tell(came, quietly=True)
            return
        sent = 0 if outgoing.bundle is None or outgoing.replaces else len(outgoing.bundle.steps)
        steps = sum(each.steps for each in came)
        text = _("{came} came in, {sent} went out.").format(came=steps_text(steps), sent=steps_text(sent))
        skipped = [sentence(each.refusal) for each in gathered.skipped[:2]]
        self._session.tell(" ".join([text, *skipped]), "warn" if skipped else "good")

    @Slot()
    def _on_time(self) -> None:
        path = self._folder()
        if path is not None and path.is_dir():
            self._begin(by_itself=True)

    @Slot()
    def _on_sync_over(self) -> None:
        self._syncing = False

    def _start(self, work: Work) -> None:
        work.failed.connect(self._session.report)
        work.ended.connect(self._next)
        work.start()

    @Slot(object)
    def _on_refused(self, refusal: RefusalError) -> None:
        self._session.refuse(refusal)

    def _folder(self) -> Path | None:
        kept = self._session.settings.shared(self._id()) if self._session.is_open else ""
        return Path(kept) if kept else None

    def _id(self) -> str:
        return self._session.assessment.about().get("id", "") if self._session.is_open else ""

    def _called(self, place: Ref) -> str:
        return place.part
