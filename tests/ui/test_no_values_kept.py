"""Whatever goes wrong, nothing that is kept or copied of it says what an assessment says."""

from __future__ import annotations

import logging
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton
from sqlalchemy import Engine, event

from desktop.__main__ import main
from desktop.exchange import deliverable
from desktop.exchange.export import export
from desktop.exchange.forms import form_worker
from desktop.exchange.forms.writer import write_forms
from desktop.exchange.portable import from_json, reading, save_portable, to_json
from desktop.exchange.workbook.book import Book
from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.ui.crash import CrashReporter
from desktop.ui.session import Session
from desktop.ui.work import Work
from desktop.wording import refusals
from tests.builders import tiny_pack
from tests.exchange.filled import DAY, filled

CANARY = "canary"
"""In every name, address, role, comment, note, rationale and other text of the assessment."""


@pytest.fixture(autouse=True)
def _hooks(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    for module, hook in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, hook, getattr(module, hook))
    _take_down()
    yield
    _take_down()


def _take_down() -> None:
    log = logging.getLogger("desktop.crash")
    for handler in [*log.handlers]:
        handler.close()
        log.removeHandler(handler)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def assessment(closed_session: Session, tmp_path: Path) -> Assessment:
    closed_session.adopt(filled(tmp_path / "a.maturity", [tiny_pack()]))
    return closed_session.assessment


def read(text: str) -> int:
    """Python says what it could not read."""
    return int(text)


class Reader:
    """Reads a text when it is pressed, when it ends, beside the window, and in a thread."""

    def __init__(self, text: str) -> None:
        self.text = text

    def press(self) -> None:
        read(self.text)

    def work(self, _progress: object, _cancelled: object) -> int:
        return read(self.text)

    def __del__(self) -> None:
        read(self.text)


def in_a_slot(assessment: Assessment, _session: Session, _patch: pytest.MonkeyPatch) -> None:
    button, reader = QPushButton(), Reader(assessment.preparation.details().notes)
    button.clicked.connect(reader.press)
    button.click()


def in_the_database(assessment: Assessment, session: Session, _patch: pytest.MonkeyPatch) -> None:
    def break_it(*arguments: object) -> tuple[object, object]:
        statement, parameters = str(arguments[2]), arguments[3]
        return statement.replace("INSERT INTO change", "INSERT INTO nowhere"), parameters

    event.listen(Engine, "before_cursor_execute", break_it, retval=True)
    try:
        assessment.preparation.set_details(notes=assessment.preparation.details().budget)
    except Exception as error:  # noqa: BLE001 - handed over as by a slot
        session.report(error)
    finally:
        event.remove(Engine, "before_cursor_execute", break_it)


def in_a_thread(assessment: Assessment, _session: Session, _patch: pytest.MonkeyPatch) -> None:
    thread = threading.Thread(target=read, args=(assessment.preparation.details().notes,))
    thread.start()
    thread.join()


def beside_the_window(assessment: Assessment, session: Session, _patch: pytest.MonkeyPatch) -> None:
    work = Work(Reader(assessment.preparation.details().notes).work, session)
    work.failed.connect(session.report)
    work.carry_out()
    QCoreApplication.processEvents()


def while_clearing_away(assessment: Assessment, _session: Session, _patch: pytest.MonkeyPatch) -> None:
    Reader(assessment.preparation.details().notes)


def in_an_export(assessment: Assessment, session: Session, patch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> int:
        return read(assessment.preparation.participants()[0].role)

    patch.setattr(Book, "save", fail)
    try:
        export(deliverable.gather(assessment, day=DAY), assessment.path.parent / "out")
    except ValueError as error:
        session.report(error)


def in_portable_data(assessment: Assessment, session: Session, patch: pytest.MonkeyPatch) -> None:
    def fail(content: bytes, _file: str) -> int:
        return read(content.decode())

    patch.setattr(reading, "parse", fail)
    try:
        from_json(to_json(assessment), assessment.path.with_name("b.maturity"), "Ada")
    except ValueError as error:
        session.report(error)


FAULTS: list[Callable[[Assessment, Session, pytest.MonkeyPatch], None]] = [
    in_a_slot,
    in_the_database,
    in_a_thread,
    beside_the_window,
    while_clearing_away,
    in_an_export,
    in_portable_data,
]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("fail", FAULTS)
def test_a_bug_leaves_no_value_anywhere(
    fail: Callable[[Assessment, Session, pytest.MonkeyPatch], None],
    assessment: Assessment,
    closed_session: Session,
    temporary: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    told: list[str] = []
    reporter = CrashReporter(tmp_path / "logs")
    reporter.happened.connect(lambda *words: told.extend(words))
    reporter.install()
    fail(assessment, closed_session, monkeypatch)
    QCoreApplication.processEvents()
    log = reporter.log_text()
    assert "Traceback" in log
    assert len(told) == 2
    assert sorted(path.name for path in tmp_path.rglob(".maturity-workbench-*")) == []
    for text in (log, *told, *capfd.readouterr()):
        assert CANARY not in text.lower()
    assert [*temporary.iterdir()] == []


def test_the_process_that_reads_forms_tells_no_value(
    assessment: Assessment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> int:
        return read(assessment.preparation.participants()[0].role)

    monkeypatch.setattr(form_worker, "read_form", fail)
    reply = form_worker.reply_to(tmp_path / "form.xlsx")
    assert reply.code == "form.reader_failed"
    assert CANARY not in repr(reply).lower()
    assert "ValueError" in refusals.sentence(RefusalError(reply.code, **reply.facts))


def test_the_command_line_keeps_no_value(
    assessment: Assessment,
    temporary: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    save_portable(assessment, tmp_path / "data.json")
    monkeypatch.setattr(reading, "parse", lambda content, _file: read(content.decode()))
    assert main(["new", str(tmp_path / "b.maturity"), "--from", str(tmp_path / "data.json"), "--author", "Ada"]) == 1
    (log,) = temporary.iterdir()
    said = capfd.readouterr()
    assert "Traceback" in log.read_text("utf-8")
    assert CANARY not in (log.read_text("utf-8") + said.out + said.err).lower()


def test_nothing_is_put_into_the_temporary_folder(
    assessment: Assessment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few_charts: None
) -> None:
    """What is put there stays when the program is ended."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    model = assessment.models.all()[0].id
    forms = write_forms(assessment, tmp_path / "forms", model)
    assert form_worker.reply_to(forms[0]).form is not None
    assert export(deliverable.gather(assessment, day=DAY), tmp_path / "out")
    from_json(to_json(assessment), tmp_path / "b.maturity", "Ada").close()
