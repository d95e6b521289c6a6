from desktop.model.planning.sampling import SampleRow, SampleSort
from desktop.wording.sampling import holes, row_name, sort_name


def row(sort, name, people=1, interviewed=0):
    return SampleRow(sort, name, name, people, None, interviewed, 0)


def test_holes_are_named():
    assert holes([row(SampleSort.UNIT, "Network"), row(SampleSort.UNIT, "Desk", interviewed=1)]) == [
        "Nobody from unit Network is to be interviewed."
    ]
    assert holes([row(SampleSort.UNIT, "Network", 0), row(SampleSort.SERVICE, "Mail", 0)]) == [
        "Nobody from unit Network takes part.",
        "Nobody of service Mail takes part.",
    ]
    assert holes([row(SampleSort.GROUP, "Customers"), row(SampleSort.ROLE, "Manager"), row(SampleSort.GROUP, "")]) == [
        "Nobody of group Customers is to be interviewed.",
        "Nobody in the role Manager is to be interviewed.",
    ]


def test_areas_that_nobody_speaks_about_are_told_together():
    areas = [row(SampleSort.AREA, name, 0) for name in "ABCDE"]
    spoken = row(SampleSort.AREA, "F")
    assert holes([*areas, spoken]) == ["Nobody is to be heard about A, B, C and 2 more."]
    assert holes([*areas[:2], spoken]) == ["Nobody is to be heard about A, B."]
    assert holes(areas) == [
        "No session on the schedule is about an area yet, so it is not known who speaks about what."
    ]
    assert holes([spoken]) == []


def test_rows_have_names():
    assert sort_name(row(SampleSort.AREA, "A")) == "Area"
    assert row_name(row(SampleSort.UNIT, "")) == "not said"
