"""Faults of scales that contradict themselves; `test_checking` has them with their lines."""

from __future__ import annotations

import pytest

from desktop.model.maturity.checking_scales import check_scale
from desktop.model.maturity.faults import FaultCode
from desktop.model.maturity.questionnaire import scales
from desktop.model.maturity.scales import Choice, Scale
from desktop.model.maturity.vocabulary import NAMED_SCHEMES, BlankKind


def choice(name: str, percent: int | None = None, blank: BlankKind | None = None) -> Choice:
    return Choice(id=name, name=name, meaning=name, percent=percent, blank=blank)


NA = choice("na", blank=BlankKind.DOES_NOT_APPLY)
DK = choice("dk", blank=BlankKind.DONT_KNOW)


@pytest.mark.parametrize(
    ("choices", "code", "place"),
    [
        ((choice("a", 1), NA, DK), FaultCode.SCALE_ANSWERS, ("choices",)),
        ((choice("a", 1), choice("a", 0), NA, DK), FaultCode.CHOICE_TWICE, ("choices", 1, "id")),
        ((choice("a", 1), choice("b"), NA, DK), FaultCode.PERCENT_MISSING, ("choices", 1)),
        ((choice("a", 1), choice("b", 1), NA, DK), FaultCode.PERCENT_ORDER, ("choices", 1, "percent")),
        ((choice("a", 1), NA, choice("b", 0), DK), FaultCode.BLANK_ORDER, ("choices", 2)),
        ((choice("a", 1), choice("b", 0), DK), FaultCode.BLANK_MISSING, ("choices",)),
    ],
)
def test_a_fault_is_found_where_it_is(choices, code, place):
    found = [(one.code, one.place) for one in check_scale(Scale(id="s", name="S", choices=choices), ())]
    assert found == [(code, place)]


@pytest.mark.parametrize("scheme", NAMED_SCHEMES)
def test_the_built_in_scales_keep_the_rules_of_a_pack_s_own(examples, read_text, scheme):
    pack = read_text(examples[scheme.value])
    assert [found for scale in scales(pack) for found in check_scale(scale, ())] == []
