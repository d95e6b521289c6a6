"""Three windows on three copies of one assessment and one shared folder: a day's work apart, and the evening."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.model.assessment import Assessment
from desktop.model.records import SessionKind
from desktop.model.scoring.vocabulary import Characterisation, EvidenceKind
from desktop.ui.crash import CrashReporter
from desktop.ui.pages.history.page import HistoryPage
from desktop.ui.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window import MainWindow
from tests.builders import tiny_pack
from tests.gui import ScriptedDialogs, look_light

NAMES = ("Ada", "Bea", "Cem")
AREA = "PLN"


class Laptop:
    """A window on a copy, and who sits at it."""

    def __init__(self, name: str, path: Path, settings: Settings, folder: Path) -> None:
        self.dialogs = ScriptedDialogs()
        session = Session(settings, self.dialogs)
        self.window = MainWindow(session, CrashReporter(folder))
        session.setParent(self.window)
        session.adopt(Assessment.open(path, author=name))
        member = next(each.id for each in session.assessment.preparation.members() if each.name == name)
        session.sit_down(member)
        self.session, self.member = session, member

    @property
    def assessment(self) -> Assessment:
        return self.session.assessment

    def rate_alone(self, value: Characterisation) -> None:
        blind = self.assessment.blind
        for thing in blind.things("tiny", AREA):
            blind.rate("tiny", thing.part, value, self.member)
        blind.hand_in("tiny", AREA, self.member)

    def sync(self) -> None:
        self.window.copies_desk.do_sync()
        for _time in range(8):
            QThreadPool.globalInstance().waitForDone()
            QApplication.processEvents()

    def level(self) -> object:
        return self.assessment.results.of("tiny").level


@pytest.fixture
def laptops(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Laptop, Laptop, Laptop]]:
    """Ada's file, and the copies that she made for Bea and Cem, whose copy knows codes only."""
    look_light(qapp)
    (tmp_path / "share").mkdir()
    paths = [tmp_path / f"{name}.maturity" for name in NAMES]
    with Assessment.create(paths[0], [tiny_pack()], author="Ada") as lead:
        members = [lead.preparation.add_member(name) for name in NAMES]
        lead.preparation.add_participant(role="manager", name="Wilhelmina Example")
        lead.blind.begin("tiny", [AREA], members[0])
        for member, path, coded in zip(members[1:], paths[1:], (False, True), strict=True):
            lead.copies.make_for(member, path, coded=coded)
    found = []
    for name, path in zip(NAMES, paths, strict=True):
        monkeypatch.setenv("MATURITY_WORKBENCH_SETTINGS", str(tmp_path / f"{name}.ini"))
        settings = Settings()
        laptop = Laptop(name, path, settings, tmp_path)
        settings.share(laptop.assessment.about()["id"], str(tmp_path / "share"))
        found.append(laptop)
    yield found[0], found[1], found[2]
    for laptop in found:
        laptop.window.close()


def test_a_day_apart_and_one_evening_together(laptops: tuple[Laptop, Laptop, Laptop], tmp_path: Path):
    ada, bea, cem = laptops
    session = ada.assessment.interviews.add(SessionKind.INTERVIEW, "Interview with the service desk")
    ada.assessment.interviews.note(session, "The calendar is not kept")
    (tmp_path / "plan.txt").write_text("the plan " * 40)
    piece = bea.assessment.evidence.add(EvidenceKind.DOCUMENT, "Plan")
    bea.assessment.attachments.take(piece, tmp_path / "plan.txt")
    things = len(ada.assessment.blind.things("tiny", AREA))
    for laptop, value in zip(laptops, Characterisation, strict=False):
        laptop.rate_alone(value)
    practices = [practice.id for practice in tiny_pack().area_by_id["SUP"].practices]
    bea.assessment.ratings.characterise("tiny", practices[0], Characterisation.FULLY)
    cem.assessment.ratings.characterise("tiny", practices[0], Characterisation.PARTIALLY)
    bea.assessment.preparation.set_details(unit="Service desk")
    cem.assessment.preparation.set_details(unit="Operations")
    for laptop in (ada, bea, cem, ada, bea):
        laptop.sync()
    assert [laptop.assessment.conflicts.count() for laptop in laptops] == [2, 2, 2]
    ada.window.show_place("history")
    page = ada.window.page
    assert isinstance(page, HistoryPage)
    page.tabs.setCurrentWidget(page.conflicts)
    for left in (1, 0):
        page.conflicts.table.setFocus()
        QTest.keyClick(page.conflicts.table, Qt.Key.Key_1)
        assert ada.assessment.conflicts.count() == left
    for practice in practices[1:]:
        ada.assessment.ratings.characterise("tiny", practice, Characterisation.FULLY)
    for laptop in (ada, bea, cem):
        laptop.sync()
    assert [laptop.assessment.conflicts.count() for laptop in laptops] == [0, 0, 0]
    records = [laptop.assessment.whole().records for laptop in laptops]
    assert [{**each, "identity": []} for each in records[1:]] == [{**records[0], "identity": []}] * 2
    assert (len(records[1]["identity"]), len(records[2]["identity"])) == (1, 0)
    assert len({str(laptop.level()) for laptop in laptops}) == 1
    assert {len(laptop.assessment.blind.opened("tiny", AREA).rows) for laptop in opened(laptops)} == {things}
    assert [laptop.assessment.attachments.missing() for laptop in laptops] == [0, 0, 0]
    assert [laptop.assessment.check() for laptop in laptops] == [(), (), ()]
    assert b"Wilhelmina" not in (tmp_path / "Cem.maturity").read_bytes()


def opened(laptops: tuple[Laptop, Laptop, Laptop]) -> tuple[Laptop, Laptop, Laptop]:
    """Once all have handed in, the lead opens the area, and the others hear of it."""
    lead = laptops[0]
    lead.assessment.blind.open("tiny", AREA, lead.member)
    for laptop in laptops:
        laptop.sync()
    return laptops
