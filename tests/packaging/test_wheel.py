"""The wheel: the program with its resources, found where it is installed."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest

from tests.architecture.repository import ROOT, relative, tracked


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with what the wheel holds."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=100)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


def test_it_holds_every_source_and_resource(installed):
    paths = [relative(path) for path in tracked()]
    wanted = {path for path in paths if path.startswith("desktop/")}
    wanted |= {f"desktop/_{path}" for path in paths if path.startswith("resources/")}
    wanted |= {f"desktop/_resources/{path.removeprefix('docs/')}" for path in paths if path.startswith("docs/help/")}
    assert wanted <= {path.relative_to(installed).as_posix() for path in installed.rglob("*")}


def test_it_finds_its_resources(installed):
    program = "from desktop import resources; print(resources.root()); assert resources.model_packs()"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=installed, check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == str(installed / "desktop" / "_resources")


def test_it_says_the_licences(installed):
    names = {path.name for path in installed.rglob("*.dist-info/licenses/**/*")}
    assert {"LICENSE", "OFL.txt"} <= names
