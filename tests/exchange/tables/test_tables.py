"""Tables are said once: columns by key, values as whoever shows them reads them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from desktop.exchange.comparison import Comparison, compare
from desktop.exchange.deliverable import Deliverable, FindingLine
from desktop.exchange.planned_days import ScheduledLine
from desktop.exchange.tables.actions import actions
from desktop.exchange.tables.answers import answers
from desktop.exchange.tables.areas import areas
from desktop.exchange.tables.best_plan import left_out_actions, planned_actions, unreached_places
from desktop.exchange.tables.blocking import blocking_areas, blocking_statements, caps_in_force, stops
from desktop.exchange.tables.burn_up import burn_up
from desktop.exchange.tables.changes import changes
from desktop.exchange.tables.coverage import coverage
from desktop.exchange.tables.covered_places import covered_places
from desktop.exchange.tables.distribution import distribution
from desktop.exchange.tables.evidence_list import evidence_list
from desktop.exchange.tables.findings import findings
from desktop.exchange.tables.follow_up import SaidLine, said_table
from desktop.exchange.tables.gaps import gaps
from desktop.exchange.tables.goals import goals
from desktop.exchange.tables.groups import groups
from desktop.exchange.tables.levels import levels
from desktop.exchange.tables.measures import measures
from desktop.exchange.tables.parts import main_parts, parts
from desktop.exchange.tables.plan import plan
from desktop.exchange.tables.plan_totals import by_owner, by_quarter, by_status
from desktop.exchange.tables.practices import practices
from desktop.exchange.tables.readings import readings
from desktop.exchange.tables.reminders import ReminderLine, reminder_table
from desktop.exchange.tables.road import road_map
from desktop.exchange.tables.roadmap import outlook, owner_load, roadmap
from desktop.exchange.tables.sampling import sampling
from desktop.exchange.tables.schedule import schedule_table
from desktop.exchange.tables.statements import statements
from desktop.exchange.tables.stream_cells import stream_cells
from desktop.exchange.tables.streams import streams
from desktop.exchange.tables.table import AnyTable, Column, Kind, Parts, Table, Value
from desktop.exchange.tables.tracks import track_levels, tracks
from desktop.exchange.tables.words import for_cell, in_line
from desktop.model.assessment.follow_up import FollowUpChoice
from desktop.model.maturity.refs import Ref
from desktop.model.planning.budgeted.asked import Budget
from desktop.model.planning.sampling import SampleRow, SampleSort
from desktop.model.records import ActionStatus, SessionKind, Tone
from desktop.model.scoring.vocabulary import Rating
from desktop.wording.tones import Toned
from tests.builders_schemes import tiny_streams
from tests.exchange.filled import filled
from tests.own_rules import with_own_rules
from tests.told_plans import item, told


class Said(Struct, frozen=True):
    text: str


class Row(Struct, frozen=True):
    id: str
    said: Said | None = None
    ids: tuple[str, ...] = ()


TABLE = Table[Row](
    "Rows",
    "All of them.",
    (Column("id", "Id", 5, "Its name."), Column("said.text", "Said", 9, "What was said.")),
    [Row("a", Said("yes")), Row("b"), Row("c", Said(""))],
    lambda row: Ref("model", row.id),
    further=(Column("ids", "Ids", 7, "More.", read=lambda row: Parts(row.ids, str.upper)),),
)


SESSION = ScheduledLine(
    id="s",
    kind=SessionKind.INTERVIEW,
    name="Interview 1",
    day=dt.date(2026, 3, 2),
    last_day=dt.date(2026, 3, 2),
    span=(540, 600),
    place="Room 1",
    team=("Ada",),
    heard=("P-01 agent",),
    areas=("PLN",),
)


def test_a_value_is_the_rows_own_and_nothing_where_the_way_to_it_is_cut_or_it_is_empty() -> None:
    assert TABLE.cells == (("a", "yes"), ("b", None), ("c", None))


def test_columns_are_picked_in_the_order_asked_for_those_beside_the_usual_too() -> None:
    picked = TABLE.pick("ids", "id", widths=(3, 4))
    assert [(column.key, column.width) for column in picked.columns] == [("ids", 3), ("id", 4)]
    assert picked.of([Row("d", ids=("x",)), Row("e")]).pick("ids").cells[1] == (None,)
    with pytest.raises(KeyError, match="other"):
        TABLE.pick("other")


@pytest.mark.parametrize(
    ("value", "kind", "cell", "line"),
    [
        (None, Kind.PERCENT, None, "–"),
        (0, Kind.COUNT, 0, "0"),
        (50.0, Kind.PERCENT, 50.0, "50.0 %"),
        (2.5, Kind.INDEX, 2.5, "2.50"),
        (0.7996, Kind.CONSENSUS, 0.7996, "0.7996"),
        (0.25, Kind.DECIMAL, 0.25, "0.25"),
        (Decimal("8.50"), Kind.DECIMAL, 8.5, "8.5"),
        (Decimal(90), Kind.DECIMAL, 90, "90"),
        ("one\ntwo", Kind.TEXT, "one\ntwo", "one; two"),
        (True, Kind.TEXT, "yes", "yes"),
        (False, Kind.TEXT, "no", "no"),
        (("A", "B"), Kind.TEXT, "A, B", "A and B"),
        (dt.date(2026, 3, 31), Kind.DAY, dt.date(2026, 3, 31), "2026-03-31"),
        (Rating.NOT_RATED, Kind.TEXT, Rating.NOT_RATED, "Not rated"),
        (Parts(("a", "b"), str.upper), Kind.TEXT, "A\nB", "a and b"),
        (Parts(tuple("abcdefghi"), str.upper), Kind.TEXT, "a, b, c, d, e, f, g, h, i", "a, b, c and 6 more"),
    ],
)
def test_values_in_cells_and_in_lines(value: Value, kind: Kind, cell: Value, line: str) -> None:
    assert (for_cell(value), in_line(value, kind)) == (cell, line)


def test_every_column_of_every_table_reads_every_row_and_has_a_meaning(every: Deliverable, tmp_path: Path) -> None:
    again = _followed_up(tmp_path / "again.maturity")
    for table in _every_table(with_own_rules(every, tmp_path), again):
        assert table.rows, table.name
        columns = (*table.columns, *table.further)
        assert len({column.key for column in columns}) == len(columns)
        assert all(column.heading and column.meaning.endswith((".", "?")) and column.width > 0 for column in columns)
        for row in table.pick(*(column.key for column in columns)).cells:
            assert "" not in row
            for column, value in zip(columns, row, strict=True):
                states = isinstance(value, Toned) and not isinstance(value, ActionStatus)
                assert not states or column.kind is Kind.STATE
        assert all(table.ref(row).part for row in table.rows)
        assert table.trace is None or all(table.trace(row).rule for row in table.rows)


def _followed_up(path: Path) -> Comparison:
    """A round beside the one before it, one stream better."""
    day = dt.date(2026, 9, 1)
    with filled(path, [tiny_streams()], respondents=5) as assessment:
        assessment.rounds.begin("Autumn", last="Spring", day=day, choice=FollowUpChoice(ratings=True))
        assessment.streams.rate_stream("tiny-streams", "DSK", 4)
        with assessment.looking_back(assessment.rounds.all()[0].id) as then:
            return compare(then, assessment, day=day)


def _every_table(deliverable: Deliverable, again: Comparison) -> list[AnyTable]:
    budgeted = told([item("one", "PLN-G1"), item("another", "PLN-G2", cost=900)], Budget(2, cost=Fraction(200)))
    staged, streamed = deliverable.part("tiny"), deliverable.part("tiny-streams")
    tracked, own = deliverable.part("tiny-criteria"), deliverable.models[-1]
    return [
        *(of(staged) for of in (areas, goals, groups, practices, blocking_areas)),
        *(of(streamed) for of in (streams, stream_cells)),
        *(of(tracked) for of in (tracks, track_levels, statements, blocking_statements, caps_in_force, stops)),
        *(of(own) for of in (parts, main_parts)),
        *(answers(part, 5) for part in deliverable.models),
        gaps(deliverable.models),
        road_map(deliverable),
        roadmap(deliverable),
        owner_load(deliverable),
        outlook(deliverable),
        actions(deliverable),
        plan(deliverable),
        *(of(deliverable) for of in (by_status, by_owner, by_quarter)),
        *(of(budgeted) for of in (planned_actions, left_out_actions, unreached_places)),
        burn_up(deliverable.actions, deliverable.day),
        readings(deliverable.actions),
        said_table([SaidLine(1, "Write it down", "lead", None, ActionStatus.DONE, 100, "It is there.")], SESSION.day),
        evidence_list(deliverable),
        reminder_table([ReminderLine("3", "Ada", "ada@example.org", "Lead", SESSION.day, SESSION.day, 4, None, 2)]),
        covered_places(deliverable.models),
        levels(again.now),
        *(changes(each, "Spring", "Autumn") for each in again.models),
        *map(distribution, (staged, streamed, tracked)),
        measures(deliverable.actions),
        findings(deliverable),
        *(coverage(part.pack, part.coverage) for part in deliverable.models),
        schedule_table([SESSION]),
        sampling([SampleRow(SampleSort.ROLE, "agent", "agent", people=2, asked=2, interviewed=0, discussing=1)]),
    ]


def test_findings_stand_with_their_area_and_of_several_models_with_the_model(every: Deliverable) -> None:
    table = findings(every)
    assert [column.key for column in table.columns] == ["area", "tone", "text"]
    assert table.cells == (("Tiny model: Area PLN", Tone.WEAKNESS, "Promises are not kept."),)
    outside = replace(every, findings=(FindingLine("", "", Tone.STRENGTH, "So it is."),))
    assert findings(outside).cells == (("Outside the models", Tone.STRENGTH, "So it is."),)
