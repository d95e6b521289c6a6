"""Pictures of every page in both themes, of the sample, into docs/pictures/."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SIZES = {"": (1280, 800), "-large": (1920, 1080)}


def main() -> None:
    """Make the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="where to; large pictures come with it")
    chosen: Path | None = parser.parse_args().folder
    folder = chosen or ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        os.environ["MATURITY_WORKBENCH_SETTINGS"] = str(Path(place) / "settings.ini")
        os.environ["MATURITY_WORKBENCH_MODELS"] = str(Path(place) / "models")
        _take(folder, Path(place), large=chosen is not None)


def _take(folder: Path, place: Path, *, large: bool) -> None:
    from PySide6.QtCore import QThreadPool  # noqa: PLC0415 - the platform must be chosen first
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from desktop.exchange.decisions import decided_sample  # noqa: PLC0415
    from desktop.ui import theme  # noqa: PLC0415
    from desktop.ui.app import make_window  # noqa: PLC0415
    from desktop.ui.crash import CrashReporter  # noqa: PLC0415
    from desktop.ui.places import PLACES, SHELF  # noqa: PLC0415
    from desktop.ui.settings import Settings  # noqa: PLC0415
    from desktop.ui.window import COUNTING_MS  # noqa: PLC0415

    app = QApplication([*sys.argv[:1], "-style", theme.STYLE])
    theme.load_fonts()
    settings = Settings()
    for choice in ("light", "dark"):
        theme.choose(app, choice)
        window = make_window(settings, CrashReporter(place))
        for suffix, (width, height) in SIZES.items():
            if suffix and not large:
                continue
            window.resize(width, height)
            window.show()
            app.processEvents()
            window.grab().save(str(folder / f"start-{choice}{suffix}.png"))
            window.session.adopt(decided_sample(place / f"{choice}{suffix}.maturity", "Assessor A"))
            for page in (*PLACES, SHELF):
                window.show_place(page.key)
                for _turn in range(6):  # pages lay themselves out in more than one turn
                    app.processEvents()
                    QThreadPool.globalInstance().waitForDone()
                if page is PLACES[0]:
                    QTest.qWait(2 * COUNTING_MS)  # the rail counts once things have come to rest
                window.grab().save(str(folder / f"{page.key}-{choice}{suffix}.png"))
            window.session.close()
        window.close()
        window.deleteLater()


if __name__ == "__main__":
    main()
