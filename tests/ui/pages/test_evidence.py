"""The page of the evidence: the register."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.model.bounds import ATTACHED_BYTES
from desktop.model.maturity.refs import Ref
from desktop.model.records import Adequacy, Directness, Evidence
from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.dropping import Dropping
from desktop.ui.pages.evidence import attaching
from desktop.ui.pages.evidence.page import EvidencePage
from desktop.ui.pages.evidence.register_rows import Filter
from desktop.ui.session import Session
from tests.gui import ScriptedDialogs, called, put_in_front

MODEL = "it-service-cmm"
DAY = dt.date(2026, 3, 2)


@pytest.fixture
def page(session: Session, qtbot, monkeypatch) -> EvidencePage:
    """The page on three items: one is expired, one is judged, one speaks of nothing."""
    it = session.assessment.evidence
    monkeypatch.setattr(type(session), "today", lambda _self: DAY)
    old = it.add(EvidenceKind.DOCUMENT, "Catalogue", model=MODEL, practices=["SCM-CO-1", "SCM-AC-1"])
    it.change(old, expires=dt.date(2026, 2, 1), owner="Head of desk")
    it.add(EvidenceKind.DEMONSTRATION, "Monitoring", model=MODEL, practices=["STO-AC-1"], adequacy=Adequacy.ADEQUATE)
    it.add(EvidenceKind.OBSERVATION, "Shift handover")
    shown = EvidencePage(session)
    put_in_front(qtbot, shown)
    return shown


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.csv"
    path.write_bytes(b"day;what\n1;kick-off\n")
    return path


def titles(page: EvidencePage) -> list[str]:
    proxy = page.register.table.proxy
    return [str(proxy.index(row, 0).data()) for row in range(proxy.rowCount())]


def item(page: EvidencePage, title: str) -> Evidence:
    return next(each for each in page.assessment.evidence.all() if each.session == title)


def choose(page: EvidencePage, title: str) -> None:
    assert page.register.table.select(lambda row: row.item.session == title)
    page.register.table.setFocus()


def press(widget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)
        QApplication.processEvents()


def dialogs_of(page: EvidencePage) -> ScriptedDialogs:
    assert isinstance(page.session.dialogs, ScriptedDialogs)
    return page.session.dialogs


def shown_item(page: EvidencePage) -> Evidence:
    row = page.register.table.current_row()
    assert row is not None
    found: Evidence = row.item
    return found


def at_rest(page: EvidencePage, qtbot) -> None:
    qtbot.waitUntil(lambda: not page.register.files.working.is_busy, timeout=10_000)
    QApplication.processEvents()


def test_filters_count_and_keep(page: EvidencePage):
    register = page.register
    chips = {name: button.text() for name, button in register.chips._buttons.items()}
    assert chips == {
        Filter.ALL: "All 3",
        Filter.UNTAGGED: "Without tags 1",
        Filter.EXPIRING: "Expired or soon 1",
        Filter.UNJUDGED: "Not judged 2",
        Filter.TALKS: "Said in talks 0",
    }
    assert titles(page) == ["Catalogue", "Monitoring", "Shift handover"]
    choose(page, "Catalogue")
    register.chips._buttons[Filter.UNTAGGED].click()
    assert titles(page) == ["Catalogue", "Shift handover"], "what is being worked on stays"
    register.chips._buttons[Filter.ALL].click()
    register.search.setText("sto-ac demo")
    assert titles(page) == ["Catalogue", "Monitoring"]


def test_what_is_old_is_told_beside_it(page: EvidencePage):
    choose(page, "Catalogue")
    assert "2026-02-01" in page.register.detail.freshness.text()
    assert page.register.detail.freshness.isVisible()
    choose(page, "Monitoring")
    assert not page.register.detail.freshness.isVisible()


def test_a_new_item_is_typed_into(page: EvidencePage):
    page.new.click()
    detail = page.register.detail
    assert detail.title.selectedText() == "New document"
    QTest.keyClicks(detail.title, "Service report")
    press(detail.title, Qt.Key.Key_Return)
    found = item(page, "Service report")
    assert (found.kind, found.dated) == (EvidenceKind.DOCUMENT, DAY)
    detail.reference.setText("S:/reports")
    detail.reference.commit()
    detail.adequacy.show_value(None)
    assert item(page, "Service report").reference == "S:/reports"
    assert page.register.table.hasFocus()


def test_keys_judge_the_selected_items(page: EvidencePage):
    table = page.register.table
    table.setFocus()
    table.selectAll()
    press(table, Qt.Key.Key_N, Qt.Key.Key_S)
    found = page.assessment.evidence.all()
    assert {each.adequacy for each in found} == {Adequacy.INADEQUATE}
    assert {each.directness for each in found} == {Directness.SUPPORTING}
    page.assessment.history.undo()
    page.assessment.history.undo()
    assert item(page, "Monitoring").adequacy is Adequacy.ADEQUATE


def test_tags_are_typed_by_a_few_letters(page: EvidencePage):
    choose(page, "Shift handover")
    press(page.register.table, Qt.Key.Key_T)
    field = page.register.detail.tags
    assert field.line.hasFocus()
    QTest.keyClicks(field.line, "#scmac3")
    assert field.offers.isVisible()
    press(field.line, Qt.Key.Key_Return)
    QTest.keyClicks(field.line, "scmac2")
    press(field.line, Qt.Key.Key_Return)
    shift = item(page, "Shift handover").id
    assert page.assessment.evidence.tags(shift) == (Ref(MODEL, "SCM-AC-2"), Ref(MODEL, "SCM-AC-3"))
    press(field.line, Qt.Key.Key_Backspace)
    assert page.assessment.evidence.tags(shift) == (Ref(MODEL, "SCM-AC-2"),)
    field.chips.buttons[0].click()
    assert page.assessment.evidence.tags(shift) == ()
    press(field.line, Qt.Key.Key_Return)
    assert page.register.table.hasFocus()


def test_of_many_tags_a_few_are_shown_at_first(page: EvidencePage):
    pack = page.assessment.models.get(MODEL).pack
    catalogue = item(page, "Catalogue").id
    page.assessment.evidence.tag(catalogue, [Ref(MODEL, each) for each in sorted(pack.practice_by_id)[:20]])
    choose(page, "Catalogue")
    field = page.register.detail.tags
    assert (sum(chip.isVisible() for chip in field.chips.buttons), field.more.text()) == (12, "8 more")
    field.more.click()
    assert sum(chip.isVisible() for chip in field.chips.buttons) == 20
    assert not field.more.isVisible()


def test_an_item_leads_to_what_it_speaks_of_and_back(page: EvidencePage):
    asked: list[tuple[str, str]] = []
    page.session.asked_for.connect(lambda place, target: asked.append((place, target)))
    choose(page, "Catalogue")
    press(page.register.table, Qt.Key.Key_R)
    assert asked == [("ratings", f"{MODEL}/SCM-AC-1")]
    page.register.chips._buttons[Filter.UNTAGGED].click()
    page.reveal(item(page, "Monitoring").id)
    assert shown_item(page).session == "Monitoring"


def test_what_was_said_in_talks_moves_to_the_interviews(page: EvidencePage):
    it = page.assessment
    for name in ("Interview 1", "Interview 2"):
        it.evidence.add(EvidenceKind.INTERVIEW, name, model=MODEL, practices=["SCM-CO-1"])
    chip = page.register.chips._buttons[Filter.TALKS]
    assert (chip.text(), chip.isVisible()) == ("Said in talks 2", True)
    table = page.register.table
    table.setFocus()
    table.selectAll()
    press(table, Qt.Key.Key_I)
    assert titles(page) == ["Catalogue", "Monitoring", "Shift handover"]
    assert not chip.isVisible()
    assert [each.name for each in it.interviews.all()] == ["Interview 1", "Interview 2"]
    choose(page, "Catalogue")
    assert "I" not in {key for deed in table.deeds() for key in deed.keys}


def test_items_go_and_come_back(page: EvidencePage):
    choose(page, "Catalogue")
    press(page.register.table, Qt.Key.Key_Delete)
    assert titles(page) == ["Monitoring", "Shift handover"]
    page.assessment.history.undo()
    assert len(titles(page)) == 3


def test_a_file_is_attached_opened_saved_and_taken_off(page: EvidencePage, plan: Path, tmp_path: Path, qtbot):
    dialogs = dialogs_of(page)
    choose(page, "Catalogue")
    dialogs.files = [plan]
    press(page.register.table, Qt.Key.Key_F)
    at_rest(page, qtbot)
    line = page.register.detail.attached
    assert line.said.text() == "plan.csv · 20 bytes"
    choose(page, "Catalogue")
    press(page.register.table, Qt.Key.Key_O)
    at_rest(page, qtbot)
    (opened,) = dialogs.shown
    assert (opened.name, opened.read_bytes()) == ("plan.csv", plan.read_bytes())
    if sys.platform != "win32":
        assert opened.stat().st_mode & 0o777 == 0o400
    dialogs.files = [tmp_path / "copy.csv"]
    press(page.register.table, Qt.Key.Key_V)
    at_rest(page, qtbot)
    assert (tmp_path / "copy.csv").read_bytes() == plan.read_bytes()
    line.detach.click()
    assert item(page, "Catalogue").content == ""
    page.session.close()
    assert not opened.exists()


@pytest.mark.parametrize(
    ("name", "content"), [("setup.exe", b"anything"), ("plan.pdf", b"MZ\x90"), ("a.txt", b"#!/bin/sh\nrm -rf ~")]
)
def test_a_program_is_never_run(page: EvidencePage, tmp_path: Path, qtbot, name: str, content: bytes):
    (tmp_path / name).write_bytes(content)
    told: list[str] = []
    page.session.told.connect(lambda text, _tone: told.append(text))
    page.assessment.attachments.take(item(page, "Catalogue").id, tmp_path / name)
    page.refresh()
    choose(page, "Catalogue")
    page.register.detail.attached.open.click()
    at_rest(page, qtbot)
    assert dialogs_of(page).shown == []
    assert any(name in text and "Save it" in text for text in told)


def test_what_is_dropped_becomes_items_and_what_cannot_be_is_told(
    page: EvidencePage, plan: Path, tmp_path: Path, qtbot
):
    large = tmp_path / "film.mp4"
    with large.open("wb") as stream:
        stream.truncate(ATTACHED_BYTES + 1_000_000)
    (tmp_path / "empty.txt").touch()
    told: list[tuple[str, str]] = []
    page.session.told.connect(lambda text, tone: told.append((text, tone)))
    page.take_files([large, plan, tmp_path / "empty.txt", tmp_path, tmp_path / "gone.txt"])
    at_rest(page, qtbot)
    found = item(page, "plan")
    assert (found.kind, found.file_name) == (EvidenceKind.DOCUMENT, "plan.csv")
    assert shown_item(page).id == found.id
    ((text, tone),) = told
    assert tone == "bad"
    for part in ("film.mp4 has 201 MB", "empty.txt is empty", "gone.txt", str(tmp_path)):
        assert part in text
    assert len(page.assessment.evidence.all()) == 4
    page.assessment.history.undo()
    assert len(page.assessment.evidence.all()) == 3, "an item with its file is one step"


def test_cancelled_work_attaches_nothing_and_leaves_nothing(page: EvidencePage, tmp_path: Path, qtbot, monkeypatch):
    large = tmp_path / "large.bin"
    with large.open("wb") as stream:
        stream.truncate(8_000_000)
    put = page.assessment.attachments.put

    def put_and_cancel(measured, number, content):
        put(measured, number, content)
        page.register.files.working._cancel.click()

    monkeypatch.setattr(page.assessment.attachments, "put", put_and_cancel)
    page.take_files([large])
    at_rest(page, qtbot)
    assert len(page.assessment.evidence.all()) == 3
    qtbot.waitUntil(lambda: not page.assessment.attachments.forget_unsealed(1), timeout=5000)
    assert page.assessment.attachments.digests() == frozenset()


def test_an_assessment_that_is_closed_meanwhile_takes_nothing(page: EvidencePage, plan: Path, qtbot, monkeypatch):
    answer = attaching.Attaching._answer

    def close_first(self, question):
        page.session.close()
        return answer(self, question)

    monkeypatch.setattr(attaching.Attaching, "_answer", close_first)
    page.take_files([plan])
    at_rest(page, qtbot)
    assert not page.session.is_open


def test_files_dropped_on_the_page_are_attached(page: EvidencePage, tmp_path: Path, monkeypatch):
    taken: list[list[Path]] = []
    monkeypatch.setattr(page, "take_files", taken.append)
    forms: list[list[Path]] = []
    dropping = Dropping(
        page, page.session, forms.append, lambda: ("evidence", page), lambda paths, _keys: forms.append(paths)
    )
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.png"))])
    dropping.take([Path(url.toLocalFile()) for url in data.urls()])
    dropping.take([tmp_path / "answers.xlsx"])
    assert taken == [[tmp_path / "photo.png"], [tmp_path / "answers.xlsx"]]
    assert forms == []


def test_who_only_reads_changes_nothing(session: Session, qtbot, plan: Path):
    it = session.assessment
    piece = it.evidence.add(EvidenceKind.DOCUMENT, "Catalogue", model=MODEL, practices=["SCM-CO-1"])
    it.attachments.take(piece, plan)
    path = it.path
    reader = Session(session.settings, session.dialogs)
    reader.setParent(session)
    assert reader.open(path)
    shown = EvidencePage(reader)
    put_in_front(qtbot, shown)
    assert not shown.new.isEnabled()
    choose(shown, "Catalogue")
    keys = {key for deed in shown.register.table.deeds() for key in deed.keys}
    assert keys >= {"R", "O", "V"}
    assert not keys & {"A", "T", "F", "Delete"}
    assert not shown.register.detail.attached.attach.isEnabled()
    assert called(shown.register.detail.attached.open) == "Open"
    reader.close()


def test_where_nothing_is_filed_the_button_for_the_first_item_has_the_focus(page: EvidencePage):
    evidence = page.assessment.evidence
    evidence.remove(*(each.id for each in evidence.all()))
    assert [page.landing] == [page.register.first]
    evidence.add(EvidenceKind.DOCUMENT, "Plan")
    assert [page.landing] == [page.register.table]
