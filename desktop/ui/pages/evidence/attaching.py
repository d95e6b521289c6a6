"""Attaching files beside the window: a thread reads them, the window keeps what was read, slice by slice.

Only the window's thread writes to the assessment. The thread hands it one slice and waits until that is kept, so that
no more than one is ever in memory, and edits go on between two slices.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from desktop.language import _
from desktop.model.bounds import ATTACHED_SLICE
from desktop.model.errors import RefusalError
from desktop.model.files.attached_files import MeasuredFile, measure, slices
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.session import Session
from desktop.ui.work import Progress

if TYPE_CHECKING:
    from desktop.model.assessment import Assessment

_PATIENCE = 0.05
"""Seconds between two looks whether the work was cancelled."""

_SWEPT = 4
"""Slices of what was left that go between two events of the window."""


class Cancelled(Exception):  # noqa: N818 - no error: the user's wish
    """The work is no longer wanted."""


class Begun(NamedTuple):
    """A file was measured. The answer is whether its bytes are wanted."""

    measured: MeasuredFile


class Read(NamedTuple):
    """A slice of a file was read."""

    measured: MeasuredFile
    number: int
    content: bytes


class Ended(NamedTuple):
    """All of a file was read. The answer is the id of the item that it is attached to.

    Attributes:
        piece: id of the item; empty for a new one.
    """

    measured: MeasuredFile
    piece: str


Asked = Begun | Read | Ended


class Attached(NamedTuple):
    """What came of it.

    Attributes:
        pieces: ids of the items that have a file now.
        refused: why others have not.
    """

    pieces: list[str]
    refused: list[RefusalError]


class Attaching(QObject):
    """One piece of work: files that are attached, each to an item or to a new one.

    Args:
        session: whose assessment it is.
        wanted: the files, each with the id of its item or nothing.

    It is the application's, as the work is, and goes once it has swept.
    """

    asked = Signal(object)

    def __init__(self, session: Session, wanted: Sequence[tuple[Path, str]]) -> None:
        super().__init__(QCoreApplication.instance())
        self._session = session
        self._assessment: Assessment = session.assessment
        self._wanted = tuple(wanted)
        self._answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        self.asked.connect(self._on_asked)

    def carry_out(self, progress: Progress, cancelled: Callable[[], bool]) -> Attached:
        """Read the files; runs in a thread."""
        done = Attached([], [])
        try:
            for place, (path, piece) in enumerate(self._wanted):
                try:
                    done.pieces.append(self._attach(path, piece, _Share(progress, place, len(self._wanted)), cancelled))
                except RefusalError as refusal:
                    done.refused.append(refusal)
        except Cancelled:
            pass
        return done

    def _attach(self, path: Path, piece: str, share: _Share, cancelled: Callable[[], bool]) -> str:
        def told(done: int, of: int) -> None:
            if cancelled():
                raise Cancelled
            share.tell(done / of / 2)

        measured = measure(path, told)
        if self._ask(Begun(measured), cancelled):
            for number, content in enumerate(slices(measured, ATTACHED_SLICE)):
                self._ask(Read(measured, number, content), cancelled)
                share.tell(0.5 + (number + 1) * ATTACHED_SLICE / measured.size / 2)
        return str(self._ask(Ended(measured, piece), cancelled))

    def _ask(self, question: Asked, cancelled: Callable[[], bool]) -> object:
        self.asked.emit(question)
        while not cancelled():
            try:
                answer = self._answers.get(timeout=_PATIENCE)
            except queue.Empty:
                continue
            if isinstance(answer, Exception):
                raise answer
            return answer
        raise Cancelled

    @Slot(object)
    def _on_asked(self, question: Asked) -> None:
        """Do it on the window's thread."""
        try:
            self._answers.put(self._answer(question))
        except Exception as error:  # noqa: BLE001 - raised again where the work goes on
            self._answers.put(error)

    def _answer(self, question: Asked) -> object:
        if not self._session.is_open or self._session.assessment is not self._assessment:
            raise Cancelled
        attachments = self._assessment.attachments
        match question:
            case Begun(measured):
                return attachments.begin(measured)
            case Read(measured, number, content):
                attachments.put(measured, number, content)
                return True
            case Ended(measured, ""):
                title = Path(measured.name).stem or _("Attached file")
                return attachments.file(EvidenceKind.DOCUMENT, title, measured)
            case Ended(measured, piece):
                attachments.attach(piece, measured)
                return piece

    @Slot()
    def sweep(self) -> None:
        """Once it has ended: take away, bit by bit, what was kept and not attached."""
        if not self._session.is_open or self._session.assessment is not self._assessment:
            self.deleteLater()
            return
        try:
            left = not self._assessment.readonly and self._assessment.attachments.forget_unsealed(_SWEPT)
        except RefusalError:
            left = False  # it goes with the next opening
        if left:
            QTimer.singleShot(0, self.sweep)
        else:
            self.deleteLater()


class _Share:
    """The part that one of several files has in the whole."""

    def __init__(self, progress: Progress, place: int, of: int) -> None:
        self._progress, self._place, self._of = progress, place, of

    def tell(self, share: float) -> None:
        self._progress(int((self._place + min(share, 1.0)) * 1000), self._of * 1000)
