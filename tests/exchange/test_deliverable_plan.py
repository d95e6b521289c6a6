from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from desktop.exchange.deliverable import gather
from desktop.model.maturity.refs import Ref
from tests.builders import tiny_pack
from tests.exchange.filled import DAY, filled


def test_an_action_brings_what_it_is_tied_to(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()]) as assessment:
        first, second = assessment.actions.all()[-2:]
        assessment.actions.change(second.id, effort="2,5", cost="1200", aim="PLN-G1", model="tiny")
        assessment.action_links.expect(second.id, Ref("tiny", "STD"))
        told = gather(assessment, day=DAY)
    line = told.actions[-1]
    assert (line.needs, line.milestone, line.tags) == ((first.number,), "All is written down", ("paper",))
    assert (line.effort, line.cost, line.benefit) == (Decimal("2.5"), Decimal(1200), None)
    assert line.effects == (Ref("tiny", "STD"),)
    assert [(each.title, each.day, each.actions) for each in told.milestones] == [
        ("All is written down", DAY, (second.number,))
    ]
