from __future__ import annotations

from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from desktop.exchange.deliverable import Deliverable
from desktop.exchange.report_files import REPORT, TWO_PAGES, report_pieces
from desktop.exchange.reports import report as told
from desktop.exchange.reports.blocks import Document
from desktop.exchange.reports.faults import TemplateFault
from desktop.model.errors import RefusalError


def test_each_document_is_made_once_for_both_its_files(
    every: Deliverable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Deliverable] = []
    two_pages = told.two_pages

    def counted(deliverable: Deliverable) -> Document:
        made.append(deliverable)
        return two_pages(deliverable)

    monkeypatch.setattr(told, "two_pages", counted)
    pieces = report_pieces(every, [TWO_PAGES])
    assert [piece.name.rpartition(" - ")[2] for piece in pieces] == ["two pages.docx", "two pages.pdf"]
    assert not made
    for piece in pieces:
        piece.write(tmp_path / piece.name)
    assert len(made) == 1
    assert (tmp_path / pieces[0].name).read_bytes().startswith(b"PK")
    assert (tmp_path / pieces[1].name).read_bytes().startswith(b"%PDF")


def test_only_what_is_asked_for_is_made(every: Deliverable) -> None:
    assert report_pieces(every, ["workbook"]) == []
    assert len(report_pieces(every, [REPORT, TWO_PAGES])) == 4


def test_a_fault_of_the_template_is_told_once_and_a_file_that_is_none_refused(
    every: Deliverable, tmp_path: Path
) -> None:
    house, faults = tmp_path / "house.docx", list[TemplateFault]()
    word = docx.Document()
    word.add_paragraph("{{boss}} {{boss}}")
    word.save(str(house))
    bare = replace(every, models=every.models[:1])
    (first, _pdf), (second, _other) = (
        report_pieces(bare, [TWO_PAGES], house, faults.append),
        report_pieces(bare, [TWO_PAGES], tmp_path / "nowhere.docx"),
    )
    first.write(tmp_path / "made.docx")
    assert [(fault.kind, fault.what) for fault in faults if fault.kind == "unknown_placeholder"] == [
        ("unknown_placeholder", "boss")
    ]
    with pytest.raises(RefusalError, match=r"template\.missing"):
        second.write(tmp_path / "other.docx")
