"""Markup in every text of a file is shown as it stands, on every page, and nothing that it names is opened."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTableView, QTextBrowser, QToolTip, QWidget

from desktop.model.assessment import Assessment
from desktop.model.maturity.freezing import digest, pack_to_json
from desktop.model.maturity.pack import Pack
from desktop.model.maturity.parts_pack import PartsPack, as_pack
from desktop.model.maturity.refs import Ref
from desktop.model.maturity.vocabulary_pack import VocabularyPack
from desktop.model.records import KINDS, Model, Record, SessionKind
from desktop.model.records.record import cell_types
from desktop.model.vetting.pack_text import tree_text
from desktop.ui.pages.model.page import ModelPage
from desktop.ui.pages.model.reading import Reading
from desktop.ui.pages.shelf.page import ShelfPage
from desktop.ui.window import MainWindow
from tests.moulds import Moulds
from tests.own_rules import own_rules, say
from tests.sample_window import SampleWindow, sample_window

__all__ = ["sample_window"]

MARK = "#ff00fe"
"""A colour that the window uses nowhere."""
NOT_PROSE = {
    "id", "scheme", "version", "identifier", "language", "digest", "scale", "unit", "scales", "model", "area", "goal",
    "practice", "question", "participant", "measure", "action", "metric", "origin", "kind", "member", "stream",
    "statement", "evidence", "item", "place", "value", "choice", "url", "license",
    "baseline", "target", "said", "starts", "ends", "answer", "says", "content", "planned", "spent",
    "effort", "cost", "benefit", "milestone",
}  # fmt: skip
"""Cells and keys that name something, or are numbers, and no text."""

_opened: list[str] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    """A hook that nobody can take away again, so it is only there where these tests run."""
    if event.startswith(("socket.connect", "socket.getaddrinfo", "urllib.")):
        _opened.append(f"{event} {arguments}")
    elif event == "open" and "planted" in str(arguments[0]):
        _opened.append(f"{event} {arguments[0]}")


def planted(text: str, picture: Path) -> str:
    local = picture.as_uri()
    return f'{text}<img src="{local}"><img src="http://example.org/x.png"><b>bold</b>'


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A picture that would be seen if anybody showed it."""
    path = tmp_path_factory.mktemp("planted") / "planted.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(MARK))
    image.save(str(path))
    return path


@pytest.fixture(scope="module")
def sown(
    sample_window: SampleWindow, moulds: Moulds, picture: Path, tmp_path_factory: pytest.TempPathFactory
) -> SampleWindow:
    """The window on a sample with markup in every text of every record and of all packs."""
    sys.addaudithook(_watch)
    path = tmp_path_factory.mktemp("sown") / "sown.maturity"
    with moulds.sample(path, "Assessor A") as assessment:
        hear_and_rate(assessment)
        sow_packs(assessment, picture)
        sow_records(assessment, picture)
    heard = []
    sample_window.window.session.told.connect(lambda text, tone: heard.append(text))
    assert sample_window.window.session.open(path), heard
    sample_window.settle()
    return sample_window


def hear_and_rate(assessment: Assessment) -> None:
    """Use a model with rules of its own beside the others, say what its example says, and note what was heard."""
    own = own_rules("team-decides")
    assessment.models.add(own)
    say(assessment, own.rules, own.rules.examples[0])
    for part, ratings in assessment.parts.all(own.id).items():
        for instance in ratings:
            assessment.parts.note(own.id, part, "Seen on site", instance)
    session = assessment.interviews.add(SessionKind.INTERVIEW, "Talk in the kitchen", place="Kitchen")
    assessment.interviews.note(session, "Nobody counts", tags=[Ref(own.id, own.rules.parts[-1].id)])


def sow_packs(assessment: Assessment, picture: Path) -> None:
    store = assessment._desk.store
    for in_use in assessment.models.all():
        if isinstance(in_use.pack, PartsPack):
            rules = _sown(msgspec.to_builtins(in_use.pack.rules), picture)
            pack: Pack = as_pack(msgspec.convert(rules, VocabularyPack))
        else:
            pack = msgspec.convert(_sown(msgspec.to_builtins(in_use.pack), picture), Pack)
        store.add_pack(digest(pack), pack_to_json(pack))
        with store.step("model.add", model="sown") as step:
            step.draft.put(Model, in_use.id, digest=digest(pack))


def _sown(value: object, picture: Path, key: str = "") -> object:
    if isinstance(value, dict):
        return {name: _sown(each, picture, name) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_sown(each, picture, key) for each in value]
    prose = isinstance(value, str) and (" " in value or key in ("name", "title")) and key not in NOT_PROSE
    return planted(str(value), picture) if prose else value


@cache
def text_cells(kind: type[Record]) -> list[str]:
    names = {*kind.keys, *NOT_PROSE}
    return [cell for cell, type_ in cell_types(kind).items() if type_ is str and cell not in names]


def sow_records(assessment: Assessment, picture: Path) -> None:
    store = assessment._desk.store
    with store.step("details.set", fields="organisation") as step:
        for kind in KINDS.values():
            for record in store.all(kind):
                key = [str(getattr(record, name)) for name in kind.keys]
                cells = {name: planted(str(getattr(record, name)) or "Text", picture) for name in text_cells(kind)}
                step.draft.put(kind, *key, **cells)


@pytest.fixture
def opened(picture: Path) -> Iterator[list[str]]:
    """What was opened or asked of the network during the test, by Python or (on Linux) by anybody."""
    _opened.clear()
    watch = _Inotify(picture.parent) if sys.platform.startswith("linux") else None
    yield _opened
    if watch is not None:
        assert not watch.touched()


def test_every_kind_of_text_is_sown():
    assert {kind for kind, record in KINDS.items() if text_cells(record)} >= {
        "details", "member", "participant", "identity", "answer", "practice_rating", "goal_rating", "area_rating",
        "stream_rating", "statement_rating", "evidence", "action", "measure", "reading", "target",
        "part_rating", "instance", "session", "session_note",
    }  # fmt: skip


def test_nothing_that_a_text_names_is_opened_or_shown(sown: SampleWindow, opened: list[str]):
    window = sown.window
    literally = 0
    told: set[str] = set()
    for look in sown.looks():
        assert not has_mark(window.grab().toImage()), look
        for label in window.findChildren(QLabel):
            if label.isVisible() and "<" in label.text():
                assert label.textFormat() is Qt.TextFormat.PlainText, (look, label.text())
                literally += "<b>bold</b>" in label.text()
        told |= tips(window)
    assert literally > 20
    assert len(told) > 50
    for tip in told:
        assert not Rich.mightBeRichText(tip) or "<img" not in tip
        QToolTip.showText(QPoint(5, 5), tip, window)
    sown.settle()
    QToolTip.hideText()
    assert not opened


def test_what_one_reads_about_a_model_is_escaped(sown: SampleWindow, monkeypatch: pytest.MonkeyPatch):
    asked: list[object] = []
    monkeypatch.setattr(Reading, "loadResource", lambda _self, _kind, name: asked.append(name))
    sown.show("model")
    page = sown.window.page
    assert isinstance(page, ModelPage)
    read = 0
    for in_use in sown.window.session.assessment.models.all():
        for target in [in_use.id, *list(in_use.pack.place_by_id)[:6]]:
            page.reveal(f"{in_use.id}/{target}" if target != in_use.id else target)
            sown.settle()
            browser = page.findChild(QTextBrowser)
            assert browser is not None
            assert "<b>bold</b>" in browser.toPlainText(), target
            assert "￼" not in browser.toPlainText(), "a picture stands in the text"
            read += 1
    assert read > 12
    assert not asked


def test_models_of_ones_own_are_shown_as_they_stand(
    sown: SampleWindow, opened: list[str], picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("MATURITY_WORKBENCH_MODELS", str(tmp_path))
    rules = _sown(msgspec.to_builtins(own_rules("mean-with-bands").rules), picture)
    text = tree_text(rules)
    (tmp_path / "sound.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "draft.yaml").write_text(text.replace("kind: ", "knd: "), encoding="utf-8")
    sown.show("shelf")
    page = sown.window.page
    assert isinstance(page, ShelfPage)
    seen: set[str] = set()
    for name in ("draft.yaml", "sound.yaml"):
        page.list.select(lambda line, name=name: line.path.name == name)  # type: ignore[misc]
        for tab in range(page.tabs.count()):
            page.tabs.setCurrentIndex(tab)
            sown.settle()
            assert not has_mark(page.grab().toImage()), (name, tab)
            seen |= tips(sown.window)
    assert "<b>bold</b>" in page.respondents.reading.toPlainText()
    assert "<b>bold</b>" in page.assessors.reading.toPlainText()
    page.import_path(tmp_path / "draft.yaml")
    sown.settle()
    assert page.intake.faults.text()
    assert not has_mark(page.grab().toImage())
    page.intake.left.emit()
    assert not [tip for tip in seen if Rich.mightBeRichText(tip) and "<img" in tip]
    assert not opened


def test_a_picture_would_be_noticed(qtbot, picture: Path):
    """The watch itself: a label that takes the markup shows the picture and opens the file."""
    watch = _Inotify(picture.parent) if sys.platform.startswith("linux") else None
    label = QLabel(planted("", picture))
    qtbot.addWidget(label)
    label.resize(200, 100)
    assert has_mark(label.grab().toImage())
    assert watch is None or watch.touched()


def tips(window: MainWindow) -> set[str]:
    """The tooltips of what is seen: of widgets, headings and the first cells of every list."""
    found = {widget.toolTip() for widget in window.findChildren(QWidget) if widget.isVisible()}
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if not view.isVisible() or model is None:
            continue
        for row in range(min(model.rowCount(QModelIndex()), 8)):
            for column in range(model.columnCount(QModelIndex()) if isinstance(view, QTableView) else 1):
                found.add(str(model.index(row, column, QModelIndex()).data(Qt.ItemDataRole.ToolTipRole) or ""))
    return found - {""}


def has_mark(image: QImage) -> bool:
    """Whether the colour of the picture is anywhere."""
    mark = QColor(MARK).rgb()
    small = image.convertToFormat(QImage.Format.Format_RGB32)
    wanted = mark.to_bytes(4, "little")[:3]
    data = bytes(small.constBits())
    place = data.find(wanted)
    while place >= 0 and place % 4:
        place = data.find(wanted, place + 1)
    return place >= 0


class _Inotify:
    """Notices that a file of a folder is opened, by whomever."""

    OPENED = 0x20 | 0x01

    def __init__(self, folder: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._handle = self._libc.inotify_init1(os.O_NONBLOCK)
        self._libc.inotify_add_watch(self._handle, str(folder).encode(), self.OPENED)

    def touched(self) -> bool:
        try:
            data = os.read(self._handle, 4096)
        except BlockingIOError:
            data = b""
        finally:
            os.close(self._handle)
        return b"planted.png" in data
