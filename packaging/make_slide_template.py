# ruff: noqa: ANN401, SLF001 - python-pptx has no words for most of this
"""Make the template of the slides: 16:9, in the program's colours, with the three layouts that a deck is made of.

Run as ``python packaging/make_slide_template.py`` after a change here or of the colours. The same input always gives
the same file.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pptx import Presentation  # noqa: E402 - only now can the program be found
from pptx.opc.constants import RELATIONSHIP_TYPE  # noqa: E402
from pptx.oxml import parse_xml  # noqa: E402
from pptx.oxml.ns import qn  # noqa: E402
from pptx.util import Inches  # noqa: E402

from desktop.exchange.heights import FONT  # noqa: E402
from desktop.exchange.slides.house import drop_telling  # noqa: E402
from desktop.exchange.slides.timeless import timeless  # noqa: E402
from desktop.exchange.tokens import tokens  # noqa: E402

TARGET = ROOT / "resources" / "documents" / "deck.pptx"
LAYOUTS = ("title", "obj", "titleOnly")
WIDTH, HEIGHT = 13.333, 7.5
TITLE, BODY, NUMBER = (0.7, 0.6, 11.933, 1.3), (0.7, 2.05, 11.933, 4.85), (11.633, 6.95, 1.0, 0.4)
"""Left, top, width and height in inches."""

_COLOURS = tokens("light")
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_P = f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {_A}'
SCHEME = {
    "dk1": _COLOURS.text,
    "lt1": _COLOURS.surface,
    "dk2": _COLOURS.mute,
    "lt2": _COLOURS.rail,
    "accent1": _COLOURS.accent,
    "accent2": _COLOURS.warn,
    "accent3": _COLOURS.edge,
    "accent4": _COLOURS.levels[1],
    "accent5": _COLOURS.good,
    "accent6": _COLOURS.bad,
    "hlink": _COLOURS.accent,
    "folHlink": _COLOURS.mute,
}


def make() -> bytes:
    """The file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    _keep_layouts(deck)
    _dress_theme(deck)
    master = deck.slide_master
    _dress_master(master)
    for layout in deck.slide_layouts:
        for shape in list(_placeholders(layout)):
            if shape.placeholder_format.type in (13, 15, 16):  # slide number, footer, date
                if shape.placeholder_format.type == 13:
                    _unplace(shape)
                else:
                    shape._element.getparent().remove(shape._element)
    cover, content, title_only = deck.slide_layouts
    _dress_cover(cover)
    for layout in (content, title_only):
        for shape in _placeholders(layout):
            if shape.placeholder_format.type == 1:
                _unplace(shape)
            elif shape.placeholder_format.type == 7:
                _place(shape, BODY)
    deck.core_properties.title, deck.core_properties.author = "", ""
    deck.core_properties.last_modified_by = ""
    for part in (deck.part.package, deck.part):
        drop_telling(part)
    stream = io.BytesIO()
    deck.save(stream)
    return timeless(stream.getvalue())


def _placeholders(of: Any) -> Any:
    return of.placeholders


def _keep_layouts(deck: Any) -> None:
    ids = deck.slide_master._element.sldLayoutIdLst
    for entry in list(ids):
        layout = deck.slide_master.part.related_part(entry.rId)
        if layout._element.get("type") not in LAYOUTS:
            deck.slide_master.part.drop_rel(entry.rId)
            ids.remove(entry)


def _dress_theme(deck: Any) -> None:
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode()
    for name, colour in SCHEME.items():
        told = f'<a:{name}><a:srgbClr val="{colour[1:].upper()}"/></a:{name}>'
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", told, text, count=1, flags=re.DOTALL)
    text = re.sub(r'<a:latin typeface="Calibri[^"]*"/>', f'<a:latin typeface="{FONT}"/>', text)
    text = re.sub(r'(<a:(?:clrScheme|fontScheme) name=)"[^"]*"', r'\1"Maturity Workbench"', text)
    theme._blob = text.encode()


def _dress_master(master: Any) -> None:
    for shape in list(_placeholders(master)):
        match shape.placeholder_format.type:
            case 1:
                _place(shape, TITLE)
                shape._element.txBody.bodyPr.set("anchor", "t")
            case 2:
                _place(shape, BODY)
            case 13:
                _place(shape, NUMBER)
                for each in shape._element.iter(qn("a:defRPr")):
                    each.set("sz", "1400")
            case _:
                shape._element.getparent().remove(shape._element)
    tree = master._element.cSld.spTree
    tree.insert(2, _rule())
    styles = master._element.find(qn("p:txStyles"))
    styles.getparent().replace(styles, parse_xml(_styles()))


def _rule() -> Any:
    """A short rule above the title, for decoration alone."""
    left, top, wide, high = (Inches(each) for each in (TITLE[0], 0.42, 0.9, 0.07))
    return parse_xml(
        f'<p:sp {_P}><p:nvSpPr><p:cNvPr id="90" name="Rule" descr=""/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _styles() -> str:
    body = "".join(
        f'<a:lvl{level}pPr marL="{342900 * level}" indent="-342900" algn="l">'
        '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buClr><a:schemeClr val="accent1"/></a:buClr>'
        f'<a:buFont typeface="{FONT}"/><a:buChar char="•"/><a:defRPr sz="2000"><a:solidFill><a:schemeClr val="tx1"/>'
        '</a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
        f"</a:lvl{level}pPr>"
        for level in range(1, 6)
    )
    return (
        f'<p:txStyles {_P}><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc>'
        '<a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="2800" b="1"><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/>'
        f'<a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>'
        '<p:otherStyle><a:lvl1pPr algn="l"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles>'
    )


def _dress_cover(layout: Any) -> None:
    cover = layout._element.cSld
    cover.insert(
        0,
        parse_xml(
            f'<p:bg {_P}><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        ),
    )
    layout._element.set("showMasterSp", "0")
    for shape in list(_placeholders(layout)):
        match shape.placeholder_format.type:
            case 3:
                _place(shape, (0.9, 1.5, 11.5, 2.7))
                _style(shape, "b", 4000, "bg1", bold=True)
            case 4:
                _place(shape, (0.9, 4.5, 11.5, 2.0))
                _style(shape, "t", 2200, "bg1", bold=False)
            case _:
                shape._element.getparent().remove(shape._element)


def _style(shape: Any, anchor: str, size: int, colour: str, *, bold: bool) -> None:
    body = shape._element.txBody
    body.bodyPr.set("anchor", anchor)
    found = body.find(qn("a:lstStyle"))
    body.replace(
        found,
        parse_xml(
            f'<a:lstStyle {_A}><a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="{size}" '
            f'b="{int(bold)}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
            "</a:lstStyle>"
        ),
    )


def _place(shape: Any, box: tuple[float, float, float, float]) -> None:
    shape.left, shape.top, shape.width, shape.height = (Inches(each) for each in box)
    frame = shape.text_frame
    for child in list(frame._txBody.bodyPr):
        frame._txBody.bodyPr.remove(child)
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def _unplace(shape: Any) -> None:
    """Where the master has it."""
    found = shape._element.spPr.find(qn("a:xfrm"))
    if found is not None:
        shape._element.spPr.remove(found)


if __name__ == "__main__":
    TARGET.write_bytes(make())
    print(TARGET)
