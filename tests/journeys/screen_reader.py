"""Works with the program as somebody does who cannot see it: by its accessibility tree (AT-SPI) and by keys alone.

Run by the system's Python, which has the bindings (`gi`), inside a session bus and a display; see `test_screen_reader`.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - its version is to be said first

PATIENCE = 20.0
"""Seconds until what is awaited should be there; only a fault takes so long."""

RETURN, SPACE = 0xFF0D, 0x20
_OUT_OF_SIGHT = ("menu item", "popup menu")


class UnheardError(Exception):
    """What should be told is not."""


class ScreenReader:
    """Hears what one process shows, and acts on it.

    Attributes:
        nameless: what can have the focus and says no name, on any page listened to.
    """

    def __init__(self, pid: int) -> None:
        """Wait until the process has a window."""
        self.nameless: set[str] = set()
        self._program = self._until(lambda: next(self._of_process(pid), None), "a window")
        self._program.set_cache_mask(Atspi.Cache.NONE)  # what was told a moment ago may be so no more
        self.hear("frame", "")

    def hear(self, role: str, name: str) -> Any:
        """The first thing shown that has this role and whose name begins so.

        Raises:
            UnheardError: nothing such comes.
        """

        def found() -> object:
            told = (each for each in self._shown(self._program) if each.get_role_name() == role)
            return next((each for each in told if (each.get_name() or "").startswith(name)), None)

        try:
            return self._until(found, f"{role} “{name}”")
        except UnheardError as error:
            told = [each.get_name() for each in self._shown(self._program) if each.get_role_name() == role]
            raise UnheardError(f"{error}; there are {told}") from None

    def press(self, role: str, name: str) -> None:
        """Do what pressing it does."""
        self._do(self.hear(role, name), "Press")

    def focus(self, role: str, name: str) -> None:
        """Go there."""
        thing = self.hear(role, name)
        self._do(thing, "SetFocus")
        self._until(lambda: thing.get_state_set().contains(Atspi.StateType.FOCUSED) or None, f"focus on “{name}”")

    def write(self, name: str, text: str) -> None:
        """Go to a field and put this text in."""
        self.focus("text", name)
        self.hear("text", name).set_text_contents(text)

    def strike(self, *keys: int) -> None:
        """Strike keys, by their symbols on X."""
        for key in keys:
            Atspi.generate_keyboard_event(key, None, Atspi.KeySynthType.SYM)

    def listen(self) -> None:
        """Go over all that is shown, and note what says no name."""
        for thing in self._shown(self._program):
            told = thing.get_description() or _label(thing)
            if thing.get_role_name() != "combo box":  # whose name is what is chosen
                told = told or thing.get_name()
            if thing.get_state_set().contains(Atspi.StateType.FOCUSABLE) and not told:
                self.nameless.add(f"{thing.get_role_name()} in {_above(thing)}")

    def _do(self, thing: Any, action: str) -> None:
        offered = [Atspi.Action.get_action_name(thing, number) for number in range(thing.get_n_actions())]
        if action not in offered:
            raise UnheardError(f"“{thing.get_name()}” offers {offered}, not {action}")
        thing.do_action(offered.index(action))

    def _shown(self, thing: Any) -> Iterator[Any]:
        yield thing
        for number in range(thing.get_child_count()):
            child = thing.get_child_at_index(number)
            if child is None:
                continue
            shown = child.get_state_set().contains(Atspi.StateType.SHOWING)
            if shown or child.get_role_name() in _OUT_OF_SIGHT:
                yield from self._shown(child)

    def _of_process(self, pid: int) -> Iterator[Any]:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(number)
            if program is not None and program.get_process_id() == pid:
                yield program

    def _until(self, wanted: Any, what: str) -> Any:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                found = wanted()
            except gi.repository.GLib.Error:  # something went while it was asked
                found = None
            if found is not None:
                return found
            time.sleep(0.02)
        raise UnheardError(f"nothing told: {what}")


def _label(thing: Any) -> str:
    labels = (each for each in thing.get_relation_set() if each.get_relation_type() == Atspi.RelationType.LABELLED_BY)
    return " ".join(each.get_target(0).get_name() or "" for each in labels)


def _above(thing: Any) -> str:
    above = thing.get_parent()
    while above is not None and not above.get_name():
        above = above.get_parent()
    return f"“{above.get_name()}”" if above is not None else "nothing"


def prepare(reader: ScreenReader) -> None:
    """Say who is assessed, by whom, and with whom."""
    reader.press("check box", "Preparation")
    reader.write("Organisation", "Harbour services")
    reader.focus("text", "Sponsor")
    reader.listen()
    reader.press("page tab", "Team")
    reader.write("Add team member", "Assessor A")
    reader.strike(RETURN)
    reader.hear("table cell", "Name: Assessor A")
    reader.listen()
    reader.press("page tab", "Participants")
    reader.write("Add participant", "; ; Manager; Desk")
    reader.strike(RETURN)
    reader.hear("table cell", "Role: Manager")
    reader.listen()


def interview(reader: ScreenReader) -> None:
    """Hold a session with two notes."""
    reader.press("check box", "Interviews")
    reader.press("push button", "Begin the first session")
    reader.focus("list", "Who is heard")
    reader.strike(SPACE)
    reader.focus("list", "What it is about")
    reader.strike(SPACE)
    reader.listen()
    reader.press("page tab", "Notes")
    reader.hear("table cell", "Practice: SCM-CO-1")
    reader.press("check box", "Weakness")
    reader.write("Note", "Promises are given on the telephone #SCM-CO-1")
    reader.press("push button", "Keep")
    reader.hear("label", "1 session · 1 note")
    reader.write("Note", "One person may negotiate #SCM-AB-1")
    reader.strike(RETURN)
    reader.hear("label", "1 session · 2 notes")
    reader.listen()


def rate(reader: ScreenReader) -> None:
    """Say how far a practice is in place, and why."""
    reader.press("check box", "Ratings")
    reader.hear("table cell", "Sources: Interview, not enough")
    reader.focus("table", "Practices of the area")
    reader.press("check box", "Partially in place")
    reader.hear("table cell", "Team: Partially in place")
    reader.write("Rationale of the practice", "Nothing is written down.")
    reader.focus("table", "Practices of the area")
    reader.listen()


def main(program: list[str]) -> None:
    """Run the program, and go through the story."""
    running = subprocess.Popen(program)
    try:
        reader = ScreenReader(running.pid)
        reader.hear("table", "What is next")
        prepare(reader)
        interview(reader)
        rate(reader)
        reader.press("check box", "Overview")
        reader.hear("table", "What is next")
        reader.listen()
    except gi.repository.GLib.Error as error:
        raise UnheardError(f"{error}; the program's status is {running.poll()}") from error
    finally:
        running.kill()  # all that was told as saved is saved
        running.wait()
    if reader.nameless:
        raise UnheardError("no name: " + ", ".join(sorted(reader.nameless)))


if __name__ == "__main__":
    main(sys.argv[1:])
