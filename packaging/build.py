"""Builds the program that needs no Python into dist/ and lets it test itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "maturity-workbench"


def main() -> int:
    """Build, then test. Returns the exit status."""
    if sys.platform == "linux" and shutil.which("objdump") is None:
        print("PyInstaller needs the program objdump. On Debian and Ubuntu: sudo apt-get install binutils")
        return 1
    started = time.monotonic()
    built = build()
    megabytes = sum(path.stat().st_size for path in built.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6
    print(f"Built {built.relative_to(ROOT)} in {time.monotonic() - started:.0f} s: {megabytes:.0f} MB")
    return self_test(built / (f"{NAME}.exe" if sys.platform == "win32" else NAME))


def build() -> Path:
    """The folder that PyInstaller made."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    subprocess.run([*command, str(ROOT / "packaging" / f"{NAME}.spec")], cwd=ROOT, check=True)
    return ROOT / "dist" / NAME


def self_test(program: Path) -> int:
    """Run the built program's own test, far from the sources and without their environment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "QT_"))}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        environment = {
            **kept,
            "QT_QPA_PLATFORM": "offscreen",
            "MATURITY_WORKBENCH_SETTINGS": str(Path(folder, "settings.ini")),
            "MATURITY_WORKBENCH_MODELS": str(Path(folder, "models")),
        }
        status = subprocess.run([program, "--self-test"], cwd=folder, env=environment, check=False).returncode
    print("The built program passed its self-test." if status == 0 else f"The self-test FAILED with status {status}.")
    return status


if __name__ == "__main__":
    sys.exit(main())
