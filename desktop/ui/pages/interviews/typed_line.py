"""The line that one types into while listening."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit

from desktop.language import _
from desktop.model.records import Tone
from desktop.ui.deeds import Deed, Keyed
from desktop.ui.pages.interviews.listener import Offer
from desktop.ui.widgets.tips import plain_tip
from desktop.wording import names

TONE_KEYS = {Tone.STRENGTH: "Alt+S", Tone.WEAKNESS: "Alt+W", Tone.ALTERNATIVE: "Alt+A", Tone.NEUTRAL: "Alt+N"}
"""Of the line; in the list of notes the letter alone does."""

_MARKED = re.compile(r"(?:^|(?<=\s))([#@])(\S*)$")
_DONE = re.compile(r"(?:^|(?<=\s))#(\S+)\s$")


class TypedLine(Keyed, QLineEdit):
    """``#`` and letters ask for tags, ``@`` and signs for people; Enter keeps the note or takes what is marked.

    Attributes:
        offers: what is offered now, the first three by a key each; set by whoever shows them.
        choosing: whether they answer a sign, so that arrows, Enter and Tab choose among them.

    Signals:
        edited: what is typed, at every key.
        entered: the note is to be kept.
        moved: the mark goes up (-1) or down (1) in what is offered.
        taken: the place of what is taken of it; -1 for what is marked.
        toned: what the note says.
        emptied: Backspace before the first letter; the last tag goes.
        dismissed: nothing of what is offered is meant.
        upwards: the list of notes is to have the keys.
        left: Esc, where nothing is offered.
    """

    edited = Signal(str)
    entered = Signal()
    moved = Signal(int)
    taken = Signal(int)
    toned = Signal(object)
    emptied = Signal()
    dismissed = Signal()
    upwards = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offers: Sequence[Offer] = ()
        self.choosing = False
        self.leaving = ""
        hint = _("What you hear, in short. # tags it, @ says who speaks")
        self.setAccessibleName(_("Note"))
        self.setPlaceholderText(hint)
        self.setToolTip(plain_tip(hint))
        self.textEdited.connect(self.edited)

    @property
    def sought(self) -> tuple[str, str]:
        """The sign and the letters behind it that stand at the cursor; two empty texts where there are none."""
        found = _MARKED.search(self.text()[: self.cursorPosition()])
        return (found[1], found[2]) if found else ("", "")

    @property
    def spelt_out(self) -> str:
        """The tag behind which a blank was just typed; empty for none."""
        found = _DONE.search(self.text()[: self.cursorPosition()])
        return found[1] if found else ""

    def drop_sought(self) -> None:
        """Take away the sign with its letters, and a blank that then stands twice; Ctrl+Z brings them back."""
        end = self.cursorPosition()
        before, after = self.text()[:end], self.text()[end:]
        kept = (_DONE if self.spelt_out else _MARKED).sub("", before)
        if not after or after[0].isspace():
            kept = kept.rstrip() + ("" if after or not kept.strip() else " ")
        self.setSelection(len(kept), end - len(kept))
        self.del_()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab takes what is marked while one chooses; else it goes on."""
        if forwards and self.choosing:
            self.taken.emit(-1)
            return True
        return super().focusNextPrevChild(forwards)

    def deeds(self) -> Sequence[Deed]:
        """Keep, choose, tag, mark; and the way to the notes above."""
        if self.isReadOnly():
            return ()
        found = [*self._choosing()] if self.choosing else [*self._offered(), *self._typing()]
        for tone, key in TONE_KEYS.items():
            found.append(Deed((key,), names.name(tone), partial(self.toned.emit, tone)))
        return found

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a text."""
        QLineEdit.contextMenuEvent(self, event)

    def _choosing(self) -> Sequence[Deed]:
        return (
            Deed(("Enter",), _("Take what is marked; Tab does, too"), partial(self.taken.emit, -1)),
            Deed(("Up",), _("Mark the one before"), partial(self.moved.emit, -1)),
            Deed(("Down",), _("Mark the next"), partial(self.moved.emit, 1)),
            Deed(("Esc",), _("None of these"), self.dismissed.emit),
        )

    def _offered(self) -> Sequence[Deed]:
        return [
            Deed(
                (f"Alt+{place + 1}",),
                _("Tag with {part}").format(part=offer.part.part),
                partial(self.taken.emit, place),
            )
            for place, offer in enumerate(self.offers)
        ]

    def _typing(self) -> Sequence[Deed]:
        leaving = (Deed(("Esc",), self.leaving, self.left.emit),) if self.leaving else ()
        first = not self.cursorPosition() and not self.hasSelectedText()
        emptying = (Deed(("Backspace",), _("Take the last tag off"), self.emptied.emit),) if first else ()
        return (
            Deed(("Enter",), _("Keep the note"), self.entered.emit),
            Deed(("Up",), _("Go to the notes above"), self.upwards.emit),
            *emptying,
            *leaving,
        )
