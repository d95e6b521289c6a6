"""The table of coverage."""

from __future__ import annotations

from desktop.exchange.tables.coverage import coverage as coverage_table
from desktop.exchange.tables.coverage import source_groups
from desktop.model.maturity.refs import Ref
from desktop.model.scoring.coverage import SourceGroup, Spoken, Voice
from desktop.model.scoring.vocabulary import SourceKind
from tests.builders import coverage_of, nothing_said, tiny_pack

PACK = tiny_pack()
VOICES = {
    "PLN-AC-1": (Voice(SourceKind.INTERVIEW, "Interview 1", "Agent"), Voice(SourceKind.INTERVIEW, "Interview 2", "")),
    "PLN-AC-2": (Voice(SourceKind.PRESENTATION, "Kick-off"),),
}
COVERED = coverage_of(PACK, nothing_said(), {part: Spoken.of(voices) for part, voices in VOICES.items()})


def test_each_source_has_a_column_interviews_by_role():
    interview, kinds = SourceKind.INTERVIEW, (SourceKind.DISCUSSION, SourceKind.DOCUMENT, SourceKind.DEMONSTRATION)
    wanted = [
        *(SourceGroup(interview, role) for role in ("Agent", "Manager", "")),
        *map(SourceGroup, kinds),
        SourceGroup(SourceKind.PRESENTATION),
    ]
    assert list(source_groups(COVERED, ["Manager", "Agent"])) == wanted
    nothing = coverage_of(PACK, nothing_said(), {})
    assert [group.kind for group in source_groups(nothing)] == [interview, *kinds]


def test_a_row_tells_how_many_and_what_is_missing():
    table = coverage_table(PACK, COVERED)
    row = {column.key: column.value(table.rows[1]) for column in table.columns}
    assert table.ref(table.rows[1]) == Ref("tiny", "PLN-AC-1")
    assert (row["interview Agent"], row["interview"], row["document"], row["answers"]) == (1, 1, None, None)
    assert (row["sources"], row["affirmed"], row["corroborated"], row["missing"]) == (2, True, True, None)
    other = {column.key: column.value(table.rows[2]) for column in table.columns}
    assert other["missing"] == "1 more source; a word face to face"
