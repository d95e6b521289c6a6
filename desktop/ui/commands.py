"""Everything the window can do, declared once: its menu, its words, its keys, and who carries it out."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.language import N_, _
from desktop.ui.places import PLACES, SHELF


class Command(NamedTuple):
    """One thing the window can do.

    Attributes:
        key: what code calls it; who carries it out has a method ``do_`` and the key.
        menu: the menu it stands in, untranslated.
        text: what people read, untranslated, with the key of its letter.
        shortcut: its keys; further ones that do the same stand behind a blank.
        needs_open: only with an open assessment.
        starts_group: a line stands above it.
        also: other words by which people look for it, untranslated.
    """

    key: str
    menu: str
    text: str
    shortcut: str
    needs_open: bool = True
    starts_group: bool = False
    also: str = ""


FILE, EDIT, VIEW, GO, HELP = N_("&File"), N_("&Edit"), N_("&View"), N_("&Go"), N_("&Help")

_SAID = N_("find text words notes comments evidence observations findings")
_THEME, _ZOOM = N_("theme colours mode"), N_("zoom text size")

COMMANDS = (
    Command("new", FILE, N_("&New assessment"), "Ctrl+N", needs_open=False, also=N_("create")),
    Command("open", FILE, N_("&Open assessment…"), "Ctrl+O", needs_open=False),
    Command("sample", FILE, N_("Open a copy of the &sample…"), "Ctrl+Shift+O", needs_open=False),
    Command("forms", FILE, N_("&Write forms…"), "Ctrl+Shift+F", starts_group=True, also=N_("questionnaires send")),
    Command("import", FILE, N_("&Import completed forms…"), "Ctrl+I", also=N_("read questionnaires")),
    Command("export", FILE, N_("&Export results…"), "Ctrl+E", starts_group=True),
    Command("data", FILE, N_("Save as portable &data…"), "Ctrl+Shift+E", also=N_("backup JSON")),
    Command("save_copy", FILE, N_("Save a sound cop&y…"), "Ctrl+Shift+Y"),
    Command("restore_point", FILE, N_("Make a res&tore point…"), "Ctrl+Shift+T", also=N_("backup copy keep")),
    Command("reopen", FILE, N_("Open a&gain"), "Ctrl+Shift+R", starts_group=True, also=N_("reload")),
    Command("merge", FILE, N_("&Merge…"), "Ctrl+Shift+I", starts_group=True, also=N_("copies laptops team parcel")),
    Command("colleague_copy", FILE, N_("Copy &for a colleague…"), "Ctrl+Shift+C", also=N_("copies laptop team")),
    Command("parcel", FILE, N_("Pa&rcel…"), "Ctrl+Shift+X", also=N_("send mail stick steps")),
    Command("shared_folder", FILE, N_("Sh&ared folder…"), "Ctrl+Shift+J", also=N_("share synced drive team")),
    Command("sync", FILE, N_("Sync now"), "Ctrl+Shift+U", also=N_("shared folder merge")),
    Command("print", FILE, N_("&Print this page…"), "Ctrl+P", starts_group=True),
    Command("passphrase", FILE, N_("Passp&hrase…"), "Ctrl+Shift+P", starts_group=True, also=N_("encrypt password")),
    Command("lock", FILE, N_("&Lock"), "Ctrl+L", also=N_("hide")),
    Command("lock_after", FILE, N_("Lock &by itself…"), "Ctrl+Shift+W", needs_open=False, also=N_("minutes idle")),
    Command("close", FILE, N_("&Close assessment"), "Ctrl+W", starts_group=True),
    Command("quit", FILE, N_("&Quit"), "Ctrl+Q", needs_open=False),
    Command("undo", EDIT, N_("&Undo"), "Ctrl+Z"),
    Command("redo", EDIT, N_("&Redo"), "Ctrl+Shift+Z Ctrl+Y"),
    Command("new_action", EDIT, N_("New &action"), "Ctrl+Shift+A", starts_group=True, also=N_("add")),
    Command("find", EDIT, N_("&Find or do anything"), "Ctrl+K", needs_open=False, starts_group=True),
    Command("search", EDIT, N_("&Search what was said…"), "Ctrl+F", also=_SAID),
    Command("light", VIEW, N_("&Light"), "Ctrl+Alt+L", needs_open=False, also=_THEME),
    Command("dark", VIEW, N_("&Dark"), "Ctrl+Alt+D", needs_open=False, also=_THEME),
    Command("system", VIEW, N_("As the &system"), "Ctrl+Alt+S", needs_open=False, also=_THEME),
    Command("as_of", VIEW, N_("As it was &on a day…"), "Ctrl+Shift+D", starts_group=True, also=N_("past history then")),
    Command("come_back", VIEW, N_("&Back to now"), "Ctrl+Shift+B", also=N_("past history present")),
    Command(
        "larger", VIEW, N_("La&rger, for a projector"), "Ctrl++ Ctrl+=", needs_open=False, starts_group=True, also=_ZOOM
    ),
    Command("smaller", VIEW, N_("S&maller"), "Ctrl+-", needs_open=False, also=_ZOOM),
    Command("actual", VIEW, N_("&Actual size"), "Ctrl+0", needs_open=False, also=_ZOOM),
    Command("help", HELP, N_("&Help for this page"), "F1", needs_open=False),
    Command("keys", HELP, N_("&Keys of this page"), "?", needs_open=False),
    Command(
        "author",
        HELP,
        N_("&Who is at the keyboard…"),
        "Ctrl+Shift+N",
        needs_open=False,
        starts_group=True,
        also=N_("your name in the history member assessor author"),
    ),
    Command("check", HELP, N_("&Check the file"), "Ctrl+Shift+K"),
    Command("log", HELP, N_("Copy the error &log"), "Ctrl+Shift+L", needs_open=False),
    Command("about", HELP, N_("A&bout Maturity Workbench"), "", needs_open=False, starts_group=True),
)


class Commands:
    """The window's actions by key; pages have the key ``go:`` and theirs.

    `others` carry out what the window does not. `lately` remembers what was found and opened, the last first.
    """

    def __init__(self, window: QMainWindow, *others: QObject) -> None:
        carriers = (window, *others)
        self.lately: list[str] = []
        self.actions: dict[str, QAction] = {}
        self._needs_open: set[str] = set()
        menus: dict[str, QMenu] = {}
        self.menus = menus
        for menu in (FILE, EDIT, VIEW, GO, HELP):
            menus[menu] = window.menuBar().addMenu(_(menu))
        for command in COMMANDS:
            menu_of = menus[command.menu]
            if command.starts_group:
                menu_of.addSeparator()
            action = self._add(window, command.key, _(command.text), command.shortcut)
            method = f"do_{command.key}"
            action.triggered.connect(getattr(next(each for each in carriers if hasattr(each, method)), method))
            menu_of.addAction(action)
            if command.needs_open:
                self._needs_open.add(command.key)
        for place in (*PLACES, SHELF):
            key = f"go:{place.key}"
            action = self._add(window, key, _(place.title), place.shortcut)
            action.setData(place.key)
            action.triggered.connect(window.do_go)  # type: ignore[attr-defined]  # the main window has it
            if place is SHELF:
                menus[GO].addSeparator()
            else:
                self._needs_open.add(key)
            menus[GO].addAction(action)

    def enable(self, *, opened: bool) -> None:
        """Allow what makes sense now."""
        for key, action in self.actions.items():
            action.setEnabled(opened or key not in self._needs_open)

    def _add(self, window: QMainWindow, key: str, text: str, shortcut: str) -> QAction:
        action = QAction(window)
        action.setText(text)
        action.setObjectName(key)
        action.setShortcuts([QKeySequence(keys) for keys in shortcut.split()])
        self.actions[key] = action
        return action
