"""The template of a deck: the program's own. Layouts are known by what they are for, never by their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop import resources
from desktop.exchange.slides.slide import Room, Stage

if TYPE_CHECKING:
    from pptx.opc.package import OpcPackage, Part
    from pptx.presentation import Presentation
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import SlideLayout

COVER, WORDS, PLAIN = "title", "obj", "titleOnly"
"""What layouts are for, as the format says: a cover, a title with words, a title alone."""

_NEAREST = {COVER: (PLAIN, WORDS), WORDS: ("tx", "twoObj", PLAIN), PLAIN: (WORDS,)}
_INSET = (7.2, 3.6)
"""What is free within the edges of a text, sideways and upwards, in points, as far as a template does not say."""

_LEAST = (360.0, 180.0)
"""Width and height in points without which nothing can be told."""


class House:
    """An empty deck with the layouts of its template.

    Attributes:
        deck: the deck.
        missing: what layouts are for that the template lacks.
    """

    def __init__(self, deck: Presentation) -> None:
        self.deck = deck
        for part in (deck.part.package, deck.part):
            drop_telling(part)
        self._layouts: dict[str, SlideLayout] = {}
        for layout in deck.slide_layouts:
            self._layouts.setdefault(str(layout._element.get("type")), layout)  # noqa: SLF001 - python-pptx has no word for it
        self.missing = tuple(use for use in (COVER, WORDS, PLAIN) if use not in self._layouts)
        self.stage = self._stage()

    @classmethod
    def own(cls) -> House:
        """The program's."""
        from pptx import Presentation  # noqa: PLC0415 - takes a while to load

        return cls(Presentation(str(resources.document("deck.pptx"))))

    def layout(self, use: str) -> SlideLayout:
        """The one for a use, else the nearest that there is."""
        for each in (use, *_NEAREST[use]):
            if each in self._layouts:
                return self._layouts[each]
        return next(iter(self.deck.slide_layouts))

    def _stage(self) -> Stage:
        width, height = float(self.deck.slide_width.pt), float(self.deck.slide_height.pt)  # type: ignore[union-attr]  # a deck has a size
        title, body = Room(0.05 * width, 0.06 * height, 0.9 * width, 0.17 * height), None
        for shape in placeholders(self.layout(WORDS)):
            if _is_title(shape):
                title = _inner(shape)
            elif body is None and int(shape.placeholder_format.type) in _BODIES and shape.height:
                body = _inner(shape)
        top = title.top + title.height + 8
        if body is None or body.width < _LEAST[0] or body.height < _LEAST[1]:
            body = Room(title.left, top, title.width, 0.93 * height - top)
        if body.top < top - 8:
            body = Room(body.left, top, body.width, body.top + body.height - top)
        return Stage(title, body, self._cover() or title)

    def _cover(self) -> Room | None:
        return next((_inner(shape) for shape in placeholders(self.layout(COVER)) if _is_title(shape)), None)


def drop_telling(part: OpcPackage | Part) -> None:
    """Drop what may name who made a template or which computer prints it, such as comments and properties."""
    relationships = part._rels  # noqa: SLF001 - python-pptx has no word for those that nothing refers to
    for id_, relationship in list(relationships.items()):
        if relationship.reltype.endswith(_TELLING):
            relationships.pop(id_)


_TELLING = tuple(
    f"/{kind}"
    for kind in (
        *("extended-properties", "custom-properties", "thumbnail", "customXml", "printerSettings"),
        *("comments", "commentAuthors", "authors", "tags", "handoutMaster", "notesMaster", "vbaProject"),
    )
)
"""Ends of the kinds of relationship to such parts."""

_BODIES = (2, 7, 12)
"""Text, any content, table."""


def placeholders(layout: SlideLayout) -> Iterator[LayoutPlaceholder]:
    """Those of a layout that say where they stand."""
    for shape in layout.placeholders:  # type: ignore[misc]  # python-pptx's
        if shape.width and shape.height:
            yield shape


def _is_title(shape: LayoutPlaceholder) -> bool:
    return int(shape.placeholder_format.type) in (1, 3)


def _inner(shape: LayoutPlaceholder) -> Room:
    """Where the words of a placeholder stand."""
    body = shape.text_frame._txBody.bodyPr  # noqa: SLF001 - what is not said there is to be told from what is 0
    left, top = (_INSET[0] if body.get("lIns") is None else 0.0), (_INSET[1] if body.get("tIns") is None else 0.0)
    return Room(shape.left.pt + left, shape.top.pt + top, shape.width.pt - 2 * left, shape.height.pt - 2 * top)
