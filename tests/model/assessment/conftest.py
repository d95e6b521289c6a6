import pytest

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from tests.builders import tiny_pack
from tests.builders_schemes import tiny_criteria, tiny_streams


@pytest.fixture
def path(tmp_path):
    return tmp_path / "site.maturity"


@pytest.fixture
def assessment(moulds, path):
    """An assessment with the small pack, id `tiny`; see `tests.builders.tiny_pack`."""
    with moulds.cast("tiny", path, _tiny, author="Ada") as made:
        yield made


def _tiny(path):
    return Assessment.create(path, [tiny_pack()], author="Ada")


@pytest.fixture
def participant(assessment):
    """A manager who takes part; the id."""
    return assessment.preparation.add_participant(role="manager")


@pytest.fixture
def several(moulds, path):
    """An assessment with a small pack of each scheme: `tiny`, `tiny-streams` and `tiny-criteria`."""
    with moulds.cast("several", path, _several, author="Ada") as made:
        yield made


def _several(path):
    return Assessment.create(path, [tiny_pack(), tiny_streams(), tiny_criteria()], author="Ada")


@pytest.fixture
def heard(assessment):
    """What the assessment announces, in order."""
    announced: list[Changed] = []
    assessment.subscribe(announced.append)
    return announced


@pytest.fixture
def refused():
    """The code with which a call is refused."""

    def code_of(action, *arguments, **more):
        with pytest.raises(RefusalError) as caught:
            action(*arguments, **more)
        return caught.value.code

    return code_of
