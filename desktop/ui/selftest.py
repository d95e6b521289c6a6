"""Whether an installed or built program works: the sample through the real window, engine, workbook and slides."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def run() -> int:
    """Open the sample offscreen, show every page, score it, write workbook and slides; says what it did.

    Returns:
        0 when everything worked; any fault ends in its exception.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MATURITY_WORKBENCH_SETTINGS"] = str(Path(folder) / "settings.ini")
        os.environ["MATURITY_WORKBENCH_MODELS"] = str(Path(folder) / "models")
        _walk(Path(folder))
        _encrypt(Path(folder))
    sys.stdout.write("The program works.\n")
    return 0


def _walk(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform must be chosen first

    from desktop import language  # noqa: PLC0415
    from desktop.exchange.decisions import decided_sample  # noqa: PLC0415
    from desktop.exchange.deliverable import gather  # noqa: PLC0415
    from desktop.exchange.export import export  # noqa: PLC0415
    from desktop.ui import theme  # noqa: PLC0415
    from desktop.ui.app import make_window  # noqa: PLC0415
    from desktop.ui.crash import CrashReporter  # noqa: PLC0415
    from desktop.ui.places import PLACES, SHELF  # noqa: PLC0415
    from desktop.ui.settings import Settings  # noqa: PLC0415

    settings = Settings()
    language.choose(settings.language)
    app = QApplication.instance() or QApplication([*sys.argv[:1], "-style", theme.STYLE])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.choose(app, "light")
    window = make_window(settings, CrashReporter(folder))
    window.session.adopt(decided_sample(folder / "sample.maturity", "Self-test"))
    for place in (*PLACES, SHELF):
        window.show_place(place.key)
        if window.grab().isNull():
            raise RuntimeError(place.key)
    assessment = window.session.assessment
    for result in assessment.results.all():
        sys.stdout.write(f"{result.model}: level {result.level.reached}\n")
    for path in export(gather(assessment), folder / "out", only=["workbook", "two-pages", "deck"]):
        sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")
    window.help_desk.do_help()
    _read_forms_apart()
    _solve()
    window.close()


def _read_forms_apart() -> None:
    """Another process of this program reads forms."""
    from desktop import resources  # noqa: PLC0415 - see above
    from desktop.exchange.forms.form_processes import read_apart  # noqa: PLC0415
    from desktop.model.errors import RefusalError  # noqa: PLC0415

    read = read_apart(resources.sample_forms()[:2])
    for form in read:
        if isinstance(form, RefusalError):
            raise form
    sys.stdout.write(f"{len(read)} forms read by a process of their own\n")


def _encrypt(folder: Path) -> None:
    """The library that encrypts files is there, and does."""
    from desktop.model.assessment import Assessment  # noqa: PLC0415 - see above
    from desktop.model.files.file_key import FileKey  # noqa: PLC0415

    path, key = folder / "encrypted.maturity", FileKey("any words will do")
    Assessment.create(path, [], author="", key=key).close()
    with Assessment.open(path, author="", key=key) as assessment:
        if path.read_bytes().startswith(b"SQLite") or assessment.check():
            raise RuntimeError(str(path))
    sys.stdout.write("an encrypted file made and opened\n")


def _solve() -> None:
    """The solver is there."""
    from desktop.model.planning.smallest_cover import Candidate, by_solving  # noqa: PLC0415 - see above

    parts = [frozenset({str(number), str(number + 1)}) for number in range(9)]
    found = by_solving([Candidate(part, needed=False, weight=1) for part in parts], frozenset().union(*parts))
    if found != (0, 2, 4, 6, 8):
        raise RuntimeError(str(found))
