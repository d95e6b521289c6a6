from __future__ import annotations

import re
import zipfile
from io import BytesIO

from docx.oxml.ns import qn

from desktop.exchange.reports import as_word
from desktop.exchange.reports.blocks import Heading, Items, Paragraph
from tests.exchange.reports.documents import document, grid, opened, parts, picture, words


def test_everything_stands_in_its_order() -> None:
    assert words(as_word(document()).content) == [
        "Assessment",
        "Northwind",
        "By & for <us>",
        "Confidential",
        "Contents",
        "Summary3",
        "Details3",
        "Summary",
        "What counts most.",
        "Rating. Two linesof text.",
        "Details",
        "Strong. An item",
        "Another",
        "First",
        "First anew",
        "Figure 1 How it stands",
        "Table 1 Areas",
        "Area | Rating | Level",
        "Area 1 | Unsatisfied | 1",
        "Area 2 | Unsatisfied | 2",
        "Area 3 | Unsatisfied | 3",
        "What is meant.",
        "Beneath",
    ]


def test_equal_documents_are_equal_files_that_tell_no_time_and_no_person() -> None:
    made = as_word(document()).content
    assert as_word(document()).content == made
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    told = opened(made).core_properties
    assert (told.title, told.subject) == ("Report of Northwind", "Northwind")
    assert (told.author, told.last_modified_by) == ("Maturity Workbench", "Maturity Workbench")
    assert told.created is not None
    assert told.created.date().isoformat() == "2026-03-31"
    assert "docProps/app.xml" not in parts(made)


def test_headings_are_known_to_contents_and_outline() -> None:
    body = parts(as_word(document()).content)["word/document.xml"].decode()
    assert 'TOC \\o "1-2" \\h \\z \\u' in body
    for anchor in ("summary", "details"):
        assert re.search(f'<w:bookmarkStart[^>]*w:name="{anchor}"', body)
        assert f"PAGEREF {anchor}" in body
    made = opened(as_word(document()).content)
    styles = {each.text: each.style.name for each in made.paragraphs if each.style is not None}
    assert (styles["Summary"], styles["Details"]) == ("Heading 1", "Heading 2")


def test_a_heading_can_begin_a_page() -> None:
    made = opened(as_word(document(Heading("A", 1, "a", new_page=True), Heading("B", 1, "b"))).content)
    assert [each.paragraph_format.page_break_before for each in made.paragraphs] == [True, None]


def test_pictures_are_told_in_words_and_counted() -> None:
    body = parts(as_word(document(picture(), picture(caption=""), picture())).content)["word/document.xml"].decode()
    assert body.count('descr="Change 40 %, Release 60 %"') == 3
    assert re.findall(r"SEQ Figure[^>]*>.*?<w:t[^>]*>(\d)", body) == ["1", "2"]
    assert 'distL="0"' in body


def test_headings_of_tables_are_repeated_and_rows_not_torn() -> None:
    (table,) = opened(as_word(document(grid(30))).content).tables
    rows = table._tbl.findall(qn("w:tr"))
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, *[False] * 30]
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
    shades = {each.get(qn("w:fill")) for each in table._tbl.iter(qn("w:shd"))}
    assert shades == {"FBE6E4"}


def test_only_a_short_table_is_kept_on_one_page() -> None:
    def kept(rows: int) -> int:
        (table,) = opened(as_word(document(grid(rows))).content).tables
        return sum(row.find(f".//{qn('w:keepNext')}") is not None for row in table._tbl.findall(qn("w:tr"))[1:])

    assert kept(12) == 11
    assert kept(13) == 0


def test_each_numbered_list_begins_at_one() -> None:
    made = opened(as_word(document(Items((("", "a"), ("", "b")), numbered=True), Items((("", "c"),), True))).content)
    numbers = [each.val for each in made.element.body.iter(qn("w:numId"))]
    assert numbers[0] == numbers[1] != numbers[2]


def test_what_no_document_can_hold_is_left_out() -> None:
    assert words(as_word(document(Paragraph("a\x00b\ud800c]]>", begins="\x1b!"))).content) == ["! abc]]>"]


def test_the_footer_stands_on_every_page_but_the_cover() -> None:
    made = opened(as_word(document()).content)
    assert "Northwind · Report" in made.sections[0].footer.paragraphs[0].text
    assert made.sections[0].different_first_page_header_footer
    body = parts(as_word(document()).content)["word/footer1.xml"].decode()
    assert "PAGE" in body
    assert "NUMPAGES" in body
    assert not opened(as_word(document(Paragraph("a"))).content).sections[0].different_first_page_header_footer
