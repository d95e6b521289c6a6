import os
import re
import struct
import sys
import time
import tracemalloc
import zipfile

import pytest

from desktop.exchange.forms.reader import read_form
from desktop.model import bounds
from desktop.model.assessment.forms import FilledAnswer
from desktop.model.errors import RefusalError
from tests.exchange.forms.workbooks import (
    Filled,
    change_part,
    compound,
    fill,
    forged_archive,
    parts_of,
    sheet_part,
    write_parts,
    zeros,
)

SHARED = "xl/sharedStrings.xml"
LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


def refused(path):
    with pytest.raises(RefusalError) as caught:
        read_form(path)
    return caught.value.code


def put(tmp_path, data, name="form.xlsx"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_a_file_that_is_not_there(tmp_path):
    assert refused(tmp_path / "gone.xlsx") == "form.missing"


def test_a_folder(tmp_path):
    assert refused(tmp_path) == "file.not_plain"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"id;answer\n1;2\n", b"<html></html>", b"\x1f\x8b\x08\0"])
def test_what_is_no_workbook(tmp_path, data):
    assert refused(put(tmp_path, data)) == "form.not_a_workbook"


def test_an_archive_of_something_else(tmp_path):
    path = write_parts(tmp_path / "form.xlsx", {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a/>"})
    assert refused(path) == "form.not_a_workbook"


@pytest.mark.parametrize(
    ("names", "suffix"),
    [(("xl/workbook.bin", "[Content_Types].xml"), ".xlsb"), (("mimetype", "content.xml"), ".ods")],
)
def test_workbooks_of_other_formats(tmp_path, names, suffix):
    path = write_parts(tmp_path / "form.xlsx", dict.fromkeys(names, b"x"))
    with pytest.raises(RefusalError) as caught:
        read_form(path)
    assert (caught.value.code, caught.value.facts) == ("form.other_format", {"format": suffix})


@pytest.mark.parametrize(
    ("streams", "code"),
    [
        (("EncryptionInfo", "EncryptedPackage"), "form.password"),
        (("\x06DataSpaces", "EncryptionInfo", "EncryptedPackage"), "form.password"),
        (("Workbook",), "form.other_format"),
        (("Book",), "form.other_format"),
        (("WordDocument",), "form.not_a_workbook"),
    ],
)
def test_the_older_container_format(tmp_path, streams, code):
    assert refused(put(tmp_path, compound(*streams))) == code


def test_an_encrypted_archive(form):
    data = bytearray(form.read_bytes())
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    form.write_bytes(data)
    assert refused(form) == "form.password"


@pytest.mark.parametrize("name", ["xl/vbaProject.bin", "xl/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml"])
def test_a_part_with_macros(form, name):
    write_parts(form, {**parts_of(form), name: b"macro"})
    assert refused(form) == "form.macros"


def test_content_that_says_it_has_macros(form):
    change_part(
        form,
        "[Content_Types].xml",
        lambda xml: xml.replace(
            b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
        ),
    )
    assert refused(form) == "form.macros"


@pytest.mark.parametrize("share", [0.0, 0.0001, 0.2, 0.5, 0.9, 0.99, 0.9999])
def test_a_file_cut_short(form, share):
    data = form.read_bytes()
    form.write_bytes(data[: int(len(data) * share)])
    assert refused(form) in ("form.truncated", "form.not_a_workbook")
    assert share < 0.1 or refused(form) == "form.truncated"


def test_a_damaged_part(form):
    data = bytearray(form.read_bytes())
    with zipfile.ZipFile(form) as archive:
        entry = archive.getinfo(sheet_part(form, "Questions"))
    middle = entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2
    data[middle : middle + 20] = b"\xff" * 20
    form.write_bytes(data)
    assert refused(form) == "form.truncated"


@pytest.mark.parametrize("declaration", [LAUGHS, b"<!DOCTYPE x>", b'<!DOCTYPE x SYSTEM "file:///etc/passwd">'])
@pytest.mark.parametrize(
    "name", ["xl/workbook.xml", "docProps/core.xml", "_rels/.rels", "Questions", "Choices", "Form"]
)
def test_definitions_in_any_part_that_is_read(form, name, declaration):
    part = name if "." in name else sheet_part(form, name)
    change_part(form, part, lambda xml: b"<?xml version='1.0'?>" + declaration + xml.split(b"?>\n")[-1])
    assert refused(form) == "form.entities"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_definitions_in_another_encoding(form, encoding):
    part = sheet_part(form, "Questions")
    change_part(form, part, lambda xml: (LAUGHS + xml).decode().encode(encoding))
    assert refused(form) == "form.entities"


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-15", "windows-1252", "utf-8"])
def test_parts_in_other_encodings(form, encoding):
    fill(form, {"PLN-Q1": ("Often", "\u00e9t\u00e9")})

    def encoded(xml):
        text = xml.decode().removeprefix("<?xml version='1.0' encoding='UTF-8'?>")
        return (f"<?xml version='1.0' encoding='{encoding}'?>" + text).encode(encoding)

    for title in ("Questions", "Form", "Choices"):
        change_part(form, sheet_part(form, title), encoded)
    assert read_form(form).answers["PLN-Q1"] == FilledAnswer("often", "\u00e9t\u00e9")


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "rot13", "base64"])
def test_encodings_that_no_office_program_writes(form, encoding):
    change_part(form, "xl/workbook.xml", lambda xml: f"<?xml version='1.0' encoding='{encoding}'?>".encode() + xml)
    assert refused(form) == "form.truncated"


def test_two_gigabytes_that_say_so(form):
    form.write_bytes(forged_archive(parts_of(form), SHARED, zeros(1), 2_000_000_000))
    assert refused(form) == "form.too_large"


def test_two_gigabytes_that_say_they_are_few(form):
    parts = parts_of(form)
    del parts["xl/workbook.xml"]
    form.write_bytes(forged_archive(parts, "xl/workbook.xml", zeros(2_000), 1_000))
    assert form.stat().st_size < 5_000_000
    started = time.process_time()
    assert refused(form) == "form.truncated"
    assert time.process_time() - started < 1


def test_parts_that_are_not_read_are_not_unpacked(form):
    form.write_bytes(forged_archive(parts_of(form), "xl/media/image1.png", zeros(2_000), 1_000))
    started = time.process_time()
    assert len(read_form(form).answers) == 12
    assert time.process_time() - started < 1


def test_a_large_file_is_not_read_whole(form, monkeypatch):
    monkeypatch.setattr(bounds, "FILE_BYTES", 1_000)
    assert refused(form) == "form.too_large"


def test_too_many_parts(form):
    write_parts(form, parts_of(form) | {f"xl/media/{number}.png": b"" for number in range(500)})
    assert refused(form) == "form.too_large"


def test_two_parts_of_one_name(form, recwarn):
    with zipfile.ZipFile(form, "a") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
    assert refused(form) == "form.truncated"


FAR_CELLS = {
    "far cell": b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
    "after a far one": b'<row r="1048576"><c r="XFC1048576"/><c><v>1</v></c></row>',
    "no places": b'<row r="1048576"><c><v>1</v></c></row>',
    "place among other things": b"""<row r='1048576'><c s="0" r = 'XFD1048576'><v>1</v></c></row>""",
}
NOWHERE = {
    "beyond the last column": b'<row r="30"><c r="XFE30"><v>1</v></c></row>',
    "after the last column": b'<row r="30"><c r="XFD30"/><c><v>1</v></c></row>',
    "beyond any column": b'<row r="100"><c/><c r="AAAAAA100"/><c><v>1</v></c></row>',
    "beyond the last row": b'<row r="1048577"><c r="A1048577"/></row>',
    "after the last row": b'<row r="1048576"/><row><c><v>1</v></c></row>',
    "in row 0": b'<row r="0"><c r="A0"><v>1</v></c></row>',
    "a row of many digits": b'<row r="' + b"9" * 5_000 + b'"/>',
    "in another row": b'<row r="30"><c r="A31"><v>1</v></c></row>',
    "in another row, plainly": b'<row r="30"><c r="A31" s="1"><v>1</v></c></row>',
    "where another is": b'<row r="30"><c r="A30"><v>1</v></c><c r="A30"><v>2</v></c></row>',
    "where another is, elsewhere": b'<row r="9"><c r="A9"><v>1</v></c></row>' * 2,
    "shared text that is none": b'<row r="30"><c r="A30" t="s"><v>99999</v></c></row>',
    "shared text of many digits": b'<row r="30"><c r="A30" t="s"><v>' + b"9" * 5_000 + b"</v></c></row>",
    "no name for what it says": b'<row r="30"><c r="A30" t="str"><v>&nbsp;</v></c></row>',
    "a prefix without a name": b'<x:row r="30"><x:c s="0"><x:v>1</x:v></x:c></x:row>',
}


def add_cells(form, cells):
    change_part(form, sheet_part(form, "Questions"), lambda xml: xml.replace(b"</sheetData>", cells + b"</sheetData>"))


@pytest.mark.parametrize("cells", FAR_CELLS.values(), ids=FAR_CELLS.keys())
def test_far_cells_ask_for_no_room(form, cells):
    add_cells(form, cells)
    tracemalloc.start()
    found = read_form(form)
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()
    assert len(found.answers) == 12
    assert [remark.row for remark in found.remarks] == [1_048_576]


@pytest.mark.parametrize("cells", NOWHERE.values(), ids=NOWHERE.keys())
def test_cells_that_can_be_nowhere(form, cells):
    add_cells(form, cells)
    assert refused(form) == "form.truncated"


def test_a_number_of_many_digits_is_no_choice(form):
    row = Filled(form).row("PLN-Q1")
    place = f"D{row}".encode()
    digits = b"9" * 5_000
    change_part(
        form,
        sheet_part(form, "Questions"),
        lambda xml: re.sub(rb'<c r="%b"[^>]*(?:/>|></c>)' % place, b'<c r="%b"><v>%b</v></c>' % (place, digits), xml),
    )
    (cell,) = read_form(form).unclear
    assert cell.value.startswith("99999")
    assert len(cell.value) == 60


@pytest.mark.parametrize("name", ["docProps/core.xml", "xl/workbook.xml", "Questions"])
def test_markup_without_end(form, name):
    part = name if "." in name else sheet_part(form, name)
    change_part(form, part, lambda xml: xml + b"<modified " * 100_000)
    started = time.process_time()
    if name == "docProps/core.xml":
        assert read_form(form).saved is None
    elif name == "xl/workbook.xml":
        assert refused(form) == "form.truncated"
    else:
        assert len(read_form(form).answers) == 12
    assert time.process_time() - started < 2


def test_more_markup_than_any_form_has(form, monkeypatch):
    monkeypatch.setattr(bounds, "MARKS", 1_000)
    assert refused(form) == "form.too_large"


@pytest.mark.parametrize(
    "runs", [b"<c r='A40'><is><r><rPr>", b'<c r="A40"><is><r><rPr>', b'<c r="A40"><f', b"<row <c "]
)
def test_unfinished_cells_in_great_number(form, runs):
    add_cells(form, runs * 20_000)
    started = time.process_time()
    assert refused(form) == "form.truncated"
    assert time.process_time() - started < 2


def test_many_sheets_over_one_part(form):
    def crowded(xml):
        (sheet,) = re.findall(rb'<sheet [^>]*name="Questions"[^>]*>', xml)
        more = b"".join(sheet.replace(b'"Questions"', b'"Q%d"' % number) for number in range(400))
        return xml.replace(b"</sheets>", more + b"</sheets>")

    change_part(form, "xl/workbook.xml", crowded)
    assert refused(form) == "form.too_large"


def test_two_sheets_over_one_part(form):
    def doubled(xml):
        (sheet,) = re.findall(rb'<sheet [^>]*name="Questions"[^>]*>', xml)
        return xml.replace(b"</sheets>", sheet.replace(b'"Questions"', b'"Notes"') + b"</sheets>")

    change_part(form, "xl/workbook.xml", doubled)
    assert refused(form) == "form.truncated"


NEAR_CELLS = {
    "a note beside": b'<row r="30"><c r="AB30" t="inlineStr"><is><t></t></is></c></row>',
    "far rows without cells": b'<row r="1048576" hidden="1"/>',
    "rows formatted to the end": b'<row r="30"><c r="XFD30" s="1"/></row>',
    "no place": b'<row><c s="1"/></row>',
}


@pytest.mark.parametrize("cell", NEAR_CELLS.values(), ids=NEAR_CELLS.keys())
def test_a_sheet_of_ordinary_size(form, cell):
    part = sheet_part(form, "Questions")
    change_part(form, part, lambda xml: xml.replace(b"</sheetData>", cell + b"</sheetData>"))
    assert len(read_form(form).answers) == 12


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "form.xlsx")
    assert refused(tmp_path / "form.xlsx") == "file.not_plain"


def test_a_part_whose_check_sum_is_wrong(form):
    name = sheet_part(form, "Questions")
    data = bytearray(form.read_bytes())
    entry = zipfile.ZipFile(form).getinfo(name)
    for mark, place in ((b"PK\3\4", 14), (b"PK\1\2", 16)):
        start = data.rindex(mark, 0, data.index(name.encode(), 0 if mark == b"PK\3\4" else data.index(b"PK\1\2")))
        assert struct.unpack_from("<I", data, start + place) == (entry.CRC,)
        struct.pack_into("<I", data, start + place, entry.CRC ^ 1)
    form.write_bytes(data)
    assert refused(form) == "form.truncated"


def test_xml_that_is_none(form):
    change_part(form, "xl/workbook.xml", lambda xml: xml[: len(xml) // 2])
    assert refused(form) in ("form.truncated", "form.no_identity")
