"""Who works on what, in a line and in full."""

from desktop.model.assessment.team_copies import TeamDuty
from desktop.model.maturity.refs import Ref
from desktop.model.records.interviews import SessionKind
from desktop.wording.team_duties import duties_in_full, duties_line, short_duty
from tests.builders import tiny_pack

DUTIES = (
    TeamDuty("m1", "Ada", (Ref("tiny", "PLN"),)),
    TeamDuty("m2", "Bea", (), ("s1", "s2")),
)


def test_who_sits_there_comes_first():
    assert duties_line(DUTIES, "m2") == "you: 2 sessions · Ada: PLN"
    assert short_duty(DUTIES[1]) == "2 sessions"
    assert duties_line(()) == ""


def test_areas_and_sessions_by_name(moulds, tmp_path):
    with moulds.fresh(tmp_path / "a.maturity", [tiny_pack()]) as found:
        ada = found.preparation.add_member("Ada")
        assert found.copies.team_duties() == ()
        session = found.interviews.add(SessionKind.INTERVIEW, "Head of the desk")
        found.interviews.take_part(session, members=[ada])
        found.copies.assign(Ref("tiny", "PLN"), ada)
        found.copies.assign(Ref("tiny", "PLN"), found.preparation.add_member("Bea"), works=False)
        (duty,) = found.copies.team_duties()
        assert (duty.places, duty.sessions) == ((Ref("tiny", "PLN"),), (session,))
        name = tiny_pack().area_by_id["PLN"].name
        assert duties_in_full([duty], found) == f"Ada: {name}, Head of the desk"
