"""From nothing to the painted start page, against a bare window."""

from __future__ import annotations

from tests.bench.data import Data
from tests.bench.measure import Program
from tests.bench.row import Row


def programs(data: Data) -> tuple[Program, Program]:
    return Program(["-m", "desktop"], window_environment(data)), Program(
        ["-m", __spec__.name], {"QT_QPA_PLATFORM": "offscreen"}
    )


ROW = Row(
    title="start to the painted start page",
    against="a bare PySide6 window's process",
    target=1.3,
    pairs=9,
    needs="",
    programs=programs,
)


def window_environment(data: Data) -> dict[str, str]:
    """What makes the program leave once its first page is painted."""
    return {
        "QT_QPA_PLATFORM": "offscreen",
        "MATURITY_WORKBENCH_EXIT_WHEN_PAINTED": "1",
        "MATURITY_WORKBENCH_SETTINGS": str(data.folder / "settings.ini"),
    }


def show_bare_window() -> None:
    """A window with a line of text, closed once it is painted."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, QCoreApplication.quit)
            return False

    app = QApplication([])
    window = QMainWindow()
    label = QLabel("Bare")
    watch = Watch()
    label.installEventFilter(watch)
    window.setCentralWidget(label)
    window.resize(1280, 800)
    window.show()
    app.exec()


if __name__ == "__main__":
    show_bare_window()
