from __future__ import annotations

from pathlib import Path

from desktop.exchange.deliverable import gather
from desktop.exchange.tables.evidence_list import evidence_list
from desktop.model.maturity.vocabulary import EvidenceKind
from tests.builders import tiny_pack
from tests.exchange.filled import DAY, filled


def test_days_of_evidence_are_told_of_documents_alone(tmp_path: Path) -> None:
    """When something was shown or said can tell by whom."""
    with filled(tmp_path / "a.maturity", [tiny_pack()]) as assessment:
        for piece in assessment.evidence.all():
            assessment.evidence.change(piece.id, dated=DAY, expires=DAY)
        found = gather(assessment, day=DAY).evidence
    assert [(line.kind, line.dated, line.expires) for line in found] == [
        (EvidenceKind.DOCUMENT, DAY, DAY),
        (EvidenceKind.INTERVIEW, None, None),
    ]
    assert all(line.parts for line in found)


def test_items_are_listed_by_number_with_what_they_speak_of(tmp_path: Path) -> None:
    with filled(tmp_path / "a.maturity", [tiny_pack()]) as assessment:
        pieces = assessment.evidence.all()
        tags = [[ref.part for ref in assessment.evidence.tags(piece.id)] for piece in pieces]
        table = evidence_list(gather(assessment, day=DAY))
    assert table.pick("number", "count", "parts").cells == tuple(
        (number, len(parts), ", ".join(parts)) for number, parts in enumerate(tags, start=1)
    )
