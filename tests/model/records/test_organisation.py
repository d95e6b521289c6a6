import msgspec
import pytest

from desktop.model.records import BudgetLine, ScopeItem


def test_what_is_named_is_in_scope_until_the_team_says_otherwise():
    assert ScopeItem(id="x").in_scope


@pytest.mark.parametrize("amount", ["12,50", "EUR 3", "1e3", "0.1234567"])
def test_amounts_are_exact_decimals(amount):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"id": "x", "planned": amount}, BudgetLine)
