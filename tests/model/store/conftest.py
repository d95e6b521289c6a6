import shutil

import pytest

from desktop.model.store.store import Store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "site.maturity"


@pytest.fixture
def store(moulds, path):
    """A new file, open."""
    shutil.copyfile(moulds.folder("store", _made) / "site.maturity", path)
    store = Store.open(path, "Ada")
    yield store
    store.close()


def _made(folder):
    Store.create(folder / "site.maturity", "Ada", {"id": "a1"}).close()


@pytest.fixture
def again(store):
    """Close the file and open it once more."""
    opened: list[Store] = []

    def reopen(author="Ada"):
        (opened[-1] if opened else store).close()
        opened.append(Store.open(store.path, author))
        return opened[-1]

    yield reopen
    for each in opened:
        each.close()
