"""A deck as text, and where everything on its slides stands."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import combinations
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn


def opened(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def told(deck: Any) -> str:
    """Slide by slide: title, words, tables, charts with their numbers, alt texts, notes."""
    lines = [f"{key}: {getattr(deck.core_properties, key)}" for key in ("title", "subject", "author", "created")]
    for number, slide in enumerate(deck.slides, 1):
        lines += ["", f"{number} [{slide.slide_layout.name}] {slide.shapes.title.text_frame.text}"]
        for shape in shapes(slide):
            if shape == slide.shapes.title:
                continue
            lines += [f"  {line}" for line in _of_shape(shape)]
        lines += [f"  ~ {line}" for line in slide.notes_slide.notes_text_frame.text.split("\n")]
    return "\n".join(lines) + "\n"


def shapes(slide: Any) -> Iterator[Any]:
    """Those on a slide, and those in groups."""
    for shape in slide.shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from shape.shapes


def alt_text(shape: Any) -> str:
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr") or "")


def _of_shape(shape: Any) -> Iterator[str]:
    if alt := alt_text(shape):
        yield f"alt: {alt}"
    if shape.has_chart:
        chart = shape.chart
        yield f"{chart.chart_type}: " + " | ".join(
            " ".join(str(each).split("\n")) for each in chart.plots[0].categories
        )
        for series in chart.plots[0].series:
            yield f"{series.name}: {list(series.values)}"
    elif shape.has_table:
        for row in shape.table.rows:
            yield " | ".join(cell.text for cell in row.cells)
    elif shape.has_text_frame:
        for paragraph in shape.text_frame.paragraphs:
            yield f"- {paragraph.text}"


def sizes(shape: Any) -> list[float]:
    """Of all type on a shape that says it, in points; what only the template says is not among them."""
    found = [each.get("sz") for each in shape._element.iter(qn("a:rPr"), qn("a:defRPr"))]
    if shape.has_chart:
        space = shape.chart._chartSpace
        found += [each.get("sz") for each in space.iter(qn("a:rPr"), qn("a:defRPr"))]
    return [int(size) / 100 for size in found if size]


def misplaced(slide: Any, width: int, height: int) -> list[str]:
    """Shapes of a slide that leave it, and pairs of them that share room by more than a hair."""
    hair = 12700
    boxes = [
        (shape.name, shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)
        for shape in slide.shapes
    ]
    out = [name for name, left, top, right, bottom in boxes if min(left, top) < 0 or right > width or bottom > height]
    over = [
        f"{one[0]} over {other[0]}"
        for one, other in combinations(boxes, 2)
        if min(one[3], other[3]) - max(one[1], other[1]) > hair and min(one[4], other[4]) - max(one[2], other[2]) > hair
    ]
    return out + over
