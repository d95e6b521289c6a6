import pytest

from desktop.model.store.store import Store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "site.maturity"


@pytest.fixture
def store(path):
    store = Store.create(path, "Ada", {"id": "a1"})
    yield store
    store.close()


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
