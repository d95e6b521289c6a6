from decimal import Decimal

import pytest

from desktop.model.assessment.organisation import BudgetSum
from desktop.model.records import BudgetLine, ScopeSort


@pytest.mark.parametrize("sort", ScopeSort)
def test_units_and_services_are_named_changed_and_removed(assessment, refused, sort):
    it = assessment.organisation
    second, first = it.add(sort, "  Work   place "), it.add(sort, "Network")
    assert [(each.id, each.name) for each in it.items(sort)] == [(first, "Network"), (second, "Work place")]
    it.change(first, name="Networks", in_scope=False, note="Moves house")
    changed = it.items(sort)[0]
    assert (changed.name, changed.in_scope, changed.note) == ("Networks", False, "Moves house")
    it.remove(second)
    assert [each.id for each in it.items(sort)] == [first]
    assert refused(it.change, second, note="?") == "scope_item.unknown"
    assert refused(it.remove, second) == "scope_item.unknown"


def test_a_name_stands_once_on_each_list(assessment, refused):
    it = assessment.organisation
    unit, _service = it.add(ScopeSort.UNIT, "Mail"), it.add(ScopeSort.SERVICE, "Mail")
    other = it.add(ScopeSort.UNIT, "Desk")
    assert refused(it.add, ScopeSort.UNIT, " mail") == "scope_item.known"
    assert refused(it.change, other, name="MAIL") == "scope_item.known"
    assert refused(it.add, ScopeSort.UNIT, "  ") == "scope_item.nameless"
    it.change(unit, name="MAIL")
    assert [each.name for each in it.items(ScopeSort.UNIT)] == ["Desk", "MAIL"]


def test_lines_of_the_budget_add_up_exactly(assessment, refused):
    it = assessment.organisation
    assert it.budget_sum().over == 0
    travel, rooms = it.add_line(" Travel ", "0.10", "0,30"), it.add_line("Rooms", planned="0.20")
    assert it.budget() == [
        BudgetLine(id=rooms, name="Rooms", planned="0.20"),
        BudgetLine(id=travel, name="Travel", planned="0.10", spent="0.30"),
    ]
    assert it.budget_sum() == BudgetSum(Decimal("0.30"), Decimal("0.30"))
    assert it.budget_sum().over == 0
    it.change_line(travel, spent="0.31")
    assert it.budget_sum().over == Decimal("0.01")
    assert refused(it.change_line, travel, planned="much") == "measure.not_a_number"
    assert refused(it.change_line, travel, planned="1,000") == "budget.thousands"
    assert refused(it.add_line, "Bus", "1.000") == "budget.thousands"
    assert refused(it.add_line, " ") == "budget.nameless"
    it.change_line(travel, planned="", name="Trains")
    assert it.budget()[-1] == BudgetLine(id=travel, name="Trains", spent="0.31")
    it.remove_line(travel)
    assert refused(it.change_line, travel, note="?") == "budget.unknown"
