"""The page of the evidence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.model.scoring.vocabulary import EvidenceKind
from desktop.ui.pages.evidence.page import EvidencePage
from desktop.ui.session import Session
from tests.gui import put_in_front

MODEL = "it-service-cmm"


@pytest.fixture
def page(session: Session, qtbot) -> EvidencePage:
    session.assessment.evidence.add(EvidenceKind.DOCUMENT, "Catalogue", model=MODEL, practices=["SCM-CO-1", "SCM-AC-1"])
    shown = EvidencePage(session)
    put_in_front(qtbot, shown)
    return shown


def test_an_item_leads_to_what_it_speaks_of(page: EvidencePage):
    asked: list[tuple[str, str]] = []
    page.session.asked_for.connect(lambda place, target: asked.append((place, target)))
    QTest.keyClick(page.register.table, Qt.Key.Key_Return)
    assert asked == [("ratings", f"{MODEL}/SCM-AC-1")]
