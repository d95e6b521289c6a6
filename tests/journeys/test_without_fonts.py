"""A computer without a font: the window and the charts have their own, and letters that it lacks are told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HAN = "\u5317\u90e8"
PROGRAM = """
import sys
import matplotlib.font_manager
matplotlib.font_manager.findSystemFonts = lambda *_arguments, **_named: []
from desktop.__main__ import main
file, folder, organisation = sys.argv[1:]
assert main(["new", file, "--model", "service-desk", "--organisation", organisation]) == 0
assert main(["export", file, "--out", folder, "--only", "charts"]) == 0
assert main([file]) == 0
"""


def test_window_and_charts_do_without_a_font(tmp_path: Path) -> None:
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<?xml version='1.0'?><fontconfig></fontconfig>", encoding="utf-8")
    environment = {
        "FONTCONFIG_FILE": str(fonts),
        "FONTCONFIG_PATH": str(tmp_path / "none"),
        "MATURITY_WORKBENCH_EXIT_WHEN_PAINTED": "1",
        "MATURITY_WORKBENCH_SETTINGS": str(tmp_path / "settings.ini"),
        "MPLCONFIGDIR": str(tmp_path),
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    arguments = [str(tmp_path / "a.maturity"), str(tmp_path / "charts"), HAN]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        env={**os.environ, **environment},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert (
        "No font on this computer has \u5317 \u90e8, so the charts show boxes in their place."
        in done.stdout + done.stderr
    )
    pictures = [path for path in (tmp_path / "charts").iterdir() if path.suffix == ".png"]
    assert pictures
    assert all(path.stat().st_size > 5_000 for path in pictures)
