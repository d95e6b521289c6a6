import pytest

from desktop.exchange.sample_plan import sample_plan
from desktop.model.planning.sampling import SampleSort
from desktop.model.records import Phase, ScopeSort, SessionKind


@pytest.fixture(scope="module")
def sample(moulds, tmp_path_factory):
    with moulds.sample(tmp_path_factory.mktemp("sample") / "sample.maturity", "Ada") as made:
        yield made


def test_the_plan_of_two_weeks_has_no_clash(sample):
    planned = {each.session.name for each in sample.schedule.planned()}
    assert {each.name for each in sample_plan().sessions} <= planned
    assert {each.session.kind for each in sample.schedule.planned()} == {*SessionKind} - {SessionKind.FOLLOW_UP}, (
        "reviews follow once the plan is agreed"
    )
    assert sample.schedule.clashes() == ()


def test_the_checklist_names_items_that_there_are(sample):
    lines = sample.checklists.lines()
    assert {each.item for each in sample_plan().checklist} <= {line.item for line in lines}
    assert {line.phase for line in lines if line.is_open and line.model} == {Phase.AFTERCARE}


def test_the_cross_section_has_a_hole_of_each_kind_to_show(sample):
    rows = sample.schedule.sample([])
    holes = {(row.sort, row.name) for row in rows if row.is_hole}
    assert holes == {(SampleSort.GROUP, "Customer side"), (SampleSort.ROLE, "Customer representative")}
    assert sum(not each.in_scope for sort in ScopeSort for each in sample.organisation.items(sort)) == 2


def test_one_line_of_the_budget_is_over_and_the_whole_is_not(sample):
    lines, total = sample.organisation.budget(), sample.organisation.budget_sum()
    assert [line.name for line in lines if float(line.spent) > float(line.planned)] == ["Rooms and meals"]
    assert total.over == 0
