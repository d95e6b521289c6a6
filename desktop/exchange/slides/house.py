"""The template of a deck, the program's or one's own. Layouts are known by what they are for, never by their names."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import resources
from desktop.exchange.office_templates import SLIDES, template_content
from desktop.exchange.slides.slide import Room, Stage
from desktop.model.errors import RefusalError

if TYPE_CHECKING:
    from pptx.opc.package import OpcPackage, Part
    from pptx.presentation import Presentation
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import SlideLayout

COVER, WORDS, PLAIN = "title", "obj", "titleOnly"
"""What layouts are for, as the format says: a cover, a title with words, a title alone."""

_NEAREST = {COVER: (PLAIN, WORDS), WORDS: ("tx", "twoObj", PLAIN), PLAIN: (WORDS,)}
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
    def opened(cls, path: Path | None = None) -> House:
        """An empty deck.

        Args:
            path: somebody's own template, a presentation or template; None for the program's.

        Raises:
            RefusalError: ``template.missing``, ``template.not_slides``, ``template.slides_macros``,
                ``template.too_large``, ``template.password``, ``template.broken``, each with ``path``.
        """
        from pptx import Presentation  # noqa: PLC0415 - takes a while to load

        if path is None:
            return cls(Presentation(str(resources.document("deck.pptx"))))
        content = template_content(path, SLIDES)
        try:
            deck = Presentation(BytesIO(content))
            _forget_slides(deck)
            return cls(deck)
        except Exception as error:  # python-pptx and lxml raise many kinds for what is broken
            raise RefusalError("template.broken", path=path) from error

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


def _forget_slides(deck: Presentation) -> None:
    """Only the look of a template counts: slides that are in it would stand among ours."""
    ids = deck.slides._sldIdLst  # noqa: SLF001 - python-pptx has no word for taking slides away
    for entry in list(ids):
        deck.part.drop_rel(entry.rId)
        ids.remove(entry)
    for found in deck.part._element.xpath(_OF_SLIDES):  # noqa: SLF001
        found.getparent().remove(found)


_OF_SLIDES = "p:custDataLst|p:custShowLst|p:extLst/p:ext[@uri='{521415D9-36F7-43E2-AB2F-B90AF26B5E84}']"
"""Tags of other programs, shows of chosen slides, and the sections that slides are in."""


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
        *("comments", "commentAuthors", "authors", "tags", "vbaProject"),
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
    frame = shape.text_frame
    left, top = frame.margin_left.pt, frame.margin_top.pt
    return Room(shape.left.pt + left, shape.top.pt + top, shape.width.pt - 2 * left, shape.height.pt - 2 * top)
