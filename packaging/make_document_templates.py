"""Make the templates of Word documents: the styles, the footer with its page numbers, and the font that they carry.

Run as ``python packaging/make_document_templates.py`` after a change here or of ``resources/documents/*.ttf``. The same
input always gives the same files.
"""

from __future__ import annotations

import sys
import uuid
import zipfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop.exchange.reports.type_sizes import BETWEEN_CHAPTERS, BRIEF, REPORT, TypeSizes  # noqa: E402 - only now can it be found
from desktop.exchange.tokens import tokens  # noqa: E402

FOLDER = ROOT / "resources" / "documents"
FONTS = {"embedRegular": "Inter-Regular.ttf", "embedBold": "Inter-Bold.ttf"}
_COLOURS = {key: value[1:].upper() for key, value in tokens("light")._asdict().items() if isinstance(value, str)}
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DAY = (1980, 1, 1, 0, 0, 0)
_OBFUSCATED = 32


class Style(NamedTuple):
    """A style of paragraphs, in the words of the format."""

    name: str
    size: float = 0
    colour: str = "text"
    bold: bool = False
    before: float = 0
    after: float = 0
    line: float = 0
    based: str = "Normal"
    more: str = ""


def write(path: Path, sizes: TypeSizes) -> None:
    """Write a template."""
    parts: dict[str, bytes] = {
        "[Content_Types].xml": _types().encode(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}).encode(),
        "word/document.xml": _document(sizes).encode(),
        "word/_rels/document.xml.rels": _relations(
            {
                f"rId{number}": (kind, target)
                for number, (kind, target) in enumerate(
                    (
                        ("styles", "styles.xml"),
                        ("numbering", "numbering.xml"),
                        ("settings", "settings.xml"),
                        ("fontTable", "fontTable.xml"),
                        ("footer", "footer1.xml"),
                    ),
                    start=1,
                )
            }
        ).encode(),
        "word/styles.xml": _styles(sizes).encode(),
        "word/numbering.xml": _numbering().encode(),
        "word/settings.xml": _settings().encode(),
        "word/footer1.xml": _footer(sizes).encode(),
    }
    keys = {kind: uuid.uuid5(uuid.NAMESPACE_URL, font) for kind, font in FONTS.items()}
    parts["word/fontTable.xml"] = _font_table(keys).encode()
    parts["word/_rels/fontTable.xml.rels"] = _relations(
        {f"rId{number}": ("font", f"fonts/font{number}.odttf") for number in range(1, len(FONTS) + 1)}
    ).encode()
    for number, (kind, font) in enumerate(FONTS.items(), start=1):
        parts[f"word/fonts/font{number}.odttf"] = _obfuscated((FOLDER / font).read_bytes(), keys[kind])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)


def _obfuscated(font: bytes, key: uuid.UUID) -> bytes:
    """A font as documents carry it: its beginning mixed with its key (ECMA-376, part 4, 2.8.1)."""
    mixed = bytearray(font)
    backwards = bytes.fromhex(key.hex)[::-1]
    for index in range(_OBFUSCATED):
        mixed[index] ^= backwards[index % len(backwards)]
    return bytes(mixed)


def _types() -> str:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    parts = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "settings": "settings",
        "fontTable": "fontTable",
        "footer1": "footer",
    }
    told = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}{kind}+xml"/>' for name, kind in parts.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
        f"{told}</Types>"
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for id_, (kind, target) in targets.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _document(sizes: TypeSizes) -> str:
    side, top, bottom = (round(each * 1440 / 25.4) for each in sizes.margins)
    return (
        f"{_HEAD}<w:document {_SPACES}><w:body><w:p/><w:sectPr>"
        '<w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" w:left="{side}" w:header="560" w:footer="560" '
        'w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _settings() -> str:
    return (
        f"{_HEAD}<w:settings {_SPACES}><w:embedTrueTypeFonts/><w:saveSubsetFonts/>"
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/></w:settings>'
    )


def _font_table(keys: dict[str, uuid.UUID]) -> str:
    embedded = "".join(
        f'<w:{kind} r:id="rId{number}" w:fontKey="{{{str(key).upper()}}}"/>'
        for number, (kind, key) in enumerate(keys.items(), start=1)
    )
    return (
        f'{_HEAD}<w:fonts {_SPACES}><w:font w:name="Inter"><w:altName w:val="Arial"/><w:family w:val="swiss"/>'
        f'<w:pitch w:val="variable"/>{embedded}</w:font></w:fonts>'
    )


def _footer(sizes: TypeSizes) -> str:
    right = round((210 - 2 * sizes.margins[0]) * 1440 / 25.4)

    def field(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return (
        f'{_HEAD}<w:ftr {_SPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs>'
        f'<w:tab w:val="right" w:pos="{right}"/></w:tabs></w:pPr>'
        '<w:r><w:t xml:space="preserve">{{footer}}</w:t></w:r><w:r><w:tab/></w:r>'
        f'{field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{field("NUMPAGES")}</w:p></w:ftr>'
    )


def _numbering() -> str:
    def level(kind: str, text: str, more: str = "") -> str:
        return (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr>{more}</w:lvl>'
        )

    colour = f'<w:rPr><w:color w:val="{_COLOURS["accent"]}"/></w:rPr>'
    return (
        f"{_HEAD}<w:numbering {_SPACES}>"
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{level('bullet', '•', colour)}</w:abstractNum>"
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>'
        f"{level('decimal', '%1.', colour)}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


def _styles(sizes: TypeSizes) -> str:
    one, two, three = sizes.headings
    kept = "<w:keepNext/><w:keepLines/>"
    outline = '<w:outlineLvl w:val="{}"/>'
    right = round((210 - 2 * sizes.margins[0]) * 1440 / 25.4)
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>'
    styles = [
        Style("heading 1", one, "accent", True, BETWEEN_CHAPTERS, 8, 1.1, more=kept + outline.format(0)),
        Style("heading 2", two, "text", True, 14, 4, 1.1, more=kept + outline.format(1)),
        Style("heading 3", three, "accent", True, 10, 3, 1.1, more=kept + outline.format(2)),
        Style("Title", sizes.title, "text", True, 0, 6, 1.05),
        Style("Subtitle", sizes.title * 0.45, "accent", False, 0, 10, 1.15),
        Style("caption", sizes.cell, "mute", False, 2, 10, 1.15),
        Style("List Bullet", after=3, more='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        Style("List Number", after=3, more='<w:numPr><w:numId w:val="2"/></w:numPr>'),
        Style("toc 1", 0, "text", True, 8, 2, 1.1, more=tab),
        Style("toc 2", 0, "text", False, 0, 2, 1.1, more=tab + '<w:ind w:left="284"/>'),
        Style("TOC Heading", one, "accent", True, 0, 8, 1.1, more=kept),
        Style("header", 8, "mute"),
        Style("footer", 8, "mute"),
        Style("Lead", sizes.body + 2, "accent", True, 0, sizes.after + 2, 1.2),
        Style("Quiet", sizes.body - 0.5, "mute", False, 0, sizes.after),
        Style("Label", sizes.body, "text", True, sizes.after, 2, 1.15, more="<w:keepNext/>"),
        Style("Table Text", sizes.cell, "text", False, 0, 0, 1.15),
        Style("Table Heading", sizes.cell, "mute", True, 0, 0, 1.1, more="<w:keepNext/>"),
    ]
    return (
        f"{_HEAD}<w:styles {_SPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Inter" w:hAnsi="Inter" w:cs="Inter" w:eastAsia="Inter"/>'
        f'<w:color w:val="{_COLOURS["text"]}"/><w:sz w:val="{round(2 * sizes.body)}"/>'
        f'<w:szCs w:val="{round(2 * sizes.body)}"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        f'<w:spacing w:before="0" w:after="{round(20 * sizes.after)}" w:line="{round(240 * sizes.line)}" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>'
        f"{''.join(map(_style, styles))}{_table_style()}</w:styles>"
    )


def _style(style: Style) -> str:
    """A style; the parts of its properties in the order that the format asks for."""
    id_ = "".join(word[:1].upper() + word[1:] for word in style.name.split()).replace("Toc", "TOC")
    order = ("<w:keepNext/>", "<w:keepLines/>")
    kept = "".join(each for each in order if each in style.more)
    rest = style.more.replace("<w:keepNext/>", "").replace("<w:keepLines/>", "")
    before = rest if rest.startswith(("<w:numPr", "<w:tabs")) else ""
    indent = ""
    if "<w:ind " in before:
        before, indent = before[: before.index("<w:ind ")], before[before.index("<w:ind ") :]
    after = "" if before else rest
    line = f' w:line="{round(240 * style.line)}" w:lineRule="auto"' if style.line else ""
    spacing = f'<w:spacing w:before="{round(20 * style.before)}" w:after="{round(20 * style.after)}"{line}/>'
    size = f'<w:sz w:val="{round(2 * style.size)}"/><w:szCs w:val="{round(2 * style.size)}"/>' if style.size else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{kept}{before}{spacing}{indent}{after}</w:pPr>"
        f'<w:rPr>{bold}<w:color w:val="{_COLOURS[style.colour]}"/>{size}</w:rPr></w:style>'
    )


def _table_style() -> str:
    line = _COLOURS["line"]
    return (
        '<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/>'
        f'<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="{_COLOURS["edge"]}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:color="{line}"/></w:tblBorders><w:tblCellMar>'
        '<w:top w:w="45" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="45" w:type="dxa"/>'
        '<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="10" w:color="{_COLOURS["accent"]}"/></w:tcBorders>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
    )


def main() -> None:
    """Make both."""
    write(FOLDER / "report.docx", REPORT)
    write(FOLDER / "brief.docx", BRIEF)


if __name__ == "__main__":
    main()
