"""Qt's system libraries: installed by root, otherwise the command is told, and only what is needed stops the work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.repository import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has them in packages")
SCRIPT = ROOT / "packaging" / "system-libraries.sh"


class Machine:
    """A machine whose commands are scripted: who the user is, what is missing, what apt-get is told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "apt.log"
        self.missing = folder / "missing"
        self.missing.write_text("")

    def lacks(self, *packages: str) -> None:
        self.missing.write_text("\n".join(packages))

    def command(self, name: str, body: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)

    def run(self, purpose: str, *, user: int, apt: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
        self.command("id", f"echo {user}")
        # In place of Python: of the packages asked about, those that are missing.
        self.command(
            "python",
            f'for package in $(echo "$2" | awk "{{ print \\$2 }}"); do\n'
            f'    if grep -qx "$package" {self.missing}; then printf "%s " "$package"; fi\n'
            f"done",
        )
        if apt:
            self.command("apt-get", f'echo "$@" >> {self.log}; case $1 in install) : > {self.missing} ;; esac')
        tools = "uname sed grep awk cat command env printf"
        for tool in tools.split():
            for place in ("/usr/bin", "/bin"):
                if Path(place, tool).exists() and not (self.folder / tool).exists():
                    (self.folder / tool).symlink_to(Path(place, tool))
        return subprocess.run(
            ["/bin/sh", SCRIPT, purpose, "python"],
            env={"PATH": str(self.folder), **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_a_complete_machine_hears_nothing(machine):
    done = machine.run("test", user=1000)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_root_gets_them_installed(machine):
    machine.lacks("libegl1", "libxcb-cursor0")
    done = machine.run("test", user=0)
    assert done.returncode == 0
    update, install = machine.log.read_text().splitlines()
    assert update.startswith("update")
    assert install.endswith("--no-install-recommends libegl1 libxcb-cursor0")


def test_somebody_else_is_told_the_command(machine):
    machine.lacks("libegl1", "libxcb-cursor0")
    done = machine.run("test", user=1000)
    assert done.returncode == 1
    assert "sudo apt-get install --no-install-recommends libegl1 libxcb-cursor0" in done.stderr
    assert not machine.log.exists()


def test_tests_go_without_what_only_a_window_needs(machine):
    machine.lacks("libxcb-cursor0")
    assert machine.run("test", user=1000).returncode == 0
    assert machine.run("run", user=1000, DISPLAY=":0").returncode == 1


def test_the_demo_goes_on_and_says_what_is_missing(machine):
    machine.lacks("libegl1")
    done = machine.run("demo", user=1000)
    assert done.returncode == 0
    assert "libegl1" in done.stderr


def test_other_systems_hear_the_names(machine):
    machine.lacks("libegl1")
    done = machine.run("test", user=0, apt=False)
    assert done.returncode == 1
    assert "libegl1" in done.stderr
    assert "dnf" in done.stderr


def test_a_machine_without_display_hears_what_to_do(machine):
    done = machine.run("run", user=1000)
    assert done.returncode == 1
    assert "no display" in done.stderr
    assert "make demo" in done.stderr
    assert machine.run("run", user=1000, WAYLAND_DISPLAY="wayland-0").returncode == 0


def test_the_list_names_what_qt_really_links_to():
    """Every library that Qt's parts in use link to is in the list, or comes with every system or with Qt."""
    pytest.importorskip("PySide6")
    import PySide6

    qt = Path(PySide6.__file__).parent / "Qt"
    parts = [qt / "lib" / f"libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets", "Svg", "PrintSupport", "DBus")]
    parts += [qt / "lib" / "libQt6XcbQpa.so.6"]
    parts += [qt / "plugins" / "platforms" / f"libq{name}.so" for name in ("offscreen", "xcb")]
    parts += sorted((qt / "plugins" / "xcbglintegrations").glob("*.so"))
    listed = {line.split()[0] for line in SCRIPT.read_text().splitlines() if line.startswith("lib") and ".so" in line}
    linked = {name for part in parts for name in _linked(part)}
    everywhere = (
        "libQt6",
        "libicu",
        "libc.",
        "libm.",
        "libdl.",
        "librt.",
        "libpthread.",
        "libstdc++.",
        "libgcc_s.",
        "ld-",
    )
    assert {name for name in linked if not name.startswith(everywhere)} == listed


def _linked(path: Path) -> set[str]:
    """The DT_NEEDED entries of a 64-bit little-endian ELF file."""
    data = path.read_bytes()
    assert data[:6] == b"\x7fELF\x02\x01"

    def number(at: int, size: int) -> int:
        return int.from_bytes(data[at : at + size], "little")

    table, count = number(40, 8), number(60, 2)
    sections = [table + 64 * index for index in range(count)]
    dynamic = next(at for at in sections if number(at + 4, 4) == 6)
    names = number(sections[number(dynamic + 40, 4)] + 24, 8)
    start, size = number(dynamic + 24, 8), number(dynamic + 32, 8)
    needed = [number(at + 8, 8) for at in range(start, start + size, 16) if number(at, 8) == 1]
    return {data[names + at : data.index(b"\0", names + at)].decode() for at in needed}
