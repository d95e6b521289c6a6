"""Whether an installed or built program works: the sample through the real window, engine and workbook."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def run() -> int:
    """Open the sample offscreen, show every page, score it, write the workbook; says what it did.

    Returns:
        0 when everything worked; any fault ends in its exception.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MATURITY_WORKBENCH_SETTINGS"] = str(Path(folder) / "settings.ini")
        _walk(Path(folder))
    sys.stdout.write("The program works.\n")
    return 0


def _walk(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform must be chosen first

    from desktop.exchange.decisions import decided_sample  # noqa: PLC0415
    from desktop.exchange.deliverable import gather  # noqa: PLC0415
    from desktop.exchange.export import export  # noqa: PLC0415
    from desktop.ui import theme  # noqa: PLC0415
    from desktop.ui.app import make_window  # noqa: PLC0415
    from desktop.ui.crash import CrashReporter  # noqa: PLC0415
    from desktop.ui.places import PLACES  # noqa: PLC0415
    from desktop.ui.settings import Settings  # noqa: PLC0415

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    theme.apply(app, "light")
    window = make_window(Settings(), CrashReporter(folder))
    window.session.adopt(decided_sample(folder / "sample.maturity", "Self-test"))
    for place in PLACES:
        window.show_place(place.key)
        if window.grab().isNull():
            raise RuntimeError(place.key)
    assessment = window.session.assessment
    for result in assessment.results.all():
        sys.stdout.write(f"{result.model}: level {result.level.reached}\n")
    for path in export(gather(assessment), folder / "out", only=["workbook"]):
        sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")
    window.close()
