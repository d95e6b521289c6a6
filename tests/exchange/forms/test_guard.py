import time
import zipfile

import pytest

from desktop.exchange.forms import guard
from desktop.exchange.forms.guard import open_parts
from desktop.exchange.forms.reader import read_form
from desktop.model.errors import RefusalError
from tests.exchange.forms.workbooks import (
    change_part,
    compound,
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
    assert refused(tmp_path) == "form.unreadable"


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
    "name", ["xl/workbook.xml", "docProps/core.xml", "xl/styles.xml", "Questions", "Choices", "Form"]
)
def test_definitions_in_any_part_that_is_read(form, name, declaration):
    part = name if name.endswith(".xml") else sheet_part(form, name)
    change_part(form, part, lambda xml: b"<?xml version='1.0'?>" + declaration + xml.split(b"?>\n")[-1])
    assert refused(form) == "form.entities"


def test_definitions_in_another_encoding(form):
    part = sheet_part(form, "Questions")
    change_part(form, part, lambda xml: (LAUGHS + xml).decode().encode("utf-16"))
    assert refused(form) == "form.not_a_workbook"


def test_two_gigabytes_that_say_so(form):
    form.write_bytes(forged_archive(parts_of(form), SHARED, zeros(1), 2_000_000_000))
    assert refused(form) == "form.too_large"


def test_two_gigabytes_that_say_they_are_few(form):
    bomb = zeros(2_000)
    form.write_bytes(forged_archive(parts_of(form), SHARED, bomb, 1_000))
    assert form.stat().st_size < 5_000_000
    started = time.process_time()
    assert refused(form) == "form.too_large"
    assert time.process_time() - started < 1


def test_parts_that_are_not_read_are_not_unpacked(form):
    form.write_bytes(forged_archive(parts_of(form), "xl/media/image1.png", zeros(2_000), 1_000))
    started = time.process_time()
    assert len(read_form(form).answers) == 12
    assert time.process_time() - started < 1


def test_a_large_file_is_not_read_whole(form, monkeypatch):
    monkeypatch.setattr(guard, "LARGEST_FILE", 1_000)
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
    "no place after a far one": b'<row r="1048576"><c r="XFC1048576"/><c><v>1</v></c></row>',
    "no places": b'<row r="1048576"><c><v>1</v></c></row>',
    "place among other things": b"""<row r='1048576'><c s="0" r = 'XFD1048576'><v>1</v></c></row>""",
    "prefixed": b'<x:row r="1048576"><x:c s="0"><x:v>1</x:v></x:c></x:row>',
    "faked": b'<row r="1048576"><y r="A1"/><c s=" r="><v>1</v></c></row>',
}


@pytest.mark.parametrize("cell", FAR_CELLS.values(), ids=FAR_CELLS.keys())
def test_a_sheet_that_asks_for_all_the_memory(form, cell):
    part = sheet_part(form, "Questions")
    change_part(form, part, lambda xml: xml.replace(b"</sheetData>", cell + b"</sheetData>"))
    with pytest.raises(RefusalError, match=r"form\.too_large"):
        open_parts(form)


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


def test_a_count_for_which_room_would_be_made(form):
    write_parts(form, parts_of(form) | {SHARED: b'<sst count="4000000000" uniqueCount = "+04000000000"/>'})
    assert refused(form) == "form.too_large"


def test_xml_that_is_none(form):
    change_part(form, "xl/workbook.xml", lambda xml: xml[: len(xml) // 2])
    assert refused(form) in ("form.truncated", "form.no_identity")
