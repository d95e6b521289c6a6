"""Make the fonts of documents from the bundled ones: Inter with TrueType outlines, which PDF and Word files can carry.

Run as ``python packaging/make_document_fonts.py`` after a change of ``resources/fonts``. Of each font there remain the
letters of Latin, Greek and Cyrillic and the signs that texts use.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

ROOT = Path(__file__).resolve().parent.parent
SOURCE, TARGET = ROOT / "resources" / "fonts", ROOT / "resources" / "documents"
FONTS = {"Inter-Regular.otf": "Inter-Regular.ttf", "Inter-SemiBold.otf": "Inter-Bold.ttf"}
"""What stands for bold is the semi-bold one: on paper it is bold enough."""

_LETTERS = ((0x20, 0x24F), (0x300, 0x36F), (0x370, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x22FF), (0x25A0, 0x25FF))
_MOST_OFF = 1.0
"""How far a curve may lie from the original, in units of which 2816 make an em."""


def convert(source: Path, target: Path) -> None:
    """Write a font anew with TrueType outlines and fewer letters."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes={letter for first, last in _LETTERS for letter in range(first, last + 1)})
    subsetter.subset(font)
    _quadratic(font)
    _name(font, bold="Bold" in target.name)
    font.save(target)


def _quadratic(font: TTFont) -> None:
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, _MOST_OFF, reverse_direction=True))
        drawn[name] = pen.glyph()
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = order
    font["glyf"].glyphs = drawn
    font["maxp"] = newTable("maxp")
    font["maxp"].tableVersion = 0x00010000
    for field in (
        *("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
        *("maxStackElements", "maxSizeOfInstructions", "maxComponentElements"),
    ):
        setattr(font["maxp"], field, 0)
    font["maxp"].maxZones = 1
    font["maxp"].numGlyphs = len(order)
    font["head"].glyphDataFormat = 0
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def _name(font: TTFont, *, bold: bool) -> None:
    """Call the semi-bold font the bold one of its family, so that a program finds it by that."""
    style = "Bold" if bold else "Regular"
    names = {1: "Inter", 2: style, 4: f"Inter {style}", 6: f"Inter-{style}", 16: "Inter", 17: style}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | (0b100000 if bold else 0b1000000)
    font["head"].macStyle = int(bold)


def main() -> None:
    """Make all of them."""
    TARGET.mkdir(exist_ok=True)
    for source, target in FONTS.items():
        convert(SOURCE / source, TARGET / target)


if __name__ == "__main__":
    main()
