"""Giving the open file a passphrase, another one, or none: it is closed, written anew, and opened again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.language import _
from desktop.model.assessment.passphrases import change_passphrase, remove_passphrase, set_passphrase
from desktop.model.errors import RefusalError
from desktop.model.files.file_key import FileKey, key_for
from desktop.ui.new_passphrase import before_setting, unfit
from desktop.ui.session import Session
from desktop.wording import passphrases as words
from desktop.wording.refusals import sentence

if TYPE_CHECKING:
    from desktop.model.assessment.passphrases import Rekeyed
    from desktop.ui.apart_work import ApartWork


class PassphraseChange:
    """One change, from the question to the file that is open again.

    Args:
        session: whose file it is.
        apart: carries it out beside the window.
    """

    def __init__(self, session: Session, apart: ApartWork) -> None:
        self._session, self._apart = session, apart
        self._path, self._key = session.assessment.path, session.assessment.key

    def begin(self) -> None:
        """Ask what is wanted."""
        if self._session.is_looking_back:
            self._session.refuse(RefusalError("past.readonly"))
            return
        if self._session.assessment.readonly:
            self._session.refuse(RefusalError("file.opened_readonly", path=self._path))
            return
        if self._key is None:
            self._set()
            return
        text = _("The file is encrypted with a passphrase.")
        options = [("change", _("Change the passphrase…")), ("remove", _("Take the passphrase away…"))]
        way = self._session.dialogs.one_of(_("Passphrase"), text, options)
        if way == "change":
            self._change(self._key)
        elif way == "remove":
            self._remove(self._key)

    def _set(self) -> None:
        chosen: list[str] = []

        def judge(typed: list[str]) -> str:
            chosen[:] = typed
            return unfit(*typed)

        labels = [_("New passphrase"), _("The same again")]
        if self._session.dialogs.passphrase(_("Set a passphrase"), before_setting(), labels, judge):
            self._carry_out(lambda: set_passphrase(self._path, chosen[0]), chosen[0])

    def _change(self, key: FileKey) -> None:
        chosen: list[str] = []

        def judge(typed: list[str]) -> str:
            chosen[:] = typed[1:]
            return self._wrong(key, typed[0]) or unfit(*typed[1:])

        labels = [_("Passphrase until now"), _("New passphrase"), _("The same again")]
        if self._session.dialogs.passphrase(_("Change the passphrase"), before_setting(), labels, judge):
            self._carry_out(lambda: change_passphrase(self._path, key, chosen[0]), chosen[0])

    def _remove(self, key: FileKey) -> None:
        text = _("Without a passphrase, everybody who has the file can read it, and so can who finds the computer.")
        labels = [_("Passphrase")]
        title = _("Take the passphrase away")
        if self._session.dialogs.passphrase(title, text, labels, lambda typed: self._wrong(key, typed[0])):
            self._carry_out(lambda: remove_passphrase(self._path, key), "")

    def _wrong(self, key: FileKey, passphrase: str) -> str:
        if key.is_of(passphrase):
            return ""
        return sentence(RefusalError("file.wrong_passphrase", path=self._path))

    def _carry_out(self, change: Callable[[], Rekeyed], new: str) -> None:
        """Nobody else can write while it is closed; it is opened again, whatever came of it."""

        def operation() -> tuple[Rekeyed, FileKey | None]:
            return change(), key_for(self._path, new)

        def key_after(result: tuple[Rekeyed, FileKey | None] | None) -> FileKey | None:
            return self._key if result is None else result[1]

        def then(result: tuple[Rekeyed, FileKey | None] | None) -> None:
            if result is not None:
                found = result[0]
                text = words.told_set(self._path, found) if new else words.told_removed(self._path, found)
                self._session.tell(text, "warn" if found.left else "good")

        text = _("{name} is written anew beside itself, compared, and put in its place in one move.")
        self._apart.begin_closed(_("Passphrase"), text.format(name=self._path.name), operation, then, key_after)
