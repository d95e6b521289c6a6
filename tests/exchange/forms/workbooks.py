"""Forms in the hands of respondents: filling them, and doing to them what people and attackers do."""

import io
import re
import struct
import zipfile
import zlib

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from desktop.exchange.forms.layout import Column


class Filled:
    """A form opened by a respondent; `save` it."""

    def __init__(self, path):
        self.path = path
        self.workbook = load_workbook(path, rich_text=True)
        self.sheet = self.workbook["Questions"]

    @property
    def columns(self):
        """Numbers of the columns by what they are."""
        for row in self.sheet.iter_rows():
            marks = {cell.value: cell.column for cell in row if cell.value in list(Column)}
            if marks:
                return marks
        raise AssertionError("no marks")

    def row(self, question):
        rows = [cell.row for cell in self.sheet[self.letter(Column.ID)] if cell.value == question]
        assert len(rows) == 1
        return rows[0]

    def answer(self, question, choice=None, comment=None):
        row = self.row(question)
        write(self.sheet.cell(row, self.columns[Column.ANSWER]), choice)
        write(self.sheet.cell(row, self.columns[Column.COMMENT]), comment)
        return self

    def save(self, path=None):
        self.workbook.save(path or self.path)
        return path or self.path

    def letter(self, column):
        return get_column_letter(self.columns[column])


def write(cell, value):
    """Set a cell; text is text, whatever it looks like."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def fill(path, answers, target=None):
    """Fill a form: by question the choice, or the choice and the comment."""
    form = Filled(path)
    for question, said in answers.items():
        form.answer(question, *([said] if isinstance(said, str) else said))
    return form.save(target)


def parts_of(path):
    """The parts of a workbook by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_parts(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def change_part(path, name, change):
    """Rewrite one part of a workbook."""
    parts = parts_of(path)
    return write_parts(path, parts | {name: change(parts[name])})


def add_part(path, owner, kind, target, name, content):
    """Add a part that another is related to."""
    folder, _slash, own = owner.rpartition("/")
    rels = f"{folder}/_rels/{own}.rels"
    parts = parts_of(path)
    before = parts.get(rels, b"<Relationships></Relationships>").decode()
    relation = f'<Relationship Id="rIdAdded" Type="{kind}" Target="{target}"/></Relationships>'
    changed = before.replace("</Relationships>", relation)
    return write_parts(path, parts | {rels: changed.encode(), name: content.encode()})


def sheet_part(path, title):
    """The name of the part that holds a sheet."""
    workbook = load_workbook(path)
    return f"xl/worksheets/sheet{workbook.sheetnames.index(title) + 1}.xml"


def zeros(megabytes):
    """A deflated stream that unfolds to so many megabytes, made without unfolding it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packer.compress(b" " * 1_000_000)
    packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    return piece * megabytes + packer.flush(zlib.Z_FINISH)


def forged_archive(parts, name, packed, said_size, crc=0):
    """An archive of these parts in which one more is deflated already and says it is of this size when unfolded."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for other, data in parts.items():
            archive.writestr(other, data)
        archive.writestr(name, packed)
    data = bytearray(stream.getvalue())
    title = name.encode()
    local = data.rindex(b"PK\3\4", 0, data.index(title))
    central = data.rindex(b"PK\1\2", 0, data.rindex(title))
    for start, method, sizes in ((local, 8, 14), (central, 10, 16)):
        struct.pack_into("<H", data, start + method, zipfile.ZIP_DEFLATED)
        struct.pack_into("<3I", data, start + sizes, crc, len(packed), said_size)
    return bytes(data)


def compound(*names):
    """The beginning of a file in the older container format, whose directory names these streams."""
    directory = b"".join(name.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for name in ("Root Entry", *names))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + directory


def saved_at(path, moment):
    """Set when the workbook was last saved."""
    stamp = moment.isoformat().encode() + b"Z"
    change_part(
        path,
        "docProps/core.xml",
        lambda xml: re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, xml),
    )
    return path
