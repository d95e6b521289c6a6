"""Bugs are logged and told once; the program goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.model.errors import RefusalError
from desktop.ui.crash import CrashReporter


@pytest.fixture(autouse=True)
def _hooks(monkeypatch: pytest.MonkeyPatch, caplog) -> Iterator[None]:
    """Each test installs its reporter on a program that has none, and the next finds none."""
    for module in (sys, threading):
        monkeypatch.setattr(module, "excepthook", module.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    take_down()
    yield
    take_down()


def take_down() -> None:
    log = logging.getLogger("desktop.crash")
    for handler in [*log.handlers]:
        handler.close()
        log.removeHandler(handler)


@pytest.fixture
def reporter(qapp, tmp_path: Path) -> CrashReporter:
    made = CrashReporter(tmp_path / "logs")
    made.install()
    return made


def crash(text: str = "a bug") -> None:
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as error:
        sys.excepthook(ZeroDivisionError, error, error.__traceback__)


def test_a_bug_is_told_and_logged(qtbot, reporter: CrashReporter):
    with qtbot.waitSignal(reporter.happened) as happened:
        crash()
    assert happened.args[0] == "ZeroDivisionError"
    assert "Traceback" in happened.args[1]
    assert "raise ZeroDivisionError(text)" in reporter.log_text()


@pytest.mark.skipif(sys.platform == "win32", reason="as on Unix")
def test_the_log_is_its_owners_alone(qtbot, reporter: CrashReporter):
    reporter.path.parent.mkdir()
    reporter.path.touch(0o644)
    crash()
    assert reporter.path.stat().st_mode & 0o777 == 0o600


def test_no_words_of_an_error_are_kept_or_told(qtbot, reporter: CrashReporter):
    with qtbot.waitSignal(reporter.happened) as happened:
        crash("Ada Love" + str(len("lace")))
    assert "Love4" not in "".join([*happened.args, reporter.log_text()])


def test_a_refusal_that_nobody_awaited_is_no_bug(qtbot, reporter: CrashReporter):
    refusal = RefusalError("file.moved", path=Path("site.maturity"))
    with qtbot.waitSignal(reporter.refused) as refused, qtbot.assertNotEmitted(reporter.happened):
        sys.excepthook(RefusalError, refusal, None)
    assert refused.args == [refusal]
    assert reporter.log_text() == ""


def test_the_same_bug_is_told_once_and_logged_each_time(qtbot, reporter: CrashReporter):
    told: list[str] = []
    reporter.happened.connect(lambda summary, _details: told.append(summary))
    for text in ("one", "two"):
        crash(text)
    qtbot.waitUntil(lambda: bool(told))
    with qtbot.waitSignal(reporter.happened):
        other_place()
    assert told == ["ZeroDivisionError", "KeyError"]
    assert reporter.log_text().count("unhandled exception") == 3


def other_place() -> None:
    try:
        raise KeyError("three")
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)


def test_a_bug_on_another_thread_is_told_on_the_windows(qtbot, reporter: CrashReporter):
    heard: list[int] = []
    reporter.happened.connect(lambda _summary, _details: heard.append(threading.get_ident()))
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.get_ident()]


def test_ctrl_c_is_no_bug(qtbot, reporter: CrashReporter, capsys):
    with qtbot.assertNotEmitted(reporter.happened, wait=50):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert reporter.log_text() == ""


def test_a_log_that_cannot_be_written_stops_nothing(qtbot, tmp_path: Path):
    (tmp_path / "logs").write_text("in the way")
    reporter = CrashReporter(tmp_path / "logs")
    reporter.install()
    with qtbot.waitSignal(reporter.happened):
        crash()
    assert reporter.log_text() == ""
