"""Files that take long to make: made once in a run, whatever the number of its processes; each test works on a copy."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from filelock import FileLock

from desktop.exchange.decisions import decided_sample
from desktop.model.assessment import Assessment
from desktop.model.maturity.freezing import digest
from desktop.model.maturity.pack import Pack


class Moulds:
    """Where what is made once lies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def folder(self, name: str, make: Callable[[Path], object]) -> Path:
        """A folder that `make` filled, to be looked at and not changed."""
        found, whole = self._folder / name, self._folder / f"{name}.whole"
        with FileLock(self._folder / f"{name}.lock"):
            if not whole.exists():
                shutil.rmtree(found, ignore_errors=True)
                found.mkdir()
                make(found)
                whole.touch()
        return found

    def cast(
        self, name: str, path: Path, make: Callable[[Path], AbstractContextManager[Assessment]], *, author: str
    ) -> Assessment:
        """An open assessment that is a copy of the one that `make` made."""

        def fill(folder: Path) -> None:
            with make(folder / "mould.maturity"):
                pass

        shutil.copyfile(self.folder(name, fill) / "mould.maturity", path)
        return Assessment.open(path, author=author)

    def fresh(self, path: Path, packs: Sequence[Pack], author: str = "Tester") -> Assessment:
        """An open assessment in which models are in use and nothing is said yet."""
        of = hashlib.sha256("".join([author, *map(digest, packs)]).encode()).hexdigest()
        return self.cast(
            f"fresh-{of}", path, lambda mould: Assessment.create(mould, packs, author=author), author=author
        )

    def sample(self, path: Path, author: str) -> Assessment:
        """The sample with everything decided, open."""
        return self.cast("sample", path, lambda mould: decided_sample(mould, "Assessor A"), author=author)


@pytest.fixture(scope="session")
def moulds(tmp_path_factory: pytest.TempPathFactory) -> Moulds:
    """What is made once."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "moulds"
    folder.mkdir(exist_ok=True)
    return Moulds(folder)
