"""Merging from the window: read and tried beside it, looked at, taken in; what is large is taken in beside it, too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.ui import apart_work
from desktop.ui.apart_work import ApartWork
from desktop.ui.corners import CORNER
from desktop.ui.session import Session
from desktop.ui.wait_dialog import WaitDialog
from desktop.ui.work import Progress, Work

if TYPE_CHECKING:
    from desktop.exchange.travelling.arriving import Came
    from desktop.exchange.travelling.looking_ahead import MergeLook
    from desktop.exchange.travelling.parcels import Parcel
    from desktop.model.errors import RefusalError
    from desktop.model.files.file_key import FileKey

MERGED = "Maturity Workbench (*.maturity *.maturity-parcel)"
"""Which files a dialog about copies shows."""

_LOCKED = ("file.encrypted", "file.wrong_passphrase", "parcel.sealed")


class ReadCopy(NamedTuple):
    """A copy or parcel that was read, and what taking it in would do."""

    parcel: Parcel
    look: MergeLook


class MergingDesk(QObject):
    """Carries out *Merge*, one file after the other.

    Args:
        session: whose assessment it is.
        window: over which it waits.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._waiting: list[Path] = []
        self._keys: dict[Path, FileKey | None] = {}
        self._busy = False
        self._apart = ApartWork(session, window)
        self._work: Work | None = None
        self._then: Callable[[Work], None] = _nothing

    @Slot()
    def do_merge(self) -> None:
        """Choose copies or parcels, look what they would bring, and take it or leave it."""
        self.merge(self._session.dialogs.open_files(_("Merge"), MERGED))

    def merge(self, paths: Sequence[Path], keys: Mapping[Path, FileKey | None] | None = None) -> None:
        """Look what files would bring, one after the other.

        Args:
            paths: of copies or parcels.
            keys: what opens those that have another passphrase than the open file, as far as it is known.
        """
        self._waiting += paths
        self._keys.update(keys or {})
        if not self._busy:
            self._next()

    def _next(self) -> None:
        from desktop.model.errors import RefusalError  # noqa: PLC0415 - only when asked for

        self._busy = True
        while self._waiting and self._session.is_open and self._work is None:
            path, assessment = self._waiting.pop(0), self._session.assessment
            if self._session.is_looking_back:
                self._session.refuse(RefusalError("past.readonly"))
            elif assessment.readonly:
                self._session.refuse(RefusalError("file.opened_readonly", path=assessment.path))
            elif assessment.is_at(path):
                self._session.refuse(RefusalError("merge.itself", path=path))
            else:
                self._read(path, self._keys.pop(path, assessment.key))
        if not self._session.is_open:
            self._waiting.clear()
        self._busy = self._work is not None

    def _read(self, path: Path, key: FileKey | None) -> None:
        """Read it and try it, beside the window."""
        from desktop.exchange.travelling.arriving import read_copy  # noqa: PLC0415 - only when asked for
        from desktop.exchange.travelling.looking_ahead import MergeLook, look_ahead  # noqa: PLC0415 - likewise

        assessment = self._session.assessment
        here, own = assessment.path, assessment.key
        reach, contents = assessment.merging.reach(), frozenset(assessment.copies.content_sizes())

        def task(progress: Progress, cancelled: Callable[[], bool]) -> ReadCopy:
            parcel = read_copy(path, reach, contents, key)
            progress(1, 2)
            look = MergeLook() if cancelled() else look_ahead(here, parcel, own, cancelled)
            return ReadCopy(parcel, look)

        text = _("Reading {name} and looking what it would bring. Nothing is changed.").format(name=path.name)
        self._begin(Work(task, self), text, partial(self._show, path, here))

    def _show(self, path: Path, here: Path, work: Work) -> None:
        """Show what would come in, and take it in where that is wanted."""
        from desktop.wording.travelling import source_text  # noqa: PLC0415 - only when asked for

        session = self._session
        if not session.is_open or session.present.path != here:
            return
        if work.refusal is not None:
            self._ask(path, work.refusal)
        elif work.result is not None:
            look, parcel = work.result.look, work.result.parcel
            source = source_text(parcel.head.sender, path.name)
            if look.missing:
                self._keep(parcel, source, look)
            elif not look.bulk:
                self._attach(parcel, source, look)
            elif not session.dialogs.merge(source, look):
                session.tell(_("Nothing was merged."))
            else:
                self._take(parcel, source, look)

    def _ask(self, path: Path, refusal: RefusalError) -> None:
        """Not every copy has the passphrase of the open file."""
        from desktop.ui.unlocking import ask_other  # noqa: PLC0415 - seldom needed
        from desktop.wording.refusals import sentence  # noqa: PLC0415 - likewise

        key = None
        if refusal.code in _LOCKED:
            key = self._session.run(lambda: ask_other(self._session.dialogs, path))
        elif refusal.code.startswith("bundle."):
            self._session.tell(_("{name}: {what}").format(name=path.name, what=sentence(refusal)), "bad")
        else:
            self._session.refuse(refusal)
        if key is not None:
            self._read(path, key)

    def _keep(self, parcel: Parcel, source: str, look: MergeLook) -> None:
        """What it builds on is not here yet."""
        from desktop.exchange.travelling.arriving import take  # noqa: PLC0415 - only when asked for

        came = self._session.run(lambda: take(self._session.assessment, parcel, source))
        if came is not None:
            kept = _("{lines} It is kept here, and taken in once they are.")
            text = kept if came[0].kept else _("{lines} It is too large to be kept here; merge it again once they are.")
            self._session.tell(text.format(lines=" ".join(look.told)), "warn")

    def _attach(self, parcel: Parcel, source: str, look: MergeLook) -> None:
        """No step is new; what is attached may be, where an earlier parcel had not room for it."""
        from desktop.exchange.travelling.arriving import take  # noqa: PLC0415 - only when asked for
        from desktop.wording.travelling import attached_text  # noqa: PLC0415 - likewise

        came = self._session.run(lambda: take(self._session.assessment, parcel, source)) if parcel.attached else ()
        attached = sum(each.attached for each in came or ())
        self._session.tell(" ".join([*look.told, *([attached_text(attached)] if attached else [])]))

    def _take(self, parcel: Parcel, source: str, look: MergeLook) -> None:
        from desktop.exchange.travelling.arriving import take  # noqa: PLC0415 - only when asked for

        session = self._session
        if look.bulk > apart_work.BULK:
            text = _("Taking in what came from {source}. It is all in, or none of it.").format(source=source)
            self._apart.begin(
                _("Merge"),
                text,
                lambda found, onlooker: take(found, parcel, source, onlooker=onlooker),
                self._tell,
            )
            return
        came = session.run(lambda: take(session.assessment, parcel, source))
        if came is not None:
            self._tell(came)

    def _tell(self, came: Sequence[Came] | None) -> None:
        from desktop.wording.merge_previews import decision_lines  # noqa: PLC0415 - only when asked for
        from desktop.wording.travelling import steps_text  # noqa: PLC0415 - likewise

        session = self._session
        if not came:
            session.tell(_("Nothing was merged."))
            return
        steps, conflicts = sum(each.steps for each in came), session.assessment.conflicts.count()
        if conflicts:
            session.go("history", f"{CORNER}Conflicts")
        text = " ".join([_("{steps} came in.").format(steps=steps_text(steps)), *decision_lines(conflicts, 0)])
        session.tell(text, "warn" if conflicts else "good")

    def _begin(self, work: Work, text: str, then: Callable[[Work], None]) -> None:
        self._work, self._then = work, then
        waiting = WaitDialog(self._window, _("Merge"), text, work)
        waiting.rejected.connect(self._on_left)
        work.failed.connect(self._session.report)
        work.ended.connect(self._on_ended)
        work.start()

    @Slot()
    def _on_left(self) -> None:
        """What is still being read counts no more."""
        self._work = None
        self._session.tell(_("Nothing was merged."))
        self._next()

    @Slot()
    def _on_ended(self) -> None:
        """Go on with what it found; whatever is asked meanwhile, the next file waits."""
        work = self._work
        if work is not None and self.sender() is work:
            self._work = None
            self._then(work)
            if self._work is None:
                self._next()


def _nothing(_work: Work) -> None:
    """Nothing follows."""
