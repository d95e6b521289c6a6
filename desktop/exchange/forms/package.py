"""How the parts of a workbook hang together: by the relationships that each has to others, never by usual names."""

from __future__ import annotations

import posixpath
import re
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from msgspec import Struct

from desktop.exchange.forms.archive import Archive, part_name
from desktop.exchange.forms.markup import Markup, inside, local, value_of
from desktop.model.errors import RefusalError

_MACROS = re.compile("macroEnabled|vbaProject|macrosheet", re.IGNORECASE)
_TYPES = "[content_types].xml"


class Relation(Struct, frozen=True):
    """A relationship to another part.

    Attributes:
        id: by which the part's own content refers to it.
        kind: the last word of its type, as the rest differs between editions of the format.
        part: the name of the other part.
    """

    id: str
    kind: str
    part: str


class Package:
    """The parts of one workbook."""

    def __init__(self, path: Path) -> None:
        """Look at the file.

        Raises:
            RefusalError: those of `Archive` and of `Markup.tree`.
        """
        self.archive = Archive(path)
        self.markup = Markup()
        self._related: dict[str, tuple[Relation, ...]] = {}
        if any(_MACROS.search(value_of(each, "ContentType")) for each in self.tree(_TYPES)):
            raise RefusalError("form.macros")

    def tree(self, part: str) -> Element:
        """The content of a part.

        Raises:
            RefusalError: those of `Archive.read` and of `Markup.tree`.
        """
        return self.markup.tree(self.archive.read(part))

    def related(self, part: str = "") -> tuple[Relation, ...]:
        """The relationships of a part, or of the whole, to parts that are there.

        Raises:
            RefusalError: as `tree`.
        """
        if part not in self._related:
            folder, name = posixpath.split(part)
            at = posixpath.join(folder, "_rels", f"{name}.rels")
            elements = inside(self.tree(at), "Relationship") if at in self.archive else ()
            found = (self._relation(folder, each) for each in elements if value_of(each, "TargetMode") != "External")
            self._related[part] = tuple(relation for relation in found if relation.part in self.archive)
        return self._related[part]

    def parts(self, kind: str, of: str = "") -> list[str]:
        """The names of the parts of a kind that a part is related to, or the whole."""
        return [relation.part for relation in self.related(of) if relation.kind == kind]

    @cached_property
    def workbook(self) -> tuple[str, Element]:
        """The part with the workbook: its name and its content.

        Raises:
            RefusalError: ``form.not_a_workbook``, ``form.other_format``, and as `tree`.
        """
        part = next(iter(self.parts("officeDocument")), "")
        if part.endswith(".bin"):
            raise RefusalError("form.other_format", format=".xlsb")
        tree = self.tree(part) if part else None
        if tree is None or local(tree.tag) != "workbook":
            raise RefusalError("form.not_a_workbook")
        return part, tree

    def _relation(self, folder: str, element: Element) -> Relation:
        target = value_of(element, "Target").replace("\\", "/")
        names = [part_name(posixpath.normpath(posixpath.join("/", folder, each))) for each in (target, unquote(target))]
        part = next((name for name in names if name in self.archive), names[0])
        return Relation(value_of(element, "Id"), posixpath.basename(value_of(element, "Type")), part)
