from desktop.model.maturity.refs import Ref
from desktop.model.planning.sampling import Hearing, SampleSort, sample
from desktop.model.records import Participant, ScopeItem, ScopeSort, SessionKind

SCM, SDP = Ref("m", "SCM"), Ref("m", "SDP")
ITEMS = [
    ScopeItem(id="net", name="Network"),
    ScopeItem(id="desk", name="Desk"),
    ScopeItem(id="old", name="Old", in_scope=False),
    ScopeItem(id="mail", name="Mail", sort=ScopeSort.SERVICE),
]
PEOPLE = [
    Participant(id="a", unit="desk", service="mail", group="Leads", role="Manager", interviewed=True),
    Participant(id="b", unit="desk", group="Leads", role="Analyst", asked=False, discusses=True),
    Participant(id="c", unit="old", group="Practitioners", role="Analyst"),
    Participant(id="d"),
]
HEARINGS = [
    Hearing(SessionKind.INTERVIEW, frozenset("c"), frozenset([SCM])),
    Hearing(SessionKind.DISCUSSION, frozenset("ca"), frozenset([SCM])),
    Hearing(SessionKind.DEMONSTRATION, frozenset("b"), frozenset([SCM])),
]


def test_participants_are_counted_by_what_they_stand_for():
    rows = sample(PEOPLE, ITEMS, {SCM: "Commitments", SDP: "Planning"}, HEARINGS)
    assert [(row.sort, row.name, row.people, row.asked, row.interviewed, row.discussing) for row in rows] == [
        (SampleSort.UNIT, "Desk", 2, 1, 1, 2),
        (SampleSort.UNIT, "Network", 0, 0, 0, 0),
        (SampleSort.UNIT, "", 1, 1, 0, 0),
        (SampleSort.SERVICE, "Mail", 1, 1, 1, 1),
        (SampleSort.SERVICE, "", 3, 2, 1, 2),
        (SampleSort.GROUP, "Leads", 2, 1, 1, 2),
        (SampleSort.GROUP, "Practitioners", 1, 1, 1, 1),
        (SampleSort.GROUP, "", 1, 1, 0, 0),
        (SampleSort.ROLE, "Analyst", 2, 1, 1, 2),
        (SampleSort.ROLE, "Manager", 1, 1, 1, 1),
        (SampleSort.ROLE, "", 1, 1, 0, 0),
        (SampleSort.AREA, "Commitments", 3, None, 1, 2),
        (SampleSort.AREA, "Planning", 0, None, 0, 0),
    ]
    assert [row.name for row in rows if row.is_hole] == ["Network", "Planning"]


def test_where_nothing_is_said_of_anybody_there_is_nothing_to_tell():
    assert sample([Participant(id="d")], [], {}, []) == ()
