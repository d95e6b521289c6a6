import pytest

from desktop.model.listening.unheard import Unheard
from desktop.model.maturity.refs import Ref
from desktop.model.records import Participant, TeamSession
from desktop.wording.interviews import coded, lacking, session_times


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [("09:30", "10:30", "09:30–10:30"), ("09:30", "", "09:30"), ("", "10:30", "10:30"), ("", "", "")],
)
def test_times_are_told_as_far_as_they_are_known(starts, ends, said):
    assert session_times(TeamSession(id="s", starts=starts, ends=ends)) == said


def test_a_participant_is_a_code_with_a_role():
    assert coded(Participant(id="p", number=7, role="Manager")) == "P-07 Manager"
    assert coded(Participant(id="p", number=7)) == "P-07"


def test_what_is_still_to_be_said_names_the_roles():
    assert lacking(Unheard(Ref("m", "A"))) == "No word yet"
    assert lacking(Unheard(Ref("m", "A"), ("Manager", "Agent"))) == "Nothing yet from Manager, Agent"
