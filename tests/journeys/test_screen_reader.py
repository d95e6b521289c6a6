"""Preparation, a session of notes and a rating by somebody who cannot see: through the accessibility tree alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cli.entry import run as main
from desktop.model.assessment import Assessment
from desktop.model.records import Tone
from desktop.model.scoring.vocabulary import Characterisation
from tests.programs import missing, program

MODEL = "it-service-cmm"
STORY = Path(__file__).with_name("screen_reader.py")
PYTHON = "/usr/bin/python3"
"""The system's, which has the bindings."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have other trees")


@pytest.fixture
def display() -> Iterator[str]:
    """A display of its own, as large as a small laptop's screen; without a manager no window ever has the focus."""
    server_program, manager_program = program("Xvfb"), program("matchbox-window-manager")
    read, write = os.pipe()
    command = [server_program, "-displayfd", str(write), "-ac", "-nolisten", "tcp", "-screen", "0", "1366x768x24"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = f":{told.readline().strip()}"
        with subprocess.Popen([manager_program, "-display", number], stderr=subprocess.DEVNULL) as manager:
            yield number
            manager.kill()
        server.kill()


def test_an_assessment_by_its_accessibility_tree(tmp_path: Path, display: str):
    bindings = [PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not Path("/usr/libexec/at-spi-bus-launcher").exists() or subprocess.run(bindings, check=False).returncode:
        missing("AT-SPI")
    path = tmp_path / "harbour.maturity"
    assert main(["new", str(path), "--model", MODEL]) == 0
    for folder in ("home", "run"):
        (tmp_path / folder).mkdir(mode=0o700)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_", "DBUS_"))}
    environment |= {
        "DISPLAY": display,
        "HOME": str(tmp_path / "home"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    told = subprocess.run(
        [program("dbus-run-session"), "--", PYTHON, STORY, sys.executable, "-m", "desktop", path],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert told.returncode == 0, told.stderr[-6000:]
    with Assessment.open(path, author="Tester") as it:
        assert it.preparation.details().organisation == "Harbour services"
        assert [one.name for one in it.preparation.members()] == ["Assessor A"]
        assert [(one.role, one.group) for one in it.preparation.participants()] == [("Manager", "Desk")]
        (session,) = it.interviews.all()
        notes = it.interviews.notes(session.id)
        assert [note.tone for note in notes] == [Tone.WEAKNESS, Tone.NEUTRAL]
        rating = it.ratings.practices(MODEL)["SCM-CO-1"]
        assert (rating.value, rating.reason) == (Characterisation.PARTIALLY, "Nothing is written down.")
        assert it.check() == ()
