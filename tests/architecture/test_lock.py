"""The pinned dependencies: complete, hashed, and one answer for every system the program runs on."""

from __future__ import annotations

import re
import tomllib
from itertools import product
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.repository import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WANTED = [Requirement(line) for line in PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]]
SYSTEMS = {
    "Linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
    "Windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
    "macOS": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
}
MACHINES = [
    pytest.param(
        {**facts, "python_version": python, "python_full_version": f"{python}.0", "implementation_name": "cpython",
         "platform_python_implementation": "CPython"},
        id=f"{system}-{python}",
    )
    for (system, facts), python in product(SYSTEMS.items(), ("3.11", "3.12", "3.13"))
]  # fmt: skip


class Pin(NamedTuple):
    requirement: Requirement
    hashes: int


def _pins():
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for entry in re.sub(r"\\\n\s+", " ", text).splitlines():
        line, *hashes = entry.split(" --hash=sha256:")
        yield Pin(Requirement(line.strip()), len(hashes))


PINS = list(_pins())


def test_every_line_is_one_version_with_hashes():
    assert PINS
    assert not [pin for pin in PINS if not pin.hashes or not str(pin.requirement.specifier).startswith("==")]


@pytest.mark.parametrize("machine", MACHINES)
def test_every_system_gets_what_the_project_asks_for(machine):
    versions: dict[str, list[str]] = {}
    for requirement, _hashes in PINS:
        if requirement.marker is None or requirement.marker.evaluate(machine):
            versions.setdefault(canonicalize_name(requirement.name), []).append(str(requirement.specifier)[2:])
    assert not {name: found for name, found in versions.items() if len(found) > 1}
    for wanted in WANTED:
        (version,) = versions[canonicalize_name(wanted.name)]
        assert wanted.specifier.contains(version)
