"""A session on a real assessment file, with dialogs that answer from a script."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.model.assessment import Assessment
from desktop.model.maturity.shelf import find
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.settings import Settings


class ScriptedDialogs:
    """Answers what the test put in; a question nobody expected fails the test."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.texts: list[str] = []
        self.asked: list[str] = []

    def open_file(self, title: str, pattern: str) -> Path | None:
        self.asked.append(title)
        return self.files.pop(0)

    def open_files(self, title: str, pattern: str) -> list[Path]:
        self.asked.append(title)
        found, self.files = self.files, []
        return found

    def save_file(self, title: str, proposal: str, pattern: str) -> Path | None:
        self.asked.append(title)
        return self.files.pop(0)

    def folder(self, title: str) -> Path | None:
        self.asked.append(title)
        return self.files.pop(0)

    def text(self, title: str, label: str, value: str = "") -> str | None:
        self.asked.append(title)
        return self.texts.pop(0)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("MATURITY_WORKBENCH_SETTINGS", str(tmp_path / "settings.ini"))
    return Settings()


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def closed_session(qapp, settings: Settings, dialogs: ScriptedDialogs):
    """A session with nothing open."""
    theme.load_fonts()
    theme.apply(qapp, "light")
    session = Session(settings, dialogs)
    yield session
    session.close()
    session.deleteLater()


@pytest.fixture
def session(closed_session: Session, tmp_path: Path) -> Session:
    """A session on a new assessment of the shipped model, with a team of two and three participants."""
    pack = find("it-service-cmm")
    assessment = Assessment.create(tmp_path / "a.maturity", [pack], author="Tester", organisation="Test centre")
    assessment.preparation.add_member("Assessor A")
    assessment.preparation.add_member("Assessor B")
    for role in ("Manager", "Practitioner", "Practitioner"):
        assessment.preparation.add_participant(role=role, group="Desk")
    closed_session.adopt(assessment)
    return closed_session
