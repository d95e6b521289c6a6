import pytest

from desktop.model.assessment import Assessment
from desktop.model.errors import RefusalError
from desktop.model.journal import Changed
from desktop.model.maturity.refs import AnswerRef, Ref
from desktop.model.records import SessionKind, Tone
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


@pytest.fixture
def team(assessment):
    """Two members; their ids."""
    return [assessment.preparation.add_member(name) for name in ("Ada", "Bea")]


@pytest.fixture
def noted(assessment):
    """A note in each of two sessions, on two practices."""
    it = assessment.interviews
    return [
        it.note(it.add(SessionKind.INTERVIEW, name), "Nobody follows the plan.", tags=[Ref("tiny", part)])
        for name, part in (("Interview 1", "PLN-AC-1"), ("Interview 2", "PLN-AC-2"))
    ]


@pytest.fixture
def comment(assessment, participant):
    """A participant's comment on a question."""
    assessment.preparation.set_participant(participant, name="Anna Miller")
    assessment.questionnaires.comment("tiny", participant, "PLN-Q1", "Only on paper.")
    return AnswerRef("tiny", participant, "PLN-Q1")


@pytest.fixture
def valid(assessment, team, noted):
    """An observation that the team agrees on and two sessions bear out."""
    found = assessment.observations.add("The plan is not followed.", tone=Tone.WEAKNESS, notes=noted)
    assessment.observations.agree_all([found])
    assessment.observations.confirm([found])
    return found


@pytest.fixture
def agreed(assessment):
    """Two valid observations on one area."""
    it, found = assessment.interviews, []
    for text in ("The plan is old.", "The plan is not followed."):
        notes = [
            it.note(it.add(SessionKind.INTERVIEW, name), text, tags=[Ref("tiny", "PLN-AC-1")])
            for name in (f"{text} 1", f"{text} 2")
        ]
        found.append(assessment.observations.add(text, tone=Tone.WEAKNESS, notes=notes))
    assessment.observations.agree_all(found)
    assessment.observations.confirm(found)
    return found
