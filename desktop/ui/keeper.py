"""The window's care for the open file: what other programs do to it, what is wrong with it, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from desktop.language import _, ngettext
from desktop.model.errors import RefusalError
from desktop.ui.crash import CrashReporter
from desktop.ui.dialogs import FILES
from desktop.ui.session import Session
from desktop.ui.toast import Notice, Toast

FOLLOWING = 3_000
"""Milliseconds between two looks at a file that another writes to and this window only reads."""


class Keeper(QObject):
    """Watches over the file that a window shows and carries out the commands that are about the file as such."""

    def __init__(self, session: Session, toast: Toast, crashes: CrashReporter, window: QObject) -> None:
        super().__init__(window)
        self._session, self._toast, self.crashes = session, toast, crashes
        session.hindered.connect(self._on_hindered)
        session.opened.connect(self._on_opened)
        crashes.happened.connect(self._on_crash)
        crashes.refused.connect(self._on_refused)
        window.installEventFilter(self)
        self._following = QTimer(self)
        self._following.setInterval(FOLLOWING)
        self._following.timeout.connect(self.follow)
        session.closed.connect(self._following.stop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the file whenever the user comes back from another program."""
        if event.type() == QEvent.Type.WindowActivate:
            self._session.catch_up()
        return super().eventFilter(watched, event)

    @Slot()
    def follow(self) -> None:
        """See what the one who writes the file has done since; what is in the way is told once."""
        try:
            self._session.assessment.catch_up()
        except RefusalError as refusal:
            if refusal.code != "file.locked":
                self._following.stop()
                self._session.refuse(refusal)

    @Slot()
    def do_log(self) -> None:
        """Copy the error log."""
        QGuiApplication.clipboard().setText(self.crashes.log_text())
        self._session.tell(_("The error log is on the clipboard."))

    @Slot()
    def do_reopen(self) -> None:
        """Open the file anew."""
        self._session.reopen()

    @Slot()
    def do_save_copy(self) -> None:
        """Write a sound copy of the open file."""
        from desktop.wording.soundness import left_out  # noqa: PLC0415 - only when asked for

        assessment = self._session.assessment
        suggested = assessment.path.with_stem(_("{name} - sound copy").format(name=assessment.path.stem)).name
        path = self._session.dialogs.save_file(_("Where to put the sound copy"), suggested, FILES)
        if path is None:
            return
        key = assessment.key
        repaired = self._session.run(
            lambda: assessment.repair(assessment.path, path, author=assessment.author, key=key)
        )
        if repaired is not None and self._session.open(path, key):
            self._toast.say(
                _("{path} is a sound copy and is open now. {left_out}").format(path=path, left_out=left_out(repaired)),
                "warn",
                "\n".join(repaired.faults),
            )

    @Slot()
    def do_check(self) -> None:
        """Check the integrity of the file."""
        faults = self._session.run(self._session.assessment.check)
        if faults:
            self._tell_faults(faults)
        elif faults is not None:
            self._session.tell(_("The file is sound: every cell holds what the history says."))

    def _tell_faults(self, faults: tuple[str, ...]) -> None:
        text = ngettext("The file has {count} fault.", "The file has {count} faults.", len(faults))
        self._toast.show_notice(
            Notice(
                text=text.format(count=len(faults)) + " " + _("Save a sound copy, or go on with an earlier copy."),
                tone="bad",
                details="\n".join(faults),
                way="save_copy",
            )
        )

    @Slot()
    def _on_opened(self) -> None:
        if self._session.assessment.readonly:
            self._following.start()
        senseless = self._session.assessment.senseless
        if senseless:
            text = ngettext(
                "Step {steps} of the history makes no sense, so the file is open for reading only. Every answer is "
                "there. Save a sound copy to go on with.",
                "Steps {steps} of the history make no sense, so the file is open for reading only. Every answer is "
                "there. Save a sound copy to go on with.",
                len(senseless),
            )
            steps = ", ".join(str(step.clock) for step in senseless)
            self._toast.show_notice(Notice(text=text.format(steps=steps), tone="bad", way="save_copy"))

    @Slot(str, str, str)
    def _on_hindered(self, text: str, typed: str, way: str) -> None:
        if typed:
            text += " " + _("What you typed can be copied with “Copy details”.")
        self._toast.show_notice(Notice(text=text, tone="bad", details=typed, way=way))

    @Slot(object)
    def _on_refused(self, refusal: RefusalError) -> None:
        self._session.refuse(refusal)

    @Slot(str, str)
    def _on_crash(self, summary: str, details: str) -> None:
        text = _("Something went wrong in the program: {summary}.").format(summary=summary)
        self._toast.say(f"{text} {self._state_of_file()}".rstrip(), "bad", details)

    def _state_of_file(self) -> str:
        """What a check finds now: nobody is told that a file is intact which was not looked at."""
        if not self._session.is_open:
            return ""
        try:
            faults = self._session.assessment.check()
        except RefusalError:
            return _("The file could not be checked; close it and check it.")
        if faults:
            return _("The file has faults: save a sound copy of it, or go on with an earlier copy.")
        return _("Your file was checked and is intact.")
