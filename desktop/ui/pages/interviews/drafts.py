"""Notes that are half typed: kept at every key for as long as they are not in the assessment."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from desktop.model.assessment.passphrases import half_typed_of
from desktop.model.files.half_typed import HalfTyped
from desktop.model.maturity.refs import Ref
from desktop.model.records import Tone

if TYPE_CHECKING:
    from desktop.model.files.file_key import FileKey


class NoteDraft(Struct, frozen=True, omit_defaults=True):
    """A note in the making.

    Attributes:
        text: as far as it is typed.
        tone: what it says of what it speaks of.
        participant: id of who says it; empty for nobody in particular.
        tags: what it speaks of.
    """

    text: str = ""
    tone: Tone = Tone.NEUTRAL
    participant: str = ""
    tags: tuple[Ref, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing of it would be missed; who speaks is chosen again in a moment."""
        return not self.text.strip() and not self.tags


class Typing(Struct, frozen=True, omit_defaults=True):
    """What is being typed in a session.

    Attributes:
        new: the note that is to be added.
        changed: the note that is being changed, as far as that went; it counts where `note` names one.
        note: id of the note that is being changed; empty for none.
    """

    new: NoteDraft = NoteDraft()
    changed: NoteDraft = NoteDraft()
    note: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing of it would be missed."""
        return self.new.is_blank and not self.note

    def among(self, notes: Collection[str]) -> Typing:
        """The same where the notes are these: what was to change one that is gone becomes part of the new one."""
        if not self.note or self.note in notes:
            return self
        if self.new.is_blank:
            return Typing(new=self.changed)
        text = f"{self.new.text.rstrip()} {self.changed.text}".strip()
        tags = (*self.new.tags, *(each for each in self.changed.tags if each not in self.new.tags))
        return Typing(new=replace(self.new, text=text, tags=tags))


class _Kept(Struct, frozen=True):
    """The file: whose it is, and what is being typed in each session."""

    assessment: str
    sessions: dict[str, Typing]


class Drafts:
    """The half-typed notes of an open assessment, by the id of the session.

    Args:
        path: the assessment's file.
        assessment: its id; what is found of another one is left alone.
        key: that of an encrypted file; then they are as unreadable.
        readonly: nothing is read or written: the window that writes has them.
    """

    def __init__(self, path: Path, assessment: str, key: FileKey | None = None, *, readonly: bool) -> None:
        self._file = HalfTyped(path) if readonly else half_typed_of(path, key)
        self._assessment = assessment
        self._readonly = readonly
        self._sessions = {} if readonly else self._read()

    def of(self, session: str) -> Typing:
        """What is being typed in a session."""
        return self._sessions.get(session, Typing())

    @property
    def sessions(self) -> frozenset[str]:
        """The sessions in which something is half typed."""
        return frozenset(session for session, typing in self._sessions.items() if not typing.is_blank)

    def keep(self, session: str, typing: Typing) -> bool:
        """Keep what is being typed. False where it cannot outlive the window."""
        self._sessions[session] = typing
        if self._readonly:
            return True
        kept = {session: typing for session, typing in self._sessions.items() if not typing.is_blank}
        return self._file.keep(msgspec.json.encode(_Kept(self._assessment, kept)) if kept else b"")

    def _read(self) -> dict[str, Typing]:
        try:
            found = msgspec.json.decode(self._file.read(), type=_Kept)
        except (ValueError, RecursionError):  # no JSON, or not even text
            return {}
        return found.sessions if found.assessment == self._assessment else {}
