"""Light and dark: from the tokens to fonts, palette and one style sheet."""

from __future__ import annotations

import functools

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop import resources
from desktop.exchange.tokens import Tokens, tokens

FAMILY = "Inter"
BODY_PX = 14
STYLE = "fusion"

_state: dict[str, object] = {"name": "light", "scale": 100}
_WORN = "worn"


def current() -> Tokens:
    """The tokens in use."""
    return tokens(str(_state["name"]))


def name() -> str:
    """``light`` or ``dark``."""
    return str(_state["name"])


def scale() -> float:
    """How many times the usual size is in use, 1 to 1.5."""
    return int(str(_state["scale"])) / 100


def px(value: float) -> int:
    """A length at the size in use."""
    return round(value * scale())


def choose(app: QApplication, choice: str, scale: int = 100) -> None:
    """Choose what is worn from now on. Colours and font change at once; parts of the window are dressed by `dress`.

    A style sheet of the application would be worked out anew for every widget there is, seen or not, which takes
    seconds with all pages open, and again for every part of a page that is being built, as often as parts are put
    into one another.

    Args:
        app: the application.
        choice: ``light``, ``dark`` or ``system``.
        scale: percent, 100 to 150.
    """
    dark = choice == "dark" or (
        choice == "system" and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    _state["name"] = "dark" if dark else "light"
    _state["scale"] = scale
    app.setFont(_font())
    app.setPalette(_palette(current()))


def dress(part: QWidget) -> bool:
    """Give a part of the window, or a dialog, the style sheet in use; False when it wears that already."""
    worn = f"{name()} {_state['scale']}"
    if part.property(_WORN) == worn:
        return False
    part.setProperty(_WORN, worn)
    part.setStyleSheet(style_sheet(current()))
    return True


@functools.cache
def load_fonts() -> None:
    """Make the bundled fonts known, so that the window looks the same everywhere."""
    for path in resources.fonts():
        QFontDatabase.addApplicationFont(str(path))


def _font() -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(px(BODY_PX))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: t.bg,
        QPalette.ColorRole.WindowText: t.text,
        QPalette.ColorRole.Base: t.surface,
        QPalette.ColorRole.AlternateBase: t.rail,
        QPalette.ColorRole.Text: t.text,
        QPalette.ColorRole.PlaceholderText: t.mute,
        QPalette.ColorRole.Button: t.surface,
        QPalette.ColorRole.ButtonText: t.text,
        QPalette.ColorRole.Highlight: t.selection,
        QPalette.ColorRole.HighlightedText: t.text,
        QPalette.ColorRole.ToolTipBase: t.surface,
        QPalette.ColorRole.ToolTipText: t.text,
        QPalette.ColorRole.Link: t.accent,
        QPalette.ColorRole.Mid: t.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(t.mute))
    return palette


def _line_of(colour: str) -> str:
    """The stops of a gradient that is a line in the middle and nothing beside it."""
    return f"stop: 0.45 transparent, stop: 0.46 {colour}, stop: 0.54 {colour}, stop: 0.55 transparent"


def _icon(shape: str) -> str:
    return resources.icon(f"{shape}-{name()}.svg").as_posix()


def style_sheet(t: Tokens) -> str:
    """The one style sheet."""
    on_accent = t.surface if name() == "light" else t.bg
    return f"""
QMainWindow, QWidget#page-ground {{ background: {t.bg}; }}
QWidget#top-bar {{ background: {t.surface}; border-bottom: 1px solid {t.line}; }}
QWidget#top-bar[then="true"] {{ background: {t.warn_soft}; border-bottom: 1px solid {t.warn}; }}
QWidget#rail {{ background: {t.rail}; border-right: 1px solid {t.line}; }}
QStatusBar {{ background: {t.surface}; border-top: 1px solid {t.line}; color: {t.mute}; }}
QStatusBar QLabel {{ color: {t.mute}; font-size: {px(12)}px; padding: 0 8px; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLineEdit {{ padding: 1px {px(6)}px; }}
QMenuBar {{ background: {t.surface}; padding: 1px 8px; }}
QMenuBar::item {{ padding: {px(4)}px {px(8)}px; border-radius: 4px; background: transparent; font-size: {px(13)}px; }}
QMenuBar::item {{ border: 1px solid transparent; }}
QMenuBar::item:selected {{ background: {t.selection}; border: 1px solid {t.accent}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.edge}; padding: 4px; }}
QMenu::item {{ padding: {px(5)}px {px(24)}px; border-radius: 4px; }}
QMenu::item {{ border: 1px solid transparent; }}
QMenu::item:selected {{ background: {t.selection}; border: 1px solid {t.accent}; }}
QMenu::item:disabled {{ color: {t.mute}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.edge}; padding: 4px; }}
QFrame[kind="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 8px; }}
QFrame[kind="card"]:focus {{ border-color: {t.accent}; }}
QFrame[kind="rule"] {{ background: {t.edge}; }}
QScrollArea, QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; border: none; }}
QLabel {{ background: transparent; }}
QLabel[look="title"] {{ font-size: {px(20)}px; font-weight: 600; }}
QLabel[look="heading"], QLabel[look="strong"] {{ font-weight: 600; }}
QLabel[look="projected"] {{ font-size: {px(26)}px; font-weight: 600; }}
QLabel[look="legible"] {{ font-size: {px(18)}px; }}
QLabel[look="mute"] {{ color: {t.mute}; }}
QLabel[look="small"] {{ color: {t.mute}; font-size: {px(12)}px; }}
QLabel[tone] {{ font-size: {px(12)}px; font-weight: 500; padding: 2px 7px; border-radius: 4px; }}
QLabel[tone="plain"] {{ background: {t.rail}; color: {t.mute}; border: 1px solid {t.line}; }}
QLabel[tone="good"] {{ background: {t.good_soft}; color: {t.good}; }}
QLabel[tone="warn"] {{ background: {t.warn_soft}; color: {t.warn}; }}
QLabel[tone="bad"] {{ background: {t.bad_soft}; color: {t.bad}; }}
QLabel[tone="accent"] {{ background: {t.accent_soft}; color: {t.accent}; }}
QPushButton {{ background: {t.surface}; border: 1px solid {t.edge}; border-radius: 6px;
  padding: {px(6)}px {px(13)}px; font-weight: 500; outline: none; }}
QPushButton:hover {{ background: {t.selection}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: {px(6) - 1}px {px(13) - 1}px; }}
QPushButton:disabled {{ color: {t.mute}; background: {t.rail}; }}
QPushButton:checked {{ background: {t.accent_soft}; color: {t.accent}; border-color: {t.accent}; }}
QPushButton[kind="primary"] {{ background: {t.accent}; color: {on_accent}; border-color: {t.accent}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[kind="primary"]:disabled {{ background: {t.line}; color: {t.mute}; border-color: {t.line}; }}
QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; color: {t.accent};
  padding: 2px 4px; text-align: left; }}
QPushButton[kind="link"]:focus {{ border: 1px solid {t.accent}; padding: 2px 4px; }}
QPushButton[kind="rail"] {{ background: transparent; border: 1px solid transparent; border-radius: 6px;
  text-align: left; padding: 0 {px(9)}px; font-weight: 400; }}
QPushButton[kind="rail"]:hover {{ background: {t.selection}; }}
QPushButton[kind="rail"]:focus {{ border: 1px solid {t.accent}; padding: 0 {px(9)}px; }}
QPushButton[kind="rail"]:checked {{ background: {t.accent_soft}; color: {t.accent}; font-weight: 600; }}
QPushButton[kind="chip"] {{ padding: {px(2)}px {px(10)}px; font-size: {px(12)}px; border-radius: 4px; }}
QPushButton[kind="chip"][tone="bad"] {{ background: {t.bad_soft}; color: {t.bad}; border-color: {t.bad_soft}; }}
QPushButton[kind="chip"][tone="warn"] {{ background: {t.warn_soft}; color: {t.warn}; border-color: {t.warn_soft}; }}
QPushButton[kind="chip"]:checked {{ border-color: {t.accent}; }}
QPushButton[kind="chip"]:focus {{ border: 1px solid {t.text}; padding: {px(2)}px {px(10)}px; }}
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox {{ background: {t.surface}; border: 1px solid {t.edge};
  border-radius: 6px; padding: {px(5)}px {px(8)}px; selection-background-color: {t.accent};
  selection-color: {on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {{
  border: 1px solid {t.accent}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {t.mute}; background: {t.rail}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px(20)}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow, QSpinBox::down-arrow {{ image: url("{_icon("down")}");
  width: {px(12)}px; height: {px(12)}px; }}
QSpinBox::up-arrow {{ image: url("{_icon("up")}"); width: {px(12)}px; height: {px(12)}px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: {px(18)}px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.line};
  selection-background-color: {t.selection}; selection-color: {t.text}; }}
QTableView, QListView, QTreeView, QListWidget, QTreeWidget {{ background: {t.surface}; border: none; outline: none;
  selection-background-color: {t.selection}; selection-color: {t.text}; }}
QTableView:focus, QListView:focus, QTreeView:focus {{ border: 1px solid {t.accent}; border-radius: 4px; }}
QCalendarWidget QTableView {{ selection-background-color: {t.accent}; selection-color: {t.surface}; }}
QDialog#finder {{ background: {t.surface}; border: 1px solid {t.mute}; }}
QDialog#finder QListWidget::item {{ padding: {px(5)}px {px(6)}px; color: {t.text}; }}
QDialog#finder QListWidget::item:selected {{ background: {t.selection}; border-left: 3px solid {t.accent}; }}
QListWidget#offers::item {{ color: {t.text}; }}
QListWidget#offers::item:selected {{ background: {t.selection}; border-left: 3px solid {t.accent}; }}
QHeaderView {{ background: transparent; }}
QHeaderView::section {{ background: {t.surface}; color: {t.mute}; border: none; border-bottom: 1px solid {t.line};
  padding: {px(7)}px {px(10)}px; font-size: {px(12)}px; font-weight: 500; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; border-bottom: 1px solid {t.line}; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QTabBar::tab {{ padding: {px(6)}px {px(12)}px; color: {t.mute}; border: none; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {t.accent}; border-bottom: 2px solid {t.accent}; font-weight: 600; }}
QTabBar::tab:focus {{ color: {t.text}; border-bottom: 2px solid {t.text}; }}
QTabWidget::pane {{ border: none; }}
QSplitter::handle:horizontal {{ background: qlineargradient(x1: 0, y1: 0, x2: 1, y2: 0, {_line_of(t.edge)}); }}
QSplitter::handle:vertical {{ background: qlineargradient(x1: 0, y1: 0, x2: 0, y2: 1, {_line_of(t.edge)}); }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.edge}; border-radius: 4px; min-height: 30px; min-width: 30px; }}
QScrollBar::handle:hover {{ background: {t.mute}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: none; height: 0; width: 0; }}
QFrame#toast {{ border-radius: 8px; }}
QFrame#toast[tone="bad"] {{ background: {t.bad_soft}; border: 1px solid {t.bad}; }}
QFrame#toast[tone="warn"] {{ background: {t.warn_soft}; border: 1px solid {t.warn}; }}
QFrame#toast[tone="good"] {{ background: {t.good_soft}; border: 1px solid {t.good}; }}
QFrame#toast QLabel {{ color: {t.text}; }}
QFrame#keys-overlay {{ background: {t.surface}; border: 1px solid {t.mute}; border-radius: 8px; }}
QCheckBox::indicator, QTreeView::indicator, QListView::indicator, QTableView::indicator {{
  width: {px(14)}px; height: {px(14)}px; border: 1px solid {t.mute}; border-radius: 3px; background: {t.surface}; }}
QCheckBox::indicator:checked, QTreeView::indicator:checked,
QListView::indicator:checked, QTableView::indicator:checked {{
  background: {t.accent}; border-color: {t.accent}; image: url("{_icon("check")}"); }}
QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate {{
  background: {t.accent}; border-color: {t.accent}; image: url("{_icon("dash")}"); }}
"""
