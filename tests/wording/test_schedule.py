import datetime as dt

from desktop.model.maturity.refs import Ref
from desktop.model.planning.clashes import Clash, Trouble
from desktop.model.planning.laid_plans import LaidPlan, LaidSession
from desktop.model.records import Details, Member, Participant, SessionKind, TeamSession
from desktop.wording.schedule import WhoIsWho, laid_name, left_out, month

DAY = dt.date(2027, 3, 1)
WHO = WhoIsWho(
    [
        TeamSession(id="a", name="Interview 1", day=DAY, starts="09:00", ends="10:00"),
        TeamSession(id="b", name="Tour", day=DAY, starts="09:30", ends="10:00"),
    ],
    [Member(id="m", name="Assessor A")],
    [Participant(id="p", number=7, role="Manager"), Participant(id="q", number=8)],
)


def test_clashes_say_who_and_when():
    details = Details(starts=dt.date(2027, 3, 2), ends=dt.date(2027, 3, 5))
    alone = Clash(Trouble.TWO_AT_ONCE, "a", "b", ("m",))
    several = Clash(Trouble.TWO_AT_ONCE, "a", "b", ("m",), ("p", "q"))
    when = "(2027-03-01 09:00–10:00)"
    assert WHO.clash(alone, details) == f"Assessor A is in “Interview 1” and in “Tour” at once {when}."
    assert WHO.clash(several, details).startswith("Assessor A, P-07 Manager and P-08 are in “Interview 1”")
    assert WHO.clash(Clash(Trouble.BACKWARDS, "a"), details) == f"“Interview 1” ends before it begins {when}."
    outside = "“Tour” is on 2027-03-01, outside the days of the assessment"
    assert WHO.clash(Clash(Trouble.OUTSIDE, "b"), details) == f"{outside} (2027-03-02 to 2027-03-05)."
    assert WHO.clash(Clash(Trouble.OUTSIDE, "b"), Details(starts=details.starts)) == f"{outside} (from 2027-03-02)."
    assert WHO.clash(Clash(Trouble.OUTSIDE, "b"), Details(ends=details.starts)) == f"{outside} (until 2027-03-02)."


def test_sessions_of_a_plan_have_names_of_their_own():
    talk = LaidSession(SessionKind.DISCUSSION, 1, DAY, areas=(Ref("m", "SCM"), Ref("m", "SDP")))
    assert laid_name(talk) == "Discussion: SCM, SDP"
    assert laid_name(LaidSession(SessionKind.INTERVIEW, 3, DAY)) == "Interview 3"
    assert laid_name(LaidSession(SessionKind.KICK_OFF, 1, DAY)) == "Kick-off"


def test_what_does_not_fit_is_said():
    plan = LaidPlan((), 2, (Ref("m", "SCM"),), (SessionKind.FEEDBACK,), overlong=True)
    said = left_out(plan, 2)
    assert [line.split()[:5] for line in said] == [
        ["There", "is", "no", "time", "for"],
        ["There", "is", "no", "time", "to"],
        ["Days", "of", "2", "h", "leave"],
        ["A", "day", "cannot", "go", "on"],
    ]
    assert left_out(LaidPlan(()), 7) == []


def test_a_month_is_told_with_its_year():
    assert [month(dt.date(2026, number, 1)) for number in (5, 12)] == ["May 2026", "December 2026"]
