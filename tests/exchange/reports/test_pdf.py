from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from desktop.exchange.reports import as_pdf, pdf
from desktop.exchange.reports.blocks import Contents, Cover, Heading, Paragraph
from tests.exchange.reports.documents import document, grid, picture
from tests.programs import program


def pages(content: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page."""
    (folder / "made.pdf").write_bytes(content)
    ran = subprocess.run(
        [program("pdftotext"), "-layout", str(folder / "made.pdf"), "-"], check=True, capture_output=True, text=True
    )
    told = ran.stdout.split("\f")[:-1]
    return [[" ".join(line.split()).replace(" / ", "/") for line in page.splitlines() if line.strip()] for page in told]


def test_everything_stands_in_its_order(tmp_path: Path) -> None:
    cover, contents, body, last = pages(as_pdf(document()), tmp_path)
    assert cover == ["Assessment", "Northwind", "By & for <us>", "Confidential"]
    assert [re.sub(r"[. ]+", " ", line) for line in contents] == [
        "Contents",
        "Summary 3",
        "Details 3",
        "Northwind · Report 2/4",
    ]
    assert body == [
        "Summary",
        "What counts most.",
        "Rating. Two lines",
        "of text.",
        "Details",
        "• Strong. An item",
        "• Another",
        "1. First",
        "1. First anew",
        "Figure 1 How it stands",
        "Table 1 Areas",
        "Area Rating Level",
        "Area 1 Unsatisfied 1",
        "Area 2 Unsatisfied 2",
        "Area 3 Unsatisfied 3",
        "Northwind · Report 3/4",
    ]
    assert last == ["What is meant.", "Beneath", "Northwind · Report 4/4"]


def test_equal_documents_are_equal_files_that_tell_no_time_and_no_person() -> None:
    made = as_pdf(document())
    assert as_pdf(document()) == made
    assert set(re.findall(rb"Date \(D:(\d+)", made)) == {b"20260331000000"}
    assert b"/Author (Maturity Workbench)" in made
    assert b"/Title (Report of Northwind)" in made


def test_contents_and_outline_tell_the_pages_there_are() -> None:
    chapters = [
        block
        for number in range(12)
        for block in (Heading(f"Chapter {number}", 1, f"c{number}", new_page=True), Paragraph("Words. " * 300))
    ]
    printed = pdf.write(document(Cover("A", "B"), Contents("Contents"), *chapters))
    assert printed.pages == {f"c{number}": number + 3 for number in range(12)}
    assert printed.content.count(b"/Title (Chapter ") == 12


def test_headings_of_tables_are_repeated(tmp_path: Path) -> None:
    told = pages(as_pdf(document(grid(100))), tmp_path)
    assert len(told) == 3
    assert told[0][:2] == ["Table 1 Areas", "Area Rating Level"]
    assert [page[0] for page in told[1:]] == ["Area Rating Level"] * 2


def test_a_heading_stands_with_what_follows(tmp_path: Path) -> None:
    fill = Paragraph("\n".join(["line"] * 45))
    first, second = pages(as_pdf(document(fill, Heading("Alone?", 2, "a"), grid(12))), tmp_path)
    assert first[-2] == "line"
    assert second[0] == "Alone?"


@pytest.mark.parametrize("text", ["word " * 4000, "x" * 9000])
def test_a_row_higher_than_a_page_goes_over_several(text: str, tmp_path: Path) -> None:
    told = pages(as_pdf(document(grid(2, text), Paragraph("The end."))), tmp_path)
    assert len(told) > 2
    assert told[-1][-2] == "The end."


def test_a_picture_larger_than_the_page_is_made_smaller() -> None:
    assert len(re.findall(rb"/Type /Page\b", as_pdf(document(picture(900, 900), picture(20, 2000))))) == 2


def test_letters_of_other_scripts_are_written(tmp_path: Path) -> None:
    (page,) = pages(as_pdf(document(Paragraph("Καλημέρα Привет ✓ & <b>"))), tmp_path)
    assert "Καλημέρα Привет" in page[0]
    assert "✓ & <b>" in page[0]
