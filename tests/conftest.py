"""What holds for every test: no display, no settings of this machine, no leftovers, no unexpected warnings."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from desktop import language
from desktop.model.files import file_key
from tests.moulds import moulds

__all__ = ["moulds"]

_MEMORY = Path("/dev/shm")
_ROOM = 4 << 30

if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ROOM:
    # Whether syncing reaches a disk shows in no result, only in how long one waits.
    os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)

_elsewhere = tempfile.TemporaryDirectory(prefix="maturity-workbench-tests-", ignore_cleanup_errors=True)
os.environ.update(
    QT_QPA_PLATFORM="offscreen",
    MATURITY_WORKBENCH_SETTINGS=str(Path(_elsewhere.name, "settings.ini")),
    MATURITY_WORKBENCH_MODELS=str(Path(_elsewhere.name, "models")),
    XDG_CONFIG_HOME=_elsewhere.name,
    XDG_DATA_HOME=_elsewhere.name,
    MPLBACKEND="agg",
    LC_ALL="C.UTF-8",
    LANGUAGE="en",
)

settings.register_profile(
    "default",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],  # it says more of the machine than of the test
)
settings.register_profile("thorough", parent=settings.get_profile("default"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Work keys of passphrases out in no time, but where a test says that another program has to come to the same."""
    if "slow_keys" not in request.fixturenames:
        monkeypatch.setattr(file_key, "ROUNDS", 1000)


@pytest.fixture
def slow_keys() -> None:
    """For tests of what other programs and processes do with a passphrase."""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Look nothing over for garbage while thousands of tests are found: all of it stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _uses_qt(item):
            item.add_marker("gui")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if _uses_qt(item):
        from PySide6.QtCore import QStandardPaths

        gc.disable()  # as in the program, no thread but the window's collects
        QStandardPaths.setTestModeEnabled(True)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Destroy a test's windows with the test: left to chance, they go while Qt paints a later one."""
    yield
    if _uses_qt(item):
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtGui import QGuiApplication

        if QCoreApplication.instance() is None:  # the test was left out, and none came before it
            return
        QGuiApplication.clipboard().clear()  # what lies on it at the end would be destroyed twice
        _let_go_of_keys()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        gc.freeze()  # what is left lives on, such as packs read once; the next collection need not look at it again
        gc.enable()


def _let_go_of_keys() -> None:
    """A window that a shortcut closes never hears that its keys were let go; the next test has both hands free."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QWindow
    from PySide6.QtTest import QTest

    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        window = QWindow()
        QTest.keyRelease(window, Qt.Key.Key_Control)
        assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application is started as the program starts it."""
    from desktop.ui import theme

    return ["tests", "-style", theme.STYLE]


@pytest.fixture(autouse=True)
def _own_settings(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test of the window starts with a program that nobody has used before."""
    if _uses_qt(request.node):
        folder = request.getfixturevalue("tmp_path")
        monkeypatch.setenv("MATURITY_WORKBENCH_SETTINGS", str(folder / "settings.ini"))


@pytest.fixture(autouse=True)
def _quick_fingers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests press a key again sooner than anybody can, and mean it."""
    if _uses_qt(request.node):
        monkeypatch.setattr("desktop.ui.keystrokes.NO_FINGER", -1)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Whatever language a test switched to, the next reads English."""
    yield
    language.use(None)


@pytest.fixture(autouse=True)
def _no_unexpected_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """A logged warning fails the test, unless the test asks for `caplog` and so looks at the log itself."""
    heard = _Listener()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    if heard.lines and "caplog" not in request.fixturenames:
        pytest.fail("logged: " + "\n".join(heard.lines))
    if any(getattr(log, "disabled", False) for log in logging.root.manager.loggerDict.values()):
        pytest.fail("a log is silenced, for this test and all after it")


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def _uses_qt(item: pytest.Item) -> bool:
    return "qapp" in getattr(item, "fixturenames", ())
