"""Workbooks as other programs write them: parts are found by relationships, cells told by what they hold."""

import datetime as dt
import re

import pytest
from openpyxl import load_workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment

from desktop.exchange.forms.layout import Column
from desktop.exchange.forms.markup import Markup
from desktop.exchange.forms.number_text import NumberFormats
from desktop.exchange.forms.reader import read_form
from desktop.exchange.forms.rich_text import rich_text
from desktop.exchange.forms.shared_texts import plain_texts
from desktop.exchange.forms.stored_cells import plain_cells, tree_cells
from desktop.model.assessment.forms import FilledAnswer, Remark, Unclear, UnclearCell
from desktop.model.errors import RefusalError
from tests.exchange.forms.workbooks import Filled, add_part, change_part, fill, parts_of, sheet_part, write_parts

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
WANTED = {"PLN-Q1": FilledAnswer("often"), "PLN-Q2": FilledAnswer("dont_know", "two\nlines")}


@pytest.fixture
def filled(form):
    return fill(form, {"PLN-Q1": "Often", "PLN-Q2": ("Don't know", "two\nlines")})


def said(path):
    form = read_form(path)
    assert form.unclear == ()
    assert len(form.answers) == 12
    return {question: answer for question, answer in form.answers.items() if answer != FilledAnswer()}


def refused(path):
    with pytest.raises(RefusalError) as caught:
        read_form(path)
    return caught.value.code


def renamed(path, *names):
    """Give parts other names, and change whatever names them."""
    parts = parts_of(path)
    for before, after in names:
        parts = {
            after if name == before else name: _naming(data, before, after)
            if name.endswith((".rels", "[Content_Types].xml"))
            else data
            for name, data in parts.items()
        }
    return write_parts(path, parts)


def _naming(data, before, after):
    for old, new in ((before, after), (before.removeprefix("xl/"), after.removeprefix("xl/"))):
        for mark in ('/{}"', '"{}"'):
            data = data.replace(mark.format(old).encode(), mark.format(new).encode())
    return data


def test_a_workbook_of_another_name(filled):
    renamed(
        filled,
        ("xl/workbook.xml", "xl/workbook22.xml"),
        ("xl/_rels/workbook.xml.rels", "xl/_rels/workbook22.xml.rels"),
    )
    assert "xl/workbook.xml" not in parts_of(filled)
    assert said(filled) == WANTED


def test_sheets_of_other_names(filled):
    renamed(
        filled, *((f"xl/worksheets/sheet{number}.xml", f"xl/worksheets/Blatt {number}.xml") for number in range(1, 5))
    )
    assert said(filled) == WANTED


def test_sheets_in_another_folder_and_relationships_that_say_so_in_any_way(filled):
    parts = parts_of(filled)
    rels = parts.pop("xl/_rels/workbook.xml.rels").decode()
    for number, way in enumerate(
        ("../pages/p1.xml", "/pages/p2.xml", "..\\pages\\p3.xml", "%2E%2E/pages/P4.xml"), start=1
    ):
        parts[f"pages/p{number}.xml"] = parts.pop(f"xl/worksheets/sheet{number}.xml")
        rels = rels.replace(f"/xl/worksheets/sheet{number}.xml", way)
    write_parts(filled, {**parts, "xl/_rels/workbook.xml.rels": rels.encode()})
    assert said(filled) == WANTED


def test_backslashes_in_the_names_of_parts(filled):
    write_parts(filled, {name.replace("/", "\\"): data for name, data in parts_of(filled).items()})
    assert said(filled) == WANTED


@pytest.mark.parametrize("change", [str.upper, lambda name: name.replace("/", "\\"), lambda name: "/" + name])
def test_names_of_parts_that_differ_in_nothing_that_counts(filled, change):
    write_parts(filled, parts_of(filled) | {change("xl/workbook.xml"): b"<workbook/>"})
    assert refused(filled) == "form.truncated"


def test_a_relationship_to_what_lies_elsewhere_is_not_followed(filled):
    change_part(
        filled,
        "xl/_rels/workbook.xml.rels",
        lambda xml: re.sub(rb'(<Relationship [^>]*sheet2.xml")', rb'\1 TargetMode="External"', xml),
    )
    assert refused(filled) == "form.truncated"


def test_a_sheet_that_is_a_chart(filled):
    workbook = load_workbook(filled)
    workbook.create_chartsheet("Chart", 0).add_chart(BarChart())
    workbook.save(filled)
    assert said(filled) == WANTED


def test_the_strict_edition_of_the_format(filled):
    edition = b"http://purl.oclc.org/ooxml"
    parts = {
        name: data.replace(MAIN.encode(), edition + b"/spreadsheetml/main").replace(
            OFFICE.encode(), edition + b"/officeDocument/relationships"
        )
        for name, data in parts_of(filled).items()
    }
    write_parts(filled, parts)
    assert said(filled) == WANTED


def test_elements_with_prefixes(filled):
    def prefixed(xml):
        xml = re.sub(rb"<(/?)([A-Za-z])", rb"<\1x:\2", xml)
        return xml.replace(b"xmlns=", b"xmlns:x=")

    for title in ("Questions", "Form", "Choices"):
        change_part(filled, sheet_part(filled, title), prefixed)
    assert said(filled) == WANTED


def test_macros_wherever_they_are(filled):
    kind = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    change_part(filled, "[Content_Types].xml", lambda xml: re.sub(rb"application/[^\"]*sheet.main\+xml", kind, xml))
    assert refused(filled) == "form.macros"


def put(path, question, column, cell):
    """Write the cell of a question as XML."""
    opened = Filled(path)
    place = f"{opened.letter(column)}{opened.row(question)}"
    change_part(
        path,
        sheet_part(path, "Questions"),
        lambda xml: re.sub(rb'<c r="%b"[^>]*(?:/>|></c>)' % place.encode(), cell.replace("HERE", place).encode(), xml),
    )


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#SPILL!", "#FIELD!", "#BUSY!", ""])
def test_an_error_is_no_blank(filled, error):
    put(filled, "PLN-Q3", Column.ANSWER, f'<c r="HERE" t="e"><v>{error}</v></c>')
    row = Filled(filled).row("PLN-Q3")
    found = read_form(filled)
    assert found.unclear == (UnclearCell("PLN-Q3", "Questions", row, "3", error or "#", Unclear.ERROR),)
    assert found.answers["PLN-Q3"] == FilledAnswer()


@pytest.mark.parametrize("quote", "\"'")
def test_an_error_in_a_comment_is_its_text(filled, quote):
    put(filled, "PLN-Q3", Column.COMMENT, '<c r="HERE" t="e"><v>#SPILL!</v></c>'.replace('"', quote))
    assert said(filled) == WANTED | {"PLN-Q3": FilledAnswer(None, "#SPILL!")}


def test_an_error_on_another_sheet_does_not_matter(filled):
    workbook = load_workbook(filled)
    workbook.create_sheet("Mine")["A1"] = "#REF!"
    workbook["Mine"]["A1"].data_type = "e"
    workbook.save(filled)
    assert said(filled) == WANTED
    assert read_form(filled).remarks == ()


@pytest.mark.parametrize(
    "cell",
    ["<f>VLOOKUP(1,A1,2)</f>", "<f>VLOOKUP(1,A1,2)</f><v/>", "<f>VLOOKUP(1,A1,2)</f><v></v>", '<f t="shared" si="0"/>'],
)
def test_a_formula_without_its_value_is_no_blank(filled, cell):
    put(filled, "PLN-Q3", Column.ANSWER, f'<c r="HERE">{cell}</c>')
    (found,) = read_form(filled).unclear
    assert (found.question, found.reason) == ("PLN-Q3", Unclear.FORMULA)
    assert found.value == ("=VLOOKUP(1,A1,2)" if "VLOOKUP" in cell else "=…")


def test_a_formula_with_its_value_is_that_value(filled):
    put(filled, "PLN-Q3", Column.ANSWER, '<c r="HERE" t="str"><f>A1</f><v>Rarely</v></c>')
    put(filled, "SUP-Q1", Column.ANSWER, '<c r="HERE" t="str"><f>A1</f><v></v></c>')
    assert said(filled) == WANTED | {"PLN-Q3": FilledAnswer("rarely")}


def test_a_formula_in_a_comment_is_its_text(filled):
    put(filled, "PLN-Q3", Column.COMMENT, '<c r="HERE"><f>A1&amp;B1</f></c>')
    assert said(filled) == WANTED | {"PLN-Q3": FilledAnswer(None, "=A1&B1")}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="HERE"><v>3.0000</v></c>', "3"),
        ('<c r="HERE"><v>2.5</v></c>', "2.5"),
        ('<c r="HERE"><v>0.30000000000000004</v></c>', "0.3"),
        ('<c r="HERE"><v>1e999</v></c>', "inf"),
        ('<c r="HERE" t="b"><v>1</v></c>', "TRUE"),
        ('<c r="HERE" t="d"><v>2026-03-01</v></c>', "2026-03-01"),
        ('<c r="HERE" t="str"><v>a_x000D__x000A_b_x005F_x0041__x0007_c</v></c>', "a\nb_x0041_c"),
        ('<c r="HERE" t="inlineStr"><is><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></is></c>', "漢字"),
        ('<c r="HERE" t="str"><v>\u00a0\u200b</v></c>', ""),
        ('<c r="HERE" t="str"><v>R&amp;D &lt;b&gt; &#65;&#x42;</v></c>', "R&D <b> AB"),
        ('<c r="HERE" t="str"><v><![CDATA[a < b]]></v></c>', "a < b"),
    ],
)
def test_cells_as_text(filled, cell, text):
    put(filled, "PLN-Q3", Column.COMMENT, cell)
    assert read_form(filled).answers["PLN-Q3"].comment == text


@pytest.mark.parametrize(
    ("code", "number", "text"),
    [
        ("14", "46082", "2026-03-01"),
        ("22", "46082.395833333336", "2026-03-01 09:30:00"),
        ("0", "46082", "46082"),
        ("164", "46082", "2026-03-01"),
        ("165", "46082", "46082"),
        ("166", "46082", "46082"),
        ("14", "7", "7"),
        ("14", "9" * 30, "1e+30"),
    ],
)
def test_numbers_that_are_dates(code, number, text):
    styles = (
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>'
        '<numFmt numFmtId="165" formatCode="0&quot; days&quot;"/><numFmt numFmtId="166" formatCode="[Red]0"/></numFmts>'
        f'<cellXfs><xf numFmtId="0"/><xf numFmtId="{code}"/></cellXfs></styleSheet>'
    )
    assert NumberFormats(lambda: Markup().tree(styles.encode())).text(number, "1") == text


def test_dates_since_1904_and_no_styles():
    root = Markup().tree(b'<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>')
    assert NumberFormats(lambda: root, since_1904=True).text("44620", "0") == "2026-03-01"
    assert NumberFormats(lambda: None).text("44620", "0") == "44620"


def note(path, place, text, sheet="Questions", author="Somebody"):
    workbook = load_workbook(path, rich_text=True)
    workbook[sheet][place].comment = Comment(text, author)
    workbook.save(path)


def test_a_note_becomes_part_of_the_comment_without_its_authors_name(filled):
    rows = [Filled(filled).row(question) for question in ("PLN-Q1", "PLN-Q2", "PLN-Q3")]
    note(filled, f"D{rows[0]}", "Somebody:\nOnly the two largest.")
    note(filled, f"B{rows[1]}", "It depends.")
    note(filled, f"E{rows[2]}", "Nothing yet.")
    assert said(filled) == {
        "PLN-Q1": FilledAnswer("often", "Only the two largest."),
        "PLN-Q2": FilledAnswer("dont_know", "two\nlines\nIt depends."),
        "PLN-Q3": FilledAnswer(None, "Nothing yet."),
    }
    assert read_form(filled).remarks == ()


@pytest.mark.parametrize(("sheet", "place", "row"), [("Questions", "B2", 2), ("Instructions", "C9", 9)])
def test_a_note_that_belongs_to_no_question_is_told(filled, sheet, place, row):
    note(filled, place, "By the way", sheet)
    assert read_form(filled).remarks == (Remark(sheet, row, "By the way"),)
    assert said(filled) == WANTED


def test_a_thread_becomes_part_of_the_comment_once(filled):
    row = Filled(filled).row("PLN-Q1")
    note(filled, f"D{row}", "[Threaded comment]\n\nComment:\n    Why?", author="tc={12AB}")
    thread = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        f'<threadedComment ref="D{row}" id="{{1}}"><text>Why?</text></threadedComment>'
        f'<threadedComment ref="D{row}" id="{{2}}" parentId="{{1}}"><text>Because.</text></threadedComment>'
        "</ThreadedComments>"
    )
    add_part(filled, sheet_part(filled, "Questions"), THREADS, "../threads/t1.xml", "xl/threads/t1.xml", thread)
    assert said(filled)["PLN-Q1"] == FilledAnswer("often", "Why?\nBecause.")


def test_text_boxes_and_pictures_are_told(filled):
    row = Filled(filled).row("PLN-Q2")

    def anchor(content):
        return f"<xdr:twoCellAnchor><xdr:from><xdr:row>{row - 1}</xdr:row></xdr:from>{content}</xdr:twoCellAnchor>"

    drawing = (
        f'<xdr:wsDr xmlns:xdr="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main">'
        + anchor(
            "<xdr:sp><xdr:txBody><a:p><a:r><a:t>See </a:t></a:r><a:r><a:t>above</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        )
        + anchor("<xdr:pic/>")
        + "</xdr:wsDr>"
    )
    part = sheet_part(filled, "Questions")
    add_part(filled, part, f"{OFFICE}/drawing", "../drawings/d1.xml", "xl/drawings/d1.xml", drawing)
    assert [(remark.row, remark.text) for remark in read_form(filled).remarks] == [
        (row, "See above"),
        (row, "(a picture)"),
    ]


def test_text_beside_and_below_the_questions_is_told(filled):
    opened = Filled(filled)
    row = opened.row("SUP-Q1")
    opened.sheet.cell(row, 9).value = "See the plan."
    opened.sheet.cell(opened.sheet.max_row + 3, 2).value = "There is more to say."
    last = opened.sheet.max_row
    mine = opened.workbook.create_sheet("Mine")
    mine["C3"] = "My notes"
    opened.save()
    assert said(filled) == WANTED
    assert read_form(filled).remarks == (
        Remark("Questions", row, "See the plan."),
        Remark("Questions", last, "There is more to say."),
        Remark("Mine", 3, "My notes"),
    )


def test_a_comment_longer_than_any_cell(filled):
    row = Filled(filled).row("SUP-Q1")
    put(filled, "SUP-Q1", Column.COMMENT, f'<c r="HERE" t="str"><v>{"x" * 32_767}</v></c>')
    assert len(said(filled)["SUP-Q1"].comment) == 32_767
    note(filled, f"D{row}", "more")
    assert refused(filled) == "form.comment_too_long"


def test_what_saved_it_and_when(filled):
    change_part(
        filled, "docProps/app.xml", lambda xml: re.sub(rb"(<Application>)[^<]*", rb"\1LibreOffice/7.4.7.2", xml)
    )
    change_part(
        filled,
        "docProps/core.xml",
        lambda xml: re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2026-03-04T05:06:07+09:00", xml),
    )
    found = read_form(filled)
    assert (found.program, found.saved) == ("LibreOffice/7.4.7.2", dt.datetime(2026, 3, 3, 20, 6, 7, tzinfo=dt.UTC))


@pytest.mark.parametrize("stamp", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-13-01", "9" * 5_000])
def test_stamps_that_are_none(filled, stamp):
    change_part(
        filled,
        "docProps/core.xml",
        lambda xml: re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp.encode(), xml),
    )
    assert read_form(filled).saved is None


def test_plain_and_other_sheets_are_read_alike(filled):
    for title in ("Questions", "Choices", "Form", "Instructions"):
        data = parts_of(filled)[sheet_part(filled, title)]
        plain = plain_cells(data)
        assert plain is not None, title
        assert [cell for cell in plain if any(cell[4:])] == [
            cell for cell in tree_cells(Markup().tree(data)) if any(cell[4:])
        ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<sheetData>", b"<!-- a --><sheetData>"),
        (b"<sheetData>", b"<sheetData><x/>"),
        (b'<c r="', b'<c  r="'),
        (b"</row>", b"text</row>"),
        (b"</sheetData>", b"</sheetData><sheetData></sheetData>"),
        (b"<worksheet ", b"<x:worksheet "),
        (b"Often", b"&unknown;"),
        (b"Often", b"\xff"),
    ],
)
def test_what_is_not_written_plainly_is_left_to_the_parser(filled, before, after):
    data = parts_of(filled)[sheet_part(filled, "Questions")]
    assert before in data
    assert plain_cells(data.replace(before, after)) is None


@pytest.fixture
def shared():
    """A part with texts: one in runs, one broken over lines, two blank, one with signs that are escaped."""
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\r\n<sst xmlns="' + MAIN.encode() + b'" count="6"><si><t>Often</t></si>'
        b'<si><r><rPr><b/><sz val="11"/></rPr><t>Of</t></r><r><t xml:space="preserve">ten </t></r></si>'
        b"<si><t>a\r\nb\rc</t></si>\n<si><t/></si><si><t></t></si><si><t>x &amp;amp; &#8217; &#x41;</t></si>\n</sst>"
    )


def test_plain_and_other_shared_texts_are_read_alike(shared):
    plain = plain_texts(shared)
    assert plain is not None
    assert plain == ["Often", "Often", "a\nb\nc", "", "", "x &amp; ’ A"]
    assert plain == [rich_text(item) for item in Markup().tree(shared)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"</sst>", b"text</sst>"),
        (b"</sst>", b""),
        (b"</sst>", b"</sst><sst/>"),
        (b"<sst ", b"<x><sst "),
        (b"<sst ", b"<x:sst "),
        (b"<si><t>Often", b"<si>text<t>Often"),
        (b"<si><t>Often", b"text<si><t>Often"),
        (b"<si><t>Often", b"<!-- a --><si><t>Often"),
        (b"<si><t>Often", b'<si><t lang="en">Often'),
        (b"Often</t>", b"Often</t><phoneticPr/>"),
        (b"Often", b"&unknown;"),
        (b"Often", b"\xff"),
    ],
)
def test_shared_texts_that_are_not_written_plainly_are_left_to_the_parser(shared, before, after):
    assert before in shared
    assert plain_texts(shared.replace(before, after)) is None


def test_what_is_remembered_of_one_form_is_not_said_by_another(filled, tmp_path):
    other = fill(filled, {"PLN-Q1": "Seldom", "PLN-Q2": (None, "two\nlines, and more")}, tmp_path / "other.xlsx")
    for _again in range(2):
        assert said(filled) == WANTED
        assert said(other) == {
            "PLN-Q1": FilledAnswer("seldom"),
            "PLN-Q2": FilledAnswer(None, "two\nlines, and more"),
        }
